"""A save changes the values that differ: comments, unknown keys and all other lines stay."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from qa_annotate.adapters import yaml
from qa_annotate.adapters.codec import from_plain, to_plain
from qa_annotate.core.records import Claim, CodebookRef, Decided, Document, Evidence

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
NOW = Decided(by="amal", at="2026-11-22T10:04:11Z")


def claim(number: int, start: int, **fields: Any) -> Claim:
    given_ = Claim(
        id=f"c000000000{number}",
        label="unverified",
        quote=f'They  said "{number}"',
        position=(start, start + 9),
        context=("before ", "\n\nafter"),
        passage="q1",
        reason="not_attempted",
        decided=NOW,
    )
    return replace(given_, **fields)


PHOTO = Evidence(id="e1", kind="image", locator="bridge.jpg", bearing="supports", why="seen")
FIRST, SECOND, THIRD = claim(1, 0), claim(2, 20, evidence=(PHOTO,), note="A note."), claim(3, 40)
DOCUMENT = Document(
    article="bridge",
    text_sha256="0" * 64,
    codebook=CodebookRef(id="claims-evidence", version="1.0"),
    coder="amal",
    revision=3,
    read=((0, 9), (20, 29)),
    memo="A memo.",
    claims=(FIRST, SECOND, THIRD),
)


def plain(document: Document) -> dict[str, object]:
    """A coder's document, which settles nothing, as plain data."""
    return {key: value for key, value in to_plain(document).items() if key != "settled"}


FILE = yaml.dump(plain(DOCUMENT), header="# yaml-language-server: $schema=x")
LINES = FILE.splitlines()


def saved(text: str, document: Document) -> str:
    return yaml.update(text, plain(document), items=("claims", "settled"))


def holds_document(text: str, document: Document) -> bool:
    return from_plain(yaml.load(text, "f.yaml"), Document) == document


CHANGES: Mapping[str, Callable[[], Document]] = {
    "revision": lambda: replace(DOCUMENT, revision=4),
    "every field": lambda: replace(
        DOCUMENT,
        revision=9,
        finished=True,
        memo="two\nlines",
        read=((0, 50),),
        codebook=CodebookRef(id="claims-evidence", version="1.1"),
    ),
    "a label": lambda: replace(
        DOCUMENT,
        claims=(replace(FIRST, label="allegation", note="New.", reason=None), SECOND, THIRD),
    ),
    "more evidence": lambda: replace(
        DOCUMENT,
        claims=(
            FIRST,
            replace(
                SECOND,
                label="verified",
                evidence=(PHOTO, replace(PHOTO, id="e2")),
                attributes={"certainty": "low"},
                gloss={"no": "ja"},
            ),
            THIRD,
        ),
    ),
    "a first claim": lambda: replace(DOCUMENT, claims=(claim(4, 0), FIRST, SECOND, THIRD)),
    "a middle claim": lambda: replace(DOCUMENT, claims=(FIRST, SECOND, claim(4, 30), THIRD)),
    "a last claim": lambda: replace(DOCUMENT, claims=(FIRST, SECOND, THIRD, claim(4, 60))),
    "no first claim": lambda: replace(DOCUMENT, claims=(SECOND, THIRD)),
    "no middle claim": lambda: replace(DOCUMENT, claims=(FIRST, THIRD)),
    "no last claim": lambda: replace(DOCUMENT, claims=(FIRST, SECOND)),
    "no claim": lambda: replace(DOCUMENT, claims=()),
    "another order": lambda: replace(DOCUMENT, claims=(THIRD, FIRST, SECOND)),
}
GONE = {
    "no first claim": (FIRST,),
    "no middle claim": (SECOND,),
    "no last claim": (THIRD,),
    "no claim": (FIRST, SECOND, THIRD),
}


def claim_lines(found: Claim) -> range:
    """The lines of a claim in FILE, counted from 0."""
    start = LINES.index(f"  - id: {found.id}")
    after = (i for i, line in enumerate(LINES) if i > start and line.startswith("  - id: "))
    return range(start, next(after, len(LINES)))


