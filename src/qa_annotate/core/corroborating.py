"""How many independent origins a statement has: not how often it appears.

A statement is a claim with those that people have tied to it as the same, as repeating it or as
supporting it. What comes from one voice is one origin, however many outlets print it: claims of one
person (whom they relay, else who speaks), claims that repeat others, evidence that isn't
independent of the speaker, evidence that lies in one place. Several coders' claims on the same
words are one appearance. What isn't known counts for nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from .records import Evidence
from .similar import Owned, normal

TOGETHER = frozenset({"same", "repeats", "supports"})
"""The ties that make claims one statement."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Origin:
    """One voice or record, and the claims and evidence items (by id) that come from it."""

    who: str
    claims: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Corroboration:
    """A statement: the claims that make it, their independent origins, and what stays uncertain.

    `appearances` counts claims and supporting evidence; `unknown` are claims without a known voice
    and evidence of which nobody said whether it is independent; `contradicted` are claims and open
    evidence against it.
    """

    claims: tuple[str, ...]
    quote: str
    origins: tuple[Origin, ...]
    appearances: int
    unknown: tuple[str, ...] = ()
    contradicted: tuple[str, ...] = ()

    @property
    def independent(self) -> int:
        """How many origins there are."""
        return len(self.origins)


Name = Callable[[str], str]
"""One name for a person, whatever they are called."""


class _Groups:
    """Things put together step by step."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def top(self, thing: str) -> str:
        """What stands for a thing's group."""
        path = []
        while (above := self._above.setdefault(thing, thing)) != thing:
            path.append(thing)
            thing = above
        self._above.update(dict.fromkeys(path, thing))
        return thing

    def join(self, a: str, b: str) -> None:
        """The groups of both are one."""
        self._above[self.top(b)] = self.top(a)


def statements(claims: Mapping[str, Owned], name: Name = normal) -> Iterator[Corroboration]:
    """Every statement of a project that appears more than once, in the order of its first claim."""
    groups = _Groups()
    for id_, owned in claims.items():
        groups.join(_spot(owned), id_)
        for link in owned.claim.links:
            if link.how in TOGETHER and link.claim in claims:
                groups.join(id_, link.claim)
    members: dict[str, list[str]] = defaultdict(list)
    for id_ in claims:
        members[groups.top(id_)].append(id_)
    for ids in members.values():
        found = _weighed({id_: claims[id_] for id_ in ids}, claims, name)
        if found.appearances > 1 or found.contradicted:
            yield found


def _spot(owned: Owned) -> str:
    """The words that a claim stands on: the same for every coder."""
    claim = owned.claim
    if claim.orphaned is not None:
        return claim.id
    return f"spot {owned.article} {claim.position[0]} {claim.position[1]}"


def _weighed(claims: Mapping[str, Owned], every: Mapping[str, Owned], name: Name) -> Corroboration:
    origins, unknown = _Groups(), list[str]()
    known: dict[str, str] = {}  # what is counted, and whose it is
    for id_, owned in claims.items():
        claim = owned.claim
        voice = claim.attributed_to or claim.speaker or ""
        origins.join(_spot(owned), id_)
        if normal(voice):
            origins.join(f"voice {name(voice)}", id_)
            known[id_] = voice
        for link in claim.links:
            if link.how == "repeats" and link.claim in claims:
                origins.join(link.claim, id_)
    items = [(id_, item) for id_, owned in claims.items() for item in owned.claim.evidence]
    supporting = [(id_, item) for id_, item in items if item.bearing == "supports"]
    for id_, item in supporting:
        _place(origins, known, unknown, id_, item)
    known_tops = {origins.top(thing) for thing in known}
    unknown += [id_ for id_ in claims if origins.top(id_) not in known_tops]
    return Corroboration(
        claims=tuple(claims),
        quote=next(iter(claims.values())).claim.quote,
        origins=tuple(_origins(origins, known, claims, supporting)),
        appearances=len(set(map(_spot, claims.values()))) + len(supporting),
        unknown=tuple(unknown),
        contradicted=tuple(_against(claims, every)),
    )


def _place(
    origins: _Groups, known: dict[str, str], unknown: list[str], claim: str, item: Evidence
) -> None:
    """Where an evidence item comes from: the speaker, or a record of its own."""
    if item.independent == "unknown":
        unknown.append(item.id)
    elif item.independent == "no":
        origins.join(claim, item.id)
    else:
        known[item.id] = item.locator
        for mark in filter(None, (item.locator.strip(), item.archive, item.sha256)):
            origins.join(f"record {mark}", item.id)


def _origins(
    groups: _Groups,
    known: Mapping[str, str],
    claims: Mapping[str, Owned],
    supporting: Iterable[tuple[str, Evidence]],
) -> Iterator[Origin]:
    items = [item.id for _, item in supporting if item.independent != "unknown"]
    for top in dict.fromkeys(groups.top(thing) for thing in known):
        mine = tuple(id_ for id_ in claims if groups.top(id_) == top)
        evidence = tuple(id_ for id_ in items if groups.top(id_) == top)
        who = next(words for thing, words in known.items() if groups.top(thing) == top)
        yield Origin(who=who, claims=mine, evidence=evidence)


def _against(claims: Mapping[str, Owned], every: Mapping[str, Owned]) -> Iterator[str]:
    """What contradicts a statement: open evidence, and claims tied so from either side."""
    found = [
        item.id
        for owned in claims.values()
        for item in owned.claim.evidence
        if item.bearing == "contradicts" and item.open
    ]
    for owned in every.values():
        for link in owned.claim.links:
            if link.how == "contradicts":
                ends = owned.claim.id, link.claim
                found += [b for a, b in (ends, ends[::-1]) if a in claims and b not in claims]
    yield from dict.fromkeys(found)
