"""How alike two short texts are, whatever the order of their words, by rapidfuzz."""

from __future__ import annotations

from rapidfuzz import fuzz

WITHIN = 0.9
"""What a text counts for that lies wholly in the other, beside one that is the same."""
FEW = 4
"""Texts of fewer words lie in others by chance."""


def likeness(a: str, b: str) -> float:
    """From 0 to 1; both texts are normalised before, words apart.

    >>> likeness("aid entered by road", "by road aid entered")
    1.0
    """
    whole = fuzz.token_sort_ratio(a, b) / 100
    if min(a.count(" "), b.count(" ")) + 1 < FEW:
        return float(whole)
    return float(max(whole, WITHIN * fuzz.token_set_ratio(a, b) / 100))
