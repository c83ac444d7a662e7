"""What happens when a key is pressed: a state and an action in, a state and effects out.

An edit is not applied here at once. It goes out as `Append`; whoever keeps the log gives it a
number and comes back with `Logged`, and only then is it part of the document. So what is on screen
is what is in the log, and `saved` is said only when the disk has it (`Synced`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from ..core import describing, editing
from ..core.history import place_of, redo, step, undo
from ..core.placing import claim_at
from ..core.records import Claim, Edit
from ..core.wording import count
from . import lines, moving, outside, palette, placing, pointing, searching, selecting, writing
from .actions import (
    Action,
    Append,
    Clicked,
    Effect,
    Leave,
    Logged,
    Pasted,
    Press,
    Resized,
    Scrolled,
    Suspend,
)
from .keys import Mode, command_of
from .layout import scrolled
from .state import Line, State, claim_here, hand, incomplete, progress
from .writing import Moment

Result = tuple[State, tuple[Effect, ...]]


def update(state: State, action: Action, at: str) -> Result:
    """The state after an action, and what it asks of the world. `at` is the time now."""
    after, effects = _HANDLERS[type(action)](state, action, at)
    if state.setting.read_only and any(isinstance(effect, Append) for effect in effects):
        after, effects = replace(writing.close(state, _READS), mode=_place(state)), ()
    if after.cursor != state.cursor and after.chosen is state.chosen and after.mode != "place":
        after = replace(after, chosen=None)
    if after.cursor != state.cursor or after.size != state.size:
        after = scrolled(after)
    return after, effects


_READS = "this session only reads: nothing is changed"


def _place(state: State) -> Mode:
    """Text or list, where an edit leaves the session."""
    return "list" if state.mode == "list" else "text"


# ---- from outside -------------------------------------------------------------------------------


def _resized(state: State, action: Resized, _: str) -> Result:
    return scrolled(outside.resized(state, action)), ()


def _clicked(state: State, action: Clicked, _: str) -> Result:
    return pointing.clicked(state, action.row, action.column), ()


def _wheeled(state: State, action: Scrolled, _: str) -> Result:
    return pointing.scrolled(replace(state, message=""), action.step), ()


def _logged(state: State, action: Logged, _: str) -> Result:
    history = step(state.history, action.seq, action.edit, state.setting.outline.text)
    after = replace(state, history=history, logged=action.seq)
    if state.mode == "place":
        return placing.after_one(after), ()
    if action.edit.action in _GO_ON and action.edit.undoes is None and action.edit.redoes is None:
        after = _go_on(after)
    return after, ()


_GO_ON = frozenset({"label", "read"})


def _go_on(state: State) -> State:
    after = moving.next_undecided(state)
    if moving.all_decided(after):
        return replace(after, message=f"{after.message} · all is decided: F finishes")
    return after


def _pasted(state: State, action: Pasted, _: str) -> Result:
    return _after_typing(outside.pasted(state, action)), ()


def _pressed(state: State, action: Press, at: str) -> Result:
    moment = Moment(at, action.fresh)
    if state.mode == "hints":
        return _in_hints(state, action.key, moment)
    command = command_of(state.mode, action.key, state.setting.codebook, state.setting.table)
    if state.mode == "help":
        return palette.help_pressed(state, command, action.key), ()
    if command is None:
        return _unbound(state, action.key)
    if state.mode == "line":
        return _in_line(state, command, moment)
    return _run(replace(state, message=""), command, moment)


def _in_hints(state: State, key: str, moment: Moment) -> Result:
    """A letter picks a word; a digit labels from the word picked to the end of the sentence."""
    if command_of("hints", key, None, state.setting.table) == "cancel":
        return replace(selecting.closed_hints(state), message="left as it was"), ()
    if key.isdigit():
        label = command_of("text", key, state.setting.codebook, state.setting.table)
        chosen = selecting.to_the_end(state)
        return _run(chosen, label, moment) if label else (chosen, ())
    return selecting.pick_hint(state, key), ()


def _run(state: State, command: str, moment: Moment) -> Result:
    if command.startswith("label:"):
        return _label(state, command.removeprefix("label:"), moment)
    return _COMMANDS[command](state, moment)


def _unbound(state: State, key: str) -> Result:
    if state.mode == "line":
        text = " " if key == "space" else key
        return (_after_typing(writing.typed(state, text)) if len(text) == 1 else state), ()
    if state.mode == "confirm":
        return replace(state, mode="text", message="go on coding"), ()
    return replace(state, message="that key does nothing here · ? shows the keys"), ()


# ---- a line being written -----------------------------------------------------------------------


def _in_line(state: State, command: str, moment: Moment) -> Result:
    if command in lines.COMMANDS:
        return _after_typing(writing.command(state, command)), ()
    return _LINE_COMMANDS[command](state, moment)


def _after_typing(state: State) -> State:
    """A search follows what is written."""
    searching_ = state.line is not None and state.line.purpose == "search"
    return searching.as_typed(state) if searching_ else state


def _accept(state: State, moment: Moment) -> Result:
    purpose = state.line.purpose if state.line else None
    if purpose == "search":
        return searching.accept(state), ()
    if purpose == "palette":
        found = palette.commands(state.line, state.setting.table)
        closed = writing.close(state)
        if not found:
            return replace(closed, message="there is no such command"), ()
        return _run(closed, found[0].name, moment)
    after, edit = writing.kept(state, moment)
    return _edit(after, edit)


def _cancel(state: State, _: Moment) -> Result:
    if state.line is not None and state.line.purpose == "search":
        return searching.cancel(state), ()
    return replace(writing.close(state, "left as it was"), hint_start=None), ()


_LINE_COMMANDS: Mapping[str, Callable[[State, Moment], Result]] = MappingProxyType(
    {
        "accept": _accept,
        "cancel": _cancel,
        "earlier": lambda state, _: (writing.earlier(state, 1), ()),
        "later": lambda state, _: (writing.earlier(state, -1), ()),
    }
)


# ---- edits --------------------------------------------------------------------------------------


def _edit(state: State, edit: Edit | None, message: str = "") -> Result:
    if message:
        state = replace(state, message=message)
    if edit is None or editing.is_empty(edit):
        return state, ()
    return state, (Append(edit),)


def _label(state: State, label: str, moment: Moment) -> Result:
    if state.selection is None:
        return replace(state, message="there is no sentence to label"), ()
    if state.orphan and state.mode == "list":
        words = "this claim has no place: P gives it one, then it can be labelled"
        return replace(state, message=words), ()
    if state.document.finished:
        return _label_finished(state, label)
    claim = claim_at(state.document.claims, state.selection)
    key = next((item.key for item in state.setting.codebook.labels if item.id == label), "")
    verb = "labelled" if claim is None else "kept" if claim.label == label else "relabelled"
    new_id = editing.claim_id(moment.fresh)
    edit = editing.label_span(
        state.document, state.selection, label, new_id, hand(state, moment.at)
    )
    state = replace(state, last_label=label, message=f'{verb} {key} "{label}"')
    if editing.is_empty(edit):
        return _go_on(state), ()
    return _edit(state, edit, f"{state.message} · z undoes")


def _label_finished(state: State, label: str) -> Result:
    claim = claim_here(state)
    if claim is None:
        words = "the document is finished: no new claims (z takes finishing back)"
        return replace(state, message=words), ()
    if claim.label == label:
        return moving.next_stop(replace(state, message=f'kept "{label}"')), ()
    return writing.begin_decision(state, claim, label), ()


def _repeat(state: State, moment: Moment) -> Result:
    if not state.last_label:
        return replace(state, message="nothing was labelled yet"), ()
    return _label(state, state.last_label, moment)


def _read(state: State, moment: Moment) -> Result:
    if state.selection is None:
        return state, ()
    if state.document.finished:
        return moving.next_stop(state), ()
    edit = editing.read_span(state.document, state.selection, hand(state, moment.at))
    if editing.is_empty(edit):
        return moving.next_stop(state), ()
    return _edit(state, edit, "read, no claim · z undoes")


def _read_passage(state: State, moment: Moment) -> Result:
    if state.sentence is None or state.document.finished:
        return state, ()
    passage = state.setting.outline.passages[state.sentence.passage]
    span = (passage.start, passage.end)
    edit = describing.read_passage(state.document, span, hand(state, moment.at))
    sentences = count(sum(len(change.spans) for change in edit.read), "sentence")
    return _edit(state, edit, f"{sentences} of {passage.id} read, no claim · z undoes")


def _delete(state: State, _: Moment) -> Result:
    claim = claim_here(state)
    if claim is None:
        return replace(state, message="there is no claim here"), ()
    if state.document.finished:
        words = "the document is finished: a claim is not deleted now, only decided anew"
        return replace(state, message=words), ()
    return _edit(state, editing.delete_claim(claim), f'deleted "{claim.label}" · z undoes')


def _put(state: State, moment: Moment) -> Result:
    after, edit = placing.put(state, moment.at)
    return _edit(after, edit)


def _reshape(state: State, moment: Moment) -> Result:
    if placing.at_hand(state) is not None:
        return placing.confirm(state), ()
    claim = _claim_of_sentence(state)
    if claim is None or state.selection is None or state.document.finished:
        return replace(state, message="there is no one claim here to reshape"), ()
    edit = describing.reshape(claim, state.selection, hand(state, moment.at))
    return _edit(state, edit, "the claim is these words · z undoes")


def _redact(state: State, _: Moment) -> Result:
    """Mark the selection as not to be published, or take such marks away."""
    if state.selection is None:
        return replace(state, message="there are no words to mark"), ()
    edit = editing.toggle_redaction(state.document, state.selection)
    words = "not to be published" if edit.action == "mark" else "may be published again"
    return _edit(state, edit, f"{words} · z undoes")


def _claim_of_sentence(state: State) -> Claim | None:
    """The claim that is meant where the selection is not the claim's own words."""
    if state.sentence is None:
        return None
    return claim_here(replace(state, chosen=None)) or claim_here(state)


