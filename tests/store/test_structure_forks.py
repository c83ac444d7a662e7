"""Corrections of one structure on two machines: joined by an entry, or kept and asked about."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from qa_annotate.commands.check import check
from qa_annotate.commands.log import log
from qa_annotate.commands.merge_log import merge_structure
from qa_annotate.core.records import Correction
from qa_annotate.core.structuring import edit_of, undone
from qa_annotate.errors import FileError, StoreError
from qa_annotate.store.project import Project, load_article, structure_log
from qa_annotate.store.structures import open_structure

NOW = "2026-11-22T10:04:11Z"


def correct(home: Project, name: str, block: int, role: str, *, save: bool = True) -> None:
    """A person gives a block another role."""
    opened = load_article(home, name)
    desk = open_structure(home, opened, coder="amal", at=NOW, tool="0.1.0")
    here = desk.shape.document[block]
    about = Correction(kind="role", span=(here.start, here.end), value=role)
    desk.take(edit_of(desk.shape.document, about, opened.text), NOW)
    desk.flush()
    desk.sync()
    if save:
        desk.save((desk.seq, desk.shape.document), NOW)
    desk.close()


def roles(home: Project, name: str) -> list[str]:
    return [block.role for block in load_article(home, name).article.blocks]


@pytest.fixture
def two(project: Project, tmp_path: Path, seed_name: str) -> tuple[Project, Project]:
    """A project whose structure was corrected once, and a copy of it on another machine."""
    correct(project, seed_name, 0, "note")
    shutil.copytree(project.root, tmp_path / "other")
    return project, Project(tmp_path / "other")


def test_corrections_of_different_blocks_are_joined(
    two: tuple[Project, Project], seed_name: str
) -> None:
    here, there = two
    correct(here, seed_name, 1, "note")
    correct(there, seed_name, 3, "caption")
    done = merge_structure(
        seed_name, structure_log(there, seed_name), coder="amal", project=here.root
    )
    assert (done.entries, done.both) == (2, ())
    found = roles(here, seed_name)
    assert (found[0], found[1], found[3]) == ("note", "note", "caption")
    assert done.kept[0].read_bytes() == structure_log(there, seed_name).read_bytes()
    assert check(here.root) == []
    told = [e.action for e in log(project=here.root) if e.log == "structure"]
    assert "structure: merge" in told
    with pytest.raises(StoreError, match="nothing to join"):
        merge_structure(seed_name, structure_log(there, seed_name), project=here.root)


def test_where_both_touch_a_block_ours_stands_and_a_person_is_asked(
    two: tuple[Project, Project], seed_name: str
) -> None:
    here, there = two
    correct(here, seed_name, 1, "note")
    correct(there, seed_name, 1, "caption")
    correct(there, seed_name, 3, "caption")
    done = merge_structure(seed_name, structure_log(there, seed_name), project=here.root)
    (words,) = done.both
    assert words.startswith("role caption at ")
    assert (roles(here, seed_name)[1], roles(here, seed_name)[3]) == ("note", "caption")


def test_two_tails_in_one_file_as_a_git_merge_leaves_them(
    two: tuple[Project, Project], seed_name: str
) -> None:
    here, there = two
    correct(here, seed_name, 1, "note")
    correct(there, seed_name, 3, "caption")
    ours = structure_log(here, seed_name)
    tail = structure_log(there, seed_name).read_bytes().splitlines(keepends=True)[3:]
    ours.write_bytes(ours.read_bytes() + b"".join(tail))
    with pytest.raises(FileError, match="two logs were joined") as refused:
        load_article(here, seed_name)
    assert "--structure" in (refused.value.hint or "")
    merge_structure(seed_name, None, project=here.root)
    assert (roles(here, seed_name)[1], roles(here, seed_name)[3]) == ("note", "caption")
    assert check(here.root) == []


def test_logs_that_began_apart_are_joined(project: Project, tmp_path: Path, seed_name: str) -> None:
    shutil.copytree(project.root, tmp_path / "other")
    there = Project(tmp_path / "other")
    correct(project, seed_name, 0, "note")
    correct(there, seed_name, 3, "caption")
    merge_structure(seed_name, structure_log(there, seed_name), project=project.root)
    assert (roles(project, seed_name)[0], roles(project, seed_name)[3]) == ("note", "caption")


def test_a_log_that_only_goes_on_is_taken_over(
    two: tuple[Project, Project], seed_name: str
) -> None:
    here, there = two
    correct(there, seed_name, 3, "caption")
    done = merge_structure(seed_name, structure_log(there, seed_name), project=here.root)
    assert any("nothing forked" in words for words in done.notices)
    assert roles(here, seed_name)[3] == "caption"


def test_undo_stops_at_a_merge(two: tuple[Project, Project], seed_name: str) -> None:
    here, there = two
    correct(here, seed_name, 1, "note")
    correct(there, seed_name, 3, "caption")
    merge_structure(seed_name, structure_log(there, seed_name), project=here.root)
    opened = load_article(here, seed_name)
    desk = open_structure(here, opened, coder="amal", at=NOW, tool="0.1.0")
    last = undone(desk.shape)
    assert last is not None
    assert last.correction is not None
    assert last.correction.value == "caption"
    desk.take(last, NOW)
    assert undone(desk.shape) is None
    desk.close()
