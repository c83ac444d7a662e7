"""Who is interviewed, by the phrases that introduce guests.

A phrase points to the name behind it ("an interview with …") or before it ("… ile söyleşi"); the
name is read by `nearby`. Titles point by their form: "Ada Pell: …", "Interview – Ada Pell".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from .names import Mention, has_given
from .nearby import before, behind
from .patterns import pattern
from .phrases import AFTER_NAMES, FIELDS, IN_TITLES, PLAIN

PLAINLY, FAIRLY = 3.5, 2.0
LONGEST_FIELD = 50
_WORD = pattern(r"[^\W\d_]+")
_SIGNS = (
    ": ",
    " – ",
    " — ",
    " - ",
    " | ",
    "：",
    " on ",
    " über ",
    " sobre ",
    " sur ",
    " su ",
    ", ",
)
_QUOTES = frozenset("“”\"«»„‘’'「」『』")
_SAYS = pattern(
    r"[”\"»“'’],? (?:says|said|dice|dijo|dit|sagt|afferma|diz|disse|zegt|говорит|каже|mówi|diyor"
    r"|säger|λέει) "
)
_SHARED = pattern(r"\s(?:and|&|und|et|y|e|en|и|i|ve|kaj|og|och|dan|a|και|та|й|و|ו)\s|, ")


_WITH = pattern(
    r" (?:with|mit|avec|con|com|met|med|с|со|z|ze|s|se|kun) (?=[^\W\d_]+(?: [^ ]+){1,3}$)"
)


class Guest(NamedTuple):
    """Somebody whom a phrase introduces, and how plainly it does."""

    mention: Mention
    weight: float
    group: int = -1  # where the phrase stands that names several


class _Table:
    """Phrases by their first word; made when first asked."""

    def __init__(self, phrases: tuple[str, ...]) -> None:
        self._phrases = phrases
        self._rows: Mapping[str, tuple[tuple[int, str], ...]] = MappingProxyType({})

    def at(self, lower: str, start: int, word: str) -> tuple[int, int] | None:
        """Where the longest phrase begins and ends whose first word stands at a place."""
        if not self._rows:
            self._rows = _by_first_word(self._phrases)
        for lead, phrase in self._rows.get(word, ()):
            if lower.startswith(phrase, start - lead):
                end = start - lead + len(phrase)
                if not lower[end : end + 1].isalpha() or not phrase[-1].isalpha():
                    return start - lead, end
        return None


def _by_first_word(phrases: tuple[str, ...]) -> Mapping[str, tuple[tuple[int, str], ...]]:
    rows: dict[str, list[tuple[int, str]]] = {}
    for phrase in phrases:
        if first := _WORD.search(phrase):
            rows.setdefault(first[0], []).append((first.start(), phrase))
    return MappingProxyType(
        {first: tuple(sorted(some, key=lambda row: -len(row[1]))) for first, some in rows.items()}
    )


_BEHIND, _HEADS, _BEFORE = _Table(PLAIN), _Table(FIELDS), _Table(AFTER_NAMES)
_TITLES = _Table(IN_TITLES)


def lowered(text: str) -> str:
    """A text in lower case, every character in its place."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def guests(text: str, title: str) -> list[Guest]:
    """Everybody whom an introduction's phrases point to; `title` stands at its head."""
    return [*_pointed(text, text.find(title) + len(title)), *_titled(text, title)]


def _pointed(text: str, below: int) -> Iterator[Guest]:
    lower = lowered(text)
    for match in _WORD.finditer(lower):
        word, start = match[0], match.start()
        found = _BEHIND.at(lower, start, word)
        if not found and start < below:
            found = _TITLES.at(lower, start, word)
        if found and (who := behind(text, found[1], True)):
            yield from _with_others(text, who, PLAINLY)
        opens = start == 0 or text[start - 1] in "\n*_#- "
        if opens and (found := _HEADS.at(lower, start, word)) and (who := _field(text, found[1])):
            yield Guest(who, PLAINLY)
        if (found := _BEFORE.at(lower, start, word)) and (who := before(text, found[0])):
            yield Guest(who, FAIRLY)


def _field(text: str, at: int) -> Mention | None:
    """The name that fills a line behind its field: "Name: Ada Pell"."""
    line = text[at : at + LONGEST_FIELD].partition("\n")[0]
    who = behind(text, at, alone=True)
    return who if who and who.start - at < 3 and len(line) < LONGEST_FIELD else None


def _with_others(text: str, who: Mention, weight: float) -> Iterator[Guest]:
    """Those whom the same phrase names: "with Ada Pell and Hugo Lantern"."""
    group = who.start
    yield Guest(who, weight, group)
    for _ in range(5):
        shared = _SHARED.match(text, who.end)
        following = behind(text, shared.end()) if shared else None
        if not shared or not following or following.start > shared.end() + 30:
            return
        if shared[0] == ", " and not has_given(following.name):
            return
        who = following
        yield Guest(who, weight - 0.5, group)


def _titled(text: str, title: str) -> Iterator[Guest]:
    """Names at the head or the end of a title, set apart by a sign: "Ada Pell: “I never sleep”"."""
    at = text.find(title) if title else -1
    for sign in _SIGNS if at >= 0 else ():
        place = title.find(sign)
        if place > 0 and (who := before(text, at + place)) and who.start == at:
            quoted = title[place + len(sign) :].lstrip()[:1] in _QUOTES
            yield from _likely(text, who, quoted, at + len(title))
        place = title.rfind(sign)
        end = at + place + len(sign)
        if place > 0 and (who := behind(text, end)) and who.start == end:
            quoted = title[:place].rstrip()[-1:] in _QUOTES
            if who.end >= at + len(title) - 1 or (quoted and who.name[0].isupper()):
                yield from _likely(text, who, quoted, at + len(title))
    yield from _saying(text, title, at)
    if at >= 0 and (ending := _WITH.search(title)):
        who = behind(text, at + ending.end())
        if who and who.start == at + ending.end() and who.end >= at + len(title) - 1:
            yield from _likely(text, who, True, at + len(title))
    by = title.find(" by ")
    if (
        at >= 0
        and by > 0
        and "interview" in title[by:].lower()
        and (who := behind(text, at + by + 4))
    ):
        yield Guest(who, FAIRLY)  # "Glass by Ada Pell | Author Interview"


def _likely(text: str, who: Mention, quoted: bool, below: int) -> Iterator[Guest]:
    """A name of a title counts with a quotation beside it, a given name, or its return below."""
    given = has_given(who.name)
    again = text.find(who.name.split()[-1], below) > 0
    if quoted or given or again:
        yield Guest(who, FAIRLY + 1.0 * quoted + 0.7 * (given and again))


def _saying(text: str, title: str, at: int) -> Iterator[Guest]:
    """ "“I never sleep”, says Ada Pell"."""
    match = _SAYS.search(title) if at >= 0 else None
    if match and (who := behind(text, at + match.end())) and who.start < at + match.end() + 30:
        yield Guest(who, PLAINLY - 0.5)
