"""The words of a Markdown paragraph whose markup cannot be read in two ways.

Most paragraphs of an interview hold no more than a bold label or a plain link. Those are cut here
with one regular expression; anything else is None and goes to the real parser. The patterns ask
for emphasis that CommonMark's flanking rules can only open at its start and only close at its end.
A test holds this and the parser equal.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from .tags import NO_ATTRIBUTES

_SAFE = r"[^\\`*_\[\]<>&~!]|&(?![#\w])|!(?!\[)|~(?!~)"
_INSIDE = rf"(?:{_SAFE})++"
_PIECE = re.compile(
    rf"(?P<text>(?:{_SAFE}|>|\]|(?<=[^\W_])_(?=[^\W_]))++)"
    rf"|(?<!\S)\*\*(?=[^\s*])(?P<strong>{_INSIDE})(?<=\S)(?:\*\*(?=\s|\Z)|(?<=\w)\*\*(?=[.,;:!?)”’—–…]))"
    rf"|(?<!\S)\*(?=[^\s*])(?P<em>{_INSIDE})(?<=\S)(?:\*(?=\s|\Z)|(?<=\w)\*(?=[.,;:!?)”’—–…]))"
    rf"|(?<!\S)_(?=[^\s_])(?P<em_>{_INSIDE})(?<=\S)(?:_(?=\s|\Z)|(?<=[^\W_])_(?=[.,;:!?)”’—–…]))"
    rf"|\[(?P<a>{_INSIDE})\]\((?P<href>(?!\w*script:|file:|data:)[^\s()<>\\&\"'\[\]*_`~!]++)\)",
    re.IGNORECASE,
)
_TAGS: Mapping[str, str] = MappingProxyType({"em_": "em"})


class Piece(NamedTuple):
    """Words, and the tag they stand in ("" for none)."""

    text: str
    tag: str = ""
    attributes: Mapping[str, str] = NO_ATTRIBUTES


def simple_pieces(content: str) -> list[Piece] | None:
    """The pieces of a paragraph; None if it needs the parser.

    >>> simple_pieces("**Q:** Why [here](x)?")
    [Piece(text='Q:', tag='strong', attributes=mappingproxy({})), Piece(text=' Why ', tag='', \
attributes=mappingproxy({})), Piece(text='here', tag='a', attributes={'href': 'x'}), \
Piece(text='?', tag='', attributes=mappingproxy({}))]
    >>> simple_pieces("a * b") is None
    True
    """
    pieces = []
    at = 0
    for found in _PIECE.finditer(content):
        if found.start() != at:
            return None
        at = found.end()
        kind = found.lastgroup
        if kind == "href":
            pieces.append(Piece(found["a"], "a", {"href": found["href"]}))
        elif kind == "text" or kind is None:
            pieces.append(Piece(found[0]))
        else:
            pieces.append(Piece(found[kind], _TAGS.get(kind, kind)))
    return pieces if at == len(content) else None
