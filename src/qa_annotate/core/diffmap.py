"""A map from the words of one text to those of another, as a diff draws it.

Runs of words that stand once in each text are anchors; those that keep one order are kept, and
grown over the equal words beside them. Between them the same is done with shorter runs, down to
single words. Each round looks at every word once, so a map costs little more than reading.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

RUNS = (4, 2, 1)
"""How many words an anchor has, round by round."""
NOWHERE = -1


@dataclass(frozen=True)
class Gap:
    """A stretch of each text between two anchors; the ends excluded."""

    old: range
    new: range


def diff_map(old: Sequence[str], new: Sequence[str]) -> list[int]:
    """For each word of the old text its place in the new one, or NOWHERE; places only grow.

    >>> diff_map("he saw the old bridge".split(), "then he saw a bridge".split())
    [1, 2, -1, -1, 4]
    """
    found = [NOWHERE] * len(old)
    for run in RUNS:
        for gap in list(_gaps(found, len(new))):
            _fill(found, old, new, gap, run)
    return found


def _gaps(found: Sequence[int], length: int) -> Iterator[Gap]:
    """The stretches of old words that have no place yet, each with the new ones it may have."""
    start, low = 0, 0
    for place, there in enumerate([*found, length]):
        if there == NOWHERE:
            continue
        if start < place and low < there:
            yield Gap(range(start, place), range(low, there))
        start, low = place + 1, there + 1


def _fill(found: list[int], old: Sequence[str], new: Sequence[str], gap: Gap, run: int) -> None:
    """Put a gap's ends, its anchors and what they grow to into the map, where words are equal."""
    gap = _from_the_ends(found, old, new, gap)
    stop = gap.new.start
    for anchor in _in_order(_anchors(old, new, gap, run)):
        a, b = anchor
        if found[a] != NOWHERE or b < stop:
            continue
        while a > gap.old.start and found[a - 1] == NOWHERE and b > stop:
            if old[a - 1] != new[b - 1]:
                break
            a, b = a - 1, b - 1
        while a < gap.old.stop and b < gap.new.stop and old[a] == new[b]:
            found[a] = b
            a, b = a + 1, b + 1
        stop = b


def _from_the_ends(found: list[int], old: Sequence[str], new: Sequence[str], gap: Gap) -> Gap:
    """What is left of a gap without the equal words that it begins and ends with."""
    a, b, last, end = gap.old.start, gap.new.start, gap.old.stop, gap.new.stop
    while a < last and b < end and old[a] == new[b]:
        found[a] = b
        a, b = a + 1, b + 1
    while a < last and b < end and old[last - 1] == new[end - 1]:
        last, end = last - 1, end - 1
        found[last] = end
    return Gap(range(a, last), range(b, end))


def _anchors(old: Sequence[str], new: Sequence[str], gap: Gap, run: int) -> list[tuple[int, int]]:
    """Runs of words that stand once in each side of a gap, in the old order."""
    here, there = _once(old, gap.old, run), _once(new, gap.new, run)
    return [(a, there[words]) for words, a in here.items() if words in there]


def _once(words: Sequence[str], span: range, run: int) -> dict[tuple[str, ...], int]:
    """The runs that stand just once in a stretch, with their places."""
    seen: dict[tuple[str, ...], int] = {}
    for place in range(span.start, span.stop - run + 1):
        key = tuple(words[place : place + run])
        seen[key] = place if key not in seen else NOWHERE
    return {key: place for key, place in seen.items() if place != NOWHERE}


def _in_order(anchors: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest choice of anchors whose places grow in both texts."""
    ends: list[int] = []  # the last new place of the best choice of each length
    tails: list[int] = []  # and its number among the anchors
    before: list[int] = []  # of each anchor, the one that stands before it in its choice
    for number, (_, b) in enumerate(anchors):
        length = bisect_left(ends, b)
        before.append(tails[length - 1] if length else NOWHERE)
        if length == len(ends):
            ends.append(b)
            tails.append(number)
        else:
            ends[length], tails[length] = b, number
    chosen = []
    at = tails[-1] if tails else NOWHERE
    while at != NOWHERE:
        chosen.append(anchors[at])
        at = before[at]
    return chosen[::-1]
