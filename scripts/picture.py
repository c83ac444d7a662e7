"""Draws the pictures of the README and the manual: real screens of real runs, as SVG.

    python scripts/picture.py OUT_DIR

Each picture is a session on a pseudo-terminal in a folder of its own; what the terminal emulator
holds at the end is drawn, cell by cell, with its colours.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from html import escape
from pathlib import Path
from shutil import copytree

from pyte.screens import Char, Screen
from terminal import Terminal

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "isis-regime-close-in-on-deir-e-zor-rebels.txt"

BAKERY = """\
مقابلة مع صاحب مخبز في المدينة القديمة

تحدثنا مع أبو سامر (اسم مستعار) في 12 أيار 2014 عن الحصار والخبز.

س: كيف كانت حال السوق في ذلك الصباح؟

ج: كان السوق فارغا تقريبا. قال لنا الجيران إن قذيفة سقطت قرب الجسر (رقم 3) عند الساعة \
5:30، ولم نتمكن من التحقق من ذلك. يزعم بعضهم أن تنظيم ISIS هو المسؤول.

س: هل بقي المخبز مفتوحا؟

ج: نعم، بقي مفتوحا حتى المساء. وزعنا 200 رغيف على العائلات، ثم نفد الطحين.
"""

CELL_WIDTH, CELL_HEIGHT, BASELINE = 8.4, 18, 13.5
FOREGROUND, BACKGROUND = "#d8dee9", "#1d2229"
COLORS = {
    "black": "#3b4252",
    "red": "#e57373",
    "green": "#4dbd94",
    "brown": "#e8b04b",
    "yellow": "#e8b04b",
    "blue": "#6fa8dc",
    "magenta": "#c78bc0",
    "cyan": "#6cc5d0",
    "white": "#eceff4",
}


@dataclass(frozen=True)
class Picture:
    """A picture's name, the screen's size, the keys pressed, and what the screen then holds."""

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...]
    shows: str
    source: bytes = SEED.read_bytes()
    command: tuple[str, ...] = ("open", "article.txt", "--coder", "amal", "--bidi", "app")
    begins: str = "saved 0/"


PICTURES = (
    Picture(
        "session",
        (34, 120),
        ("a", "a", "u", "a", "]", "u", "u", "u", "u"),
        "saved 8/17",
    ),
    Picture("session-80x24", (24, 80), ("]", "u", "u"), "saved 2/17"),
    Picture("arabic", (22, 100), ("u", "u", "a"), "saved 3/6", BAKERY.encode()),
    Picture("help", (30, 100), ("?",), "next question's answer"),
    Picture(
        "settling",
        (26, 90),
        ("2", "k", "j"),
        "saved 1/5",
        command=("adjudicate", "--coder", "zoe"),
    ),
)


def main(out: Path) -> int:
    """Draw every picture into a folder."""
    out.mkdir(parents=True, exist_ok=True)
    for picture in PICTURES:
        (out / f"{picture.name}.svg").write_text(draw(taken(picture)), encoding="utf-8")
    return 0


def taken(picture: Picture) -> Screen:
    """The screen of a session after some keys."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "article.txt").write_bytes(picture.source)
        if picture.command[0] == "adjudicate":
            for name in ("annotations", "seeds"):
                copytree(ROOT / name, home / name)
        arguments, state = list(picture.command), str(home / "state")
        session = Terminal(arguments, home, picture.size, XDG_STATE_HOME=state)
        session.wait(picture.begins)
        for key in picture.keys:
            session.send(key)
            _at_rest(session)
        session.wait(picture.shows)
        _at_rest(session)
        session.close()
        return session.screen


def _at_rest(session: Terminal) -> None:
    """Read until nothing is painted any more: a busy machine paints late."""
    seen: list[str] | None = None
    while seen != session.screen.display:
        seen = list(session.screen.display)
        session.read(0.6)


# ---- drawing ------------------------------------------------------------------------------------


def draw(screen: Screen) -> str:
    """An emulator's screen as SVG."""
    width, height = screen.columns * CELL_WIDTH + 20, screen.lines * CELL_HEIGHT + 20
    rows = "".join(_row(screen, row) for row in range(screen.lines))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
        f'font-family="ui-monospace, Menlo, Consolas, DejaVu Sans Mono, monospace" '
        f'font-size="14" role="img" aria-label="A labelling session in a terminal">\n'
        "<style>text{direction:ltr;unicode-bidi:bidi-override}</style>\n"  # as a terminal's cells
        f'<rect width="100%" height="100%" rx="8" fill="{BACKGROUND}"/>\n'
        f'<g transform="translate(10 10)">\n{rows}</g>\n</svg>\n'
    )


def _row(screen: Screen, row: int) -> str:
    """The runs of one row: its cells of one look drawn together."""
    cells = screen.buffer[row]
    runs: list[tuple[int, str, Char]] = []
    for column in range(screen.columns):
        cell = cells[column]
        if runs and _look(runs[-1][2]) == _look(cell):
            start, text, look = runs[-1]
            runs[-1] = (start, text + cell.data, look)
        else:
            runs.append((column, cell.data, cell))
    return "".join(_run(row, *run) for run in runs if run[1].strip() or _look(run[2])[1])


def _look(cell: Char) -> tuple[str, str | None, bool, bool, bool]:
    """Foreground, background (None where it is the screen's), bold, italics, underline."""
    front = _color(cell.fg) or FOREGROUND
    back = _color(cell.bg)
    if cell.reverse:
        front, back = back or BACKGROUND, front
    return front, back, cell.bold, cell.italics, cell.underscore


def _color(name: str) -> str | None:
    """One of sixteen by its name, one of 256 by its digits; None for the terminal's own."""
    return COLORS.get(name) or (None if name == "default" else f"#{name}")


def _run(row: int, column: int, text: str, cell: Char) -> str:
    front, back, bold, italics, underline = _look(cell)
    x, y, width = column * CELL_WIDTH, row * CELL_HEIGHT, len(text) * CELL_WIDTH
    box = (
        f'<rect x="{x:.1f}" y="{y}" width="{width:.1f}" height="{CELL_HEIGHT}" fill="{back}"/>\n'
        if back
        else ""
    )
    style = "".join(
        word
        for word, holds in (
            (' font-weight="bold"', bold),
            (' font-style="italic"', italics),
            (' text-decoration="underline"', underline),
        )
        if holds
    )
    words = text.strip(" ")
    if not words:
        return box
    x += (len(text) - len(text.lstrip(" "))) * CELL_WIDTH
    shown = escape(words).replace(" ", "\u00a0")  # so that no renderer takes spaces together
    return (
        f'{box}<text x="{x:.1f}" y="{y + BASELINE:g}" fill="{front}" '
        f'textLength="{len(words) * CELL_WIDTH:.1f}" lengthAdjust="spacingAndGlyphs"{style}>'
        f"{shown}</text>\n"
    )


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
