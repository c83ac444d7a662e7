"""Stretches of a text that resemble a quote, by edlib: the fewest letters changed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import edlib

from ..core.model import Span
from ..core.proposing import Matcher

ERRORS = 0.35
"""The most errors, as a share of the quote's length."""
MOST = 4
_LETTERS = 250  # edlib knows 256 different characters
_ELSEWHERE, _OTHER = "\x00", "\x01"  # a letter that only the quote has; one that it hasn't


def similar_stretches(quote: str, text: str) -> list[Span]:
    """The stretches that are nearest to a quote, no two of which overlap."""
    if not quote or not text:
        return []
    query, target = _mapped(quote, text)
    most = max(1, int(len(quote) * ERRORS))
    found = edlib.align(query, target, mode="HW", task="locations", k=most)
    if found["editDistance"] < 0:
        return []
    return _apart([(start or 0, end + 1) for start, end in found["locations"]])[:MOST]


def alike(a: str, b: str) -> float:
    """How alike two texts are as wholes, from 0 to 1.

    >>> alike("aid", "aids")
    0.75
    """
    table = _table("".join(sorted({*a, *b})))
    longest = max(len(a), len(b), 1)
    errors = edlib.align(a.translate(table), b.translate(table), mode="NW")["editDistance"]
    return float(1 - errors / longest)


class _Table(dict[int, str]):
    """Letters to the few that edlib knows; any other to one that equals none."""

    def __init__(self, letters: str, other: str) -> None:
        super().__init__({ord(c): chr(at) for at, c in enumerate(letters[:_LETTERS], start=2)})
        self._other = other

    def __missing__(self, _: int) -> str:
        return self._other


def _table(letters: str) -> Mapping[int, str]:
    return _Table(letters, _OTHER)


def _mapped(quote: str, text: str) -> tuple[str, str]:
    """Both in an alphabet that edlib knows: the text's own, or the quote's where that is larger."""
    letters = _letters(text)
    if len(letters) > _LETTERS:
        letters = "".join(sorted(set(quote)))
        return quote.translate(_Table(letters, _ELSEWHERE)), text.translate(_Table(letters, _OTHER))
    return quote.translate(_Table(letters, _ELSEWHERE)), _translated(text)


@lru_cache(maxsize=4)
def _letters(text: str) -> str:
    return "".join(sorted(set(text)))


@lru_cache(maxsize=4)
def _translated(text: str) -> str:
    return text.translate(_Table(_letters(text), _OTHER))


def _apart(spans: list[Span]) -> list[Span]:
    """Of stretches that overlap, the first."""
    kept: list[Span] = []
    for start, end in sorted(spans):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


MATCHER = Matcher(search=similar_stretches, alike=alike)
"""edlib, as proposing takes it."""
