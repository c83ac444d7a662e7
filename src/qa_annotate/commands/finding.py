"""Which article `open` opens, where the project has it already."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..core.names import slug
from ..core.text import sha256_bytes
from ..errors import StoreError
from ..session.terminal import require_terminal
from ..store import project as store
from ..store.documents import Paths, said_finished
from ..store.files import read_bytes
from ..store.place import Memory, recall
from ..store.project import Project
from .who import named_coder
from .world import here

INSTEAD = (
    "Run it in a terminal, or add --plain for a session of lines and prompts; "
    "to see the structure alone: qa-annotate parse FILE"
)


@dataclass(frozen=True, kw_only=True)
class Found:
    """An article that was found: its project, its name, and what to tell about it."""

    home: Project
    name: str
    notices: tuple[str, ...] = ()


def find(
    wanted: str | None,
    *,
    coder: str | None = None,
    again: bool = False,
    project: Path | None = None,
    screen: bool = True,
    known_only: bool = False,
) -> Found | None:
    """The article that is meant: by the bytes of a path, by its name; else the next that the coder
    is assigned and hasn't finished (not where they code it `again`); else the last or only one.

    None for a path whose bytes no article has: it is to be added; with `known_only` that is
    refused. With `screen`, UsageError where there is no terminal to paint on: that is said before
    anything is made.
    """
    if screen:
        require_terminal("A labelling session", INSTEAD)
    found = _found(wanted, project, coder, again)
    if found is None and known_only:
        raise StoreError(
            f"{wanted} is no article of a project yet: there is nothing to look at.",
            hint="Open it without --read-only: that makes it one.",
        )
    return found


def _found(
    wanted: str | None, project: Path | None, coder: str | None, again: bool
) -> Found | None:
    if wanted is None:
        home = store.need_project(project, here())
        memory = recall()
        who = None if again else named_coder(coder) or memory.coder
        return _assigned(home, who, memory) or Found(home=home, name=_last_or_only(home, memory))
    around = store.find_project(project.resolve() if project else here())
    if around is None:
        return None
    path = Path(wanted)
    return _by_bytes(around, path) if path.exists() else _by_name(around, wanted)


def _by_bytes(home: Project, path: Path) -> Found | None:
    if not path.is_file():
        return None
    name = store.article_of(home, sha256_bytes(read_bytes(path)), slug(path.stem))
    return Found(home=home, name=name) if name else None


def _by_name(home: Project, wanted: str) -> Found | None:
    names = home.articles()
    if wanted in names:
        return Found(home=home, name=wanted)
    if names and not Path(wanted).suffix and "/" not in wanted:
        raise StoreError(
            f"There is neither a file nor an article '{wanted}'.",
            hint="The articles here: " + ", ".join(names),
        )
    return None


def _assigned(home: Project, coder: str | None, memory: Memory) -> Found | None:
    """What a coder is to code next: what they opened last, else have begun, else what comes first.

    Assignments stand in the order in which they are to be coded. Second rounds are not assigned.
    """
    assignments = store.load_settings(home).assignments
    there = home.articles()
    own = [a.id for a in assignments if coder in a.coders and a.id in there]
    if coder is None or not own:
        return None
    open_ = [name for name in own if not said_finished(Paths(home, name, coder))]
    if not open_:
        notice = f"{coder} has finished all that was assigned ({len(own)})."
        return Found(home=home, name=_last_or_only(home, memory), notices=(notice,))
    last = memory.last.get(str(home.root))
    begun = [name for name in open_ if coder in home.coders(name)]
    name = last if last in open_ and last is not None else (begun or open_)[0]
    notice = f"{name}: {len(own) - len(open_) + 1} of {len(own)} that are assigned to {coder}."
    return Found(home=home, name=name, notices=(notice,))


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
