"""Names of people in running text, by their shape: capitals, particles, titles, honorifics."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..months import MONTHS
from . import semitic
from .eastern import SHAPES as EASTERN
from .given import is_given
from .lexicon import words
from .patterns import pattern
from .trades import ends_as_trade, is_occupation, is_trade

TITLES = words(
    "dr|dr.|prof|prof.|professor|mr|mr.|mrs|mrs.|ms|ms.|sir|dame|lord|lady|father|sister",
    "brother|dona|doña|don|frau|herr|madame|monsieur|mme|m.|abu|umm|abou|oum|um|sheikh|imam",
    "rabbi|st.|pastor|rev.|reverend|mayor|commissioner|senator|president|captain",
)
HONORIFICS = words("pak|bapak|ibu|bu|mas|mbak|kak|banda|grupo|groupe|hermano|seu|ông|bà|anh|chị")
"""What stands before a name, and is none of it, in languages that call everybody something."""

INSIDE = words(
    "al|el|bin|ibn|abu|bint|de|da|do|dos|das|del|della|di|du|des|van|von|der|den|ten|ter|la",
    "le|los|las|y|e|zu|zum|af|av|i|ben|bar",
)
NOT_NAMES = words(
    "the|a|an|in|on|at|for|from|to|by|with|of|and|or|but|we|our|i|it|he|she|they|this|that",
    "these|those|his|her|their|its|my|your|you|who|what|why|when|where|how|which|there|here",
    "as|if|so|is|are|was|were|do|does|did|has|have|had|can|could|will|would|after|before",
    "during|since|last|next|one|two|three|four|five|six|seven|eight|nine|ten|first|yes|no|not",
    "now|then|today|over|under|through|about|into|between|against|every|each|all|most|many",
    "some|few|read|photo|image|picture|video|monday|tuesday|wednesday|thursday|friday",
    "saturday|sunday|january|february|march|april|may|june|july|august|september|october",
    "november|december|der|die|das|ein|eine|im|am|von|mit|und|den|dem|des|er|sie|es|wir|ich",
    "für|auf|seit|nach|le|la|les|un|une|du|de|dans|sur|avec|pour|il|elle|nous|au|aux|à|en|et",
    "depuis|ce|cette|el|los|las|una|del|con|por|para|su|sus|al|y|se|lo|ella|él|desde|hace",
    "entre|como|o|os|um|uma|em|na|nos|nas|da|dos|com|seu|sua|ele|ela|gli|di|per|tra|fra|nel",
    "nella|dal|dalla|e|ed|lui|lei|noi|het|een|op|van|met|voor|hij|zij|wij|ik|aan|bij|uit|bir",
    "bu|şu|ve|ile|için|kendisi|son|в|на|с|по|из|у|о|об|и|а|но|он|она|они|мы|я|это|этот|эта",
    "как|что|когда|для|за|к|от|до|же|kiel|ni|mi|li|ŝi|ili|dum|kun|pri|post|ĉi|tiu|acerca",
    "voordat|nadat|omdat|terwijl|wanneer|bevor|nachdem|während|obwohl|weil|wenn|seitdem|avant|après",
    "pendant|lorsque|quand|tandis|antes|después|mientras|cuando|aunque|prima|dopo|mentre|quando",
    "depois|enquanto|innan|efter|medan|när|før|efter|mens|når|zanim|kiedy|gdy|przed|po|když|než",
    "foto|fotos|fotografie|bild|bilder|portrait|ritratto|retrato|immagine|imagen|mehr|more",
    "sobre|über|apropos|presentación|interview|q&a|conversation|exclusive|opinion|feature",
    "news",
)
NO_PERSON = words(
    "asociación|associazione|associação|fundación|fondation|fondazione|fundação|stiftung",
    "showcase|thema|themen|theme|professionista|fragen|frage|preguntas|pregunta|domande|perguntas|vragen|gespräch|entrevista|intervista",
    "river|bridge|city|town|street|road|valley|mountain|lake|bay|harbour|harbor|county|state",
    "states|republic|kingdom|province|district|island|coast|university|college|school",
    "institute|academy|act|office|department|ministry|council|committee|commission|agency",
    "administration|bureau|army|group|team|foundation|association|society|union|federation",
    "organization|organisation|company|inc|ltd|corp|corporation|project|program|programme",
    "initiative|services|service|center|centre|museum|library|archive|conference|summit",
    "festival|party|congress|parliament|court|police|times|post|journal|magazine|review|news",
    "radio|tv|television|press|blog|podcast|gazette|herald|day|week|month|year|award|prize",
    "war|front|house|report|guide|release|platform|portal|network|data|digital|design",
    "security|software|system|systems|technology|technologies|agreement|order|question",
    "questions|answer|answers|story|part|chapter|series|episode|model|community|language",
    "languages|lesson|culture|heritage|health|hospital|clinic|club|theatre|theater|analysis",
    "assessment|experience|customer|tips|path|offering|overview|update|spotlight|talks|talk",
    "view|subscribe|menu|share|reply|comments|comment|login|tells|says|speaks|sig|wg|screen|screenshot|app|web|internet|open|source|resources",
    "universität|institut|verein|stadt|ministerium|universidad|ayuntamiento|gobierno",
    "université|ville|mairie|università|comune|universidade|prefeitura|universiteit|gemeente",
    "üniversitesi|interview|interviews|student|designers|sohbetler|röportajı|söyleşisi|serie|series|sayfa|page|issue|volume",
    "entrevistas|interviste|intervju|wywiad|rozhovor|wawancara|conversations|spotlights|magazin|gazetesi|dergisi|album|tour|vol",
)
"""Words of which no person's name is made."""

