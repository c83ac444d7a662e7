"""`similar`, `corroboration`: the same claim elsewhere, tied by a person; independent origins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast, get_args

from ..adapters.likeness import likeness
from ..core.corroborating import Corroboration, Name, statements
from ..core.differing import differences
from ..core.editing import Hand, tie, untie
from ..core.records import Claim, Document, Edit, LinkKind
from ..core.similar import LEAST, Alike, Index, Owned, alike, by_id, normal, of_claim
from ..errors import BlindError, StoreError, UsageError
from ..store.people import load_people
from ..store.project import Project
from .blind import in_sight, out_of_sight
from .claiming import Edited, Held, edit_claim, hold
from .coding import Gathered, gather

NONE = "none"
"""What takes a tie away."""


@dataclass(frozen=True, kw_only=True)
class Proposed:
    """A claim, and claims of other articles that say much the same."""

    of: Owned
    found: tuple[Alike, ...]


@dataclass(frozen=True, kw_only=True)
class Similar:
    """What was found, and what to tell."""

    claims: tuple[Proposed, ...]
    notices: tuple[str, ...] = ()


def similar(
    claim: str | None = None, *, least: float = LEAST, project: Path | None = None
) -> Similar:
    """Claims of other articles that resemble one, or each; of one coder's claims on just the same
    words the first stands for all. Nothing is tied.

    Raises StoreError where there is no such claim.
    """
    gathered = in_sight(gather(project))
    claims = _claims(gathered)
    index = Index(claims)
    if claim is not None:
        wanted: Sequence[int | None] = (of_claim(claims, claim),)
        if wanted[0] is None:
            raise StoreError(
                f"There is no claim {claim} here to compare.",
                hint="See the ids with: qa-annotate export",
            )
    else:
        wanted = _first_of_each(claims)
    found = [
        Proposed(of=claims[number], found=hits)
        for number in wanted
        if number is not None
        if (hits := alike(index, number, likeness, least)) or claim is not None
    ]
    return Similar(claims=tuple(found), notices=gathered.notices)


def _claims(gathered: Gathered) -> list[Owned]:
    """The claims in the order of articles and coders."""
    return [
        Owned(article=coded.opened.article.id, coder=document.coder, claim=claim)
        for coded in gathered.articles
        for document in coded.documents
        for claim in document.claims
    ]


def _first_of_each(claims: Sequence[Owned]) -> list[int]:
    first: dict[tuple[str, str], int] = {}
    for number, owned in enumerate(claims):
        first.setdefault((owned.article, normal(owned.claim.quote)), number)
    return list(first.values())


# ---- ties ---------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Tied:
    """Two claims side by side, and what was recorded of them. `other` is None where a tie was taken
    away to a claim that is there no more."""

    one: Owned
    other: Owned | None
    differs: tuple[str, ...]
    edited: Edited | None = None


def tie_claims(
    claim: str,
    other: str,
    *,
    how: str | None = None,
    why: str = "",
    coder: str | None = None,
    project: Path | None = None,
) -> Tied:
    """Tie a claim of yours to another one, or take the tie away; without `how`, compare the two.

    Raises UsageError for a tie that means nothing, StoreError for a claim that isn't there,
    BlindError for one that may not be seen yet.
    """
    kinds = get_args(LinkKind)
    if how is not None and how not in (*kinds, NONE):
        raise UsageError(
            f"'{how}' is no tie.", hint="One of: " + ", ".join(kinds) + f"; {NONE} unties"
        )
    if claim == other:
        raise UsageError("A claim is not tied to itself.", hint="Name another claim.")
    held = hold(claim, project)
    gone = how == NONE and _tied_to_nothing(held, other)
    there = held if gone else hold(other, project)
    _require_in_sight(held, there)
    told = Tied(
        one=_owned(held),
        other=None if gone else _owned(there),
        differs=tuple(map(str, differences(held.claim.quote, there.claim.quote))),
    )
    if how is None:
        return told

    def make(_: Document, now: Claim, hand: Hand) -> Edit:
        if how == NONE:
            return untie(now, other, why.strip())
        return tie(now, other, cast(LinkKind, how), why.strip(), hand)

    return replace(told, edited=edit_claim(held, coder, make))


def _owned(held: Held) -> Owned:
    return Owned(article=held.opened.article.id, coder=held.document.coder, claim=held.claim)


def _tied_to_nothing(held: Held, other: str) -> bool:
    """Whether a claim is tied to one that was deleted, put aside or purged."""
    if all(link.claim != other for link in held.claim.links):
        return False
    try:
        hold(other, held.project.root)
    except StoreError:
        return True
    return False


def _require_in_sight(*claims: Held) -> None:
    """Refuse to show claims of documents that are out of sight in a blind project."""
    for held in claims:
        name, coder = held.opened.article.id, held.document.coder
        if f"{name}/{coder}" in out_of_sight(held.project.root, [name]):
            raise BlindError(
                f"This project is coded blind, and {name}/{coder} is not to be seen yet.",
                hint="Compare them once everybody concerned has finished.",
            )


# ---- origins ------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Weighed:
    """Statements with their independent origins, and what to tell."""

    statements: tuple[Corroboration, ...]
    notices: tuple[str, ...] = ()


def corroboration(claim: str | None = None, *, project: Path | None = None) -> Weighed:
    """How many independent origins each statement has, or the one that a claim belongs to.

    Raises StoreError where there is no such claim, or it appears once alone.
    """
    gathered = in_sight(gather(project))
    claims = by_id(_claims(gathered))
    if claim is not None and claim not in claims:
        raise StoreError(
            f"There is no claim {claim} here.", hint="See the ids with: qa-annotate export"
        )
    found = tuple(statements(claims, _names(gathered.project)))
    if claim is not None:
        found = tuple(s for s in found if claim in s.claims)
    return Weighed(statements=found, notices=gathered.notices)


def _names(project: Project) -> Name:
    """One name for each person of `people.yaml`, by whatever name they go."""
    known = {
        normal(words): person.id
        for person in load_people(project).people
        for words in (*person.names, *person.aliases, *person.spellings)
    }
    return lambda words: known.get(normal(words), normal(words))
