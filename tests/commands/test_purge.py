"""`purge`: nothing of an article or a person is left; a tombstone is told from tampering."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from qa_annotate.commands.check import check
from qa_annotate.commands.export import export
from qa_annotate.commands.log import log
from qa_annotate.commands.people import people
from qa_annotate.commands.purge import purge
from qa_annotate.commands.reanchor import reanchor
from qa_annotate.commands.renaming import rename_article, rename_coder
from qa_annotate.commands.seal import seal, verify
from qa_annotate.core.records import Correction, StructureEdit
from qa_annotate.errors import LockedError, StoreError, UsageError
from qa_annotate.store.documents import Paths, read_document
from qa_annotate.store.project import Project, load_article, load_codebook, need_project
from qa_annotate.store.structures import open_structure

Told = Callable[[str], list[str]]
WHY = "consent withdrawn on 3 March"


@pytest.fixture(autouse=True)
def _no_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's own key is used."""
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))


@pytest.fixture
def both(bakery: Path) -> Path:
    """The project after both people were purged."""
    for person in ("p1", "p2"):
        purge(person, why=WHY, by="ben", confirmed=f"purge {person}", project=bakery)
    return bakery


def everything(root: Path, *, locks: bool = False) -> dict[str, str]:
    """Every file by its path, as text."""
    found = (p for p in root.rglob("*") if p.is_file() and (locks or p.suffix != ".lock"))
    return {p.relative_to(root).as_posix(): p.read_bytes().decode(errors="replace") for p in found}


def rules(root: Path) -> set[str]:
    return {problem.rule for problem in check(root)}


# ---- a person -----------------------------------------------------------------------------------


def test_nothing_of_a_person_is_left_in_any_file(both: Path, told: Told) -> None:
    for path, text in everything(both, locks=True).items():
        assert told(path) == [], path
        assert told(text) == [], path
    assert people(both) == ()


def test_what_is_left_is_whole(both: Path, seat: Any) -> None:
    assert check(both) == []
    project = Project(both)
    (name,) = project.articles()
    opened = load_article(project, name)
    assert "[removed] baked for two streets" in opened.text
    assert opened.article.custody.source == ""
    claims = {c: _document(project, name, c).claims for c in project.coders(name)}
    quotes = {coder: [c.quote for c in found] for coder, found in claims.items()}
    assert quotes == {
        "ben": ["We baked at night."],
        "removed": [
            "We baked at night.",
            "[removed] [removed] carried the flour past the checkpoint at the old mill.",
        ],
    }
    ben = seat(project, name, "ben")
    ben.label("We baked at night.", "unverified")
    ben.leave()
    assert check(both) == []
    assert export("yaml", project=both).claims == 3


def _document(project: Project, name: str, coder: str) -> Any:
    opened = load_article(project, name)
    paths = Paths(project, name, coder)
    return read_document(paths, opened, load_codebook(project)).history.document


def test_the_log_tells_of_the_purge_and_goes_on(both: Path) -> None:
    told = [event for event in log(project=both) if event.action == "purged: person"]
    assert {(e.why, e.by) for e in told} == {(WHY, "ben")}
    assert any(e.log == "project" and e.changes for e in told)
    lines = next(both.rglob("coders/ben.history.jsonl")).read_text(encoding="utf-8").splitlines()
    assert json.loads(lines[0])["purged"]["heads"]


def test_those_who_are_not_in_an_article_leave_it_alone(bakery: Path, seed_path: Path) -> None:
    from qa_annotate.commands.add import add

    add(str(seed_path), project=bakery, by="ben")
    before = everything(bakery / "annotations" / seed_path.stem)
    purge("p1", why=WHY, confirmed="purge p1", project=bakery)
    assert everything(bakery / "annotations" / seed_path.stem) == before


def test_earlier_texts_and_what_stood_in_them_lose_the_person_too(
    bakery: Path, tmp_path: Path, talk: str, told: Told
) -> None:
    (name,) = Project(bakery).articles()
    newer = tmp_path / "newer.txt"
    newer.write_text(
        talk.replace(
            "Tamim Qasimi carried the flour past the checkpoint", "Rana hid the flour"
        ).replace("June 3, 2020", "June 3, 2020, by Rana's friends"),
        encoding="utf-8",
    )
    reanchor(name, newer, project=bakery)
    for person in ("p1", "p2"):
        purge(person, why=WHY, by="ben", confirmed=f"purge {person}", project=bakery)
    for path, text in everything(bakery, locks=True).items():
        assert told(path) + told(text) == [], path
    assert {problem.rule for problem in check(bakery)} == {"orphaned"}
    project = Project(bakery)
    (now,) = project.articles()
    (lost,) = [c for c in _document(project, now, "removed").claims if c.orphaned]
    earlier = project.folder(now) / "texts" / f"{lost.orphaned.text_sha256}.txt"
    stood = earlier.read_text(encoding="utf-8")[slice(*lost.orphaned.position)]
    assert stood == "[removed] [removed] carried the flour past the checkpoint at the old mill."
    assert lost.quote == stood
    rename_article(now, "talk", project=bakery)
    rename_coder("removed", "nobody", project=bakery)
    assert {problem.rule for problem in check(bakery)} == {"orphaned"}


