"""What agreement leaves out, and why: claims without a place, older codebooks, outdated texts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qa_annotate.commands.agreement import agreement
from qa_annotate.commands.reanchor import reanchor
from qa_annotate.core.agreed import Agreement
from qa_annotate.core.editing import set_finished
from qa_annotate.store.project import Project

Sit = Callable[..., Any]
AID = "Aid entered last month."
YES = "Yes, this has happened many times."
PLANES = "Airplanes and artillery continually bombard the blockaded neighborhoods."


def code(coder: Any, labels: dict[str, str], reads: tuple[str, ...] = (YES, PLANES, AID)) -> Path:
    for words in reads:
        if words in labels:
            coder.label(words, labels[words])
        else:
            coder.read(words)
    coder.edit(set_finished(coder.document, True))
    return Path(coder.leave())


@pytest.fixture
def two(project: Project, sit: Sit) -> Project:
    """Amal labels three sentences; Omar the second, and leaves the others blank."""
    code(sit("amal"), dict.fromkeys((YES, PLANES, AID), "unverified"))
    code(sit("omar"), {PLANES: "unverified"})
    return project


@pytest.fixture
def newer(tmp_path: Path, seed: str) -> Path:
    """The article with one sentence denied."""
    path = tmp_path / "newer.txt"
    path.write_text(seed.replace(AID, f"No {AID.lower()}"), encoding="utf-8")
    return path


def reason_of(report: Agreement, words: str) -> str:
    return next(unit.reason for unit in report.units if unit.words == words)


# ---- orphaned -----------------------------------------------------------------------------------


def test_a_unit_whose_claim_has_no_place_is_no_blank_one(
    two: Project, sit: Sit, newer: Path, seed_name: str
) -> None:
    reanchor(seed_name, newer, project=two.root, coder="omar")
    denied = f"No {AID.lower()}"
    for name in ("amal", "omar"):
        coder = sit(name)
        coder.read(denied)
        coder.leave()
    report = agreement(project=two.root)
    assert report.units_used == 2
    assert report.left_out["orphaned claim"] == 1
    assert reason_of(report, denied) == "orphaned claim"
    assert "1 orphaned claim" in report.methods


def test_it_counts_as_orphaned_though_nobody_has_read_the_new_sentence(
    two: Project, newer: Path, seed_name: str
) -> None:
    reanchor(seed_name, newer, project=two.root, coder="omar")
    report = agreement(project=two.root)
    assert reason_of(report, f"No {AID.lower()}") == "orphaned claim"


@pytest.mark.parametrize(("level", "used"), [("claims", 1), ("pairs", 0), ("characters", None)])
def test_at_every_level_it_is_counted(
    two: Project, newer: Path, seed_name: str, level: str, used: int | None
) -> None:
    reanchor(seed_name, newer, project=two.root, coder="omar")
    report = agreement(project=two.root, level=level)
    assert report.left_out["orphaned claim"] == 1
    if used is not None:
        assert report.units_used == used


def test_words_that_do_not_stand_at_their_position(two: Project, seed_name: str) -> None:
    path = two.folder(seed_name) / "coders" / "amal.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"Aid entered last month."', '"Aid came last month."', 1))
    report = agreement(project=two.root)
    assert reason_of(report, AID) == "orphaned claim"


# ---- older codebook, outdated text --------------------------------------------------------------


@pytest.mark.parametrize(("level", "left"), [("units", 3), ("claims", 3), ("characters", 1)])
def test_a_document_of_an_older_codebook(project: Project, sit: Sit, level: str, left: int) -> None:
    code(sit("amal"), dict.fromkeys((YES, PLANES, AID), "unverified"))
    text = project.codebook_path.read_text(encoding="utf-8")
    project.codebook_path.write_text(text.replace('version: "1.0"', 'version: "1.1"'))
    for name in ("omar", "lina"):
        code(sit(name), {PLANES: "unverified"})
    report = agreement(project=project.root, level=level)
    if level == "units":
        assert report.units_used == 3  # by Omar and Lina
        assert agreement(project=project.root, coders=["amal", "omar"]).left_out == {
            "older codebook": left,
            "read by nobody": 14,
        }
    else:
        assert report.left_out["older codebook"] == left


@pytest.mark.parametrize(("level", "left"), [("units", 2), ("claims", 3), ("characters", 1)])
def test_a_document_on_an_outdated_text(
    two: Project, newer: Path, seed_name: str, level: str, left: int
) -> None:
    coders = two.folder(seed_name) / "coders"
    before = {path: path.read_bytes() for path in coders.glob("amal.*")}
    reanchor(seed_name, newer, project=two.root, coder="omar")
    for path, data in before.items():  # as a colleague's folder brings them, not yet caught up
        path.write_bytes(data)
    report = agreement(project=two.root, level=level)
    assert any("earlier text" in notice for notice in report.notices)
    assert report.left_out["outdated text"] == left
