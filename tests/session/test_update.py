"""What keys do: the common path, undo, notes, reasons, finishing, and what can't be done."""

from __future__ import annotations

from qa_annotate.session.actions import Append, Failed, Leave, Pasted, Press


def test_one_key_a_sentence_labels_the_answers(sit):
    here = sit().press("  ")
    assert here.sentence == "My grandfather built it."
    here.press("uav u")
    assert here.labels == [
        ("unverified", "My grandfather built it."),
        ("allegation", "The council never paid him."),
        ("verified", "It was tested twice."),
        ("unverified", "We drink it."),
    ]


def test_a_label_is_on_these_words_of_this_text(sit):
    claim = sit().press("]u").document.claims[0]
    assert claim.quote == "My grandfather built it."
    assert claim.passage == "q1"
    assert claim.reason == "not_attempted"
    assert (claim.decided.by, claim.decided.at) == ("ana", "2026-11-22T10:04:11Z")
    assert claim.context[1].startswith(" The council")


def test_labelling_says_what_happened_and_goes_on(sit):
    here = sit().press("]u")
    assert here.state.message == 'labelled u "unverified" · z undoes'
    assert here.sentence == "The council never paid him."


def test_the_same_label_again_keeps_the_claim(sit):
    here = sit().press("]uk").press("u")
    assert here.labels == [("unverified", "My grandfather built it.")]
    assert here.state.message.startswith('kept u "unverified"')
    assert len(here.log) == 1


def test_another_label_relabels_in_place(sit):
    here = sit().press("]u").press("ka")
    assert here.labels == [("allegation", "My grandfather built it.")]
    assert here.document.claims[0].superseded == ()


def test_digits_pick_labels_in_the_codebooks_order(sit):
    assert sit().press("]3").labels == [("allegation", "My grandfather built it.")]


def test_space_is_read_and_left_blank_and_moving_is_not(sit):
    here = sit().press("jj")
    assert here.document.read == ()
    here.press(" ")
    text = here.state.setting.outline.text
    assert [text[a:b] for a, b in here.document.read] == ["My grandfather built it."]


def test_after_the_last_sentence_it_goes_to_the_first_that_was_passed_over(sit):
    here = sit().press("j").press(" " * 6)
    assert here.sentence == "Ana Duarte keeps the well at the crossing."
    here.press(" ")
    assert "F finishes" in here.state.message


def test_j_and_k_step_through_units_only_until_o(sit):
    here = sit().press("jjj")
    assert here.sentence == "The council never paid him."
    assert here.press("j").sentence == "It was tested twice."
    here.press("kojj")
    assert here.sentence == "Is the water safe?"


def test_other_text_can_be_labelled_too(sit):
    here = sit().press("oG")
    assert here.press("gu").labels[0][1] == "The well at the crossing"


def test_question_keys_go_to_answers_and_say_when_there_is_none(sit):
    here = sit().press("]]")
    assert here.sentence == "It was tested twice."
    assert here.press("]").state.message == "there is no further question"
    assert here.press("[").sentence == "My grandfather built it."


def test_undo_and_redo_walk_the_whole_log(sit):
    here = sit().press("]ua")
    assert here.press("zz").labels == []
    assert here.document.read == ()
    assert here.press("z").state.message == "there is nothing to undo"
    assert [label for label, _ in here.press("ZZ").labels] == ["unverified", "allegation"]
    assert len(here.log) == 6


def test_undo_shows_where_it_happened(sit):
    here = sit().press("]u").press("G").press("z")
    assert here.sentence == "My grandfather built it."


def test_delete_takes_the_claim_and_undo_brings_it_back(sit):
    here = sit().press("]uk").press("x")
    assert here.labels == []
    assert here.press("z").labels == [("unverified", "My grandfather built it.")]


def test_a_note_is_written_in_one_line(sit):
    here = sit().press("]ukc").press(list("seen by no-one")).press("\n")
    assert here.document.claims[0].note == "seen by no-one"
    assert here.press("z").document.claims[0].note == ""


