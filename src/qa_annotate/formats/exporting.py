"""What an export holds, whatever its format: it stands alone, without the project around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..core.model import Article, Custody, Metadata, Pair, Person, Tool
from ..core.outline import Outline
from ..core.records import Claim, Codebook, CodebookRef, Document, Label, Settlement

EXPORT_FORMAT = "qa-annotate/export/1"


@dataclass(frozen=True, kw_only=True, slots=True)
class ExportedPair:
    """A pair with its words."""

    id: str
    asker: str | None
    respondent: str | tuple[str, ...] | None
    question: str
    answer: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ExportedClaim:
    """A claim with who labelled it, and the question it answers.

    `settled` tells of a claim of an adjudication what it was made from.
    """

    coder: str
    finished: bool
    codebook: CodebookRef
    question: str | None
    claim: Claim
    settled: Settlement | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Reader:
    """What a coder has read of an article, in units."""

    coder: str
    finished: bool
    units_read: int
    units: int
    memo: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ExportedArticle:
    """An article with everything that some coders recorded about it.

    `no_claim` holds the cases that were settled so that no claim is made.
    """

    id: str
    metadata: Metadata
    custody: Custody
    people: tuple[Person, ...]
    pairs: tuple[ExportedPair, ...]
    coders: tuple[Reader, ...]
    claims: tuple[ExportedClaim, ...]
    no_claim: tuple[Settlement, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Export:
    """Articles, claims and the codebook they were labelled by.

    `redacted` tells that names were replaced and digests left out.
    """

    format: str = EXPORT_FORMAT
    redacted: bool = False
    tool: Tool
    codebook: Codebook
    articles: tuple[ExportedArticle, ...]

    @property
    def labels(self) -> Mapping[str, Label]:
        """The codebook's labels by their ids."""
        return {label.id: label for label in self.codebook.labels}


def exported_article(
    article: Article, outline: Outline, documents: tuple[Document, ...], orphaned: bool = False
) -> ExportedArticle:
    """An article and its documents as an export holds them. Claims stand in the text's order.

    Orphaned claims, which stand on no words of this text, are left out unless asked for.
    """
    text = outline.text
    questions = {p.id: text[p.question[0] : p.question[1]] for p in article.pairs}
    claims = [
        ExportedClaim(
            coder=document.coder,
            finished=document.finished,
            codebook=document.codebook,
            question=questions.get(claim.passage),
            claim=claim,
            settled=next((s for s in document.settled if claim.id in s.claims), None),
        )
        for document in documents
        for claim in document.claims
        if orphaned or claim.orphaned is None
    ]
    return ExportedArticle(
        id=article.id,
        metadata=article.metadata,
        custody=article.custody,
        people=article.people,
        pairs=tuple(_pair(pair, text) for pair in article.pairs),
        coders=tuple(_reader(document, outline) for document in documents),
        claims=tuple(sorted(claims, key=lambda c: (c.claim.position, c.coder))),
        no_claim=tuple(s for document in documents for s in document.settled if not s.claims),
    )


def _pair(pair: Pair, text: str) -> ExportedPair:
    return ExportedPair(
        id=pair.id,
        asker=pair.asker,
        respondent=pair.respondent,
        question=text[pair.question[0] : pair.question[1]],
        answer=tuple(text[start:end] for start, end in pair.answer),
    )


def _reader(document: Document, outline: Outline) -> Reader:
    return Reader(
        coder=document.coder,
        finished=document.finished,
        units_read=sum(outline.units_in(span) for span in document.read),
        units=len(outline.units),
        memo=document.memo,
    )
