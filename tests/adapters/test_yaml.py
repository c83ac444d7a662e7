"""YAML that people own: every character comes back, and what none of our files needs is refused."""

from __future__ import annotations

import contextlib
import sys
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from qa_annotate.adapters import yaml
from qa_annotate.adapters.yaml import reading
from qa_annotate.core.text import UNSAFE
from qa_annotate.errors import FileError

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
TRICKY = (
    *("", " ", "no", "No", "NO", "yes", "y", "on", "off", "true", "null", "~", "None", "=", "<<"),
    *("12:30", "010", "0o10", "0x1", "1e3", "1_000", "-1", ".5", ".inf", ".nan", "2026-01-01"),
    *("- a", "a: b", "a # b", "#a", "&a", "*a", "!a", "%a", "@a", "`a", "|", ">", "?", ": ", "{}"),
    *(
        "a  b",
        "a.  B",
        " a ",
        "\ta\t",
        "a\nb",
        "a\n\n b\n",
        "\n",
        "a\r\nb",
        "\r",
        "\x85",
        "a\u2028b",
    ),
    *(
        "\u2029",
        "\ufeff",
        "\ufffe",
        "\uffff",
        "\x00",
        "\x1b[31m",
        "\x7f",
        "\x9b",
        "\u202e",
        "\u00a0",
    ),
    *("'", '"', '\\"', "\\", "\\n", "---", "...", "--- a", "a" * 3000, "word " * 100, "\U0010ffff"),
    *("أهلا", "日本語", "👍🏽", "e\u0301", "‘’“”", "\u00ad", "\U000e0041"),
)
ANY = st.one_of(st.sampled_from(TRICKY), TEXT)


def old_reader(text: str) -> Any:
    """What a program with YAML 1.1 in it reads."""
    reader = YAML(typ="safe", pure=True)
    reader.version = (1, 1)
    return reader.load(text)


# ---- every character comes back -----------------------------------------------------------------


@settings(max_examples=80)
@given(st.dictionaries(ANY, ANY, max_size=4), ANY, st.lists(ANY, max_size=4))
def test_any_text_comes_back(mapping: dict[str, str], note: str, items: list[str]) -> None:
    data = {"gloss": mapping, "note": note, "list": items, "claims": [{"id": note, "quote": note}]}
    text = yaml.dump(data)
    assert yaml.load(text, "f.yaml") == data
    assert yaml.dump(yaml.load(text, "f.yaml")) == text


@pytest.mark.parametrize("value", TRICKY)
def test_tricky_text_comes_back_as_value_and_as_key(value: str) -> None:
    data = {value: value, "id": value, "map": {value: value}, "list": [value]}
    assert yaml.load(yaml.dump(data), "f.yaml") == data


def test_every_character_comes_back() -> None:
    letters = [chr(c) for c in range(sys.maxunicode + 1) if not 0xD800 <= c < 0xE000]
    data = {"quote": "".join(letters[:0x4000]), "note": "x".join(letters[::17])}
    assert yaml.load(yaml.dump(data), "f.yaml") == data


@pytest.mark.parametrize("value", TRICKY)
def test_a_yaml_1_1_reader_reads_the_same(value: str) -> None:
    data = {"gloss": {value: "key"}, "label": value, "id": value, "by": value, "list": [value]}
    assert old_reader(yaml.dump(data)) == data


def test_a_yaml_1_1_reader_takes_bare_words_for_other_things() -> None:
    """So the test before this one can fail."""
    bare = old_reader("a: no\nb: 12:30\nc: 010\nd: 1.0e+3\nno: e\n")
    assert bare == {"a": False, "b": 750, "c": 8, "d": 1000.0, False: "e"}
    assert yaml.load("a: no\nb: 12:30\nc: 010\n", "f.yaml") == {"a": "no", "b": "12:30", "c": "010"}


NUMBERS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False, allow_infinity=False),
)


@settings(max_examples=100)
@given(NUMBERS)
@example(1e16)
@example(1e-7)
@example(-0.0)
def test_numbers_come_back_in_old_and_new_readers(number: Any) -> None:
    text = yaml.dump({"attributes": {"certainty": number}})
    for read in (yaml.load(text, "f.yaml"), old_reader(text)):
        value = read["attributes"]["certainty"]
        assert (type(value), value) == (type(number), number)


