"""What only the whole of a page shows: first turns without a sign, teasers, the editor's last word.

Each line begins with what it is: Q, A, or - for anything else.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

import pytest

from qa_annotate.core.parse import parse

PAGES = {
    "the first question has no mark": """
- Charla con la afinadora Berta Solís, que nos recibe entre dos pianos de cola en su taller de Soria
Q Tu taller huele a cera y a café
A Me gusta trabajar despierta. Empiezo a las cinco, cuando mi calle todavía no hace ruido.
Q ¿Cuándo afinaste tu primer piano?
A A los quince años, y lo dejé peor. Mi padre no me lo ha perdonado.
Q ¿Qué piano no has podido arreglar?
A El mío. Nunca tengo tiempo.
""",
    "a question between two signed answers": """
- Een gesprek met tuinman Wout Prins
Q Krant: Hoe oud is deze tuin?
A Prins: Ouder dan ik, en ik ben er al lang.
Q Wat was hier vroeger dan?
A Prins: Een moeras. Mijn opa ving hier paling.
Q Krant: Bent u er vaak alleen?
A Prins: Altijd, op de merels na.
""",
    "a teaser above": """
- Interview mit der Kartografin Edda Lorenz
- Wie zeichnet man ein Meer?
- Wer kauft heute noch Karten?
Q Wie zeichnet man ein Meer?
A Mit viel Geduld und wenig Blau. Ich lasse das meiste weiß.
Q Wo haben Sie das gelernt?
A Bei meiner Tante, die nie am Meer war.
Q Wer kauft heute noch Karten?
A Wanderer und Verliebte. Ich frage nicht nach.
""",
    "names under the credits": """
- Entrevista:
- Iker Salas
- Fotos:
- Nora Pons
Q Iker Salas: ¿De dónde sale esta canción?
A Olga Reus: De un ascensor averiado. Estuve allí tres horas con mi guitarra.
Q Iker: ¿Y la letra?
A Olga: La escribió mi vecina, que estaba dentro conmigo.
Q Iker: ¿La cantará usted mañana?
A Olga: Si subo por la escalera, sí.
""",
    "the editor has the last word": """
- A conversation with the glider pilot Hanne Orr
Q Post: What do you hear up there?
A Orr: The wind, and my own knees. I fly without music.
Q Post: Were you ever afraid?
A Orr: Once, of a stork. I turned left and it turned left.
Q Post: When do you stop?
A Orr: When I can no longer climb in.
- Orr climbs in without any help and waves from the window of the little plane.
""",
    "an outlet in lower case": """
- Разговор с настройщиком Петром Лузгиным
Q Новости посёлка: Сколько роялей вы спасли?
A Лузгин: Два. Остальные спасли меня.
Q Новости посёлка: А кто вас учил?
A Лузгин: Слепой сосед. Я носил ему дрова, он мне ставил уши.
Q Новости посёлка: Что труднее всего?
A Лузгин: Молчать, когда играют фальшиво.
""",
}


def _sketch(page: str) -> tuple[str, list[tuple[str, str]]]:
    """The page's text, and its turns as Q and A."""
    rows = [(line[0], line[2:]) for line in page.strip().split("\n")]
    return "\n".join(said for _, said in rows), [row for row in rows if row[0] != "-"]


@pytest.mark.parametrize("name", PAGES)
def test_pages(name: str, plain: Callable) -> None:
    text, turns = _sketch(PAGES[name])
    pairs = parse(plain(text)).pairs
    found = [
        part
        for pair in pairs
        for part in (
            ("Q", text[slice(*pair.question)]),
            ("A", text[pair.answer[0][0] : pair.answer[-1][1]]),
        )
    ]
    assert [side for side, _ in found] == [side for side, _ in turns]
    assert all(whole.endswith(said) for (_, said), (_, whole) in zip(found, turns, strict=True))


def test_a_name_in_the_middle_of_an_answer_ends_nothing(plain: Callable) -> None:
    text = (
        "An interview with the baker Tom Reed\n\n"
        "Post: Who taught you?\n\n"
        "Reed: My father, who was called Tom as well.\n\n"
        "He said that I would never learn. I proved him right for years.\n\n"
        "Post: And now?\n\nReed: Now I teach my daughter."
    )
    pairs = parse(plain(text)).pairs
    assert [text[slice(*p.question)] for p in pairs] == ["Who taught you?", "And now?"]
    assert text[pairs[0].answer[-1][0] : pairs[0].answer[-1][1]].endswith("right for years.")


def test_marks_that_nobody_sees_belong_to_their_line(plain: Callable) -> None:
    text = (
        "\u200fInterview with Lea Moor\u200b\n\n"
        "\u200fQ: What is it?\u200b\n\n\u200fA: A kite. I made it myself.\u200b\n\n"
        "\u200fQ: Does it fly?\u200b\n\n\u200fA: Not with me holding it.\u200b"
    )
    structure = parse(plain(text))
    assert [text[slice(*p.question)] for p in structure.pairs] == ["What is it?", "Does it fly?"]
    assert "".join(text[b.start : b.end] for b in structure.blocks) == text.replace("\n", "")


SET_TWICE = """
import qa_annotate.core.parse as parsing
from qa_annotate.core.model import Extraction, Mark, Metadata, Tool
turns = ("Where is the ferry?", "I sank it.", "Who was aboard?", "I was, with my dog.") * 2
text, marks = "", []
for number, turn in enumerate(turns):
    span = {"start": len(text), "end": len(text) + len(turn)}
    if number % 2 == 0:
        marks += [Mark(kind=kind, value=v, **span) for kind, v in (("bold", ""), ("class", "q x"))]
    text += turn + "\\n\\n"
page = Extraction(
    text=text, marks=tuple(marks), metadata=Metadata(), media_type="text/html",
    encoding="utf-8", extractor=Tool(name="sketch", version="1"),
)
print(parsing.parse(page).reading)
"""


def test_every_process_reads_a_page_alike() -> None:
    """Questions may be set in several ways at once; which one counts is no matter of chance."""
    seeds = ("1", "2", "3", "4")
    read = [
        subprocess.run(
            [sys.executable, "-c", SET_TWICE],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in seeds
    ]
    assert "styled questions" in read[0]
    assert len(set(read)) == 1
