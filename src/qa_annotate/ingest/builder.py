"""The reading text under construction: blocks joined by a blank line, marks with exact positions.

Readers report what they meet in reading order (text, line breaks, block breaks, marks opening and
closing). White space is held back until something follows it, so no block begins or ends with any,
and a mark starts at its first visible character. Everything here takes linear time.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace

from qa_annotate.core.model import Mark, MarkKind
from qa_annotate.core.text import BYTE_ORDER_MARK, canonical

PARAGRAPH = "\n\n"
LINE = "\n"

MAX_MARKS = 2_000_000  # beyond this a page is an attack, not an article


@dataclass(slots=True)
class OpenMark:
    """A mark that has been opened; `start` is known once something visible follows."""

    kind: MarkKind
    level: int
    value: str
    start: int | None = None


class Builder:
    """Collects text and marks; `finish` returns both."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._held = ""
        self.blocks = 0
        self._waiting: list[OpenMark] = []
        self._marks: list[Mark] = []

    @property
    def length(self) -> int:
        """How many characters have been written, white space held back not counted."""
        return self._length

    @property
    def at_block_start(self) -> bool:
        """Whether nothing has been written since the last block break."""
        return self._length == 0 or self._held == PARAGRAPH

    @property
    def after_space(self) -> bool:
        """Whether white space is being held back, or nothing has been written."""
        return self._length == 0 or self._held != ""

    @property
    def at_line_start(self) -> bool:
        """Whether nothing has been written since the last line or block break."""
        return self._length == 0 or self._held.endswith(LINE)

    def text(self, words: str) -> None:
        """Add inline text as it is, except that white space at its ends is held back."""
        core = words.strip()
        if not core:
            self._hold(words)
            return
        begin = words.index(core[0])
        self._hold(words[:begin])
        self._write(core)
        self._hold(words[begin + len(core) :])

    def raw(self, words: str) -> None:
        """Add text in which every space and line end counts, such as code."""
        core = words.rstrip()
        if core:
            self._write(core.lstrip(LINE) if self.at_block_start else core)
        if self._length and self._held != PARAGRAPH:
            self._held += words[len(core) :]

    def join(self, separator: str) -> None:
        """Have what follows stand in the same block, after the separator."""
        self._held = separator if self._length else ""

    def line(self) -> None:
        """End the line; white space around the break goes away."""
        if self._length and self._held != PARAGRAPH:
            self._held = LINE

    def block(self) -> None:
        """End the block: whatever follows stands after one blank line."""
        self._held = PARAGRAPH if self._length else ""

    def open(self, kind: MarkKind, *, level: int = 0, value: str = "") -> OpenMark:
        """Begin a mark at the next visible character."""
        mark = OpenMark(kind, level, value)
        self._waiting.append(mark)
        return mark

    def close(self, mark: OpenMark) -> None:
        """End a mark after the last visible character; one that holds nothing goes away."""
        if mark.start is not None and len(self._marks) < MAX_MARKS:
            self.mark(mark.start, self._length, mark.kind, level=mark.level, value=mark.value)
        mark.start = self._length if mark.start is None else mark.start

    def mark(
        self, start: int, end: int, kind: MarkKind, *, level: int = 0, value: str = ""
    ) -> None:
        """Add a mark whose place is known."""
        if start < end:
            self._marks.append(Mark(start=start, end=end, kind=kind, level=level, value=value))

    def finish(self) -> tuple[str, tuple[Mark, ...]]:
        """The canonical text and its marks, sorted, outer before inner."""
        text, marks = canonical_marks("".join(self._parts), self._marks)
        outer_first = reversed(marks)  # a mark inside another closes before it
        return text, tuple(sorted(outer_first, key=lambda mark: (mark.start, -mark.end)))

    def _hold(self, space: str) -> None:
        if space and self._length and LINE not in self._held:
            self._held = LINE if LINE in space else self._held + space

    def _write(self, core: str) -> None:
        if not self._length:
            core = core.lstrip(BYTE_ORDER_MARK)
            if not core:
                return
        self.blocks += self.at_block_start
        if self._held:
            self._parts.append(self._held)
            self._length += len(self._held)
            self._held = ""
        if self._waiting:
            begin = self._length + len(core) - len(core.lstrip())
            for mark in self._waiting:
                mark.start = begin if mark.start is None else mark.start
            self._waiting.clear()
        self._parts.append(core)
        self._length += len(core)


def canonical_marks(text: str, marks: list[Mark]) -> tuple[str, list[Mark]]:
    """Canonical text with the marks carried to it, though normalising may change its length.

    A position inside a combining sequence moves to the end of the sequence. Linear in the text.
    """
    result = canonical(text)
    if result == text:
        return text, marks
    moved = _moved_positions(text, sorted({p for m in marks for p in (m.start, m.end)}))
    carried = (replace(m, start=moved[m.start], end=moved[m.end]) for m in marks)
    return result, [mark for mark in carried if mark.start < mark.end]


def _moved_positions(text: str, positions: list[int]) -> dict[int, int]:
    moved: dict[int, int] = {}
    cut = new = 0
    for position in positions:
        if position > cut:
            end = position
            while end < len(text) and _joins_previous(text[end]):
                end += 1
            new += len(canonical("." + text[cut:end])) - 1  # the dot: no byte-order mark leads here
            cut = end
        moved[position] = new
    return moved


def _joins_previous(char: str) -> bool:
    r"""Whether normalising may draw the character into the one before (also the \n of \r\n)."""
    if char.isascii():
        return char == "\n"
    jamo = 0x1160 <= ord(char) <= 0x11FF
    return jamo or unicodedata.combining(char) != 0 or unicodedata.category(char)[0] == "M"
