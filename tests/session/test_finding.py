"""Finding one's way: undecided, incomplete, search, the list, the palette, the codebook."""

from __future__ import annotations

from qa_annotate.session.actions import Clicked, Failed, Scrolled
from qa_annotate.session.keys import TABLE, in_mode


def test_undecided_sentences_forwards_and_back(sit):
    here = sit().press("]u").press("}")
    assert here.sentence == "It was tested twice."
    assert here.press("{{").sentence == "She spoke with Piet Maas in March."
    assert here.press("G}").state.message == "there is no undecided sentence there"


def test_the_rest_of_a_passage_is_read_at_once(sit):
    here = sit().press("]uR")
    assert "1 sentence of q1 read" in here.state.message
    assert here.sentence == "It was tested twice."
    assert here.press("z").document.read == here.document.read


def test_the_next_claim_that_lacks_something(sit):
    here = sit().press("]vu").press("gi")
    assert here.sentence == "My grandfather built it."
    assert "still lacks evidence" in here.state.message
    assert sit().press("i").state.message == "no claim lacks anything"


def test_evidence_is_asked_for_in_short_questions(sit):
    here = sit().press("]vk").press("e")
    here.press(list("https://example.org/a")).press("\n")
    assert here.screen[-5].startswith(" 1 supports")
    here.press("1\n").press("1\n")
    here.press(list("a court's own record")).press("\n")
    (item,) = here.document.claims[0].evidence
    assert (item.kind, item.locator) == ("page", "https://example.org/a")
    assert (item.bearing, item.independent, item.why) == ("supports", "yes", "a court's own record")
    assert here.press("i").state.message == "no claim lacks anything"


def test_people_are_asked_for_and_kept(sit):
    here = sit().press("]ak").press("p")
    here.press("\n").press(list("neighbours")).press("\n").press(list("the council")).press("\n")
    claim = here.document.claims[0]
    assert (claim.speaker, claim.attributed_to, claim.against) == (
        None,
        "neighbours",
        "the council",
    )


def test_earlier_answers_are_offered(sit):
    here = sit().press("]ukc").press(list("seen twice")).press("\n")
    here.press("jukc").press(["up"])
    assert here.state.line.text == "seen twice"
    assert here.press(["down"]).state.line.text == ""


def test_a_translation_and_a_memo(sit):
    here = sit().press("]ukT").press(["c-u"]).press(list("nl: Mijn opa bouwde hem.")).press("\n")
    assert here.document.claims[0].gloss == {"nl": "Mijn opa bouwde hem."}
    here.press("M").press(list("ask about the council")).press("\n")
    assert here.document.memo == "ask about the council"
    assert here.press("z").document.memo == ""


def test_search_goes_along_as_one_types(sit):
    here = sit().press("/").press(list("TESTED"))
    assert here.sentence == "It was tested twice."
    here.press("\n")
    assert here.state.mode == "text"
    assert here.press("g/").press(list("zebra")).state.message == "nothing like that"
    assert here.press("\x1b").sentence == "Ana Duarte keeps the well at the crossing."


def test_search_looks_into_notes_and_goes_round(sit):
    here = sit().press("]ukc").press(list("see the ledger")).press("\n")
    here.press("G/").press(list("ledger")).press("\n")
    assert here.sentence == "My grandfather built it."
    here.press("/").press(list("the")).press("\n")
    first = here.state.cursor
    stops = {first}
    for _ in range(12):
        here.press("n")
        stops.add(here.state.cursor)
    assert here.state.cursor in stops
    assert len(stops) > 2
    before = here.state.cursor
    assert here.press("nN").state.cursor == before


def test_the_list_moves_through_claims_and_back_to_the_text(sit):
    here = sit(size=(40, 140)).press("]uau").press("w")
    assert here.state.mode == "list"
    assert here.sentence == "It was tested twice."
    assert here.press("k").sentence == "The council never paid him."
    here.press("x")
    assert [quote for _, quote in here.labels] == [
        "My grandfather built it.",
        "It was tested twice.",
    ]
    assert here.press("\n").state.mode == "text"


