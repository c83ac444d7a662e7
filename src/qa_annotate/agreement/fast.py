"""Alpha of a large numeric array, without giving every rating a label number first."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from qa_annotate.errors import UsageError

from . import coefficients as c
from . import distances as d
from .arrays import label_counts
from .catalogue import Formula
from .counts import Counts, Label
from .intervals import DRAWS, SEED, Interval, resampled
from .values import NO_SHARED_UNIT, NO_VARIATION, ONE_CODER, Value, value


def krippendorff_alpha(
    data: npt.ArrayLike, labels: Sequence[float] | None = None, *, level: str = "nominal"
) -> Value:
    """Krippendorff's alpha of a numeric array of units by coders, NaN where missing.

    `labels` declares the values in order; without it, those that occur, sorted. The array may lie
    in memory either way round: hand over `array.T` of coders by units as it is.

    Krippendorff (2011), section A:

    >>> krippendorff_alpha([[0, 1], [1, 1], [0, 1], [0, 0], [0, 0], [0, 1], [0, 0], [0, 0],
    ...                     [1, 0], [0, 0]]).value.__round__(3)
    0.095
    """
    _, counts, formula = _prepared(data, labels, level)
    reason = _why_not(data, counts)
    if reason:
        return Value(None, 0, reason)
    return value(float(formula(counts, counts.weights)), counts.shared_units, NO_VARIATION)


def alpha_interval(
    data: npt.ArrayLike,
    labels: Sequence[float] | None = None,
    *,
    level: str = "nominal",
    confidence: float = 0.95,
    draws: int = DRAWS,
    seed: int = SEED,
) -> tuple[Value, Interval | None]:
    """The same with its percentile bootstrap interval over units; None where undefined."""
    _, counts, formula = _prepared(data, labels, level)
    reason = _why_not(data, counts)
    if reason:
        return Value(None, 0, reason), None
    point = value(float(formula(counts, counts.weights)), counts.shared_units, NO_VARIATION)
    return point, resampled(counts, draws=draws, seed=seed).interval(formula, confidence)


def _prepared(
    data: npt.ArrayLike, labels: Sequence[float] | None, level: str
) -> tuple[tuple[Label, ...], Counts, Formula]:
    array = np.asarray(data)
    if array.ndim != 2 or array.dtype.kind not in "fiub":
        raise UsageError("Alpha of an array needs numbers in two dimensions, units by coders.")
    metric = d.named(level)
    found, counts = label_counts(array, labels)
    nominal = metric == "nominal"
    return found, counts, c.alpha_nominal if nominal else c.alpha(d.of_level(metric, found))


def _why_not(data: npt.ArrayLike, counts: Counts) -> str:
    if np.shape(data)[1] < 2:
        return ONE_CODER
    return "" if counts.shared_units else NO_SHARED_UNIT
