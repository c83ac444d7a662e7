"""Everything a reviewer asks of one set of reliability data, computed once.

What is kept out: words on a screen, pages, files. `Report` is plain data for all of them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from . import coefficients as c
from . import distances as d
from . import door, hierarchy, pairs
from .catalogue import COUNTED, PER_LABEL, SETS, Counted, Formula, described
from .cautions import cautions
from .counts import Counts, Label
from .disagreements import disagreements
from .figures import Figure, OfCoder, OfGroup, OfLabel, OfPair, Report
from .intervals import DRAWS, SEED, Interval, Resamples, resampled, resampled_rows
from .reliability import Reliability
from .tables import Ratings, encoded
from .timing import times
from .values import NO_SHARED_UNIT, ONE_CODER, Floats, Value, value


@dataclass(frozen=True, kw_only=True)
class _Work:
    """What every part of the report works from."""

    data: Ratings
    rows: Reliability
    drawn: Resamples
    drawn_rows: Resamples | None
    confidence: float
    measurement: str = "nominal"
    articles: tuple[str, ...] = field(default=())

    @cached_property
    def alpha(self) -> Formula:
        """Alpha at the data's own level of measurement."""
        if self.measurement == "nominal":
            return c.alpha_nominal
        return c.alpha(d.of_level(d.named(self.measurement), self.data.labels))

    @cached_property
    def distances(self) -> Floats | None:
        """What a disagreement costs in kappas of two coders: all the same, or by order."""
        return None if self.measurement == "nominal" else d.linear(len(self.data.labels))

    def figure(self, line: Counted, se: Value | None = None) -> Figure:
        """A coefficient of the table with its interval."""
        found = door.of_formula(self.data, line.formula, line.undefined)
        return Figure(
            name=line.name,
            title=line.title,
            value=found,
            interval=self.interval(line.formula),
            se=se,
        )

    def interval(self, formula: Formula) -> Interval | None:
        """The interval of a formula over these data."""
        return None if self.data.why_not else self.drawn.interval(formula, self.confidence)

    @cached_property
    def of_coders(self) -> Mapping[str, Floats]:
        """Coefficients of named coders in every draw; kappas have one column a pair."""
        if self.drawn_rows is None or len(self.data.coders) < 2:
            return {}
        weights = self.drawn_rows.drawn
        tables = pairs.contingencies(self.data, weights)
        kappas = pairs.cohen_kappas(tables, self.distances)
        plain = pairs.cohen_kappas(tables) if self.measurement != "nominal" else kappas
        return {
            "of pairs": kappas,
            "mean of pairs": kappas.mean(axis=-1),
            "mean_pairwise_cohen_kappa": plain.mean(axis=-1),
            "conger_kappa": pairs.conger_kappa(self.data, weights),
            "percent_agreement_all_listwise": pairs.all_agree(self.data, weights),
        }

    def interval_of(self, found: Value, draws: Floats | None) -> Interval | None:
        """The interval of a defined coefficient, from its value in every draw."""
        if draws is None or not found.defined:
            return None
        return self.drawn.of_draws(draws, self.confidence)


def report(
    data: Reliability,
    labels: Sequence[Label],
    *,
    measurement: str = "nominal",
    parents: Mapping[Label, str | None] | None = None,
    draws: int = DRAWS,
    seed: int = SEED,
    confidence: float = 0.95,
    sets: bool | None = None,
) -> Report:
    """All figures of one set of reliability data.

    `labels` declares every label that may occur, "no claim" included where it is a category;
    `measurement` is the labels' level; `parents` maps labels to their group in the codebook.
    Intervals come from `draws` resamples of articles (ten or more), else of units. All labels of a
    unit are compared as sets where `sets` says so; None: where units hold several.
    """
    table = encoded(data.rows, labels, data.coders)
    drawn = resampled(
        table.counts, pattern=table.count_pattern, articles=data.articles, draws=draws, seed=seed
    )
    work = _Work(
        data=table,
        rows=data,
        drawn=drawn,
        drawn_rows=resampled_rows(table, articles=data.articles, draws=draws, seed=seed),
        confidence=confidence,
        measurement=measurement,
        articles=data.articles,
    )
    both = _pairs(work)
    headline = _headline(work, both)
    return Report(
        level=data.level,
        measurement=measurement,
        coders=data.coders,
        labels=tuple(labels),
        articles=len(set(data.articles)),
        units=int(table.counts.shared_units),
        ratings=int(table.counts.weights @ table.counts.ratings),
        several_labels=0 if sets is False else data.several_labels,
        left_out=dict(data.left_out_by_reason),
        headline=headline,
        by_label=_by_label(work),
        by_level=_by_level(work, parents or {}),
        by_article=_grouped(work, data.articles) if any(data.articles) else (),
        by_time=_by_time(work),
        pairs=both,
        by_coder=_by_coder(work, both),
        disagreements=disagreements(data),
        warnings=cautions(table.counts, labels, headline[0], drawn, data.articles),
        as_sets=_as_sets(work) if (data.several_labels if sets is None else sets) else (),
        draws=draws,
        seed=seed,
        confidence=confidence,
        resampled=drawn.by,
    )


