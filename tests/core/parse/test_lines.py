# ruff: noqa: E501  (a line of a page is one line, in its own script)
"""Pages as they are copied: one line end between turns, no full stops, odd signs, many languages.

Each line begins with what it is: Q for a question, A for an answer, - for anything else; a line
that belongs to the turn above begins with a dot. What stands behind the letter is the page's line.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qa_annotate.core.parse import parse

PAGES = {
    "no full stops, numbers with a bracket": """
- Our guest this week is the potter Lina Marrow, who agreed to answer a few questions
Q 1)Where did you learn to throw pots
A In my uncle's shed, on a wheel made of an old washing machine
Q 2)What do you do with the broken ones?
A I give them to my neighbour, who has a very uneven garden
Q 3) Which glaze do you like most?
A The one I have not tried yet
""",
    "Arabic numbers with a dash": """
- حوار مع الكاتبة سلمى الورداني حول روايتها الأولى
Q ١- متى بدأتِ الكتابة؟
A بدأت وأنا في العاشرة، كنت أكتب رسائل إلى البحر
Q ٢- وماذا عن روايتك الجديدة؟
A روايتي الجديدة تحكي عن جدتي وبيتها القديم
Q ٣- ما نصيحتك للكتاب الشباب؟
A أقول لهم اقرؤوا كثيرا ولا تستعجلوا النشر
""",
    "hard-wrapped at sixty": """
- The lighthouse keeper Ansel Burr lives alone on Gull Rock.
- We spoke to him by radio on a windy night in October.

Q How long have you lived out here, and did you ever think
. about moving back to the mainland?

A I came in the spring of the year my brother married, and I
. have been here since. The mainland is loud. I go over once
. a month for flour and for the dentist, and I am glad when I
. see the rock again.

Q Do you get visitors?

A Birds. Once a man in a canoe who had lost his map. I gave
. him mine, and I have not needed it since then, which tells
. you something about maps.

Q What will you do when the light is automated?

A I will sleep at night, like other people. I am told that it
. is pleasant.
""",
    "a dash alone on its line": """
- Беседа с часовщиком Ильёй Громовым
- -
Q Сколько часов вы починили за свою жизнь?
- -
A Я не считал. Тысяч двадцать, наверное
- -
Q А какие были самыми трудными?
- -
A Мои собственные
- -
Q Что вы посоветуете молодым?
- -
A Не торопиться
""",
    "a dash without a space": """
- Entrevista con la luthier Inés Cobo

Q -¿Cuándo construiste tu primera guitarra?

A A los doce años, con una caja de fruta. Sonaba a naranjas.

Q -¿Y la vendiste?

A No, la tiene mi hermana en su cocina.

Q -¿Qué madera prefieres?

A El ciprés, porque huele bien cuando lo corto.
""",
    "numbered speakers and clocks": """
- 12 minutes
- Speaker 1
- 00:00
Q Welcome to the show. How did you become a beekeeper?
- Speaker 2
- 00:07
A I was stung as a boy and I wanted to know why.
- Speaker 1
- 00:15
Q And did you find out?
- Speaker 2
- 00:17
A I did. I was standing in front of their door.
- Speaker 1
- 00:24
Q What would you tell your younger self?
- Speaker 2
- 00:27
A Move.
""",
    "stars answer": """
- 新人の森田さんにインタビューしました。
Q ・入社を決めた理由を教えてください
A ★雰囲気がとても良かったからです
Q ・休日は何をしていますか
A ★だいたい川で釣りをしています
Q ・これからの目標は何ですか
A ★早く一人前になりたいです
""",
    "Q and A letters with no colon, Japanese": """
- 名前：T.S.
Q Q 今の仕事を選んだきっかけはなんですか
A A 大学の先輩に誘われたからです
Q Q 一番大変だったことを教えてください
A A 最初の一年です。何も分かりませんでした
Q Q 休みの日は何をしていますか
A A 家で猫と寝ています
""",
    "long dashes, hardly a question": """
