"""The selection: the sentence, more of them, fewer words, likely parts, letters on words."""

from __future__ import annotations

from qa_annotate.core.words import candidates

QUOTING = """\
question| Q: What did they say?
answer| He said “nobody came at noon”, and left. The road, closed since May, is long.
question| Q: And then?
answer| It ended.
"""


def selected(here) -> str:
    span = here.state.selection
    return here.state.setting.outline.text[span[0] : span[1]]


def test_words_are_trimmed_at_both_ends_and_given_back(sit):
    here = sit().press("]")
    assert selected(here) == "My grandfather built it."
    assert selected(here.press("l")) == "grandfather built it."
    assert selected(here.press("h")) == "grandfather built"
    assert selected(here.press("L")) == "grandfather built it."
    assert selected(here.press("H")) == "My grandfather built it."


def test_the_label_goes_on_the_trimmed_words(sit):
    here = sit().press("]lhu")
    assert here.labels == [("unverified", "grandfather built")]
    before, after = here.document.claims[0].context
    assert before.endswith("My ")
    assert after.startswith(" it. The council")


def test_one_word_is_the_least(sit):
    here = sit().press("]llllll")
    assert selected(here) == "it."
    assert here.state.message == "one word is left"


def test_a_selection_grows_over_sentences_inside_its_turn(sit):
    here = sit().press("]J")
    assert selected(here) == "My grandfather built it. The council never paid him."
    assert here.press("J").state.message == "the turn ends here: a claim stays inside one"
    assert selected(here.press("K")) == "My grandfather built it."
    assert selected(here.press("jK")) == "My grandfather built it. The council never paid him."


def test_a_claim_over_two_sentences_decides_both(sit):
    here = sit().press("]Ja")
    assert here.labels == [("allegation", "My grandfather built it. The council never paid him.")]
    assert here.sentence == "It was tested twice."


def test_growing_stops_at_the_turn(sit):
    here = sit().press("]H")
    assert here.state.message == "the turn begins here"
    here.press("LLLLL")
    assert selected(here) == "My grandfather built it. The council never paid him."


def test_moving_the_cursor_selects_its_sentence_again(sit):
    here = sit().press("]lj")
    assert selected(here) == "The council never paid him."


def test_tab_goes_through_the_likely_parts(sit):
    here = sit(QUOTING).press(["tab"])
    assert selected(here) == "He said “nobody came at noon”"
    assert selected(here.press(["tab"])) == "nobody came at noon"
    assert selected(here.press(["tab"])) == "and left"
    assert selected(here.press(["tab"])) == "He said “nobody came at noon”, and left."
    assert selected(here.press(["s-tab"])) == "and left"


def test_a_digit_after_a_letter_labels_to_the_end(sit):
    here = sit(QUOTING).press("sd3")
    assert here.labels == [("allegation", "nobody came at noon”, and left.")]
    here = sit(QUOTING).press("Sh2")
    assert here.labels == [("unverified", "He said “nobody came at noon")]


def test_hints_pick_first_and_last_word(sit):
    here = sit(QUOTING).press("s")
    here.press("d")
    assert here.state.message == "the letter on the last word of the claim"
    here.press("h")
    assert selected(here) == "nobody came at noon"
    assert here.state.mode == "text"


def test_hints_stand_on_the_words_and_escape_leaves_them(sit):
    here = sit(QUOTING).press("s")
    row = next(row for row in here.screen if "“" in row)
    assert row.strip("› ").startswith("ae")
    assert "“dobody" in row
    here.press("\x1b")
    assert here.state.mode == "text"
    assert selected(here) == here.sentence


def test_repeat_gives_the_last_label_here(sit):
    here = sit().press("]a.")
    assert [label for label, _ in here.labels] == ["allegation", "allegation"]
    assert sit().press(".").state.message == "nothing was labelled yet"


def test_reshape_puts_the_claim_on_the_selected_words(sit):
    here = sit().press("]uk").press("lh=")
    assert here.labels == [("unverified", "grandfather built")]
    assert here.press("z").labels == [("unverified", "My grandfather built it.")]


def test_words_in_arabic_keep_their_marks(sit):
    here = sit("question| س: لماذا؟\nanswer| إنّ الجسرَ أُغلق اليومَ.")
    assert selected(here.press("lh")) == "الجسرَ أُغلق"


def test_words_in_chinese_are_letters(sit):
    here = sit("question| 问：为什么？\nanswer| 桥已经关闭了。")
    assert selected(here.press("lh")) == "已经关闭"


# ---- what is not to be published ----------------------------------------------------------------


def marked(here) -> list[str]:
    text = here.state.setting.outline.text
    return [text[a:b] for a, b in here.document.redactions]


def test_m_marks_what_is_selected_and_m_again_unmarks_it(sit):
    here = sit().press("]lm")
    assert marked(here) == ["grandfather built it."]
    assert here.state.message == "not to be published · z undoes"
    assert marked(here.press("m")) == []
    assert [edit.action for edit in here.log] == ["mark", "unmark"]


def test_a_mark_can_be_undone_and_brought_back(sit):
    here = sit().press("]m")
    assert marked(here.press("z")) == []
    assert marked(here.press("Z")) == ["My grandfather built it."]
    assert here.sentence == "My grandfather built it."


def test_a_mark_touched_anywhere_is_taken_away(sit):
    assert marked(sit().press("]lhmHLm")) == []


def test_a_mark_is_seen_without_colour_and_listed(sit):
    here = sit(size=(30, 110)).press("]m")
    assert any(row.startswith("»") and "grandfather" in row for row in here.screen)
    here.press("]")
    assert any(row.startswith("#") and "grandfather" in row for row in here.screen)
    assert any("# not to be published: My grandfather" in row for row in here.screen)
    assert any("# 1" in row for row in here.screen)


def test_marks_and_claims_do_not_touch_each_other(sit):
    here = sit().press("]mum")
    assert here.labels == [("unverified", "My grandfather built it.")]
    assert marked(here) == ["My grandfather built it.", "The council never paid him."]


def parts(text: str, language: str | None = None) -> list[str]:
    return [text[a:b] for a, b in candidates(text, (0, len(text)), language)]


def test_what_somebody_is_told_to_say_is_offered_first():
    found = parts("Residents say that the bridge fell at dawn, and that no one was warned.")
    assert found[1] == "the bridge fell at dawn"
    assert parts("Die Leute sagen, dass der Markt am Morgen leer war.", "de")[1] == (
        "der Markt am Morgen leer war"
    )
    assert (
        parts("يقول الجيران إن السوق كان فارغا في الصباح.", "ar")[1] == "السوق كان فارغا في الصباح"
    )


def test_a_joining_word_of_one_language_joins_nothing_in_another():
    found = parts("The end of the road was closed when the army came.")
    assert "The end" not in found  # Dutch "of" means or
    assert "The end of the road was closed" in found
    assert "Wij bleven thuis" in parts("Wij bleven thuis of wij liepen weg.", "nl")


def test_one_step_back_is_the_sentence_without_its_stop():
    assert (
        parts("The army came and the road was shut.")[-1] == "The army came and the road was shut"
    )
