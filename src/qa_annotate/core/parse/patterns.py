"""Regular expressions that are compiled when first used: a short page needs few of them."""

from __future__ import annotations

import re
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


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern to be compiled later.

    >>> pattern("b+").findall("abba")
    ['bb']
    """
    return cast("re.Pattern[str]", _Late(source, flags))
