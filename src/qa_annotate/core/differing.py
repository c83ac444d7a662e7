"""Words that change what is said, in several languages: numbers, negations, modal words, dates,
names. Two sentences that are alike in everything else may say the opposite.

The lists are short and never complete (no list knows the Turkish suffix that negates): they mark
what a person must look at, and keep from being taken for the same; they prove nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import get_args

from .folding import ARABIC, WORD
from .months import MONTHS
from .results import Kind

KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """What of one kind stands in one of two texts alone."""

    kind: Kind
    before: tuple[str, ...]
    after: tuple[str, ...]

    def __str__(self) -> str:
        before, after = (", ".join(words) or "none" for words in (self.before, self.after))
        return f"{self.kind}: {before} → {after}"


# ---- words --------------------------------------------------------------------------------------


def _plain(word: str) -> str:
    """A word without case, vowel signs and the variants of Arabic letters.

    Accents stay: "si" may be an "if" where "sí" is a "yes".
    """
    bare = "".join(c for c in word.casefold() if unicodedata.category(c) != "Mn" and c != "ـ")
    return bare.translate(ARABIC)


def _words(*lines: str) -> frozenset[str]:
    return frozenset(_plain(word) for line in lines for word in line.split())


_NEGATIONS = _words(
    "no not never none nobody nothing neither nor nowhere without cannot t hardly barely",
    "false untrue deny denied denies denying refuted fails failed unable",
    "ne pas jamais sans aucun aucune ni rien personne nullement faux nie",
    "nunca sin ningún ninguna ninguno nadie nada ni jamás tampoco falso niega negó",
    "nicht kein keine keinen keiner keinem keines nie niemals ohne niemand nichts weder falsch",
    "не нет ни без никто никогда ничего нельзя никакой никаких ложь",
    "لا لم لن ليس ليست ليسوا ما غير بدون دون بلا لما عدم نفى نفت ينفي أبدا",
    "نه نیست نیستند نبود بدون هیچ",
    "לא אין בלי אינו אינה מעולם",
    "不 没 沒 未 非 无 無 别 勿 莫 否",
    "yok değil hayır hiç hiçbir asla",
    "non mai senza nessuno nessuna nulla niente né",
    "não nunca sem nem nenhum nenhuma ninguém nada",
    "niet geen nooit niemand niets zonder noch",
    "ні без ніхто ніколи нічого немає",
)
_NEGATING = re.compile(r"ない|ません|なかっ|ず(?=に|、|。|$)|[않없못]|아니|안(?=\s)|n't\b")
"""Negations that are parts of words."""
_MODALS = _words(
    "may might could would should can must will shall allegedly reportedly apparently perhaps",
    "possibly probably likely unlikely maybe supposedly purportedly claim claims claimed alleged",
    "if whether almost about approximately nearly some suspected seems seemed",
    "peut pourrait doit devrait serait aurait auraient seraient probablement présumé si environ",
    "puede podría debe debería quizás quizá tal habría sería presuntamente supuestamente si casi",
    "kann könnte könnten muss sollte soll sollen darf würde würden vielleicht angeblich falls wenn",
    "может мог могли должен должны бы возможно вероятно якобы если около почти",
    "قد ربما يمكن يجب سوف لعل يزعم زعم مزعوم يبدو إذا لو حوالي نحو تقريبا يحتمل",
    "شاید باید ممکن گویا اگر",
    "אולי ייתכן כנראה אם",
    "可 能 或 应 應 若 似 据 據 约 約 疑",
    "belki muhtemelen sözde eğer yaklaşık",
    "forse potrebbe dovrebbe avrebbe sarebbe presumibilmente circa",
    "talvez poderia deveria teria seria supostamente cerca",
    "misschien zou kan moet naar vermeend ongeveer",
    "може можливо нібито якщо",
)
_NUMBERS: Mapping[str, str] = MappingProxyType(
    {
        _plain(word): value
        for value, words in {
            "0": "zero null cero zéro ноль صفر 零 〇",
            "1": "one once un une uno una ein eine один одна واحد واحدة 一 bir",
            "2": "two twice both deux dos zwei два две двое اثنان اثنين اثنتان اثنتين 二 两 兩 iki",
            "3": "three trois tres drei три трое ثلاثة ثلاث 三 üç",
            "4": "four quatre cuatro vier четыре أربعة أربع 四 dört",
            "5": "five cinq cinco fünf пять خمسة خمس 五 beş",
            "6": "six seis sechs шесть ستة ست 六 altı",
            "7": "seven sept siete sieben семь سبعة سبع 七 yedi",
            "8": "eight huit ocho acht восемь ثمانية ثمان ثماني 八 sekiz",
            "9": "nine neuf nueve neun девять تسعة تسع 九 dokuz",
            "10": "ten dix diez zehn десять عشرة عشر 十",
            "11": "eleven onze once elf одиннадцать",
            "12": "twelve douze doce zwölf двенадцать dozen",
            "20": "twenty vingt veinte zwanzig двадцать عشرون عشرين yirmi",
            "30": "thirty trente treinta dreißig тридцать ثلاثون ثلاثين otuz",
            "40": "forty quarante cuarenta vierzig сорок أربعون أربعين kırk",
            "50": "fifty cinquante cincuenta fünfzig пятьдесят خمسون خمسين elli",
            "60": "sixty soixante sesenta sechzig шестьдесят ستون ستين altmış",
            "70": "seventy setenta siebzig семьдесят سبعون سبعين yetmiş",
            "80": "eighty ochenta achtzig восемьдесят ثمانون ثمانين seksen",
            "90": "ninety noventa neunzig девяносто تسعون تسعين doksan",
            "100": "hundred hundreds cent cien ciento hundert сто сотни مئة مائة مئات 百 yüz",
            "200": "مئتين مائتين двести",
            "1000": "thousand thousands mille mil tausend тысяча тысячи тысяч ألف آلاف 千 bin",
            "2000": "ألفين ألفان",
            "10000": "万 萬",
            "1000000": "million millions millón millones millionen миллион миллионов مليون ملايين",
            "half": "half moitié mitad hälfte половина نصف 半",
        }.items()
        for word in words.split()
    }
)
_AMBIGUOUS = frozenset({"may", "march", "mar", "mart", "mars", "dec", "sept", "jan", "ocak"})
"""Months that are other words too, where they begin with a small letter."""
_DAYS = _words(
    "monday tuesday wednesday thursday friday saturday sunday",
    "yesterday today tomorrow tonight",
    "lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd demain",
    "lunes martes miércoles jueves viernes sábado domingo ayer hoy mañana",
    "montag dienstag mittwoch donnerstag freitag samstag sonntag gestern heute morgen",
    "понедельник вторник среда среду четверг пятница пятницу суббота воскресенье вчера сегодня",
    "الإثنين الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد أمس اليوم غدا",
    "昨 今 明",
)
_MONTHS = frozenset(_plain(name) for name in MONTHS)
_DIGITS = re.compile(r"\d+(?:[.,٫٬]\d+)*")
_THOUSANDS = re.compile(r"[.,٬](?=\d{3}(?!\d))")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_BEGINS = re.compile(r"(?:^|[.!?。؟…:\n])['\"“«(\s]*$")


# ---- what a text tells --------------------------------------------------------------------------


def telling(text: str) -> dict[Kind, Counter[str]]:
    """The words of a text that tell how much, whether, how surely, when and who; with counts.

    >>> told = telling("On 3 May, no aid reached Deir.")
    >>> {kind: sorted(words) for kind, words in told.items() if words}
    {'number': ['3'], 'negation': ['no'], 'date': ['may'], 'name': ['Deir']}
    """
    found: dict[Kind, Counter[str]] = {kind: Counter() for kind in KINDS}
    for kind, word in _told(text):
        found[kind][word] += 1
    return found


def _told(text: str) -> Iterator[tuple[Kind, str]]:
    for match in _DIGITS.finditer(text):
        value = _value(match[0])
        yield ("date" if _YEAR.fullmatch(value) else "number"), value
    for match in _NEGATING.finditer(text):
        yield "negation", match[0]
    for match in WORD.finditer(text):
        if not match[0].isdigit():
            yield from _of_word(text, match.start(), match[0])


def _value(written: str) -> str:
    """A number as ASCII digits, without marks between its thousands.

    >>> _value("1,200"), _value("٣٥"), _value("2.5")
    ('1200', '35', '2.5')
    """
    plain = "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in written)
    return _THOUSANDS.sub("", plain).replace("٫", ".").replace(",", ".")


def _of_word(text: str, start: int, word: str) -> Iterator[tuple[Kind, str]]:
    """What one word tells; an Arabic "and" or "so" that is written with it is left out."""
    plain = _plain(word)
    bare = plain[1:] if plain[:1] in "وف" and len(plain) > 2 else plain
    capital = word[0] != word[0].casefold()
    first = capital and bool(_BEGINS.search(text[max(0, start - 8) : start]))
    month = plain in _MONTHS and (capital or plain not in _AMBIGUOUS)
    if month or plain in _DAYS or (bare != plain and bare in _MONTHS):
        yield "date", plain
        if not first:
            return
    for kind, words in (("negation", _NEGATIONS), ("modal word", _MODALS)):
        for form in dict.fromkeys((plain, bare)):
            if form in words:
                yield kind, form  # type: ignore[misc]
                return
    if plain in _NUMBERS or bare in _NUMBERS:
        yield "number", _NUMBERS.get(plain) or _NUMBERS[bare]
    elif capital and not first and len(word) > 1:
        yield "name", word


# ---- two texts ----------------------------------------------------------------------------------


def differences(before: str, after: str) -> tuple[Difference, ...]:
    """What tells apart two texts, kind by kind.

    >>> [(d.kind, d.before, d.after) for d in differences("Two died.", "None of the 3 died.")]
    [('number', ('2',), ('3',)), ('negation', (), ('none',))]
    """
    old, new = telling(before), telling(after)
    old["name"], new["name"] = _missing(old["name"], after), _missing(new["name"], before)
    found = []
    for kind in KINDS:
        gone, come = old[kind] - new[kind], new[kind] - old[kind]
        if gone or come:
            found.append(
                Difference(kind=kind, before=tuple(sorted(gone)), after=tuple(sorted(come)))
            )
    return tuple(found)


def _missing(names: Counter[str], text: str) -> Counter[str]:
    """The names that a text doesn't hold, however they are written there."""
    held = set(map(_plain, WORD.findall(text))) if names else set()
    return Counter({name: n for name, n in names.items() if _plain(name) not in held})


def changed_words(before: str, after: str) -> tuple[Kind, ...]:
    """The kinds in which two texts differ.

    >>> changed_words("aid entered with 3 cars", "no aid entered with 4 cars")
    ('number', 'negation')
    """
    return tuple(difference.kind for difference in differences(before, after))
