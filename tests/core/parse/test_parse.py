"""The seed to the letter, turns in one paragraph, metadata, explanations, any text at all."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_annotate.core.model import Extraction, Mark, Metadata, Structure, Tool
from qa_annotate.core.parse import PARSER, explain, parse

SEED = Path(__file__).parents[3] / "seeds" / "isis-regime-close-in-on-deir-e-zor-rebels.txt"
SEED_BLOCKS = (
    ("meta", "3 min read"),
    ("headline", "ISIS, regime close in"),
    ("meta", "June 18, 2014 The largely"),
    ("meta", "18 June 2014"),
    ("meta", "June 18, 2014"),
    ("intro", "The largely opposition-held"),
    ("intro", "The oil-rich province"),
    ("caption", "Deir e-Zor city earlier"),
    ("intro", "Rebels fended off"),
    ("intro", "Meanwhile, news broke"),
    ("intro", "Rebels fear that"),
    ("intro", "Amro al-Dairi, an independent"),
    ("question", "Q: Has ISIS gained"),
    ("answer", "Yes, this has happened"),
    ("question", "Q: Which areas"),
    ("answer", "All the neighborhoods"),
    ("caption", "Hawiqa Deir e-Zor w3abridge"),
    ("question", "Q: When was the last time"),
    ("answer", "Aid entered last month."),
    ("question", "Q: Are there real mediators"),
    ("answer", "We did not reach"),
    ("boilerplate", "For more from Syria Direct"),
    ("boilerplate", "Share this article"),
)


@pytest.fixture(scope="module")
def seed(plain: Callable[[str], Extraction]) -> tuple[str, Structure]:
    text = SEED.read_text(encoding="utf-8")
    return text, parse(plain(text))


def test_seed_blocks(seed: tuple[str, Structure]) -> None:
    text, structure = seed
    assert len(structure.blocks) == len(SEED_BLOCKS)
    for block, (role, start) in zip(structure.blocks, SEED_BLOCKS, strict=True):
        assert block.role == role
        assert text[block.start : block.end].startswith(start)


def test_seed_people(seed: tuple[str, Structure]) -> None:
    _, structure = seed
    assert [(p.name, p.role, p.description) for p in structure.people] == [
        ("Amro al-Dairi", "interviewee", "an independent activist from Deir e-Zor"),
        ("Osama Abu Zeid", "interviewer", None),
    ]
    assert [(p.id, p.asker, p.respondent) for p in structure.pairs] == [
        (f"q{n}", "Osama Abu Zeid", "Amro al-Dairi") for n in range(1, 5)
    ]


def test_seed_metadata(seed: tuple[str, Structure]) -> None:
    _, structure = seed
    assert structure.metadata == Metadata(
        title="ISIS, regime close in on Deir e-Zor rebels",
        publisher="Syria Direct",
        published="2014-06-18",
        language="en",
    )
    assert structure.reading.parser == PARSER
    assert structure.reading.confidence > 0.9


def test_seed_labels_are_no_part_of_what_was_said(seed: tuple[str, Structure]) -> None:
    text, structure = seed
    question = next(b for b in structure.blocks if b.role == "question")
    assert question.label is not None
    assert text[slice(*question.label)] == "Q:"
    assert text[slice(*structure.pairs[0].question)].startswith("Has ISIS gained")
    assert question.speaker == "Osama Abu Zeid"


def test_labels_are_aliases_and_an_outlet_is_the_publisher(read: Callable) -> None:
    sketch = read("""
- The rope

- By Lil Marsh

- 4 May 2019

- Ropemaker Finn Odd spoke to Harbour News about knots.

Q Harbour News: How long is it?

A Finn Odd: I never measured it.

Q Harbour News: Who did?

A FO: My wife. I trust her.

Q Harbour News: Is it for sale?

A Odd: No.
""")
    metadata = sketch.structure.metadata
    assert (metadata.title, metadata.author) == ("The rope", "Lil Marsh")
    assert (metadata.publisher, metadata.published) == ("Harbour News", "2019-05-04")
    assert [(p.name, p.aliases) for p in sketch.structure.people] == [("Finn Odd", ("FO", "Odd"))]
    assert sketch.people == [("Harbour News", "Finn Odd")]


def test_turns_inside_one_paragraph(read: Callable) -> None:
    sketch = read("""
- Three quick questions for Max Lund

- Max Lund paints ships.

Q Q. How long does one take? A. A winter. Do you have time?

Q Q. Why ships? A. They hold still.

Q Q. Advice for beginners. A. Buy a bigger brush.
""")
    assert sketch.pairs == [
        ("How long does one take?", ["A winter. Do you have time?"]),
        ("Why ships?", ["They hold still."]),
        ("Advice for beginners.", ["Buy a bigger brush."]),
    ]


def test_initials_run_in(read: Callable) -> None:
    sketch = read("""
- Rita Voss on forty years of fog

- Rita Voss spoke to Coast Radio (CR) from her porch.

Q CR: Rita, is fog boring? Rita Voss (RV): Only to the blind.

Q CR: People say you can smell it. RV: I can. So could you.

Q CR: And tomorrow? RV: Fog.
""")
    assert [answers for _, answers in sketch.pairs] == [
        ["Only to the blind."],
        ["I can. So could you."],
        ["Fog."],
    ]
    assert sketch.people == [("Coast Radio", "Rita Voss")]


def test_a_caption_cuts_an_answer_in_two(read: Callable) -> None:
    sketch = read("""
