"""Words, clauses and quotations inside a sentence: where a selection may begin and end."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from .model import Span
from .text import trimmed

_INSIDE = frozenset("'’-‑.·:/@&_")
"""Marks that join letters into one word when letters stand on both sides."""

_JOINING = frozenset("\u200c\u200d\u00ad")

_CLAUSE_ENDS = frozenset(",;:—–،؛、，；：")
JOINING: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        language: frozenset(words.split())
        for language, words in (
            ("en", "and but or as when while that which who where because although though since"),
            ("es", "y e pero que cuando mientras porque aunque donde quien si"),
            ("fr", "et mais ou que quand parce lorsque tandis où qui si"),
            ("de", "und aber oder dass als weil während obwohl wo wenn die der das"),
            ("nl", "en maar of dat toen omdat terwijl hoewel waar die"),
            ("ru", "и но или что когда потому пока хотя где который которая которые если"),
            ("tr", "ve ama fakat çünkü ki iken"),
            ("it", "ma o che quando perché mentre anche dove chi se"),
            ("pt", "e mas ou que quando enquanto porque embora onde quem se"),
            ("ar", "أن إن لأن لكن بينما عندما حيث الذي التي الذين حين ثم أو"),
        )
    }
    | {"": frozenset(["before", "after", "except", "amidst", "until", "so", "than", "if"])}
)
"""Words that begin a clause and are no part of what it asserts, by language; "" holds more English
ones."""

_TOLD = frozenset(["that", "que", "dass", "dat", "что", "ki", "che", "أن", "إن", "بأن", "بأنّ"])
"""Words behind which stands what somebody says or thinks: such clauses are offered first."""

_QUOTES = {"“": "”", "«": "»", "„": "“”", '"': '"', "‘": "’", "「": "」", "『": "』", "《": "》"}


def words(text: str, span: Span) -> tuple[Span, ...]:
    """The words of a stretch, in order: letters, digits and the marks on them.

    Han, kana and Hangul letters each count as a word, since no space tells words apart there. No
    word ends inside a cluster: combining marks stay with their letter.

    >>> text = "It's al-Dairi, they said."
    >>> [text[a:b] for a, b in words(text, (0, len(text)))]
    ["It's", 'al-Dairi', 'they', 'said']
    """
    return tuple(_words(text, span))


def _words(text: str, span: Span) -> Iterator[Span]:
    place, end = span
    while place < end:
        if not _is_letter(text[place]):
            place += 1
            continue
        stop = _word_end(text, place, end)
        yield place, stop
        place = stop


def _word_end(text: str, start: int, end: int) -> int:
    place = start + 1
    alone = _stands_alone(text[start])
    while place < end:
        character = text[place]
        if _is_mark(character):
            place += 1
        elif alone or _stands_alone(character):
            break
        elif _is_letter(character):
            place += 1
        elif character in _INSIDE and place + 1 < end and _is_letter(text[place + 1]):
            place += 2
        else:
            break
    return place


def _is_letter(character: str) -> bool:
    return character.isalnum() or (
        not character.isascii() and unicodedata.category(character) == "So"
    )


def _is_mark(character: str) -> bool:
    if character.isascii():
        return False
    return character in _JOINING or unicodedata.category(character) in ("Mn", "Mc", "Me")


def _stands_alone(character: str) -> bool:
    """Han, kana and Hangul."""
    code = ord(character)
    return 0x3040 <= code <= 0x30FF or 0x3400 <= code <= 0x9FFF or 0xAC00 <= code <= 0xD7AF


def candidates(text: str, span: Span, language: str | None = None) -> tuple[Span, ...]:
    """The stretches of a sentence that are likely claims, the whole first.

    Then what somebody is told to say; then, in the order of the text, quotations, the clauses
    between marks, and those that a joining word of the language begins (without it first). Of two
    words they come late, and the whole without its full stop last: one step back from the whole.

    >>> text = "She said that he left, and nobody came."
    >>> [text[a:b] for a, b in candidates(text, (0, len(text)))][:3]
    ['She said that he left, and nobody came.', 'he left', 'She said that he left']
    """
    joining = _joining(language)
    quoted = set(_quotations(text, span))
    found = {*_clauses(text, span), *_joined(text, span, joining), *quoted} - {span}

    def rank(part: Span) -> tuple[int, int, int, bool]:
        inside = words(text, part)
        joined_ = text[slice(*inside[0])].casefold() in joining if len(inside) > 1 else False
        begins = inside[1][0] if joined_ else part[0]
        return _kind(text, span, part, part in quoted), begins, -part[1], joined_

    return (span, *sorted(found, key=rank))


def _joining(language: str | None) -> frozenset[str]:
    base = (language or "en").split("-")[0].lower()
    return JOINING[base] if base in JOINING and base != "en" else JOINING["en"] | JOINING[""]


def _kind(text: str, span: Span, part: Span, quoted: bool) -> int:
    """What is told first, whole stretches, short ones, and the sentence without its stop."""
    before = words(text, (span[0], part[0]))
    if before and len(before) <= 6 and text[slice(*before[-1])].casefold() in _TOLD:
        return 0
    if part == _core(text, span):
        return 3
    return 2 if len(words(text, part)) < 3 and not quoted else 1


def _clauses(text: str, span: Span, *, whole_too: bool = False) -> Iterator[Span]:
    start = span[0]
    for place in range(span[0], span[1]):
        ends = text[place] in _CLAUSE_ENDS and _breaks(text, place, span[1])
        if ends or place == span[1] - 1:
            stop = place if ends else span[1]
            kept = _core(text, (start, stop))
            if kept is not None and (kept != span or whole_too):
                yield kept
            start = place + 1


def _breaks(text: str, place: int, end: int) -> bool:
    """Whether a mark ends a clause: not inside a number, a time or a compound."""
    return place + 1 >= end or not text[place + 1].isalnum() or not text[place].isascii()


def _core(text: str, span: Span) -> Span | None:
    """A stretch without what stands around its words, where it holds at least two of them."""
    inside = words(text, span)
    if len(inside) < 2:
        return None
    start, end = inside[0][0], inside[-1][1]
    before = text[start - 1] if start > span[0] else ""
    if before in _QUOTES:
        start -= 1
    if end < span[1] and text[end] in '”»"’」』》':
        end += 1
    return start, end


def _joined(text: str, span: Span, joining: frozenset[str]) -> Iterator[Span]:
    """Clauses cut at joining words too, and long ones up to there and from there on."""
    for start, end in _clauses(text, span, whole_too=True):
        inside = words(text, (start, end))
        cuts = [i for i, (a, b) in enumerate(inside) if text[a:b].casefold() in joining]
        if not cuts:
            continue
        for cut, following in zip([-1, *cuts], [*cuts, len(inside)], strict=True):
            if following - cut > 2:
                yield inside[cut + 1][0], inside[following - 1][1]
        for cut in cuts:
            if len(inside) - cut > 2:
                yield inside[cut + 1][0], end
            if cut > 1:
                yield start, inside[cut - 1][1]


def _quotations(text: str, span: Span) -> Iterator[Span]:
    place = span[0]
    while place < span[1]:
        closing = _QUOTES.get(text[place])
        stop = _closed(text, place + 1, span[1], closing) if closing else None
        if stop is None:
            place += 1
            continue
        kept = trimmed(text, (place + 1, stop))
        if kept[0] < kept[1]:
            yield kept
        place = stop + 1


def _closed(text: str, start: int, end: int, closing: str) -> int | None:
    return next((place for place in range(start, end) if text[place] in closing), None)
