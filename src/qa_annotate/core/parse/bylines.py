"""Who asked, where the page says so; and who was asked, in scripts without capitals.

"Interview: X", "Propos recueillis par X", "Беседовала X", "حاوره: X", "聞き手：X", "采访：X". The
tables hold a phrase for each language; the name behind it is read by its shape.
"""

from __future__ import annotations

import re

from .names import has_given, is_outlet, is_person, mentions
from .nearby import behind
from .patterns import pattern
from .semitic import name_at, name_before

NEAR = 60  # characters behind a phrase in which its name begins

_CASED = (
    r"interviews?(?:ed)?(?: was| were)?(?: conducted)? by|interview(?:er)? ?[:–—|]|questions by|"
    r"propos recueillis par|(?:entretien|interview)[^.\n]{0,60}? par|"
    r"entretien ?:|das (?:gespräch|interview) führten?|interview geführt von|die fragen stellten?|"
    r"(?:interview|gespräch|fragen) ?: |"
    r"entrevista(?:dor|dora)? ?: |(?:host|hosted by|presenter|moderator) ?: "
    r"|entrevista[^.\n]{0,60}?, por|interview[^.\n]{0,60}?, by|entrevista (?:de|por"
    r"|realizada por|hecha por|feita por)|"
    r"intervista (?:di|a cura di|realizzata da)|a cura di|"
    r"(?:tekst|interview) ?: |door: |vraaggesprek door|geïnterviewd door|"
    r"(?:интервью|текст|вопросы) ?: |беседовал[аи]?:?|беседует|розмовляє|rozmawia"
    r"|aux questions de|las preguntas de|alle domande di|às perguntas de|интервью (?:взял|провёл"
    r"|провел)а?|"
    r"вопросы задавал[аи]?|записал[аи]?|подготовил[аи]?|"
    r"розмовля(?:в|ла)|спілкува(?:вся|лася)|розмову в(?:ів|ела)|інтерв[’']ю ?: |"
    r"rozmawiał[aio]?:?|rozmawiali:?|wywiad przeprowadził[ai]?|wywiad ?: |"
    r"röportaj ?: |söyleşi ?: |röportajı yapan ?: |rozhovor (?:vedl|připravil)a?|"
    r"az interjút készítette ?:?|interviu (?:realizat )?de|a consemnat|"
    r"(?:intervju|text) ?: |intervju av|interview af|haastattelu ?: |haastattelija ?: |"
    r"pewawancara ?: |phỏng vấn ?: |thực hiện ?: |συνέντευξη στ[ονη]{1,3} |συνέντευξη ?: |"
    r"wawancara oleh|in esclusiva (?:su|per)|"
    r"en exclusiva (?:para|con)|exclusif pour|exclusively to|"
    r"em exclusivo (?:para|à|ao)|exklusiv für|специально для|спеціально для|"
    r"(?:equipe|redação|redacción|redazione|rédaction)(?: de redação)? d[aeoi](?: la)?"
)
_EASTERN = (
    r"[«»“\"](?P<arq>[^«»“”\"\n]{3,25})[«»”\"] (?:التقت|حاورت|تحاور|تلتقي|سألت|أجرت|كان لها)",
    r"(?:حوار|حديث|لقاء|مقابلة)\w{0,3} (?:مع|ل|لـ|إلى|"
    r"خص به) ?[«“\"](?P<arl>[^«»“”\"\n]{3,25})[»”\"]",
    r"(?:聞き手|聴き手|インタビュアー|取材[・／/と]文|"
    r"取材[・／/]構成|文[・／/]取材|取材者|インタビュー[・／/]文)"
    r"(?:[：:／/＝=は　 ]{1,3}|(?<=^聞き手)\n{1,2})"
    r"(?P<ja>[一-龯々ぁ-んァ-ヶー]{1,8}(?:[ 　][一-龯々ぁ-んァ-ヶー]{1,6})?)",
    r"(?:担当|広報|編集部|ライター|記者|編集|総務)(?:の|・)(?P<jas>[一-龯々]{1,4})(?=です|が|$|\n)",
    r"(?:인터뷰|취재|글|정리|인터뷰어|진행)[ ]?[=:：·|/][ ]?(?P<ko>[가-힣]{2,4})(?=\s|$|[,·/])",
    r"^(?:글|취재|인터뷰|정리|글·사진|취재·글)[ =:·|/]{1,3}(?P<kol>[가-힣]{3})(?= ?(?:기자|작가"
    r"|에디터)?$)",
    r"^(?:文|采写|采访整理|采访、撰文|采访/撰文|文字)[：:/｜"
    r"|] ?(?P<zhw>[\u4e00-\u9fff]{2,3})(?=[\s/|｜　]|$)",
    r"(?P<kor>[가-힣]{2,4}) ?기자(?=\s|$|[,(=])",
    r"(?:采访者|採訪者|采访|採訪|访谈者|提问者|主持人|撰文|记者|記者)(?:[：:/丨|｜]| ?/ ?)\s?"
    r"(?P<zh>[\u4e00-\u9fff]{2,4})(?=[\s\u3000/|（(，,。]|$)",
    r"^(?P<arp>(?:موقع|مجلة|صحيفة|جريدة) [^\n،.]{3,28}?) (?:[يت]قدم|[يت]حاور|[يت]لتقي|حاورت|التقت)",
    r"(?:\d{4}年[，,])?(?P<zho>[\u4e00-\u9fff]{2,8}(?:月报|周刊|周报|日报|杂志|晚报|新闻|网|社))"
    r"(?:记者)?(?:专访|采访|对话|访谈)了?",
)
_SEMITIC = pattern(
    r"(?<![\u0621-\u0652])(?:حاور(?:تهما|هما|تهم|تها|ته|هم|ها|ه)|أجر[ىت] (?:الحوار|المقابلة"
    r"|اللقاء|معه الحوار"
    r"|معها الحوار|معه المقابلة|معها المقابلة)|(?<!حوار )(?:ال)?(?:صحفي|محاور|صحافي|إعلامي)ة? ?:"
    r"|حوار ?[:/–-]|(?:إعداد|تقديم|كتب|تحرير)"
    r"(?: و?حوار| وحاوره?)? ?:|حاور(?:ه|ها)? ?:|أدار(?:ت)? (?:الحوار|اللقاء) ?:?|كتبت? ?:"
    r"|أنا (?:الصحفية?|المحاورة?|الإعلامية?)"
    r"|گفت‌?و?گو ?:|مصاحبه ?:|مصاحبه‌کننده ?:|گفت‌وگو از ?:?|خبرنگار ?:|מאת ?:? |מראיינת? ?:"
    r"|ראיינה? ?:? |כתבה? ?: |שוחחה? ?: ) ?:? ?",
    above="\u0590",
)


