"""Plain data and types, and the schemas printed from them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_annotate.adapters.codec import (
    ShapeError,
    from_json,
    from_plain,
    to_lean_json,
    to_plain,
    to_safe_json,
)
from qa_annotate.adapters.schemas import SCHEMAS, schema, schema_errors
from qa_annotate.core.records import (
    Begun,
    Claim,
    ClaimChange,
    CodebookRef,
    Decided,
    Document,
    Edit,
    Entry,
    Evidence,
    FieldChange,
    ReadChange,
    Saved,
    Superseded,
)

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
SPAN = st.tuples(st.integers(0, 99), st.integers(0, 99))
DECIDED = st.builds(Decided, by=TEXT, at=TEXT)
VALUES = st.one_of(
    TEXT, st.none(), st.booleans(), st.integers(-99, 99), st.floats(allow_nan=False, width=16)
).filter(lambda value: not isinstance(value, float) or abs(value) < 1e9)
MAYBE = st.none() | TEXT
CLAIMS = st.builds(
    Claim,
    id=TEXT,
    label=TEXT,
    quote=TEXT,
    position=SPAN,
    context=st.tuples(TEXT, TEXT),
    passage=TEXT,
    speaker=MAYBE,
    attributed_to=MAYBE,
    against=MAYBE,
    reason=MAYBE,
    decided=DECIDED,
    attributes=st.dictionaries(TEXT, VALUES, max_size=2),
    evidence=st.lists(
        st.builds(
            Evidence,
            id=TEXT,
            kind=TEXT,
            locator=TEXT,
            bearing=st.sampled_from(["supports", "contradicts", "context"]),
            open=st.booleans(),
        ),
        max_size=2,
    ).map(tuple),
    note=TEXT,
    gloss=st.dictionaries(TEXT, TEXT, max_size=2),
    superseded=st.lists(
        st.builds(Superseded, label=TEXT, reason=MAYBE, decided=DECIDED, why=TEXT), max_size=2
    ).map(tuple),
)
EDITS = st.builds(
    Edit,
    action=TEXT,
    claims=st.lists(
        st.builds(ClaimChange, id=TEXT, before=st.none() | CLAIMS, after=st.none() | CLAIMS),
        max_size=2,
    ).map(tuple),
    read=st.lists(
        st.builds(ReadChange, spans=st.lists(SPAN, max_size=2).map(tuple), after=st.booleans()),
        max_size=2,
    ).map(tuple),
    fields=st.lists(
        st.one_of(
            st.builds(FieldChange, field=st.just("memo"), before=TEXT, after=TEXT),
            st.builds(
                FieldChange, field=st.just("finished"), before=st.booleans(), after=st.booleans()
            ),
        ),
        max_size=2,
    ).map(tuple),
    undoes=st.none() | st.integers(1, 99),
)
ENTRIES = st.builds(
    Entry,
    seq=st.integers(1, 9999),
    at=TEXT,
    coder=TEXT,
    tool=TEXT,
    previous=TEXT,
    begun=st.none()
    | st.builds(
        Begun,
        article=TEXT,
        text_sha256=TEXT,
        codebook=st.builds(CodebookRef, id=TEXT, version=TEXT),
    ),
    edit=st.none() | EDITS,
    saved=st.none() | st.builds(Saved, revision=st.integers(0, 99), sha256=TEXT),
)


@settings(max_examples=50)
@given(ENTRIES)
def test_an_entry_comes_back_from_its_line(entry: Entry) -> None:
    line = to_lean_json(entry)
    assert b"\n" not in line
    assert from_json(line, Entry) == entry
    assert from_json(to_safe_json(entry).encode(), Entry) == entry
    assert json.loads(to_safe_json(entry)) == to_plain(entry)


def test_a_line_of_the_log_leaves_out_what_is_as_always() -> None:
    claim = Claim(
        id="c1",
        label="unverified",
        quote="We ran.",
        position=(0, 7),
        decided=Decided(by="a", at="t"),
    )
    entry = Entry(
        seq=2,
        at="t",
        coder="amal",
        tool="0.1.0",
        previous="p",
        edit=Edit(action="label", claims=(ClaimChange(id="c1", after=claim),)),
    )
    assert to_lean_json(entry) == (
        b'{"seq":2,"at":"t","coder":"amal","tool":"0.1.0","previous":"p","edit":{"action":"label",'
        b'"claims":[{"id":"c1","after":{"id":"c1","label":"unverified","quote":"We ran.",'
        b'"position":[0,7],"decided":{"by":"a","at":"t"}}}]}}'
    )


@settings(max_examples=30)
@given(st.lists(CLAIMS, max_size=2).map(tuple), TEXT)
def test_a_document_comes_back_from_plain_data_and_fits_its_schema(
    claims: tuple[Claim, ...], memo: str
) -> None:
    document = Document(
        article="bridge",
        text_sha256="0",
        codebook=CodebookRef(id="b", version="1"),
        coder="amal",
        memo=memo,
        claims=claims,
    )
    plain = to_plain(document)
    assert from_plain(plain, Document) == document
    assert schema_errors(plain, "annotation") == []


# ---- what doesn't fit ---------------------------------------------------------------------------


def plain(**fields: Any) -> dict[str, Any]:
    made = to_plain(
        Document(
            article="bridge",
            text_sha256="0",
            codebook=CodebookRef(id="b", version="1"),
            coder="amal",
            claims=(
                Claim(
                    id="c1",
                    label="unverified",
                    quote="We ran.",
                    position=(0, 7),
                    decided=Decided(by="amal", at="t"),
                ),
            ),
        )
    )
    return {**made, **fields}


def broken_claim(**fields: Any) -> dict[str, Any]:
    made = plain()
    made["claims"][0] |= fields
    return made


@pytest.mark.parametrize(
    ("data", "path", "message"),
    [
        (plain(finished="yes"), ("finished",), "Expected 'bool', got 'str'"),
        (plain(read=[[1, 2], [3]]), ("read", 1), "Expected 'array' of length 2, got 1"),
        (
            broken_claim(position=[0, "7"]),
            ("claims", 0, "position", 1),
            "Expected 'int', got 'str'",
        ),
        (broken_claim(label=None), ("claims", 0, "label"), "Expected 'str', got 'null'"),
        (plain(kind="model"), ("kind",), "Invalid enum value 'model'"),
        (
            {k: v for k, v in plain().items() if k != "coder"},
            (),
            "the key is missing: 'coder'",
        ),
    ],
)
def test_a_wrong_shape_says_where(data: Any, path: tuple[str | int, ...], message: str) -> None:
    with pytest.raises(ShapeError) as caught:
        from_plain(data, Document)
    assert (caught.value.path, caught.value.message) == (path, message)


@pytest.mark.parametrize("line", [b"", b"{", b"[]", b'{"seq":1}', b"\xff", b"[" * 99999])
def test_a_line_that_is_no_entry(line: bytes) -> None:
    with pytest.raises(ShapeError):
        from_json(line, Entry)


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (plain(colour="red"), [(("colour",), "unknown-key", "unknown key 'colour'")]),
        (
            plain(**{"it's": 1, "so \"x\", 'y'": 2, "é\n": 3}),
            [
                (("it's",), "unknown-key", "unknown key 'it's'"),
                (("so \"x\", 'y'",), "unknown-key", "unknown key 'so \"x\", 'y''"),
                (("é\n",), "unknown-key", "unknown key 'é\n'"),
            ],
        ),
        (
            broken_claim(labell="x"),
            [(("claims", 0, "labell"), "unknown-key", "unknown key 'labell'")],
        ),
        (
            plain(finished="yes"),
            [(("finished",), "schema", 'finished: "yes" is not of type "boolean"')],
        ),
        (
            broken_claim(position=[0]),
            [(("claims", 0, "position"), "schema", "claims.0.position: [0] has less than 2 items")],
        ),
        (
            plain(kind="model", format=1),
            [
                (("format",), "schema", 'format: 1 is not of type "string"'),
                (("kind",), "schema", 'kind: "model" is not one of "adjudication" or "coder"'),
            ],
        ),
    ],
)
def test_each_break_of_a_schema_is_found(data: Any, found: list[Any]) -> None:
    assert sorted(schema_errors(data, "annotation")) == sorted(found)


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_allow_no_unknown_key(name: str) -> None:
    printed = schema(name)
    assert printed["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    for definition in printed["$defs"].values():
        assert definition.get("additionalProperties", None) is False