def test_escape_leaves_a_note_as_it_was(sit):
    here = sit().press("]ukc").press(list("oops")).press("\x1b")
    assert here.document.claims[0].note == ""
    assert here.state.mode == "text"


def test_a_line_can_be_edited(sit):
    here = sit().press("]ukc").press(list("abd")).press(["left", "c", "end", "e", "\x7f", "f"])
    assert here.press(["home", "x", "right", "\n"]).document.claims[0].note == "xabcdf"


def test_a_reason_is_picked_by_its_number(sit):
    here = sit().press("]ukr")
    assert here.screen[-3].startswith(" 5 not_accessible")
    assert here.press("5\n").document.claims[0].reason == "not_accessible"


def test_a_reason_that_is_none_is_not_taken(sit):
    here = sit().press("]ukr").press(list("whim")).press("\n")
    assert here.state.mode == "line"
    assert here.state.message.startswith("one of: not_attempted")


def test_note_and_reason_need_a_claim(sit):
    assert "label this sentence first" in sit().press("c").state.message
    assert "label this sentence first" in sit().press("r").state.message


def test_pasted_labels_do_not_label(sit):
    here = sit()
    here.do(Pasted("vuav"))
    assert here.labels == []
    here.press("]ukc").do(Pasted("two\nlines"))
    assert here.press("\n").document.claims[0].note == "two lines"


def test_finish_warns_of_what_is_unread_or_incomplete(sit):
    here = sit().press("]vF")
    assert here.state.mode == "confirm"
    assert here.state.message.startswith("6 of 7 units unread, 1 claim incomplete")
    assert not here.press("n").document.finished
    assert here.press("Fy").document.finished


def test_finish_is_taken_back_by_undo(sit):
    here = sit().press(" " * 7).press("F")
    assert here.document.finished
    assert not here.press("z").document.finished


def test_in_a_finished_document_a_label_changes_by_a_decision_with_a_reason(sit):
    here = sit().press("]u").press("Fy").press("ka")
    assert here.state.mode == "line"
    assert here.press("\n").state.mode == "line"  # no reason, no decision
    here.press(list("he named them")).press("\n")
    claim = here.document.claims[0]
    assert claim.label == "allegation"
    assert [(old.label, old.why) for old in claim.superseded] == [("unverified", "he named them")]


def test_a_finished_document_takes_no_new_claim_and_loses_none(sit):
    here = sit().press("]u").press("Fy").press("x")
    assert len(here.document.claims) == 1
    here.press("Gu")
    assert len(here.document.claims) == 1
    assert "finished" in here.state.message


def test_saved_is_said_only_when_the_disk_has_it(sit):
    here = sit()
    here.slow_disk = True
    here.press("]u")
    assert "saving 1/7" in here.screen[-2]
    here.slow_disk = False
    assert "saved 2/7" in here.press(" ").screen[-2]


def test_a_disk_that_refuses_is_named_until_it_takes(sit):
    here = sit().press("]u")
    here.do(Failed("no space left on device"))
    assert "NOT SAVED 1/7: no space left on device" in here.screen[-2]
    assert "saved 2/7" in here.press(" ").screen[-2]


def test_a_key_that_means_nothing_says_so(sit):
    assert "? shows the keys" in sit().press("y").state.message


def test_q_leaves(sit):
    here = sit().press("q")
    assert here.left


def test_nothing_is_part_of_the_document_before_the_log_has_it(sit):
    here = sit().press("]")
    from qa_annotate.session.update import update

    state, effects = update(here.state, Press(key="u", fresh=9), "2026-11-22T10:04:11Z")
    assert isinstance(effects[0], Append)
    assert state.document == here.state.document


def test_leaving_needs_no_question(sit):
    assert isinstance(sit().press("]uq").effects[-1], Leave)
