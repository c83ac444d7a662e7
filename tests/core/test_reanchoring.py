"""A span in a new text: placed only where that is proved; what resembles it is proposed."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_annotate.adapters.matching import similar_stretches
from qa_annotate.core.reanchoring import (
    ALONE,
    Folded,
    Placed,
    Proposal,
    Texts,
    changed_words,
    place,
    propose,
    still_read,
)

OLD = (
    "They shelled the bridge in May. Aid entered last month. Nobody crossed since then.\n\n"
    "Yes. We ran to the river and waited there. Yes. Two people died on the way.\n"
)


def texts(new: str, old: str = OLD) -> Texts:
    return Texts(Folded(old), Folded(new))


def placed(words: str, new: str, old: str = OLD) -> tuple[str, str | None]:
    start = old.index(words)
    found = place(texts(new, old), (start, start + len(words)))
    at = found.position
    return found.outcome, None if at is None else new[at[0] : at[1]]


def proposed(words: str, new: str, old: str = OLD) -> tuple[Proposal, ...]:
    start = old.index(words)
    return propose(texts(new, old), (start, start + len(words)), similar_stretches)


AID = "Aid entered last month."


def test_the_same_words_at_the_same_place() -> None:
    assert placed(AID, OLD) == ("exact", AID)
    assert placed(AID, OLD.replace("Two people", "Three people")) == ("exact", AID)


def test_the_same_words_elsewhere() -> None:
    assert placed(AID, "A note.\n\n" + OLD) == ("moved", AID)
    river = "We ran to the river and waited there."
    assert placed(river, f"Wholly new. {river} Other words.") == ("moved", river)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            'He said "the bridge fell" twice to all of us.',
            "He said “the bridge fell” twice to all of us.",
        ),
        ("It fell - all of it - at once that day.", "It fell — all of it — at once that day."),
        ("The bridge fell\nat once that morning.", "The bridge  fell at\n\nonce that morning."),
        ("We didn't know about the bridge.", "We didn’t know about the bridge."),
    ],
)
def test_white_space_quotation_marks_and_dashes_may_differ(old: str, new: str) -> None:
    start = "Before this. "
    assert placed(old, f"{start}{new} After.", f"{start}{old} After.") == ("moved", new)


@pytest.mark.parametrize(
    "new",
    [
        OLD.replace("Aid entered", "No aid entered"),
        OLD.replace("Aid entered last month.", "Aid may have entered last month."),
        OLD.replace(AID, "").replace("  ", " "),
        OLD.replace("Aid entered last month.", "It is not true: Aid entered last month."),
        OLD.replace("last month", "last week"),
        "",
    ],
)
def test_what_is_not_said_so_any_more_is_orphaned(new: str) -> None:
    assert placed(AID, new) == ("orphaned", None)


def test_a_deleted_sentence_does_not_jump_to_its_twin() -> None:
    first = OLD.index("Yes.")
    second = OLD.index("Yes.", first + 1)
    one = OLD[:second] + OLD[second + 5 :]
    kept = place(texts(one), (first, first + 4))
    assert (kept.outcome, kept.position) == ("exact", (first, first + 4))
    assert place(texts(one), (second, second + 4)) == Placed(outcome="orphaned")


def test_a_short_answer_needs_its_context() -> None:
    assert placed("Yes.", "Something else altogether. Yes. Another matter.") == ("orphaned", None)


def test_words_inside_other_words_are_not_found() -> None:
    old = "We got aid from the people there."
    assert placed("aid", "We said it to the people there.", old)[0] == "orphaned"


def test_a_span_at_both_ends_of_the_text() -> None:
    assert placed(OLD.strip(), OLD) == ("exact", OLD.strip())


# ---- proposals ----------------------------------------------------------------------------------


def test_a_changed_number_is_marked() -> None:
    (found,) = proposed("Two people died on the way.", OLD.replace("Two people", "22 people"))
    assert (found.quote, found.changed) == ("22 people died on the way.", ("number",))
    assert 0.85 < found.similarity < 1


def test_a_negation_is_marked() -> None:
    (found,) = proposed(AID, OLD.replace("Aid entered", "No aid entered"))
    assert "negation" in found.changed


def test_several_places_are_all_proposed_and_marked() -> None:
    new = "Aid entered last week. We ran.\n\nAid entered last week. Then they left.\n"
    found = proposed(AID, new)
    assert [p.quote for p in found] == ["Aid entered last week."] * 2
    assert all("several places" in p.changed for p in found)


def test_nothing_alike_is_proposed_where_nothing_is() -> None:
    assert proposed(AID, "Wholly different words stand here now, about another matter.") == ()


def test_any_script_is_searched() -> None:
    old = "قصفوا الجسر في مايو. لم تدخل المساعدات الشهر الماضي. " + "".join(
        chr(0x4E00 + number) for number in range(600)
    )
    words = "لم تدخل المساعدات الشهر الماضي."
    (found,) = proposed(words, old.replace("لم تدخل", "تدخل"), old)
    assert found.changed == ("negation",)
    han = old[-300:]
    assert proposed(han, "前" + han[:-10], old)[0].similarity > 0.9


def test_changed_words() -> None:
    assert changed_words("It fell in 2013.", "It fell in 2013!") == ()
    assert changed_words("It may fall.", "It will not fall.") == ("negation", "modal word")


# ---- what was read ------------------------------------------------------------------------------


def test_sentences_that_had_been_read_stay_so() -> None:
    new = "New words. " + OLD.replace("Two people", "Three people")
    spans = [
        (m, m + len(w))
        for w in ("New words.", AID, "Three people died on the way.")
        for m in [new.index(w)]
    ]
    assert list(still_read(texts(new), [(0, len(OLD))], spans)) == [spans[1]]
    assert list(still_read(texts(new), [(0, 20)], spans)) == []


# ---- any change of a text -----------------------------------------------------------------------

POOL = (
    "Yes.",
    "No.",
    "I do not know.",
    "They shelled the old bridge at dawn.",
    "Aid entered the city last month.",
    "Nobody crossed the river since then.",
    "We waited at the checkpoint for hours.",
    "Two people died on the way.",
    "The market was closed that week.",
    "Who told you that?",
    "We ran.",
    "It was in May 2013.",
)
"""Sentences, some short, all of which may stand several times in a text."""

Sentence = tuple[int, str]


def joined(sentences: list[Sentence]) -> tuple[str, dict[int, tuple[int, int]]]:
    """A text, and where each of its sentences stands."""
    text, spans = "", {}
    for identity, words in sentences:
        spans[identity] = (len(text), len(text) + len(words))
        text += words + " "
    return text, spans


def delete(rest: list[Sentence], chance: random.Random) -> None:
    rest.pop(chance.randrange(len(rest)))


def insert(rest: list[Sentence], chance: random.Random) -> None:
    rest.insert(
        chance.randrange(len(rest) + 1), (1000 + chance.randrange(10**9), chance.choice(POOL))
    )


def move(rest: list[Sentence], chance: random.Random) -> None:
    rest.insert(chance.randrange(len(rest)), rest.pop(chance.randrange(len(rest))))


def change(rest: list[Sentence], chance: random.Random) -> None:
    """A word more, which changes what is said."""
    at = chance.randrange(len(rest))
    words = rest[at][1].split()
    words.insert(chance.randrange(len(words)), chance.choice(("not", "never", "perhaps", "7")))
    rest[at] = (2000 + chance.randrange(10**9), " ".join(words))


CHANGES: tuple[Callable[[list[Sentence], random.Random], None], ...] = (
    delete,
    insert,
    move,
    change,
)


@settings(max_examples=300)
@given(
    st.lists(st.sampled_from(POOL), min_size=2, max_size=14),
    st.integers(0, 2**32),
    st.integers(1, 5),
)
def test_no_silent_wrong_placement(words: list[str], seed: int, edits: int) -> None:
    """A sentence is placed on itself, or on a twin that stands beside the same words."""
    chance = random.Random(seed)
    before = list(enumerate(words))
    after = list(before)
    for _ in range(edits):
        if len(after) > 1:
            chance.choice(CHANGES)(after, chance)
    old, stood = joined(before)
    new, stands = joined(after)
    both = Texts(Folded(old), Folded(new))
    by_span = {span: identity for identity, span in stands.items()}
    names = dict(before)
    for identity, span in stood.items():
        found = place(both, span).position
        if found is None:
            continue
        assert new[slice(*found)] == names[identity]
        there = by_span.get(found)
        alone = old.count(names[identity]) == new.count(names[identity]) == 1
        long = sum(map(str.isalnum, names[identity])) >= ALONE
        if there != identity and not (alone and long):  # the only ones, in another place
            sides = zip(beside(old, span), beside(new, found), strict=True)
            assert any(was and was == now for was, now in sides), (old, new, span, found)


def beside(text: str, span: tuple[int, int]) -> tuple[str, str]:
    """The six letters that stand next to a span on each side."""
    before = [c for c in text[: span[0]] if c.isalnum()][-6:]
    after = [c for c in text[span[1] :] if c.isalnum()][:6]
    return "".join(before), "".join(after)