def test_corrections_of_the_structure_stay_and_their_history_begins_anew(
    bakery: Path, told: Told
) -> None:
    project = Project(bakery)
    (name,) = project.articles()
    opened = load_article(project, name)
    desk = open_structure(project, opened, at="2026-01-01T00:00:00Z", coder="ben", tool="1")
    before = opened.article.blocks
    span = (before[0].start, before[0].end)
    correction = Correction(kind="role", span=span, value="note")
    after = (replace(before[0], role="note"), *before[1:])
    edit = StructureEdit(
        action="role",
        correction=correction,
        index=0,
        before=before[:1],
        after=after[:1],
        why="Rana",
    )
    seq = desk.append(edit, "2026-01-01T00:00:00Z")
    desk.flush()
    desk.sync()
    desk.save((seq, after), "2026-01-01T00:00:00Z")
    desk.close()
    purge("p1", why=WHY, by="ben", confirmed="purge p1", project=bakery)
    (now,) = project.articles()
    assert load_article(project, now).article.blocks[0].role == "note"
    assert "rana" not in told((project.folder(now) / "structure.history.jsonl").read_text("utf-8"))
    assert check(bakery) == []


# ---- an article ---------------------------------------------------------------------------------


def test_nothing_of_an_article_is_left(bakery: Path, talk: str) -> None:
    (name,) = Project(bakery).articles()
    settings = bakery / "annotations" / "project.yaml"
    settings.write_text(
        "format: qa-annotate/project/1\nassignments:\n"
        f"  - {{id: {name}, coders: [ben]}}\n  - {{id: other, coders: [ben]}}\n",
        encoding="utf-8",
    )
    heads = [event.seq for event in log(project=bakery)]
    assert heads
    done = purge(name, why=WHY, by="ben", confirmed=f"purge {name}", project=bakery)
    found = everything(bakery)
    assert not any(line in text for text in found.values() for line in talk.split("\n\n")[2:])
    assert not any(name in path for path in found)
    assert name not in settings.read_text(encoding="utf-8")
    assert "other" in settings.read_text(encoding="utf-8")
    (event,) = log(project=bakery)
    assert (event.action, event.why, len(event.changes)) == ("purged: article", WHY, 2)
    assert "version control" in done.notices[-1]


def test_a_source_that_two_articles_share_stays(bakery: Path) -> None:
    project = Project(bakery)
    (name,) = project.articles()
    source = load_article(project, name).article.custody.source
    (bakery / "shared.txt").write_bytes((bakery / source).read_bytes())
    for folder in (project.folder(name), project.annotations / "twin"):
        if not folder.exists():
            shutil.copytree(project.folder(name), folder)
        record = folder / "article.yaml"
        text = record.read_text(encoding="utf-8").replace(source, "shared.txt")
        record.write_text(text, encoding="utf-8")
    purge(name, why=WHY, confirmed=f"purge {name}", project=bakery)
    assert (bakery / "shared.txt").exists()
    purge("twin", why=WHY, confirmed="purge twin", project=bakery)
    assert not (bakery / "shared.txt").exists()


# ---- what it asks -------------------------------------------------------------------------------


def test_a_dry_run_changes_nothing(bakery: Path) -> None:
    before = everything(bakery)
    done = purge("p1", why=WHY, dry_run=True, project=bakery)
    assert done.written
    assert any(path.endswith("article.yaml") is False for path in done.deleted)
    assert everything(bakery) == before


@pytest.mark.parametrize("typed", [None, "yes", "purge p2"])
def test_it_must_be_spelled_out(bakery: Path, typed: str | None) -> None:
    before = everything(bakery)
    with pytest.raises(StoreError, match="not confirmed"):
        purge("p1", why=WHY, confirm=lambda _: typed or "", project=bakery)
    assert everything(bakery) == before


