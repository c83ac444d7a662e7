"""What stands between questions and answers on real pages, one invented interview each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

TRAPS = {
    "questions as teasers above the interview": """
- {h1}The clockmaker's last winter

- Why do clocks stop at night?

- Who still winds the town clock?

- Mara Holt has wound it for thirty years. She talked to Ben Reyes about rust, bells and retirement.

Q {bold}Ben Reyes: How did you learn to wind the clock?

A {bold}Mara Holt: My father held the lantern, I held the key.

Q {bold}Reyes: Have you ever forgotten?

A {bold}Holt: Once. The whole town was late and nobody complained.

Q {bold}Reyes: Who comes after you?

A {bold}Holt: A motor.
""",
    "an info box with a question as its title": """
- The river doctor

- Nurse Ada Finn rows to her patients. We met her on the water.

Q {bold}How many patients do you see?

A Six on a calm day. Two when it storms.

- {box}{bold}What is a river clinic?

- {box}A river clinic is a boat with a licence to give medicine.

Q {bold}What do you carry?

A Bandages, salt and a radio. Do you want to see?

Q {bold}Do you ever get seasick?

A Never.
""",
    "a pull quote and a caption inside an answer": """
- Talking bread with Ana Lund

- Ana Lund bakes at night. She spoke to us at dawn.

Q Q: When did you start?

A I was nine. My mother let me sweep the flour, and the flour let me stay.

- “My mother let me sweep the flour”

Q Q: And today?

A Today I own the broom.

- Photo: Ana Lund at her oven. Credit: J. Berg

A It is the same broom.

Q Q: Will you sell it?

A No.
""",
    "advertisement, newsletter and related links inside answers": """
- Diver finds a bell

- Diver Tom Reck tells Harbour News about the bell he found.

Q Harbour News: Where was the bell?

A Tom Reck: Under a boat nobody missed.

- ADVERTISEMENT

Q Harbour News: What will you do with it?

A Reck: Ring it once a year.

- Sign up to our newsletter for more stories like this.

A My wife has agreed to once.

- Read more: The diver who collects anchors

Q Harbour News: Is it loud?

A Reck: Ask my neighbours.
""",
    "paragraphs scraped twice": """
- Interview with Lena Brook

- Lena Brook repairs violins. She answered our questions by mail.

Q Q: What breaks first?

A The patience of the owner.

A The patience of the owner.

Q Q: And then?

A The bridge.

A The bridge.

Q Q: What do you listen to?

A Rain.
""",
    "labels that are no speakers, times, addresses": """
- EDITOR: This conversation was recorded in May.

- Sailor Greta Moss talks with Ivan Dell about storms.

Q Ivan Dell: What was your worst storm?

A Greta Moss: The one I slept through.

- EDITOR: See map on page 4.

Q Dell: Why was it the worst?

A Moss: Because I woke up somewhere else. Note: I had left at 10:30 and it was noon.

Q Dell: Where were you?

A Moss: See https://example.org/map: it shows the reef.
""",
    "two interviewers, their turns in a row": """
- In conversation with Rosa Quill

- JONAS STARK and NINA FELD spoke with the poet Rosa Quill.

Q JONAS STARK: What is a line?

A ROSA QUILL: A breath that was late.

Q NINA FELD: And a stanza?

A ROSA QUILL: A room.

Q JONAS STARK: You write standing up.

Q NINA FELD: On a ladder, we heard. Is that true?

A ROSA QUILL: On the third step.
""",
    "joint initials": """
- Painters Jo Sand (JS) and Nell Ford (NF) share a studio. Art Weekly (AW) asked them how.

Q AW: Who sweeps the floor?

A JS: I do.

A NF: He does.

Q AW: Do you paint together?

A JS and NF: Never.

Q AW: What do you argue about?

A NF: Blue.
""",
    "a full name once, then the surname": """
- „Holz hat ein Gedächtnis“

- Die Geigenbauerin Karin Fischer über Klang und Leim.

