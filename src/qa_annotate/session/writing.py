"""The line at the foot of the screen: a note, a reason, why a label changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import cast

from ..core.codebook import find
from ..core.editing import decide, set_note, set_reason
from ..core.model import Claim, Edit
from . import lines
from .state import Line, State, claim_here, hand


def begin_note(state: State) -> State:
    """Write the note of the claim under the cursor."""
    claim = claim_here(state)
    if claim is None:
        return replace(state, message="a note belongs to a claim: label this sentence first")
    return _writing(state, Line(purpose="note", prompt="note", claim=claim.id, text=claim.note))


def begin_reason(state: State) -> State:
    """Choose the reason of the claim under the cursor."""
    claim = claim_here(state)
    if claim is None:
        return replace(state, message="a reason belongs to a claim: label this sentence first")
    label = find(state.setting.codebook, claim.label)
    choices = label.reasons if label else ()
    if not choices:
        return replace(state, message=f'"{claim.label}" takes no reason')
    line = Line(purpose="reason", prompt="reason", claim=claim.id, choices=choices)
    return _writing(state, line)


def begin_decision(state: State, claim: Claim, label: str) -> State:
    """Say why a finished document's claim gets another label."""
    prompt = f'why "{label}" now, not "{claim.label}"'
    return _writing(state, Line(purpose="why", prompt=prompt, claim=claim.id, label=label))


def _writing(state: State, line: Line) -> State:
    return replace(state, mode="line", line=lines.begun(line), message="")


def typed(state: State, text: str) -> State:
    """Put text in at the cursor."""
    return replace(state, line=lines.typed(state.line, text)) if state.line else state


def command(state: State, name: str) -> State:
    """What a key of the line does to it."""
    if state.line is None:
        return state
    return replace(state, line=cast(Line, lines.COMMANDS[name](state.line)))


def close(state: State, message: str = "") -> State:
    """Back to the text."""
    return replace(state, mode="text", line=None, message=message)


def kept(state: State, at: str) -> tuple[State, Edit | None]:
    """Take the line as written: the state after, and the edit that it makes."""
    line = state.line
    claim = next((c for c in state.document.claims if line and c.id == line.claim), None)
    if line is None or claim is None:
        return close(state), None
    return _KEEP[line.purpose](state, line, claim, at)


def _keep_note(state: State, line: Line, claim: Claim, _: str) -> tuple[State, Edit | None]:
    return close(state, "note kept · z undoes"), set_note(claim, line.text.strip())


def _keep_reason(state: State, line: Line, claim: Claim, _: str) -> tuple[State, Edit | None]:
    reason = lines.chosen(line)
    if reason is None:
        return replace(state, message="one of: " + ", ".join(line.choices)), None
    return close(state, f"reason {reason} · z undoes"), set_reason(claim, reason)


def _keep_why(state: State, line: Line, claim: Claim, at: str) -> tuple[State, Edit | None]:
    if not line.text.strip():
        return replace(state, message="a new decision in a finished document needs a reason"), None
    edit = decide(claim, line.label, line.text.strip(), hand(state, at))
    return close(state, f'decided "{line.label}" · z undoes'), edit


_KEEP: Mapping[str, Callable[[State, Line, Claim, str], tuple[State, Edit | None]]] = (
    MappingProxyType({"note": _keep_note, "reason": _keep_reason, "why": _keep_why})
)
