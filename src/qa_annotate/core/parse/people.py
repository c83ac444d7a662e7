"""Who asked and who answered, as fully as the page names them.

Labels come first: they say who speaks, and the introduction says the name in full. Where there are
none, every name of the introduction collects votes from the words around it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

from ..model import Metadata, Person, PersonRole
from .bylines import alone, author, dated, interviewer
from .cases import INFLECTING, nominative
from .decoder import Decoded
from .eastern import chinese_names, chinese_reporter, guest
from .fullnames import credited, full_labels
from .guests import guests
from .names import (
    HONORIFICS,
    OUTLETS,
    Mention,
    has_given,
    is_outlet,
    is_person,
    mentions,
)
from .page import Page
from .pairs import Exchange, Turn
from .parts import addressed_parts, announced_parts
from .patterns import pattern
from .speakers import ANSWERER, ASKER, same, spelling, stands_for
from .votes import Votes, description, inflected, introduced, vote

INTRO = 6000
NEAR_HEAD, TAIL, TITLE = 1500, 500, 250  # characters in which bylines stand
_MEETING = (
    "interview",
    "we asked",
    "i asked",
    "we met",
    "i met",
    "entretien",
    "entrevista",
    "интервью",
)
SURELY, HEAD = 3.0, 200
LONGEST_TITLE, OPENING = 200, 1000
STANDING = 20_000  # characters in which a name's nominative is looked for
MOST_ALIASES = 4
_WRAPPED = pattern(r"(?<=[^\n.?!:]{50})\n(?=[^\W\d_])")
_OWN_NAME = pattern(
    r"\b(?:I[’']m|I am|my name is|me llamo|mi nombre es|soy|ich bin|ich heiße|mein name ist|"
    r"je suis|je m[’']appelle|mi chiamo|sono|meu nome é|chamo-me|me chamo|ik ben|mijn naam is|"
    r"mi estas|mia nomo estas|меня зовут|benim adım|adım|اسمي|أنا)\s+",
    re.IGNORECASE,
)
_SOFT_BREAK = pattern(r"(?<=[^\n])\n(?=[^\n])(?![^\W\d_](?:[^\W\d_]|[ ’']){1,20}:)")
_SHARED_SURNAME = pattern(r"([^\W\d_][^\W_]+) (?:and|&|und|et|y|e|en|и|kaj) $")


class Roster(NamedTuple):
    """The people of a page, whom each label stands for, and whom each part of the page asks.

    `sections` holds where a new respondent's part begins, as (segment, name).
    """

    people: tuple[Person, ...]
    labels: tuple[str | None, ...]
    asker: str | None
    respondent: str | tuple[str, ...] | None
    outlet: str | None = None  # the paper or station that asks under its own name
    sections: tuple[tuple[int, str], ...] = ()
    sure: float = 0.0  # how clearly the page names who answers; 2 is fair, 4 is plain


def roster(page: Page, decoded: Decoded, found: Sequence[Exchange], hints: Metadata) -> Roster:
    """Whom the page names, and in which part."""
    intro = introduction(page, found, hints)
    near = _with_shared_surnames(intro, mentions(intro))
    askers = {i for x in found for i in x.question.who}
    title = _title(intro, hints)
    met = guests(intro, title)
    inflecting = (page.language or "")[:2] in INFLECTING
    if inflecting:
        near = [_in_nominative(m, page.text) for m in near]
        met = [g._replace(mention=_in_nominative(g.mention, page.text)) for g in met]
    full = full_labels(page, near, intro, hints)
    votes = vote(intro, title, near, met, _questions(page, found))
    asker = next((full[i] for i in sorted(askers) if i > ANSWERER and full[i]), None)
    asker = asker or page.cast.defined.get(ASKER) or votes.asker
    named = [full[i] for i in _answering(found) if i > ANSWERER and full[i]]
    asker = asker or _signed(page, found, intro, hints, votes, named)
    if asker and inflecting:
        asker = nominative(asker, page.text[:STANDING])
    if not named and (own := own_name(page, _first_answers(found))):
        votes = votes.first(_as_written(own, near))
    respondent = page.cast.defined.get(ANSWERER) or _respondent(page, votes, asker, named, intro)
    if not respondent and not named:
        respondent = _welcomed(page, found)
    if asker and isinstance(respondent, str) and same(asker, respondent):
        asker = None
    sections: tuple[tuple[int, str], ...] = ()
    if not named:
        sections = announced_parts(page, decoded) or addressed_parts(page, found, votes.joint)
    if asker and sections and asker == dated(intro[:NEAR_HEAD]):
        asker = None  # the first interview's alone
    if asker and any(same(asker, name) for _, name in sections):
        asker = None
    answering = named or [name for _, name in sections] or list(_each(respondent))
    asking = [full[i] for i in sorted(askers) if i > ANSWERER and full[i]] or [asker]
    outlet = next((name for name in asking if name and is_outlet(name)), None)
    return Roster(
        people=_people(intro, near, answering, asking, _aliases(page, full)),
        labels=full,
        asker=asker,
        respondent=respondent,
        outlet=outlet,
        sections=sections,
        sure=_sure(votes, named, sections, intro),
    )


def _in_nominative(mention: Mention, text: str) -> Mention:
    """A name's nominative; behind what is no name it begins where a given name does."""
    first, *rest = mention.name.split()
    ending = nominative(" ".join(rest[-2:]), text[:STANDING]) if len(rest) > 1 else ""
    if has_given(ending) and not has_given(nominative(first, "")):
        return mention._replace(name=ending)
    return mention._replace(name=nominative(mention.name, text[:STANDING]))


