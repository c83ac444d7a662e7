"""Regular expressions that are compiled when first used: a short page needs few of them."""

from __future__ import annotations

import re
from collections.abc import Callable
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
        self._above = above
        self.match = self._gate("match")
        self.search = self._gate("search")
        self.fullmatch = self._gate("fullmatch")

    def _gate(self, name: str) -> Callable[..., re.Match[str] | None]:
        def look(text: str, *span: int) -> re.Match[str] | None:
            stretch = text[slice(*span)] if span else text
            if stretch.isascii() or max(stretch, default="") < self._above:
                return None
            find: Callable[..., re.Match[str] | None] = getattr(self._pattern, name)
            return find(text, *span)

        return look

    def finditer(self, text: str) -> object:
        """Every match, in order."""
        if text.isascii() or max(text, default="") < self._above:
            return iter(())
        return self._pattern.finditer(text)


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
