"""A claim put on words of the text, where a person or a proof says."""

from __future__ import annotations

from dataclasses import replace

from .anchoring import context
from .editing import Hand, read_span
from .model import Span
from .outline import Outline
from .records import Claim, ClaimChange, Document, Edit


def standing(claim: Claim, span: Span, outline: Outline) -> Claim:
    """A claim on a span: its words, context and passage are those of the text."""
    passage = outline.passage_of(span)
    return replace(
        claim,
        quote=outline.text[slice(*span)],
        position=span,
        context=context(outline.text, span),
        passage=passage.id if passage else "",
        orphaned=None,
    )


def with_speaker(claim: Claim, outline: Outline) -> Claim:
    """A claim of which nobody said whose voice it is, as that of who speaks there."""
    return replace(claim, speaker=claim.speaker or outline.speaker_of(claim.position))


def accept(document: Document, claim: Claim, span: Span, hand: Hand, why: str) -> Edit:
    """An orphaned claim put where a person says; its sentences count as read."""
    after = standing(claim, span, hand.outline)
    change = ClaimChange(id=claim.id, before=claim, after=after)
    read = read_span(document, span, hand).read
    return Edit(action="place", claims=(change,), read=read, why=why)
