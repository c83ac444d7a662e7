"""Markdown to reading text and marks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_annotate.core.model import Extraction
from qa_annotate.ingest import markdown, read
from qa_annotate.ingest.sections import Section


def md(text: str) -> Extraction:
    return read(text.encode(), name="talk.md")


def marked(found: Extraction, kind: str) -> list[tuple[str, int, str]]:
    """The words under each mark of a kind, with level and value."""
    marks = (m for m in found.marks if m.kind == kind)
    return [(found.text[m.start : m.end], m.level, m.value) for m in marks]


def test_an_interview() -> None:
    found = md("# Two *loaves*\n\n**Q: Why rye?**\n\nIt keeps.\nA week\\!  \nOr two.\n")
    assert found.text == "Two loaves\n\nQ: Why rye?\n\nIt keeps.\nA week!\nOr two."
    assert marked(found, "heading") == [("Two loaves", 1, "")]
    assert marked(found, "bold") == [("Q: Why rye?", 0, "")]
    assert marked(found, "italic") == [("loaves", 0, "")]
    assert found.media_type == "text/markdown"
    assert found.extractor.name == "markdown+markdown-it-py"


def test_blocks_are_joined_by_one_blank_line() -> None:
    found = md(
        "One.\n\n\n\n***\n\n> Two.\n>\n> Three.\n\n- four\n- five\n\n| a | b |\n|-|-|\n| c | d |"
    )
    assert found.text == "One.\n\nTwo.\n\nThree.\n\nfour\n\nfive\n\na | b\n\nc | d"
    assert marked(found, "quote") == [("Two.\n\nThree.", 0, "")]
    assert marked(found, "table") == [("a | b\n\nc | d", 0, "")]


def test_a_thematic_break_is_known_by_what_follows() -> None:
    found = md("It keeps.\n\n---\n\nShe bakes.\n\n***\n")
    assert found.text == "It keeps.\n\nShe bakes."
    assert marked(found, "rule") == [("S", 0, "")]


def test_a_list_keeps_its_markers_beside_the_text() -> None:
    found = md("3. Why?\n\n   Because.\n4. Where?\n   - here\n   * there\n")
    assert found.text == "Why?\n\nBecause.\n\nWhere?\n\nhere\n\nthere"
    assert marked(found, "list_item") == [
        ("Why?\n\nBecause.", 1, "3."),
        ("Where?\n\nhere\n\nthere", 1, "4."),
        ("here", 2, "-"),
        ("there", 2, "*"),
    ]


def test_lines_of_a_paragraph_stay() -> None:
    assert md("RV: Why?\nLS: Because.\n").text == "RV: Why?\nLS: Because."


def test_links_images_and_code() -> None:
    found = md(
        "See [*the* page](https://x.org/a_(b)) and [that][1].\n\n"
        "![A *loaf*](l.png)\nBread & butter\n\n"
        "Use `x  y`.\n\n```py\na = 1\n\n    b\n```\n\n[1]: /that 'T'\n"
    )
    assert found.text == (
        "See the page and that.\n\nA loaf\n\nBread & butter\n\nUse x  y.\n\na = 1\n\n    b"
    )
    assert marked(found, "link") == [("the page", 0, "https://x.org/a_(b)"), ("that", 0, "/that")]
    assert marked(found, "image") == [("A loaf", 0, "")]
    assert marked(found, "code") == [("x  y", 0, ""), ("a = 1\n\n    b", 0, "")]


def test_an_image_inside_a_sentence_stays_there() -> None:
    assert md("I ![heart](h.png) bread.").text == "I heart bread."
    assert md("I do. ![A loaf](h.png)").text == "I do.\n\nA loaf"


def test_entities_and_escapes_are_decoded() -> None:
    assert md("a &amp; b &mdash; \\*c\\* &#233; 1\\. x").text == "a & b — *c* é 1. x"


def test_raw_html_leaves_its_words_and_its_meaning() -> None:
    found = md(
        '<div class="q">\n\nWhy *now*?\n\n</div>\n\n<figure><img src="a.png" alt="A mill">'
        "<figcaption>The mill</figcaption></figure>\n\n"
        "It <b>turned</b><br>and <!-- no --> stopped.\n\n"
        "<script>\nlet a;\n</script>\n<dl><dt>Rye</dt><dd>a grain</dd></dl>\n"
    )
    assert found.text == (
        "Why now?\n\nA mill\n\nThe mill\n\nIt turned\nand stopped.\n\nRye\n\na grain"
    )
    assert marked(found, "class") == [("Why now?", 0, "q")]
    assert marked(found, "caption") == [("The mill", 0, "")]
    assert marked(found, "bold") == [("turned", 0, "")]
    assert marked(found, "term") == [("Rye", 0, "")]
    assert marked(found, "definition") == [("a grain", 0, "")]


@pytest.mark.parametrize(
    "source",
    [
        "Why?\n{: .q}",
        "## Why? {#anchor}",
        '{% image "a.png" "alt" %}\n\nWhy?',
        'Why? {{< ref "a.md" >}}',
        "{{% alert %}}\nWhy?\n{{% /alert %}}",
        '<a name="x"></a>Why?',
        "Why?\n\n[1]: http://x.org\n[^2]: http://x.org",
        ":::info\nWhy?\n:::",
        "> [!NOTE]\n> Why?",
        "<!-- a\n\nb -->\n\nWhy?",
        '[Why?]({{ "/tags/" | url }})',
    ],
)
def test_what_is_no_reading_text_goes(source: str) -> None:
    assert md(source).text == "Why?"


def test_codes_that_are_not_closed_are_text() -> None:
    assert md("Is {% odd? And {{ too.").text == "Is {% odd? And {{ too."


def test_classes_of_attribute_lists_are_marks() -> None:
    assert marked(md("Why?\n{: .question .bold}"), "class") == [("Why?", 0, "question bold")]


def test_definition_lists() -> None:
    found = md("Why rye?\n: It keeps.\n: It tastes.\n")
    assert found.text == "Why rye?\n\nIt keeps.\n\nIt tastes."
    assert marked(found, "term") == [("Why rye?", 0, "")]
    assert [words for words, _, _ in marked(found, "definition")] == ["It keeps.", "It tastes."]


def test_marks_fit_after_normalising() -> None:
    found = md("cafe\u0301 **e\u0301te\u0301** cafe\u0301 *o\u0308*")
    assert found.text == "café été café ö"
    assert marked(found, "bold") == [("été", 0, "")]
    assert marked(found, "italic") == [("ö", 0, "")]


# ---- front matter -------------------------------------------------------------------------------


def test_front_matter_is_metadata_and_no_text() -> None:
    found = md(
        '---\n# a comment\ntitle: "Bread: a talk"\ndate: 2015-09-01 11:10:59 -0400\n'
        "authors:\n  - name: Ada Reed\n    url: /ada\n  - bo-lin\ntags: [a, b]\nlang: en\n"
        "canonicalUrl: https://x.org/bread\nsite: The Crumb\n---\nWhy?\n"
    )
    assert found.text == "Why?"
    said = found.metadata
    assert (said.title, said.author, said.publisher) == (
        "Bread: a talk",
        "Ada Reed, bo-lin",
        "The Crumb",
    )
    assert (said.published, said.language) == ("2015-09-01T11:10:59-04:00", "en")
    assert said.url == "https://x.org/bread"


def test_toml_front_matter() -> None:
    found = md('+++\ntitle = "Bread"\nauthors = ["A", "B"]\ndate = 2026-01-02\n+++\nWhy?')
    assert found.text == "Why?"
    assert (found.metadata.title, found.metadata.author) == ("Bread", "A, B")
    assert found.metadata.published == "2026-01-02"


def test_folded_values_and_link_markup() -> None:
    found = md(
        "---\nauthor: >\n  [Ada Reed](https://x.org) (The\n  Crumb)\ntitle: 'It''s'\n---\nWhy?"
    )
    assert (found.metadata.author, found.metadata.title) == ("Ada Reed (The Crumb)", "It's")


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert md("---\nWhy?\n\n---\nBecause.").text == "Why?\n\nBecause."
    assert md("---\ntitle: never closed\n").text.startswith("title: never closed")


# ---- the quick ways give what the parser gives --------------------------------------------------

PIECES = (
    *(" ", "  ", "\n", "\n\n", "    ", "\t", "Why", "rye", "é", "世", "ل", "5", ".", ",", "?", ":"),
    *("**", "*", "_", "__", "`", "~~", "~", "\\", "!", "(", ")", "“", "”", '"', "a**", "**:", "*)"),
    *("[a](b)", "[a]", "![c](d)", "](", "[r]: /x\n", "[r]", "https://x.org/", "{: .q}", "#", ": "),
    *("&amp;", "& ", "&lt;", "<b>", "</b>", "<", ">", "<!-- ", "-->", "<div>\n", "</div>\n"),
    *("# ", "- ", "1. ", "> ", "```\n", "---\n", "===\n", "| a | b |\n", "|-|-|\n"),
)


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
def test_quick_paths_and_parser_agree(text: str) -> None:
    quick = _walked(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markdown, "sections", lambda whole: [Section(whole)])
        patch.setattr(markdown, "simple_pieces", lambda _: None)
        assert _walked(text) == quick


def _walked(text: str) -> tuple[str, object]:
    builder = markdown.Builder()
    markdown._Walk(builder).run(text)
    return builder.finish()
