"""Second thoughts about a decoded page: what only the whole of an exchange can show."""

from __future__ import annotations

from .cues import GREETINGS
from .decoder import Decoded, Hint, State
from .page import Page

ASKING = (State.ASK, State.ASK_ON)
REPLYING = (State.REPLY, State.REPLY_ON)


def settled(page: Page, decoded: Decoded) -> Decoded:
    """The same page with stray turns put aside and brackets inside answers taken back."""
    states = list(decoded.states)
    _take_back_brackets(page, states)
    if sum(s is State.REPLY for s in states) > 1:
        _drop_unanswered(page, states)
        _drop_false_start(page, decoded, states)
        _drop_farewell(page, states)
    return decoded._replace(states=tuple(states))


def _take_back_brackets(page: Page, states: list[State]) -> None:
    """A note in brackets inside one turn is part of it."""
    for index in range(1, len(states) - 1):
        inside = states[index - 1] in REPLYING and states[index + 1] is State.REPLY_ON
        if states[index] is State.ASIDE and inside and page.features[index].aside:
            states[index] = State.REPLY_ON


def _drop_unanswered(page: Page, states: list[State]) -> None:
    """Among answered questions, a line that asks nothing and gets no answer is none."""
    for start, end in _questions(states):
        answered = end < len(states) and _answered(states, end)
        if not answered and all(page.features[i].asks < 1.0 for i in range(start, end)):
            for index in range(start, end):
                states[index] = State.ASIDE


def _drop_false_start(page: Page, decoded: Decoded, states: list[State]) -> None:
    """A bold line of the introduction that asks nothing, with an image below, where all later ones
    ask.
    """
    runs = _questions(states)
    if len(runs) < 4 or decoded.reading.hints[runs[0][0]] is not Hint.STYLED:
        return
    first, *rest = [page.features[start].asks for start, _ in runs]
    apart = states[runs[0][1]] is State.ASIDE_ASK
    if apart and first < 1.0 and sum(asks > 1.5 for asks in rest) > 0.8 * len(rest):
        states[: runs[1][0]] = [State.BEFORE] * runs[1][0]


def _questions(states: list[State]) -> list[tuple[int, int]]:
    """The runs of segments that are questions."""
    out, index = [], 0
    while index < len(states):
        if states[index] is State.ASK:
            end = index + 1
            while end < len(states) and states[end] is State.ASK_ON:
                end += 1
            out.append((index, end))
            index = end
        else:
            index += 1
    return out


def _answered(states: list[State], index: int) -> bool:
    """Whether the first speech from here on is an answer."""
    while index < len(states) and states[index] is State.ASIDE_ASK:
        index += 1
    return index < len(states) and states[index] in (State.REPLY, State.ASK_ON)


def _drop_farewell(page: Page, states: list[State]) -> None:
    """ "Thank you, everybody." after the last answer closes the meeting."""
    last = max(i for i, state in enumerate(states) if state in (*REPLYING, *ASKING))
    segment = page.segments[last]
    said = page.text[segment.content : min(segment.end, segment.content + 90)].strip().casefold()
    previous = next((s for s in reversed(states[:last]) if s in (*REPLYING, *ASKING)), None)
    farewell = len(said) < 80 and said.startswith(GREETINGS)
    if states[last] is State.REPLY and previous in REPLYING and farewell:
        states[last] = State.ASIDE