CLOSING = words("interview|interviews|röportajı|söyleşisi|exclusive|spotlight|profile|intervju|q&a")
"""What closes a title behind a name: "Ada Pell Interview"."""

JOINS = frozenset(("y", "e", "i"))

OUTLETS = words(
    "news|times|post|journal|magazine|review|radio|tv|television|press|blog|podcast|gazette|herald",
    "weekly|daily|monthly|quarterly|tribune|observer|chronicle|zeitung|blatt",
    "diario|periódico|revista|jornal|journal|giornale|rivista|krant|gazetesi",
    "đài|báo|مجلة|صحيفة|جريدة|موقع|قناة|газета|журнал|周刊|日报|本刊|新聞|신문",
)
OUTLET_ENDINGS = ("news", "blatt", "zeitung", "anzeiger", "报", "刊", "杂志", "新聞")
TOKEN = pattern(r"[^\W_]+(?:[’'.\-‑&][^\W_]+)*\.?|[^\w\s]|\n", re.UNICODE)
_OF = words("de|del|della|dello|dell|di|du|des|do|da|dos|das|des")
_SUFFIX = pattern(r"['’][^\W\d_A-ZА-Я]{1,4}$")
ELIDED = pattern(r"(?:[dlDL]|dell|all|dall|nell|sull|qu)['’](?=[^\W\d_a-z])")
_HANDLE = pattern(r"(?<![\w@])@([A-Za-z]\w{2,30})\b(?!\.\w)")
MOST_TOKENS = 2500
LONGEST_NAME = 6
LONGEST_RUN = 8


class Mention(NamedTuple):
    """A name and where it stands."""

    name: str
    start: int
    end: int


def mentions(text: str, offset: int = 0) -> list[Mention]:
    """Names in a short stretch of text, in order; positions count from `offset`."""
    found = [*_cased(text), *_handles(text), *_eastern(text)]
    return [
        Mention(m.name, m.start + offset, m.end + offset)
        for m in sorted(found, key=lambda m: m.start)
    ]


def _cased(text: str) -> Iterator[Mention]:
    """Runs of capitalised words, with particles inside; of two words at least."""
    run: list[re.Match[str]] = []
    for count, match in enumerate(TOKEN.finditer(text)):
        if run and continues(run, match):
            run.append(match)
        else:
            yield from _of_two(text, run)
            run = [match] if opens(match[0]) and len(match[0]) > 1 else []
        if count > MOST_TOKENS:
            break
    yield from _of_two(text, run)


def _of_two(text: str, run: list[re.Match[str]]) -> Iterator[Mention]:
    mention = read_run(text, run) if len(run) > 1 else None
    if mention and " " in mention.name:
        yield mention


def _handles(text: str) -> Iterator[Mention]:
    """ "@adapell": the names that people have on networks."""
    for match in _HANDLE.finditer(text):
        yield Mention(match[1], match.start(), match.end())


def opens(word: str) -> bool:
    """Whether a name may begin with a word."""
    if word[:1].isupper() and not (word[1:2] in ("’", "'") and word[2:3].islower()):
        lower = fold(word)
        return lower not in NOT_NAMES or (is_given(word) and lower not in MONTHS)
    return bool(ELIDED.match(word)) or (word[2:3] == "-" and word[3:4].isupper())


def continues(run: list[re.Match[str]], match: re.Match[str]) -> bool:
    """Whether a word goes on with the name that a run of words may be."""
    word, last = match[0], run[-1]
    if match.start() - last.end() > 1 or match.string[last.end() : match.start()] == "\n":
        return False
    if _SUFFIX.search(last[0]) or len(run) >= LONGEST_RUN:
        return False
    if last[0].endswith(".") and len(last[0]) > 2 and last[0].casefold() not in TITLES:
        return False
    if len(run) > 1 and _shouted(run) and not word.isupper() and word not in INSIDE:
        return False  # "ADA PELL Head of the school"
    if word[0].isupper() or (word[2:3] == "-" and word[3:4].isupper()):
        return True
    if word in ("der", "den", "des") and last[0] not in ("van", "von", "op", "in", "zu", "auf"):
        return False
    return word in INSIDE and _capital_next(match, joins=word in JOINS)


def _shouted(run: list[re.Match[str]]) -> bool:
    """Whether a run is a known name in capitals, of which a word in small letters is no part."""
    return all(m[0].isupper() and len(m[0]) > 2 for m in run) and is_given(run[0][0].title())