- 『夜の水族館』 園田晃監督インタビュー
- 閉館後の水族館を舞台にした新作について、園田監督に話を聞いた。
Q ──撮影はすべて夜だったそうですね。
A 僕は昼が苦手なんです。魚も夜のほうが正直な顔をします。
Q ──脚本は一週間で書かれたとのことですが。
A 一週間というのは少し大げさで、本当は九日かかりました。
Q ──次の作品も楽しみです。
A ありがとうございます。次は昼の話です。
""",
    "Ukrainian": """
- Оксана Гілка: «Дерево пам’ятає дощ»

- Про дерево, дощ і терпіння ми поговорили з різьбяркою Оксаною Гілкою.

Q - Твоя остання робота — це двері для школи. Розкажи про них.

A - Я робила їх цілу зиму. Мені хотілося, щоб діти торкалися листя, коли заходять.

Q - Чи важко тобі віддавати готове?

A - Так, але треба. Інакше мені не було б де спати.
""",
    "Polish": """
- Rozmowa z ludwisarzem Adamem Wroną
Q - Ile waży pana największy dzwon?
A - Tonę. Stoi w Gdyni i nie chce dzwonić w niedziele
Q - Proszę opowiedzieć o pierwszym odlewie
A - Pękł. Ojciec śmiał się tydzień, a ja płakałem
Q - Dlaczego pan nie zrezygnował?
A - Bo nie umiem nic innego
""",
    "Turkish without marks": """
- Bakırcı Nuri Usta ile söyleşi
Q - Bu işe kaç yaşında başladınız?
A - Yedi yaşında başladım, babamın yanında büyüdüm
Q - Çırak bulabiliyor musunuz
A - Bulamıyorum, gençler telefonla uğraşıyor
Q - Peki dükkânı kapatmayı düşünür müsünüz
A - Hayır, ben ölene kadar açık kalır
""",
    "Hebrew": """
- ראיון עם הקדר יונתן ברק

Q מתי התחלת לעבוד עם חימר?

A אני התחלתי בגיל שש, בחצר של סבתא שלי. היא כעסה מאוד.

Q ומה עשית עם הכד הראשון?

A הוא עדיין אצלי בבית, ואני שומר בו כפתורים.

Q מה תגיד למי שרק מתחיל?

A אני אגיד לו לקנות סבון טוב.
""",
    "Indonesian": """
- Wawancara dengan pembuat layang-layang Made Surya
Q Sejak kapan Anda membuat layang-layang?
A Saya mulai waktu kecil, ikut kakek saya ke pantai
Q Apa yang paling sulit?
A Menunggu angin. Saya bukan orang yang sabar
Q Apakah anak Anda juga membuatnya?
A Tidak, dia lebih suka perahu
""",
    "Persian": """
- گفت‌وگو با قالی‌باف مریم رستمی

Q شما از چند سالگی قالی می‌بافید؟

A از هفت سالگی شروع کردم، کنار مادرم می‌نشستم.

Q سخت‌ترین نقش برای شما کدام است؟

A نقش ماهی. هنوز هم خودم از آن می‌ترسم.

Q چرا دخترتان این کار را ادامه نداد؟

A چون او ستاره‌ها را دوست دارد.
""",
    "an apostrophe at both ends of a quoted answer": """
- De klokkenmaker Joris Venne in gesprek met onze krant

Q Hoe laat sta je op?

A ,,Dat weet ik niet, ik heb geen klok in mijn slaapkamer.''

Q En je vrouw?

A ,,Zij heeft er drie. Ik heb haar gewaarschuwd.''

Q Wat is de mooiste klok die je ooit hebt gemaakt?

A ,,Die van het station. Ik reis er speciaal voor om.''
""",
    "bands of questions over answers, no marks at all": """
- Entrevista com a fadista Rita Lume

Q Queria começar pedindo que você se apresente
A Eu sou a Rita, canto fado desde menina e moro em Alfama

Q Qual foi a sua primeira música?
A Foi uma canção da minha avó, que eu cantava no mercado

Q Quais são os planos para este ano?
A Quero gravar um disco e dormir mais

Q Uma palavra para os fãs?
A Obrigada
""",
    "Greek": """
