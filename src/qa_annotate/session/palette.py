"""Keys and commands found by typing: the palette runs one by its name, the help lists the keys.

Both take a row while it holds every word that is written in the line at the foot.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any, TypeVar

from . import lines
from .keys import Key, in_mode, key_name
from .lines import TextLine

S = TypeVar("S", bound=Any)
"""The state of any session: it has a mode, a line, and the first row of its help."""


def _fits(line: TextLine | None, words: str) -> bool:
    """Whether words hold every word that is written, as they do while nothing is."""
    written = line.text.casefold().split() if line else ()
    return all(word in words.casefold() for word in written)


# ---- the palette --------------------------------------------------------------------------------


def commands(line: TextLine | None, table: Sequence[Key]) -> tuple[Key, ...]:
    """The commands whose name or line holds every word that is written."""
    return tuple(e for e in in_mode("text", table) if _fits(line, f"{e.name} {e.line}"))


def told(entry: Key) -> str:
    """A command as the palette shows it."""
    keys = " ".join(map(key_name, entry.keys))
    return f"{entry.line}  ({keys})" if keys else entry.line


# ---- the help -----------------------------------------------------------------------------------


def help_opened(state: S, line: TextLine) -> S:
    """The help, with a line in which to write what it is to list."""
    return replace(state, mode="help", line=line, help_row=0)


def listed(
    line: TextLine | None, entries: Sequence[tuple[str, str]]
) -> tuple[tuple[str, str], ...]:
    """The keys, each with its words, that hold every word that is written."""
    return tuple((keys, words) for keys, words in entries if _fits(line, f"{keys} {words}"))


_STEPS = MappingProxyType({"help-down": 1, "help-up": -1})


def help_pressed(state: S, command: str | None, key: str) -> S:
    """The help after a key: closed, scrolled, or with more or less written."""
    if command == "close-help":
        return replace(state, mode="text", line=None)
    if command is None:
        text = " " if key == "space" else key
        line = lines.typed(state.line, text) if len(text) == 1 else state.line
        return replace(state, line=line, help_row=0)
    if command in _STEPS:
        return replace(state, help_row=max(0, state.help_row + _STEPS[command]))
    return replace(state, line=lines.COMMANDS[command](state.line), help_row=0)
