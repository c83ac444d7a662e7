"""Commands of agreement."""

from __future__ import annotations

import sys

from .loading import command, show, to_text
from .options import (
    ArticlesArgument,
    CodersOption,
    JsonOption,
    ProjectOption,
    app,
    tell,
)


@app.command()
def agreement(
    articles: ArticlesArgument = None,
    coder: CodersOption = None,
    json: JsonOption = False,
    project: ProjectOption = None,
) -> None:
    """Report how far coders agree, and where they don't."""
    report = command("agreement")(articles or (), project=project, coders=coder or ())
    for notice in report.notices:
        tell(notice)
    if json:
        sys.stdout.write(to_text(report, "json"))
    else:
        show("agreement").show_agreement(report)
