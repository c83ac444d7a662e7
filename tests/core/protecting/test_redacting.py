"""What goes out: every string without names, every claim on its words, nothing forgotten."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_annotate.core.anchoring import context
from qa_annotate.core.model import Metadata, Person, Span
from qa_annotate.core.project import People, Protected
from qa_annotate.core.protecting.folding import fold
from qa_annotate.core.protecting.leaking import Guard, leaks
from qa_annotate.core.protecting.people import names_of
from qa_annotate.core.protecting.replacing import MARK, cast
from qa_annotate.core.protecting.walking import Walk, keys_of, scope
from qa_annotate.core.records import Claim, CodebookRef, Decided, Document, Evidence
from qa_annotate.store.project import Opened

SALMA = Protected(
    id="p1", names=("Salma Darwish",), spellings=("سلمى درويش",), pseudonym="The nurse"
)
PEOPLE = People(people=(SALMA,))

INTERVIEW = """
headline| Salma Darwish on the clinic
intro| We met Darwish in May. She asked for tea.
question (Omar)| Q: Salma, what happened?
answer (Salma Darwish)| They came at night. Salma hid. We ran to the old mill by the river.
answer (Salma Darwish)| Two died.
"""


def walk(
    opened: Opened, *marks: Span, people: People = PEOPLE, names: tuple[str, ...] = ()
) -> Walk:
    """A walk through what tells of one article."""
    words = [opened.text[slice(*mark)] for mark in marks]
    who = cast(people, words, [opened.article.id, *names])
    here = scope(opened.article, opened.text, marks, who)
    return Walk(who=who, scopes={opened.article.id: here})


def claim(text: str, words: str, **more: Any) -> Claim:
    """A claim on some words of a text."""
    start = text.index(words)
    span = (start, start + len(words))
    return Claim(
        id=f"c{start:010}",
        label="unverified",
        quote=words,
        position=span,
        context=context(text, span),
        decided=Decided(by="salma-d", at="2026-01-01T00:00:00Z"),
        **more,
    )


def document(opened: Opened, *claims: Claim, coder: str = "ben", **more: Any) -> Document:
    """A coder's document about an article."""
    return Document(
        article=opened.article.id,
        text_sha256=opened.article.custody.text_sha256,
        codebook=CodebookRef(id="claims-evidence", version="1.0"),
        coder=coder,
        claims=claims,
        **more,
    )


