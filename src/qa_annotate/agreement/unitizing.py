"""Agreement on spans: Krippendorff's u-alpha family, and the older alpha_U.

u-alpha, |u-alpha, cu-alpha and (k)u-alpha follow Krippendorff, Mathet, Bouvry & Widloecher (2016)
and Krippendorff (2019), section 12.6. Each text adds to one tally, over the coders who finished
it; so several texts are pooled, never averaged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from .continua import Continuum
from .counts import Label
from .values import NO_SHARED_TEXT, NO_VARIATION, Codes, Floats, Value, quotient, value


@dataclass(frozen=True, kw_only=True)
class Tally:
    """What the family is computed from, summed over texts. Index 0 stands for "nothing marked".

    `given` is how much each label covers, over all coders; `met[c, k]` the length on which one
    coder says c and another k, over ordered pairs of coders, divided by coders less one;
    `squares` the pairs of a position with itself or its own segment: the squared length of each
    segment, and one for each position outside them. `valued` is, by label, the sum over segments
    of the square of what others marked in it, divided by coders less one.
    """

    given: Floats
    met: Floats
    squares: float
    valued: Floats

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            given=self.given + other.given,
            met=self.met + other.met,
            squares=self.squares + other.squares,
            valued=self.valued + other.valued,
        )

    def times(self, factor: float) -> Tally:
        """The tally of a text that counts so often."""
        return Tally(
            given=self.given * factor,
            met=self.met * factor,
            squares=self.squares * factor,
            valued=self.valued * factor,
        )


def empty(labels: Sequence[Label]) -> Tally:
    """The tally of no text."""
    size = len(labels) + 1
    zeros = np.zeros(size)
    return Tally(given=zeros, met=np.zeros((size, size)), squares=0.0, valued=zeros)


def tally(text: Continuum, labels: Sequence[Label]) -> Tally:
    """The tally of one text with at least two coders."""
    codes = text.codes(labels) + 1
    size, others = len(labels) + 1, len(text.coders) - 1
    table = np.zeros((len(codes), size))
    for column in codes.T:
        table[np.arange(len(codes)), column] += 1
    weighted = table * text.lengths[:, None]
    given = weighted.sum(axis=0)
    marked = len(text.coders) - table[:, 0]
    valued, squares = np.zeros(size), 0.0
    for coder, column in zip(text.coders, codes.T, strict=True):
        first, sums = _segments(text, coder, text.lengths)
        squares += float(np.where(column[first] > 0, sums**2, sums).sum())
        meeting = text.lengths * (marked - (column > 0)) / others
        first, sums = _segments(text, coder, meeting)
        np.add.at(valued, column[first], sums**2)
    return Tally(
        given=given,
        met=(table.T @ weighted - np.diag(given)) / others,
        squares=squares,
        valued=np.concatenate([[0.0], valued[1:]]),
    )


def _segments(text: Continuum, coder: str, amounts: Floats) -> tuple[Codes, Floats]:
    """A coder's segments and gaps: the first stretch of each, and `amounts` summed over it."""
    owner = text.owners[coder]
    if not len(owner):
        return np.array([], dtype=np.int64), np.array([])
    first = np.flatnonzero(np.concatenate([[True], owner[1:] != owner[:-1]]))
    return first, np.add.reduceat(amounts, first)


def family(found: Tally, labels: Sequence[Label]) -> Iterator[tuple[str, Value]]:
    """u_alpha, u_alpha_binary, cu_alpha, cu_coverage, ku_alpha/LABEL and ku_coverage/LABEL."""
    n = found.given.sum()
    yield "u_alpha", value(_u_alpha(found.given, found.met, found.squares), n)
    given, met = _merged(found)
    yield "u_alpha_binary", value(_u_alpha(given, met, found.squares), n)
    valued = found.met[1:, 1:]
    both = valued.sum(axis=1)
    total = both.sum()
    reason = NO_VARIATION if total else NO_SHARED_TEXT
    yield "cu_alpha", value(_u_alpha(both, valued, found.valued.sum()), total, reason)
    yield "cu_coverage", value(quotient(total, n), n, "no text")
    for at, label in enumerate(labels):
        alpha = _ku_alpha(both[at], total, valued[at, at], found.valued[at + 1])
        reason = NO_VARIATION if both[at] else NO_SHARED_TEXT
        yield f"ku_alpha/{label}", value(alpha, both[at], reason)
        covered = quotient(both[at], found.given[at + 1])
        yield f"ku_coverage/{label}", value(covered, found.given[at + 1], "label not used")


def _u_alpha(given: Floats, met: Floats, squares: float) -> float:
    """1 - D_o/D_e; expected pairs leave out each segment's pairs with itself."""
    n = given.sum()
    observed = met.sum() - np.trace(met)
    expected = (given * (n - given)).sum()
    return 1 - quotient(observed * (n * n - squares), n * expected)


