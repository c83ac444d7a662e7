"""Is it an interview at all? Evidence for and against, as a table of named weights.

The decoder finds the best way to read a page as an interview; this decides whether that beats
reading it as something else: news with quotations, an FAQ, a play, a lesson, a chat. Weights are
log-odds by feel: what an editor would find telling, no finer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from statistics import median
from typing import NamedTuple

from .decoder import Decoded, Hint, State
from .features import Feature, is_clock
from .genres import (
    APPLICANTS,
    CHAT_CUES,
    FAQ_CUES,
    INSTRUCTIONS,
    INTERVIEW_CUES,
    INTERVIEW_WORDS,
    INTRODUCE_CUES,
    JOB_CUES,
    JOB_QUESTIONS,
    LESSON_CUES,
    PARTS_OF_LESSONS,
    PLAY_CUES,
    SCENES,
)
from .heads import fold
from .language import PRONOUNS_NEEDED
from .page import Page
from .pairs import Exchange
from .patterns import pattern
from .people import Roster
from .speakers import ASKER

HEAD = 1600
LOOKED = 60  # exchanges that are enough to know how a page speaks
TITLE = 250
SHORT = 60
BROADCAST = ("SOUNDBITE", "Soundbite", "soundbite", "MUSIC", "APPLAUSE", "LAUGHTER", "CROSSTALK")
"""How transcripts of broadcasts name in brackets what is heard."""
LONG_BRACKET = 18  # characters of "(Laughter.)" and the like, which are no stage directions
BRIEF, BRIEF_EAST = 60, 20  # characters of banter
TALKS = ("labels", "marked turns", "unmarked", "styled questions: first line")
SPEAKING = (State.ASK, State.ASK_ON, State.REPLY, State.REPLY_ON)
SURE = 2.0
TOLD = pattern(
    r"[?!…»”\"] [—–-] [^\W\d_A-ZÀ-ÞА-Я]|[?!…] ?[—–][a-zà-ÿа-я]|[?!]”? (?:he|she) (?:said|asked)"
)
UNADDRESSED = frozenset(("ja", "ko", "zh"))
"""Languages that rarely say "you" at all."""


class Evidence(NamedTuple):
    """One reason for (above zero) or against an interview."""

    name: str
    weight: float


class Case(NamedTuple):
    """What the reasons look at: the page as read, its head and title in lower case, its people.

    `says_interview` is how clearly it calls itself one; `eastern` says that its language rarely
    says "you" at all.
    """

    page: Page
    decoded: Decoded
    found: tuple[Exchange, ...]
    people: Roster
    title: str
    head: str
    questions: tuple[Feature, ...]
    answers: tuple[Feature, ...]
    pronouns: bool
    eastern: bool
    says_interview: float


def weigh(
    page: Page, decoded: Decoded, found: tuple[Exchange, ...], people: Roster, title: str
) -> tuple[Evidence, ...]:
    """Every reason that applies."""
    if not found:
        return (Evidence("no question", -9.0),)
    first = page.segments[found[0].question.segments[0]].start
    title = f"{title}\n{page.text[: min(first, TITLE)]}".casefold()
    head = f"{title}\n{page.text[max(0, first - HEAD) : first]}".casefold()
    language = (page.language or "")[:2]
    case = Case(
        page=page,
        decoded=decoded,
        found=found,
        people=people,
        title=title,
        head=head,
        questions=tuple(page.features[x.question.segments[-1]] for x in found),
        answers=tuple(
            page.features[i] for x in found for turn in x.answers for i in turn.segments[:2]
        ),
        pronouns=language in PRONOUNS_NEEDED,
        eastern=language in UNADDRESSED,
        says_interview=_says_interview(head, people),
    )
    return tuple(Evidence(name, weight) for name, of in REASONS if (weight := of(case)))


def _share(flags: Sequence[bool]) -> float:
    return sum(flags) / len(flags) if flags else 0.0


# ---- what the page says of itself ---------------------------------------------------------------


def _says_interview(head: str, people: Roster) -> float:
    if any(cue in head for cue in INTERVIEW_CUES):
        return 2.2 if people.sure >= SURE else 1.2
    return 0.7 if any(word in head for word in INTERVIEW_WORDS) else 0.0


def _says_faq(case: Case) -> float:
    return -7.0 if any(cue in case.head for cue in FAQ_CUES) else 0.0


def _says_other(case: Case) -> float:
    """Plays say so anywhere, chats and lessons above the first question."""
    near = (case.page.text[:3000] + case.page.text[-1500:]).casefold()
    plays = sum(cue in near for cue in PLAY_CUES) + _opens_scene(case)
    others = sum(cue in case.head for cue in (*CHAT_CUES, *LESSON_CUES))
    return -4.0 * min(2, plays) - 2.5 * min(2, others)


def _opens_scene(case: Case) -> bool:
    """Whether a short line above the first turn says "Scene II", "Zweiter Akt"."""
    lines = (line.split() for line in case.head.splitlines() if len(line) < SHORT)
    return any(0 < len(words) < 4 and not SCENES.isdisjoint(words) for words in lines)


def _says_job(case: Case) -> float:
    """Advice for job interviews, and mock ones."""
    names = _spoken_names(case)
    hires = not APPLICANTS.isdisjoint(names)
    title = any(cue in case.title for cue in JOB_CUES)
    near = case.page.text[:6000].casefold()
    asked = sum(cue in near for cue in JOB_QUESTIONS)
    below = not title and any(c in case.head for c in JOB_CUES)
    return -12.0 * hires - 4.0 * title - 1.5 * below - 2.5 * min(2, asked)


def _roles_of_lessons(case: Case) -> float:
    """Customers, waiters and doctors talk in phrase books, shops and help desks."""
    if sum(case.page.cast.counts[:2]):
        return 0.0  # somebody is called an interviewer, or an interviewee
    names = _spoken_names(case)
    known = sum(name.split()[-1] in PARTS_OF_LESSONS for name in names)
    return -5.0 if known > 1 or (known and len(names) < 3) else 0.0


def _spoken_names(case: Case) -> frozenset[str]:
    """The labels that come back, folded."""
    cast = case.page.cast
    return frozenset(
        fold(name) for n, name in zip(cast.counts, cast.names, strict=True) if n > 1 and name
    )


def _directed(case: Case) -> float:
    """Stage directions: speech that opens with a bracket, or whole lines in brackets."""
    text, first = case.page.text, case.found[0].question.segments[0]
    states, segments = case.decoded.states, case.page.segments
    spoken = [s for s, state in zip(segments, states, strict=True) if state in SPEAKING]
    opened = [
        text[s.content : s.content + 1] in ("(", "[", "（") for s in spoken if s.head.key != "("
    ]
    alone = [
        s.head.kind == ""
        and text[s.start] in "([（"
        and text[s.end - 1] in ")]）"
        and s.end - s.start > LONG_BRACKET
        for s in segments[first:]
        if s.head.key != "(" and not text.startswith(BROADCAST, s.start + 1)
    ]
    full = len(opened) > 3 and _share(opened) > 0.18
    return -5.0 if full or (sum(alone) > 1 and _share(alone) > 0.07) else 0.0


def _introduces(case: Case) -> float:
    firsts = [case.page.segments[x.question.segments[0]] for x in case.found[:3]]
    said = [case.page.text[s.start : min(s.end, s.start + 300)].casefold() for s in firsts]
    return 1.2 if any(cue in text for text in said for cue in INTRODUCE_CUES) else 0.0


def _somebody(case: Case) -> float:
    names = [p.name for p in case.people.people if p.role == "interviewee"]
    titled = any(w in case.title for name in names for w in name.casefold().split() if len(w) > 3)
    if not names or case.people.sure < SURE:
        return -1.5 if case.pronouns else -0.8
    plain = 0.8 + 0.8 * titled if case.people.sure > SURE + 1 else 0.4
    return plain if _is_labelled(case) or case.says_interview else 0.4 * plain


def _called_by_name(case: Case) -> float:
    words = {
        w
        for p in case.people.people
        if p.role == "interviewee"
        for w in p.name.split()
        if len(w) > 2
    }
    firsts = [case.page.segments[x.question.segments[0]] for x in case.found]
    said = [case.page.text[s.content : min(s.end, s.content + 120)] for s in firsts]
    return 1.0 if any(word in text for text in said for word in words) else 0.0


# ---- how the two sides sound --------------------------------------------------------------------


def _addressed(case: Case) -> float:
    """Interviewers say "you", askers of an FAQ "I"; a "you" that answers share is the reader."""
    you = _share([q.you for q in case.questions]) * (1 - _reader(case))
    me = _share([q.me and not q.you for q in case.questions])
    silent = 0.4 if case.pronouns else 0.0 if case.eastern else 0.3
    return 1.8 * you - 3.0 * me - silent


def _first_person(case: Case) -> float:
    """People speak of themselves; manuals and advice speak to the reader."""
    if not case.answers:
        return -0.5
    me = _share([a.me for a in case.answers])
    we = _share([a.we and not a.me for a in case.answers])
    return 2.8 * me + 0.6 * we - 1.6 * _reader(case) - (0.9 if case.pronouns else 0.2)


def _nobody_speaks(case: Case) -> float:
    """Where no sign says so, answers in which nobody says "I" are a manual's."""
    speak = _share([a.me or a.we for a in case.answers])
    if len(case.answers) < 3 or speak >= 0.2 or case.says_interview > 1.0 or _in_rhythm(case):
        return 0.0
    if _is_labelled(case) and _named(case):
        return 0.0
    return (-2.8 if _is_labelled(case) else -1.6) * (0.5 if case.eastern else 1.0)