def _undo(state: State, _: Moment) -> Result:
    edit = undo(state.history)
    if edit is None:
        return replace(state, message="there is nothing to undo"), ()
    return _edit(_at_edit(state, edit), edit, f"took back: {edit.action} · Z redoes")


def _redo(state: State, _: Moment) -> Result:
    edit = redo(state.history)
    if edit is None:
        return replace(state, message="there is nothing to redo"), ()
    return _edit(_at_edit(state, edit), edit, f"brought back: {edit.action} · z undoes")


def _at_edit(state: State, edit: Edit) -> State:
    """The cursor where an edit was made, so that it is seen."""
    place = place_of(edit)
    found = state.setting.outline.sentences_in(place) if place else ()
    return replace(state, cursor=found[0].index) if found else state


def _finish(state: State, moment: Moment) -> Result:
    if state.document.finished:
        return replace(state, message="finished already · z takes it back"), ()
    done, of = progress(state)
    if done == of and not incomplete(state):
        return _finished(state, moment)
    lacking = count(len(incomplete(state)), "claim")
    words = f"{of - done} of {of} units unread, {lacking} incomplete: finish all the same?"
    return replace(state, mode="confirm", asked="finish", message=words), ()


def _finished(state: State, _: Moment) -> Result:
    edit = editing.set_finished(state.document, True)
    return _edit(replace(state, mode="text"), edit, "finished · z takes it back")


