"""What the mouse points at: a sentence of the text, or a claim in the list."""

from __future__ import annotations

from dataclasses import replace

from ..core.records import Claim
from . import moving
from .arranging import is_right_to_left, position_at, set_right
from .cells import shown, width
from .layout import GUTTER, panes, rows_from, text_width
from .render import claims_listed
from .state import State


def clicked(state: State, row: int, column: int) -> State:
    """The cursor where the mouse clicked."""
    if state.mode not in ("text", "list"):
        return state
    space = panes(state.size)
    place = row - space.header
    if 0 <= place < space.text_rows and column < space.text_columns:
        return _in_text(state, place, column - GUTTER)
    if space.beside:
        return _in_list(state, place) if column > space.text_columns else state
    return _in_list(state, place - space.text_rows - 1)


def _in_text(state: State, place: int, column: int) -> State:
    outline = state.setting.outline
    inner = text_width(panes(state.size).text_columns)
    for count, (block, _, span) in enumerate(rows_from(outline, state.top, inner)):
        if count < place:
            continue
        if count > place or span is None:
            break
        words = outline.text[span[0] : span[1]]
        if state.setting.bidi == "app":
            here = outline.blocks[block]
            column -= set_right(outline.text, here, span, inner)
            place_in_row = position_at(shown(words), is_right_to_left(outline.text, here), column)
        else:
            place_in_row = _letters(words, column)
        position = span[0] + place_in_row
        found = outline.sentences_in((position, position + 1))
        if found:
            return replace(state, mode="text", cursor=found[0].index, chosen=None)
        break
    return state


def _letters(text: str, column: int) -> int:
    """How many characters stand before a column, as far as the row goes."""
    count, used = 0, 0
    while count < len(text) - 1:
        used += width(shown(text[count]))
        if used > column:
            break
        count += 1
    return count


def _in_list(state: State, place: int) -> State:
    """The claim on a row of the list; its title is row 0."""
    listed: list[Claim] = claims_listed(state)
    if not 1 <= place <= len(listed):
        return state
    return moving.at_claim(replace(state, mode="text"), listed[place - 1])


def scrolled(state: State, step: int) -> State:
    """A sentence further or back; a row of the help."""
    if state.mode == "help":
        return replace(state, help_row=max(0, state.help_row + step))
    if state.mode not in ("text", "list"):
        return state
    return moving.next_stop(state) if step > 0 else moving.previous_stop(state)
