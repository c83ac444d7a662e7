"""Standard errors by linearization and t intervals (Gwet 2014, ch. 5 and 6; 2021).

Each function gives the standard error of one coefficient from how far every unit moves it.
n is the number of units with at least one rating; for alpha, with at least two.
"""

from __future__ import annotations

import math

import numpy as np

from . import student
from .coefficients import Expected, prevalence, totals, unit_disagreement
from .counts import Counts
from .pairs import coder_shares, conger_expected
from .tables import Ratings
from .values import Codes, Floats

NAN = math.nan


def t_interval(value: float, se: float, n: float, level: float = 0.95) -> tuple[float, float]:
    """value -/+ t(n-1) se, cut at 1 above; NaN where there is none."""
    if n < 2 or math.isnan(se) or math.isnan(value):
        return NAN, NAN
    reach = student.quantile((1 + level) / 2, n - 1) * se
    return value - reach, min(value + reach, 1.0)


def gwet_se(counts: Counts, expected: Expected, slope: Expected) -> float:
    """For coefficients of Gwet's frame.

    `expected` is the expected disagreement as a function of pi, `slope` its value for one unit's
    shares with pi held (half the derivative, since the expectation is quadratic in pi).
    """
    pi = prevalence(counts, counts.weights)
    chance = float(expected(pi, None))
    return _linearized(counts, chance, slope(counts.shares, pi))


def fleiss_slope(shares: Floats, pi: Floats | None) -> Floats:
    """sum_k (r_k/r)(1 - pi_k)."""
    assert pi is not None
    out: Floats = shares @ (1 - pi)
    return out


def gwet_slope(shares: Floats, pi: Floats | None) -> Floats:
    """1 - sum_k (r_k/r)(1 - pi_k) / (q - 1)."""
    out: Floats = 1 - fleiss_slope(shares, pi) / max(shares.shape[1] - 1, 1)
    return out


def uniform_slope(shares: Floats, pi: Floats | None) -> Floats:
    """1 - 1/q: no unit moves it."""
    del pi
    return np.full(len(shares), 1 - 1 / max(shares.shape[1], 1))


def conger_se(data: Ratings) -> float:
    """For Conger's kappa: p_ak moves by (n/n_a)(delta_iak - epsilon_ia p_ak) with unit i."""
    counts = data.row_counts
    coders = data.active
    if coders < 2:
        return NAN
    shares = coder_shares(data, data.weights)
    chance = float(conger_expected(shares))
    shares = shares[~np.isnan(shares[:, 0])]
    rest = shares.sum(axis=0) - shares  # the other coders' shares, summed
    moves = np.zeros(len(counts.weights))
    columns = [column for column in data.codes.T if (column >= 0).any()]
    for column, share, others in zip(columns, shares, rest, strict=True):
        moves += _coder_moves(column, share, others, counts)
    return _linearized(counts, chance, chance - moves / (coders * (coders - 1)))


def _coder_moves(column: Codes, share: Floats, others: Floats, counts: Counts) -> Floats:
    """How one coder's rating of each unit moves that coder's chance agreement with the others."""
    rated = column >= 0
    scale = counts.units / counts.weights[rated].sum()
    moves = np.zeros(len(column))
    moves[rated] = scale * (others[column[rated]] - share @ others)
    return moves


def _linearized(counts: Counts, chance: float, unit_chance: Floats) -> float:
    """The standard error of 1 - D_o/D_e, `unit_chance` being what one unit would make of D_e."""
    rated = counts.ratings >= 1
    n, n_shared = counts.units, counts.shared_units
    if n < 2 or not n_shared or not chance > 0:
        return NAN
    apart = unit_disagreement(counts)
    observed = counts.weights @ apart / n_shared
    value = 1 - observed / chance
    moved = (n / n_shared) * counts.shared * (1 - apart / chance)
    moved = moved - 2 * (1 - value) * (1 - unit_chance / chance)
    return _spread(counts.weights * rated, moved - value, n)


def _spread(weights: Floats, differences: Floats, n: float) -> float:
    return math.sqrt(float(weights @ differences**2) / (n * (n - 1)))


def alpha_nominal_se(counts: Counts) -> float:
    """For nominal alpha: units with two ratings or more, each weighted by its ratings."""
    counts = counts.only_shared()
    n, given = counts.shared_units, totals(counts, counts.weights)
    all_given = given.sum()
    chance = float((given * (all_given - given)).sum()) / max(all_given, 1) ** 2
    if n < 2 or not chance > 0:
        return NAN
    scaled = counts.ratings / (all_given / n)
    agreeing = (1 - unit_disagreement(counts)) * scaled
    plain = float(counts.weights @ agreeing) / n
    value = 1 - (1 - plain) / chance
    agreement = (1 - 1 / all_given) * plain + 1 / all_given
    unit_chance = scaled * (counts.shares @ (given / all_given)) - (1 - chance) * (scaled - 1)
    moved = agreeing - agreement * (scaled - 1) - (1 - chance)
    moved = moved - 2 * (1 - value) * (unit_chance - (1 - chance))
    return _spread(counts.weights, moved / chance - value, n)
