"""Where the cursor goes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, islice

from ..core.codebook import lacks
from ..core.outline import last_unread_unit, next_unread_unit
from ..core.placing import place_of
from ..core.records import Claim
from .layout import block_rows, panes, text_width
from .state import State, draws, orphan_place, placed, progress


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
    outline, read = state.setting.outline, state.document.read
    ahead = next_unread_unit(outline, read, bisect_right(outline.units, state.cursor))
    place = next_unread_unit(outline, read, 0) if ahead is None else ahead
    return state if place is None else replace(state, cursor=outline.units[place])


def all_decided(state: State) -> bool:
    """Whether no unit is left undecided."""
    done, of = progress(state)
    return done == of


def toggle_everything(state: State) -> State:
    """Step through all sentences, or through the units alone."""
    words = "the units only" if state.everything else "all text"
    return replace(state, everything=not state.everything, message=f"stepping through {words}")


def undecided(state: State, step: int) -> State:
    """To the next undecided unit, or the one before; says so where there is none."""
    outline, read = state.setting.outline, state.document.read
    if step > 0:
        place = next_unread_unit(outline, read, bisect_right(outline.units, state.cursor))
    else:
        place = last_unread_unit(outline, read, bisect_left(outline.units, state.cursor) - 1)
    if place is not None:
        return replace(state, cursor=outline.units[place])
    return replace(state, message="there is no undecided sentence there")


def page(state: State, step: int) -> State:
    """A screen further or back."""
    outline = state.setting.outline
    if state.sentence is None:
        return state
    space = panes(state.size)
    columns = text_width(space.text_columns)
    left, block = space.text_rows, state.sentence.block
    while left > 0 and 0 <= block + step < len(outline.blocks):
        block += step
        left -= len(block_rows(outline, block, columns)) + 1
    found = [i for i in stops(state) if outline.sentences[i].block == block]
    near = found or [i for i in stops(state) if (outline.sentences[i].block - block) * step <= 0]
    if not near:
        return state
    return replace(state, cursor=near[0] if step > 0 and found else near[-1 if step > 0 else 0])


def next_incomplete(state: State) -> State:
    """To the next claim whose label still lacks something."""
    claims = state.document.claims
    here = placed(state).begun(state.selection[0] + 1) if state.selection else 0
    round_ = chain(islice(claims, here, None), islice(claims, here))
    target = next((c for c in round_ if lacks(c, state.setting.codebook)), None)
    if target is None:
        return replace(state, message="no claim lacks anything")
    lacking = "; ".join(lacks(target, state.setting.codebook))
    return replace(at_claim(state, target), message=f'"{target.label}" still lacks {lacking}')


def to_list(state: State) -> State:
    """To the list of claims, at the one that stands here or before."""
    if not state.document.claims:
        return replace(state, message="there are no claims yet")
    return claim(replace(state, mode="list"), 0)


def claim(state: State, step: int) -> State:
    """To the next claim in the list, or the one before."""
    claims = state.document.claims
    if not claims:
        return replace(state, mode="text")
    here = state.selection or (0, 0)
    place = orphan_place(state)
    if place is None:
        place = place_of(claims, here)
    if place is None:
        place = max(0, placed(state).begun(here[0] + 1) - 1)
    return at_claim(state, claims[min(max(0, place + step), len(claims) - 1)])


def at_claim(state: State, claim_: Claim) -> State:
    """The cursor on a claim, its words selected."""
    found = state.setting.outline.sentences_in(claim_.position)
    if claim_.orphaned is not None:
        words = "this claim has no place in the text: P shows where it may stand"
        return replace(state, orphan=claim_.id, message=words)
    state = replace(state, orphan="")
    if not found or not draws(state, claim_):
        return replace(state, message="the words of this claim stand no longer where they did")
    whole = claim_.position == (found[0].start, found[0].end)
    return replace(state, cursor=found[0].index, chosen=None if whole else claim_.position)
