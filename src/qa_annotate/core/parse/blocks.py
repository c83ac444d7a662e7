"""From a text and its marks to segments: the paragraph-like stretches that roles are given to.

A segment is a paragraph, or a line of it where the lines are turns of their own. Labels that stand
on a line or in a paragraph of their own are joined to what they introduce.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..model import Mark, Span
from .heads import NONE, REACH, Head, fold, is_name, read_head

SENTENCE_END = frozenset(".?!:…。？！؟”\"»)）」』’'؛;")
LONGEST_LABEL_LINE = 45


class Segment(NamedTuple):
    """A stretch with one role, trimmed of white space; `content` is where speech begins in it."""

    start: int
    end: int
    content: int
    head: Head


Lines = list[Span]
NO_HEAD = frozenset(("image", "caption", "code", "table"))
NO_LABEL_LINE = frozenset(("heading", "link", "list_item"))


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


class Heads:
    """Reads the heads of a page's lines, with what the page as a whole tells about labels."""

    def __init__(self, text: str, marks: Iterable[Mark]) -> None:
        self.text = text
        self.never: set[int] = set()
        self.never_alone: set[int] = set()
        for mark in marks:
            if mark.kind in NO_HEAD:
                self.never.add(mark.start)
            elif mark.kind in NO_LABEL_LINE:
                self.never_alone.add(mark.start)
        self.known: frozenset[str] = frozenset()

    def learn(self, lines: Iterable[Span]) -> None:
        """Label keys and whole short lines that come back: what comes back is a label."""
        counts: Counter[str] = Counter()
        for start, end in lines:
            if self._alone(start, end):
                counts[fold(self.text[start:end])] += 1
            elif (head := self._read(start, end)).kind == "label":
                counts[head.key] += 1
        self.known = frozenset(key for key, count in counts.items() if count > 1)

    def head(self, start: int, end: int) -> Head:
        """The head of a line."""
        if self._alone(start, end):
            line = self.text[start:end]
            if (key := fold(line)) in self.known:
                return Head("label", key, line.rstrip(":： "), "", end - start)
        return self._read(start, end)

    def opens_turn(self, head: Head) -> bool:
        """Whether a line inside a paragraph begins somebody's turn."""
        if head.kind == "label":
            return head.key in self.known
        return head.kind in ("dash", "marker")

    def _read(self, start: int, end: int) -> Head:
        if start in self.never:
            return NONE
        return read_head(self.text[start : min(end, start + REACH)])

    def _alone(self, start: int, end: int) -> bool:
        if end - start > LONGEST_LABEL_LINE or start in self.never or start in self.never_alone:
            return False
        return is_label_line(self.text[start:end])


def segments(text: str, marks: Iterable[Mark] = ()) -> list[Segment]:
    """The page's segments in order, each with its head."""
    grouped = list(paragraphs(text))
    heads = Heads(text, marks)
    heads.learn(line for lines in grouped for line in lines)
    out: list[Segment] = []
    for lines in grouped:
        out.extend(_cut(text, lines, heads))
    return _join_label_lines(text, out)


def is_label_line(line: str) -> bool:
    """Whether a whole line could be nothing but a speaker's label."""
    return line[-1] not in ".?!…。？！؟,;”\"»" and is_name(line.rstrip(":： "))


def _cut(text: str, lines: Lines, heads: Heads) -> Iterator[Segment]:
    """One segment, or several where lines are turns or paragraphs of their own."""
    start, end = lines[0]
    head = heads.head(start, end)
    each = len(lines) > 1 and _lines_are_paragraphs(text, lines)
    for first, last in lines[1:]:
        own = heads.head(first, last)
        if each or heads.opens_turn(own):
            yield Segment(start, end, start + head.content, head)
            start, head = first, own
        end = last
    yield Segment(start, end, start + head.content, head)


def _lines_are_paragraphs(text: str, lines: Lines) -> bool:
    """Whether the line ends are the author's: nearly all lines end where a sentence ends."""
    closed = sum(text[end - 1] in SENTENCE_END for _, end in lines[:-1])
    return closed >= 0.7 * (len(lines) - 1)


def _join_label_lines(text: str, found: list[Segment]) -> list[Segment]:
    """A label with nothing behind it takes in the segment that follows."""
    out: list[Segment] = []
    for segment in found:
        before = out[-1] if out else None
        if before and before.head.kind == "label" and not text[before.content : before.end].strip():
            if segment.head.kind != "label":
                out[-1] = Segment(before.start, segment.end, segment.start, before.head)
                continue
        out.append(segment)
    return out


__all__ = ["NONE", "Segment", "segments"]
