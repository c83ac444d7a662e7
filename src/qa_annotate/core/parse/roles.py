"""The roles of everything that is neither question nor answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from ..model import Role
from .dates import find_date
from .decoder import State
from .lexicon import VOICES
from .page import Page
from .patterns import pattern

SPEECH: dict[State, Role] = {
    State.ASK: "question",
    State.ASK_ON: "question",
    State.REPLY: "answer",
    State.REPLY_ON: "answer",
}
_BYLINE = pattern(r"\W*(?:by|von|por|par|door|di|text|words|story)\b.{2,60}$", re.IGNORECASE)
_TIMEY = pattern(
    r"\b(?:(?:last|this|earlier this) (?:week|month|year|monday|tuesday|wednesday|thursday|friday|"
    r"saturday|sunday)|(?:in|on) (?:\w+ )?\d{1,4}(?:, \d{4})?|\d{4})\W*$",
    re.IGNORECASE,
)
LEAD_META = 6
LEAST_LETTERS = 2
MENU = frozenset(
    (
        "menu",
        "home",
        "blank",
        "sommaire",
        "inicio",
        "accueil",
        "startseite",
        "القائمة الرئيسية",
        "בית",
    )
)


def title_index(page: Page, states: Sequence[State], title: str | None) -> int | None:
    """Which segment is the headline: the first heading, else the first line that reads like one."""
    if title is not None:
        heads = [page.text[s.start : s.end] for s in page.segments[:20]]
        return heads.index(title) if title in heads else None
    for index, styles in enumerate(page.styles[:20]):
        if "heading 1" in styles and states[index] is State.BEFORE:
            return index
    for index, feature in enumerate(page.features[:LEAD_META]):
        if states[index] is not State.BEFORE:
            return None
        if _is_no_title(page, index):
            continue
        if feature.noise_role not in ("meta", "caption", "boilerplate") or feature.noise < 0:
            return index if feature.length < 220 else None
    return None


def _is_no_title(page: Page, index: int) -> bool:
    """Signs without words, a speaker's label, the words of a menu."""
    segment = page.segments[index]
    line = page.text[segment.start : min(segment.end, segment.start + 40)].strip()
    if segment.head.key.rstrip(" #№0123456789") in VOICES:
        return True
    return sum(c.isalpha() for c in line) < LEAST_LETTERS or line.casefold() in MENU


def roles(page: Page, states: Sequence[State], title_at: int | None) -> list[Role]:
    """One role for each segment."""
    usual = _usual_length(page, states)
    return [
        SPEECH.get(state) or _role(page, states, index, title_at, usual)
        for index, state in enumerate(states)
    ]


def _usual_length(page: Page, states: Sequence[State]) -> float:
    lengths = [
        f.length
        for f, s in zip(page.features[:60], states, strict=False)
        if s is State.BEFORE and f.length > 90
    ]
    return median(lengths) if lengths else 0.0


def _role(
    page: Page, states: Sequence[State], index: int, title_at: int | None, usual: float
) -> Role:
    feature, state = page.features[index], states[index]
    if index == title_at:
        return "headline"
    if feature.noise > 1.0 and feature.noise_role != "note":
        return feature.noise_role
    if state is State.BEFORE:
        return _lead_role(page, index, title_at, usual)
    return "note"


def _lead_role(page: Page, index: int, title_at: int | None, usual: float) -> Role:
    """Before the interview: meta lines, captions between paragraphs, introduction."""
    segment, feature = page.segments[index], page.features[index]
    text = page.text[segment.start : segment.end] if feature.length < 200 else ""
    early = index < (title_at or 0) + LEAD_META
    if (
        text
        and early
        and (_BYLINE.match(text) or find_date(text[:40]) or text.endswith(("[…]", "[...]")))
    ):
        return "meta"
    if text and feature.noise > 1.0 and early and title_at is not None and index < title_at:
        return "meta"
    if text and feature.length < 0.35 * usual and feature.length < 90 and _TIMEY.search(text):
        return "caption"
    if "heading" in page.styles[index] or feature.noise > 1.0:
        return "note"
    return "intro"
