"""Why a page was read as it was: for `parse --why`."""

from __future__ import annotations

from typing import NamedTuple

from ..model import Extraction, Role, Span, Structure
from .parser import Result, consider


class Candidate(NamedTuple):
    """A reading that was tried, and its score over the whole page."""

    convention: str
    score: float
    questions: int


class Why(NamedTuple):
    """What spoke for a block's role: its head as read, the convention's hint, its features."""

    span: Span
    role: Role
    head: str
    hint: str
    features: tuple[tuple[str, float], ...]


class Explanation(NamedTuple):
    """A structure with everything that decided about it."""

    structure: Structure
    candidates: tuple[Candidate, ...]
    evidence: tuple[tuple[str, float], ...]
    blocks: tuple[Why, ...]


def explain(extraction: Extraction) -> Explanation:
    """Read a page and say why."""
    result = consider(extraction)
    evidence = result.best.evidence if result.best else ()
    return Explanation(
        structure=result.structure,
        candidates=tuple(
            Candidate(
                convention=d.reading.convention,
                score=round(d.score, 2),
                questions=sum(state == 1 for state in d.states),
            )
            for d in result.ranked
        ),
        evidence=tuple((e.name, round(e.weight, 2)) for e in evidence),
        blocks=tuple(_why(result, index) for index in range(len(result.structure.blocks))),
    )


def _why(result: Result, index: int) -> Why:
    block, feature = result.structure.blocks[index], result.page.features[index]
    head = result.page.segments[index].head
    reading = result.best.decoded.reading if result.best else None
    rows = (
        ("asks", feature.asks),
        ("you", float(feature.you)),
        ("I", float(feature.me)),
        (f"like {feature.noise_role}", feature.noise),
    )
    return Why(
        span=(block.start, block.end),
        role=block.role,
        head=f"{head.kind} {head.key}".strip(),
        hint=reading.hints[index].name.lower() if reading else "none",
        features=tuple((name, round(value, 2)) for name, value in rows if value),
    )
