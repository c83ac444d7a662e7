"""Names as file names."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_annotate.core.names import LONGEST, MOST_BYTES, slug, with_digest


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Amal", "amal"),
        ("Amal K.", "amal-k"),
        ("../../etc/passwd", "etc-passwd"),
        (".hidden", "hidden"),
        ("a/b\\c:d*e?f", "a-b-c-d-e-f"),
        ("Straße", "strasse"),
        ("cafe\u0301", "café"),
        ("مقابلة مع أحمد", "مقابلة-مع-أحمد"),
        ("साक्षात्कार १२", "साक्षात्कार-१२"),
        ("日本語", "日本語"),
        ("a\u202eb\x1b[31m", "a-b-31m"),
    ],
)
def test_a_slug_keeps_letters_of_every_script(name: str, short: str) -> None:
    assert slug(name) == short


def test_a_name_without_letters_gets_digits_of_its_own() -> None:
    assert slug("!!!") != slug("???")
    assert slug("!!!").startswith("untitled-")


def test_two_long_names_stay_apart() -> None:
    one, two = slug("word " * 40 + "one"), slug("word " * 40 + "two")
    assert one != two
    assert len(one) <= LONGEST


def test_a_name_of_broad_letters_still_fits_a_file_system() -> None:
    name = slug("\U00020000" * 70)
    assert len(name.encode()) <= MOST_BYTES
    assert name != slug("\U00020000" * 71)


@given(st.text(max_size=120))
def test_a_slug_is_one_safe_file_name_and_its_own_slug(name: str) -> None:
    short = slug(name)
    assert short
    assert slug(short) == short
    assert not set(short) & set("/\\.\x00 ")
    assert not short.startswith("-")
    assert not short.endswith("-")
    assert len(short) <= LONGEST
    assert len(f".{short}.history.jsonl.tmp".encode()) <= 255
    assert unicodedata.is_normalized("NFC", short)


@given(st.text(max_size=20))
def test_names_that_differ_in_case_alone_are_one(name: str) -> None:
    assert slug(name.lower()) == slug(name.lower().casefold())


def test_a_digest_tells_two_sources_of_one_name_apart() -> None:
    assert with_digest("bridge", "bridge.txt") == "bridge-f55d97"
    assert len(with_digest("b" * LONGEST, "bridge.txt")) == LONGEST
