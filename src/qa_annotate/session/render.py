"""The screen as lines: a function of the state alone.

A line is a tuple of fragments, a style and its text; styles are names ("question", "label-2"), what
they look like on a terminal is the shell's matter. Text from files is shown through `cells.shown`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..core.codebook import lacks
from ..core.hedges import cues
from ..core.model import Sentence, Span
from ..core.outline import is_read
from ..core.records import Claim, Codebook
from .arranging import MARK, alone, arranged, column_of, in_place, place_seen
from .cells import clipped, shown, width, wrap
from .drawing import (
    Fragment,
    Row,
    exactly,
    fill,
    help_rows,
    key_row,
    line_cursor,
    line_row,
    menu_rows,
    padded,
    palette_rows,
)
from .keys import footer, help_lines
from .layout import GUTTER, Panes, panes, rows_from, text_width
from .lines import TextLine
from .palette import listed
from .placing import told as told_of_orphan
from .selecting import HINTS, hint_words
from .state import State, claim_here, claims_in, draws, orphan_place, placed, progress

SIDE_ROWS = 4
"""The most rows of a claim without a place, and of its proposal."""


def render(state: State) -> tuple[Row, ...]:
    """Every row of the screen, top to bottom; as many as the screen has."""
    space = panes(state.size)
    rows = [_header(state)] if space.header else []
    if state.mode == "help":
        entries = help_lines(state.setting.codebook, "text", state.setting.table)
        height = state.size[0] - space.header - space.footer
        rows += help_rows(listed(state.line, entries), state.help_row, state.size[1], height)
    else:
        rows += _body(state, space)
    menu = _menu(state)
    rows[len(rows) - len(menu) :] = menu
    rows += _footer(state, space)
    cut = [exactly(row, state.size[1]) for row in rows[: state.size[0]]]
    foot = range(len(cut) - space.footer - len(menu), len(cut))
    for place in foot if state.setting.bidi == "app" else ():
        cut[place] = tuple(arranged(cut[place]))
    return tuple(cut)


def cursor_at(state: State) -> tuple[int, int]:
    """Row and column of the hardware cursor: the line being written, else the current sentence."""
    space = panes(state.size)
    rows, columns = state.size
    if state.line:
        return rows - space.footer, _line_column(state, state.line)
    if state.sentence is None:
        return space.header, 0
    inner = text_width(space.text_columns)
    for place, (block, _, span) in enumerate(rows_from(state.setting.outline, state.top, inner)):
        if place >= space.text_rows:
            break
        if span and span[0] <= state.sentence.start < max(span[1], span[0] + 1):
            return space.header + place, min(columns - 1, _column(state, block, span, inner))
    return space.header, GUTTER


def _column(state: State, block: int, span: Span, inner: int) -> int:
    """The cell in which the current sentence begins on a row of the text."""
    text = state.setting.outline.text
    start = state.sentence.start if state.sentence else span[0]
    if state.setting.bidi != "app":
        return GUTTER + width(shown(text[span[0] : start]))
    return GUTTER + place_seen(text, state.setting.outline.blocks[block], span, start, inner)


def _line_column(state: State, line: TextLine) -> int:
    """The cell of the cursor in the line being written."""
    columns = state.size[1]
    row = "".join(text for _, text in line_row(line, columns))
    if state.setting.bidi != "app" or row.isascii():
        return line_cursor(line, columns)
    position = len(row) - len(shown(line.text)) + line.cursor
    return min(columns - 1, column_of(row, False, position))


# ---- header and footer --------------------------------------------------------------------------


def _header(state: State) -> Row:
    """The title, or the question whose answer is being read."""
    outline = state.setting.outline
    columns = state.size[1]
    if state.sentence is None:
        return (("header", fill(_said(state, state.setting.title, columns), columns)),)
    passage = outline.passages[state.sentence.passage]
    if passage.pair is None:
        behind = f" · {passage.id}"
        title = _said(state, state.setting.title, columns - len(behind))
        return (("header", fill(title + behind, columns)),)
    question = outline.text[slice(*passage.pair.question)]
    before = f"{passage.id}  "
    asked = before + _said(state, question, columns - len(before))
    return (("header", fill(asked, columns)),)


def _said(state: State, text: str, room: int) -> str:
    """A stretch of the article outside its place, cut to some cells, as it is read."""
    cut = clipped(shown(text), max(0, room))
    return alone(cut) if state.setting.bidi == "app" else cut


def _footer(state: State, space: Panes) -> list[Row]:
    columns = state.size[1]
    first = _message(state, columns)
    return [first, _keys(state, columns)][: space.footer]


def _message(state: State, columns: int) -> Row:
    if state.line:
        return line_row(state.line, columns)
    saved = f" {_save_state(state)} "
    room = columns - width(saved)
    text = clipped(shown(state.message), max(0, room - 1))
    style = "trouble" if state.trouble else "saved"
    return (("message", text + " " * (room - width(text))), (style, saved))


def _save_state(state: State) -> str:
    done, of = progress(state)
    word = "saved" if state.synced >= state.logged else "saving"
    if state.setting.read_only:
        word = "read only"
    finished = " finished" if state.document.finished else ""
    if state.trouble:
        return f"NOT SAVED {done}/{of}{finished}: {state.trouble}"
    return f"{word} {done}/{of}{finished}"


def _keys(state: State, columns: int) -> Row:
    return key_row(footer(state.mode, state.setting.codebook, state.setting.table), columns)


# ---- body ---------------------------------------------------------------------------------------


def _body(state: State, space: Panes) -> list[Row]:
    text = _text_rows(state, space)
    if not space.list_columns:
        return _codebook(state, state.size[1], len(text)) if state.codebook_shown else text
    listed = _list(state, space)
    if state.setting.bidi == "app" and state.codebook_shown:
        listed = [tuple(arranged(exactly(row, space.list_columns))) for row in listed]
    if space.beside:
        rule = f"{MARK}│{MARK}" if state.setting.bidi == "terminal" else "│"
        return [
            (*padded(left, space.text_columns), ("rule", rule), *right)
            for left, right in zip(text, listed, strict=True)
        ]
    return [*text, (("rule", "─" * state.size[1]),), *listed]


def _text_rows(state: State, space: Panes) -> list[Row]:
    outline = state.setting.outline
    rows: list[Row] = []
    for block, row, span in rows_from(outline, state.top, text_width(space.text_columns)):
        if len(rows) >= space.text_rows:
            break
        rows.append(() if span is None else _text_row(state, block, row, span))
    if not outline.blocks:
        rows.append((("message", "    this article holds no text"),))
    return rows + [()] * (space.text_rows - len(rows))


def _text_row(state: State, block: int, row: int, span: Span) -> Row:
    claims = claims_in(state, span)
    gutter = _gutter(state, block, row, span, claims)
    words = list(_words(state, block, span, claims))
    if state.setting.bidi == "app":
        inner = text_width(panes(state.size).text_columns)
        outline = state.setting.outline
        words = in_place(words, outline.text, outline.blocks[block], span, inner)
    return (*gutter, *words)


def _gutter(state: State, block: int, row: int, span: Span, claims: tuple[Claim, ...]) -> Row:
    """The cursor's mark, then the pair's number, a claim's letter, or a dot for what was read."""
    here = state.selection
    current = here is not None and here[0] < span[1] and span[0] < here[1]
    mark = ("»" if current else "#") if _redacted(state, span) else "›" if current else " "
    outline = state.setting.outline
    role = outline.blocks[block].role
    if role == "question" and row == 0:
        return (("gutter", fill(mark + _pair_number(state, span), GUTTER)),)
    beginning = [claim for claim in claims if span[0] <= claim.position[0] < span[1]]
    if beginning:
        return (("gutter", mark), *_letters(state, beginning))
    return (("gutter", fill(mark + _read_mark(state, span), GUTTER)),)