# ---- headline -----------------------------------------------------------------------------------

_FIRST = (
    "krippendorff_alpha_nominal",
    "percent_agreement",
    "gwet_ac1",
    "fleiss_kappa_gwet",
    "brennan_prediger",
)
_BESIDE = ("conger_kappa", "mean_pairwise_cohen_kappa", "percent_agreement_all_listwise")


def _headline(work: _Work, both: Sequence[OfPair]) -> tuple[Figure, ...]:
    found = door.Values(work.data, work.measurement)
    table = {line.name: line for line in COUNTED}
    plain = [work.figure(table[name], found.get(f"{name}_se")) for name in _FIRST]
    beside = [_of_coders(work, name, found) for name in _BESIDE]
    ordered = _ordered(work, found, both)
    return (*ordered, *plain, *beside)


def _as_sets(work: _Work) -> tuple[Figure, ...]:
    """Alpha of all the labels that units hold, with intervals."""
    rows = work.rows.sets
    used = list(dict.fromkeys(entry for row in rows for entry in row if entry is not None))
    found = door.sets(rows, coders=work.rows.coders)
    data = encoded(rows, used, work.rows.coders)
    drawn = resampled(
        data.counts,
        pattern=data.count_pattern,
        articles=work.articles,
        draws=work.drawn.draws,
        seed=work.drawn.seed,
    )
    figures = []
    for line, distance in zip(SETS, (d.jaccard, d.masi), strict=True):
        formula = c.alpha(d.fixed(d.between_sets(used, distance)))
        interval = None if data.why_not else drawn.interval(formula, work.confidence)
        figures.append(_named(line.name, found[line.name], interval))
    return tuple(figures)


def _of_coders(work: _Work, name: str, found: door.Values) -> Figure:
    interval = work.interval_of(found[name], work.of_coders.get(name))
    return _named(name, found[name], interval, found.get(f"{name}_se"))


def _named(
    name: str, found: Value, interval: Interval | None = None, se: Value | None = None
) -> Figure:
    line = described(name)
    title = line.title if line else name
    return Figure(name=name, title=title, value=found, interval=interval, se=se)


def _ordered(work: _Work, found: door.Values, both: Sequence[OfPair]) -> list[Figure]:
    """What goes by the labels' order: alpha, AC2, and the mean of weighted kappas."""
    if work.measurement == "nominal":
        return []
    level = d.named(work.measurement)
    name = f"krippendorff_alpha_{level}"
    q = len(work.data.labels)
    ac2 = [
        _named(f"gwet_ac2_{how}", found[f"gwet_ac2_{how}"], work.interval(c.gwet_ac2(metric(q))))
        for how, metric in (("linear", d.linear), ("quadratic", d.quadratic))
    ]
    kappas = {"-".join(pair.coders): pair.cohen_kappa for pair in both}
    mean = door.mean_of(kappas, ONE_CODER)
    around = work.interval_of(mean, work.of_coders.get("mean of pairs"))
    weighted = _named("mean_pairwise_cohen_kappa_linear", mean, around)
    return [_named(name, found[name], work.interval(work.alpha)), *ac2, weighted]


# ---- by label, level, article -------------------------------------------------------------------


def _by_label(work: _Work) -> tuple[OfLabel, ...]:
    counts = work.data.counts
    columns = {line.name: _label_figures(work, line) for line in PER_LABEL}
    given = counts.weights @ counts.table
    units = counts.weights @ (counts.table > 0)
    return tuple(
        OfLabel(
            label=label,
            ratings=int(given[at]),
            units=int(units[at]),
            specific_agreement=columns["specific_agreement"][at],
            alpha=columns["krippendorff_alpha_label"][at],
        )
        for at, label in enumerate(work.data.labels)
    )


def _label_figures(work: _Work, line: Counted) -> list[Figure]:
    found = dict(door.of_labels(work.data, line))
    merged = work.drawn.counts
    drawn = line.formula(merged, work.drawn.drawn)
    figures = []
    for at, (name, number) in enumerate(found.items()):
        interval = work.drawn.of_draws(drawn[:, at], work.confidence) if number.defined else None
        figures.append(Figure(name=name, title=line.title, value=number, interval=interval))
    return figures


