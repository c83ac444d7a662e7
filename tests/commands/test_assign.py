"""`assign`: who codes what, in `project.yaml`; and what `open`, `status` and `check` make of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qa_annotate.adapters import yaml
from qa_annotate.commands.add import add
from qa_annotate.commands.agreement import agreement
from qa_annotate.commands.assign import assign
from qa_annotate.commands.check import check
from qa_annotate.commands.export import export
from qa_annotate.commands.finding import find
from qa_annotate.commands.status import status
from qa_annotate.console.assign import show_assigned
from qa_annotate.console.status import show_status
from qa_annotate.core.editing import set_finished
from qa_annotate.errors import BlindError, QaAnnotateError, StoreError, UsageError
from qa_annotate.store.place import recall
from qa_annotate.store.project import Project, load_article, load_settings

CODERS = ("amal", "omar", "lina")
Seat = Callable[[str, str], Any]


@pytest.fixture(scope="module")
def nine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with nine small interviews; only ever copied."""
    root = tmp_path_factory.mktemp("nine")
    (root / "annotations").mkdir()
    _take_in(root, range(1, 10))
    return root


def _take_in(root: Path, numbers: range) -> None:
    for number in numbers:
        turns = (
            f"Q: What happened on day {day}?\n\nA: The bridge fell. We ran.\n\n"
            for day in range(1, 2 + number % 4)
        )
        path = root / f"iv{number}.txt"
        path.write_text(f"Interview {number}\n\n" + "".join(turns), encoding="utf-8")
        add(str(path), project=root, by="amal")


@pytest.fixture
def home(nine: Path, tmp_path: Path) -> Project:
    shutil.copytree(nine, tmp_path / "p")
    return Project(tmp_path / "p")


@pytest.fixture
def sit(home: Project, seat: type[Any]) -> Seat:
    return lambda article, name: seat(home, article, name)


def finish(coder: Any) -> None:
    coder.edit(set_finished(coder.document, True))
    coder.leave()


def given(home: Project) -> dict[str, tuple[str, ...]]:
    return {a.id: a.coders for a in load_settings(home).assignments}


# ---- drawing ------------------------------------------------------------------------------------


def test_a_sample_for_two_and_the_rest_for_one(home: Project) -> None:
    done = assign(coders=CODERS, per_article=2, overlap="20%", seed=7, project=home.root)
    sizes = sorted(len(coders) for coders in given(home).values())
    assert sizes == [1] * 7 + [2, 2]
    assert {share.articles for share in done.shares} == {3, 4}
    (draw,) = load_settings(home).draws
    assert (draw.seed, draw.overlap, draw.articles, draw.sample) == (7, "20%", 9, 2)
    assert draw.coders == CODERS
    assert check(home.root) == []


def test_the_same_seed_gives_the_same_shares(home: Project) -> None:
    first = assign(coders=CODERS, overlap="0.2", seed=7, dry_run=True, project=home.root)
    again = assign(coders=CODERS, overlap="20 %", seed=7, dry_run=True, project=home.root)
    assert first == again
    assert not home.settings_path.exists()


def test_new_articles_are_added_as_they_were_drawn_last(home: Project) -> None:
    assign(coders=CODERS, overlap="50%", seed=7, project=home.root)
    before = given(home)
    assert assign(project=home.root).added == ()
    _take_in(home.root, range(10, 13))
    done = assign(project=home.root)
    assert {a.id for a in done.added} == {"iv10", "iv11", "iv12"}
    assert {k: v for k, v in given(home).items() if k in before} == before
    assert done.sample == 6
    assert [draw.overlap for draw in load_settings(home).draws] == ["50%", "50%"]


def test_some_articles_for_everybody_as_a_pilot(home: Project) -> None:
    assign(["iv1", "iv2.txt"], coders=CODERS, per_article=3, project=home.root)
    assert given(home) == {"iv1": CODERS, "iv2": CODERS}


def test_comments_and_unknown_keys_stay(home: Project) -> None:
    told = (
        "format: qa-annotate/project/1\n# blind until May\nblind: true\n"
        "assignments:\n  # the pilot\n  - {id: iv3, coders: [amal], why: pilot}  # in June\n"
        "colour: red\n"
    )
    home.settings_path.write_text(told, encoding="utf-8")
    assign(["iv1"], coders=("amal", "omar"), new_coders=True, seed=1, project=home.root)
    now = home.settings_path.read_text(encoding="utf-8")
    for line in told.splitlines():
        assert line in now.splitlines()
    assert [a["id"] for a in yaml.load(now, "")["assignments"]] == ["iv3", "iv1"]


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"coders": ()}, "Who codes?"),
        ({"coders": ("amal", " ")}, "A coder needs a name"),
        ({"coders": ("amal", "Amal")}, "amal is named twice"),
        ({"coders": ("amal.2", "omar")}, "rounds are not assigned"),
        ({"coders": CODERS, "per_article": 4}, "can't be coded by 4 of 3 coders"),
        ({"coders": CODERS, "per_article": 0}, "can't be coded by 0 of 3 coders"),
        ({"coders": CODERS, "per_article": 1, "overlap": "20%"}, "by two coders at least"),
        ({"coders": CODERS, "overlap": "20"}, "'20' is no share"),
        ({"coders": CODERS, "overlap": "a fifth"}, "'a fifth' is no share"),
        ({"coders": CODERS, "overlap": "-5%"}, "'-5%' is no share"),
        ({"coders": CODERS, "overlap": "1/0"}, "'1/0' is no share"),
        ({"coders": CODERS, "seed": -1}, "--seed is a whole number"),
        ({"coders": CODERS, "articles": ["sea"]}, "no article 'sea'"),
        ({"coders": CODERS, "articles": ["iv1"]}, "too little to share out: 2 codings"),
    ],
)
def test_what_cannot_be_asked_is_one_clear_sentence(
    home: Project, asked: dict[str, Any], words: str
) -> None:
    with pytest.raises(QaAnnotateError, match=words) as refused:
        assign(asked.pop("articles", ()), project=home.root, **asked)
    assert refused.value.message.count("\n") == 0
    assert not home.settings_path.exists()


