"""The thin shell: keys in, lines out, effects to the disk. The only room that knows prompt_toolkit.

It is handed a `Desk`-like object that takes entries, makes them last, and saves; a worker thread
does what may wait for the disk.
"""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import errno
import gc
import queue
import secrets
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from prompt_toolkit.application import Application
from prompt_toolkit.data_structures import Point
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.key_binding.key_processor import KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import Layout, Window
from prompt_toolkit.layout.controls import UIContent, UIControl
from prompt_toolkit.mouse_events import MouseEvent, MouseEventType
from prompt_toolkit.output import ColorDepth
from prompt_toolkit.styles import Style

from ..errors import StoreError
from .actions import (
    Action,
    Append,
    Clicked,
    Effect,
    Failed,
    Keeper,
    Leave,
    Logged,
    Pasted,
    Press,
    Resized,
    Scrolled,
    Suspend,
    Synced,
)
from .cells import width
from .painter import RowRenderer, paints_by_rows

PAUSE = 2.0
"""Seconds without a key after which the document is saved."""

KEEP_ORDER, ARRANGE = "\x1b[8l", "\x1b[8h"
"""Ask a terminal not to arrange text from right to left itself; and to do so again (ECMA-48)."""

SETTLED = 0.05
"""Seconds after the first screen in which a person looks at it, and we may tidy up."""

_NAMES = {
    Keys.ControlM: "enter",
    Keys.ControlJ: "enter",
    Keys.ControlH: "backspace",
    Keys.ControlI: "tab",
}

_LOOKS = MappingProxyType(
    {
        "header": "bold reverse",
        "gutter": "bold",
        "rule": "",
        "key": "bold",
        "word": "",
        "message": "",
        "saved": "bold",
        "trouble": "bold reverse",
        "prompt": "bold",
        "list": "",
        "list-title": "bold",
        "note": "italic",
        "selected": "reverse",
        "hint": "bold reverse",
        "redacted": "strike italic",
        "cue": "bold",
        "role-headline": "bold",
        "role-question": "bold",
        "role-marker": "",
        "role-meta": "italic",
        "role-caption": "italic",
        "role-note": "italic",
        "role-boilerplate": "italic",
        "label-0": "underline ansigreen bold",
        "label-1": "underline ansiyellow",
        "label-2": "underline ansired italic",
        "label-3": "underline ansiblue",
        "label-4": "underline ansimagenta",
        "label-5": "underline ansicyan",
        "label-unknown": "underline",
        "letter-0": "bold ansigreen",
        "letter-1": "bold ansiyellow",
        "letter-2": "bold ansired",
        "letter-3": "bold ansiblue",
        "letter-4": "bold ansimagenta",
        "letter-5": "bold ansicyan",
        "letter-unknown": "bold",
        "tag-question": "bold ansigreen",
        "tag-answer": "ansicyan",
        "tag-intro": "ansiblue",
        "tag-headline": "bold",
        "tag-meta": "italic",
        "tag-caption": "italic",
        "tag-note": "italic",
        "tag-boilerplate": "italic",
    }
)


_OKABE_ITO = MappingProxyType(
    {
        "ansigreen": "#009e73",
        "ansiyellow": "#e69f00",
        "ansired": "#d55e00",
        "ansiblue": "#56b4e9",
        "ansimagenta": "#cc79a7",
        "ansicyan": "#f0e442",
    }
)
"""Colours that colour-blind people tell apart, where a terminal has 256 or more."""


def style_at(depth: ColorDepth) -> Style:
    """What each style looks like: the terminal's own colours where it has sixteen."""
    many = depth in (ColorDepth.DEPTH_8_BIT, ColorDepth.DEPTH_24_BIT)
    known = _OKABE_ITO if many else {}
    looks = {
        name: " ".join(known.get(word, word) for word in look.split())
        for name, look in _LOOKS.items()
    }
    return Style.from_dict(looks)


