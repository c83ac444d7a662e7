"""Any sequence of edits, undos, saves, crashes and hand edits leaves a chain that proves itself and
a document that is the log's replay."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_annotate.core.editing import set_finished, set_note
from qa_annotate.core.history import fold, same_content
from qa_annotate.store.documents import blank, first_state, read_document
from qa_annotate.store.journal import read_log
from qa_annotate.store.project import Project

WORDS = (
    "Aid entered last month.",
    "Yes, this has happened many times.",
    "Airplanes and artillery continually bombard the blockaded neighborhoods.",
)
LABELS = ("verified", "unverified", "allegation")


class Desk:
    """Amal at work, who may be killed at any moment and edit her file by hand meanwhile."""

    def __init__(self, seat: Callable[..., Any], project: Project, name: str) -> None:
        self.seat, self.project, self.name = seat, project, name
        self.count = 0
        self.coder = self.sit()

    def sit(self) -> Any:
        self.count += 1
        coder = self.seat(self.project, self.name, "amal", choice="both")
        coder._ids = iter(range(self.count * 1000, self.count * 1000 + 999))
        return coder

    def label(self, number: int) -> None:
        self.coder.label(WORDS[number % 3], LABELS[number // 3 % 3])

    def read(self, number: int) -> None:
        self.coder.read(WORDS[number % 3])

    def note(self, number: int) -> None:
        claims = self.coder.document.claims
        if claims:
            self.coder.edit(set_note(claims[number % len(claims)], f"note {number}"))

    def finish(self, _: int) -> None:
        document = self.coder.document
        self.coder.edit(set_finished(document, not document.finished))

    def undo(self, _: int) -> None:
        if self.coder.history.done:
            self.coder.undo()

    def redo(self, _: int) -> None:
        if self.coder.history.undone:
            self.coder.redo()

    def save(self, _: int) -> None:
        self.coder.save()

    def leave(self, _: int) -> None:
        self.coder.leave()
        self.coder = self.sit()

    def die(self, _: int) -> None:
        """Killed; what had been acknowledged stands."""
        before = self.coder.document
        self.coder.die()
        self.coder = self.sit()
        assert same_content(self.coder.document, before)

    def torn(self, number: int) -> None:
        """Killed while a line was being written."""
        self.coder.die()
        if self.coder.paths.log.exists():
            with self.coder.paths.log.open("ab") as file:
                file.write(b'{"seq":99,"at":"2026'[: 1 + number])
        self.coder = self.sit()

    def by_hand(self, number: int) -> None:
        """Killed, and the file edited before anybody opens it again."""
        self.coder.die()
        path = self.coder.paths.document
        if path.exists():
            text = path.read_text(encoding="utf-8")
            old, new = HANDS[number % len(HANDS)]
            path.write_text(text.replace(old, new.format(number), 1), encoding="utf-8")
        self.coder = self.sit()

    def check(self) -> None:
        """The chain proves itself; the document is the replay; the file says the same."""
        path = self.coder.leave()
        log = read_log(self.coder.paths.log)
        opened, codebook = self.coder.opened, self.coder.codebook
        start = first_state(log, None, blank(opened, codebook, "amal"))
        replayed = fold(start, log.entries, opened.text).document
        found = read_document(self.coder.paths, opened, codebook)
        assert found.outside is None
        assert found.history.document == replayed
        assert same_content(replayed, self.coder.document)
        if path.exists():
            path.unlink()
            again = read_document(self.coder.paths, opened, codebook)
            assert again.history.document == replayed


HANDS = (
    ('note: ""', 'note: "by hand {0}"  # a remark'),
    ('memo: ""', 'memo: "memo {0}"'),
    ('label: "unverified"', 'label: "allegation"'),
    ("finished: false", "finished: true"),
    ("claims:", "# only a comment {0}\nclaims:"),
)
STEPS: Mapping[str, Callable[[Desk, int], None]] = {
    name: getattr(Desk, name)
    for name in (
        *("label", "read", "note", "finish", "undo", "redo"),
        *("save", "leave", "die", "torn", "by_hand"),
    )
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("sequences")


@settings(max_examples=60)
@given(steps=st.lists(st.tuples(st.sampled_from(sorted(STEPS)), st.integers(0, 9)), max_size=14))
def test_any_sequence(
    made_project: Path,
    seed_name: str,
    folder: Path,
    seat: Callable[..., Any],
    steps: list[tuple[str, int]],
) -> None:
    root = folder / "project"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(made_project, root)
    desk = Desk(seat, Project(root), seed_name)
    try:
        for name, number in steps:
            STEPS[name](desk, number)
        desk.check()
    finally:
        desk.coder.desk.close()
