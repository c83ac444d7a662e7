"""From a source that was read to the record of an article, custody included."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..adapters.versions import segmenter
from ..core.model import Article, Custody
from ..core.text import sha256_bytes, sha256_text
from .reading import Read
from .world import TOOL


@dataclass(frozen=True, kw_only=True)
class Retrieved:
    """When a source was taken in, by whom, and from where; empty where nobody is to be named."""

    at: str | None = None
    by: str | None = None
    url: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


def make_article(found: Read, name: str, source: str, retrieved: Retrieved) -> Article:
    """The record of an article."""
    extraction, structure = found.extraction, found.structure
    return Article(
        id=name,
        custody=Custody(
            source=source,
            name=found.name,
            tool=TOOL,
            media_type=extraction.media_type,
            encoding=extraction.encoding,
            bytes=len(found.data),
            source_sha256=sha256_bytes(found.data),
            text_sha256=sha256_text(found.text),
            extractor=extraction.extractor,
            retrieved_at=retrieved.at,
            retrieved_by=retrieved.by,
            url=retrieved.url,
            headers=retrieved.headers,
        ),
        metadata=structure.metadata,
        people=structure.people,
        reading=structure.reading,
        segmenter=segmenter(),
        blocks=found.blocks(),
        pairs=structure.pairs,
    )
