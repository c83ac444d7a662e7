"""What an article says about itself, from its format's metadata first and its text second."""

from __future__ import annotations

import re
from dataclasses import replace

from ..model import Metadata
from .bylines import author, interviewer
from .dates import find_date
from .names import is_outlet
from .page import Page
from .patterns import pattern

_PUBLISHER = pattern(
    r"(?:for more from|more from|originally (?:published|appeared) (?:in|on|by|at)|©|subscribe to|"
    r"copyright)\s+(?:\d{4}\s+)?(?:the\s+)?([A-Z][\w’'&.-]*(?:\s[A-Z][\w’'&.-]*){0,3}?)"
    r"(?=,|\.|\n|$| for | on | at )",
    re.IGNORECASE,
)
_BYLINE = pattern(
    r"(?:(?:text |words |story |written )?by|von|por|par|door|di|de|text:|autor:|author:) "
    r"([^\W\d_][^\n|,;:0-9•–—(]{2,60}?)(?= ?[\n|,;:•–—(]| \d|\.?$)",
    re.IGNORECASE,
)
HEAD_SEGMENTS = 8
SHORT = 140


def metadata(page: Page, hints: Metadata, title_at: int | None, outlet: str | None) -> Metadata:
    """Hints of the format, and what the text adds; `outlet` asks under its own name."""
    title = None
    if title_at is not None:
        title = page.text[page.segments[title_at].start : page.segments[title_at].end]
    return replace(
        hints,
        title=hints.title or title,
        author=hints.author or _author(page),
        published=hints.published or _published(page),
        language=page.language,
        publisher=hints.publisher or _publisher(page) or outlet,
    )


def _short_lines(page: Page) -> list[str]:
    """The short segments near the head of a page: dates, bylines and the like."""
    found = page.segments[:HEAD_SEGMENTS]
    return [page.text[s.start : s.end] for s in found if s.end - s.start < SHORT]


def _published(page: Page) -> str | None:
    return next(
        (date for line in _short_lines(page) if (date := find_date(line, page.language))), None
    )


def _author(page: Page) -> str | None:
    """The names of a byline, without what follows them."""
    for line in _short_lines(page):
        if name := author(line):
            return name
        if (match := _BYLINE.match(line)) and match[1][0].isupper():
            return match[1].strip()
    asked = interviewer("\n".join(_short_lines(page)))
    return asked if asked and not is_outlet(asked) else None


def _publisher(page: Page) -> str | None:
    tail = page.text[-1500:]
    names = [match[1].strip() for match in _PUBLISHER.finditer(tail)]
    name = names[-1] if names else ""
    return name if name[:1].isupper() else None
