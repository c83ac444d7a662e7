"""What the words around a name say about its owner: asked, asking, or only mentioned.

A small table of patterns in many languages; each looks at a few dozen characters before or after a
name in the introduction.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..model import Metadata
from .given import is_given
from .guests import Guest
from .names import Mention, is_person, mentions
from .patterns import pattern
from .speakers import stands_for

BEFORE, BEHIND = 60, 140
ENOUGH = 2.0
LEAD = 0.5
NEAR = 300  # names that stand right before the interview

_MEETS = pattern(
    r"(?:interview(?:s|ed|ing)?|spoke|speaks?|spoken|speaking|"
    r"talk(?:s|ed|ing)?|chat(?:s|ted|ting)?|sat down|"
    r"caught up|catch(?:es)? up|conversation|q ?& ?a|questions?|met|meets?|visited|asked|"
    r"profile|featuring|"
    r"gespräch|sprach(?:en)?|trafe?n?|besuchte|befragte|"
    r"entrevist\w{0,8}|conversa\w{0,5}|hablamos|charlamos|encuentro|falamos|"
    r"entretien|rencontr\w{0,4}|intervista\w{0,3}|incontr\w{0,4}|colloquio|parlato|"
    r"gesprek|spraken|sprak|ontmoet\w{0,3}|intervju\w{0,3}|konu|prezentas|"
    r"интервью|беседа|поговорил\w?|встретил\w{0,3}|побеседовал\w?|"
    r"حوار|مقابلة|لقاء|التقينا|التقت\w?|حاور\w{0,2})"
    r"(?: [^\W\d_]{1,12}){0,3}?[ :]+$",
    re.IGNORECASE,
)
_SPEAKS = pattern(
    r"[^.\n]{0,90}?\b(?:tells?|told|talks?|talked|speaks?|"
    r"spoke|discuss\w{0,3}|explain\w{0,2}|describe[sd]?|"
    r"shares?|shared|answers?|answered|agreed|recalls?|reflects?|joins?|joined|explores?|"
    r"erzählt|spricht|sprach|berichtet|erklärt|habla|cuenta|recibe|responde|explica|conversó|"
    r"raconte|parle|explique|répond|racconta|parla|spiega|conta|fala|vertelt|praat|"
    r"рассказал\w?|рассказывает|отвечает|anlatıyor|anlattı|konuştu|konuşuyor|"
    r"يتحدّ?ث|تتحدّ?ث|يروي|تروي|يحكي|تحكي)\b",
    re.IGNORECASE,
)
_TALKS_TO = pattern(
    r"\b(?:discuss\w{0,3}|talks?|talked|speaks?|spoke|tells?|told|chats?|chatted|sat down|"
    r"sits down|conversation|gespräch|entretien|conversa\w{0,4}|habla|spricht|sprach|parla|parle|"
    r"spreekt|sprak|praat|vertelt|говорит|беседует|рассказывает|rozmawia|fala|konuşuyor)\b"
    r"[^.\n]{0,70}?\b(?:with|to|mit|con|avec|com|met)?\s?$"
)
_PRONOUN_TELLS = pattern(
    r"\b(?:he|she|they|er|sie|él|ella|il|elle|lui|lei|ele|ela|hij|zij|он|она)\b[^.\n]{0,45}?"
    r"\b(?:tells?|told|talks?|spoke|speaks?|explains?|erzählt|spricht|cuenta|explica|raconte|"
    r"explique|racconta|spiega|conta|vertelt|рассказывает|рассказала?)\b[^.\n]{0,25}? $",
    re.IGNORECASE,
)
_WELCOMES = pattern(
    r"(?:welcome|guests?|joined by|with me|here with|with us|bienvenue|invitée?s?|avec nous|"
    r"recevons|accueill\w{2,4}|bienvenid[oa]s?|invitad[oa]|"
    r"con nosotros|recibimos|bem-vind[oa]|convidad[oa]|"
    r"recebo|willkommen|gast|bei mir|benvenut[oa]|ospite|con noi|welkom|gasten?|гость|гостья|"
    r"добро пожаловать|ضيفنا|ضيفتنا|معنا|konuğumuz|karşınızda)(?: [^\W\d_]{1,12}){0,3}?[ ,:]+$",
    re.IGNORECASE,
)
_ASKS = pattern(
    r"^\s(?:asks?|asked|interview(?:s|ed)|spoke (?:with|to)|sat down|talked (?:with|to)|met|"
    r"caught up|visited|fragte|sprach mit|traf|entrevistó|conversó|a rencontré|ha incontrato|"
    r"entrevistou|sprak met)\b",
    re.IGNORECASE,
)
_ASKER_BYLINE = pattern(
    r"(?:interview(?:ed)?(?: conducted)? by|interviewer:|interview:|propos recueillis par|"
    r"entretien (?:réalisé |mené )?par|entretien ?:|röportaj:|söyleşi:|интервью:|беседовала?:?|"
    r"das gespräch führte|interview von|entrevista(?: de| por|:)|intervista (?:di|a cura di)|"
    r"حاور(?:ه|ها|ته|تها|هم|تهم)?:?|حوار:|أجر[ىت] الحوار)\W{0,3}$",
    re.IGNORECASE,
)
_BYLINE = pattern(
    r"(?:^|\n|[*_|·—–-] ?)(?:by|words by|von|por|par|door|di|de|text:?|story by) $", re.IGNORECASE
)
_WITH = pattern(r"\b(?:with|to|mit|con|avec|com|met|с|со|kun)\s$")
_OURS = pattern(r", (?:our|unsere?|notre|nos|la nostra|il nostro|nuestr[oa]|noss[oa]|onze?|наш)\b")
_AND = pattern(r"^\s?(?:and|&|und|y|et|e|en|и|,)\s?$")
_AND_LAST = pattern(r"(?:^|[\s,])(?:and|&|und|y|et|e|en|и|kaj)\s$")
_LISTED = pattern(r"^(?:,| \()[^.\n]{0,110}(?:,|\)|;)?\s(?:and |und |y |et |e |en |и )?$")
_OWNED = pattern(r"[^\W\d_][’']s $")
_DESCRIBED = pattern(
    r"\s?(?:\([^()\n]{1,30}\))?, (?:(?:aged? )?\d\d, )?"
    r"((?:an?|the|who|whose|one of|co-?founder|founder|director|head|president|author|co-?author|"
    r"professor|ein|eine|der|die|une?|le|la|una?|el|um|uma|o|een|de|il|lo) ?[^,.;:\n]{3,140})"
)
_ROLE_AFTER = pattern(r"\s?(?:\([^()\n]{1,30}\))?, [^.\n]{2,100}?,\s")
_SENTENCE_START = pattern(r"(?:^|\n|[.?!…”\"] )$")
_VERB_BEHIND = pattern(r" [a-zà-öø-ÿа-яё]{2,}")
_FIRST_PERSON = pattern(
    r"\b(?:I|me|my|we|our|us|ich|mich|mir|wir|moi|je|nous|yo|nos|io|noi|eu|ik|mij|wij)\b"
)


class Votes(NamedTuple):
    """The asker, if the page names one, and the respondents, most votes first.

    `sure` is how many votes the first of them has. `joint` holds those who are introduced
    together; `others` at most one name that has few votes.
    """

    asker: str | None
    respondents: tuple[str, ...]
    sure: float = 0.0
    joint: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    def first(self, name: str) -> Votes:
        """The same with somebody at the head: who says the name is their own."""
        full = next((n for n in self.respondents if stands_for(name, n)), name)
        return self._replace(respondents=(full, *self.respondents), joint=(), sure=4.0)


def vote(
    intro: str,
    near: Sequence[Mention],
    introduced: Sequence[Guest],
    hints: Metadata,
    questions: str,
) -> Votes:
    """Count what stands around each name of the introduction."""
    answers: dict[str, float] = {}
    asks: dict[str, float] = {}
    title = hints.title if hints.title and hints.title in intro[:400] else intro.partition("\n")[0]
    body = intro[intro.find(title) + len(title) :]
    named = _sorted_out([*near, *(g.mention for g in introduced)])
    pointed = {g.mention.name: g.weight for g in sorted(introduced, key=lambda g: g.weight)}
    full = _fullest(m.name for m in named)
    for index, mention in enumerate(named):
        name = full[mention.name]
        earlier = named[index - 1] if index else None
        before = intro[max(0, mention.start - 12) : mention.start]
        if earlier and _OWNED.fullmatch(intro[earlier.end - 1 : mention.start]):
            owner = full[earlier.name]
            asks[name] = asks.get(name, 0.0) + asks.get(owner, 0.0)
            asks[owner] = 0.0
        again = 1.5 * bool(asks.get(name) and _WITH.search(before))
        asks[name] = asks.get(name, 0.0) + again + _asks(intro, mention, earlier)
        answers[name] = max(answers.get(name, 0.0) + 0.3, _answers(intro, mention))
    for form in full.keys() & pointed.keys():
        answers[full[form]] = max(answers[full[form]], pointed[form])
    for name in answers:
        answers[name] += _in_title(name, title, body)
        answers[name] += 1.5 * any(len(w) > 2 and w in questions for w in name.split())
        answers[name] -= 1.5 * asks[name]
    asker = max(asks, key=lambda n: asks[n], default=None)
    if asker and asks[asker] < ENOUGH:
        asker = None
    ranked = sorted((n for n in answers if n != asker), key=lambda n: -answers[n])
    return Votes(
        asker=asker,
        respondents=tuple(n for n in ranked if answers[n] >= ENOUGH),
        sure=answers[ranked[0]] if ranked else 0.0,
        joint=_joint(intro, near, asker),
        others=_ahead([n for n in ranked if 0 < answers[n] < ENOUGH and n in body], answers),
    )


def _sorted_out(found: Sequence[Mention]) -> list[Mention]:
    """The people among some mentions, in order, each once."""
    people = {m.start: m for m in found if is_person(m.name) and not _shouted(m.name)}
    return [people[start] for start in sorted(people)]


def _shouted(name: str) -> bool:
    """Whether capitals are all that a name is made of, and no known given name opens it."""
    return name.isupper() and not is_given(name.split()[0])


def _fullest(names: Iterable[str]) -> dict[str, str]:
    """For each name the fullest form that may be the same person's."""
    known: dict[str, float] = {}
    forms: dict[str, str] = {}
    for name in sorted(dict.fromkeys(names), key=lambda n: -len(n.split())):
        forms[name] = _same(name, known)
        known[forms[name]] = 0.0
    return forms


