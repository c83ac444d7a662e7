"""Blind coding: who may see whose labels, when, and what is put on record where somebody must."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qa_annotate.commands.agreement import agreement
from qa_annotate.commands.blind import out_of_sight
from qa_annotate.commands.check import check
from qa_annotate.commands.evidence import add, items
from qa_annotate.commands.export import export
from qa_annotate.commands.log import as_of, log
from qa_annotate.commands.report import report
from qa_annotate.commands.seal import seal, verify
from qa_annotate.commands.status import status
from qa_annotate.console.log import show_log
from qa_annotate.console.status import show_status
from qa_annotate.core.editing import set_finished
from qa_annotate.errors import BlindError, FileError, StoreError, UsageError
from qa_annotate.store.journal import read_log
from qa_annotate.store.project import Project
from qa_annotate.store.unblinding import unblinding_logs

Sit = Callable[..., Any]
AID = "Aid entered last month."
YES = "Yes, this has happened many times."
BLIND = "format: qa-annotate/project/1\nblind: true\n"


def code(sit: Sit, name: str, label: str, *, finished: bool) -> None:
    coder = sit(name)
    coder.label(AID, label)
    coder.read(YES)
    if finished:
        coder.edit(set_finished(coder.document, True))
    coder.leave()


@pytest.fixture
def blind(project: Project, sit: Sit, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A blind project: Amal has finished, Omar has not. Lina, who codes nothing, looks."""
    project.settings_path.write_text(BLIND, encoding="utf-8")
    code(sit, "amal", "allegation", finished=True)
    code(sit, "omar", "unverified", finished=False)
    monkeypatch.setenv("QA_ANNOTATE_CODER", "lina")
    return project.root


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Somebody else sits down at the keyboard."""
    return lambda name: monkeypatch.setenv("QA_ANNOTATE_CODER", name)


LOOKING: dict[str, Callable[..., Any]] = {
    "agreement": lambda root, _, **more: agreement(project=root, **more),
    "report": lambda root, out, **more: report(out, project=root, **more),
    "export": lambda root, _, **more: export("yaml", project=root, **more),
}


# ---- refused, or on record ----------------------------------------------------------------------


@pytest.mark.parametrize("command", LOOKING)
def test_nothing_is_compared_before_all_have_finished(
    blind: Path, tmp_path: Path, seed_name: str, command: str
) -> None:
    with pytest.raises(BlindError, match=rf"not finished yet: {seed_name}/omar\."):
        LOOKING[command](blind, tmp_path / "pages")
    assert not (tmp_path / "pages").exists()
    assert unblinding_logs(Project(blind)) == {}


@pytest.mark.parametrize("command", LOOKING)
def test_a_reason_opens_it_and_goes_on_record_first(
    blind: Path, tmp_path: Path, seed_name: str, command: str
) -> None:
    done = LOOKING[command](blind, tmp_path / "pages", unblind="the pilot's discussion")
    assert "Recorded as looked at by lina before it was finished." in done.notices
    (entry,) = read_log(unblinding_logs(Project(blind))["lina"]).entries
    looked = entry.unblinded
    assert looked is not None
    assert (entry.coder, looked.command, looked.why) == ("lina", command, "the pilot's discussion")
    assert looked.shown == (f"{seed_name}/amal", f"{seed_name}/omar")
    assert looked.unfinished == (f"{seed_name}/omar",)


def test_an_empty_reason_is_none(blind: Path) -> None:
    with pytest.raises(UsageError, match="takes the reason"):
        agreement(project=blind, unblind="  ")


@pytest.mark.parametrize("command", LOOKING)
def test_once_all_have_finished_anybody_may_look(
    blind: Path, tmp_path: Path, sit: Sit, command: str
) -> None:
    omar = sit("omar")
    omar.edit(set_finished(omar.document, True))
    omar.leave()
    done = LOOKING[command](blind, tmp_path / "pages", unblind="to be sure")
    assert "Nothing here is blind: --unblind was not needed." in done.notices
    assert unblinding_logs(Project(blind)) == {}


def test_only_what_is_asked_for_must_be_finished(blind: Path, sit: Sit) -> None:
    code(sit, "sara", "allegation", finished=True)
    report = agreement(project=blind, coders=["amal", "sara"])
    assert report.coders == ("amal", "sara")


def test_who_still_codes_an_article_sees_nobody_elses(
    blind: Path, sit: Sit, looks: Callable[[str], None], seed_name: str
) -> None:
    code(sit, "sara", "allegation", finished=True)
    looks("omar")
    with pytest.raises(BlindError, match=f"{seed_name}/omar"):
        agreement(project=blind, coders=["amal", "sara"])
    with pytest.raises(BlindError, match=f"{seed_name}/omar"):
        export("yaml", project=blind, coders=["amal"])


def test_ones_own_work_is_no_secret(blind: Path, looks: Callable[[str], None]) -> None:
    looks("omar")
    done = export("jsonl", project=blind, coders=["omar"])
    assert [json.loads(line)["coder"] for line in done.text.splitlines()] == ["omar"]


def test_a_second_round_is_blind_to_the_first(
    blind: Path, sit: Sit, looks: Callable[[str], None], seed_name: str
) -> None:
    code(sit, "amal.2", "unverified", finished=False)
    looks("amal")
    assert out_of_sight(blind) == (f"{seed_name}/amal", f"{seed_name}/omar")
    assert "amal.2" in export("csv", project=blind, coders=["amal.2"]).text
    with pytest.raises(BlindError, match=f"{seed_name}/amal.2"):
        agreement(project=blind, coders=["amal"])


def test_a_project_that_is_not_blind_asks_nothing(project: Project, sit: Sit) -> None:
    code(sit, "amal", "allegation", finished=False)
    code(sit, "omar", "unverified", finished=False)
    assert agreement(project=project.root).coders == ("amal", "omar")
    assert out_of_sight(project.root) == ()


# ---- what everybody may see ---------------------------------------------------------------------


def test_status_tells_progress_and_no_labels(
    blind: Path, looks: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    amal, omar = status(blind).work
    assert (omar.units_read, dict(omar.claims), omar.blind) == (2, {}, True)
    assert dict(amal.claims) == {"allegation": 1}
    looks("omar")
    amal, omar = status(blind).work
    assert (amal.blind, dict(omar.claims)) == (True, {"unverified": 1})
    show_status(status(blind))
    line = next(x for x in capsys.readouterr().out.splitlines() if x.startswith("amal"))
    assert line.split() == ["amal", "2/17", "0/5", "–", "–", "–", "–", "finished"]


def test_the_history_leaves_out_what_is_blind(
    blind: Path, looks: Callable[[str], None], seed_name: str
) -> None:
    looks("omar")
    assert {event.log for event in log(project=blind)} == {"omar"}
    assert out_of_sight(blind) == (f"{seed_name}/amal",)
    assert "coder: omar" in as_of("2099-01-01", project=blind)
    with pytest.raises(StoreError):
        as_of("2099-01-01", coder="amal", project=blind)


def test_evidence_of_what_is_blind_is_left_out(
    blind: Path, sit: Sit, looks: Callable[[str], None]
) -> None:
    amal = sit("amal")
    claim = amal.document.claims[0].id
    amal.leave()
    add(claim, kind="photo", locator="p1", coder="amal", project=blind)
    assert len(items(project=blind)) == 1
    looks("omar")
    assert items(project=blind) == ()


# ---- the record ---------------------------------------------------------------------------------


def test_the_record_is_told_proved_and_sealed(
    blind: Path, capsys: pytest.CaptureFixture[str], seed_name: str
) -> None:
    agreement(project=blind, unblind="the pilot's discussion")
    export("csv", project=blind, unblind="to a colleague")
    events = [e for e in log(project=blind) if e.log == "unblinded"]
    assert [(e.seq, e.by, e.why) for e in events] == [
        (1, "lina", "the pilot's discussion"),
        (2, "lina", "to a colleague"),
    ]
    assert [e.log for e in log(seed_name, project=blind)].count("unblinded") == 2
    show_log(events)
    told = capsys.readouterr().out
    assert "lina  #1 looked: agreement" in told
    assert f"not finished: {seed_name}/omar" in told
    assert check(blind) == []
    seal(blind, signing=False)
    path = unblinding_logs(Project(blind))["lina"]
    path.write_bytes(path.read_bytes().replace(b"pilot", b"piloT"))
    shown = "annotations/unblinded/lina.history.jsonl"
    assert [(p.path, p.line, p.rule) for p in check(blind)] == [(shown, 2, "log")]
    assert (shown, "seal-differs") in [(p.path, p.rule) for p in verify(blind).problems]
    with pytest.raises(FileError):
        agreement(project=blind, unblind="once more")


def test_a_record_that_cannot_be_written_shows_nothing(blind: Path) -> None:
    (blind / "annotations" / "unblinded").write_text("a file stands in the way")
    with pytest.raises(StoreError):
        agreement(project=blind, unblind="the pilot's discussion")


# ---- open ---------------------------------------------------------------------------------------

_WATCHED = """
import os, sys
seen = open(os.environ["SEEN"], "w", buffering=1)
sys.addaudithook(lambda event, args: event == "open" and seen.write(f"{args[0]}\\n") and None)
from qa_annotate.__main__ import main
sys.exit(main())
"""


def test_a_session_never_reads_another_coders_file(
    blind: Path, tmp_path: Path, seed_name: str
) -> None:
    seen = tmp_path / "seen"
    env = {**os.environ, "SEEN": str(seen), "PYTHONUTF8": "1"}
    words = ["open", seed_name, "--coder", "sara", "--plain"]
    subprocess.run(
        [sys.executable, "-c", _WATCHED, *words],
        cwd=blind,
        env=env,
        input="]ua\nF\ny\nq\n",
        check=True,
        capture_output=True,
        text=True,
    )
    read = {Path(line).name for line in seen.read_text().splitlines() if "coders" in line}
    assert {"sara.history.jsonl", ".sara.yaml.tmp"} <= read
    assert not any(name.lstrip(".").startswith(("amal", "omar")) for name in read)
