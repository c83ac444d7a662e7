"""`check` finds each kind of trouble, with its file, its line and its rule."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from qa_annotate.commands.check import check
from qa_annotate.core.text import sha256_text
from qa_annotate.errors import Problem, StoreError
from qa_annotate.store.project import Project

Sit = Callable[..., Any]
AID = "Aid entered last month."
YES = "Yes, this has happened many times."
EVIDENCE = "evidence that supports it and is independent of the speaker"


class Files:
    """The files of the project, changed by hand."""

    def __init__(self, project: Project, article: str) -> None:
        self.project = project
        self.article = f"annotations/{article}/article.yaml"
        self.text = f"annotations/{article}/article.txt"
        self.document = f"annotations/{article}/coders/amal.yaml"
        self.log = f"annotations/{article}/coders/amal.history.jsonl"

    def path(self, name: str) -> Path:
        """Where a file lies."""
        return self.project.root / name

    def change(self, name: str, old: str, new: str) -> int:
        """Replace words by others; the line where they stood."""
        text = self.path(name).read_text(encoding="utf-8")
        assert old in text
        self.path(name).write_text(text.replace(old, new, 1), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1

    def problems(self) -> list[tuple[str, int, str, str]]:
        """What `check` finds."""
        return [(p.path, p.line, p.rule, p.message) for p in check(self.project.root)]

    def only(self) -> tuple[str, int, str, str]:
        """The one problem that `check` finds."""
        (problem,) = self.problems()
        return problem


@pytest.fixture
def files(project: Project, seed_name: str, sit: Sit) -> Files:
    """A sound project. Amal's document has no log, so a change by hand is no quarrel with one."""
    amal = sit("amal")
    amal.label(AID, "unverified")
    amal.label(YES, "allegation")
    amal.leave()
    amal.paths.log.unlink()
    return Files(project, seed_name)


def test_a_sound_project_has_no_problem(files: Files) -> None:
    assert files.problems() == []


def test_the_repository_has_no_problem(seed_path: Path) -> None:
    assert check(seed_path.parent.parent) == []


