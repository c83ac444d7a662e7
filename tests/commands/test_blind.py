"""Blind coding: who may see whose labels, when, and what is put on record where somebody must."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from qa_annotate.cli.loading import COMMANDS
from qa_annotate.commands.agreement import agreement
from qa_annotate.commands.blind import out_of_sight
from qa_annotate.commands.check import check
from qa_annotate.commands.codebook import check as codebook_check
from qa_annotate.commands.evidence import add, items
from qa_annotate.commands.export import export
from qa_annotate.commands.log import as_of, log
from qa_annotate.commands.reanchor import reanchor
from qa_annotate.commands.report import report
from qa_annotate.commands.seal import seal, verify
from qa_annotate.commands.similar import similar, tie_claims
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


def mend(blind: Path, old: str, new: str) -> None:
    """Omar's unfinished document, edited by hand."""
    (path,) = blind.glob("annotations/*/coders/omar.yaml")
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_check_tells_only_that_something_is_wrong(
    blind: Path, looks: Callable[[str], None]
) -> None:
    mend(blind, 'label: "unverified"', 'label: "unverifed"')
    (problem,) = check(blind)
    assert (problem.line, problem.rule) == (1, "blind")
    assert "omar sees it" in problem.message
    assert "unverif" not in str(problem)
    looks("omar")
    assert "unknown-label" in {problem.rule for problem in check(blind)}


def test_check_is_silent_about_others_where_a_file_cannot_be_read(blind: Path) -> None:
    mend(blind, 'label: "unverified"', 'label: "unverifed"')
    (path,) = blind.glob("annotations/*/coders/amal.yaml")
    path.write_text("claims: [", encoding="utf-8")
    told = check(blind)
    assert {problem.rule for problem in told} == {"yaml", "blind"}


def test_what_moves_with_a_new_text_is_not_told(
    blind: Path, looks: Callable[[str], None], seed_name: str, tmp_path: Path
) -> None:
    text = (blind / "annotations" / seed_name / "article.txt").read_text(encoding="utf-8")
    new = tmp_path / "new.txt"
    new.write_text(f"A line before.\n\n{text}", encoding="utf-8")
    looks("omar")
    found = reanchor(seed_name, new, project=blind)
    assert {moved.coder for moved in found.claims} == {"omar"}
    assert found.hidden == (f"{seed_name}/amal",)
    assert not [problem for problem in check(blind) if problem.rule == "text-hash"]


def test_the_codebooks_worklist_leaves_out_what_is_blind(
    blind: Path, looks: Callable[[str], None], seed_name: str
) -> None:
    book = blind / "annotations" / "codebook.yaml"
    text = book.read_text(encoding="utf-8")
    for label in ("allegation", "unverified"):
        text = text.replace(f'  - id: "{label}"\n', f'  - id: "{label}"\n    retired: true\n')
        text = text.replace(f"  - id: {label}\n", f"  - id: {label}\n    retired: true\n")
    book.write_text(text.replace("1.0", "2.0"), encoding="utf-8")
    looks("omar")
    found = codebook_check(blind)
    assert {left.coder for left in found.worklist} == {"omar"}
    assert found.hidden == (f"{seed_name}/amal",)


def test_claims_out_of_sight_are_neither_found_nor_compared(
    blind: Path, sit: Sit, looks: Callable[[str], None]
) -> None:
    ids = {}
    for name in ("amal", "omar"):
        coder = sit(name)
        ids[name] = coder.document.claims[0].id
        coder.leave()
    looks("omar")
    assert similar(ids["omar"], project=blind).claims
    with pytest.raises(StoreError):
        similar(ids["amal"], project=blind)
    with pytest.raises(BlindError):
        tie_claims(ids["omar"], ids["amal"], project=blind)


ASKS = "adjudicate agreement export report"
LEAVES_OUT = (
    "as-of check codebook-check corroboration evidence-list evidence-settle evidence-show log"
    " out-of-sight reanchor similar status tie"
)
ONES_OWN = "codebook-migrate decide evidence-add find import merge-log open place proposals"
NO_LABELS = (
    "add add-all add-url agreement-matrix agreement-put agreement-written assign attach-token"
    " codebook-diff codebook-presets codebook-show merge-structure parse parse-all people-add"
    " people-check people-list people-suggest purge remove-article remove-coder rename-article"
    " rename-coder reparse schema seal structure take-in verify why"
)


def test_every_command_has_been_asked_what_it_shows_while_coding_is_blind() -> None:
    """A new command belongs in one of these lists: what it shows of others' documents is refused
    (`allow`), left out (`in_sight`, `out_of_sight`), or nothing but one's own, or no label."""
    asked = " ".join((ASKS, LEAVES_OUT, ONES_OWN, NO_LABELS)).split()
    assert sorted(asked) == sorted(COMMANDS)
    for names, means in ((ASKS, {"allow"}), (LEAVES_OUT, {"in_sight", "out_of_sight", "Blind"})):
        for name in names.split():
            module = import_module(f"qa_annotate.commands.{COMMANDS[name].partition(':')[0]}")
            assert means & vars(module).keys(), name


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