# ---- leaving ------------------------------------------------------------------------------------


def _yes(state: State, moment: Moment) -> Result:
    if state.asked == "leave":
        return state, (Leave(),)
    if state.asked == "place":
        return _edit(*placing.put_on_selection(state, moment.at))
    return _finished(state, moment)


# ---- the rest -----------------------------------------------------------------------------------


def _quiet(change: Callable[[State], State]) -> Callable[[State, Moment], Result]:
    """A command that only changes the state."""
    return lambda state, _: (change(state), ())


def _codebook(state: State) -> State:
    return replace(state, codebook_shown=not state.codebook_shown)


def _cues(state: State) -> State:
    words = "" if state.cues_shown else "cue words are marked; they decide nothing"
    return replace(state, cues_shown=not state.cues_shown, message=words)


_HELP = Line(purpose="help", prompt="keys")

_COMMANDS: Mapping[str, Callable[[State, Moment], Result]] = MappingProxyType(
    {
        "read": _read,
        "read-passage": _read_passage,
        "next": _quiet(moving.next_stop),
        "previous": _quiet(moving.previous_stop),
        "next-question": _quiet(lambda state: moving.question(state, 1)),
        "previous-question": _quiet(lambda state: moving.question(state, -1)),
        "next-undecided": _quiet(lambda state: moving.undecided(state, 1)),
        "previous-undecided": _quiet(lambda state: moving.undecided(state, -1)),
        "first": _quiet(moving.first_stop),
        "last": _quiet(moving.last_stop),
        "page-down": _quiet(lambda state: moving.page(state, 1)),
        "page-up": _quiet(lambda state: moving.page(state, -1)),
        "other-text": _quiet(moving.toggle_everything),
        "extend-down": _quiet(selecting.extend_down),
        "extend-up": _quiet(selecting.extend_up),
        "trim-left": _quiet(selecting.trim_left),
        "trim-right": _quiet(selecting.trim_right),
        "grow-left": _quiet(selecting.grow_left),
        "grow-right": _quiet(selecting.grow_right),
        "candidate": _quiet(lambda state: selecting.candidate(state, 1)),
        "candidate-back": _quiet(lambda state: selecting.candidate(state, -1)),
        "hints": _quiet(selecting.begin_hints),
        "hint-end": _quiet(lambda state: selecting.begin_hints(state, 0)),
        "repeat": _repeat,
        "delete": _delete,
        "note": _quiet(writing.begin_note),
        "reason": _quiet(writing.begin_reason),
        "people": _quiet(writing.begin_people),
        "evidence": _quiet(writing.begin_evidence),
        "attribute": _quiet(writing.begin_attribute),
        "gloss": _quiet(writing.begin_gloss),
        "reshape": _reshape,
        "redact": _redact,
        "place": _quiet(placing.begin),
        "put": _put,
        "next-proposal": _quiet(placing.next_proposal),
        "next-orphan": _quiet(placing.next_orphan),
        "by-hand": _quiet(placing.by_hand),
        "leave-orphans": _quiet(placing.leave),
        "next-incomplete": _quiet(moving.next_incomplete),
        "search": _quiet(searching.begin),
        "next-match": _quiet(lambda state: searching.again(state, 1)),
        "previous-match": _quiet(lambda state: searching.again(state, -1)),
        "palette": _quiet(writing.begin_palette),
        "codebook": _quiet(_codebook),
        "cues": _quiet(_cues),
        "list": _quiet(moving.to_list),
        "next-claim": _quiet(lambda state: moving.claim(state, 1)),
        "previous-claim": _quiet(lambda state: moving.claim(state, -1)),
        "to-text": _quiet(lambda state: replace(state, mode="text")),
        "memo": _quiet(writing.begin_memo),
        "undo": _undo,
        "redo": _redo,
        "finish": _finish,
        "help": _quiet(lambda state: palette.help_opened(state, _HELP)),
        "suspend": lambda state, _: (state, (Suspend(),)),
        "quit": lambda state, _: outside.leaving(state),
        "cancel": _cancel,
        "yes": _yes,
        "no": _quiet(lambda state: writing.close(state, "go on coding")),
    }
)

_HANDLERS: Mapping[type, Callable[..., Result]] = MappingProxyType(
    {
        **outside.HANDLERS,
        Press: _pressed,
        Pasted: _pasted,
        Clicked: _clicked,
        Scrolled: _wheeled,
        Resized: _resized,
        Logged: _logged,
    }
)
