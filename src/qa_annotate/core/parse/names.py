"""Names of people in running text, by their shape: capitals, particles, titles, honorifics."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .lexicon import words
from .patterns import pattern

TITLES = words(
    "dr|dr.|prof|prof.|professor|mr|mr.|mrs|mrs.|ms|ms.|sir|dame|lord|lady|father|sister",
    "brother|dona|doña|don|frau|herr|madame|monsieur|mme|m.|abu|umm|abou|oum|um|sheikh|imam",
    "rabbi|pastor|rev.|reverend|mayor|commissioner|senator|president|captain",
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
    "sobre|über|apropos|presentación|interview|q&a|conversation|exclusive|opinion|feature",
    "news",
)
NO_PERSON = words(
    "fragen|frage|preguntas|pregunta|domande|perguntas|vragen|gespräch|entrevista|intervista",
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
    "questions|answer|answers|story|part|chapter|series|episode|model|community|bpa|language",
    "languages|lesson|culture|heritage|health|hospital|clinic|club|theatre|theater|analysis",
    "assessment|experience|customer|tips|path|offering|overview|update|spotlight|talks|talk",
    "tells|says|speaks|sig|wg|screen|screenshot|app|web|internet|open|source|resources",
    "universität|institut|verein|stadt|ministerium|universidad|ayuntamiento|gobierno",
    "université|ville|mairie|università|comune|universidade|prefeitura|universiteit|gemeente",
    "üniversitesi",
)
"""Words of which no person's name is made."""

OCCUPATIONS = words(
    "mayor|president|senator|commissioner|captain|governor|imker|archivist|sailor",
    "actor|actress|architect|artist|activist|author|baker|biologist|chef|coach|designer",
    "developer|director|doctor|economist|editor|engineer|farmer|filmmaker|historian",
    "journalist|lawyer|maker|manager|musician|novelist|nurse|painter|philosopher|photographer",
    "poet|producer|programmer|puppeteer|researcher|scientist|sculptor|singer|sociologist",
    "teacher|translator|writer|founder|ceo|cto|minister|analyst|astronomer|chemist|physicist",
    "strategist|curator|pilot|konu|aktivisto|verkisto|directora|escritor|escritora|pintor",
    "actriz|el|la|monsieur|беседовала|беседовал|историк|писатель|писательница|художник",
    "художница|режиссёр|режиссер|поэт|скульптор|актёр|актер|актриса|музыкант|учёный|ученый",
    "врач|директор|журналист|журналистка|профессор|архитектор|географ|биолог|политолог",
    "экономист|социолог|геолог|vogelaar|bakker",
)
OUTLETS = words(
    "news|times|post|journal|magazine|review|radio|tv|television|press|blog|podcast|gazette|herald",
    "weekly|daily|monthly|quarterly|tribune|observer|chronicle|zeitung|blatt",
    "diario|periódico|revista|jornal|journal|giornale|rivista|krant|gazetesi",
    "مجلة|صحيفة|جريدة|موقع|قناة|газета|журнал|周刊|日报|本刊|新聞|신문",
)
OUTLET_ENDINGS = ("news", "blatt", "zeitung", "anzeiger")
_TRADE_ENDINGS = (
    "aren",
    "erskan",
    "ören",
    "er",
    "or",
    "ist",
    "ian",
    "man",
    "woman",
    "smith",
    "wright",
    "eer",
)
FIRST_NAMES = words(
    "christopher|peter|alexander|roger|walter|oliver|jennifer|heather|esther|hunter|carter|tyler",
    "taylor|victor|hector|connor|eleanor|trevor|ian|brian|adrian|julian|christian|sebastian|asher",
    "vivian|lillian|damian|fabian|killian|herman|norman|roman|truman|javier|xavier|olivier|didier",
    "gunther|günther|dieter|rainer|werner|reiner|homer|piper|harper|amber|ginger|chester|lester",
    "luther|igor|viktor|salvador|nestor|leonor|summer|fraser|spencer|sawyer|cooper|parker|rainier",
    "amir|umer|omer|noor|leor|lior|kader|abdelkader|taher|maher|samer|yasser|nasser|jaber|bashir",
    "kevin|wouter|pieter|rogier|gijsbert|lior|idan|marian|dorian|florian|maximilian|kilian|jillian",
)
"""First names that end as trades do."""

_GERMAN_TRADE = (
    "forscher", "forscherin", "meister", "meisterin", "leiter", "leiterin", "macher", "macherin",
    "künstler", "künstlerin", "sänger", "sängerin", "händler", "händlerin", "bauer", "bäuerin",
    "autor", "autorin", "direktor", "direktorin", "professor", "professorin", "arzt", "ärztin",
    "chef", "chefin", "ministerin", "minister", "lehrer", "lehrerin",
)  # fmt: skip

_TOKEN = pattern(r"[^\W_]+(?:[’'.\-‑][^\W_]+)*\.?|[^\w\s]|\n", re.UNICODE)
_HANDLE = pattern(r"(?<![\w@])@([A-Za-z]\w{2,30})\b(?!\.\w)")
MOST_TOKENS = 2500
LONGEST_NAME = 6

