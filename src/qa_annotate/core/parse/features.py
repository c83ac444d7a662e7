"""What a segment looks like: does it ask, does it answer, is it furniture of the page.

Features look at the first and last few hundred characters of a segment, whatever its length. The
weights are rough and few; `decoder` says what they are worth in each state.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..model import Role
from .cues import (
    ASK_ENDINGS,
    ASK_PHRASES,
    BOILERPLATE_CUES,
    CAPTION_STARTS,
    CAPTION_WORDS,
    CLOSING_CUES,
    CLOSING_STARTS,
    GREETINGS,
    HEARSAY,
    INVITE_ENDINGS,
    NO_ENDINGS,
    PLAIN_ENDINGS,
    QUESTION_STARTS,
    REPLY_STARTS,
    THANKS,
)
from .dates import is_date_line
from .heads import Segment, is_name
from .lexicon import NO_SPEAKERS, SAID_TOO
from .patterns import pattern
from .persons import PIECES, Persons, persons, persons_of

REACH = 200
QUESTION_MARKS = "?？؟⸮"
TERMINAL = frozenset(".?!…。？！؟।۔;:：؛—-–")
CLOSING = " \u3000\"”“»«’'）)」』]*_›>\u200e\u200f"
QUOTED = {'"': '"', "“": "”", "«": "»", "„": "“”", "「": "」", "『": "』", "‘": "’", "”": "”"}
OPENED_BY = {'"': '"', "”": "“„", "“": "„", "»": "«", "«": "»", "」": "「", "』": "『", "’": "‘"}
BRACKETED = {"[": "]", "(": ")", "（": "）", "［": "］", "【": "】"}
FULL_STOPS = frozenset(".?!…。？！؟।۔")
EAST = "\u3000"  # scripts without spaces lie above
FRAGMENT = 26
LONGEST_LEAVE = 320  # characters of a paragraph that takes leave
FINALS, FINAL_N = 28, 4  # Hangul syllables with one vowel, and which of them end in "ㄴ"
TITLE, EASTERN = 110, 40  # characters of a title, and in scripts without spaces
OPEN_NOISE = 1.6  # a line without an end
QUOTED_NOISE = 1.2  # a quotation on its own
LABEL_NOISE = 1.8  # a label that is no speaker's

_CUED = ASK_PHRASES.keys | BOILERPLATE_CUES.keys | CAPTION_WORDS.keys | CLOSING_CUES.keys
_SPACED = dict.fromkeys(map(ord, '.,;:!?…"“”«»„()[]{}<>*_/|—–-。、，！？؟،؛：「」'), " ")
_QUOTATION = pattern(r"[“«„「『\"][^“”«»„「」『』\"]{0,200}[”»“」』\"]")
_FOREIGN = pattern(r"[^\x00-\x7f\u2000-\u206f]")
_ANY_MARK = pattern(r"[?？؟⸮]")
_WORD = pattern(r"\w[\w’'\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff\u200c]*")
_POINTS = dict.fromkeys((*range(0x591, 0x5C8), *range(0x64B, 0x660), 0x640, 0x670))
_CAMEL = pattern(r"[a-z0-9][A-Z]")
_DIGIT = pattern(r"[0-9]")
_GLUED = pattern(r"[^\W\d_]{1,12}\d[\w-]{0,30}?[a-z]{2}[A-Z][a-z]* |[a-z]{3,12}\d[A-Z][a-z]+ ")
_THE_END = pattern(r"\W{0,3}(?:END|ENDE|FIN|FINE|-30-|###)\b.{0,20}$")
_READING_TIME = pattern(
    r"\W{0,3}\d{1,3}[ -]?(?:min(?:ute)?s?\.?|минут\w{0,2}|dakika|perc)\b.{0,20}$"
    r"|.{0,20}\bmin(?:ute)? read\W{0,3}$",
    re.IGNORECASE,
)
_FIRST_STOP = pattern(r"[.!。…।۔]")
_GREEK = pattern("[\u03b1-\u03c9]")
_LINK = pattern(r"https?://|www\.\w|\w@\w+\.\w|\w\.[a-z]{2,4}/")
_BIOGRAPHY = pattern(
    r"[A-ZÀ-ÞА-Я][\w’'.-]+ (?:[A-ZÀ-ÞА-Я][\w’'.-]*|van|de|da|von|al) ?[\w’'-]* "
    r"(?:is|ist|est|es|è|é) (?:an?|the|eine?|une?|una?|um|uma|il|la|le) "
)
_POLITE = pattern(r"(?:^|[\w,;–-] )(?:Sie|Ihr(?:e[mnrs]?)?|Ihnen)\b")
_CLOCK = pattern(r"\[?\(?\d{1,2}:\d\d")
_KEY_VALUE = pattern(r"(?:^|[.\n] ?)[^\W\d_][^:：.\n]{1,30}[:：] ?\S")


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
    leads      a short line that ends in a colon
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
    leads: bool
    greets: bool
    headed: float = 0.0


class Look(NamedTuple):
    """A segment's text, ready to be looked at: the head and the tail of what is said."""

    body: str
    tail: str
    ends: str  # the tail without closing quotes and brackets
    lower: str
    words: list[str]
    found: frozenset[str]
    cued: frozenset[str]  # of these, the ones that stand in phrases that are looked for
    foreign: bool
    length: int
    marked: bool
    titled: bool


