"""How a page's answers usually run and are set, and so which segments are strange in one.

A convention's markers show where turns begin. What lies between two of them tells how many
paragraphs a turn has here and in which class it is set. A paragraph that goes beyond that, above
all behind the last marker, is less likely to be speech; `decoder` says what that is worth.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import log
from typing import Final, NamedTuple

from .decoder import Hint
from .features import Feature

LENGTH_WEIGHT: Final = 0.6  # of the log-odds that a turn goes on so far
MOST_STRANGE: Final = 0.9
UNDRESSED: Final = 0.8
"""What a paragraph lacks that is not set in the class of all answers."""
FEWEST = 3  # turns that show a habit
DEEPEST = 12  # paragraphs that are counted

SILENT = frozenset((Hint.BARE, Hint.PART, Hint.ASIDE))
"""Hints that begin no turn."""


class Looks(NamedTuple):
    """What all readings of a page share: how many of its first so many segments are plain
    paragraphs, and the segments' styles.
    """

    plain: tuple[int, ...]
    styles: tuple[frozenset[str], ...]
    classes: bool


def looks(features: Sequence[Feature], styles: Sequence[frozenset[str]]) -> Looks:
    """Count the plain paragraphs of a page: no furniture, no lists or tables."""
    flags = (row.noise <= 0 and not row.inset for row in features)
    return Looks(
        plain=(0, *accumulate(flags)),
        styles=tuple(styles),
        classes=any(name.startswith("class ") for style in styles for name in style),
    )


def strangeness(hints: Sequence[Hint], seen: Looks) -> tuple[float, ...]:
    """For each segment how strange it is as a part of the turn above it, from 0 to about 1.5."""
    turns = [index for index, hint in enumerate(hints) if hint not in SILENT]
    if len(turns) < 2:
        return ()
    out = [0.0] * len(hints)
    _too_long(turns, hints, seen.plain, out)
    if seen.classes and len(turns) >= FEWEST:
        _undressed(turns, hints, seen, out)
    return tuple(out)


def _too_long(
    turns: Sequence[int], hints: Sequence[Hint], plain: Sequence[int], out: list[float]
) -> None:
    """Behind the last marker: the chance that a turn goes on, by how often others did."""
    last = turns[-1]
    behind = [
        i for i in range(last + 1, len(out)) if plain[i + 1] > plain[i] and hints[i] is Hint.BARE
    ]
    others = [
        plain[two] - plain[one + 1] for one, two in pairwise(turns) if hints[one] is hints[last]
    ]
    for depth, index in enumerate(behind[:DEEPEST], 1):
        so_far = sum(length >= depth - 1 for length in others)
        further = sum(length >= depth for length in others)
        odds = log(2 * (further + 1) / (so_far + 2))
        out[index] = min(MOST_STRANGE, max(0.0, -LENGTH_WEIGHT * odds))


def _undressed(turns: Sequence[int], hints: Sequence[Hint], seen: Looks, out: list[float]) -> None:
    """Where every turn begins in the same class, what has none of it."""
    firsts = [
        seen.styles[turn + 1]
        for turn in turns
        if seen.plain[turn + 2 : turn + 3] > seen.plain[turn + 1 : turn + 2]
    ]
    worn = Counter(name for style in firsts for name in style if name.startswith("class "))
    dress = {name for name, count in worn.items() if count > 0.9 * len(firsts)}
    if len(firsts) < FEWEST or not dress:
        return
    for index in range(turns[0], len(out)):
        if hints[index] is Hint.BARE:
            out[index] += UNDRESSED * dress.isdisjoint(seen.styles[index])
