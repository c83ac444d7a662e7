"""Right-to-left text as it is seen; examples worked by hand from UAX #9 (capitals run to the left
there, Hebrew here)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_annotate.core.bidi import levels, mirrored, runs_right_to_left, shaped, visual_order


def seen(text: str, right_to_left: bool) -> str:
    found = levels(text, right_to_left)
    order = visual_order(found)
    return "".join(mirrored(text[i]) if found[i] % 2 else text[i] for i in order)


@pytest.mark.parametrize(
    ("text", "right_to_left", "looks"),
    [
        ("car means מכונית.", False, "car means תינוכמ."),
        ("מכונית means car.", True, ".means car תינוכמ"),
        ("he said “מכונית”", False, "he said “תינוכמ”"),
        ("שלום (abc) עולם", True, "םלוע (abc) םולש"),
        ("ב 12 ד", True, "ד 12 ב"),
        ("ב 12,34 ד", True, "ד 12,34 ב"),
        ("عام 2011-2012", True, "2012-2011 ماع"),  # after Arabic a dash parts two numbers
        ("סכום 50% ד", True, "ד 50% םוכס"),
        ("plain words", False, "plain words"),
        ("abc (ד) ef", False, "abc (ד) ef"),
    ],
)
def test_a_line_as_it_is_seen(text, right_to_left, looks):
    assert seen(text, right_to_left) == looks


def test_a_paragraph_runs_as_its_first_strong_letter_does():
    assert runs_right_to_left("«سلام» said he")
    assert not runs_right_to_left("14 June: سلام")
    assert not runs_right_to_left("14, 15")


def test_letters_join_where_they_touch():
    assert shaped("باب") == "\ufe91\ufe8e\ufe8f"  # initial, final, and alone after an alif
    assert shaped("بَب") == "\ufe91\u064e\ufe90"  # a vowel sign between does not part them
    assert shaped("ab ب") == "ab \ufe8f"
    assert shaped("پچ") == "\ufb58\ufb7b"


@given(st.text(max_size=40), st.booleans())
def test_whatever_the_text_each_character_is_seen_once(text, right_to_left):
    assert sorted(visual_order(levels(text, right_to_left))) == list(range(len(text)))
    assert len(shaped(text)) == len(text)