class Tongue(NamedTuple):
    """How a page's language says who speaks to whom."""

    persons: Persons
    eastern: tuple[tuple[str, ...], tuple[str, ...]] | None
    german: bool


def features(text: str, found: Sequence[Segment], language: str | None = None) -> list[Feature]:
    """One feature row for each segment of a page in a language."""
    tongue = Tongue(
        persons=persons_of(language),
        eastern=PIECES.get((language or "")[:2]),
        german=(language or "")[:2] == "de",
    )
    return [_feature(text, segment, tongue) for segment in found]


def _look(text: str, start: int, end: int) -> Look:
    length = end - start
    if length <= 2 * REACH:
        body = tail = text[start:end].strip()
    else:
        body, tail = text[start : start + REACH].lstrip(), text[end - REACH : end]
    lower = body.casefold()
    plain = lower.isascii()
    words = lower.translate(_SPACED).split() if plain else _foreign_words(lower)
    found = frozenset(words)
    ends = tail.rstrip(CLOSING)
    last = ends[-1:]
    if last == ";" and _GREEK.search(lower):
        last = "?"  # NFC has made the Greek question mark a semicolon
    return Look(
        body=body,
        tail=tail,
        ends=ends,
        lower=lower,
        words=words,
        found=found,
        cued=found & _CUED,
        foreign=not plain and _FOREIGN.search(lower) is not None,
        length=length,
        marked=last != "" and last in QUESTION_MARKS and not _quoted_mark(tail, ends),
        titled=length < (EASTERN if body > EAST else TITLE) and _open(body, last),
    )


def _foreign_words(lower: str) -> list[str]:
    """Words with their marks, Arabic and Hebrew ones without their points."""
    return _WORD.findall(lower.translate(_POINTS) if max(lower) > "\u0590" else lower)


def _open(body: str, last: str) -> bool:
    return last not in TERMINAL and "\n" not in body


def _feature(text: str, segment: Segment, tongue: Tongue) -> Feature:
    look = _look(text, segment.content, segment.end)
    you, me, we = _persons(look, tongue)
    noise, role = _noise(text, segment, look, me)
    greets = look.length < 120 and not look.marked and look.lower.startswith(GREETINGS)
    asks = _asks(look) + 0.7 * you - 0.5 * (me and not you) - 1.0 * greets
    return Feature(
        asks=asks - 1.2 * (not you and _flat(look)),
        marked=look.marked,
        you=you,
        me=me,
        we=we,
        reply=_reply(look),
        length=look.length,
        noise=noise,
        noise_role=role,
        closing=_closing(look, me),
        inset=False,
        aside=role == "note" and _bracketed(look),
        titled=look.titled,
        leads=look.length < 110 and look.ends[-1:] in (":", "："),
        greets=greets and look.length < 60,
    )


