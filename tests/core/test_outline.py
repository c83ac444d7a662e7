"""Passages and units, on the seed article and on a small interview."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from qa_annotate.core.outline import is_read, mark_read, outline
from qa_annotate.core.text import without
from qa_annotate.store.project import Opened

UNITS = """\
The largely opposition-held city of Deir e-Zor faces a two-pronged siege, from the regime and the Islamic State of Iraq and Sham.
The city has been blockaded since June 3 when ISIS seized control of the a-Siyasiya Bridge on the Euphrates River, the rebels’ only supply route into the city.
The oil-rich province in eastern Syria has been a battleground between the regime, ISIS and rebel forces led by Jabhat a-Nusra since April of this year.
Activists claim that the regime and ISIS do not fight each other, a charge that could not be immediately verified.
Rebels fended off attacks on the central Deir e-Zor neighborhood of Huweiqa Tuesday night, according to pro-opposition news site El Dorar, as the regime bombarded the area with artillery fire.
Meanwhile, news broke Wednesday that four top rebel commanders in Deir e-Zor have defected from the opposition and joined ISIS amidst major ISIS gains in Iraq last week, local media activists reported.
Rebels fear that ISIS’s seizure of Mosul, the second-largest city in Iraq, and heavy weaponry taken from the Iraqi army will bolster ISIS’s position in Deir e-Zor, which shares a border with Iraq.
Amro al-Dairi, an independent activist from Deir e-Zor, discusses the siege with Osama Abu Zeid.
Yes, this has happened many times.
ISIS took control over rebel-held areas in the rural areas some days ago.
Clashes broke out between ISIS and the rebels that led to ISIS’s victory, and the rebels were expelled from the area.
All the neighborhoods in the city are under blockade except the al-Qusour and al-Joura neighborhoods, which are under regime control.
Airplanes and artillery continually bombard the blockaded neighborhoods.
Aid entered last month.
The aid was delivered to organizations and then was distributed.
We did not reach an agreement with either of the two parties until now.
We planned from the campaign that the first thing for the solution is that ISIS completely retreat from the city outskirts, and that attacks should stop and food aid be allowed in to rescue the blockaded families inside the city.
"""  # noqa: E501


def words(opened: Opened, span: tuple[int, int]) -> str:
    return opened.text[span[0] : span[1]]


# ---- the seed -----------------------------------------------------------------------------------


def test_the_units_of_the_seed(seed_article: Opened) -> None:
    units = [seed_article.outline.sentences[i] for i in seed_article.outline.units]
    assert [words(seed_article, (u.start, u.end)) for u in units] == UNITS.splitlines()
    assert [u.role for u in units] == ["intro"] * 8 + ["answer"] * 9


def test_the_positions_of_the_seed(seed_article: Opened) -> None:
    units = [seed_article.outline.sentences[i] for i in seed_article.outline.units]
    assert [(u.start, u.end) for u in units] == [
        (151, 280),
        (281, 440),
        (442, 594),
        (595, 709),
        (748, 940),
        (942, 1143),
        (1145, 1341),
        (1345, 1441),
        (1490, 1524),
        (1525, 1598),
        (1599, 1716),
        (1786, 1919),
        (1920, 1992),
        (2157, 2180),
        (2181, 2245),
        (2357, 2428),
        (2429, 2658),
    ]


def test_the_passages_of_the_seed(seed_article: Opened) -> None:
    passages = seed_article.outline.passages
    assert [(p.id, p.start, p.end) for p in passages] == [
        ("intro", 0, 1441),
        ("q1", 1443, 1716),
        ("q2", 1718, 1992),
        ("after-q2", 1994, 2084),
        ("q3", 2086, 2245),
        ("q4", 2247, 2658),
        ("after-q4", 2661, 2754),
    ]


def test_every_sentence_of_the_seed_stands_in_its_block_and_passage(seed_article: Opened) -> None:
    outlined = seed_article.outline
    for place, sentence in enumerate(outlined.sentences):
        block, passage = outlined.blocks[sentence.block], outlined.passages[sentence.passage]
        assert sentence.index == place
        assert block.start <= sentence.start < sentence.end <= block.end
        assert passage.start <= sentence.start < sentence.end <= passage.end
        assert sentence.unit == (block.role in ("answer", "intro"))


# ---- a small interview --------------------------------------------------------------------------


def test_passages_are_pairs_and_the_narrative_between_them(bridge: Opened) -> None:
    assert [(p.id, words(bridge, (p.start, p.end))) for p in bridge.outline.passages] == [
        ("intro", "The bridge\n\nThe bridge fell in May. Nobody crossed since."),
        (
            "q1",
            "Q: What happened?\n\nThey shelled it. We ran.\n\nThe bridge in April.\n\nTwo died.",
        ),
        ("after-q1", "Omar put away his pen."),
        ("q2", "Q: And now?\n\nWe wait."),
    ]
    assert [p.pair and p.pair.id for p in bridge.outline.passages] == [None, "q1", None, "q2"]


def test_units_are_what_the_settings_name(bridge: Opened) -> None:
    told = outline(bridge.article, bridge.text, ("caption",))
    assert [words(bridge, (s.start, s.end)) for s in told.sentences if s.unit] == [
        "The bridge in April."
    ]


def test_markers_are_no_part_of_a_sentence(bridge: Opened) -> None:
    asked = [
        words(bridge, (s.start, s.end)) for s in bridge.outline.sentences if s.role == "question"
    ]
    assert asked == ["What happened?", "And now?"]


def test_a_passage_holds_the_whole_of_a_span_or_is_not_its_passage(bridge: Opened) -> None:
    outlined, text = bridge.outline, bridge.text
    inside = (text.index("They"), text.index("We ran") + 7)
    across = (text.index("Two died"), text.index("Omar") + 4)
    gap = (text.index("\n\nQ: And"), text.index("Q: And"))
    assert outlined.passage_of(inside) == outlined.passages[1]
    assert outlined.passage_of(across) is None
    assert outlined.passage_of(gap) is None


def test_a_turn_may_run_over_paragraphs_but_not_over_a_caption(bridge: Opened) -> None:
    text, outlined = bridge.text, bridge.outline
    start = text.index("We ran")
    assert not outlined.crosses_break((start, start + 7))
    assert outlined.crosses_break((start, text.index("Two died") + 9))


def test_two_paragraphs_of_one_answer_are_one_turn(interview: Callable[..., Opened]) -> None:
    opened = interview("question (O)| Q: So?\nanswer (A)| One.\nanswer (A)| Two.")
    start = opened.text.index("One.")
    assert not opened.outline.crosses_break((start, start + 10))


def test_who_speaks(bridge: Opened) -> None:
    place = bridge.text.index
    assert bridge.outline.speaker_of((place("Two died"), place("Two died") + 3)) == "Amal"
    assert bridge.outline.speaker_of((place("What"), place("What") + 4)) == "Omar"
    assert bridge.outline.speaker_of((place("Nobody"), place("Nobody") + 3)) is None
    assert bridge.outline.speaker_of((place("\n\nThey"), place("They"))) is None


def test_sentences_that_a_span_touches(bridge: Opened) -> None:
    text, outlined = bridge.text, bridge.outline
    middle = text.index("shelled")
    assert [
        words(bridge, (s.start, s.end)) for s in outlined.sentences_in((middle, middle + 1))
    ] == ["They shelled it."]
    end = text.index(" We ran")
    assert outlined.sentences_in((end, end + 1)) == ()


def test_units_wholly_inside_a_span(bridge: Opened) -> None:
    text, outlined = bridge.text, bridge.outline
    start, end = text.index("They"), text.index("We ran.") + 7
    assert outlined.units_in((start, end)) == 2
    assert outlined.units_in((start + 1, end)) == 1
    assert outlined.units_in((start + 1, end - 1)) == 0
    assert outlined.units_in((0, len(text))) == len(outlined.units) == 7


def test_an_article_without_questions_is_one_passage(interview: Callable[..., Opened]) -> None:
    opened = interview("headline| News\nintro| It rained. It stopped.")
    assert [(p.id, p.start, p.end) for p in opened.outline.passages] == [("intro", 0, 28)]


def test_nothing_at_all(bridge: Opened) -> None:
    bare = outline(replace(bridge.article, blocks=(), pairs=()), "", ("answer",))
    assert (bare.passages, [*bare.sentences], [*bare.units]) == ((), [], [])
    assert bare.passage_of((0, 1)) is None
    assert bare.block_of(0) is None


# ---- what has been read -------------------------------------------------------------------------

TEXT = "ab cd  ef\n\ngh.i jk lm"
SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted).map(tuple)


@given(st.lists(SPANS.filter(lambda s: TEXT[s[0] : s[1]].strip() != ""), max_size=6))
def test_read_spans_stay_sorted_apart_and_hold_all_that_was_read(
    spans: list[tuple[int, int]],
) -> None:
    read: tuple[tuple[int, int], ...] = ()
    for span in spans:
        read = mark_read(read, span, TEXT)
    assert all(is_read(read, span) for span in spans)
    for (_, end), (start, _) in pairwise(read):
        assert end < start
        assert TEXT[end:start].strip()
    marked = {i for start, end in spans for i in range(start, end)}
    held = {i for start, end in read for i in range(start, end)}
    assert marked <= held
    assert all(TEXT[i].isspace() for i in held - marked)


@given(st.lists(SPANS, max_size=6), SPANS)
def test_what_was_taken_out_is_not_read(
    spans: list[tuple[int, int]], hole: tuple[int, int]
) -> None:
    read: tuple[tuple[int, int], ...] = ()
    for span in spans:
        if TEXT[span[0] : span[1]].strip():
            read = mark_read(read, span, TEXT)
    left = without(read, hole, TEXT)
    held = {i for start, end in read for i in range(start, end)}
    kept = {i for start, end in left for i in range(start, end)}
    assert not kept & set(range(*hole))
    assert kept <= held
    assert all(TEXT[i].isspace() for i in held - kept - set(range(*hole)))


def test_a_long_span_swallows_the_short_ones() -> None:
    assert mark_read(((0, 2), (3, 5), (7, 9), (16, 18)), (0, 12), TEXT) == ((0, 12), (16, 18))
