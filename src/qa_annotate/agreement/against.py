"""Coders against a reference, such as the adjudicated document: precision and recall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from . import pairs
from .counts import Label
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
