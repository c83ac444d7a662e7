"""A file of ours in pieces, so that a save costs what it changes, however long the file is.

The pieces are the lines of each key, and of each item of the one long list. A piece that is written
anew is read back by itself; whatever isn't laid out as we write it is left to `update`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .reading import load
from .updating import LayoutError, cut_items, dash_of, holds, item_lines, sections
from .writing import dump

Plain = Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Pieces:
    """What stands before the first key; each key's lines, of the list its title alone; the list's
    items, and what follows the last of them."""

    head: str
    sections: tuple[tuple[str, str], ...]
    key: str
    items: tuple[str, ...]
    tail: str

    @property
    def text(self) -> str:
        """The whole file."""
        out = [self.head]
        for key, lines in self.sections:
            out.append(lines)
            if key == self.key:
                out += [*self.items, self.tail]
        return "".join(out)


def cut(text: str, key: str, count: int) -> Pieces | None:
    """A file in pieces, its list holding so many items; None where it isn't laid out as ours."""
    try:
        head, found = sections(text)
        title, items, tail = cut_items(dict(found)[key], count)
    except (LayoutError, KeyError, StopIteration):
        return None
    titled = tuple((name, title if name == key else lines) for name, lines in found)
    return Pieces(head=head, sections=titled, key=key, items=tuple(items), tail=tail)


def with_values(pieces: Pieces, old: Mapping[str, Plain], new: Mapping[str, Plain]) -> Pieces:
    """The pieces with other values of some keys. Raises LayoutError where a key's lines hold more
    than we wrote there (a comment, say)."""
    written = []
    for name, lines in pieces.sections:
        if name in new:
            if lines != dump({name: old[name]}):
                raise LayoutError
            lines = dump({name: new[name]})
        written.append((name, lines))
    if not new.keys() <= {name for name, _ in written}:
        raise LayoutError
    return replace(pieces, sections=tuple(written))


def with_item(pieces: Pieces, lines: str, old: Plain, new: Mapping[str, Plain]) -> str:
    """An item's lines with other values; without `lines` (""), those of a new item."""
    indent = dash_of(pieces.items[0]) if pieces.items else "  "
    written = item_lines(new, (old, lines) if lines else None, indent)
    if not holds(load(f"{pieces.key}:\n{written}", "")[pieces.key], [new]):
        raise LayoutError
    return written


def with_items(pieces: Pieces, items: Sequence[str]) -> Pieces:
    """The pieces with another list, neither of them empty."""
    if not items or not pieces.items:
        raise LayoutError
    return replace(pieces, items=tuple(items))
