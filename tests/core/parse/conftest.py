"""Interviews as their readers see them: paragraphs, each with what it is.

A sketch is a short article whose paragraphs stand apart by blank lines. Each begins with one
letter: Q for a question, A for an answer, - for anything else. In braces follows how a paragraph
is set: {bold}, {italic}, {h1} to {h4}, {term}, {item}, {quote}, {box}, {image}, {link}, {rule}
(a thematic break above), {class NAME}.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from qa_annotate.core.model import Extraction, Mark, MarkKind, Metadata, Structure, Tool
from qa_annotate.core.parse import parse

KINDS: dict[str, MarkKind] = {
    "bold": "bold",
    "italic": "italic",
    "term": "term",
    "item": "list_item",
    "quote": "quote",
    "box": "box",
    "image": "image",
    "link": "link",
    "rule": "rule",
}
LETTERS = {frozenset(("question",)): "Q", frozenset(("answer",)): "A"}


@dataclass(frozen=True, kw_only=True)
class Sketch:
    """An article read: what each paragraph was meant to be, what it was taken for."""

    extraction: Extraction
    structure: Structure
    expected: tuple[tuple[str, str], ...]
    found: tuple[tuple[str, str], ...]

    @property
    def people(self) -> list[tuple[object, object]]:
        """Asker and respondent of each pair, without repetition."""
        pairs = [(p.asker, p.respondent) for p in self.structure.pairs]
        return list(dict.fromkeys(pairs))

    @property
    def pairs(self) -> list[tuple[str, list[str]]]:
        text = self.extraction.text
        return [
            (text[slice(*p.question)], [text[slice(*a)] for a in p.answer])
            for p in self.structure.pairs
        ]


def extraction(text: str, marks: tuple[Mark, ...] = (), title: str | None = None) -> Extraction:
    """A text as the ingest layer hands it over."""
    return Extraction(
        text=text,
        marks=marks,
        metadata=Metadata(title=title),
        media_type="text/plain",
        encoding="utf-8",
        extractor=Tool(name="sketch", version="1"),
    )


def _marks(start: int, paragraph: str) -> tuple[str, list[Mark]]:
    marks: list[tuple[MarkKind, int, str]] = []
    while paragraph.startswith("{"):
        name, _, paragraph = paragraph[1:].partition("}")
        if name[0] == "h" and name[1:].isdecimal():
            marks.append(("heading", int(name[1:]), ""))
        elif name.startswith("class "):
            marks.append(("class", 0, name[6:]))
        else:
            marks.append((KINDS[name], 1, "-" if name == "item" else ""))
    end = start + len(paragraph)
    return paragraph, [
        Mark(start=start, end=end, kind=kind, level=level, value=value)
        for kind, level, value in marks
    ]


@pytest.fixture(scope="session")
def read() -> Callable[[str], Sketch]:
    """Read a sketch."""

    def reader(source: str) -> Sketch:
        text, marks, spans = "", [], []
        for part in source.strip().split("\n\n"):
            paragraph, found = _marks(len(text), part[2:])
            spans.append((part[0], len(text), len(text) + len(paragraph)))
            marks += found
            text += paragraph + "\n\n"
        given = extraction(text, tuple(marks))
        structure = parse(given)
        taken = []
        for _, start, end in spans:
            roles = {b.role for b in structure.blocks if b.start < end and b.end > start}
            both = roles & {"question", "answer"}
            letter = LETTERS.get(frozenset(roles), "-" if not both else "+".join(sorted(roles)))
            taken.append((letter, text[start:end][:40]))
        return Sketch(
            extraction=given,
            structure=structure,
            expected=tuple((letter, text[start:end][:40]) for letter, start, end in spans),
            found=tuple(taken),
        )

    return reader


@pytest.fixture(scope="session")
def plain() -> Callable[[str], Extraction]:
    """A plain text as an extraction."""
    return extraction
