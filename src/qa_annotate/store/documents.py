"""One coder's annotation document: reconciling its YAML with its log, and saving it.

The log is what was acknowledged; the YAML is what a person reads and may edit. Opening compares the
two and never guesses: where they can't be joined by a rule, it says so and changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, TypeAlias

from ..adapters import yaml
from ..core.editing import ConflictError, difference, is_empty
from ..core.history import History, fold, step, touched
from ..core.merging import Keep, fitted
from ..core.names import person
from ..core.records import (
    ANNOTATION_FORMAT,
    Begun,
    Codebook,
    CodebookRef,
    Document,
    Edit,
    Entry,
    Saved,
)
from ..core.telling import in_short
from ..core.text import sha256_bytes
from ..errors import FileError, Problem, StoreError
from .files import make_folder, put_in_place, read_bytes, read_text, temporary, write_whole
from .journal import Journal, Log, read_log, saves
from .lock import Lock, acquire
from .project import Opened, Project, load_file
from .rewriting import Written, rewritten, written

_OUTSIDE = "edited outside"
_FINISHED = re.compile(r"^finished:\s+true\b", re.MULTILINE)
ADJUDICATED = "adjudicated"
"""In place of a coder's name: the document that settles what coders disagree on."""
OLDER, TWICE = "older-file", "edited-twice"
"""The problems of a document that a person can settle by a choice."""

Choice: TypeAlias = Literal["ask"] | Keep
"""What a person chose where file and log disagree: refuse and ask, the log, the file, or both."""


@dataclass(frozen=True)
class Paths:
    """Where one coder's files about one article lie; those of its adjudication: ADJUDICATED."""

    project: Project
    article: str
    coder: str

    @property
    def folder(self) -> Path:
        """The folder of all coders' files about the article; the settled document lies above it."""
        above = self.project.folder(self.article)
        return above if self.coder == ADJUDICATED else above / "coders"

    @property
    def exists(self) -> bool:
        """Whether there is anything: a document, or a log that it can be made from."""
        return self.document.exists() or self.log.exists()

    @property
    def document(self) -> Path:
        """The annotation document."""
        return self.folder / f"{self.coder}.yaml"

    @property
    def log(self) -> Path:
        """The document's edit log."""
        return self.folder / f"{self.coder}.history.jsonl"

    @property
    def lock(self) -> Path:
        """The lock that a session holds."""
        return self.folder / f".{self.coder}.lock"


def documents_of(project: Project, article: str) -> Iterator[Paths]:
    """Where the documents about an article lie: the coders', and what was settled of them."""
    yield from (Paths(project, article, coder) for coder in project.coders(article))
    settled = Paths(project, article, ADJUDICATED)
    if settled.exists:
        yield settled


@dataclass(frozen=True, kw_only=True)
class File:
    """A document as its YAML says, and the digest of the YAML's bytes."""

    document: Document
    sha256: str


@dataclass(frozen=True, kw_only=True)
class Reconciled:
    """A document with everything acknowledged in it.

    `outside` is what the YAML says beyond the log, not yet an entry; `notice` is a sentence for the
    person; `since` is when the file was last seen as the log knows it; `stale` tells that the file
    is to be written at once; `finish_rename`, that a save was cut short just
    before its file took its place.
    """

    history: History
    log: Log
    outside: Edit | None = None
    notice: str = ""
    since: str = ""
    stale: bool = False
    file: File | None = None
    finish_rename: bool = False


def blank(opened: Opened, codebook: Codebook, coder: str) -> Document:
    """An empty document of a coder about an article."""
    return Document(
        article=opened.article.id,
        text_sha256=opened.article.custody.text_sha256,
        codebook=CodebookRef(id=codebook.id, version=codebook.version),
        coder=coder,
        kind="adjudication" if coder == ADJUDICATED else "coder",
    )


def read_document(
    paths: Paths, opened: Opened, codebook: Codebook, choice: Choice = "ask"
) -> Reconciled:
    """What a coder has recorded, the log's tail included. Writes nothing.

    Raises FileError where file and log can't be joined, or only by a person's `choice`.
    """
    log = read_log(paths.log, paths.project.shown(paths.log))
    file = _read_file(paths)
    start = first_state(log, file, blank(opened, codebook, paths.coder))
    texts = Texts(opened.text, earlier_texts(paths.project, paths.article))
    try:
        return replace(_reconcile(paths, log, file, start, texts, choice), file=file)
    except ConflictError as error:
        words = f"the log does not fit itself: {error}"
        raise FileError(Problem(paths.project.shown(paths.log), 1, "log", words)) from None


