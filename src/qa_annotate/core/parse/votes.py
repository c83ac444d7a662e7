"""What the words around a name say about its owner: asked, asking, or only mentioned.

A small table of patterns in many languages; each looks at a few dozen characters before or after a
name in the introduction.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from .given import is_given
from .guests import Guest
from .names import Mention, has_given, is_person, mentions
from .patterns import pattern
from .speakers import same, stands_for
from .trades import is_occupation

BEFORE, BEHIND = 60, 140
ENOUGH = 2.0
LEAD = 0.5
FAR = 40  # characters over which only somebody's given name or trade shows that a person is meant
LONGEST_HEAD = 1500  # characters in which a byline stands
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
_TELLS = pattern(
    r"\b(?:interviewed by|interviewée? par|entrevistad[oa] p[oe][rl]|intervistat[oa] da"
    r"|befragt von|"
    r"geïnterviewd door|tells|told|opens up to|opened up to|shares with|confides|erzählte?"
    r"|verriet|verrät"
    r"|raconte|confie|"
    r"cuenta|contó|explica|racconta|conta|contou|vertelt|vertelde|рассказал[аи]?|рассказывает"
    r"|розповів|розповіла|"
    r"opowiedział[ao]?|opowiada|anlattı|anlatıyor|berättar för)\b[^.\n]{0,60}$"
)
_TALKS = pattern(
    r"\b(?:discuss\w{0,3}|talks?|talked|speaks?|spoke|chats?|chatted|conversation|gespräch"
    r"|entretien|"
    r"conversa\w{0,4}|habla|habló|spricht|sprach|parla|parle|spreekt|sprak|praat|говорит"
    r"|беседует|rozmawia|"
    r"fala|falou|konuşuyor|konuştu)\b[^.\n]{0,70}?(?:\b(?:with|to|mit|con|avec|com|met|с|со|z|ze"
    r"|med)\b[^.\n]{0,40})?$"
)
_IN_TALK = pattern(
    r"\b(?:in an (?:exclusive )?interview with|w (?:rozmowie|wywiadzie) z|в (?:разговоре|беседе"
    r"|интервью) с|"
    r"у (?:розмові|інтерв[’']ю) з|in einem (?:interview|gespräch) mit|im (?:interview"
    r"|gespräch) mit|dans une? "
    r"(?:interview|entretien) (?:à|avec)|en (?:entrevista|conversación|charla|diálogo) con"
    r"|in un[’'] ?intervista (?:a|con)|"
    r"em entrevista (?:a|ao|à|com)|in gesprek met|v rozhovoru s|i en intervju med|[’']?e anlattı|"
    r"answered (?:the )?questions (?:by|from|of))\b[^.\n]{0,40}$",
    re.IGNORECASE,
)
_VISITS = pattern(
    r"\b(?:interview(?:s|ed)|asks?|asked|met|meets|visited|visits|caught up|catches up|sat down"
    r"|sits down|profiles|"
    r"hat(?: sich)? mit|traf|trifft|besuchte?|befragte?|sprach mit|entrevist(?:a|ó|ou)|conversó"
    r"|charló|"
    r"a rencontré|rencontre|a interrogé|interroge|ha incontrato|incontra|ha intervistato"
    r"|intervista|"
    r"interviewde|sprak met|ontmoette|встретил(?:ся|ась)|побеседовал[аи]?|поговорил[аи]?|træf"
    r"|mötte|träffade|intervjuade)\b"
    r"[^.\n]{0,60}$"
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
_BYLINE = pattern(
    r"(?:^|\n|[*_|·—–-] ?)(?:by|words by|von|por|par|door|di|de|text:?|story by) $", re.IGNORECASE
)
_CREDIT = pattern(
    r"(?:photo\w{0,8}|image\w?|picture\w?|foto\w{0,6}|bild\w{0,3}|illustration\w{0,2}"
    r"|übersetz\w{0,6}|translat\w{0,5}|"
    r"traduc\w{0,5}|traduit|tradu\w{0,6}|vertal\w{0,4}|edit(?:ed|or)|redaktion|redacc?ión|fot\."
    r"|фото|перевод|переклад|"
    r"çeviri|çeviren|fotoğraf|tłum\w{0,8}|zdjęci\w|تصوير|ترجمة|עריכה|צילום|camera"
    r"|illustrat\w{0,4}|©|credit\w?|courtesy)"
    r"(?: ?[:/|–-] ?| by | of | von | de | par | di | door | do inglês por "
    r"| de l[’']anglais par | | {0,2}\n)$",
    re.IGNORECASE,
)
_THING = pattern(
    r"(?:\b(?:exhibition|show|exhibit|ausstellung|exposition|exposición|mostra|exposição|выставк[аиу]|"
    r"the|la|le|les|el|los|il|lo|der|die|das|den|dem|een|het|de|o|a|os|as|al|au|du|band"
    r"|group|groupe|grupo|gruppo|"
    r"bandet|группы|гурту|zespołu|film|novel|book|album|song|single|titled|called|named|play"
    r"|series|"
    r"roman|libro|livre|buch|disque|disco|livro|boek|kitap|kitabı|книги|роман[а]?)\s"
    r"|[«“„\"‘‚]\s?)$",
    re.IGNORECASE,
)
_PLACE = pattern(
    r"(?:\bin|\bat|\bnear|\ben|\bà|\bem|\ba|\bzu|\baus|\bfrom|\bto|\bof|\bs|\bв|\bw)\s$"
)
_THING_BEHIND = pattern(
    r" (?:kitab|roman|film|dergi|müze|grubu|adlı|isimli|album|novel|book|band|project|festival"
    r"|museum|university|"
    r"конкурс|музе|театр)|[”»\"’]"
)
_IS = pattern(
    r"\s(?:is|was|has|ist|war|hat|est|es|era|è|é|ha|a|är|is een|był|jest|были|—|–)\s(?:been |a "
    r"|an |the |one |eine? |une? |"
    r"der |die |le |la |el |un |uno |um |uma |een |de |en |[a-zà-öø-ÿа-я])"
)
_ASKS = pattern(
    r"^\s(?:asks?|asked|interview(?:s|ed)|spoke (?:with|to)|sat down|talked (?:with|to)|met|"
    r"caught up|visited|fragte|sprach mit|traf|entrevistó|conversó|a rencontré|ha incontrato|"
    r"entrevistou|sprak met|(?:hat|haben) (?:sie|ihn|mit ih[rm])|l[’']a (?:rencontré|interviewé)e?|"
    r"l[aoe] (?:visitó|entrevistó|conoció)|habló con (?:ella|él)|l[’']ha (?:incontrat"
    r"|intervistat)[ao]|"
    r"zocht (?:haar|hem) op|träffade (?:henne|honom))\b",
    re.IGNORECASE,
)
_WITH = pattern(r"\b(?:with|to|mit|con|avec|com|met|с|со|kun)\s$")
_OURS = pattern(r", (?:our|unsere?|notre|nos|la nostra|il nostro|nuestr[oa]|noss[oa]|onze?|наш)\b")
_AND = pattern(r"^\s?(?:and|&|und|y|et|e|en|и|,)\s?$")
_AND_LAST = pattern(r"(?:^|[\s,])(?:and|&|und|y|et|e|en|и|kaj)\s$")
_LISTED = pattern(r"^(?:,| \()[^.\n]{0,110}(?:,|\)|;)?\s(?:and |und |y |et |e |en |и )?$")
_OWNED = pattern(r"[^\W\d_][’']s $")
_DESCRIBED = pattern(
    r"\s?(?:\([^()\n]{1,30}\))?, (?:(?:aged? )?\d\d, )?"
    r"((?:one of|co-?founder|founder|director|head|president|author|co-?author|professor"
    r"|(?:an?|the|who|whose|ein|eine|der|die|une?|le|la|una?|el|um|uma|o|een|de|il|lo)"
    r"(?![^\W\d_])) ?[^,.;:\n]{3,140})"
)
_ROLE_AFTER = pattern(r"\s?(?:\([^()\n]{1,30}\))?, [^.\n]{2,100}?,\s")
_SENTENCE_START = pattern(r"(?:^|\n|[.?!…”\"] )$")
_VERB_BEHIND = pattern(r" [a-zà-öø-ÿа-яё]{2,}")


_LATIN_CASES = ("em", "ym", "im", "ým", "ím", "ou", "ego", "iego", "ému", "owi", "ovi")


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
        full = next((n for n in self.respondents if stands_for(name, n) or same(name, n)), name)
        return self._replace(respondents=(full, *self.respondents), joint=(), sure=4.0)


def vote(
    intro: str, title: str, near: Sequence[Mention], met: Sequence[Guest], questions: str
) -> Votes:
    """Count what stands around each name of the introduction, whose head is the title."""
    body = intro[intro.find(title) + len(title) :]
    named = _sorted_out([*near, *(g.mention for g in met)])
    full = _fullest(m.name for m in named)
    asks = dict.fromkeys(full.values(), 0.0)
    answers: dict[str, float] = {}
    things = dict.fromkeys(full.values(), False)
    for index, mention in enumerate(named):
        name, earlier = full[mention.name], named[index - 1] if index else None
        if earlier:
            _between(intro, earlier, mention, full, asks)
        asks[name] += _asks(intro, mention)
        answers[name] = max(answers.get(name, 0.0) + 0.3, _answers(intro, mention))
        things[name] |= _is_thing(
            intro[max(0, mention.start - BEFORE) : mention.start],
            intro[mention.end : mention.end + BEHIND],
        )
    for name in answers:
        answers[name] += _in_title(name, title, body) + 1.0 * has_given(name)
        answers[name] -= 1.0 * (things[name] and not has_given(name))
    for guest in met:
        if guest.mention.name in full:
            name = full[guest.mention.name]
            answers[name] = max(answers[name], guest.weight + 0.3 * has_given(name))
    for name in answers:
        answers[name] += 1.5 * any(len(w) > 2 and w in questions for w in name.split())
        answers[name] -= 1.5 * asks[name]
    asker = max(asks, key=lambda n: asks[n], default=None)
    if asker and asks[asker] < ENOUGH:
        asker = None
    ranked = sorted((n for n in answers if n != asker), key=lambda n: -answers[n])
    return Votes(
        asker=asker,
        respondents=tuple(n for n in ranked if answers[n] >= ENOUGH),
        sure=answers[ranked[0]] - 1.0 * has_given(ranked[0]) if ranked else 0.0,
        joint=_together(met, full, asker) or _joint(intro, near, asker),
        others=_ahead([n for n in ranked if _may_be(n, answers, asks) and n in body], answers),
    )


def _between(
    intro: str,
    earlier: Mention,
    mention: Mention,
    full: Mapping[str, str],
    asks: dict[str, float],
) -> None:
    """What a sentence says of the two people in it: who asked, and who was asked.

    "Ada Pell tells Hugo Lantern" and "Ada Pell, the author of Glass, talks to Hugo Lantern" are
    Hugo's questions; "Hugo Lantern met Ada Pell" and "Hugo Lantern talks to the author Ada Pell"
    as well.
    """
    one, two = full[earlier.name], full[mention.name]
    between = intro[earlier.end : mention.start]
    far = len(between) > FAR and not has_given(two) and not _described(intro, mention)
    if _OWNED.fullmatch(intro[earlier.end - 1 : mention.start]):
        asks[two] += asks[one]
        asks[one] = 0.0
    elif asks[two] and _WITH.search(between):
        asks[two] += 1.5
    if one == two or far or ":" in between or not _same_sentence(intro, earlier, mention):
        return
    if _TELLS.search(between) or _IN_TALK.search(between):
        asks[two] += 3.0
    elif _VISITS.search(between):
        asks[one] += 3.0 * (not _described(intro, earlier) or _described(intro, mention))
        asks[two] += 3.0 * (_described(intro, earlier) and not _described(intro, mention))
    elif _TALKS.search(between):
        first = _described(intro, mention) and not _described(intro, earlier)
        asks[one if first else two] += 3.0


def _described(intro: str, mention: Mention) -> bool:
    """Whether somebody's trade stands behind the name or before it."""
    if _DESCRIBED.match(intro, mention.end):
        return True
    before = intro[max(0, mention.start - 30) : mention.start].split()
    return bool(before) and is_occupation(before[-1].casefold())


