"""What happens when a key is pressed while a structure is corrected."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import cast

from ...core.model import Role
from ...core.records import Correction, StructureEdit
from ...core.structuring import (
    CorrectionError,
    changes_nothing,
    edit_of,
    redone,
    shaped,
    undone,
)
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
from ..keys import command_of as general_command
from .keys import ROLE_KEYS, command_of
from .layout import scrolled
from .state import Line, State

Result = tuple[State, tuple[Effect, ...]]


def update(state: State, action: Action, at: str) -> Result:
    """The state after an action, and what it asks of the world. `at` is the time now."""
    after, effects = _HANDLERS[type(action)](state, action, at)
    return scrolled(after), effects


def _wheeled(state: State, action: Scrolled, _: str) -> Result:
    """The wheel goes from block to block."""
    return (_moved(state, action.step) if state.mode == "text" else state), ()


def _logged(state: State, action: Logged, _: str) -> Result:
    shape = shaped(state.shape, action.seq, action.edit)
    after = replace(state, shape=shape, logged=action.seq)
    return replace(after, cursor=min(after.cursor, len(after.blocks) - 1)), ()


def _pressed(state: State, action: Press, _: str) -> Result:
    if state.mode == "line":
        return _pressed_in_line(state, action.key)
    if state.mode == "help":
        return palette.help_pressed(
            state, general_command("help", action.key, None), action.key
        ), ()
    command = command_of(action.key)
    if command is None:
        return replace(state, message="that key does nothing here · ? shows the keys"), ()
    state = replace(state, message="")
    role = next((r for r, key in ROLE_KEYS.items() if command == f"role-{r}" and key), None)
    if role is not None:
        return _role(state, role)
    return _COMMANDS[command](state)


def _pressed_in_line(state: State, key: str) -> Result:
    line = state.line
    if line is None:
        return replace(state, mode="text"), ()
    command = general_command("line", key, None) or ""
    if command == "cancel":
        return replace(state, mode="text", line=None, message="left as it was"), ()
    if command == "accept":
        return _ACCEPT[line.purpose](replace(state, mode="text", line=None), line)
    if command in lines.COMMANDS:
        return replace(state, line=cast(Line, lines.COMMANDS[command](line))), ()
    text = " " if key == "space" else key
    return (replace(state, line=lines.typed(line, text)) if len(text) == 1 else state), ()


# ---- corrections --------------------------------------------------------------------------------


def _correct(state: State, correction: Correction, message: str) -> Result:
    try:
        edit = edit_of(state.blocks, correction, state.setting.text, state.setting.why)
    except CorrectionError as error:
        return replace(state, message=str(error)), ()
    if changes_nothing(edit):
        return replace(state, message="that is what stands there already"), ()
    return replace(state, message=f"{message} · z undoes", extent=0), (Append(edit),)


def _role(state: State, role: Role) -> Result:
    count = state.run[1] - state.run[0]
    said = f"{count} blocks are {role}" if count > 1 else f"this is {role}"
    after, effects = _correct(state, Correction(kind="role", span=state.span, value=role), said)
    return (_moved(after, count, keep=True) if effects else after), effects


def _split(state: State) -> Result:
    at = state.here[0]
    if state.sentence == 0:
        words = "go to the sentence that begins the second part first (l)"
        return replace(state, message=words), ()
    span = (state.block.start, state.block.end)
    correction = Correction(kind="split", span=span, position=at)
    return _correct(replace(state, sentence=0), correction, "split")


def _join(state: State) -> Result:
    first, stop = state.run
    if stop - first < 2:
        stop = first + 2
    if stop > len(state.blocks):
        return replace(state, message="there is no further block"), ()
    span = (state.blocks[first].start, state.blocks[stop - 1].end)
    return _correct(state, Correction(kind="join", span=span), "joined")


def _join_sentences(state: State) -> Result:
    block = state.block
    if state.sentence + 1 >= len(block.sentences):
        return replace(state, message="there is no further sentence in this block"), ()
    span = (block.sentences[state.sentence][0], block.sentences[state.sentence + 1][1])
    return _correct(state, Correction(kind="join-sentences", span=span), "sentences joined")


def _undo(state: State) -> Result:
    return _back_and_forth(state, undone(state.shape), "took back", "there is nothing to undo")


def _redo(state: State) -> Result:
    return _back_and_forth(state, redone(state.shape), "made again", "there is nothing to redo")


def _back_and_forth(state: State, edit: StructureEdit | None, did: str, nothing: str) -> Result:
    if edit is None:
        return replace(state, message=nothing), ()
    cursor = min(edit.index, len(state.blocks) - 1)
    after = replace(state, cursor=cursor, extent=0, sentence=0, message=f"{did}: {edit.action}")
    return after, (Append(edit),)


# ---- what takes a line --------------------------------------------------------------------------


def _begin_speaker(state: State) -> Result:
    line = Line(
        purpose="speaker",
        prompt="who speaks (empty: nobody is named)",
        text=state.block.speaker or "",
        choices=state.setting.people,
    )
    return replace(state, mode="line", line=lines.begun(replace(line, text=""))), ()


def _accept_speaker(state: State, line: Line) -> Result:
    name = line.text.strip()
    correction = Correction(kind="speaker", span=state.span, value=name)
    return _correct(state, correction, f"{name or 'nobody named'} speaks")


def _begin_label(state: State) -> Result:
    text = state.setting.text[state.block.start : state.block.end]
    end = state.block.label[1] - state.block.start if state.block.label else text.find(":") + 1
    line = Line(purpose="label", prompt="label (empty: none)", text=text[: max(0, min(end, 60))])
    return replace(state, mode="line", line=lines.begun(line)), ()


def _accept_label(state: State, line: Line) -> Result:
    label = line.text.rstrip()
    start = state.block.start
    if not state.setting.text.startswith(label, start):
        return replace(state, message="the block doesn't begin with these words"), ()
    span = (start, state.block.end)
    position = start + len(label) if label else None
    correction = Correction(kind="label", span=span, position=position)
    return _correct(state, correction, "label set" if label else "no label")


def _begin_split_sentence(state: State) -> Result:
    line = Line(purpose="split-sentence", prompt="the words that begin the second sentence")
    return replace(state, mode="line", line=line), ()


def _accept_split_sentence(state: State, line: Line) -> Result:
    start, end = state.here
    found = state.setting.text.find(line.text.strip(), start + 1, end)
    if found < 0 or not line.text.strip():
        return replace(state, message="this sentence doesn't hold these words"), ()
    correction = Correction(kind="split-sentence", span=(start, end), position=found)
    return _correct(state, correction, "sentence split")


_ACCEPT: Mapping[str, Callable[[State, Line], Result]] = MappingProxyType(
    {
        "speaker": _accept_speaker,
        "label": _accept_label,
        "split-sentence": _accept_split_sentence,
    }
)


# ---- moving -------------------------------------------------------------------------------------


def _moved(state: State, by: int, *, keep: bool = False) -> State:
    cursor = min(max(0, state.cursor + by), len(state.blocks) - 1)
    message = state.message if keep else ""
    return replace(state, cursor=cursor, extent=0, sentence=0, message=message)


def _to_sentence(state: State, by: int) -> State:
    last = max(0, len(state.block.sentences) - 1)
    return replace(state, sentence=min(max(0, state.sentence + by), last))


def _extended(state: State, by: int) -> State:
    most = len(state.blocks) - 1 - state.cursor
    return replace(state, extent=min(max(0, state.extent + by), most))


def _quiet(change: Callable[[State], State]) -> Callable[[State], Result]:
    return lambda state: (change(state), ())


_HELP = Line(purpose="help", prompt="keys")

_COMMANDS: Mapping[str, Callable[[State], Result]] = MappingProxyType(
    {
        "next": _quiet(lambda state: _moved(state, state.extent + 1)),
        "previous": _quiet(lambda state: _moved(state, -1)),
        "extend": _quiet(lambda state: _extended(state, 1)),
        "shrink": _quiet(lambda state: _extended(state, -1)),
        "sentence-right": _quiet(lambda state: _to_sentence(state, 1)),
        "sentence-left": _quiet(lambda state: _to_sentence(state, -1)),
        "first": _quiet(lambda state: _moved(state, -len(state.blocks))),
        "last": _quiet(lambda state: _moved(state, len(state.blocks))),
        "speaker": _begin_speaker,
        "label": _begin_label,
        "split": _split,
        "join": _join,
        "split-sentence": _begin_split_sentence,
        "join-sentences": _join_sentences,
        "undo": _undo,
        "redo": _redo,
        "help": _quiet(lambda state: palette.help_opened(state, _HELP)),
        "suspend": lambda state: (state, (Suspend(),)),
        "quit": lambda state: (state, (Leave(),)),
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
