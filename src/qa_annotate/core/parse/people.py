"""Who asked and who answered, as fully as the page names them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Metadata, Person
from .decoder import Decoded
from .heads import fold
from .names import Mention, mentions
from .page import Page
from .pairs import Exchange, Turn
from .speakers import ANSWERER, ASKER, stands_for

INTRO = 6000
_BYLINE = re.compile(
    r"(?:^|\n|[*_|·—-] ?)(?:interview(?:ed)? by|words by|by|von|por|par|door|di|propos recueillis par|"
    r"entretien réalisé par|interview:|röportaj:|söyleşi:|беседовала?:?|интервью:|"
    r"حاورها?:|حاورته:|حوار:)\s+([^\n|*_,،.]{3,60})",
    re.IGNORECASE,
)
_ASKER_BYLINE = re.compile(
    r"(?:interview(?:ed)? by|interview:|propos recueillis par|entretien|röportaj:|söyleşi:|"
    r"беседовала?|интервью:|حاورها?|حاورته|conducted by|entrevista:|intervista di)",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"\b(?:discuss\w*|talks?|talked|speaks?|spoke|tells?|told|chats?|chatted|in conversation|"
    r"conversation|gespräch|interview\w*|entrevista\w*|converse\w*|s’entretient)\b[^.\n]{0,80}?"
    r"\b(?:with|to|mit|con|avec|com|met|by|by|par)\s+$",
    re.IGNORECASE,
)
_TELLS = re.compile(r"\b(?:tells?|told)\s+$", re.IGNORECASE)
_MEETS = re.compile(
    r"\b(?:spoke|speaks?|spoken|sat down|caught up|talked|chatted|met|meets|interview(?:ed|s)?|asked|"
    r"questions for|questions with|q&a|conversation|interview)\b[^.\n]{0,30}?(?:\b(?:with|to|for)\s+)?$",
    re.IGNORECASE,
)
_APPOSITION = re.compile(
    r"\s*(?:\([A-Z]{1,5}\))?,\s+((?:an?|the|who|co-?founder|founder|director|head|president|author)\b[^,.;:\n]{3,120})"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Roster:
    """The people of a page and whom each label stands for."""

    people: tuple[Person, ...]
    labels: tuple[str | None, ...]
    asker: str | None
    respondent: str | None


def roster(
    page: Page, decoded: Decoded, found: Sequence[Exchange], metadata: Metadata
) -> Roster:
    """Whom the page names, and in which part."""
    intro = _introduction(page, found)
    near = mentions(intro)
    askers = {i for x in found for i in x.question.who}
    full = tuple(
        _full_name(name, near, intro) if count else None
        for name, count in zip(page.cast.names, page.cast.counts, strict=True)
    )
    labelled_askers = [full[i] for i in sorted(askers) if i > ANSWERER]
    named = {n for i, n in enumerate(full) if n and i not in askers and i > ANSWERER}
    asker, respondent = _from_text(intro, near, metadata, named)
    if labelled_askers:
        asker = labelled_askers[0]
    people = _people(intro, near, asker, respondent, labelled_askers, full, found)
    return Roster(people=people, labels=full, asker=asker, respondent=respondent)


def _introduction(page: Page, found: Sequence[Exchange]) -> str:
    first = page.segments[found[0].question.segments[0]].start if found else len(page.text)
    return page.text[: min(first, INTRO)]


def _full_name(label: str, near: Sequence[Mention], intro: str) -> str | None:
    """The fullest form of a label's name that the introduction has."""
    if not label:
        return None
    for mention in near:
        if stands_for(label, mention.name) and len(mention.name) > len(label):
            return mention.name
    match = re.search(r"([^\n(,.]{3,50})\(\s*" + re.escape(label) + r"\s*\)", intro)
    if match:
        return match[1].strip()
    return label


def _from_text(
    intro: str, near: Sequence[Mention], metadata: Metadata, named: set[str]
) -> tuple[str | None, str | None]:
    """Asker and respondent as the introduction has them."""
    votes: Counter[str] = Counter()
    asks: Counter[str] = Counter()
    title_end = _title_end(intro, metadata)
    byline = {m[1].strip(): bool(_ASKER_BYLINE.search(m[0])) for m in _BYLINE.finditer(intro)}
    for index, mention in enumerate(near):
        before, after = intro[max(0, mention.start - 100) : mention.start], intro[mention.end : mention.end + 160]
        by = next((name for name in byline if mention.name in name), None)
        if by is not None:
            asks[mention.name] += 3 if byline[by] else 1
            continue
        votes[mention.name] += 1 + 2 * (mention.end <= title_end) + 2 * bool(_APPOSITION.match(after))
        if _WITH.search(before) and not _APPOSITION.match(after) and index and _in_sentence(intro, near, index):
            asks[mention.name] += 4
            votes[mention.name] -= 3
        elif _MEETS.search(before):
            votes[mention.name] += 3
    asker = max(asks, key=lambda n: asks[n], default=None)
    if asker and asks[asker] < 3:
        asker = None
    for name in list(votes):
        if asker and (name == asker or stands_for(name, asker)):
            del votes[name]
    respondent = max(votes, key=lambda n: votes[n], default=None)
    return asker, respondent


def _in_sentence(intro: str, near: Sequence[Mention], index: int) -> bool:
    """Whether another name stands before this one in the same sentence."""
    between = intro[near[index - 1].end : near[index].start]
    return ". " not in between and "\n" not in between


def _title_end(intro: str, metadata: Metadata) -> int:
    if metadata.title and metadata.title in intro:
        return intro.find(metadata.title) + len(metadata.title)
    return min(len(intro), 120)


def _people(
    intro: str,
    near: Sequence[Mention],
    asker: str | None,
    respondent: str | None,
    askers: Sequence[str | None],
    full: Sequence[str | None],
    found: Sequence[Exchange],
) -> tuple[Person, ...]:
    answering = {i for x in found for t in x.answers for i in t.who}
    interviewees = [n for i, n in enumerate(full) if n and i in answering and i > ANSWERER]
    if not interviewees and respondent:
        interviewees = [respondent]
    interviewers = [n for n in askers if n] or ([asker] if asker else [])
    rows = [(name, "interviewee") for name in interviewees] + [(n, "interviewer") for n in interviewers]
    out: dict[str, Person] = {}
    for name, role in rows:
        out.setdefault(
            fold(name),
            Person(
                name=name,
                role="interviewee" if role == "interviewee" else "interviewer",
                description=_description(intro, near, name),
            ),
        )
    return tuple(out.values())


def _description(intro: str, near: Sequence[Mention], name: str) -> str | None:
    """What follows a name in apposition: "X, a baker from Y, …"."""
    for mention in near:
        if mention.name == name and (match := _APPOSITION.match(intro, mention.end)):
            return match[1].strip()
    return None


def asked_by(turn: Turn, people: Roster) -> str | None:
    """Who put a question."""
    named = [people.labels[i] for i in turn.who if i > ANSWERER]
    return next((n for n in named if n), None) or people.asker


def answered_by(turns: Sequence[Turn], people: Roster) -> str | tuple[str, ...] | None:
    """Who answered it: one, or several in the order they spoke."""
    names: list[str] = []
    for turn in turns:
        named = [people.labels[i] for i in turn.who if i not in (ASKER, ANSWERER)]
        for name in named or [people.respondent]:
            if name and name not in names:
                names.append(name)
    return names[0] if len(names) == 1 else tuple(names) or None
