"""`agreement` as a function: levels, attributes, sets, rounds, references, tables, formats."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from qa_annotate.adapters import yaml
from qa_annotate.adapters.codec import to_plain
from qa_annotate.commands.agreement import agreement, of_table, put, written
from qa_annotate.core.agreed import Agreement, Figure
from qa_annotate.core.editing import set_finished
from qa_annotate.errors import StoreError, UsageError
from qa_annotate.formats import AGREEMENT_WRITERS
from qa_annotate.store.project import Project

Sit = Callable[..., Any]
AID = "Aid entered last month."
YES = "Yes, this has happened many times."
PLANES = "Airplanes and artillery continually bombard the blockaded neighborhoods."
READ = (YES, PLANES, AID)


def code(coder: Any, labels: dict[str, str], *, finished: bool = True) -> None:
    """Label some sentences, read the others of the three, and leave."""
    for words in READ:
        if words in labels:
            coder.label(words, labels[words])
        else:
            coder.read(words)
    if finished:
        coder.edit(set_finished(coder.document, True))
    coder.leave()


@pytest.fixture
def coded(project: Project, sit: Sit) -> Path:
    """Two coders, three units: one agreed on, two not."""
    code(sit("amal"), {YES: "unverified", PLANES: "allegation", AID: "unverified"})
    code(sit("omar"), {YES: "unverified", PLANES: "unverified"})
    return project.root


def figure(report: Agreement, name: str) -> Figure:
    return next(f for f in (*report.headline, *report.further) if f.name == name)


# ---- levels -------------------------------------------------------------------------------------


def test_claims_that_nobody_matches_are_left_out_and_kept_in_sight(coded: Path) -> None:
    report = agreement(project=coded, level="claims")
    assert report.units_used == 2
    assert report.left_out == {"no matching claim": 1}
    assert "no claim" not in report.categories
    assert figure(report, "percent_agreement").value == pytest.approx(1 / 2)
    (alone,) = [unit for unit in report.units if not unit.used]
    assert (alone.words, alone.reason) == (AID, "no matching claim")


def test_pairs_that_somebody_has_not_read_to_the_end_are_left_out(coded: Path) -> None:
    report = agreement(project=coded, level="pairs")
    assert report.level == "pairs"
    assert report.units_used + sum(report.left_out.values()) == 4


def test_characters_lead_with_u_alpha(coded: Path) -> None:
    report = agreement(project=coded, level="characters")
    assert report.headline[0].name == "u_alpha"
    assert figure(report, "span_f1_exact/amal-omar").value == pytest.approx(2 * 1 / 5)
    assert report.units == ()


def test_characters_need_finished_documents(project: Project, sit: Sit) -> None:
    code(sit("amal"), {YES: "unverified"})
    code(sit("omar"), {YES: "unverified"}, finished=False)
    report = agreement(project=project.root, level="characters")
    assert report.left_out == {"document not finished": 1}
    assert figure(report, "u_alpha").value is None
    assert figure(report, "u_alpha").reason == "one coder"


@pytest.mark.parametrize(
    "asked", [{"level": "words"}, {"attribute": "mood"}, {"confidence": 95.0}, {"draws": 0}]
)
def test_what_cannot_be_asked_is_told(coded: Path, asked: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        agreement(project=coded, **asked)


def test_sets_are_compared_when_asked_for(coded: Path) -> None:
    assert agreement(project=coded).further == ()
    found = figure(agreement(project=coded, sets=True), "krippendorff_alpha_jaccard")
    assert found.value is not None
    assert found.interval is not None


# ---- attributes ---------------------------------------------------------------------------------


def test_an_ordered_attribute_is_compared_by_its_order(project: Project, sit: Sit) -> None:
    path = project.codebook_path
    told = yaml.load(path.read_text(encoding="utf-8"), "codebook.yaml")
    told["attributes"] = [
        {
            "id": "certainty",
            "level": "ordinal",
            "values": ["low", "middle", "high", "?"],
            "missing": ["?"],
        }
    ]
    path.write_text(yaml.dump(told), encoding="utf-8")
    for name, values in (("amal", ("low", "high", "?")), ("omar", ("middle", "high", "low"))):
        coder = sit(name)
        for words, value in zip(READ, values, strict=True):
            coder.label(words, "unverified")
            claim = next(c for c in coder.document.claims if c.quote == words)
            changed = replace(claim, attributes={"certainty": value})
            coder.edit(_change(claim, changed))
        coder.leave()
    report = agreement(project=project.root, attribute="certainty")
    assert report.measurement == "ordinal"
    assert report.categories == ("low", "middle", "high")
    assert report.headline[0].name == "krippendorff_alpha_ordinal"
    assert report.units_used == 2
    assert report.left_out["cannot be judged"] == 1


def _change(before: Any, after: Any) -> Any:
    from qa_annotate.core.records import ClaimChange, Edit

    return Edit(action="change", claims=(ClaimChange(id=before.id, before=before, after=after),))


# ---- who ----------------------------------------------------------------------------------------


def test_a_second_round_is_another_coder(project: Project, sit: Sit) -> None:
    code(sit("amal"), {YES: "unverified", PLANES: "allegation"})
    code(sit("amal.2"), {YES: "unverified", PLANES: "unverified"})
    code(sit("omar"), {YES: "allegation"})
    report = agreement(project=project.root, coders=["amal"])
    assert report.coders == ("amal", "amal.2")
    assert figure(report, "percent_agreement").value == pytest.approx(2 / 3)
    assert agreement(project=project.root).coders == ("amal", "amal.2", "omar")


def test_each_coder_against_the_adjudicated_document(coded: Path, seed_name: str) -> None:
    folder = coded / "annotations" / seed_name
    settled = (folder / "coders" / "amal.yaml").read_text(encoding="utf-8")
    settled = settled.replace("kind: coder", "kind: adjudication").replace(
        "coder: amal", "coder: chair"
    )
    (folder / "adjudicated.yaml").write_text(settled, encoding="utf-8")
    report = agreement(project=coded, reference="adjudicated")
    assert report.coders == ("amal", "omar")
    amal, omar = report.against
    assert (amal.coder, amal.accuracy.value) == ("amal", 1.0)
    assert omar.accuracy.value == pytest.approx(1 / 3)
    assert omar.claims.precision.value == pytest.approx(1 / 2)
    assert omar.claims.recall.value == pytest.approx(1 / 3)


def test_nothing_adjudicated_is_told(coded: Path) -> None:
    with pytest.raises(StoreError, match="nothing by adjudicated"):
        agreement(project=coded, reference="adjudicated")


# ---- what is left out ---------------------------------------------------------------------------


def test_units_of_an_older_codebook_are_left_out(coded: Path) -> None:
    path = coded / "annotations" / "codebook.yaml"
    path.write_text(path.read_text().replace('version: "1.0"', 'version: "2.0"'))
    report = agreement(project=coded)
    assert report.units_used == 0
    assert report.left_out["older codebook"] == 3
    assert {f.reason for f in report.headline} >= {"no shared unit"}
    assert all(f.value is None for f in report.headline)


# ---- anyone's table -----------------------------------------------------------------------------

TABLE = "unit\tA\tB\nu1\tyes\tyes\nu2\tno\tyes\nu3\tno\tno\nu4\tyes\t\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "t.tsv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_a_table_has_the_figures_of_the_library_door(table: Path) -> None:
    from qa_annotate.agreement import labels

    rows = [("yes", "yes"), ("no", "yes"), ("no", "no"), ("yes", None)]
    found = labels(rows, ["no", "yes"], coders=["A", "B"])
    report = of_table(table)
    for name in ("krippendorff_alpha_nominal", "percent_agreement", "gwet_ac1", "cohen_kappa"):
        assert figure(report, name).value == pytest.approx(found[name].value)
    assert report.units_used == 3


def test_labels_that_do_not_occur_can_be_declared(table: Path) -> None:
    wide = of_table(table, labels=["yes", "no", "maybe"])
    assert wide.categories == ("yes", "no", "maybe")
    narrow = figure(of_table(table), "brennan_prediger").value
    assert figure(wide, "brennan_prediger").value != narrow


def test_a_table_can_be_ordered(tmp_path: Path) -> None:
    path = tmp_path / "t.tsv"
    path.write_text("unit\tA\tB\n1\t1\t2\n2\t3\t3\n3\t1\t1\n")
    assert of_table(path, measure="ordinal").headline[0].name == "krippendorff_alpha_ordinal"
    with pytest.raises(UsageError, match="measure"):
        of_table(path, measure="cardinal")


# ---- formats ------------------------------------------------------------------------------------


def test_the_reliability_data_give_the_same_figures_again(coded: Path, tmp_path: Path) -> None:
    report = agreement(project=coded)
    path = tmp_path / "reliability.tsv"
    put(path, written(report, "reliability"))
    again = of_table(path, labels=report.categories)
    assert [f.value for f in again.headline] == pytest.approx([f.value for f in report.headline])
    assert [f.interval for f in again.headline] == [f.interval for f in report.headline]


def test_json_has_every_number_with_its_definition(coded: Path) -> None:
    report = agreement(project=coded)
    told = json.loads(written(report, "json"))
    assert told["format"] == "qa-annotate/agreement/1"
    assert told["tool"]["name"] == "qa-annotate"
    names = {line["name"] for line in told["definitions"]}
    assert {f["name"] for f in told["headline"]} <= names
    alpha = told["headline"][0]
    assert set(alpha) >= {"value", "n", "reason", "interval", "se"}
    assert set(alpha["interval"]["below"]) == {"0.667", "0.800"}
    assert told["by_coder"][0]["distribution"]["allegation"] == 1


def test_csv_has_a_row_a_figure(coded: Path) -> None:
    report = agreement(project=coded)
    rows = list(csv.DictReader(io.StringIO(written(report, "csv"))))
    assert {row["part"] for row in rows} >= {"headline", "label", "level", "pair", "coder"}
    for row in rows:
        assert (row["value"] == "") == bool(row["undefined_because"])


def test_the_diagnosis_has_a_row_a_unit_and_says_what_was_used(coded: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(written(agreement(project=coded), "diagnosis"))))
    assert len(rows) == 17
    assert sum(row["used"] == "yes" for row in rows) == 3
    planes = next(row for row in rows if row["words"] == PLANES)
    assert (planes["amal"], planes["omar"], planes["differ"]) == ("allegation", "unverified", "yes")
    unread = next(row for row in rows if row["used"] == "no")
    assert (unread["amal"], unread["left_out_because"]) == ("(not read)", "read by nobody")


def test_tables_for_papers_name_every_figure(coded: Path) -> None:
    report = agreement(project=coded)
    for form, rule in (("md", "| --- |"), ("latex", r"\toprule")):
        text = written(report, form)
        assert rule in text
        for item in report.headline:
            assert item.title in text
            if item.value is not None:
                assert f"{item.value:.3f}" in text


HOSTILE = "unit\ta_b&c\tB<i>|\n=cmd\t$x$\t$x$\nu\\2\t50%_#{}\t$x$\nu3\t$x$\t50%_#{}\n"


def test_no_format_takes_a_label_for_an_instruction(tmp_path: Path) -> None:
    path = tmp_path / "t.tsv"
    path.write_text(HOSTILE, encoding="utf-8")
    report = of_table(path)
    latex = written(report, "latex")
    assert not re.search(r"(?<!\\)[$%#_]", latex)
    assert not re.search(r"(?<!\\)&(?! )", latex)
    markdown = written(report, "md")
    assert "<i>" not in markdown.replace(r"\<i\>", "")
    assert r"B\<i\>\|" in markdown
    assert "\n=" not in written(report, "reliability")
    rows = list(csv.reader(io.StringIO(written(report, "diagnosis"))))
    assert "'=cmd" in {cell for row in rows for cell in row}


@pytest.mark.parametrize("form", ["reliability", "diagnosis"])
def test_characters_have_no_units(coded: Path, form: str) -> None:
    report = agreement(project=coded, level="characters")
    with pytest.raises(UsageError, match="no units"):
        written(report, form)


@pytest.mark.parametrize("form", AGREEMENT_WRITERS)
def test_every_format_of_a_report_that_is_all_undefined(
    project: Project, sit: Sit, form: str
) -> None:
    code(sit("amal"), {})
    code(sit("omar"), {})
    report = agreement(project=project.root)
    assert report.headline[0].reason == "no variation"
    assert not re.search(r"\bnan\b", written(report, form), re.IGNORECASE)


def test_the_methods_paragraph_has_the_figures_in_it(coded: Path) -> None:
    report = agreement(project=coded)
    for piece in (
        "2 coders (amal and omar)",
        "claims-evidence 1.0",
        "3 units were rated",
        "14 left out (14 read by nobody)",
        "Krippendorff's alpha was -0.111",
        "1,000 resamples of units (seed 20260131)",
        f"qa-annotate {report.tool.version}",
    ):
        assert piece in report.methods


def test_over_time_groups_by_the_day_of_decision(project: Project, sit: Sit) -> None:
    code(sit("amal", at="2026-11-20T10:00:00Z"), {YES: "unverified"})
    code(sit("omar", at="2026-11-22T10:00:00Z"), {PLANES: "allegation"})
    report = agreement(project=project.root)
    assert [(g.name, g.units) for g in report.by_time] == [("2026-11-20", 1), ("2026-11-22", 2)]


def test_a_report_is_plain_data(coded: Path) -> None:
    assert to_plain(agreement(project=coded))["units"][0]["words"]
