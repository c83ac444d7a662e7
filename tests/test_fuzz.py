"""Mutated and made-up articles for a few seconds; `make fuzz` goes on for longer."""

from __future__ import annotations

import random

import fuzz
import pytest


def test_nothing_breaks_on_mutated_and_made_up_articles() -> None:
    tried, failures = fuzz.run(seconds=8, seed=20261124)
    assert tried > 20
    assert [what for what, _ in failures] == []


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.srt"])
@pytest.mark.parametrize(
    "data",
    [
        b"x" * 1_000_000,
        b"word\n\n" * 20_000,
        b"?" * 100_000,
        "\u0301".encode() * 50_000,
        "\u200f\u202e".encode() * 30_000,
        b"\x00" * 1000,
        b"<div>" * 10_000,
        b"> " * 10_000 + b"deep",
        b"Q: " * 30_000,
        "“".encode() * 30_000,
        b"Name: word\n" * 20_000,
        b"[" * 20_000,
        b"**" * 20_000,
        b"- " * 20_000,
    ],
    ids=lambda data: repr(data[:6]),
)
def test_what_readers_stumble_over(name: str, data: bytes) -> None:
    what = fuzz.broken(data, name)
    assert what is None or what.startswith("took")


def test_the_fuzzer_would_see_a_break(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "RULES", (lambda _: "broken on purpose",))
    assert fuzz.broken(b"Q: Why?\n\nBecause.\n", "a.txt") == "broken on purpose"
    chance = random.Random(1)
    assert fuzz.mutated(b"Q: Why?\n", chance, [b"other"]) != b"Q: Why?\n"
