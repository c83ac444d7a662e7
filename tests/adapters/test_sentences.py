"""Sentences, by their positions in the whole text."""

from __future__ import annotations

from importlib import metadata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_annotate.adapters.sentences import sentences
from qa_annotate.adapters.versions import segmenter


@pytest.mark.parametrize(
    ("text", "language", "cut"),
    [
        ("Aid entered last month. It was distributed.", None, 2),
        ("Dr. Amal spoke to Mr. Omar. He left.", "en", 2),
        ("She paid 3.50 dollars on Jan. 5. Then she ran.", "en", 2),
        ("“We ran.” They shelled us.", "en", 2),
        ("دخلت المساعدات الشهر الماضي. ثم وزعت.", "ar", 2),
        ("One line only", "en", 1),
        ("👍🏽 We ran. 日本。", "en", 2),
    ],
)
def test_sentences(text: str, language: str | None, cut: int) -> None:
    head = "Not this. "
    found = sentences(head + text, (len(head), len(head) + len(text)), language)
    assert len(found) == cut
    assert found[0][0] == len(head)
    assert "".join((head + text)[s:e] for s, e in found).replace(" ", "") == text.replace(" ", "")


@settings(max_examples=100)
@given(st.text(max_size=80), st.data())
def test_sentences_hold_every_letter_once_and_in_order(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = sentences(text, (start, end), "en")
    last = start
    for a, b in found:
        assert last <= a < b <= end
        assert not text[a].isspace()
        assert not text[b - 1].isspace()
        assert not text[last:a].strip()
        last = b
    assert not text[last:end].strip()


def test_the_segmenter_has_a_name_and_a_version() -> None:
    assert segmenter().name == "sentencex"
    assert segmenter().version[0].isdigit()


def test_the_segmenters_version_is_the_one_that_is_installed() -> None:
    assert segmenter().version == metadata.version("sentencex")
