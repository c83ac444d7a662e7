"""Word documents, e-books and PDF files."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from qa_annotate.core.model import Extraction
from qa_annotate.errors import SourceError
from qa_annotate.ingest import read

Make = Callable[..., bytes]


def marked(found: Extraction, kind: str) -> list[tuple[str, int, str]]:
    marks = (m for m in found.marks if m.kind == kind)
    return [(found.text[m.start : m.end], m.level, m.value) for m in marks]


# ---- DOCX ---------------------------------------------------------------------------------------


def para(words: str, *, style: str = "", bold: bool = False) -> str:
    looks = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:p>{looks}<w:r>{weight}<w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def style(identity: str, name: str, more: str = "") -> str:
    names = f'w:styleId="{identity}"><w:name w:val="{name}"/>'
    return f'<w:style w:type="paragraph" {more} {names}</w:style>'


def test_a_word_file(make_docx: Make) -> None:
    rows = "".join(
        f"<w:tr><w:tc>{para(a)}</w:tc><w:tc>{para(b)}</w:tc></w:tr>"
        for a, b in [("ADA", "Why?"), ("BO", "So &amp; so.")]
    )
    found = read(
        make_docx(
            para("The miller", style="Heading1")
            + para("Why rye?", style="Frage")
            + para("And wheat?", bold=True)
            + para("It keeps.")
            + f"<w:tbl>{rows}</w:tbl>",
            styles=style("Heading1", "heading 1")
            + style("Frage", "Frage kurz", 'w:customStyle="1"'),
            title="A talk",
        ),
        name="a.docx",
    )
    assert found.text == (
        "The miller\n\nWhy rye?\n\nAnd wheat?\n\nIt keeps.\n\nADA | Why?\n\nBO | So & so."
    )
    assert marked(found, "heading") == [("The miller", 1, "")]
    assert marked(found, "class") == [("Why rye?", 0, "Frage-kurz")]
    assert marked(found, "bold") == [("And wheat?", 0, "")]
    assert found.metadata.title == "A talk"
    assert found.metadata.author is None


@pytest.mark.parametrize("body", ["<broken", "&bomb;", "<w:p>" * 30_000])
def test_a_broken_word_file_is_refused(make_docx: Make, body: str) -> None:
    with pytest.raises(SourceError, match="damaged"):
        read(make_docx(body), name="a.docx")


def test_entities_in_a_word_file_are_refused(make_zip: Make) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
    with pytest.raises(SourceError, match="damaged"):
        read(make_zip({"word/document.xml": bomb}), name="a.docx")


def test_a_zip_bomb_is_refused(make_zip: Make) -> None:
    with pytest.raises(SourceError, match="zip bomb"):
        read(make_zip({"word/document.xml": b" " * 80_000_000}), name="a.docx")


# ---- EPUB ---------------------------------------------------------------------------------------


def test_an_e_book_is_read_in_the_order_of_its_spine(make_epub: Make) -> None:
    found = read(
        make_epub(
            {
                "b.xhtml": '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>'
                '<h2>One</h2><p class="q">Why?</p><p>Because&#160;it is.</p></body></html>',
                "a.xhtml": "<html><body><p>Two.</p></body></html>",
            }
        ),
        name="a.epub",
    )
    assert found.text == "One\n\nWhy?\n\nBecause\N{NO-BREAK SPACE}it is.\n\nTwo."
    assert marked(found, "class") == [("Why?", 0, "q")]
    said = found.metadata
    assert (said.title, said.author, said.language) == ("Two talks", "R. Vane", "en")
    assert said.published == "2020-03-04"


def test_an_e_book_that_is_protected_or_incomplete(make_epub: Make, make_zip: Make) -> None:
    pages = {"a.xhtml": "<p>Why?</p>"}
    locked = (
        '<encryption xmlns:e="x"><e:EncryptedData><e:CipherReference URI="OPS/a.xhtml"/>'
        "</e:EncryptedData></encryption>"
    )
    with pytest.raises(SourceError, match="DRM"):
        read(make_epub(pages, more={"META-INF/encryption.xml": locked}), name="a.epub")
    with pytest.raises(SourceError, match="damaged"):
        read(make_zip({"META-INF/container.xml": "<container/>"}), name="a.epub")
    with pytest.raises(SourceError, match="no text"):
        read(make_epub({}), name="a.epub")


# ---- PDF ----------------------------------------------------------------------------------------


def lines(top: float, *words: str, font: str = "F1") -> list[tuple[float, float, str, float, str]]:
    return [(72.0, top - 14 * n, font, 11.0, line) for n, line in enumerate(words)]


HEAD = (72.0, 800.0, "F1", 9.0, "The Weekly Crumb, June 18")


def test_paragraphs_of_a_pdf_are_rebuilt(make_pdf: Make) -> None:
    found = read(
        make_pdf(
            [
                [
                    HEAD,
                    (72.0, 760.0, "F2", 18.0, "The miller"),
                    *lines(
                        720,
                        "Why do you get up so early in the morning, and who makes the cof-",
                        "fee in this house?",
                        font="F2",
                    ),
                    *lines(
                        680,
                        "Because the bread will not bake itself, and nobody else will do it",
                        "when the frost is on the fields and the road is white and (a well-",
                        "known thing) cold, and I hold that the well-known cold and its mist",
                    ),
                    (300.0, 30.0, "F1", 9.0, "- 1 -"),
                ],
                [
                    HEAD,
                    *lines(760, "do us good.", "Is that so? He told me another story."),
                    (300.0, 30.0, "F1", 9.0, "- 2 -"),
                ],
            ]
        ),
        name="a.pdf",
    )
    assert found.text == (
        "The miller\n\n"
        "Why do you get up so early in the morning, and who makes the coffee in this house?\n\n"
        "Because the bread will not bake itself, and nobody else will do it when the frost is on"
        " the fields and the road is white and (a well-known thing) cold, and I hold that the"
        " well-known cold and its mist do us good.\n\n"
        "Is that so? He told me another story."
    )
    assert marked(found, "heading") == [("The miller", 1, "")]
    assert [words[:10] for words, _, _ in marked(found, "bold")] == ["The miller", "Why do you"]
    assert found.media_type == "application/pdf"


def test_labels_in_a_pdf_with_a_hanging_indent(make_pdf: Make) -> None:
    def turn(top: float, label: str, *words: str) -> list[tuple[float, float, str, float, str]]:
        later = [(110.0, top - 14 * n, "F1", 11.0, line) for n, line in enumerate(words)]
        return [(72.0, top, "F1", 11.0, label), *later]

    found = read(
        make_pdf(
            [
                [
                    *turn(
                        700, "ADA:", "Why do you get up so early in the morning, and who then makes"
                    ),
                    (110.0, 686.0, "F1", 11.0, "the coffee in this cold house for all of you"),
                    *turn(672, "BO:", "Nobody does, and that is the whole trouble with the place."),
                    *turn(658, "ADA:", "I see."),
                ]
            ]
        ),
        name="a.pdf",
    )
    assert found.text == (
        "ADA: Why do you get up so early in the morning, and who then makes"
        " the coffee in this cold house for all of you\n\n"
        "BO: Nobody does, and that is the whole trouble with the place.\n\nADA: I see."
    )


def test_a_scan_is_refused_with_advice(make_pdf: Make) -> None:
    with pytest.raises(SourceError, match="only pictures") as caught:
        read(make_pdf([[], []]), name="a.pdf")
    assert "text recognition" in str(caught.value.hint)


@pytest.mark.parametrize("cut", [9, 60, 400, 700])
def test_a_broken_pdf_is_refused_or_read(make_pdf: Make, cut: int) -> None:
    whole = make_pdf([lines(700, "Why rye?", "It keeps.")])
    try:
        found = read(whole[:cut], name="a.pdf").text
    except SourceError as error:
        found = f"Why rye? {error.hint}"
    assert "Why rye?" in found
    assert "None" not in found
