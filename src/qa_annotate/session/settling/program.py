"""The session that settles disagreements, as the shell runs it."""

from __future__ import annotations

from ..app import Program
from .render import cursor_at, render
from .state import State
from .update import update

SETTLING: Program[State] = Program(
    update=update,
    render=render,
    cursor_at=cursor_at,
    size=lambda state: state.size,
    saved=lambda state: state.document,
)
