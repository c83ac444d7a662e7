"""The painter by rows paints what the stock renderer paints, cell for cell, at every step."""

from __future__ import annotations

import io
import random
import threading
import time

import pyte
import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output.color_depth import ColorDepth
from prompt_toolkit.output.vt100 import Vt100_Output

from qa_annotate.session import app as shell
from qa_annotate.session.labelling import LABELLING
from qa_annotate.session.painter import paints_by_rows

ARTICLE = "\n".join(
    f"question| Q: What of day {day}, “{day}”?\n"
    f"answer| Day {day} was long. Nobody came by the bridge. "
    "البيت بعيد عن الجسر. 桥已经关闭了。 It rained e\u0301."
    for day in range(12)
)


class Paper:
    """A keeper that keeps nothing."""

    def __init__(self) -> None:
        self.count = 0

    def append(self, *_: object) -> int:
        self.count += 1
        return self.count

    def flush(self) -> None: ...

    def sync(self) -> int:
        return self.count

    def save(self, *_: object) -> None: ...


def visible(cell: pyte.screens.Char) -> tuple:
    """What can be seen of a cell: of a blank one, no weight and no slant."""
    looks = (cell.fg, cell.bold, cell.italics) if cell.data.strip() else ()
    return (cell.data, cell.bg, cell.underscore, cell.reverse, *looks)


def screens(state: object, keys: list[str], size: tuple[int, int]) -> list[list[tuple]]:
    """The terminal's cells after each key: characters with their looks."""
    written = io.StringIO()
    written.isatty = lambda: True  # type: ignore[method-assign]
    terminal = pyte.Screen(size[1], size[0])
    stream = pyte.Stream(terminal)
    seen: list[list[tuple]] = []
    output = Vt100_Output(
        written,
        lambda: Size(*size),
        term="xterm-256color",
        default_color_depth=ColorDepth.DEPTH_8_BIT,
    )
    done = 0

    def look() -> None:
        nonlocal done
        text = written.getvalue()
        stream.feed(text[done:])
        done = len(text)
        rows = [terminal.buffer[row] for row in range(size[0])]
        cells = [tuple(visible(row[column]) for column in range(size[1])) for row in rows]
        seen.append([*cells, (terminal.cursor.y, terminal.cursor.x)])

    with create_pipe_input() as keyboard, create_app_session(input=keyboard, output=output):
        session = shell.Session(LABELLING, state, Paper(), lambda: "2026-11-22T10:04:11Z")

        renders: list[object] = []
        session.application.after_render += renders.append

        def painted_since(count: int) -> None:
            """Wait until the application has painted again, and painted all."""
            end = time.monotonic() + 20
            while len(renders) <= count and time.monotonic() < end:
                time.sleep(0.01)
            time.sleep(0.02)

        def type_keys() -> None:
            painted_since(0)
            look()
            for key in keys:
                count = len(renders)
                keyboard.send_text(key)
                painted_since(count)
                look()
            keyboard.send_text("q")

        typist = threading.Thread(target=type_keys)
        typist.start()
        session.run()
        typist.join()
    return seen


@pytest.mark.parametrize("size", [(24, 80), (30, 120)])
def test_both_renderers_paint_the_same_screens(sit, size, monkeypatch):
    chance = random.Random(7)
    keys = [chance.choice(list("jjkuav ]}lhJGgobbWz")) for _ in range(40)]
    state = sit(ARTICLE, size=size).state
    by_rows = screens(state, keys, size)
    monkeypatch.setattr(shell, "paints_by_rows", lambda: False)
    stock = screens(state, keys, size)
    assert len(by_rows) == len(stock)
    for step, (mine, theirs) in enumerate(zip(by_rows, stock, strict=True)):
        for row, (a, b) in enumerate(zip(mine, theirs, strict=True)):
            if row == size[0] - 2:
                continue  # "saving" turns into "saved" when the worker comes round
            assert a == b, f"after {keys[:step]}, row {row}"


def test_this_librarys_renderer_is_the_one_we_know():
    assert paints_by_rows()


def test_another_librarys_renderer_is_left_to_paint():
    class Other:
        def render(self, everything: object) -> None: ...

    assert not paints_by_rows(Other)  # type: ignore[arg-type]


EMOJI = "\n".join(
    f"question| Q: What of day {day}?\n"
    f"answer| Rain 🌧️ and 👩‍👩‍👧 came, नमस्ते said {day}. Then ① and … more. It ended."
    for day in range(12)
)


def test_no_stale_cell_is_left_where_widths_are_disputed(sit):
    """Every screen that was painted step by step is the one that a fresh painter paints."""
    keys = list("jjuG[gj}jau")
    state = sit(EMOJI, size=(20, 60)).state
    stepwise = screens(state, keys, (20, 60))[-1]
    direct = sit(EMOJI, size=(20, 60)).press(keys).state
    fresh = screens(direct, [], (20, 60))[-1]
    assert [row[:56] for row in stepwise[:-3]] == [row[:56] for row in fresh[:-3]]


@pytest.mark.parametrize(
    ("depth", "colour"),
    [
        (ColorDepth.DEPTH_24_BIT, "d55e00"),
        (ColorDepth.DEPTH_8_BIT, "d55e00"),
        (ColorDepth.DEPTH_4_BIT, "ansired"),
        (ColorDepth.DEPTH_1_BIT, "ansired"),  # and prompt_toolkit leaves colours out there
    ],
)
def test_colours_that_all_can_tell_apart_where_there_are_enough(depth, colour):
    look = shell.style_at(depth).get_attrs_for_style_str("class:label-2")
    assert (look.color, look.underline, look.italic) == (colour, True, True)
