"""A span is found again exactly, moved with proof, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_annotate.core.anchoring import CONTEXT, Found, context, locate
from qa_annotate.store.project import Opened

TEXT = "They shelled the bridge. We ran. They shelled the bridge again."


def found(text: str, quote: str, nth: int = 0) -> tuple[str, tuple[int, int], tuple[str, str]]:
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    span = (start, start + len(quote))
    return quote, span, context(text, span)


def test_context_of_the_seed_is_cut_at_words(seed_article: Opened) -> None:
    start = seed_article.text.index("the regime and ISIS do not")
    span = (start, start + len("the regime and ISIS do not fight each other"))
    assert span == (616, 659)
    assert context(seed_article.text, span) == (
        "year. Activists claim that ",
        ", a charge that could not be",
    )


def test_context_ends_where_the_text_does() -> None:
    assert context("We ran.", (0, 7)) == ("", "")
    assert context("We ran. So did they.", (8, 14)) == ("We ran. ", " they.")


def test_context_without_a_space_is_cut_where_it_must() -> None:
    text = "x" * 50 + "HERE" + "y" * 50
    assert context(text, (50, 54)) == ("x" * CONTEXT, "y" * CONTEXT)


@given(st.text(alphabet="ab \n", min_size=1, max_size=120), st.data())
def test_context_is_what_stands_there(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    before, after = context(text, (start, end))
    assert text[:start].endswith(before)
    assert text[end:].startswith(after)
    assert len(before) <= CONTEXT
    assert len(after) <= CONTEXT
    assert locate(text, text[start:end], (start, end), (before, after)) == Found(
        outcome="exact", position=(start, end)
    )


def test_unchanged_text_is_exact() -> None:
    assert locate(TEXT, *found(TEXT, "We ran")) == Found(outcome="exact", position=(25, 31))


def test_a_line_put_in_above_moves_the_claim() -> None:
    after = "An update.\n\n" + TEXT
    assert locate(after, *found(TEXT, "We ran")) == Found(outcome="moved", position=(37, 43))


def test_of_two_look_alikes_the_one_in_its_context_is_taken() -> None:
    after = "An update.\n\n" + TEXT
    first = locate(after, *found(TEXT, "They shelled the bridge", 0))
    second = locate(after, *found(TEXT, "They shelled the bridge", 1))
    assert first == Found(outcome="moved", position=(12, 35))
    assert second == Found(outcome="moved", position=(45, 68))


@pytest.mark.parametrize(
    ("after", "why"),
    [
        ("We ran. They bombed it.", "the words are gone"),
        ("A. They shelled the bridge, B. They shelled the bridge, C.", "two, neither in context"),
        ("", "nothing is left"),
    ],
)
def test_what_cannot_be_proved_is_orphaned(after: str, why: str) -> None:
    lost = locate(after, *found(TEXT, "They shelled the bridge", 1))
    assert lost == Found(outcome="orphaned", position=None), why


def test_the_same_words_in_the_same_context_twice_are_orphaned() -> None:
    doubled = TEXT + "\n\n" + TEXT
    assert locate("X" + doubled, *found(TEXT, "We ran")).outcome == "orphaned"


def test_an_empty_quote_is_never_found() -> None:
    assert locate(TEXT, "", (3, 3), ("", "")).outcome == "orphaned"
