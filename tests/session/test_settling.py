"""Settling without a terminal: coders at a small interview, keys as a string, then a look at it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_annotate.core.bidi import shaped
from qa_annotate.core.cases import blanks, cases, in_order, standings
from qa_annotate.core.history import Timeline, fold
from qa_annotate.core.records import Document, Edit, Entry
from qa_annotate.session.actions import (
    Action,
    Append,
    Failed,
    Leave,
    Logged,
    Pasted,
    Press,
    Resized,
    Synced,
)
from qa_annotate.session.cells import width
from qa_annotate.session.keys import TABLE as LABELLING
from qa_annotate.session.keys import RemapError, in_mode, remapped
from qa_annotate.session.settling.keys import TABLE
from qa_annotate.session.settling.render import cursor_at, render
from qa_annotate.session.settling.state import Setting, State
from qa_annotate.session.settling.update import update

from ..settled import AT, Table
from .conftest import outlined

NAMED = {"\n": "enter", " ": "space", "\x1b": "escape", "\t": "tab"}


@dataclass
class Sitting:
    """Somebody who settles: the state, the log, and whether the session was left."""

    state: State
    log: list[Edit] = field(default_factory=list)
    left: bool = False
    _fresh: Iterable[int] = field(default_factory=lambda: itertools.count(1))

    def do(self, action: Action) -> None:
        """One action, with what the shell would do about its effects."""
        self.state, effects = update(self.state, action, AT)
        for effect in effects:
            if isinstance(effect, Append):
                self.log.append(effect.edit)
                self.do(Logged(len(self.log), effect.edit))
                self.do(Synced(len(self.log)))
            self.left = self.left or isinstance(effect, Leave)

    def press(self, keys: str | list[str]) -> Sitting:
        """Keys, one after another."""
        for key in keys:
            self.do(Press(key=NAMED.get(key, key), fresh=next(iter(self._fresh))))
        return self

    def write(self, text: str) -> Sitting:
        """An answer, kept."""
        self.do(Pasted(text))
        return self.press("\n")

    @property
    def screen(self) -> list[str]:
        """The rows as text, white space at their ends cut."""
        return ["".join(text for _, text in row).rstrip() for row in render(self.state)]

    @property
    def document(self) -> Document:
        """The adjudicated document."""
        return self.state.document

    @property
    def claims(self) -> list[tuple[str, str]]:
        """Label and quote of each settled claim."""
        return [(claim.label, claim.quote) for claim in self.document.claims]

    @property
    def words(self) -> str:
        """The selected words."""
        span = self.state.selection or (0, 0)
        return self.state.setting.outline.text[span[0] : span[1]]


def sit(table: Table, *, names: dict[str, str] | None = None, size=(24, 80)) -> Sitting:
    """Sit down to a table."""
    document = table.empty("adjudicated")
    found = cases(table.sources, table.outline)
    ordered = in_order(found, standings(found, document, table.sources))
    ordered = (*ordered, *blanks(table.sources, table.outline))
    setting = Setting(
        title="The bridge",
        outline=table.outline,
        codebook=table.codebook,
        adjudicator="zoe",
        sources=table.sources,
        cases=ordered,
        names=names or {s.coder: s.coder for s in table.sources},
        anonymous=names is not None,
    )
    how = standings(ordered, document, table.sources)
    return Sitting(
        State(setting=setting, history=Timeline(document=document), standings=how, size=size)
    )


@pytest.fixture
def table(bridge, codebook) -> Table:
    """Amal and ben differ in a label, in words, in whether there is a claim; agree on one."""
    first = Table(bridge.outline, codebook).says(
        "amal",
        ("They shelled it. We ran.", "unverified"),
        ("Two died.", "allegation", {"note": "Ben should look again"}),
        ("We wait.", "unverified"),
        ("Nobody crossed since.", "unverified"),
    )
    return first.says(
        "ben",
        ("They shelled it.", "unverified"),
        ("Two died.", "unverified"),
        ("Nobody crossed since.", "unverified"),
    )


def test_no_key_is_one_that_a_label_may_have():
    free = {key for entry in in_mode("text", LABELLING) for key in entry.keys}
    ours = {key for entry in in_mode("text", TABLE) for key in entry.keys}
    assert ours - set("123456789") <= free


def test_disagreements_come_first_and_agreed_ones_last(table):
    kinds = [case.kind for case in sit(table).state.setting.cases]
    assert kinds[:4] == ["span", "label", "missed", "agreed"]
    assert set(kinds[4:]) == {"blank"}


def test_the_sides_stand_side_by_side(table):
    screen = sit(table).screen
    assert "1 of 4 · words differ · open" in screen[0]
    assert any(row.startswith("1 amal") and "│2 ben" in row for row in screen)
    strokes = [row for row in screen if "━" in row]
    assert strokes[0].strip() == "1     u" + "━" * 23 or "u━" in strokes[0]
    assert len(strokes[0]) > len(strokes[1])


def test_a_digit_takes_a_side_and_goes_to_the_next_open_case(table):
    here = sit(table).press("2")
    assert here.claims == [("unverified", "They shelled it.")]
    assert here.state.cursor == 1
    assert "took the side of ben" in here.state.message
    assert "saved 1/3" in here.screen[-2]


def test_a_side_without_a_claim_and_space_both_settle_that_there_is_none(table):
    here = sit(table).press("jj2")
    assert (here.document.settled[0].how, here.document.settled[0].side) == ("side", "ben")
    assert here.claims == []
    here.press("z").press(" ")
    assert [s.how for s in here.document.settled] == ["no_claim"]


def test_joining_asks_for_a_label_only_where_labels_differ(table):
    here = sit(table).press("=")
    assert here.claims == [("unverified", "They shelled it. We ran.")]
    here.press("=")
    assert here.state.line is not None
    here.write("allegation")
    assert ("allegation", "Two died.") in here.claims


def test_the_parts(table):
    here = sit(table).press("S")
    assert here.claims == [("unverified", "They shelled it."), ("unverified", "We ran.")]
    here.press("S")
    assert "no parts" in here.state.message


def test_deciding_anew_on_trimmed_words_needs_a_reason(table):
    here = sit(table).press("jhv")
    assert here.words == "Two"
    here.write("  ")
    assert "needs a reason" in here.state.message
    here.write("a death certificate")
    assert here.claims == [("verified", "Two")]
    assert here.document.settled[0].why == "a death certificate"


def test_a_label_on_other_words_of_a_settled_case_adds_a_claim(table):
    here = sit(table).press("\ta").write("they say who")
    assert here.claims == [("allegation", "They shelled it.")]
    here.press("g" + "LL" + "lll" + "u")
    assert here.words == "We ran."
    here.write("another statement")
    assert here.claims == [("allegation", "They shelled it."), ("unverified", "We ran.")]
    assert len(here.document.settled) == 1


def test_tab_goes_through_everybodys_words(table):
    here, seen = sit(table), []
    for _ in range(4):
        seen.append(here.words)
        here.press("\t")
    assert seen[:3] == ["They shelled it. We ran.", "They shelled it.", "We ran."]
    assert seen[3] == seen[0]


def test_error_and_why_before_the_decision_and_after(table):
    here = sit(table).press("e2\n").press("c").write("the shorter one")
    assert any("with the decision: why: the shorter one; error: span" in row for row in here.screen)
    here.press("2")
    (settlement,) = here.document.settled
    assert (settlement.error, settlement.why) == ("span", "the shorter one")
    here.press("ge4\n")
    assert here.document.settled[0].error == "codebook_unclear"
    here.press("e6\n")
    assert here.document.settled[0].error is None


def test_nothing_waits_for_another_case(table):
    here = sit(table).press("e2\n").press("j2")
    assert here.document.settled[0].error is None


def test_reason_and_people_of_the_settled_claim(table):
    here = sit(table).press("r")
    assert "settle the case first" in here.state.message
    here.press("1gr3\n").press("p\n").write("a neighbour").write("the army")
    (claim,) = here.document.claims
    assert claim.reason == "inconclusive"
    assert (claim.speaker, claim.attributed_to, claim.against) == (
        "Amal",
        "a neighbour",
        "the army",
    )


def test_undo_and_redo_show_the_case(table):
    here = sit(table).press("1j1").press("G").press("z")
    assert here.state.case.kind == "missed"
    here.press("zz")
    assert (here.claims, here.state.cursor) == ([], 0)
    assert "nothing to undo" in here.state.message
    here.press("Z")
    assert len(here.document.settled) == 1


def test_open_again(table):
    here = sit(table).press("1gx")
    assert (here.claims, here.document.settled) == ([], ())
    here.press("x")
    assert here.state.message == "this case is open"


def test_finishing_asks_where_something_is_open_and_then_refuses(table):
    here = sit(table).press("F")
    assert "3 of 3 cases are open" in here.state.message
    here.press("y1")
    assert here.document.finished
    assert here.claims == []
    assert "finished" in here.state.message
    here.press("F1")
    assert not here.document.finished
    assert here.claims


def test_all_settled_says_so(table):
    here = sit(table).press("111")
    assert "all is settled: F finishes" in here.state.message
    here.press("F")
    assert here.document.finished


def test_who_has_not_read_it_has_no_side(table):
    third = table.says("cleo", unread=["They shelled it.", "Nobody crossed since."])
    here = sit(third, size=(30, 120)).press("3")
    assert "cleo has not read this" in here.state.message
    assert any("has not read it" in row for row in here.screen)
    here.press("9")
    assert here.state.message == "there is no such side"


def test_two_claims_never_stand_at_one_place(bridge, codebook):
    table = Table(bridge.outline, codebook).says(
        "amal", ("They shelled it.", "allegation"), ("We ran.", "allegation")
    )
    here = sit(table.says("ben")).press("1gJlll")
    assert here.words == "We ran."
    here.press("G")
    here.press("1gJlllu").write("on the words of another case")
    assert here.state.message == "a claim stands at these words already"
    assert [quote for _, quote in here.claims] == ["They shelled it.", "We ran."]


def test_hidden_names_stand_nowhere(table):
    names = {"amal": "coder B", "ben": "coder A"}
    here = sit(table, names=names)
    seen = []
    for key in ("1", "j", "2", "g", "w", "\x1b", "?", "\x1b", "c"):
        here.press(key)
        seen += here.screen
    here.write("as Ben said").press("g")
    seen += here.screen
    told = "\n".join(seen).casefold()
    assert "coder a" in told
    assert "coder a should look again" in told
    assert "as coder a said" in told
    assert "amal" not in told.replace("speaker: amal", "")  # whom the page names may be read
    assert "ben" not in told.split()
    assert "zoe" not in told


def test_the_list_shows_all_and_goes_to_one(table):
    here = sit(table).press("w")
    rows = [row for row in here.screen[1:] if "open" in row]
    assert len(rows) == 4
    here.press("jj\n")
    assert (here.state.mode, here.state.case.kind) == ("text", "missed")


def test_help_palette_and_codebook(table):
    here = sit(table, size=(50, 80)).press("?")
    assert any("decide anew: verified" in row for row in here.screen)
    here.press("nobody claims")
    assert any(row.startswith(" ] ") for row in here.screen)
    assert not any("decide anew" in row for row in here.screen)
    here.press("\x1b:")
    here.write("joined")
    assert here.claims == [("unverified", "They shelled it. We ran.")]
    here.press("b")
    assert any("verified" in row for row in here.screen[1:4])
    here.press("b:")
    here.write("nothing like it")
    assert here.state.message == "there is no such command"


def test_a_disk_that_refuses_is_said_and_leaving_asks(table):
    here = sit(table)
    here.state, effects = update(here.state, Press(key="1", fresh=3), AT)
    here.do(Logged(1, effects[0].edit))
    here.do(Failed("the disk is full"))
    assert "NOT SAVED 1/3: the disk is full" in here.screen[-2]
    here.press("q")
    assert not here.left
    here.press("ny" if here.state.mode != "confirm" else "y")
    assert here.left


@pytest.mark.parametrize("size", [(24, 80), (5, 20), (1, 1), (3, 200), (60, 59), (14, 36)])
def test_any_size_is_filled_and_never_overrun(table, size):
    here = sit(table.says("cleo"), size=(10, 10))
    for key in ("", "w", "\x1b", "?", "\x1b", "e", "\x1b", "b", ":"):
        here.press(key and [NAMED.get(key, key)])
        here.do(Resized(size))
        assert len(here.screen) == size[0]
        assert all(width(row) <= size[1] for row in here.screen)
        row, column = cursor_at(here.state)
        assert 0 <= column < max(size[1], 1) + 200
        assert row <= size[0]


def test_nobody_claims_anything(bridge, codebook):
    here = sit(Table(bridge.outline, codebook).says("amal").says("ben"))
    assert "unit 1 of 7 · claimed by nobody · blank" in here.screen[0]
    here.press("1 =Sv}{jkwg?")
    assert here.log == []


def test_nothing_in_a_note_reaches_the_screen_as_itself(bridge, codebook):
    table = Table(bridge.outline, codebook).says(
        "amal", ("Two died.", "allegation", {"note": "a\x1b]0;x\x07\u202eb"})
    )
    told = "\n".join(sit(table.says("ben")).screen)
    assert not set(told) & {"\x1b", "\x07", "\u202e"}


# ---- laws ---------------------------------------------------------------------------------------

KEYS = [*"12=SvuaejkxzZF}{gGw?lhLHJKrpcMbq: ", "tab", "enter", "escape", "x", "y", "n", "2"]


@given(keys=st.lists(st.sampled_from(KEYS), max_size=40))
def test_any_keys_keep_the_document_whole_and_the_originals_as_they_were(bridge, codebook, keys):
    table = Table(bridge.outline, codebook)
    table = table.says(
        "amal", ("They shelled it. We ran.", "unverified"), ("Two died.", "verified")
    )
    table = table.says("ben", ("We ran.", "allegation"), ("Two died.", "allegation"))
    before = repr(table.sources)
    here = sit(table)
    here.press(keys)
    document = here.document
    assert repr(table.sources) == before
    made = [id_ for settlement in document.settled for id_ in settlement.claims]
    assert sorted(made) == sorted(claim.id for claim in document.claims)
    assert len({claim.position for claim in document.claims}) == len(document.claims)
    for claim in document.claims:
        start, end = claim.position
        assert table.outline.text[start:end] == claim.quote
    entries = [
        Entry(seq=n, at=AT, coder="zoe", tool="", previous="", edit=edit)
        for n, edit in enumerate(here.log, start=1)
    ]
    replayed = fold(table.empty("adjudicated"), entries, table.outline.text)
    assert replayed.document == document
    assert len(here.screen) == 24


# ---- right to left, and keys of one's own -------------------------------------------------------


FERRY = """\
headline| The ferry
question| Q: ماذا رأيت؟
answer| كان السوق فارغا في 12 أيار ثم عاد الناس. وصل القارب (متأخرا).
"""
MARKET, EMPTY = "كان السوق فارغا في 12 أيار ثم عاد الناس.", "كان السوق فارغا"


@pytest.fixture
def ferry(codebook) -> Table:
    """Amal claims a sentence, ben its first words, in Arabic."""
    first = Table(outlined(FERRY), codebook).says("amal", (MARKET, "unverified"))
    return first.says("ben", (EMPTY, "unverified"))


def arranged_by(bidi: str, here: Sitting) -> Sitting:
    here.state = replace(here.state, setting=replace(here.state.setting, bidi=bidi))
    return here


def strokes(here: Sitting) -> list[str]:
    return [row for row in here.screen if "━" in row]


def test_strokes_stand_under_the_words_as_they_are_seen(ferry):
    here = arranged_by("app", sit(ferry))
    row = next(row for row in here.screen if "12" in row and row.startswith("›"))
    amal, ben = strokes(here)
    market, empty = shaped(MARKET), shaped(EMPTY + " ")[:-1]
    assert (amal[-1], ben[-1]) == ("u", "u")  # both begin where the row begins: at the right
    right = len(ben)
    assert row[right - len(EMPTY) : right] == empty[::-1]
    assert len(ben[6:].strip()) == len(EMPTY)
    assert (len(amal), len(amal[6:].strip())) == (right, len(market))


def test_in_logical_order_strokes_begin_at_the_left(ferry):
    amal, ben = strokes(arranged_by("off", sit(ferry)))
    assert ben[2:].strip() == "u" + "━" * (len(EMPTY) - 1)
    assert amal.index("u") == ben.index("u")


def test_where_the_terminal_arranges_no_stroke_stands_under_the_wrong_words(ferry, table):
    assert strokes(arranged_by("terminal", sit(ferry))) == []
    assert strokes(arranged_by("terminal", sit(table)))


def test_the_cursor_stands_where_the_words_are_seen_to_begin(ferry):
    here = arranged_by("app", sit(ferry))
    row, column = cursor_at(here.state)
    assert here.screen[row][column] == shaped(MARKET)[0]


@pytest.mark.parametrize("size", [(24, 80), (30, 120), (10, 40), (5, 20)])
@pytest.mark.parametrize("keys", ["", "w", "b", "?", "c", ":"])
def test_arranging_changes_no_width_and_no_decision(ferry, size, keys):
    app, off = (arranged_by(b, sit(ferry, size=size)).press(keys) for b in ("app", "off"))
    assert len(app.screen) == len(off.screen)
    for row in render(app.state):
        assert width("".join(text for _, text in row)) <= size[1]
    app, off = (arranged_by(b, sit(ferry)).press("2") for b in ("app", "off"))
    assert app.document == off.document


def with_keys(here: Sitting, **changes: list[str]) -> Sitting:
    own = {name.replace("_", "-"): keys for name, keys in changes.items()}
    setting = replace(here.state.setting, table=remapped(own, TABLE))
    here.state = replace(here.state, setting=setting)
    return here


def test_keys_of_ones_own_settle(table):
    here = with_keys(sit(table), side=["P", "T"], union=["B"])
    here.press("T")
    assert here.claims == [("unverified", "They shelled it.")]
    assert "that key does nothing" in here.press("1").screen[-2]
    assert "P side" in here.screen[-1]
    assert any(row.startswith(" B ") and "joined" in row for row in here.press("?").screen)


def test_a_key_that_would_mean_two_things_is_named_with_both():
    with pytest.raises(RemapError, match="'S' would mean both 'parts' and 'next'"):
        remapped({"next": ["S"]}, TABLE)


# ---- what all coders missed ---------------------------------------------------------------------


def test_a_claim_that_all_missed_is_added_and_says_so(table):
    here = sit(table).press("]")
    words = here.words
    assert "unit 1 of " in here.screen[0]
    assert "claimed by nobody" in here.screen[0]
    here.press("a").write("it accuses somebody")
    (settlement,) = here.document.settled
    assert here.claims == [("allegation", words)]
    assert (settlement.how, settlement.error) == ("anew", "missed")
    assert [(o.coder, o.claim) for o in settlement.originals] == [("amal", None), ("ben", None)]
    assert here.press("]").screen[0].startswith("unit 1 of")
    assert "settled" in here.screen[0]
    assert here.press("z").claims == []
    assert here.press("Z").claims == [("allegation", words)]
    assert "settled" in here.screen[0]
    assert here.press("x").claims == []


def test_what_nobody_claims_is_nobodys_to_decide(table):
    here = sit(table)
    before = here.state.standings
    assert "saved 0/3" in here.screen[-2]
    here.press("] ")
    assert "nobody claims anything here" in here.screen[-2]
    here.press("1")
    assert (here.log, here.state.standings) == ([], before)
    assert here.press("G").screen[0].startswith("4 of 4")
    assert here.press("j").screen[0].startswith("4 of 4")
    assert "] goes on to what nobody claims" in here.state.message
    assert here.press("]").screen[0].startswith("unit 1 of")
    assert here.press("k").screen[0].startswith("4 of 4")


def test_the_list_tells_cases_and_blank_units_apart(table):
    here = sit(table, size=(40, 100)).press("w")
    blank = len(here.state.setting.cases) - 4
    assert f" 4 cases, then {blank} units that nobody claims" in here.screen[1]
    assert sum("claimed by nobody" in row for row in here.screen) == blank


def test_one_case_and_one_unit_are_told_as_one(bridge, codebook):
    one = Table(bridge.outline, codebook).says("amal", ("Two died.", "allegation"))
    here = sit(one, size=(40, 100))
    cases_, units = here.state.setting.cases[:1], here.state.setting.cases[1:2]
    only = replace(here.state.setting, cases=(*cases_, *units))
    here.state = replace(here.state, setting=only, standings=here.state.standings[:2])
    here.press("w")
    assert " 1 case, then 1 unit that nobody claims ·" in here.screen[1]


def test_another_kind_of_error_that_was_marked_stays(table):
    here = sit(table).press("]e").write("5")
    here.press("a").write("it accuses somebody")
    assert here.document.settled[0].error == "slip"
