"""Whether line ends inside paragraphs are the author's, judged by the width of the lines.

A wrapped page's lines are nearly full: the next line's first word would not have fitted. Where the
lines have all lengths, each is a paragraph of its own. No roles here, only lengths.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from ..model import Span

SENTENCE_END = frozenset(".?!:…。？！؟”\"»)）」』’'؛;")
MARKED_UP: Final = 1_000_000
"""The width of a page with markup, where the end of a line says nothing."""
NARROWEST, WIDEST = 30, 132  # characters of the lines that programs wrap
SLACK = 0.07  # the part of the width that a full line may lack
FULL = 0.5  # the share of lines that are full on a wrapped page
TOO_LONG = 1.25  # lines so much wider than the width were not wrapped at it
SPARE = 0.8  # a line shorter than this part of the width, at a sentence's end, ends a paragraph
SHORT, SHORT_EAST = 40, 12  # a line of a box of facts
ASKING = frozenset("?？؟⸮")
EAST = "\u2e80"

Lines = list[Span]


def paragraphs(text: str) -> Iterator[Lines]:
    """The lines of each paragraph, trimmed; a blank line ends a paragraph."""
    lines: Lines = []
    position = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            start = position + line.find(stripped[0])
            lines.append((start, start + len(stripped)))
        elif lines:
            yield lines
            lines = []
        position += len(line) + 1
    if lines:
        yield lines


def wrapping(text: str, grouped: Sequence[Lines]) -> int:
    """The width at which a page is wrapped; 0 for one whose line ends are the author's."""
    followed = [(one, two) for lines in grouped for one, two in pairwise(lines)]
    if not followed:
        return 0
    lengths = sorted(end - start for (start, end), _ in followed)
    width = lengths[(len(lengths) - 1) * 19 // 20]
    count = sum(len(lines) for lines in grouped)
    longer = sum(end - start > TOO_LONG * width for lines in grouped for start, end in lines)
    if not NARROWEST <= width <= WIDEST or longer > 0.04 * count:
        return 0
    full = sum(_is_full(text, one, two, width) for one, two in followed)
    return width if full > FULL * len(followed) else 0


def _is_full(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether the following line's first word would not have fitted on this one."""
    start, end = following
    word = 1
    if text[start] < EAST:
        space = text.find(" ", start, min(end, start + width))
        word += (space if space > 0 else min(end, start + width)) - start
    return line[1] - line[0] + word > (1 - SLACK) * width


def breaks(text: str, lines: Lines, width: int) -> list[bool]:
    """For each line of a paragraph but the first: whether a paragraph of its own begins there."""
    ends = [text[end - 1] in SENTENCE_END for _, end in lines[:-1]]
    if sum(ends) >= 0.7 * len(ends):
        return [True] * len(ends)
    if not width:
        return [not _is_box(text, lines)] * len(ends)
    if width == MARKED_UP:
        asks = text[lines[0][1] - 1] in ASKING
        return [asks, *[False] * (len(ends) - 1)]
    shorts = [end - start < SPARE * width for start, end in lines[:-1]]
    return [short and end for short, end in zip(shorts, ends, strict=True)]


def _is_box(text: str, lines: Lines) -> bool:
    """Short lines that ask nothing: an address, a box of facts, a verse."""
    return all(_is_short(text, *line) and text[line[1] - 1] not in ASKING for line in lines)


def _is_short(text: str, start: int, end: int) -> bool:
    return end - start < (SHORT if text[end - 1] < EAST else SHORT_EAST)