def _redacted(state: State, span: Span) -> tuple[Span, ...]:
    """What is not to be published of a stretch."""
    return tuple(r for r in state.document.redactions if r[0] < span[1] and span[0] < r[1])


def _letters(state: State, claims: list[Claim]) -> Row:
    """The letters of the claims that begin on a row: one and whether it is complete, or two."""
    codebook = state.setting.codebook
    first = _letter(codebook, claims[0])
    if len(claims) == 1:
        return (first, ("gutter", f"{_lack_mark(state, claims[0])} "))
    second = _letter(codebook, claims[1]) if len(claims) == 2 else ("gutter", "+")
    return (first, second, ("gutter", " "))


def _lack_mark(state: State, claim: Claim) -> str:
    return "!" if lacks(claim, state.setting.codebook) else " "


def _pair_number(state: State, span: Span) -> str:
    passage = state.setting.outline.passage_of((span[0], span[0]))
    return passage.id if passage else ""


def _read_mark(state: State, span: Span) -> str:
    """A dot where a unit begins that was read and holds no claim."""
    begun = [s for s in state.setting.outline.sentences_in(span) if s.start >= span[0] and s.unit]
    return "·" if begun and all(_read_blank(state, unit) for unit in begun) else ""


def _read_blank(state: State, unit: Sentence) -> bool:
    return is_read(state.document.read, (unit.start, unit.end))