- Συνέντευξη με τον βαρκάρη Νίκο Αλμύρα
Q - Πότε πήρατε την πρώτη σας βάρκα;
A - Την πήρα στα δεκαοχτώ μου, από τον θείο μου
Q - Και τι ψάρια πιάνατε;
A - Ό,τι ήθελε η θάλασσα. Εγώ δεν διάλεγα
Q - Τι θα λέγατε στους νέους;
A - Να μάθουν κολύμπι
""",
    "Swedish": """
- Intervju med klockstöparen Maja Lind

Q När göt du din första klocka?

A Jag var nitton år och mycket envis. Den sprack på en gång.

Q Vad gjorde du med den?

A Jag planterade tomater i den.

Q Vilken klocka är du mest stolt över?

A Den i Malå. Min mor hör den från köket.
""",
    "Czech": """
- Rozhovor s houslařem Petrem Javorem

Q Kdy jste začal stavět housle?

A Začal jsem v patnácti, u dědečka v dílně. Moc mě to nebavilo.

Q Co vás na tom drží?

A Vůně dřeva. A taky nic jiného neumím.

Q Jaké dřevo máte nejraději?

A Javor, jak jinak.
""",
    "Romanian": """
- Interviu cu ceasornicarul Radu Pendul

Q Cum ați început?

A Eu am început din întâmplare, am stricat ceasul bunicului meu.

Q Și l-ați reparat?

A După opt ani, da. Merge și acum.

Q Ce sfat aveți pentru cei tineri?

A Să nu se grăbească.
""",
    "Vietnamese": """
- Phỏng vấn nghệ nhân diều Trần Gió
Q Hỏi: Anh làm diều từ khi nào?
A Đáp: Tôi làm từ năm tám tuổi, cùng ông nội
Q Hỏi: Điều gì khó nhất?
A Đáp: Chờ gió
Q Hỏi: Con anh có theo nghề không?
A Đáp: Không, nó thích tàu hơn
""",
    "Korean with a dash": """
- 목수 한바다와의 인터뷰
Q -처음 만든 것은 무엇인가요
A 의자였어요. 제가 앉자마자 부서졌습니다
Q -그 뒤로는 어떻게 하셨습니까
A 다시 만들었죠. 저는 고집이 셉니다
Q -앞으로의 계획을 말씀해 주세요
A 배를 만들고 싶어요
""",
    "Chinese without marks": """
- 专访：叶青｜木匠
Q 问：您是什么时候开始做木工的
A 答：我十二岁就跟着爷爷学了
Q 问：最难做的是什么呢
A 答：椅子，因为人会坐上去
Q 问：您会收徒弟吗
A 答：看他的手
""",
    "spoken Arabic with a square and a dash": """
- حوار مع الصياد بكر الموج

Q ■ حضرتك بدأت الصيد من امتى؟

A - بدأت وأنا عيل، كنت بروح مع أبويا كل يوم.

Q ■ وليه سبت البحر؟

A - البحر هو اللي سابني، أنا لسه مستنيه.

Q ■ إيه نصيحتك للشباب؟

A - يتعلموا العوم.
""",
    "the page goes on": """
- Interview with the cooper Ned Stave

Q How did you become a cooper?

A I followed my uncle to work one day and nobody sent me home.

Q What is the hardest part of a barrel?

A The bottom. I have cried over bottoms.

Q Do you drink?

A I drink tea. My barrels drink for me.

- Thanks to Ned for his time. Visit his workshop at www.example.org/cooper.

