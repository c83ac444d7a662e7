# ruff: noqa: E501  (a paragraph of an article is one line)
"""Transcripts of programmes, and papers that ask without question marks, with what only looks
like them. All of it invented.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qa_annotate.core.model import Structure
from qa_annotate.core.parse import parse

FORMS = {
    "a broadcast that names its host once with her office": """
- A Ferry That Runs On Cheese

- (SOUNDBITE OF FERRY HORN)

Q ODILE MARRON, HOST: On the lake of Annet a ferry has burned whey since last summer. Jonas Pell steers it, and he is in our studio.

A JONAS PELL: Good morning. I am not used to floors that stand still.

Q MARRON: Who had the idea of the whey?

A PELL: My wife. I had a tank of it and no diesel.

- (SOUNDBITE OF GULLS)

Q MARRON: And does it smell?

A PELL: I stopped noticing in June. My wife did not.

Q MARRON: What comes next for you?

A PELL: A bigger tank. I have my eye on one.
""",
    "Korean questions without marks": """
- 남해의 밤바다

- 남해의 섬에는 불이 하나 있다.

Q Q. 등대에서 가장 어려운 일은 무엇인가.

A 혼자 먹는 밥이다. 아직도 밥을 두 그릇 푼다.

Q Q. 태풍이 올 때는 어떻게 지냈나.

A 유리를 닦았다. 할 수 있는 일이 그것뿐이었다.

Q Q. 외롭지는 않은가.

A 갈매기와 싸운다. 싸울 상대가 있으면 외롭지 않다.

Q Q. 앞으로의 계획은 무엇인가.

A 육지에서 빵집을 열고 싶다.
""",
    "a title set like the questions": """
- {h3}Intervista: A novant’anni cuoce vasi con la neve

- Bianca Torri vive in un borgo a duemila metri.

Q {h3}Come è arrivata quassù?

A Con un mulo. La strada finiva al torrente e nessuno scendeva più.

Q {h3}Perché la neve?

A Perché l'acqua gela già in ottobre. Io la tengo nel forno.

Q {h3}Chi compra i suoi vasi?

A I vicini di valle. Metà si regala, metà si rompe sul mulo.

Q {h3}E d'estate che cosa succede al borgo?

A Niente. Si dorme, si aspetta la prima gelata.
""",
    "a last answer that says what is for sale": """
- Three questions for a boat builder

- Otto Lind builds boats in a barn. We met him there.

Q -Why do you build in a barn?

A Because my wife will not have it in the kitchen.

Q -How long does one take you?

A A winter. I count in pots of glue.

Q -What will you do with the red one?

A I promised it to my brother, and I never break a promise.

A The blue one is for sale, but I tell nobody about it.
""",
    "a last answer that speaks to the asker": """
- Cuatro preguntas a Inés Roldán

- Inés Roldán escribe en un faro. La entrevistamos por carta.

Q ¿Cuándo te mudaste al faro?

A El año en que murió mi abuela. Yo tenía sus llaves.

Q ¿Dónde escribes tu novela?

A En la cocina, de noche, con la luz que gira sobre mi mesa.

Q ¿Te asusta alguna tormenta?

A La primera del año. Yo me meto debajo de la cama.

Q ¿A quién invitas a cenar?

A A los pescadores, que me traen el pan.

A Te dejo una silla y te guardo mi mejor vino para la próxima marea.

A Buen viaje.

- No hay comentarios:

- Publicar un comentario
""",
    "a sponsor below a dialogue": """
- Twee vragen aan de klokkenluider

- Joris Baan luidt al dertig jaar de klok van Oudezijl. We spraken hem onder de toren.

Q -Waarom luidt u nog met de hand?

A Omdat mijn vader het zo deed. Ik hoor het verschil.

Q -Hoort het dorp het ook?

A De hond van de bakker wel.

Q -Wie volgt u op?

A Mijn nichtje. Ze kan nog niet bij het touw.

- Oude klokkentouwen te koop bij de koster.
""",
    "the foot of a blog": """
- Snøintervju: Runa Falk

- Hver uke intervjuer jeg en som bor høyt oppe. I dag Runa Falk.

Q 1. Ski eller truger?

A - Truger, for jeg faller alltid på ski.

Q 2. Kaffe eller te?

A - Kaffe. Jeg drikker te når jeg er syk.

Q 3. Hvem brøyter veien din?

A - Naboen, når han husker meg.

- Ingen kommentarer:

- Legg inn en kommentar
""",
}

NONE = {
    "a programme's list of people": """
- Low Tide, the autumn season

- Host: Petra Voss

- Guest: Abel Quist, river keeper

- Producer: Lena Orr

- Every episode is about one river. Petra Voss travels by train, Abel Quist by boat.

- The season begins on 4 October. Who will win the eel count?
""",
    "Korean news": """
- 섬마을 다리 공사 또 늦어져

- 군청은 다리 공사가 석 달 늦어진다고 밝혔다.

- 주민들은 언제까지 배를 타야 하느냐고 물었다. 문제는 예산인가.

- 군수는 "자재 값이 두 배로 올랐다"고 말했다.

- 공사는 내년 봄에 다시 시작된다.
""",
    "Korean notes that end in nouns": """
- 항구의 사람들

- 부두에는 네 사람이 일한다. 하나는 매듭 전문가.

