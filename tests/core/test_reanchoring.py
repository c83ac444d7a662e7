"""A span in a new text: placed only where that is proved; what resembles it is proposed."""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_annotate.adapters.matching import MATCHER
from qa_annotate.core.differing import changed_words
from qa_annotate.core.diffmap import NOWHERE, diff_map
from qa_annotate.core.folding import Folded
from qa_annotate.core.proposing import Proposal, propose
from qa_annotate.core.reanchoring import ALONE, Placed, Texts, place, still_read

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
    return propose(texts(new, old), (start, start + len(words)), MATCHER)


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
    assert changed_words("Omar said it fell in May.", "He said Ali fell in June.") == (
        "date",
        "name",
    )


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        ("援助进入了城市", "没有援助进入城市", ("negation",)),
        ("دخلت المساعدات", "ولم تدخل المساعدات", ("negation",)),
        ("قتل ٣ أشخاص", "قتل ٤ أشخاص", ("number",)),
        ("Помощь пришла", "Помощь не пришла", ("negation",)),
        ("L'aide est arrivée", "L'aide serait arrivée", ("modal word",)),
        ("die Hilfe kam an", "die Hilfe kam nicht an", ("negation",)),
        ("1,200 people", "1200 people", ()),
        ("two people", "2 people", ()),
        ("It didn't fall", "It fell", ("negation",)),
    ],
)
def test_changed_words_in_many_languages(old: str, new: str, kinds: tuple[str, ...]) -> None:
    assert changed_words(old, new) == kinds


def test_a_claim_and_a_paragraph_that_denies_something_else() -> None:
    old = "It was so cold that winter. Aid entered last month.\n\nThen they left."
    new = old.replace("month.\n\nThen", "month\n\nNobody saw when they left. Then")
    assert placed("Aid entered last month", new, old)[0] != "orphaned"


# ---- the map ------------------------------------------------------------------------------------


@given(*[st.lists(st.sampled_from("abcdef"), max_size=40)] * 2)
def test_a_diff_map_only_grows_and_joins_equal_words(old: list[str], new: list[str]) -> None:
    found = [(a, b) for a, b in enumerate(diff_map(old, new)) if b != NOWHERE]
    assert all(old[a] == new[b] for a, b in found)
    assert all(b < later for (_, b), (_, later) in pairwise(found))
    assert diff_map(old, old) == list(range(len(old)))


def test_the_map_leads_to_a_sentence_that_grew() -> None:
    grown = "Much aid entered the city by the northern road last month."
    (found,) = proposed(AID, OLD.replace(AID, "Aid entered the town last month."))
    assert found.quote == "Aid entered the town last month."
    assert all(p.quote == grown for p in proposed(AID, OLD.replace(AID, grown)))


def test_words_that_changed_their_order_are_proposed() -> None:
    now = "On the way two people died."
    was = "Two people died on the way."
    (found,) = proposed(was, OLD.replace(was, now))
    assert (found.quote, found.similarity) == (now, 0.85)


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

POOLS = {
    "en": (
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
    ),
    "ar": (
        "نعم.",
        "لا.",
        "لا أعرف.",
        "قصفوا الجسر القديم عند الفجر.",
        "دخلت المساعدات المدينة الشهر الماضي.",
        "لم يعبر أحد النهر منذ ذلك الحين.",
        "انتظرنا عند الحاجز ساعات.",
        "مات شخصان على الطريق.",
        "من قال لك ذلك؟",
        "كان ذلك في ٣ أيار ٢٠١٣.",
    ),
    "zh": (
        "是。",
        "不是。",
        "我不知道。",
        "他们在黎明时炮击了那座老桥。",
        "上个月援助进入了这座城市。",
        "从那以后没有人过河。",
        "我们在检查站等了几个小时。",
        "路上有两个人死了。",
        "谁告诉你的？",
        "那是二〇一三年五月。",
    ),
}
"""Sentences, some short, all of which may stand several times in a text."""
MORE = {
    "en": ("not", "never", "perhaps", "7", "allegedly"),
    "ar": ("لم", "ليس", "ربما", "٧", "زعم"),
    "zh": ("不", "没", "可能", "七", "据说"),
}
"""Words that change what a sentence says."""
GLUE = {"en": " ", "ar": " ", "zh": ""}

Sentence = tuple[int, str]