_JAPANESE = pattern(
    r"(?:^|[^一-龯々ァ-ヶー])([一-龯々]{2,6}|[ァ-ヶー・＝]{3,16}|[一-龯々]{1,3}[ぁ-んァ-ヶ]{1,4})"
    r"(?:さん|氏|先生|監督|選手|教授|博士|様)"
)
_JAPANESE_POST = pattern(
    r"(?:^|[^一-龯々])([一-龯々]{2,4}(?:司書|駅長|店長|"
    r"社長|館長|院長|園長|村長|町長|市長|会長|船長|住職))"
)
_KOREAN = pattern(
    r"([가-힣]{2,4}) ?(?:씨|대표|작가|교수|감독|선수|박사|의원|소장|시인|기자|대리|"
    r"과장|부장|팀장|사원|인턴|매니저|배우|가수|님|원장|관장|회장|사장|변호사)"
)
_CHINESE = pattern(
    r"(?:[老阿小][一-龯]|"
    r"[王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董"
    r"萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹熊"
    r"金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文][一-龯]{1,2})"
)
_CHINESE_BYLINE = pattern(
    r"(?:记者|記者|采访|採訪|撰文)[：:/ \u3000]{1,2}([\u4e00-\u9fff]{2,3})(?=[\s\u3000/|（(]|$)",
    re.MULTILINE,
)
CHINESE_PLACES = frozenset("渡村镇市县省路河江湖山桥店馆街区国家校院城港岛寺")
NOT_CHINESE_NAMES = words(
    "曾经|高兴|方面|方法|何时|常常|马上|许多|任何|江湖|高级|"
    "万一|白天|于是|段时|易于|常见|金融|石头|毛病|严重|黄金"
    "|程序|程度|高中|高等|方向|方式|周围|周末|周期|张开|龙头|"
    "雷同|水平|田野|康复|安全|钱包|武器|任务|应该|成为|成功"
    "|时候|时间|徐徐|孔子|史上|万物|乔迁|顾客|顾虑|董事|"
    "叶子|余地|余下|夏天|秦朝|唐代|宋代|汪洋|罗列|林业|黄色"
)
_AR = r"[\u0621-\u0652]"
_ARABIC_NAME = (
    rf"(?:(?:أم|أبو|أبي|ابن|عبد) {_AR}{{2,14}}|{_AR}{{2,14}} ال{_AR}{{2,14}}"
    rf"|{_AR}{{3,14}} {_AR}{{3,14}})"
)
_ARABIC_SUBJECT = pattern(
    rf"(?:^|[\n.،؛] ?|[.\n](?:في|عن|من|منذ) [^\n.،]{{3,60}}[ ،] ?)"
    rf"[يت]{_AR}{{2,8}} ({_ARABIC_NAME})(?= |،|:)"
)
_ARABIC_TITLE = pattern(
    rf"(?:^|\n|\s)((?!ال){_AR}{{2,14}} ال{_AR}{{2,14}}|{_AR}{{3,14}} {_AR}{{3,14}}):"
)
_ARABIC_TOLD = pattern(
    rf"(?:حاور{_AR}{{0,4}}|التقت{_AR}{{0,3}}|التقى|التقينا|مع|"
    rf"الناشطة?|الكاتبة?|الروائية?|الشاعرة?|الدكتورة?|السيدة?|"
    rf"الفنانة?|الأستاذة?|المهندسة?|الطبيبة?|المعلمة?|المصورة?|الصحفية?|المخرجة?|الباحثة?):? "
    rf"(?:ال{_AR}{{2,14}} )?((?!ال){_ARABIC_NAME})"
)
_ARABIC_WHO = pattern(
    rf"({_ARABIC_NAME})، (?:وهو|وهي|أحد|إحدى|مدير|مديرة|رئيس|رئيسة|ناشط|ناشطة|كاتب|كاتبة)"
)
_KUNYA = pattern(rf"(?:^|[\s«:])((?:أم|أبو|أبي) {_AR}{{2,14}})")


_HEBREW = pattern(r"(?:ראיון|שיחה) עם (?:ה[א-ת]{2,12} )?([א-ת]{2,12} [א-ת]{2,12})")
_PERSIAN = pattern(
    r"(?:گفت[\u200c ]?وگو|مصاحبه) با (?:[\u0600-\u06ff]{2,12}، )?"
    r"([\u0600-\u06ff]{2,12} [\u0600-\u06ff]{2,12})"
)
_ARABIC = (_ARABIC_TOLD, _ARABIC_WHO)
_ARABIC_SMALL = words(
    "من|في|على|عن|إلى|مع|هذا|هذه|كل|بين|بعد|قبل|منذ|حول|ثم|كان|كانت|موقع|صحيفة|مجلة|قناة",
)


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
    """Runs of capitalised words, with particles inside."""
    run: list[re.Match[str]] = []
    for count, match in enumerate(_TOKEN.finditer(text)):
        word = match[0]
        if _continues(run, word, match.start()):
            run.append(match)
        else:
            yield from _named(text, run)
            run = [match] if _starts(word) else []
        if count > MOST_TOKENS:
            break
    yield from _named(text, run)


