"""The way from an extraction to a structure, step by step."""

from __future__ import annotations

from math import exp
from typing import Final, NamedTuple

from ..model import Block, Extraction, Metadata, Pair, Person, Reading, Role, Span, Structure, Tool
from .conventions import readings
from .decoder import Decoded, Hint, State, decode
from .decoder import Reading as Proposal
from .heads import Segment
from .judgement import Evidence, weigh
from .lines import UNSEEN
from .metadata import metadata
from .page import Page, read_page
from .pairs import SPOKEN, Exchange, answer_spans, exchanges, question_span
from .people import Roster, answered_by, asked_by, roster
from .roles import roles, title_index
from .settle import settled

PARSER: Final = Tool(name="qa-annotate", version="1")
SAME: Final = 0.8
NARRATIVE: Final = "no interview"
SAMPLE: Final = 500
"""Segments that are enough to tell the conventions of a very long page apart."""


class Judged(NamedTuple):
    """A decoded reading, its exchanges and the evidence that it is an interview."""

    decoded: Decoded
    found: tuple[Exchange, ...]
    people: Roster
    evidence: tuple[Evidence, ...]

    @property
    def plausibility(self) -> float:
        return sum(e.weight for e in self.evidence)


class Result(NamedTuple):
    """All that was thought about a page: every candidate, and the one that was chosen, if any."""

    page: Page
    ranked: tuple[Decoded, ...]
    best: Judged | None
    chosen: Judged | None
    structure: Structure


def parse(extraction: Extraction) -> Structure:
    """The blocks, people and question/answer pairs of a page."""
    return consider(extraction).structure


def consider(extraction: Extraction) -> Result:
    """Read a page and keep what was weighed on the way."""
    page = read_page(extraction)
    ranked = _ranked(page)
    best = _judged(page, ranked[0], extraction.metadata) if ranked else None
    chosen = best if best and best.plausibility > 0 else None
    return Result(
        page=page,
        ranked=ranked,
        best=best,
        chosen=chosen,
        structure=_structure(page, chosen, extraction.metadata, _confidence(ranked, best)),
    )


def _ranked(page: Page) -> tuple[Decoded, ...]:
    """Every reading decoded, the best first; the best of a long page is decoded to its end."""
    limit = SAMPLE if len(page.segments) > 2 * SAMPLE else None
    tried = [decode(proposal, page.features, limit) for proposal in readings(page)]
    tried.sort(key=lambda d: -d.score)
    if limit and tried:
        tried[0] = decode(tried[0].reading, page.features)
    return tuple(tried)


def _judged(page: Page, decoded: Decoded, hints: Metadata) -> Judged:
    decoded = settled(page, decoded)
    found = exchanges(page, decoded)
    people = roster(page, decoded, found, hints)
    evidence = weigh(page, decoded, found, people, hints.title or "")
    return Judged(decoded=decoded, found=found, people=people, evidence=evidence)


def _confidence(ranked: tuple[Decoded, ...], best: Judged | None) -> float:
    """How clearly the chosen reading won: over the next best, and over no interview at all."""
    if not best:
        return 1.0
    sure = 1 / (1 + exp(-min(30.0, abs(best.plausibility))))
    chosen = _asked(best.decoded)
    rivals = (d.score for d in ranked[1:] if _differ(chosen, _asked(d)))
    margin = ranked[0].score - max(rivals, default=0.0)
    if best.plausibility <= 0:
        return round(sure, 3)
    return round(sure * min(1.0, 0.5 + 0.5 * margin / (3.0 + 0.2 * len(best.found))), 3)


def _asked(decoded: Decoded) -> frozenset[int]:
    return frozenset(i for i, state in enumerate(decoded.states) if state is State.ASK)


def _differ(one: frozenset[int], two: frozenset[int]) -> bool:
    """Whether two readings are really two: fewer than four in five of their questions agree."""
    return len(one & two) < SAME * len(one | two)


def _structure(page: Page, chosen: Judged | None, hints: Metadata, confidence: float) -> Structure:
    states = chosen.decoded.states if chosen else (State.BEFORE,) * len(page.segments)
    title_at = title_index(page, states, hints.title)
    given = roles(page, states, title_at)
    if not chosen:
        given = ["note" if role == "question" else role for role in given]
    people: tuple[Person, ...] = chosen.people.people if chosen else ()
    return Structure(
        metadata=metadata(page, hints, title_at, chosen.people.outlet if chosen else None),
        people=people,
        reading=Reading(
            parser=PARSER,
            convention=chosen.decoded.reading.convention if chosen else NARRATIVE,
            confidence=confidence,
        ),
        blocks=_blocks(page, chosen, given),
        pairs=_pairs(page, chosen) if chosen else (),
    )


def _pairs(page: Page, judged: Judged) -> tuple[Pair, ...]:
    decoded, people = judged.decoded, judged.people
    return tuple(
        Pair(
            id=f"q{number}",
            question=question_span(page, decoded, exchange),
            answer=answer_spans(page, decoded, exchange),
            asker=asked_by(exchange.question, people),
            respondent=answered_by(exchange.answers, people),
        )
        for number, exchange in enumerate(judged.found, 1)
    )


def _blocks(page: Page, judged: Judged | None, given: list[Role]) -> tuple[Block, ...]:
    speakers = _speakers(judged) if judged else {}
    hints: Proposal | None = judged.decoded.reading if judged else None
    out = []
    spans = _with_unseen(page)
    for index, (segment, role) in enumerate(zip(page.segments, given, strict=True)):
        said = hints and role in ("question", "answer")
        out.append(
            Block(
                start=spans[index][0],
                end=spans[index][1],
                role=role,
                speaker=speakers.get(index) if said else None,
                label=_label(page, segment, hints.hints[index]) if hints and said else None,
            )
        )
    return tuple(out)


def _with_unseen(page: Page) -> list[Span]:
    """The spans of the segments, with the marks that nobody sees at their edges: those belong to
    the block on their line.
    """
    spans = [(segment.start, segment.end) for segment in page.segments]
    if not spans or all(mark not in page.text for mark in UNSEEN):
        return spans
    for index in range(len(spans) + 1):
        end = spans[index - 1][1] if index else 0
        start = spans[index][0] if index < len(spans) else len(page.text)
        above, line_end, below = page.text[end:start].rpartition("\n")
        if index == len(spans):
            above, below = f"{above}{line_end}{below}", ""
        if index:
            spans[index - 1] = (spans[index - 1][0], end + len(above.rstrip()))
        if index < len(spans):
            spans[index] = (start - len(below.lstrip()), spans[index][1])
    return spans


def _label(page: Page, segment: Segment, hint: Hint) -> Span | None:
    """The label or marker at a segment's head, if the reading counts it as one."""
    if hint not in SPOKEN or segment.content == segment.start:
        return None
    label = page.text[segment.start : segment.content].rstrip()
    return (segment.start, segment.start + len(label)) if label else None


def _speakers(judged: Judged) -> dict[int, str | None]:
    """Who says each segment of the interview."""
    out: dict[int, str | None] = {}
    for exchange in judged.found:
        asker = asked_by(exchange.question, judged.people)
        out |= dict.fromkeys(exchange.question.segments, asker)
        for turn in exchange.answers:
            who = answered_by((turn,), judged.people)
            name = who if isinstance(who, str) or who is None else " and ".join(who)
            out |= dict.fromkeys(turn.segments, name)
    return out