def _instructs(case: Case) -> float:
    """Answers that tell the reader what to do, and in which nobody says "I", are a manual's."""
    seen = case.found[:LOOKED]
    first = [case.page.segments[t.segments[0]] for x in seen for t in x.answers[:1]]
    said = [case.page.text[s.content : min(s.end, s.content + 200)].casefold() for s in first]
    told = [not a.me for a in case.answers]
    share = _share([any(cue in text for cue in INSTRUCTIONS) for text in said]) * _share(told)
    return -4.0 * share if len(said) > 1 and share > 0.2 else 0.0


def _named(case: Case) -> bool:
    """Whether a name stands at the head of the answers, and not just "A"."""
    return sum(case.page.cast.counts[2:]) > 1


def _brief(case: Case) -> float:
    """People whom nobody introduces and who say but a few words are characters of a story."""
    if case.says_interview > 1.0 or case.people.sure > SURE + 1:
        return 0.0
    if not case.decoded.reading.convention.startswith(TALKS):
        return 0.0
    heads = [case.page.features[t.segments[0]].length for x in case.found for t in x.answers]
    answered = median(heads or [0])
    usual = max(answered, median(q.length for q in case.questions))
    return -1.8 if usual < (BRIEF_EAST if case.eastern else BRIEF) else 0.0


