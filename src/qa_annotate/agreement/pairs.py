"""Coefficients that need to know who rated: Cohen's, Scott's, Conger's; complete units only."""

from __future__ import annotations

import math
from itertools import combinations
from typing import TypeAlias

import numpy as np

from .coefficients import percent_agreement
from .counts import Counts
from .tables import Ratings
from .values import Codes, Floats, quotient, ratio

Contingency: TypeAlias = Floats
"""Labels of one coder by labels of another, over the units both rated."""


def contingency(data: Ratings, a: int, b: int) -> Contingency:
    """How often coder a gave each label where coder b gave each label."""
    q = len(data.labels)
    both, cells = _cells(data, a, b)
    table = np.bincount(cells, data.weights[both], minlength=q * q)
    return table.astype(float).reshape(q, q)


def contingencies(data: Ratings, weights: Floats) -> Contingency:
    """The tables of all pairs of coders, for many weights of the rows; shape (…, pairs, q, q)."""
    q, found = len(data.labels), coder_pairs(data)
    which = np.zeros((len(data.codes), len(found), q * q))
    for at, pair in enumerate(found):
        both, cells = _cells(data, *pair)
        which[both, at, cells] = 1
    tables = weights @ which.reshape(len(which), len(found) * q * q)
    return tables.reshape(*weights.shape[:-1], len(found), q, q)


def _cells(data: Ratings, a: int, b: int) -> tuple[Codes, Codes]:
    """The rows that both rated, and the place of each in their table."""
    first, second = data.codes[:, a], data.codes[:, b]
    both = np.flatnonzero((first >= 0) & (second >= 0))
    return both, first[both] * len(data.labels) + second[both]


def coder_pairs(data: Ratings) -> list[tuple[int, int]]:
    """Every pair of coders, as columns."""
    return list(combinations(range(len(data.coders)), 2))


def cohen_kappas(tables: Contingency, distances: Floats | None = None) -> Floats:
    """Cohen (1960) of each of many tables; with distances, weighted (Cohen 1968).

    1 - n sum d_ck n_ck / sum d_ck n_c. n_.k.
    """
    rows, columns = tables.sum(axis=-1), tables.sum(axis=-2)
    if distances is None:
        distances = 1 - np.eye(tables.shape[-1])
    observed = (distances * tables).sum(axis=(-2, -1)) * rows.sum(axis=-1)
    return 1 - ratio(observed, ((rows @ distances) * columns).sum(axis=-1))


def cohen_kappa(table: Contingency, distances: Floats | None = None) -> float:
    """Cohen's kappa of one table; NaN where undefined.

    Cohen (1960), p. 45:

    >>> table = np.array([[88, 14, 18], [10, 40, 10], [2, 6, 12]])
    >>> round(cohen_kappa(table), 3)
    0.492
    """
    return float(cohen_kappas(table, distances))


def scott_pi(table: Contingency) -> float:
    """Scott (1955): expected agreement from the two coders' mean shares.

    Zwick (1988), p. 376:

    >>> table = np.array([[20, 5, 5, 10], [0, 10, 5, 5], [0, 5, 10, 5], [0, 0, 0, 20]])
    >>> round(scott_pi(table), 2)
    0.46
    """
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


def coder_shares(data: Ratings, weights: Floats) -> Floats:
    """For each coder, the share of ratings given to each label, NaN for who gave none.

    Shape (…, coders, labels).
    """
    said = data.codes[:, :, None] == np.arange(len(data.labels))
    given = weights @ said.reshape(len(said), math.prod(said.shape[1:])).astype(float)
    given = given.reshape(*weights.shape[:-1], *said.shape[1:])
    return ratio(given, given.sum(axis=-1, keepdims=True))


def conger_expected(shares: Floats) -> Floats:
    """One minus the mean over ordered pairs of coders of sum_k p_ak p_bk (Conger 1980).

    Coders who rated nothing do not count.
    """
    coders = (~np.isnan(shares[..., :1])).sum(axis=(-2, -1))
    shares = np.nan_to_num(shares)
    agreeing = (shares.sum(axis=-2) ** 2).sum(axis=-1) - (shares**2).sum(axis=(-2, -1))
    return 1 - ratio(agreeing, coders * (coders - 1))


def conger_kappa(data: Ratings, weights: Floats) -> Floats:
    """Conger (1980) with unit-mean agreement; weights of the rows have shape (…, rows)."""
    observed = 1 - percent_agreement(data.row_counts, weights)
    return 1 - ratio(observed, conger_expected(coder_shares(data, weights)))


def fleiss_listwise(data: Ratings) -> Counts:
    """The units that every coder rated."""
    complete = (data.codes >= 0).all(axis=1)
    return Counts(table=data.row_counts.table[complete], weights=data.weights[complete])


def all_agree(data: Ratings, weights: Floats) -> Floats:
    """Share of units, among those rated by every coder, on which all gave the same label."""
    complete = (data.codes >= 0).all(axis=1).astype(float)
    same = complete * (data.codes == data.codes[:, :1]).all(axis=1)
    return ratio(weights @ same, weights @ complete)
