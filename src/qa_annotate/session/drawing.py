"""Pieces of a screen that every kind of session draws alike: rows, keys, help, menus, lines.

A row is a tuple of fragments, a style and its text; styles are names ("question", "label-2"), what
they look like on a terminal is the shell's matter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from .cells import clipped, shown, width
from .keys import Key
from .lines import TextLine
from .palette import commands, told

Fragment: TypeAlias = tuple[str, str]
Row: TypeAlias = tuple[Fragment, ...]


def exactly(row: Sequence[Fragment], columns: int) -> Row:
    """A row cut to the screen's width."""
    out: list[Fragment] = []
    left = columns
    for style, text in row:
        if left <= 0:
            break
        piece = text if width(text) <= left else clipped(text, left)
        out.append((style, piece))
        left -= width(piece)
    return tuple(out)


def padded(row: Sequence[Fragment], columns: int) -> Row:
    """A row cut or filled to some cells."""
    cut = exactly(row, columns)
    used = sum(width(text) for _, text in cut)
    return (*cut, ("", " " * (columns - used)))


def fill(text: str, columns: int) -> str:
    """Text cut or filled to some cells."""
    text = clipped(text, columns)
    return text + " " * (columns - width(text))


# ---- keys and help ------------------------------------------------------------------------------


def key_row(keys: Sequence[tuple[str, str]], columns: int) -> Row:
    """As many keys as fit, those that matter most first; help and leaving stand at the end."""
    last = [(key, word) for key, word in keys if word in ("help", "leave")]
    rest = [item for item in keys if item not in last]
    room = columns + 2 - sum(map(_key_width, last))
    fitting = []
    for item in rest:
        room -= _key_width(item)
        if room < 0:
            break
        fitting.append(item)
    row = [piece for item in (*fitting, *last) for piece in _key(item)]
    return tuple(row[:-1])


def _key(item: tuple[str, str]) -> list[Fragment]:
    return [("key", shown(item[0])), ("word", f" {shown(item[1])}"), ("", "  ")]


def _key_width(item: tuple[str, str]) -> int:
    return width(shown(item[0])) + width(shown(item[1])) + 3


def help_rows(entries: Sequence[tuple[str, str]], top: int, columns: int, height: int) -> list[Row]:
    """The keys and what they do, from a row on."""
    rows: list[Row] = [(("list-title", " Keys"),), ()]
    for keys, line in entries:
        rows += _help_entry(keys, line, columns)
    first = min(top, max(0, len(rows) - height))
    visible = rows[first : first + height]
    return visible + [()] * (height - len(visible))


def _help_entry(keys: str, line: str, columns: int) -> Iterator[Row]:
    """A key and its line, wrapped under itself."""
    words = shown(line).split(" ")
    first = True
    while words:
        row: list[str] = []
        while words and (not row or width(" ".join([*row, words[0]])) <= max(10, columns - 13)):
            row.append(words.pop(0))
        yield (("key", f" {keys if first else '':<10} "), ("", " ".join(row)))
        first = False


# ---- lines and menus ----------------------------------------------------------------------------


def line_row(line: TextLine, columns: int) -> Row:
    """The line being written, behind its prompt."""
    return (("prompt", _prompt(line, columns)), ("", shown(line.text)))


def line_cursor(line: TextLine, columns: int) -> int:
    """The column of the cursor in that row."""
    before = shown(line.text[: line.cursor])
    return min(columns - 1, width(_prompt(line, columns)) + width(before))


def _prompt(line: TextLine, columns: int) -> str:
    return clipped(shown(line.prompt), max(8, columns // 2)) + ": "


def menu_rows(line: TextLine | None, columns: int) -> list[Row]:
    """The choices of the line being written."""
    return [
        (("key", f" {number}"), ("", fill(f" {shown(words)}", columns - 2)))
        for number, words in enumerate(line.choices if line else (), start=1)
    ]


COMMANDS = 8
"""How many commands the palette shows at once."""


def palette_rows(line: TextLine, table: Sequence[Key], columns: int) -> list[Row]:
    """The commands that the palette offers; Enter takes the first."""
    return [
        (("selected" if place == 0 else "", fill(f" {shown(told(entry))}", columns)),)
        for place, entry in enumerate(commands(line, table)[:COMMANDS])
    ]
