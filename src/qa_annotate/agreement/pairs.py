"""Coefficients that need to know who rated: Cohen's, Scott's, Conger's; complete units only."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from typing import TypeAlias

import numpy as np

from .tables import Counts, Ratings
from .values import Floats, quotient, ratio

Contingency: TypeAlias = Floats
"""Labels of one coder by labels of another, over the units both rated."""


def contingency(data: Ratings, a: int, b: int) -> Contingency:
    """How often coder a gave each label where coder b gave each label."""
    q = len(data.labels)
    first, second = data.codes[:, a], data.codes[:, b]
    both = (first >= 0) & (second >= 0)
    cells = np.bincount(first[both] * q + second[both], data.weights[both], minlength=q * q)
    return cells.astype(float).reshape(q, q)


def coder_pairs(data: Ratings) -> list[tuple[int, int]]:
    """Every pair of coders, as columns."""
    return list(combinations(range(len(data.coders)), 2))


def cohen_kappa(table: Contingency, distances: Floats | None = None) -> float:
    """Cohen (1960); with distances, weighted (Cohen 1968).

    1 - n sum d_ck n_ck / sum d_ck n_c. n_.k.
    """
    rows, columns, n = table.sum(axis=1), table.sum(axis=0), table.sum()
    if distances is None:
        distances = 1 - np.eye(len(table))
    observed = (distances * table).sum() * n
    return 1 - quotient(observed, rows @ distances @ columns)


def scott_pi(table: Contingency) -> float:
    """Scott (1955): expected agreement from the two coders' mean shares."""
    both, n = table.sum(axis=1) + table.sum(axis=0), table.sum()
    observed = (n - np.trace(table)) * 4 * n
    return 1 - quotient(observed, (both * (2 * n - both)).sum())


def cohen_kappa_se(table: Contingency) -> float:
    """Large-sample standard error of Cohen's kappa (Fleiss, Cohen & Everitt 1969, formula 13)."""
    n = table.sum()
    kappa = cohen_kappa(table)
    if np.isnan(kappa):
        return kappa
    p = table / n
    rows, columns = p.sum(axis=1), p.sum(axis=0)
    chance = rows @ columns
    crossed = columns[:, None] + rows[None, :]  # p_.i + p_j. in cell (i, j)
    terms = p * (crossed * (1 - kappa)) ** 2
    on_diagonal = np.diag(p) * (1 - np.diag(crossed) * (1 - kappa)) ** 2
    inside = terms.sum() - np.trace(terms) + on_diagonal.sum() - (kappa - chance * (1 - kappa)) ** 2
    return float(np.sqrt(max(inside, 0.0) / n) / (1 - chance))


# ---- all coders at once -------------------------------------------------------------------------


def coder_shares(data: Ratings) -> Floats:
    """For each coder who rated anything, the share of ratings given to each label."""
    q = len(data.labels)
    given = np.array(
        [
            np.bincount(column[column >= 0], data.weights[column >= 0], minlength=q)
            for column in data.codes.T
        ]
    ).reshape(len(data.coders), q)
    given = given[given.sum(axis=1) > 0]
    out: Floats = given / given.sum(axis=1, keepdims=True)
    return out


def conger_expected(shares: Floats) -> float:
    """One minus the mean over ordered pairs of coders of sum_k p_ak p_bk (Conger 1980)."""
    coders = len(shares)
    if coders < 2:
        return float("nan")
    total = shares.sum(axis=0)
    agreeing = (total * total).sum() - (shares * shares).sum()
    return float(1 - agreeing / (coders * (coders - 1)))


def fleiss_listwise(data: Ratings) -> Counts:
    """The units that every coder rated."""
    complete = (data.codes >= 0).all(axis=1)
    return Counts(table=data.counts.table[complete], weights=data.weights[complete])


def all_agree(data: Ratings) -> Callable[[Floats], Floats]:
    """Share of units, among those rated by every coder, on which all gave the same label."""
    complete = (data.codes >= 0).all(axis=1).astype(float)
    same = complete * (data.codes == data.codes[:, :1]).all(axis=1)
    return lambda weights: ratio(weights @ same, weights @ complete)
