"""The screen of a session that settles disagreements, as lines.

Above, the text around the case, with a row of strokes for each coder under the words that the case
is about; below, the coders' sides; at the foot, what happened, how far one is, and the keys.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from ...core.bidi import has_right_to_left
from ...core.cases import Case, Side
from ...core.model import Span
from ...core.records import Claim
from ...core.text import overlap
from ...core.wording import count
from ..arranging import (
    alone,
    arranged,
    clusters,
    clusters_seen,
    each_alone,
    in_place,
    is_right_to_left,
    place_seen,
    set_right,
)
from ..cells import clipped, shown, width, wrap
from ..drawing import (
    Fragment,
    Row,
    exactly,
    fill,
    help_rows,
    key_row,
    line_cursor,
    line_row,
    palette_rows,
)
from ..drawing import menu_rows as choices_of
from ..layout import GUTTER, block_rows, rows_above, rows_from, text_width
from ..palette import listed
from ..state import Top
from .keys import footer, help_lines
from .sides import KINDS, letter_of, number_of, side_rows, state_of
from .state import State, progress


@dataclass(frozen=True, kw_only=True, slots=True)
class Space:
    """Rows of each part, top to bottom; `rule` is the row between text and sides."""

    header: int
    text: int
    rule: int
    sides: int
    footer: int


def space(size: tuple[int, int], wanted: int) -> Space:
    """How much the sides get of what they want: the text keeps six rows, or half of the body."""
    rows = size[0]
    header = 1 if rows >= 8 else 0
    below = 2 if rows >= 6 else 1
    body = max(1, rows - header - below)
    rule = 1 if body >= 4 else 0
    sides = min(wanted, max(0, body - rule - min(7, (body + 1) // 2)))
    text = body - rule - sides
    return Space(header=header, text=text, rule=rule, sides=sides, footer=below)


def render(state: State) -> tuple[Row, ...]:
    """Every row of the screen."""
    wanted = side_rows(state, state.size[1])
    room = space(state.size, len(wanted))
    rows = [_header(state)] if room.header else []
    rows += _body(state, room, wanted)
    menu = _menu(state)[: room.text + room.rule + room.sides]
    rows[len(rows) - len(menu) :] = menu
    rows += [_message(state), key_row(_keys(state), state.size[1])][: room.footer]
    cut = [exactly(row, state.size[1]) for row in rows[: state.size[0]]]
    foot = range(len(cut) - room.footer - len(menu), len(cut))
    for place in foot if state.setting.bidi == "app" else ():
        cut[place] = tuple(arranged(cut[place]))
    return tuple(cut)


def cursor_at(state: State) -> tuple[int, int]:
    """Row and column of the hardware cursor: the line being written, else the selected words."""
    rows, columns = state.size
    room = space(state.size, len(side_rows(state, columns)))
    if state.line is not None:
        return rows - room.footer, line_cursor(state.line, columns)
    if state.mode == "text" and not state.codebook_shown and state.selection is not None:
        start = state.selection[0]
        for place, (block, span, coder) in enumerate(_laid(state, room.text)):
            if span and not coder and span[0] <= start < max(span[1], span[0] + 1):
                return room.header + place, min(columns - 1, _column(state, block, span, start))
    return room.header, 0


def _column(state: State, block: int, span: Span, position: int) -> int:
    """The cell in which a character of a row is seen."""
    outline = state.setting.outline
    if state.setting.bidi != "app":
        return GUTTER + width(shown(outline.text[span[0] : position]))
    inner = text_width(state.size[1])
    return GUTTER + place_seen(outline.text, outline.blocks[block], span, position, inner)


# ---- header and footer --------------------------------------------------------------------------


def _header(state: State) -> Row:
    """Which case it is, how its sides differ, how it stands, and the question it answers."""
    case, setting = state.case, state.setting
    if case is None:
        title = _said(state, setting.title, state.size[1] - 9)
        return (("header", fill(f"settling {title}", state.size[1])),)
    told = [
        number_of(state),
        KINDS[case.kind],
        state_of(case, state.standing),
    ]
    before = "".join(f"{words} · " for words in told)
    asked = _said(state, question(state, case), state.size[1] - width(before))
    return (("header", fill(before + asked, state.size[1])),)


def _said(state: State, text: str, room: int) -> str:
    """A stretch of the article outside its place, cut to some cells, as it is read."""
    cut = clipped(shown(text), max(0, room))
    return alone(cut) if state.setting.bidi == "app" else cut


def question(state: State, case: Case) -> str:
    """The question whose answer the case is in, or the article's title."""
    outline = state.setting.outline
    found = outline.sentences_in(case.span)
    passage = outline.passages[found[0].passage] if found else None
    if passage is None or passage.pair is None:
        return shown(state.setting.title)
    start, end = passage.pair.question
    return f"{passage.id} {shown(outline.text[start:end])}"