def _handles(text: str) -> Iterator[Mention]:
    """ "@feross": the names that people have on networks."""
    for match in _HANDLE.finditer(text):
        yield Mention(match[1], match.start(), match.end())


def _starts(word: str) -> bool:
    if len(word) < 2 or not word[0].isalpha():
        return False
    if word.casefold() in NOT_NAMES:
        return False
    return word[0].isupper() or (word[:3] in ("al-", "a-S") and word[3:4].isupper())


def _continues(run: list[re.Match[str]], word: str, start: int) -> bool:
    if not run or start - run[-1].end() > 1 or len(run) >= LONGEST_NAME:
        return False
    last = run[-1][0]
    if last.endswith(("'s", "’s")):
        return False
    if last.endswith(".") and len(last) > 2 and last.casefold() not in TITLES:
        return False
    if word.casefold() in INSIDE and word[0].islower():
        return True
    return word[0].isupper() or (word[:3] == "al-" and len(word) > 3)


def _named(text: str, run: list[re.Match[str]]) -> Iterator[Mention]:
    """The person in a run of capitalised words, without a trade in front of the name."""
    while run and run[-1][0].casefold() in INSIDE and run[-1][0][0].islower():
        run = run[:-1]
    while len(run) > 2 and (is_trade(run[0][0]) or _after_article(text, run[0].start())):
        run = run[1:]
    if len(run) < 2:
        return
    start, end = run[0].start(), run[-1].end()
    if text[end - 1] == "." and len(run[-1][0]) > 2:
        end -= 1
    if text[end - 2 : end] in ("'s", "’s"):
        end -= 2
    yield Mention(text[start:end], start, end)


def _after_article(text: str, start: int) -> bool:
    """ "Der Bäcker Emil Rauch": German trades have capitals too, and an article before them."""
    return text[max(0, start - 4) : start] in ("Der ", "Die ", "der ", "die ", "den ", "dem ")


def is_outlet(name: str) -> bool:
    """Whether the name of somebody who asks is a paper's or a station's, by its words.

    >>> is_outlet("SPIEGEL"), is_outlet("Valley Radio"), is_outlet("Rosa Ibarra")
    (True, True, False)
    """
    if name.isupper() and name.isascii() and len(name) > 2 and " " not in name:
        return True
    words = name.casefold().split()
    return any(w in OUTLETS or w.endswith(OUTLET_ENDINGS) for w in words)


def is_trade(word: str) -> bool:
    """Whether a word before a name says what somebody does."""
    lower = word.casefold()
    if lower in OCCUPATIONS or lower.endswith(_GERMAN_TRADE):
        return True
    return lower.endswith(_TRADE_ENDINGS) and lower not in FIRST_NAMES


def is_person(name: str) -> bool:
    """Whether a capitalised phrase can be a person's name, by its words.

    >>> is_person("Amro al-Dairi"), is_person("Euphrates River"), is_person("GSA’s Portal")
    (True, False, False)
    """
    words = [w.strip(".,").casefold() for w in name.split()]
    if not words or len(words) > LONGEST_NAME or any(c.isdecimal() for c in name):
        return False
    if any(w in NO_PERSON or w.removesuffix("s") in NO_PERSON for w in words) or any(
        w.endswith(("'s", "’s")) for w in words
    ):
        return False
    capitals = sum(w.isupper() and len(w) > 3 for w in name.split())
    return capitals in (0, len(words))


def _eastern(text: str) -> Iterator[Mention]:
    """Names in scripts without capitals, by honorifics, surnames and the shape of a sentence."""
    if text.isascii():
        return
    for shape in (
        _JAPANESE,
        _JAPANESE_POST,
        _KOREAN,
        _ARABIC_SUBJECT,
        _ARABIC_TITLE,
        *_ARABIC,
        _HEBREW,
        _PERSIAN,
        _KUNYA,
    ):
        for match in shape.finditer(text):
            if _ARABIC_SMALL.isdisjoint(match[1].split()) and not match[1].startswith("ال"):
                yield Mention(match[1], match.start(1), match.end(1))


def chinese_reporter(text: str) -> str | None:
    """The reporter of a Chinese byline: "记者 苏禾"."""
    match = _CHINESE_BYLINE.search(text)
    return match[1] if match else None


def chinese_names(text: str) -> list[str]:
    """Chinese names by their surname, the most frequent first."""
    counts: dict[str, int] = {}
    staff = chinese_reporter(text) or "-"
    for match in _CHINESE.finditer(text):
        if match[0].startswith(staff):
            continue
        for length in (2, 3):
            name = match[0][:length]
            follows = text[match.start() + length : match.start() + length + 1]
            if name[:2] in NOT_CHINESE_NAMES:
                continue
            if len(name) == length and CHINESE_PLACES.isdisjoint({name[-1], follows}):
                counts[name] = text.count(name)
    return sorted(
        (n for n, c in counts.items() if c > 1 or n[0] in "老阿"),
        key=lambda n: (n[0] not in "老阿", -counts[n], -len(n)),
    )
