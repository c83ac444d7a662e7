"""The one decoder: the best sequence of states for a page under one reading of its conventions.

A Viterbi search over eight states. What a state is worth at a segment comes from the reading's hint
for it and from the segment's features (`emissions`); what a change of state costs is the table
`MOVES`. The weights are few and stand here, so that they can be read and argued about.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Final, NamedTuple, TypeAlias

from .features import Feature


class State(IntEnum):
    """Where a segment stands in an article."""

    BEFORE = 0  # headline, meta, introduction
    ASK = 1  # a question begins
    ASK_ON = 2  # it goes on
    REPLY = 3  # an answer begins, or another speaker's part of it
    REPLY_ON = 4  # it goes on
    ASIDE_ASK = 5  # furniture between a question and its answer
    ASIDE = 6  # furniture in or after an answer
    AFTER = 7  # the article goes on without the interview


class Hint(IntEnum):
    """What a convention says about a segment."""

    BARE = 0  # nothing: it has no marker of this convention
    ASK = 1
    REPLY = 2
    TURN = 3  # somebody's turn begins, either side's
    ASIDE = 4  # a marker that is no speaker's
    STYLED = 5  # set the way this page sets its questions
    PART = 6  # a heading below the level of the questions: a part of an answer


_BARE, _ASK, _REPLY, _TURN, _ASIDE, _STYLED, _PART = Hint


class Reading(NamedTuple):
    """One way to read a page: a convention, and its hint for every segment."""

    convention: str
    prior: float
    hints: tuple[Hint, ...]
    bare_ask: bool = False  # questions may stand without a marker
    bare_reply: bool = False  # answers may
    brisk: bool = False  # nearly every answer is a single paragraph
    strict: bool = False  # nearly every question ends with a question mark
    unanswered: bool = False  # the page has questions only
    askers: frozenset[int] = frozenset()
    strange: tuple[float, ...] = ()  # how little a segment fits the turn above; `habits`


class Decoded(NamedTuple):
    """A reading with the states the decoder found for it, and their score."""

    reading: Reading
    states: tuple[State, ...]
    score: float


MARKED: Final = 0.15
STATED: Final = -0.9
"""What a bare question is worth more with a question mark, and less without, on a strict page."""

POSED: Final = 0.8
"""What it costs a question to go on without a mark once it has one."""

UNCLOSED: Final = -0.4
"""What it costs to leave the interview at a segment that does not show that the talk is over."""

STATES: Final = tuple(State)
_B, _Q, _QC, _A, _AC, _NQ, _N, _P = State
MOVES: Final[tuple[tuple[tuple[State, float], ...], ...]] = (
    ((_B, 0.0),),
    (
        (_B, 0.0), (_A, 0.0), (_AC, 0.0), (_N, 0.0), (_Q, -6.0), (_QC, -6.0), (_NQ, -3.0),
        (_P, -5.0),
    ),
    ((_Q, 0.0), (_QC, 0.0), (_NQ, -1.0)),
    ((_Q, 0.0), (_QC, 0.0), (_NQ, 0.0), (_A, -1.0), (_AC, -1.0), (_N, -1.0)),
    ((_A, 0.0), (_AC, 0.0), (_N, -0.8)),
    ((_Q, -0.8), (_QC, -0.8), (_NQ, -0.2)),
    ((_A, 0.0), (_AC, 0.0), (_N, 0.0)),
    ((_P, 0.0), (_A, -1.5), (_AC, -1.5), (_N, -1.0), (_Q, -4.0), (_QC, -4.0), (_NQ, -4.0)),
)  # fmt: skip
"""For each state, the states it may follow and the cost of doing so."""

FINAL: Final = (0.0, -2.0, -2.0, 0.0, 0.0, -2.0, 0.0, 0.0)
NEVER: Final = -1e9
IMPOSSIBLE: Final = -7.0  # a state worth less is not tried
UNANSWERED: Final = -0.5
"""What a question after a question costs on a page without answers."""

Moves: TypeAlias = tuple[tuple[tuple[int, float], ...], ...]
PLAIN_MOVES: Final[Moves] = tuple(tuple((int(s), cost) for s, cost in row) for row in MOVES)
LIST_MOVES: Final[Moves] = tuple(
    tuple((s, UNANSWERED if (to, s) == (_Q, _Q) else cost) for s, cost in row)
    for to, row in enumerate(PLAIN_MOVES)
)


def emissions(
    hint: Hint, feature: Feature, after: Feature | None, reading: Reading, fresh: float
) -> tuple[float, ...]:
    """What each state is worth at one segment.

    `after` is the next segment's feature; `fresh` says that something new opens here: a heading
    right above, which is no question itself, or a paragraph unlike those of other answers.
    """
    asks = min(3.0, max(-1.5, feature.asks))
    if hint is _ASK:
        stray = -1.0 if feature.greets else -5.0
        return (-2.0, 2.0 + 0.7 * asks, -1.0, -8.0, -6.0, -5.0, stray, -2.5)
    if hint is _STYLED:
        loud = 0.8 * (feature.titled or feature.noise_role in ("caption", "boilerplate"))
        flat = -0.8 + loud - 0.5 * max(0.0, asks)
        ask, on = (-1.5, -0.3) if feature.leads else (0.8 + 1.1 * asks - loud, -2.0)
        return (-0.6, ask, -0.5, -4.0, on, flat, flat, -0.6 + loud)
    if hint is _REPLY:
        return (-2.0, -8.0, -8.0, 1.5 - 0.3 * asks, -1.5, -5.0, -5.0, -2.5)
    if hint is _TURN:
        return (-1.0, 0.3 + 0.8 * asks, -3.0, 1.2 - 0.5 * asks, -2.0, -3.0, -3.0, -1.5)
    if hint is _PART:
        return (-1.0, -8.0, -4.0, -4.0, -1.0, -1.0, 0.0, -0.5)
    if hint is _ASIDE:
        return (0.0, -8.0, -4.0, -4.0, -3.0, 0.5, 0.5, 0.0)
    return _bare(feature, after, reading, asks, fresh)


def _bare(
    feature: Feature, after: Feature | None, reading: Reading, asks: float, fresh: float
) -> tuple[float, ...]:
    """A segment without a marker: speech that goes on, furniture, or a turn known by its sense."""
    loud = max(0.0, feature.noise)
    missed = max(0.0, asks - 1.0)  # a question that the reading does not explain
    furniture = -0.1 - 0.5 * missed if loud else 2 * feature.noise - 0.6
    if not reading.bare_ask or feature.inset:
        ask, unasked = -9.0, -0.4 * missed * (not feature.inset)
    else:
        ask = asks - 0.9 - loud + _turns(feature, after) + 0.5 * reading.brisk
        if reading.strict:
            ask += MARKED if feature.marked else STATED
        unasked = -0.6 * max(0.0, asks - 0.8)
    first = (0.3 * feature.reply if reading.bare_reply else -2.5) + unasked - loud - 1.5 * fresh
    on = unasked - loud - 1.5 * fresh - 1.2 * reading.brisk * (not feature.inset)
    end = 0.5 * feature.closing - 0.1 - 0.4 * feature.me
    return 0.0, ask, -1.2 - loud, first, on, furniture, furniture, end


def _turns(feature: Feature, after: Feature | None) -> float:
    """How much a bare segment and the next look like two sides: then "yes", "I" for "you"."""
    if after is None:
        return -1.0
    score = 0.4 if feature.length < 130 else -0.3
    score += 0.7 * after.reply
    if feature.you and after.me and not feature.me:
        score += 0.5
    if feature.me and after.you and not after.me:
        score += 0.5
    return score - 0.5 * feature.reply


def decode(reading: Reading, features: Sequence[Feature], limit: int | None = None) -> Decoded:
    """The best states and their score; `limit` looks at the first so many segments only."""
    score = [0.0] + [NEVER] * 7
    back: list[list[int]] = []
    ways = _moves(reading), _leaving(_moves(reading), UNCLOSED)
    seen = features[:limit]
    opens = True  # what stands above is no question
    posed = False  # what stands right above ends with a question mark
    strange = reading.strange[:limit] or (0.0,) * len(seen)
    for hint, feature, after, odd in zip(
        reading.hints[:limit], seen, (*seen[1:], None), strange, strict=True
    ):
        worth = emissions(hint, feature, after, reading, feature.headed * opens + odd)
        if posed and hint is _BARE and not feature.marked:
            worth = (*worth[:2], worth[2] - POSED, *worth[3:])
        posed = feature.marked
        if not feature.headed:
            flat = hint is _STYLED and feature.asks < 0.0 and feature.titled
            opens = hint is _BARE or flat
        best, came = [], []
        for moves, value in zip(_ways(ways, hint, feature), worth, strict=True):
            top, source = NEVER, 0
            if value > IMPOSSIBLE:
                for state, cost in moves:
                    total = score[state] + cost
                    if total > top:
                        top, source = total, state
            best.append(top + value)
            came.append(source)
        score = best
        back.append(came)
    total, states = _trace(score, back)
    return Decoded(reading=reading, states=tuple(states), score=total + reading.prior)


def _moves(reading: Reading) -> Moves:
    return LIST_MOVES if reading.unanswered else PLAIN_MOVES


def _ways(ways: tuple[Moves, Moves], hint: Hint, feature: Feature) -> Moves:
    """Half of what shows an end counts where one begins, and not on and on behind it."""
    marked, bare = ways
    if hint is not _BARE:
        return marked
    return _leaving(bare, 0.5 * feature.closing) if feature.closing else bare


def _leaving(moves: Moves, worth: float) -> Moves:
    """The same moves where it is worth something to leave the interview."""
    *others, (stay, *enter) = moves
    return (*others, (stay, *((state, cost + worth) for state, cost in enter)))


def _trace(score: list[float], back: list[list[int]]) -> tuple[float, list[State]]:
    ends = [value + final for value, final in zip(score, FINAL, strict=True)]
    state = max(range(8), key=ends.__getitem__)
    total, path = ends[state], []
    for came in reversed(back):
        path.append(STATES[state])
        state = came[state]
    return total, path[::-1]
