"""What goes out, searched once more: is anything left of those who must stay hidden?

It takes the bytes as they would be sent, and looks in two ways: as names are found in any text,
and, for names of some length, as mere letters, whatever parts them. The words of the format itself
(keys, tags, headings of our own) are passed over: they stand in every file.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..project import People
from .finding import find
from .folding import fold, folded, layers
from .patterns import Patterns
from .people import NAME_FIELDS

PLAINLY = 8
"""Letters from which on a name is looked for as mere letters."""


@dataclass(frozen=True, slots=True, order=True)
class Leak:
    """Somebody who is told in a file: where, and who (nobody's name, where it was marked)."""

    path: str
    line: int
    person: str


@dataclass(frozen=True, kw_only=True)
class Guard:
    """What is searched for, and which words are the format's own.

    `strings` tells that a file holds strings of JSON or YAML, whatever it is called.
    """

    people: People
    patterns: Patterns
    keys: Collection[str] = ()
    own: Sequence[str] = ()
    strings: bool = False


_KEY = re.compile(
    r"(?m)^[ -]*([A-Za-z_]+):(?=[ \n])|[\"{,]\s*\"?([A-Za-z_]+)\"?\s*:(?=\s)|\"([\w:]+)\":"
)
_TAG = re.compile(r"</?[A-Za-z][\w-]*|\s[a-z-]+=(?=\")|<!doctype html>", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]*>")
_DIGEST = re.compile(r"\b[0-9a-fA-F]{64}\b")
_STRINGS = (".json", ".jsonl", ".yaml", ".yml")
_BLANK_ESCAPE = re.compile(r"\\\\|\\[abfnrtve0N_LP]")
_TEMPLATE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|<[^<>]*>", re.DOTALL)


def leaks(path: str, data: bytes, guard: Guard) -> tuple[Leak, ...]:
    """Everything left in a file; a file that is no text can't be searched, and is one leak."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return (Leak(path, 1, ""),)
    if guard.strings or path.endswith(_STRINGS):
        text = _BLANK_ESCAPE.sub(_unescaped, text)
    html = text.lstrip()[:15].casefold().startswith(("<!doctype html", "<svg", "<?xml"))
    for own in guard.own:
        if len(own) > 40 and own in text:
            text = text.replace(own, re.sub(r"[^\n]", " ", own))
    if html:
        found = {*_found(_TAG.sub(_spaces, text), guard), *_found(_TAGS.sub(_nothing, text), guard)}
    else:
        text = _KEY.sub(lambda m: _spaces(m) if _is_key(m, guard.keys) else m[0], text)
        found = {*_found(text, guard)}
    found |= {(m.start(), "digest") for m in _DIGEST.finditer(text)}
    return tuple(sorted({Leak(path, text.count("\n", 0, at) + 1, who) for at, who in found}))


_FILL = "\u00ad"
"""Stands for what is passed over without parting what stands around it."""


def _nothing(found: re.Match[str]) -> str:
    return "".join("\n" if c == "\n" else _FILL for c in found[0])


def _unescaped(found: re.Match[str]) -> str:
    """A line break of a string as blanks: its letter is no part of the word behind it."""
    return found[0] if found[0] == "\\\\" else "  "


def _spaces(found: re.Match[str]) -> str:
    return "".join("\n" if c == "\n" else " " for c in found[0])


def _is_key(found: re.Match[str], keys: Collection[str]) -> bool:
    word = next(filter(None, found.groups()), "")
    return word in keys or word.startswith(("prov:", "qa:"))


def _found(text: str, guard: Guard) -> Iterator[tuple[int, str]]:
    fragments = _fragments(tuple(guard.own))
    for item in find(text, guard.patterns, strings=True):
        if not _is_ours(text, item.start, item.end, fragments):
            yield item.start, item.person
    for layer in layers(text, strings=True):
        letters = fold(layer.text)
        for person, name in _plain_names(guard.people):
            if name in letters:
                place = folded(layer.text).places[letters.index(name)]
                yield layer.starts[place], person


def _plain_names(people: People) -> Iterator[tuple[str, str]]:
    for person in people.people:
        for name in (words for field in NAME_FIELDS for words in getattr(person, field)):
            if len(fold(name)) >= PLAINLY:
                yield person.id, fold(name)


@lru_cache(maxsize=4)
def _fragments(own: tuple[str, ...]) -> tuple[str, ...]:
    """The sentences and headings of our own pages, as their templates hold them."""
    pieces = (piece.strip() for text in own for piece in _TEMPLATE.split(text))
    return tuple({piece for piece in pieces if len(piece) > 6})


def _is_ours(text: str, start: int, end: int, fragments: Sequence[str]) -> bool:
    """Whether a stretch stands inside a longer phrase of our own pages."""
    words = text[start:end]
    for fragment in fragments:
        at = fragment.find(words)
        while at >= 0 and len(fragment) >= len(words) + 6:
            if text.startswith(fragment, start - at):
                return True
            at = fragment.find(words, at + 1)
    return False
