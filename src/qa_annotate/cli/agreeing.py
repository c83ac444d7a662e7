"""Commands of agreement: agreement."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import Annotated, Any, Optional

import typer

from .loading import command, show
from .options import (
    ArticlesArgument,
    CodersOption,
    JsonOption,
    ProjectOption,
    app,
    one_of,
    tell,
)

FORMATS = ("text", "json", "csv", "md", "latex", "reliability", "diagnosis")


@app.command()
def agreement(
    articles: ArticlesArgument = None,
    coder: CodersOption = None,
    level: Annotated[
        str, typer.Option("--level", metavar="LEVEL", help="units, claims, characters or pairs.")
    ] = "units",
    attribute: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--attribute", metavar="NAME", help="Compare this attribute, not labels."),
    ] = None,
    sets: Annotated[
        bool, typer.Option("--sets", help="Also compare all labels of a unit, as sets.")
    ] = False,
    against: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--against", metavar="NAME", help="Precision and recall: adjudicated."),
    ] = None,
    confidence: Annotated[
        float, typer.Option("--confidence", metavar="SHARE", help="Of the intervals.")
    ] = 0.95,
    draws: Annotated[
        Optional[int],  # noqa: UP045
        typer.Option("--draws", metavar="N", help="Resamples for the intervals; 1000."),
    ] = None,
    seed: Annotated[
        Optional[int],  # noqa: UP045
        typer.Option("--seed", metavar="N", help="Of the resamples."),
    ] = None,
    full: Annotated[bool, typer.Option("--full", help="Labels, levels, articles, coders.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say in plain words what each coefficient says.")
    ] = False,
    methods: Annotated[
        bool, typer.Option("--methods", help="Print the paragraph for a paper.")
    ] = False,
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help=", ".join(FORMATS) + ".")
    ] = "text",
    json: JsonOption = False,
    out: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("--out", metavar="FILE", help="Write to a file, not to standard output."),
    ] = None,
    matrix: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("--matrix", metavar="FILE", help="Anyone's table: units by coders, tabs."),
    ] = None,
    labels: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--labels", metavar="A,B", help="Labels of --matrix, in order."),
    ] = None,
    measure: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--measure", metavar="KIND", help="nominal, ordinal, interval or ratio."),
    ] = None,
    project: ProjectOption = None,
) -> None:
    """Report how far coders agree, and where they don't."""
    form = "json" if json else form
    one_of(form, FORMATS)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # small arrays: threads only cost time
    drawing = {"confidence": confidence, "draws": draws, "seed": seed}
    if matrix is not None:
        asked = (articles, coder, attribute, against, project, sets, level != "units")
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
            **drawing,
        )
    for notice in report.notices:
        tell(notice)
    _give(_text(report, form, full=full, explain=explain, methods=methods), out)


def _of_matrix(
    matrix: Path, labels: str | None, measure: str | None, more: bool, drawing: dict[str, Any]
) -> Any:
    if more:
        raise typer.BadParameter("--matrix is compared as it is: name no articles or coders.")
    declared = [label.strip() for label in labels.split(",")] if labels else []
    return command("agreement-matrix")(
        matrix, labels=declared, measure=measure or "nominal", **drawing
    )


def _text(report: Any, form: str, *, full: bool, explain: bool, methods: bool) -> str:
    """What to write as a whole."""
    if form != "text":
        return str(command("agreement-written")(report, form))
    shown = io.StringIO()
    if methods:
        show("agreement").show_methods(report, shown)
    else:
        show("agreement").show_agreement(report, full=full, explain=explain, file=shown)
    return shown.getvalue()


def _give(text: str, out: Path | None) -> None:
    if out is None:
        sys.stdout.write(text)
    else:
        command("agreement-put")(out, text)
        tell(f"Written to {out}")
