"""Coders against a reference, such as the adjudicated document: precision and recall."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from . import pairs
from .continua import Marked
from .counts import Label
from .matching import matched
from .reliability import NO_CLAIM, Reliability
from .tables import encoded
from .values import LABEL_NOT_USED, NOTHING_MARKED, Floats, Value, quotient, value


@dataclass(frozen=True, kw_only=True, slots=True)
class Score:
    """How one coder's use of a label fares against the reference.

    `precision`: of the units that the coder gave the label, the share the reference gave it too;
    `recall`: of those the reference gave it, the share that the coder found; `f1` joins the two.
    """

    label: Label
    precision: Value
    recall: Value
    f1: Value


@dataclass(frozen=True, kw_only=True, slots=True)
class Against:
    """One coder against the reference, over the units that both have.

    `claims` leaves "no claim" out: a claim counts as right when it has the reference's label.
    """

    coder: str
    units: int
    accuracy: Value
    claims: Score
    by_label: tuple[Score, ...]
    table: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SpansAgainst:
    """A coder's claims against the reference's as spans, by what counts as found.

    `exact`: same start, end and label; `overlap`: same label, matched one to one by at least half
    of what either covers. All claims together come first, then each label.
    """

    exact: tuple[Score, ...]
    overlap: tuple[Score, ...]


def against(
    data: Reliability, labels: Sequence[Label], reference: str = "adjudicated"
) -> tuple[Against, ...]:
    """Every other coder against the coder named `reference`.

    Raises ValueError where there is no such coder.
    """
    found = encoded(data.rows, labels, data.coders)
    at = data.coders.index(reference)
    return tuple(
        _scored(coder, labels, pairs.contingency(found, column, at))
        for column, coder in enumerate(data.coders)
        if column != at
    )


def _scored(coder: str, labels: Sequence[Label], table: Floats) -> Against:
    n, right = float(table.sum()), np.diag(table)
    said, wanted = table.sum(axis=1), table.sum(axis=0)
    real = np.array([label != NO_CLAIM for label in labels])
    return Against(
        coder=coder,
        units=int(n),
        accuracy=value(quotient(right.sum(), n), n, "no shared unit"),
        claims=_score("claims", right[real].sum(), said[real].sum(), wanted[real].sum()),
        by_label=tuple(
            _score(label, right[k], said[k], wanted[k]) for k, label in enumerate(labels)
        ),
        table=tuple(tuple(int(cell) for cell in row) for row in table),
    )


def _score(label: Label, right: float, said: float, wanted: float) -> Score:
    reason = NOTHING_MARKED if label == "claims" else LABEL_NOT_USED
    return Score(
        label=label,
        precision=value(quotient(right, said), said, reason),
        recall=value(quotient(right, wanted), wanted, reason),
        f1=value(quotient(2 * right, said + wanted), said + wanted, reason),
    )


# ---- as spans -----------------------------------------------------------------------------------

Texts: TypeAlias = Sequence[tuple[Sequence[Marked], Sequence[Marked]]]
"""The coder's spans and the reference's in each text, on what both have read."""


def spans_against(texts: Texts, labels: Sequence[Label]) -> SpansAgainst:
    """A coder's spans against the reference's: precision, recall and F1 over all texts."""
    found = {name: [common(*text) for text in texts] for name, common in _COMMON}
    scores = {name: tuple(_by_span(texts, sum(c, Counter()), labels)) for name, c in found.items()}
    return SpansAgainst(exact=scores["exact"], overlap=scores["overlap"])


def _by_span(texts: Texts, right: Counter[Label], labels: Sequence[Label]) -> Iterator[Score]:
    said = Counter(label for coder, _ in texts for _, _, label in coder)
    wanted = Counter(label for _, reference in texts for _, _, label in reference)
    yield _score("claims", right.total(), said.total(), wanted.total())
    for label in labels:
        if label != NO_CLAIM:
            yield _score(label, right[label], said[label], wanted[label])


def _exact(coder: Sequence[Marked], reference: Sequence[Marked]) -> Counter[Label]:
    return Counter(label for _, _, label in (Counter(coder) & Counter(reference)).elements())


def _overlap(coder: Sequence[Marked], reference: Sequence[Marked]) -> Counter[Label]:
    """Claims of one label matched; each label on its own, so that no other takes its partner."""
    found: Counter[Label] = Counter()
    for label in {label for _, _, label in coder}:
        mine = [(start, end) for start, end, of in coder if of == label]
        theirs = [(start, end) for start, end, of in reference if of == label]
        found[label] = len(matched(mine, theirs))
    return found


_COMMON = (("exact", _exact), ("overlap", _overlap))
