"""Where names stand in a text: whole words, with what a script glues to them, however parted."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .folding import Folded, Layer, fold, folded, is_mark, layers
from .patterns import Pattern, Patterns
from .scripts import (
    ANYWHERE,
    ARTICLES,
    ENDINGS,
    EVERYDAY,
    IN_ADDRESSES,
    PREFIXES,
    SEAMLESS,
    script,
)


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A stretch of a text that tells of a person; of nobody by name, where it was marked."""

    start: int
    end: int
    person: str


def find(text: str, patterns: Patterns, *, strings: bool = False) -> tuple[Found, ...]:
    """Where names stand in a text, in its order; those that touch are one.

    `strings` looks behind the backslashes of JSON and YAML too.
    """
    if patterns.starts is None or not text:
        return ()
    found: list[Found] = []
    for layer in layers(text, strings=strings):
        if patterns.starts.search(fold(layer.text)):
            found += _in_layer(layer, patterns)
    return _joined(found, text)


def _in_layer(layer: Layer, patterns: Patterns) -> Iterator[Found]:
    text = folded(layer.text)
    upto = 0
    assert patterns.starts is not None
    for start in patterns.starts.finditer(text.letters):
        for pattern in patterns.at(text.letters, start.start()):
            span = _fits(text, start.start(), pattern)
            if span is not None and span[1] > upto:
                upto = span[1]
                first, last = layer.starts[span[0]], layer.ends[span[1] - 1]
                yield Found(first, last, pattern.person)
                break


def _joined(found: Iterable[Found], text: str) -> tuple[Found, ...]:
    """Stretches that overlap made one, and those of one person with only a space between."""
    out: list[Found] = []
    for item in sorted(found, key=lambda f: (f.start, -f.end)):
        last = out[-1] if out else None
        if last is not None and (item.start < last.end or _one_name(last, item, text)):
            out[-1] = Found(last.start, max(last.end, item.end), last.person)
        else:
            out.append(item)
    return tuple(out)


def _one_name(last: Found, item: Found, text: str) -> bool:
    """Whether two stretches are parts of one name: one person's, a space or a hyphen between."""
    gap = text[last.end : item.start]
    return bool(last.person) and last.person == item.person and bool(_ONE_SPACE.fullmatch(gap))


_ONE_SPACE = re.compile(r"[^\S\n]*\n?[^\S\n]*|[-‐‑–'’._·+]|%20")

# ---- whether letters are a name -----------------------------------------------------------------


def _fits(text: Folded, start: int, pattern: Pattern) -> tuple[int, int] | None:
    """The stretch of the text that a pattern covers from one of its letters on, if it does."""
    end = start + len(pattern.letters)
    whole = _as_written if pattern.kind == "initials" else _unbroken
    if not whole(text, start, end, pattern):
        return None
    before, after = _glued_before(text, start), _glued_after(text, end)
    if pattern.kind in ("initials", "words"):
        return None if before or after else _stretch(text, start, end, pattern)
    if text.text[text.places[start] : text.places[end - 1] + 1] in EVERYDAY:
        return None
    taken = _taken(text, start, end, pattern, before, after)
    return None if taken is None else _stretch(text, *taken, pattern)


def _taken(
    text: Folded, start: int, end: int, pattern: Pattern, before: str, after: str
) -> tuple[int, int] | None:
    """The letters that go with a name: its ending, its article; None where it is no name there."""
    letters, kind = pattern.letters, script(pattern.letters[0])
    if pattern.kind == "stem" and after not in pattern.endings:
        return None
    if len(letters) >= SEAMLESS.get(kind, 10**6):
        return start, end
    prefixed = not before or (len(letters) >= 3 and before in PREFIXES.get(kind, ()))
    if prefixed and (not after or pattern.kind == "stem" or _ends(letters, after)):
        return start - _article(before, kind), end + len(after)
    address = in_address(text.text, text.places[start], text.places[end - 1] + 1)
    inside = IN_ADDRESSES if address else ANYWHERE
    return (start, end) if pattern.kind == "name" and len(letters) >= inside else None


def _ends(letters: str, after: str) -> bool:
    known = ENDINGS.get(script(letters[-1]), ())
    return any(len(letters) >= least and after in endings for least, endings in known)


def _article(before: str, kind: str) -> int:
    """The letters of an article before a name, which go with it (of two, the first stays)."""
    if any(before.endswith(article) for article in ARTICLES.get(kind, ())):
        return 1 if before.endswith("لل") else 2
    return 0


# ---- what stands between letters ----------------------------------------------------------------

_LIST = re.compile(r"\"\s*,\s*\"|[;:!?#@\t\[\]{}]")
"""What stands between two names rather than between the parts of one."""
_LONGEST_GAP = 48
_FARTHEST = 1000
"""Characters between two letters of a name, marks and tags included, at most."""
_INSIDE = re.compile(r"['’‘ʼʿʾ`´′]|[-‐‑‒–¬]\s{0,8}(?:[>#*|]\s{0,3})?|[^\S\n]?\n[^\S\n]{0,8}")
_TIGHT = re.compile(r"[\s·‧・]{0,3}")
_SPACED = 4
"""Letters from which on a name counts with a space between all its letters."""


