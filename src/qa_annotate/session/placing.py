"""Claims without a place: where they may stand, one proposal at a time, and what a person says.

Old and new words stand one under the other, with what tells them apart; the proposed words are
selected in the text, so that what stands around them shows too. Nothing is placed unasked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..core.model import Span
from ..core.placing import claim_at
from ..core.records import Claim, Edit
from ..core.results import Proposal
from ..core.standing import accept
from .state import State, hand


def orphans(state: State) -> tuple[Claim, ...]:
    """The claims that have no place in the text."""
    return tuple(claim for claim in state.document.claims if claim.orphaned is not None)


def at_hand(state: State) -> Claim | None:
    """The claim without a place that a person has picked."""
    return next((claim for claim in orphans(state) if claim.id == state.orphan), None)


def proposals(state: State) -> Sequence[Proposal]:
    """Where the claim at hand may stand."""
    return state.setting.proposals.get(state.orphan, ())


# ---- going through them -------------------------------------------------------------------------


def begin(state: State) -> State:
    """Show where the claim at hand may stand, or the first that has no place."""
    found = orphans(state)
    if not found:
        return replace(state, message="every claim has its place")
    claim = at_hand(state) or found[0]
    return _shown(replace(state, mode="place", orphan=claim.id, proposal=0))


def next_proposal(state: State) -> State:
    """The next proposal for the claim at hand, going round."""
    count = len(proposals(state))
    if count < 2:
        return replace(state, message="there is no other proposal")
    return _shown(replace(state, proposal=(state.proposal + 1) % count))


def next_orphan(state: State) -> State:
    """Leave the claim at hand without a place; on to the next, and back to the text after all."""
    found = orphans(state)
    place = next((i for i, claim in enumerate(found) if claim.id == state.orphan), -1) + 1
    if place >= len(found):
        return leave(state)
    return _shown(replace(state, orphan=found[place].id, proposal=0))


def after_one(state: State) -> State:
    """One has got its place: on to the next that has none."""
    found = orphans(state)
    if not found:
        return leave(state)
    return replace(_shown(replace(state, orphan=found[0].id, proposal=0)), message=state.message)


def leave(state: State) -> State:
    """Back to the text."""
    count = len(orphans(state))
    left = "1 claim has no place" if count == 1 else f"{count} claims have no place"
    words = f"{left}: P goes on" if count else "every claim has its place"
    return replace(state, mode="text", orphan="", message=words)


def by_hand(state: State) -> State:
    """Back to the text with the claim at hand, to select its words."""
    return replace(state, mode="text", message="select the claim's words, then press =")


def _shown(state: State) -> State:
    """The cursor on the proposal, its words selected."""
    found = proposals(state)
    if not found:
        return replace(state, message="")
    span = found[state.proposal].position
    sentences = state.setting.outline.sentences_in(span)
    cursor = sentences[0].index if sentences else state.cursor
    return replace(state, cursor=cursor, chosen=span, message="")


# ---- what a person says -------------------------------------------------------------------------


def put(state: State, at: str) -> tuple[State, Edit | None]:
    """The claim at hand stands on the proposal that is shown."""
    claim, found = at_hand(state), proposals(state)
    if claim is None or not found:
        return replace(
            state, message="nothing in the text resembles it: = takes words you select"
        ), None
    chosen = found[state.proposal]
    return _accepted(state, claim, chosen.position, at, f"similarity {chosen.similarity:.2f}")


def confirm(state: State) -> State:
    """Ask whether the claim at hand stands on the words that are selected."""
    claim = at_hand(state)
    if claim is None or state.selection is None:
        return replace(state, orphan="")
    words = f"put “{_short(claim.quote)}” on the selected words?"
    return replace(state, mode="confirm", asked="place", message=words)


def put_on_selection(state: State, at: str) -> tuple[State, Edit | None]:
    """The claim at hand stands on the words that are selected."""
    claim, state = at_hand(state), replace(state, mode="text")
    if claim is None or state.selection is None:
        return state, None
    after, edit = _accepted(state, claim, state.selection, at, "by hand")
    return replace(after, orphan=""), edit


def _accepted(
    state: State, claim: Claim, span: Span, at: str, why: str
) -> tuple[State, Edit | None]:
    if claim_at(state.document.claims, span) is not None:
        return replace(state, message="another claim stands on just these words"), None
    edit = accept(state.document, claim, span, hand(state, at), why)
    return replace(state, message="the claim stands here · z takes it back"), edit


def _short(words: str, most: int = 40) -> str:
    return words if len(words) <= most else words[: most - 1] + "…"


# ---- side by side -------------------------------------------------------------------------------


def told(state: State) -> Iterator[str]:
    """The claim at hand and its proposal, one under the other, and what tells them apart."""
    claim, found = at_hand(state), proposals(state)
    if claim is None:
        return
    every = orphans(state)
    yield f"{every.index(claim) + 1} of {len(every)} without a place: {claim.label}"
    yield f"was: {claim.quote}"
    if not found:
        yield "nothing in the text resembles it"
        return
    chosen = found[state.proposal]
    yield f"now: {chosen.quote}"
    count = f"proposal {state.proposal + 1} of {len(found)}, likeness {chosen.similarity:.2f}"
    several = ("several places fit",) if "several places" in chosen.changed else ()
    yield "; ".join((count, *several, *chosen.told))
