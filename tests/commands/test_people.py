"""`people`: the list of those who must stay hidden, its problems, and who may be missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from qa_annotate.commands.check import check
from qa_annotate.commands.people import add, people, suggest
from qa_annotate.commands.seal import seal
from qa_annotate.console.people import show_people, show_suggestions
from qa_annotate.core.sealing import parse_manifest
from qa_annotate.errors import FileError, StoreError, UsageError
from qa_annotate.store.project import Project

HEAD = "format: qa-annotate/people/1\npeople:\n"


def written(project: Project, body: str) -> Path:
    path = project.people_path
    path.write_text(HEAD + body, encoding="utf-8")
    return path


def problems(project: Project) -> list[tuple[int, str]]:
    return [(p.line, p.rule) for p in check(project.root) if p.path.endswith("people.yaml")]


def test_somebody_is_added_with_an_id_and_a_pseudonym(project: Project) -> None:
    add(["Salma Darwish"], spellings=["سلمى درويش"], project=project.root)
    add(["Omar Fadel"], pseudonym="The guard", role="witness", project=project.root)
    first, second = people(project.root)
    assert (first.id, first.pseudonym, first.sensitivity) == ("p1", "Person 1", "personal")
    assert (second.id, second.pseudonym, second.role) == ("p2", "The guard", "witness")
    assert check(project.root) == []


def test_the_list_is_private(project: Project) -> None:
    ignored = project.annotations / ".gitignore"
    ignored.write_text("*.bak", encoding="utf-8")
    add(["Salma Darwish"], project=project.root)
    assert ignored.read_text(encoding="utf-8") == "*.bak\npeople.yaml\n"
    assert project.people_path.stat().st_mode & 0o077 == 0


def test_comments_in_the_list_stay(project: Project) -> None:
    path = written(
        project, '  # ask before use\n  - id: a\n    names: ["Salma"]\n    pseudonym: B\n'
    )
    add(["Omar Fadel"], project=project.root)
    assert "# ask before use" in path.read_text(encoding="utf-8")
    assert [person.id for person in people(project.root)] == ["a", "p2"]


def test_a_seal_covers_the_list_only_where_the_project_shares_it(
    project: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    add(["Salma Darwish"], project=project.root)
    (project.annotations / ".gitignore").write_text("", encoding="utf-8")

    def covered() -> bool:
        seal(project.root, by="amal")
        manifest = (project.root / "MANIFEST.sha256").read_text(encoding="utf-8")
        return "annotations/people.yaml" in parse_manifest(manifest)[0]

    assert not covered()
    project.settings_path.write_text(
        "format: qa-annotate/project/1\npeople: shared\n", encoding="utf-8"
    )
    assert covered()


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('  - {id: a, names: ["Salma"], pseudonym: B}\n', []),
        ("  - {id: a, names: [], pseudonym: B}\n", [(3, "nameless")]),
        ('  - {id: a, names: ["Salma"], pseudonym: ""}\n', [(3, "nameless")]),
        (
            '  - {id: a, names: ["Salma"], pseudonym: "the other salma"}\n',
            [(3, "telling-pseudonym")],
        ),
        ('  - {id: salma-d, names: ["Salma"], pseudonym: B}\n', [(3, "telling-pseudonym")]),
        ('  - {id: a, names: ["Al"], pseudonym: B}\n', [(3, "short-name")]),
        ('  - {id: a, names: ["王"], pseudonym: B}\n', [(3, "short-name")]),
        ('  - {id: a, names: ["Salma"], initials: [S.], pseudonym: B}\n', [(3, "short-name")]),
        (
            '  - {id: a, names: ["Salma"], pseudonym: B}\n'
            '  - {id: a, names: ["SALMÁ"], pseudonym: b}\n',
            [(4, "duplicate-name"), (4, "duplicate-person"), (4, "duplicate-pseudonym")],
        ),
        ('  - {id: a, names: ["Salma"]}\n', [(3, "schema")]),
        ('  - {id: a, names: ["Salma"], pseudonym: B, sensitivity: odd}\n', [(3, "schema")]),
        ('  - {id: a, names: ["Salma"], pseudonym: B, mood: x}\n', [(3, "unknown-key")]),
    ],
)
def test_check_finds_what_is_wrong(
    project: Project, body: str, found: list[tuple[int, str]]
) -> None:
    written(project, body)
    assert sorted(problems(project)) == sorted(found)


def test_messages_tell_no_name(project: Project) -> None:
    written(project, '  - {id: a, names: ["Salma", "Al"], initials: [S.], pseudonym: "Salma x"}\n')
    told = [p for p in check(project.root) if p.path.endswith("people.yaml")]
    assert len(told) == 3
    assert "alma" not in "".join(map(str, told))


def test_what_cannot_be_added_is_refused(project: Project) -> None:
    add(["Salma Darwish"], project=project.root)
    with pytest.raises(StoreError, match="id p1 already"):
        add(["Omar"], id_="p1", project=project.root)
    with pytest.raises(UsageError, match="'secret' is not"):
        add(["Omar"], sensitivity="secret", project=project.root)
    project.people_path.write_text("people: {}\n", encoding="utf-8")
    with pytest.raises(FileError, match="first key"):
        add(["Omar"], project=project.root)


def test_those_whom_articles_name_are_proposed(
    project: Project, seed_name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [found.name for found in suggest(project.root)]
    assert names == ["Amro al-Dairi", "Osama Abu Zeid"]
    add(["Amro al-Dairi"], project=project.root)
    (left,) = suggest(project.root)
    assert (left.name, left.role, left.articles) == ("Osama Abu Zeid", "interviewer", (seed_name,))
    show_suggestions([left])
    show_people(people(project.root))
    printed = capsys.readouterr().out
    assert "Osama Abu Zeid (interviewer)" in printed
    assert "p1 “Person 1”: personal" in printed