def _narrated(case: Case) -> float:
    """ "— Why? — he asked.": a story tells who said it."""
    turns = [t for x in case.found[:LOOKED] for t in (x.question, *x.answers)]
    said = [case.page.segments[i] for t in turns for i in t.segments]
    told = sum(
        TOLD.search(case.page.text, s.content, min(s.end, s.content + 400)) is not None
        for s in said
    )
    return (
        -2.5 if told > 0.08 * min(LOOKED, len(case.found)) and case.people.sure <= SURE + 1 else 0.0
    )


def _reader(case: Case) -> float:
    """The share of answers that say "you" and never "I"."""
    return _share([a.you and not a.me for a in case.answers])


def _questions_ask(case: Case) -> float:
    share = _share([q.asks > 0.8 for q in case.questions])
    invites = _share([q.asks > 0.2 for q in case.questions]) > 0.3
    if _in_rhythm(case):
        return max(0.0, 2.5 * share - 1.5)
    never = share < 0.25 and not (invites and _marked(case) and case.says_interview > 0)
    return 2.5 * share - 1.5 - (2.0 if _is_labelled(case) else 4.0) * never


def _in_rhythm(case: Case) -> bool:
    """Whether quotation marks tell the sides apart, and lines above that speak to somebody."""
    if case.decoded.reading.convention != "quoted answers":
        return False
    heads = [case.page.segments[x.question.segments[0]].head.kind for x in case.found]
    return all(heads) or _share([q.you or q.marked for q in case.questions]) >= 0.3


def _one_side_asks(case: Case) -> float:
    """In plays, chats and lists of questions both sides ask; in interviews one does."""
    if not case.answers:
        return 0.0
    theirs = _share([a.marked for a in case.answers])
    asked = _share([q.asks > 0.8 for q in case.questions])
    if _is_labelled(case):
        return min(0.4, 2.0 * (asked - 2.0 * theirs) - 0.6)
    return -4.0 * (theirs - 0.3) if theirs > 0.4 else 0.0


def _lengths(case: Case) -> float:
    """Answers are longer than questions; banter is not."""
    if not case.answers:
        return 0.0
    ratio = median(a.length for a in case.answers) / max(
        1, median(q.length for q in case.questions)
    )
    return -1.0 if ratio < 0.8 else 0.4 if ratio > 1.5 else 0.0


def _multiple_choice(case: Case) -> float:
    """Answers that are nothing but a few short list items are there to be ticked."""
    ticked = [
        bool(turns) and all(_ticks(case.page.features[i]) for t in turns for i in t.segments)
        for turns in (x.answers for x in case.found)
    ]
    return -3.0 if _share(ticked) > 0.6 else 0.0


def _ticks(row: Feature) -> bool:
    return row.inset and row.length < SHORT


