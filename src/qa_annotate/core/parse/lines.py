"""Whether line ends inside paragraphs are the author's, judged by the width of the lines.

A wrapped page's lines are nearly full: the next line's first word would not have fitted. Where the
lines have all lengths, each is a paragraph of its own. No roles here, only lengths.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from string import whitespace
from typing import Final

from ..model import Span
from .patterns import pattern

SENTENCE_END = frozenset(".?!:…。？！؟।۔”\"»)）」』’'؛;")
MARKED_UP: Final = 1_000_000
"""The width of a page with markup, where the end of a line says nothing."""
NARROWEST, WIDEST = 30, 132  # characters of the lines that programs wrap
SLACK = 0.07  # the part of the width that a full line may lack
CLOSED = 0.7  # the share of lines that end a sentence where each is a paragraph
FULL = 0.5  # the share of lines that are full on a wrapped page
FEW, NEARLY_ALL = 4, 0.75  # or, of at least so many that end no sentence, this share
TOO_LONG = 1.25  # lines so much wider than the width were not wrapped at it
SLOPPY = 0.3  # lower case after a full stop, from this share on: a page that has no capitals
SHORT, SHORT_EAST = 40, 12  # a line of a box of facts
UNSEEN = "\u200b\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u2066\u2067\u2068\u2069\u061c"
NEVER_FIRST = frozenset(",;.:!)]，。、；：！？」』）】》،؛")
ASKING = frozenset("?？؟⸮")
EAST = "\u2e80"

SAMPLE = 3000
_GREEK = pattern(r"[α-ω][.·,;]? [Α-Ωα-ω]")

Lines = list[Span]


def with_question_marks(text: str) -> str:
    """A text of the same length in which Greek asks with the sign that others have."""
    greek = _GREEK.search(text, 0, SAMPLE)
    return text.replace(";", "?") if greek else text


def paragraphs(text: str) -> Iterator[Lines]:
    """The lines of each paragraph, trimmed of white space and of marks that nobody sees; a blank
    line ends a paragraph.
    """
    lines: Lines = []
    position = 0
    edges = f"{UNSEEN}{whitespace}\xa0\u3000" if any(mark in text for mark in UNSEEN) else None
    for line in text.split("\n"):
        stripped = line.strip(edges) or line.strip()
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
    fulls = [_needed(text, one, two, width) > (1 - SLACK) * width for one, two in followed]
    unclosed = [
        full
        for full, ((_, end), _) in zip(fulls, followed, strict=True)
        if text[end - 1] not in SENTENCE_END
    ]
    wrapped = len(unclosed) >= FEW and sum(unclosed) > NEARLY_ALL * len(unclosed)
    return width if wrapped or sum(fulls) > FULL * len(fulls) else 0


def _needed(text: str, line: Span, following: Span, width: int) -> int:
    """The width that a line would have had with the first word of the line below."""
    start, end = following
    word = 1
    if text[start] < EAST:
        space = text.find(" ", start, min(end, start + width))
        word += (space if space > 0 else min(end, start + width)) - start
    return line[1] - line[0] + word


def runs_on(text: str, grouped: Sequence[Lines]) -> bool:
    """Whether a line in lower case goes on with the line above: not where nobody uses capitals."""
    lower = closed = 0
    for lines in grouped:
        for (_, end), (start, _) in pairwise(lines):
            if text[end - 1] in SENTENCE_END:
                closed += 1
                lower += text[start].islower()
    return lower <= SLOPPY * closed


def breaks(text: str, lines: Lines, width: int, running: bool) -> list[bool]:
    """For each line of a paragraph but the first: whether a paragraph of its own begins there.

    `running` says that a line in lower case may go on with an unfinished one above.
    """
    ends = [text[end - 1] in SENTENCE_END for _, end in lines[:-1]]
    if width == MARKED_UP:
        if sum(ends) >= CLOSED * len(ends):
            return [True] * len(ends)
        asks = text[lines[0][1] - 1] in ASKING
        return [asks, *[False] * (len(ends) - 1)]
    if not width:
        apart = sum(ends) >= CLOSED * len(ends) or not _is_box(text, lines)
        rest = [_runs_on(text[start], running) for start, _ in lines[1:]]
        return [apart and (end or not low) for end, low in zip(ends, rest, strict=True)]
    return [
        end and _opens(text, one, two, width)
        for end, (one, two) in zip(ends, pairwise(lines), strict=True)
    ]


def _runs_on(first: str, running: bool) -> bool:
    """Whether a line with this first letter goes on with an unfinished one above."""
    return first in NEVER_FIRST or (running and first.islower())


def _opens(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether a line below a sentence's end opens a paragraph on a wrapped page: where its first
    word would have found room above, or below a question.
    """
    room = _needed(text, line, following, width) <= width
    return room or (text[line[1] - 1] in ASKING and not text[following[0]].islower())


def _is_box(text: str, lines: Lines) -> bool:
    """Short lines that ask nothing: an address, a box of facts, a verse."""
    return all(_is_short(text, *line) and text[line[1] - 1] not in ASKING for line in lines)


def _is_short(text: str, start: int, end: int) -> bool:
    return end - start < (SHORT if text[end - 1] < EAST else SHORT_EAST)
