"""CSV: a claim a row, with cells that a spreadsheet can't take for formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from .exporting import Export, ExportedArticle, ExportedClaim

COLUMNS = (
    "article",
    "claim",
    "coder",
    "label",
    "reason",
    "quote",
    "start",
    "end",
    "before",
    "after",
    "passage",
    "question",
    "speaker",
    "attributed_to",
    "against",
    "decided_by",
    "decided_at",
    "evidence",
    "links",
    "note",
    "finished",
    "codebook",
    "title",
    "publisher",
    "published",
    "source_sha256",
    "text_sha256",
    "settled",
    "originals",
)

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(cell: str) -> str:
    """A cell that no spreadsheet evaluates: an apostrophe before what would start a formula.

    >>> harmless("=1+1"), harmless("plain")
    ("'=1+1", 'plain')
    """
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def write(export: Export) -> str:
    """The claims of an export as CSV with a header line (RFC 4180)."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for article in export.articles:
        writer.writerows([harmless(cell) for cell in row] for row in _rows(article))
    return out.getvalue()


def _rows(article: ExportedArticle) -> Iterator[list[str]]:
    about = article.metadata
    for exported in article.claims:
        yield [
            article.id,
            *_claim_cells(exported),
            about.title or "",
            about.publisher or "",
            about.published or "",
            article.custody.source_sha256,
            article.custody.text_sha256,
            *_settled_cells(exported),
        ]


def _settled_cells(exported: ExportedClaim) -> tuple[str, str]:
    """How a claim was settled, and what each coder had said."""
    settled = exported.settled
    if settled is None:
        return "", ""
    told = (f"{o.coder}: {o.label or 'no claim'} {o.claim or ''}" for o in settled.originals)
    return settled.how, "; ".join(map(str.strip, told))


def _claim_cells(exported: ExportedClaim) -> list[str]:
    claim = exported.claim
    return [
        claim.id,
        exported.coder,
        claim.label,
        claim.reason or "",
        claim.quote,
        str(claim.position[0]),
        str(claim.position[1]),
        *claim.context,
        claim.passage,
        exported.question or "",
        claim.speaker or "",
        claim.attributed_to or "",
        claim.against or "",
        claim.decided.by,
        claim.decided.at,
        " ".join(item.locator for item in claim.evidence),
        " ".join(f"{link.how}:{link.claim}" for link in claim.links),
        claim.note,
        "yes" if exported.finished else "no",
        f"{exported.codebook.id} {exported.codebook.version}",
    ]
