"""The pages in a real browser: layout, both colour schemes, accessibility, silence."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

WIDTHS = (390, 1280)
PAGES = (
    "index.html",
    "agreement.html",
    "disagreements.html",
    "articles/bridge.html",
    "articles/الجسر.html",
)


def axe() -> str:
    package = pytest.importorskip("axe_core_python")
    return (resources.files(package) / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def _fresh(browser: Any) -> None:
    browser.requests.clear()
    browser.complaints.clear()
    browser.script(True)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_is_wider_than_its_window(browser: Any, site: Path, page: str, width: int) -> None:
    browser.open(site / page, width=width)
    assert browser.run("document.documentElement.scrollWidth") <= width
    assert browser.run("document.querySelector('h1').getBoundingClientRect().height") > 0


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_asked_for_and_nothing_complained_of(
    browser: Any, site: Path, page: str
) -> None:
    for dark in (False, True):
        browser.open(site / page, dark=dark)
    assert set(browser.requests) == {(site / page).as_uri()}
    assert browser.complaints == []


def test_light_and_dark_differ(browser: Any, site: Path) -> None:
    seen = []
    for dark in (False, True):
        browser.open(site / "agreement.html", dark=dark)
        seen.append(browser.run("getComputedStyle(document.body).backgroundColor"))
        ink = "getComputedStyle(document.querySelector('.plot svg text')).fill"
        seen.append(browser.run(ink))
    assert len(set(seen)) == 4


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(browser: Any, site: Path, page: str, dark: bool, width: int) -> None:
    browser.open(site / page, width=width, dark=dark)
    browser.run("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    browser.run(axe())
    found = json.loads(browser.run("axe.run().then(r => JSON.stringify(r.violations))"))
    told = [(v["id"], [n["html"][:120] for n in v["nodes"][:3]]) for v in found]
    assert told == []


SHOWN = "[...document.querySelectorAll('.item')].filter(i => i.offsetParent).length"


def test_filters_work(browser: Any, site: Path) -> None:
    browser.open(site / "disagreements.html")
    whole = browser.run(SHOWN)
    browser.run("document.getElementById('f-article-1').click()")
    part = browser.run(SHOWN)
    assert 0 < part < whole
    assert browser.run("document.getElementById('count').textContent").startswith(f"{part} of")
    browser.run("document.querySelector('button[type=reset]').click()")
    assert browser.run(SHOWN) == whole


def test_words_can_be_searched(browser: Any, site: Path) -> None:
    browser.open(site / "disagreements.html")
    browser.run(
        "const w = document.getElementById('words'); w.value = 'MARKET reopened';"
        "w.dispatchEvent(new Event('input', {bubbles: true}))"
    )
    assert browser.run(SHOWN) == 1


def test_filters_work_without_script(browser: Any, site: Path) -> None:
    browser.script(False)
    browser.open(site / "disagreements.html")
    document = browser.call("DOM.getDocument", depth=-1)["root"]["nodeId"]
    place = "DOM.querySelector"
    radio = browser.call(place, nodeId=document, selector="#f-article-1")["nodeId"]
    quads = browser.call("DOM.getContentQuads", nodeId=radio)["quads"][0]
    before = shown(browser, document)
    at = {"x": quads[0] + 3, "y": quads[1] + 3, "button": "left", "clickCount": 1}
    for kind in ("mousePressed", "mouseReleased"):
        browser.call("Input.dispatchMouseEvent", type=kind, **at)
    assert 0 < shown(browser, document) < before


def shown(browser: Any, document: int) -> int:
    """How many items have a place on the page, found out without script."""
    items = browser.call("DOM.querySelectorAll", nodeId=document, selector=".item")["nodeIds"]
    count = 0
    for item in items:
        style = browser.call("CSS.getComputedStyleForNode", nodeId=item)["computedStyle"]
        count += next(s["value"] for s in style if s["name"] == "display") != "none"
    return count


def test_the_keyboard_reaches_the_content_first(browser: Any, site: Path) -> None:
    browser.open(site / "index.html")
    for kind in ("keyDown", "keyUp"):
        browser.call("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab",
                     windowsVirtualKeyCode=9)  # fmt: skip
    assert browser.run("document.activeElement.className") == "skip"
    assert browser.run("document.activeElement.getBoundingClientRect().left") >= 0


def test_a_script_in_an_article_does_not_run(browser: Any, site: Path) -> None:
    browser.open(site / "articles/bridge.html")
    assert browser.run("document.querySelectorAll('img, article script').length") == 0


def test_print_shows_history_and_no_filters(browser: Any, site: Path) -> None:
    browser.open(site / "disagreements.html")
    browser.call("Emulation.setEmulatedMedia", media="print", features=[])
    assert browser.run("getComputedStyle(document.querySelector('.filters')).display") == "none"
    browser.call("Emulation.setEmulatedMedia", media="")