def _message(state: State) -> Row:
    columns = state.size[1]
    if state.line is not None:
        return line_row(state.line, columns)
    told = f" {save_state(state)} "
    room = columns - width(told)
    text = clipped(shown(state.message), max(0, room - 1))
    style = "trouble" if state.trouble else "saved"
    return (("message", text + " " * (room - width(text))), (style, told))


def save_state(state: State) -> str:
    """Whether all is on disk, and how many of the cases that need a person are settled."""
    done, of = progress(state)
    word = "saved" if state.synced >= state.logged else "saving"
    finished = " finished" if state.document.finished else ""
    if state.trouble:
        return f"NOT SAVED {done}/{of}{finished}: {state.trouble}"
    return f"{word} {done}/{of}{finished}"


def _keys(state: State) -> tuple[tuple[str, str], ...]:
    sides = len(state.case.sides) if state.case else 1
    return footer(state.mode, state.setting.codebook, sides, state.setting.table)


def _menu(state: State) -> list[Row]:
    if state.line is None or state.line.purpose != "palette":
        return choices_of(state.line, state.size[1])
    return palette_rows(state.line, state.setting.table, state.size[1])


# ---- body ---------------------------------------------------------------------------------------


def _body(state: State, room: Space, wanted: list[Row]) -> list[Row]:
    columns = state.size[1]
    height = room.text + room.rule + room.sides
    if state.mode == "help":
        sides = len(state.setting.sources)
        entries = help_lines(state.setting.codebook, sides, state.setting.table)
        return help_rows(listed(state.line, entries), state.help_row, columns, height)
    if state.mode == "list":
        return _list(state, height)
    text = _codebook(state, room.text) if state.codebook_shown else _text_rows(state, room.text)
    first = min(state.below, max(0, len(wanted) - room.sides))
    rule = [_rule(state, len(wanted) - room.sides - first)] if room.rule else []
    return [*text, *rule, *wanted[first : first + room.sides]]


def _rule(state: State, more: int) -> Row:
    note = f" {more} more below: PgDn " if more > 0 else ""
    return (("rule", "─" * (state.size[1] - width(note))), ("rule", note))


class _Laid(NamedTuple):
    """A row of the text: its block and span, none between blocks; a coder's number for strokes."""

    block: int
    span: Span | None
    coder: int = 0


def _text_rows(state: State, height: int) -> list[Row]:
    made, selected = state.made, state.selection or (0, 0)
    rows = [_laid_row(state, laid, made, selected) for laid in _laid(state, height)]
    return rows + [()] * (height - len(rows))