_ARABIC_OUTLET = (
    r"(?P<out>(?:صحيفة|مجلة|جريدة|موقع|قناة|وكالة|شبكة|إذاعة) [\u0621-\u0652]{2,14}"
    r"(?: (?!ال(?:كاتب|شاعر|روائي|فنان|باحث|مخرج|دكتور|أستاذ|ناشط|صحفي))ال[\u0621-\u0652]{2,14})?)"
)
_MET = pattern(
    rf"(?:التقت|حاورت|التقى|حاور|أجرت|أجرى|تحاور|تلتقي) {_ARABIC_OUTLET}", above="\u0590"
)
_MEETS = pattern(
    r" (?:[يت]حاور|حاورت?|[يت]لتقي|التقى|التقت) (?=ال|[\u0621-\u0652]{2,14} )", above="\u0590"
)
_NAMED = pattern(rf"(?:^|[\s(\[*_|•–—-])(?:{_CASED})", re.IGNORECASE | re.MULTILINE)
_PRESS = pattern(
    r"^(?P<press>(?:Revista|Diario|Periódico|Radio|Magazine|Rivista|Jornal|Журнал|Газета) "
    r"[^\n(,.;:]{2,30}?)(?= ?\(|$)",
    re.MULTILINE,
)
_WRITTEN = pattern("|".join(f"(?:{one})" for one in _EASTERN), re.MULTILINE, above="\u0590")


_AUTHOR = pattern(
    r"^[ *_#>(|]{0,4}(?:(?:text|words|story|written|posted|published|article|texte|texto|testo"
    r"|tekst|reportage)?"
    r"(?: and photos| & photos| und fotos| et photos)? ?"
    r"(?:by|von|por|par|door|di|de|av|af|oleh|od|autor|author|auteur|autore|autora|автор|текст"
    r"|text|texto|testo|"
    r"tekst|yazan|yazı|penulis|words|story) ?:? )",
    re.IGNORECASE | re.MULTILINE,
)
_ALONE = pattern(r"^[ *_]{0,3}(?=[^\W\d_a-z])[^\n|/•·,]{4,40}?(?= ?[|/•·,]|[ *_]*$)", re.MULTILINE)
LONGEST_LINE = 120