def said_finished(paths: Paths) -> bool:
    """Whether a document's YAML says that it is finished; its log is not asked."""
    path = paths.document
    return (
        path.exists()
        and re.search(_FINISHED, read_text(path, paths.project.shown(path))) is not None
    )


def _read_file(paths: Paths) -> File | None:
    if not paths.document.exists():
        return None
    document = load_file(paths.project, paths.document, Document, ANNOTATION_FORMAT)
    document = _of_round(paths, document)
    _refuse_twins(paths, document)
    return File(document=document, sha256=sha256_bytes(read_bytes(paths.document)))


def _of_round(paths: Paths, document: Document) -> Document:
    """A document under the name of its file: a file says whose it is, its name also which round."""
    settled = paths.coder == ADJUDICATED  # whoever settled it, this is its name here
    if not settled and document.coder not in (paths.coder, person(paths.coder)):
        words = f"this says it is by '{document.coder}', its name says '{person(paths.coder)}'"
        raise FileError(Problem(paths.project.shown(paths.document), 1, "wrong-coder", words))
    return replace(document, coder=paths.coder)


def _refuse_twins(paths: Paths, document: Document) -> None:
    """Two claims with one id can't be told apart: joining them with the log would lose one."""
    seen: dict[str, int] = {}
    for place, claim in enumerate(document.claims):
        if claim.id in seen:
            lines, shown = (
                yaml.Lines(read_text(paths.document)),
                paths.project.shown(paths.document),
            )
            first = lines.of(("claims", seen[claim.id]))
            words = f"claim id {claim.id} is used already in {shown}:{first}"
            raise FileError(
                Problem(shown, lines.of(("claims", place)), "duplicate-id", words),
                hint="Give one of the two claims another id.",
            )
        seen[claim.id] = place


def first_state(log: Log, file: File | None, empty: Document) -> Document:
    """The empty document that the log starts from."""
    begun = log.entries[0].begun if log.entries else None
    if begun is not None:
        codebook = begun.codebook or empty.codebook
        renamed = [
            e.renamed.after for e in log.entries if e.renamed and e.renamed.what == "article"
        ]
        article = renamed[-1] if renamed else begun.article
        return replace(empty, article=article, text_sha256=begun.text_sha256, codebook=codebook)
    if file is not None:
        return replace(
            empty, text_sha256=file.document.text_sha256, codebook=file.document.codebook
        )
    return empty


@dataclass(frozen=True)
class Texts:
    """An article's text, and its earlier ones by their digests."""

    now: str
    earlier: Mapping[str, str]


def _reconcile(
    paths: Paths, log: Log, file: File | None, start: Document, texts: Texts, choice: Choice
) -> Reconciled:
    text = texts.now
    whole = fold(start, log.entries, text, texts.earlier)
    known = list(saves(log.entries))
    if file is None:
        lost = f"{paths.document.name} was missing and is made again from its log." if known else ""
        return Reconciled(history=whole, log=log, notice=lost)
    if not log.entries:
        same_header(start, file.document, paths.project.shown(paths.document))
        edit = difference(start, file.document, "import", text)
        words = f"{paths.document.name} came without its log: a log begins here."
        return _with_outside(whole, log, edit, text, words)
    if known and known[-1].sha256 == file.sha256:
        return Reconciled(history=whole, log=log)
    if file.sha256 in {save.sha256 for save in known}:
        return _older_file(paths, log, whole, file, text, choice)
    return _edited_outside(paths, log, file, start, whole, texts, choice)


def _with_outside(history: History, log: Log, edit: Edit, text: str, notice: str) -> Reconciled:
    if is_empty(edit):
        return Reconciled(history=history, log=log)
    after = step(history, len(log.entries) + 1, edit, text)
    since = _last_seen(log)
    return Reconciled(history=after, log=log, outside=edit, notice=notice, since=since)


def _last_seen(log: Log) -> str:
    """When the file was last known to say what the log says: at a save, or taken in."""
    seen = [
        e.at for e in log.entries if e.saved or (e.edit and e.edit.action in ("import", _OUTSIDE))
    ]
    return seen[-1] if seen else ""


