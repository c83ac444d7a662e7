"""The pages: whole by themselves, harmless, and saying what the files say."""

from __future__ import annotations

import re
import shutil
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from qa_annotate.commands import report as command
from qa_annotate.commands.reanchor import reanchor
from qa_annotate.commands.report import report
from qa_annotate.errors import StoreError
from qa_annotate.report.colors import PALETTE, looks
from qa_annotate.report.inplace import numbered, sections
from qa_annotate.report.site import _link
from qa_annotate.store.project import Project

PAGES = ("index.html", "agreement.html", "disagreements.html", "articles/bridge.html")


class Elements(HTMLParser):
    """Every start tag with its attributes, and the text between."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self._skip = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._skip = tag if tag in ("script", "style") else ""

    def handle_endtag(self, _: str) -> None:
        self._skip = ""

    def handle_data(self, data: str) -> None:
        if not self._skip:
            self.words += data


def parsed(site: Path, page: str) -> Elements:
    return Elements((site / page).read_text(encoding="utf-8"))


def everything(site: Path) -> list[str]:
    return [p.relative_to(site).as_posix() for p in sorted(site.rglob("*.html"))]


def test_the_pages_that_are_made(site: Path) -> None:
    assert set(everything(site)) == {*PAGES, "articles/الجسر.html"}
    plots = {path.stem for path in (site / "figures").glob("*.svg")}
    assert plots == {path.stem for path in (site / "figures").glob("*.pdf")}
    assert plots >= {
        "coefficients",
        "alpha-by-label",
        "alpha-by-article",
        "alpha-over-time",
        "labels-by-coder",
        "coders",
        "confusion-1",
        "confusion-3",
    }


def test_links_lead_to_pages_and_places_that_are_there(site: Path) -> None:
    from urllib.parse import unquote

    for page in everything(site):
        for tag, attributes in parsed(site, page).tags:
            href = attributes.get("href") or ""
            if tag != "a" or href.startswith("https:"):
                continue
            path, _, place = unquote(href).partition("#")
            there = (site / page).parent / path if path else site / page
            assert there.resolve().exists(), f"{page}: {href}"
            ids = {a.get("id") for _, a in Elements(there.read_text(encoding="utf-8")).tags}
            assert not place or place in ids, f"{page}: {href}"


def test_nothing_is_fetched_and_only_our_script_runs(site: Path) -> None:
    for page in everything(site):
        found = parsed(site, page)
        assert [a for t, a in found.tags if t == "script"] == [{}]
        assert not [t for t, _ in found.tags if t in ("link", "img", "iframe", "object", "embed")]
        for tag, attributes in found.tags:
            assert not [name for name in attributes if name.startswith("on")], tag
            assert not (attributes.get("href") or "").startswith(("javascript:", "data:"))
            assert "src" not in attributes
        policy = next(a["content"] for t, a in found.tags if "http-equiv" in a)
        assert (policy or "").startswith("default-src 'none'")
        style = re.search(r"<style>(.*?)</style>", (site / page).read_text(), re.DOTALL)
        assert style
        assert "url(" not in style[1]
        assert "@import" not in style[1]


def test_what_an_article_holds_stays_text(site: Path) -> None:
    words = parsed(site, "articles/bridge.html").words
    for piece in (
        '<script>alert("answer")</script>',
        "<img src=x onerror=alert(1)>",
        "javascript:alert(1)",
        'A note with <b>tags</b> & "signs"',
        "⌇told⌇",
    ):
        assert piece in words
    assert "\u202e" not in (site / "articles/bridge.html").read_text(encoding="utf-8")


def test_only_web_addresses_become_links() -> None:
    assert _link("https://example.org/a b?x=1&y=2") == "https://example.org/a%20b?x=1&y=2"
    script = ("javascript:alert(1)", " JaVaScRiPt:x", "data:text/html,x")
    for address in (*script, "file:///etc", "//x"):
        assert _link(address) == ""


def test_evidence_history_and_decisions_are_told(site: Path) -> None:
    words = " ".join(parsed(site, "articles/bridge.html").words.split())
    assert "satellite picture, independent of the speaker: yes" in words
    assert "contradicts (open), statement" in words
    assert re.search(r"amal decided verified *, later replaced: Doubts\.", words)
    assert "evidence: 2 in all" in words
    assert "Still lacks evidence that supports it" in words


def test_texts_have_a_language_and_a_direction(site: Path) -> None:
    tags = parsed(site, "articles/الجسر.html").tags
    article = next(a for t, a in tags if t == "article")
    assert article["dir"] == "rtl"
    answers = [a["dir"] for t, a in tags if t == "p" and a.get("class") == "answer"]
    assert answers == ["rtl", "rtl"]
    quotes = [a["dir"] for t, a in tags if t == "blockquote"]
    assert set(quotes) == {"rtl"}


def test_every_figure_of_the_terminal_is_on_the_page(site: Path, told: Path) -> None:
    from qa_annotate.commands.agreement import agreement
    from qa_annotate.core.wording import figure

    words = parsed(site, "agreement.html").words
    found = agreement(project=told)
    for item in (*found.headline, *found.further):
        assert item.title in words
        assert figure(item) in words
    for pair in found.pairs:
        assert figure(pair.cohen_kappa) in words


# ---- claims in place ----------------------------------------------------------------------------


def test_claims_that_meet_never_share_a_lane(told: Path) -> None:
    from qa_annotate.commands.coding import gather
    from qa_annotate.commands.report import _told

    gathered = gather(told)
    for coded in gathered.articles:
        claims = numbered(_told(gathered, coded).claims)
        for a in claims:
            for b in claims:
                (s1, e1), (s2, e2) = a.told.claim.position, b.told.claim.position
                assert a is b or e1 <= s2 or e2 <= s1 or a.lane != b.lane


def test_pieces_give_the_text_back_and_lie_under_their_claims(told: Path) -> None:
    from qa_annotate.commands.coding import gather
    from qa_annotate.commands.report import _told

    gathered = gather(told)
    for coded in gathered.articles:
        shown = _told(gathered, coded)
        for section in sections(shown):
            for paragraph in section.paragraphs:
                text = "".join(piece.text for piece in paragraph.pieces)
                assert text in shown.text
            for claim in section.claims:
                pieces = [
                    piece.text
                    for paragraph in section.paragraphs
                    for piece in paragraph.pieces
                    if claim in piece.claims
                ]
                assert "".join(pieces) == claim.told.claim.quote


def test_colours_can_be_read_on_both_pages() -> None:
    for light, dark in PALETTE.values():
        assert contrast(light, "#ffffff") >= 4.5
        assert contrast(dark, "#1e2125") >= 4.5


def contrast(a: str, b: str) -> float:
    """WCAG's contrast ratio."""
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_label_has_a_look_of_its_own(told: Path) -> None:
    from qa_annotate.commands.coding import gather

    labels = gather(told).codebook.labels
    found = looks(labels, ["no claim"])
    assert len({(look.light, look.line) for look in found}) == len(found)