@dataclass
class Editor:
    """Somebody who edits a text of a language at random, each edited sentence a new one."""

    language: str
    chance: random.Random
    made: int = 1000

    def new(self) -> int:
        self.made += 1
        return self.made

    def delete(self, rest: list[Sentence]) -> None:
        rest.pop(self.chance.randrange(len(rest)))

    def insert(self, rest: list[Sentence]) -> None:
        words = self.chance.choice(POOLS[self.language])
        rest.insert(self.chance.randrange(len(rest) + 1), (self.new(), words))

    def move(self, rest: list[Sentence]) -> None:
        rest.insert(self.chance.randrange(len(rest)), rest.pop(self.chance.randrange(len(rest))))

    def swap(self, rest: list[Sentence]) -> None:
        a, b = (self.chance.randrange(len(rest)) for _ in "ab")
        rest[a], rest[b] = rest[b], rest[a]

    def duplicate(self, rest: list[Sentence]) -> None:
        _, words = self.chance.choice(rest)
        rest.insert(self.chance.randrange(len(rest) + 1), (self.new(), words))

    def change(self, rest: list[Sentence]) -> None:
        """A word more, which changes what is said."""
        at = self.chance.randrange(len(rest))
        glue = GLUE[self.language]
        words = rest[at][1].split() if glue else list(rest[at][1])
        words.insert(self.chance.randrange(len(words)), self.chance.choice(MORE[self.language]))
        rest[at] = (self.new(), glue.join(words))

    def count(self, rest: list[Sentence]) -> None:
        """Another number."""
        at = self.chance.randrange(len(rest))
        for old, new in (
            ("Two", "Three"),
            ("2013", "2014"),
            ("٣", "٤"),
            ("两", "三"),
            ("شخصان", "رجال"),
        ):
            if old in rest[at][1]:
                rest[at] = (self.new(), rest[at][1].replace(old, new))


EDITS = (
    Editor.delete,
    Editor.insert,
    Editor.move,
    Editor.swap,
    Editor.duplicate,
    Editor.change,
    Editor.count,
)


def joined(sentences: list[Sentence], glue: str) -> tuple[str, dict[int, tuple[int, int]]]:
    """A text, and where each of its sentences stands."""
    text, spans = "", {}
    for identity, words in sentences:
        spans[identity] = (len(text), len(text) + len(words))
        text += words + glue
    return text, spans


@settings(max_examples=400)
@given(st.data(), st.sampled_from(sorted(POOLS)), st.integers(0, 2**32), st.integers(1, 5))
def test_no_silent_wrong_placement(data: Any, language: str, seed: int, edits: int) -> None:
    """A sentence is placed on itself, or on a twin that stands beside the same words."""
    words = data.draw(st.lists(st.sampled_from(POOLS[language]), min_size=2, max_size=14))
    editor = Editor(language, random.Random(seed))
    before = list(enumerate(words))
    after = list(before)
    for _ in range(edits):
        if len(after) > 1:
            editor.chance.choice(EDITS)(editor, after)
    old, stood = joined(before, GLUE[language])
    new, stands = joined(after, GLUE[language])
    both = Texts(Folded(old), Folded(new))
    by_span = {span: identity for identity, span in stands.items()}
    names = dict(before)
    for identity, span in stood.items():
        found = place(both, span).position
        if found is None:
            continue
        assert new[slice(*found)] == names[identity]
        there = by_span.get(found)
        assert there is None or there < 1000 or names[identity] in dict(after)[there]
        alone = old.count(names[identity]) == new.count(names[identity]) == 1
        long = sum(map(str.isalnum, names[identity])) >= ALONE
        if there != identity and not (alone and long):  # the only ones, in another place
            sides = zip(beside(old, span), beside(new, found), strict=True)
            assert any(was and was == now for was, now in sides), (old, new, span, found)


@settings(max_examples=300)
@given(st.data(), st.sampled_from(sorted(POOLS)), st.integers(0, 2**32))
def test_a_part_of_a_sentence_is_not_placed_where_the_rest_denies_it(
    data: Any, language: str, seed: int
) -> None:
    """Whatever word of doubt, denial or number comes into its sentence, a claim waits."""
    chance = random.Random(seed)
    words = data.draw(st.lists(st.sampled_from(POOLS[language]), min_size=1, max_size=6))
    glue = GLUE[language]
    at = chance.randrange(len(words))
    parts = words[at].split() if glue else list(words[at])
    first, last = sorted((chance.randrange(len(parts)), chance.randrange(len(parts))))
    claim = glue.join(parts[first : last + 1])
    place_ = chance.choice([i for i in range(len(parts)) if i <= first or i > last])
    told = glue.join([*parts[:place_], chance.choice(MORE[language]), *parts[place_:]])
    old = glue.join(words)
    new = glue.join([*words[:at], told, *words[at + 1 :]])
    start = len(glue.join([*words[:at], ""])) + len(glue.join([*parts[:first], ""]))
    assert old[start : start + len(claim)] == claim
    found = place(Texts(Folded(old), Folded(new)), (start, start + len(claim))).position
    denied = len(glue.join([*words[:at], ""])), len(glue.join([*words[:at], told]))
    assert found is None or not (denied[0] <= found[0] < denied[1])


def beside(text: str, span: tuple[int, int]) -> tuple[str, str]:
    """The six letters that stand next to a span on each side."""
    before = [c for c in text[: span[0]] if c.isalnum()][-6:]
    after = [c for c in text[span[1] :] if c.isalnum()][:6]
    return "".join(before), "".join(after)
