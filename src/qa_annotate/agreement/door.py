"""The library door for labels and sets: data in, a mapping from coefficient name to `Value` out."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import numpy as np

from qa_annotate.errors import UsageError

from . import coefficients as c
from . import distances as d
from . import intervals, pairs, variance
from .catalogue import BENNETT_S, COUNTED, PER_LABEL, Counted, Formula
from .counts import Counts, Label
from .tables import Ratings, Rows, encoded, listed, unshared
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
    return Values(encoded(data, labels, coders), level)


class Values(Mapping[str, Value]):
    """Every coefficient of one set of ratings, computed a family at a time when first asked for."""

    def __init__(self, data: Ratings, level: str = "nominal") -> None:
        self.data = data
        self.levels = d.levels_of(level, data.labels)
        self.alphas: dict[str, Formula] = {
            above: c.alpha(d.of_level(above, data.labels)) for above in self.levels[1:]
        }
        self._found: dict[Family, dict[str, Value]] = {}

    def __getitem__(self, name: str) -> Value:
        family = _FAMILY_OF[name.split("/")[0]]
        return self._of(family)[name]

    def __iter__(self) -> Iterator[str]:
        return (name for _, family in _FAMILIES for name in self._of(family))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __repr__(self) -> str:
        return f"Values({dict(self)!r})"

    def _of(self, family: Family) -> dict[str, Value]:
        if family not in self._found:
            self._found[family] = dict(family(self))
        return self._found[family]


# ---- over rating patterns -----------------------------------------------------------------------


def _counted(found: Values) -> Named:
    for line in (*COUNTED, BENNETT_S):
        yield line.name, of_formula(found.data, line.formula, line.undefined)


def of_formula(data: Ratings, formula: Formula, undefined: str = NO_VARIATION) -> Value:
    """A coefficient of rating patterns, or why there is none."""
    if data.why_not:
        return Value(None, 0, data.why_not)
    return of_counts(formula, data.counts, undefined)


def of_counts(formula: Formula, counts: Counts, undefined: str = NO_VARIATION) -> Value:
    """A coefficient of patterns of which some have two ratings."""
    number = float(formula(counts, counts.weights))
    return value(number, counts.shared_units, undefined)


def _per_label(found: Values) -> Named:
    for line in PER_LABEL:
        yield from of_labels(found.data, line)


def of_labels(data: Ratings, line: Counted) -> Named:
    """One coefficient of the table `PER_LABEL`."""
    counts = data.counts
    found = line.formula(counts, counts.weights)
    for label, number in zip(data.labels, found, strict=True):
        reason = data.why_not or line.undefined
        yield f"{line.name}/{label}", value(float(number), counts.shared_units, reason)


def _alphas(found: Values) -> Named:
    for level, formula in found.alphas.items():
        yield f"krippendorff_alpha_{level}", of_formula(found.data, formula)


def _ac2(found: Values) -> Named:
    if "ordinal" not in found.levels:
        return
    for name, metric in (("linear", d.linear), ("quadratic", d.quadratic)):
        formula = c.gwet_ac2(metric(len(found.data.labels)))
        yield f"gwet_ac2_{name}", of_formula(found.data, formula, ONE_LABEL)


# ---- units that every coder rated ---------------------------------------------------------------


def _complete(found: Values) -> Named:
    data = found.data
    listwise = pairs.fleiss_listwise(data)
    n = float(listwise.weights.sum())
    why = ONE_CODER if len(data.coders) < 2 else "" if n else "no unit rated by every coder"
    agree = pairs.all_agree(data, data.weights)
    yield "percent_agreement_all_listwise", Value(None, 0, why) if why else value(float(agree), n)
    kappa = Value(None, 0, why) if why else of_counts(c.fleiss_kappa_gwet, listwise)
    yield "fleiss_kappa_listwise", kappa
    gaps = not why and n < data.counts.units
    yield "fleiss_kappa", Value(None, 0, INCOMPLETE) if gaps else kappa
    of_labels = c.fleiss_kappa_label(listwise, listwise.weights)
    for label, number in zip(data.labels, of_labels, strict=True):
        reason = why or (INCOMPLETE if gaps else "")
        result = Value(None, 0, reason) if reason else value(float(number), n)
        yield f"fleiss_kappa_label/{label}", result


# ---- who rated ----------------------------------------------------------------------------------


def _conger(found: Values) -> Named:
    data = found.data
    number = math.nan if data.why_not else float(pairs.conger_kappa(data, data.weights))
    reason = data.why_not or NO_VARIATION
    yield "conger_kappa", value(number, data.counts.shared_units, reason)


def _cohen(values: Values) -> Named:
    data = values.data
    tables = {pair: pairs.contingency(data, *pair) for pair in pairs.coder_pairs(data)}
    two = len(data.coders) == 2
    for name, formula in _pair_formulas(len(data.labels), values.levels):
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


def _without(found: Values) -> Named:
    return without(found.data)


def without(data: Ratings, alpha: Formula = c.alpha_nominal) -> Named:
    """Alpha, nominal if no other is given, of all coders but one, for each of them."""
    for left_out, coder in enumerate(data.coders):
        rest = data.without(left_out)
        others = [other for other in range(len(data.coders)) if other != left_out]
        reason = "" if rest.shared_units else unshared(data.codes[:, others])
        found = Value(None, 0, reason) if reason else of_counts(alpha, rest)
        yield f"krippendorff_alpha_nominal_without/{coder}", found


# ---- errors and intervals -----------------------------------------------------------------------


def _errors(found: Values) -> Named:
    data = found.data
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


def _bootstrapped(found: Values) -> Named:
    data = found.data
    drawn = intervals.resampled(data.counts, draws=BOOTSTRAP_DRAWS)
    for level, formula in {"nominal": c.alpha_nominal, **found.alphas}.items():
        interval = None if data.why_not else drawn.interval(formula)
        name, n = f"krippendorff_alpha_{level}_boot95", int(data.counts.shared_units)
        for side in ("low", "high"):
            bound = math.nan if interval is None else getattr(interval, side)
            yield f"{name}_{side}", value(bound, n, data.why_not or NO_VARIATION)


# ---- which family holds which coefficient -------------------------------------------------------

Family: TypeAlias = Callable[[Values], Named]

_ENDINGS = ("_se", "_ci95_low", "_ci95_high")
_WITH_ERRORS = (*(line.name for line in COUNTED if line.se is not None), "conger_kappa")

_FAMILIES: tuple[tuple[tuple[str, ...], Family], ...] = (
    (tuple(line.name for line in (*COUNTED, BENNETT_S)), _counted),
    (tuple(f"krippendorff_alpha_{level}" for level in d.LEVELS[1:]), _alphas),
    (("gwet_ac2_linear", "gwet_ac2_quadratic"), _ac2),
    (
        (
            "percent_agreement_all_listwise",
            "fleiss_kappa",
            "fleiss_kappa_listwise",
            "fleiss_kappa_label",
        ),
        _complete,
    ),
    (("conger_kappa",), _conger),
    (
        (
            "cohen_kappa",
            "cohen_kappa_se",
            "cohen_kappa_linear",
            "cohen_kappa_quadratic",
            "mean_pairwise_cohen_kappa",
            "scott_pi",
        ),
        _cohen,
    ),
    (tuple(line.name for line in PER_LABEL), _per_label),
    (("krippendorff_alpha_nominal_without",), _without),
    (tuple(f"{name}{ending}" for name in _WITH_ERRORS for ending in _ENDINGS), _errors),
    (
        tuple(
            f"krippendorff_alpha_{level}_boot95_{side}"
            for level in d.LEVELS
            for side in ("low", "high")
        ),
        _bootstrapped,
    ),
)
_FAMILY_OF = {stem: family for stems, family in _FAMILIES for stem in stems}


# ---- sets ---------------------------------------------------------------------------------------


def sets(
    data: Sequence[Sequence[Any]],
    labels: Sequence[Hashable] | None = None,
    *,
    coders: Sequence[str] | None = None,
) -> dict[str, Value]:
    """Agreement of coders who gave a set of labels to each given unit.

    As `labels`, but each entry is a collection of labels; an empty one means "looked, no label".
    Alpha with distance 1 - |A & B| / |A | B| (Jaccard), with 1 - J M (Passonneau 2006), and with
    0 or 1 (nominal: the same set or not).

    >>> found = sets([[["a"], ["a", "b"]], [["b"], ["b"]], [None, ["a"]]], ["a", "b"])
    >>> round(found["krippendorff_alpha_jaccard"].value, 6)
    0.571429
    """
    units = [listed(row, "The ratings of a unit") for row in listed(data, "Units")]
    rows = [[_as_set(entry) for entry in row] for row in units]
    used = dict.fromkeys(entry for row in rows for entry in row if entry is not None)
    if labels is not None:
        _check_declared(used, labels)
    found = encoded(rows, list(used), coders)
    out: dict[str, Value] = {"krippendorff_alpha_nominal": of_formula(found, c.alpha_nominal)}
    for name, distance in (("jaccard", d.jaccard), ("masi", d.masi)):
        formula = c.alpha(d.fixed(d.between_sets(list(used), distance)))
        out[f"krippendorff_alpha_{name}"] = of_formula(found, formula)
    return out


def _as_set(entry: Collection[Label] | None) -> frozenset[Label] | None:
    if isinstance(entry, str):
        raise UsageError(f"A set of labels is a list of them, not the text {entry!r}.")
    if entry is None or (isinstance(entry, float) and math.isnan(entry)):
        return None
    try:
        return frozenset(entry)
    except TypeError:
        raise UsageError(f"A set of labels is a list of them, not {entry!r}.") from None


def _check_declared(used: dict[frozenset[Label], None], labels: Sequence[Hashable]) -> None:
    encoded([[label] for entry in used for label in entry], list(labels), ["declared"])