def _together(met: Sequence[Guest], full: Mapping[str, str], asker: str | None) -> tuple[str, ...]:
    """Several whom one phrase names: "we spoke with Ada Pell and Hugo Lantern"."""
    groups: dict[int, dict[str, None]] = {}
    for guest in met:
        name = full.get(guest.mention.name)
        if name and name != asker and guest.group >= 0:
            groups.setdefault(guest.group, {})[name] = None
    largest = max(groups.values(), key=len, default={})
    return tuple(largest) if len(largest) > 1 else ()


def _sorted_out(found: Sequence[Mention]) -> list[Mention]:
    """The people among some mentions, in order, each once."""
    people = {m.start: m for m in found if is_person(m.name) and not _shouted(m.name)}
    return [people[start] for start in sorted(people)]


def _shouted(name: str) -> bool:
    """Whether capitals are all that a name is made of, and no known given name opens it."""
    return name.isupper() and not has_given(name)


def _fullest(names: Iterable[str]) -> dict[str, str]:
    """For each name the fullest form that may be the same person's."""
    known: dict[str, float] = {}
    forms: dict[str, str] = {}
    for name in sorted(dict.fromkeys(names), key=lambda n: -len(n.split())):
        forms[name] = _same(name, known)
        known[forms[name]] = 0.0
    return forms


