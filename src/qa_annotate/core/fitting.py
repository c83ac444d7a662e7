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


def stands(claim: Claim, text: str) -> bool:
    """Whether a claim's words are where it says."""
    start, end = claim.position
    return claim.orphaned is None and start < end and text[start:end] == claim.quote


def misfits(document: Document, text: str) -> Iterator[Claim]:
    """Claims that say they stand somewhere, and whose words are not there."""
    for claim in document.claims:
        if claim.orphaned is None and not stands(claim, text):
            yield claim


def last_place(claim: Claim, text_sha256: str) -> Orphaned:
    """Where a claim stands in the text of that digest; of one without a place, where it did."""
    return claim.orphaned or Orphaned(text_sha256=text_sha256, position=claim.position)


def lost(claim: Claim, text_sha256: str) -> Claim:
    """A claim without a place, that knows where it stood last."""
    return replace(claim, position=NOWHERE, orphaned=last_place(claim, text_sha256))


def as_it_stands(document: Document, text: str, text_sha256: str) -> Document:
    """A document to be shown or exported: what doesn't stand in the text has no place in it."""
    if document.text_sha256 == text_sha256:
        gone, read = {claim.id for claim in misfits(document, text)}, document.read
    else:
        gone, read = {claim.id for claim in document.claims}, ()
    if not gone and read == document.read:
        return document
    claims = tuple(lost(c, document.text_sha256) if c.id in gone else c for c in document.claims)
    return replace(document, claims=claims, read=read)


def trouble(document: Document, text: str, text_sha256: str, article: str) -> str:
    """What to tell a person of a document that doesn't fit its text, and what to run; else ""."""
    if document.text_sha256 != text_sha256:
        words = f"{document.coder} labelled {article} on an earlier text of it"
        return f"{words}: bring it up with qa-annotate reanchor {article}"
    gone = [claim.id for claim in misfits(document, text)]
    if not gone:
        return ""
    count = "1 claim does" if len(gone) == 1 else f"{len(gone)} claims do"
    words = f"{article}, {document.coder}: {count} not stand on the words quoted ({gone[0]}"
    more = ", …" if len(gone) > 1 else ""
    return (
        f"{words}{more}): qa-annotate check names the lines, qa-annotate reanchor {article} mends"
    )
