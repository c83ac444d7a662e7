"""`structure --reparse`: an article read again, with what people corrected made again on it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from qa_annotate.commands.add import add
from qa_annotate.commands.log import log
from qa_annotate.commands.structure import reparse
from qa_annotate.core.records import Correction
from qa_annotate.core.structuring import edit_of, shaped, undone
from qa_annotate.errors import StoreError
from qa_annotate.store.project import Project, article_body, load_article
from qa_annotate.store.structures import open_structure

TEXT = """\
Boats and their people

We spoke with Ann Roe, who keeps the harbour.

Q: Where do the boats lie?

Behind the wall. Nobody steals there.

Q: Who built the wall?

The town built it, long ago.

Thanks for reading.
"""
MONDAY = "2026-11-23T09:00:00Z"


@pytest.fixture
def home(tmp_path):
    (tmp_path / "annotations").mkdir()
    (tmp_path / "boats.txt").write_text(TEXT)
    add(str(tmp_path / "boats.txt"), project=tmp_path, by="amal")
    return Project(tmp_path)


def badly_read(home: Project) -> None:
    """article.yaml as an earlier parser might have left it: one pair, the rest narrative."""
    article = load_article(home, "boats").article
    blocks = tuple(
        replace(b, role="intro", speaker=None, label=None) if b.start > 130 else b
        for b in article.blocks
    )
    body = article_body(home, replace(article, blocks=blocks, pairs=article.pairs[:1]))
    (home.folder("boats") / "article.yaml").write_text(body)


def corrected(home: Project, role: str, words: str) -> None:
    opened = load_article(home, "boats")
    desk = open_structure(home, opened, coder="amal", at=MONDAY, tool="0.1.0")
    start = opened.text.index(words)
    wish = Correction(kind="role", span=(start, start + len(words)), value=role)
    desk.append(edit_of(desk.shape.document, wish, opened.text), MONDAY)
    desk.flush()
    desk.sync()
    desk.close()


def roles(home: Project) -> dict[str, str]:
    opened = load_article(home, "boats")
    return {opened.text[b.start : b.end][:12]: b.role for b in opened.article.blocks}


def test_a_better_parser_finds_the_pairs(home):
    badly_read(home)
    made = reparse("boats", coder="amal", project=home.root)
    assert (made.pairs_before, made.pairs, made.changed) == (1, 2, True)
    assert len(load_article(home, "boats").article.pairs) == 2
    assert "structure: reparse" in {event.action for event in log("boats", project=home.root)}


def test_corrections_are_made_again_on_it(home):
    badly_read(home)
    corrected(home, "caption", "Thanks for reading.")
    made = reparse("boats", coder="amal", project=home.root)
    assert (made.corrections, made.lost) == (1, 0)
    assert roles(home)["Thanks for r"] == "caption"


def test_read_as_before_changes_nothing(home):
    before = (home.folder("boats") / "article.yaml").read_bytes()
    assert not reparse("boats", coder="amal", project=home.root).changed
    assert (home.folder("boats") / "article.yaml").read_bytes() == before


def test_the_change_can_be_taken_back(home):
    badly_read(home)
    before = load_article(home, "boats").article.blocks
    reparse("boats", coder="amal", project=home.root)
    desk = open_structure(home, load_article(home, "boats"), coder="amal", at=MONDAY, tool="0.1.0")
    try:
        back = undone(desk.shape)
        assert back is not None
        assert shaped(desk.shape, desk.seq + 1, back).document == before
    finally:
        desk.close()


def test_a_source_with_other_words_is_for_reanchor(home):
    (home.root / "boats.txt").write_text(TEXT.replace("boats lie", "ships lie"))
    with pytest.raises(StoreError, match="reads as another text") as refused:
        reparse("boats", coder="amal", project=home.root)
    assert re.search("qa-annotate reanchor boats", refused.value.hint or "")


def test_what_the_metadata_says_stays(home):
    path = home.folder("boats") / "article.yaml"
    badly_read(home)
    path.write_text(path.read_text().replace('title: "Boats and', 'title: "Our boats and'))
    reparse("boats", coder="amal", project=home.root)
    assert load_article(home, "boats").article.metadata.title == "Our boats and their people"
