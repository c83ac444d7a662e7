"""Sentences by sentencex: small, quick, many languages, offsets in code points."""

from __future__ import annotations

from importlib.metadata import version

import sentencex

from ..core.model import Span, Tool
from ..core.text import trimmed


def segmenter() -> Tool:
    """The segmenter's name and version, as `article.yaml` records them."""
    return Tool(name="sentencex", version=version("sentencex"))


def sentences(text: str, span: Span, language: str | None) -> tuple[Span, ...]:
    """Sentences of `text` inside `span`, in order, trimmed of white space."""
    start, end = span
    found = []
    for part in sentencex.get_sentence_boundaries(language or "en", text[start:end]):
        kept = trimmed(text, (start + part["start_index"], start + part["end_index"]))
        if kept[0] < kept[1]:
            found.append(kept)
    return tuple(found)
