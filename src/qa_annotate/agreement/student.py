"""Quantiles of Student's t distribution, without a statistics library."""

from __future__ import annotations

import math
from functools import cache


@cache
def quantile(p: float, df: float) -> float:
    """The t below which a share `p` of Student's t with `df` degrees of freedom lies.

    >>> round(quantile(0.975, 9), 6)  # any printed table: 2.262
    2.262157
    """
    if not 0 < p < 1 or df <= 0:
        raise ValueError("p must lie between 0 and 1 and df above 0")
    if p < 0.5:
        return -quantile(1 - p, df)
    low, high = 0.0, 1.0
    while cumulative(high, df) < p:
        low, high = high, high * 2
    for _ in range(200):  # halving until two neighbouring floats are left
        middle = (low + high) / 2
        if middle in (low, high):
            break
        low, high = (middle, high) if cumulative(middle, df) < p else (low, middle)
    return (low + high) / 2


def cumulative(t: float, df: float) -> float:
    """The share of Student's t distribution below `t`: 1 - I_x(df/2, 1/2)/2, x = df/(df + t²)."""
    tail = incomplete_beta(df / 2, 0.5, df / (df + t * t)) / 2
    return 1 - tail if t >= 0 else tail


def incomplete_beta(a: float, b: float, x: float) -> float:
    """The regularized incomplete beta function I_x(a, b) (DLMF 8.17.22, its continued fraction)."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - incomplete_beta(b, a, 1 - x)
    log_front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    front = math.exp(log_front + a * math.log(x) + b * math.log1p(-x)) / a
    return front / _fraction(a, b, x)


def _fraction(a: float, b: float, x: float) -> float:
    """1 + d1/(1 + d2/(1 + …)) by the modified method of Lentz."""
    tiny = 1e-300
    value = numerator = 1.0
    denominator = 0.0
    for step in range(1, 10_000):
        d = _term(step, a, b, x)
        denominator = 1 / ((1 + d * denominator) or tiny)
        numerator = (1 + d / numerator) or tiny
        value *= numerator * denominator
        if abs(numerator * denominator - 1) < 1e-16:
            break
    return value


def _term(step: int, a: float, b: float, x: float) -> float:
    m = step // 2
    if step % 2:
        return -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    return m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
