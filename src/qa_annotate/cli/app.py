"""All commands, in the order in which the help names them."""

from __future__ import annotations

from typing import Annotated

import typer

from .. import __version__
from . import agreeing, coding, reading
from .options import app

__all__ = ["agreeing", "app", "coding", "reading"]

ORDER = (
    "open",
    "parse",
    "structure",
    "add",
    "status",
    "check",
    "export",
    "agreement",
    "report",
    "schema",
)


def _place(info: typer.models.CommandInfo) -> int:
    name = info.name or (info.callback.__name__ if info.callback else "")
    return ORDER.index(name.replace("_", "-"))


app.registered_commands.sort(key=_place)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"qa-annotate {__version__}")
        raise typer.Exit


@app.callback()
def top(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version.")
    ] = False,
) -> None:
    """Label claims in interview articles, with provenance and inter-coder agreement."""