S = TypeVar("S")
Row = tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Program(Generic[S]):
    """A kind of session: its functions over its own state."""

    update: Callable[[S, Action, str], tuple[S, tuple[Effect, ...]]]
    render: Callable[[S], tuple[Row, ...]]
    cursor_at: Callable[[S], tuple[int, int]]
    size: Callable[[S], tuple[int, int]]
    saved: Callable[[S], object]  # what the keeper is to save


class Session(Generic[S]):
    """A running session: the state, and the shell around it."""

    def __init__(
        self,
        program: Program[S],
        state: S,
        keeper: Keeper,
        clock: Callable[[], str],
        *,
        mouse: bool = True,
        in_order: bool = False,
    ) -> None:
        self.program = program
        self.state = state
        self._keeper = keeper
        self._clock = clock
        self._in_order = in_order
        self._work: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._pause: asyncio.TimerHandle | None = None
        self.application: Application[None] = Application(
            layout=Layout(Window(_Screen(self), always_hide_cursor=False)),
            key_bindings=_bindings(self),
            full_screen=True,
            mouse_support=mouse,
        )
        self.application.style = style_at(self.application.color_depth)
        self.application.ttimeoutlen = self.application.timeoutlen = 0.05
        self.by_rows = paints_by_rows()
        if self.by_rows:
            self.application.renderer = RowRenderer(
                self.application.renderer, self.application.output, self.screen, self.pointed
            )

    def screen(self, size: tuple[int, int]) -> tuple[tuple[Row, ...], tuple[int, int]]:
        """The rows of the screen at a size, and where the cursor stands."""
        if size != self.program.size(self.state):
            self.dispatch(Resized(size))
        return self.program.render(self.state), self.program.cursor_at(self.state)

    def pointed(self, event: MouseEvent) -> None:
        """A click or a turn of the wheel."""
        kind = event.event_type
        if kind is MouseEventType.MOUSE_UP:
            self.dispatch(Clicked(event.position.y, event.position.x))
        elif kind in (MouseEventType.SCROLL_UP, MouseEventType.SCROLL_DOWN):
            self.dispatch(Scrolled(1 if kind is MouseEventType.SCROLL_DOWN else -1))
        self.application.invalidate()

    # ---- actions

    def dispatch(self, action: Action) -> None:
        """One action through `update`, and its effects carried out."""
        self.state, effects = self.program.update(self.state, action, self._clock())
        for effect in effects:
            self._perform(effect)

    def _perform(self, effect: Effect) -> None:
        if isinstance(effect, Append):
            seq = self._keeper.append(effect.edit, self._clock())
            self.dispatch(Logged(seq, effect.edit))
            try:
                self._keeper.flush()
            except StoreError as error:
                self.dispatch(Failed(error.message))
            self._work.put(self._sync)
            self._save_when_idle()
        elif isinstance(effect, Suspend):
            self.application.suspend_to_background()
        elif isinstance(effect, Leave):
            self.application.exit()

    def _save_when_idle(self) -> None:
        if self._loop is None:
            return
        if self._pause is not None:
            self._pause.cancel()
        self._pause = self._loop.call_later(PAUSE, lambda: self._work.put(self._save))

    # ---- the worker's part

    def _sync(self) -> None:
        def sync() -> Action:
            self._keeper.flush()
            return Synced(self._keeper.sync())

        self._tell(self._tried(sync))

    def _save(self) -> None:
        value = self.program.saved(self.state)

        def save() -> Action:
            self._keeper.flush()
            self._keeper.save(value, self._clock())
            return Synced(self._keeper.sync())

        self._tell(self._tried(save))

    @staticmethod
    def _tried(work: Callable[[], Action]) -> Action:
        try:
            return work()
        except StoreError as error:
            return Failed(error.message)

    def _tell(self, action: Action) -> None:
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._told, action)

    def _told(self, action: Action) -> None:
        self.dispatch(action)
        if isinstance(action, Failed):
            self._save_when_idle()  # there may be room again by then
        self.application.invalidate()

    def _worker(self) -> None:
        while (job := self._work.get()) is not None:
            job()

    # ---- running

    def run(self) -> S:
        """Paint until the person leaves; the state they left. Saves on the way out.

        Raises StoreError where the document can't be saved then; its log is whole even so.
        """
        worker = threading.Thread(target=self._worker, daemon=True)
        worker.start()
        try:
            self.application.run(pre_run=self._begin, handle_sigint=False)
        except OSError as error:
            if error.errno != errno.EIO:
                raise  # else the terminal is gone: nobody to paint for, but the work is saved below
        finally:
            if self._in_order:
                self.application.output.write_raw(ARRANGE)
                self.application.output.flush()
            self._loop = None
            self._work.put(None)
            worker.join()
        self._keeper.flush()
        self._keeper.sync()
        self._keeper.save(self.program.saved(self.state), self._clock())
        return self.state

    def _begin(self) -> None:
        self._loop = asyncio.get_running_loop()
        if self._in_order:
            self.application.output.write_raw(KEEP_ORDER)
        self._loop.call_later(SETTLED, _settle)
        for number in (signal.SIGTERM, signal.SIGHUP):
            self._loop.add_signal_handler(number, self.application.exit)