def _title(intro: str, hints: Metadata) -> str:
    """The title as it stands in the introduction; none where that opens with a paragraph."""
    if hints.title and hints.title in intro[:400]:
        title = hints.title
    else:
        title = intro.lstrip().partition("\n")[0]
    return title if len(title) < LONGEST_TITLE and not title.endswith(".") else ""


def _sure(
    votes: Votes, named: Sequence[str | None], sections: Sequence[object], intro: str
) -> float:
    """How clearly it is known who answers: a label alone says little, a full name or the
    introduction says it all.
    """
    if sections or len(votes.joint) > 1:
        return 4.0
    full = [name for name in named if name and (" " in name or name in intro or not name.isascii())]
    if not named and guest(intro[:NEAR_HEAD]):
        return max(votes.sure, 2.5)
    return 4.0 if full else 1.0 if named else votes.sure


def _welcomed(page: Page, found: Sequence[Exchange]) -> str | None:
    """Whom the host introduces in the first questions themselves."""
    if name := introduced(_questions(page, found[:3])):
        return name
    opening = [page.segments[i] for x in found[:1] for i in x.question.segments]
    said = "\n".join(page.text[s.content : min(s.end, s.content + OPENING)] for s in opening)
    best = max(guests(said, ""), key=lambda g: g.weight, default=None)
    return best.mention.name if best and has_given(best.mention.name) else None


def _signed(
    page: Page,
    found: Sequence[Exchange],
    intro: str,
    hints: Metadata,
    votes: Votes,
    named: Sequence[str | None],
) -> str | None:
    """Who asked, by a byline: above the interview, below it, in the metadata, or in a greeting."""
    tail = page.text[max(len(page.text) - TAIL, 0) :]
    near = (intro[:NEAR_HEAD], tail, _questions(page, found[:2]))
    if name := next(filter(None, map(interviewer, near)), None):
        return name
    if (page.language or "").startswith("zh") and (name := chinese_reporter(intro)):
        return name
    if own := own_name(page, [x.question for x in found[:2]]):
        return own if not votes.respondents or not same(own, votes.respondents[0]) else None
    title = (hints.title or "") + intro[:TITLE]
    guests = (*votes.respondents[:1], *votes.others, *votes.joint, *filter(None, named))
    authors = [n for n in credited(hints) if " " in n and n not in title and is_person(n)]
    authors += filter(None, [author(intro[:NEAR_HEAD]) or dated(intro[:NEAR_HEAD])])
    if (
        not authors
        and votes.sure >= SURELY
        and (name := alone(intro[len(_title(intro, hints)) :][:HEAD]))
    ):
        authors = [name]
    met = guests or any(cue in intro.casefold() for cue in _MEETING)
    if not met:
        return None
    return next((n for n in authors if not any(map(partial(_alike, n), guests))), None)


def _alike(one: str, two: str) -> bool:
    return same(one, two) or inflected(one, two) or stands_for(one, two) or stands_for(two, one)