def test_a_project_without_articles_has_nothing_to_assign(tmp_path: Path) -> None:
    (tmp_path / "annotations").mkdir()
    with pytest.raises(StoreError, match="no article to assign"):
        assign(coders=CODERS, project=tmp_path)


def test_a_name_that_nobody_has_may_be_a_slip(home: Project) -> None:
    assign(["iv1"], coders=("amal", "omar"), project=home.root)
    with pytest.raises(StoreError, match="Did you mean omar"):
        assign(coders=("amal", "omra"), project=home.root)
    done = assign(coders=("amal", "omra"), new_coders=True, project=home.root)
    assert "omra" in [share.coder for share in done.shares]


# ---- working by it ------------------------------------------------------------------------------


def test_open_takes_what_is_assigned_next(home: Project, sit: Seat) -> None:
    assign(coders=("amal", "omar"), per_article=1, seed=7, project=home.root)
    own = [name for name, coders in given(home).items() if coders == ("omar",)]

    def next_() -> tuple[str, tuple[str, ...]]:
        found = find(None, coder="omar", project=home.root, screen=False)
        assert found is not None
        return found.name, found.notices

    assert next_() == (own[0], (f"{own[0]}: 1 of {len(own)} that are assigned to omar.",))
    finish(sit(own[0], "omar"))
    assert next_()[0] == own[1]
    begun = sit(own[2], "omar")
    begun.read("The bridge fell.")
    begun.leave()
    assert next_()[0] == own[2]
    memory = recall()
    memory.last[str(home.root)] = own[1]
    memory.keep()
    assert next_()[0] == own[1]
    for name in own[1:]:
        finish(sit(name, "omar"))
    assert next_() == (own[1], (f"omar has finished all that was assigned ({len(own)}).",))


def test_without_an_assignment_open_does_as_ever(home: Project) -> None:
    assign(["iv1"], coders=("amal",), per_article=1, project=home.root)
    with pytest.raises(StoreError, match="Which article"):
        find(None, coder="omar", project=home.root, screen=False)


def test_status_tells_who_is_still_to_begin(
    home: Project, sit: Seat, capsys: pytest.CaptureFixture[str]
) -> None:
    assign(["iv1", "iv2"], coders=("amal", "omar"), overlap="50%", seed=7, project=home.root)
    (sample,) = [a.id for a in load_settings(home).assignments if a.sample]
    finish(sit(sample, "amal"))
    finish(sit("iv3", "lina"))
    found = status(home.root)
    rows = {(row.article, row.coder): row for row in found.work}
    assert (rows[sample, "amal"].assigned, rows[sample, "amal"].begun) == (True, True)
    assert (rows[sample, "omar"].assigned, rows[sample, "omar"].begun) == (True, False)
    assert rows["iv3", "lina"].assigned is False
    assert found.sample == (sample,)
    assert "iv3" in found.unassigned
    show_status(found)
    told = capsys.readouterr().out
    assert f"{sample} (reliability sample)" in told
    assert "iv3 (assigned to nobody)" in told
    assert "not begun" in told
    assert "iv4: nobody has begun (assigned to nobody)" in told
    assert "amal: 1 of" in told


def test_check_names_assignments_to_what_is_not_there(home: Project) -> None:
    assign(["iv1", "iv2"], coders=("amal", "omar"), project=home.root)
    text = home.settings_path.read_text(encoding="utf-8")
    home.settings_path.write_text(text.replace("id: iv2", "id: sea"), encoding="utf-8")
    (problem,) = check(home.root)
    line = text.splitlines().index("  - id: iv2") + 1
    assert (problem.rule, problem.line) == ("assignment", line)


def test_blind_waits_for_those_who_are_to_begin(
    home: Project, sit: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.settings_path.write_text("format: qa-annotate/project/1\nblind: true\n", encoding="utf-8")
    assign(["iv1"], coders=CODERS, per_article=3, project=home.root)
    for name in ("amal", "omar"):
        finish(sit("iv1", name))
    monkeypatch.setenv("QA_ANNOTATE_CODER", "chair")
    with pytest.raises(BlindError, match="iv1/lina"):
        agreement(project=home.root)
    assert agreement(project=home.root, coders=["amal", "omar"]).coders == ("amal", "omar")
    monkeypatch.setenv("QA_ANNOTATE_CODER", "lina")
    with pytest.raises(BlindError, match="iv1/lina"):
        agreement(project=home.root, coders=["amal", "omar"])
    monkeypatch.setenv("QA_ANNOTATE_CODER", "amal")
    assert export("csv", project=home.root, coders=["amal"]).claims == 0


def test_it_is_shown_article_by_article(home: Project, capsys: pytest.CaptureFixture[str]) -> None:
    done = assign(["iv1"], coders=("amal", "omar"), dry_run=True, project=home.root)
    show_assigned(done)
    lines = [line.split() for line in capsys.readouterr().out.splitlines() if line.strip()]
    assert lines[1] == ["iv1", "amal,", "omar", "yes"]
    units = len(load_article(home, "iv1").outline.units)
    assert lines[3] == ["amal", "1", "1", "1", str(units)]


def test_a_refused_plan_is_a_usage_error(home: Project) -> None:
    with pytest.raises(UsageError):
        assign(coders=CODERS, overlap="120%", project=home.root)
