"""What happens when a key is pressed: a state and an action in, a state and effects out.

An edit is not applied here at once. It goes out as `Append`; whoever keeps the log gives it a
number and comes back with `Logged`, and only then is it part of the document. So what is on screen
is what is in the log, and `saved` is said only when the disk has it (`Synced`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from ..core import editing
from ..core.history import redo, step, undo
from ..core.model import Edit
from . import lines, moving, writing
from .actions import (
    Action,
    Append,
    Effect,
    Failed,
    Leave,
    Logged,
    Pasted,
    Press,
    Resized,
    Synced,
)
from .keys import command_of
from .layout import scrolled
from .state import State, claim_here, hand, incomplete, progress

Result = tuple[State, tuple[Effect, ...]]


def update(state: State, action: Action, at: str) -> Result:
    """The state after an action, and what it asks of the world. `at` is the time now."""
    after, effects = _HANDLERS[type(action)](state, action, at)
    if after.cursor != state.cursor or after.size != state.size:
        after = scrolled(after)
    return after, effects


# ---- from outside -------------------------------------------------------------------------------


def _resized(state: State, action: Resized, _: str) -> Result:
    return scrolled(replace(state, size=action.size)), ()


def _logged(state: State, action: Logged, _: str) -> Result:
    history = step(state.history, action.seq, action.edit, state.setting.outline.text)
    after = replace(state, history=history, logged=action.seq)
    if action.edit.action in _GO_ON and action.edit.undoes is None and action.edit.redoes is None:
        after = _go_on(after)
    return after, ()


_GO_ON = frozenset({"label", "read"})


def _go_on(state: State) -> State:
    after = moving.next_undecided(state)
    if moving.all_decided(after):
        return replace(after, message=f"{after.message} · all is decided: F finishes")
    return after


def _synced(state: State, action: Synced, _: str) -> Result:
    return replace(state, synced=max(state.synced, action.seq), trouble=""), ()


def _failed(state: State, action: Failed, _: str) -> Result:
    return replace(state, trouble=action.message), ()


def _pasted(state: State, action: Pasted, _: str) -> Result:
    """Pasted text goes into a line that is being written, and nowhere else."""
    return (writing.typed(state, action.text) if state.mode == "line" else state), ()


def _pressed(state: State, action: Press, at: str) -> Result:
    command = command_of(state.mode, action.key, state.setting.codebook)
    if command is None:
        return _unbound(state, action.key)
    state = replace(state, message="")
    if command.startswith("label:"):
        return _label(state, command.removeprefix("label:"), action.fresh, at)
    if command in lines.COMMANDS:
        return writing.command(state, command), ()
    return _COMMANDS[command](state, at)


def _unbound(state: State, key: str) -> Result:
    if state.mode == "line":
        text = " " if key == "space" else key
        return (writing.typed(state, text) if len(text) == 1 else state), ()
    if state.mode == "confirm":
        return replace(state, mode="text", message="not finished: go on coding"), ()
    return replace(state, message="that key does nothing here · ? shows the keys"), ()


# ---- edits --------------------------------------------------------------------------------------


def _edit(state: State, edit: Edit | None, message: str = "") -> Result:
    if message:
        state = replace(state, message=message)
    if edit is None or editing.is_empty(edit):
        return state, ()
    return state, (Append(edit),)


def _label(state: State, label: str, fresh: int, at: str) -> Result:
    if state.selection is None:
        return replace(state, message="there is no sentence to label"), ()
    claim = editing.claim_at(state.document, state.selection)
    key = next((item.key for item in state.setting.codebook.labels if item.id == label), "")
    if state.document.finished:
        return _label_finished(state, label)
    new_id = editing.claim_id(fresh)
    edit = editing.label_span(state.document, state.selection, label, new_id, hand(state, at))
    verb = "labelled" if claim is None else "kept" if claim.label == label else "relabelled"
    if editing.is_empty(edit):
        return _go_on(replace(state, message=f'{verb} {key} "{label}"')), ()
    return _edit(state, edit, f'{verb} {key} "{label}" · z undoes')


def _label_finished(state: State, label: str) -> Result:
    claim = claim_here(state)
    if claim is None:
        words = "the document is finished: no new claims (z takes finishing back)"
        return replace(state, message=words), ()
    if claim.label == label:
        return moving.next_stop(replace(state, message=f'kept "{label}"')), ()
    return writing.begin_decision(state, claim, label), ()


def _read(state: State, at: str) -> Result:
    if state.selection is None:
        return state, ()
    if state.document.finished:
        return moving.next_stop(state), ()
    edit = editing.read_span(state.document, state.selection, hand(state, at))
    if editing.is_empty(edit):
        return moving.next_stop(state), ()
    return _edit(state, edit, "read, no claim · z undoes")


def _delete(state: State, _: str) -> Result:
    claim = claim_here(state)
    if claim is None:
        return replace(state, message="there is no claim here"), ()
    if state.document.finished:
        words = "the document is finished: a claim is not deleted now, only decided anew"
        return replace(state, message=words), ()
    return _edit(state, editing.delete_claim(claim), f'deleted "{claim.label}" · z undoes')


def _undo(state: State, _: str) -> Result:
    edit = undo(state.history)
    if edit is None:
        return replace(state, message="there is nothing to undo"), ()
    return _edit(_at_edit(state, edit), edit, f"took back: {edit.action} · Z redoes")


def _redo(state: State, _: str) -> Result:
    edit = redo(state.history)
    if edit is None:
        return replace(state, message="there is nothing to redo"), ()
    return _edit(_at_edit(state, edit), edit, f"brought back: {edit.action} · z undoes")


def _at_edit(state: State, edit: Edit) -> State:
    """The cursor where an edit was made, so that it is seen."""
    claims = [c.after or c.before for c in edit.claims]
    spans = [c.position for c in claims if c] or [s for r in edit.read for s in r.spans]
    found = state.setting.outline.sentences_in(spans[0]) if spans else ()
    return replace(state, cursor=found[0].index) if found else state


def _finish(state: State, _: str) -> Result:
    if state.document.finished:
        return replace(state, message="finished already · z takes it back"), ()
    done, of = progress(state)
    lacking = len(incomplete(state))
    if done == of and not lacking:
        return _finished(state, "")
    words = f"{of - done} of {of} units unread, {lacking} claims incomplete: finish all the same?"
    return replace(state, mode="confirm", message=words), ()


def _finished(state: State, _: str) -> Result:
    edit = editing.set_finished(state.document, True)
    return _edit(replace(state, mode="text"), edit, "finished · z takes it back")


def _accept(state: State, at: str) -> Result:
    after, edit = writing.kept(state, at)
    return _edit(after, edit)


# ---- the rest -----------------------------------------------------------------------------------


def _leave(state: State, _: str) -> Result:
    return replace(state, leaving=True), (Leave(),)


def _help(state: State, _: str) -> Result:
    return replace(state, mode="help", help_row=0), ()


def _quiet(change: Callable[[State], State]) -> Callable[[State, str], Result]:
    """A command that only changes the state."""
    return lambda state, _: (change(state), ())


_COMMANDS: Mapping[str, Callable[[State, str], Result]] = MappingProxyType(
    {
        "read": _read,
        "next": _quiet(moving.next_stop),
        "previous": _quiet(moving.previous_stop),
        "next-question": _quiet(lambda state: moving.question(state, 1)),
        "previous-question": _quiet(lambda state: moving.question(state, -1)),
        "first": _quiet(moving.first_stop),
        "last": _quiet(moving.last_stop),
        "other-text": _quiet(moving.toggle_everything),
        "delete": _delete,
        "note": _quiet(writing.begin_note),
        "reason": _quiet(writing.begin_reason),
        "undo": _undo,
        "redo": _redo,
        "finish": _finish,
        "help": _help,
        "quit": _leave,
        "accept": _accept,
        "cancel": _quiet(lambda state: writing.close(state, "left as it was")),
        "yes": _finished,
        "no": _quiet(lambda state: writing.close(state, "not finished: go on coding")),
        "close-help": _quiet(lambda state: replace(state, mode="text")),
        "help-down": _quiet(lambda state: replace(state, help_row=state.help_row + 1)),
        "help-up": _quiet(lambda state: replace(state, help_row=max(0, state.help_row - 1))),
    }
)

_HANDLERS: Mapping[type, Callable[..., Result]] = MappingProxyType(
    {
        Press: _pressed,
        Pasted: _pasted,
        Resized: _resized,
        Logged: _logged,
        Synced: _synced,
        Failed: _failed,
    }
)
