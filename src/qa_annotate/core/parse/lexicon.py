"""Words that stand as labels, in many languages: who asks, who answers, what is no speaker.

Every entry is written in lower case and looked for in case-folded text. Nothing here names a page
or a person; a word earns its place by being what editors write in front of speech, in any outlet.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from types import MappingProxyType

from .patterns import pattern

_LETTERS = pattern(r"[a-z]+(?:'[a-z]+)*")


def words(*lines: str) -> frozenset[str]:
    """The words of lines in which bars stand between them, folded as the text is.

    >>> sorted(words("Heiß|ποιος", "kalt"))
    ['heiss', 'kalt', 'ποιοσ']
    """
    return frozenset(phrase.strip() for phrase in bars(*lines)) - {""}


def bars(*lines: str) -> tuple[str, ...]:
    """The phrases of lines in which bars stand between them, folded, white space kept."""
    return cells(*(line.casefold() for line in lines))


def cells(*lines: str) -> tuple[str, ...]:
    """The same as they are written: for text whose length must stay, which folding may change."""
    return tuple(phrase for line in lines for phrase in line.split("|") if phrase)


class Phrases:
    """Phrases to look for in many short stretches of text, quickly.

    A phrase of plain letters is only looked for where its longest word is among the stretch's
    words; the others where the stretch has letters beyond ASCII.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        by_word: dict[str, list[str]] = {}
        rest = []
        for phrase in phrases:
            longest = max(_LETTERS.findall(phrase), key=len, default="")
            if longest and phrase.replace("’", "'").isascii():
                by_word.setdefault(longest, []).append(phrase)
            else:
                rest.append(phrase)
        self.by_word = MappingProxyType({word: tuple(found) for word, found in by_word.items()})
        self.keys = frozenset(by_word)
        self.rest = tuple(rest)

    def first(self, text: str, found: AbstractSet[str], foreign: bool) -> int:
        """Where the first phrase stands in a text with these words; -1 for nowhere."""
        best = -1
        for word in found & self.keys:
            for phrase in self.by_word[word]:
                at = text.find(phrase)
                if at >= 0 and (best < 0 or at < best):
                    best = at
        for phrase in self.rest if foreign else ():
            at = text.find(phrase)
            if at >= 0 and (best < 0 or at < best):
                best = at
        return best


# ---- labels -------------------------------------------------------------------------------------

# Short labels that come in pairs. The first asks, the second answers; a letter alone proves little,
# so the pair is what counts ("P." and "R." are Spanish or French, "S:" and "C:" Turkish).
LETTER_PAIRS: tuple[tuple[str, str], ...] = (
    ("q", "a"),
    ("p", "r"),
    ("q", "r"),
    ("f", "a"),
    ("s", "c"),
    ("d", "r"),
    ("v", "a"),
    ("в", "о"),
    ("п", "о"),
    ("з", "в"),
    ("س", "ج"),
    ("س", "پ"),
    ("ש", "ת"),
    ("問", "答"),
    ("问", "答"),
    ("문", "답"),
    ("ε", "α"),
    ("ερ", "απ"),
    ("k", "v"),
    ("t", "j"),
    ("p", "o"),
    ("o", "r"),
    ("f", "s"),
    ("î", "r"),
    ("hỏi", "đáp"),
    ("ｑ", "ａ"),
    ("p", "j"),
    ("h", "đ"),
    ("प्र", "उ"),
    ("פ", "ת"),
)

ASK_WORDS = words(
    "q|question|interviewer|reporter|journalist|the interviewer",
    "interview|questioner|correspondent|editor's question",
    "pregunta|entrevistador|entrevistadora|periodista|reportero|reportera",
    "question du journaliste|journaliste|intervieweur|intervieweuse|enquêteur|enquêtrice",
    "frage|interviewer|interviewerin|reporter|reporterin|redaktion",
    "вопрос|корреспондент|корр|журналист|интервьюер|запитання|питання",
    "سؤال|السؤال|المحاور|المحاورة|الصحفي|الصحفية|محاور|الصحافي|المراسل",
    "soru|muhabir|gazeteci|röportajcı|röportör|röportajör|röportaj yapan",
    "domanda|intervistatore|intervistatrice|giornalista|cronista",
    "pergunta|entrevistadora|entrevistador|repórter|jornalista",
    "vraag|interviewster|verslaggever|journaliste",
    "问|問|记者|記者|提问|提問|采访者|採訪者|编辑部|笔者|本刊",
    "質問|聞き手|編集部|インタビュアー|取材者|インタビューアー|――|筆者",
    "질문|기자|인터뷰어|문|편집자",
    "demando|intervjuanto|ĵurnalisto",
    "pytanie|dziennikarz|fråga|spørgsmål|spørsmål|ερώτηση|שאלה|סؤال|پرسش|خبرنگار|otázka|kérdés",
    "întrebare|reporterul|kysymys|toimittaja|pertanyaan|tanya|pewawancara|câu hỏi|phóng viên|hỏi",
    "pv",
)

