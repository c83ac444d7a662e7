"""Names are found in every form that counts, and nothing else is taken for them."""

from __future__ import annotations

import time
import unicodedata
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_annotate.core.project import Protected
from qa_annotate.core.protecting.finding import find
from qa_annotate.core.protecting.folding import fold, layers
from qa_annotate.core.protecting.patterns import Patterns, marked, patterns, tree


def of(*names: str, **more: object) -> Patterns:
    """Everything that tells of one person."""
    person = Protected(id="p1", names=names, pseudonym="X", **more)
    return tree(patterns(person))


def without(text: str, known: Patterns, *, strings: bool = False) -> str:
    """The text with a dash for each place where somebody is told."""
    out = text
    for item in reversed(find(text, known, strings=strings)):
        out = f"{out[: item.start]}—{out[item.end :]}"
    return out


# ---- forms that count ---------------------------------------------------------------------------

SALMA = of("Salma Darwish", spellings=("سلمى الدرويش", "Сальма Дарвиш"), initials=("S.D.",))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Salma Darwish spoke.", "— spoke."),
        ("Salma spoke, DARWISH wrote.", "— spoke, — wrote."),
        ("Darwish, Salma", "—"),
        ("Salma’s house", "—’s house"),
        ("Sal\u00adma, Sa\u200blma, Salma\u0301", "—, —, —"),
        ("Ｓａｌｍａ", "—"),
        ("Salma\n   Darwish", "—"),
        ("Dar-\nwish went", "— went"),
        ("S. D. and S.D. and SD", "— and — and —"),
        ("sd", "sd"),
        ("S a l m a", "—"),
        ("salma-darwish_2019.pdf", "—_2019.pdf"),
        ("talkSalma.pdf", "talk—.pdf"),
        ("https://drdarwish.org/salmadarwish", "https://dr—.org/—"),
        ("سلمى وسلمى وللدرويش، الدَّرويـش", "— و— ول—، —"),
        ("Сальмы Дарвиша, Дарвишем", "— —, —".replace("— —", "—")),
        ("x%D8%B3%D9%84%D9%85%D9%89y", "x—y"),
        ("&#1587;&#1604;&#1605;&#1609;", "—"),
        ("\\u0633\\u0644\\u0645\\u0649", "—"),
        (quote(quote("سلمى")), "—"),
    ],
)
def test_a_name_is_found_however_it_is_written(text: str, left: str) -> None:
    assert without(text, SALMA) == left


def test_a_name_in_a_host_name_is_found() -> None:
    host = "xn--" + "سلمى-درويش".encode("punycode").decode()
    assert "xn--" not in without(f"http://{host}.org/", SALMA)


def test_han_names_are_found_inside_words() -> None:
    assert without("我问王小明他说，王\n小明。小明", of("王小明")) == "我问—他说，—。—"


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("राम कुमार", "राम ने कुमार को रामायण", "— ने — को रामायण"),
        ("สมชาย ใจดี", "สมชายไปตลาดกับใจดี", "—ไปตลาดกับ—"),
        ("דוד לוי", "לדוד ודוד, דודה", "ל— ו—, דודה"),
        ("김민수", "김민수가 민수를", "—가 —를"),
        ("Ελένη Παππά", "Ελένης, ΠΑΠΠΑ", "—, —"),
        ("Jean-Luc O’Brien", "Jean Luc OBrien; #jeanlucobrien; Jean", "—; #—; Jean"),
        ("Павел Лебедев", "Павла, Лебедеву; левый", "—, —; левый"),
    ],
)
def test_names_of_many_scripts_are_found(name: str, text: str, left: str) -> None:
    assert without(text, of(name)) == left


def test_arabic_letters_that_stand_for_each_other_are_one() -> None:
    assert without("فاطمه إحمد", of("فاطمة أحمد")) == "—"


def test_strings_of_json_are_looked_into() -> None:
    assert without(r"said\nsalma", SALMA, strings=True) == r"said\n—"


def test_parts_of_names_count_only_if_they_shall() -> None:
    known = of("Grace Hope", parts=False)
    assert without("Grace Hope and hope, by the grace", known) == "— and hope, by the grace"


def test_an_alias_of_two_capitals_counts_as_it_is_written() -> None:
    known = of("Salma Darwish", aliases=("ME",))
    assert without("ME: they told me, and M.E. too", known) == "—: they told me, and — too"


