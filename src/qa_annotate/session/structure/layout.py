"""Which rows show while a structure is corrected: every block with its role before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from ...core.model import Block, Span
from ..cells import wrap
from ..state import Top
from .state import State

ROLE_COLUMN = 13
"""Cells for the mark, the role and the pair's number."""


def columns(state: State) -> int:
    """Cells for the words."""
    return max(8, min(state.size[1] - ROLE_COLUMN - 1, 90))


def body_rows(state: State) -> int:
    """Rows between the header and the two rows of the footer."""
    return max(1, state.size[0] - 3)


@lru_cache(maxsize=20_000)
def _rows(text: str, span: Span, width: int) -> tuple[Span, ...]:
    return wrap(text, span, width)


def block_rows(state: State, block: Block) -> tuple[Span, ...]:
    """The rows of a block."""
    return _rows(state.setting.text, (block.start, block.end), columns(state))


def visible_rows(state: State) -> Iterator[tuple[int, int, Span | None]]:
    """Block, row and span of each row from the top; None is the empty row between two pairs."""
    first = state.top.row
    for place in range(state.top.block, len(state.blocks)):
        block = state.blocks[place]
        rows = block_rows(state, block)
        for row in range(min(first, len(rows)), len(rows)):
            yield place, row, rows[row]
        first = 0


def scrolled(state: State) -> State:
    """The state with its scroll position moved as little as the cursor's block needs."""
    if not state.blocks:
        return state
    if state.cursor <= state.top.block:
        return replace(state, top=Top(block=max(0, state.cursor - 1), row=0))
    last = state.run[1] - 1
    used = -state.top.row
    for place in range(state.top.block, last + 1):
        used += len(block_rows(state, state.blocks[place]))
        if used > 4 * body_rows(state):
            break
    if used <= body_rows(state):
        return state
    return replace(state, top=_back(state))


def _back(state: State) -> Top:
    """The top from which the run's first block stands in the upper half."""
    room = body_rows(state) // 3
    place = state.cursor
    while place > 0 and room > 0:
        place -= 1
        room -= len(block_rows(state, state.blocks[place]))
    return Top(block=place, row=0)