# Those who lead a talk: they ask where nobody else does.
LEAD_WORDS = words(
    "moderator|the moderator|host|the host|press|the press|media|presenter|anchor",
    "moderador|moderadora|presentador|presentadora|moderatorin|ведущий|ведущая|المذيع|المذيعة",
    "sunucu|moderatör|apresentador|apresentadora|主持人|司会|진행자|사회자|présentateur|conduttore",
)

ANSWER_WORDS = words(
    "a|answer|interviewee|guest|respondent|narrator|informant",
    "respuesta|entrevistado|entrevistada|réponse|interviewé|interviewée|antwort|befragter",
    "ответ|собеседник|відповідь|جواب|الجواب|الضيف|الضيفة|إجابة|الإجابة|cevap|yanıt|konuk"
    "|röportaj veren",
    "risposta|intervistato|intervistata|resposta|antwoord|答|回答|嘉宾|受访者|受訪者|答え",
    "답변|답|respondo|odpowiedź|svar|απάντηση|תשובה|پاسخ|odpověď|válasz|răspuns|vastaus",
    "jawab|jawaban|narasumber|responden|trả lời|đáp",
)

# What programs that write down speech call the voices they hear; the number tells them apart.
VOICES = words(
    "speaker|person|voice|participant|caller|unknown speaker|spk|sprecher|sprecherin",
    "locuteur|intervenant|interlocuteur|hablante|orador|persona|participante|falante|parlante",
    "interlocutore|spreker|konuşmacı|спикер|говорящий|голос|мужчина|женщина|спікер|متحدث|المتحدث",
    "说话人|說話人|发言人|發言人|話者|スピーカー|화자|참석자|mówca|talare|taler|puhuja|ομιλητής"
    "|דובר",
)

# Labels that are no speakers: what stands before their colon names a thing, a place or a service.
NO_SPEAKERS = words(
    "note|notes|photo|photos|photo by|photograph|image|images|video|audio|source|sources|caption",
    "editor's note|editors' note|ed|ed.|editor|correction|update|updated|warning|tip|tips|example",
    "read more|read also|see also|related|more|also read|listen|watch|share|tags|tag|topics|filed",
    "filed under|categories|category|published|posted|date|time|place|location|address|phone|tel",
    "email|e-mail|contact|website|url|link|links|author|authors|by|written by|translated by",
    "translator|translation|what you need|you need|ingredients|serves|difficulty|step|variation",
    "summary|abstract|keywords|introduction|conclusion|background|disclaimer|advertisement|ad",
    "sponsored|key takeaways|takeaway|fact|facts|fact box|about|about the author|bio|profile|names",
    "resources|resource|references|further reading|footnote|isbn|price|prices|hours|opening hours",
    "https|http|www|mailto|ps|p.s|pps|nb|n.b|re|cc|subject|from|to|title|chapter|part|section",
    "edited by|recorded|transcribed by|transcript|length|duration|episode",
    "transcription|interview by|interviewed by|text|words|illustration|credit|credits|copyright",
    "vocabulary|exercises|results|result|step 1|step 2",
    "nota|foto|fotos|imagen|imágenes|fuente|fuentes|lea también|lee también|más información|fecha",
    "archivado en|temas|etiquetas|autor|autora|por|texto|precio|horario|lugar|publicado|véase",
    "à lire aussi|lire aussi|photos|légende|crédit|crédits|texte|auteur|lieu|voir aussi|source",
    "anmerkung|hinweis|bild|bilder|quelle|quellen|lesen sie auch|mehr dazu|foto|datum|ort|preis",
    "zur person|info|tipp|beispiel|korrektur|text",
    "фото|источник|примечание|читайте также|справка|автор|текст|дата|место|иллюстрация|подпись",
    "صورة|تصوير|الصورة|المصدر|ملاحظة|اقرأ أيضا|اقرأ أيضاً|اقرأ أيضًا|سيرة|تحرير|المكان|التاريخ",
    "fotoğraf|kaynak|not|ilgili haberler|ayrıca okuyun|yazar|tarih|yer|editör|bunu da okuyun",
    "fonte|leggi anche|didascalia|leia também|leia mais|imagem|data|local|crédito|nota da redação",
    "bron|lees ook|noot|tekst|tip|datum|plaats|beeld",
    "名前|氏名|お名前|이름|姓名|题目|題目|答案|解析|nombre|имя|الاسم|参考画像|画像",
    "图|图片|来源|编辑|责任编辑|注|注意|延伸阅读|相关阅读|作者|摄影|翻译|译者|校对|原文",
    "写真|出典|注|関連記事|文|撮影|取材|構成|編集|プロフィール|聞き手・文",
    "사진|출처|관련기사|참고|글|편집",
)

# Of these, the ones that a speaker says too.
SAID_TOO = words(
    "note|notes|tip|tips|example|ps|p.s|pps|nb|n.b|summary|conclusion|fact|facts|update|title|part",
    "nota|anmerkung|hinweis|beispiel|tipp|примечание|ملاحظة|not|noot|注|注意|参考|참고|result"
    "|results",
    "time|date|place|location|price|prices|name|names|words|length|text|background|from|to|subject",
)
