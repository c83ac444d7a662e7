"""Pseudonyms in the place of names, in one text; and where each of its positions stands then."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote

from ..model import Span
from ..names import slug
from ..project import People
from .finding import Found, find, in_address, pieces
from .folding import fold
from .patterns import Patterns, marked, patterns, tree

MARK = "[redacted]"
"""What stands for a stretch that was marked, whatever its length."""

_DIGEST = re.compile(r"(?:sha256:)?\b[0-9a-fA-F]{64}\b")
"""A digest of what isn't shown confirms a guess."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """A text with stretches replaced; `old` and `new` are those stretches, before and after."""

    text: str
    old: tuple[Span, ...] = ()
    new: tuple[Span, ...] = ()

    def span(self, span: Span) -> Span:
        """Where a span of the old text stands now; what cuts a replaced stretch takes all of it."""
        return self._start(span[0]), self._end(span[1])

    def _start(self, position: int) -> int:
        place = bisect_right(self.old, position, key=_first) - 1
        if place < 0:
            return position
        if position < self.old[place][1]:
            return self.new[place][0]
        return position - self.old[place][1] + self.new[place][1]

    def _end(self, position: int) -> int:
        place = bisect_left(self.old, position, key=_first) - 1
        if place < 0:
            return position
        return max(self.new[place][1], position - self.old[place][1] + self.new[place][1])


def _first(span: Span) -> int:
    return span[0]


def replaced(text: str, found: Sequence[Found], words: Sequence[str]) -> Replaced:
    """A text with some stretches, sorted and apart, replaced by some words."""
    parts: list[str] = []
    new: list[Span] = []
    last = length = 0
    for item, stand_in in zip(found, words, strict=True):
        parts += [text[last : item.start], stand_in]
        start = length + item.start - last
        length = start + len(stand_in)
        new.append((start, length))
        last = item.end
    parts.append(text[last:])
    return Replaced("".join(parts), tuple((f.start, f.end) for f in found), tuple(new))


@dataclass(frozen=True, kw_only=True)
class Cast:
    """Who is replaced by what: everything that tells of people, and their pseudonyms by their ids.

    `names` are the names of coders and articles that change, each with one of its own. Digests are
    left out, unless `digests` says what they become; those it doesn't know stay then.
    """

    patterns: Patterns
    pseudonyms: Mapping[str, str]
    names: Mapping[str, str]
    digests: Mapping[str, str] | None = None

    def words(self, text: str) -> str:
        """Any text with pseudonyms for names, and without digests."""
        text = _DIGEST.sub(self._digest, text)
        found = find(text, self.patterns)
        return replaced(text, found, [self._stand_in(text, f) for f in found]).text

    def words_only(self, text: str) -> str:
        """A text with pseudonyms for names, digests and all else as they are."""
        return replace(self, digests=self.digests or {}).words(text)

    def _digest(self, found: re.Match[str]) -> str:
        if self.digests is None:
            return ""
        digest = found[0][-64:]
        return found[0][:-64] + self.digests.get(digest, digest)

    def identifier(self, text: str) -> str:
        """The same of what names a file, an article or a coder: a pseudonym as a slug."""
        found = find(text, self.patterns)
        slugs = [slug(self._pseudonym(item)) for item in found]
        return replaced(text, found, slugs).text

    def article(self, text: str, marks: Iterable[Span], cuts: Iterable[int]) -> Replaced:
        """An article's text without names and what was marked, no replaced stretch over a cut."""
        places = sorted(set(cuts))
        named = [
            piece
            for piece in pieces(find(text, self.patterns), places)
            if fold(text[piece.start : piece.end])
        ]
        hidden = pieces((Found(start, end, "") for start, end in marks), places)
        found = list(_apart([*(_without_edges(text, f) for f in named), *hidden], text))
        return replaced(text, found, [self._stand_in(text, item) for item in found])

    def _pseudonym(self, found: Found) -> str:
        return self.pseudonyms.get(found.person, MARK)

    def _stand_in(self, text: str, found: Found) -> str:
        """A pseudonym; as a slug where it stands in an address."""
        if found.person and in_address(text, found.start, found.end):
            return quote(slug(self._pseudonym(found)))
        return self._pseudonym(found)


def _without_edges(text: str, found: Found) -> Found:
    """A stretch without the punctuation at its ends, which a cut may have left there."""
    start, end = found.start, found.end
    while start < end and not fold(text[start]):
        start += 1
    while end > start and not fold(text[end - 1]) and text[end - 1] in " \t\n,;":
        end -= 1
    return replace(found, start=start, end=end)


def _apart(found: Iterable[Found], text: str) -> Iterator[Found]:
    """Stretches sorted, those that overlap made one; what was marked takes in names."""
    last: Found | None = None
    for item in sorted(found, key=lambda f: (f.start, -f.end)):
        if not text[item.start : item.end].strip():
            continue
        if last is None or item.start >= last.end:
            if last is not None:
                yield last
            last = item
        else:
            person = last.person if last.person == item.person else ""
            last = Found(last.start, max(last.end, item.end), person)
    if last is not None:
        yield last


def cast(people: People, marks: Iterable[str] = (), names: Iterable[str] = ()) -> Cast:
    """The cast of a list of people, the words that were marked, and the names of coders and
    articles."""
    told = [p for person in people.people for p in patterns(person)]
    told += [p for words in marks for p in marked(words)]
    plain = Cast(
        patterns=tree(told),
        pseudonyms={person.id: person.pseudonym for person in people.people},
        names={},
    )
    return replace(plain, names=_unique(plain, names))


def _unique(plain: Cast, names: Iterable[str]) -> dict[str, str]:
    """A name of its own for each name that tells somebody."""
    every = sorted(set(names))
    taken = {name for name in every if plain.identifier(name) == name}
    found: dict[str, str] = {}
    for name in every:
        new = wanted = plain.identifier(name)
        number = 2
        while new != name and new in taken:
            new, number = f"{wanted}-{number}", number + 1
        taken.add(new)
        if new != name:
            found[name] = new
    return found