- 3 comments
""",
}

PEOPLE = {
    "das Gespräch führte": (
        "Ein langer Sommer\n\nEin Gespräch mit dem Imker Otto Wabe über Honig und Angst.\n\nWann haben Sie angefangen?\n\nIch war zehn, und mein "
        "Vater schlief.\n\nHaben Sie Angst vor Bienen?\n\nIch habe Angst vor Menschen.\n\nWas machen "
        "Sie im Winter?\n\nIch warte.\n\nDas Gespräch führte Hanna Vogt.",
        ("Hanna Vogt", "Otto Wabe"),
    ),
    "a reporter in Korean": (
        "목수 한바다와의 인터뷰\n-처음 만든 것은 무엇인가요?\n의자였어요. 제가 앉자마자 부서졌습니다.\n"
        "-그 뒤로는 어떻게 하셨습니까?\n다시 만들었죠. 저는 고집이 셉니다.\n-계획은요?\n배를 만들고 싶어요.\n"
        "최가람기자 garam@example.org",
        ("최가람", "한바다"),
    ),
    "a Japanese byline": (
        "『夜の水族館』 園田晃監督インタビュー\n聞き手：森 あかり\n──撮影は夜でしたか？\n僕は昼が苦手なんです。\n"
        "──脚本は一週間で書かれたのですか？\n九日かかりました。\n──次は？\n昼の話です。",
        ("森 あかり", "園田晃"),
    ),
    "letters are nobody's names": (
        "Interview with the diver Lou Fathom\n\nP: When did you start?\nR: I was six and fell in.\n"
        "P: And then?\nR: I stayed.\nP: What do you see down there?\nR: Mostly my own feet.",
        (None, "Lou Fathom"),
    ),
    "voices are nobody's names": (
        "Speaker 1: Welcome to the show. I am Ada Finch, and today I am talking to Moss Reed.\n"
        "Speaker 2: Hello.\nSpeaker 1: How did you become a beekeeper?\n"
        "Speaker 2: I was stung as a boy and I wanted to know why.\nSpeaker 1: Did you find out?\n"
        "Speaker 2: I did. I stood in front of their door.",
        ("Ada Finch", "Moss Reed"),
    ),
}

INSIDE = {
    "letters inside a paragraph": (
        "في هذا الحوار نلتقي الشاعر نادر الهلالي. س- متى كتبت أول قصيدة؟ ج- كتبتها وأنا طفل، "
        "كنت أخاف الظلام. س- وهل نشرتها؟ ج- لا، أكلتها الماعز.",
        ["متى كتبت أول قصيدة؟", "وهل نشرتها؟"],
    ),
    "signs inside a paragraph": (
        "التقينا الممثلة هالة نور وكان هذا الحوار. - كيف وجدت المدينة؟ * أحببتها كثيرا وأنا سعيدة بها. "
        "- هل تعودين إليها؟ * أعود في الشتاء. - ما جديدك؟ * أعمل على فيلم قصير.",
        ["كيف وجدت المدينة؟", "هل تعودين إليها؟", "ما جديدك؟"],
    ),
    "questions in brackets": (
        "Goalkeeper Dan Rooke – Postgame\n\n"
        "(You saved two penalties tonight. What did you see?) – “I saw his eyes. I always look at "
        "the eyes, my father taught me that.”\n\n"
        "(Did you expect to play?) – “No. I was eating a sandwich.”\n\n"
        "(How is the knee?) “It hurts, but I can stand on it.”",
        [
            "You saved two penalties tonight. What did you see?",
            "Did you expect to play?",
            "How is the knee?",
        ],
    ),
    "a question and its answer in one paragraph": (
        "Interview with the baker Tom Ashby\n\n"
        "When did you start? I started in 1990, when my father fell ill and nobody else could.\n\n"
        "What do you bake on Sundays? Nothing. I sleep, and my wife makes pancakes for us all.\n\n"
        "Do you eat your own bread? I do, every morning, with too much butter on both sides.\n\n"
        "Will your children follow you? I hope not. They should see the sun now and then.",
        [
            "When did you start?",
            "What do you bake on Sundays?",
            "Do you eat your own bread?",
            "Will your children follow you?",
        ],
    ),
}

NONE = {
    "a play with a cast": """
The Garage, by D. Vane

CAST OF CHARACTERS
MAGGIE, a widow
JOHN, her son

MAGGIE
Will you hurry up?
JOHN
(Looking around)
I am nearly there.
MAGGIE
Do you hear the rain?
JOHN
(Exits)
""",
    "a play with directions": """
An evening in a park. Two people on a bench.

JANE: Don't you think it is lovely out here?

