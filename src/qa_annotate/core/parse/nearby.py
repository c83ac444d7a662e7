"""The name that a phrase points to: "an interview with …", "… im Gespräch", "…さんに聞く".

Names of two words are taken by their shape. One word alone is taken where it is a given name, or
where what follows shows that somebody is meant.
"""

from __future__ import annotations

import re

from . import semitic
from .given import is_only_given
from .lexicon import words
from .names import (
    INSIDE,
    NOT_NAMES,
    OUTLETS,
    TITLES,
    TOKEN,
    Mention,
    continues,
    fold,
    has_given,
    is_person,
    opens,
    read_run,
)
from .patterns import pattern
from .trades import is_occupation

_TOPICS = words("about|über|sobre|sur|о|об|про|tentang|hakkında|pri|regarding")
_HANDLE = pattern(r"[ \[(]{0,2}@(\w{3,30})")
_OWNER = pattern(r"['’]s?$")
REACH = 110  # characters behind a phrase in which its name begins
MOST_SKIPPED = 11
_OF = words(
    "of|at|from|for|de|du|des|von|vom|der|di|del|della|da|do|van|af|av|из|z|ze|od|la|the|des"
)
_STOPS = frozenset(".!?;…|¿¡؟")
_PLACES = words(
    "africa|alaska|albania|algeria|america|amsterdam|antarctica|argentina|armenia|asia|athens"
    "|atlanta",
    "australia|austria|azerbaijan|baghdad|bangladesh|barcelona|beijing|beirut|belarus|belgium"
    "|berlin|bolivia",
    "bosnia|boston|brazil|brasil|britain|brussels|bulgaria|cairo|california|cambodia|canada"
    "|chicago|chile|china",
    "colombia|congo|croatia|cuba|cyprus|damascus|denmark|deutschland|dubai|dublin|ecuador|egypt"
    "|england|españa|estonia",
    "ethiopia|europe|europa|finland|florida|france|frankreich|geneva|germany|ghana|glasgow"
    "|greece|haiti|hamburg|havana",
    "hollywood|hungary|iceland|india|indonesia|iran|iraq|ireland|istanbul|italia|italy|jamaica"
    "|japan|jerusalem|jordan",
    "kazakhstan|kenya|korea|kosovo|kyiv|kiev|kuwait|laos|latvia|lebanon|libya|lisbon|lithuania"
    "|london|luxembourg|madrid",
    "malaysia|mali|malta|melbourne|mexico|méxico|milan|moldova|mongolia|montreal|morocco|moscow"
    "|mumbai|munich|myanmar|nepal",
    "netherlands|nicaragua|nigeria|norway|oslo|oxford|pakistan|palestine|panama|paraguay|paris"
    "|peru|philippines|poland",
    "portugal|prague|qatar|romania|roma|rome|russia|rwanda|scotland|senegal|serbia|seoul"
    "|singapore|slovakia|slovenia",
    "somalia|spain|stockholm|sudan|sweden|switzerland|sydney|syria|taiwan|tanzania|tehran|texas"
    "|thailand|tokyo|toronto",
    "tunisia|turkey|türkiye|uganda|ukraine|uruguay|uzbekistan|venezuela|vienna|vietnam|wales"
    "|warsaw|washington|wien|yemen",
    "zambia|zimbabwe|zürich|россия|россии|москва|москве|украина|украине|киев|европа|америка"
    "|франция|германия|китай",
    "amazon|apple|bbc|cnn|disney|facebook|google|ibm|intel|instagram|linux|microsoft|mozilla"
    "|nasa|nato|netflix|nvidia",
    "openai|python|reddit|spotify|tesla|tiktok|twitter|unesco|unicef|wikipedia|youtube"
    "|kubernetes|github|rust|android",
    "god|jesus|christmas|easter|internet|covid|ramadan|islam|brexit|english|french|german"
    "|spanish|american|british|european",
)
"""Countries, cities and companies: single words that titles talk about."""
_GOES_ON = pattern(
    r"(?:[’']s)?(?: ?[,(\n.;:!?|“«\"–—]| (?:of|from|about|on|who|that|che|qui|que|på|at|in|and"
    r"|to|for|de|del|della|di|von|vom|aus|über|du|des"
    r"|sur|à|sobre|para|da|do|su|van|uit|over|met|z|ze|o|из|о|об|про|om|från|dari|tentang|за"
    r"|with|mit|avec|con|com)\b|$)"
)