def test_the_palette_finds_a_command_by_its_words_and_shows_its_key(sit):
    here = sit().press(":").press(list("last sent"))
    assert any("last sentence  (G End)" in row for row in here.screen)
    assert here.press("\n").sentence == "We drink it."
    assert (
        here.press(":").press(list("qqq")).press("\n").state.message == "there is no such command"
    )


def test_the_codebook_stands_beside_with_the_label_of_the_claim_here(sit):
    here = sit(size=(40, 140)).press("]ukb")
    shown = "\n".join(here.screen)
    assert "u unverified" in shown
    assert "“Aid entered last month.”" in shown
    assert "v verified" not in shown.partition("keeps")[0]
    assert "claims 1" in "\n".join(here.press("b").screen)


def test_cue_words_are_marked_on_demand_only(sit):
    from qa_annotate.session.render import render

    text = "question| Q: Why?\nanswer| They claim that it fell, reportedly."
    here = sit(text)
    assert not any("cue" in style for row in render(here.state) for style, _ in row)
    here.press("W")
    marked = [t for row in render(here.state) for style, t in row if "cue" in style]
    assert marked == ["claim", "reportedly"]
    assert here.labels == []


def test_leaving_asks_when_the_disk_refused(sit):
    here = sit()
    here.slow_disk = True
    here.press("]u").do(Failed("no space left on device"))
    here.press("q")
    assert not here.left
    assert "1 edit not on disk" in here.state.message
    assert not here.press("n").left
    assert here.press("qy").left


def test_pages(sit):
    article = "\n".join(
        f"question| Q: What of day {d}?\nanswer| Day {d} was long." for d in range(60)
    )
    here = sit(article, size=(20, 60)).press(["pagedown"])
    assert here.sentence != "Day 0 was long."
    assert here.press(["pageup"]).sentence == "Day 0 was long."


def test_every_key_does_something_or_says_why(sit):
    for entry in in_mode("text"):
        for key in entry.keys:
            here = sit().press("]u")
            before = here.state
            here.press([key])
            assert here.state != before or here.effects, f"{entry.name} by {key}"


def test_no_key_means_two_things_in_one_place():
    for mode in ("text", "list", "line", "help", "confirm", "hints"):
        keys = [key for entry in TABLE if mode in entry.modes for key in entry.keys]
        assert len(keys) == len(set(keys)), mode


def test_a_click_puts_the_cursor_on_its_sentence(sit):
    here = sit(size=(40, 140))
    row = next(i for i, line in enumerate(here.screen) if "The council never" in line)
    column = here.screen[row].index("council")
    here.do(Clicked(row, column))
    assert here.sentence == "The council never paid him."
    here.do(Clicked(0, 0))
    assert here.sentence == "The council never paid him."


def test_a_click_in_the_list_goes_to_the_claim(sit):
    here = sit(size=(40, 140)).press("]ua")
    here.do(Clicked(2, 120))
    assert here.sentence == "My grandfather built it."
    here = sit(size=(24, 80)).press("]ua")
    row = next(i for i, line in enumerate(here.screen) if line.startswith(" a  q1"))
    here.do(Clicked(row, 20))
    assert here.sentence == "The council never paid him."


def test_the_wheel_goes_from_sentence_to_sentence(sit):
    here = sit()
    here.do(Scrolled(1))
    assert here.sentence == "She spoke with Piet Maas in March."
    here.do(Scrolled(-1))
    assert here.sentence == "Ana Duarte keeps the well at the crossing."


def test_the_mouse_does_nothing_while_a_line_is_written(sit):
    here = sit().press("]ukc")
    before = here.state
    here.do(Clicked(3, 10))
    here.do(Scrolled(1))
    assert here.state.cursor == before.cursor
    assert here.state.mode == "line"
