"""Where the cursor goes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from .state import State, decided, progress


def stops(state: State) -> Sequence[int]:
    """The sentences that the cursor steps through."""
    outline = state.setting.outline
    return range(len(outline.sentences)) if state.everything else outline.units


def next_stop(state: State) -> State:
    """To the next sentence."""
    found = stops(state)
    place = bisect_right(found, state.cursor)
    if place < len(found):
        return replace(state, cursor=found[place])
    return replace(state, message="this is the last sentence" + _all_text(state))


def previous_stop(state: State) -> State:
    """To the sentence before."""
    found = stops(state)
    place = bisect_left(found, state.cursor) - 1
    if place >= 0:
        return replace(state, cursor=found[place])
    return replace(state, message="this is the first sentence" + _all_text(state))


def _all_text(state: State) -> str:
    return "" if state.everything else " · o steps through all text"


def first_stop(state: State) -> State:
    """To the first sentence."""
    found = stops(state)
    return replace(state, cursor=found[0]) if found else state


def last_stop(state: State) -> State:
    """To the last sentence."""
    found = stops(state)
    return replace(state, cursor=found[-1]) if found else state


def question(state: State, step: int) -> State:
    """To the next question's answer, or the one before."""
    outline = state.setting.outline
    if state.sentence is None:
        return state
    place = state.sentence.passage + step
    while 0 <= place < len(outline.passages):
        target = _first_in(state, place) if outline.passages[place].pair else None
        if target is not None:
            return replace(state, cursor=target)
        place += step
    words = "there is no further question" if step > 0 else "there is no question before"
    return replace(state, message=words)


def _first_in(state: State, passage: int) -> int | None:
    """The first unit of a passage, or its first sentence where it has no unit."""
    outline = state.setting.outline
    here = outline.passages[passage]
    inside = outline.sentences_in((here.start, here.end))
    chosen = next((s for s in inside if s.unit), inside[0] if inside else None)
    return chosen.index if chosen else None


def next_undecided(state: State) -> State:
    """To the next undecided unit, then to the first of those passed over."""
    outline = state.setting.outline
    place = bisect_right(outline.units, state.cursor)
    for index in (*outline.units[place:], *outline.units[:place]):
        if not decided(state.document, outline.sentences[index]):
            return replace(state, cursor=index)
    return state


def all_decided(state: State) -> bool:
    """Whether no unit is left undecided."""
    done, of = progress(state)
    return done == of


def toggle_everything(state: State) -> State:
    """Step through all sentences, or through the units alone."""
    words = "the units only" if state.everything else "all text"
    return replace(state, everything=not state.everything, message=f"stepping through {words}")
