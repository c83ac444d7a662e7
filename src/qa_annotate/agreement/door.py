"""The library door for labels and sets: data in, a mapping from coefficient name to `Value` out."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from typing import Any, TypeAlias

import numpy as np

from qa_annotate.errors import UsageError

from . import coefficients as c
from . import distances as d
from . import intervals, pairs, variance
from .catalogue import BENNETT_S, COUNTED, PER_LABEL, Counted, Formula
from .tables import Counts, Label, Ratings, Rows, encoded
from .values import (
    INCOMPLETE,
    NO_SHARED_UNIT,
    NO_VARIATION,
    ONE_CODER,
    ONE_LABEL,
    ONE_UNIT,
    Floats,
    Value,
    value,
)

Values: TypeAlias = dict[str, Value]
PairFormula: TypeAlias = Callable[[Floats], float]
Named: TypeAlias = Iterator[tuple[str, Value]]

BOOTSTRAP_DRAWS = 2000


def labels(
    data: Rows,
    labels: Sequence[Label],
    *,
    coders: Sequence[str] | None = None,
    level: str = "nominal",
) -> Values:
    """Agreement of coders who gave one label to each given unit.

    `data` has one row a unit and one entry a coder, None (or NaN) where missing; `labels` declares
    every label that may occur, in order; `level` is the highest level of measurement that makes
    sense: nominal, ordinal, interval or ratio. Names are those of `agreement.catalogue.ALL`, with
    `/LABEL`, `/A-B` or `/CODER` behind them, and `_se`, `_ci95_low`, `_ci95_high` (Gwet 2014),
    `_boot95_low`, `_boot95_high` (percentile bootstrap, 2,000 draws of the units, fixed seed).

    Krippendorff (2011), section B, two observers of twelve units:

    >>> ben, gerry = "aabbdcccedda", "babbbccceddd"
    >>> found = labels(list(zip(ben, gerry)), "abcde", coders=["Ben", "Gerry"])
    >>> round(found["krippendorff_alpha_nominal"].value, 3)
    0.692
    >>> labels([["a", None]], "ab")["gwet_ac1"]
    Value(value=None, n=0, reason='one coder', note='')

    Raises UsageError for a label that is not declared, rows of different length, or labels that
    are no numbers at a level that needs them.
    """
    return values(encoded(data, labels, coders), level)


def values(data: Ratings, level: str = "nominal") -> Values:
    """Every coefficient of `labels`, from encoded ratings."""
    out = point_values(data, level)
    out.update(per_label(data))
    out.update(_bootstrapped(data, d.levels_of(level, data.labels)))
    return out


def point_values(data: Ratings, level: str = "nominal") -> Values:
    """The coefficients over all labels, and Gwet's errors, but nothing that is drawn."""
    levels = d.levels_of(level, data.labels)
    out: Values = {}
    out.update(counted(data))
    for family in (_complete, _conger, without):
        out.update(family(data))
    out.update(_cohen(data, levels))
    for above in levels[1:]:
        out.update([(f"krippendorff_alpha_{above}", of_formula(data, _alpha(data, above)))])
    out.update(_ac2(data, levels))
    out.update(_errors(data, out))
    return out


# ---- over rating patterns -----------------------------------------------------------------------


def counted(data: Ratings) -> Named:
    """The coefficients of the table `COUNTED`."""
    for line in (*COUNTED, BENNETT_S):
        yield line.name, of_formula(data, line.formula, line.undefined)


def of_formula(data: Ratings, formula: Formula, undefined: str = NO_VARIATION) -> Value:
    if data.why_not:
        return Value(None, 0, data.why_not)
    counts = data.counts
    return value(float(formula(counts, counts.weights)), counts.shared_units, undefined)


def per_label(data: Ratings) -> Named:
    """The coefficients of the table `PER_LABEL`, for every declared label."""
    for line in PER_LABEL:
        yield from of_labels(data, line)


