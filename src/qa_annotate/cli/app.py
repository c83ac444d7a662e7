"""Which room holds which command, in the order in which the help names them.

Typer looks at every parameter of every command that it is given, so it is given the one command
that is called; all of them only for help, or where the command isn't known.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import Annotated

import typer
from typer.core import TyperGroup
from typer.models import CommandInfo, TyperInfo

from .. import __version__
from .options import app

ROOMS: Mapping[str, str] = MappingProxyType(
    {
        "open": "coding",
        "parse": "reading",
        "structure": "reading",
        "add": "reading",
        "assign": "coding",
        "status": "coding",
        "check": "coding",
        "decide": "deciding",
        "evidence": "deciding",
        "codebook": "deciding",
        "similar": "deciding",
        "corroboration": "deciding",
        "people": "protecting",
        "purge": "protecting",
        "rename": "protecting",
        "remove": "protecting",
        "log": "custody",
        "seal": "custody",
        "verify": "custody",
        "merge-log": "custody",
        "reanchor": "custody",
        "import": "custody",
        "export": "coding",
        "agreement": "agreeing",
        "adjudicate": "settling",
        "report": "agreeing",
        "schema": "coding",
    }
)


def loaded(words: Sequence[str]) -> typer.Typer:
    """The app with the command that some words call, or with all commands."""
    asked = next((word for word in words if not word.startswith("-")), "")
    rooms = [ROOMS[asked]] if asked in ROOMS else sorted(set(ROOMS.values()))
    for room in rooms:
        import_module(f"{__package__}.{room}")
    if asked in ROOMS:
        app.registered_commands = [c for c in app.registered_commands if _name(c) == asked]
        app.registered_groups = [g for g in app.registered_groups if _name(g) == asked]
    return app


def _name(info: CommandInfo | TyperInfo) -> str:
    name = info.name or (info.callback.__name__ if info.callback else "")
    return str(name).replace("_", "-")


class InOrder(TyperGroup):
    """The commands, groups of commands among them, in our order."""

    def list_commands(self, ctx: object) -> list[str]:  # noqa: ARG002
        """The names of the commands."""
        return sorted(self.commands, key=list(ROOMS).index)


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