- Interview with Ida Moon

- Ida Moon keeps owls. She told us why.

Q Q: Why owls?

A They came with the barn. I did not choose them.

- Photo: An owl in the barn.

A Now I could not sleep without them.

Q Q: Are they loud?

A At four in the morning, yes.

Q Q: Do you name them?

A Only the rude ones.
""")
    assert sketch.pairs[0][1] == [
        "They came with the barn. I did not choose them.",
        "Now I could not sleep without them.",
    ]


def test_parts_of_a_page_have_their_own_respondents(read: Callable) -> None:
    sketch = read("""
- {h1}One bridge, two keepers

- Rosa Dale asked both keepers of the bridge the same questions.

- {h2}Ned Crane, mornings

Q {bold}What do you see first?

A The water. I look for boats.

Q {bold}Do you talk to each other?

A We leave notes.

- {h2}Olga Finch, nights

Q {bold}What do you see first?

A His notes. I cannot read them.

Q {bold}Do you talk to each other?

A I answer in ink.
""")
    assert sketch.found == sketch.expected
    assert [p.respondent for p in sketch.structure.pairs] == [
        "Ned Crane",
        "Ned Crane",
        "Olga Finch",
        "Olga Finch",
    ]


def test_questions_without_answers_stay_apart(read: Callable) -> None:
    sketch = read("""
- Harbour Weekly put four questions to candidate Ann Reed. She has not answered yet.

Q Harbour Weekly: Why are you running?

Q Harbour Weekly: What would you do about the ferry?

Q Harbour Weekly: Who pays for it?

Q Harbour Weekly: Will you answer these questions?
""")
    assert [answers for _, answers in sketch.pairs] == [[], [], [], []]


def test_explanation_names_convention_evidence_and_features(
    plain: Callable[[str], Extraction],
) -> None:
    why = explain(plain(SEED.read_text(encoding="utf-8")))
    assert why.structure == parse(plain(SEED.read_text(encoding="utf-8")))
    assert why.candidates[0].convention == "labels"
    assert why.candidates[0].questions == 4
    assert "names somebody" in dict(why.evidence)
    assert len(why.blocks) == len(why.structure.blocks)
    assert why.blocks[12].hint == "ask"
    assert why.blocks[12].head == "label q"


def test_low_confidence_where_little_speaks_for_it(read: Callable) -> None:
    clear = read("""
- Interview with Bo Lane

Q Q: Who are you?

A A: I am Bo Lane, and I sell hats.

Q Q: Do you wear one?

A A: I do not.

Q Q: Why not?

A A: My head is cold-blooded.
""")
    vague = read("""
- Hats

Q Who wears hats today?

A Few people do.

Q Are they warm?

A Some are.

Q Are hats coming back?

A It seems so.
""")
    assert vague.structure.reading.confidence < clear.structure.reading.confidence


# ---- any text at all ----------------------------------------------------------------------------

KINDS = ("bold", "italic", "heading", "list_item", "quote", "term", "image", "box", "link", "table")
ALPHABET = "abQA .:?!\n—*«»“”()[]01: ؟سج你？問\u0301\u200f\x00"


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    text = draw(st.text(alphabet=ALPHABET, max_size=300) | st.text(max_size=80))
    marks = []
    for _ in range(draw(st.integers(0, 4)) if text else 0):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        marks.append(Mark(start=start, end=end, kind=draw(st.sampled_from(KINDS)), level=1))
    return Extraction(
        text=text,
        marks=tuple(marks),
        media_type="text/plain",
        encoding="utf-8",
        extractor=Tool(name="any", version="1"),
    )


@settings(max_examples=300)
@given(extractions())
def test_every_character_is_in_one_block_or_white_space(given_: Extraction) -> None:
    structure, text = parse(given_), given_.text
    covered = [0] * len(text)
    for block in structure.blocks:
        assert text[block.start : block.end] == text[block.start : block.end].strip() != ""
        for position in range(block.start, block.end):
            covered[position] += 1
    assert all(n == 1 or (n == 0 and text[i].isspace()) for i, n in enumerate(covered))
    for pair in structure.pairs:
        spans = (pair.question, *pair.answer)
        assert all(a < b for a, b in spans)
        assert list(spans) == sorted(spans)


LARGE = {
    "one line": "word " * 200_000,
    "one-word paragraphs": "word\n\n" * 5_000,
    "question marks": "?" * 500_000,
    "combining marks": "\u0301" * 500_000,
    "NULs": "\x00" * 500_000,
    "right-to-left marks": "\u200f\u202e" * 250_000,
    "quotation marks": "“" * 100_000 + "”" * 100_000,
    "labels": "".join(f"Name{n} Lastname: yes\n\n" for n in range(5_000)),
    "capitals": "Abc Def " * 100_000,
    "copyright": "copyright " + "A" * 500_000,
    "brackets": "((" * 200_000,
}


@pytest.mark.parametrize("name", LARGE)
def test_no_text_takes_long(name: str, plain: Callable[[str], Extraction]) -> None:
    began = time.process_time()
    parse(plain(LARGE[name]))
    assert time.process_time() - began < 4
