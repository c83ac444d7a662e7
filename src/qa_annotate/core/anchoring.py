"""From a span to its selectors, as the W3C Web Annotation model has them: beside the position, the
quote with what stands before and after. `reanchoring` finds a span again by them."""

from __future__ import annotations

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