- 등대에는 밤마다 누군가.

- 창고에는 그물 장수 가운데 또 하나.

- 이들은 봄마다 배를 칠한다.
""",
    "an Indonesian lesson": """
- Di warung kopi

- Bacalah percakapan berikut dengan suara keras!

- Rani : Bu, apakah kopi hitam yang kemarin itu masih ada di sini?

- Penjual : Masih ada, Nak, yang baru juga sudah datang dari kebun tadi pagi.

- Rani : Berapa harga dua bungkus untuk ibu saya di rumah?

- Penjual : Enam ribu saja untuk dua bungkus, karena ibumu sering ke sini.

- Rani : Apakah ada gula merah juga untuk kue besok pagi?

- Penjual : Gula merah sudah habis, Nak, tetapi besok saya bawa lagi dari pasar.
""",
}


PODCAST = """Low Tide, episode 12: The woman who counts eels

Host: Petra Voss
Guest: Abel Quist, river keeper

Petra Voss
00:00:09
Abel, you sleep beside the weir. What wakes you?

Abel Quist
00:00:15
The quiet. When the water stops talking I am on my feet before I know it.

Petra Voss
00:00:24
And then?

Abel Quist
00:00:26
Then I count. Eels do not wait for breakfast."""


def turns(structure: Structure, text: str) -> list[tuple[object, object, str]]:
    return [(p.asker, p.respondent, text[slice(*p.question)]) for p in structure.pairs]


def test_a_podcast_with_names_and_times_above_its_turns(plain: Callable) -> None:
    """Whoever the lines "Host:" and "Guest:" name has not spoken yet."""
    assert turns(parse(plain(PODCAST)), PODCAST) == [
        ("Petra Voss", "Abel Quist", "Abel, you sleep beside the weir. What wakes you?"),
        ("Petra Voss", "Abel Quist", "And then?"),
    ]


def test_whom_a_label_defines_in_the_middle_of_a_page(read: Callable) -> None:
    """ "Narasumber: Bu Tuti (penenun)" says who answers from there on, and is nobody's speech."""
    sketch = read("""
- {h1}Wawancara dua penenun

- {h2}Wawancara pertama

- Narasumber: Bu Tuti (penenun di desa Wae, bekerja sejak 1990)

Q PW: Bagaimana Ibu belajar menenun?

A Bu Tuti: Saya melihat nenek saya setiap malam.

Q PW: Apa yang paling sulit?

A Bu Tuti: Warna merah. Saya mencarinya di hutan.

- {h2}Wawancara kedua

- Narasumber: Pak Lono (pedagang kain di kota, bekerja sejak 2001)

Q PW: Siapa yang membeli kain Bapak?

A Pak Lono: Orang yang akan menikah. Saya hafal ukuran mereka.

Q PW: Apa rencana Bapak?

A Pak Lono: Saya mau belajar menenun sendiri.
""")
    assert sketch.found == sketch.expected


RUN_TOGETHER = (
    "목장지기 : 반갑습니다. 염소를 몇 마리나 키우세요? 조합 : 서른 마리예요. 저희는 작은 조합이에요. "
    "목장지기 : 치즈는 누가 만드나요? 조합 : 제가 만들어요. 목장지기 : 겨울에는 어디에서 지내나요? "
    "조합 : 산 아래 헛간이요."
)


def test_turns_whose_line_ends_were_lost(plain: Callable) -> None:
    text = f"염소 목장 인터뷰\n\n{RUN_TOGETHER}"
    asked = [question for _, _, question in turns(parse(plain(text)), text)]
    assert asked == [
        "반갑습니다. 염소를 몇 마리나 키우세요?",
        "치즈는 누가 만드나요?",
        "겨울에는 어디에서 지내나요?",
    ]


def test_colons_inside_a_paragraph_are_no_turns(plain: Callable) -> None:
    """Labels that come once each name things."""
    text = (
        "The walk\n\nStart: the old mill. Length: nine miles. Tea: at the lock. Is it steep? Not very. "
        "Dogs: on a lead."
    )
    assert parse(plain(text)).pairs == ()


GREEK = """Συζήτηση με τη φαροφύλακα Ρένα Μπάρκα

Ομιλητής 1: Πόσα χρόνια μένεις στον φάρο;

Ομιλητής 2: Δεκαπέντε. Πρώτα ήρθα για έναν χειμώνα.

Ομιλητής 1: Και ποιος σου φέρνει ψωμί;

Ομιλητής 2: Μια βάρκα, όταν θέλει ο άνεμος."""


def test_numbered_voices_whose_word_ends_in_a_final_sigma(plain: Callable) -> None:
    """Folding a text makes "ς" a "σ"; the words that are looked for are folded alike."""
    assert [text for _, _, text in turns(parse(plain(GREEK)), GREEK)] == [
        "Πόσα χρόνια μένεις στον φάρο;",
        "Και ποιος σου φέρνει ψωμί;",
    ]


@pytest.mark.parametrize("form", FORMS)
def test_form(form: str, read: Callable) -> None:
    sketch = read(FORMS[form])
    assert sketch.found == sketch.expected


@pytest.mark.parametrize("form", NONE)
def test_what_only_looks_like_it(form: str, read: Callable) -> None:
    assert read(NONE[form]).structure.pairs == ()