def _quoted_mark(tail: str, ends: str) -> bool:
    """Whether a question mark at the end belongs to a quotation that the segment also opens."""
    quote = tail[len(ends) : len(ends) + 1]
    opened = any(mark in ends for mark in OPENED_BY.get(quote, ""))
    return quote != "" and opened and not (quote == '"' and ends.count('"') % 2 == 0)


# ---- who speaks to whom -------------------------------------------------------------------------


def _persons(look: Look, tongue: Tongue) -> tuple[bool, bool, bool]:
    lower = look.lower
    if tongue.eastern:
        yours, mine = tongue.eastern
        return any(w in lower for w in yours), any(w in lower for w in mine), False
    you, me, we = persons(tongue.persons, look.words, look.found, look.marked)
    return you or (tongue.german and _POLITE.search(look.body) is not None), me, we


# ---- asking and answering -----------------------------------------------------------------------


def _asks(look: Look) -> float:
    """How much a segment sounds like a question by its form."""
    score = 2.5 if look.marked else _asks_unmarked(look)
    if look.words and look.words[0] in QUESTION_STARTS:
        score += 0.5
    if look.length < 160 and not look.marked and look.lower.startswith(HEARSAY):
        score += 1.0
    if look.length > 350:
        return score - min(2.5, (look.length - 350) / 250)
    return score + 0.2 * (look.length < 120)


def _asks_unmarked(look: Look) -> float:
    score = -0.6
    ending = _ending(look)
    if ending > 1.5:
        score += ending
    elif ASK_PHRASES.first(look.lower, look.cued, look.foreign) >= 0:
        score += max(1.2, ending)
    else:
        score += ending
    said = look.tail if look.tail is look.body else f"{look.body}\n{look.tail}"
    if _ANY_MARK.search(said):
        score += 0.8 if _ANY_MARK.search(_QUOTATION.sub("", said)) else -0.3
    return score


def _ending(look: Look) -> float:
    """How clearly the last syllables ask or invite, in languages that do so without a mark."""
    if not look.foreign:
        return 0.0
    last = look.ends[-24:].rstrip(" 。.、…!！~〜-—(（笑")
    if last.endswith(ASK_ENDINGS) or (look.ends[-1:] == "." and _asks_plainly(last)):
        return 2.6
    return 1.4 if last.endswith(INVITE_ENDINGS) else 0.0


def _asks_plainly(last: str) -> bool:
    """Whether a Korean sentence asks as newspapers do: "무엇인가.", "어떻게 만들었나.".

    "가" asks behind a syllable that ends in "ㄴ", "나" behind the endings of verbs.
    """
    if last.endswith(NO_ENDINGS):
        return False
    if last[-1:] == "가" and len(last) > 1 and "가" <= last[-2] <= "힣":
        return (ord(last[-2]) - ord("가")) % FINALS == FINAL_N
    return last.endswith(PLAIN_ENDINGS)


def _flat(look: Look) -> bool:
    """Whether a short line is but a title: no sentence, nothing asked."""
    if look.length > 90 or look.ends[-1:] in FULL_STOPS:
        return False
    if look.words and look.words[0] in QUESTION_STARTS:
        return False
    if look.foreign and _ending(look):
        return False
    return ASK_PHRASES.first(look.lower, look.cued, look.foreign) < 0


def _reply(look: Look) -> float:
    """Yes, no, well; or a first sentence that is a mere fragment."""
    score = 0.6 if look.words and look.words[0] in REPLY_STARTS else 0.0
    if not look.marked and (first := _FIRST_STOP.search(look.body, 1, FRAGMENT)):
        score += 0.5 * (first.start() > 0)
    return score


def _closing(look: Look, me: bool) -> float:
    at = CLOSING_CUES.first(look.lower, look.cued, look.foreign)
    if 0 <= at < 160:
        return 2.2
    if look.length > LONGEST_LEAVE or look.marked or me:
        return 0.0
    if look.lower.startswith(CLOSING_STARTS):
        return 2.2
    if look.lower.startswith(THANKS) or _links(look.lower):
        return 2.0
    return 1.7 * bool(_BIOGRAPHY.match(look.body))