# ---- what stays ---------------------------------------------------------------------------------


def test_nothing_to_change_changes_nothing() -> None:
    assert saved(FILE, DOCUMENT) == FILE
    ugly = "---\n" + FILE.replace("\n  - id", "\n\n  - id").replace('memo: "', "memo:    '")
    ugly = ugly.replace('A memo."', "A memo.'")
    assert saved(ugly, DOCUMENT) == ugly


@pytest.mark.parametrize("change", CHANGES)
def test_lines_that_need_no_change_stay(change: str) -> None:
    document = CHANGES[change]()
    after = saved(FILE, document)
    assert holds_document(after, document)
    assert saved(after, document) == after
    fresh = yaml.dump(plain(document), header="# yaml-language-server: $schema=x")
    assert after == fresh


@settings(max_examples=80)
@given(
    st.sampled_from(list(CHANGES)),
    st.integers(0, len(LINES)),
    st.sampled_from([0, 2, 4, 6, 8]),
    st.sampled_from(["# a remark", '# a: "remark" [', "#\t*ملاحظة"]),
)
def test_a_comment_on_a_line_of_its_own_stays(
    change: str, place: int, indent: int, comment: str
) -> None:
    lines = [*LINES[:place], " " * indent + comment, *LINES[place:]]
    text = "\n".join(lines) + "\n"
    if any(place in claim_lines(c)[1:] for c in GONE.get(change, ())):
        return  # inside a claim that goes, and goes with it
    after = saved(text, CHANGES[change]())
    assert holds_document(after, CHANGES[change]())
    assert comment.strip() in after


@settings(max_examples=80)
@given(
    st.sampled_from(list(CHANGES)),
    st.integers(1, len(LINES) - 1),
    st.sampled_from([" # a remark", "\t# a remark", '   # a: "remark" [']),
)
@example("every field", LINES.index("finished: false"), "\t# a remark")
@example("every field", LINES.index('memo: "A memo."'), " \t # a remark")
def test_a_comment_at_the_end_of_a_line_stays(change: str, place: int, comment: str) -> None:
    lines = [*LINES[:place], LINES[place] + comment, *LINES[place + 1 :]]
    text = "\n".join(lines) + "\n"
    if any(place in claim_lines(c) for c in GONE.get(change, ())):
        return
    after = saved(text, CHANGES[change]())
    assert holds_document(after, CHANGES[change]())
    assert comment.strip() in after


OWN = ('x-own: {mine: "kept"}', "x-own:\n  - |\n    kept\n\n    # kept\n  - claims:", "x-own: kept")


@settings(max_examples=60)
@given(st.sampled_from(list(CHANGES)), st.integers(0, 11), st.sampled_from(OWN))
def test_an_unknown_key_between_the_keys_stays(change: str, nth: int, own: str) -> None:
    tops = [i for i, line in enumerate(LINES) if re.match("[a-z]", line)] + [len(LINES)]
    place = tops[nth]
    text = "\n".join([*LINES[:place], own, *LINES[place:]]) + "\n"
    after = saved(text, CHANGES[change]())
    assert holds_document(after, CHANGES[change]())
    assert own in after


@settings(max_examples=60)
@given(st.sampled_from(list(CHANGES)), st.integers(0, len(LINES) - 1), st.booleans())
def test_an_unknown_key_in_a_claim_stays(change: str, place: int, block: bool) -> None:
    if not LINES[place].startswith("    ") or not LINES[place][4].isalpha():
        return
    if any(place in claim_lines(c) for c in GONE.get(change, ())):
        return
    own = ["    x-own: >-", "      kept", "", "      too"] if block else ["    x-own: [kept]"]
    text = "\n".join([*LINES[:place], *own, *LINES[place:]]) + "\n"
    after = saved(text, CHANGES[change]())
    assert holds_document(after, CHANGES[change]())
    found = [c.get("x-own") for c in yaml.load(after, "f.yaml")["claims"]]
    assert (["kept"] if not block else "kept\ntoo") in found


