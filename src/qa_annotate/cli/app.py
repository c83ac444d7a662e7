"""All commands, in the order in which the help names them."""

from __future__ import annotations

from typing import Annotated

import typer
from typer.core import TyperGroup

from .. import __version__
from . import agreeing, coding, custody, deciding, reading
from .options import app

__all__ = ["agreeing", "app", "coding", "custody", "deciding", "reading"]

ORDER = (
    "open",
    "parse",
    "structure",
    "add",
    "status",
    "check",
    "decide",
    "evidence",
    "codebook",
    "log",
    "seal",
    "verify",
    "merge-log",
    "reanchor",
    "export",
    "agreement",
    "report",
    "schema",
)


class InOrder(TyperGroup):
    """The commands, groups of commands among them, in our order."""

    def list_commands(self, ctx: object) -> list[str]:  # noqa: ARG002
        """The names of the commands."""
        return sorted(self.commands, key=ORDER.index)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"qa-annotate {__version__}")
        raise typer.Exit


@app.callback(cls=InOrder)
def top(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version.")
    ] = False,
) -> None:
    """Label claims in interview articles, with provenance and inter-coder agreement."""
