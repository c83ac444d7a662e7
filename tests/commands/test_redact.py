"""`--redact` in exports and reports: nobody is told in any format, or nothing is written."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qa_annotate.adapters import yaml
from qa_annotate.commands.export import export
from qa_annotate.commands.people import add
from qa_annotate.commands.report import report
from qa_annotate.core.editing import toggle_redaction
from qa_annotate.core.text import sha256_bytes
from qa_annotate.errors import FileError, StoreError
from qa_annotate.formats import WRITERS
from qa_annotate.store.project import Project

FORMS = tuple(WRITERS)


Told = Callable[[str], list[str]]


@pytest.fixture
def root(bakery: Path) -> Path:
    """A project in which Rana, its coder too, was interviewed."""
    return bakery


# ---- exports ------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
def test_nobody_is_told_in_any_format(
    root: Path, form: str, tmp_path: Path, told: Told, talk: str
) -> None:
    assert told(export(form, project=root).text)
    done = export(form, project=root, redact=True, out=tmp_path / "out")
    text = (tmp_path / "out").read_bytes().decode()
    assert told(text) == []
    assert text == done.text
    assert sha256_bytes(talk.encode()) not in text
    assert [p.name for p in tmp_path.glob(".*")] == []


def test_claims_stay_whole(root: Path) -> None:
    data = yaml.load(export("yaml", project=root, redact=True).text, "")
    assert data["redacted"] is True
    (article,) = data["articles"]
    assert article["id"] == "the-baker"
    assert [c["quote"] for c in article["claims"]] == [
        "We baked at night.",
        "We baked at night.",
        "Her brother carried the flour past the checkpoint at the old mill.",
    ]
    assert article["claims"][1]["note"] == "The baker told me; see https://x.org/the-baker"
    assert {c["coder"] for c in article["claims"]} == {"ben", "the-baker"}
    rows = list(csv.DictReader(io.StringIO(export("csv", project=root, redact=True).text)))
    assert rows[0]["quote"] == "We baked at night."
    lines = export("jsonl", project=root, redact=True).text.splitlines()
    assert all(json.loads(line)["redacted"] for line in lines)


def test_what_is_not_redacted_says_nothing_of_it(root: Path) -> None:
    assert "redacted" not in export("yaml", project=root).text
    assert "redacted" not in export("jsonl", project=root).text


def test_what_any_coder_marked_goes_from_everybodys_work(root: Path, seat: Any) -> None:
    project = Project(root)
    coder = seat(project, project.articles()[0], "ben")
    coder.edit(toggle_redaction(coder.document, coder.span("the checkpoint at the old mill")))
    coder.leave()
    done = export("yaml", project=root, redact=True, coders=["rana-qasimi"])
    assert "checkpoint" not in done.text
    assert "Her brother carried the flour past [redacted]." in done.text


def test_it_says_what_it_does_not_do(root: Path) -> None:
    notices = " ".join(export("yaml", project=root, redact=True).notices)
    assert "a person must read it" in notices
    assert "1 sources and 1 copies of evidence" in notices


# ---- it fails closed ----------------------------------------------------------------------------


@pytest.fixture
def forgetful(monkeypatch: pytest.MonkeyPatch) -> None:
    """A format that brings a name back, in a dress."""
    writers = {"yaml": lambda _: 'note: "x\\nRA\\u00adNA"\n'}
    monkeypatch.setattr("qa_annotate.commands.export.WRITERS", writers)


@pytest.mark.usefixtures("forgetful")
def test_nothing_is_written_where_somebody_is_left(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "to-send"
    folder.mkdir()
    with pytest.raises(StoreError) as caught:
        export("yaml", project=root, redact=True, out=folder / "out.yaml")
    assert list(folder.iterdir()) == []
    assert caught.value.message == (
        "Nothing was written: after redaction there is still p1 in out.yaml:1."
    )
    with pytest.raises(StoreError, match="p1 in the export:1"):
        export("yaml", project=root, redact=True)


@pytest.mark.usefixtures("forgetful")
def test_an_earlier_file_stays_as_it_was(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.yaml"
    out.write_text("earlier", encoding="utf-8")
    with pytest.raises(StoreError):
        export("yaml", project=root, redact=True, out=out)
    assert out.read_text(encoding="utf-8") == "earlier"


def test_the_file_itself_may_tell_nobody(root: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="p1 in the name of file 1"):
        export("csv", project=root, redact=True, out=tmp_path / "rana.csv")
    assert not (tmp_path / "rana.csv").exists()


def test_a_list_that_tells_names_itself_is_of_no_use(root: Path) -> None:
    add(["Nobody Else"], pseudonym="Not Rana", project=root)
    with pytest.raises(FileError, match="telling-pseudonym"):
        export("yaml", project=root, redact=True)


def test_without_anybody_to_hide_nothing_is_redacted(root: Path) -> None:
    (root / "annotations" / "people.yaml").unlink()
    with pytest.raises(StoreError, match="nobody to hide"):
        export("yaml", project=root, redact=True)


def test_marks_on_an_earlier_text_are_not_guessed(root: Path) -> None:
    project = Project(root)
    path = project.folder(project.articles()[0]) / "adjudicated.yaml"
    ours = next(project.folder(project.articles()[0]).glob("coders/ben.yaml"))
    body = ours.read_text(encoding="utf-8").replace("kind: coder", "kind: adjudication")
    body = body.replace("\nmemo:", "\nredactions: [[1, 9]]\nmemo:")
    digest = sha256_bytes((ours.parent.parent / "article.txt").read_bytes())
    path.write_text(body.replace(digest, "0" * 64), encoding="utf-8")
    with pytest.raises(StoreError, match="marked words on an earlier text"):
        export("yaml", project=root, redact=True)


# ---- on purpose ---------------------------------------------------------------------------------


def endanger(root: Path) -> None:
    path = root / "annotations" / "people.yaml"
    text = path.read_text(encoding="utf-8").replace('"personal"', '"endangers source"', 1)
    path.write_text(text, encoding="utf-8")


def test_a_person_in_danger_goes_out_only_on_purpose(
    root: Path, tmp_path: Path, told: Told
) -> None:
    endanger(root)
    out = tmp_path / "out.yaml"
    with pytest.raises(StoreError) as caught:
        export("yaml", project=root, out=out)
    assert "endangered by it (p1)" in caught.value.message
    assert "--include-sensitive" in str(caught.value.hint)
    assert not out.exists()
    export("yaml", project=root, out=out, include_sensitive=True)
    assert told(out.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("typed", "goes"), [("include sensitive names", True), ("yes", False)])
def test_in_a_terminal_the_words_are_typed(root: Path, typed: str, goes: bool) -> None:
    endanger(root)
    asked: list[str] = []

    def confirm(question: str) -> str:
        asked.append(question)
        return typed

    if goes:
        export("yaml", project=root, confirm=confirm)
    else:
        with pytest.raises(StoreError):
            export("yaml", project=root, confirm=confirm)
    assert "type: include sensitive names" in asked[0]


def test_a_person_in_danger_who_is_not_told_asks_for_nothing(project: Project) -> None:
    add(["Rana Qasimi"], sensitivity="endangers third party", project=project.root)
    assert export("yaml", project=project.root).text


# ---- reports ------------------------------------------------------------------------------------


@pytest.fixture
def pages(tmp_path: Path) -> Callable[[Path], dict[str, str]]:
    pytest.importorskip("jinja2")
    pytest.importorskip("matplotlib")
    out = tmp_path / "pages"

    def write(root: Path, **how: Any) -> dict[str, str]:
        report(out, project=root, **{"redact": True, **how})
        found = (p for p in out.rglob("*") if p.is_file())
        return {p.relative_to(out).as_posix(): p.read_text(encoding="utf-8") for p in found}

    return write


def test_nobody_is_told_on_any_page(
    root: Path, pages: Callable[..., dict[str, str]], tmp_path: Path, told: Told
) -> None:
    found = pages(root, figures=True)
    assert "articles/the-baker.html" in found
    assert not any(path.endswith(".pdf") for path in found)
    for path, text in found.items():
        assert told(path) == []
        assert told(text) == [], path
    page = found["articles/the-baker.html"]
    assert "Names are replaced by pseudonyms" in page
    assert "carried the flour" in page
    assert [p.name for p in tmp_path.glob(".redacted-*")] == []


def test_an_earlier_report_leaves_nothing_behind(
    root: Path, pages: Callable[..., dict[str, str]], told: Told
) -> None:
    assert any(map(told, pages(root, redact=False)))
    assert not any(map(told, pages(root)))


def test_no_page_is_written_where_somebody_is_left(
    root: Path,
    pages: Callable[..., dict[str, str]],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    from qa_annotate.report import site

    monkeypatch.setattr(site, "pages", lambda _: {"index.html": "<!doctype html>Ra<i>na</i>"})
    with pytest.raises(StoreError, match=r"p1 in index\.html:1"):
        pages(root)
    assert not (tmp_path / "pages").exists()


def test_a_report_with_a_person_in_danger_is_refused(
    root: Path, pages: Callable[..., dict[str, str]], tmp_path: Path
) -> None:
    endanger(root)
    with pytest.raises(StoreError, match="endangered"):
        pages(root, redact=False)
    assert not (tmp_path / "pages").exists()
