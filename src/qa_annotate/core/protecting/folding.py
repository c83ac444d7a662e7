"""Text as names are searched in it: letters and digits alone, without case, accents and marks.

What stands between letters is judged apart, in `finding`: so one search finds a name across line
breaks, hyphens, apostrophes and zero-width characters. What hides letters (percent-encoding, HTML
entities, JSON's escapes, host names in punycode) is decoded first, with every letter's place kept.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

_MARKS = (
    (0x0300, 0x036F),
    (0x0483, 0x0489),
    (0x0591, 0x05C7),
    (0x0610, 0x061A),
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x06D6, 0x06ED),
    (0x08D3, 0x08FF),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20FF),
    (0xFE00, 0xFE0F),
    (0xFE20, 0xFE2F),
    (0xE0100, 0xE01EF),
)
"""Marks that change no letter for a search; vowel signs of Indic scripts are letters here."""
_TATWEEL, _HAMZA = "\u0640", "\u0621"
_SAME = {
    "ı": "i",
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ŧ": "t",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "ə": "a",
    "ґ": "г",
    "ٱ": "ا",
    "ة": "ه",
    "ۃ": "ه",
    "ہ": "ه",
    "ھ": "ه",
    "ى": "ي",
    "ی": "ي",
    "ے": "ي",
    "ک": "ك",
}
"""Letters that one name is written with in turn, after decomposition."""


@cache
def is_mark(character: str) -> bool:
    """Whether a character changes nothing for a search: accents, tatweel, zero-width."""
    code = ord(character)
    if character in (_TATWEEL, _HAMZA) or unicodedata.category(character) == "Cf":
        return True
    return any(first <= code <= last for first, last in _MARKS)


def _letters(character: str) -> str:
    """The letters that a character stands for; none for what only parts or adorns letters."""
    if is_mark(character):
        return ""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    kept = (_SAME.get(c, c) for c in plain if not is_mark(c))
    whole = unicodedata.normalize("NFC", "".join(kept))
    return "".join(c for c in whole if c.isalnum() or unicodedata.category(c) in ("Mn", "Mc"))


class _Table(dict[str, str]):
    """Each character's letters, found out once."""

    def __missing__(self, character: str) -> str:
        self[character] = found = _letters(character)
        return found


_TABLE = _Table()


def fold(text: str) -> str:
    """A text's letters and digits, folded.

    >>> fold("Ḥad\\u00addād-Łukasz"), fold("أمـلُ"), fold("Алёна")
    ('haddadlukasz', 'امل', 'алена')
    """
    return "".join(map(_TABLE.__getitem__, text))


@dataclass(frozen=True, slots=True)
class Folded:
    """A text, its letters, and the place of each letter's character in the text."""

    text: str
    letters: str
    places: Sequence[int]


def folded(text: str) -> Folded:
    """A text's letters with their places."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        found = _TABLE[character]
        if found:
            letters.append(found)
            places += (place,) * len(found)
    return Folded(text, "".join(letters), places)


# ---- what hides letters -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Layer:
    """A text under some encodings; where each character begins and ends in the text as it is."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


Piece = tuple[str, int, int]
"""A character, and where it begins and ends in what hides it."""

_HIDDEN = re.compile(
    r"(?P<percent>(?:%[0-9A-Fa-f]{2})+)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|\w{2,31});)"
    r"|(?P<escape>(?:\\u[0-9A-Fa-f]{4})+)"
    r"|(?P<host>\b[xX][nN]--[A-Za-z0-9-]{1,59})"
)
_BACKSLASHED = re.compile(
    _HIDDEN.pattern + r"|(?P<letter>\\(?:[abfnrtv0eN_LP\"'\\/ ]|x[0-9A-Fa-f]{2}|U[0-9A-Fa-f]{8}))"
)
_DEEPEST = 3
"""Encodings within encodings that are taken off."""


def layers(text: str, *, strings: bool = False) -> Iterator[Layer]:
    """A text as it is, then with what hides letters taken off, as long as there is any.

    `strings` also takes off the backslashes of strings in JSON and YAML.
    """
    layer = Layer(text, range(len(text)), range(1, len(text) + 1))
    yield layer
    pattern = _BACKSLASHED if strings else _HIDDEN
    for _ in range(_DEEPEST):
        if not pattern.search(layer.text):
            return
        under = _under(layer, pattern)
        if under.text == layer.text:
            return
        layer = under
        yield layer


def _under(layer: Layer, pattern: re.Pattern[str]) -> Layer:
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def keep(start: int, end: int) -> None:
        text.append(layer.text[start:end])
        starts.extend(layer.starts[start:end])
        ends.extend(layer.ends[start:end])

    last = 0
    for found in pattern.finditer(layer.text):
        keep(last, found.start())
        for character, start, end in _DECODERS[str(found.lastgroup)](found[0]):
            text.append(character)
            starts.append(layer.starts[found.start() + start])
            ends.append(layer.ends[found.start() + end - 1])
        last = found.end()
    keep(last, len(layer.text))
    return Layer("".join(text), starts, ends)


def _percent(hidden: str) -> Iterator[Piece]:
    """UTF-8, else a byte a character."""
    data = bytes.fromhex(hidden.replace("%", ""))
    try:
        characters = data.decode()
    except UnicodeDecodeError:
        characters = data.decode("latin-1")
        yield from ((c, at * 3, at * 3 + 3) for at, c in enumerate(characters))
        return
    at = 0
    for character in characters:
        length = 3 * len(character.encode())
        yield character, at, at + length
        at += length


def _entity(hidden: str) -> Iterator[Piece]:
    yield from ((character, 0, len(hidden)) for character in html.unescape(hidden))


def _escape(hidden: str) -> Iterator[Piece]:
    codes = [int(code, 16) for code in hidden.split("\\u")[1:]]
    at = 0
    while at < len(codes):
        pair = at + 1 < len(codes) and 0xD800 <= codes[at] < 0xDC00 <= codes[at + 1] < 0xE000
        low = codes[at + 1] - 0xDC00 if pair else 0
        code = 0x10000 + (codes[at] - 0xD800) * 0x400 + low if pair else codes[at]
        yield chr(code), at * 6, (at + 1 + pair) * 6
        at += 1 + pair


def _host(hidden: str) -> Iterator[Piece]:
    try:
        characters = hidden[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        characters = hidden
    yield from ((character, 0, len(hidden)) for character in characters)


_PLAIN = {"n": "\n", "r": "\r", "t": "\t", "N": "\n", "_": " ", "L": "\n", "P": "\n", "0": "\0"}


def _letter(hidden: str) -> Iterator[Piece]:
    if len(hidden) > 2:
        code = int(hidden[2:], 16)
        yield (chr(code) if code < 0x110000 else " "), 0, len(hidden)
    else:
        yield _PLAIN.get(hidden[1], hidden[1] if not hidden[1].isalpha() else " "), 0, 2


_DECODERS: dict[str, Callable[[str], Iterator[Piece]]] = {
    "percent": _percent,
    "entity": _entity,
    "escape": _escape,
    "host": _host,
    "letter": _letter,
}
