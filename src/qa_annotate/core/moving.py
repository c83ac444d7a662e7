"""A document moved from one text of its article to another: one edit, and what became of each
claim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from .fitting import last_place, lost, misfits
from .folding import Folded
from .model import Span
from .outline import Outline
from .proposing import Matcher, propose, propose_quote, slot_of
from .reanchoring import (
    Placed,
    Selector,
    Texts,
    between,
    known_sentences,
    locate,
    place,
    still_read,
)
from .records import Claim, ClaimChange, Correction, Document, Edit, Reanchored
from .results import Proposal
from .standing import standing
from .text import joined, sha256_text


@dataclass(frozen=True, kw_only=True)
class Moved:
    """What became of one claim: its old and new position, how alike, what a person may accept."""

    coder: str
    claim: str
    outcome: Literal["exact", "moved", "orphaned"]
    quote: str
    before: Span
    after: Span | None
    similarity: float
    proposals: tuple[Proposal, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Move:
    """A document's way to the new text."""

    edit: Edit
    claims: tuple[Moved, ...]


class Versions:
    """An article's texts by their digests, folded once, and the new one that all lead to."""

    def __init__(self, earlier: Mapping[str, str], outline: Outline) -> None:
        self.outline = outline
        self.digest = sha256_text(outline.text)
        self._earlier = earlier
        self.new = Folded(outline.text)
        self._texts: dict[str, Texts] = {}

    def since(self, digest: str) -> Texts | None:
        """The text of that digest and the new one; None where it was not kept."""
        if digest not in self._texts and digest in self._earlier:
            self._texts[digest] = Texts(Folded(self._earlier[digest]), self.new)
        return self._texts.get(digest)


def move(document: Document, versions: Versions, matcher: Matcher, why: str) -> Move:
    """Every claim of a document to the new text, and what was read with them.

    Claims that an earlier move had orphaned are looked for again, in the text they stood in.
    """
    texts = versions.since(document.text_sha256)
    assert texts is not None, "the text that the document stands on is kept"
    told = [_moved(document, claim, versions, matcher) for claim in document.claims]
    changes = [
        ClaimChange(id=claim.id, before=claim, after=after)
        for claim, moved in zip(document.claims, told, strict=True)
        if (after := _after(claim, moved, versions, document.text_sha256)) != claim
    ]
    sentences = [(s.start, s.end) for s in versions.outline.sentences]
    read = joined(still_read(texts, document.read, sentences), versions.outline.text)
    about = Reanchored(
        before=document.text_sha256,
        after=versions.digest,
        read_before=document.read,
        read_after=read,
        redactions_before=document.redactions,
        redactions_after=tuple(_marks(document.redactions, texts, sentences)),
    )
    edit = Edit(action="reanchor", claims=tuple(changes), reanchored=about, why=why)
    return Move(edit=edit, claims=tuple(told))


def _marks(marks: Sequence[Span], texts: Texts, sentences: Sequence[Span]) -> Iterator[Span]:
    """What is not to be published in the new text: marked words where they stand, else whatever
    stands in their place."""
    known = list(known_sentences(texts, sentences)) if marks else []
    for mark in marks:
        found = place(texts, mark).position or between(texts, mark, known)
        if found is not None:
            yield found


def mended(document: Document, versions: Versions, matcher: Matcher) -> Move:
    """A document that stands on the new text already: its orphaned claims with proposals.

    Claims whose words aren't at their position (somebody changed one of the two by hand) are looked
    for by their quotes and context; where that proves nothing, they are orphaned.
    """
    gone = {claim.id for claim in misfits(document, versions.outline.text)}
    told, changes = [], []
    for claim in document.claims:
        if claim.id in gone:
            moved = _located(claim, document, versions, matcher)
            after = _after(claim, moved, versions, document.text_sha256)
            changes.append(ClaimChange(id=claim.id, before=claim, after=after))
            told.append(moved)
        elif claim.orphaned is not None:
            moved = _moved(document, claim, versions, matcher)
            told.append(replace(moved, outcome="orphaned", after=None))
    why = "words and position did not fit" if changes else ""
    edit = Edit(action="reanchor", claims=tuple(changes), why=why)
    return Move(edit=edit, claims=tuple(told))


def last_seen(claim: Claim, versions: Versions) -> Span | None:
    """What stands now where a claim without a place stood last; None where nothing does.

    Nothing is placed there: it tells which words can't be said to carry no claim.
    """
    stood = claim.orphaned
    if stood is None or stood.text_sha256 == versions.digest:
        return stood.position if stood else None
    texts = versions.since(stood.text_sha256)
    if texts is None:
        return None
    slot = slot_of(texts, texts.old.into(stood.position))
    start, end = texts.new.back(slot.inner or slot.outer)
    return (start, end) if start < end else None


def _located(claim: Claim, document: Document, versions: Versions, matcher: Matcher) -> Moved:
    placed = locate(selector_of(claim), versions.new)
    proposals = () if placed.position else propose_quote(selector_of(claim), versions.new, matcher)
    return _told(document, claim, claim.position, placed, proposals)


def selector_of(claim: Claim) -> Selector:
    """How a claim is found by its words alone."""
    before, after = claim.context
    return Selector(quote=claim.quote, before=before, after=after)


def _moved(document: Document, claim: Claim, versions: Versions, matcher: Matcher) -> Moved:
    stood = last_place(claim, document.text_sha256)
    texts = versions.since(stood.text_sha256)
    fits = texts is not None and texts.old.text[slice(*stood.position)] == claim.quote
    placed = place(texts, stood.position) if texts and fits else Placed(outcome="orphaned")
    proposals: tuple[Proposal, ...] = ()
    if placed.position is None and texts and fits:
        proposals = propose(texts, stood.position, matcher)
    elif placed.position is None:
        proposals = propose_quote(selector_of(claim), versions.new, matcher)
    return _told(document, claim, stood.position, placed, proposals)


def _told(
    document: Document,
    claim: Claim,
    before: Span,
    placed: Placed,
    proposals: tuple[Proposal, ...],
) -> Moved:
    likeness = 1.0 if placed.position else (proposals[0].similarity if proposals else 0.0)
    return Moved(
        coder=document.coder,
        claim=claim.id,
        outcome=placed.outcome,
        quote=claim.quote,
        before=before,
        after=placed.position,
        similarity=likeness,
        proposals=proposals,
    )


def _after(claim: Claim, moved: Moved, versions: Versions, text_sha256: str) -> Claim:
    if moved.after is not None:
        return standing(claim, moved.after, versions.outline)
    return lost(claim, text_sha256)


def proposed(
    claim: Claim, earlier: Mapping[str, str], text: Folded, matcher: Matcher
) -> tuple[Proposal, ...]:
    """Where an orphaned claim may stand; by its quote alone where the text it stood in is gone."""
    stood = claim.orphaned
    if stood is None:
        return ()
    old = earlier.get(stood.text_sha256, "")
    if old[slice(*stood.position)] != claim.quote:
        return propose_quote(selector_of(claim), text, matcher)
    return propose(Texts(Folded(old), text), stood.position, matcher)


def carried(corrections: Sequence[Correction], texts: Texts) -> Iterator[Correction | None]:
    """Corrections of the structure as ones of the new text; None where their words went."""
    for correction in corrections:
        found = place(texts, correction.span).position
        length = correction.span[1] - correction.span[0]
        if found is None or found[1] - found[0] != length:
            yield None
            continue
        at = correction.position
        moved = None if at is None else at - correction.span[0] + found[0]
        yield replace(correction, span=found, position=moved)
