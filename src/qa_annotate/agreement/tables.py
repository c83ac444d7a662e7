"""Units by coders as label numbers; and the plain-text table of them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from qa_annotate.errors import UsageError

from .arrays import label_counts
from .counts import Counts, Label, collapsed, undeclared, unique_rows
from .values import NO_SHARED_UNIT, ONE_CODER, Codes, Floats

Rows: TypeAlias = Sequence[Sequence[Any]] | npt.NDArray[Any]
MISSING = -1


@dataclass(frozen=True, kw_only=True)
class Ratings:
    """What each coder said of each unit.

    `numbered` gives units by coders as label numbers, -1 missing, when they are first asked for;
    `counted` the patterns where they are known already. Each different row stands once in `codes`,
    with its weight; `pattern` tells which row a unit became.
    """

    labels: tuple[Label, ...]
    coders: tuple[str, ...]
    numbered: Callable[[], Codes]
    units: Floats | None = None
    counted: Counts | None = None

    @cached_property
    def _rows(self) -> tuple[Codes, Codes]:
        return unique_rows(self.numbered(), len(self.labels) + 1)

    @property
    def codes(self) -> Codes:
        """Every different row of label numbers."""
        return self._rows[0]

    @property
    def pattern(self) -> Codes:
        """For each unit, its row in `codes`."""
        return self._rows[1]

    @cached_property
    def weights(self) -> Floats:
        """How many units show each row of `codes`."""
        return np.bincount(self.pattern, self.units, minlength=len(self.codes)).astype(float)

    @cached_property
    def row_counts(self) -> Counts:
        """How often each row of `codes` gives each label."""
        return Counts(table=_one_hot_sum(self.codes, len(self.labels)), weights=self.weights)

    @cached_property
    def _collapsed(self) -> tuple[Counts, Codes]:
        return collapsed(self.row_counts)

    @cached_property
    def counts(self) -> Counts:
        """The patterns without regard to who rated."""
        return self._collapsed[0] if self.counted is None else self.counted

    @cached_property
    def count_pattern(self) -> Codes:
        """For each unit, its row in the patterns that do not regard who rated."""
        out: Codes = self._collapsed[1][self.pattern]
        return out

    @cached_property
    def active(self) -> int:
        """How many coders rated anything."""
        return active(self.codes)

    @cached_property
    def why_not(self) -> str:
        """Why no agreement can be counted at all; empty if it can."""
        if self.counts.shared_units:
            return ""
        return unshared(self.codes)

    def without(self, coder: int) -> Counts:
        """The patterns of all the others."""
        table = self.row_counts.table.copy()
        rated = np.flatnonzero(self.codes[:, coder] >= 0)
        table[rated, self.codes[rated, coder]] -= 1
        return Counts(table=table, weights=self.weights)

    def recoded(self, to: Sequence[int], labels: Sequence[Label]) -> Ratings:
        """The same ratings in other labels: label k becomes `to[k]`, -1 makes it missing."""
        lookup = np.array([*to, MISSING], dtype=np.int64)
        return ratings(lookup[self.codes[self.pattern]], labels, self.coders)


def active(codes: Codes) -> int:
    """How many coders, a column each, rated anything."""
    return int((codes >= 0).any(axis=0).sum())


def unshared(codes: Codes) -> str:
    """Why some coders, a column each, share no unit; where none of several rated anything, no one
    of them stands alone."""
    return ONE_CODER if codes.shape[1] < 2 or active(codes) == 1 else NO_SHARED_UNIT


def _one_hot_sum(codes: Codes, labels: int) -> Floats:
    out = np.zeros((len(codes), labels))
    for column in codes.T:
        rated = np.flatnonzero(column >= 0)
        out[rated, column[rated]] += 1
    return out


def ratings(codes: Codes, labels: Sequence[Label], coders: Sequence[str]) -> Ratings:
    """Ratings from label numbers, -1 missing; one row a unit, one column a coder."""
    return Ratings(labels=tuple(labels), coders=tuple(coders), numbered=lambda: codes)


# ---- from data ----------------------------------------------------------------------------------


def encoded(data: Rows, labels: Iterable[Label], coders: Iterable[str] | None = None) -> Ratings:
    """Ratings from rows of labels: rows are units, columns coders, None (or NaN) missing.

    Raises UsageError where rows differ in length, hold a label that is not declared, or are none.
    """
    declared = _declared(labels)
    named = None if coders is None else listed(coders, "Coders")
    if isinstance(data, np.ndarray) and data.dtype.kind in "fiu":
        return _of_array(data, declared, named)
    codes = _codes(data, declared, len(named) if named is not None else None)
    return ratings(codes, declared, _names(named, codes.shape[1]))


def _declared(labels: Iterable[Label]) -> tuple[Label, ...]:
    found = listed(labels, "Labels")
    try:
        several = len(set(found)) != len(found)
    except TypeError:
        raise _no_label(found) from None
    if several:
        raise UsageError("A label is declared twice.")
    if None in found:
        raise UsageError("None means missing: it can't be declared as a label.")
    return found


def _no_label(values: Iterable[Any]) -> UsageError:
    """What to say where something that no dictionary takes stands for a label."""
    odd = next((v for v in values if not isinstance(v, Hashable)), None)
    return UsageError(f"A label is a word or a number, not {odd!r}.")


def listed(values: Iterable[Any], what: str) -> tuple[Any, ...]:
    """Some values as a tuple; UsageError where they are none to go through."""
    try:
        return tuple(values)
    except TypeError:
        raise UsageError(f"{what} come as a list, not as {values!r}.") from None


def _of_array(
    data: npt.NDArray[Any], labels: Sequence[Any], coders: Sequence[str] | None
) -> Ratings:
    """Counts at once; label numbers only if somebody asks who rated."""
    if data.ndim != 2:
        raise UsageError(f"A table of units by coders has 2 dimensions, not {data.ndim}.")
    return Ratings(
        labels=tuple(labels),
        coders=_names(coders, data.shape[1]),
        numbered=lambda: _numeric_codes(data, labels),
        counted=label_counts(data, labels)[1],
    )


def _names(coders: Sequence[str] | None, columns: int) -> tuple[str, ...]:
    names = _numbered(columns) if coders is None else [str(coder) for coder in coders]
    if len(names) != columns or len(set(names)) != len(names):
        raise UsageError(
            f"{columns} columns need {columns} different coder names,"
            f" not {len(names)}: {', '.join(names)}."
        )
    return tuple(names)


def _numbered(columns: int) -> list[str]:
    return [f"coder{number}" for number in range(1, columns + 1)]


def _numeric_codes(data: npt.NDArray[Any], labels: Sequence[Label]) -> Codes:
    codes = np.full(data.shape, MISSING, dtype=np.int64)
    for number, label in enumerate(labels):
        codes[data == label] = number
    return codes


def _codes(data: Rows, labels: Sequence[Label], columns: int | None) -> Codes:
    rows = [listed(row, "The ratings of a unit") for row in listed(data, "Units")]
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
    except TypeError:
        raise _no_label(value for row in rows for value in row) from None
    return np.array(flat, dtype=np.int64).reshape(len(rows), width)


def _code(value: Any, index: dict[Label, int]) -> int:
    if isinstance(value, float) and value != value:
        return MISSING
    if value not in index:
        raise undeclared(value)
    return index[value]


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
    whole = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = [(at, line) for at, line in enumerate(whole.split("\n"), 1) if line.strip()]
    if not lines:
        raise UsageError("The table is empty.", hint="Its first line names the coders.")
    coders = tuple(cell.strip() for cell in lines[0][1].split("\t")[1:])
    _check_header(coders)
    cells = [_cells(line, at, len(coders)) for at, line in lines[1:]]
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