def _ahead(names: Sequence[str], votes: dict[str, float]) -> tuple[str, ...]:
    """The first of several weak candidates, if it is alone or clearly ahead."""
    lead = votes[names[0]] - votes[names[1]] if len(names) > 1 else LEAD
    return tuple(names[:1]) if lead >= LEAD else ()


def _joint(intro: str, near: Sequence[Mention], asker: str | None) -> tuple[str, ...]:
    """Names that are met together: "spoke with A, B and C", each perhaps with a description."""
    people = [m for m in near if is_person(m.name)]
    for index, mention in enumerate(people):
        if not _MEETS.search(intro[max(0, mention.start - BEFORE) : mention.start]):
            continue
        met = [mention]
        for following in people[index + 1 :]:
            between = intro[met[-1].end : following.start]
            if not (_AND.match(between) or (len(between) < 120 and _LISTED.search(between))):
                break
            met.append(following)
        names = tuple(dict.fromkeys(m.name for m in met if m.name != asker))
        if len(names) > 1 and _AND_LAST.search(intro[met[-2].end : met[-1].start]):
            return names
    return ()


def _same(name: str, known: dict[str, float]) -> str:
    """The form under which a name is already counted."""
    return next((k for k in known if k == name or stands_for(name, k) or _inflected(name, k)), name)


