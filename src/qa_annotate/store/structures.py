"""The structure of an article, open for correction: its lock, its log, and `article.yaml`.

The log comes first, as with annotation documents: a correction is acknowledged when its line is on
disk, and `article.yaml` is written when the session pauses or ends.
"""

from __future__ import annotations

from dataclasses import replace

from ..core.history import Timeline
from ..core.model import Article, Block
from ..core.records import Begun, Correction, Saved, StructureEdit
from ..core.structuring import Shape, in_force, paired, shaped
from ..core.text import sha256_bytes
from ..errors import StoreError
from .files import read_bytes, write_whole
from .journal import Journal, Log, read_log
from .lock import Lock, acquire
from .project import Opened, Project, article_body, structure_log


class StructureDesk:
    """An article whose structure is being corrected."""

    def __init__(
        self, project: Project, opened: Opened, log: Log, lock: Lock, *, coder: str, tool: str
    ) -> None:
        self.article = opened.article
        self.shape = _shape(opened.article, log)
        self._project = project
        self._path = project.folder(opened.article.id) / "article.yaml"
        self._lock = lock
        self._journal = Journal(
            structure_log(project, opened.article.id), log, coder=coder, tool=tool
        )
        self._known_sha256 = sha256_bytes(read_bytes(self._path))
        self._saved = self._path_revision(log)

    def _path_revision(self, log: Log) -> int:
        """The last entry that the file on disk contains."""
        saves = [entry.saved.revision for entry in log.entries if entry.saved]
        return max(saves, default=0)

    @property
    def seq(self) -> int:
        """The number of the last entry taken."""
        return self._journal.seq

    def append(self, edit: StructureEdit, at: str) -> int:
        """Take a correction into the log; its number."""
        if self._journal.seq == 0:
            begun = Begun(article=self.article.id, text_sha256=self.article.custody.text_sha256)
            self._journal.append(at, begun=begun)
        return self._journal.append(at, structure=edit)

    def take(self, edit: StructureEdit, at: str) -> int:
        """Take a correction into the log and make it; its number."""
        seq = self.append(edit, at)
        self.shape = shaped(self.shape, seq, edit)
        return seq

    def flush(self) -> None:
        """Hand waiting entries to the system."""
        self._journal.flush()

    def sync(self) -> int:
        """Make them last; the number of the last that does."""
        return self._journal.sync()

    def save(self, made: tuple[int, tuple[Block, ...]], at: str) -> None:
        """Write `article.yaml` with the blocks as they stand after an entry.

        Raises StoreError where it can't be written, or somebody changed it meanwhile.
        """
        revision, blocks = made
        if revision <= self._saved:
            return
        if sha256_bytes(read_bytes(self._path)) != self._known_sha256:
            raise StoreError(
                "article.yaml was changed by someone else; your corrections are in its log.",
                hint="Leave and open again.",
            )
        article = replace(self.article, structure=revision, blocks=blocks, pairs=paired(blocks))
        body = article_body(self._project, article).encode()
        self._journal.append(at, saved=Saved(revision=revision, sha256=sha256_bytes(body)))
        self._journal.flush()
        self._journal.sync()
        write_whole(self._path, body)
        self._known_sha256 = sha256_bytes(body)
        self._saved = revision

    def close(self) -> None:
        """Let go of log and lock."""
        self._journal.close()
        self._lock.release()


def open_structure(
    project: Project, opened: Opened, *, coder: str, at: str, tool: str
) -> StructureDesk:
    """Lock an article's structure and read its log. Raises LockedError or FileError."""
    lock = acquire(project.folder(opened.article.id) / ".structure.lock", since=at)
    try:
        path = structure_log(project, opened.article.id)
        log = read_log(path, project.shown(path))
        return StructureDesk(project, opened, log, lock, coder=coder, tool=tool)
    except BaseException:
        lock.release()
        raise


def _shape(article: Article, log: Log) -> Shape:
    """The blocks as they stand, with what of the log can be undone from here."""
    edits = [(e.seq, e.structure) for e in log.entries if e.structure is not None]
    blocks = article.blocks
    for _, edit in reversed(edits):
        stop = edit.index + len(edit.after)
        if blocks[edit.index : stop] != edit.after:
            return Timeline(document=article.blocks)
        blocks = (*blocks[: edit.index], *edit.before, *blocks[stop:])
    shape: Shape = Timeline(document=blocks)
    for seq, edit in edits:
        shape = shaped(shape, seq, edit)
    return shape


def standing(project: Project, name: str) -> tuple[Correction, ...]:
    """The corrections of an article that were not taken back, in order."""
    path = structure_log(project, name)
    log = read_log(path, project.shown(path))
    return in_force([(e.seq, e.structure) for e in log.entries if e.structure is not None])
