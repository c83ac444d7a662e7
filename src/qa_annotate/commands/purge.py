"""`purge`: a consent was withdrawn: an article, or every trace of a person, goes for good.

What stays is a tombstone: when, by whom, why, and how the logs ended; nothing of what was there.
All of it happens or nothing (`store.changing`), and nothing happens while anybody is left in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..core.project import People, Protected
from ..core.protecting.leaking import Guard, leaks
from ..core.protecting.people import HOPELESS, names_of
from ..core.protecting.purging import REMOVED
from ..core.protecting.replacing import cast
from ..core.records import Entry, Purged
from ..errors import FileError, StoreError, UsageError
from ..store import project as store
from ..store.changing import Change, change
from ..store.deeds import old_heads, old_manifest, plain_entry, reassigned, recorded
from ..store.files import read_bytes, read_text
from ..store.people import load_people, without_person
from ..store.place import recall
from ..store.project import Project
from ..store.sealing import resealed
from .coding import article_name
from .erasing import Erased, erased
from .locking import all_locked
from .people import problems
from .redacting import Confirm
from .who import likely_coder, named_coder
from .world import TOOL, here, now

OUT_OF_REACH = (
    "Not reached: version control (its history still holds everything: rewrite it, or make a new "
    "repository), copies and backups, other people's machines, what was exported or reported "
    "before, files outside the project, and what a disk keeps of deleted files."
)


@dataclass(frozen=True, kw_only=True)
class PurgeDone:
    """What a purge did, or would do."""

    what: str
    written: int
    deleted: tuple[str, ...]
    done: bool
    notices: tuple[str, ...] = field(default=())


def purge(
    what: str,
    *,
    why: str,
    by: str | None = None,
    dry_run: bool = False,
    confirmed: str | None = None,
    confirm: Confirm | None = None,
    project: Path | None = None,
) -> PurgeDone:
    """Take an article or a person (by the id in people.yaml) out of the project for good.

    The words `purge NAME` confirm it: `confirmed`, or typed where `confirm` asks. Raises StoreError
    where nobody is called so, it isn't confirmed, or something would be left; LockedError while a
    session is open.
    """
    home = store.need_project(project, here())
    if not why.strip():
        raise UsageError("A purge needs its reason.", hint="Give it: --reason TEXT")
    with all_locked(home):
        purged, name, gone = _made(home, what, named_coder(by) or likely_coder(), why.strip())
        if not dry_run:
            _confirm(name, confirmed, confirm)
            change(home.root, purged, at=now())
    if not dry_run:
        _forget(home, gone)
    return PurgeDone(
        what=name,
        written=len(purged.writes),
        deleted=purged.deletes,
        done=not dry_run,
        notices=(*gone.notices, OUT_OF_REACH),
    )


def _made(home: Project, what: str, by: str, why: str) -> tuple[Change, str, Erased]:
    """The whole change, the name that confirms it, and what goes."""
    name = article_name(home, what)
    people = load_people(home)
    stone = plain_entry(now(), by, TOOL.version)
    _say_nobody(people, why)
    if name in home.articles():
        return _article(home, name, stone, why), name, _gone_article(home, name)
    person = next((p for p in people.people if p.id == what), None)
    if person is None:
        raise StoreError(
            f"There is neither an article nor a person '{what}' here.",
            hint="People are named by their ids: see qa-annotate people list; add whoever is not "
            "in it, with every spelling, before a purge.",
        )
    made, gone = _person(home, people, person, stone, why)
    return made, person.id, gone


def _say_nobody(people: People, why: str) -> None:
    """The reason stays: it may name nobody whom the project protects."""
    if leaks("", why.encode(), Guard(people=people, patterns=names_of(people))):
        raise UsageError(
            "The reason names a person of people.yaml, and it stays.", hint="Say it without names."
        )


def _confirm(name: str, confirmed: str | None, confirm: Confirm | None) -> None:
    words = f"purge {name}"
    if confirmed is None and confirm is not None:
        confirmed = confirm(f"This can't be undone. To go on, type: {words}")
    if confirmed is None or " ".join(confirmed.split()) != words:
        raise StoreError(
            "Nothing was purged: it was not confirmed.",
            hint=f'Type the words where they are asked, or add: --confirm "{words}"',
        )


# ---- an article ---------------------------------------------------------------------------------


def _article(home: Project, name: str, stone: Entry, why: str) -> Change:
    folder = home.folder(name)
    heads = old_heads(home, folder.rglob("*.history.jsonl"))
    purged = Purged(what="article", why=why, heads=heads, manifest=old_manifest(home))
    made = Change(
        writes={**recorded(home, replace(stone, purged=purged)), **reassigned(home, {name: None})},
        deletes=(home.shown(folder), *_own_source(home, name)),
    )
    return resealed(home, made, f"{stone.at}: an article was purged by {stone.coder}")


def _own_source(home: Project, name: str) -> Iterator[str]:
    """The source inside the project that no other article refers to."""
    sources = {n: _source(home, n) for n in home.articles()}
    mine = sources.pop(name)
    inside = mine and (home.root / mine).resolve().is_relative_to(home.root.resolve())
    if inside and mine not in sources.values() and (home.root / mine).is_file():
        yield mine


def _source(home: Project, name: str) -> str:
    return store.load_article(home, name).article.custody.source


def _gone_article(home: Project, name: str) -> Erased:
    mention = [
        home.shown(path)
        for path in sorted(home.annotations.rglob("*"))
        if path.is_file()
        and not path.is_relative_to(home.folder(name))
        and path.suffix in (".yaml", ".jsonl")
        and path != home.settings_path
        and name in read_text(path)
    ]
    words = f"Its name (not its content) still stands in {', '.join(mention)}."
    return Erased(articles={name: None}, notices=(words,) if mention else ())


# ---- a person -----------------------------------------------------------------------------------


def _person(
    home: Project, people: People, person: Protected, stone: Entry, why: str
) -> tuple[Change, Erased]:
    for problem in problems(home):
        if problem.rule in HOPELESS:
            raise FileError(problem, hint="Mend annotations/people.yaml, then try again.")
    alone = People(people=(replace(person, pseudonym=REMOVED),))
    purged = Purged(what="person", why=why, manifest=old_manifest(home))
    gone = erased(home, alone, stone, purged)
    heads = tuple(sorted(gone.heads))
    names: dict[str, str | None] = {**gone.articles, **gone.coders}
    writes = {
        **gone.writes,
        **{p: d for p, d in reassigned(home, names).items() if names},
        **recorded(home, replace(stone, purged=replace(purged, heads=heads))),
        home.shown(home.people_path): without_person(home, people, person.id),
    }
    made = Change(writes=writes, deletes=gone.deletes, moved=gone.moved)
    words = f"{stone.at}: a person was purged by {stone.coder}"
    made = resealed(home, made, words, cast(alone).words_only)
    _nobody_left(home, made, alone)
    return made, gone


def _nobody_left(home: Project, made: Change, alone: People) -> None:
    """Refuse a purge after which the person would still be told in the project.

    The list of people may hold others of the same family.
    """
    guard = Guard(people=alone, patterns=names_of(alone))
    gone = tuple(f"{path}/" for path in made.deletes)
    kept: dict[str, bytes] = {}
    for path in home.annotations.rglob("*"):
        shown = home.shown(path)
        if path.is_file() and shown not in made.deletes and not shown.startswith(gone):
            kept[shown] = read_bytes(path)
    left = [
        leak
        for path, data in {**kept, **made.writes}.items()
        if not path.endswith((".lock", "/people.yaml")) and _is_text(data)
        for leak in (*leaks(path, data, guard), *leaks(path, path.encode(), guard))
        if leak.person == alone.people[0].id
    ]
    if left:
        places = ", ".join(f"{leak.path}:{leak.line}" for leak in left[:8])
        raise StoreError(
            f"Nothing was purged: the person would still be told in {places}.",
            hint="Mend these by hand (or list the spelling in people.yaml), then try again.",
        )


def _is_text(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


# ---- what is remembered of a user ---------------------------------------------------------------


def _forget(home: Project, gone: Erased) -> None:
    """Take what went, and its old names, out of this user's memory."""
    memory = recall()
    memory.renamed(str(home.root), gone.articles, gone.coders)
    memory.keep()
