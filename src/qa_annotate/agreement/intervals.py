"""Percentile bootstrap: what a coefficient would have been with other units, or other articles.

Units share few rating patterns, so a resample is one multinomial draw over the patterns. Where
there are ten articles or more, articles are drawn whole, since units of one article resemble each
other. Krippendorff's own algorithm (Hayes & Krippendorff 2007) draws pairs as if they were
independent; its intervals are too narrow with three coders or more, so it is not offered.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from .counts import Counts
from .tables import Ratings
from .values import Codes, Floats

DRAWS = 1000
SEED = 20260131
MINIMUM_ARTICLES = 10
THRESHOLDS = (("0.667", 0.667), ("0.800", 0.8))


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A percentile bootstrap interval.

    `below` maps a threshold ("0.667", "0.800") to the share of draws under it. Draws in which the
    coefficient is undefined are left out; `defined` of `draws` remain.
    """

    low: float
    high: float
    level: float
    by: str
    draws: int
    defined: int
    seed: int
    below: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Resamples:
    """Rating patterns, their weights in the data, and in every draw; shape (draws, patterns)."""

    counts: Counts
    drawn: Floats
    by: str
    seed: int

    @cached_property
    def draws(self) -> int:
        """How often the data were drawn anew."""
        return len(self.drawn)

    def interval(
        self, coefficient: Callable[[Counts, Floats], Floats], level: float = 0.95
    ) -> Interval | None:
        """The interval of one coefficient; None where the data or no draw defines it."""
        if np.isnan(coefficient(self.counts, self.counts.weights)):
            return None
        return self.of_draws(coefficient(self.counts, self.drawn), level)

    def of_draws(self, values: Floats, level: float = 0.95) -> Interval | None:
        """The interval from one value a draw."""
        return interval_of(values, by=self.by, seed=self.seed, level=level)


def interval_of(values: Floats, *, by: str, seed: int, level: float) -> Interval | None:
    """The percentile interval of a coefficient from its value in each draw (NaN: undefined)."""
    defined = values[~np.isnan(values)]
    if not defined.size:
        return None
    tail = (1 - level) / 2
    low, high = np.quantile(defined, [tail, 1 - tail])
    return Interval(
        low=float(low),
        high=float(high),
        level=level,
        by=by,
        draws=len(values),
        defined=int(defined.size),
        seed=seed,
        below={name: float((defined < limit).mean()) for name, limit in THRESHOLDS},
    )


def resampled(
    counts: Counts,
    *,
    pattern: Codes | None = None,
    articles: Sequence[Hashable] | None = None,
    draws: int = DRAWS,
    seed: int = SEED,
) -> Resamples:
    """Draws of the units, or of the articles where there are ten or more.

    `pattern` tells for each unit which row of `counts` it shows, `articles` which article it
    belongs to; both are needed only for resampling articles. Units nobody rated are left out.
    """
    random = np.random.default_rng(seed)
    if articles is not None and pattern is not None and len(set(articles)) >= MINIMUM_ARTICLES:
        drawn = _draw_articles(pattern, articles, len(counts.weights), draws, random)
        return Resamples(counts=counts, drawn=drawn, by="articles", seed=seed)
    drawn = _draw_units(counts.weights * (counts.ratings >= 1), draws, random)
    return Resamples(counts=counts, drawn=drawn, by="units", seed=seed)


MOST_ROWS = 5000
"""Coefficients of named coders are not resampled where more different rows occur than this."""


def resampled_rows(
    data: Ratings,
    *,
    articles: Sequence[Hashable] | None = None,
    draws: int = DRAWS,
    seed: int = SEED,
) -> Resamples | None:
    """As `resampled`, but telling the coders apart; for who-rated coefficients."""
    if len(data.weights) > MOST_ROWS:
        return None
    return resampled(
        data.row_counts, pattern=data.pattern, articles=articles, draws=draws, seed=seed
    )


def _draw_units(weights: Floats, draws: int, random: np.random.Generator) -> Floats:
    n = int(weights.sum())
    if not n:
        return np.zeros((draws, len(weights)))
    return random.multinomial(n, weights / weights.sum(), size=draws).astype(float)


def _draw_articles(
    pattern: Codes,
    articles: Sequence[Hashable],
    patterns: int,
    draws: int,
    random: np.random.Generator,
) -> Floats:
    names = {name: number for number, name in enumerate(dict.fromkeys(articles))}
    numbers = np.array([names[name] for name in articles])
    held = np.zeros((len(names), patterns))
    np.add.at(held, (numbers, pattern), 1)
    picked = random.multinomial(len(names), np.full(len(names), 1 / len(names)), size=draws)
    out: Floats = picked.astype(float) @ held
    return out
