"""Commands of reading: parse, structure, add."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Optional

import typer

from .loading import command, show, to_text
from .options import (
    BidiOption,
    EncodingOption,
    ProjectOption,
    WorkersOption,
    app,
    one_of,
    tell,
    write,
)


@app.command()
def parse(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...", help="A source (- is standard input); several with --out."
        ),
    ],
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="tree, json or yaml.")
    ] = "tree",
    out: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("--out", metavar="DIR", help="Write DIR/STEM.json for each source."),
    ] = None,
    why: Annotated[
        bool, typer.Option("--why", help="Say why each block was read as it was.")
    ] = False,
    workers: WorkersOption = None,
    encoding: EncodingOption = None,
) -> None:
    """Print an article's structure: blocks, people, question/answer pairs."""
    one_of(form, ("tree", "json", "yaml"))
    if out is not None:
        _parse_all(files, out, form, encoding, workers)
    elif len(files) > 1:
        raise typer.BadParameter("Several sources need a folder to write to: --out DIR")
    elif why:
        show("structure").show_reasons(*command("why")(files[0], encoding=encoding))
    else:
        _parse_one(files[0], form, encoding)


def _parse_one(file: str, form: str, encoding: str | None) -> None:
    parsed = command("parse")(file, encoding=encoding)
    for warning in parsed.warnings:
        tell(warning)
    if form == "tree":
        show("structure").show_parsed(parsed)
    else:
        write(to_text(parsed, form))


def _parse_all(
    files: list[str], out: Path, form: str, encoding: str | None, workers: int | None
) -> None:
    if form == "yaml":
        raise typer.BadParameter("--out writes JSON: use --format json")
    with show("batch").progress() as progress:
        batch = command("parse-all")(
            files, out, encoding=encoding, workers=workers, progress=progress
        )
    show("batch").show_batch(batch)
    if batch.counts["refused"]:
        raise typer.Exit(1)


@app.command()
def structure(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="An article by name.")],
    coder: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--coder", metavar="NAME", help="Who corrects."),
    ] = None,
    force: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--force", metavar="REASON", help="Although somebody has read part of it."),
    ] = None,
    again: Annotated[
        bool,
        typer.Option("--reparse", help="Read the source again; corrections are made again."),
    ] = False,
    bidi: BidiOption = None,
    project: ProjectOption = None,
) -> None:
    """Correct how an article was read: roles, speakers, where blocks are cut."""
    if again:
        _reparsed(command("reparse")(article, coder=coder, force=force, project=project))
        return
    done = command("structure")(article, coder=coder, force=force, bidi=bidi, project=project)
    tell(f"{done.corrections} corrections stand, {done.pairs} pairs, {done.units} units.")
    if done.corrections:
        tell(f"Saved in {done.path}")


def _reparsed(made: Any) -> None:
    if not made.changed:
        tell("The source reads as before; nothing was changed.")
        return
    tell(f"Read again: {made.pairs} pairs (before: {made.pairs_before}).")
    if made.corrections or made.lost:
        lost = f"; {made.lost} no longer fit, make them again" if made.lost else ""
        tell(f"{made.corrections} corrections were made again{lost}.")


@app.command()
def add(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE...", help="Files, folders, globs, a URL, or -."),
    ],
    name: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--name", metavar="NAME", help="What to call the article."),
    ] = None,
    workers: WorkersOption = None,
    project: ProjectOption = None,
    encoding: EncodingOption = None,
) -> None:
    """Take sources into the project, recording who did it and when."""
    several = len(sources) > 1 or Path(sources[0]).is_dir() or set("*?[") & set(sources[0])
    if name is not None or not several or "://" in sources[0]:
        _add_one(sources, name, project, encoding)
        return
    with show("batch").progress() as progress:
        batch = command("add-all")(
            sources, project=project, encoding=encoding, workers=workers, progress=progress
        )
    show_batch(batch)


def _add_one(
    sources: list[str], name: str | None, project: Path | None, encoding: str | None
) -> None:
    if len(sources) > 1:
        raise typer.BadParameter("--name is for one source.")
    how = "add-url" if "://" in sources[0] else "add"
    added = command(how)(sources[0], project=project, name=name, encoding=encoding)
    for notice in added.notices:
        tell(notice)
    verb = "added" if added.new else "known already"
    tell(f"{added.article}: {verb}. Next: qa-annotate open {added.article}")


def show_batch(batch: Any) -> None:
    show("batch").show_batch(batch)
    if batch.counts["refused"]:
        raise typer.Exit(1)
