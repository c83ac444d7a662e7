"""Rows in the order in which they are read, where terminals leave that to the program.

`bidi` says who arranges text that runs from right to left: the `app` (letters joined, rows from
such a paragraph set to the right), the `terminal`, or nobody (`off`: logical order). The gutter and
the list stay where they are in any case.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..core.bidi import (
    has_right_to_left,
    levels,
    mirrored,
    runs_right_to_left,
    shaped,
    visual_order,
)
from ..core.model import Block, Span
from .cells import pieces, shown, width
from .drawing import Fragment
from .keys import Bidi

MARK = "\u200e"
"""Left-to-right mark: keeps a terminal that arranges rows from moving text over the rule."""


def arranged(row: Sequence[Fragment], right_to_left: bool = False) -> list[Fragment]:
    """A row's fragments as they are seen from left to right."""
    text = "".join(piece for _, piece in row)
    if not right_to_left and not has_right_to_left(text):
        return list(row)
    styles = [style for style, piece in row for _ in piece]
    out: list[Fragment] = []
    for place, seen in _seen(text, right_to_left):
        style = styles[place]
        if out and out[-1][0] == style:
            seen = out.pop()[1] + seen
        out.append((style, seen))
    return out


def alone(text: str) -> str:
    """Text that stands by itself as it is seen, its own direction deciding."""
    if not has_right_to_left(text):
        return text
    return "".join(seen for _, seen in _seen(text, runs_right_to_left(text)))


def column_of(text: str, right_to_left: bool, position: int) -> int:
    """The cell in which a character of a row is seen."""
    column = 0
    for place, seen in _seen(text, right_to_left):
        if place <= position < place + len(seen):
            return column
        column += width(seen)
    return column


def position_at(text: str, right_to_left: bool, column: int) -> int:
    """The character that is seen in a cell of a row; the last before it, where there is none."""
    found, used = 0, 0
    for place, seen in _seen(text, right_to_left):
        found, used = place, used + width(seen)
        if used > column:
            break
    return found


def _seen(text: str, right_to_left: bool) -> list[tuple[int, str]]:
    """The clusters of a row from left to right: where each begins in the text, how it looks."""
    found = levels(text, right_to_left)
    clusters, start = [], 0
    for cluster in pieces(text):
        clusters.append((start, cluster))
        start += len(cluster)
    order = visual_order([found[place] for place, _ in clusters])
    look = shaped(text)
    seen = []
    for place, cluster in (clusters[i] for i in order):
        drawn = look[place : place + len(cluster)]
        seen.append((place, mirrored(drawn) if found[place] % 2 else drawn))
    return seen


def is_right_to_left(text: str, block: Block) -> bool:
    """Whether a block of the article runs from right to left."""
    said = block.label[1] if block.label else block.start
    return runs_right_to_left(text[said : block.end])


def set_right(text: str, block: Block, span: Span, inner: int) -> int:
    """How many cells a row of such a block stands away from the gutter."""
    if not is_right_to_left(text, block):
        return 0
    return max(0, inner - width(shown(text[span[0] : span[1]])))


def in_place(
    words: Sequence[Fragment], text: str, block: Block, span: Span, inner: int
) -> list[Fragment]:
    """The words of a row of the article as they are seen, set right where its block runs so."""
    aside = set_right(text, block, span, inner)
    return [("", " " * aside), *arranged(words, is_right_to_left(text, block))]


def place_seen(text: str, block: Block, span: Span, position: int, inner: int) -> int:
    """The cell, counted from the gutter, in which a character of such a row is seen."""
    column = column_of(shown(text[slice(*span)]), is_right_to_left(text, block), position - span[0])
    return set_right(text, block, span, inner) + column


def clusters(text: str) -> list[tuple[Span, int]]:
    """The clusters of a row in logical order: where each stands in the text, and its cells."""
    out, start = [], 0
    for cluster in pieces(text):
        out.append(((start, start + len(cluster)), width(cluster)))
        start += len(cluster)
    return out


def clusters_seen(text: str, right_to_left: bool) -> list[tuple[Span, int]]:
    """The clusters of a row from left to right: where each stands in the text, and its cells."""
    return [((place, place + len(seen)), width(seen)) for place, seen in _seen(text, right_to_left)]


def each_alone(row: Sequence[Fragment]) -> tuple[Fragment, ...]:
    """A row of words about the article, each piece as it is read; what it is indented by stays."""
    out = []
    for style, piece in row:
        words = piece.lstrip(" ")
        out.append((style, piece[: len(piece) - len(words)] + alone(words)))
    return tuple(out)


def chosen_by(environment: Mapping[str, str]) -> Bidi:
    """Who arranges, where nobody said: terminals that do it and can't be told not to are known."""
    konsole = "KONSOLE_VERSION" in environment
    apple = environment.get("TERM_PROGRAM") == "Apple_Terminal"
    mlterm = "MLTERM" in environment or environment.get("TERM", "").startswith("mlterm")
    return "terminal" if konsole or apple or mlterm else "app"
