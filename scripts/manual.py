"""Writes the manual's key table from the session's key table.

python scripts/manual.py docs/manual.md
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from qa_annotate.session.keys import TABLE, key_name

BEGIN, END = "<!-- keys -->\n", "<!-- /keys -->"


def rows() -> Iterator[str]:
    """The table's lines: keys of the text first, then those of lines and questions."""
    yield "| where | key | does |"
    yield "|---|---|---|"
    yield "| text | the codebook's keys, `1` … `9` | label the sentence, go to the next undecided |"
    for entry in TABLE:
        keys = " ".join(f"`{key_name(key)}`" for key in entry.keys)
        yield f"| {', '.join(entry.modes)} | {keys} | {entry.line} |"


def with_keys(manual: str) -> str:
    """The manual with its key table as the code has it now."""
    head, _, rest = manual.partition(BEGIN)
    tail = rest.partition(END)[2]
    table = "".join(f"{row}\n" for row in rows())
    return f"{head}{BEGIN}{table}{END}{tail}"


if __name__ == "__main__":
    place = Path(sys.argv[1])
    place.write_text(with_keys(place.read_text(encoding="utf-8")), encoding="utf-8")