def _older_file(
    paths: Paths, log: Log, whole: History, file: File, text: str, choice: Choice
) -> Reconciled:
    """A YAML the log knows, but not its latest: a save cut short, or an older one put back."""
    beside, shown = temporary(paths.document), paths.project.shown(paths.document)
    latest = list(saves(log.entries))[-1]
    if beside.exists() and sha256_bytes(read_bytes(beside)) == latest.sha256:
        return Reconciled(history=whole, log=log, finish_rename=True)
    if choice == "log":
        words = f"{paths.document.name} is brought up to its log."
        return Reconciled(history=whole, log=log, notice=words, stale=True)
    if choice == "file":
        same_header(whole.document, file.document, shown)
        edit = difference(whole.document, file.document, "older file", text)
        words = f"{paths.document.name} stands again as it was; its log keeps what came later."
        return replace(_with_outside(whole, log, edit, text, words), stale=True)
    later = sum(e.edit is not None and e.seq > file.document.revision for e in log.entries)
    words = "this is an older state than its log (was it checked out from version control?)"
    raise FileError(
        Problem(shown, 1, OLDER, words),
        hint=f"{paths.log.name} holds {later} later edits, the last of {log.entries[-1].at}. Put "
        "back the newer file, or remove it: it is made again from the log. A session asks which "
        "of the two is right.",
    )


def _edited_outside(
    paths: Paths,
    log: Log,
    file: File,
    start: Document,
    whole: History,
    texts: Texts,
    choice: Choice,
) -> Reconciled:
    """A YAML the log doesn't know: edited by hand since the revision it names."""
    if file.sha256 in _taken_from(log):
        return Reconciled(history=whole, log=log)
    at = _revision_in_log(log, file)
    shown = paths.project.shown(paths.document)
    if at > len(log.entries):
        words = f"this holds entry {at}, but its log ends at {len(log.entries)}"
        hint = "Bring the log that belongs to it; it may still lie on another machine."
        raise FileError(Problem(shown, 1, "shorter-log", words), hint=hint)
    taken, tail = _taken_in(log, at)
    base = fold(start, [*log.entries[:at], *taken], texts.now, texts.earlier).document
    same_header(base, file.document, shown)
    edit = difference(base, file.document, _OUTSIDE, texts.now)
    if is_empty(edit):
        return Reconciled(history=whole, log=log)
    both = touched(tail) & {change.id for change in edit.claims}
    edit = replace(edit, file=file.sha256)
    if choice != "ask":
        edit = fitted(edit, whole.document, choice, file.sha256, texts.now).edit
    notice = f"{paths.document.name} was edited outside ({in_short(edit)}): taken into its log."
    try:
        if both and choice == "ask":
            raise ConflictError(f"claim {min(both)} was changed in both")
        return replace(_with_outside(whole, log, edit, texts.now, notice), stale=choice != "ask")
    except ConflictError as error:
        words = f"edited by hand while entries of its log were not yet in it: {error}"
        hint = (
            "Take your changes out of the file (they can be made in the session), then reopen; or "
            "open it in a session, which asks which of the two is right."
        )
        raise FileError(Problem(shown, 1, TWICE, words), hint=hint) from None


def _taken_from(log: Log) -> set[str]:
    """The digests of the files that were taken in since the last save, and are known so."""
    last_save = max((e.seq for e in log.entries if e.saved), default=0)
    return {e.edit.file for e in log.entries if e.seq > last_save and e.edit and e.edit.file}


def _revision_in_log(log: Log, file: File) -> int:
    """The entry that a YAML says it contains; none, where its log began by taking it in."""
    edits = [entry.edit for entry in log.entries if entry.edit]
    unsaved = not any(saves(log.entries))
    return 0 if unsaved and edits and edits[0].action == "import" else file.document.revision


def _taken_in(log: Log, at: int) -> tuple[list[Entry], list[Entry]]:
    """Entries after `at`: what was taken in from the YAML since its last save, and the rest.

    A session that was killed after it had taken in a hand edit leaves the YAML as it was, still
    naming the revision it had before.
    """
    last_save = max((e.seq for e in log.entries if e.saved), default=0)
    tail = log.entries[at:]
    taken = [
        e for e in tail if e.seq > last_save and e.edit and e.edit.action in ("import", _OUTSIDE)
    ]
    return taken, [entry for entry in tail if entry not in taken]


def same_header(base: Document, now: Document, shown: str) -> None:
    for name in ("article", "coder", "text_sha256", "codebook", "kind"):
        if getattr(base, name) != getattr(now, name):
            words = f"'{name}' was changed by hand; it tells what the document is about"
            raise FileError(
                Problem(shown, 1, "header", words), hint=f"Put back: {getattr(base, name)}"
            )


def earlier_texts(project: Project, article: str) -> dict[str, str]:
    """The texts that an article had before, by their digests."""
    folder = project.folder(article) / "texts"
    found = sorted(folder.glob("*.txt")) if folder.is_dir() else []
    return {path.stem: read_text(path, project.shown(path)) for path in found}


# ---- writing ------------------------------------------------------------------------------------