def _letter(codebook: Codebook, claim: Claim) -> Fragment:
    for place, label in enumerate(codebook.labels):
        if label.id == claim.label:
            return f"letter-{place % 6}", shown(label.key)
    return "letter-unknown", "?"


def _words(state: State, block: int, span: Span, claims: tuple[Claim, ...]) -> Iterator[Fragment]:
    """The words of a row, cut wherever the style changes."""
    text = state.setting.outline.text
    hints = _hints(state, span) if state.mode == "hints" else {}
    marked = [*(claim.position for claim in claims), _selected(state), _label(state, block)]
    cue_words = _cues(state, span)
    marked += [*cue_words, *_redacted(state, span)]
    marked += [(place, place + 1) for place in hints]
    cuts = {span[0], span[1]}
    for start, end in marked:
        cuts |= {min(max(start, span[0]), span[1]), min(max(end, span[0]), span[1])}
    for start, end in pairwise(sorted(cuts)):
        if start in hints:
            yield "hint", hints[start]
        else:
            yield _style(state, block, start, claims, cue_words), shown(text[start:end])


def _hints(state: State, span: Span) -> dict[int, str]:
    """The letters over the first characters of words, where those take one cell."""
    text = state.setting.outline.text
    places = [word[0] for word in hint_words(state)]
    offered = zip(places, HINTS, strict=False)
    return {
        place: letter + " " * (width(text[place]) - 1)
        for place, letter in offered
        if span[0] <= place < span[1]
    }


def _cues(state: State, span: Span) -> list[Span]:
    if not state.cues_shown:
        return []
    return list(cues(state.setting.outline.text, span, state.setting.language))


def _selected(state: State) -> Span:
    return state.selection or (0, 0)


def _label(state: State, block: int) -> Span:
    return state.setting.outline.blocks[block].label or (0, 0)


def _style(
    state: State, block: int, position: int, claims: tuple[Claim, ...], cue_words: list[Span]
) -> str:
    """Style names for a position: its role, the innermost claim, a cue word, the selection."""
    start, end = _label(state, block)
    role = state.setting.outline.blocks[block].role
    names = [f"role-{'marker' if start <= position < end else role}"]
    inside = [c for c in claims if c.position[0] <= position < c.position[1]]
    if inside:
        claim = min(inside, key=lambda c: c.position[1] - c.position[0])
        names.append(_letter(state.setting.codebook, claim)[0].replace("letter", "label"))
    if any(a <= position < b for a, b in cue_words):
        names.append("cue")
    if any(a <= position < b for a, b in state.document.redactions):
        names.append("redacted")
    selected = _selected(state)
    if selected[0] <= position < selected[1]:
        names.append("selected")
    return " ".join(names)


# ---- menus --------------------------------------------------------------------------------------


