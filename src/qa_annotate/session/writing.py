"""What is asked for in the line at the foot of the screen, and what becomes of the answers.

Some commands ask several short questions, one after another; each is answered with Enter, empty
answers are answers too, and Esc leaves everything as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple, cast

from ..core.codebook import find
from ..core.describing import (
    attribute_value,
    found_evidence,
    set_attribute,
    set_gloss,
    set_memo,
    set_people,
)
from ..core.editing import decide, evidence_id, set_note, set_reason
from ..core.records import Claim, Edit
from . import lines
from .state import Line, Purpose, State, claim_here, hand

REMEMBERED = 20
"""How many earlier answers to a question are offered."""


class Moment(NamedTuple):
    """The time, and 50 random bits for an id."""

    at: str
    fresh: int = 0


Kept = tuple[State, Edit | None]


# ---- the line itself ----------------------------------------------------------------------------


def ask(state: State, line: Line) -> State:
    """Begin a line."""
    return replace(state, mode="line", line=lines.begun(line))


def typed(state: State, text: str) -> State:
    """Put text in at the cursor."""
    return replace(state, line=lines.typed(state.line, text)) if state.line else state


def command(state: State, name: str) -> State:
    """What a key of the line does to it."""
    if state.line is None:
        return state
    return replace(state, line=cast(Line, lines.COMMANDS[name](state.line)))


def earlier(state: State, step: int) -> State:
    """An answer given to the same question before."""
    line = state.line
    if line is None:
        return state
    offered = state.answers.get(line.purpose, ())
    place = min(max(0, line.earlier + step), len(offered))
    text = offered[place - 1] if place else ""
    return replace(state, line=lines.begun(replace(line, text=text, earlier=place)))


def close(state: State, message: str = "") -> State:
    """Back to the text."""
    return replace(state, mode="text", line=None, message=message)


def kept(state: State, moment: Moment) -> Kept:
    """Take the line as written: the state after, and the edit that it makes."""
    line = state.line
    if line is None:
        return close(state), None
    state = _remembered(state, line)
    claim = next((c for c in state.document.claims if c.id == line.claim), None)
    if claim is None and line.purpose in _OF_CLAIM:
        return close(state), None
    if claim is not None and line.purpose in _OF_CLAIM:
        return _OF_CLAIM[line.purpose](state, line, claim, moment)
    if line.purpose == "memo":
        return close(state, "memo kept · z undoes"), set_memo(state.document, line.text.strip())
    return close(state), None


def _remembered(state: State, line: Line) -> State:
    text = line.text.strip()
    if not text or line.choices:
        return state
    old = [answer for answer in state.answers.get(line.purpose, ()) if answer != text]
    answers = {**state.answers, line.purpose: (text, *old[: REMEMBERED - 1])}
    return replace(state, answers=answers)


# ---- what begins a line -------------------------------------------------------------------------


def begin_palette(state: State) -> State:
    """Write part of a command's name."""
    return ask(state, Line(purpose="palette", prompt="command"))


def _of_claim(state: State, what: str, make: Callable[[State, Claim], State]) -> State:
    claim = claim_here(state)
    if claim is None:
        return replace(
            state, message=f"{what} belongs to a claim: label this sentence first, or k back to one"
        )
    return make(state, claim)


def begin_note(state: State) -> State:
    """Write the note of the claim here."""
    return _of_claim(
        state,
        "a note",
        lambda s, c: ask(s, Line(purpose="note", prompt="note", claim=c.id, text=c.note)),
    )


def begin_reason(state: State) -> State:
    """Choose the reason of the claim here."""
    return _of_claim(state, "a reason", _begin_reason)


def _begin_reason(state: State, claim: Claim) -> State:
    label = find(state.setting.codebook, claim.label)
    choices = label.reasons if label else ()
    if not choices:
        return replace(state, message=f'"{claim.label}" takes no reason')
    return ask(state, Line(purpose="reason", prompt="reason", claim=claim.id, choices=choices))


def begin_people(state: State) -> State:
    """Say whose voice it is, whom it relays, whom it blames."""
    return _of_claim(state, "a speaker", _begin_people)


def _begin_people(state: State, claim: Claim) -> State:
    line = Line(
        purpose="speaker",
        prompt="who speaks",
        claim=claim.id,
        text=claim.speaker or "",
        choices=state.setting.people,
    )
    return ask(state, line)


def begin_evidence(state: State) -> State:
    """Add evidence to the claim here."""
    prompt = "evidence (an address, a file, a reference)"
    return _of_claim(
        state, "evidence", lambda s, c: ask(s, Line(purpose="evidence", prompt=prompt, claim=c.id))
    )


def begin_gloss(state: State) -> State:
    """Translate the quote of the claim here."""
    return _of_claim(state, "a translation", _begin_gloss)


def _begin_gloss(state: State, claim: Claim) -> State:
    language = next(iter(claim.gloss), "en" if state.setting.language != "en" else "ar")
    text = f"{language}: {claim.gloss.get(language, '')}"
    line = Line(purpose="gloss", prompt="translation (language: words)", claim=claim.id, text=text)
    return ask(state, line)


def begin_attribute(state: State) -> State:
    """Answer one of the codebook's further questions about the claim here."""
    return _of_claim(state, "an attribute", _begin_attribute)


def _begin_attribute(state: State, claim: Claim) -> State:
    names = tuple(attribute.id for attribute in state.setting.codebook.attributes)
    if not names:
        return replace(state, message="the codebook asks no further questions")
    if len(names) == 1:
        return _ask_value(state, claim, names[0])
    return ask(state, Line(purpose="attribute", prompt="which", claim=claim.id, choices=names))


