"""Distances between labels, for data that are more than names: ordered, numbers, sets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, TypeAlias, get_args

import numpy as np

from qa_annotate.errors import UsageError

from .counts import Label
from .tables import number
from .values import Floats

Level: TypeAlias = Literal["nominal", "ordinal", "interval", "ratio"]
LEVELS: tuple[Level, ...] = get_args(Level)

Distances: TypeAlias = Callable[[Floats], Floats]
"""From how often each label was given, shape (…, labels), to the distance of each from each."""


def fixed(distances: Floats) -> Distances:
    """Distances that do not depend on the data."""
    return lambda _: distances


def ordinal(given: Floats) -> Floats:
    """(sum of n_g from c to k, less (n_c + n_k)/2)², labels in declared order (Krippendorff 2011).

    That is the squared distance of the labels' middle ranks.
    """
    ranks = np.cumsum(given, axis=-1) - given / 2
    out: Floats = (ranks[..., :, None] - ranks[..., None, :]) ** 2
    return out


def interval(numbers: Floats) -> Floats:
    """(c - k)²."""
    out: Floats = (numbers[:, None] - numbers[None, :]) ** 2
    return out


def ratio_scale(numbers: Floats) -> Floats:
    """((c - k) / (c + k))², 0 where both are 0."""
    difference = numbers[:, None] - numbers[None, :]
    total = numbers[:, None] + numbers[None, :]
    out: Floats = np.divide(difference, total, out=np.zeros_like(total), where=total != 0) ** 2
    return out


def of_level(level: Level, labels: Sequence[Label]) -> Distances:
    """The distances that alpha uses at a level of measurement above nominal."""
    if level == "ordinal":
        return ordinal
    numbers = numeric(labels, level)
    if level == "interval":
        return fixed(interval(numbers))
    if (numbers < 0).any():
        raise UsageError("The level ratio needs numbers from 0 up.", hint="Use interval.")
    return fixed(ratio_scale(numbers))


def numeric(labels: Sequence[Label], level: str) -> Floats:
    """Labels as numbers; UsageError where one is none."""
    found = [number(label) for label in labels]
    for label, value in zip(labels, found, strict=True):
        if value is None:
            raise UsageError(
                f"The label {label!r} is no number, so it has no {level} distance.",
                hint="Use the level nominal or ordinal.",
            )
    return np.array(found, dtype=float)


def named(level: str) -> Level:
    """A level by its name; UsageError for another word."""
    for known in LEVELS:
        if level == known:
            return known
    raise UsageError(f"No such level of measurement: {level!r}. There are {', '.join(LEVELS)}.")


def levels_of(level: str, labels: Sequence[Label]) -> tuple[Level, ...]:
    """The levels to report for data of this level, lowest first.

    Ordered labels that are numbers are also taken as equally spaced, for comparison.
    """
    highest = LEVELS.index(named(level))
    if level == "ordinal" and all(number(label) is not None for label in labels):
        highest = LEVELS.index("interval")
    return LEVELS[: highest + 1]


# ---- by position, for weighted kappa and AC2 ----------------------------------------------------


def linear(labels: int) -> Floats:
    """|i - j| / (q - 1)."""
    return _steps(labels) / max(labels - 1, 1)


def quadratic(labels: int) -> Floats:
    """(i - j)² / (q - 1)²."""
    out: Floats = linear(labels) ** 2
    return out


def _steps(labels: int) -> Floats:
    places = np.arange(labels, dtype=float)
    out: Floats = np.abs(places[:, None] - places[None, :])
    return out


# ---- between sets -------------------------------------------------------------------------------


def jaccard(a: frozenset[Label], b: frozenset[Label]) -> float:
    """1 - |A & B| / |A | B|; two empty sets are the same set."""
    return 1 - len(a & b) / len(a | b) if a or b else 0.0


def masi(a: frozenset[Label], b: frozenset[Label]) -> float:
    """1 - J M; M is 1 equal, 2/3 one in the other, 1/3 overlapping, 0 apart (Passonneau 2006).

    >>> round(masi(frozenset("ab"), frozenset("abc")), 3)  # J = 2/3, M = 2/3
    0.556
    """
    if a == b:
        return 0.0
    if a <= b or b <= a:
        shape = 2 / 3
    else:
        shape = 1 / 3 if a & b else 0.0
    return 1 - (1 - jaccard(a, b)) * shape


SetDistance: TypeAlias = Callable[[frozenset[Label], frozenset[Label]], float]


def between_sets(sets: Sequence[frozenset[Label]], distance: SetDistance) -> Floats:
    """The distance of each set from each."""
    return np.array([[distance(a, b) for b in sets] for a in sets], dtype=float).reshape(
        len(sets), len(sets)
    )