def _each(name: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return (name,) if isinstance(name, str) else name or ()


def introduction(page: Page, found: Sequence[Exchange], hints: Metadata) -> str:
    """What stands before the first question, the title first."""
    first = page.segments[found[0].question.segments[0]].start if found else len(page.text)
    lines = _SOFT_BREAK if page.wrapped else _WRAPPED
    intro = lines.sub(" ", page.text[: min(first, INTRO)])
    if hints.title and hints.title not in intro:
        return f"{hints.title}\n{intro}"
    return intro


def own_name(page: Page, turns: Sequence[Turn]) -> str | None:
    """Who says "I'm X" or "My name is X" in one of these turns."""
    for turn in turns:
        segment = page.segments[turn.segments[0]]
        said = page.text[segment.content : min(segment.end, segment.content + 200)]
        if match := _OWN_NAME.search(said):
            near = mentions(said[match.end() : match.end() + 80])
            if near and near[0].start < 3 and is_person(near[0].name):
                return near[0].name
    return None


def _as_written(name: str, near: Sequence[Mention]) -> str:
    """A name as the introduction writes it, where an answer shouts it."""
    return next((m.name for m in near if same(m.name, name)), name)


def _first_answers(found: Sequence[Exchange]) -> list[Turn]:
    return [turn for exchange in found[:2] for turn in exchange.answers[:1]]


def _answering(found: Sequence[Exchange]) -> list[int]:
    return list(dict.fromkeys(i for x in found for turn in x.answers for i in turn.who))


def _questions(page: Page, found: Sequence[Exchange]) -> str:
    """The heads of the first questions: there people are called by their names."""
    firsts = [page.segments[x.question.segments[0]] for x in found[:12]]
    return "\n".join(page.text[s.content : min(s.end, s.content + 160)] for s in firsts)


def _with_shared_surnames(intro: str, near: list[Mention]) -> list[Mention]:
    """ "Rosa and Edda Quill" names a Rosa Quill too."""
    out: list[Mention] = []
    for mention in near:
        words = mention.name.split()
        match = _SHARED_SURNAME.search(intro, max(0, mention.start - 40), mention.start)
        if match and len(words) == 2 and match[1][0].isupper() and not _in(out, match.end(1)):
            out.append(Mention(f"{match[1]} {words[-1]}", match.start(1), match.end(1)))
        out.append(mention)
    return out


def _in(found: Sequence[Mention], end: int) -> bool:
    """Whether a word is the end of a name already."""
    return bool(found) and found[-1].end == end


# ---- no labels ----------------------------------------------------------------------------------


def _respondent(
    page: Page, votes: Votes, asker: str | None, named: Sequence[str | None], intro: str
) -> str | tuple[str, ...] | None:
    """The name with most votes that is not the asker's."""
    if named:
        return tuple(name for name in named if name)
    if (name := guest(intro[:NEAR_HEAD])) and name != asker and len(votes.joint) < 2:
        longer = (n for n in votes.respondents if stands_for(name, n))
        return name if len(name) > 2 else next(longer, name)
    if len(votes.joint) > 1:
        return votes.joint
    for name in (*votes.respondents, *votes.others):
        own = asker and (same(name, asker) or stands_for(name, asker))
        first, _, rest = name.partition(" ")
        if not own and first.casefold() not in OUTLETS:
            return rest if rest and first.casefold() in HONORIFICS else name
    if (page.language or "").startswith("zh"):
        return next(iter(chinese_names(page.text[:INTRO])), None)
    return None


# ---- the list -----------------------------------------------------------------------------------


def _people(
    intro: str,
    near: Sequence[Mention],
    answering: Sequence[str | None],
    asking: Sequence[str | None],
    aliases: Mapping[str, tuple[str, ...]],
) -> tuple[Person, ...]:
    rows: list[tuple[str | None, PersonRole]] = [(name, "interviewee") for name in answering]
    rows += [(name, "interviewer") for name in asking if not (name and is_outlet(name))]
    out: dict[tuple[str, ...], Person] = {}
    for name, role in rows:
        if name:
            person = Person(
                name=name,
                role=role,
                description=description(intro, near, name),
                aliases=aliases.get(name, ()),
            )
            out.setdefault(spelling(name), person)
    return tuple(out.values())


def _aliases(page: Page, full: Sequence[str | None]) -> dict[str, tuple[str, ...]]:
    """The other forms in which the labels have each name: initials, surnames."""
    forms: dict[str, dict[str, None]] = {}
    for segment, who in zip(page.segments, page.cast.who, strict=True):
        name = full[who[0]] if len(who) == 1 and who[0] > ANSWERER else None
        if name and name != segment.head.name:
            forms.setdefault(name, {})[segment.head.name] = None
    return {name: tuple(found)[:MOST_ALIASES] for name, found in forms.items()}


# ---- pairs --------------------------------------------------------------------------------------


def asked_by(turn: Turn, people: Roster) -> str | None:
    """Who put a question."""
    named = [people.labels[i] for i in turn.who if i > ANSWERER]
    return next((n for n in named if n), None) or people.asker


def answered_by(turns: Sequence[Turn], people: Roster) -> str | tuple[str, ...] | None:
    """Who answered it: one, or several in the order they spoke."""
    names: list[str] = []
    for turn in turns:
        named = [people.labels[i] for i in turn.who if i not in (ASKER, ANSWERER)]
        for name in [n for n in named if n] or (() if names else _in_section(turn, people)):
            if name not in names:
                names.append(name)
    return names[0] if len(names) == 1 else tuple(names) or None


def _in_section(turn: Turn, people: Roster) -> tuple[str, ...]:
    """The respondents of the part of the page in which a turn stands."""
    name = people.respondent
    for start, whose in people.sections:
        if start < turn.segments[0]:
            name = whose
    return _each(name)
