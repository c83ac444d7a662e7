"""Stretches of a text that resemble a quote, by edlib: the fewest letters changed."""

from __future__ import annotations

import edlib

ERRORS = 0.35
"""The most errors, as a share of the quote's length."""
MOST = 8
_OTHER = "\x00"
_LETTERS = 250  # edlib knows 256 different characters


def similar_stretches(quote: str, text: str) -> list[tuple[int, int, float]]:
    """The stretches that are nearest to a quote: start, end, likeness from 0 to 1.

    Letters that the quote doesn't hold are all alike to it, so any script fits into edlib's
    alphabet.
    """
    letters = sorted(set(quote))[:_LETTERS]
    if not quote or not text:
        return []
    table = {letter: chr(place) for place, letter in enumerate(letters, start=1)}
    query, target = _mapped(quote, table), _mapped(text, table)
    most = max(1, int(len(quote) * ERRORS))
    found = edlib.align(query, target, mode="HW", task="locations", k=most)
    if found["editDistance"] < 0:
        return []
    likeness = 1 - found["editDistance"] / len(quote)
    apart = _apart([(start or 0, end + 1) for start, end in found["locations"]])
    return [(start, end, likeness) for start, end in apart[:MOST]]


def alike(a: str, b: str) -> float:
    """How alike two texts are as wholes, from 0 to 1.

    >>> alike("aid", "aids")
    0.75
    """
    table = {letter: chr(place) for place, letter in enumerate(sorted(set(a))[:_LETTERS], start=1)}
    longest = max(len(a), len(b), 1)
    errors = edlib.align(_mapped(a, table), _mapped(b, table), mode="NW")["editDistance"]
    return float(1 - errors / longest)


def _mapped(text: str, table: dict[str, str]) -> str:
    return "".join([table.get(letter, _OTHER) for letter in text])


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of stretches that overlap, the first."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept
