"""`codebook`: showing it, checking it, comparing versions, and moving claims to a new one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..core.custody import CodebookCheck, LeftBehind
from ..core.editing import is_empty
from ..core.fitting import trouble
from ..core.records import CODEBOOK_FORMAT, Codebook, Document
from ..core.revising import Outdated, changes, migration, outdated
from ..core.telling import Change
from ..errors import StoreError, UsageError
from ..store import project as store
from ..store.documents import Paths, open_desk
from ..store.project import Opened, Project
from .blind import hidden, in_sight
from .check import codebook_problems
from .claiming import record
from .coding import Gathered, each_document, gather
from .who import who_edits
from .world import TOOL, here, now


@dataclass(frozen=True, kw_only=True)
class Migrated:
    """A document that was moved to the codebook's version, and what still wants a person."""

    article: str
    coder: str
    relabelled: int
    version: str
    left: tuple[Outdated, ...]
    notice: str = ""


def show(project: Path | None = None) -> Codebook:
    """The project's codebook."""
    return store.load_codebook(store.need_project(project, here()))


def check(project: Path | None = None) -> CodebookCheck:
    """Every problem of the codebook, and every claim labelled under an earlier one."""
    home = store.need_project(project, here())
    problems = codebook_problems(home)
    if any(problem.rule in ("yaml", "schema", "format", "encoding") for problem in problems):
        return CodebookCheck(problems=tuple(problems), worklist=())
    gathered = gather(project)
    return CodebookCheck(
        problems=tuple(problems),
        worklist=worklist(in_sight(gathered)),
        notices=gathered.notices,
        hidden=hidden(gathered),
    )


def worklist(gathered: Gathered) -> tuple[LeftBehind, ...]:
    """The claims that want a look since the codebook changed, document by document."""
    found = (
        LeftBehind(
            article=opened.article.id,
            coder=document.coder,
            version=document.codebook.version,
            claims=tuple(outdated(document, gathered.codebook)),
        )
        for opened, document in each_document(gathered)
    )
    return tuple(left for left in found if left.claims)


def diff(old: Path, project: Path | None = None) -> tuple[Change, ...]:
    """What changed from another codebook file to the project's.

    Raises StoreError where the file isn't there, FileError where it can't be used.
    """
    home = store.need_project(project, here())
    if not old.is_file():
        raise StoreError(
            f"There is no file {old}.",
            hint="An earlier version: git show COMMIT:annotations/codebook.yaml > old.yaml",
        )
    return changes(store.load_file(home, old, Codebook, CODEBOOK_FORMAT), show(project))


def presets(name: str | None = None) -> str:
    """The codebooks that ship with the program, a line each; or the text of one."""
    known = store.presets()
    if name is None:
        return "".join(f"{book.id} {book.version}: {book.title}\n" for book in known)
    if name not in {book.id for book in known}:
        hint = "One of: " + ", ".join(book.id for book in known)
        raise UsageError(f"There is no preset '{name}'.", hint=hint)
    return store.preset(name).partition("\n")[2]


# ---- moving on ----------------------------------------------------------------------------------


def migrate(
    project: Path | None = None, *, coder: str | None = None, dry_run: bool = False
) -> tuple[Migrated, ...]:
    """Move every document to the codebook's version, as decisions of the person who runs it.

    Raises LockedError while a session is open.
    """
    gathered, who, at = gather(project), who_edits(coder), now()
    return tuple(
        done
        for opened, document in each_document(gathered)
        if (done := _moved(gathered.project, opened, document, gathered.codebook, who, at, dry_run))
    )


def _moved(
    home: Project,
    opened: Opened,
    document: Document,
    codebook: Codebook,
    who: str,
    at: str,
    dry_run: bool,
) -> Migrated | None:
    left = tuple(item for item in outdated(document, codebook) if item.what == "retired")
    edit = migration(document, codebook, who, at)
    if document.codebook.id != codebook.id or (is_empty(edit) and not left):
        return None
    if not dry_run and not is_empty(edit):
        paths = Paths(home, opened.article.id, document.coder)
        desk = open_desk(paths, opened, codebook, at=at, tool=TOOL.version, by=who)
        try:
            edit = migration(desk.history.document, codebook, who, at)
            record(desk, edit, at, opened.text)
        finally:
            desk.close()
    digest = opened.article.custody.text_sha256
    return Migrated(
        article=opened.article.id,
        coder=document.coder,
        relabelled=len(edit.claims),
        version=codebook.version if edit.fields else document.codebook.version,
        left=left,
        notice=trouble(document, opened.text, digest, opened.article.id),
    )