def _inflected(name: str, other: str) -> bool:
    """Russian names in another case: "Анной Беловой" is "Анна Белова"."""
    one, two = name.split(), other.split()
    if not "а" <= name[-1] <= "я" or len(one) != len(two):
        return False
    return all(a[:3] == b[:3] and abs(len(a) - len(b)) < 4 for a, b in zip(one, two, strict=True))


def _asks(intro: str, mention: Mention, earlier: Mention | None) -> float:
    before = intro[max(0, mention.start - BEFORE) : mention.start]
    behind = intro[mention.end : mention.end + BEHIND]
    score = 0.0
    if _ASKER_BYLINE.search(before):
        score += 4.0
    elif _BYLINE.search(before) and mention.start < 1500:
        score += 1.0 + 1.5 * bool(_FIRST_PERSON.search(intro))
    if earlier and _same_sentence(intro, earlier, mention) and not _DESCRIBED.match(behind):
        between = intro[earlier.end : mention.start]
        score += 3.0 if _TALKS_TO.search(between) and is_person(earlier.name) else 0.0
    if _PRONOUN_TELLS.search(before):
        score += 3.0
    if _ASKS.match(behind):
        score += 2.5
    return score + 1.0 * (bool(_OWNED.search(before)) and score > 0)


def _in_title(name: str, title: str, body: str) -> float:
    """A name in the title counts when the text knows it too, or when it is all of the title.

    Titles often set every word with a capital, so that any two look like a name.
    """
    if name not in title:
        return 0.0
    known = all(len(w) < 3 or w in body for w in name.split()) or title.strip() == name
    return 2.0 if known or not name.isascii() else 0.3


def _answers(intro: str, mention: Mention) -> float:
    before = intro[max(0, mention.start - BEFORE) : mention.start]
    behind = intro[mention.end : mention.end + BEHIND]
    score = 0.6
    score += 2.0 * bool(_DESCRIBED.match(behind) or _ROLE_AFTER.match(behind))
    score += 2.5 * bool(_MEETS.search(before))
    score += 1.5 * bool(_SPEAKS.match(behind))
    opens = bool(_SENTENCE_START.search(before))
    score += 0.8 * opens + 0.8 * bool(
        (opens or before.endswith(", ")) and _VERB_BEHIND.match(behind)
    )
    score -= 4.0 * bool(_OURS.match(behind))
    score += 0.7 * (mention.start > len(intro) - NEAR)
    return score + 1.0 * (not mention.name[0].isupper())  # found by an honorific or a surname


def _same_sentence(intro: str, earlier: Mention, mention: Mention) -> bool:
    between = intro[earlier.end : mention.start]
    return "\n" not in between and not re.search(r"[^\s.]{3}\. ", between)


def introduced(said: str) -> str | None:
    """Whom a host introduces: "I am here with X", "welcome, X", "our guest today is X"."""
    for mention in mentions(said):
        before = said[max(0, mention.start - BEFORE) : mention.start]
        if is_person(mention.name) and (_MEETS.search(before) or _WELCOMES.search(before)):
            return mention.name
    return None


def description(intro: str, near: Sequence[Mention], name: str) -> str | None:
    """What follows a name in apposition: "X, a baker from Y, …"."""
    for mention in near:
        if mention.name == name and (match := _DESCRIBED.match(intro, mention.end)):
            return match[1].strip()
    return None
