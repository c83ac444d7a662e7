"""Text that runs from right to left, in the order in which it is seen.

For one line at a time, by the Unicode bidirectional algorithm (UAX #9). Explicit controls are shown
as visible marks, so the rules for them (X1 to X8) find nothing; paired brackets (N0) follow their
neighbours. Files and positions stay in logical order: only what is painted is arranged.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_NEUTRAL = frozenset(("B", "S", "WS", "ON", "BN"))
_SEPARATED = (("ES", "EN"), ("CS", "EN"), ("CS", "AN"))


def has_right_to_left(text: str) -> bool:
    """Whether anything in a text runs from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def runs_right_to_left(text: str) -> bool:
    """Whether a paragraph does, by its first strong letter (rules P2 and P3).

    >>> runs_right_to_left("1. سلام"), runs_right_to_left("a سلام")
    (True, False)
    """
    strong = (unicodedata.bidirectional(character) for character in text)
    return next((kind != "L" for kind in strong if kind in ("L", "R", "AL")), False)


def levels(text: str, right_to_left: bool) -> list[int]:
    """The embedding level of each character: odd ones run from right to left.

    >>> levels("ab سل 12", False)
    [0, 0, 0, 1, 1, 1, 2, 2]
    """
    base = 1 if right_to_left else 0
    kinds = _weak([unicodedata.bidirectional(c) or "L" for c in text], "R" if base else "L")
    found = [_level(kind, base) for kind in _resolved(kinds, "R" if base else "L")]
    for place in reversed(range(len(text))):  # L1: white space at the end
        if not text[place].isspace():
            break
        found[place] = base
    return found


def _level(kind: str, base: int) -> int:
    """Rules I1 and I2."""
    if base:
        return 1 if kind == "R" else 2
    return {"L": 0, "R": 1}.get(kind, 2)


def _weak(kinds: list[str], outer: str) -> list[str]:
    """Marks, numbers and what stands around them (rules W1 to W7)."""
    before, strong = outer, outer
    for place, kind in enumerate(kinds):
        if kind == "NSM":
            kind = before
        if kind in ("L", "R", "AL"):
            strong = kind
        if kind == "EN" and strong == "AL":
            kind = "AN"
        kinds[place] = before = kind
    kinds = ["R" if kind == "AL" else kind for kind in kinds]
    for place in range(1, len(kinds) - 1):
        left, kind, right = kinds[place - 1 : place + 2]
        if left == right and (kind, left) in _SEPARATED:
            kinds[place] = left
    _take_signs(kinds)
    strong = outer
    for place, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[place] = "L"
    return kinds


def _take_signs(kinds: list[str]) -> None:
    """Signs beside a number belong to it (W5), others to nothing (W6)."""
    for order in (range(len(kinds)), reversed(range(len(kinds)))):
        before = ""
        for place in order:
            if kinds[place] == "ET" and before == "EN":
                kinds[place] = "EN"
            before = kinds[place]
    kinds[:] = ["ON" if kind in ("ES", "ET", "CS") else kind for kind in kinds]


def _resolved(kinds: list[str], outer: str) -> list[str]:
    """What stands between goes with what it stands between (rules N1 and N2)."""
    place = 0
    while place < len(kinds):
        if kinds[place] not in _NEUTRAL:
            place += 1
            continue
        end = place
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        left = _side(kinds[place - 1]) if place else outer
        right = _side(kinds[end]) if end < len(kinds) else outer
        kinds[place:end] = [left if left == right else outer] * (end - place)
        place = end
    return kinds


def _side(kind: str) -> str:
    return "L" if kind == "L" else "R"


def visual_order(found: Sequence[int]) -> list[int]:
    """The places of a line's pieces as they stand from left to right (rule L2).

    >>> visual_order([0, 1, 1, 2, 2])
    [0, 3, 4, 2, 1]
    """
    order = list(range(len(found)))
    for level in range(max(found, default=0), 0, -1):
        start = 0
        while start < len(order):
            if found[order[start]] < level:
                start += 1
                continue
            end = start
            while end < len(order) and found[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end
    return order


def mirrored(text: str) -> str:
    """Brackets as they look where text runs from right to left (rule L4)."""
    return text.translate(_MIRRORED)


# ---- Arabic letters join ------------------------------------------------------------------------


@cache
def _forms() -> Mapping[str, Mapping[str, str]]:
    """The shapes of each letter: isolated, initial, medial, final, as far as Unicode has them."""
    forms: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFC00), *range(0xFE80, 0xFEF5)):
        kind, _, letters = unicodedata.decomposition(chr(code)).partition(" ")
        if kind and " " not in letters:
            forms.setdefault(chr(int(letters, 16)), {})[kind.strip("<>")] = chr(code)
    return MappingProxyType(forms)


def shaped(text: str) -> str:
    """Arabic letters in the shapes that they take beside each other, one for one, since terminals
    that do not arrange text do not join its letters either. Text stays in logical order."""
    forms = _forms()
    out = list(text)
    letters = [place for place, c in enumerate(text) if unicodedata.category(c) != "Mn"]
    for number, place in enumerate(letters):
        shapes = forms.get(text[place])
        if shapes is None:
            continue
        before = text[letters[number - 1]] if number else ""
        after = text[letters[number + 1]] if number + 1 < len(letters) else ""
        joins_before = "final" in shapes and _reaches(before)
        joins_after = "initial" in shapes and _is_reached(after)
        name = ("isolated", "initial", "final", "medial")[joins_before * 2 + joins_after]
        out[place] = shapes.get(name, text[place])
    return "".join(out)


def _reaches(letter: str) -> bool:
    """Whether a letter joins the one after it."""
    return letter == "\u0640" or "initial" in _forms().get(letter, ())


def _is_reached(letter: str) -> bool:
    """Whether a letter joins the one before it."""
    return letter == "\u0640" or "final" in _forms().get(letter, ())