def _gap(text: Folded, at: int) -> str:
    """What stands between two letters, marks and zero-width characters left out."""
    first, second = text.places[at] + 1, text.places[at + 1]
    if second <= first:
        return ""
    between = text.text[first:second]
    return "".join(c for c in between if not is_mark(c))


def _unbroken(text: Folded, start: int, end: int, pattern: Pattern) -> bool:
    """Whether nothing parts the letters of a name but what may."""
    loose: set[str] = set()
    for at in range(start, end - 1):
        if text.places[at + 1] - text.places[at] <= 1:
            loose.add("")
            continue
        if text.places[at + 1] - text.places[at] > _FARTHEST:
            return False
        gap = _gap(text, at)
        if at + 1 - start in pattern.breaks:
            if len(gap) > _LONGEST_GAP or _LIST.search(gap):
                return False
        elif gap and not _inside(gap, pattern.letters):
            loose.add(gap)
        else:
            loose.add("")
    spaced = len(loose) == 1 and len(next(iter(loose))) <= 1 and len(pattern.letters) >= _SPACED
    return loose <= {""} or spaced


def _inside(gap: str, letters: str) -> bool:
    """Whether a gap may stand inside a part of a name: a hyphen, an apostrophe, a broken line."""
    if script(letters[0]) in SEAMLESS:
        return _TIGHT.fullmatch(gap) is not None
    if "\n" in gap and "-" not in gap and len(letters) < 6:
        return False
    return _INSIDE.fullmatch(gap) is not None


_DOTS = re.compile(r"[.·\s]{0,3}")


def _as_written(text: Folded, start: int, end: int, pattern: Pattern) -> bool:
    """Whether initials stand there: capitals where they are, with dots or spaces at most."""
    gaps = [_gap(text, at) for at in range(start, end - 1)]
    if not all(_DOTS.fullmatch(gap) for gap in gaps):
        return False
    characters = [text.text[text.places[at]] for at in range(start, end)]
    if pattern.capitals and not all(c.isupper() for c in characters):
        return False
    dotted = text.text[text.places[end - 1] + 1 : text.places[end - 1] + 2] == "."
    alone = len(gaps) == 0 or not pattern.capitals
    return (dotted if not gaps else any("." in gap for gap in gaps)) if alone else True


# ---- the word around ----------------------------------------------------------------------------

_MOST_GLUED = 14
_PARTS = frozenset("\u200b\u200c")
"""Zero-width characters that part words."""


def _one_word(text: Folded, at: int) -> bool:
    """Whether two letters that follow each other belong to one word."""
    first, second = text.places[at], text.places[at + 1]
    if script(text.letters[at]) != script(text.letters[at + 1]):
        return False
    between = text.text[first + 1 : second]
    if any(c in _PARTS or not is_mark(c) for c in between):
        return False
    return not (text.text[first].islower() and text.text[second].isupper())


def _glued_before(text: Folded, start: int) -> str:
    """The letters of the same word before a letter."""
    first = start
    while first > 0 and start - first < _MOST_GLUED and _one_word(text, first - 1):
        first -= 1
    return text.letters[first:start]


def _glued_after(text: Folded, end: int) -> str:
    """The letters of the same word from a letter on."""
    last = end
    while last < len(text.letters) and last - end < _MOST_GLUED and _one_word(text, last - 1):
        last += 1
    return text.letters[end:last]


_ADDRESS = re.compile(
    r"://|www\.|@|[/\\][^/\\]*[/\\]|[\w-]\.[A-Za-z]{2,6}\Z|[\w-]\.[a-z]{2,6}/|%\w\w"
)
_LONGEST_ADDRESS = 400
_TOKEN = re.compile(r"[^\s\"'<>()\[\]{}|,;]+")


def in_address(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a text stands in an address, a path or the name of a file."""
    near = max(0, start - _LONGEST_ADDRESS)
    left = max(text.rfind(c, near, start) for c in " \n\t\"'<>()[],;")
    token = _TOKEN.match(text, max(left + 1, near), end + _LONGEST_ADDRESS)
    return token is not None and token.end() >= end and _ADDRESS.search(token[0]) is not None


# ---- the stretch --------------------------------------------------------------------------------


def _stretch(text: Folded, start: int, end: int, pattern: Pattern) -> tuple[int, int]:
    """The characters of some letters, with the marks behind the last; the dot after initials."""
    first, last = text.places[start], text.places[end - 1] + 1
    while last < len(text.text) and is_mark(text.text[last]):
        last += 1
    dotted = pattern.kind == "initials" and "." in text.text[first : last + 1]
    if dotted and text.text[last : last + 1] == ".":
        last += 1
    return first, last


def pieces(found: Iterable[Found], cuts: Sequence[int]) -> Iterator[Found]:
    """Stretches cut where some positions, which are sorted, lie inside them."""
    for item in found:
        inside = cuts[bisect_right(cuts, item.start) : bisect_left(cuts, item.end)]
        for start, end in pairwise([item.start, *inside, item.end]):
            yield Found(start, end, item.person)
