"""Markdown cut into paragraphs and headings that need no block parser, and everything else.

Most of an interview is paragraphs at the left margin. Between blank lines such a paragraph is one
in CommonMark whatever stands around it, so the block parser (the slow half) sees only the rest.
Once a fenced block, comment or other run that can hold blank lines begins, all that follows is left
to the parser. A test holds both ways of reading equal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_PLAIN_LINE = r"(?:[^\W\d_]|[\"'“”‘’«»„(—–…¿¡&]|\*\*?[^\s*]|__?[^\s_]|\d+[^\d.)\s])[^\n]*"
_PLAIN = re.compile(rf"{_PLAIN_LINE}(?:\n{_PLAIN_LINE})*+")
_HEADING = re.compile(r"(#{1,6})[ \t]+([^\s#][^\n#]*+)")
_GAP = re.compile(r"\n(?:[ \t]*\n)+")
_MAY_HOLD_BLANK_LINES = re.compile(
    r"^[ \t>*+\-\d.)]*(?:```|~~~|<(?:pre|script|style|textarea|[!?]))", re.MULTILINE | re.IGNORECASE
)


class Section(NamedTuple):
    """A stretch of Markdown: the words of one paragraph ("p") or heading ("h1" to "h6"), or, with
    no tag, whatever the block parser must see."""

    text: str
    tag: str = ""


def sections(text: str) -> Iterator[Section]:
    """The whole text in order, blank lines between sections left out."""
    danger = _MAY_HOLD_BLANK_LINES.search(text)
    limit = danger.start() if danger else len(text)
    waiting = start = 0
    for gap in _GAP.finditer(text):
        if gap.end() > limit:
            break
        found = _plain(text, start, gap.start())
        if found is not None:
            yield from _rest(text, waiting, start)
            yield found
            waiting = gap.end()
        start = gap.end()
    yield from _rest(text, waiting, len(text))


def _plain(text: str, start: int, end: int) -> Section | None:
    if _PLAIN.fullmatch(text, start, end):
        return Section(text[start:end], "p")
    heading = _HEADING.fullmatch(text, start, end)
    return Section(heading[2].rstrip(), f"h{len(heading[1])}") if heading else None


def _rest(text: str, start: int, end: int) -> Iterator[Section]:
    if text[start:end].strip():
        yield Section(text[start:end])