def test_without_a_project(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        check(tmp_path)


# ---- one rule after another ---------------------------------------------------------------------


def test_yaml(files: Files) -> None:
    line = files.change(files.document, 'memo: ""', "memo: &a x")
    words = "aliases and anchors are not used here: write the value out"
    assert files.only() == (files.document, line, "yaml", words)


def test_format(files: Files) -> None:
    line = files.change(files.document, "annotation/1", "annotation/9")
    words = (
        "the format is 'qa-annotate/annotation/9', "
        "this version of qa-annotate reads 'qa-annotate/annotation/1'"
    )
    assert files.only() == (files.document, line, "format", words)


def test_encoding(files: Files) -> None:
    path = files.path(files.document)
    path.write_bytes(path.read_bytes().replace(b'memo: ""', b'memo: "caf\xe9"'))
    line = path.read_bytes()[: path.read_bytes().index(b"memo")].count(b"\n") + 1
    assert files.only() == (files.document, line, "encoding", "this is not UTF-8")


def test_schema(files: Files) -> None:
    line = files.change(files.document, "finished: false", "finished: 3")
    words = 'finished: 3 is not of type "boolean"'
    assert files.only() == (files.document, line, "schema", words)


def test_unknown_key(files: Files) -> None:
    line = files.change(files.document, "    label:", "    colour: red\n    label:")
    assert files.only() == (files.document, line, "unknown-key", "unknown key 'colour'")


def test_quote(files: Files) -> None:
    line = files.change(files.document, f'quote: "{AID}"', 'quote: "Aid came last month."')
    words = f"the text at [2157, 2180] is not the quote, but: {AID}"
    assert files.only() == (files.document, line, "quote", words)


def test_position(files: Files) -> None:
    line = files.change(files.document, "position: [2157, 2180]", "position: [2757, 2780]")
    words = "[2757, 2780] is no stretch of a text of 2754 characters"
    assert files.only() == (files.document, line, "position", words)


def test_unknown_label(files: Files) -> None:
    line = files.change(files.document, 'label: "allegation"', 'label: "alegation"')
    words = "'alegation' is not in the codebook (did you mean 'allegation'?)"
    assert files.only() == (files.document, line, "unknown-label", words)


def test_incomplete(files: Files) -> None:
    line = files.change(files.document, 'label: "allegation"', 'label: "verified"')
    words = f"'verified' still lacks {EVIDENCE}"
    assert files.only() == (files.document, line, "incomplete", words)


def test_passage(files: Files) -> None:
    line = files.change(files.document, "passage: q1", "passage: q4")
    assert files.only() == (
        files.document,
        line,
        "passage",
        "the claim stands in 'q1', not in 'q4'",
    )


def test_read(files: Files) -> None:
    line = files.change(files.document, "read: [[1490,", "read: [[2600,")
    words = "[2600, 1524] is out of order, empty, or outside the text"
    assert files.only() == (files.document, line, "read", words)


def test_same_position(files: Files) -> None:
    path = files.path(files.document)
    text = path.read_text(encoding="utf-8")
    first, rest = text[text.index("  - id") :].split("  - id: ")[1].split("\n", 1)
    twin = f"  - id: czzzzzzzzzz\n{rest}"
    path.write_text(text + twin, encoding="utf-8")
    words = f"claim {first} stands at the same position"
    assert files.only() == (files.document, text.count("\n") + 1, "same-position", words)


def test_duplicate_id_in_one_document(files: Files) -> None:
    path = files.path(files.document)
    text = path.read_text(encoding="utf-8")
    first, second = [line.split()[-1] for line in text.splitlines() if line.startswith("  - id")]
    at = text[: text.index("  - id")].count("\n") + 1
    line = files.change(files.document, f"id: {second}", f"id: {first}")
    words = f"claim id {first} is used already in {files.document}:{at}"
    assert files.only() == (files.document, line, "duplicate-id", words)


def test_duplicate_id_in_two_documents(files: Files, sit: Sit) -> None:
    omar = sit("omar")
    omar.label(AID, "unverified")
    omar.leave()
    omar.paths.log.unlink()
    document = files.document.replace("amal", "omar")
    ours = files.path(files.document).read_text(encoding="utf-8")
    theirs = omar.document.claims[0].id
    first = next(line.split()[-1] for line in ours.splitlines() if line.startswith("  - id"))
    at = ours[: ours.index("  - id")].count("\n") + 1
    line = files.change(document, f"id: {theirs}", f"id: {first}")
    words = f"claim id {first} is used already in {files.document}:{at}"
    assert files.only() == (document, line, "duplicate-id", words)


def test_lines_are_looked_for_only_where_there_is_something_to_say(
    files: Files, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Composing a file for its lines takes longer than all checks: once a file, or not at all."""
    composed: list[int] = []
    compose = YAML.compose

    def counted(self: YAML, text: str) -> object:
        composed.append(len(text))
        return compose(self, text)

    monkeypatch.setattr(YAML, "compose", counted)
    assert files.problems() == []
    assert composed == []
    ours = files.path(files.document)
    omar = sit("omar")
    omar.leave()
    omar.paths.log.unlink(missing_ok=True)
    copied = ours.read_text(encoding="utf-8").replace("coder: amal", "coder: omar")
    ours.with_name("omar.yaml").write_text(copied, encoding="utf-8")
    assert [rule for _, _, rule, _ in files.problems()] == ["duplicate-id"] * 2
    assert len(composed) == 2


def test_wrong_article(files: Files) -> None:
    line = files.change(files.document, "article: isis", "article: other-isis")
    name = Path(files.article).parent.name
    words = f"this is for article 'other-{name}', not '{name}'"
    assert (files.document, line, "wrong-article", words) in files.problems()


def test_text_hash_of_a_document(files: Files) -> None:
    line = files.change(files.document, 'text_sha256: "303f', 'text_sha256: "000f')
    path, at, rule, message = files.only()
    assert (path, at, rule) == (files.document, line, "text-hash")
    assert message.startswith("labelled on another version of article.txt: positions may not fit")
    assert "qa-annotate reanchor" in message


def test_wrong_codebook(files: Files) -> None:
    line = files.change(files.document, "id: claims-evidence", "id: claims-text")
    words = "labelled with codebook 'claims-text', the project's is 'claims-evidence'"
    assert files.only() == (files.document, line, "wrong-codebook", words)


def test_wrong_coder(files: Files) -> None:
    files.change(files.document, "coder: amal", "coder: omar")
    words = "this says it is by 'omar', its name says 'amal'"
    assert files.only()[:1] + files.only()[2:] == (files.document, "wrong-coder", words)


def test_text_hash_of_an_article(files: Files) -> None:
    path = files.path(files.text)
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    words = "the text is not the one that article.yaml describes"
    assert files.only() == (files.text, 1, "text-hash", words)


def test_a_text_that_is_missing(files: Files) -> None:
    files.path(files.text).unlink()
    path, line, rule, _ = files.only()
    assert (path, line, rule) == (files.text, 1, "unreadable")


def test_source(files: Files, seed_path: Path) -> None:
    line = files.change(files.article, "source: ", "source: ")
    (files.project.root / "seeds" / seed_path.name).unlink()
    words = f"the source seeds/{seed_path.name} is missing"
    assert files.only() == (files.article, line, "source", words)


def test_source_hash(files: Files, seed_path: Path) -> None:
    line = files.change(files.article, "source: ", "source: ")
    (files.project.root / "seeds" / seed_path.name).write_text("Another text.", encoding="utf-8")
    words = f"seeds/{seed_path.name} is not, byte for byte, what this article was made from"
    assert files.only() == (files.article, line, "source-hash", words)


def test_label_key(files: Files) -> None:
    line = files.change("annotations/codebook.yaml", "key: u", "key: j")
    words = "the key 'j' of label 'unverified' already means 'next sentence'"
    assert files.only() == ("annotations/codebook.yaml", line, "label-key", words)


def test_the_settings(files: Files) -> None:
    (files.project.root / "annotations" / "project.yaml").write_text(
        "format: qa-annotate/project/1\nunits: [answer]\nblindd: yes\n", encoding="utf-8"
    )
    assert files.only() == ("annotations/project.yaml", 3, "unknown-key", "unknown key 'blindd'")


# ---- the log ------------------------------------------------------------------------------------


@pytest.fixture
def logged(project: Project, seed_name: str, sit: Sit) -> Files:
    """A sound project in which Amal's log still lies beside her document."""
    amal = sit("amal")
    for words in (AID, YES):
        amal.label(words, "unverified")
    amal.leave()
    return Files(project, seed_name)


def test_a_broken_chain(logged: Files) -> None:
    path = logged.path(logged.log)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join([*lines[:1], *lines[2:]]), encoding="utf-8")
    words = "the chain is broken: this entry does not follow the line before it"
    assert logged.only() == (logged.log, 2, "log", words)


def test_a_broken_chain_beside_a_document_that_cannot_be_used(logged: Files) -> None:
    line = logged.change(logged.document, "finished: false", "finished: 3")
    lines = logged.path(logged.log).read_text(encoding="utf-8").splitlines(keepends=True)
    logged.path(logged.log).write_text("".join(lines[1:]), encoding="utf-8")
    assert [(p[0], p[1], p[2]) for p in logged.problems()] == [
        (logged.log, 1, "log"),
        (logged.document, line, "schema"),
    ]


def test_an_older_file(logged: Files, sit: Sit) -> None:
    older = logged.path(logged.document).read_bytes()
    amal = sit("amal")
    amal.undo()
    amal.leave()
    logged.path(logged.document).write_bytes(older)
    path, line, rule, _ = logged.only()
    assert (path, line, rule) == (logged.document, 1, "older-file")


def test_a_log_alone_is_checked_too(logged: Files) -> None:
    logged.path(logged.document).unlink()
    assert logged.problems() == []
    text = logged.path(logged.text)
    changed = text.read_text(encoding="utf-8").replace("Aid entered", "Aid arrived")
    text.write_text(changed, encoding="utf-8")
    logged.change(
        logged.article,
        'text_sha256: "303fb70b5dca6e3511799709e694c906298bb6dae3fff22a5feb283f4be5c16c"',
        f'text_sha256: "{sha256_text(changed)}"',
    )
    assert {(p[0], p[2]) for p in logged.problems()} == {
        (logged.log, "text-hash"),
        (logged.log, "quote"),
    }


# ---- many at once -------------------------------------------------------------------------------


def test_problems_are_sorted_and_stand_once(files: Files) -> None:
    files.change("annotations/codebook.yaml", "key: u", "key: j")
    files.change(files.document, "passage: q3", "passage: q1")
    files.change(files.document, 'label: "allegation"', 'label: "rumour"')
    found = check(files.project.root)
    assert found == sorted(set(found))
    assert [p.rule for p in found] == ["label-key", "unknown-label", "passage"]


def test_a_problem_is_one_line() -> None:
    problem = Problem("annotations/a/coders/amal.yaml", 14, "unknown-label", "'x' is not known")
    assert str(problem) == "annotations/a/coders/amal.yaml:14: unknown-label: 'x' is not known"


def test_a_broken_log_of_corrections(files: Files) -> None:
    log = files.article.replace("article.yaml", "structure.history.jsonl")
    files.path(log).write_text('{"seq": 1}\n', encoding="utf-8")
    path, line, rule, message = files.only()
    assert (path, line, rule) == (log, 1, "log")
    assert message.startswith("the log is damaged here: ")