def strings(value: Any) -> Iterator[str]:
    """Every string in a value, keys of maps included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from (key, *strings(item))
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from strings(item)


@pytest.fixture(scope="module")
def clinic(interview: Callable[..., Opened]) -> Opened:
    """A small interview about a clinic."""
    opened = interview(INTERVIEW, "salma-at-the-clinic")
    people = (Person(name="Salma Darwish", role="interviewee", aliases=("Salma",)),)
    about = Metadata(title="Salma Darwish", url="https://example.org/salma-darwish/2")
    return replace(opened, article=replace(opened.article, people=people, metadata=about))


# ---- the walk -----------------------------------------------------------------------------------


def test_names_go_from_the_text_and_everything_about_it(clinic: Opened) -> None:
    told = walk(clinic).over(clinic.article)
    assert told.people == (Person(name="The nurse", role="interviewee", aliases=("The nurse",)),)
    assert told.metadata.url == "https://example.org/the-nurse/2"
    assert told.id == "the-nurse-at-the-clinic"
    assert told.blocks[3].speaker == "The nurse"


def test_claims_stand_on_the_words_of_the_new_text(clinic: Opened) -> None:
    found = walk(clinic)
    text = found.scopes[clinic.article.id].replaced.text
    before = document(clinic, claim(clinic.text, "Salma hid."), claim(clinic.text, "Two died."))
    after = found.over(before)
    assert [c.quote for c in after.claims] == ["The nurse hid.", "Two died."]
    for item in after.claims:
        assert text[slice(*item.position)] == item.quote
        assert item.context == context(text, item.position)


def test_a_claim_that_cuts_a_name_takes_all_of_its_pseudonym(clinic: Opened) -> None:
    cut = claim(clinic.text, "ma, what happened")
    assert walk(clinic).over(document(clinic, cut)).claims[0].quote == "The nurse, what happened"


def test_words_that_stand_elsewhere_stand_nowhere(clinic: Opened) -> None:
    lost = replace(claim(clinic.text, "Two died."), position=(3, 8))
    after = walk(clinic).over(document(clinic, lost)).claims[0]
    assert (after.quote, after.position) == ("Two died.", (0, 0))


def test_what_was_marked_goes_whatever_its_length(clinic: Opened) -> None:
    words = "We ran to the old mill by the river."
    start = clinic.text.index(words)
    found = walk(clinic, (start, start + len(words)))
    inside = claim(
        clinic.text, "the old mill", gloss={"de": "zur alten Mühle"}, note="by the river!"
    )
    across = claim(clinic.text, "Salma hid. We ran to the old mill")
    after = found.over(document(clinic, across, inside)).claims
    assert [c.quote for c in after] == [f"The nurse hid. {MARK}", MARK]
    assert after[1].gloss == {"de": MARK}
    said = " ".join(strings(found.over(clinic.article)))
    assert "mill" not in said + found.scopes[clinic.article.id].replaced.text


def test_marked_words_go_from_notes_too(clinic: Opened) -> None:
    start = clinic.text.index("the old mill by the river")
    found = walk(clinic, (start, start + 25))
    after = found.over(document(clinic, memo="she says: The Old Mill, by the river; and the mill"))
    assert after.memo == f"she says: {MARK}; and the mill"


def test_a_mark_over_several_sentences_is_one(clinic: Opened) -> None:
    start = clinic.text.index("They came")
    found = walk(clinic, (start, start + len("They came at night. Salma hid.")))
    after = found.over(clinic.article)
    text = found.scopes[clinic.article.id].replaced.text
    assert text.count(MARK) == 1
    block = next(b for b in after.blocks if text[b.start : b.end].startswith(MARK))
    assert [text[a:b] for a, b in block.sentences] == [MARK, "We ran to the old mill by the river."]


def test_coders_stay_told_apart(clinic: Opened) -> None:
    found = walk(clinic, names=("salma", "salma-d", "darwish", "ben"))
    coders = [found.over(document(clinic, coder=c)).coder for c in ("salma", "darwish", "ben")]
    assert sorted(coders) == ["ben", "the-nurse", "the-nurse-2"]
    assert len(set(coders)) == 3


def test_digests_and_sizes_go(clinic: Opened) -> None:
    item = Evidence(
        id="e1", kind="photo", locator=f"x/{'a' * 64}.jpg", sha256="b" * 64, bearing="supports"
    )
    after = walk(clinic).over(document(clinic, claim(clinic.text, "Two died.", evidence=(item,))))
    assert after.text_sha256 == ""
    assert after.claims[0].evidence[0].sha256 == ""
    assert after.claims[0].evidence[0].locator == "x/.jpg"
    custody = walk(clinic).over(clinic.article).custody
    assert (custody.source_sha256, custody.bytes, dict(custody.headers)) == ("", 0, {})


@dataclass(frozen=True, kw_only=True)
class Later:
    """Something that nobody has thought of yet."""

    article: str
    remarks: tuple[Mapping[str, str], ...]
    where: tuple[Span, ...]
    words: str
    span: Span


def test_a_field_that_comes_later_is_covered(clinic: Opened) -> None:
    start = clinic.text.index("Salma hid")
    span = (start, start + 9)
    thing = Later(
        article=clinic.article.id,
        remarks=({"by Salma": "DARWISH"},),
        where=(span,),
        words="Salma hid",
        span=span,
    )
    found = walk(clinic)
    after = found.over(thing)
    assert not any("salma" in fold(s) or "darwish" in fold(s) for s in strings(after))
    assert found.scopes[clinic.article.id].replaced.text[slice(*after.where[0])] == after.words


# ---- laws ---------------------------------------------------------------------------------------

NAMES = ("Salma Darwish", "Łukasz Ńowak", "أمل حدّاد", "Семён Громов", "王小明", "Ali", "de la Cruz")
DRESS: tuple[Callable[[str], str], ...] = (
    str,
    str.upper,
    lambda n: n.replace(" ", "  "),
    lambda n: n.split(" ")[-1],
    lambda n: "\u200b".join(n),
)


@st.composite
def worlds(
    draw: st.DrawFn, interview: Callable[..., Opened]
) -> tuple[Opened, str, Document, list[Span]]:
    """An article that tells a name here and there, with claims, notes and marks anywhere."""
    name = draw(st.sampled_from(NAMES))
    told = st.sampled_from(DRESS).map(lambda dress: dress(name))
    plain = st.sampled_from(
        ["We ran.", "They shelled it.", "Quality counts.", "你好。", "Nobody came"]
    )
    sentence = st.one_of(plain, st.builds("{} spoke {}.".format, told, told), told)
    line = st.lists(sentence, min_size=1, max_size=4).map(" ".join)
    lines = "\n".join(
        f"{role} ({draw(told)})| {draw(line)}" for role in ("intro", "question", "answer", "answer")
    )
    opened = interview(lines, draw(st.sampled_from(["talk", f"talk-with-{fold(name)}"])))
    size = len(opened.text)
    span = st.tuples(st.integers(0, size - 1), st.integers(1, size)).filter(lambda s: s[0] < s[1])
    claims = tuple(
        Claim(
            id=f"c{n}",
            label="unverified",
            quote=opened.text[slice(*at)],
            position=at,
            context=context(opened.text, at),
            note=draw(line),
            speaker=draw(told),
            decided=Decided(by="ben", at="2026-01-01T00:00:00Z"),
        )
        for n, at in enumerate(draw(st.lists(span, max_size=4)))
    )
    marks = draw(st.lists(span, max_size=2))
    return opened, name, document(opened, *claims, memo=draw(line)), marks


@given(data=st.data())
def test_nobody_is_told_and_every_claim_stands(
    interview: Callable[..., Opened], data: st.DataObject
) -> None:
    opened, name, before, marks = data.draw(worlds(interview))
    people = People(people=(Protected(id="p1", names=(name,), pseudonym="Kestrel"),))
    found = walk(opened, *marks, people=people)
    text = found.scopes[opened.article.id].replaced.text
    article, after = found.over(opened.article), found.over(before)
    for item in after.claims:
        assert text[slice(*item.position)] == item.quote != ""
    for block in article.blocks:
        assert 0 <= block.start < block.end <= len(text)
        assert list(block.sentences) == sorted(block.sentences)
    assert marks or text.count("Quality") == opened.text.count("Quality")
    last = name.split(" ")[-1]
    for said in (text, *strings(article), *strings(after)):
        assert name == "Ali" or fold(name) not in fold(said)
        assert len(fold(last)) < 4 or fold(last) not in fold(said)
    guard = Guard(people=people, patterns=names_of(people), keys=keys_of(after))
    assert leaks("x", "\n".join((text, *strings(article), *strings(after))).encode(), guard) == ()


# ---- the last look ------------------------------------------------------------------------------

GUARD = Guard(people=PEOPLE, patterns=names_of(PEOPLE), keys=frozenset({"salma", "quote"}))


@pytest.mark.parametrize(
    "left",
    [
        "Salma",
        "x\nDAR-\nWISH",
        '{"quote": "\\u0633\\u0644\\u0645\\u0649"}',
        '{"quote":"said\\nsalma"}',
        "<!doctype html><p>Sal<b>ma</b></p>",
        "<!doctype html><p title='Salma'>",
        '<!doctype html><a href="/&#115;alma">',
        "https://example.org/%D8%B3%D9%84%D9%85%D9%89",
        "a,xxsalmadarwishxx,b",
        '{"Salma": 1}',
        "note: salma: x",
        "0" * 64,
    ],
)
def test_what_is_left_is_found(left: str) -> None:
    assert leaks("out", left.encode(), GUARD)


@pytest.mark.parametrize(
    "own", ["salma: x\n", '{"salma":"x"}', "quote: salmon\n", "<!doctype html><salma class=x>"]
)
def test_words_of_the_format_are_nobodys(own: str) -> None:
    assert leaks("out", own.encode(), GUARD) == ()


def test_our_own_pages_may_use_everyday_words() -> None:
    people = People(people=(Protected(id="p1", names=("May",), pseudonym="B"),))
    guard = Guard(people=people, patterns=names_of(people), own=("<p>what it may be</p>",))
    page = b"<!doctype html><h1>x</h1>\n<p>what it may be</p>"
    assert leaks("x", page, guard) == ()
    assert [leak.line for leak in leaks("x", page + b"\n<p>by May</p>", guard)] == [3]


def test_what_is_no_text_cannot_go_out() -> None:
    assert leaks("x", b"\xff\xd8", GUARD)


def test_the_letter_of_an_escaped_line_break_is_no_part_of_the_next_word():
    people = People(people=(Protected(id="p1", names=("Nour Haddad",), pseudonym="X"),))
    guard = Guard(people=people, patterns=names_of(people))
    assert leaks("a.json", rb'{"quote": "seen?\n\nOur neighbour saw it"}', guard) == ()
    assert leaks("a.yaml", rb'quote: "seen?\n\nOur neighbour saw it"', guard) == ()
    assert leaks("a.json", rb'{"quote": "seen?\nNour saw it"}', guard)
    assert leaks("a.json", rb'{"path": "C:\\Nour"}', guard)
    assert leaks("a.csv", b"C:\\Nour", guard)
