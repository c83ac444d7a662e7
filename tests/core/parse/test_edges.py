"""Where the last answer ends: what follows an interview is none of it, and what only looks like it
is. All of it invented.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

LABELLED = """
- A bridge is a promise

- Orla Venn has built bridges since 1983. Tomas Reed met her above the ferry landing.

Q Tomas Reed: How did you come to build bridges?

A Orla Venn: My father ran the ferry. I watched him lose his wages to the ice.

Q Reed: Which one was the hardest?

A Venn: The one at Corran. The bed of the river moved while we were measuring it.

A We had to start again twice, and the council stopped returning my calls.

Q Reed: What comes next for you?

A Venn: A small footbridge for the school. The children drew the railings themselves.

A The old drawings lie in a chest in the harbour office, for whoever wants to see them.
"""

BOLD = """
- {h1}Two loaves a day

- The baker Celia Marsh opens at four. We asked her why.

Q {bold}Why do you open so early?

A Because the ferry leaves at five. My mother did it, and so do I.

Q {bold}What do people get wrong about rye?

A They think it is heavy. I eat it every day.

Q {bold}And what will you do when you retire?

A Sleep. Then bake for the school.

A The oven stays where it is, in the yard behind the mill.
"""

SPANISH = """
- Un puente es una promesa

- Desde 1983 Olga Varela construye puentes. Tomás Rey la visitó en su oficina.

Q Tomás Rey: ¿Cómo llegó usted a construir puentes?

A Olga Varela: Mi padre llevaba la barca. Yo lo veía perder un jornal por el hielo.

Q Rey: ¿Cuál fue el más difícil?

A Varela: El de Corran, sin duda. El lecho del río se movía mientras lo medíamos.

Q Rey: ¿Y qué viene ahora?

A Varela: Una pasarela pequeña para la escuela. Los niños dibujaron la barandilla.
"""

ENDINGS = (
    "- This interview has been edited and condensed for clarity.",
    "- Orla Venn is an engineer and the author of “Spans”. She lives in Corran with two dogs.",
    "- Tomas Reed writes about infrastructure for the Harbour Courier.",
    "- Thank you for your time, Orla.",
    "- We thank Orla Venn for the conversation and wish her every success.",
    "- First published in the spring issue of the Harbour Courier, no. 14.",
    "- The exhibition opens on 3 May at the Corran town hall. Admission is free.",
    "- Reporting costs money. If you value our work, please support us with a donation.",
    "- {rule}The ferry has run since 1871. The fare is set by the town, which subsidises it.",
    "- {italic}The new footbridge will be open to the public from the end of the summer.",
    "- {h2}The fares\n\n- The council will decide whether the ferry becomes more expensive.",
    "- Outside, the horn sounds. Venn takes her coat from the hook and walks to the landing, where "
    "the first passengers are waiting for the boat to come in from the other side.",
)

SAID = (
    "A I was born in 1958 in Corran, and I have lived there ever since, with my dogs.",
    "A The man who taught me this was called Aksel. He built forty bridges, lost two, and when he "
    "died the whole valley came to the burial on foot.",
    "A I write a newsletter about it, and I keep the book of the town.",
    "A We thank the children every year with a cake, and I am the one who bakes it.",
    "A {italic}Corran, Corran, I still hum that song.",
)


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("interview", [LABELLED, BOLD], ids=["labels", "bold"])
def test_what_follows_the_last_answer(read: Callable, interview: str, ending: str) -> None:
    sketch = read(
        interview.replace("Celia Marsh", "Orla Venn") + "\n" + ending.replace("{h2}", "{h4}")
    )
    assert sketch.found == sketch.expected


@pytest.mark.parametrize("words", SAID)
@pytest.mark.parametrize("interview", [LABELLED, BOLD], ids=["labels", "bold"])
def test_answers_that_look_like_endings(read: Callable, interview: str, words: str) -> None:
    sketch = read(interview + "\n" + words)
    assert sketch.found == sketch.expected


@pytest.mark.parametrize(
    "ending",
    [
        "- Esta entrevista ha sido editada y condensada.",
        "- Muchas gracias, Olga.",
        "- Olga Varela es ingeniera y vive en Corran con sus dos perros.",
        "- La exposición se inaugura el 3 de mayo. Entrada libre.",
    ],
)
def test_endings_in_spanish(read: Callable, ending: str) -> None:
    sketch = read(SPANISH + "\n" + ending)
    assert sketch.found == sketch.expected


def test_where_answers_never_go_on_the_last_does_not_either(read: Callable) -> None:
    turns = "Q Rey: ¿Duerme usted bien?\n\nA Varela: Poco.\n\n" * 5
    ending = "\n- Las obras empiezan el lunes a las 7."
    sketch = read(SPANISH.replace("Q Rey: ¿Y qué", turns + "Q Rey: ¿Y qué") + ending)
    assert sketch.found == sketch.expected


def test_a_list_out_of_the_answers_class_is_a_box(read: Callable) -> None:
    sketch = read(
        """
        - {h1}Two loaves a day

        - The baker Celia Marsh opens at four. We asked her why.

        Q {class q}Why do you open so early?

        A {class a}Because the ferry leaves at five. My mother did it, and so do I.

        - {class plan}{h3}What we want

        - {class plan}{item}an oven for the school

        - {class plan}{item}rye from the valley, milled here

        Q {class q}What do people get wrong about rye?

        A {class a}They think it is heavy. I eat it every day.

        Q {class q}And what will you do when you retire?

        A {class a}Sleep. Then bake for the school.
        """.replace("\n        ", "\n")
    )
    assert sketch.found == sketch.expected


def test_where_all_speech_is_quoted_quotation_marks_make_no_pull_quote(read: Callable) -> None:
    sketch = read(
        """
