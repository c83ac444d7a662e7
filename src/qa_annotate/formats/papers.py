"""An agreement report's tables as a paper takes them, in Markdown and LaTeX."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..core.agreed import Agreement, GroupFigures
from ..core.text import visible
from ..core.wording import bounds, figure, percent


@dataclass(frozen=True)
class Table:
    """A table: the first column holds names, the others numbers."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables(report: Agreement) -> Iterator[Table]:
    """The tables of a report that have anything in them."""
    found = (
        _headline(report),
        _labels(report),
        _groups(report, "Agreement by level of the codebook", "Question", report.by_level),
        _groups(report, "Agreement by article", "Article", report.by_article),
        _pairs(report),
        _distribution(report),
        *_against(report),
    )
    return (table for table in found if table.rows)


def _headline(report: Agreement) -> Table:
    return Table(
        "Agreement",
        ("Coefficient", "Value", f"{percent(report.confidence)} interval", "SE", "n"),
        tuple(
            (
                item.title,
                figure(item),
                bounds(item.interval),
                "" if item.se is None else f"{item.se:.3f}",
                f"{item.n:,}",
            )
            for item in (*report.headline, *report.further)
        ),
    )


def _labels(report: Agreement) -> Table:
    return Table(
        "Agreement by label",
        ("Label", "Given", "Units", "Specific agreement", "Alpha", "Interval"),
        tuple(
            (
                item.label,
                f"{item.ratings:,}",
                f"{item.units:,}",
                figure(item.specific_agreement),
                figure(item.alpha),
                bounds(item.alpha.interval),
            )
            for item in report.by_label
        ),
    )


def _groups(report: Agreement, title: str, first: str, groups: Sequence[GroupFigures]) -> Table:
    del report
    return Table(
        title,
        (first, "Units", "Percent agreement", "Alpha", "Interval"),
        tuple(
            (
                item.name,
                f"{item.units:,}",
                figure(item.percent_agreement),
                figure(item.alpha),
                bounds(item.alpha.interval),
            )
            for item in groups
        ),
    )


def _pairs(report: Agreement) -> Table:
    return Table(
        "Agreement of each two coders",
        ("Coders", "Units", "Percent agreement", "Cohen's kappa", "Interval"),
        tuple(
            (
                " and ".join(item.coders),
                f"{item.units:,}",
                figure(item.percent_agreement),
                figure(item.cohen_kappa),
                bounds(item.cohen_kappa.interval),
            )
            for item in report.pairs
        ),
    )


def _distribution(report: Agreement) -> Table:
    return Table(
        "Labels given by each coder",
        ("Coder", *report.categories),
        tuple(
            (item.coder, *(f"{item.distribution.get(k, 0):,}" for k in report.categories))
            for item in report.by_coder
        ),
    )


def _against(report: Agreement) -> Iterator[Table]:
    """A table for each way of counting what a coder found of the reference."""
    ways = dict.fromkeys(way for coder in report.against for way, _ in coder.ways)
    return (_against_by(report, way) for way in ways)


def _against_by(report: Agreement, way: str) -> Table:
    return Table(
        f"Coders against {report.reference}, {way}",
        ("Coder, label", "Precision", "Recall", "F1"),
        tuple(
            (
                f"{coder.coder}, {score.label}",
                figure(score.precision),
                figure(score.recall),
                figure(score.f1),
            )
            for coder in report.against
            for score in dict(coder.ways).get(way, ())
        ),
    )


# ---- Markdown -----------------------------------------------------------------------------------

_MARKDOWN = str.maketrans({c: f"\\{c}" for c in "\\`*_{}[]<>#|~$"})


def markdown(report: Agreement) -> str:
    """The methods paragraph and the tables as Markdown."""
    parts = [_escaped(report.methods)]
    for table in tables(report):
        lines = [f"**{_escaped(table.title)}**", "", _row(table.head)]
        lines.append(_line(["---", *["---:"] * (len(table.head) - 1)]))
        lines += [_row(row) for row in table.rows]
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def _row(cells: Sequence[str]) -> str:
    return _line([_escaped(cell) for cell in cells])


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _escaped(text: str) -> str:
    return visible(" ".join(text.split())).translate(_MARKDOWN)


# ---- LaTeX --------------------------------------------------------------------------------------

_LATEX = str.maketrans(
    {
        **{c: f"\\{c}" for c in "&%$#_{}"},
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        '"': r"\textquotedbl{}",
    }
)


def latex(report: Agreement) -> str:
    """The methods paragraph and the tables as LaTeX; they need the package booktabs."""
    parts = [_tex(report.methods)]
    for table in tables(report):
        columns = "l" + "r" * (len(table.head) - 1)
        lines = [
            r"\begin{table}",
            rf"  \caption{{{_tex(table.title)}}}",
            rf"  \begin{{tabular}}{{{columns}}}",
            r"    \toprule",
            _tex_row(table.head),
            r"    \midrule",
            *map(_tex_row, table.rows),
            r"    \bottomrule",
            r"  \end{tabular}",
            r"\end{table}",
        ]
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def _tex_row(cells: Sequence[str]) -> str:
    return "    " + " & ".join(map(_tex, cells)) + r" \\"


def _tex(text: str) -> str:
    return visible(" ".join(text.split())).translate(_LATEX)