def _by_level(work: _Work, parents: Mapping[Label, str | None]) -> tuple[OfGroup, ...]:
    out = []
    for step in hierarchy.steps(work.data.labels, parents):
        data = hierarchy.taken(work.data, step)
        drawn = resampled(
            data.counts,
            pattern=data.count_pattern,
            articles=work.articles,
            draws=work.drawn.draws,
            seed=work.drawn.seed,
        )
        interval = None if data.why_not else drawn.interval(c.alpha_nominal, work.confidence)
        out.append(
            OfGroup(
                name=step.title,
                units=int(data.counts.shared_units),
                percent_agreement=door.of_formula(data, c.percent_agreement),
                alpha=door.of_formula(data, c.alpha_nominal),
                interval=interval,
            )
        )
    return tuple(out)


MOST_INTERVALS = 200
"""Groups get no intervals of their own where there are more than this."""


def _grouped(work: _Work, keys: Sequence[str]) -> tuple[OfGroup, ...]:
    """One formula over all groups at once: a group is a set of weights."""
    names = {name: at for at, name in enumerate(dict.fromkeys(keys))}
    counts = work.data.counts
    weights = np.zeros((len(names), len(counts.weights)))
    rows = np.array([names[name] for name in keys], dtype=np.int64)
    np.add.at(weights, (rows, work.data.count_pattern), 1)
    alpha, agreement = (f(counts, weights) for f in (work.alpha, c.percent_agreement))
    units = weights @ counts.shared
    return tuple(
        OfGroup(
            name=name,
            units=int(units[at]),
            percent_agreement=_value(agreement[at], units[at]),
            alpha=_value(alpha[at], units[at]),
            interval=_of_units(work, weights[at]) if len(names) <= MOST_INTERVALS else None,
        )
        for name, at in names.items()
    )


def _of_units(work: _Work, weights: Floats) -> Interval | None:
    """The interval of alpha within one group, from resamples of its units."""
    counts = Counts(table=work.data.counts.table, weights=weights)
    if not counts.shared_units:
        return None
    drawn = resampled(counts, draws=work.drawn.draws, seed=work.drawn.seed)
    return drawn.interval(work.alpha, work.confidence)


def _by_time(work: _Work) -> tuple[OfGroup, ...]:
    """By the day (or month) on which units were decided, the earliest first."""
    keys = times(work.rows) if any(work.articles) else ()  # anyone's table has no times
    return tuple(sorted(_grouped(work, keys), key=lambda g: g.name)) if any(keys) else ()


def _value(number: float, units: float) -> Value:
    return value(float(number), units) if units else Value(None, 0, NO_SHARED_UNIT)


# ---- coders -------------------------------------------------------------------------------------


def _pairs(work: _Work) -> tuple[OfPair, ...]:
    kappas = work.of_coders.get("of pairs")
    return tuple(
        _pair(work, pair, None if kappas is None else kappas[:, at])
        for at, pair in enumerate(pairs.coder_pairs(work.data))
    )


def _pair(work: _Work, columns: tuple[int, int], draws: Floats | None) -> OfPair:
    data, table = work.data, pairs.contingency(work.data, *columns)
    n = float(table.sum())
    kappa = door.pair_value(table, lambda found: pairs.cohen_kappa(found, work.distances))
    return OfPair(
        coders=(data.coders[columns[0]], data.coders[columns[1]]),
        units=int(n),
        percent_agreement=_value(np.trace(table) / n if n else math.nan, n),
        cohen_kappa=kappa,
        cohen_kappa_se=_error_of(work, table),
        interval=work.interval_of(kappa, draws),
        table=tuple(tuple(int(cell) for cell in row) for row in table),
    )


def _error_of(work: _Work, table: Floats) -> Value:
    """The standard error of a pair's kappa; of weighted ones none is offered."""
    if work.distances is not None:
        return Value(None, int(table.sum()), "weighted")
    return door.pair_value(table, pairs.cohen_kappa_se)


def _by_coder(work: _Work, both: Sequence[OfPair]) -> tuple[OfCoder, ...]:
    without = dict(door.without(work.data, work.alpha))
    return tuple(
        _coder(work.data, at, [p for p in both if coder in p.coders], without)
        for at, coder in enumerate(work.data.coders)
    )


def _coder(data: Ratings, at: int, both: Sequence[OfPair], without: Mapping[str, Value]) -> OfCoder:
    coder, column = data.coders[at], data.codes[:, at]
    rated = column >= 0
    given = np.bincount(column[rated], data.weights[rated], minlength=len(data.labels))
    shared = sum(pair.units for pair in both)
    agreeing = sum(sum(row[i] for i, row in enumerate(pair.table)) for pair in both)
    kappas = {"-".join(pair.coders): pair.cohen_kappa for pair in both}
    return OfCoder(
        coder=coder,
        units=int(data.weights[rated].sum()),
        distribution={k: int(n) for k, n in zip(data.labels, given, strict=True)},
        with_others=_value(agreeing / shared if shared else math.nan, shared),
        kappa_with_others=door.mean_of(kappas, NO_SHARED_UNIT),
        alpha_without=without[f"krippendorff_alpha_nominal_without/{coder}"],
    )
