"""The agreement report on a terminal: short at first, whole when asked, narrow, without colour."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from qa_annotate.commands.agreement import agreement, of_table
from qa_annotate.console.agreement import show_agreement, show_methods
from qa_annotate.core.agreed import Agreement

ROOT = Path(__file__).parents[2]
PARTS = ("By label", "By level", "Two coders", "Coder ", "Labels given")


@pytest.fixture(scope="module")
def report() -> Agreement:
    """The report on the project's own two sample codings."""
    return agreement(project=ROOT, coders=["sample-a", "sample-b"])


def shown(report: Agreement, monkeypatch: pytest.MonkeyPatch, width: int = 80, **how: bool) -> str:
    monkeypatch.setenv("COLUMNS", str(width))
    out = io.StringIO()
    show_agreement(report, file=out, **how)
    return out.getvalue()


def test_the_small_view_leads_with_alpha_and_its_interval(
    report: Agreement, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = shown(report, monkeypatch).splitlines()
    (alpha,) = [line for line in lines if line.startswith("Krippendorff's alpha")]
    assert "0.513" in alpha
    assert "[0.083, 0.883]" in alpha
    assert any(line.startswith("Beware: Only 17 units") for line in lines)
    assert not [part for part in PARTS if any(line.startswith(part) for line in lines)]


def test_the_full_view_has_every_part(report: Agreement, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = shown(report, monkeypatch, full=True).splitlines()
    for part in PARTS:
        assert any(line.startswith(part) for line in lines), part
    assert any("undefined (no variation): verified" in line for line in lines)


@pytest.mark.parametrize("width", [40, 60, 100])
@pytest.mark.parametrize("level", ["units", "claims", "pairs", "characters"])
def test_nothing_is_wider_than_the_terminal(
    monkeypatch: pytest.MonkeyPatch, width: int, level: str
) -> None:
    found = agreement(project=ROOT, coders=["sample-a", "sample-b"], level=level)
    text = shown(found, monkeypatch, width, full=True, explain=True)
    assert max(map(len, text.splitlines())) <= width
    assert "\x1b" not in text


def test_disagreements_have_words_context_coders_labels_and_reasons(
    report: Agreement, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = " ".join(shown(report, monkeypatch).split())
    for item in report.differences:
        assert f"“{' '.join(item.words.split())}”" in text
        for choice in item.choices:
            told = " — ".join((f"{choice.coder}: {choice.value}", *choice.reasons, *choice.notes))
            assert told in text


def test_explaining_says_what_each_coefficient_says(
    report: Agreement, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = " ".join(shown(report, monkeypatch, full=True, explain=True).split())
    small = " ".join(shown(report, monkeypatch, explain=True).split())
    for line in report.definitions:
        assert line.explain in whole
    assert report.definitions[0].explain in small
    assert len(small) < len(whole)


def test_methods_alone(report: Agreement, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    out = io.StringIO()
    show_methods(report, out)
    assert " ".join(out.getvalue().split()) == report.methods


def test_a_table_cannot_steer_the_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "t.tsv"
    path.write_text("unit\tA\x1b]0;x\x07\tB\nu\u202e1\t[red]\t:x:\nu2\t[red]\t[red]\n")
    text = shown(of_table(path), monkeypatch, full=True)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "[red]" in text
