"""The observed disorder of gamma: the cheapest way to line up everybody's spans.

Mathet, Widlöcher & Métivier (2015). An alignment puts every span into exactly one row with at most
one span a coder; a row costs the mean dissimilarity of its pairs, an empty place costing
`delta_empty` against anything. The disorder is the sum of the rows' costs over the mean number of
spans a coder. The search is exact. Gamma itself also needs the disorder of random texts, which is
drawn, and differs from program to program; it is not offered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from math import comb, prod
from typing import Any

from .continua import Marked
from .values import NOTHING_MARKED, ONE_CODER, Value

TOO_MANY = "too many spans to line up exactly"
MOST_ROWS = 200_000
MOST_STATES = 100_000


@dataclass(frozen=True, kw_only=True, slots=True)
class _Costs:
    """What a row of one place a coder costs."""

    alpha: float
    beta: float
    empty: float
    coders: int

    def between(self, a: Marked, b: Marked) -> float:
        """alpha * (ends' distances / lengths)² + beta * (labels differ), in units of an empty."""
        apart = abs(a[0] - b[0]) + abs(a[1] - b[1])
        position = (apart / (a[1] - a[0] + b[1] - b[0])) ** 2
        return (self.alpha * position + self.beta * (a[2] != b[2])) * self.empty

    def row(self, spans: Sequence[Marked]) -> float:
        """The mean over all pairs of places."""
        full = sum(self.between(a, b) for a, b in combinations(spans, 2))
        return (full + (self.pairs - comb(len(spans), 2)) * self.empty) / self.pairs

    @property
    def pairs(self) -> int:
        """How many pairs of places a row has."""
        return comb(self.coders, 2)

    @property
    def most(self) -> float:
        """Two spans further apart than this stand in no cheapest row together."""
        return (self.pairs + self.coders - 1) * self.empty


def gamma_observed_disorder(
    spans: Mapping[str, Iterable[Sequence[Any]]],
    *,
    alpha: float = 3.0,
    beta: float = 1.0,
    delta_empty: float = 1.0,
) -> Value:
    """The disorder of the best alignment of each coder's [start, end, label].

    Undefined with fewer than two coders, where nothing is marked, or where so many spans lie close
    together that the exact search would not end.

    >>> joe, jack = [(0, 20, "A")], [(0, 5, "A"), (5, 10, "A"), (10, 15, "A"), (15, 20, "A")]
    >>> round(gamma_observed_disorder({"Joe": joe, "Jack": jack}).value, 3)
    1.632
    """
    owned: list[tuple[Marked, int]] = [
        ((int(s), int(e), label), coder)
        for coder, found in enumerate(spans.values())
        for s, e, label in found
    ]
    owned.sort(key=lambda one: one[0][:2])
    if len(spans) < 2 or not owned:
        return Value(None, 0, NOTHING_MARKED if len(spans) > 1 else ONE_CODER)
    costs = _Costs(alpha=alpha, beta=beta, empty=delta_empty, coders=len(spans))
    total = _cheapest([list(_rows(owned, at, costs)) for at in range(len(owned))])
    if total is None:
        return Value(None, len(owned), TOO_MANY)
    return Value(total * len(spans) / len(owned), len(owned))


def _rows(
    owned: Sequence[tuple[Marked, int]], first: int, costs: _Costs
) -> Iterator[tuple[int, float]]:
    """Rows worth considering whose first span is this one: as a set of bits, with its cost."""
    span, coder = owned[first]
    near: dict[int, list[int]] = {}
    for at in range(first + 1, len(owned)):
        other, owner = owned[at]
        if owner != coder and costs.between(span, other) <= costs.most:
            near.setdefault(owner, []).append(at)
    if prod(len(found) + 1 for found in near.values()) > MOST_ROWS:
        return
    for chosen in product(*([None, *found] for found in near.values())):
        row = [first, *(at for at in chosen if at is not None)]
        cost = costs.row([owned[at][0] for at in row])
        if len(row) == 1 or cost < len(row) * costs.empty:
            yield sum(1 << at for at in row), cost


def _cheapest(rows: Sequence[Sequence[tuple[int, float]]]) -> float | None:
    """The least cost of covering every span once; None where too much would have to be kept.

    Spans are taken in order: each is already covered, or begins a row.
    """
    costs = {0: 0.0}
    for at, beginning in enumerate(rows):
        following: dict[int, float] = {}
        for covered, cost in costs.items():
            choices = [(0, 0.0)] if covered >> at & 1 else beginning
            for row, more in choices:
                if not covered & row:
                    state = covered | row
                    following[state] = min(cost + more, following.get(state, cost + more))
        if not following or len(following) > MOST_STATES:
            return None
        costs = following
    return min(costs.values())
