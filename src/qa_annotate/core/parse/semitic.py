"""Names in Arabic, Persian and Hebrew letters, which have no capitals.

A name is read from where somebody is spoken of ("a talk with …"): titles first, which are no part
of it, then as many words as a name can have, to the first word that can be none of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .lexicon import words
from .patterns import pattern

MOST_WORDS, MOST_TITLES = 5, 8
_WORD = pattern(
    r"[\u0621-\u065f\u0670-\u06d3\u06fa-\u06ff\u200c]{2,}"
    r"|[\u05d0-\u05ea]['\"׳״]?[\u0591-\u05ea'\"׳״]+"
)
_GAP = pattern(r" {0,2}(?:/ ?)?")
_MARKS = pattern("[\u064b-\u0652\u0640]")
_SHORT_TITLE = pattern(r"(?:[أادمد]\. ?){1,3}(?:م\. ?)?|ד\"ר |פרופ['׳] |גב['׳] |מר |הרב |עו\"ד ")

# What stands before an Arabic or Persian name and is none of it, without its article and gender.
_TITLES = words(
    "خزاف|خزّاف|عازف|موسيقي|كاتب|شاعر|روائي|فنان|ناقد|دكتور|أستاذ|استاذ|مخرج|ممثل|مطرب|صحفي|صحافي"
    "|إعلامي|اعلامي|باحث"
    "|مفكر|ناشط",
    "مهندس|لاعب|مدرب|كابتن|نجم|شيخ|داعية|وزير|نائب|سفير|رئيس|قيادي|محامي|محام|خبير|محلل|مؤرخ"
    "|فيلسوف",
    "موسيقار|ملحن|مغني|رسام|مصور|نحات|مترجم|قاص|أديب|سيد|حاج|مناضل|أسير|محرر|طالب|مصمم|مبدع|كبير",
    "بروفيسور|عالم|طبيب|معلم|مدير|أمين|عضو|زميل|قاضي|عميد|لواء|عقيد|مطران|أب|إمام|حكواتي|مسرحي",
    "تحرير|سينمائي|تشكيلي|دبلوماسي|سياسي|معارض|حقوقي|رياضي|حرفي|خزاف|نجار|صياد|مزارع|طباخ|بطل"
    "|متسابق|مؤسس",
    "آقای|خانم|دکتر|استاد|مهندس|نویسنده|شاعر|کارگردان|بازیگر|مترجم|پژوهشگر|هنرمند|خواننده|نقاش"
    "|منتقد",
    "روزنامه‌نگار|عکاس|سرکار|جناب|حجت‌الاسلام|آیت‌الله|عضو|رئیس|مدیر|مدیرعامل|فیلمساز|آهنگساز"
    "|جامعه‌شناس",
)
_BEHIND = words(
    "من|في|على|عن|إلى|الى|مع|هذا|هذه|كل|بين|بعد|قبل|منذ|حول|ثم|كان|كانت|خلال|ضمن|بمناسبة|الذي"
    "|التي|الذين|وهو",
    "وهي|هو|هي|أن|إن|ان|أنه|لم|لن|قد|لقد|عبر|حيث|أو|او|مؤلف|مؤلفة|صاحب|صاحبة|أحد|إحدى|نص|حوار"
    "|لقاء|مقابلة|موقع",
    "صحيفة|مجلة|قناة|جريدة|اليوم|الذى|التى|فى|علي|قال|قالت|عضو|صدر|لدى|أثناء|عقب|بطل|بطلة|نجم"
    "|نجمة|ابن|وأضاف",
    "در|از|که|به|را|با|و|درباره|دربارهٔ|درباره‌ی|پیرامون|برای|این|آن|است|بود|یک|تا|هم|می|گفت"
    "|نویسنده|مترجم|شاعر|کارگردان",
    "بازیگر|مؤلف|مولف|خالق|داستان‌نویس|نویسندهٔ|سردبیر|عضو|رئیس|مدیر",
    "על|של|את|עם|לא|כי|גם|או|אל|מן|לפני|אחרי|בין|לרגל|מחבר|מחברת|סופר|סופרת|זמר|זמרת|שחקן|שחקנית"
    "|מנהל",
    "מנהלת|יוצר|יוצרת|היא|הוא|אשר|בעל|בעלת|שיחה|ראיון|צילום|בת|מאת|כתב|כתבה|אמר|אמרה|מספר|מספרת"
    "|מדבר|מדברת",
)
"""Words that end a name."""

_AND_NAMES = words(
    "وليد|وائل|وسام|وديع|ورد|وردة|وفاء|وجدي|وجيه|وحيد|وهيب|وهبي|ولاء|وصال|وضاح|وعد|وسيم|وهاب"
    "|وداد|ولادة",
)
_VERB_NAMES = words(
    "ياسر|ياسين|يوسف|يحيى|يزن|يعقوب|يونس|يارا|ياسمين|يسرى|يزيد|يمنى|يعرب|ينال|يامن|يمان|يوسفي"
    "|تامر|توفيق|تركي",
    "تميم|تحسين|تيسير|تهاني|تغريد|تماضر|تمام|تاج|تقي|توما|ترك|تيم|تالا|تسنيم|تقوى|توجان|تلمساني"
    "|تونسي",
)
"""Names that look like verbs of the third person."""

_L_NAMES = words("لينا|لؤي|لطفي|لبنى|ليلى|لارا|لورا|لبيب|لقمان|لميس|لطيفة|لمياء|ليان|ليندا")
_COMPOUND = words(
    "عبد|عبيد|أبو|أبي|أبا|ابو|أم|ام|بن|ابن|بنت|آل|بو|نور|صلاح|علاء|بدر|شمس|سيف|عز|جمال|بهاء|ضياء"
    "|محي|تقي"
)
_NOT_FIRST = words(
    "آخر|أول|أهم|أبرز|عدد|بعض|مجموعة|فريق|شركة|جمعية|مؤسسة|الله|نفس|جميع|كافة|هيئة|حزب|منظمة"
    "|مركز|خاص|خاصة|حصري",
    "حصرية|صحفي|صحفية|قصير|مطول|مفتوح|أدبي|أدبية|شيق|ممتع|حضرتك|حضرته|سيادتكم|إذاعة|تلفزيون"
    "|وكالة|شبكة|راديو|منصة",
    "أجرى|أجرت|حاوره|حاورها|حاورته|حاورتها|كتب|كتبت|تصوير|ترجمة|إعداد|تقديم|تحرير|بقلم|متابعة|نص"
    "|صور|عدسة",
    "ما|ماذا|كيف|هل|لماذا|متى|أين|كيفية|برنامج|كلما|شخصية|رائد|رائدة|عائلة|زوجة|والد|والدة|شقيق"
    "|ضيف|ضيفة|ضيفنا",
    "شما|ما|او|ایشان|یکی|چند|گروه|شرکت|مدیران|خبرگزاری|روزنامه|سایت|ویژه|هفته‌نامه|ماهنامه|نشریه",
    "כל|כמה|אחד|אחת|קבוצת|להקת|חברת|ארגון|אנשי|אתר|עיתון|מגזין",
)


_KUNYAS = ("أم ", "أبو ", "أبي ", "أبا ")


class Read(NamedTuple):
    """A name as read, and where it stands."""

    name: str
    start: int
    end: int


def is_semitic(text: str, at: int) -> bool:
    """Whether a letter of these scripts stands somewhere right behind."""
    return any("\u05d0" <= c <= "\u06ff" for c in text[at : at + 4])


def name_at(text: str, at: int, least: int = 2, most: int = MOST_WORDS) -> Read | None:
    """The name at a place, behind any titles; what stands between two titles is none.

    >>> name_at("مع مدير متحف الميناء الدكتور كريم سالم", 2).name
    'كريم سالم'
    """
    read = _read(text, at, least, most)
    follows = _WORD.match(text, read.end + 1) if read else None
    if read and follows and _is_rank(follows[0]):
        return _read(text, follows.start(), least, most) or read
    return read


def _is_rank(word: str) -> bool:
    """Whether a word is a title with its article: "the writer", "Doctor"."""
    bare = _MARKS.sub("", word)
    kind = bare.removeprefix("ال").removesuffix("ة")
    return bare.startswith("ال") and kind in _TITLES


def _read(text: str, at: int, least: int, most: int) -> Read | None:
    """The name that begins at a place, behind any titles; None for less than `least` words.

    >>> name_at("مع الكاتب والشاعر د. نادر بن سالم العطار حول الرواية", 3).name
    'نادر بن سالم العطار'
    """
    at = _behind_titles(text, at)
    kunya = text.startswith(_KUNYAS, at)
    most = 2 if kunya else most
    start, end, count, closed = at, at, 0, False
    while count < most and (match := _WORD.match(text, at)):
        word = match[0]
        bare = _MARKS.sub("", word)
        if end > start and _ends(bare):
            break
        if end == start and (bare in _NOT_FIRST or bare in _BEHIND or _is_ours(bare)):
            return None
        if closed and bare != "بن":
            break
        compound = bare in _COMPOUND
        closed = count > 0 and bare.startswith("ال") and not _opened(text, start, match.start())
        count += (
            not compound
            or most == 2
            or bare in ("نور", "جمال", "بدر", "شمس", "سيف", "صلاح", "علاء")
        )
        end = match.end()
        gap = _GAP.match(text, end)
        if not gap or gap.end() == end:
            break
        at = gap.end()
        if "/" in gap[0]:
            break
    name = text[start:end]
    short = count < least and not name.startswith(("أم ", "أبو ", "عبد "))
    return None if short or end == start else Read(name, start, end)


def _is_ours(word: str) -> bool:
    return word.endswith("نا") and len(word) > 5


def _is_verb(word: str) -> bool:
    return word[:1] in ("ي", "ت") and len(word) > 3 and word not in _VERB_NAMES


def _opened(text: str, start: int, at: int) -> bool:
    """Whether the word before opens a compound: "عبد", "بن", "صلاح"."""
    before = text[start:at].split()
    return bool(before) and _MARKS.sub("", before[-1]) in _COMPOUND


def _ends(word: str) -> bool:
    """Whether a word behind a name is none of it: small words, "and", verbs of the third person."""
    if word in _BEHIND or (word.endswith("ة") and word.removesuffix("ة") in _TITLES):
        return True
    if word[0] == "و" and len(word) > 3:
        return word not in _AND_NAMES
    if word[0] in "يت" and len(word) > 3:
        return word not in _VERB_NAMES
    if word[0] == "ل" and len(word) > 3:
        return word not in _L_NAMES
    if word[0] == "ל" or word[:2] in ("שה", "מה", "בה", "וה"):
        return len(word) > 3
    return word.startswith(("لل", "بال", "كال", "فال", "می‌"))


def _behind_titles(text: str, at: int) -> int:
    """Behind titles, and what belongs to them: "the Syrian writer", "head of the council, Dr."."""
    for _ in range(MOST_TITLES):
        gap = _GAP.match(text, at)
        at = gap.end() if gap else at
        if short := _SHORT_TITLE.match(text, at):
            at = short.end()
            continue
        match = _WORD.match(text, at)
        if not match or not _is_title(match[0]):
            break
        at = match.end()
        if text[at : at + 2] in ("، ", ", "):
            at += 2
    gap = _GAP.match(text, at)
    return gap.end() if gap else at


def _is_title(word: str) -> bool:
    bare = _MARKS.sub("", word)
    if "א" <= bare[0] <= "ת":
        return bare[0] == "ה" and len(bare) > 3
    if bare.startswith(("ال", "وال", "لل", "بال")):
        return len(bare) > 3
    return bare in _TITLES or bare.removesuffix("ة") in _TITLES or bare.removesuffix("ه") in _TITLES


def name_before(text: str, end: int) -> Read | None:
    """The name of two or three words that ends at a place and begins a line or a sentence."""
    line = max(text.rfind(mark, max(0, end - 60), end) for mark in '\n.:،,!؟?(«"') + 1
    read = name_at(text, line)
    if read and _is_verb(read.name.partition(" ")[0]):
        read = name_at(text, text.index(" ", read.start))
    return read if read and 0 <= end - read.end < 3 else None


_SUBJECT = pattern(
    r"(?:^|[\n.،؛] ?|[.\n](?:في|عن|من|منذ) [^\n.،]{3,60}?[ ،] ?)[يت][\u0621-\u0652]{2,8} "
)
_TOLD = pattern(
    r"(?<![\u0621-\u0652])(?:و?ال(?:كاتب|شاعر|روائي|فنان|ناقد|دكتور|أستاذ|استاذ|مخرج|ممثل|مطرب"
    r"|صحفي|إعلامي"
    r"|باحث|مفكر|ناشط|مهندس|سيد|طبيب|معلم|مصور|مترجم|قاص|أديب|شيخ|محامي|رسام|لاعب|مدرب|نجم"
    r"|مغني)ة?|התקיים|הסופרת?"
    r"|הזמרת?|השחקנית?|הסופר|המשורר|המשוררת|הבמאי|הבמאית|האמנית?|העיתונאית?) "
)
_WHO = pattern(
    r"(?:، (?:وهو|وهي|أحد|إحدى|مدير|مديرة|رئيس|رئيسة|ناشط|ناشطة|كاتب|كاتبة|مؤلف|مؤلفة)"
    r"|، (?:نویسنده|مترجم|شاعر|کارگردان|بازیگر)|, (?:מחבר|מחברת|סופר|סופרת|מנהל|מנהלת|יוצר|יוצרת"
    r"|זמר|זמרת))"
)
_LINE = pattern(r"^", re.MULTILINE)
_WHO_BEHIND = pattern(
    r" (?:كاتب|شاعر|روائي|فنان|خزّ?اف|رسام|مخرج|ممثل|صحفي|باحث|ناشط|مهندس|طبيب|معلم|مصور|مترجم"
    r"|عازف|موسيقي)ة? (?:من|في)"
    r"|, [א-ת]{2,12}(?:ית|ת|ר|ן|ם)? (?:מ|ב|ו|של)| ?لـ ?«| لـ"
)
_COLON = pattern(r"[\u0621-\u06ff]:")
_KUNYA = pattern(r"(?:^|[\s«:])(?=(?:أم|أبو|أبي) [\u0621-\u0652]{2,14})")
_LETTERS = pattern("[\u05d0-\u06ff]")


def names(text: str) -> Iterator[Read]:
    """Names that the shape of a sentence, a title or a colon shows."""
    if not _LETTERS.search(text):
        return
    for shape in (_SUBJECT, _TOLD, _KUNYA):
        for match in shape.finditer(text):
            read = name_at(text, match.end())
            if read and not _is_verb(read.name.partition(" ")[0]):
                yield read
    for match in _WHO.finditer(text):
        if read := name_before(text, match.start()):
            yield read
    for match in _LINE.finditer(text):
        read = name_at(text, match.end())
        if read and _WHO_BEHIND.match(text, read.end) and not _is_verb(read.name.split()[0]):
            yield read
    for match in _COLON.finditer(text):
        if read := name_before(text, match.start() + 1):
            yield read
