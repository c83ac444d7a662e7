"""What happens when a key is pressed while disagreements are settled."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from ...core.cases import asks, standings
from ...core.editing import is_empty, set_finished
from ...core.history import redo, step, undo
from ...core.records import Edit
from ...core.text import overlap
from .. import lines, outside, palette
from ..actions import (
    Action,
    Append,
    Clicked,
    Effect,
    Leave,
    Logged,
    Press,
    Scrolled,
    Suspend,
)
from ..spans import MOVES
from . import deciding
from .deciding import FINISHED, Decided, Moment, close
from .keys import command_of
from .state import Line, State, candidates, progress

Result = tuple[State, tuple[Effect, ...]]


def update(state: State, action: Action, at: str) -> Result:
    """The state after an action, and what it asks of the world. `at` is the time now."""
    after, effects = _HANDLERS[type(action)](state, action, at)
    if after.cursor != state.cursor:
        after = replace(after, chosen=None, below=0, why="", error=None)
    return after, effects


# ---- from outside -------------------------------------------------------------------------------


def _logged(state: State, action: Logged, _: str) -> Result:
    setting = state.setting
    history = step(state.history, action.seq, action.edit, setting.outline.text)
    found = standings(setting.cases, history.document, setting.sources)
    after = replace(state, history=history, standings=found, logged=action.seq)
    edit = action.edit
    if edit.action in _GO_ON and edit.undoes is None and edit.redoes is None:
        after = _go_on(after)
    return after, ()


_GO_ON = frozenset({"side", "union", "parts", "anew", "no claim"})
"""What settles a case, so that the next open one is shown."""


def _go_on(state: State) -> State:
    after = _to_open(state, 1)
    if after.cursor == state.cursor:
        return replace(after, chosen=None, message=f"{after.message} · all is settled: F finishes")
    return after


def _wheeled(state: State, action: Scrolled, _: str) -> Result:
    return (_to(state, action.step) if state.mode in ("text", "list") else state), ()


def _pressed(state: State, action: Press, at: str) -> Result:
    moment = Moment(at, action.fresh)
    command = command_of(state.mode, action.key, state.setting.codebook, state.setting.table)
    if state.mode == "help":
        return palette.help_pressed(state, command, action.key), ()
    if command is None:
        return _unbound(state, action.key), ()
    if state.mode == "line":
        return _in_line(state, command, moment)
    return _run(replace(state, message=""), command, moment)


def _unbound(state: State, key: str) -> State:
    if state.mode == "line" and state.line is not None:
        text = " " if key == "space" else key
        return replace(state, line=lines.typed(state.line, text)) if len(text) == 1 else state
    if state.mode == "confirm":
        return replace(state, mode="text", message="go on settling")
    return replace(state, message="that key does nothing here · ? shows the keys")


def _in_line(state: State, command: str, moment: Moment) -> Result:
    if command in lines.COMMANDS:
        return deciding.typed(state, command), ()
    if command == "cancel":
        return close(state, "left as it was"), ()
    if state.line is not None and state.line.purpose == "palette":
        found = palette.commands(state.line, state.setting.table)
        closed = close(state)
        if not found:
            return replace(closed, message="there is no such command"), ()
        return _run(closed, found[0].name, moment)
    return _edit(*deciding.accepted(state, moment))


def _run(state: State, command: str, moment: Moment) -> Result:
    name, _, what = command.partition(":")
    if name in _DECIDING:
        if state.document.finished:
            return replace(state, message=FINISHED), ()
        return _edit(*_DECIDING[name](replace(state, mode="text"), what, moment))
    if name in MOVES:
        return _reshaped(state, name), ()
    return _COMMANDS[name](state)


def _edit(state: State, edit: Edit | None) -> Result:
    return state, (() if edit is None or is_empty(edit) else (Append(edit),))


def _side(state: State, what: str, moment: Moment) -> Decided:
    """A side by its number; from the palette, where there is none, how to say it."""
    if not what:
        return deciding.told(state, "a digit takes that coder's side")
    return deciding.side(state, int(what), moment)


_DECIDING: Mapping[str, Callable[[State, str, Moment], Decided]] = MappingProxyType(
    {
        "side": _side,
        "label": lambda state, what, _: deciding.anew(state, what),
        "no-claim": lambda state, _, moment: deciding.no_claim(state, moment),
        "union": lambda state, _, moment: deciding.union(state, moment),
        "parts": lambda state, _, moment: deciding.parts(state, moment),
        "error": lambda state, *_: deciding.begin_error(state),
        "why": lambda state, *_: deciding.begin_why(state),
        "reason": lambda state, *_: deciding.begin_reason(state),
        "people": lambda state, *_: deciding.begin_people(state),
        "memo": lambda state, *_: deciding.begin_memo(state),
        "open-again": lambda state, *_: deciding.open_again(state),
    }
)


# ---- the document -------------------------------------------------------------------------------


def _undo(state: State) -> Result:
    return _back_and_forth(state, undo(state.history), "took back", "there is nothing to undo")


def _redo(state: State) -> Result:
    return _back_and_forth(state, redo(state.history), "brought back", "there is nothing to redo")


def _back_and_forth(state: State, edit: Edit | None, did: str, nothing: str) -> Result:
    if edit is None:
        return replace(state, message=nothing), ()
    at = _case_of(state, edit)
    after = replace(state, cursor=at, chosen=None, message=f"{did}: {edit.action}")
    return after, (Append(edit),)


def _case_of(state: State, edit: Edit) -> int:
    """The case that an edit is about, so that it is seen; of several, where the cursor is."""
    ids = {
        (original.coder, original.claim)
        for change in edit.settled
        for settlement in (change.before, change.after)
        if settlement is not None
        for original in settlement.originals
        if original.claim is not None
    }
    for place, case in enumerate(state.setting.cases):
        if len(edit.settled) == 1 and any(
            (side.coder, claim.id) in ids for side in case.sides for claim in side.claims
        ):
            return place
    return _blank_of(state, edit)


def _blank_of(state: State, edit: Edit) -> int:
    """The unit that nobody claims to which an edit added a claim; else where the cursor is."""
    sides = (c for change in edit.claims for c in (change.before, change.after) if c is not None)
    places = [claim.position for claim in sides]
    for at, case in enumerate(state.setting.cases):
        if case.kind == "blank" and any(overlap(place, case.span) for place in places):
            return at
    return state.cursor


def _finish(state: State) -> Result:
    if state.document.finished:
        edit = set_finished(state.document, False)
        return replace(state, message="open again: cases can be settled otherwise"), (Append(edit),)
    done, of = progress(state)
    if done == of:
        return _finished(state)
    words = f"{of - done} of {of} cases are open: finish all the same?"
    return replace(state, mode="confirm", asked="finish", message=words), ()


def _finished(state: State) -> Result:
    edit = set_finished(state.document, True)
    return replace(state, mode="text", message="finished · F opens it again"), (Append(edit),)


def _yes(state: State) -> Result:
    return (state, (Leave(),)) if state.asked == "leave" else _finished(state)


# ---- going about --------------------------------------------------------------------------------


def _to(state: State, by: int) -> State:
    """Some cases on or back; from the cases to the units that nobody claims only `]` leads."""
    claimed, every = state.setting.claimed, len(state.setting.cases)
    among_cases = state.cursor < claimed
    last = max(0, (claimed if among_cases else every) - 1)
    if state.cursor + by <= last:
        return replace(state, cursor=max(0, state.cursor + by))
    words = "this is the last case" if among_cases else "this is the last unit"
    if among_cases and claimed < every:
        words += " · ] goes on to what nobody claims"
    return replace(state, cursor=last, message=words)


def _to_last(state: State) -> State:
    """The last case; what nobody claims comes behind it."""
    return replace(state, cursor=max(0, state.setting.claimed - 1))


def _to_blank(state: State, step_: int) -> State:
    """The next unit that nobody claims, going round at the end."""
    cases = state.setting.cases
    for by in range(1, len(cases) + 1):
        place = (state.cursor + step_ * by) % len(cases)
        if cases[place].kind == "blank":
            return replace(state, cursor=place)
    return replace(state, message="somebody claims something in every unit that was read")


def _to_open(state: State, step_: int) -> State:
    """The next case, going round at the end, that somebody has to decide."""
    count = len(state.setting.cases)
    for by in range(1, count + 1):
        place = (state.cursor + step_ * by) % count
        standing = state.standings[place]
        if standing.open and asks(state.setting.cases[place], standing):
            return replace(state, cursor=place)
    return replace(state, message=state.message or "nothing is open")


def _paged(state: State, by: int) -> State:
    return replace(state, below=max(0, state.below + by * max(1, state.size[0] // 4)))


def _reshaped(state: State, name: str) -> State:
    if state.selection is None:
        return state
    found = MOVES[name](state.setting.outline, state.selection)
    if isinstance(found, str):
        return replace(state, message=found)
    return replace(state, chosen=found)


def _candidate(state: State, by: int) -> State:
    found = candidates(state)
    if not found:
        return state
    at = found.index(state.selection) if state.selection in found else -max(by, 0)
    return replace(state, chosen=found[(at + by) % len(found)])


def _palette(state: State) -> State:
    return replace(state, mode="line", line=Line(purpose="palette", prompt="command"))


def _quiet(change: Callable[[State], State]) -> Callable[[State], Result]:
    return lambda state: (change(state), ())


_HELP = Line(purpose="help", prompt="keys")

_COMMANDS: Mapping[str, Callable[[State], Result]] = MappingProxyType(
    {
        "next": _quiet(lambda state: _to(state, 1)),
        "previous": _quiet(lambda state: _to(state, -1)),
        "next-open": _quiet(lambda state: _to_open(state, 1) if state.case else state),
        "previous-open": _quiet(lambda state: _to_open(state, -1) if state.case else state),
        "next-blank": _quiet(lambda state: _to_blank(state, 1)),
        "previous-blank": _quiet(lambda state: _to_blank(state, -1)),
        "first": _quiet(lambda state: replace(state, cursor=0)),
        "last": _quiet(_to_last),
        "page-down": _quiet(lambda state: _paged(state, 1)),
        "page-up": _quiet(lambda state: _paged(state, -1)),
        "candidate": _quiet(lambda state: _candidate(state, 1)),
        "candidate-back": _quiet(lambda state: _candidate(state, -1)),
        "list": _quiet(lambda state: replace(state, mode="list")),
        "to-text": _quiet(lambda state: replace(state, mode="text")),
        "codebook": _quiet(lambda state: replace(state, codebook_shown=not state.codebook_shown)),
        "palette": _quiet(_palette),
        "undo": _undo,
        "redo": _redo,
        "finish": _finish,
        "help": _quiet(lambda state: palette.help_opened(state, _HELP)),
        "suspend": lambda state: (state, (Suspend(),)),
        "quit": outside.leaving,
        "yes": _yes,
        "no": _quiet(lambda state: close(state, "go on settling")),
        "cancel": _quiet(lambda state: close(state, "left as it was")),
    }
)

_HANDLERS: Mapping[type, Callable[..., Result]] = MappingProxyType(
    {
        **outside.HANDLERS,
        Press: _pressed,
        Clicked: lambda state, *_: (state, ()),
        Scrolled: _wheeled,
        Logged: _logged,
    }
)
