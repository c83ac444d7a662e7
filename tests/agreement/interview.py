"""A small interview and what is needed to code it by hand: the language of these tests.

`coded("amal", "v", {"1": "verified"})` is Amal's document: she read the sentences whose letters
stand in the second argument, and made claims on those in the third.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qa_annotate.core.model import (
    Article,
    Block,
    Custody,
    Metadata,
    Pair,
    Reading,
    Sentence,
    Span,
    Tool,
)
from qa_annotate.core.records import Claim, CodebookRef, Decided, Document
from qa_annotate.core.text import joined, sha256_text

SENTENCES = (
    ("A talk with a driver.", "intro"),
    ("What did you see?", "question"),
    ("Tanks came at dawn.", "answer"),
    ("They shot two men.", "answer"),
    ("And then?", "question"),
    ("We left for the river.", "answer"),
    ("A bridge near the town.", "caption"),
    ("Nobody came back.", "answer"),
)
TEXT = "\n\n".join(words for words, _ in SENTENCES)
NAMES = "abcdefgh"
"""Sentence a is the introduction; c, d answer the first question, f, h the second."""


def span(name: str) -> Span:
    """Where the sentence of this letter stands; "cd" runs from c to d."""
    starts = [TEXT.index(SENTENCES[NAMES.index(letter)][0]) for letter in name]
    return min(starts), max(
        TEXT.index(words) + len(words) for words, _ in (SENTENCES[NAMES.index(n)] for n in name)
    )


def sentences() -> list[Sentence]:
    """Every sentence, its own block; those of answers and introduction are units."""
    return [
        Sentence(
            index=at,
            start=span(name)[0],
            end=span(name)[1],
            block=at,
            passage=0,
            role=role,  # type: ignore[arg-type]
            unit=role in ("answer", "intro"),
        )
        for at, (name, (_, role)) in enumerate(zip(NAMES, SENTENCES, strict=True))
    ]


def article(name: str = "driver") -> Article:
    """The interview with its two pairs."""
    tool = Tool(name="test", version="1")
    return Article(
        id=name,
        custody=Custody(
            source="driver.txt",
            name="driver.txt",
            media_type="text/plain",
            encoding="utf-8",
            bytes=len(TEXT),
            source_sha256="",
            text_sha256=sha256_text(TEXT),
            extractor=tool,
        ),
        metadata=Metadata(),
        reading=Reading(parser=tool, convention="test", confidence=1.0),
        segmenter=tool,
        blocks=tuple(
            Block(start=span(n)[0], end=span(n)[1], role=role)  # type: ignore[arg-type]
            for n, (_, role) in zip(NAMES, SENTENCES, strict=True)
        ),
        pairs=(
            Pair(id="q1", question=span("b"), answer=(span("c"), span("d"))),
            Pair(id="q2", question=span("e"), answer=(span("f"), span("h"))),
        ),
    )


def claim(where: str | Span, label: str, reason: str | None = None, **more: Any) -> Claim:
    """A claim on a sentence, on several, or on a stretch."""
    position = span(where) if isinstance(where, str) else where
    return Claim(
        id=more.pop("id", f"c{position[0]}-{position[1]}-{label}"),
        label=label,
        quote=TEXT[position[0] : position[1]],
        position=position,
        reason=reason,
        decided=Decided(by="x", at="2026-01-01T00:00:00Z"),
        **more,
    )


def coded(
    coder: str,
    read: str,
    claims: dict[str, str] | Sequence[Claim] = (),
    *,
    text: str = TEXT,
    version: str = "1.0",
    finished: bool = True,
    name: str = "driver",
) -> Document:
    """One coder's document."""
    made = [claim(*item) for item in claims.items()] if isinstance(claims, dict) else claims
    return Document(
        article=name,
        text_sha256=sha256_text(text),
        codebook=CodebookRef(id="test", version=version),
        coder=coder,
        finished=finished,
        read=joined([span(letter) for letter in read], TEXT),
        claims=tuple(made),
    )
