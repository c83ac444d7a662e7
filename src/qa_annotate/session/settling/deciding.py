"""What settles a case: each takes the state and a moment, and gives the state after and the edit.

An answer that is asked for first (why, which label, what lay behind it) is a line at the foot.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple, cast

from ...core import settling
from ...core.cases import Case
from ...core.codebook import find
from ...core.describing import set_memo, set_people
from ...core.editing import is_empty, set_reason
from ...core.records import Claim, ClaimChange, Edit, ErrorKind, SettlementChange
from ...core.settling import ERRORS, Decision
from ...core.text import overlap
from .. import lines
from .state import Line, State, bench, name_of, settlements


class Moment(NamedTuple):
    """The time, and 50 random bits for ids."""

    at: str
    fresh: int = 0


Decided = tuple[State, Edit | None]

FINISHED = "the document is finished: F opens it again"
NONE_MARKED = "none of these"


def told(state: State, message: str) -> Decided:
    """Nothing is done, for a reason."""
    return replace(state, message=message), None


def close(state: State, message: str = "") -> State:
    """Back from a line to the case."""
    return replace(state, mode="text", line=None, message=message)


def _ask(state: State, line: Line) -> Decided:
    return replace(state, mode="line", line=lines.begun(line)), None


def _settled(
    state: State, made: Sequence[Claim], decision: Decision, moment: Moment, message: str
) -> Decided:
    case = state.case
    assert case is not None
    clash = _clash(state, made)
    if clash:
        return told(close(state), clash)
    if case.kind == "blank" and not made and not settlements(state):
        return told(close(state), "nobody claims anything here: a label's key adds a claim")
    missed = "missed" if case.kind == "blank" and not settlements(state) else None
    error = decision.error or state.error or cast(ErrorKind | None, missed)
    decision = replace(decision, why=decision.why or state.why, error=error)
    edit = settling.settle(
        state.document, case, made, decision, bench(state, moment.at, moment.fresh)
    )
    return replace(close(state, f"{message} · z undoes"), why="", error=None), edit


def _clash(state: State, made: Sequence[Claim]) -> str:
    """Two claims can't stand at one place: what to say where a claim of another case is there."""
    ours = {id_ for settlement in settlements(state) for id_ in settlement.claims}
    taken = {c.position for c in state.document.claims if c.id not in ours}
    places = [claim.position for claim in made]
    if taken & set(places) or len(set(places)) < len(places):
        return "a claim stands at these words already"
    return ""


# ---- sides, and spans joined and parted ---------------------------------------------------------


def side(state: State, number: int, moment: Moment) -> Decided:
    """Take one coder's side."""
    case = state.case
    if case is None or number >= len(case.sides):
        return told(state, "there is no such side")
    chosen = case.sides[number]
    name = name_of(state.setting, chosen.coder)
    if not chosen.claims and not chosen.read:
        return told(state, f"{name} has not read this: there is no side to take")
    made = settling.of_side(case, chosen.coder, bench(state, moment.at, moment.fresh))
    decision = Decision(how="side", side=chosen.coder)
    what = "" if made else ": no claim"
    return _settled(state, made, decision, moment, f"took the side of {name}{what}")


def no_claim(state: State, moment: Moment) -> Decided:
    """Settle that no claim is made here."""
    if state.case is None:
        return told(state, "there is nothing to settle")
    return _settled(state, (), Decision(how="no_claim"), moment, "no claim here")


def union(state: State, moment: Moment) -> Decided:
    """Join the spans; where the labels differ, ask for one."""
    case = state.case
    if case is None or not case.claims:
        return told(state, "there are no words to join")
    labels = tuple(dict.fromkeys(claim.label for claim in case.claims))
    if len(labels) > 1:
        choices = tuple(label.id for label in state.setting.codebook.labels if not label.retired)
        return _ask(
            state, Line(purpose="union", prompt="joined, under which label", choices=choices)
        )
    return _joined(state, case, labels[0], moment)


def _joined(state: State, case: Case, label: str, moment: Moment) -> Decided:
    made = settling.union(case, label, bench(state, moment.at, moment.fresh))
    return _settled(state, made, Decision(how="union"), moment, f'joined as "{label}"')


def _union(state: State, line: Line, moment: Moment) -> Decided:
    label = lines.chosen(line)
    if label is None or state.case is None:
        return told(state, "one of: " + ", ".join(line.choices))
    return _joined(state, state.case, label, moment)


def parts(state: State, moment: Moment) -> Decided:
    """Cut the words wherever a claim begins or ends."""
    made = settling.parts(state.case, bench(state, moment.at, moment.fresh)) if state.case else None
    if made is None:
        return told(state, "these claims have no parts of which each has one label")
    return _settled(state, made, Decision(how="parts"), moment, f"{len(made)} parts")


# ---- decided anew -------------------------------------------------------------------------------


def anew(state: State, label: str) -> Decided:
    """Ask why the selected words get a label."""
    if state.case is None:
        return told(state, "there is nothing to settle")
    return _ask(state, Line(purpose="anew", prompt=f'why "{label}"', label=label, text=state.why))


def _anew(state: State, line: Line, moment: Moment) -> Decided:
    """Label the selected words; claims of this case's settlement stay where they don't overlap."""
    case, span, why = state.case, state.selection, line.text.strip()
    if not why:
        return told(state, "a decision of your own needs a reason")
    if case is None or span is None:
        return close(state), None
    kept = [claim for claim in state.made if not overlap(claim.position, span)]
    claim = settling.anew(case, span, line.label, bench(state, moment.at, moment.fresh))
    decision = Decision(how="anew", why=why)
    return _settled(state, (*kept, claim), decision, moment, f'decided "{line.label}"')


