"""Writes the manual's tables from the code's: the sessions' keys, the coefficients.

python scripts/manual.py docs/manual.md
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from qa_annotate.agreement import ALL, Coefficient
from qa_annotate.session.keys import TABLE, Key, key_name
from qa_annotate.session.settling.keys import TABLE as SETTLING


def rows() -> Iterator[str]:
    """The table's lines: keys of the text first, then those of lines and questions."""
    yield "| where | key | does |"
    yield "|---|---|---|"
    yield "| text | the codebook's keys, `1` … `9` | label the sentence, go to the next undecided |"
    yield from map(_row, TABLE)


def settling_rows() -> Iterator[str]:
    """The keys of a session that settles, as far as they aren't those of any session."""
    yield "| where | key | does |"
    yield "|---|---|---|"
    yield "| case | the codebook's keys | decide anew: label the selected words, and say why |"
    yield from (_row(entry) for entry in SETTLING if {"text", "list"} & set(entry.modes))


def _row(entry: Key) -> str:
    keys = " ".join(f"`{key_name(key)}`" for key in entry.keys)
    return f"| {', '.join(entry.modes)} | {keys} | {entry.line} |"


def coefficients() -> Iterator[str]:
    """The table's lines: each coefficient by its name in data, in plain words, with its source."""
    yield "| name | what it says | source |"
    yield "|---|---|---|"
    for line in ALL:
        title, says, source = (text.replace("|", "\\|") for text in _told(line))
        yield f"| `{line.name}` | **{title}.** {says} | {source} |"


def _told(line: Coefficient) -> tuple[str, str, str]:
    return line.title, line.explain, line.source


def with_keys(manual: str) -> str:
    """The manual with its key tables as the code has them now."""
    return _between(_between(manual, "keys", rows()), "settling keys", settling_rows())


def with_coefficients(manual: str) -> str:
    """The manual with its table of coefficients as the code has it now."""
    return _between(manual, "coefficients", coefficients())


def _between(manual: str, name: str, lines: Iterator[str]) -> str:
    begin, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
    head, _, rest = manual.partition(begin)
    tail = rest.partition(end)[2]
    table = "".join(f"{line}\n" for line in lines)
    return f"{head}{begin}{table}{end}{tail}"


if __name__ == "__main__":
    place = Path(sys.argv[1])
    manual = place.read_text(encoding="utf-8")
    place.write_text(with_coefficients(with_keys(manual)), encoding="utf-8")
