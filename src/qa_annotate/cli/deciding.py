"""Commands of deciding: decide, evidence, codebook."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any, Optional

import typer

from ..core.text import visible
from .loading import command, show, to_text
from .options import JsonOption, ProjectOption, app, tell, tell_hidden

ClaimArgument = Annotated[str, typer.Argument(metavar="CLAIM", help="A claim by its id.")]
WhoOption = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--coder", metavar="NAME", help="Who you are (or set QA_ANNOTATE_CODER)."),
]


@app.command()
def decide(
    claim: ClaimArgument,
    label: Annotated[str, typer.Argument(metavar="LABEL", help="A label of the codebook.")],
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="Why it is decided so.")],
    reason: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--reason", metavar="CODE", help="One of the label's reasons."),
    ] = None,
    evidence: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Option("--evidence", metavar="ID", help="What it rests on (may be given again)."),
    ] = None,
    coder: WhoOption = None,
    project: ProjectOption = None,
) -> None:
    """Give a claim a label outside a session, with its reason and why."""
    done = command("decide")(
        claim,
        label,
        why=why,
        reason=reason,
        evidence=evidence or (),
        coder=coder,
        project=project,
    )
    _told(done)


def _told(done: Any) -> None:
    if done.notice:
        tell(done.notice)
    reason = f" ({done.claim.reason})" if done.claim.reason else ""
    tell(f"{done.claim.id}: {done.claim.label}{reason}. Saved in {done.path}")


# ---- evidence -----------------------------------------------------------------------------------

evidence_app = typer.Typer(
    help="Log what bears on a claim, list it, settle it.", no_args_is_help=True
)
app.add_typer(evidence_app, name="evidence")


@evidence_app.command()
def add(
    claim: ClaimArgument,
    kind: Annotated[
        str, typer.Option("--kind", metavar="K", help="photo, video, document, statement …")
    ],
    locator: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--locator", metavar="L", help="Where it is: an address, a shelf mark."),
    ] = None,
    file: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("--file", metavar="PATH", help="Copy this file into the project."),
    ] = None,
    archive: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--archive", metavar="URL", help="Where an archive keeps it."),
    ] = None,
    bearing: Annotated[
        str, typer.Option("--bearing", help="supports, contradicts or context.")
    ] = "supports",
    independent: Annotated[
        str, typer.Option("--independent", help="Of the speaker: yes, no or unknown.")
    ] = "unknown",
    why: Annotated[
        str, typer.Option("--why", metavar="TEXT", help="Why it bears so, why independent.")
    ] = "",
    coder: WhoOption = None,
    project: ProjectOption = None,
) -> None:
    """Log something that bears on a claim."""
    done = command("evidence-add")(
        claim,
        kind=kind,
        locator=locator,
        file=file,
        archive=archive,
        bearing=bearing,
        independent=independent,
        why=why,
        coder=coder,
        project=project,
    )
    sys.stdout.write(f"{done.item}\n")
    _told(done.edited)


@evidence_app.command("list")
def list_(
    of: Annotated[
        Optional[str],  # noqa: UP045
        typer.Argument(metavar="[ARTICLE|CLAIM]", help="All, if none is given."),
    ] = None,
    json: JsonOption = False,
    project: ProjectOption = None,
) -> None:
    """List what was logged."""
    tell_hidden(command("out-of-sight")(project))
    found = command("evidence-list")(of, project)
    if json:
        sys.stdout.write(to_text(found, "json"))
    else:
        show("custody").show_evidence(found)


@evidence_app.command("show")
def show_(
    item: Annotated[str, typer.Argument(metavar="ID", help="An evidence item by its id.")],
    json: JsonOption = False,
    project: ProjectOption = None,
) -> None:
    """Show one item in full."""
    found = command("evidence-show")(item, project)
    if json:
        sys.stdout.write(to_text(found, "json"))
    else:
        show("custody").show_item(found)


@evidence_app.command()
def settle(
    item: Annotated[str, typer.Argument(metavar="ID", help="An open contradiction.")],
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="The answer to it.")],
    coder: WhoOption = None,
    project: ProjectOption = None,
) -> None:
    """Close a contradiction that was answered."""
    done = command("evidence-settle")(item, why=why, coder=coder, project=project)
    tell(f"{done.item} is settled.")
    _told(done.edited)


# ---- the codebook -------------------------------------------------------------------------------

codebook_app = typer.Typer(
    help="Show, check and compare the codebook; move claims to it.", no_args_is_help=True
)
app.add_typer(codebook_app, name="codebook")


@codebook_app.command("show")
def show_codebook(json: JsonOption = False, project: ProjectOption = None) -> None:
    """Show the labels and attributes with their rules."""
    found = command("codebook-show")(project)
    if json:
        sys.stdout.write(to_text(found, "json"))
    else:
        show("custody").show_codebook(found)


@codebook_app.command("check")
def check_codebook(json: JsonOption = False, project: ProjectOption = None) -> None:
    """Find its problems, and the claims labelled under an earlier one."""
    found = command("codebook-check")(project)
    tell_hidden(found.hidden)
    if json:
        sys.stdout.write(to_text(found, "json"))
    else:
        for notice in found.notices:
            tell(notice)
        for problem in found.problems:
            typer.echo(visible(str(problem)))
        show("custody").show_worklist(found.worklist)
    if found.problems or found.worklist:
        raise typer.Exit(1)
    if not json:
        tell("No problems, and no claim is left behind.")


@codebook_app.command()
def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="An earlier codebook, as a file.")],
    json: JsonOption = False,
    project: ProjectOption = None,
) -> None:
    """Show what changed since another codebook."""
    found = command("codebook-diff")(old, project)
    if json:
        sys.stdout.write(to_text(found, "json"))
    else:
        show("custody").show_changes(found)


@codebook_app.command()
def presets(
    name: Annotated[
        Optional[str],  # noqa: UP045
        typer.Argument(metavar="[NAME]", help="Print this one; list them, if none is given."),
    ] = None,
) -> None:
    """List or print the codebooks that ship with the program."""
    sys.stdout.write(command("codebook-presets")(name))


@codebook_app.command()
def migrate(
    coder: WhoOption = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would be done.")
    ] = False,
    project: ProjectOption = None,
) -> None:
    """Move claims to the codebook's version, each as a decision of yours."""
    done = command("codebook-migrate")(project, coder=coder, dry_run=dry_run)
    would = "would be " if dry_run else ""
    for moved in done:
        tell(
            f"{moved.article}, {moved.coder}: {moved.relabelled} claims {would}relabelled, "
            f"version {moved.version}."
        )
        if moved.notice:
            tell(moved.notice)
        for item in moved.left:
            tell(f"  {item.claim} wears '{item.label}', which is retired: qa-annotate decide")
    if not done:
        tell("Every document is of the codebook's version.")


