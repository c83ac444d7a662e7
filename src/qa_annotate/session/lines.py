"""A line of text being written at the foot of the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeVar


@dataclass(frozen=True, kw_only=True, slots=True)
class TextLine:
    """What is asked, what is written so far, and where the cursor stands in it.

    `choices` may be picked by their numbers.
    """

    prompt: str
    text: str = ""
    cursor: int = 0
    choices: tuple[str, ...] = ()


L = TypeVar("L", bound=TextLine)


def begun(line: L) -> L:
    """The line with its cursor at the end."""
    return replace(line, cursor=len(line.text))


def typed(line: L, text: str) -> L:
    """Put text in at the cursor; a digit that names a choice takes it."""
    text = " ".join(text.splitlines())
    if line.choices and not line.text and text.isdigit() and 1 <= int(text) <= len(line.choices):
        text = line.choices[int(text) - 1]
    before, after = line.text[: line.cursor], line.text[line.cursor :]
    return replace(line, text=before + text + after, cursor=line.cursor + len(text))


def erased(line: L) -> L:
    """Take away the letter before the cursor."""
    if line.cursor == 0:
        return line
    text = line.text[: line.cursor - 1] + line.text[line.cursor :]
    return replace(line, text=text, cursor=line.cursor - 1)


def emptied(line: L) -> L:
    """Take away the whole line."""
    return replace(line, text="", cursor=0)


def moved(line: L, by: int) -> L:
    """Move the cursor, as far as the line goes."""
    return replace(line, cursor=min(max(0, line.cursor + by), len(line.text)))


def at_edge(line: L, *, end: bool) -> L:
    """Move the cursor to the start or the end."""
    return replace(line, cursor=len(line.text) if end else 0)


def chosen(line: TextLine) -> str | None:
    """The one choice that what is written names or begins; None where there is no such one."""
    wanted = line.text.strip()
    if wanted in line.choices:
        return wanted
    fitting = [choice for choice in line.choices if wanted and choice.startswith(wanted)]
    return fitting[0] if len(fitting) == 1 else None


COMMANDS: Mapping[str, Callable[[TextLine], TextLine]] = MappingProxyType(
    {
        "erase": erased,
        "erase-all": emptied,
        "left": lambda line: moved(line, -1),
        "right": lambda line: moved(line, 1),
        "start": lambda line: at_edge(line, end=False),
        "end": lambda line: at_edge(line, end=True),
    }
)
"""What the keys of a line do to it, by the names of the key table."""
