"""The library door for spans."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from .continua import Continuum, continuum, labels_of
from .intervals import DRAWS, MINIMUM_ARTICLES, SEED, Interval, interval_of
from .span_scores import by_position, span_f1
from .unitizing import alpha_u, empty, family, tally
from .values import ONE_CODER, Value


def spans(
    spans: Mapping[str, Iterable[Sequence[Any]]], *, begin: int = 0, length: int
) -> dict[str, Value]:
    """Agreement of coders who marked spans of one text.

    `spans` maps each coder to [start, end, label] with whole positions, end excluded; a coder who
    looked and marked nothing has an empty list. The text begins at `begin` and has `length`
    positions. Names: `u_alpha`, `u_alpha_binary`, `cu_alpha`, `cu_coverage`, `ku_alpha/LABEL`,
    `ku_coverage/LABEL`, `alphaU2004`, `alphaU2004/LABEL`, `span_f1_exact/A-B`,
    `span_f1_boundaries/A-B`, `span_f1_overlap/A-B`, `position_alpha_nominal`,
    `position_cohen_kappa/A-B`, `position_f1_labelled/A-B`, `position_f1_marked/A-B`.

    Spans of one coder that overlap are flattened for the u-alpha family and the positions, the
    innermost winning; the note says how many did.

    Krippendorff (2019), figure 12.11, three coders and seven values:

    >>> alex = [[0, 7, 1], [7, 13, 2], [30, 32, 5], [32, 37, 6], [37, 44, 6], [44, 60, 7]]
    >>> paul = [[0, 7, 1], [7, 13, 3], [13, 21, 5], [32, 44, 6]]
    >>> suzan = [[0, 7, 1], [7, 13, 4], [13, 21, 5], [32, 37, 6], [37, 41, 6], [41, 44, 6]]
    >>> found = spans({"Alex": alex, "Paul": paul, "Suzan": suzan}, length=60)
    >>> [round(found[name].value, 3) for name in ("u_alpha", "cu_alpha", "ku_coverage/5")]
    [0.51, 0.724, 0.444]
    >>> found["ku_alpha/7"].reason
    'no text marked by two coders'

    Raises UsageError where a span is empty or lies outside the text.
    """
    text = continuum(spans, begin=begin, length=length)
    out = pooled_spans([text])
    out.update(alpha_u(text, labels_of([text])))
    return out if len(text.coders) > 1 else _undefined(out)


def pooled_spans(texts: Sequence[Continuum]) -> dict[str, Value]:
    """The same over several texts, pooled: each adds to one tally over the coders who have it.

    `alphaU2004` is left out, being defined for one text.
    """
    shared = [text for text in texts if len(text.coders) > 1]
    labels = labels_of(texts)
    flattened = sum(text.overlapping for text in texts)
    note = f"{flattened} overlapping spans flattened, the innermost winning" if flattened else ""
    total = sum((tally(text, labels) for text in shared), start=empty(labels))
    out: dict[str, Value] = {}
    for name, found in (*family(total, labels), *by_position(shared, labels)):
        out[name] = replace(found, note=note)
    out.update(span_f1(shared))
    return out if shared else _undefined(out)


def span_intervals(
    texts: Sequence[Continuum],
    *,
    draws: int = DRAWS,
    seed: int = SEED,
    confidence: float = 0.95,
) -> dict[str, Interval]:
    """Percentile intervals of the u-alpha family from resampled texts, where there are ten or more.

    A pooled tally is a sum over texts, so a resample is a sum with other weights.
    """
    shared = [text for text in texts if len(text.coders) > 1]
    if len(shared) < MINIMUM_ARTICLES:
        return {}
    labels = labels_of(texts)
    tallies = [tally(text, labels) for text in shared]
    random = np.random.default_rng(seed)
    weights = random.multinomial(len(shared), np.full(len(shared), 1 / len(shared)), size=draws)
    found: dict[str, list[float]] = {}
    for row in weights:
        parts = (t.times(float(n)) for t, n in zip(tallies, row, strict=True) if n)
        for name, result in family(sum(parts, start=empty(labels)), labels):
            found.setdefault(name, []).append(math.nan if result.value is None else result.value)
    made = {
        name: interval_of(np.array(values), by="articles", seed=seed, level=confidence)
        for name, values in found.items()
    }
    return {name: interval for name, interval in made.items() if interval is not None}


def _undefined(out: dict[str, Value]) -> dict[str, Value]:
    return {name: Value(None, 0, ONE_CODER) for name in out}