def _laid(state: State, height: int) -> list[_Laid]:
    """The rows around the case."""
    case, outline = state.case, state.setting.outline
    block = outline.block_of(case.span[0]) if case else None
    if case is None or block is None:
        return []
    columns = text_width(state.size[1])
    rows = block_rows(outline, block, columns)
    first = next((i for i, row in enumerate(rows) if row[1] > case.span[0]), 0)
    strokes = _strokes_fit(state, case, height, columns)
    top = rows_above(outline, block, first, columns, min(2, height // 4))
    out: list[_Laid] = []
    for at, _, span in rows_from(outline, Top(block=top.block, row=top.row), columns):
        if len(out) >= height:
            break
        out.append(_Laid(at, span))
        if span is not None and strokes and overlap(span, case.span):
            out += [_Laid(at, span, coder) for coder in range(1, len(case.sides) + 1)]
    return out[:height]


def _laid_row(state: State, laid: _Laid, made: Sequence[Claim], selected: Span) -> Row:
    if laid.span is None or state.case is None:
        return ()
    if laid.coder:
        side = state.case.sides[laid.coder - 1]
        return _strokes(state, laid.coder, side, laid.block, laid.span)
    return _text_row(state, laid.block, laid.span, made, selected)


def _strokes_fit(state: State, case: Case, height: int, columns: int) -> bool:
    """Whether words differ, and the rows fit with a row of strokes for every side under each.

    Where the terminal arranges the words, nobody here knows what a stroke would stand under.
    """
    outline = state.setting.outline
    if all(claim.position == case.span for claim in case.claims):
        return False
    if state.setting.bidi == "terminal" and has_right_to_left(outline.text[slice(*case.span)]):
        return False
    rows = [
        row
        for block, here in enumerate(outline.blocks)
        if overlap((here.start, here.end), case.span)
        for row in block_rows(outline, block, columns)
        if overlap(row, case.span)
    ]
    return len(rows) * (len(case.sides) + 1) + min(2, height // 4) <= height


def _text_row(state: State, block: int, span: Span, made: Sequence[Claim], selected: Span) -> Row:
    mark = "›" if overlap(selected, span) else " "
    words = list(_words(state, block, span, made, selected))
    if state.setting.bidi == "app":
        outline, inner = state.setting.outline, text_width(state.size[1])
        words = in_place(words, outline.text, outline.blocks[block], span, inner)
    return (("gutter", fill(mark, GUTTER)), *words)


def _words(
    state: State, block: int, span: Span, made: Sequence[Claim], selected: Span
) -> Iterator[Fragment]:
    """The words of a row, cut wherever the style changes."""
    text, here = state.setting.outline.text, state.setting.outline.blocks[block]
    case = state.case.span if state.case else (0, 0)
    edges = (*selected, *case, *(edge for claim in made for edge in claim.position))
    cuts = {span[0], span[1], *(min(max(edge, span[0]), span[1]) for edge in edges)}
    for start, end in pairwise(sorted(cuts)):
        names = [f"role-{here.role}"]
        claim = next((c for c in made if c.position[0] <= start < c.position[1]), None)
        if claim is not None:
            style = letter_of(state.setting.codebook, claim.label)[0]
            names.append(style.replace("letter", "label"))
        if selected[0] <= start < selected[1]:
            names.append("selected")
        yield " ".join(names), shown(text[start:end])


def _strokes(state: State, number: int, side: Side, block: int, span: Span) -> Row:
    """Under a row of text, the words that one coder claims, each claim begun by its label's key."""
    shortest_first = sorted(side.claims, key=lambda c: c.position[1] - c.position[0])
    aside, seen = _clusters(state, block, span)
    cells = "".join(_stroke(state, shortest_first, place, wide) for place, wide in seen)
    return (("gutter", fill(f" {number}", GUTTER)), ("note", (" " * aside + cells).rstrip()))


def _clusters(state: State, block: int, span: Span) -> tuple[int, list[tuple[Span, int]]]:
    """The cells before a row's words, and its clusters as they are seen from left to right."""
    outline, inner = state.setting.outline, text_width(state.size[1])
    words, here = outline.text[slice(*span)], outline.blocks[block]
    by_app = state.setting.bidi == "app"
    if by_app:
        found = clusters_seen(shown(words), is_right_to_left(outline.text, here))
    else:
        found = clusters(shown(words))
    seen = [((span[0] + start, span[0] + end), wide) for (start, end), wide in found]
    return (set_right(outline.text, here, span, inner) if by_app else 0), seen


def _stroke(state: State, claims: Sequence[Claim], place: Span, wide: int) -> str:
    """What stands under a cluster: the key of a claim that begins there, a stroke, or nothing."""
    claim = next((c for c in claims if overlap(c.position, place)), None)
    if claim is None:
        return " " * wide
    begins = place[0] <= claim.position[0] < place[1]
    first = letter_of(state.setting.codebook, claim.label)[1][:1] if begins else "━"
    return (first + "━" * wide)[:wide]


def _codebook(state: State, height: int) -> list[Row]:
    """The labels with definition and rule."""
    columns = state.size[1]
    rows: list[Row] = []
    for label in state.setting.codebook.labels:
        rows.append((("list-title", f" {shown(label.key)} {shown(label.id)}"),))
        for text in (label.definition, label.rule):
            spans = wrap(text, (0, len(text)), max(8, columns - 4))
            rows += [(("", f"   {shown(text[a:b])}"),) for a, b in spans]
    rows = [each_alone(row) for row in rows] if state.setting.bidi == "app" else rows
    return (rows + [()] * height)[:height]


# ---- the list of cases --------------------------------------------------------------------------


def _list(state: State, height: int) -> list[Row]:
    """All cases, kept so that the one under the cursor shows."""
    cases, claimed = state.setting.cases, state.setting.claimed
    blank = f", then {count(len(cases) - claimed, 'unit')} that nobody claims"
    title = f" {count(claimed, 'case')}{blank if claimed < len(cases) else ''}"
    rows: list[Row] = [(("list-title", f"{title} · Enter: to the case"),)]
    first = max(0, min(state.cursor - (height - 1) // 2, len(cases) - (height - 1)))
    for place in range(first, min(len(cases), first + height - 1)):
        rows.append(_list_row(state, place))
    return (rows + [()] * height)[:height]


def _list_row(state: State, place: int) -> Row:
    case, standing = state.setting.cases[place], state.standings[place]
    here = place == state.cursor
    mark = "›" if here else " "
    start, end = case.span
    stands, kind = fill(state_of(case, standing), 8), fill(KINDS[case.kind], 18)
    words = _said(state, state.setting.outline.text[start:end], state.size[1] - 27)
    style = "list selected" if here else "list"
    return ((style, f"{mark}{stands}{kind}"), ("list", words))
