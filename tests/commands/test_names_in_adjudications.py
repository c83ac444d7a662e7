"""What was settled follows new names, loses purged ones, and goes out without any."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from qa_annotate.commands.adjudicate import adjudicate
from qa_annotate.commands.check import check
from qa_annotate.commands.export import export
from qa_annotate.commands.people import add
from qa_annotate.commands.purge import purge
from qa_annotate.commands.renaming import remove_article, rename_article, rename_coder
from qa_annotate.core.editing import set_finished
from qa_annotate.core.protecting.folding import fold
from qa_annotate.store.documents import ADJUDICATED, Paths, read_document
from qa_annotate.store.project import Project, load_article, load_codebook

Sit = Callable[..., Any]
AID, YES = "Aid entered last month.", "Yes, this has happened many times."


@pytest.fixture
def settled(project: Project, sit: Sit) -> Project:
    """Salma and Omar agree on one claim and differ on another, which Zoe settled."""
    for name, label in (("salma", "unverified"), ("omar", "allegation")):
        coder = sit(name)
        coder.label(AID, "unverified")
        coder.label(YES, label)
        coder.edit(set_finished(coder.document, True))
        coder.leave()
    typed = ["1", "q"]
    adjudicate(
        project=project.root,
        plain=(lambda _: typed.pop(0) if typed else None, lambda _: None),
        ask=lambda *_: "leave",
        tell=lambda _: None,
        coder="zoe",
    )
    return project


def adjudicated(project: Project) -> Any:
    (name,) = project.articles()
    opened, codebook = load_article(project, name), load_codebook(project)
    return read_document(Paths(project, name, ADJUDICATED), opened, codebook).history.document


def named(document: Any) -> set[str]:
    found = {o.coder for case in document.settled for o in case.originals}
    return found | {case.side for case in document.settled if case.side}


def test_cases_follow_a_coders_new_name(settled: Project) -> None:
    assert named(adjudicated(settled)) == {"salma", "omar"}
    rename_coder("salma", "first", by="zoe", project=settled.root)
    assert named(adjudicated(settled)) == {"first", "omar"}
    assert check(settled.root) == []


def test_what_was_settled_moves_with_its_article(settled: Project, seed_name: str) -> None:
    before = adjudicated(settled)
    rename_article(seed_name, "talk", by="zoe", project=settled.root)
    assert adjudicated(settled).claims == before.claims
    assert check(settled.root) == []
    remove_article("talk", why="x", project=settled.root)
    assert check(settled.root) == []


@pytest.fixture
def listed(settled: Project) -> Project:
    """Salma, a coder, and the interviewee must stay hidden."""
    add(["Salma"], pseudonym="Coder one", project=settled.root)
    add(["Amro al-Dairi"], pseudonym="The activist", project=settled.root)
    return settled


@pytest.mark.parametrize("form", ["yaml", "jsonl", "csv", "prov"])
def test_what_was_settled_goes_out_without_names(listed: Project, form: str) -> None:
    for coders in ((), (ADJUDICATED,)):
        text = export(form, project=listed.root, redact=True, coders=coders).text
        assert "salma" not in fold(text)
        assert "dairi" not in fold(text)
        assert YES in text


def test_what_was_settled_loses_those_who_are_purged(listed: Project) -> None:
    for person in ("p1", "p2"):
        purge(person, why="withdrawn", by="zoe", confirmed=f"purge {person}", project=listed.root)
    assert named(adjudicated(listed)) == {"removed", "omar"}
    assert [claim.quote for claim in adjudicated(listed).claims] == [YES, AID]
    assert check(listed.root) == []
    found = (p for p in listed.root.rglob("*") if p.is_file())
    assert not any("salma" in fold(p.read_bytes().decode(errors="replace")) for p in found)