# ---- what is said about it ----------------------------------------------------------------------


def begin_error(state: State) -> Decided:
    """Ask what lay behind it."""
    choices = (*(error.replace("_", " ") for error in ERRORS), NONE_MARKED)
    return _ask(state, Line(purpose="error", prompt="what lay behind it", choices=choices))


def _error(state: State, line: Line, _: Moment) -> Decided:
    chosen = lines.chosen(line)
    if chosen is None:
        return told(state, "one of: " + ", ".join(line.choices))
    error = next((e for e in ERRORS if e.replace("_", " ") == chosen), None)
    settlement = state.standing.settlement
    if settlement is None:
        words = f"{chosen}: kept with the decision" if error else "no error marked"
        return replace(close(state, words), error=error), None
    return close(state, f"error: {chosen} · z undoes"), settling.mark_error(settlement, error)


def begin_why(state: State) -> Decided:
    """Write why it is settled so; before it is, the words wait for the decision."""
    settlement = state.standing.settlement
    text = settlement.why if settlement else state.why
    return _ask(state, Line(purpose="why", prompt="why", text=text))


def _why(state: State, line: Line, _: Moment) -> Decided:
    why, settlement = line.text.strip(), state.standing.settlement
    if settlement is None:
        words = "kept with the decision" if why else "left as it was"
        return replace(close(state, words), why=why), None
    return close(state, "why kept · z undoes"), settling.say_why(settlement, why)


def begin_reason(state: State) -> Decided:
    """Choose the reason of the settled claim's label."""
    claim = _claim_here(state)
    if claim is None:
        return told(state, "a reason belongs to a claim: settle the case first")
    label = find(state.setting.codebook, claim.label)
    if label is None or not label.reasons:
        return told(state, f'"{claim.label}" takes no reason')
    return _ask(state, Line(purpose="reason", prompt="reason", choices=label.reasons))


def _reason(state: State, line: Line, _: Moment) -> Decided:
    reason, claim = lines.chosen(line), _claim_here(state)
    if reason is None or claim is None:
        return told(state, "one of: " + ", ".join(line.choices))
    return close(state, f"reason {reason} · z undoes"), set_reason(claim, reason)


def begin_people(state: State) -> Decided:
    """Say whose voice it is, whom it relays, whom it blames."""
    claim = _claim_here(state)
    if claim is None:
        return told(state, "a speaker belongs to a claim: settle the case first")
    people, text = state.setting.people, claim.speaker or ""
    return _ask(state, Line(purpose="speaker", prompt="who speaks", choices=people, text=text))


def _speaker(state: State, line: Line, _: Moment) -> Decided:
    return _next(state, line, Line(purpose="relays", prompt="whom does that voice relay"))


def _relays(state: State, line: Line, _: Moment) -> Decided:
    return _next(state, line, Line(purpose="blames", prompt="whom does the claim blame"))


def _next(state: State, line: Line, after: Line) -> Decided:
    """The next question of a chain, with what the claim says so far."""
    claim = _claim_here(state)
    old = claim and (claim.attributed_to if after.purpose == "relays" else claim.against)
    return _ask(state, replace(after, text=old or "", told=(*line.told, line.text.strip())))


def _blames(state: State, line: Line, _: Moment) -> Decided:
    claim = _claim_here(state)
    if claim is None:
        return close(state), None
    speaker, relays = line.told
    return close(state, "people kept · z undoes"), set_people(
        claim, speaker, relays, line.text.strip()
    )


def _claim_here(state: State) -> Claim | None:
    """The settled claim that is meant: the one selected, else the first."""
    made = state.made
    return next((c for c in made if c.position == state.selection), made[0] if made else None)


def begin_memo(state: State) -> Decided:
    """Write the document's memo."""
    return _ask(state, Line(purpose="memo", prompt="memo", text=state.document.memo))


def _memo(state: State, line: Line, _: Moment) -> Decided:
    return close(state, "memo kept · z undoes"), set_memo(state.document, line.text.strip())


def open_again(state: State) -> Decided:
    """Take the decision away, with the claims it made."""
    found = settlements(state)
    if not found:
        return told(state, "this case is open")
    ids = {id_ for settlement in found for id_ in settlement.claims}
    edit = Edit(
        action="open again",
        claims=tuple(ClaimChange(id=c.id, before=c) for c in state.document.claims if c.id in ids),
        settled=tuple(SettlementChange(id=s.id, before=s) for s in found),
    )
    return replace(state, message="open again · z undoes"), edit


# ---- lines --------------------------------------------------------------------------------------

_ACCEPT: Mapping[str, Callable[[State, Line, Moment], Decided]] = MappingProxyType(
    {
        "anew": _anew,
        "union": _union,
        "error": _error,
        "why": _why,
        "reason": _reason,
        "speaker": _speaker,
        "relays": _relays,
        "blames": _blames,
        "memo": _memo,
    }
)


def accepted(state: State, moment: Moment) -> Decided:
    """Take the line as written."""
    line = state.line
    if line is None:
        return close(state), None
    after, edit = _ACCEPT[line.purpose](state, line, moment)
    return after, None if edit is None or is_empty(edit) else edit


def typed(state: State, command: str) -> State:
    """What a key of the line does to it."""
    if state.line is None:
        return state
    return replace(state, line=cast(Line, lines.COMMANDS[command](state.line)))
