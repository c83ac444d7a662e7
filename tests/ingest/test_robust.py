"""No bytes crash a reader, and none takes long."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa_annotate.core.model import Extraction
from qa_annotate.core.text import canonical
from qa_annotate.errors import SourceError
from qa_annotate.ingest import read

NAMES = ("a.txt", "a.md", "a.html", "a.docx", "a.pdf", "a.epub", "a.srt", "-")
SAMPLES = (
    b"---\ntitle: x\n---\n# Why?\n\n**Q: a** [b](c)\n\n> - d\n\n<div class=q>e</div>\n\n"
    b"|a|b|\n|-|-|\n|c|d|",
    b"<html lang=en><meta charset=utf-8><body><h1>W</h1><dl><dt>Why?<dd>So.</dl>"
    b"<table><tr><td>a<td>b</table><ul><li>x</ul><img alt=y>"
    b"<script type='application/ld+json'>{}</script></body></html>",
    b"1\n00:00:01,000 --> 00:00:02,000\n<v Ada>Why?\n\n"
    b"2\n00:00:02,000 --> 00:00:03,000\n- No.\n- Oh.\n",
    "س: لماذا؟\r\nج: لأن \u200fهذا\u0301.\n[00:01] Ü\n".encode(),
)


def read_or_refuse(data: bytes, name: str) -> Extraction | None:
    """The extraction after checking what must hold of every one; None where it was refused."""
    try:
        found = read(data, name=name)
    except SourceError as error:
        return None if error.hint else pytest.fail(f"no next step: {error}")
    assert found.text == canonical(found.text)
    found.text.encode("utf-8")
    for mark in found.marks:
        assert 0 <= mark.start < mark.end <= len(found.text)
        if mark.kind != "class":
            assert not found.text[mark.start].isspace()
            assert not found.text[mark.end - 1].isspace()
    return found


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(NAMES))
def test_random_bytes(data: bytes, name: str) -> None:
    read_or_refuse(data, name)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300), st.sampled_from(NAMES))
def test_random_text(text: str, name: str) -> None:
    read_or_refuse(text.encode("utf-8", errors="surrogatepass"), name)


@settings(max_examples=250, deadline=None)
@given(st.sampled_from(SAMPLES), st.integers(0, 2**32), st.sampled_from(NAMES))
def test_mutated_samples(sample: bytes, seed: int, name: str) -> None:
    read_or_refuse(mutated(sample, random.Random(seed)), name)


@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.integers(0, 2**32))
def test_mutated_containers(
    make_docx: Callable[..., bytes],
    make_epub: Callable[..., bytes],
    make_pdf: Callable[..., bytes],
    seed: int,
) -> None:
    rng = random.Random(seed)
    body = (
        "<w:p><w:r><w:b/><w:t>Why?</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    )
    made = (
        make_docx(mutated(body.encode(), rng).decode("utf-8", errors="replace")),
        make_docx(body),
        make_epub({"a.xhtml": mutated(SAMPLES[1], rng).decode("utf-8", errors="replace")}),
        make_epub({"a.xhtml": "<p>Why?</p>"}),
        make_pdf([[(72, 700, "F1", 11, "Why rye?"), (72, 680, "F2", 11, "It keeps.")]]),
    )
    read_or_refuse(rng.choice(made), "-")
    read_or_refuse(mutated(rng.choice(made), rng), "-")


def mutated(data: bytes, rng: random.Random) -> bytes:
    """Some bytes changed, doubled, cut out or moved."""
    out = bytearray(data)
    for _ in range(rng.randint(1, 8)):
        at, size = rng.randrange(len(out) + 1), rng.randint(1, 12)
        piece = rng.choice((bytes(out[at : at + size]) * rng.randint(2, 9), rng.randbytes(2), b""))
        out[at : at + size * rng.randint(0, 1)] = piece
    return bytes(out)


WIDE = 300_000
PATHOLOGICAL: dict[str, tuple[str, bytes]] = {
    "one line": ("a.txt", b"word " * 2_000_000),
    "one line of Markdown": ("a.md", b"word? " * 200_000),
    "one line of HTML": ("a.html", b"<p>" + b"word? " * 200_000),
    "one-word paragraphs": ("a.md", b"word\n\n" * 100_000),
    "one-word HTML paragraphs": ("a.html", b"<p>word" * 20_000),
    "question marks": ("a.md", b"?" * WIDE),
    "combining marks": ("a.md", "\u0301".encode() * WIDE),
    "combining marks in HTML": ("a.html", b"<p>" + "\u0301<b>\u0301</b>".encode() * 20_000),
    "right-to-left marks": ("a.txt", "\u200f".encode() * WIDE),
    "spaces": ("a.md", b"x" + b" " * 2_000_000 + b"y {: z"),
    "deep tags": ("a.html", b"<div>" * 10_000 + b"deep?" + b"</div>" * 10_000),
    "deep lists in HTML": ("a.html", b"<ul><li>x " * 10_000),
    "deep tables": ("a.html", b"<table><tr><td>x " * 5_000),
    "deep quotes": ("a.md", b">" * 10_000 + b" deep?"),
    "deep lists": ("a.md", b"- " * 10_000 + b"deep?"),
    "open brackets": ("a.md", b"[" * WIDE),
    "open images": ("a.md", b"![" * WIDE),
    "open emphasis": ("a.md", b"*a_ " * 50_000),
    "open tags": ("a.md", b"<a " * 50_000),
    "open comments": ("a.md", b"x <!-- " * 50_000),
    "open codes": ("a.md", b"{% " * WIDE),
    "open attributes": ("a.html", b"<p " + b"a='" * 50_000),
    "backticks": ("a.md", b"".join(b"`" * (n % 70) + b"a" for n in range(10_000))),
    "ampersands": ("a.html", b"<p>" + b"&" * WIDE),
    "breaks": ("a.html", b"x" + b"<br>" * 20_000 + b"y"),
    "closing tags": ("a.html", b"</div>" * 50_000 + b"x"),
    "open voices": ("a.srt", b"00:00:01,000 --> 00:00:02,000\n" + b"<v " * 100_000),
    "a long cue": ("a.srt", b"00:00:01,000 --> 00:00:02,000\n" + b"hi\n" * 200_000),
    "clocks": ("a.srt", b"00:00:01,000 --> 00:00:02,000\n" + b"00:00 " * 200_000),
}


@pytest.mark.parametrize("case", PATHOLOGICAL)
def test_pathological_files_take_linear_time(case: str) -> None:
    name, data = PATHOLOGICAL[case]
    began = time.process_time()
    read_or_refuse(data, name)
    assert time.process_time() - began < 2 + 20 * len(data) / 1_000_000


@pytest.mark.parametrize("case", ["deep tags", "deep quotes", "deep lists"])
def test_what_lies_deep_is_not_lost(case: str) -> None:
    name, data = PATHOLOGICAL[case]
    assert "deep?" in read(data, name=name).text


def test_every_word_of_a_page_nested_too_deeply_is_read() -> None:
    found = read(b"<ul><li>x " * 10_000, name="a.html")
    assert found.text.split() == ["x"] * 10_000
