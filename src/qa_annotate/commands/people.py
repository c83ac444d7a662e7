"""`people`: who must stay hidden: the list, adding to it, its problems, and who may be missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast, get_args

from ..adapters import yaml
from ..core.project import People, Protected, Sensitivity
from ..core.protecting.people import Suggestion, faults, suggestions
from ..errors import Problem, StoreError, UsageError
from ..store import project as store
from ..store.files import read_text
from ..store.people import load_people, write_people
from ..store.project import Project
from .world import here


def people(project: Path | None = None) -> tuple[Protected, ...]:
    """Everybody in the list."""
    return load_people(store.need_project(project, here())).people


@dataclass(frozen=True, kw_only=True)
class Added:
    """Somebody who was added, and what is wrong with how."""

    person: Protected
    problems: tuple[Problem, ...]


def add(
    names: Sequence[str],
    *,
    id_: str | None = None,
    pseudonym: str | None = None,
    aliases: Sequence[str] = (),
    spellings: Sequence[str] = (),
    initials: Sequence[str] = (),
    role: str = "",
    sensitivity: str = "personal",
    parts: bool = True,
    note: str = "",
    project: Path | None = None,
) -> Added:
    """Add somebody to the list; an id and a pseudonym are made up where none is given.

    Raises UsageError for a sensitivity that isn't one, StoreError for an id that is taken.
    """
    if sensitivity not in get_args(Sensitivity):
        raise UsageError(
            f"'{sensitivity}' is not what --sensitivity takes.",
            hint="One of: " + ", ".join(get_args(Sensitivity)),
        )
    home = store.need_project(project, here())
    have = load_people(home)
    number = _free(have)
    person = Protected(
        id=id_ or f"p{number}",
        names=tuple(names),
        aliases=tuple(aliases),
        spellings=tuple(spellings),
        initials=tuple(initials),
        pseudonym=pseudonym or f"Person {number}",
        role=role,
        sensitivity=cast(Sensitivity, sensitivity),
        parts=parts,
        note=note,
    )
    if any(p.id == person.id for p in have.people):
        raise StoreError(
            f"There is somebody with the id {person.id} already.",
            hint="Give another with --id, or change annotations/people.yaml in an editor.",
        )
    write_people(home, replace(have, people=(*have.people, person)))
    line = f"people.{len(have.people)}."
    told = [p for path, p in _faults(home) if path.startswith(line)]
    return Added(person=person, problems=tuple(told))


def _free(have: People) -> int:
    """The next number that no id and no pseudonym of the list has."""
    taken = {p.id for p in have.people} | {p.pseudonym for p in have.people}
    number = len(have.people) + 1
    while f"p{number}" in taken or f"Person {number}" in taken:
        number += 1
    return number


def check(project: Path | None = None) -> list[Problem]:
    """Every problem of the list, sorted. Raises FileError where it can't be read."""
    home = store.need_project(project, here())
    load_people(home)
    return problems(home)


def problems(home: Project) -> list[Problem]:
    """Every problem of a list that can be read, sorted."""
    return sorted({problem for _, problem in _faults(home)})


def _faults(home: Project) -> Iterator[tuple[str, Problem]]:
    """Every fault's path and problem."""
    if not home.people_path.exists():
        return
    shown, lines = home.shown(home.people_path), yaml.Lines(read_text(home.people_path))
    for fault in faults(load_people(home)):
        problem = Problem(shown, lines.of(fault.path), fault.rule, fault.message)
        yield ".".join(map(str, fault.path)) + ".", problem


def suggest(project: Path | None = None) -> tuple[Suggestion, ...]:
    """Whom articles name and the list doesn't."""
    home = store.need_project(project, here())
    articles = (store.load_article(home, name).article for name in home.articles())
    return suggestions(load_people(home), articles)
