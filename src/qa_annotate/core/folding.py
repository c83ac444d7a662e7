"""A text folded for comparison: white space, quotation marks and dashes alike, and the way back.

Nothing else is made alike here, since a place is proved by it. Where less must count as the same,
`differing` folds single words (case, vowel signs), `similar.normal` what two claims say (accents
too), and `protecting.folding` whatever could hide a name.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import pairwise

from .model import Span
from .text import overlap, trimmed

_QUOTES = "\"'`´“”„‟«»‘’‚‛‹›「」『』〝〞＂＇"
_DASHES = "-‐‑‒–—―−﹘﹣－"
_FOLD = str.maketrans({**dict.fromkeys(_QUOTES, "'"), **dict.fromkeys(_DASHES, "-")})
ARABIC = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ی": "ي", "ک": "ك"})
"""Variants of Arabic letters, of which one word is written with any."""
_SPACE = re.compile(r"\s+")
_LETTER = re.compile(r"\w")
_END = re.compile(r"[.!?؟…]['\s)]*\s|[.!?؟…]'?$|[。！？]'?\s?")
_UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
WORD = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+")
"""A word; each letter of scripts that put no space between words."""


class Folded:
    """A text with white space, quotation marks and dashes made alike, and the way back."""

    def __init__(self, text: str) -> None:
        self.text = text
        parts, starts, breaks, at = [], [], [], 0
        for found in _SPACE.finditer(text):
            parts += [text[at : found.start()], " "]
            starts += [*range(at, found.start()), found.start()]
            at = found.end()
            if found[0].count("\n") > 1:
                breaks.append(len(starts))
        parts.append(text[at:])
        starts += [*range(at, len(text)), len(text)]
        self.folded = "".join(parts).translate(_FOLD)
        self._starts = starts
        self._breaks = breaks

    def into(self, span: Span) -> Span:
        """A span of the text as one of the folded text."""
        return bisect_left(self._starts, span[0]), bisect_left(self._starts, span[1])

    def back(self, span: Span) -> Span:
        """A span of the folded text as one of the text; white space at its end is left out."""
        end = self._starts[span[1] - 1] + 1 if span[1] > span[0] else self._starts[span[0]]
        return self._starts[span[0]], end

    @cached_property
    def ends(self) -> tuple[int, ...]:
        """Where sentences end, roughly: after a full stop and the like, and with a paragraph."""
        return tuple(sorted({*(f.end() for f in _END.finditer(self.folded)), *self._breaks}))

    @cached_property
    def words(self) -> tuple[Span, ...]:
        """Where the words of the folded text stand."""
        return tuple(found.span() for found in WORD.finditer(self.folded))

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The words themselves, large and small letters alike."""
        return tuple(self.folded[start:end].casefold() for start, end in self.words)

    @cached_property
    def word_starts(self) -> tuple[int, ...]:
        """Where words begin."""
        return tuple(start for start, _ in self.words)

    def sentences(self, span: Span) -> Span:
        """From the first to the last sentence of which a span holds half, roughly; else itself."""
        start, end = self._around(span)
        inside = [place for place in self.ends if start < place < end]
        kept = [
            part
            for part in pairwise((start, *inside, end))
            if 2 * overlap(part, span) >= part[1] - part[0]
        ]
        return trimmed(self.folded, (kept[0][0], kept[-1][1])) if kept else span

    def rest(self, span: Span) -> str:
        """What stands beside a span in its sentence."""
        start, end = self._around(span)
        return f"{self.folded[start : span[0]]} {self.folded[span[1] : end]}"

    def _around(self, span: Span) -> Span:
        """The sentences that a span touches."""
        first = bisect_right(self.ends, span[0])
        last = bisect_left(self.ends, span[1])
        start = self.ends[first - 1] if first else 0
        end = self.ends[last] if last < len(self.ends) else len(self.folded)
        return start, end


def edges(text: str, span: Span) -> tuple[bool, bool]:
    """Whether a span begins and ends between words."""
    start, end = span
    before = start == 0 or not (_LETTER.match(text[start - 1]) and _LETTER.match(text[start]))
    after = end == len(text) or not (_LETTER.match(text[end]) and _LETTER.match(text[end - 1]))
    return before, after


def letters(text: str) -> int:
    """How many letters and digits a text holds."""
    return sum(map(str.isalnum, text))


def common(a: str, b: str) -> str:
    """The beginning that two texts share."""
    low, high = 0, min(len(a), len(b))
    while low < high:
        middle = (low + high + 1) // 2
        if a[:middle] == b[:middle]:
            low = middle
        else:
            high = middle - 1
    return a[:low]