_APART = pattern(r" ?[|·•/] ?| [–—-] ")
_YEAR = pattern(r"\b(?:19|20)\d\d\b")
_DONE_BY = pattern(
    r"^[ *_(]{0,3}([^\W\d_][^\n():,;|]{3,40}?) ?(?:\(|[-–—] )(?:thực hiện|ghi|interviewer"
    r"|interview|entrevista|intervista|entretien|интервью|röportaj|söyleşi|wawancara"
    r"|rozmawiał[ao]?)\)?[ *_.]*$",
    re.IGNORECASE | re.MULTILINE,
)


def alone(text: str) -> str | None:
    """The name that is a line by itself, or the first of it: "Ada Pell / Leeds"."""
    for match in _ALONE.finditer(text):
        line = match[0].strip(" *_")
        who = behind(line, 0)
        if who and who.name == line and has_given(line) and " " in line:
            return line
    return None


def dated(text: str) -> str | None:
    """The name beside a date on a line of its own: "12 May 2019 | Birds | Ada Pell"."""
    for line in text.split("\n"):
        parts = _APART.split(line.strip(" *_")) if len(line) < LONGEST_LINE else []
        if len(parts) > 1 and any(_YEAR.search(part) for part in parts):
            names = [part for part in parts if _is_byline(part)]
            if len(names) == 1:
                return names[0]
    return None


def _is_byline(part: str) -> bool:
    """Whether a part of a line is somebody's full name and nothing else."""
    found = mentions(part) if has_given(part) and part.count(" ") < 4 else []
    return len(found) == 1 and found[0].name == part and is_person(part)


def author(text: str) -> str | None:
    """Whose byline stands on a short line of its own: "By Ada Pell | 3 May 2019".

    >>> author("By Ada Pell on June 2"), author("By chance we met.")
    ('Ada Pell', None)
    """
    for match in _AUTHOR.finditer(text):
        line = text[match.end() : match.end() + LONGEST_LINE].partition("\n")[0].lstrip(" *_[")
        who = behind(line, 0)
        if who and who.start == 0 and len(line) < LONGEST_LINE and " " in who.name:
            return who.name
    return None


def interviewer(text: str) -> str | None:
    """The person or paper that a short stretch of a page names as the one who asked.

    >>> interviewer("Das Gespräch führte Hanna Vogt."), interviewer("聞き手：森 あかり")
    ('Hanna Vogt', '森 あかり')
    """
    for match in _NAMED.finditer(text):
        if (
            match[0].strip().endswith((":", "–", "—"))
            and match[0][0] not in "(["
            and "\n" not in text[: match.start() + 1].lstrip()
        ):
            continue  # a title: "Interview: Ada Pell"
        ahead = text[match.end() : match.end() + NEAR].partition("\n")[0].lstrip(" *_:—–-[")
        near = mentions(ahead)
        if near and near[0].start == 0 and (is_person(near[0].name) or is_outlet(near[0].name)):
            return near[0].name
        who = behind(ahead, 0, alone=ahead != "" and text[match.end() - 1] in ": ")
        if who and who.start < 30 and len(who.name) > 2:
            return who.name
    for match in _DONE_BY.finditer(text):
        name = match[1].strip(" *_")
        near = mentions(name)
        if "\n" in text[: match.start()].strip(" ") and near and near[0].name == name:
            return name if is_person(name) else None
    for match in _SEMITIC.finditer(text):
        alone = ":" in match[0] or match[0].startswith("أنا")
        read = name_at(text, match.end(), 1 if alone else 2)
        if read and ("\n" in text[: match.start()] or match[0].startswith("أنا")):
            return read.name
    if met := _MET.search(text):
        return met["out"]
    for match in _MEETS.finditer(text):
        if read := name_before(text, match.start()):
            return read.name
    written = _WRITTEN.search(text) or _PRESS.search(text)
    return _name(written) if written else None


def _name(match: re.Match[str]) -> str | None:
    found = next((group for group in match.groupdict().values() if group), None)
    return found.strip() if found else None