def _capital_next(match: re.Match[str], joins: bool) -> bool:
    """Whether a particle is followed by a capital, perhaps over another particle.

    What joins two surnames joins two people too, and then a given name follows.
    """
    rest = match.string[match.end() : match.end() + 24].split()
    while rest and rest[0] in INSIDE:
        rest = rest[1:]
    return bool(rest) and rest[0][:1].isupper() and not (joins and is_given(rest[0]))


def read_run(text: str, run: list[re.Match[str]]) -> Mention | None:
    """The name in a run of words: without trades, titles and outlets before it, or endings."""
    while len(run) > 2 and fold(run[-1][0]) in CLOSING:
        run = run[:-1]
    run = _behind_acronym(_trimmed(text, run))
    if not run:
        return None
    start, end = run[0].start(), run[-1].end()
    if elided := ELIDED.match(text, start, end):
        start = elided.end()
    if suffix := _SUFFIX.search(text[start:end]):
        end = start + suffix.start()
    if text[end - 1] == "." and len(run[-1][0]) > 2:
        end -= 1
    return Mention(text[start:end], start, end)


def _behind_acronym(run: list[re.Match[str]]) -> list[re.Match[str]]:
    """A run behind a party or a firm in capitals: "NATO Spokesman Peter Hale"."""
    if len(run) < 3 or not run[0][0].isupper() or len(run[0][0].strip(".")) < 2 or "." in run[0][0]:
        return run
    at = next((i for i, word in enumerate(run) if i and is_given(word[0])), 0)
    small = at < len(run) - 1 and not run[at][0].isupper() and not is_given(run[0][0].title())
    return run[at:] if at and small else run


def _trimmed(text: str, run: list[re.Match[str]]) -> list[re.Match[str]]:
    """A run behind its last trade: "Deputy Fiction Editor Nora Finch"."""
    for index in range(len(run) - 2, -1, -1):
        word = run[index][0].casefold()
        if run[index][0][0].isupper() and is_occupation(word):
            run = run[index + 1 :]
            if run[0][0] in _OF:
                return []  # "Presidenta de la Asociación Tejados"
            break
    while len(run) > 2 and not is_given(run[0][0]) and _is_before(text, run[0]):
        run = run[1:]
    if len(run) > 2 and is_given(run[1][0]) and ends_as_trade(run[0][0]):
        run = run[1:]
    if len(run) == 1 and (is_trade(run[0][0]) or is_occupation(run[0][0].casefold())):
        return []
    return run[1:] if len(run) > 1 and run[0][0].casefold() in HONORIFICS else run


def _is_before(text: str, word: re.Match[str]) -> bool:
    return is_trade(word[0]) or _after_article(text, word.start())


def _after_article(text: str, start: int) -> bool:
    """ "Der Bäcker Emil Rauch": German trades have capitals too, and an article before them."""
    return text[max(0, start - 4) : start] in ("Der ", "Die ", "der ", "die ", "den ", "dem ")


def has_given(name: str) -> bool:
    """Whether a name opens with a given name that is known, behind any title.

    >>> has_given("Dr. Ingrid Vale"), has_given("Grey Roofs")
    (True, False)
    """
    first = next((w for w in name.split() if w.casefold() not in TITLES), "")
    return is_given(first)


def is_outlet(name: str) -> bool:
    """Whether the name of somebody who asks is a paper's or a station's, by its words.

    >>> is_outlet("SPIEGEL"), is_outlet("Valley Radio"), is_outlet("Rosa Ibarra")
    (True, True, False)
    """
    if name.isupper() and name.isascii() and len(name) > 2 and " " not in name:
        return True
    words = name.casefold().split()
    return any(w in OUTLETS or w.endswith(OUTLET_ENDINGS) for w in words)


def fold(word: str) -> str:
    """A word for look-up; the Turkish capital İ is an i."""
    return word.replace("İ", "i").casefold()


def is_person(name: str) -> bool:
    """Whether a capitalised phrase can be a person's name, by its words.

    >>> is_person("Amro al-Dairi"), is_person("Euphrates River"), is_person("Moor’s Portal")
    (True, False, False)
    """
    words = [fold(w.strip(".,")) for w in name.split()]
    if not words or len(words) > LONGEST_NAME or any(c.isdecimal() for c in name):
        return False
    if len(words) > 3 and sum(w in NOT_NAMES and w not in INSIDE for w in words) > 1:
        return False  # a title that sets every word with a capital
    if (
        len(words) == 2
        and words[1].endswith("in")
        and is_occupation(words[1])
        and not is_given(words[0])
    ):
        return False
    if any(w in NO_PERSON or w.removesuffix("s") in NO_PERSON for w in words) or any(
        w.endswith(("'s", "’s")) for w in words
    ):
        return False
    capitals = sum(w.isupper() and len(w) > 3 for w in name.split())
    return capitals in (0, len(words))


def _eastern(text: str) -> Iterator[Mention]:
    """Names in scripts without capitals, by honorifics, titles and the shape of a sentence."""
    if text.isascii():
        return
    for shape in EASTERN:
        for match in shape.finditer(text):
            yield Mention(match[1], match.start(1), match.end(1))
    for read in semitic.names(text):
        yield Mention(*read)
