"""Which of one coder's spans answers which of another's: one to one, best overlap first."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from qa_annotate.core.model import Span
from qa_annotate.core.text import overlap

THRESHOLD = 0.5
"""Two spans may match when they share at least half of what either covers."""


def likeness(a: Span, b: Span) -> float:
    """Shared positions over positions covered by either."""
    shared = overlap(a, b)
    return shared / (a[1] - a[0] + b[1] - b[0] - shared) if shared else 0.0


def matched(
    first: Sequence[Span], second: Sequence[Span], threshold: float = THRESHOLD
) -> list[tuple[int, int]]:
    """Pairs of indices, the likest first; a tie goes to the earlier spans.

    Only spans that overlap at all can match, whatever the threshold.

    >>> matched([(0, 10), (20, 30)], [(0, 9), (2, 10), (24, 60)])
    [(0, 0)]
    """
    candidates = sorted(_candidates(first, second, threshold))
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    pairs = []
    for _, _, _, a, b in candidates:
        if a not in taken_a and b not in taken_b:
            taken_a.add(a)
            taken_b.add(b)
            pairs.append((a, b))
    return pairs


def _candidates(
    first: Sequence[Span], second: Sequence[Span], threshold: float
) -> list[tuple[float, Span, Span, int, int]]:
    """Pairs that may match, with what they are sorted by."""
    order = sorted(range(len(second)), key=lambda at: second[at][0])
    starts = [second[b][0] for b in order]
    longest = max((end - start for start, end in second), default=0)
    found = []
    for a, span in enumerate(first):
        near = slice(bisect_right(starts, span[0] - longest), bisect_left(starts, span[1]))
        for b in order[near]:
            like = likeness(span, second[b])
            if like and like >= threshold:
                found.append((-like, span, second[b], a, b))
    return found
