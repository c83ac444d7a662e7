"""A project in which somebody was interviewed who must stay hidden."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qa_annotate.commands.add import add as add_source
from qa_annotate.commands.evidence import add as add_evidence
from qa_annotate.commands.people import add
from qa_annotate.core.editing import set_note
from qa_annotate.core.protecting.folding import fold
from qa_annotate.store.project import make_project, prepare

TALK = """Rana Qasimi: the bakery stayed open

June 3, 2020

When the road closed, Rana Qasimi baked for two streets. Her brother Tamim left.

Q: What did you do, Rana?

A: We baked at night. Tamim Qasimi carried the flour past the checkpoint at the old mill.

Q: Who came?

A: Qasimi's neighbours came, and قالت رنا القاسمي that nobody paid.
"""
NAMES = ("rana", "qasimi", "tamim", fold("رنا"), fold("القاسمي"))


@pytest.fixture
def bakery(tmp_path: Path, seat: Any) -> Path:
    """A project in which Rana, its coder too, was interviewed."""
    project = make_project(tmp_path / "rana-project")
    prepare(project)
    source = tmp_path / "rana-qasimi.txt"
    source.write_text(TALK, encoding="utf-8")
    add_source(str(source), project=project.root, by="rana-q")
    (name,) = project.articles()
    coder = seat(project, name, "rana-qasimi")
    coder.label("We baked at night.", "unverified")
    coder.label("Tamim Qasimi carried the flour past the checkpoint at the old mill.", "allegation")
    coder.edit(set_note(coder.document.claims[0], "Rana told me; see https://x.org/rana-qasimi"))
    coder.leave()
    other = seat(project, name, "ben")
    other.label("We baked at night.", "allegation")
    other.read("Who came?")
    other.leave()
    add_evidence(
        coder.document.claims[0].id,
        kind="photo",
        file=source,
        coder="rana-qasimi",
        project=project.root,
    )
    add(["Rana Qasimi"], pseudonym="The baker", spellings=["رنا القاسمي"], project=project.root)
    add(["Tamim Qasimi"], pseudonym="Her brother", project=project.root)
    return project.root


@pytest.fixture
def told() -> Callable[[str], list[str]]:
    """Whose names stand in a text, however parted."""
    return lambda text: [name for name in NAMES if name in fold(text)]


@pytest.fixture
def talk() -> str:
    """What the article says."""
    return TALK
