"""Span F1 and agreement by position: figures that readers of other tools know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import TypeAlias

import numpy as np

from . import pairs
from .coefficients import alpha_nominal
from .continua import Continuum, Marked
from .counts import Counts, Label
from .door import mean_of, pair_value
from .matching import matched
from .values import NO_TEXT, NOTHING_MARKED, ONE_CODER, Floats, Value, quotient, value


def coders_of(texts: Sequence[Continuum]) -> tuple[str, ...]:
    """Everyone who looked at any of the texts."""
    return tuple(dict.fromkeys(coder for text in texts for coder in text.coders))


def shared_texts(
    texts: Sequence[Continuum], a: str, b: str
) -> Iterator[tuple[tuple[Marked, ...], tuple[Marked, ...]]]:
    """The two coders' spans in each text that both looked at."""
    for text in texts:
        if a in text.spans and b in text.spans:
            yield text.spans[a], text.spans[b]


# ---- spans --------------------------------------------------------------------------------------


def span_f1(texts: Sequence[Continuum]) -> Iterator[tuple[str, Value]]:
    """2 * common / (|A| + |B|) for each pair of coders, by what counts as common.

    `span_f1_exact`: same start, end and label; `span_f1_boundaries`: same start and end;
    `span_f1_overlap`: matched one to one by half their positions or more, same label.
    """
    names = list(combinations(coders_of(texts), 2))
    for name, common in _COMMON:
        found = {}
        for a, b in names:
            found[f"{a}-{b}"] = _f1(list(shared_texts(texts, a, b)), common)
            yield f"{name}/{a}-{b}", found[f"{a}-{b}"]
        yield f"{name}_mean_pairwise", mean_of(found, ONE_CODER)


Common: TypeAlias = Callable[[Sequence[Marked], Sequence[Marked]], int]


def _f1(shared: Sequence[tuple[Sequence[Marked], Sequence[Marked]]], common: Common) -> Value:
    total = sum(len(a) + len(b) for a, b in shared)
    both = sum(common(a, b) for a, b in shared)
    return Value(2 * both / total, total) if total else Value(None, 0, NOTHING_MARKED)


def _exact(a: Sequence[Marked], b: Sequence[Marked]) -> int:
    return (Counter(a) & Counter(b)).total()


def _boundaries(a: Sequence[Marked], b: Sequence[Marked]) -> int:
    return (Counter(s[:2] for s in a) & Counter(s[:2] for s in b)).total()


def _overlap(a: Sequence[Marked], b: Sequence[Marked]) -> int:
    found = matched([s[:2] for s in a], [s[:2] for s in b])
    return sum(a[i][2] == b[j][2] for i, j in found)


_COMMON = (
    ("span_f1_exact", _exact),
    ("span_f1_boundaries", _boundaries),
    ("span_f1_overlap", _overlap),
)


# ---- positions ----------------------------------------------------------------------------------


def by_position(texts: Sequence[Continuum], labels: Sequence[Label]) -> Iterator[tuple[str, Value]]:
    """Every position a unit, unmarked ones with a label of their own (first in every table).

    `position_f1_labelled` and `position_f1_marked` leave unmarked positions out: twice the
    positions on which both say the same label (or: both mark), over what each marks.
    """
    counts = _counts(texts, labels)
    reason = "no variation" if counts.weights.sum() else NO_TEXT
    alpha = float(alpha_nominal(counts, counts.weights))
    yield "position_alpha_nominal", value(alpha, counts.weights.sum(), reason)
    for a, b in combinations(coders_of(texts), 2):
        table = sum(
            (_contingency(t, labels, a, b) for t in texts if {a, b} <= set(t.coders)),
            start=np.zeros((len(labels) + 1,) * 2),
        )
        yield f"position_cohen_kappa/{a}-{b}", pair_value(table, pairs.cohen_kappa)
        marked = 2 * table.sum() - table[0].sum() - table[:, 0].sum()
        for name, both in (("labelled", np.trace(table) - table[0, 0]), ("marked", _both(table))):
            found = value(quotient(2 * both, marked), marked, NOTHING_MARKED)
            yield f"position_f1_{name}/{a}-{b}", found


def _both(table: Floats) -> float:
    return float(table[1:, 1:].sum())


def _counts(texts: Sequence[Continuum], labels: Sequence[Label]) -> Counts:
    tables = [np.zeros((0, len(labels) + 1))]
    for text in texts:
        table = np.zeros((len(text.lengths), len(labels) + 1))
        for column in text.codes(labels).T:
            table[np.arange(len(table)), column + 1] += 1
        tables.append(table)
    return Counts(
        table=np.concatenate(tables),
        weights=np.concatenate([np.zeros(0), *(text.lengths for text in texts)]),
    )


def _contingency(text: Continuum, labels: Sequence[Label], a: str, b: str) -> Floats:
    size = len(labels) + 1
    codes = text.codes(labels) + 1
    first, second = (codes[:, text.coders.index(name)] for name in (a, b))
    cells = np.bincount(first * size + second, text.lengths, minlength=size * size)
    return cells.astype(float).reshape(size, size)
