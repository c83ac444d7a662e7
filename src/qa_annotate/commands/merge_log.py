"""`merge-log`: two logs of one document, from two machines, made one history again."""

from __future__ import annotations

from pathlib import Path

from ..core.names import coder_slug
from ..errors import StoreError
from ..store import project as store
from ..store.documents import Paths
from ..store.forks import Case, Joined, copies, join
from ..store.structure_forks import join_structure
from .coding import article_name
from .who import who_edits
from .world import TOOL, here, now


def merge_log(
    article: str, other: Path | None, *, coder: str, project: Path | None = None
) -> Joined:
    """Join a coder's log with another file, or with the second tail that it holds itself.

    Raises StoreError where one of the files isn't there, or the two don't belong together.
    """
    home = store.need_project(project, here())
    opened = store.load_article(home, article_name(home, article))
    paths = Paths(home, opened.article.id, coder_slug(coder))
    if not paths.log.exists():
        raise StoreError(f"There is no log of {paths.coder} about {opened.article.id}.")
    if other is not None and not other.is_file():
        found = ", ".join(home.shown(path) for path in copies(paths))
        hint = f"Beside the log lies: {found}" if found else "Check the name and the folder."
        raise StoreError(f"There is no file {other}.", hint=hint)
    case = Case(
        paths=paths,
        opened=opened,
        codebook=store.load_codebook(home),
        at=now(),
        tool=TOOL.version,
    )
    return join(case, other)


def merge_structure(
    article: str, other: Path | None, *, coder: str | None = None, project: Path | None = None
) -> Joined:
    """Join the log of an article's corrections with another file, or with its own second tail.

    Raises StoreError where one of the files isn't there, or the two don't belong together.
    """
    home = store.need_project(project, here())
    name = article_name(home, article)
    if not store.structure_log(home, name).exists():
        raise StoreError(f"The structure of {name} was never corrected: it has no log.")
    if other is not None and not other.is_file():
        raise StoreError(f"There is no file {other}.", hint="Check the name and the folder.")
    return join_structure(home, name, other, by=who_edits(coder), at=now(), tool=TOOL.version)
