"""What a report on agreement holds: plain data for a terminal, a page, a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .counts import Label
from .disagreements import Disagreement
from .intervals import Interval
from .values import Value


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """A coefficient with its bootstrap interval and Gwet's standard error, where there are any."""

    name: str
    title: str
    value: Value
    interval: Interval | None = None
    se: Value | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class OfLabel:
    """One label: how often it was given, and agreement on it."""

    label: Label
    ratings: int
    units: int
    specific_agreement: Figure
    alpha: Figure


@dataclass(frozen=True, kw_only=True, slots=True)
class OfGroup:
    """Agreement on one question, in one article, or of one day."""

    name: str
    units: int
    percent_agreement: Value
    alpha: Value
    interval: Interval | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class OfPair:
    """Two coders: `table` holds the labels of the first by those of the second, in units.

    `interval` is that of Cohen's kappa.
    """

    coders: tuple[str, str]
    units: int
    percent_agreement: Value
    cohen_kappa: Value
    cohen_kappa_se: Value
    interval: Interval | None
    table: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class OfCoder:
    """One coder against the rest.

    `with_others` is percent agreement over the pairs that hold this coder; `kappa_with_others` the
    mean of the coder's kappas; `alpha_without` the alpha of all the others.
    """

    coder: str
    units: int
    distribution: Mapping[Label, int]
    with_others: Value
    kappa_with_others: Value
    alpha_without: Value


@dataclass(frozen=True, kw_only=True, slots=True)
class Warn:
    """Something a reader must know before relying on the figures."""

    code: str
    message: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """Agreement in one set of reliability data. `units` were compared; the others were left out.

    `as_sets` compares all labels of a unit, where units hold several; else it is empty.
    """

    level: str
    measurement: str
    coders: tuple[str, ...]
    labels: tuple[Label, ...]
    articles: int
    units: int
    ratings: int
    several_labels: int
    left_out: Mapping[str, int]
    headline: tuple[Figure, ...]
    by_label: tuple[OfLabel, ...]
    by_level: tuple[OfGroup, ...]
    by_article: tuple[OfGroup, ...]
    by_time: tuple[OfGroup, ...]
    pairs: tuple[OfPair, ...]
    by_coder: tuple[OfCoder, ...]
    disagreements: tuple[Disagreement, ...]
    warnings: tuple[Warn, ...]
    as_sets: tuple[Figure, ...]
    draws: int
    seed: int
    confidence: float
    resampled: str = "units"

    @property
    def alpha(self) -> Figure:
        """The figure that the report leads with."""
        return self.headline[0]
