"""Which article `open` opens: found by path or name, or made."""

from __future__ import annotations

from pathlib import Path

from ..errors import StoreError
from ..store import project as store
from ..store.place import Memory
from ..store.project import Project
from .add import add_source, project_for
from .world import here


def found_article(
    wanted: str | None, chosen: Path | None, encoding: str | None, memory: Memory
) -> tuple[Project, str, tuple[str, ...]]:
    """The project, the article's name, and what to tell about how it was found.

    `wanted` is a path, a name, or None: the last article opened, else the only one.
    """
    if wanted is None:
        home = store.need_project(chosen, here())
        return home, _last_or_only(home, memory), ()
    known = _known_name(wanted, chosen)
    if known is not None:
        return (*known, ())
    home, notices = project_for(chosen)
    added = add_source(home, wanted, encoding=encoding)
    return home, added.article, (*notices, *added.notices)


def _known_name(wanted: str, chosen: Path | None) -> tuple[Project, str] | None:
    """The article of that name, where the words name no file."""
    if Path(wanted).exists():
        return None
    home = store.find_project(chosen.resolve() if chosen else here())
    if home is None:
        return None
    names = home.articles()
    if wanted in names:
        return home, wanted
    if names and not Path(wanted).suffix and "/" not in wanted:
        raise StoreError(
            f"There is neither a file nor an article '{wanted}'.",
            hint="The articles here: " + ", ".join(names),
        )
    return None


def _last_or_only(home: Project, memory: Memory) -> str:
    names = home.articles()
    last = memory.last.get(str(home.root))
    if last in names and last is not None:
        return last
    if len(names) == 1:
        return names[0]
    if not names:
        raise StoreError("This project has no article yet.", hint="Open one: qa-annotate open FILE")
    raise StoreError(
        "Which article? There are several: " + ", ".join(names),
        hint=f"Name one: qa-annotate open {names[0]}",
    )
