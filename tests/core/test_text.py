"""Canonical text, spans, and the form in which text from files may be shown."""

from __future__ import annotations

import hashlib
import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_annotate.core.text import (
    UNSAFE,
    canonical,
    covers,
    escaped,
    joined,
    overlap,
    paragraphs,
    sha256_text,
    trimmed,
    visible,
    without,
)

ANY = st.text()


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        ("\ufeffone", "one"),
        ("one\ufeff", "one\ufeff"),
        ("cafe\u0301", "café"),
        ("\u0623\u0647\u0644\u0627", "أهلا"),
        ("\r\r\n\n", "\n\n\n"),
    ],
)
def test_canonical_text(raw: str, text: str) -> None:
    assert canonical(raw) == text


@given(ANY)
def test_canonical_text_stays_as_it_is(raw: str) -> None:
    text = canonical(raw)
    assert "\r" not in text
    assert unicodedata.is_normalized("NFC", text)
    assert canonical(text) == text or text.startswith("\ufeff")


def test_a_digest_is_of_the_utf_8_bytes(seed: str) -> None:
    assert sha256_text("é") == hashlib.sha256(b"\xc3\xa9").hexdigest()
    assert sha256_text(seed) == "303fb70b5dca6e3511799709e694c906298bb6dae3fff22a5feb283f4be5c16c"


# ---- spans --------------------------------------------------------------------------------------


def test_trimming_a_span() -> None:
    assert trimmed("  ab \n", (0, 6)) == (2, 4)
    assert trimmed("    ", (1, 3)) == (1, 1)


def test_overlap_and_cover() -> None:
    assert overlap((0, 5), (3, 9)) == 2
    assert overlap((0, 3), (3, 9)) == 0
    assert covers([(0, 4), (6, 9)], (7, 9))
    assert not covers([(0, 4), (6, 9)], (3, 7))


def test_spans_join_over_white_space_alone() -> None:
    assert joined([(6, 8), (0, 2), (3, 5)], "ab cd,ef") == ((0, 5), (6, 8))
    assert joined([(0, 6), (2, 3)], "abcdef") == ((0, 6),)


def test_a_hole_splits_a_span() -> None:
    assert without([(0, 8)], (3, 5), "ab cd ef") == ((0, 2), (6, 8))
    assert without([(0, 2), (6, 8)], (3, 5), "ab cd ef") == ((0, 2), (6, 8))
    assert without([(0, 8)], (0, 8), "ab cd ef") == ()


@given(st.text(alphabet="ab \n\t", max_size=40))
def test_paragraphs_hold_every_letter_once(text: str) -> None:
    found = list(paragraphs(text))
    assert all(not text[s].isspace() and not text[e - 1].isspace() for s, e in found)
    assert sum(len("".join(text[s:e].split())) for s, e in found) == len("".join(text.split()))
    for start, end in found:
        assert not any(not line.strip() for line in text[start:end].split("\n"))
    assert found == sorted(found)


# ---- showing ------------------------------------------------------------------------------------


def test_what_steers_a_terminal_is_a_mark() -> None:
    assert visible("a\x1b[31mb\x07") == "a␛[31mb␇"
    assert visible("\x9b\x7f\u200b\u202e\u2066\ufeff\u2028\U000e0041") == "␦␡·⌇⌇·⌇␦"
    assert visible("one\ntwo\tthree") == "one␊two␉three"
    assert visible("one\ntwo", keep_newlines=True) == "one\ntwo"
    assert visible("\u0623\u0647\u0644\u0627 é 日本 👍") == "أهلا é 日本 👍"


@given(st.text(alphabet=st.characters()))
def test_shown_text_is_as_long_and_holds_nothing_that_steers(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert all(unicodedata.category(c) not in ("Cc", "Cs") for c in shown)
    assert not any(unicodedata.bidirectional(c) in _STEERS for c in shown)


_STEERS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@given(ANY)
def test_escaped_json_means_the_same(text: str) -> None:
    line = escaped(json.dumps(text, ensure_ascii=False))
    assert json.loads(line) == text
    assert not any(ord(c) in UNSAFE for c in line)
    assert len(line.splitlines()) == 1
