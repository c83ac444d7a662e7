"""How a page's answers usually run and are set, and so which segments are strange in one.

A convention's markers show where turns begin. What lies between two of them tells how many
paragraphs a turn has here and in which class it is set. A paragraph that goes beyond that, above
all behind the last marker, is less likely to be speech; `decoder` says what that is worth.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log
from typing import Final

from .decoder import Hint
from .features import Feature

LENGTH_WEIGHT: Final = 0.6  # of the log-odds that a turn goes on so far
MOST_STRANGE: Final = 0.9
UNDRESSED: Final = 0.8
"""What a paragraph lacks that is not set in the class of all answers."""
FEWEST = 3  # turns that show a habit
DEEPEST = 12  # paragraphs that are counted

Gap = list[int]


def strangeness(
    hints: Sequence[Hint], features: Sequence[Feature], styles: Sequence[frozenset[str]]
) -> tuple[float, ...]:
    """For each segment how strange it is as a part of the turn above it, from 0 to about 1.5."""
    gaps = _gaps(hints, features)
    out = [0.0] * len(hints)
    if len(gaps) > 1:
        _too_long(gaps, hints, out)
    if len(gaps) >= FEWEST:
        _undressed(gaps, hints, styles, out)
    return tuple(out)


def _gaps(hints: Sequence[Hint], features: Sequence[Feature]) -> list[Gap]:
    """For each marker its place and those of the plain paragraphs behind it."""
    gaps: list[Gap] = []
    for index, (hint, feature) in enumerate(zip(hints, features, strict=True)):
        if hint not in (Hint.BARE, Hint.PART, Hint.ASIDE):
            gaps.append([index])
        elif gaps and hint is Hint.BARE and feature.noise <= 0 and not feature.inset:
            gaps[-1].append(index)
    return gaps


def _too_long(gaps: Sequence[Gap], hints: Sequence[Hint], out: list[float]) -> None:
    """Behind the last marker: the chance that a turn goes on, by how often others did."""
    marker, *behind = gaps[-1]
    others = [len(gap) - 1 for gap in gaps[:-1] if hints[gap[0]] is hints[marker]]
    for depth, index in enumerate(behind[:DEEPEST], 1):
        so_far = sum(length >= depth - 1 for length in others)
        further = sum(length >= depth for length in others)
        odds = log(2 * (further + 1) / (so_far + 2))
        out[index] = min(MOST_STRANGE, max(0.0, -LENGTH_WEIGHT * odds))


def _undressed(
    gaps: Sequence[Gap], hints: Sequence[Hint], styles: Sequence[frozenset[str]], out: list[float]
) -> None:
    """Where every turn begins in the same class, what has none of it."""
    firsts = [styles[gap[1]] for gap in gaps if len(gap) > 1]
    worn = Counter(name for style in firsts for name in style if name.startswith("class "))
    dress = {name for name, count in worn.items() if count > 0.9 * len(firsts)}
    if len(firsts) < FEWEST or not dress:
        return
    for index in range(gaps[0][0], len(out)):
        if hints[index] is Hint.BARE:
            out[index] += UNDRESSED * dress.isdisjoint(styles[index])
