"""The units on which coders differ, with everything a person needs to judge who is right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb

from qa_annotate.core.model import Span
from qa_annotate.core.records import Claim

from .reliability import Rating, Reliability, Unit


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """What one coder made of a unit. `claims` touch the unit, the deciding one first."""

    coder: str
    value: Rating
    claims: tuple[Claim, ...]

    @property
    def reasons(self) -> tuple[str, ...]:
        """The reasons of the claims, those that have one."""
        return tuple(claim.reason for claim in self.claims if claim.reason)


@dataclass(frozen=True, kw_only=True, slots=True)
class Disagreement:
    """A unit with different values. `differing` of `pairs` pairs of coders do not agree on it."""

    article: str
    span: Span
    place: str
    words: str
    context: tuple[str, str]
    question: str
    choices: tuple[Choice, ...]
    differing: int
    pairs: int


def disagreements(data: Reliability) -> tuple[Disagreement, ...]:
    """Units whose values differ among those who rated them.

    The most disputed first (by how many pairs of coders differ), then by place.
    """
    found = [_disagreement(unit, data.coders) for unit in data.units if _differ(unit)]
    return tuple(sorted(found, key=lambda d: -d.differing))


def _differ(unit: Unit) -> bool:
    return len(set(unit.values) - {None}) > 1


def _disagreement(unit: Unit, coders: Sequence[str]) -> Disagreement:
    choices = tuple(
        Choice(coder=coder, value=cell.value, claims=cell.claims)
        for coder, cell in zip(coders, unit.cells, strict=True)
        if cell.value is not None
    )
    values = [choice.value for choice in choices]
    pairs = comb(len(values), 2)
    same = sum(comb(values.count(value), 2) for value in set(values))
    return Disagreement(
        article=unit.article,
        span=unit.span,
        place=unit.place,
        words=unit.words,
        context=unit.context,
        question=unit.question,
        choices=choices,
        differing=pairs - same,
        pairs=pairs,
    )