# ---- the folder ---------------------------------------------------------------------------------


def test_pages_are_made_anew_and_old_ones_go(site: Path, told: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    shutil.copytree(site, out)
    done = report(out, ["bridge"], project=told)
    assert done.pages == 4
    assert not (out / "articles" / "الجسر.html").exists()
    assert not list((out / "figures").iterdir())


@pytest.mark.parametrize("place", ["file", "full", "annotations"])
def test_a_folder_that_is_not_for_pages_is_refused(place: str, told: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    if place == "file":
        out.write_text("mine")
    elif place == "full":
        out.mkdir()
        (out / "thesis.doc").write_text("mine")
    else:
        out = told / "annotations" / "pages"
    with pytest.raises(StoreError):
        report(out, project=told)


def test_one_coder_gets_pages_without_figures(told: Path, tmp_path: Path) -> None:
    report(tmp_path / "out", project=told, coders=["noor"])
    assert "needs two coders" in parsed(tmp_path / "out", "agreement.html").words


def test_without_the_optional_part_a_sentence_says_so(
    told: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [n for n in sys.modules if n.startswith("qa_annotate.report.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(StoreError, match="optional part") as caught:
        command.report(tmp_path / "out", project=told)
    assert caught.value.hint == "pip install 'qa-annotate[report]'"


def test_claims_without_a_place_are_listed_apart(
    project: Project, sit: Any, seed_name: str, seed: str, tmp_path: Path
) -> None:
    words = "Aid entered last month."
    amal = sit("amal")
    amal.label(words, "unverified")
    amal.leave()
    newer = tmp_path / "newer.txt"
    newer.write_text(seed.replace(words, ""), encoding="utf-8")
    reanchor(seed_name, newer, project=project.root, coder="amal")
    report(tmp_path / "out", project=project.root)
    page = (tmp_path / "out" / "articles" / f"{seed_name}.html").read_text("utf-8")
    assert "Claims without a place" in page
    assert page.count(words) == 1