def _settle() -> None:
    """What was loaded stays: no pauses to look through it; the rest goes back to the system."""
    gc.collect()
    gc.freeze()
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


class _Screen(UIControl):
    """The rows that `render` makes, as prompt_toolkit wants them."""

    def __init__(self, session: Session[Any]) -> None:
        self._session = session

    def is_focusable(self) -> bool:
        """Keys come here."""
        return True

    def create_content(self, width: int, height: int) -> UIContent:
        """The screen at a size; none of it where the painter writes the rows itself."""
        if self._session.by_rows:
            return UIContent()
        painted, (row, column) = self._session.screen((height, width))
        rows: list[StyleAndTextTuples] = [
            [(_classes(style), text) for style, text in row] for row in painted
        ]
        return UIContent(
            get_line=rows.__getitem__,
            line_count=len(rows),
            cursor_position=Point(x=_letters(painted[row], column), y=row),
            show_cursor=True,
        )


def _letters(row: Row, column: int) -> int:
    """How many characters of a row stand before a column: what the stock renderer counts in."""
    text = "".join(text for _, text in row)
    count = 0
    while count < len(text) and column > 0:
        column -= width(text[count])
        count += 1
    return count


def _classes(style: str) -> str:
    return " ".join(f"class:{name}" for name in style.split())


def _bindings(session: Session[Any]) -> KeyBindings:
    bindings = KeyBindings()

    @bindings.add(Keys.Any)
    def _(event: KeyPressEvent) -> None:
        press = event.key_sequence[0]
        session.dispatch(Press(key=_key_name(press.key, press.data), fresh=secrets.randbits(50)))

    @bindings.add(Keys.BracketedPaste)
    def _(event: KeyPressEvent) -> None:
        session.dispatch(Pasted(_whole(event.data)))

    for key in (Keys.Escape, Keys.ControlC, Keys.ControlM, Keys.ControlJ, Keys.ControlH):
        bindings.add(key)(_named(session, key))
    return bindings


def _named(session: Session[Any], key: Keys) -> Callable[[KeyPressEvent], None]:
    def handler(event: KeyPressEvent) -> None:
        session.dispatch(Press(key=_key_name(key, event.data), fresh=secrets.randbits(50)))

    return handler


def _key_name(key: Keys | str, data: str) -> str:
    """A key as the key table names it."""
    if isinstance(key, Keys):
        return _NAMES.get(key, key.value)
    return "space" if key == " " else _whole(data)


def _whole(text: str) -> str:
    """Typed or pasted text without halves of characters, which no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
