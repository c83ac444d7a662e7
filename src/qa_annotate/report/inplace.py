"""Claims drawn in place: a text cut at every boundary, each piece under the claims that cover it.

Claims may overlap and nest, and HTML elements can't: so each claim gets a lane, a line at its own
depth under the words, that no claim it meets has too.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..core.model import Block, Pair, Passage
from ..core.outline import is_read
from ..core.published import ToldArticle, ToldClaim
from ..core.text import overlap

LANES = 8
"""Deeper lines than this share the last lane."""


@dataclass(frozen=True, kw_only=True)
class Numbered:
    """A claim with its number on the page and its lane."""

    number: int
    lane: int
    told: ToldClaim


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A stretch of text under the same claims, the widest first; `begins` are those it opens."""

    text: str
    label: bool
    claims: tuple[Numbered, ...]
    begins: tuple[Numbered, ...]


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """A block as it is shown."""

    role: str
    speaker: str
    direction: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, kw_only=True)
class Section:
    """A passage as it is shown, with its claims, and who has read all of it."""

    id: str
    title: str
    pair: Pair | None
    paragraphs: tuple[Paragraph, ...]
    claims: tuple[Numbered, ...]
    lanes: int
    read_by: tuple[str, ...]


def direction(text: str) -> str:
    """The direction of most of a text's letters.

    >>> direction("قال: No"), direction("The word لا"), direction("12")
    ('rtl', 'ltr', 'ltr')
    """
    kinds = [unicodedata.bidirectional(character) for character in text]
    right = sum(kind in ("R", "AL") for kind in kinds)
    return "rtl" if right > kinds.count("L") else "ltr"


def numbered(claims: Sequence[ToldClaim]) -> tuple[Numbered, ...]:
    """Claims in the text's order, the wider first, with numbers from 1 and lanes from 0."""
    order = sorted(claims, key=lambda c: (c.claim.position[0], -c.claim.position[1], c.coder))
    free: list[int] = []  # for each lane, where its last claim ends
    found = []
    for number, told in enumerate(order, start=1):
        start, end = told.claim.position
        lane = next((at for at, until in enumerate(free) if until <= start), len(free))
        free[lane : lane + 1] = [end]
        found.append(Numbered(number=number, lane=min(lane, LANES - 1), told=told))
    return tuple(found)


def sections(told: ToldArticle) -> Iterator[Section]:
    """The passages of an article with their blocks and claims."""
    claims = numbered([c for c in told.claims if c.claim.orphaned is None])
    for at, passage in enumerate(told.passages):
        last = told.passages[at + 1].start if at + 1 < len(told.passages) else len(told.text) + 1
        held = [c for c in claims if passage.start <= c.told.claim.position[0] < last]
        blocks = [b for b in told.article.blocks if passage.start <= b.start < last]
        yield Section(
            id=passage.id,
            title=_title(passage),
            pair=passage.pair,
            paragraphs=tuple(_paragraph(told.text, block, claims) for block in blocks),
            claims=tuple(held),
            lanes=max((c.lane for c in held), default=-1) + 1,
            read_by=tuple(_readers(told, passage)),
        )


def _title(passage: Passage) -> str:
    if passage.pair is not None:
        return f"Question {passage.id.removeprefix('q')}"
    after = passage.id.removeprefix("after-q")
    return "Introduction" if after == passage.id else f"After question {after}"


def _readers(told: ToldArticle, passage: Passage) -> Iterator[str]:
    """Who has read every sentence of the answer (of the whole passage, outside pairs)."""
    spans = passage.pair.answer if passage.pair else ((passage.start, passage.end),)
    wanted = [
        sentence
        for block in told.article.blocks
        if block.role in ("answer", "intro")
        for sentence in block.sentences
        if any(start <= sentence[0] < end for start, end in spans)
    ]
    for document in told.documents:
        if wanted and all(is_read(document.read, sentence) for sentence in wanted):
            yield document.coder


def _paragraph(text: str, block: Block, claims: Sequence[Numbered]) -> Paragraph:
    inside = [c for c in claims if overlap(c.told.claim.position, (block.start, block.end))]
    return Paragraph(
        role=block.role,
        speaker=block.speaker or "",
        direction=direction(text[block.start : block.end]),
        pieces=tuple(_pieces(text, block, inside)),
    )


def _pieces(text: str, block: Block, claims: Sequence[Numbered]) -> Iterator[Piece]:
    label = block.label or (block.start, block.start)
    bounds = {block.start, block.end, *label}
    bounds |= {p for c in claims for p in c.told.claim.position if block.start < p < block.end}
    ordered = sorted(bounds)
    for start, end in pairwise(ordered):
        covering = [c for c in claims if overlap(c.told.claim.position, (start, end))]
        widest = sorted(covering, key=lambda c: -c.lane)
        yield Piece(
            text=text[start:end],
            label=label[0] <= start and end <= label[1],
            claims=tuple(widest),
            begins=tuple(c for c in covering if c.told.claim.position[0] == start),
        )