def _merged(found: Tally) -> tuple[Floats, Floats]:
    """The tally as marked or not: segments stay, labels are one."""
    given = np.array([found.given[0], found.given[1:].sum()])
    none, one, other = found.met[0, 0], found.met[0, 1:].sum(), found.met[1:, 1:].sum()
    return given, np.array([[none, one], [one, other]])


def _ku_alpha(own: float, total: float, same: float, squares: float) -> float:
    """1 - (share of label k's matter that meets another label) / (the same by chance)."""
    observed = (own - same) * (total * own - squares)
    return 1 - quotient(observed, own * own * (total - own))


# ---- the older coefficient ----------------------------------------------------------------------


def alpha_u(text: Continuum, labels: Sequence[Label]) -> Iterator[tuple[str, Value]]:
    """alpha_U for each label, and over all: 1 - sum D_o / sum D_e (Krippendorff 1995, 2004).

    For a single text. The 2016 paper says that it misbehaves with more than two coders.

    Krippendorff (2004), p. 254, positions 150 to 450:

    >>> from .continua import continuum
    >>> i = [(180, 240, "k"), (225, 295, "c"), (300, 350, "k"), (370, 400, "c")]
    >>> j = [(180, 240, "k"), (220, 300, "c"), (300, 350, "k"), (355, 375, "c"), (400, 420, "c")]
    >>> found = dict(alpha_u(continuum({"i": i, "j": j}, begin=150, length=300), ["c", "k"]))
    >>> round(found["alphaU2004/c"].value, 4), found["alphaU2004/k"].value
    (0.7286, 1.0)
    """
    parts = [(label, *_disagreements(text, label)) for label in labels]
    for label, observed, expected in parts:
        yield f"alphaU2004/{label}", value(1 - quotient(observed, expected), text.length)
    observed, expected = (sum(p[1] for p in parts), sum(p[2] for p in parts))
    yield "alphaU2004", value(1 - quotient(observed, expected), text.length)


def _disagreements(text: Continuum, label: Label) -> tuple[float, float]:
    units = [_units(text, coder, label) for coder in text.coders]
    coders, length = len(units), float(text.length)
    observed = sum(_apart(a, b) for a, b in combinations(units, 2))
    if not length or coders < 2:
        return 0.0, 0.0
    expected = _expected([u[:, 1] - u[:, 0] for u in units], [_gaps(text, u) for u in units])
    all_pairs = coders * length * (coders * length - 1)
    within = sum(float(((e - s) * (e - s - 1)).sum()) for s, e in (u.T for u in units))
    return (
        2 * observed / (coders * (coders - 1) * length**2),
        quotient(2 / length * expected, all_pairs - within),
    )


def _units(text: Continuum, coder: str, label: Label) -> Floats:
    """The spans of one label as rows of start and end; those that overlap made one."""
    merged: list[list[int]] = []
    for start, end, _ in sorted(s for s in text.spans[coder] if s[2] == label):
        if merged and start < merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    return np.array(merged, dtype=float).reshape(-1, 2)


def _gaps(text: Continuum, units: Floats) -> Floats:
    """Lengths of what lies between the units."""
    edges = np.concatenate([[text.begin], units.reshape(-1), [text.begin + text.length]])
    gaps = edges[1::2] - edges[0::2]
    out: Floats = gaps[gaps > 0]
    return out


def _apart(a: Floats, b: Floats) -> float:
    """Distances between two coders' units: squared differences of their ends where they overlap,
    the squared length of a unit that lies in a gap."""
    first = np.searchsorted(b[:, 1], a[:, 0], side="right")  # units are sorted and apart
    meets = np.searchsorted(b[:, 0], a[:, 1], side="left") - first
    at = np.repeat(np.arange(len(a)), meets)
    other = np.arange(len(at)) + np.repeat(first - np.cumsum(meets) + meets, meets)
    alone = a[meets == 0], np.delete(b, other, axis=0)
    lengths = sum(float(((u[:, 1] - u[:, 0]) ** 2).sum()) for u in alone)
    return float(((a[at] - b[other]) ** 2).sum() + lengths)


def _expected(lengths: Sequence[Floats], gaps: Sequence[Floats]) -> float:
    """Over all units: where they could meet another unit, and where they could lie in a gap."""
    own, free = np.concatenate(lengths), np.sort(np.concatenate(gaps))
    others = (len(own) - 1) / 3 * (2 * own**3 - 3 * own**2 + own)
    first = np.searchsorted(free, own)
    sums = np.concatenate([np.cumsum(free[::-1])[::-1], [0.0]])
    room = sums[first] - (len(free) - first) * (own - 1)
    return float((others + own**2 * room).sum())
