"""What a segment looks like: does it ask, does it answer, is it furniture of the page.

Features look at the first and last few hundred characters of a segment, whatever its length. The
weights are rough and few; `decoder` says what they are worth in each state.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..model import Role
from .blocks import Segment
from .cues import (
    ASK_ENDINGS,
    ASK_PHRASES,
    BOILERPLATE_CUES,
    CAPTION_STARTS,
    CAPTION_WORDS,
    CJK_I,
    CJK_YOU,
    CLOSING_CUES,
    FIRST_PERSON,
    GREETINGS,
    NOT_YOURS,
    PERSON_ENDINGS,
    QUESTION_STARTS,
    REPLY_STARTS,
    SECOND_PERSON,
    WE,
)
from .dates import is_date_line
from .heads import is_name
from .lexicon import NO_SPEAKERS, SAID_TOO

REACH = 260
QUESTION_MARKS = "?？؟⸮"
TERMINAL = frozenset(".?!…。？！؟;:：؛—-–")
CLOSING = " \u3000\"”“»«’'）)」』]*_›>\u200e\u200f"
OPENING = '"“«„「『‹‘'
QUOTED = {'"': '"', "“": "”", "«": "»", "„": "“”", "「": "」", "『": "』", "‘": "’", "”": "”"}
OPENED_BY = {'"': '"', "”": "“„", "“": "„", "»": "«", "«": "»", "」": "「", "』": "『", "’": "‘"}
BRACKETED = {"[": "]", "(": ")", "（": "）", "［": "］", "【": "】"}
EAST = "\u3000"  # scripts without spaces lie above
FRAGMENT = 26
LABEL_NOISE = 1.8  # a label that is no speaker's

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_QUOTATION = re.compile(r"[“«„「『\"][^“”«»„「」『』\"]{0,200}[”»“」』\"]")
_GLUED = re.compile(
    r"[^\W\d_]{1,12}\d[\w-]{0,30}?[a-z]{2}[A-Z][a-z]* |[a-z]{3,12}\d[A-Z][a-z]+ "
)
_THE_END = re.compile(r"\W{0,3}(?:END|ENDE|FIN|FINE|-30-|###)\b.{0,20}$")
_READING_TIME = re.compile(
    r"\W{0,3}\d{1,3}[ -]?(?:min(?:ute)?s?\.?|минут\w{0,2}|dakika|perc)\b.{0,20}$"
    r"|.{0,20}\bmin(?:ute)? read\W{0,3}$",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\[?\(?\d{1,2}:\d\d")
_ATTRIBUTED = re.compile(r"[”\"»“] ?[—–-]+ ?[\u200b-\u200f]?[^\W\d_][^.?!]{2,80}$")
_KEY_VALUE = re.compile(r"(?:^|[.\n] ?)[^\W\d_][^:：.\n]{1,30}[:：] ?\S")


class Feature(NamedTuple):
    """A segment's looks.

    asks       how much it sounds like a question, from about -3 to 4
    marked     it ends with a question mark
    you, me, we  whom it addresses, who speaks
    reply      how much it sounds like the beginning of an answer
    length     of what is said, in code points
    noise      above zero: how much it looks like furniture of the page; `noise_role` says which
    closing    how much it sounds like the end of an article
    inset      set as a list, a table, code or a block quotation
    aside      all of it stands in brackets
    titled     a short line without an end, as headings and captions are
    greets     it is but a courtesy
    headed     a heading stands right above it (1), or above the list it is in (0.3)
    """

    asks: float
    marked: bool
    you: bool
    me: bool
    we: bool
    reply: float
    length: int
    noise: float
    noise_role: Role
    closing: float
    inset: bool
    aside: bool
    titled: bool
    greets: bool
    headed: float = 0.0


def features(text: str, found: Sequence[Segment]) -> list[Feature]:
    """One feature row for each segment."""
    return [_feature(text, segment) for segment in found]


def _feature(text: str, segment: Segment) -> Feature:
    start, end = segment.content, segment.end
    length = end - start
    if length <= 2 * REACH:
        body = tail = text[start:end].strip()
    else:
        body, tail = text[start : start + REACH].lstrip(), text[end - REACH : end]
    lower = body.casefold()
    words = _WORD.findall(lower)
    you, me, we = _persons(lower, words)
    ends = tail.rstrip(CLOSING)
    marked = ends[-1:] in QUESTION_MARKS and bool(ends) and not _all_quoted(tail, ends)
    titled = length < 110 and ends[-1:] not in TERMINAL and "\n" not in body
    noise, role = _noise(text, segment, body, lower, bool(words), titled)
    return Feature(
        asks=_asks(tail, lower, words, length, marked)
        + 0.7 * you
        - 0.5 * (me and not you)
        - 1.2 * _flat(ends, lower, words, length, you)
        - 1.0 * (not marked and length < 120 and lower.startswith(GREETINGS)),
        marked=marked,
        you=you,
        me=me,
        we=we,
        reply=_reply(body, words, marked),
        length=length,
        noise=noise,
        noise_role=role,
        closing=_closing(lower),
        inset=False,
        aside=role == "note" and _bracketed(body, length),
        titled=titled,
        greets=length < 60 and not marked and lower.startswith(GREETINGS),
    )


def _persons(lower: str, words: list[str]) -> tuple[bool, bool, bool]:
    if lower[:1] > EAST or lower[3:4] > EAST:
        return any(w in lower for w in CJK_YOU), any(w in lower for w in CJK_I), False
    found = set(words)
    you, me = not SECOND_PERSON.isdisjoint(found), not FIRST_PERSON.isdisjoint(found)
    if not (you and me) and not lower.isascii():
        you, me = _by_endings(lower, words, you, me)
    return you, me, not WE.isdisjoint(found)


def _by_endings(lower: str, words: list[str], you: bool, me: bool) -> tuple[bool, bool]:
    """Turkish and Arabic say "you" and "I" by the end of a word."""
    for marks, your, mine in PERSON_ENDINGS:
        if any(mark in lower for mark in marks):
            return you or any(w.endswith(your) for w in words if w not in NOT_YOURS), me or any(
                w.endswith(mine) for w in words if len(w) > 4
            )
    return you, me


def _all_quoted(tail: str, ends: str) -> bool:
    """Whether a question mark at the end belongs to a quotation that the segment also opens."""
    quote = tail[len(ends) : len(ends) + 1]
    opened = any(mark in ends for mark in OPENED_BY.get(quote, ""))
    return bool(quote) and opened and not (quote == '"' and ends.count('"') % 2 == 0)


def _asks(tail: str, lower: str, words: list[str], length: int, marked: bool) -> float:
    """How much a segment sounds like a question by its form."""
    score = 2.5 if marked else _asks_unmarked(tail, lower)
    if words and words[0] in QUESTION_STARTS:
        score += 0.5
    if length > 350:
        score -= min(2.5, (length - 350) / 250)
    elif length < 120:
        score += 0.2
    return score


def _flat(ends: str, lower: str, words: list[str], length: int, you: bool) -> bool:
    """Whether a short line is but a title: no sentence, nobody addressed, nothing asked."""
    if length > 90 or ends[-1:] in ".?!…。？！؟؛" or you:
        return False
    return not (words and words[0] in QUESTION_STARTS or any(p in lower for p in ASK_PHRASES))


def _asks_unmarked(tail: str, lower: str) -> float:
    score = -0.6
    if any(phrase in lower for phrase in ASK_PHRASES):
        score += 1.2
    elif tail.rstrip(" 。.").endswith(ASK_ENDINGS):
        score += 1.6
    if any(c in tail for c in QUESTION_MARKS):
        outside = _QUOTATION.sub("", tail)
        score += 0.8 if any(c in outside for c in QUESTION_MARKS) else -0.3
    return score


def _reply(body: str, words: list[str], marked: bool) -> float:
    """Yes, no, well; or a first sentence that is a mere fragment."""
    score = 0.6 if words and words[0] in REPLY_STARTS else 0.0
    first = min((i for i in map(body.find, ".!。…") if i > 0), default=0)
    if 0 < first < FRAGMENT and not marked:
        score += 0.5
    return score


# ---- furniture ----------------------------------------------------------------------------------


def _noise(
    text: str, segment: Segment, body: str, lower: str, worded: bool, titled: bool
) -> tuple[float, Role]:
    """How much a segment looks like anything but speech, and what it would be then."""
    length = segment.end - segment.start
    if not worded and not any(c.isalnum() for c in body[:40]):
        return 3.0, "note"
    if length < 400:
        head = text[segment.start : segment.start + 60].lstrip("-–—*•_ ").casefold()
        whole = lower if segment.content == segment.start else head + lower
        if head.startswith(CAPTION_STARTS):
            return 3.0, "caption"
        if length < 300 and (role := _furniture(text, segment, whole, length)):
            return role
        if length < 60 and (
            _READING_TIME.match(body) or is_date_line(body) or _THE_END.match(body)
        ):
            return 3.0, "meta"
    return _aside(segment, body, lower, length, titled), "note"


def _furniture(text: str, segment: Segment, lower: str, length: int) -> tuple[float, Role] | None:
    """Captions by their words or their glue, and the lines that every page of a site carries."""
    if _GLUED.search(text, segment.start, min(segment.end, segment.start + 100)):
        return 3.5, "caption"
    if length < 260 and any(cue in lower for cue in CAPTION_WORDS):
        return 2.5, "caption"
    at = min((i for i in map(lower.find, BOILERPLATE_CUES) if i >= 0), default=-1)
    if at < 0 or (at > 40 and length > 160):
        return None
    return (3.5 if at < 12 else 1.5), "boilerplate"


def _aside(segment: Segment, body: str, lower: str, length: int, titled: bool) -> float:
    """Brackets, boxes, quotations on their own, lines without an end."""
    if _bracketed(body, length):
        return 0.9 if length < 13 else -0.2 if body[0] in "(（" and length > 60 else 2.2
    key = segment.head.key if segment.head.kind == "label" else _before_colon(lower)
    if key in NO_SPEAKERS or (titled and key.rpartition(" ")[2] in NO_SPEAKERS):
        return -0.2 if key in SAID_TOO else LABEL_NOISE
    if length < 300 and len(_KEY_VALUE.findall(body)) >= 3:
        return 2.2
    if length < 300 and len(body) > 1 and body[0] in QUOTED:
        if body[-1] in QUOTED[body[0]] and length < 220:
            return 1.2
        if _ATTRIBUTED.search(body):
            return 2.0
    if titled and (segment.head.kind not in ("dash", "marker", "number") or _signs(segment, body)):
        return 1.6 - 0.5 * (length < 12)
    return -0.4


def _signs(segment: Segment, body: str) -> bool:
    """ "— Professor Siegel": the name below a pull quote."""
    return segment.head.kind == "dash" and len(body.split()) > 1 and is_name(body)


def _before_colon(lower: str) -> str:
    before, colon, _ = lower[:40].replace("：", ":").partition(":")
    return before if colon or len(lower) < 30 else ""


def _bracketed(body: str, length: int) -> bool:
    first = body[:1]
    return length <= 2 * REACH and BRACKETED.get(first) == body[-1:] and body.count(first) == 1


def _closing(lower: str) -> float:
    return 2.2 if any(cue in lower[:160] for cue in CLOSING_CUES) else 0.0


def is_clock(line: str) -> bool:
    """Whether a line opens with a time of day, as chats and transcripts do."""
    return _CLOCK.match(line) is not None
