"""Where everything stands on a screen of a given size, and which rows of the article show.

The scroll position is a block and a row in it, so no height of the whole article is ever needed and
a long article costs no more than a short one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from ..core.model import Span
from ..core.outline import Outline
from .cells import wrap
from .state import State, Top

GUTTER = 4
WIDEST = 90


@dataclass(frozen=True, kw_only=True, slots=True)
class Panes:
    """Rows and columns of each part: header, text, list (beside or below, or none), footer."""

    text_rows: int
    text_columns: int
    list_rows: int
    list_columns: int
    header: int
    footer: int

    @property
    def beside(self) -> bool:
        """Whether the list stands right of the text."""
        return self.list_columns > 0 and self.list_rows == self.text_rows


def panes(size: tuple[int, int]) -> Panes:
    """Two panes from 100 columns, the list below from 60, the text alone under 60 by 15."""
    rows, columns = size
    header = 1 if rows >= 8 else 0
    footer = 2 if rows >= 6 else 1
    body = max(1, rows - header - footer)
    below = 0
    beside = 0
    if columns >= 100:
        beside = min(columns - WIDEST - GUTTER - 1, 60) if columns >= 140 else columns * 2 // 5
        beside = max(beside, 36)
    elif columns >= 60 and rows >= 15:
        below = min(6, body // 4)
    return Panes(
        text_rows=body - (below + 1 if below else 0),
        text_columns=columns - (beside + 1 if beside else 0),
        list_rows=body if beside else below,
        list_columns=beside or (columns if below else 0),
        header=header,
        footer=footer,
    )


@lru_cache(maxsize=20_000)
def block_rows(outline: Outline, block: int, columns: int) -> tuple[Span, ...]:
    """The rows of one block at a width, as spans of the text."""
    here = outline.blocks[block]
    return wrap(outline.text, (here.start, here.end), columns)


def text_width(columns: int) -> int:
    """Cells for the words themselves: without the gutter, and a cell of margin at the right."""
    return max(4, min(columns - GUTTER - 1, WIDEST))


def rows_from(outline: Outline, top: Top, columns: int) -> Iterator[tuple[int, int, Span | None]]:
    """Block, row and span of each row from `top` on; None is the empty row between two blocks."""
    first = top.row
    for block in range(top.block, len(outline.blocks)):
        rows = block_rows(outline, block, columns)
        for row in range(min(first, len(rows)), len(rows)):
            yield block, row, rows[row]
        yield block, len(rows), None
        first = 0


def scrolled(state: State) -> State:
    """The state with its scroll position moved as little as the cursor's sentence needs."""
    if state.sentence is None:
        return state
    outline = state.setting.outline
    space = panes(state.size)
    columns = text_width(space.text_columns)
    rows = block_rows(outline, state.sentence.block, columns)
    inside = [i for i, row in enumerate(rows) if row[1] > state.sentence.start]
    first = inside[0] if inside else 0
    last = next((i for i in reversed(inside) if rows[i][0] < state.sentence.end), first)
    height = space.text_rows
    block = state.sentence.block
    top = Top(block=state.top.block, row=state.top.row)
    if (block, first) < (top.block, top.row):
        margin = min(2, max(0, height - 1 - (last - first)))
        return replace(state, top=rows_above(outline, block, first, columns, margin))
    below = _distance(outline, top, block, last, columns, height)
    if below is not None and below < height - (1 if height > 3 else 0):
        return state
    tall = last - first + 1 >= height
    up = 0 if tall else height - 1 - (last - first) - min(2, height // 4)
    return replace(state, top=rows_above(outline, block, first, columns, max(0, up)))


def _distance(
    outline: Outline, top: Top, block: int, row: int, columns: int, most: int
) -> int | None:
    """Rows from the top of the screen down to a row; None when it is further than `most`."""
    if block - top.block > most:
        return None
    found = -top.row
    for place in range(top.block, block):
        found += len(block_rows(outline, place, columns)) + 1
        if found > most:
            return None
    return found + row


def rows_above(outline: Outline, block: int, row: int, columns: int, up: int) -> Top:
    """The row that stands `up` rows above a row."""
    while up > row and block > 0:
        up -= row + 1
        block -= 1
        row = len(block_rows(outline, block, columns))
    return Top(block=block, row=max(0, row - up))
