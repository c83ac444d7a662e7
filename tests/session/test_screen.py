"""The screen as text: what a coder sees at different sizes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_annotate.session.cells import width, wrap
from qa_annotate.session.keys import TABLE, command_of, help_lines
from qa_annotate.session.render import cursor_at, render
from qa_annotate.store.project import default_codebook


def test_a_small_screen(sit):
    here = sit(size=(24, 80)).press("]ua")
    assert here.screen == SMALL.splitlines()


SMALL = """\
q2  Is the water safe?
    The well at the crossing

    Ana Duarte keeps the well at the crossing. She spoke with Piet Maas in
    March.

 q1 Q: Who built the well?

 ua My grandfather built it. The council never paid him.

    A photo of the well.

 q2 Q: Is the water safe?

›   It was tested twice. Nobody published the results. We drink it.

────────────────────────────────────────────────────────────────────────────────
 claims 2
 u  q1    My grandfather built it.
 a  q1    The council never paid him.


labelled a "allegation" · z undoes                                    saved 2/7
v verified  u unverified  a allegation  space no claim  j next  ? help  q leave"""


@pytest.mark.parametrize("size", [(24, 80), (40, 140), (50, 200), (15, 60), (10, 40), (5, 20)])
@pytest.mark.parametrize("keys", ["", "]ua", "G", "?", "]ukc", "F", "]ukr"])
def test_every_row_fits_every_size(sit, size, keys):
    here = sit(size=size).press(keys)
    rows = here.screen
    assert len(rows) == size[0]
    assert all(width(row) <= size[1] for row in rows)
    row, column = cursor_at(here.state)
    assert 0 <= row < size[0]
    assert 0 <= column < size[1]


@pytest.mark.parametrize("size", [(24, 80), (40, 140), (10, 40), (5, 20)])
def test_the_cursors_sentence_is_on_screen_wherever_it_goes(sit, size):
    here = sit(LONG, size=size)
    for key in "jjjj]]G[kkgjGk":
        here.press(key)
        shown = " ".join("".join(t for _, t in row) for row in render(here.state))
        assert here.sentence.split()[0] in shown
        assert any(row.startswith("›") for row in here.screen)


LONG = "\n".join(
    f"question| Q: What happened on day {day}?\n"
    f"answer| Day {day} began with rain. The river rose over the road by noon. We carried sand."
    for day in range(40)
)


def test_the_question_stays_in_sight_when_it_has_scrolled_off(sit):
    here = sit(
        "question| Q: Why?\nanswer| " + "One more sentence stands here. " * 200, size=(12, 50)
    )
    assert here.press("G").screen[0].startswith("q1  Why?")


def test_the_scroll_position_moves_only_when_it_must(sit):
    here = sit(LONG, size=(24, 80))
    top = here.state.top
    assert here.press("jjj").state.top == top


def test_a_resize_keeps_the_cursors_sentence(sit):
    here = sit(LONG).press("]]]]]]]]")
    words = here.sentence
    assert here.resize(8, 30).sentence == words
    assert any(row.startswith("›") for row in here.screen)


def test_control_and_bidirectional_characters_are_marks(sit):
    here = sit(
        "question| Q: Why\u202e\x1b]0;pwn\x07?\nanswer| Be\x1b[31mcause\u200b. It\u2066 is so.\n"
    )
    shown = "".join(here.screen)
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "\u202e" not in shown
    assert "␛[31mcause" in shown


def test_a_claim_whose_words_moved_is_listed_and_not_drawn(sit):
    from dataclasses import replace

    here = sit().press("]u")
    claim = replace(here.document.claims[0], quote="Something else stood here.")
    document = replace(here.document, claims=(claim,))
    here.state = replace(here.state, history=replace(here.state.history, document=document))
    assert any("LOST Something else" in row for row in here.screen)
    assert not any(row.startswith(" u  My grandfather") for row in here.screen)


def test_an_incomplete_claim_carries_a_mark(sit):
    assert any(row.startswith("›v! My grandfather") for row in sit().press("]v").screen)


def test_help_names_every_key_of_the_text():
    told = help_lines(default_codebook())
    for entry in TABLE:
        if "text" in entry.modes:
            assert any(entry.line == line for _, line in told)


def test_help_lists_the_keys_that_hold_what_is_typed(sit):
    here = sit(size=(24, 80)).press("?redo")
    assert [row.split() for row in here.screen[1:] if row.startswith(" Z")] == [["Z", "redo"]]
    assert not any("next sentence" in row for row in here.screen)
    assert here.screen[-2].startswith("keys: redo")
    here.press(["c-u"])
    assert any("next sentence" in row for row in here.screen)
    here.press(["escape"])
    assert (here.state.mode, here.state.line) == ("text", None)
    assert here.document.claims == ()


def test_every_key_of_the_table_is_reached_by_its_keys():
    codebook = default_codebook()
    for entry in TABLE:
        for mode in entry.modes:
            for key in entry.keys:
                assert command_of(mode, key, codebook) == entry.name


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200), st.integers(1, 40))
@settings(max_examples=200, deadline=None)
def test_wrapping_loses_no_word_and_fits(text, columns):
    rows = wrap(text, (0, len(text)), columns)
    kept = "".join(text[a:b] for a, b in rows)
    assert "".join(kept.split()) == "".join(text.split())
    for start, end in rows:
        assert width(text[start:end]) <= max(columns, 2) or end - start <= 1
