"""How a span is found again: from a span to its selectors, and from selectors to a place in a text.

Three answers, never a guess: *exact*, *moved* (the same words, proved by their context or by being
the only ones), *orphaned* (a person must look). Selectors are those of the W3C Web Annotation
model: position, and quote with what stands before and after.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .model import Span

CONTEXT = 32
"""The most code points of context kept on each side."""


def context(text: str, span: Span) -> tuple[str, str]:
    """What stands before and after a span, cut at a word's edge where there is one.

    >>> context("Activists claim that the regime fled.", (21, 31))
    ('Activists claim that ', ' fled.')
    """
    start, end = span
    before = text[max(0, start - CONTEXT) : start]
    after = text[end : end + CONTEXT]
    if start > CONTEXT:
        before = _after_first_space(before)
    if end + CONTEXT < len(text):
        after = _after_first_space(after[::-1])[::-1]
    return before, after


def _after_first_space(text: str) -> str:
    for place, character in enumerate(text[:-1]):
        if character.isspace():
            return text[place + 1 :]
    return text


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """Where a claim stands in a text now; `position` is None when it is orphaned."""

    outcome: Literal["exact", "moved", "orphaned"]
    position: Span | None = None


def locate(text: str, quote: str, position: Span, around: tuple[str, str]) -> Found:
    """Find a claim again by position, then by its exact words and their context."""
    if quote and text[position[0] : position[1]] == quote:
        return Found(outcome="exact", position=position)
    places = _places(text, quote) if quote else []
    fitting = [p for p in places if _fits(text, p, len(quote), around)]
    certain = places if len(places) == 1 else fitting
    if len(certain) != 1:
        return Found(outcome="orphaned")
    return Found(outcome="moved", position=(certain[0], certain[0] + len(quote)))


def _places(text: str, quote: str) -> list[int]:
    found, start = [], text.find(quote)
    while start >= 0:
        found.append(start)
        start = text.find(quote, start + 1)
    return found


def _fits(text: str, start: int, length: int, around: tuple[str, str]) -> bool:
    before, after = around
    return text[:start].endswith(before) and text.startswith(after, start + length)
