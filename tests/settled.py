"""Coders at one small interview, and somebody who settles what they disagree on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from qa_annotate.core import editing
from qa_annotate.core.cases import Case, Source, cases
from qa_annotate.core.editing import Hand
from qa_annotate.core.model import Span
from qa_annotate.core.outline import Outline, mark_read
from qa_annotate.core.records import Codebook, CodebookRef, Document
from qa_annotate.core.settling import Bench

AT = "2026-11-25T09:00:00Z"
Said = Sequence[tuple[str, str] | tuple[str, str, Mapping[str, Any]]]


@dataclass(frozen=True)
class Table:
    """A table at which some coders' documents lie: `says` lays one more on it."""

    outline: Outline
    codebook: Codebook
    sources: tuple[Source, ...] = ()

    def says(self, coder: str, *said: Any, unread: Sequence[str] = ()) -> Table:
        """A coder who claims some words under some labels, and has read all but some others."""
        document = self.empty(coder)
        hand = replace(self.hand, coder=coder, at="2026-11-22T10:00:00Z")
        for number, (words, label, *details) in enumerate(said):
            new_id = editing.claim_id(sum(map(ord, coder)) * 1000 + number)
            edit = editing.label_span(document, self.span(words), label, new_id, hand)
            document = editing.apply(document, edit, self.outline.text)
            if details:
                claims = [
                    replace(c, **details[0]) if c.id == new_id else c for c in document.claims
                ]
                document = replace(document, claims=tuple(claims))
        return self.with_document(replace(document, read=self._read(unread)))

    def with_document(self, document: Document) -> Table:
        """One more document on the table, or another in place of one that lies there."""
        source = Source(
            document=document,
            revision=len(document.claims) + 2,
            head=f"{document.coder}-head",
            digests={c.id: repr(replace(c, position=(0, 0))) for c in document.claims},
        )
        others = [s for s in self.sources if s.coder != document.coder]
        return replace(self, sources=tuple(sorted([*others, source], key=lambda s: s.coder)))

    def _read(self, unread: Sequence[str]) -> tuple[Span, ...]:
        out = [self.span(words) for words in unread]
        read: tuple[Span, ...] = ()
        for s in self.outline.sentences:
            if not any(s.start < b and a < s.end for a, b in out):
                read = mark_read(read, (s.start, s.end), self.outline.text)
        return read

    def empty(self, coder: str) -> Document:
        """A document with nothing in it."""
        return Document(
            kind="adjudication" if coder == "adjudicated" else "coder",
            article="bridge",
            text_sha256="0" * 64,
            codebook=CodebookRef(id="claims-evidence", version="1.0"),
            coder=coder,
        )

    @property
    def hand(self) -> Hand:
        """Who settles."""
        return Hand(coder="zoe", at=AT, codebook=self.codebook, outline=self.outline)

    def bench(self, fresh: int = 7) -> Bench:
        """Where she sits."""
        return Bench(hand=self.hand, sources=self.sources, fresh=fresh)

    @property
    def cases(self) -> tuple[Case, ...]:
        """What there is to settle."""
        return cases(self.sources, self.outline)

    def span(self, words: str) -> Span:
        """Where some words stand."""
        start = self.outline.text.index(words)
        return start, start + len(words)

    def words(self, span: Span) -> str:
        """The words at a place."""
        return self.outline.text[span[0] : span[1]]