def _links(lower: str) -> bool:
    """Whether an address stands in a segment; hardly any has one of its signs."""
    signs = "/" in lower or "@" in lower or "www." in lower
    return signs and _LINK.search(lower) is not None


# ---- furniture ----------------------------------------------------------------------------------


def _noise(text: str, segment: Segment, look: Look, me: bool) -> tuple[float, Role]:
    """How much a segment looks like anything but speech, and what it would be then."""
    length = segment.end - segment.start
    if not look.words and not any(c.isalnum() for c in look.body[:40]):
        return 3.0, "note"
    if length < 400 and (found := _furniture(text, segment, look, me)):
        return found
    return _aside(segment, look), "note"


def _furniture(text: str, segment: Segment, look: Look, me: bool) -> tuple[float, Role] | None:
    """Captions by their words or their glue, and the lines that every page of a site carries."""
    length = segment.end - segment.start
    head = text[segment.start : segment.start + 60].lstrip("-–—*•_ ").casefold()
    if head.startswith(CAPTION_STARTS):
        return 3.0, "caption"
    if length >= 300:
        return None
    if _glued(text, segment.start, min(segment.end, segment.start + 100)):
        return 3.5, "caption"
    if length < 260 and CAPTION_WORDS.first(look.lower, look.cued, look.foreign) >= 0:
        return 2.5, "caption"
    at = BOILERPLATE_CUES.first(look.lower, look.cued, look.foreign)
    if at == 0 or (at > 0 and not me and (at <= 40 or length <= 160)):
        return (3.5 if at < 12 else 1.5), "boilerplate"
    if length < 60 and _is_meta(look.body):
        return 3.0, "meta"
    return None


def _glued(text: str, start: int, end: int) -> bool:
    """A caption stuck to an image's file name, as page extraction leaves it."""
    return bool(
        _DIGIT.search(text, start, end)
        and _CAMEL.search(text, start, end)
        and _GLUED.search(text, start, end)
    )


def _is_meta(body: str) -> bool:
    if not any(c.isdecimal() for c in body):
        return _THE_END.match(body) is not None
    return bool(_READING_TIME.match(body) or is_date_line(body) or _THE_END.match(body))


def _aside(segment: Segment, look: Look) -> float:
    """Brackets, boxes, quotations on their own, lines without an end."""
    body, length = look.body, look.length
    if _bracketed(look):
        return 0.9 if length < 13 else -0.2 if body[0] in "(（" and length > 60 else 2.2
    key = segment.head.key if segment.head.kind == "label" else _before_colon(look.lower)
    if key in NO_SPEAKERS or (look.titled and key.rpartition(" ")[2] in NO_SPEAKERS):
        return -0.2 if key in SAID_TOO else LABEL_NOISE
    if length < 300:
        if _boxed(body):
            return 2.2
        if len(body) > 1 and length < 220 and body[-1] in QUOTED.get(body[0], ""):
            return QUOTED_NOISE
    marker = segment.head.kind in ("dash", "marker", "number")
    if look.titled and (not marker or _signs(segment, body)):
        return OPEN_NOISE - 0.5 * (length < 12)
    return -0.4


def _boxed(body: str) -> bool:
    """ "Walls: cork. Price: 20. Hours: 9 to 5": a box of facts."""
    colons = body.count(":") + body.count("：")
    return colons >= 3 and len(_KEY_VALUE.findall(body)) >= 3


def _signs(segment: Segment, body: str) -> bool:
    """ "— Professor Vale": the name below a pull quote."""
    return segment.head.kind == "dash" and len(body.split()) > 1 and is_name(body)


def _before_colon(lower: str) -> str:
    before, colon, _ = lower[:40].replace("：", ":").partition(":")
    return before if colon or len(lower) < 30 else ""


def _bracketed(look: Look) -> bool:
    first = look.body[:1]
    if first not in BRACKETED or look.length > 2 * REACH:
        return False
    return BRACKETED[first] == look.body[-1:] and look.body.count(first) == 1


def is_clock(line: str) -> bool:
    """Whether a line opens with a time of day, as chats and transcripts do."""
    return _CLOCK.match(line) is not None
