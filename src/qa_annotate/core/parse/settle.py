"""Second thoughts about a decoded page: what only the whole of an exchange can show."""

from __future__ import annotations

from .cues import GREETINGS, THANKS
from .decoder import Decoded, Hint, State
from .page import Page
from .patterns import pattern

HEAD = 1500
NOISY = 1.7  # a line without an end is not yet furniture
LONGEST_FIRST = 200  # characters of a first question, or of thanks
LONGEST_TAIL = 400
PLAIN = 0.5  # what sounds less like a question is none
_WORD = pattern(r"[^\W\d_][\w’'-]*")
ASKING = (State.ASK, State.ASK_ON)
REPLYING = (State.REPLY, State.REPLY_ON)


def settled(page: Page, decoded: Decoded) -> Decoded:
    """The same page with stray turns put aside and brackets inside answers taken back."""
    states = list(decoded.states)
    _take_back_brackets(page, states)
    _drop_teasers(page, states)
    _take_first_turn(page, decoded, states)
    if sum(s is State.REPLY for s in states) > 1:
        _drop_unanswered(page, states)
        _drop_false_start(page, decoded, states)
        _take_back_false_end(page, decoded, states)
        _drop_farewell(page, states)
    _drop_tail(page, decoded, states)
    return decoded._replace(states=tuple(states))


def _take_back_brackets(page: Page, states: list[State]) -> None:
    """A note in brackets inside one turn is part of it."""
    for index in range(1, len(states) - 1):
        inside = states[index - 1] in REPLYING and states[index + 1] is State.REPLY_ON
        if states[index] is State.ASIDE and inside and page.features[index].aside:
            states[index] = State.REPLY_ON


def _take_first_turn(page: Page, decoded: Decoded, states: list[State]) -> None:
    """The first question is the one that most often lacks its sign: a line that says "you", and one
    that says "I" below it, right above the first question that was found.
    """
    first = states.index(State.ASK) if State.ASK in states else 0
    if first < 3 or not (decoded.reading.bare_reply or decoded.reading.bare_ask):
        return
    asked, answered = page.features[first - 2], page.features[first - 1]
    speaks = asked.you and not asked.me and answered.me and not answered.you
    plain = max(asked.noise, answered.noise) < NOISY and asked.length < LONGEST_FIRST
    if states[first - 1] is State.BEFORE and speaks and plain:
        states[first - 2 : first] = [State.ASK, State.REPLY]


def _drop_teasers(page: Page, states: list[State]) -> None:
    """Questions listed above the talk, and asked in it again."""
    first = states.index(State.ASK) if State.ASK in states else len(states)
    later = {_said(page, i): i for i in range(first, len(states)) if states[i] in ASKING}
    end = first
    while end < len(states) and later.get(_said(page, end), 0) > end:
        end += 1
    if end > first + 1:
        states[:end] = [State.BEFORE] * end


def _said(page: Page, index: int) -> str:
    segment = page.segments[index]
    return page.text[segment.content : segment.end].strip("-–•* ")


def _drop_tail(page: Page, decoded: Decoded, states: list[State]) -> None:
    """What speaks of the one who answered, or thanks somebody by name, is the editor's."""
    last = max((i for i, state in enumerate(states) if state in ASKING), default=len(states))
    replies = [i for i in range(last + 1, len(states)) if states[i] in REPLYING]
    who = page.cast.who[replies[0]] if replies else ()
    named = [w for i in who for w in page.cast.names[i].split()[:2]]
    names = {w for w in named if len(w) > 2 and w[0].isupper()}
    for index in replies[1:]:
        if decoded.reading.hints[index] is Hint.BARE and _is_editors(page, index, names):
            states[index:] = [State.AFTER] * (len(states) - index)
            return


def _is_editors(page: Page, index: int, names: set[str]) -> bool:
    segment = page.segments[index]
    said = page.text[segment.content : min(segment.end, segment.content + LONGEST_TAIL)]
    words = _WORD.findall(said)
    if not names.isdisjoint(words):
        return True
    thanks = len(said) < LONGEST_FIRST and said.casefold().startswith(THANKS)
    return thanks and any(w[0].isupper() and w in page.text[:HEAD] for w in words[1:] if len(w) > 2)


def _drop_unanswered(page: Page, states: list[State]) -> None:
    """Among answered questions, a line that asks nothing and gets no answer is none."""
    for start, end in _questions(states):
        answered = end < len(states) and _answered(states, end)
        if not answered and all(page.features[i].asks < 1.0 for i in range(start, end)):
            for index in range(start, end):
                states[index] = State.ASIDE


def _drop_false_start(page: Page, decoded: Decoded, states: list[State]) -> None:
    """A bold line of the introduction that asks nothing, with an image below or nothing above,
    where all later ones ask.
    """
    runs = _questions(states)
    if len(runs) < 4 or decoded.reading.hints[runs[0][0]] is not Hint.STYLED:
        return
    first, *rest = [page.features[start].asks for start, _ in runs]
    apart = runs[0][0] == 0 or states[runs[0][1]] is State.ASIDE_ASK
    if apart and first < 1.0 and sum(asks > 1.5 for asks in rest) > 0.8 * len(rest):
        states[: runs[1][0]] = [State.BEFORE] * runs[1][0]


def _take_back_false_end(page: Page, decoded: Decoded, states: list[State]) -> None:
    """A last bare line that asks nothing and says "I", where all others ask by a mark, goes on with
    the answer above it.
    """
    *others, (last, _) = _questions(states)
    row = page.features[last]
    if len(others) < 3 or decoded.reading.hints[last] is not Hint.BARE:
        return
    plain = row.me and not row.marked and row.asks < PLAIN
    if plain and all(page.features[end - 1].marked for _, end in others):
        for index in range(last, len(states)):
            if states[index] in (*ASKING, *REPLYING):
                states[index] = State.REPLY_ON


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