Q Tagblatt: Frau Fischer, wie klingt gutes Holz?

A Karin Fischer: Trocken. Und ein bisschen beleidigt.

Q Tagblatt: Beleidigt?

A Fischer: Weil man es gefällt hat.

Q Tagblatt: Wie lange dauert eine Geige?

A Fischer: Zweihundert Stunden und einen Winter.
""",
    "F: and A:": """
- Fünf Fragen an den Imker Rolf Anders

- Rolf Anders hält Bienen auf dem Rathausdach.

Q F: Wie viele Völker haben Sie?

A A: Zwölf. Im Frühjahr mehr.

Q F: Werden Sie oft gestochen?

A A: Nur wenn ich es verdiene.

Q F: Was kostet ein Glas Honig?

A A: Neun Euro. Für Nachbarn acht.
""",
    "an interview after the end of another article": """
- Fair opens on Saturday

- The autumn fair opens on Saturday at noon. Mayor Ed Lorne will cut a ribbon.

- Parking is free behind the church.

- The man who counts geese

- Every October Paul Vane counts geese. He explains to Tia Marsh how it is done.

Q Q: How do you count so many?

A In tens. Then I divide by the legs.

Q Q: Do you ever lose count?

A Every year. The geese do not mind.

Q Q: What is your record?

A Nine thousand. I slept well.
""",
    "Q without a colon": """
- Transcript of the governor's press conference

- GOVERNOR HALE: Good morning. The road is open again.

Q Q Governor, when will the bridge open?

A GOVERNOR HALE: In spring.

Q Q Will there be a toll?

A GOVERNOR HALE: There will not.

Q Q And the ferry?

A GOVERNOR HALE: The ferry stays.
""",
    "another marker": """
- Ten minutes with Ola Berg

- Ola Berg carves spoons. We asked her about wood.

Q :: Which wood do you like?

A Birch. It forgives.

Q :: Do you sell your spoons?

A I trade them for soup.

Q :: What was your first spoon like?

A A small shovel.
""",
    "questions as terms": """
- {h1}The map room

- Archivist Lou Penn tells us why old maps smell.

Q {term}Why do old maps smell?

A Glue, sweat and cellars. I wear gloves, but not for the smell.

Q {term}Which one is your favourite?

A The one with the mistake. It has a lake that never was.

Q {term}Can visitors see it?

A If they ask nicely.
""",
    "section headings that ask": """
- {h1}A life in ropes

- Ropemaker Finn Odd spoke with Ella Ray.

- {h2}Why ropes?

Q {bold}Ella Ray: How did you begin?

A Finn Odd: With a knot I could not undo.

- {h2}The future

Q {bold}Ray: Will there be ropemakers in fifty years?

A Odd: There will be knots.

Q {bold}Ray: That is not an answer.

A Odd: It is the one I have.
""",
    "bold sublabels inside an answer": """
- {h1}Five minutes with a gardener

- Gardener Iris Penrose told us what she plants.

Q {bold}What do you plant first?

A Beans. My mother did, and so do I.

A {bold}In spring:

A peas and radish, if the frost lets me.

Q {bold}What do you never plant?

A Mint. I did it once and I am still sorry.

Q {bold}Any advice?

A Start small.
""",
    "right-to-left text with marks": """
- \u200fحوار مع الخزّاف طارق منصور

- \u200fيعمل طارق منصور في الفخّار منذ ثلاثين عاماً. التقيناه في ورشته.

Q \u200fس: ما أصعب ما في المهنة؟

A \u200fج: الانتظار. أنا أنتظر الفرن كل ليلة.

Q \u200fس: وهل تعلّم أولادك؟

A \u200fج: يتعلّمون كسر الأواني أولاً.

Q \u200fس: ماذا تقول للشباب؟

A \u200fج: اغسلوا أيديكم.
""",
    "numbered Arabic labels": """
- أسئلة إلى المهندسة رنا خليل

