"""HTML pages: which text is kept, how it is marked, and what is said about the rest."""

from __future__ import annotations

import pytest

from qa_annotate.core.model import Extraction, Metadata
from qa_annotate.ingest import htmlmain, read

PROSE = (
    "The mill stood on the river for two hundred years, and every loaf in the valley began there. "
)


def page(body: str, head: str = "") -> Extraction:
    return read(f"<!doctype html><html><head>{head}</head>{body}</html>".encode(), name="a.html")


def marked(found: Extraction, kind: str) -> list[tuple[str, int, str]]:
    marks = (m for m in found.marks if m.kind == kind)
    return [(found.text[m.start : m.end], m.level, m.value) for m in marks]


# ---- marks --------------------------------------------------------------------------------------


def test_structure_survives_as_marks() -> None:
    found = page(
        "<main><h1>The <em>miller</em></h1><p class='q'>Why rye?</p>"
        "<p>It <strong>keeps</strong>.</p><h3>And wheat?</h3><blockquote>It does not.</blockquote>"
        "<ol start=4><li>one<li value=9>two<li>three</ol><ul><li>four</ul>"
        "<figure><img src=a.png alt='A stone'><figcaption>The stone</figcaption></figure>"
        "<aside class=box>He was born here.</aside>"
        "<p>See <a href='/x'>this</a> <code>y</code>.</p></main>"
    )
    assert found.text == (
        "The miller\n\nWhy rye?\n\nIt keeps.\n\nAnd wheat?\n\nIt does not.\n\none\n\ntwo\n\nthree"
        "\n\nfour\n\nA stone\n\nThe stone\n\nHe was born here.\n\nSee this y."
    )
    assert marked(found, "heading") == [("The miller", 1, ""), ("And wheat?", 3, "")]
    assert marked(found, "class") == [("Why rye?", 0, "q"), ("He was born here.", 0, "box")]
    assert marked(found, "list_item") == [
        ("one", 1, "4."),
        ("two", 1, "9."),
        ("three", 1, "10."),
        ("four", 1, "-"),
    ]
    for kind, words in [
        ("italic", "miller"),
        ("bold", "keeps"),
        ("quote", "It does not."),
        ("image", "A stone"),
        ("caption", "The stone"),
        ("box", "He was born here."),
        ("code", "y"),
    ]:
        assert [text for text, _, _ in marked(found, kind)] == [words]
    assert marked(found, "link") == [("this", 0, "/x")]


def test_a_thematic_break_is_known_by_what_follows() -> None:
    found = page("<main><p>It keeps, and we eat it all week long.</p><hr><p>She bakes.</p></main>")
    assert marked(found, "rule") == [("S", 0, "")]


def test_a_definition_list() -> None:
    found = page("<dl><dt>Why rye?</dt><dd><p>It keeps.</p><p>And tastes.</p></dd></dl>")
    assert found.text == "Why rye?\n\nIt keeps.\n\nAnd tastes."
    assert marked(found, "term") == [("Why rye?", 0, "")]
    assert marked(found, "definition") == [("It keeps.\n\nAnd tastes.", 0, "")]


def test_breaks_are_lines_and_double_breaks_paragraphs() -> None:
    found = page(
        "<body><b>A:</b> Why?<br><b>B:</b> No.<br><br>\n<b>A:</b> Oh?<br/> <br/>Well.</body>"
    )
    assert found.text == "A: Why?\nB: No.\n\nA: Oh?\n\nWell."


def test_the_class_of_a_span_that_fills_its_block() -> None:
    found = page(
        "<p><span class=q>Why <i>rye</i>?</span></p><p><span class=w>Because</span> so.</p>"
    )
    assert marked(found, "class") == [("Why rye?", 0, "q")]


def test_style_attributes_are_seen() -> None:
    found = page(
        "<p><span style='font-weight:700'>Why?</span> <i style='font-style: italic'>No.</i></p>"
    )
    assert [words for words, _, _ in marked(found, "bold")] == ["Why?"]


def test_rows_of_a_table_are_lines_and_layout_tables_are_not() -> None:
    data = page("<table><tr><th>Name<th>Says<tr><td><p>Ada</p><td>Why?</table>")
    assert data.text == "Name | Says\n\nAda | Why?"
    assert marked(data, "table") == [(data.text, 0, "")]
    layout = page(f"<table><tr><td>Side</td><td><p>{PROSE}</p><p>Why?</p></td></tr></table>")
    assert marked(layout, "table") == []
    assert "|" not in layout.text


