"""The screen of a structure session as lines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...core.model import Span
from ...core.structuring import paired
from ..arranging import alone, arranged, in_place, place_seen
from ..cells import clipped, shown, width
from ..drawing import Fragment, Row, exactly, fill, help_rows, key_row, line_cursor, line_row
from ..drawing import menu_rows as choices_of
from ..keys import footer as line_footer
from ..palette import listed
from .keys import footer, help_lines
from .layout import ROLE_COLUMN, body_rows, columns, visible_rows
from .state import State


def render(state: State) -> tuple[Row, ...]:
    """Every row of the screen."""
    rows = [_header(state), *_body(state)]
    menu = choices_of(state.line, state.size[1])
    rows[len(rows) - len(menu) :] = menu
    rows += _footer(state)
    cut = [exactly(row, state.size[1]) for row in rows[: state.size[0]]]
    for place in range(len(cut) - 2 - len(menu), len(cut)) if state.setting.bidi == "app" else ():
        cut[place] = tuple(arranged(cut[place]))
    return tuple(cut)


def cursor_at(state: State) -> tuple[int, int]:
    """Row and column of the hardware cursor."""
    if state.line is not None:
        return state.size[0] - 2, line_cursor(state.line, state.size[1])
    start = state.here[0] if state.blocks else 0
    for place, (block, _, span) in enumerate(visible_rows(state)):
        if place >= body_rows(state):
            break
        if span and span[0] <= start < max(span[1], span[0] + 1):
            return place + 1, min(state.size[1] - 1, _column(state, block, span, start))
    return 1, 0


def _column(state: State, block: int, span: Span, position: int) -> int:
    """The cell in which a character of a row is seen."""
    text = state.setting.text
    if state.setting.bidi != "app":
        return ROLE_COLUMN + width(shown(text[span[0] : position]))
    return ROLE_COLUMN + place_seen(text, state.blocks[block], span, position, columns(state))


def _header(state: State) -> Row:
    pairs = len(paired(state.blocks))
    title = shown(state.setting.title)
    title = alone(title) if state.setting.bidi == "app" else title
    told = f"structure of {title} · {pairs} pairs"
    return (("header", fill(told, state.size[1])),)


def _body(state: State) -> list[Row]:
    height = body_rows(state)
    if state.mode == "help":
        return help_rows(listed(state.line, help_lines()), state.help_row, state.size[1], height)
    rows: list[Row] = []
    for place, row, span in visible_rows(state):
        if len(rows) >= height:
            break
        if span is not None:
            rows.append((*_role(state, place, row), *_text(state, place, span)))
    return rows + [()] * (height - len(rows))


def _role(state: State, place: int, row: int) -> Iterator[Fragment]:
    """The mark of the run, then the block's role on its first row, its speaker on the second."""
    first, stop = state.run
    block = state.blocks[place]
    yield "gutter", "›" if first <= place < stop else " "
    if row == 0:
        yield f"tag-{block.role}", fill(block.role, ROLE_COLUMN - 1)
    elif row == 1 and block.speaker:
        speaker = clipped(f" {shown(block.speaker)}", ROLE_COLUMN - 2)
        speaker = f" {alone(speaker[1:])}" if state.setting.bidi == "app" else speaker
        yield "note", fill(speaker, ROLE_COLUMN - 1)
    else:
        yield "", " " * (ROLE_COLUMN - 1)


def _text(state: State, place: int, span: Span) -> list[Fragment]:
    """The words of a row as they are seen."""
    words = list(_words(state, place, span))
    if state.setting.bidi != "app":
        return words
    return in_place(words, state.setting.text, state.blocks[place], span, columns(state))


def _words(state: State, place: int, span: Span) -> Iterator[Fragment]:
    """The words of a row; in the block under the cursor its sentence, and the cuts between them."""
    block = state.blocks[place]
    label = block.label or (0, 0)
    here = state.here if place == state.cursor else (0, 0)
    cuts = {span[0], span[1]}
    for edge in (*label, *here):
        cuts.add(min(max(edge, span[0]), span[1]))
    for start, end in pairwise(sorted(cuts)):
        names = ["role-marker" if label[0] <= start < label[1] else f"role-{block.role}"]
        if here[0] <= start < here[1]:
            names.append("selected")
        yield " ".join(names), shown(state.setting.text[start:end])


def _footer(state: State) -> list[Row]:
    columns = state.size[1]
    keys = line_footer(state.mode, None) if state.line else footer()
    return [_message(state), key_row(keys, columns)]


def _message(state: State) -> Row:
    columns = state.size[1]
    if state.line is not None:
        return line_row(state.line, columns)
    word = "saved" if state.synced >= state.logged else "saving"
    told = f" NOT SAVED: {state.trouble} " if state.trouble else f" {word} "
    room = columns - width(told)
    style = "trouble" if state.trouble else "saved"
    return (("message", fill(shown(state.message), max(0, room))), (style, told))
