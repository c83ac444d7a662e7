"""Regular expressions that are compiled when first used: a short page needs few of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import cast

METHODS = ("match", "search", "fullmatch", "finditer", "findall", "sub", "split")


class _Late:
    """Stands for a pattern; its first use compiles it and puts the pattern's methods in place."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        for method in METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


class _Foreign:
    """The same for a pattern that needs letters from `above` on: compiled where a text has some."""

    def __init__(self, source: str, flags: int, above: str) -> None:
        self._pattern = cast("re.Pattern[str]", _Late(source, flags))
        self._letters = letters_from(above)
        self.match = self._gate("match")
        self.search = self._gate("search")
        self.fullmatch = self._gate("fullmatch")

    def _gate(self, name: str) -> Callable[..., re.Match[str] | None]:
        def look(text: str, *span: int) -> re.Match[str] | None:
            if not self._letters.search(text, *span):
                return None
            find: Callable[..., re.Match[str] | None] = getattr(self._pattern, name)
            return find(text, *span)

        return look

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every match, in order."""
        return self._pattern.finditer(text) if self._letters.search(text) else iter(())


@cache
def letters_from(above: str) -> re.Pattern[str]:
    """What finds a letter of the scripts from `above` on; punctuation and more Latin is none.

    >>> hebrew_on = letters_from("\u0590")
    >>> bool(hebrew_on.search("Nour’s “book”")), bool(hebrew_on.search("كتاب"))
    (False, True)
    """
    return re.compile(f"[^\\x00-{re.escape(chr(ord(above) - 1))}\\u1e00-\\u2fff]")


def pattern(source: str, flags: int = 0, *, above: str = "") -> re.Pattern[str]:
    """A pattern to be compiled later.

    `above` promises that every match holds a character from it on. Where a text has none, the
    pattern is not even compiled: large sets of Chinese letters take a while.

    >>> pattern("b+").findall("abba")
    ['bb']
    >>> pattern("[一-龯]+さん", above="\\u3040").search("山田さんに聞く")[0]
    '山田さん'
    """
    if above:
        return cast("re.Pattern[str]", _Foreign(source, flags, above))
    return cast("re.Pattern[str]", _Late(source, flags))
