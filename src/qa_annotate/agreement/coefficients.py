"""Coefficients over rating patterns: each is one minus observed over expected disagreement.

Every function takes patterns (`Counts`) and weights of shape (patterns,) or (draws, patterns), and
gives a number or an array of draws, NaN where the coefficient is undefined. So one formula serves
the figure and its bootstrap. Coefficients that need to know who rated stand in `pairs`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from .counts import Counts
from .distances import Distances
from .values import Floats, ratio

# ---- observed -----------------------------------------------------------------------------------


def unit_disagreement(counts: Counts, distances: Floats | None = None) -> Floats:
    """Mean distance between two ratings of a unit, for each pattern (0 below two ratings).

    Nominal where `distances` is None: 1 - sum_k r_k(r_k-1) / (r(r-1)), one minus Gwet's p_a.
    """
    return _differing(counts, distances) * counts.shared / counts.pairs


def _differing(counts: Counts, distances: Floats | None) -> Floats:
    """Sum of distances over ordered pairs of ratings of a pattern."""
    table = counts.table
    if distances is None:
        out: Floats = counts.ratings**2 - (table * table).sum(axis=1)
    else:
        out = ((table @ distances) * table).sum(axis=1)
    return out


def _shared(counts: Counts, weights: Floats) -> Floats:
    out: Floats = weights @ counts.shared
    return out


def percent_agreement(counts: Counts, weights: Floats) -> Floats:
    """Mean over units of the share of agreeing pairs of ratings (Gwet 2014, p_a)."""
    return 1 - ratio(weights @ unit_disagreement(counts), _shared(counts, weights))


def percent_agreement_pooled_pairs(counts: Counts, weights: Floats) -> Floats:
    """Agreeing pairs of coders over all pairs of coders, over all units."""
    pairs = counts.ratings * (counts.ratings - 1)
    return 1 - ratio(weights @ _differing(counts, None), weights @ pairs)


def percent_agreement_alpha_weighted(counts: Counts, weights: Floats) -> Floats:
    """One minus the observed disagreement of nominal alpha: each unit weighted by its ratings."""
    return 1 - ratio(weights @ _alpha_observed(counts), weights @ _pairable(counts))


def specific_agreement(counts: Counts, weights: Floats) -> Floats:
    """For each label, sum of r_k(r_k-1) over sum of r_k(r-1); shape (…, labels).

    Positive agreement on a label (Cicchetti & Feinstein 1990; for many raters Uebersax 1982).
    """
    table = counts.table
    over = weights @ (table * (table - 1))
    under = weights @ (table * np.maximum(counts.ratings - 1, 0)[:, None])
    return ratio(over, under)


# ---- expected, by Gwet's frame ------------------------------------------------------------------


def prevalence(counts: Counts, weights: Floats) -> Floats:
    """pi_k: mean over rated units of the share of ratings that gave label k; shape (…, labels)."""
    rated = weights @ (counts.ratings >= 1).astype(float)
    return ratio(weights @ counts.shares, np.asarray(rated)[..., None])


def expected_of_distances(pi: Floats, distances: Floats | None) -> Floats:
    """sum of d_ck pi_c pi_k: Fleiss (1971), Scott (1955)."""
    out: Floats
    if distances is None:
        out = (pi * (1 - pi)).sum(axis=-1)
    else:
        out = ((pi @ distances) * pi).sum(axis=-1)
    return out


def expected_of_spread(pi: Floats, distances: Floats | None) -> Floats:
    """1 - T sum pi(1-pi) / (q(q-1)), T the sum of the weights 1 - d: Gwet (2008; 2014, ch. 4)."""
    q = pi.shape[-1]
    if q < 2:
        return np.full(pi.shape[:-1], np.nan)
    total = q if distances is None else (1 - distances).sum()
    out: Floats = 1 - total * (pi * (1 - pi)).sum(axis=-1) / (q * (q - 1))
    return out


def expected_of_labels(pi: Floats, distances: Floats | None) -> Floats:
    """sum of d_ck / q²: every declared label equally likely (Brennan & Prediger 1981)."""
    q = pi.shape[-1]
    mean = (1 - 1 / q if q else np.nan) if distances is None else distances.sum() / q**2
    out: Floats = np.where(np.isnan(pi.sum(axis=-1)), np.nan, mean)
    return out


Expected: TypeAlias = Callable[[Floats, Floats | None], Floats]


def chance_corrected(
    expected: Expected, distances: Floats | None = None
) -> Callable[[Counts, Floats], Floats]:
    """A coefficient of Gwet's frame: unit-mean disagreement against an expectation from pi."""

    def coefficient(counts: Counts, weights: Floats) -> Floats:
        observed = ratio(weights @ unit_disagreement(counts, distances), _shared(counts, weights))
        return 1 - ratio(observed, expected(prevalence(counts, weights), distances))

    return coefficient


