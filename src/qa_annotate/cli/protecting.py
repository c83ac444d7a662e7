"""Commands that protect people, and that change names: people, purge, rename, remove."""

from __future__ import annotations

from typing import Annotated, Any, Optional

import typer

from .loading import command, show, to_text
from .options import JsonOption, ProjectOption, app, confirming, tell, write, write_problems

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
    write_problems(command("people-check")(project), json)


@people_app.command()
def suggest(json: JsonOption = False, project: ProjectOption = None) -> None:
    """Propose people whom articles name and the list doesn't."""
    found = command("people-suggest")(project)
    if json:
        write(to_text(found, "json"))
    else:
        show("people").show_suggestions(found)


# ---- purge, rename, remove ----------------------------------------------------------------------

ReasonOption = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; it stays.")]
ByOption = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--coder", metavar="NAME", help="Who does it."),
]


@app.command()
def purge(
    what: Annotated[
        str, typer.Argument(metavar="ARTICLE|PERSON", help="An article, or a person's id.")
    ],
    reason: ReasonOption,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would be written and deleted.")
    ] = False,
    confirm: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--confirm", metavar="WORDS", help='"purge NAME", where nobody is asked.'),
    ] = None,
    coder: ByOption = None,
    project: ProjectOption = None,
) -> None:
    """Take out an article, or every trace of a person, for good: a consent was withdrawn."""
    done = command("purge")(
        what,
        why=reason,
        by=coder,
        dry_run=dry_run,
        confirmed=confirm,
        confirm=confirming(),
        project=project,
    )
    for path in done.deleted:
        tell(f"{'Deleted' if done.done else 'Would be deleted'}: {path}")
    verb = "are written anew" if done.done else "would be written anew"
    tell(f"{done.written} files {verb}.")
    for notice in done.notices:
        tell(notice)


rename_app = typer.Typer(help="Give an article or a coder another name.", no_args_is_help=True)
app.add_typer(rename_app, name="rename")
remove_app = typer.Typer(help="Put an article or a coder's work aside.", no_args_is_help=True)
app.add_typer(remove_app, name="remove")
OldArgument = Annotated[str, typer.Argument(metavar="OLD", help="The name it has.")]
NewArgument = Annotated[str, typer.Argument(metavar="NEW", help="The name it gets.")]
NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="Which.")]
WhyOption = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why.")]


def _changed(done: Any, verb: str) -> None:
    for notice in done.notices:
        tell(notice)
    tell(f"{done.before} {verb} {done.after} ({done.files} files).")


@rename_app.command("article")
def rename_article(
    old: OldArgument,
    new: NewArgument,
    reason: WhyOption = "",
    coder: ByOption = None,
    project: ProjectOption = None,
) -> None:
    """Give an article another name; everything that refers to it follows."""
    done = command("rename-article")(old, new, why=reason, by=coder, project=project)
    _changed(done, "is now")


@rename_app.command("coder")
def rename_coder(
    old: OldArgument,
    new: NewArgument,
    reason: WhyOption = "",
    coder: ByOption = None,
    project: ProjectOption = None,
) -> None:
    """Give a coder another name in every article."""
    done = command("rename-coder")(old, new, why=reason, by=coder, project=project)
    _changed(done, "is now")


@remove_app.command("article")
def remove_article(
    name: NameArgument,
    reason: ReasonOption,
    coder: ByOption = None,
    project: ProjectOption = None,
) -> None:
    """Put an article aside, whole; it counts no more."""
    done = command("remove-article")(name, why=reason, by=coder, project=project)
    _changed(done, "is put aside:")


@remove_app.command("coder")
def remove_coder(
    name: NameArgument,
    reason: ReasonOption,
    coder: ByOption = None,
    project: ProjectOption = None,
) -> None:
    """Put all that a coder recorded aside."""
    done = command("remove-coder")(name, why=reason, by=coder, project=project)
    _changed(done, "is put aside:")
