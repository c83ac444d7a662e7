"""Commands that protect people: people."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from ..core.text import visible
from .loading import command, show, to_text
from .options import JsonOption, ProjectOption, app, tell, write

# ---- people -------------------------------------------------------------------------------------

people_app = typer.Typer(
    help="Say who must stay hidden, and what stands for them.", no_args_is_help=True
)
app.add_typer(people_app, name="people")


@people_app.command("list")
def list_(json: JsonOption = False, project: ProjectOption = None) -> None:
    """List the people, their pseudonyms and how sensitive they are."""
    found = command("people-list")(project)
    if json:
        write(to_text(found, "json"))
    else:
        show("people").show_people(found)


@people_app.command()
def add(
    names: Annotated[list[str], typer.Argument(metavar="NAME...", help="The person's names.")],
    pseudonym: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--pseudonym", metavar="WORDS", help="What stands for the names."),
    ] = None,
    id_: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--id", metavar="ID", help="How reports call the person; p1, p2 … else."),
    ] = None,
    alias: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option("--alias", metavar="NAME", help="Another name (may be given again)."),
    ] = None,
    spelling: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option("--spelling", metavar="NAME", help="The name in other letters (again)."),
    ] = None,
    initials: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option("--initials", metavar="A.B.", help="Initials that stand for it (again)."),
    ] = None,
    role: Annotated[
        str, typer.Option("--role", metavar="WORDS", help="Who the person is: witness, coder …")
    ] = "",
    sensitivity: Annotated[
        str,
        typer.Option(
            "--sensitivity",
            metavar="KIND",
            help="none, personal, endangers source, endangers third party, legal.",
        ),
    ] = "personal",
    parts: Annotated[
        bool, typer.Option("--parts/--no-parts", help="Each part of a name counts alone too.")
    ] = True,
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="Anything to know.")] = "",
    project: ProjectOption = None,
) -> None:
    """Add somebody to annotations/people.yaml."""
    done = command("people-add")(
        names,
        id_=id_,
        pseudonym=pseudonym,
        aliases=alias or (),
        spellings=spelling or (),
        initials=initials or (),
        role=role,
        sensitivity=sensitivity,
        parts=parts,
        note=note,
        project=project,
    )
    for problem in done.problems:
        tell(str(problem))
    tell(f"{done.person.id} stands in annotations/people.yaml as “{done.person.pseudonym}”.")


@people_app.command()
def check(json: JsonOption = False, project: ProjectOption = None) -> None:
    """Find what is wrong in the list."""
    problems = command("people-check")(project)
    if json:
        write(to_text(problems, "json"))
    else:
        for problem in problems:
            typer.echo(visible(str(problem)))
    if problems:
        raise typer.Exit(1)
    if not json:
        tell("No problems.")


@people_app.command()
def suggest(json: JsonOption = False, project: ProjectOption = None) -> None:
    """Propose people whom articles name and the list doesn't."""
    found = command("people-suggest")(project)
    if json:
        write(to_text(found, "json"))
    else:
        show("people").show_suggestions(found)