def _may_be(name: str, answers: Mapping[str, float], asks: Mapping[str, float]) -> bool:
    """Whether somebody of few votes is somebody at all, and signs nothing."""
    somebody = has_given(name) or not name[0].isupper()
    return somebody and 0 < answers[name] < ENOUGH and not asks[name]


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
    return next((k for k in known if _may_mean(name, k)), name)


def _may_mean(name: str, full: str) -> bool:
    """Whether a name can be a full one's: its part, its initials, another case, a short form."""
    if same(name, full) or stands_for(name, full) or inflected(name, full):
        return True
    first = full.partition(" ")[0]
    return len(name) > 2 and first != full and first.startswith(name) and is_given(name)


def inflected(name: str, other: str) -> bool:
    """Slavic names in another case: "Анной Беловой" is "Анна Белова"."""
    one, two = name.split(), other.split()
    if len(one) != len(two) or not (
        "а" <= name[-1] <= "я" or (name.endswith(_LATIN_CASES) and len(one) > 1)
    ):
        return False
    return all(a[:3] == b[:3] and abs(len(a) - len(b)) < 4 for a, b in zip(one, two, strict=True))


def _asks(intro: str, mention: Mention) -> float:
    before = intro[max(0, mention.start - BEFORE) : mention.start]
    behind = intro[mention.end : mention.end + BEHIND]
    score = 1.0 * bool(_BYLINE.search(before) and mention.start < LONGEST_HEAD)
    score += 3.0 * bool(_PRONOUN_TELLS.search(before))
    score += 2.5 * bool(_ASKS.match(behind))
    return score + 1.0 * (bool(_OWNED.search(before)) and score > 0)


