"""What an agreement report says, as values: figures, what was left out, what differs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .model import Span, Tool


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """A percentile interval: what a coefficient would have been with other units, or articles.

    `below` tells in which share of the resamples it was under 0.667 and under 0.800. Resamples in
    which it was undefined are left out: `defined` of `draws` remain.
    """

    low: float
    high: float
    level: float
    by: str
    draws: int
    defined: int
    seed: int
    below: Mapping[str, float]


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A coefficient: its value, or the reason why it is undefined. `n` is what it rests on.

    `se` is Gwet's standard error, where there is one.
    """

    name: str
    title: str
    value: float | None
    n: int
    reason: str = ""
    note: str = ""
    interval: Bounds | None = None
    se: float | None = None


@dataclass(frozen=True, kw_only=True)
class Definition:
    """What a coefficient says, in plain words, and where its formula comes from."""

    name: str
    title: str
    explain: str
    source: str
    needs: str


@dataclass(frozen=True, kw_only=True)
class LabelFigures:
    """One label: how often it was given, on how many units, and agreement on it."""

    label: str
    ratings: int
    units: int
    specific_agreement: Figure
    alpha: Figure


@dataclass(frozen=True, kw_only=True)
class GroupFigures:
    """Agreement on one question, in one article, or of one day."""

    name: str
    units: int
    percent_agreement: Figure
    alpha: Figure


@dataclass(frozen=True, kw_only=True)
class PairFigures:
    """Two coders. `table` has the first one's labels as rows, the second one's as columns."""

    coders: tuple[str, str]
    units: int
    percent_agreement: Figure
    cohen_kappa: Figure
    table: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, kw_only=True)
class CoderFigures:
    """One coder against the rest, and how often the coder gave each label."""

    coder: str
    units: int
    distribution: Mapping[str, int]
    with_others: Figure
    kappa_with_others: Figure
    alpha_without: Figure


@dataclass(frozen=True, kw_only=True)
class Scored:
    """How one coder's use of a label fares against the reference."""

    label: str
    precision: Figure
    recall: Figure
    f1: Figure


@dataclass(frozen=True, kw_only=True)
class ScoredCoder:
    """One coder against the reference: `claims` leaves "no claim" out.

    `claims` and `by_label` are of units; `exact` and `overlap` of claims as spans, all of them
    together and then by label, over the text that both have read. Where matched claims are
    compared, units hold nothing that one of the two missed, so nothing could be recalled by them:
    only the accuracy is of units there.
    """

    coder: str
    units: int
    accuracy: Figure
    claims: Scored | None = None
    by_label: tuple[Scored, ...] = ()
    exact: tuple[Scored, ...] = ()
    overlap: tuple[Scored, ...] = ()

    @property
    def ways(self) -> tuple[tuple[str, tuple[Scored, ...]], ...]:
        """The scores by what is counted, in words."""
        ways = (
            ("by units", (self.claims, *self.by_label) if self.claims else ()),
            ("by claims on the same words", self.exact),
            ("by claims on at least half the words", self.overlap),
        )
        return tuple((way, scores) for way, scores in ways if scores)


@dataclass(frozen=True, kw_only=True)
class Caution:
    """Something a reader must know before relying on the figures."""

    code: str
    message: str


@dataclass(frozen=True, kw_only=True)
class Choice:
    """What one coder made of a unit."""

    coder: str
    value: str
    reasons: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Difference:
    """A unit on which coders differ, with its words. `differing` of `pairs` pairs of them do."""

    article: str
    span: Span
    place: str
    words: str
    context: tuple[str, str]
    question: str
    choices: tuple[Choice, ...]
    differing: int
    pairs: int


@dataclass(frozen=True, kw_only=True)
class Rated:
    """A unit with one value a coder, or the reason why there is none; used, or why not."""

    article: str
    span: Span
    place: str
    words: str
    values: tuple[str | None, ...]
    missing: tuple[str, ...]
    reason: str = ""

    @property
    def used(self) -> bool:
        """Whether two coders or more can be compared on it."""
        return not self.reason

    @property
    def differs(self) -> bool:
        """Whether coders gave it different values."""
        return len(set(self.values) - {None}) > 1


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """An agreement report: what was compared, the figures, what was left out, what differs.

    `compared` says in words what a unit and its value are. `headline[0]` is the figure to lead
    with; `further` are those of spans, of sets, and the like. `units` holds the reliability data,
    the units left out included.
    """

    tool: Tool
    level: str
    compared: str
    measurement: str
    articles: tuple[str, ...]
    coders: tuple[str, ...]
    codebook: str
    categories: tuple[str, ...]
    units_used: int
    units_with_several_labels: int
    ratings: int
    left_out: Mapping[str, int]
    headline: tuple[Figure, ...]
    further: tuple[Figure, ...] = ()
    by_label: tuple[LabelFigures, ...] = ()
    by_level: tuple[GroupFigures, ...] = ()
    by_article: tuple[GroupFigures, ...] = ()
    by_time: tuple[GroupFigures, ...] = ()
    pairs: tuple[PairFigures, ...] = ()
    by_coder: tuple[CoderFigures, ...] = ()
    reference: str = ""
    against: tuple[ScoredCoder, ...] = ()
    cautions: tuple[Caution, ...] = ()
    differences: tuple[Difference, ...] = ()
    definitions: tuple[Definition, ...] = ()
    draws: int
    seed: int
    confidence: float
    resampled: str
    methods: str = ""
    notices: tuple[str, ...] = ()
    units: tuple[Rated, ...] = ()