def test_a_number_with_an_exponent_is_written_with_a_point() -> None:
    """Other readers of YAML 1.1 than the one above take `1e+16` for text."""
    assert yaml.dump({"a": 1e16, "b": 1.5e-7}) == "a: 1.0e+16\nb: 1.5e-07\n"


@settings(max_examples=60)
@given(st.text(st.sampled_from([chr(c) for c in sorted(UNSAFE) if not 0xD800 <= c < 0xE000])))
def test_what_steers_a_terminal_is_written_as_an_escape(text: str) -> None:
    written = yaml.dump({"quote": text, "gloss": {text: text}})
    assert not {c for c in written if c != "\n"} & {chr(c) for c in UNSAFE}


# ---- the layout ---------------------------------------------------------------------------------


def test_short_lists_and_maps_stay_on_one_line() -> None:
    data = {
        "format": "qa-annotate/annotation/1",
        "codebook": {"id": "claims-evidence", "version": "1.0"},
        "read": [[151, 709], [1443, 1716]],
        "memo": "",
        "finished": False,
        "claims": [
            {
                "id": "c4k2m9x0tq8",
                "label": "allegation",
                "position": [616, 659],
                "context": ["Activists claim that ", ", a charge"],
                "speaker": None,
                "decided": {"by": "amal", "at": "2026-11-22T10:04:11Z"},
                "evidence": [],
                "gloss": {},
                "superseded": [{"label": "unverified", "decided": {"by": "amal", "at": "x"}}],
            }
        ],
    }
    assert yaml.dump(data, header="# head") == (
        "# head\n"
        "format: qa-annotate/annotation/1\n"
        'codebook: {id: claims-evidence, version: "1.0"}\n'
        "read: [[151, 709], [1443, 1716]]\n"
        'memo: ""\n'
        "finished: false\n"
        "claims:\n"
        "  - id: c4k2m9x0tq8\n"
        '    label: "allegation"\n'
        "    position: [616, 659]\n"
        '    context: ["Activists claim that ", ", a charge"]\n'
        "    speaker: null\n"
        '    decided: {by: amal, at: "2026-11-22T10:04:11Z"}\n'
        "    evidence: []\n"
        "    gloss: {}\n"
        "    superseded:\n"
        '      - label: "unverified"\n'
        '        decided: {by: amal, at: "x"}\n'
    )


def test_what_is_too_long_for_a_line_is_not_put_on_one() -> None:
    text = yaml.dump({"read": [[n * 10, n * 10 + 5] for n in range(40)], "memo": "word " * 100})
    assert text.splitlines()[:3] == ["read:", "  - [0, 5]", "  - [10, 15]"]
    assert text.splitlines()[-1] == f'memo: "{"word " * 100}"'


# ---- what is refused, with its line -------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\nb: &x 2\n", 2, "aliases and anchors are not used here: write the value out"),
        ("a: &x 1\n\nb: *x\n", 1, "aliases and anchors are not used here: write the value out"),
        ("&x a: 1\n", 1, "aliases and anchors are not used here: write the value out"),
        ("a: 1\nb: [*x]\n", 2, "aliases and anchors are not used here: write the value out"),
        ("a: 1\nb:\n  - !!str x\n", 3, "the tag tag:yaml.org,2002:str is not used here"),
        ("a: 1\nb: !python/object x\n", 2, "the tag !python/object is not used here"),
        ("a: 1\nb: ! x\n", 2, "the tag ! is not used here"),
        ("--- !mine\na: 1\n", 1, "the tag !mine is not used here"),
        (
            "a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\n",
            5,
            'found duplicate key "c" with value "3" (original value: "1")',
        ),
        (
            "a: 1\nb: {c: 1, c: 2}\n",
            2,
            'found duplicate key "c" with value "2" (original value: "1")',
        ),
        ("a: 1\n---\nb: 2\n", 2, "more than one YAML document"),
        ("a: 1\n...\nb: 2\n", 3, "more than one YAML document"),
        ("a: 1\nb:\n  c: {1: x}\n", 3, "the key 1 is not text: quote it"),
        ("a: 1\nb:\n  - x: 1\n    1.5: 2\n", 4, "the key 1.5 is not text: quote it"),
        ("a: 1\ntrue: 2\n", 2, "the key true is not text: quote it"),
        ("a: 1\n~: 2\n", 2, "the key null is not text: quote it"),
        ("a: 1\n\n? [x]\n: 2\n", 3, "a list or a map is used as a key"),
        ("a: 1\n? {x: y}\n: 2\n", 2, "a list or a map is used as a key"),
        ("a: 1\nb: [1\nc: 2\n", 3, "expected ',' or ']', but got ':'"),
        ("a: 'x\n\n", 3, "found unexpected end of stream"),
        ("a: 1\n b: 2\n", 2, "mapping values are not allowed here"),
        ("a: 1\nb:!\t\n", 2, "found character '\\t' that cannot start any token"),
        ("a: 1\nb: [1, .nan]\n", 2, ".nan is no number that can be counted with"),
        ("a: 1\nb:\n  c: -.inf\n", 3, "-.inf is no number that can be counted with"),
    ],
)
def test_refused_with_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(FileError) as caught:
        yaml.load(text, "coders/amal.yaml")
    problem = caught.value.problem
    assert (problem.path, problem.line, problem.rule) == ("coders/amal.yaml", line, "yaml")
    assert problem.message == words


