"""`rename` and `remove`: everything that refers to a name follows, and it stays on record."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qa_annotate.commands.check import check
from qa_annotate.commands.log import log
from qa_annotate.commands.renaming import (
    remove_article,
    remove_coder,
    rename_article,
    rename_coder,
)
from qa_annotate.commands.seal import seal, verify
from qa_annotate.commands.status import status
from qa_annotate.errors import LockedError, StoreError, UsageError
from qa_annotate.store.place import Memory, Place, Spot, recall
from qa_annotate.store.project import Project, load_article, load_settings

Sit = Callable[..., Any]
AID = "Aid entered last month."


@pytest.fixture(autouse=True)
def _no_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's own key is used."""
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))


@pytest.fixture
def root(project: Project, sit: Sit, seed_name: str) -> Path:
    """A project with the work of two coders, assignments, and a remembered place."""
    for name in ("amal", "amal.2", "omar"):
        coder = sit(name)
        coder.label(AID, "unverified")
        path = coder.leave()
    path.write_text(f"# mine\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    sit("omar").leave()
    project.settings_path.write_text(
        "format: qa-annotate/project/1\n# who does what\nassignments:\n"
        f"  - {{id: {seed_name}, coders: [amal, omar]}}\n",
        encoding="utf-8",
    )
    place = Place(project=str(project.root), article=seed_name, coder="amal")
    Memory(last={str(project.root): seed_name}, spots={place.key: Spot(7, 0)}).keep()
    return project.root


def whole(root: Path) -> None:
    """Nothing is wrong in a project."""
    assert [str(problem) for problem in check(root)] == []


def coders(root: Path) -> list[str]:
    return [row.coder for row in status(root).work]


# ---- articles -----------------------------------------------------------------------------------


def test_everything_follows_an_articles_new_name(root: Path, seed_name: str, seat: Any) -> None:
    done = rename_article(seed_name, "Talk 1", by="amal", why="shorter", project=root)
    assert (done.before, done.after) == (seed_name, "talk-1")
    whole(root)
    project = Project(root)
    assert project.articles() == ["talk-1"]
    assert not project.folder(seed_name).exists()
    assert load_article(project, "talk-1").article.id == "talk-1"
    assert load_settings(project).assignments[0].id == "talk-1"
    assert "# who does what" in project.settings_path.read_text(encoding="utf-8")
    assert recall().last == {str(root): "talk-1"}
    assert next(iter(recall().spots)).split("\n")[1:] == ["talk-1", "amal"]
    amal = seat(project, "talk-1", "amal")
    amal.label("Yes, this has happened many times.", "unverified")
    amal.leave()
    whole(root)


def test_a_new_name_is_on_record_and_history_stays(root: Path, seed_name: str) -> None:
    before = [e for e in log(project=root) if e.log == "amal"]
    rename_article(seed_name, "talk", by="omar", why="shorter", project=root)
    after = [e for e in log(project=root) if e.log == "amal"]
    assert [e.action for e in after[: len(before)]] == [e.action for e in before]
    (event,) = [e for e in log(project=root) if e.log == "project"]
    assert (event.action, event.by, event.why) == ("renamed", "omar", "shorter")
    assert (event.changes[0].before, event.changes[0].after) == (seed_name, "talk")


def test_a_source_beside_the_article_moves_with_it(bakery: Path) -> None:
    (name,) = Project(bakery).articles()
    rename_article(name, "talk", project=bakery)
    assert load_article(Project(bakery), "talk").article.custody.source.startswith(
        "annotations/talk/"
    )
    assert check(bakery) == []


def test_an_article_that_is_removed_lies_aside(root: Path, seed_name: str) -> None:
    remove_article(seed_name, why="a duplicate", project=root)
    assert Project(root).articles() == []
    assert (root / "annotations" / "removed" / seed_name / "article.txt").exists()
    assert load_settings(Project(root)).assignments == ()
    whole(root)
    assert [e.action for e in log(project=root)] == ["removed"]


# ---- coders -------------------------------------------------------------------------------------


def test_everything_follows_a_coders_new_name(root: Path, seed_name: str, seat: Any) -> None:
    rename_coder("omar", "C. Two", by="amal", project=root)
    assert coders(root) == ["amal", "amal.2", "c-two"]
    whole(root)
    folder = Project(root).folder(seed_name) / "coders"
    assert not list(folder.glob("*omar*"))
    text = (folder / "c-two.yaml").read_text(encoding="utf-8")
    assert text.startswith("# mine\n")
    assert "coder: c-two" in text
    assert load_settings(Project(root)).assignments[0].coders == ("amal", "c-two")
    two = seat(Project(root), seed_name, "c-two")
    two.undo()
    two.leave()
    whole(root)


def test_every_round_of_a_coder_follows(root: Path, seed_name: str) -> None:
    rename_coder("amal", "first", project=root)
    assert coders(root) == ["first", "first.2", "omar"]
    assert next(iter(recall().spots)).split("\n")[1:] == [seed_name, "first"]
    whole(root)


def test_what_a_coder_recorded_can_be_put_aside(root: Path, seed_name: str) -> None:
    remove_coder("amal", why="left the project", project=root)
    assert coders(root) == ["omar"]
    aside = root / "annotations" / "removed" / "coders" / "amal" / seed_name
    assert sorted(p.name for p in aside.iterdir()) == [
        "amal.2.history.jsonl",
        "amal.2.yaml",
        "amal.history.jsonl",
        "amal.yaml",
    ]
    assert load_settings(Project(root)).assignments[0].coders == ("omar",)
    whole(root)


# ---- refused, sealed ----------------------------------------------------------------------------


def test_what_cannot_be_renamed_is_refused(root: Path, seed_name: str, sit: Sit) -> None:
    with pytest.raises(StoreError, match="no article 'nothing'"):
        rename_article("nothing", "x", project=root)
    with pytest.raises(StoreError, match="an article '"):
        rename_article(seed_name, seed_name, project=root)
    with pytest.raises(StoreError, match="nothing by 'nobody'"):
        rename_coder("nobody", "x", project=root)
    with pytest.raises(StoreError, match="a coder 'omar' already"):
        rename_coder("amal", "omar", project=root)
    with pytest.raises(UsageError, match="can't be a coder's name"):
        rename_coder("amal", "adjudicated", project=root)
    with pytest.raises(UsageError, match="needs its reason"):
        remove_coder("amal", why=" ", project=root)
    sit("omar")
    with pytest.raises(LockedError):
        rename_article(seed_name, "x", project=root)
    assert Project(root).articles() == [seed_name]


def test_the_seal_is_told(root: Path, seed_name: str) -> None:
    seal(root, by="amal")
    rename_article(seed_name, "talk", by="amal", project=root)
    done = rename_coder("omar", "two", by="amal", project=root)
    assert verify(root).problems == ()
    assert "renamed by amal" in verify(root).proved[0]
    assert "seal again" in done.notices[0]
    remove_coder("two", why="x", by="amal", project=root)
    remove_article("talk", why="x", by="amal", project=root)
    assert verify(root).problems == ()


def test_what_was_changed_before_a_new_name_is_still_found(root: Path, seed_name: str) -> None:
    seal(root, by="amal")
    path = Project(root).folder(seed_name) / "article.txt"
    path.write_text(path.read_text(encoding="utf-8") + " ", encoding="utf-8")
    remove_article(seed_name, why="x", project=root)
    found = {(p.path, p.rule) for p in verify(root).problems}
    assert found == {(f"annotations/removed/{seed_name}/article.txt", "seal-differs")}


def test_evidence_stays_with_its_article(bakery: Path) -> None:
    project = Project(bakery)
    (name,) = project.articles()
    rename_article(name, "talk", project=bakery)
    rename_coder("rana-qasimi", "baker", project=bakery)
    assert check(bakery) == []
