"""The commands as functions, on a project with two coders."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from qa_annotate.adapters import yaml
from qa_annotate.adapters.codec import to_plain
from qa_annotate.commands.add import add
from qa_annotate.commands.agreement import agreement
from qa_annotate.commands.check import check
from qa_annotate.commands.export import export
from qa_annotate.commands.schema import schema
from qa_annotate.commands.status import status
from qa_annotate.core.editing import set_finished, set_note
from qa_annotate.core.results import Work
from qa_annotate.errors import FileError, SourceError, StoreError, UsageError
from qa_annotate.store.project import Project

Sit = Callable[..., Any]
ROOT = Path(__file__).parent.parent.parent
AID = "Aid entered last month."
YES = "Yes, this has happened many times."
PLANES = "Airplanes and artillery continually bombard the blockaded neighborhoods."


@pytest.fixture
def coded(project: Project, sit: Sit) -> Path:
    """Amal and Omar have read three sentences of answers; Amal has finished."""
    amal, omar = sit("amal"), sit("omar")
    for words, label in ((YES, "unverified"), (PLANES, "allegation"), (AID, "unverified")):
        amal.label(words, label)
    omar.label(YES, "unverified")
    omar.label(PLANES, "unverified")
    omar.read(AID)
    amal.edit(set_note(amal.document.claims[1], "Blames the army."))
    amal.edit(set_finished(amal.document, True))
    amal.leave()
    omar.leave()
    return project.root


# ---- status -------------------------------------------------------------------------------------


def test_status(coded: Path, seed_name: str) -> None:
    told = status(coded)
    assert told.labels == ("verified", "unverified", "allegation")
    assert told.untouched == ()
    assert told.work == (
        Work(
            article=seed_name,
            coder="amal",
            units=17,
            units_read=3,
            passages=5,
            passages_read=0,
            claims={"unverified": 2, "allegation": 1},
            incomplete=0,
            finished=True,
        ),
        Work(
            article=seed_name,
            coder="omar",
            units=17,
            units_read=3,
            passages=5,
            passages_read=0,
            claims={"unverified": 2},
            incomplete=0,
            finished=False,
        ),
    )


def test_status_counts_passages_that_were_read_to_the_end(
    project: Project, sit: Sit, seed_name: str
) -> None:
    amal = sit("amal")
    amal.read(AID)
    amal.read("The aid was delivered to organizations and then was distributed.")
    amal.label("We did not reach", "verified")
    amal.leave()
    (work,) = status(project.root).work
    assert (work.units_read, work.passages_read, work.incomplete) == (3, 1, 1)
    assert work.article == seed_name


def test_status_of_what_nobody_has_begun(project: Project, seed_name: str) -> None:
    assert status(project.root).untouched == (seed_name,)


def test_status_tells_of_what_it_had_to_join(coded: Path, seed_name: str) -> None:
    path = coded / "annotations" / seed_name / "coders" / "amal.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Blames", "It blames"), "utf-8")
    before = {p: p.read_bytes() for p in path.parent.iterdir()}
    (notice,) = status(coded).notices
    assert notice.startswith("amal.yaml was edited outside (“")
    assert notice.endswith(": note): taken into its log.")
    assert {p: p.read_bytes() for p in path.parent.iterdir()} == before


# ---- export -------------------------------------------------------------------------------------


def test_yaml_finds_the_labels_with_who_when_where_and_which_words(
    coded: Path, seed_name: str
) -> None:
    done = export("yaml", project=coded)
    assert done.claims == 5
    (article,) = yaml.load(done.text, "export.yaml")["articles"]
    assert article["id"] == seed_name
    assert article["metadata"]["title"] == "ISIS, regime close in on Deir e-Zor rebels"
    assert len(article["pairs"]) == 4
    told = [
        (c["coder"], c["label"], c["quote"], c["position"], c["decided"]["at"])
        for c in article["claims"]
    ]
    at = "2026-11-22T10:04:11Z"
    assert told == [
        ("amal", "unverified", YES, [1490, 1524], at),
        ("omar", "unverified", YES, [1490, 1524], at),
        ("amal", "allegation", PLANES, [1920, 1992], at),
        ("omar", "unverified", PLANES, [1920, 1992], at),
        ("amal", "unverified", AID, [2157, 2180], at),
    ]


def test_one_coder_alone(coded: Path) -> None:
    lines = export("jsonl", project=coded, coders=["Omar"]).text.splitlines()
    assert [json.loads(line)["coder"] for line in lines] == ["omar", "omar"]
    with pytest.raises(StoreError, match="There is nothing by zoe here"):
        export("jsonl", project=coded, coders=["zoe"])


def test_an_export_to_a_file(coded: Path, tmp_path: Path) -> None:
    out = tmp_path / "claims.csv"
    done = export("csv", project=coded, out=out)
    assert out.read_bytes() == done.text.encode()
    rows = list(csv.DictReader(io.StringIO(out.read_bytes().decode(), newline="")))
    assert [row["label"] for row in rows].count("unverified") == 4


def test_an_export_that_cannot_be_written(
    coded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UsageError, match="There is no format 'xml'") as caught:
        export("xml", project=coded)
    assert caught.value.hint == "One of: yaml, jsonl, csv, prov"
    with pytest.raises(StoreError, match="is a folder"):
        export("csv", project=coded, out=tmp_path)
    with pytest.raises(StoreError, match="There is no folder"):
        export("csv", project=coded, out=tmp_path / "none" / "x.csv")
    (tmp_path / "x.csv").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", _full)
    with pytest.raises(StoreError, match="no space left on device"):
        export("csv", project=coded, out=tmp_path / "x.csv")
    assert (tmp_path / "x.csv").read_bytes() == b"old"


def _full(*_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_broken_document_stops_an_export_with_its_line(coded: Path, seed_name: str) -> None:
    path = coded / "annotations" / seed_name / "coders" / "omar.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "memo: twice\n", encoding="utf-8")
    with pytest.raises(FileError, match=r"coders/omar\.yaml:\d+: yaml: found duplicate key"):
        export("csv", project=coded)


# ---- agreement ----------------------------------------------------------------------------------


def test_agreement(coded: Path, seed_name: str) -> None:
    """Three units: one agreed on, allegation against unverified, unverified against no claim.

    Alpha by hand: observed disagreement 2/3; of six values four are unverified, one allegation,
    one no claim, so expected disagreement is (30 - 12) / 30 = 18/30; alpha = 1 - (2/3)/(18/30).
    Kappa by hand: observed 1/3; expected (2/3)(2/3) = 4/9; kappa = (1/3 - 4/9) / (1 - 4/9).
    """
    report = agreement(project=coded)
    assert report.articles == (seed_name,)
    assert report.coders == ("amal", "omar")
    assert report.units_used == 3
    found = list(figures(to_plain(report)))
    assert ("percent_agreement", pytest.approx(1 / 3)) in found
    assert ("krippendorff_alpha_nominal", pytest.approx(1 - (2 / 3) / (18 / 30))) in found
    assert next(v for name, v in found if name.startswith("cohen_kappa")) == pytest.approx(-0.2)


def figures(plain: Any) -> Iterator[tuple[str, float | None]]:
    """Every figure of a report with its value, wherever it stands in it."""
    if isinstance(plain, dict):
        if "name" in plain and "value" in plain:
            yield plain["name"], plain["value"]
        plain = list(plain.values())
    for item in plain if isinstance(plain, list) else ():
        yield from figures(item)


def test_disagreements_have_their_words(coded: Path) -> None:
    told = {
        d.words: {c.coder: c.value for c in d.choices} for d in agreement(project=coded).differences
    }
    assert told == {
        PLANES: {"amal": "allegation", "omar": "unverified"},
        AID: {"amal": "unverified", "omar": "no claim"},
    }
    (planes,) = [d for d in agreement(project=coded).differences if d.words == PLANES]
    assert planes.choices[0].notes == ("Blames the army.",)
    assert planes.question == "Which areas are under blockade? What is the blockade mechanism?"


def test_units_that_one_coder_has_not_read_are_left_out(coded: Path) -> None:
    report = agreement(project=coded)
    assert sum(report.left_out.values()) == 14


def test_agreement_needs_two_coders(project: Project, sit: Sit) -> None:
    with pytest.raises(StoreError, match="there is nobody here"):
        agreement(project=project.root)
    amal = sit("amal")
    amal.read(AID)
    amal.leave()
    with pytest.raises(StoreError, match="there is amal here"):
        agreement(project=project.root)


# ---- add ----------------------------------------------------------------------------------------


def test_add_says_what_it_made(tmp_path: Path, seed_path: Path, seed_name: str) -> None:
    added = add(str(seed_path), project=tmp_path, by="Amal K.")
    assert (added.article, added.new) == (seed_name, True)
    assert added.notices == (f"There was no project here: {tmp_path / 'annotations'} is made.",)
    assert check(tmp_path) == []
    again = add(str(seed_path), project=tmp_path, by="omar")
    assert (again.article, again.new, again.notices) == (seed_name, False, ())


def test_the_same_bytes_under_another_name_are_the_same_article(
    project: Project, seed: str, seed_name: str, tmp_path: Path
) -> None:
    other = tmp_path / "copy.txt"
    other.write_bytes(seed.encode())
    assert add(str(other), project=project.root).article == seed_name
    assert project.articles() == [seed_name]


def test_other_bytes_under_a_known_name_are_refused(
    project: Project, seed: str, seed_name: str, tmp_path: Path
) -> None:
    other = tmp_path / f"{seed_name}.txt"
    other.write_bytes(seed.encode() + b"An update.\n")
    with pytest.raises(StoreError, match="differs from the text that the article") as caught:
        add(str(other), project=project.root)
    assert caught.value.hint == (
        f"To code it as an article of its own: qa-annotate add {other} --name NEW-NAME"
    )
    assert project.articles() == [seed_name]
    assert add(str(other), project=project.root, name="Update").article == "update"


def test_two_sources_whose_names_meet_stay_apart(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    for name, words in (("The Bridge.txt", "One."), ("the-bridge.txt", "Two.")):
        (tmp_path / name).write_text(words, encoding="utf-8")
    first = add(str(tmp_path / "The Bridge.txt"), project=home)
    second = add(str(tmp_path / "the-bridge.txt"), project=home)
    assert first.article == "the-bridge"
    assert second.article.startswith("the-bridge-")
    assert check(home) == []


def test_an_article_without_questions_can_be_coded(tmp_path: Path) -> None:
    (tmp_path / "rain.txt").write_text("It rained.\n\nIt stopped.\n", encoding="utf-8")
    added = add(str(tmp_path / "rain.txt"), project=tmp_path)
    assert any("No question was found" in notice for notice in added.notices)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("none.txt", None, "There is no file"),
        (".", None, "is a folder, not an article"),
        ("empty.txt", b"", "empty"),
        ("latin.txt", "Q: Où étiez-vous?\n".encode("latin-1"), "UTF-8"),
        ("picture.txt", bytes(range(256)) * 4, "binary|not text|no text"),
    ],
)
def test_what_cannot_be_read_leaves_no_trace(
    project: Project, tmp_path: Path, name: str, data: bytes | None, words: str
) -> None:
    before = sorted(project.root.rglob("*"))
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(SourceError, match=words):
        add(str(tmp_path / name), project=project.root)
    assert sorted(project.root.rglob("*")) == before


@pytest.mark.parametrize("works", range(8))
def test_an_add_that_fails_can_be_done_again(
    tmp_path: Path, seed_path: Path, seed_name: str, monkeypatch: pytest.MonkeyPatch, works: int
) -> None:
    """A disk that is full after some of the files: nothing torn stands under a final name."""
    left = [works]
    sync = os.fsync

    def fsync(handle: int) -> None:
        left[0] -= 1
        if left[0] < 0:
            _full()
        sync(handle)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fsync)
        with pytest.raises(StoreError, match="no space left on device"):
            add(str(seed_path), project=tmp_path, by="amal")
    add(str(seed_path), project=tmp_path, by="amal")
    assert Project(tmp_path).articles() == [seed_name]
    assert check(tmp_path) == []
    assert not list(tmp_path.rglob(".*.tmp"))


# ---- schemas ------------------------------------------------------------------------------------

FORMS = ("annotation", "article", "codebook", "history", "project")


@pytest.mark.parametrize("name", FORMS)
def test_the_schemas_in_the_repository_are_in_step_with_the_types(name: str) -> None:
    printed = (ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")
    assert printed == schema(name), "run: make schemas"


def test_an_unknown_schema() -> None:
    with pytest.raises(UsageError, match="There is no schema 'claim'"):
        schema("claim")


def test_every_file_of_a_project_fits_its_schema(coded: Path, seed_name: str) -> None:
    folder = coded / "annotations" / seed_name
    files = {
        "article": [folder / "article.yaml"],
        "annotation": [folder / "coders" / "amal.yaml", folder / "coders" / "omar.yaml"],
        "codebook": [coded / "annotations" / "codebook.yaml"],
    }
    for name, paths in files.items():
        validator = jsonschema_rs.Draft202012Validator(json.loads(schema(name)))
        for path in paths:
            validator.validate(yaml.load(path.read_text(encoding="utf-8"), str(path)))
    validator = jsonschema_rs.Draft202012Validator(json.loads(schema("history")))
    lines = (folder / "coders" / "amal.history.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 7
    for line in lines:
        validator.validate(json.loads(line))
    with pytest.raises(jsonschema_rs.ValidationError):
        validator.validate({**json.loads(lines[0]), "colour": "red"})
