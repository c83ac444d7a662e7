"""The context of a quote: what stands before and after it, cut at words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qa_annotate.core.anchoring import CONTEXT, context
from qa_annotate.store.project import Opened


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
