"""An Arabic article: rows as they are read, the gutter where it is, files in logical order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qa_annotate.session.actions import Clicked
from qa_annotate.session.arranging import chosen_by, column_of, position_at
from qa_annotate.session.render import cursor_at, render

SOUQ = """\
headline| السوق
question| Q: ماذا رأيت؟
answer| كان السوق فارغا (تقريبا) في 12 أيار. ثم عاد الناس.
answer| It was empty.
"""
FIRST = "كان السوق فارغا (تقريبا) في 12 أيار."


def arranged_by(sit, bidi: str, size: tuple[int, int] = (20, 60)):
    here = sit(SOUQ, size=size)
    setting = replace(here.state.setting, bidi=bidi)
    here.state = replace(here.state, setting=setting)
    return here


def row_with(here, letter: str) -> str:
    return next(row for row in here.screen if letter in row)


def test_in_logical_order_where_nobody_arranges(sit):
    assert row_with(arranged_by(sit, "off"), "12").startswith("›   كان السوق")


def test_the_app_sets_such_rows_to_the_right_and_the_gutter_stays(sit):
    here = arranged_by(sit, "app")
    row = row_with(here, "12")
    assert row.startswith("›  ")
    assert row.rstrip().endswith("\ufedb\ufe8e\ufee5"[::-1])  # the first word, joined
    assert "12" in row
    assert row.index("(") < row.index(")")
    assert row_with(here, "It was").startswith("    It was empty.")


def test_labelling_and_files_do_not_know_of_it(sit):
    app, off = (arranged_by(sit, bidi).press("u") for bidi in ("app", "off"))
    assert app.document == off.document
    assert app.document.claims[0].quote == FIRST
    assert row_with(app, "12").startswith("›u ")


def test_the_cursor_stands_where_the_sentence_is_seen_to_begin(sit):
    here = arranged_by(sit, "app")
    place, column = cursor_at(here.state)
    row = here.screen[place]
    assert row[column] == "\ufedb"


def test_a_click_finds_the_sentence_that_is_seen_there(sit):
    here = arranged_by(sit, "app", (20, 100))
    place, row = next((i, r) for i, r in enumerate(here.screen) if "12" in r)
    here.do(Clicked(place, 6 + len(row) - len(row.lstrip("› "))))  # the left end: the last words
    assert here.sentence == "ثم عاد الناس."


@pytest.mark.parametrize("size", [(24, 80), (30, 120), (5, 20)])
def test_rows_are_as_wide_as_ever(sit, size):
    app, off = (arranged_by(sit, bidi, size).press("u") for bidi in ("app", "off"))
    assert len(app.screen) == len(off.screen)
    for row in render(app.state):
        assert len("".join(text for _, text in row)) <= size[1]


def test_a_terminal_that_arranges_rows_is_kept_from_crossing_the_rule(sit):
    here = arranged_by(sit, "terminal", (30, 120))
    assert any("\u200e│\u200e" in row for row in here.screen)


@pytest.mark.parametrize("text", ["abc", "سلام abc 12", "سلام (عليكم)", "नमस्ते سلام e\u0301"])
@pytest.mark.parametrize("right_to_left", [True, False])
def test_cells_and_characters_lead_to_each_other(text, right_to_left):
    for position, character in enumerate(text):
        column = column_of(text, right_to_left, position)
        found = position_at(text, right_to_left, column)
        assert column_of(text, right_to_left, found) == column, character


def test_terminals_that_arrange_and_cannot_be_told_not_to_are_known():
    assert chosen_by({"KONSOLE_VERSION": "230800"}) == "terminal"
    assert chosen_by({"TERM_PROGRAM": "Apple_Terminal"}) == "terminal"
    assert chosen_by({"TERM": "xterm-256color"}) == "app"
