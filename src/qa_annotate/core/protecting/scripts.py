"""What each script glues to a name: prefixes, endings, or whole words without a space between."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from itertools import product
from types import MappingProxyType

from .folding import fold

_RANGES: tuple[tuple[int, str], ...] = (
    (0x0000, ""),
    (0x0030, "digit"),
    (0x003A, ""),
    (0x0041, "latin"),
    (0x0250, "latin"),
    (0x0370, "greek"),
    (0x0400, "cyrillic"),
    (0x0530, "armenian"),
    (0x0590, "hebrew"),
    (0x0600, "arabic"),
    (0x0900, "indic"),
    (0x0E00, "thai"),
    (0x0F00, "tibetan"),
    (0x1000, "burmese"),
    (0x10A0, "georgian"),
    (0x1100, "hangul"),
    (0x1200, "other"),
    (0x1780, "khmer"),
    (0x1800, "other"),
    (0x1E00, "latin"),
    (0x1F00, "greek"),
    (0x2000, "other"),
    (0x2C60, "latin"),
    (0x2C80, "other"),
    (0x2E80, "han"),
    (0x3040, "hiragana"),
    (0x30A0, "katakana"),
    (0x3100, "other"),
    (0x3400, "han"),
    (0xA000, "other"),
    (0xA720, "latin"),
    (0xA800, "other"),
    (0xAC00, "hangul"),
    (0xD7B0, "other"),
    (0xF900, "han"),
    (0xFB00, "other"),
    (0x20000, "han"),
)
_STARTS = tuple(start for start, _ in _RANGES)


def script(letter: str) -> str:
    """The script of a folded letter.

    >>> [script(letter) for letter in "aжا王2"]
    ['latin', 'cyrillic', 'arabic', 'han', 'digit']
    """
    return _RANGES[bisect_right(_STARTS, ord(letter)) - 1][1]


SEAMLESS: Mapping[str, int] = MappingProxyType(
    {
        "han": 2,
        "hangul": 2,
        "hiragana": 3,
        "thai": 3,
        "khmer": 3,
        "burmese": 3,
        "tibetan": 3,
    }
)
"""Scripts that write no space between words, or glue particles: names count inside words from so
many letters on."""

ANYWHERE = 7
"""Letters from which on a name counts inside any word."""
IN_ADDRESSES = 4
"""Letters from which on a name counts inside the words of addresses and file names."""


def _set(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())


_ARABIC_ARTICLES = ("", "ال", "لل", "بال", "كال", "ب", "ل", "ك", "س")

PREFIXES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "arabic": frozenset(
            "".join(pair) for pair in product(("", "و", "ف", "ا"), _ARABIC_ARTICLES)
        ),
        "hebrew": frozenset(
            "".join(letters)
            for length in (1, 2, 3)
            for letters in product("והבכלמש", repeat=length)
        ),
    }
)
"""What stands glued before a name: and, with, to, as, the."""

ARTICLES: Mapping[str, tuple[str, ...]] = MappingProxyType({"arabic": ("ال", "لل")})
"""Which of these belong to a name, and go with it."""

CASES = _set(
    "а я у ю е и ы о й ь ом ем им ым ой ей ою ею ии ия ию ием ией ого его ому ему ых их ыми ими "
    "ую юю ая яя ое ые ие ов ев ова еву еве ове ово овы евы ева овым евым овой евой ову овых евых "
    "ам ям ами ями ах ях ин ина ину ины иной иным і ї ові еві єю ію ів їв"
)
"""Endings of names in Slavic languages that write Cyrillic."""

ENDINGS: Mapping[str, tuple[tuple[int, frozenset[str]], ...]] = MappingProxyType(
    {
        "latin": (
            (4, _set("s")),
            (
                5,
                _set(
                    "s es in ın un ün nin nın nun nün i ı u ü yi yı yu yü e a ye ya de da te ta "
                    "den dan ten tan le la yle yla ler lar y em om owi ego emu im ym iem ovi ou ova"
                ),
            ),
        ),
        "cyrillic": ((3, CASES),),
        "arabic": ((4, _set("ه ها هم نا ي ك كم ين ون ان ات يه يين ا هاي")),),
        "greek": ((4, _set("ς υ ο ν α ας η ης ου ον ων")),),
    }
)
"""What stands glued behind a name, from so many letters of the name on."""

PARTICLES = _set(
    "al el bin ibn bint ben abu abou umm oum abd de da do dos das del della di du des van von der "
    "den ten ter la le los las and y e zu zum af av i bar the dr prof mr mrs ms sir sheikh haji "
    "mme st san saint jr sr "
    "ال بن ابن بنت ابو أبي أم عبد د السيد الشيخ الحاج آل و де фон ван аль ибн бин"
)
"""Parts of names that are nobody's alone."""
JOINED = _set("abd abu abou abdul umm oum عبد أبو أبي أم")
"""Parts of names that belong to the part behind them."""
EVERYDAY = frozenset({"على", "الى", "إلى"})
"""Words that look like a name when letters are folded, and count only inside a fuller name."""