- Two pupils and a mouse

- Two pupils asked the sculptor Hanna Vos.

Q Why is that statue so big?

A “Because the hall is. In a small one I would have made a mouse.”

Q Are we allowed to touch it?

A “I let you. The museum does not.”

Q What do you think of when you work?

A “Of what we will eat tonight.”

Q And did anything go wrong?

A “Nearly all of it”
"""
    )
    assert sketch.found == sketch.expected


def test_figures_with_labels_of_their_own_are_no_speakers(read: Callable) -> None:
    sketch = read(
        """
- A cupboard for everybody

- Celia Marsh lends out tools. The Mill Post asked her how.

Q {bold}Where did the idea come from?

A From a broken saw. I lent mine, and it came back sharp.

Q {bold}What is borrowed the most?

A Ladders. I own five.

A Returned: about 70 percent.

Q {bold}Tell me about the locked drawer.

A It holds one file. I open it on my birthday.
"""
    )
    assert sketch.found == sketch.expected


@pytest.mark.parametrize(
    ("turn", "ending"),
    [
        ("大場春子", "- 「港通信」春号より転載。"),
        ("大場春子", "- 展覧会は5月3日から町役場で開催。入場無料。"),
    ],
)
def test_endings_in_japanese(read: Callable, turn: str, ending: str) -> None:
    sketch = read(
        f"""
- 橋は約束です

- 橋を造り続ける大場春子さんに、記者の森達也が話を聞いた。

Q 森達也：きっかけは何ですか？

A {turn}：父が渡し船をやっていました。毎年冬になると稼ぎがなくなるのを見ていたんです。

Q 森達也：いちばん難しかったのはどの橋ですか？

A {turn}：コランの橋ですね。測っている間にも川底が動くんです。

Q 森達也：今後の予定を教えてください。

A {turn}：学校のための小さな歩道橋です。手すりは子どもたちが描きました。

{ending}
"""
    )
    assert sketch.found == sketch.expected


def test_a_short_quotation_from_the_answer_is_a_pull_quote_between_its_paragraphs(
    read: Callable,
) -> None:
    sketch = read(
        """
- The woman who closes the gate

- Ida Renn has kept the ferry gate for thirty years.

Q {bold}What will you do now?

A I will open it on Monday as I always have.

- {quote}"I will open it on Monday"

A And if they come for me, they can hold the rope.

Q {bold}Are you not afraid?

A I was once. "I will open it," I told them, and they laughed.
"""
    )
    assert sketch.found == sketch.expected