def test_furigana_scripts_and_forms_are_no_text() -> None:
    found = page(
        "<p><ruby>駅<rt>えき</rt></ruby>です<script>a</script><style>b</style><noscript>c</noscript></p>"
        f"<p>{PROSE}</p><form><label>Name?</label></form>"
    )
    assert found.text == f"駅です\n\n{PROSE.strip()}"


def test_xhtml_with_closed_empty_tags() -> None:
    source = (
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head>'
        '<title/><script src="a.js"/></head><body><p><a id="a"/>Why?</p><p>No.</p></body></html>'
    )
    assert read(source.encode(), name="a.xhtml").text == "Why?\n\nNo."


def test_white_space_is_one_space_except_in_pre() -> None:
    found = page("<p>Why\n   not <b> now </b> ?</p><pre>  a\n    b</pre>")
    assert found.text == "Why not now ?\n\n  a\n    b"
    assert [words for words, _, _ in marked(found, "bold")] == ["now"]


# ---- what is kept -------------------------------------------------------------------------------

MENU = "".join(f"<li class=menu-item><a href=/{n}>Section {n}</a></li>" for n in range(12))
TURNS = "".join(
    f"<h3>Why did you do thing {n}?</h3><p>Thing {n} had to be done. {PROSE}</p>" for n in range(6)
)
SITE = (
    f"<header><div class=logo>The Crumb</div></header><nav><ul>{MENU}</ul></nav>"
    "<div class='breadcrumbs'>Home</div>"
    f"<div id=content><h1>The miller</h1><p class=byline>By Ada Reed</p><p>{PROSE}</p>{TURNS}"
    "<p>No.</p></div>"
    "<div class='related-posts'><h4>Who bakes the best pie?</h4></div>"
    "<div class=sidebar><p>Newsletter: want more?</p></div>"
    "<section id=comments><h3>2 comments</h3><p><b>Joe:</b> Is it open?</p></section>"
    "<footer>© 2020 The Crumb. Questions?</footer>"
)


def test_menus_and_feet_go_and_the_interview_stays() -> None:
    found = page(f"<body>{SITE}</body>", "<title>The miller</title>")
    assert found.text.startswith("The miller\n\nBy Ada Reed\n\n")
    assert found.text.endswith("\n\nNo.")
    assert all(f"Why did you do thing {n}?" in found.text for n in range(6))
    for gone in ("Section 3", "Home", "pie", "Newsletter", "Is it open", "2020"):
        assert gone not in found.text
    assert found.warnings == ()


def test_a_page_without_trafilaturas_opinion_is_read_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr(htmlmain, "bare_extraction", fails)
    found = page(f"<body>{SITE}</body>")
    assert all(f"Why did you do thing {n}?" in found.text for n in range(6))
    assert "Section 3" not in found.text
    assert any("trafilatura" in warning for warning in found.warnings)


def test_questions_that_trafilatura_drops_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """The guard: what stands between two parts of the article is part of it."""
    whole = htmlmain._opinion

    def without_headings(*arguments: object) -> str:
        opinion = whole(*arguments)
        for n in range(6):
            opinion = opinion.replace(f"Whydidyoudothing{n}", "")
        return opinion

    monkeypatch.setattr(htmlmain, "_opinion", without_headings)
    found = page(f"<body>{SITE}</body>")
    assert all(f"Why did you do thing {n}?" in found.text for n in range(6))


ITEM = "<article class=item><h2>{}</h2><p><b>Ada Lund:</b> " + PROSE + "</p></article>"


def test_articles_built_alike_are_one_interview() -> None:
    """Pages that wrap each question in an article of its own."""
    asked = ["Why rye?", "Who eats it?", "What comes next?"]
    body = "<main><h1>The miller</h1>" + "".join(map(ITEM.format, asked)) + "</main>"
    found = page(body)
    assert [line for line in found.text.split("\n") if line.endswith("?")] == asked
    assert not found.warnings


def test_cards_beside_an_article_are_not_part_of_it() -> None:
    article = f"<article><h2>Why rye?</h2><p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p></article>"
    cards = "".join(f"<article><h3>Bread {n}</h3><p>Ten loaves.</p></article>" for n in (1, 2))
    assert "Ten loaves" not in page(f"<main>{article}{cards}</main>").text


