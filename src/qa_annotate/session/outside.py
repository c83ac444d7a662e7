"""What passes between a session and the world around it: the same in every kind of session."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, TypeVar

from ..core.wording import count
from . import lines
from .actions import Effect, Failed, Leave, Pasted, Resized, Synced

S = TypeVar("S", bound=Any)
"""The state of any session: it has a size, a line, and knows what the disk has."""


def resized(state: S, action: Resized) -> S:
    """The screen has another size."""
    return replace(state, size=action.size)


def synced(state: S, action: Synced) -> S:
    """The disk has every entry up to this one; where that is all of them, the trouble is over."""
    upto = max(state.synced, action.seq)
    return replace(state, synced=upto, trouble="" if upto >= state.logged else state.trouble)


def failed(state: S, action: Failed) -> S:
    """The disk refused: the screen says so until it takes something again."""
    return replace(state, trouble=action.message)


def pasted(state: S, action: Pasted) -> S:
    """Pasted text goes into a line that is being written, and nowhere else: it presses no keys."""
    if state.line is None:
        return state
    return replace(state, line=lines.typed(state.line, action.text))


def leaving(state: S) -> tuple[S, tuple[Effect, ...]]:
    """All is saved, so no question; unless the disk refused something."""
    lost = state.logged - state.synced
    if not state.trouble or lost <= 0:
        return state, (Leave(),)
    words = f"{count(lost, 'edit')} not on disk: leave and lose what is not there?"
    return replace(state, mode="confirm", asked="leave", message=words), ()


Handler = Callable[[Any, Any, str], tuple[Any, tuple[Effect, ...]]]


def _quiet(change: Callable[[Any, Any], Any]) -> Handler:
    return lambda state, action, _: (change(state, action), ())


HANDLERS: Mapping[type, Handler] = MappingProxyType(
    {
        Pasted: _quiet(pasted),
        Resized: _quiet(resized),
        Synced: _quiet(synced),
        Failed: _quiet(failed),
    }
)
"""What becomes of each, as `update` wants it; a session adds its own, or does more."""