def begin_memo(state: State) -> State:
    """Write the document's memo."""
    return ask(state, Line(purpose="memo", prompt="memo", text=state.document.memo))


def begin_decision(state: State, claim: Claim, label: str) -> State:
    """Say why a finished document's claim gets another label."""
    prompt = f'why "{label}" now, not "{claim.label}"'
    return ask(state, Line(purpose="why", prompt=prompt, claim=claim.id, label=label))


# ---- what becomes of it -------------------------------------------------------------------------


def _note(state: State, line: Line, claim: Claim, _: Moment) -> Kept:
    return close(state, "note kept · z undoes"), set_note(claim, line.text.strip())


def _chosen_or_told(state: State, line: Line) -> tuple[State, str | None]:
    """The choice that is meant; where it is none, the state that says which there are."""
    choice = lines.chosen(line)
    if choice is None:
        return replace(state, message="one of: " + ", ".join(line.choices)), None
    return state, choice


def _reason(state: State, line: Line, claim: Claim, _: Moment) -> Kept:
    state, reason = _chosen_or_told(state, line)
    if reason is None:
        return state, None
    return close(state, f"reason {reason} · z undoes"), set_reason(claim, reason)


def _why(state: State, line: Line, claim: Claim, moment: Moment) -> Kept:
    why = line.text.strip()
    if not why:
        return replace(state, message="a new decision in a finished document needs a reason"), None
    edit = decide(claim, line.label, why, hand(state, moment.at))
    return close(state, f'decided "{line.label}" · z undoes'), edit


def _next(state: State, line: Line, purpose: Purpose, prompt: str, text: str = "") -> Kept:
    """The next question of a chain."""
    told = (*line.told, line.text.strip())
    after = Line(purpose=purpose, prompt=prompt, claim=line.claim, text=text, told=told)
    return ask(state, after), None


def _speaker(state: State, line: Line, claim: Claim, _: Moment) -> Kept:
    return _next(state, line, "relays", "whom does that voice relay", claim.attributed_to or "")


def _relays(state: State, line: Line, claim: Claim, _: Moment) -> Kept:
    return _next(state, line, "blames", "whom does the claim blame", claim.against or "")


def _blames(state: State, line: Line, claim: Claim, _: Moment) -> Kept:
    speaker, relays = line.told
    edit = set_people(claim, speaker, relays, line.text.strip())
    return close(state, "people kept · z undoes"), edit


def _evidence(state: State, line: Line, claim: Claim, _: Moment) -> Kept:
    del claim
    if not line.text.strip():
        return close(state, "left as it was"), None
    after = Line(
        purpose="bearing",
        prompt="it",
        claim=line.claim,
        told=(line.text.strip(),),
        choices=("supports", "contradicts", "context"),
    )
    return ask(state, after), None


def _bearing(state: State, line: Line, claim: Claim, _: Moment) -> Kept:
    del claim
    state, choice = _chosen_or_told(state, line)
    if choice is None:
        return state, None
    after = Line(
        purpose="independent",
        prompt="independent of the speaker",
        claim=line.claim,
        told=(*line.told, choice),
        choices=("yes", "no", "unknown"),
    )
    return ask(state, after), None


def _independent(state: State, line: Line, claim: Claim, _: Moment) -> Kept:
    del claim
    state, choice = _chosen_or_told(state, line)
    if choice is None:
        return state, None
    told = (*line.told, choice)
    after = Line(purpose="evidence-why", prompt="why so", claim=line.claim, told=told)
    return ask(state, after), None


def _evidence_why(state: State, line: Line, claim: Claim, moment: Moment) -> Kept:
    locator, bearing, independent = line.told
    edit = found_evidence(
        claim,
        locator,
        bearing,
        independent,
        line.text.strip(),
        evidence_id(moment.fresh),
        hand(state, moment.at),
    )
    return close(state, "evidence added · z undoes"), edit


def _gloss(state: State, line: Line, claim: Claim, _: Moment) -> Kept:
    language, colon, words = line.text.partition(":")
    if not colon or not language.strip():
        return replace(state, message="begin with the language: en: …"), None
    edit = set_gloss(claim, language.strip(), words.strip())
    return close(state, "translation kept · z undoes"), edit


def _attribute(state: State, line: Line, claim: Claim, _: Moment) -> Kept:
    state, name = _chosen_or_told(state, line)
    return (state if name is None else _ask_value(state, claim, name)), None


def _ask_value(state: State, claim: Claim, name: str) -> State:
    attribute = next(a for a in state.setting.codebook.attributes if a.id == name)
    old = claim.attributes.get(name)
    line = Line(
        purpose="attribute-value",
        prompt=name,
        claim=claim.id,
        label=name,
        text="" if old is None or attribute.values else str(old),
        choices=(*attribute.values, *attribute.missing),
    )
    return ask(state, line)


def _attribute_value(state: State, line: Line, claim: Claim, _: Moment) -> Kept:
    attribute = next(a for a in state.setting.codebook.attributes if a.id == line.label)
    written = (lines.chosen(line) or line.text) if line.choices else line.text
    try:
        value = attribute_value(attribute, written)
    except ValueError as error:
        return replace(state, message=str(error)), None
    return close(state, f"{line.label} kept · z undoes"), set_attribute(claim, line.label, value)


_OF_CLAIM: Mapping[str, Callable[[State, Line, Claim, Moment], Kept]] = MappingProxyType(
    {
        "note": _note,
        "reason": _reason,
        "why": _why,
        "speaker": _speaker,
        "relays": _relays,
        "blames": _blames,
        "evidence": _evidence,
        "bearing": _bearing,
        "independent": _independent,
        "evidence-why": _evidence_why,
        "gloss": _gloss,
        "attribute": _attribute,
        "attribute-value": _attribute_value,
    }
)
