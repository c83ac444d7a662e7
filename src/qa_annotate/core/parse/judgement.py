"""Is it an interview at all? Evidence for and against, as a table of named weights.

The decoder finds the best way to read a page as an interview; this decides whether that beats
reading it as something else: news with quotations, an FAQ, a play, a lesson, a chat.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from .decoder import Decoded, Hint
from .features import is_clock
from .heads import fold
from .cues import FAQ_CUES, INTERVIEW_CUES, INTRODUCE_CUES, OTHER_CUES
from .page import Page
from .pairs import Exchange

HEAD = 2500
TITLE = 250


class Evidence(NamedTuple):
    """One reason for (above zero) or against an interview."""

    name: str
    weight: float


class Case(NamedTuple):
    """What the reasons look at."""

    page: Page
    decoded: Decoded
    exchanges: tuple[Exchange, ...]
    head: str
    names: frozenset[str]


def weigh(
    page: Page, decoded: Decoded, found: tuple[Exchange, ...], names: Sequence[str], title: str
) -> tuple[Evidence, ...]:
    """Every reason that applies."""
    first = page.segments[found[0].question.segments[0]].start if found else 0
    start = max(0, first - HEAD)
    head = f"{title}\n{page.text[:TITLE]}\n{page.text[start:first]}".casefold()
    words = frozenset(w for name in names for w in name.casefold().split() if len(w) > 2)
    case = Case(page, decoded, found, head, words)
    return tuple(Evidence(name, weight) for name, of in REASONS if (weight := of(case)))


def _fit(case: Case) -> float:
    per_pair = case.decoded.score / max(1, len(case.exchanges))
    return max(-2.0, min(2.0, per_pair - 1.0))


def _several(case: Case) -> float:
    return {0: -9.0, 1: -3.0, 2: -0.5}.get(len(case.exchanges), 0.5)


def _says_interview(case: Case) -> float:
    return 2.0 if any(cue in case.head for cue in INTERVIEW_CUES) else 0.0


def _introduces(case: Case) -> float:
    """The first questions ask somebody to introduce themselves."""
    firsts = [x.question.segments[0] for x in case.exchanges[:3]]
    said = [case.page.text[s.start : s.start + 300].casefold() for s in map(case.page.segments.__getitem__, firsts)]
    return 1.5 if any(cue in text for text in said for cue in INTRODUCE_CUES) else 0.0


def _says_faq(case: Case) -> float:
    return -6.0 if any(cue in case.head for cue in FAQ_CUES) else 0.0


def _says_other(case: Case) -> float:
    text = case.page.text
    near = (text[:3000] + text[-1500:]).casefold()
    return -2.5 * min(2, sum(cue in near for cue in OTHER_CUES))


def _addressed(case: Case) -> float:
    """Interviewers say "you", and askers of an FAQ "I"."""
    rows = [case.page.features[x.question.segments[0]] for x in case.exchanges]
    if not rows:
        return 0.0
    you = sum(r.you for r in rows) / len(rows)
    me = sum(r.me and not r.you for r in rows) / len(rows)
    return 2.0 * you - 3.0 * me - 0.5


def _first_person(case: Case) -> float:
    """People speak of themselves; manuals do not."""
    rows = [
        case.page.features[i] for x in case.exchanges for t in x.answers for i in t.segments[:2]
    ]
    said = sum(r.me + 0.3 * (r.we and not r.me) for r in rows)
    return 2.5 * said / len(rows) - 0.8 if rows else -0.5


def _questions_ask(case: Case) -> float:
    rows = [case.page.features[x.question.segments[-1]] for x in case.exchanges]
    share = sum(r.asks > 0.8 for r in rows) / max(1, len(rows))
    return 2.0 * share - 1.2


def _labels(case: Case) -> float:
    """Labels are a strong sign, the more when the page names their owners."""
    marked = sum(hint in (Hint.ASK, Hint.REPLY) for hint in case.decoded.reading.hints)
    if case.decoded.reading.convention.startswith("label"):
        cast = case.page.cast
        owners = [fold(cast.names[i]) for i, count in enumerate(cast.counts) if count]
        known = any(set(owner.split()) & case.names for owner in owners)
        return 1.0 + 1.0 * known + (0.5 if marked > 4 else 0.0)
    return -1.0


def _somebody(case: Case) -> float:
    return 0.8 if case.names else -1.0


def _clocked(case: Case) -> float:
    lines = [case.page.text[s.start : s.start + 12] for s in case.page.segments[:60]]
    return -5.0 if sum(map(is_clock, lines)) > 0.4 * len(lines) else 0.0


def _share(case: Case) -> float:
    """An interview is most of its page."""
    states = case.decoded.states
    spoken = sum(1 <= state <= 6 for state in states)
    return 0.0 if spoken > 0.25 * len(states) else -1.0


REASONS: tuple[tuple[str, Callable[[Case], float]], ...] = (
    ("fits its convention", _fit),
    ("number of pairs", _several),
    ("calls itself an interview", _says_interview),
    ("asks for an introduction", _introduces),
    ("calls itself an FAQ", _says_faq),
    ("play, lesson or quiz", _says_other),
    ("questions say you", _addressed),
    ("answers say I", _first_person),
    ("questions ask", _questions_ask),
    ("labels", _labels),
    ("names somebody", _somebody),
    ("times of a chat", _clocked),
    ("share of the page", _share),
)
