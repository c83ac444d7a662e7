"""Who codes what: a reliability sample drawn at random, and shares that come out even.

Chance is taken from digests, not from a generator: an article's rank is the SHA-256 of
`SEED:ARTICLE`, a coder's for an article that of `SEED:ARTICLE:CODER`. So a draw can be checked with
`sha256sum`, and stays the same on every machine and version.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from .names import coder_slug, person
from .project import Assignment
from .text import sha256_text

Place = tuple[str | int, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """How articles are to be shared out.

    A share of `overlap` of all articles is the reliability sample, each coded by `per_article`
    coders; every other article by one.
    """

    coders: tuple[str, ...]
    per_article: int
    overlap: Fraction
    seed: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Load:
    """What counts when work is shared out: each article's units, and who has begun it already."""

    units: Mapping[str, int]
    begun: Mapping[str, Collection[str]] = field(default_factory=dict)


def drawn(
    plan: Plan, new: Collection[str], standing: Sequence[Assignment], load: Load
) -> tuple[Assignment, ...]:
    """Who codes the `new` articles, beside what stands already; in the order to code them in.

    Those who have begun an article come first; then whoever has the fewest articles, standing ones
    included; then who has shared the fewest with those chosen already; then who has the fewest
    units; then chance. The longest articles are given away first, so that units come out even too.
    """
    order = sorted(new, key=lambda article: rank(plan.seed, article))
    sample = set(order[: sample_size(plan.overlap, len(order), standing)])
    shares = _Shares(plan, load, standing)
    chosen = {
        article: shares.take(article, plan.per_article if article in sample else 1)
        for article in sorted(order, key=lambda a: (a not in sample, -load.units[a]))
    }
    return tuple(Assignment(id=a, coders=chosen[a], sample=a in sample) for a in order)


def sample_size(overlap: Fraction, new: int, standing: Sequence[Assignment]) -> int:
    """How many new articles join the sample, so that it is its share of all that is assigned.

    A sample is never empty.

    >>> sample_size(Fraction("0.2"), 12, ()), sample_size(Fraction("0.2"), 2, ())
    (2, 1)
    """
    already = sum(assignment.sample for assignment in standing)
    target = int(overlap * (new + len(standing)) + Fraction(1, 2))
    least = 1 if overlap and not already else 0
    return min(new, max(target - already, least))


def rank(*words: object) -> str:
    """A place in a random order, from a digest.

    >>> rank(7, "bridge")[:8]
    '54f4cf90'
    """
    return sha256_text(":".join(map(str, words)))


class _Shares:
    """What everybody has to do so far."""

    def __init__(self, plan: Plan, load: Load, standing: Sequence[Assignment]) -> None:
        self._plan = plan
        self._load = load
        self._articles: Counter[str] = Counter()
        self._units: Counter[str] = Counter()
        self._together: Counter[tuple[str, str]] = Counter()
        for assignment in standing:
            self._give(assignment.id, assignment.coders)

    def take(self, article: str, number: int) -> tuple[str, ...]:
        """The coders of an article, in the order of the plan."""
        chosen: list[str] = []
        while len(chosen) < number:
            rest = (coder for coder in self._plan.coders if coder not in chosen)
            chosen.append(min(rest, key=lambda coder: self._turn(article, coder, chosen)))
        self._give(article, chosen)
        return tuple(coder for coder in self._plan.coders if coder in chosen)

    def _turn(self, article: str, coder: str, chosen: Sequence[str]) -> tuple[object, ...]:
        """What decides whose turn it is, the lowest first."""
        return (
            coder not in self._load.begun.get(article, ()),
            self._articles[coder],
            sum(self._together[coder, other] for other in chosen),
            self._units[coder],
            rank(self._plan.seed, article, coder),
        )

    def _give(self, article: str, coders: Sequence[str]) -> None:
        for coder in coders:
            self._articles[coder] += 1
            self._units[coder] += self._load.units.get(article, 0)
            self._together.update((coder, other) for other in coders if other != coder)


# ---- what stands in project.yaml ----------------------------------------------------------------


def assigned_to(assignments: Sequence[Assignment], article: str) -> tuple[str, ...]:
    """Who is to code an article."""
    return next((a.coders for a in assignments if a.id == article), ())


def faults(
    assignments: Sequence[Assignment], articles: Collection[str]
) -> Iterator[tuple[Place, str]]:
    """What is wrong in assignments, with the place where it stands."""
    seen: set[str] = set()
    for at, assignment in enumerate(assignments):
        place: Place = ("assignments", at)
        if assignment.id not in articles:
            yield place, f"there is no article '{assignment.id}' in this project"
        elif assignment.id in seen:
            yield place, f"article '{assignment.id}' is assigned twice"
        seen.add(assignment.id)
        yield from (
            ((*place, "coders", number), words)
            for number, words in _coder_faults(assignment.coders)
        )


def _coder_faults(coders: Sequence[str]) -> Iterator[tuple[int, str]]:
    for number, coder in enumerate(coders):
        written = person(coder_slug(coder))
        if coder != written:
            yield number, f"'{coder}' is no coder's name as files have it: write {written}"
        elif coder in coders[:number]:
            yield number, f"'{coder}' is named twice"