class Desk:
    """A document that is open for editing: its lock, its log, and the file they end up in."""

    def __init__(
        self,
        paths: Paths,
        reconciled: Reconciled,
        lock: Lock,
        *,
        tool: str,
        by: str | None = None,
        at: str = "",
    ) -> None:
        self.paths = paths
        self.history = reconciled.history
        self.notice = " ".join(filter(None, [reconciled.notice, _clock(reconciled.log, at)]))
        self._lock = lock
        who = by or person(paths.coder)
        self._journal = Journal(paths.log, reconciled.log, coder=who, tool=tool)
        found = _digest(paths.document)
        self._ours = {found}  # digests of the YAML as we found it or wrote it
        self._file = reconciled.file
        self._written: Written | None = None
        fresh = found is None or reconciled.stale
        self._saved_revision = 0 if fresh else _saved_revision(reconciled.log)

    @property
    def seq(self) -> int:
        """The number of the last entry taken."""
        return self._journal.seq

    def append(self, edit: Edit, at: str) -> int:
        """Take an edit into the log; its number. Follow with `flush` and `sync`."""
        if self._journal.seq == 0:
            document = self.history.document
            begun = Begun(
                article=document.article,
                text_sha256=document.text_sha256,
                codebook=document.codebook,
            )
            self._journal.append(at, begun=begun)
        return self._journal.append(at, edit=edit)

    def flush(self) -> None:
        """Hand waiting entries to the system."""
        self._journal.flush()

    def sync(self) -> int:
        """Make them last; the number of the last that does."""
        return self._journal.sync()

    def save(self, document: Document, at: str) -> None:
        """Write the YAML of a document whose entries are in the log.

        Raises StoreError where it can't be written, or somebody changed the file meanwhile.
        """
        if document.revision <= self._saved_revision:
            return
        path = self.paths.document
        self._journal.flush()
        make_folder(path.parent)
        now = _digest(path)
        if now is not None and now not in self._ours:
            raise StoreError(
                f"{path.name} was changed by someone else while open; your edits are in its log.",
                hint="Leave and open again: the two are joined then.",
            )
        if self._file is not None and now == self._file.sha256:
            self._written = written(self._file.document, read_text(path))
        self._file = None
        text, last = rewritten(self.paths.project, path, self._written, document)
        body = text.encode()
        digest = sha256_bytes(body)

        def announce() -> None:
            self._journal.flush()
            self._journal.append(at, saved=Saved(revision=document.revision, sha256=digest))
            self._journal.flush()
            self._journal.sync()

        self._ours.add(digest)
        self._written = None  # until the new file stands
        write_whole(path, body, before_rename=announce)
        self._ours, self._written = {digest}, last
        self._saved_revision = document.revision

    def close(self) -> None:
        """Let go of log and lock."""
        self._journal.close()
        self._lock.release()


def open_desk(
    paths: Paths,
    opened: Opened,
    codebook: Codebook,
    *,
    at: str,
    tool: str,
    by: str | None = None,
    choice: Choice = "ask",
) -> Desk:
    """Lock a document, reconcile it with its log, and record what was done outside.

    `by` is who edits, where it isn't the coder; `choice` what a person chose where file and log
    disagree. Raises LockedError, FileError or StoreError; then nothing was changed.
    """
    lock = acquire(paths.lock, since=at)
    try:
        reconciled = read_document(paths, opened, codebook, choice)
        return seated(paths, reconciled, lock, at=at, tool=tool, by=by)
    except BaseException:
        lock.release()
        raise


def seated(
    paths: Paths, reconciled: Reconciled, lock: Lock, *, at: str, tool: str, by: str | None = None
) -> Desk:
    """A desk at a document that was reconciled, with what was done outside recorded."""
    if reconciled.finish_rename:
        put_in_place(paths.document)
    desk = Desk(paths, reconciled, lock, tool=tool, by=by, at=at)
    edit = reconciled.outside
    if edit is not None:
        since = (reconciled.since, at) if reconciled.since else None
        seq = desk.append(replace(edit, between=since), at)
        document = replace(reconciled.history.document, revision=seq)
        desk.history = replace(reconciled.history, document=document)
        desk.flush()
        desk.sync()
    if reconciled.stale:
        desk.save(desk.history.document, at)
    return desk


def _clock(log: Log, at: str) -> str:
    """What to say where the clock runs behind the log; the entries' numbers keep their order."""
    last = log.entries[-1].at if log.entries else ""
    if not at or last <= at:
        return ""
    return f"The clock says {at}, the last entry of the log {last}: is it right?"


def _digest(path: Path) -> str | None:
    return sha256_bytes(read_bytes(path)) if path.exists() else None


def _saved_revision(log: Log) -> int:
    return max((save.revision for save in saves(log.entries)), default=0)
