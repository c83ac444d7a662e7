"""Settling, end to end: coders' documents in, an adjudicated document with its log out; the coders'
own files are the same to the byte."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from qa_annotate.adapters import yaml
from qa_annotate.commands.adjudicate import adjudicate
from qa_annotate.commands.agreement import agreement, written
from qa_annotate.commands.check import check
from qa_annotate.commands.decide import decide
from qa_annotate.commands.export import export
from qa_annotate.commands.log import as_of, log
from qa_annotate.commands.reanchor import reanchor
from qa_annotate.commands.seal import seal, verify
from qa_annotate.commands.status import status
from qa_annotate.core.editing import decide as decide_claim
from qa_annotate.core.editing import delete_claim, set_finished
from qa_annotate.errors import BlindError, QaAnnotateError, StoreError, UsageError
from qa_annotate.store import project as store
from qa_annotate.store.documents import ADJUDICATED, Paths, read_document
from qa_annotate.store.project import Project

Sit = Callable[..., Any]
AID, YES = "Aid entered last month.", "Yes, this has happened many times."
PLANES = "Airplanes and artillery continually bombard the blockaded neighborhoods."
SIEGE = "All the neighborhoods in the city are under blockade"


def code(
    coder: Any, said: dict[str, str], *, read: Iterable[str] = (), finish: bool = True
) -> None:
    for words, label in said.items():
        coder.label(words, label)
    for words in read:
        coder.read(words)
    if finish:
        coder.edit(set_finished(coder.document, True))
    coder.leave()


@pytest.fixture
def coded(project: Project, sit: Sit) -> Project:
    """Amal and omar agree on AID, differ in the label of YES; amal alone claims PLANES."""
    code(sit("amal"), {AID: "unverified", YES: "unverified", PLANES: "allegation"})
    code(sit("omar"), {AID: "unverified", YES: "allegation"}, read=[PLANES])
    return project


class Lines:
    """A person at the lines of a session."""

    def __init__(self, *typed: str) -> None:
        self._typed = list(typed)
        self.said: list[str] = []

    def read(self, prompt: str) -> str | None:
        self.said.append(prompt)
        return self._typed.pop(0) if self._typed else None

    def write(self, line: str) -> None:
        self.said.append(line)

    @property
    def text(self) -> str:
        return "\n".join(self.said)


def settle(project: Project, *typed: str, **asked: Any) -> tuple[Any, str]:
    """A session of lines; what it gave, and everything it said."""
    lines = Lines(*typed)
    done = adjudicate(
        project=project.root,
        plain=(lines.read, lines.write),
        ask=lambda *_: "leave",
        tell=lines.write,
        **{"coder": "zoe", **asked},
    )
    return done, lines.text


def originals(project: Project, name: str) -> dict[str, bytes]:
    folder = project.folder(name) / "coders"
    return {p.name: p.read_bytes() for p in folder.glob("[!.]*")}


def document(project: Project, name: str) -> Any:
    opened, codebook = store.load_article(project, name), store.load_codebook(project)
    return read_document(Paths(project, name, ADJUDICATED), opened, codebook).history.document


def test_sides_are_taken_and_agreed_claims_taken_over(coded: Project, seed_name: str) -> None:
    before = originals(coded, seed_name)
    done, said = settle(coded, "2", "e3", "1", "q")
    assert (done.settled, done.cases, done.agreed, done.claims) == (2, 2, 1, 3)
    assert "1 omar: allegation" in said or "2 omar: allegation" in said
    found = document(coded, seed_name)
    assert found.kind == "adjudication"
    assert [(c.quote, c.label) for c in found.claims] == [
        (YES, "allegation"),
        (PLANES, "allegation"),
        (AID, "unverified"),
    ]
    assert {c.decided.by for c in found.claims} == {"zoe"}
    assert originals(coded, seed_name) == before
    assert check(coded.root) == []


def test_every_original_is_pointed_to_as_it_was(coded: Project, seed_name: str) -> None:
    settle(coded, "2", "q")
    plain = yaml.load((coded.folder(seed_name) / "adjudicated.yaml").read_text(), "")
    settled = next(s for s in plain["settled"] if s["how"] == "side")
    assert (settled["side"], settled["decided"]["by"], settled["error"]) == ("omar", "zoe", None)
    amal, omar = settled["originals"]
    theirs = yaml.load((coded.folder(seed_name) / "coders" / "omar.yaml").read_text(), "")
    claim = next(c for c in theirs["claims"] if c["quote"] == YES)
    assert (omar["claim"], omar["label"], omar["position"], omar["decided"]) == (
        claim["id"],
        "allegation",
        claim["position"],
        claim["decided"],
    )
    lines = (coded.folder(seed_name) / "coders" / "omar.history.jsonl").read_bytes().splitlines()
    assert omar["revision"] == len(lines)
    assert omar["head"] == hashlib.sha256(lines[-1]).hexdigest()
    assert amal["coder"] == "amal"


def test_a_decision_of_ones_own_says_why_and_the_log_tells_it(coded: Project) -> None:
    settle(coded, "v", "seen by a satellite", "q")
    told = [e for e in log(project=coded.root) if e.log == ADJUDICATED]
    assert told[-2].action == "anew" or any(e.action == "anew" for e in told)
    anew = next(e for e in told if e.action == "anew")
    assert (anew.by, anew.why) == ("zoe", "seen by a satellite")
    assert any("amal: unverified, omar: allegation" in c.after for c in anew.changes)
    assert "adjudication" in as_of("2099-01-01", project=coded.root)


def test_undo_reaches_over_sessions(coded: Project, seed_name: str) -> None:
    settle(coded, "2", "q")
    assert len(document(coded, seed_name).claims) == 2
    settle(coded, "z", "q")
    assert [c.quote for c in document(coded, seed_name).claims] == [AID]
    settle(coded, "Z", "q")
    assert len(document(coded, seed_name).claims) == 2


def test_what_is_agreed_is_taken_over_once(coded: Project, seed_name: str) -> None:
    settle(coded, "q")
    first = (coded.folder(seed_name) / "adjudicated.yaml").read_bytes()
    settle(coded, "q")
    assert (coded.folder(seed_name) / "adjudicated.yaml").read_bytes() == first


def test_one_coder_is_not_enough(project: Project, sit: Sit, seed_name: str) -> None:
    with pytest.raises(StoreError, match="No article here has two coders"):
        settle(project)
    code(sit("amal"), {AID: "unverified"})
    with pytest.raises(StoreError, match="needs two coders; there is amal"):
        settle(project, article=seed_name)


def test_some_coders_alone(coded: Project, sit: Sit) -> None:
    code(sit("cleo"), {AID: "verified"})
    _, said = settle(coded, "q", between=["amal", "cleo"])
    assert "omar" not in said
    assert "cleo: verified" in said
    with pytest.raises(StoreError, match="nothing by nobody"):
        settle(coded, between=["amal", "nobody"])


def test_rounds_of_one_coder_are_sides(coded: Project, sit: Sit) -> None:
    code(sit("amal.2"), {YES: "allegation"})
    _, said = settle(coded, "q", between=["amal"])
    assert "amal.2: allegation" in said
    assert "omar" not in said


def test_everything_settled_is_said(coded: Project) -> None:
    settle(coded, "2", "1", "F", "q")
    done, said = settle(coded, "q")
    assert done.finished
    assert "settled" in said


def test_a_document_that_is_finished_is_opened_again_first(coded: Project) -> None:
    _, said = settle(coded, "2", "1", "F", "g1", "F", "g1", "q")
    assert "the document is finished: F opens it again" in said


def test_nobody_is_called_adjudicated(coded: Project) -> None:
    with pytest.raises(UsageError, match="is no name for a person"):
        settle(coded, coder="Adjudicated")


def test_a_project_of_hidden_people_exports_what_was_settled_without_names(
    coded: Project, seed: str
) -> None:
    settle(coded, "c", "Amro al-Dairi was there", "2", "1", "q")
    people = "format: qa-annotate/people/1\npeople:\n  - {id: p1, names: [Amro al-Dairi], "
    coded.people_path.write_text(people + "pseudonym: Source One}\n")
    text = export("yaml", project=coded.root, coders=[ADJUDICATED], redact=True).text
    assert "Dairi" in seed
    assert "Dairi" not in text
    assert "Source One was there" in text
    assert "head: " in text
    assert not re.search("[0-9a-f]{64}", text)


# ---- names --------------------------------------------------------------------------------------


def test_no_name_is_said_anywhere(coded: Project, sit: Sit) -> None:
    code(sit("cleo"), {AID: "verified"}, finish=False)
    _, said = settle(coded, "?", "1", "G", "g", ":", "joined", "w", "\x1b", "q", anonymous=True)
    assert "coder A" in said
    assert "coder C has not finished" in said or "has not finished this article" in said
    for name in ("amal", "omar", "cleo", "zoe"):
        assert name not in said.casefold()


def test_hidden_names_stay_the_same(coded: Project) -> None:
    sides = [
        [
            line
            for line in settle(coded, "q", anonymous=True)[1].splitlines()
            if "allegation" in line
        ]
        for _ in range(2)
    ]
    assert sides[0] == sides[1]


def test_no_error_names_anybody(coded: Project, seed_name: str) -> None:
    path = coded.folder(seed_name) / "coders" / "omar.yaml"
    path.write_text(path.read_text().replace("claims:", "claims: &a"))
    with pytest.raises(QaAnnotateError) as told:
        settle(coded, anonymous=True)
    assert "omar" not in f"{told.value.message} {told.value.hint}"
    assert "a coder.yaml" in told.value.message


# ---- what coders change afterwards --------------------------------------------------------------


def changed(sit: Sit, make: Callable[[Any], Any]) -> None:
    omar = sit("omar")
    omar.edit(make(omar))
    omar.leave()


def yes(coder: Any) -> Any:
    return next(c for c in coder.document.claims if c.quote == YES)


def test_a_label_that_changed_is_a_problem_and_opens_the_case(coded: Project, sit: Sit) -> None:
    settle(coded, "2", "1", "q")
    assert check(coded.root) == []
    changed(sit, lambda omar: decide_claim(yes(omar), "verified", "found it", omar.hand))
    (problem,) = [p for p in check(coded.root) if p.rule == "settled-since"]
    assert 'omar calls it "verified" now, not "allegation"' in problem.message
    assert problem.path.endswith("adjudicated.yaml")
    assert problem.line > 1
    _, said = settle(coded, "q")
    assert "CHANGED" in said
    assert 'since then: omar calls it "verified" now' in said
    settle(coded, "1", "q")
    assert not [p for p in check(coded.root) if p.rule == "settled-since"]


def test_a_claim_that_is_gone_is_told(coded: Project, sit: Sit, seed_name: str) -> None:
    settle(coded, "2", "1", "q")
    for name in ("amal", "omar"):
        coder = sit(name)
        coder.edit(delete_claim(yes(coder)))
        coder.leave()
    assert len(check(coded.root)) == 2
    _, said = settle(coded, " ", "q")
    assert "claimed no more" in said
    assert check(coded.root) == []
    assert YES not in [c.quote for c in document(coded, seed_name).claims]


def test_another_log_than_the_one_settled_from(coded: Project, seed_name: str) -> None:
    settle(coded, "2", "1", "q")
    path = coded.folder(seed_name) / "coders" / "omar.history.jsonl"
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-2]))
    (coded.folder(seed_name) / "coders" / "omar.yaml").unlink()
    assert "settled-log" in {problem.rule for problem in check(coded.root)}


def test_a_claim_of_no_case(coded: Project, seed_name: str) -> None:
    settle(coded, "2", "1", "q")
    path = coded.folder(seed_name) / "adjudicated.yaml"
    text = path.read_text()
    first = text.index("    claims: [") + len("    claims: [")
    path.write_text(text[:first] + '"c0000000000", ' + text[first:])
    found = [p for p in check(coded.root) if p.rule == "settled"]
    assert [p.message for p in found] == ["the claim c0000000000 of this case is not here"]


def test_a_file_edited_by_hand_is_taken_into_the_log(coded: Project, seed_name: str) -> None:
    settle(coded, "2", "1", "q")
    path = coded.folder(seed_name) / "adjudicated.yaml"
    path.write_text(path.read_text().replace("error: null", "error: slip", 1))
    settle(coded, "q")
    assert "slip" in {s.error for s in document(coded, seed_name).settled}
    assert check(coded.root) == []


def test_a_text_that_moved_takes_the_settled_claims_along(
    coded: Project, seed_name: str, tmp_path: Path
) -> None:
    settle(coded, "2", "1", "q")
    source = coded.root / "seeds" / f"{seed_name}.txt"
    newer = tmp_path / "newer.txt"
    newer.write_text("A line more.\n\n" + source.read_text())
    found = reanchor(seed_name, newer, project=coded.root, coder="zoe")
    assert {c.coder for c in found.claims} == {"amal", "omar", ADJUDICATED}
    assert [p for p in check(coded.root) if p.rule.startswith("settled")] == []
    done, said = settle(coded, "q")
    assert (done.settled, done.cases) == (2, 2)
    assert "CHANGED" not in said


# ---- what is made of it -------------------------------------------------------------------------


def test_the_tail_of_its_log_counts(coded: Project, seed_name: str) -> None:
    settle(coded, "2", "1", "q")
    (coded.folder(seed_name) / "adjudicated.yaml").unlink()
    report = agreement(project=coded.root, reference=ADJUDICATED)
    omar = report.against[1]
    assert (omar.coder, omar.claims.recall.value) == ("omar", pytest.approx(2 / 3))


def test_each_coder_against_what_was_settled(coded: Project) -> None:
    settle(coded, "2", "1", "q")
    amal, omar = agreement(project=coded.root, reference=ADJUDICATED).against
    assert amal.exact[0].label == "claims"
    assert (amal.exact[0].precision.value, amal.exact[0].recall.value) == (
        pytest.approx(2 / 3),
        pytest.approx(2 / 3),
    )
    by_label = {s.label: s for s in omar.exact}
    assert by_label["allegation"].precision.value == 1.0
    assert by_label["allegation"].recall.value == pytest.approx(1 / 2)
    assert omar.overlap == omar.exact


def test_a_claim_that_all_missed_counts_against_everybody(
    project: Project, sit: Sit, seed_name: str
) -> None:
    coded = project
    code(sit("amal"), {AID: "unverified", YES: "unverified"}, read=[SIEGE])
    code(sit("omar"), {AID: "unverified", YES: "allegation"}, read=[SIEGE])
    settle(coded, "2", "q")
    before = agreement(project=coded.root, reference=ADJUDICATED).against
    done, said = settle(coded, "]", "a", "it accuses the regime", "q")
    assert "unit 1 of 1: claimed by nobody" in said
    assert (done.settled, done.cases, done.claims) == (1, 1, 3)
    assert [p for p in check(coded.root) if p.rule.startswith("settled")] == []
    after = agreement(project=coded.root, reference=ADJUDICATED).against
    for was, now in zip(before, after, strict=True):
        assert now.exact[0].recall.value < was.exact[0].recall.value
    _, said = settle(coded, "]", "x", "q")
    assert "decided anew" in said
    assert "error: missed" in said
    document = yaml.load((coded.folder(seed_name) / "adjudicated.yaml").read_text(), "a")
    assert len(document["claims"]) == 2


def test_matched_claims_alone_give_no_recall(coded: Project) -> None:
    """Omar claims nothing at PLANES, which is settled as a claim: a claim that he missed."""
    settle(coded, "2", "1", "q")
    report = agreement(project=coded.root, reference=ADJUDICATED, level="claims")
    _, omar = report.against
    assert (omar.units, omar.accuracy.value) == (2, 1.0)
    assert (omar.claims, omar.by_label) == (None, ())
    assert [way for way, _ in omar.ways] == [
        "by claims on the same words",
        "by claims on at least half the words",
    ]
    assert omar.exact[0].recall.value == pytest.approx(2 / 3)
    assert "by units" not in written(report, "csv")
    assert all(written(report, form) for form in ("json", "md", "latex"))


def test_spans_that_share_half_their_words_count_as_overlapping(project: Project, sit: Sit) -> None:
    code(sit("amal"), {YES: "unverified", AID: "unverified"})
    code(sit("omar"), {YES[:-5]: "unverified", AID: "unverified"})
    settle(project, "1", "q")
    _, omar = agreement(project=project.root, reference=ADJUDICATED).against
    assert omar.exact[0].f1.value == pytest.approx(1 / 2)
    assert omar.overlap[0].f1.value == 1.0


def test_all_four_formats(coded: Project) -> None:
    settle(coded, "2", "c", "omar is right", "1", "q")
    asked = {"project": coded.root, "coders": [ADJUDICATED]}
    plain = yaml.load(export("yaml", **asked).text, "")
    (article,) = plain["articles"]
    claim = next(c for c in article["claims"] if c["quote"] == YES)
    assert claim["settled"]["side"] == "omar"
    assert [o["coder"] for o in claim["settled"]["originals"]] == ["amal", "omar"]
    lines = [json.loads(line) for line in export("jsonl", **asked).text.splitlines()]
    assert len(lines) == 3
    assert all(line["settled"]["originals"] for line in lines)
    rows = list(csv.DictReader(io.StringIO(export("csv", **asked).text)))
    told = next(row["originals"] for row in rows if row["quote"] == YES)
    assert told.startswith("amal: unverified c")
    assert "omar: allegation c" in told


def test_cases_without_a_claim_are_exported_too(coded: Project) -> None:
    settle(coded, " ", "1", "q")
    asked = {"project": coded.root, "coders": [ADJUDICATED]}
    (article,) = yaml.load(export("yaml", **asked).text, "")["articles"]
    (case,) = article["no_claim"]
    assert (case["how"], [o["coder"] for o in case["originals"]]) == ("no_claim", ["amal", "omar"])
    pytest.importorskip("prov")
    graph = json.loads(export("prov", **asked).text)
    assert f"qa:case/{case['id']}" in graph["activity"]


def test_provenance_leads_to_both_originals(coded: Project) -> None:
    pytest.importorskip("prov")
    settle(coded, "2", "1", "q")
    graph = json.loads(export("prov", project=coded.root, coders=[ADJUDICATED]).text)
    cases = [name for name in graph["activity"] if name.startswith("qa:case/")]
    assert len(cases) == 3
    people = {a["prov:agent"] for a in graph["wasAttributedTo"].values()}
    assert people == {"qa:person/amal", "qa:person/omar"}
    derived = [d["prov:usedEntity"] for d in graph["wasDerivedFrom"].values()]
    assert sum(name.startswith("qa:original/") for name in derived) == 6


def test_a_coders_export_knows_nothing_of_settling(coded: Project) -> None:
    before = export("yaml", project=coded.root).text
    settle(coded, "2", "1", "q")
    assert export("yaml", project=coded.root).text == before
    assert "originals" not in before


def test_status_counts_what_is_open(coded: Project) -> None:
    settle(coded, "2", "q")
    row = status(coded.root).work[-1]
    assert (row.coder, row.cases_open, sum(row.claims.values())) == (ADJUDICATED, 1, 2)


def test_a_settled_claim_is_decided_anew_outside_a_session(coded: Project, seed_name: str) -> None:
    settle(coded, "2", "1", "q")
    claim = document(coded, seed_name).claims[0]
    decide(claim.id, "unverified", why="withdrawn", coder="yara", project=coded.root)
    after = document(coded, seed_name).claims[0]
    assert (after.label, after.decided.by) == ("unverified", "yara")
    assert log(project=coded.root, claim=claim.id)[-1].by == "yara"


def test_a_seal_covers_it(coded: Project, seed_name: str) -> None:
    settle(coded, "2", "q")
    seal(project=coded.root, by="zoe", signing=False)
    assert [p for p in verify(project=coded.root).problems if p.rule != "signature"] == []
    path = coded.folder(seed_name) / "adjudicated.yaml"
    path.write_bytes(path.read_bytes() + b"# more\n")
    assert "seal-differs" in {p.rule for p in verify(project=coded.root).problems}


# ---- blind --------------------------------------------------------------------------------------


def test_a_blind_project_is_settled_when_it_is_finished(project: Project, sit: Sit) -> None:
    code(sit("amal"), {AID: "unverified"})
    code(sit("omar"), {AID: "verified"}, finish=False)
    project.settings_path.write_text("format: qa-annotate/project/1\nblind: true\n")
    with pytest.raises(BlindError) as told:
        settle(project, "q", anonymous=True)
    assert "omar" not in told.value.message
    with pytest.raises(BlindError, match="omar"):
        settle(project, "q")
    _, said = settle(project, "q", unblind="a trial run")
    assert "Recorded as looked at" in said
    omar = sit("omar")
    omar.edit(set_finished(omar.document, True))
    omar.leave()
    _, said = settle(project, "q")
    assert "Recorded" not in said


def test_on_an_earlier_text_it_says_what_to_do(coded: Project, seed_name: str) -> None:
    path = coded.folder(seed_name) / "coders" / "omar.yaml"
    opened = store.load_article(coded, seed_name)
    for each in (path, path.with_name("omar.history.jsonl")):
        each.write_text(each.read_text().replace(opened.article.custody.text_sha256, "0" * 64))
    path.with_name("omar.history.jsonl").unlink()
    with pytest.raises(StoreError, match="earlier text"):
        settle(coded, article=seed_name)