def _in_title(name: str, title: str, body: str) -> float:
    """A name in the title counts when the text knows it too, or when it is all of the title.

    Titles often set every word with a capital, so that any two look like a name.
    """
    if name not in title:
        return 0.0
    if name not in body and not has_given(name):
        return -1.5 * name[0].isupper()
    known = all(len(w) < 3 or w in body for w in name.split()) or title.strip() == name
    return 2.0 if known or not name.isascii() else 0.3


def _answers(intro: str, mention: Mention) -> float:
    before = intro[max(0, mention.start - BEFORE) : mention.start]
    behind = intro[mention.end : mention.end + BEHIND]
    score = 0.6
    score += 2.0 * bool(_described(intro, mention) or _ROLE_AFTER.match(behind))
    score += 2.5 * bool(_MEETS.search(before))
    score += 1.5 * bool(_SPEAKS.match(behind))
    opens = bool(_SENTENCE_START.search(before))
    score += 0.8 * opens + 0.8 * bool(
        (opens or before.endswith(", ")) and _VERB_BEHIND.match(behind)
    )
    score += 1.0 * bool(_IS.match(behind))
    score -= 4.0 * bool(_OURS.match(behind))
    score -= 3.0 * bool(_CREDIT.search(before))
    score -= 2.0 * (_is_thing(before, behind) and not has_given(mention.name))
    score += 0.7 * (mention.start > len(intro) - NEAR)
    return score + 1.0 * (not mention.name[0].isupper())  # found by an honorific or a surname


def _is_thing(before: str, behind: str) -> bool:
    """Whether the words around say that a place, a book or a band is meant."""
    return bool(_THING.search(before) or _PLACE.search(before) or _THING_BEHIND.match(behind))


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
