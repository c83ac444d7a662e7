"""Rating patterns: how many coders gave each label, and how many units look like that.

Everything that does not ask who rated works on patterns with weights: 10,000 units of 5 coders
share a hundred of them, so resampling the units is drawing new weights.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import numpy as np

from qa_annotate.errors import UsageError

from .values import Codes, Floats

Label: TypeAlias = Hashable


@dataclass(frozen=True, kw_only=True)
class Counts:
    """Rating patterns without regard to who rated.

    `table[p, k]` is how many coders gave label k in pattern p, `weights[p]` how many units show
    that pattern.
    """

    table: Floats
    weights: Floats

    @property
    def labels(self) -> int:
        """How many labels are declared."""
        return int(self.table.shape[1])

    @cached_property
    def ratings(self) -> Floats:
        """How many ratings each pattern has."""
        total: Floats = self.table.sum(axis=1)
        return total

    @cached_property
    def shared(self) -> Floats:
        """1 for patterns with two ratings or more, else 0."""
        return (self.ratings >= 2).astype(float)

    @cached_property
    def pairs(self) -> Floats:
        """r(r-1) of each pattern, 1 where that is 0 (such patterns are masked by `shared`)."""
        return np.maximum(self.ratings * (self.ratings - 1), 1)

    @cached_property
    def shares(self) -> Floats:
        """r_k / r of each pattern, 0 where nobody rated."""
        out: Floats = self.table / np.maximum(self.ratings, 1)[:, None]
        return out

    @cached_property
    def units(self) -> float:
        """How many units have at least one rating."""
        return float(self.weights @ (self.ratings >= 1))

    @cached_property
    def shared_units(self) -> float:
        """How many units have at least two ratings."""
        return float(self.weights @ self.shared)

    def only_shared(self) -> Counts:
        """The patterns with two ratings or more."""
        kept = self.ratings >= 2
        return Counts(table=self.table[kept], weights=self.weights[kept])


def collapsed(counts: Counts) -> tuple[Counts, Codes]:
    """Equal patterns made one, and the new place of each old one."""
    base = int(counts.ratings.max(initial=0)) + 2
    rows, inverse = unique_rows(counts.table.astype(np.int64), base)
    weights = np.bincount(inverse, counts.weights, minlength=len(rows)).astype(float)
    return Counts(table=rows.astype(float), weights=weights), inverse


def unique_rows(codes: Codes, base: int) -> tuple[Codes, Codes]:
    """The different rows of an array of numbers from -1 to base - 2, and each row's index there."""
    keys = np.zeros(len(codes), dtype=np.int64)
    room = 1
    for column in codes.T:
        if room > 2**62 // base:  # the key is full: number what there is, and go on
            keys = np.unique(keys, return_inverse=True)[1].reshape(-1).astype(np.int64)
            room = len(codes) + 1
        keys = keys * base + (column + 1)
        room *= base
    _, first, inverse = np.unique(keys, return_index=True, return_inverse=True)
    return codes[first], inverse.reshape(-1).astype(np.int64)


def undeclared(label: object) -> UsageError:
    """The error for a label that nobody declared."""
    return UsageError(
        f"The data hold the label {label!r}, which is not declared.",
        hint="Name every label that may occur.",
    )
