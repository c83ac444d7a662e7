"""Commands of agreement: agreement, report."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import Annotated, Any, Optional, TextIO

import typer

from .loading import command, show
from .options import (
    ArticlesArgument,
    CodersOption,
    IncludeSensitiveOption,
    JsonOption,
    ProjectOption,
    RedactOption,
    UnblindOption,
    app,
    confirming,
    one_of,
    tell,
)

FORMATS = ("text", "json", "csv", "md", "latex", "reliability", "diagnosis")

# ---- options -------------------------------------------------------------------------------------

LevelOption = Annotated[
    str, typer.Option("--level", metavar="LEVEL", help="units, claims, characters or pairs.")
]
AttributeOption = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--attribute", metavar="NAME", help="Compare this attribute, not labels."),
]
SetsOption = Annotated[
    bool, typer.Option("--sets", help="Also compare all labels of a unit, as sets.")
]
AgainstOption = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--against", metavar="NAME", help="Precision and recall: adjudicated."),
]
ConfidenceOption = Annotated[
    float, typer.Option("--confidence", metavar="SHARE", help="Confidence of the intervals, 0.95.")
]
DrawsOption = Annotated[
    Optional[int],  # noqa: UP045
    typer.Option("--draws", metavar="N", help="Resamples for the intervals; 1000."),
]
SeedOption = Annotated[
    Optional[int],  # noqa: UP045
    typer.Option("--seed", metavar="N", help="Of the resamples."),
]
FullOption = Annotated[bool, typer.Option("--full", help="Labels, levels, articles, coders.")]
ExplainOption = Annotated[
    bool, typer.Option("--explain", help="Say in plain words what each coefficient says.")
]
MethodsOption = Annotated[bool, typer.Option("--methods", help="Print the paragraph for a paper.")]
FormatOption = Annotated[
    str, typer.Option("--format", metavar="FORMAT", help=", ".join(FORMATS) + ".")
]
OutOption = Annotated[
    Optional[Path],  # noqa: UP045
    typer.Option("--out", metavar="FILE", help="Write to a file, not to standard output."),
]
MatrixOption = Annotated[
    Optional[Path],  # noqa: UP045
    typer.Option("--matrix", metavar="FILE", help="Anyone's table: units by coders, tabs."),
]
LabelsOption = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--labels", metavar="A,B", help="Labels of --matrix, in order."),
]
MeasureOption = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--measure", metavar="KIND", help="nominal, ordinal, interval or ratio."),
]


# ---- agreement -----------------------------------------------------------------------------------


@app.command()
def agreement(
    articles: ArticlesArgument = None,
    coder: CodersOption = None,
    level: LevelOption = "units",
    attribute: AttributeOption = None,
    sets: SetsOption = False,
    against: AgainstOption = None,
    confidence: ConfidenceOption = 0.95,
    draws: DrawsOption = None,
    seed: SeedOption = None,
    full: FullOption = False,
    explain: ExplainOption = False,
    methods: MethodsOption = False,
    form: FormatOption = "text",
    json: JsonOption = False,
    out: OutOption = None,
    matrix: MatrixOption = None,
    labels: LabelsOption = None,
    measure: MeasureOption = None,
    unblind: UnblindOption = None,
    project: ProjectOption = None,
) -> None:
    """Report how far coders agree, and where they don't."""
    form = "json" if json else form
    one_of(form, FORMATS)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # small arrays: threads only cost time
    drawing = {"confidence": confidence, "draws": draws, "seed": seed}
    if matrix is not None:
        asked = (articles, coder, attribute, against, project, unblind, sets, level != "units")
        report = _of_matrix(matrix, labels, measure, any(asked), drawing)
    else:
        if labels is not None or measure is not None:
            raise typer.BadParameter("--labels and --measure are for --matrix.")
        report = command("agreement")(
            articles or (),
            project=project,
            coders=coder or (),
            level=level,
            attribute=attribute,
            sets=sets,
            reference=against,
            unblind=unblind,
            **drawing,
        )
    for notice in report.notices:
        tell(notice)
    if form != "text":
        _give(str(command("agreement-written")(report, form)), out)
    elif out is None:
        _show(report, None, full=full, explain=explain, methods=methods)
    else:
        shown = io.StringIO()
        _show(report, shown, full=full, explain=explain, methods=methods)
        _give(shown.getvalue(), out)


def _of_matrix(
    matrix: Path, labels: str | None, measure: str | None, more: bool, drawing: dict[str, Any]
) -> Any:
    if more:
        raise typer.BadParameter("--matrix is compared as it is: name no articles or coders.")
    declared = [label.strip() for label in labels.split(",")] if labels else []
    return command("agreement-matrix")(
        matrix, labels=declared, measure=measure or "nominal", **drawing
    )


def _show(report: Any, file: TextIO | None, *, full: bool, explain: bool, methods: bool) -> None:
    """The report in words; on standard output where `file` is None."""
    if methods:
        show("agreement").show_methods(report, file)
    else:
        show("agreement").show_agreement(report, full=full, explain=explain, file=file)


def _give(text: str, out: Path | None) -> None:
    if out is None:
        sys.stdout.write(text)
    else:
        command("agreement-put")(out, text)
        tell(f"Written to {out}")


# ---- report --------------------------------------------------------------------------------------


@app.command()
def report(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="The folder for the pages.")],
    articles: ArticlesArgument = None,
    coder: CodersOption = None,
    figures: Annotated[
        bool, typer.Option("--figures", help="Also save the plots as SVG and PDF files.")
    ] = False,
    unblind: UnblindOption = None,
    redact: RedactOption = False,
    include_sensitive: IncludeSensitiveOption = False,
    project: ProjectOption = None,
) -> None:
    """Write the project as pages that work offline, with plots."""
    done = command("report")(
        out,
        articles or (),
        project=project,
        coders=coder or (),
        figures=figures,
        unblind=unblind,
        redact=redact,
        include_sensitive=include_sensitive,
        confirm=confirming(),
    )
    for notice in done.notices:
        tell(notice)
    tell(f"{done.pages} pages, {done.figures} figures. Open {out / 'index.html'}")