def test_what_cannot_be_purged_is_refused(bakery: Path, seat: Any) -> None:
    with pytest.raises(StoreError, match="neither an article nor a person"):
        purge("Rana", why=WHY, confirmed="purge Rana", project=bakery)
    with pytest.raises(UsageError, match="names a person"):
        purge("p1", why="Rana asked", confirmed="purge p1", project=bakery)
    with pytest.raises(UsageError, match="needs its reason"):
        purge("p1", why=" ", confirmed="purge p1", project=bakery)
    ben = seat(Project(bakery), Project(bakery).articles()[0], "ben")
    with pytest.raises(LockedError):
        purge("p1", why=WHY, confirmed="purge p1", project=bakery)
    ben.die()


def test_copies_that_cannot_be_searched_are_named(bakery: Path) -> None:
    folder = next(bakery.glob("annotations/*/evidence"))
    (folder / f"{'a' * 64}.jpg").write_bytes(b"\xff\xd8\xff")
    done = purge("p1", why=WHY, confirmed="purge p1", project=bakery)
    assert any(f"{'a' * 64}.jpg" in notice for notice in done.notices)


def test_nothing_is_purged_while_somebody_would_be_left(
    bakery: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qa_annotate.commands.erasing._others", lambda _: iter(()))
    (bakery / "annotations" / "remarks.txt").write_text("Rana", encoding="utf-8")
    before = everything(bakery)
    with pytest.raises(StoreError, match=r"still be told in annotations/remarks\.txt:1"):
        purge("p1", why=WHY, confirmed="purge p1", project=bakery)
    assert everything(bakery) == before


# ---- the seal -----------------------------------------------------------------------------------


def found(root: Path) -> set[tuple[str, str]]:
    return {(problem.path, problem.rule) for problem in verify(root).problems}


def test_a_purge_is_no_tampering(bakery: Path, told: Told) -> None:
    seal(bakery, by="ben")
    purge("p1", why=WHY, by="ben", confirmed="purge p1", project=bakery)
    purge("p2", why=WHY, by="ben", confirmed="purge p2", project=bakery)
    assert found(bakery) == set()
    assert "a person was purged by ben" in verify(bakery).proved[0]
    (name,) = Project(bakery).articles()
    purge(name, why=WHY, by="ben", confirmed=f"purge {name}", project=bakery)
    assert found(bakery) == set()
    assert told("".join(everything(bakery).values())) == []


def test_a_folder_that_vanished_without_a_tombstone_is_found(bakery: Path) -> None:
    seal(bakery, by="ben")
    shutil.rmtree(Project(bakery).folder(Project(bakery).articles()[0]))
    assert {rule for _, rule in found(bakery)} == {"seal-missing"}


def test_what_was_changed_before_a_purge_is_still_found(bakery: Path) -> None:
    seal(bakery, by="ben")
    codebook = bakery / "annotations" / "codebook.yaml"
    codebook.write_text(codebook.read_text(encoding="utf-8") + "# x\n", encoding="utf-8")
    purge("p1", why=WHY, by="ben", confirmed="purge p1", project=bakery)
    assert found(bakery) == {("annotations/codebook.yaml", "seal-differs")}


def test_a_chain_cut_after_a_purge_is_found(both: Path) -> None:
    path = next(both.rglob("coders/ben.history.jsonl"))
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[1:]))
    assert "log" in rules(both)


# ---- crashes ------------------------------------------------------------------------------------

DIE = """
import os, sys
from pathlib import Path
from qa_annotate.store import changing
step, at = [0], int(sys.argv[2])
def counted(real):
    def call(*args, **more):
        step[0] += 1
        if step[0] == at:
            os._exit(9)
        return real(*args, **more)
    return call
for thing, name in ((os, "fsync"), (Path, "replace"), (Path, "rename"), (Path, "unlink")):
    setattr(thing, name, counted(getattr(thing, name)))
changing.shutil.rmtree = counted(changing.shutil.rmtree)
from qa_annotate.commands.purge import purge
purge("p1", why="w", by="ben", confirmed="purge p1", project=Path(sys.argv[1]))
"""


@pytest.mark.parametrize("at", [1, 2, 5, 9, 12, 15, 18, 21, 24, 27, 30, 33, 36])
def test_a_killed_purge_is_finished_or_never_was(
    bakery: Path, tmp_path: Path, at: int, told: Told
) -> None:
    before = everything(bakery)
    env = {**os.environ, "XDG_STATE_HOME": str(tmp_path / "state")}
    call = [sys.executable, "-c", DIE, str(bakery), str(at)]
    died = subprocess.run(call, env=env, check=False, capture_output=True)
    assert died.returncode in (0, 9), died.stderr
    need_project(bakery, bakery)
    after = everything(bakery)
    undone = after == before
    gone = not any("rana" in told(text) for text in after.values())
    assert undone != gone
    assert not any(".change/" in path or ".change.tmp" in path for path in after)
    assert check(bakery) == []