@pytest.mark.parametrize("text", ["a: \x00\n", "a: \x07\n"])
def test_other_trouble_is_a_problem_too(text: str) -> None:
    with pytest.raises(FileError):
        yaml.load(text, "f.yaml")


def test_deep_nesting_is_refused_at_once() -> None:
    with pytest.raises(FileError, match=r"^f\.yaml:2: yaml: this is nested too deeply$"):
        yaml.load("a: 1\nx: " + "[" * 3000, "f.yaml")


def test_an_alias_bomb_is_refused_at_once() -> None:
    bomb = "a0: &a0 [x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)
    )
    with pytest.raises(FileError):
        yaml.load(bomb, "f.yaml")


@pytest.mark.parametrize(
    "text",
    ['a: "x *y &z !t"\n', "# *x &y\na: b\n", "---\na: b\n", "a: b*c & d ! e\n", "a: b\n...\n"],
)
def test_stars_and_marks_inside_text_are_no_aliases(text: str) -> None:
    assert set(yaml.load(text, "f.yaml")) == {"a"}


PROSE = (
    'format: "x"\nclaims:\n  - quote: "Stop ! he *said* it, and R &D"\n'
    '    context: ["He said \\"no\\", *twice*: !", "&c"]\n    gloss: {en: "!"}\n'
)


def test_prose_in_quotes_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_: object) -> None:
        raise AssertionError("read event by event")

    monkeypatch.setattr(reading, "_refuse_indirection", slow)
    assert yaml.load(PROSE, "f.yaml")["claims"][0]["context"][1] == "&c"


PARTS = st.sampled_from(
    [
        "a",
        '"',
        "'",
        ", ",
        ": ",
        "[",
        "]",
        "{",
        "}",
        "\n",
        "- ",
        "&x ",
        "*x",
        "!t ",
        "# ",
        "\\",
        " ",
        "|",
    ]
)


@settings(max_examples=400)
@given(st.lists(PARTS, max_size=14).map("".join))
@example('{a: "b\n c: ", d: &x "\n e"}\n')
@example('[a "b, &x c", "d"]\n')
@example('[\'a, "b\', &x "c"]\n')
def test_no_quotation_mark_hides_an_anchor(text: str) -> None:
    try:
        yaml.load(text, "f.yaml")
    except FileError:
        return
    with contextlib.suppress(YAMLError, ValueError):
        reading._refuse_indirection(text, "f.yaml")


@settings(max_examples=150)
@given(st.text(st.sampled_from("ab:-#&*!?[]{}|>'\"%@`~ \n\t"), max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(FileError):
        yaml.load(text, "f.yaml")


# ---- lines --------------------------------------------------------------------------------------

FILE = """\
# head
format: x
codebook: {id: a, version: b}

claims:
  # above
  - id: c1
    label: "a"
    evidence:
      - id: e1
        kind: x
  -
    id: c2
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 1),
        (("format",), 2),
        (("codebook", "version"), 3),
        (("claims",), 5),
        (("claims", 0), 7),
        (("claims", 0, "label"), 8),
        (("claims", 0, "evidence", 0, "kind"), 11),
        (("claims", 0, "missing"), 7),
        (("claims", 1, "id"), 13),
        (("claims", 7), 5),
        (("nothing",), 1),
    ],
)
def test_the_line_of_a_place(path: tuple[str | int, ...], line: int) -> None:
    assert yaml.Lines(FILE).of(path) == line