def of_labels(data: Ratings, line: Counted) -> Named:
    """One coefficient of the table `PER_LABEL`."""
    counts = data.counts
    found = line.formula(counts, counts.weights)
    for label, number in zip(data.labels, found, strict=True):
        reason = data.why_not or line.undefined
        yield f"{line.name}/{label}", value(float(number), counts.shared_units, reason)


def _alpha(data: Ratings, level: d.Level) -> Formula:
    return c.alpha(d.of_level(level, data.labels))


def _ac2(data: Ratings, levels: Sequence[str]) -> Named:
    if "ordinal" not in levels:
        return
    for name, metric in (("linear", d.linear), ("quadratic", d.quadratic)):
        formula = c.gwet_ac2(metric(len(data.labels)))
        yield f"gwet_ac2_{name}", of_formula(data, formula, ONE_LABEL)


# ---- units that every coder rated ---------------------------------------------------------------


def _complete(data: Ratings) -> Named:
    listwise = pairs.fleiss_listwise(data)
    n = float(listwise.weights.sum())
    why = ONE_CODER if len(data.coders) < 2 else "" if n else "no unit rated by every coder"
    agree = pairs.all_agree(data, data.weights)
    yield "percent_agreement_all_listwise", Value(None, 0, why) if why else value(float(agree), n)
    kappa = Value(None, 0, why) if why else _of_counts(c.fleiss_kappa_gwet, listwise)
    yield "fleiss_kappa_listwise", kappa
    gaps = not why and n < data.counts.units
    yield "fleiss_kappa", Value(None, 0, INCOMPLETE) if gaps else kappa
    of_labels = c.fleiss_kappa_label(listwise, listwise.weights)
    for label, number in zip(data.labels, of_labels, strict=True):
        reason = why or (INCOMPLETE if gaps else "")
        found = Value(None, 0, reason) if reason else value(float(number), n)
        yield f"fleiss_kappa_label/{label}", found


def _of_counts(formula: Formula, counts: Counts) -> Value:
    return value(float(formula(counts, counts.weights)), counts.shared_units)


# ---- who rated ----------------------------------------------------------------------------------


def _conger(data: Ratings) -> Named:
    reason = data.why_not
    found = math.nan if reason else float(pairs.conger_kappa(data, data.weights))
    yield "conger_kappa", value(found, data.counts.shared_units, reason or NO_VARIATION)


def _cohen(data: Ratings, levels: Sequence[str]) -> Named:
    tables = {pair: pairs.contingency(data, *pair) for pair in pairs.coder_pairs(data)}
    two = len(data.coders) == 2
    for name, formula in _pair_formulas(len(data.labels), levels):
        found = {pair: pair_value(table, formula) for pair, table in tables.items()}
        for (a, b), result in found.items():
            yield name if two else f"{name}/{data.coders[a]}-{data.coders[b]}", result
        if name == "cohen_kappa":
            named = {f"{data.coders[a]}-{data.coders[b]}": v for (a, b), v in found.items()}
            yield "mean_pairwise_cohen_kappa", mean_of(named, ONE_CODER)
    if two:
        yield "scott_pi", pair_value(tables[0, 1], pairs.scott_pi)


def _pair_formulas(labels: int, levels: Sequence[str]) -> list[tuple[str, PairFormula]]:
    plain: list[tuple[str, PairFormula]] = [
        ("cohen_kappa", pairs.cohen_kappa),
        ("cohen_kappa_se", pairs.cohen_kappa_se),
    ]
    if "ordinal" not in levels:
        return plain
    return [
        *plain,
        ("cohen_kappa_linear", lambda table: pairs.cohen_kappa(table, d.linear(labels))),
        ("cohen_kappa_quadratic", lambda table: pairs.cohen_kappa(table, d.quadratic(labels))),
    ]


def pair_value(table: Floats, formula: PairFormula) -> Value:
    """A coefficient of two coders' contingency table."""
    n = float(table.sum())
    return value(formula(table), n) if n else Value(None, 0, NO_SHARED_UNIT)


