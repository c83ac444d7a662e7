"""The project's folder: finding it, reading its files strictly, adding to it."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from qa_annotate.commands.add import add
from qa_annotate.core.records import Codebook
from qa_annotate.core.text import sha256_bytes
from qa_annotate.errors import FileError, StoreError
from qa_annotate.store import project as store
from qa_annotate.store.place import Memory, Place, Spot, recall
from qa_annotate.store.project import Project

# ---- finding ------------------------------------------------------------------------------------


def test_a_project_is_found_by_walking_up(project: Project, seed_name: str) -> None:
    deep = project.folder(seed_name)
    assert store.find_project(deep) == project
    assert store.need_project(None, deep) == project
    assert store.need_project(project.root, Path("/")) == project


def test_no_project_is_said_with_the_next_step(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="There is no project here") as caught:
        store.need_project(None, tmp_path)
    assert caught.value.hint == "Start one with: qa-annotate open FILE"
    with pytest.raises(StoreError, match="is no project: it holds no folder annotations"):
        store.need_project(tmp_path, tmp_path)


def test_articles_and_coders_are_listed(project: Project, seed_name: str) -> None:
    coders = project.folder(seed_name) / "coders"
    coders.mkdir()
    for name in ("omar.yaml", "amal.yaml", "amal.history.jsonl", "zoe.history.jsonl", ".x.yaml"):
        (coders / name).touch()
    (project.annotations / "empty").mkdir()
    assert project.articles() == [seed_name]
    assert project.coders(seed_name) == ["amal", "omar", "zoe"]
    assert project.coders("empty") == []


# ---- what `add` writes --------------------------------------------------------------------------


def test_the_files_of_an_article(project: Project, seed: str, seed_name: str) -> None:
    folder = project.folder(seed_name)
    assert sorted(p.name for p in folder.iterdir()) == ["article.txt", "article.yaml"]
    assert (folder / "article.txt").read_bytes() == seed.encode()
    article = store.load_article(project, seed_name).article
    assert article.custody.source == f"seeds/{seed_name}.txt"
    assert article.custody.source_sha256 == sha256_bytes(seed.encode())
    assert article.custody.bytes == 2766
    assert article.custody.retrieved_by == "amal"
    ignored = (project.annotations / ".gitignore").read_text(encoding="utf-8")
    assert ignored == ".*.lock\n.*.tmp\npeople.yaml\n"


def test_a_source_from_outside_is_copied_byte_for_byte(tmp_path: Path, seed_path: Path) -> None:
    root = tmp_path / "home"
    root.mkdir()
    added = add(str(seed_path), project=root, by="amal")
    copy = added.project.folder(added.article) / "source.txt"
    assert copy.read_bytes() == seed_path.read_bytes()
    article = store.load_article(added.project, added.article).article
    assert article.custody.source == f"annotations/{added.article}/source.txt"


def test_a_record_comes_back_and_is_written_the_same(project: Project, seed_name: str) -> None:
    opened = store.load_article(project, seed_name)
    path = project.folder(seed_name) / "article.yaml"
    assert store.article_body(project, opened.article) == path.read_text(encoding="utf-8")


def test_an_article_is_found_by_its_bytes(project: Project, seed: str, seed_name: str) -> None:
    digest = sha256_bytes(seed.encode())
    assert store.article_of(project, digest, "no-such-name") == seed_name
    assert store.article_of(project, "0" * 64, seed_name) is None


def test_what_is_left_over_from_another_source_is_not_written_over(
    tmp_path: Path, seed_path: Path, seed_name: str
) -> None:
    left = tmp_path / "annotations" / seed_name / "article.txt"
    left.parent.mkdir(parents=True)
    left.write_text("Another text, half added.", encoding="utf-8")
    with pytest.raises(StoreError, match=r"article\.txt is left over from another source"):
        add(str(seed_path), project=tmp_path, by="amal")
    assert left.read_text(encoding="utf-8") == "Another text, half added."
    assert not left.with_name("article.yaml").exists()


# ---- reading strictly ---------------------------------------------------------------------------


def refused(project: Project, name: str) -> tuple[str, int, str, str]:
    with pytest.raises(FileError) as caught:
        store.load_article(project, name)
    problem = caught.value.problem
    return problem.path, problem.line, problem.rule, problem.message


def test_a_changed_text_is_refused(project: Project, seed_name: str) -> None:
    path = project.folder(seed_name) / "article.txt"
    path.write_text(path.read_text(encoding="utf-8") + " ", encoding="utf-8")
    assert refused(project, seed_name) == (
        f"annotations/{seed_name}/article.txt",
        1,
        "text-hash",
        "the text is not the one that article.yaml describes: positions would not fit",
    )


@pytest.mark.parametrize(
    ("old", "new", "rule", "message"),
    [
        (
            "format: qa-annotate/article/1",
            "format: qa-annotate/article/2",
            "format",
            "the format is 'qa-annotate/article/2', "
            "this version of qa-annotate reads 'qa-annotate/article/1'",
        ),
        (
            "format: qa-annotate/article/1",
            "format: something/1",
            "format",
            "the first key must be: format: qa-annotate/article/1",
        ),
        (
            "  bytes: 2766",
            "  bytes: many",
            "schema",
            "custody.bytes: Expected 'int', got 'str'",
        ),
        ("  bytes: 2766", "  bytes: &a 2766", "yaml", None),
        ("  bytes: 2766", "  bytes: 2766\n  bytes: 2766", "yaml", None),
    ],
)
def test_a_record_that_cannot_be_used(
    project: Project, seed_name: str, old: str, new: str, rule: str, message: str | None
) -> None:
    path = project.folder(seed_name) / "article.yaml"
    text = path.read_text(encoding="utf-8")
    line = text[: text.index(old)].count("\n") + 1 + new.count("\n")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    told = refused(project, seed_name)
    assert told[:3] == (f"annotations/{seed_name}/article.yaml", line, rule)
    assert message is None or told[3] == message


def test_a_file_of_a_newer_version_says_what_to_do(project: Project) -> None:
    path = project.codebook_path
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("codebook/1\n", "codebook/2\n"), encoding="utf-8")
    with pytest.raises(FileError) as caught:
        store.load_codebook(project)
    assert caught.value.hint == "Update qa-annotate."


@pytest.mark.parametrize("text", ["", "- a\n", "words\n", "3\n"])
def test_what_is_no_map_is_no_file_of_ours(project: Project, text: str) -> None:
    project.settings_path.write_text(text, encoding="utf-8")
    with pytest.raises(FileError, match=r"project\.yaml:1: schema: this is no project file"):
        store.load_settings(project)


def test_an_article_that_is_not_there_names_those_that_are(
    project: Project, seed_name: str
) -> None:
    with pytest.raises(StoreError, match=f"There is no article 'x' .*there are: {seed_name}"):
        store.load_article(project, "x")


# ---- the codebook and the settings --------------------------------------------------------------


@pytest.mark.parametrize("name", ["claims-evidence", "claims-text"])
def test_presets_are_codebooks(tmp_path: Path, name: str) -> None:
    project = store.make_project(tmp_path)
    project.codebook_path.write_text(store.preset(name), encoding="utf-8")
    codebook = store.load_codebook(project)
    assert isinstance(codebook, Codebook)
    assert (codebook.id, [label.id for label in codebook.labels]) == (
        name,
        ["verified", "unverified", "allegation"],
    )


def test_the_codebook_is_written_once(project: Project) -> None:
    own = project.codebook_path.read_text(encoding="utf-8") + "# ours\n"
    project.codebook_path.write_text(own, encoding="utf-8")
    store.prepare(project)
    assert project.codebook_path.read_text(encoding="utf-8") == own


def test_settings_say_what_a_unit_is(project: Project, seed_name: str) -> None:
    project.settings_path.write_text(
        "format: qa-annotate/project/1\nunits: [answer]\n", encoding="utf-8"
    )
    assert len(store.load_article(project, seed_name).outline.units) == 9


def test_editors_are_told_where_the_schema_lies(project: Project, seed_name: str) -> None:
    (project.root / "schemas").mkdir()
    (project.root / "schemas" / "article.schema.json").touch()
    path = project.folder(seed_name) / "article.yaml"
    assert store.schema_header(project, path, "article") == (
        "# yaml-language-server: $schema=../../schemas/article.schema.json"
    )
    assert store.schema_header(project, path, "codebook") == ""


# ---- what is remembered of a user ---------------------------------------------------------------


def test_a_place_is_remembered() -> None:
    place = Place(project="/home", article="bridge", coder="amal")
    Memory(coder="amal", last={"/home": "bridge"}, spots={place.key: Spot(151, 7)}).keep()
    memory = recall()
    assert (memory.coder, memory.last, memory.spots[place.key]) == (
        "amal",
        {"/home": "bridge"},
        Spot(151, 7),
    )


@pytest.mark.parametrize("data", [b"", b"[", b"[]", b"null", b'{"last": 3}', b"\xff"])
def test_a_broken_memory_counts_as_none(data: bytes) -> None:
    Memory(coder="amal").keep()
    (memory,) = Path(os.environ["XDG_STATE_HOME"]).rglob("*.json")
    memory.write_bytes(data)
    assert recall() == Memory()


def test_a_memory_that_cannot_be_kept_stops_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch(mode=stat.S_IRUSR)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    Memory(coder="amal").keep()
    assert recall() == Memory()
