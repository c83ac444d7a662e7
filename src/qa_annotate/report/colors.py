"""One colour and one line for each label, the same on pages and in plots, light and dark.

Colours come in pairs (on a light page, on a dark one), each with a contrast of at least 4.5 to 1
against its page; a line style goes with each, so that nothing is told by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..core.records import Label

PALETTE: Mapping[str, tuple[str, str]] = {
    "green": ("#00704f", "#4fd1a5"),
    "orange": ("#8f5300", "#f2a93b"),
    "vermilion": ("#b3321b", "#ff8a66"),
    "blue": ("#005a9e", "#74b9f7"),
    "purple": ("#8a3275", "#e79bd2"),
    "teal": ("#00687a", "#5bcbe0"),
    "olive": ("#5f6400", "#cfd257"),
    "brown": ("#7a4a32", "#d9a88c"),
}
GREY = ("#5c6166", "#a3abb3")
LINES = ("solid", "dashed", "dotted", "double")
_OTHER_NAMES = {"red": "vermilion", "yellow": "olive", "cyan": "teal", "magenta": "purple"}


@dataclass(frozen=True, kw_only=True)
class Look:
    """How a label looks: `number` names its CSS class and variable."""

    label: str
    number: int
    light: str
    dark: str
    line: str


def looks(labels: Sequence[Label], others: Iterable[str] = ()) -> tuple[Look, ...]:
    """A look for each label of the codebook, then for other categories (in grey)."""
    free = list(PALETTE)
    found = []
    for number, label in enumerate(labels):
        name = _OTHER_NAMES.get(label.color, label.color)
        name = name if name in free else (free or list(PALETTE))[0]
        if name in free:
            free.remove(name)
        found.append(_look(label.id, number, PALETTE[name]))
    known = {label.id for label in labels}
    rest = [label for label in dict.fromkeys(others) if label not in known]
    return (*found, *(_look(k, len(found) + at, GREY) for at, k in enumerate(rest)))


def _look(label: str, number: int, pair: tuple[str, str]) -> Look:
    line = LINES[number % len(LINES)]
    return Look(label=label, number=number, light=pair[0], dark=pair[1], line=line)
