"""Second rounds: a document of its own, blind to the first, and a coder held against themselves."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qa_annotate.adapters import yaml
from qa_annotate.commands.agreement import agreement
from qa_annotate.commands.check import check
from qa_annotate.commands.decide import decide
from qa_annotate.commands.export import export
from qa_annotate.commands.log import as_of, log
from qa_annotate.commands.rounds import in_this_round
from qa_annotate.core.editing import set_finished
from qa_annotate.errors import StoreError, UsageError
from qa_annotate.store.journal import read_log
from qa_annotate.store.project import Project

Sit = Callable[..., Any]
AID = "Aid entered last month."
YES = "Yes, this has happened many times."


def code(sit: Sit, name: str, label: str, *, finished: bool = True) -> Path:
    coder = sit(name)
    coder.label(AID, label)
    coder.read(YES)
    if finished:
        coder.edit(set_finished(coder.document, True))
    return Path(coder.leave())


def session(root: Path, lines: str, *words: str) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-m", "qa_annotate", "open", "--plain", *words]
    env = {**os.environ, "PYTHONUTF8": "1"}
    return subprocess.run(
        call, cwd=root, env=env, input=lines, capture_output=True, text=True, check=False
    )


# ---- whose, and which ---------------------------------------------------------------------------


def test_the_files_name_tells_the_round_and_its_coder_the_person(
    project: Project, sit: Sit
) -> None:
    path = code(sit, "amal.2", "unverified")
    told = yaml.load(path.read_text(encoding="utf-8"), path.name)
    assert (path.name, told["coder"]) == ("amal.2.yaml", "amal")
    entries = read_log(path.with_name("amal.2.history.jsonl")).entries
    assert {entry.coder for entry in entries} == {"amal"}
    assert check(project.root) == []
    assert [e.log for e in log(project=project.root, coder="amal.2")][:1] == ["amal.2"]
    assert "coder: amal\n" in as_of("2099-01-01", coder="amal.2", project=project.root)
    assert "amal.2" in export("csv", project=project.root).text


def test_a_file_that_names_the_round_too_is_read(project: Project, sit: Sit) -> None:
    path = code(sit, "amal.2", "unverified")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("coder: amal\n", "coder: amal.2\n"), encoding="utf-8")
    assert check(project.root) == []
    sit("amal.2").leave()


def test_a_file_of_somebody_else_is_refused(project: Project, sit: Sit) -> None:
    path = code(sit, "amal.2", "unverified")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("coder: amal\n", "coder: omar\n"), encoding="utf-8")
    (problem,) = check(project.root)
    assert (problem.rule, problem.path[-11:]) == ("wrong-coder", "amal.2.yaml")


def test_decisions_of_a_second_round_are_the_persons(project: Project, sit: Sit) -> None:
    coder = sit("amal.2")
    coder.label(AID, "unverified")
    claim = coder.document.claims[0].id
    coder.leave()
    done = decide(claim, "allegation", why="it blames", coder="amal", project=project.root)
    assert (done.claim.decided.by, done.path[-11:]) == ("amal", "amal.2.yaml")
    with pytest.raises(StoreError, match="stands in amal's document, and you are omar"):
        decide(claim, "allegation", why="it blames", coder="omar", project=project.root)


# ---- making one ---------------------------------------------------------------------------------


def test_open_makes_a_second_round_that_shows_nothing_of_the_first(
    project: Project, sit: Sit, seed_name: str
) -> None:
    code(sit, "amal", "allegation")
    done = session(project.root, "/Aid entered\nq\n", seed_name, "--coder", "amal", "--round", "2")
    assert done.returncode == 0
    assert "0 claims, 0 of 17 units decided" in done.stderr
    done = session(
        project.root, "/Aid entered\nu\nq\n", seed_name, "--coder", "amal", "--round", "2"
    )
    assert "1 claim, 0 of 17 units decided" in done.stderr
    path = project.folder(seed_name) / "coders" / "amal.2.yaml"
    told = yaml.load(path.read_text(encoding="utf-8"), path.name)
    assert (told["coder"], told["claims"][0]["decided"]["by"]) == ("amal", "amal")
    assert check(project.root) == []


def test_a_second_round_follows_a_finished_first(
    project: Project, sit: Sit, seed_name: str
) -> None:
    words = (seed_name, "--coder", "amal", "--round")
    done = session(project.root, "q\n", *words, "2")
    assert (done.returncode, "amal has no round 1" in done.stderr) == (1, True)
    code(sit, "amal", "allegation", finished=False)
    done = session(project.root, "q\n", *words, "2")
    assert (done.returncode, f"Round 1 of {seed_name} is not finished" in done.stderr) == (1, True)
    assert session(project.root, "q\n", *words, "1").returncode == 0
    assert session(project.root, "q\n", *words, "0").returncode == 2


def test_a_name_of_one_round_is_not_asked_for_another() -> None:
    assert in_this_round("amal", None) == "amal"
    assert in_this_round("amal.2", 2) == "amal.2"
    with pytest.raises(UsageError, match="is round 2, and --round says 3"):
        in_this_round("amal.2", 3)


# ---- compared -----------------------------------------------------------------------------------


def test_one_coder_against_themselves(project: Project, sit: Sit) -> None:
    code(sit, "amal", "allegation")
    code(sit, "amal.2", "unverified")
    report = agreement(project=project.root)
    assert report.coders == ("amal", "amal.2")
    assert "coded by 1 coder (amal, in 2 rounds)" in report.methods
    assert "rated in two rounds or more and compared" in report.methods
    (caution,) = [c for c in report.cautions if c.code == "rounds"]
    assert "how steady one coder is" in caution.message


def test_several_coders_are_compared_by_what_is_named(project: Project, sit: Sit) -> None:
    for name in ("amal", "amal.2", "omar"):
        code(sit, name, "allegation")

    def of(*names: str) -> tuple[str, ...]:
        return agreement(project=project.root, coders=names).coders

    assert of("amal") == ("amal", "amal.2")
    assert of("amal", "omar") == ("amal", "omar")
    assert of("amal.2", "omar") == ("amal.2", "omar")
    everybody = agreement(project=project.root)
    assert everybody.coders == ("amal", "amal.2", "omar")
    (caution,) = [c for c in everybody.cautions if c.code == "rounds"]
    assert caution.message.endswith("Without them: --coder amal --coder omar")
