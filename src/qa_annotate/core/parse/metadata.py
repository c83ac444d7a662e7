"""What an article says about itself, from its format's metadata first and its text second."""

from __future__ import annotations

import re
from dataclasses import replace

from ..model import Metadata
from .dates import find_date
from .page import Page

_PUBLISHER = re.compile(
    r"(?:for more from|more from|originally (?:published|appeared) (?:in|on|by|at)|©|subscribe to|"
    r"copyright)\s+(?:\d{4}\s+)?(?:the\s+)?([A-Z][\w’'&.-]*(?:\s[A-Z][\w’'&.-]*){0,3}?)"
    r"(?=,|\.|\n|$| for | on | at )",
    re.IGNORECASE,
)
HEAD_SEGMENTS = 8


def metadata(page: Page, hints: Metadata, title_at: int | None) -> Metadata:
    """Hints of the format, and what the text adds."""
    title = (
        page.text[page.segments[title_at].start : page.segments[title_at].end]
        if title_at is not None
        else None
    )
    return replace(
        hints,
        title=hints.title or title,
        published=hints.published or _published(page),
        language=page.language,
        publisher=hints.publisher or _publisher(page),
    )


def _published(page: Page) -> str | None:
    for segment in page.segments[:HEAD_SEGMENTS]:
        if found := find_date(page.text[segment.start : min(segment.end, segment.start + 200)]):
            return found
    return None


def _publisher(page: Page) -> str | None:
    tail = page.text[-1500:]
    names = [match[1].strip() for match in _PUBLISHER.finditer(tail)]
    name = names[-1] if names else ""
    return name if name[:1].isupper() else None
