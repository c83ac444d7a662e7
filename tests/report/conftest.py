"""A project for pages: two languages, three coders, claims that overlap and nest, evidence, a
decision taken back, and an article that tries to be a program."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from qa_annotate.commands.add import add
from qa_annotate.core import editing, history
from qa_annotate.core.editing import Hand
from qa_annotate.core.records import ClaimChange, Edit, Evidence
from qa_annotate.store.documents import Paths, open_desk
from qa_annotate.store.project import Project, load_article, load_codebook

BRIDGE = """The bridge <script>alert("title")</script>

Amal Haddad, a teacher, was there on the day.

Q: What happened at the bridge?

A: The army shelled the bridge at noon. Three people died, said a medic. We fled <script>\
alert("answer")</script> to the school & stayed <img src=x onerror=alert(1)> there.

Q: Who closed the road?

A: The council closed it on Monday. Go to javascript:alert(1) for the list. Nobody was \
\u202etold\u202c why.

Q: And after that?

A: The market reopened on Thursday. Bread was sold at the old price. The school stayed shut.
"""

ARABIC = """الجسر بعد القصف

أمل حداد معلمة كانت هناك في ذلك اليوم.

س: ماذا حدث عند الجسر؟

ج: قصف الجيش الجسر عند الظهر. مات ثلاثة أشخاص كما قال مسعف. هربنا إلى المدرسة وبقينا هناك.

س: من أغلق الطريق؟

ج: أغلقه المجلس يوم الاثنين. لم يعرف أحد السبب.
"""


class Sitting:
    """A coder at an article, each edit on disk before it counts."""

    def __init__(self, project: Project, article: str, name: str, at: str) -> None:
        self.opened = load_article(project, article)
        self.codebook = load_codebook(project)
        self.at = at
        paths = Paths(project, article, name)
        self.desk = open_desk(paths, self.opened, self.codebook, at=at, tool="0.1.0")
        self.history = self.desk.history
        self.hand = Hand(coder=name, at=at, codebook=self.codebook, outline=self.opened.outline)
        self.number = sum(map(ord, name + article)) * 1000

    def edit(self, edit: Edit) -> None:
        seq = self.desk.append(edit, self.at)
        self.history = history.step(self.history, seq, edit, self.opened.text)

    def label(self, words: str, label: str) -> None:
        self.number += 1
        start = self.opened.text.index(words)
        span = (start, start + len(words))
        new_id = editing.claim_id(self.number)
        self.edit(editing.label_span(self.history.document, span, label, new_id, self.hand))

    def claim(self, words: str) -> Any:
        return next(c for c in self.history.document.claims if c.quote == words)

    def change(self, words: str, **values: Any) -> None:
        before = self.claim(words)
        after = replace(before, **values)
        self.edit(
            Edit(action="change", claims=(ClaimChange(id=before.id, before=before, after=after),))
        )

    def finish(self) -> None:
        spans = [(s.start, s.end) for s in self.opened.outline.sentences if s.unit]
        for span in spans:
            self.edit(editing.read_span(self.history.document, span, self.hand))
        self.edit(editing.set_finished(self.history.document, True))

    def leave(self) -> None:
        self.desk.flush()
        self.desk.sync()
        self.desk.save(self.history.document, self.at)
        self.desk.close()


def _evidence() -> tuple[Evidence, ...]:
    return (
        Evidence(
            id="e0000000001",
            kind="satellite picture",
            locator="https://example.org/bridge.tif?a=1&b=2",
            bearing="supports",
            independent="yes",
            why="Taken by others on that day.",
        ),
        Evidence(
            id="e0000000002",
            kind="statement",
            locator="javascript:alert(2)",
            archive='data:text/html,<script>alert("x")</script>',
            bearing="contradicts",
            independent="no",
        ),
    )


def _english(project: Project) -> None:
    amal = Sitting(project, "bridge", "amal", "2026-11-20T09:00:00Z")
    both = "The army shelled the bridge at noon. Three people died, said a medic."
    amal.label(both, "allegation")
    amal.label("The army shelled the bridge at noon.", "allegation")
    amal.label("shelled the bridge", "verified")
    amal.label("at noon. Three people died", "unverified")
    amal.label("The council closed it on Monday.", "unverified")
    amal.label("The market reopened on Thursday.", "verified")
    note = 'A note with <b>tags</b> & "signs"'
    amal.change("shelled the bridge", evidence=_evidence(), note=note)
    amal.finish()
    edit = editing.decide(amal.claim("shelled the bridge"), "unverified", "Doubts.", amal.hand)
    amal.edit(edit)
    amal.leave()
    omar = Sitting(project, "bridge", "omar", "2026-11-21T09:00:00Z")
    omar.label("The army shelled the bridge at noon.", "allegation")
    omar.label("Three people died, said a medic.", "unverified")
    omar.label("The council closed it on Monday.", "allegation")
    omar.finish()
    omar.leave()
    noor = Sitting(project, "bridge", "noor", "2026-11-22T09:00:00Z")
    noor.label("The army shelled the bridge at noon.", "unverified")
    noor.label("The market reopened on Thursday.", "unverified")
    noor.finish()
    noor.leave()


def _arabic(project: Project) -> None:
    for name, label in (("amal", "allegation"), ("omar", "unverified")):
        coder = Sitting(project, "الجسر", name, "2026-11-23T09:00:00Z")
        coder.label("قصف الجيش الجسر عند الظهر.", label)
        coder.label("الجيش الجسر", "unverified")
        coder.label("أغلقه المجلس يوم الاثنين.", "unverified")
        coder.finish()
        coder.leave()


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's folder; tests only read it."""
    root = tmp_path_factory.mktemp("told") / "witnesses"
    (root / "seeds").mkdir(parents=True)
    for name, text in (("bridge", BRIDGE), ("الجسر", ARABIC)):
        path = root / "seeds" / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        add(str(path), project=root, by="amal")
    _english(Project(root))
    _arabic(Project(root))
    return root


@pytest.fixture(scope="session")
def site(told: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its pages, with plots."""
    report = pytest.importorskip("qa_annotate.commands.report").report
    out = tmp_path_factory.mktemp("site")
    report(out, project=told, figures=True)
    return out


# ---- a browser ----------------------------------------------------------------------------------


def _browser_module() -> Any:
    spec = importlib.util.spec_from_file_location(
        "report_browser", Path(__file__).parent / "browser.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Chromium without a window."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.skip("Chromium is not installed (apt-get install chromium)")
    made = _browser_module().Browser(program, tmp_path_factory.mktemp("profile"))
    yield made
    made.close()
