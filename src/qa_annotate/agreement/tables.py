"""Units by coders as label numbers, equal rows counted once; and the plain-text table of them.

Everything later works on rating patterns with weights: 10,000 units of 5 coders share a few
hundred patterns, so resampling the units is drawing new weights.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from qa_annotate.errors import UsageError

from .values import NO_SHARED_UNIT, ONE_CODER, Codes, Floats

Label: TypeAlias = Hashable
Rows: TypeAlias = Sequence[Sequence[Any]] | npt.NDArray[Any]
MISSING = -1


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

    def against_rest(self, label: int) -> Counts:
        """The same ratings as "this label or not"."""
        one = self.table[:, label]
        return Counts(table=np.column_stack([one, self.ratings - one]), weights=self.weights)


@dataclass(frozen=True, kw_only=True)
class Ratings:
    """Units by coders as label numbers (-1 is missing), each different row once with its weight.

    `pattern` tells for each unit of the data which row it became.
    """

    labels: tuple[Label, ...]
    coders: tuple[str, ...]
    codes: Codes
    weights: Floats
    pattern: Codes

    @cached_property
    def counts(self) -> Counts:
        """The patterns without regard to who rated, as many rows as `codes`."""
        return Counts(table=_one_hot_sum(self.codes, len(self.labels)), weights=self.weights)

    @cached_property
    def active(self) -> int:
        """How many coders rated anything."""
        return int((self.codes >= 0).any(axis=0).sum())

    @property
    def why_not(self) -> str:
        """Why no agreement can be counted at all; empty if it can."""
        if self.active < 2:
            return ONE_CODER
        return "" if self.counts.shared_units else NO_SHARED_UNIT

    def of_coders(self, columns: Sequence[int]) -> Ratings:
        """The ratings of some of the coders."""
        return ratings(
            self.codes[:, list(columns)],
            self.labels,
            [self.coders[c] for c in columns],
            weights=self.weights,
        )

    def recoded(self, to: Sequence[int], labels: Sequence[Label]) -> Ratings:
        """The same ratings in other labels: label k becomes `to[k]`, -1 makes it missing."""
        lookup = np.array([*to, MISSING], dtype=np.int64)
        return ratings(lookup[self.codes], labels, self.coders, weights=self.weights)


def _one_hot_sum(codes: Codes, labels: int) -> Floats:
    out = np.zeros((len(codes), labels))
    rows = np.arange(len(codes))
    for column in codes.T:
        rated = column >= 0
        out[rows[rated], column[rated]] += 1
    return out


def ratings(
    codes: Codes, labels: Sequence[Label], coders: Sequence[str], weights: Floats | None = None
) -> Ratings:
    """Equal rows counted once."""
    rows, inverse = unique_rows(codes, len(labels) + 1)
    total = np.bincount(inverse, weights, minlength=len(rows)).astype(float)
    return Ratings(
        labels=tuple(labels),
        coders=tuple(coders),
        codes=rows,
        weights=total,
        pattern=inverse,
    )


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


# ---- from data ----------------------------------------------------------------------------------


def encoded(data: Rows, labels: Sequence[Label], coders: Sequence[str] | None = None) -> Ratings:
    """Ratings from rows of labels: rows are units, columns coders, None (or NaN) missing.

    Raises UsageError where rows differ in length or hold a label that is not declared.
    """
    if len(set(labels)) != len(labels):
        raise UsageError("A label is declared twice.")
    if isinstance(data, np.ndarray) and data.dtype.kind in "fiu":
        codes = _numeric_codes(data, labels)
    else:
        codes = _codes(data, labels, len(coders) if coders is not None else None)
    names = [str(c) for c in coders] if coders is not None else _numbered(codes.shape[1])
    if len(names) != codes.shape[1] or len(set(names)) != len(names):
        raise UsageError(
            f"{codes.shape[1]} columns need {codes.shape[1]} different coder names,"
            f" not {len(names)}: {', '.join(names)}."
        )
    return ratings(codes, labels, names)


def _numbered(columns: int) -> list[str]:
    return [f"coder{number}" for number in range(1, columns + 1)]


def _numeric_codes(data: npt.NDArray[Any], labels: Sequence[Label]) -> Codes:
    if data.ndim != 2:
        raise UsageError(f"A table of units by coders has 2 dimensions, not {data.ndim}.")
    codes = np.full(data.shape, MISSING, dtype=np.int64)
    for number, label in enumerate(labels):
        codes[data == label] = number
    unknown = data[(codes == MISSING) & ~np.isnan(data)]
    if unknown.size:
        raise undeclared(unknown[0].item())
    return codes


def _codes(data: Rows, labels: Sequence[Label], columns: int | None) -> Codes:
    rows = [tuple(row) for row in data]
    width = columns if columns is not None else len(rows[0]) if rows else 0
    for number, row in enumerate(rows, 1):
        if len(row) != width:
            raise UsageError(f"Unit {number} has {len(row)} ratings; there are {width} coders.")
    index: dict[Label, int] = {label: number for number, label in enumerate(labels)}
    index[None] = MISSING
    try:
        flat = [index[value] for row in rows for value in row]
    except KeyError:
        flat = [_code(value, index) for row in rows for value in row]
    return np.array(flat, dtype=np.int64).reshape(len(rows), width)


def _code(value: Any, index: dict[Label, int]) -> int:
    if isinstance(value, float) and value != value:
        return MISSING
    if value not in index:
        raise undeclared(value)
    return index[value]


def undeclared(label: object) -> UsageError:
    """The error for a label that nobody declared."""
    return UsageError(
        f"The data hold the label {label!r}, which is not declared.",
        hint="Name every label that may occur.",
    )


# ---- from text ----------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True, slots=True)
class Matrix:
    """Anyone's table of units by coders: labels as text, None missing."""

    coders: tuple[str, ...]
    units: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]
    labels: tuple[str, ...]


