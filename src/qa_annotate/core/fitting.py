"""Whether a document's claims stand on their words in the text there is now.

Positions count in one text alone. Where a document stands on another, or a claim's words are not at
its position, nothing may show, count or export the claim as if it stood there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from .model import Span
from .records import Claim, Document, Orphaned

NOWHERE: Span = (0, 0)
"""The position of a claim without a place."""


def misfits(document: Document, text: str) -> Iterator[Claim]:
    """Claims that say they stand somewhere, and whose words are not there."""
    for claim in document.claims:
        if claim.orphaned is None and text[slice(*claim.position)] != claim.quote:
            yield claim


def as_it_stands(document: Document, text: str, text_sha256: str) -> Document:
    """A document to be shown or exported: what doesn't stand in the text has no place in it."""
    if document.text_sha256 == text_sha256:
        lost, read = {claim.id for claim in misfits(document, text)}, document.read
    else:
        lost, read = {claim.id for claim in document.claims}, ()
    if not lost and read == document.read:
        return document
    claims = tuple(_lost(c, document) if c.id in lost else c for c in document.claims)
    return replace(document, claims=claims, read=read)


def _lost(claim: Claim, document: Document) -> Claim:
    stood = claim.orphaned or Orphaned(text_sha256=document.text_sha256, position=claim.position)
    return replace(claim, position=NOWHERE, orphaned=stood)


def trouble(document: Document, text: str, text_sha256: str, article: str) -> str:
    """What to tell a person of a document that doesn't fit its text, and what to run; else ""."""
    if document.text_sha256 != text_sha256:
        words = f"{document.coder} labelled {article} on an earlier text of it"
        return f"{words}: bring it up with qa-annotate reanchor {article}"
    lost = [claim.id for claim in misfits(document, text)]
    if not lost:
        return ""
    count = "1 claim does" if len(lost) == 1 else f"{len(lost)} claims do"
    words = f"{article}, {document.coder}: {count} not stand on the words quoted ({lost[0]}"
    more = ", …" if len(lost) > 1 else ""
    return (
        f"{words}{more}): qa-annotate check names the lines, qa-annotate reanchor {article} mends"
    )