- أجابت المهندسة رنا خليل عن أسئلتنا حول الجسر القديم.

Q س١. متى بُني الجسر؟

A ج١. عام ١٩٢٧. كنت أعبره إلى المدرسة.

Q س٢. هل هو آمن؟

A ج٢. نعم، إن لم تقفز عليه.

Q س٣. من يدفع كلفة الترميم؟

A ج٣. البلدية، نظرياً.
""",
    "问 and 答": """
- 修表匠老周的一天

- 老周修了四十年钟表。记者在他的铺子里坐了一个下午。

Q 问：您最怕什么表？

A 答：便宜的表。修好了也不走。

Q 问：每天几点开门？

A 答：看哪只表先响。

Q 问：徒弟呢？

A 答：去卖手机了。
""",
    "initials that only the introduction explains": """
- A walk with Petra Knoll

- For the Rural Voices series, Mina Oat (MO) walked with the shepherd Petra Knoll (PK).

Q MO: Where are we going?

A PK: Up. The sheep know.

Q MO: How many are there?

A PK: Ask me tomorrow.

A I counted ninety last night, but I was tired.

Q MO: Do they have names?

A PK: Two do.
""",
    "no marker, and a question that is a statement": """
- "The tram is a small theatre"

- Tram driver Hilda Moreno talks to Rafa Lind about thirty years on line 7.

Q You have driven the same line for thirty years.

A Yes. I know every tree. I have names for some of them.

Q What do passengers tell you?

A Everything. I hear weddings, divorces, recipes.

Q Do you answer?

A I ring the bell.

Q And when you retire?

A I will take the tram.
""",
    "questions in italics": """
- {h1}Salt in the coffee

- Fisherman Abel Norte remembers the great storm for the Coast Review.

Q {italic}Where were you that night?

A In bed, with a fever. It saved my life.

Q {italic}Your brothers were at sea.

A Two of them. One came back.

Q {italic}Do you still fish?

A I mend nets. I look at the sea like one looks at a dog that has bitten.

- {italic}This interview has been edited for length.
""",
}

PEOPLE = {
    "questions as teasers above the interview": [("Ben Reyes", "Mara Holt")],
    "a pull quote and a caption inside an answer": [(None, "Ana Lund")],
    "advertisement, newsletter and related links inside answers": [("Harbour News", "Tom Reck")],
    "labels that are no speakers, times, addresses": [("Ivan Dell", "Greta Moss")],
    "two interviewers, their turns in a row": [
        ("JONAS STARK", "Rosa Quill"),
        ("NINA FELD", "Rosa Quill"),
    ],
    "joint initials": [("Art Weekly", ("Jo Sand", "Nell Ford")), ("Art Weekly", "Nell Ford")],
    "a full name once, then the surname": [("Tagblatt", "Karin Fischer")],
    "F: and A:": [(None, "Rolf Anders")],
    "Q without a colon": [(None, "GOVERNOR HALE")],
    "another marker": [(None, "Ola Berg")],
    "questions as terms": [(None, "Lou Penn")],
    "section headings that ask": [("Ella Ray", "Finn Odd")],
    "bold sublabels inside an answer": [(None, "Iris Penrose")],
    "right-to-left text with marks": [(None, "طارق منصور")],
    "numbered Arabic labels": [(None, "رنا خليل")],
    "问 and 答": [(None, "老周")],
    "initials that only the introduction explains": [("Mina Oat", "Petra Knoll")],
    "no marker, and a question that is a statement": [("Rafa Lind", "Hilda Moreno")],
    "questions in italics": [(None, "Abel Norte")],
}


@pytest.mark.parametrize("trap", TRAPS)
def test_trap(trap: str, read: Callable) -> None:
    sketch = read(TRAPS[trap])
    assert sketch.found == sketch.expected


@pytest.mark.parametrize("trap", PEOPLE)
def test_people(trap: str, read: Callable) -> None:
    assert read(TRAPS[trap]).people == PEOPLE[trap]