def test_question_like_lines_left_out_are_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(htmlmain, "_opinion", lambda *_: "Keepthisparagraphplease")
    found = page(
        "<body><p>Have you seen the start?</p><p>Keep this paragraph please.</p>"
        "<div class=promo>Hungry now?</div><p>Keep this paragraph please.</p></body>"
    )
    assert any("Have you seen the start?" in warning for warning in found.warnings)


def test_an_advertisement_inside_is_reported() -> None:
    body = f"<article><p>{PROSE}</p><div class=ad>Tired of waiting?</div><p>{PROSE}</p></article>"
    found = page(body)
    assert "Tired" not in found.text
    assert any("Tired of waiting?" in warning for warning in found.warnings)


def test_a_sidebar_class_on_everything_hides_nothing() -> None:
    found = page(
        f"<body><div class='content-sidebar-wrap'><p>{PROSE * 3}</p><h3>Why?</h3></div></body>"
    )
    assert "Why?" in found.text


def test_a_class_on_an_inline_tag_cuts_nothing_out_of_a_sentence() -> None:
    found = page(f"<p>{PROSE}I met <a class=related-link href=/x>her</a> then.</p>")
    assert "I met her then." in found.text


def test_an_unclosed_menu_does_not_swallow_the_page() -> None:
    found = page(f"<body><nav><a href=/>Home</a><main><p>{PROSE}</p><p>Why?</p></main></body>")
    assert "Why?" in found.text


# ---- metadata -----------------------------------------------------------------------------------


def said(head: str, body: str = "<p>Why?</p>", html: str = "") -> Metadata:
    source = f"<html {html}><head>{head}</head><body>{body}</body></html>"
    return read(source.encode(), name="a.html").metadata


def test_meta_tags() -> None:
    assert said(
        '<meta property="og:title" content="The miller">'
        '<meta property="og:site_name" content="Crumb"><meta name="author" content="Ada Reed">'
        '<meta property="article:author" content="https://x/a">'
        '<meta property="article:published_time" content="2014-06-18T09:30:00+00:00">'
        '<link rel="canonical" href="https://x.org/m"><title>The miller | Crumb</title>',
        html='lang="en-GB"',
    ) == Metadata(
        title="The miller",
        publisher="Crumb",
        author="Ada Reed",
        published="2014-06-18T09:30:00+00:00",
        language="en-GB",
        url="https://x.org/m",
    )


def test_json_ld() -> None:
    found = said(
        '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "no"}, '
        '{"@type": ["NewsArticle"], "headline": "The miller", "datePublished": "2014-06-18",'
        '"author": [{"name": "Ada Reed"}, {"name": "Bo Lin"}], "publisher": {"name": "Crumb"},'
        '"inLanguage": "en", "mainEntityOfPage": {"@id": "https://x.org/m"}}]}</script>'
    )
    assert (found.title, found.publisher, found.author) == (
        "The miller",
        "Crumb",
        "Ada Reed, Bo Lin",
    )
    assert (found.published, found.language, found.url) == ("2014-06-18", "en", "https://x.org/m")


def test_the_site_is_split_off_the_title_where_the_heading_shows_it() -> None:
    found = said("<title>The miller – a life – Crumb</title>", "<h1>The miller – a life</h1><p>x")
    assert (found.title, found.publisher) == ("The miller – a life", "Crumb")
    kept = said("<title>Rye | wheat</title>", "<h1>Grain</h1><p>x")
    assert (kept.title, kept.publisher) == ("Rye | wheat", None)


def test_citation_tags_and_times() -> None:
    found = said(
        '<meta name="citation_title" content="T"><meta name="citation_author" content="A, B">'
        '<meta name="citation_author" content="C, D">',
        '<p>x <time datetime="2019-05-06">May</time></p>',
    )
    assert (found.author, found.published) == ("A, B, C, D", "2019-05-06")


def test_a_page_that_says_nothing() -> None:
    assert said("") == Metadata()


@pytest.mark.parametrize("script", ["{", "[" * 5000, '{"@graph": 3}', "null", '[{"@type": 5}]'])
def test_broken_json_ld_is_passed_over(script: str) -> None:
    assert said(f'<script type="application/ld+json">{script}</script>').title is None
