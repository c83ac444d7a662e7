"""Commands of coding: open, assign, status, check, export, schema."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from ..core.wording import count
from .loading import command, show, to_text
from .options import (
    ArticlesArgument,
    BidiOption,
    CodersOption,
    EncodingOption,
    IncludeSensitiveOption,
    JsonOption,
    ProjectOption,
    ReadOnlyOption,
    RedactOption,
    UnblindOption,
    app,
    ask,
    confirming,
    read_line,
    tell,
    write,
    write_problems,
)


@app.command("open")
def open_(
    article: Annotated[
        Optional[str],  # noqa: UP045
        typer.Argument(help="A file, or an article by name; the last one, if none is given."),
    ] = None,
    coder: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--coder", metavar="NAME", help="Who codes (or set QA_ANNOTATE_CODER)."),
    ] = None,
    round_: Annotated[
        Optional[int],  # noqa: UP045
        typer.Option("--round", metavar="N", min=1, help="Your second coding of it, or a later."),
    ] = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="Lines and prompts, one sentence at a time.")
    ] = False,
    mouse: Annotated[
        bool, typer.Option("--mouse/--no-mouse", help="Take the mouse's clicks and wheel.")
    ] = True,
    bidi: BidiOption = None,
    read_only: ReadOnlyOption = False,
    project: ProjectOption = None,
    encoding: EncodingOption = None,
) -> None:
    """Label an article's claims in a session."""
    found = command("find")(
        article,
        coder=coder,
        again=(round_ or 1) > 1,
        project=project,
        screen=not plain,
        known_only=read_only,
    )
    if found is None:
        found = command("take-in")(article, project=project, encoding=encoding)
    left = command("open")(
        found,
        coder=coder,
        round_=round_,
        plain=(read_line, typer.echo) if plain else None,
        mouse=mouse,
        read_only=read_only,
        bidi=bidi,
        ask=ask,
        tell=tell,
        propose=lambda *of: command("proposals")(*of),
    )
    state = "finished" if left.finished else "open"
    tell(f"{count(left.claims, 'claim')}, {left.decided} of {left.units} units decided, {state}.")
    tell(f"{count(left.minutes, 'minute')}; passages with something left: {left.passages_left}.")
    if (left.claims or left.decided) and not read_only:
        tell(f"Saved in {left.path}")


@app.command()
def assign(
    articles: ArticlesArgument = None,
    coders: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--coders", metavar="A,B", help="Who codes; as last time, if not given."),
    ] = None,
    per_article: Annotated[
        Optional[int],  # noqa: UP045
        typer.Option("--per-article", metavar="N", help="Coders of an article of the sample; 2."),
    ] = None,
    overlap: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--overlap", metavar="SHARE", help="The reliability sample's share: 20%."),
    ] = None,
    seed: Annotated[
        Optional[int],  # noqa: UP045
        typer.Option("--seed", metavar="N", help="Of the draw; drawn itself, if not given."),
    ] = None,
    new_coders: Annotated[
        bool, typer.Option("--new-coders", help="Some of --coders are new to the project.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show it.")] = False,
    json: JsonOption = False,
    project: ProjectOption = None,
) -> None:
    """Share the articles out among coders, with a reliability sample."""
    found = command("assign")(
        articles or (),
        coders=coders.split(",") if coders is not None else (),
        per_article=per_article,
        overlap=overlap,
        seed=seed,
        new_coders=new_coders,
        dry_run=dry_run,
        project=project,
    )
    if json:
        write(to_text(found, "json"))
    else:
        show("assign").show_assigned(found)
    if not found.added:
        tell("Every article is assigned already.")
        return
    done = "would be assigned; nothing was written" if dry_run else f"assigned in {found.path}"
    tell(f"{len(found.added)} articles {done}. Sample: {found.sample} in all; seed {found.seed}.")


@app.command()
def status(
    articles: ArticlesArgument = None,
    project: ProjectOption = None,
    json: JsonOption = False,
) -> None:
    """Show how far each coder is with each article."""
    found = command("status")(project, articles or ())
    for notice in found.notices:
        tell(notice)
    if json:
        write(to_text(found, "json"))
    else:
        show("status").show_status(found)


@app.command()
def check(
    project: ProjectOption = None,
    json: JsonOption = False,
) -> None:
    """Find every problem in the project's files."""
    write_problems(command("check")(project), json)


@app.command()
def export(
    articles: ArticlesArgument = None,
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="yaml, jsonl, csv or prov.")
    ] = "yaml",
    coder: CodersOption = None,
    out: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("--out", metavar="FILE", help="Write to a file, not to standard output."),
    ] = None,
    orphaned: Annotated[
        bool, typer.Option("--orphaned", help="Claims too that have no place in the text.")
    ] = False,
    unblind: UnblindOption = None,
    redact: RedactOption = False,
    include_sensitive: IncludeSensitiveOption = False,
    project: ProjectOption = None,
) -> None:
    """Export labelled claims with their articles and provenance."""
    done = command("export")(
        form,
        project=project,
        articles=articles or (),
        coders=coder or (),
        out=out,
        orphaned=orphaned,
        unblind=unblind,
        redact=redact,
        include_sensitive=include_sensitive,
        confirm=confirming(),
    )
    for notice in done.notices:
        tell(notice)
    if done.out is None:
        write(done.text)
    else:
        tell(f"{done.claims} claims written to {done.out}")


@app.command()
def schema(
    name: Annotated[
        str, typer.Argument(help="article, annotation, codebook, history, people, project, seal.")
    ],
) -> None:
    """Print the JSON Schema of one of the project's files."""
    write(command("schema")(name))
