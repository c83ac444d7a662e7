"""Dates as articles print them, in many languages, to ISO 8601."""

from __future__ import annotations

import re

from ..months import month
from .lexicon import words
from .patterns import pattern

_OF = frozenset(("de", "del", "of", "the", "den"))
# A word or two where a month may stand; `month` says whether one does. Naming all of them in the
# expression would cost more to compile than a page to read.
_MONTH = r"(?P<month>[^\W\d_][^\s\d.,]{1,14}(?: [^\W\d_][^\s\d.,]{3,6})?)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d|(?:١[٨٩]|٢٠)[٠-٩]{2})"
_DAY_FIRST = pattern(
    rf"\b{_DAY}\s+(?:de\s+|d['’])?{_MONTH}\.?,?\s+(?:de\s+|del\s+)?{_YEAR}", re.IGNORECASE
)
_MONTH_FIRST = pattern(rf"\b{_MONTH}\.?\s+{_DAY},?\s+{_YEAR}", re.IGNORECASE)
_MONTH_YEAR = pattern(rf"\b{_MONTH}\.?,?\s+(?:de\s+)?{_YEAR}\b", re.IGNORECASE)
_ISO = pattern(r"\b((?:1[89]|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_EAST = pattern(r"((?:1[89]|20)\d\d)\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_NUMERIC = pattern(r"\b(\d{1,2})[./](\d{1,2})[./]((?:1[89]|20)\d\d)\b")
_VIETNAMESE = pattern(r"ngày (\d{1,2}) tháng (\d{1,2}) năm ((?:19|20)\d\d)", re.IGNORECASE)
DAY_FIRST = words(
    "de|fr|es|it|pt|nl|ru|uk|pl|cs|tr|ar|fa|he|el|sv|da|no|fi|ro|id|vi|bg|sr|hr|eo|ca|gl"
)
"""Languages that write the day before the month."""
_LETTERS = pattern(r"[^\W\d_]{2,}")


def find_date(text: str, language: str | None = None) -> str | None:
    """The first full date of a short stretch as YYYY-MM-DD; None if there is none.

    The language says which of two numbers is the day; English has it both ways, so there "5/3/2021"
    is none.

    >>> find_date("18 June 2014"), find_date("June 18, 2014"), find_date("12 de enero de 2018")
    ('2014-06-18', '2014-06-18', '2018-01-12')
    >>> find_date("2023年6月4日"), find_date("in June")
    ('2023-06-04', None)
    >>> find_date("5.3.2021", "de"), find_date("5/3/2021", "en"), find_date("3/25/2021")
    ('2021-03-05', None, '2021-03-25')
    """
    if match := _ISO.search(text) or _EAST.search(text):
        return _iso(match[1], match[2], match[3])
    if found := _named(_DAY_FIRST, text) or _named(_MONTH_FIRST, text):
        return _iso(found[0]["year"], found[1], found[0]["day"])
    if match := _NUMERIC.search(text):
        return _numeric(int(match[1]), int(match[2]), match[3], language)
    if match := _VIETNAMESE.search(text):
        return _iso(match[3], match[2], match[1])
    return None


def _named(shape: re.Pattern[str], text: str) -> tuple[re.Match[str], int] | None:
    """The first place where a date's shape holds a month, and which."""
    for match in shape.finditer(text):
        number = month(match["month"]) or month(match["month"].rpartition(" ")[2])
        if number:
            return match, number
    return None


def _numeric(one: int, two: int, year: str, language: str | None) -> str | None:
    """Day and month as their sizes or the language's custom tell them apart."""
    if one > 12 >= two:
        return _iso(year, two, str(one))
    if two > 12 >= one:
        return _iso(year, one, str(two))
    return _iso(year, two, str(one)) if (language or "en")[:2] in DAY_FIRST else None


def _iso(year: str, number: str | int | None, day: str) -> str | None:
    numbers = int(year), int(number or 0), int(day)
    if not (1 <= numbers[1] <= 12 and 1 <= numbers[2] <= 31):
        return None
    return f"{numbers[0]:04d}-{numbers[1]:02d}-{numbers[2]:02d}"


def is_date_line(line: str) -> bool:
    """Whether a short line is a date and little else.

    >>> is_date_line("Monday, March 25, 2019"), is_date_line("In June 2014 we left the town.")
    (True, False)
    """
    if not any(c.isdecimal() for c in line):
        return False
    if not (find_date(line) or _named(_MONTH_YEAR, line) or _NUMERIC.search(line)):
        return False
    words = [w for w in _LETTERS.findall(line) if w not in _OF and month(w) is None]
    return len(words) <= 2
