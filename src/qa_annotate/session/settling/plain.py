"""The session that settles disagreements as lines: what is said of a case, and what is asked."""

from __future__ import annotations

from collections.abc import Iterator

from ...core.records import Claim
from ..plain import Spoken, asked
from .keys import footer, help_lines
from .render import question, save_state
from .sides import KINDS, blank, details, number_of, settled_lines, state_of
from .state import State, name_of
from .update import update


def place(state: State) -> Iterator[str]:
    """The case under the cursor: its question, its sentences, each side, and how it stands."""
    case = state.case
    if case is None:
        yield "These coders claim nothing: there is nothing to settle."
        return
    outline, setting = state.setting.outline, state.setting
    number = number_of(state) if case.kind == "blank" else f"case {number_of(state)}"
    yield f"{number}: {KINDS[case.kind]}, {state_of(case, state.standing)}"
    yield f"in: {question(state, case)}"
    sentences = outline.sentences_in(case.span)
    whole = (sentences[0].start, sentences[-1].end) if sentences else case.span
    yield f"text: {outline.text[slice(*whole)]}"
    for n, side in enumerate(case.sides, start=1):
        name = name_of(setting, side.coder)
        if not side.claims:
            yield f"{n} {name}: {blank(side)}"
        for claim in side.claims:
            yield f"{n} {name}: {_said(state, claim)}"
    for _, line in settled_lines(state):
        yield line
    if state.selection is not None and state.selection != whole:
        yield f"words: {outline.text[slice(*state.selection)]}"


def _said(state: State, claim: Claim) -> str:
    """A claim; its words only where they aren't those of the whole case."""
    same = state.case is not None and claim.position == state.case.span
    words = claim.label if same else f"{claim.label} “{claim.quote}”"
    return "; ".join([words, *details(state.setting, claim)])


def prompt(state: State) -> str:
    """What is asked for now."""
    if state.mode == "line" and state.line is not None:
        return asked(state.line)
    if state.mode == "confirm":
        return "y or n: "
    return f"[{save_state(state)}] "


def _moved(before: State, after: State) -> bool:
    seen = (before.cursor, before.selection, before.document)
    return seen != (after.cursor, after.selection, after.document)


def _sides(state: State) -> int:
    return len(state.setting.sources)


SPOKEN: Spoken[State] = Spoken(
    update=update,
    keys=lambda state: footer(
        state.mode, state.setting.codebook, _sides(state), state.setting.table
    ),
    help=lambda state: help_lines(state.setting.codebook, _sides(state), state.setting.table),
    place=place,
    moved=_moved,
    prompt=prompt,
    saved=lambda state: state.document,
)
