"""What is wrong in a list of people, and who of an article is not in it yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ..model import Article
from ..project import People, Protected
from .finding import find
from .folding import fold
from .patterns import Patterns, patterns, tree
from .scripts import EVERYDAY, SEAMLESS, script

NAME_FIELDS = ("names", "aliases", "spellings")
HOPELESS = frozenset({"nameless", "telling-pseudonym"})
"""Faults with which nothing can be redacted."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """Something wrong in the list: where, which rule, and what to do."""

    path: tuple[str | int, ...]
    rule: str
    message: str


def names_of(people: People) -> Patterns:
    """Everything that tells of somebody in the list, ready to be searched for."""
    return tree(pattern for person in people.people for pattern in patterns(person))


def faults(people: People) -> Iterator[Fault]:
    """Everything wrong in the list. Messages name people by their ids."""
    every = names_of(people)
    yield from _twice(people)
    yield from _same_names(people)
    for place, person in enumerate(people.people):
        yield from _of_person(place, person, every)


def _twice(people: People) -> Iterator[Fault]:
    for name, rule in (("id", "duplicate-person"), ("pseudonym", "duplicate-pseudonym")):
        seen: dict[str, str] = {}
        for place, person in enumerate(people.people):
            value = fold(getattr(person, name))
            if value and value in seen:
                words = f"{person.id}: its {name} is that of {seen[value]} already"
                yield Fault(path=("people", place, name), rule=rule, message=words)
            seen.setdefault(value, person.id)


def _same_names(people: People) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for place, person in enumerate(people.people):
        for name, number, words in _names(person):
            first = seen.setdefault(fold(words), place)
            if first != place:
                told = f"{person.id}: this name is one of {people.people[first].id} too"
                yield Fault(
                    path=("people", place, name, number), rule="duplicate-name", message=told
                )


def _names(person: Protected) -> Iterator[tuple[str, int, str]]:
    for name in NAME_FIELDS:
        for number, words in enumerate(getattr(person, name)):
            yield name, number, words


def _of_person(place: int, person: Protected, every: Patterns) -> Iterator[Fault]:
    path = ("people", place)
    if not any(fold(words) for _, _, words in _names(person)):
        words = f"{person.id} has no name to search for"
        yield Fault(path=(*path, "names"), rule="nameless", message=words)
    if not person.pseudonym.strip():
        words = f"{person.id} has no pseudonym"
        yield Fault(path=(*path, "pseudonym"), rule="nameless", message=words)
    for name in ("pseudonym", "id"):
        told = find(getattr(person, name), every)
        if told:
            words = f"its {name} tells a name of {told[0].person}: give it another"
            yield Fault(path=(*path, name), rule="telling-pseudonym", message=words)
    yield from _short(place, person)


def _short(place: int, person: Protected) -> Iterator[Fault]:
    for name, number, words in _names(person):
        letters = fold(words)
        if letters and (len(letters) < least(letters) or words in EVERYDAY):
            told = (
                f"{person.id}: a name of {len(letters)} letters can't be told from other words "
                "safely; give the fuller name"
            )
            yield Fault(path=("people", place, name, number), rule="short-name", message=told)
    for number, initials in enumerate(person.initials):
        if len(fold(initials)) < 2:
            told = f"{person.id}: a single initial counts only with its dot, and may be anybody's"
            yield Fault(path=("people", place, "initials", number), rule="short-name", message=told)


def least(letters: str) -> int:
    """How many letters a name needs to be searched for safely."""
    return SEAMLESS.get(script(letters[0]), 3)


# ---- who is not listed yet ----------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True, slots=True)
class Suggestion:
    """Somebody whom articles name and the list doesn't."""

    name: str
    role: str
    description: str = ""
    aliases: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()


def suggestions(people: People, articles: Iterable[Article]) -> tuple[Suggestion, ...]:
    """Whom the parser found in articles and who is not listed, by their names."""
    every = names_of(people)
    found: dict[str, Suggestion] = {}
    for article in articles:
        for person in article.people:
            letters = fold(person.name)
            if not letters or find(person.name, every):
                continue
            have = found.get(letters) or Suggestion(name=person.name, role="other")
            found[letters] = replace(
                have,
                role=person.role if have.role == "other" else have.role,
                description=have.description or person.description or "",
                aliases=tuple(dict.fromkeys((*have.aliases, *person.aliases))),
                articles=tuple(dict.fromkeys((*have.articles, article.id))),
            )
    return tuple(sorted(found.values(), key=lambda s: fold(s.name)))