# ---- nothing else -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Ali", "quality, alien, valid, Alice, Italian, a list, qu\u00adali\u00adty, Kali"),
        ("Ali", "a line on the Alis"),
        ("Amal", "Bengal, animals, amalgam"),
        ("علي", "على الطريق عليه عليها عليكم"),
        ("Roman", "romance romantic"),
        ("Лев", "левый слева"),
        ("Iman", "human rights imaniac"),
        ("Abd Rahman", "abdomen"),
    ],
)
def test_a_short_name_eats_no_longer_word(name: str, text: str) -> None:
    assert without(text, of(name)) == text


def test_particles_are_nobodys_name() -> None:
    assert without("the van, al, de", of("Jan de Wit van Al")) == "the van, al, de"


def test_only_telling_words_of_a_marked_stretch_are_searched_for() -> None:
    assert without("in the house by the mosque", tree(marked("house by the mosque"))) == "in the —"
    assert without("they said", tree(marked("they"))) == "they said"


def test_texts_without_a_name_stay() -> None:
    prose = "We carried water for two weeks. Nobody came, and the road stayed closed. " * 50
    assert find(prose, SALMA) == ()


# ---- laws ---------------------------------------------------------------------------------------

LETTERS = {
    "latin": "abdefghiklmnoprstuzéüñ",
    "arabic": "ابتجحدرسعفقكلمنهوي",
    "cyrillic": "абвгдежзиклмнопрстуфхэюя",
    "han": "王小明张伟李娜赵强刘洋陈静杨磊",
}
AROUND = {"latin": "qxw ", "arabic": "ثخذ ", "cyrillic": "щъы ", "han": "我们说他在"}


@st.composite
def cases(draw: st.DrawFn) -> tuple[str, str]:
    """A made-up name, and a text in which it stands in one of many dresses."""
    kind = draw(st.sampled_from(sorted(LETTERS)))
    length = (2, 4) if kind == "han" else (4, 9)
    part = st.text(LETTERS[kind], min_size=length[0], max_size=length[1])
    parts = draw(st.lists(part, min_size=1, max_size=1 if kind == "han" else 3))
    name = " ".join(parts)
    dressed = draw(st.sampled_from(DRESSES))(name)
    glue = "" if kind == "han" else " "
    words = st.text(AROUND[kind], max_size=8)
    return name, f"{draw(words)}{glue}{dressed}{glue}{draw(words)}"


def _soft(name: str) -> str:
    return "\u00ad".join(name)


DRESSES = (
    str,
    str.upper,
    str.title,
    _soft,
    lambda name: name.replace(" ", "\n"),
    lambda name: name.replace(" ", "  \n  "),
    lambda name: name.replace(" ", "-"),
    lambda name: f"“{name}”,",
    lambda name: f"https://example.org/{quote(name)}?q=1",
    lambda name: f"https://example.org/{name.replace(' ', '_')}/x",
    lambda name: f"{name.replace(' ', '')}.pdf",
    lambda name: unicodedata.normalize("NFD", name),
    lambda name: "".join(f"&#{ord(c)};" if c != " " else c for c in name),
    lambda name: "".join(f"\\u{ord(c):04x}" if c != " " else c for c in name),
)


@given(cases())
def test_nothing_of_a_name_is_left(case: tuple[str, str]) -> None:
    name, text = case
    left = without(text, of(name))
    assert fold(name) not in fold(left)
    assert all(fold(name) not in fold(layer.text) for layer in layers(left))


@given(st.text(max_size=60), st.sampled_from(["Salma Darwish", "王小明", "علي", "Анна"]))
def test_what_was_found_is_found_no_more(text: str, name: str) -> None:
    known = of(name)
    assert find(without(text, known), known) == ()


def test_a_long_text_costs_as_much_a_character_as_a_short_one() -> None:
    known = tree(p for n in range(300) for p in patterns(_nth(n)))
    text = "Nobody crossed the bridge after that; we waited. Salma 7 said so. " * 300

    def cost(times: int) -> float:
        begun = time.process_time()
        find(text * times, known)
        return (time.process_time() - begun) / times

    cost(1)
    assert cost(20) < 5 * max(cost(1), cost(1))


def _nth(number: int) -> Protected:
    digits = str(number).translate(str.maketrans("0123456789", "abdeghklmn"))
    return Protected(id=f"p{number}", names=(f"Zor{digits} Qal{digits}",), pseudonym="X")
