"""What is searched for: the names of people in every form that counts, as one tree of letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from ..project import Protected
from .folding import fold, is_mark
from .scripts import ARTICLES, CASES, JOINED, PARTICLES, SEAMLESS, script

Kind = Literal["name", "stem", "initials", "words"]


@dataclass(frozen=True, slots=True)
class Pattern:
    """Letters that tell of a person, and where they may be parted.

    A `stem` counts only with one of its `endings`; `initials` only as they are written; `words` are
    what somebody marked for redaction, and nobody's name.
    """

    letters: str
    person: str
    kind: Kind = "name"
    breaks: frozenset[int] = frozenset()
    endings: frozenset[str] = frozenset()
    capitals: bool = False


_SPACE = re.compile(r"[\s,·‧・_]+")
_ARTICLE = re.compile(r"(?:al|el|as|ash|an|ad|ar|at)[-‐‑–’' ](?=\w{3})|ال(?=\w{3})", re.IGNORECASE)
_NARROW = 3
"""Letters that a part of a name needs to count alone (two in scripts without spaces)."""


def patterns(person: Protected) -> Iterator[Pattern]:
    """Every form in which a person's names count."""
    for name in (*person.names, *person.aliases, *person.spellings):
        if not _is_initials(name):
            yield from _of_name(name, person)
    names = (*person.names, *person.aliases)
    for initials in (*person.initials, *filter(_is_initials, names)):
        letters = fold(initials)
        if letters:
            capitals = initials != initials.casefold()
            yield Pattern(letters, person.id, "initials", capitals=capitals)


def _is_initials(name: str) -> bool:
    """Whether a name is two capitals or one: as a word in any case it would be anything."""
    return len(fold(name)) <= 2 and name.isupper() and name != name.casefold()


def marked(words: str) -> Iterator[Pattern]:
    """The words of a stretch that was marked for redaction, where they are telling enough."""
    parts = _pieces(words)
    letters = "".join(map(fold, parts))
    seamless = bool(letters) and script(letters[0]) in SEAMLESS
    if len(letters) >= 8 and (len(parts) > 1 or seamless):
        yield Pattern(letters, "", "words", breaks=_breaks(parts))


def _pieces(words: str) -> list[str]:
    """The stretches of letters, with their marks, between whatever parts them."""
    kept = (c if fold(c) or is_mark(c) else " " for c in words)
    return [piece for piece in "".join(kept).split() if fold(piece)]


def _breaks(parts: Iterable[str]) -> frozenset[int]:
    at, found = 0, set()
    for part in parts:
        at += len(fold(part))
        found.add(at)
    return frozenset(found)


def _of_name(name: str, person: Protected) -> Iterator[Pattern]:
    parts = [part for part in _parts(name) if fold(part)]
    yield from _forms(parts, person.id)
    if len(parts) > 1:
        yield from _forms([*parts[-1:], *parts[:-1]], person.id)
    if not person.parts:
        return
    for part in [*parts, *_given(parts)]:
        if len(parts) > 1 or part not in parts:
            yield from _of_part(part, person.id)
    for part in parts:
        bare = _ARTICLE.sub("", part, count=1) if _ARTICLE.match(part) else ""
        if bare:
            yield from _of_part(bare, person.id)


def _parts(name: str) -> list[str]:
    """A name's parts; what belongs to the part behind it (Abu, Abd) stands with that."""
    found: list[str] = []
    joining = False
    for part in filter(None, _SPACE.split(name)):
        if joining:
            found[-1] = f"{found[-1]} {part}"
        else:
            found.append(part)
        joining = fold(part) in JOINED
    return found


def _given(parts: Sequence[str]) -> Iterator[str]:
    """Names that are written as one: without the family name before the given one."""
    if len(parts) != 1:
        return
    letters = fold(parts[0])
    if letters and script(letters[0]) in ("han", "hangul") and len(letters) in (3, 4):
        yield letters[len(letters) - 2 :]


def _of_part(part: str, person: str) -> Iterator[Pattern]:
    letters = fold(part)
    if letters in PARTICLES or not letters:
        return
    if len(letters) >= SEAMLESS.get(script(letters[0]), _NARROW):
        yield from _forms([part], person)


def _forms(parts: Sequence[str], person: str) -> Iterator[Pattern]:
    """A name as it is, without its article, and the stems that take endings."""
    pieces = [piece for part in parts for piece in _pieces(part)]
    letters = "".join(map(fold, pieces))
    if not letters:
        return
    breaks = _breaks(pieces)
    yield Pattern(letters, person, breaks=breaks)
    for article in ARTICLES.get(script(letters[0]), ()):
        if letters.startswith(article) and len(letters) - len(article) >= _NARROW:
            less = frozenset(at - len(article) for at in breaks if at > len(article))
            yield Pattern(letters[len(article) :], person, breaks=less)
    if script(letters[-1]) == "cyrillic":
        for stem, endings in _stems(letters):
            yield Pattern(stem, person, "stem", breaks, endings)


_FLEETING = re.compile(r"(.*[бвгджзклмнпрстфхцчшщ])[ео]([кцлрн])\Z")
_ADJECTIVE = re.compile(r"(.{3,})(?:ии|ыи|ои|ая|яя)\Z")


def _stems(letters: str) -> Iterator[tuple[str, frozenset[str]]]:
    """What stays of a name when its last letters change from case to case."""
    if len(letters) >= 3 and letters[-1] in "аяоеиыуюь":
        yield letters[:-1], CASES
    adjective = _ADJECTIVE.match(letters)
    if adjective:
        yield adjective[1], CASES
    fleeting = _FLEETING.match(letters)
    if fleeting and len(letters) >= 4:
        yield fleeting[1] + fleeting[2], CASES


# ---- the tree -----------------------------------------------------------------------------------

Node = dict[str, Any]
_HERE = ""
"""Under this key a node keeps the patterns that end there."""
_DEPTH = 3


@dataclass(frozen=True)
class Patterns:
    """All patterns: a tree of letters, and where one may begin, as a regular expression."""

    tree: Mapping[str, Any]
    starts: re.Pattern[str] | None

    def at(self, letters: str, place: int) -> list[Pattern]:
        """The patterns whose letters stand at a place, the longest first."""
        node: Mapping[str, Any] = self.tree
        found: list[Pattern] = []
        while place < len(letters) and letters[place] in node:
            node = node[letters[place]]
            place += 1
            found += node.get(_HERE, ())
        found.reverse()
        return found


def tree(found: Iterable[Pattern]) -> Patterns:
    """The tree of some patterns."""
    root: Node = {}
    for pattern in dict.fromkeys(found):
        node = root
        for letter in pattern.letters:
            node = node.setdefault(letter, {})
        node.setdefault(_HERE, []).append(pattern)
    return Patterns(root, re.compile(f"(?={_regex(root, _DEPTH)})") if root else None)


def _regex(node: Node, depth: int) -> str:
    """The first letters of all patterns, common ones told once."""
    if depth == 0 or _HERE in node:
        return ""
    branches = [re.escape(letter) + _regex(below, depth - 1) for letter, below in node.items()]
    return f"(?:{'|'.join(branches)})"