[Tom says nothing and looks at his shoes for a long while.]

JANE: Tom? Is everything all right?

[Tom shrugs and moves to the other end of the bench.]

JANE: Is it about last night?

[Tom stands up.]

TOM: I don't want to talk about it.
""",
    "a mock interview": """
Design a parking garage

Here is a typical interaction between a candidate and an interviewer.

Candidate: How many cars should the garage hold?
Interviewer: Let's aim for five hundred cars.

Candidate: Do we need several levels?
Interviewer: Yes, four of them.

Candidate: Should drivers pay by card?
Interviewer: Yes, and by phone.
""",
    "advice for a job interview": """
Job interview questions that nurses should expect

Why do you want to work here?

Tell the hiring manager what you know about the ward. Keep it short.

What is your greatest weakness?

Name something real, and say what you do about it.

Do you have questions for us?

Always have two. Ask about the team.
""",
    "a German shop's answers": """
Versand und Lieferung

Wann wird meine Bestellung verschickt? Wann kommt sie an?

Wenn Ihre Bestellung bis Mittag aufgegeben wird, wird sie noch am selben Tag verschickt.

Wie hoch sind Ihre Gebühren?

Wir berechnen Ihre Gebühren nach Gewicht. Sie sehen den Preis im Warenkorb.

Woher weiß ich, wo mein Paket ist?

Sie erhalten eine E-Mail mit einem Link, über den Sie Ihre Sendung verfolgen können.

Was ist der Unterschied zwischen beiden Tarifen?

Der eine ist schneller, der andere billiger.
""",
    "questions without answers": """
Questions for your next book club

- Who is your favourite character in the book?
- Why do you think that Martha left the village?
- Would you have opened the letter?
- What does the river stand for?
- Did you like the ending?
""",
}


def _taken(source: str, plain: Callable) -> tuple[list[str], list[str]]:
    """The letter of each line as written, and as the parser took it."""
    text, spans, letter = "", [], "-"
    for line in source.strip("\n").split("\n"):
        said = line[2:]
        letter = letter if line[:1] == "." else line[:1]
        if said:
            spans.append((letter, len(text), len(text) + len(said)))
        text += said + "\n"
    pairs = parse(plain(text)).pairs
    questions = [p.question for p in pairs]
    answers = [span for p in pairs for span in p.answer]

    def taken(end: int) -> str:
        middle = end - 1
        if any(a <= middle < b for a, b in questions):
            return "Q"
        return "A" if any(a <= middle < b for a, b in answers) else "-"

    return [f"{k} {text[s:e][:30]}" for k, s, e in spans], [
        f"{taken(e)} {text[s:e][:30]}" for _, s, e in spans
    ]


@pytest.mark.parametrize("name", PAGES)
def test_each_line_is_taken_for_what_it_is(name: str, plain: Callable) -> None:
    expected, found = _taken(PAGES[name], plain)
    assert found == expected


@pytest.mark.parametrize("name", PEOPLE)
def test_who_asks_and_who_answers(name: str, plain: Callable) -> None:
    text, people = PEOPLE[name]
    assert {(p.asker, p.respondent) for p in parse(plain(text)).pairs} == {people}


@pytest.mark.parametrize("name", INSIDE)
def test_turns_inside_a_paragraph(name: str, plain: Callable) -> None:
    text, questions = INSIDE[name]
    found = [text[slice(*p.question)].strip("()") for p in parse(plain(text)).pairs]
    assert found == questions


@pytest.mark.parametrize("name", NONE)
def test_no_interview(name: str, plain: Callable) -> None:
    assert parse(plain(NONE[name].strip("\n"))).pairs == ()


@pytest.mark.parametrize("tail", ["", "\n", "Q:", "\n\n“", "(", "-", "Speaker 1:\n00:10"])
def test_any_end_of_a_page_is_read(tail: str, plain: Callable) -> None:
    text = f"Q: Who is there?\n\nA: I am, as ever.\n\n{tail}"
    structure = parse(plain(text))
    assert all(0 <= b.start < b.end <= len(text) for b in structure.blocks)
