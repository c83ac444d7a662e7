"""A console that takes nothing in a text for an instruction, and what every view needs."""

from __future__ import annotations

import sys
from typing import TextIO

from rich.console import Console
from rich.text import Text

from ..core.text import visible


def console(file: TextIO | None = None) -> Console:
    """A console that takes nothing in a text for an instruction."""
    return Console(
        file=file or sys.stdout, markup=False, emoji=False, highlight=False, soft_wrap=False
    )


def plain(text: str, style: str = "") -> Text:
    """Text from a file, safe to show, on one line."""
    return Text(visible(text.replace("\n", " ").replace("\t", " ")), style=style)


def print_indented(out: Console, text: Text) -> None:
    """Text wrapped under an indent of two cells."""
    for line in text.wrap(out, max(10, out.width - 2)):
        line.rstrip()
        out.print(Text.assemble("  ", line))
