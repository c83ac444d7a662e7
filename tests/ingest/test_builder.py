"""The reading text under construction."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from qa_annotate.core.model import Mark
from qa_annotate.core.text import canonical
from qa_annotate.ingest.builder import Builder, canonical_marks


def test_white_space_waits_for_words() -> None:
    builder = Builder()
    bold = builder.open("bold")
    builder.text("  Why ")
    builder.close(bold)
    builder.text(" now")
    builder.block()
    builder.block()
    empty = builder.open("italic")
    builder.text("  ")
    builder.close(empty)
    builder.line()
    builder.text("Here ")
    assert builder.finish() == ("Why  now\n\nHere", (Mark(start=0, end=3, kind="bold"),))


def test_a_byte_order_mark_at_the_head_goes_and_moves_nothing() -> None:
    builder = Builder()
    builder.text("\ufeff")
    builder.text("\ufeffWhy")
    mark = builder.open("bold")
    builder.text("x")
    builder.close(mark)
    assert builder.finish() == ("Whyx", (Mark(start=3, end=4, kind="bold"),))


LETTERS = st.sampled_from("ae\u0301\u0308\u0327 \n\r\u1100\u1161\u11a8가각\u0958\u2126ﬁ漢.")


@settings(max_examples=400, deadline=None)
@given(st.lists(st.text(LETTERS, min_size=1, max_size=6), min_size=1, max_size=6))
def test_marks_hold_the_same_words_after_normalising(parts: list[str]) -> None:
    parts = [f".{part}" for part in parts]
    text = "".join(parts)
    marks, at = [], 0
    for part in parts:
        marks.append(Mark(start=at, end=at + len(part), kind="bold"))
        at += len(part)
    result, moved = canonical_marks(text, marks)
    assert result == canonical(text)
    if not any(p.endswith("\r") for p in parts):
        assert [result[m.start : m.end] for m in moved] == [canonical(part) for part in parts]
    assert unicodedata.is_normalized("NFC", result)