def mean_of(found: dict[str, Value], empty: str) -> Value:
    """The mean of coefficients, undefined where one is; the note then gives the others' mean."""
    defined = [v.value for v in found.values() if v.value is not None]
    n = sum(v.n for v in found.values())
    for name, result in found.items():
        if result.value is None:
            note = f"mean of the {len(defined)} defined: {np.mean(defined):.6f}" if defined else ""
            return Value(None, n, f"undefined for {name} ({result.reason})", note)
    return Value(float(np.mean(defined)), n) if defined else Value(None, 0, empty)


def without(data: Ratings) -> Named:
    everyone = range(len(data.coders))
    for left_out, coder in enumerate(data.coders):
        rest = data.of_coders([other for other in everyone if other != left_out])
        yield f"krippendorff_alpha_nominal_without/{coder}", of_formula(rest, c.alpha_nominal)


# ---- errors and intervals -----------------------------------------------------------------------


def _errors(data: Ratings, found: Values) -> Named:
    for line in COUNTED:
        if line.se is not None:
            n = data.counts.shared_units if "alpha" in line.name else data.counts.units
            se = math.nan if data.why_not else line.se(data.counts)
            yield from _error(line.name, found[line.name], se, n)
    se = math.nan if data.why_not else variance.conger_se(data)
    yield from _error("conger_kappa", found["conger_kappa"], se, data.counts.units)


def _error(name: str, found: Value, se: float, n: float) -> Named:
    reason = found.reason or ONE_UNIT
    number = math.nan if found.value is None else found.value
    low, high = variance.t_interval(number, se, n)
    yield f"{name}_se", value(se, n, reason)
    yield f"{name}_ci95_low", value(low, n, reason)
    yield f"{name}_ci95_high", value(high, n, reason)


def _bootstrapped(data: Ratings, levels: Sequence[d.Level]) -> Named:
    drawn = intervals.resampled(data.counts, draws=BOOTSTRAP_DRAWS)
    for level in levels:
        formula = c.alpha_nominal if level == "nominal" else _alpha(data, level)
        interval = None if data.why_not else drawn.interval(formula)
        name, n = f"krippendorff_alpha_{level}_boot95", int(data.counts.shared_units)
        for side in ("low", "high"):
            bound = math.nan if interval is None else getattr(interval, side)
            yield f"{name}_{side}", value(bound, n, data.why_not or NO_VARIATION)


# ---- sets ---------------------------------------------------------------------------------------


def sets(
    data: Sequence[Sequence[Any]],
    labels: Sequence[Hashable] | None = None,
    *,
    coders: Sequence[str] | None = None,
) -> Values:
    """Agreement of coders who gave a set of labels to each given unit.

    As `labels`, but each entry is a collection of labels; an empty one means "looked, no label".
    Alpha with distance 1 - |A & B| / |A | B| (Jaccard), with 1 - J M (Passonneau 2006), and with
    0 or 1 (nominal: the same set or not).

    >>> found = sets([[["a"], ["a", "b"]], [["b"], ["b"]], [None, ["a"]]], ["a", "b"])
    >>> round(found["krippendorff_alpha_jaccard"].value, 6)
    0.571429
    """
    rows = [[_as_set(entry) for entry in row] for row in data]
    used = dict.fromkeys(entry for row in rows for entry in row if entry is not None)
    if labels is not None:
        _check_declared(used, labels)
    found = encoded(rows, list(used), coders)
    out = {"krippendorff_alpha_nominal": of_formula(found, c.alpha_nominal)}
    for name, distance in (("jaccard", d.jaccard), ("masi", d.masi)):
        formula = c.alpha(d.fixed(d.between_sets(list(used), distance)))
        out[f"krippendorff_alpha_{name}"] = of_formula(found, formula)
    return out


def _as_set(entry: Collection[Label] | None) -> frozenset[Label] | None:
    if isinstance(entry, str):
        raise UsageError(f"A set of labels is a list of them, not the text {entry!r}.")
    return None if entry is None else frozenset(entry)


def _check_declared(used: dict[frozenset[Label], None], labels: Sequence[Hashable]) -> None:
    encoded([[label] for entry in used for label in entry], list(labels), ["declared"])
