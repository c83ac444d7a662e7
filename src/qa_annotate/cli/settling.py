"""The command of settling: adjudicate."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from ..core.wording import count
from .loading import command
from .options import BidiOption, ProjectOption, UnblindOption, app, ask, read_line, tell


@app.command()
def adjudicate(
    article: Annotated[
        Optional[str],  # noqa: UP045
        typer.Argument(help="An article by name; the first with something open, if none is given."),
    ] = None,
    between: Annotated[
        str, typer.Option("--between", metavar="A,B", help="Whose documents; all coders', else.")
    ] = "",
    anonymous: Annotated[
        bool, typer.Option("--anonymous", help="Name no coder: coder A, coder B …")
    ] = False,
    coder: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--coder", metavar="NAME", help="Who settles (or set QA_ANNOTATE_CODER)."),
    ] = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="Lines and prompts, one case at a time.")
    ] = False,
    mouse: Annotated[
        bool, typer.Option("--mouse/--no-mouse", help="Take the mouse's wheel.")
    ] = True,
    bidi: BidiOption = None,
    unblind: UnblindOption = None,
    project: ProjectOption = None,
) -> None:
    """Settle what coders disagree on in a session."""
    done = command("adjudicate")(
        article,
        between=[name for name in between.split(",") if name.strip()],
        anonymous=anonymous,
        coder=coder,
        unblind=unblind,
        plain=(read_line, typer.echo) if plain else None,
        mouse=mouse,
        bidi=bidi,
        project=project,
        ask=ask,
        tell=tell,
    )
    state = "finished" if done.finished else "open"
    tell(f"{done.settled} of {done.cases} cases settled, {done.agreed} agreed, {state}.")
    tell(f"{count(done.claims, 'claim')} in {done.path}")