fleiss_kappa_gwet = chance_corrected(expected_of_distances)
gwet_ac1 = chance_corrected(expected_of_spread)
brennan_prediger = chance_corrected(expected_of_labels)


def gwet_ac2(distances: Floats) -> Callable[[Counts, Floats], Floats]:
    """Gwet's AC2 (2014, ch. 5) with weights 1 - d."""
    return chance_corrected(expected_of_spread, distances)


def fleiss_kappa_label(counts: Counts, weights: Floats) -> Floats:
    """Fleiss' (1971) kappa of each label, for data without gaps; shape (…, labels).

    1 - sum_i r_ik(n - r_ik) / (N n (n-1) p_k (1-p_k)), n ratings on each of N units.
    """
    total = (weights @ counts.ratings)[..., None]
    n = counts.ratings.max(initial=0)
    given = weights @ counts.table
    observed = weights @ (counts.table * (counts.ratings[:, None] - counts.table))
    return 1 - ratio(observed * total, (n - 1) * given * (total - given))


# ---- Krippendorff's alpha -----------------------------------------------------------------------


def _pairable(counts: Counts) -> Floats:
    """Ratings of units with two or more."""
    return counts.ratings * counts.shared


def _alpha_observed(counts: Counts) -> Floats:
    """How many ordered pairs of a pattern's ratings differ, divided by r - 1."""
    return _differing(counts, None) * counts.shared / np.maximum(counts.ratings - 1, 1)


def totals(counts: Counts, weights: Floats) -> Floats:
    """n_k: how often label k was given on units with two ratings or more; shape (…, labels)."""
    out: Floats = weights @ (counts.table * counts.shared[:, None])
    return out


def alpha_nominal(counts: Counts, weights: Floats) -> Floats:
    """1 - D_o / D_e with distance 1 between different labels (Krippendorff 2011, section C)."""
    given = totals(counts, weights)
    n = given.sum(axis=-1)
    expected = (given * (n[..., None] - given)).sum(axis=-1)
    return 1 - ratio((weights @ _alpha_observed(counts)) * (n - 1), expected)


def alpha(distances: Distances) -> Callable[[Counts, Floats], Floats]:
    """Alpha with distances that may depend on how often each label was given.

    D_o is the mean distance within units, each pair weighted by 1/(r-1); D_e the mean distance of
    all pairs of values (Krippendorff 2011; 2019, ch. 12).
    """

    def coefficient(counts: Counts, weights: Floats) -> Floats:
        size = (len(counts.table) + len(np.atleast_2d(weights))) * counts.labels**2
        if weights.ndim > 1 and size > ROOM:
            return np.array([coefficient(counts, drawn) for drawn in weights])
        given = totals(counts, weights)
        apart = distances(given)
        observed = (_coincidences(counts, weights) * apart).sum(axis=(-2, -1))
        expected = (given[..., None] * given[..., None, :] * apart).sum(axis=(-2, -1))
        return 1 - ratio(observed * (given.sum(axis=-1) - 1), expected)

    return coefficient


ROOM = 1 << 22
"""How many numbers may be held at once; beyond that, draws are taken one by one."""


def _coincidences(counts: Counts, weights: Floats) -> Floats:
    """How often two ratings of a unit are c and k, each pair weighted by 1/(r-1); (…, q, q).

    The diagonal also holds each rating's pair with itself, whose distance is 0.
    """
    table, q = counts.table, counts.labels
    scale = counts.shared / np.maximum(counts.ratings - 1, 1)
    if weights.ndim == 1:
        once: Floats = table.T @ (table * (weights * scale)[:, None])
        return once
    products = (table[:, :, None] * table[:, None, :] * scale[:, None, None]).reshape(-1, q * q)
    return (weights @ products).reshape(len(weights), q, q)


def alpha_labels(counts: Counts, weights: Floats) -> Floats:
    """Nominal alpha of "this label or not" for each label; shape (…, labels)."""
    given = totals(counts, weights)
    n = given.sum(axis=-1)[..., None]
    rest = counts.ratings[:, None] - counts.table
    shared = (counts.shared / np.maximum(counts.ratings - 1, 1))[:, None]
    observed = weights @ (counts.table * rest * shared)
    return 1 - ratio(observed * (n - 1), given * (n - given))
