"""How many cells text takes, and where lines wrap: at word ends, never inside a cluster."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import accumulate

from wcwidth import wcwidth

from ..core.model import Span
from ..core.text import visible


@lru_cache(maxsize=4096)
def _cells(character: str) -> int:
    return max(0, wcwidth(character))


def width(text: str) -> int:
    """Cells that shown text takes."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def clusters(text: str) -> Iterator[tuple[str, bool]]:
    """Runs of text to write at once, and whether terminals dispute how wide the run is.

    Letters of one or two cells stand in runs; a cluster of several characters, and whatever is
    wider or narrower to some terminal than to another, stands alone.
    """
    run: list[str] = []
    for cluster in pieces(text):
        if len(cluster) == 1 and not _disputed(cluster):
            run.append(cluster)
            continue
        if run:
            yield "".join(run), False
            run = []
        yield cluster, True
    if run:
        yield "".join(run), False


def pieces(text: str) -> Iterator[str]:
    """A character with the marks on it."""
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or _cells(text[place]):
            yield text[start:place]
            start = place


@lru_cache(maxsize=4096)
def _disputed(character: str) -> bool:
    """Ambiguous and emoji widths, and scripts that join letters into others."""
    if character.isascii():
        return False
    if unicodedata.east_asian_width(character) == "A":
        return True
    return unicodedata.category(character) in ("So", "Mc", "Cn", "Co") or ord(character) > 0xFFFF


def shown(text: str) -> str:
    """Text from a file as the screen shows it: one visible mark for each control, one line."""
    return visible(text.replace("\n", " ").replace("\t", " ").replace("\u00a0", " "))


def clipped(text: str, columns: int) -> str:
    """Shown text cut to some cells, the cut marked."""
    if width(text) <= columns:
        return text
    kept, used = [], 0
    for character in text:
        used += _cells(character)
        if used > columns - 1:
            break
        kept.append(character)
    return "".join(kept) + "…" if columns > 0 else ""


def wrap(text: str, span: Span, columns: int) -> tuple[Span, ...]:
    """Rows of `text` inside `span`, each at most `columns` cells, as spans of the text.

    White space at a row's end belongs to no row. A line end in the text ends a row.
    """
    rows: list[Span] = []
    columns = max(1, columns)
    start = span[0]
    while start < span[1]:
        end = text.find("\n", start, span[1])
        end = span[1] if end < 0 else end
        rows.extend(_wrap_line(text, (start, end), columns))
        start = end + 1
    return tuple(rows) or (span,)


def _wrap_line(text: str, span: Span, columns: int) -> list[Span]:
    rows = []
    start, end = span
    fits = _fitter(shown(text[start:end]), start, columns)
    while start < end:
        limit = min(end, fits(start))
        cut = limit if limit >= end else _cut(text, start, limit)
        rows.append((start, _without_space(text, start, cut)))
        start = _past_space(text, cut, end)
    return rows or [span]


def _fitter(line: str, offset: int, columns: int) -> Callable[[int], int]:
    """A function from the start of a row to the farthest end that fits."""
    if line.isascii():
        return lambda start: start + columns
    sums = [0, *accumulate(map(_cells, line))]

    def fits(start: int) -> int:
        place = bisect_right(sums, sums[start - offset] + columns) - 1
        return max(start + 1, offset + place)

    return fits


def _cut(text: str, start: int, limit: int) -> int:
    """Where a row that can't hold all ends: at the last space, else where a wide letter stands."""
    if text[limit].isspace():
        return limit
    space = max(text.rfind(" ", start, limit), text.rfind("\u3000", start, limit))
    if space > start and not _cells(text[limit - 1]) > 1:
        return space
    return limit


def _without_space(text: str, start: int, end: int) -> int:
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return end


def _past_space(text: str, place: int, end: int) -> int:
    while place < end and text[place] in " \t\u00a0\u3000":
        place += 1
    return place