# ---- the layout ---------------------------------------------------------------------------------


def _fit(case: Case) -> float:
    per_pair = case.decoded.score / len(case.found)
    return max(-2.0, min(1.0, 0.5 * (per_pair - 1.0)))


def _several(case: Case) -> float:
    """One or two questions prove little, unless their layout is unmistakable."""
    if _marked(case):
        return {1: -1.0, 2: -0.2}.get(len(case.found), 0.5)
    if case.decoded.reading.convention == "first labels" and len(case.found) == 1:
        return -1.6
    return {1: -3.0, 2: -1.4}.get(len(case.found), 0.5)


def _run_in(case: Case) -> float:
    """Questions that open the paragraphs of their answers, unmarked, are an essay's as well."""
    if not case.decoded.reading.convention.startswith(("unmarked", "styled questions: first")):
        return 0.0
    ends = [case.page.segments[x.question.segments[-1]].end for x in case.found]
    same = [case.page.text.find("\n", end, end + 3) < 0 for end in ends]
    return -1.6 * _share(same) if case.says_interview <= 1.0 else 0.0


def _marked(case: Case) -> bool:
    """Whether every question and nearly every answer has a label or a sign of its own."""
    hints = case.decoded.reading.hints
    if case.decoded.reading.convention not in ("labels", "marked turns"):
        return False
    heads = [x.answers[0].segments[0] for x in case.found if x.answers]
    return len(heads) == len(case.found) and all(hints[i] is not Hint.BARE for i in heads)


def _layout(case: Case) -> float:
    """How rarely a layout is used for anything but interviews."""
    convention = case.decoded.reading.convention
    weight = next(w for prefix, w in LAYOUTS if convention.startswith(prefix))
    if _is_labelled(case):
        cast, names = case.page.cast, case.title + case.head
        owners = [w for name in cast.names[2:] for w in name.casefold().split() if len(w) > 2]
        generic = cast.counts[ASKER] > 1 and case.people.sure >= SURE
        weight += 1.0 * (generic or any(w in names for w in owners))
    return weight


LAYOUTS: tuple[tuple[str, float], ...] = (
    ("labels", 1.0),
    ("labelled answers", 0.8),
    ("first labels", 0.0),
    ("styled questions: heading", -2.5),
    ("styled questions: list", -2.4),
    ("styled questions: quote", -1.0),
    ("styled questions: bold", -0.8),
    ("styled questions: first line", -1.4),
    ("styled questions", -0.4),
    ("marked questions", -0.8),
    ("marked turns", 0.0),
    ("marked answers", -0.8),
    ("quoted answers", -0.6),
    ("", -1.6),
)


def _is_labelled(case: Case) -> bool:
    return case.decoded.reading.convention == "labels"


def _clocked(case: Case) -> float:
    lines = [case.page.text[s.start : s.start + 12] for s in case.page.segments[:60]]
    if sum(map(is_clock, lines)) < 0.4 * len(lines):
        return 0.0
    return -1.0 if case.people.sure > SURE and case.says_interview > SURE else -5.0


def _part(case: Case) -> float:
    """An interview is a good part of its page."""
    states = case.decoded.states
    spoken = sum(State.BEFORE < state < State.AFTER for state in states)
    return 0.0 if spoken > 0.25 * len(states) else -1.0


def _answered(case: Case) -> float:
    """Questions get answers; a list of questions does not."""
    share = _share([bool(x.answers) for x in case.found])
    return -3.0 if share < 0.7 and not case.decoded.reading.unanswered else 0.0


REASONS: tuple[tuple[str, Callable[[Case], float]], ...] = (
    ("fits its convention", _fit),
    ("number of pairs", _several),
    ("layout", _layout),
    ("question and answer in one paragraph", _run_in),
    ("calls itself an interview", lambda case: case.says_interview),
    ("calls itself an FAQ", _says_faq),
    ("play, lesson or quiz", _says_other),
    ("job interview", _says_job),
    ("parts of a lesson", _roles_of_lessons),
    ("stage directions", _directed),
    ("told as a story", _narrated),
    ("asks for an introduction", _introduces),
    ("names somebody", _somebody),
    ("calls somebody by name", _called_by_name),
    ("questions say you", _addressed),
    ("answers say I", _first_person),
    ("nobody says I", _nobody_speaks),
    ("answers give instructions", _instructs),
    ("few words", _brief),
    ("questions ask", _questions_ask),
    ("one side asks", _one_side_asks),
    ("answers are longer", _lengths),
    ("multiple choice", _multiple_choice),
    ("questions are answered", _answered),
    ("times of a chat", _clocked),
    ("part of the page", _part),
)
