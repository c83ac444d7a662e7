"""From decoded states to blocks' roles, turns and question/answer pairs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..model import Span
from .decoder import Decoded, Hint, State
from .page import Page

Speakers = tuple[int, ...]
SPOKEN = (Hint.ASK, Hint.REPLY, Hint.TURN, Hint.STYLED)


class Turn(NamedTuple):
    """One side's uninterrupted say: the segments it runs over and the speakers its labels name."""

    segments: tuple[int, ...]
    who: Speakers


class Exchange(NamedTuple):
    """A question and its answer, as turns. An answer may be several speakers' in turn."""

    question: Turn
    answers: tuple[Turn, ...]


def exchanges(page: Page, decoded: Decoded) -> tuple[Exchange, ...]:
    """The exchanges of a decoded page, in order."""
    out: list[Exchange] = []
    question: list[int] = []
    answers: list[list[int]] = []
    for index, state in enumerate(decoded.states):
        if state is State.ASK:
            if question:
                out.append(_exchange(page, decoded, question, answers))
            question, answers = [index], []
        elif state is State.ASK_ON:
            question.append(index)
        elif state is State.REPLY:
            answers.append([index])
        elif state is State.REPLY_ON and answers:
            answers[-1].append(index)
    if question:
        out.append(_exchange(page, decoded, question, answers))
    return _apart(page, decoded, tuple(out))


def _exchange(
    page: Page, decoded: Decoded, question: list[int], answers: list[list[int]]
) -> Exchange:
    return Exchange(
        question=_turn(page, decoded, question),
        answers=tuple(_turn(page, decoded, turn) for turn in answers),
    )


def _turn(page: Page, decoded: Decoded, members: list[int]) -> Turn:
    spoken = [member for member in members if decoded.reading.hints[member] in SPOKEN]
    who = dict.fromkeys(i for member in spoken for i in page.cast.who[member])
    return Turn(segments=tuple(members), who=tuple(who))


def _apart(page: Page, decoded: Decoded, found: tuple[Exchange, ...]) -> tuple[Exchange, ...]:
    """A list of marked questions that nobody answers is many questions, not one."""
    if len(found) != 1 or found[0].answers or len(found[0].question.segments) < 3:
        return found
    members = found[0].question.segments
    return tuple(
        Exchange(question=_turn(page, decoded, [member]), answers=()) for member in members
    )


def question_span(page: Page, decoded: Decoded, exchange: Exchange) -> Span:
    """From the first word of the question to its last."""
    members = exchange.question.segments
    return speech_start(page, decoded, members[0]), page.segments[members[-1]].end


def answer_spans(page: Page, decoded: Decoded, exchange: Exchange) -> tuple[Span, ...]:
    """One span a run of neighbouring segments of a turn."""
    return tuple(span for turn in exchange.answers for span in _runs(page, decoded, turn))


def _runs(page: Page, decoded: Decoded, turn: Turn) -> Iterator[Span]:
    run: list[int] = []
    for member in (*turn.segments, -1):
        if run and member != run[-1] + 1:
            yield speech_start(page, decoded, run[0]), page.segments[run[-1]].end
            run = []
        run.append(member)


def speech_start(page: Page, decoded: Decoded, index: int) -> int:
    """Where speech begins: behind a label or marker that the reading counts as one."""
    segment = page.segments[index]
    if decoded.reading.hints[index] not in SPOKEN:
        return segment.start
    start = segment.content
    while start < segment.end and page.text[start].isspace():
        start += 1
    return start if start < segment.end else segment.start