def matrix(text: str, labels: Sequence[str] = ()) -> Matrix:
    r"""A tab-separated table: coders named in the first line, the unit in the first column.

    An empty cell is missing. `labels` come first and may hold some that do not occur; labels that
    occur but are not among them follow, sorted (as numbers where all are numbers).

    >>> matrix("unit\ta\tb\nu1\tyes\t\nu2\tno\tyes\n").rows
    (('yes', None), ('no', 'yes'))

    Raises UsageError with the line where a row does not fit the header.
    """
    lines = [line for line in text.removeprefix("\ufeff").splitlines() if line.strip()]
    if not lines:
        raise UsageError("The table is empty.", hint="Its first line names the coders.")
    coders = tuple(cell.strip() for cell in lines[0].split("\t")[1:])
    _check_header(coders)
    cells = [_cells(line, number, len(coders)) for number, line in enumerate(lines[1:], 2)]
    rows = tuple(row for _, row in cells)
    found = {value for row in rows for value in row if value is not None}
    declared = tuple(dict.fromkeys(labels))
    return Matrix(
        coders=coders,
        units=tuple(unit for unit, _ in cells),
        rows=rows,
        labels=declared + _sorted_labels(found.difference(declared)),
    )


def _check_header(coders: Sequence[str]) -> None:
    if not coders or not all(coders):
        raise UsageError(
            "The first line must name a coder for each column after the first.",
            hint="Cells are parted by tabs.",
        )
    if len(set(coders)) != len(coders):
        raise UsageError("Two columns name the same coder.")


def _cells(line: str, number: int, coders: int) -> tuple[str, tuple[str | None, ...]]:
    unit, *values = line.split("\t")
    if len(values) > coders:
        raise UsageError(f"Line {number} has {len(values)} ratings, but there are {coders} coders.")
    row = [value.strip() or None for value in values] + [None] * (coders - len(values))
    return unit.strip(), tuple(row)


def _sorted_labels(labels: set[str]) -> tuple[str, ...]:
    numbers = {label: number(label) for label in labels}
    if all(found is not None for found in numbers.values()):
        return tuple(sorted(labels, key=lambda label: (numbers[label] or 0.0, label)))
    return tuple(sorted(labels))


def number(label: object) -> float | None:
    """A label as a number, None if it is none."""
    try:
        found = float(label)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return None
    return found if np.isfinite(found) else None