def _menu(state: State) -> list[Row]:
    """The choices of the line being written, or the commands that the palette offers."""
    if state.mode == "place":
        return _side_by_side(state)
    if state.line is None or state.line.purpose != "palette":
        return menu_rows(state.line, state.size[1])
    return palette_rows(state.line, state.setting.table, state.size[1])


def _side_by_side(state: State) -> list[Row]:
    """A claim without a place and its proposal, each in as many rows as they need, to a limit."""
    columns = state.size[1]
    rows: list[Row] = []
    for words in told_of_orphan(state):
        lines = wrap(words, (0, len(words)), max(8, columns - 3))[:SIDE_ROWS]
        rows += [(("prompt", fill(f" {shown(words[a:b])}", columns)),) for a, b in lines]
    return rows[: max(1, state.size[0] // 2)]


# ---- the list of claims -------------------------------------------------------------------------


def _codebook(state: State, columns: int, height: int) -> list[Row]:
    """The labels with definition, rule and examples: that of the claim here, else all of them."""
    claim = claim_here(state)
    labels = state.setting.codebook.labels
    chosen = [item for item in labels if claim and item.id == claim.label] or list(labels)
    rows: list[Row] = []
    for item in chosen:
        rows.append((("list-title", f" {shown(item.key)} {shown(item.id)}"),))
        for text in (item.definition, item.rule, *(f"“{example}”" for example in item.examples)):
            spans = wrap(text, (0, len(text)), max(8, columns - 4))
            rows += [(("", f"   {shown(text[a:b])}"),) for a, b in spans]
        rows.append(())
    return (rows + [()] * height)[:height]


def _list(state: State, space: Panes) -> list[Row]:
    """The claims in order, kept so that those near the cursor show."""
    if state.codebook_shown:
        return _codebook(state, space.list_columns, space.list_rows)
    claims = state.document.claims
    title = f" claims {len(claims)}" + (" · Enter: to the text" if state.mode == "list" else "")
    if state.document.finished:
        title += " · finished"
    if state.document.redactions:
        title += f" · # {len(state.document.redactions)}"
    rows: list[Row] = [(("list-title", title),)]
    here = _nearest(state)
    nearest = claims[here].id if here >= 0 else ""
    rows += [_list_row(state, claim, claim.id == nearest) for claim in claims_listed(state)]
    if not claims:
        rows.append((("list", " none yet: a label key makes one of the sentence"),))
    rows += [_redaction_row(state, span) for span in state.document.redactions]
    return (rows + [()] * space.list_rows)[: space.list_rows]


def claims_listed(state: State) -> list[Claim]:
    """The claims that the list shows now."""
    claims = state.document.claims
    height = max(0, panes(state.size).list_rows - 1)
    here = _nearest(state)
    first = max(0, min(here - height // 2, len(claims) - height))
    return list(claims[first : first + height])


def _nearest(state: State) -> int:
    """The place of the claim at the cursor, or of the last one before it."""
    orphan = orphan_place(state)
    if orphan is not None or state.selection is None:
        return -1 if orphan is None else orphan
    return placed(state).begun(state.selection[1]) - 1


def _list_row(state: State, claim: Claim, here: bool) -> Row:
    style, letter = _letter(state.setting.codebook, claim)
    selected = state.selection or (0, 0)
    touches = claim.position[0] < selected[1] and selected[0] < claim.position[1]
    mark = "›" if here and (touches or claim.id == state.orphan) else " "
    lost = "" if draws(state, claim) else "LOST " if claim.orphaned is None else "no place: "
    before = f"{_lack_mark(state, claim)} {claim.passage:<5} {lost}"
    room = panes(state.size).list_columns - 2 - len(before)
    words = before + _said(state, claim.quote, room)
    note = f" — {_said(state, claim.note, room)}" if claim.note else ""
    focus = " selected" if here and state.mode == "list" else ""
    return (("list", mark), (style, letter), ("list" + focus, words), ("note", note))


def _redaction_row(state: State, span: Span) -> Row:
    words = state.setting.outline.text[slice(*span)]
    said = _said(state, words, panes(state.size).list_columns - 24)
    return (("list", f" # not to be published: {said}"),)
