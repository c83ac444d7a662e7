"""Painting by rows: what changed since the last screen is compared row by row, not cell by cell.

prompt_toolkit's renderer compares every cell of every screen, which at 200 by 50 costs more than
a key may. Our screens come as whole rows, so a changed row is written anew, every other left alone.
The stock renderer still sets the terminal up, at the start and for every new size, and takes it
down again; should a version of the library call its renderer otherwise than this module knows, it
paints everything.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any, TypeAlias

from prompt_toolkit.application import Application
from prompt_toolkit.data_structures import Size
from prompt_toolkit.layout import Layout
from prompt_toolkit.mouse_events import MouseEvent
from prompt_toolkit.output import Output
from prompt_toolkit.renderer import Renderer
from prompt_toolkit.styles import Attrs

from .cells import clusters, width
from .drawing import Row

Painted: TypeAlias = tuple[tuple[Row, ...], tuple[int, int]]
"""The rows of a screen, and where its cursor stands."""

KNOWN = ["self", "app", "layout", "is_done"]
"""What the stock renderer's `render` takes in the versions this was written for."""


def paints_by_rows(renderer: type[Renderer] = Renderer) -> bool:
    """Whether this version's renderer is called as we know it."""
    return list(inspect.signature(renderer.render).parameters) == KNOWN


class RowRenderer(Renderer):
    """A renderer that writes the rows that changed. `screen` gives the rows of a size."""

    def __init__(
        self,
        stock: Renderer,
        output: Output,
        screen: Callable[[tuple[int, int]], Painted],
        pointed: Callable[[MouseEvent], None],
    ) -> None:
        self._shown: tuple[Row, ...] | None = None
        self._shown_size: Size | None = None
        self._screen_of = screen
        self._pointed = pointed
        self._attributes: dict[str, Attrs] = {}
        super().__init__(stock.style, output, full_screen=True, mouse_support=stock.mouse_support)

    def reset(self, _scroll: bool = False, leave_alternate_screen: bool = True) -> None:
        """Forget the last screen."""
        self._shown = None
        super().reset(_scroll, leave_alternate_screen)

    def render(self, app: Application[Any], layout: Layout, is_done: bool = False) -> None:
        """Paint the screen: changed rows where the last screen is known, else all of it."""
        size = self.output.get_size()
        if is_done or self._shown is None or size != self._shown_size:
            super().render(app, layout, is_done)
            self._shown, self._shown_size = (), size
            self._take_mouse(size)
        if is_done:
            self._shown = None
            return
        rows, cursor = self._screen_of((size.rows, size.columns))
        self._paint(app, self._shown, rows, size.columns)
        self.output.cursor_goto(cursor[0] + 1, cursor[1] + 1)
        self.output.show_cursor()
        self.output.flush()
        self._shown = rows

    def _take_mouse(self, size: Size) -> None:
        """Every cell's mouse events come to us, with the cell's own place on the screen."""
        self.mouse_handlers.set_mouse_handler_for_range(
            0, size.columns, 0, size.rows, self._pointed
        )

    def _paint(
        self, app: Application[Any], old: tuple[Row, ...], new: tuple[Row, ...], columns: int
    ) -> None:
        changed = [
            place
            for place, row in enumerate(new)
            if place >= len(old) or (row is not old[place] and row != old[place])
        ]
        if not changed:
            return
        self.output.hide_cursor()
        self.output.disable_autowrap()
        for place in changed:
            self._row(app, place, new[place], columns)
        self.output.reset_attributes()

    def _row(self, app: Application[Any], place: int, row: Row, columns: int) -> None:
        """One row from its first cell on, what stood behind it erased."""
        output = self.output
        output.cursor_goto(place + 1, 1)
        column = 0
        for style, text in row:
            self._style(app, style)
            column = self._text(place, column, text)
        output.reset_attributes()
        if column < columns:
            output.erase_end_of_line()

    def _style(self, app: Application[Any], style: str) -> None:
        attributes = self._attributes.get(style)
        if attributes is None:
            names = " ".join(f"class:{name}" for name in style.split())
            attributes = self.style.get_attrs_for_style_str(names)
            self._attributes[style] = attributes
        self.output.set_attributes(attributes, app.color_depth)

    def _text(self, place: int, column: int, text: str) -> int:
        """Write text; behind a cluster whose width terminals dispute, place the cursor again."""
        if text.isascii():
            self.output.write(text)
            return column + len(text)
        for cluster, disputed in clusters(text):
            self.output.write(cluster)
            column += width(cluster)
            if disputed:
                self.output.cursor_goto(place + 1, column + 1)
        return column