def behind(text: str, at: int, alone: bool = False) -> Mention | None:
    """The first name behind a place, over lower-case words, titles and trades.

    `alone` takes a single word that is no given name, where it looks like somebody.

    >>> behind("An interview with the author of Glass, Ada Pell.", 17).name
    'Ada Pell'
    """
    if semitic.is_semitic(text, at):
        read = semitic.name_at(text, at + (text[at : at + 1] in " :"), 1 if alone else 2)
        return Mention(*read) if read else None
    if handle := _HANDLE.match(text, at):
        return Mention(handle[1], handle.start(1), handle.end(1))
    skipped, owned = 0, False
    run: list[re.Match[str]] = []
    end = min(len(text), at + REACH)
    for match in TOKEN.finditer(text, at, end + 40):
        word = match[0]
        if run and continues(run, match):
            run.append(match)
            continue
        if run:
            found = _named(text, run, owned, alone)
            if found and (has_given(found.name) or not is_occupation(word)):
                return found
            if (
                word in _STOPS
                or word == "\n"
                or not (owned or word == "," or _before(run) or is_occupation(word))
            ):
                return None
            run, skipped, owned = [], skipped + 1, False
        if match.start() > end or word in _STOPS or skipped > MOST_SKIPPED:
            return None
        if word == "\n" and skipped:
            return None
        if opens(word):
            run = [match]
        elif word in _TOPICS:
            return None
        elif word[0].isalpha():
            owned = word.casefold() in _OF and skipped > 0
            skipped += 1
        elif word.isdecimal() and len(word) > 2:
            return None
    return _named(text, run, owned, alone) if run else None


def _before(run: list[re.Match[str]]) -> bool:
    """Whether a run of words can stand before a name: a title, a trade, "Google's"."""
    return bool(_OWNER.search(run[-1][0])) or any(is_occupation(m[0].casefold()) for m in run)


def before(text: str, end: int) -> Mention | None:
    """The name that ends at a place: "Ece Demir" before "ile söyleşi"."""
    end -= len(text[:end]) - len(text[:end].rstrip(' *_"”»'))
    if end > 0 and "\u05d0" <= text[end - 1] <= "\u06ff":
        read = semitic.name_before(text, end)
        return Mention(*read) if read else None
    line = max(text.rfind(mark, max(0, end - 90), end) for mark in "\n!?:;|") + 1
    tokens = list(TOKEN.finditer(text, line, end))
    run: list[re.Match[str]] = []
    for match in reversed(tokens):
        gap = (run[0].start() if run else end) - match.end()
        word = match[0]
        inside = bool(run) and word.casefold() in INSIDE
        if gap > 1 or len(run) > 5 or not (opens(word) or inside):
            break
        if run and word.endswith(".") and len(word) > 3 and word.casefold() not in TITLES:
            break
        run.insert(0, match)
    while run and run[0][0][0].islower():
        run = run[1:]
    if not run and tokens and tokens[-1].end() == end and _is_handle(tokens[-1][0]):
        return Mention(tokens[-1][0], tokens[-1].start(), end)
    return _named(text, run, owned=False, alone=False) if run else None


def _is_handle(word: str) -> bool:
    """Whether a word is a name on a network: letters, then digits."""
    return word[0].isalpha() and word[-1].isdecimal() and len(word) > 4


def _named(text: str, run: list[re.Match[str]], owned: bool, alone: bool) -> Mention | None:
    """The person in a run; not what owns somebody ("the founder of Acme")."""
    while len(run) > 2 and run[0][0].casefold() in OUTLETS:
        run = run[1:]
    mention = read_run(text, run)
    if not mention or not is_person(mention.name):
        return None
    if owned and not has_given(mention.name):
        return None
    single = " " not in mention.name
    return None if single and not _stands_alone(text, mention, alone) else mention


def _stands_alone(text: str, mention: Mention, alone: bool) -> bool:
    """Whether one word alone is somebody."""
    name, lower = mention.name, fold(mention.name)
    if len(name) < 2 or lower in _PLACES or (name.isupper() and len(name) > 1):
        return False
    if is_only_given(name):
        return True
    return alone and lower not in NOT_NAMES and bool(_GOES_ON.match(text, mention.end))