# ---- the same claim elsewhere -------------------------------------------------------------------


@app.command()
def similar(
    claim: Annotated[
        Optional[str],  # noqa: UP045
        typer.Argument(metavar="[CLAIM]", help="A claim by its id; all, if none is given."),
    ] = None,
    other: Annotated[
        Optional[str],  # noqa: UP045
        typer.Argument(metavar="[OTHER]", help="A claim to compare it with, or to tie it to."),
    ] = None,
    how: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--as", metavar="TIE", help="same, supports, contradicts, repeats; or none."),
    ] = None,
    why: Annotated[
        str, typer.Option("--why", "--reason", metavar="TEXT", help="Why they belong together.")
    ] = "",
    least: Annotated[
        float, typer.Option("--least", metavar="SHARE", help="How alike, from 0 to 1.")
    ] = 0.6,
    coder: WhoOption = None,
    json: JsonOption = False,
    project: ProjectOption = None,
) -> None:
    """Find the same claim in other articles, and tie the two."""
    if other is not None and claim is not None:
        done = command("tie")(claim, other, how=how, why=why, coder=coder, project=project)
        if json:
            sys.stdout.write(to_text(done, "json"))
            return
        if done.other is not None:
            show("similar").show_pair(done)
        if done.edited is not None:
            tell(f"Saved in {done.edited.path}")
        return
    if how is not None:
        raise typer.BadParameter("Which two claims? similar CLAIM OTHER --as TIE")
    found = command("similar")(claim, least=least, project=project)
    for notice in found.notices:
        tell(notice)
    if json:
        sys.stdout.write(to_text(found.claims, "json"))
    else:
        show("similar").show_similar(found.claims)


@app.command()
def corroboration(
    claim: Annotated[
        Optional[str],  # noqa: UP045
        typer.Argument(metavar="[CLAIM]", help="A claim by its id; all, if none is given."),
    ] = None,
    json: JsonOption = False,
    project: ProjectOption = None,
) -> None:
    """Count the independent origins of statements, not how often they appear."""
    found = command("corroboration")(claim, project=project)
    for notice in found.notices:
        tell(notice)
    if json:
        sys.stdout.write(to_text(found.statements, "json"))
    else:
        show("similar").show_corroboration(found.statements)