# ---- other people's layouts ---------------------------------------------------------------------

LAYOUTS = {
    "claims at the margin": lambda: FILE.replace("\n  - ", "\n- ").replace("\n    ", "\n  "),
    "an end mark": lambda: FILE + "# kept\n...\n",
    "a start mark": lambda: "---\n# kept\n" + FILE,
    "a byte-order mark": lambda: "\ufeff# kept\n" + FILE,
    "windows line ends": lambda: FILE.replace("\n", "\r\n"),
    "no last newline": lambda: FILE.rstrip("\n"),
    "all indented": lambda: "".join(f"  {line}\n" for line in LINES),
    "blank lines": lambda: FILE.replace("\n  - ", "\n\n\n  # kept\n\n  - "),
    "other quotes": lambda: FILE.replace('"A memo."', "A memo, it's plain"),
    "a quoted key": lambda: FILE.replace("claims:", '"claims":'),
}


@pytest.mark.parametrize("change", ["every field", "a label", "a middle claim", "another order"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_another_layout_is_no_trouble(layout: str, change: str) -> None:
    text = LAYOUTS[layout]() + ("" if layout == "an end mark" else "\n# at the end\n")
    after = saved(text, CHANGES[change]())
    assert holds_document(after, CHANGES[change]())
    for comment in re.findall("# .*", text):
        assert comment.strip() in after


def test_claims_at_the_margin_stay_there() -> None:
    margin = LAYOUTS["claims at the margin"]()
    after = saved(margin, CHANGES["a label"]())
    assert after == margin.replace('label: "unverified"', 'label: "allegation"', 1).replace(
        'reason: "not_attempted"', "reason: null", 1
    ).replace('note: ""', 'note: "New."', 1)


@pytest.mark.parametrize(
    ("empty", "first"),
    [
        ("claims: []\n", "claims:\n"),
        ("claims: [] # none yet\n", "claims: # none yet\n"),
        ("claims:\n", "claims:\n"),
        ("# above\nclaims: null # none\n  # below\n", "# above\nclaims: # none\n  # below\n"),
        ("", "claims:\n"),
    ],
)
def test_the_first_claim(empty: str, first: str) -> None:
    head = FILE[: FILE.index("claims:")]
    document = replace(DOCUMENT, claims=(FIRST,))
    after = saved(head + empty, document)
    assert after == head + first + "\n".join(LINES[i] for i in claim_lines(FIRST)) + "\n"


def test_the_last_claim_goes_and_the_remarks_above_it_stay() -> None:
    text = FILE.replace("  - id", "  # remark\n  - id", 1) + "# at the end\n"
    after = saved(text, replace(DOCUMENT, claims=()))
    assert after.endswith("claims: []\n  # remark\n# at the end\n")


def test_what_is_no_map_at_all_is_written_anew() -> None:
    fresh = yaml.dump(plain(DOCUMENT))
    for text in ("", "- a\n", "just words\n", "a: [\n"):
        assert saved(text, DOCUMENT) == fresh


# ---- any text, through an update ----------------------------------------------------------------


@settings(max_examples=30)
@given(TEXT, TEXT, TEXT, st.dictionaries(TEXT, TEXT, max_size=3))
def test_any_text_survives_an_update(
    quote: str, note: str, memo: str, gloss: dict[str, str]
) -> None:
    commented = FILE.replace("  - id", "  # remark\n  - id", 1)
    wild = replace(SECOND, quote=quote, note=note, label=note, gloss=gloss, attributes=gloss)
    document = replace(DOCUMENT, memo=memo, claims=(FIRST, wild, claim(4, 30, quote=quote)))
    after = saved(commented, document)
    assert holds_document(after, document)
    assert "  # remark\n" in after
    again = replace(document, revision=5, claims=(replace(wild, note=quote), *document.claims[2:]))
    assert holds_document(saved(after, again), again)
