"""The commands as Typer sees them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any, Optional

import typer

from .loading import command, console, to_text

app = typer.Typer(
    name="qa-annotate",
    help="Label claims in interview articles, with provenance and inter-coder agreement.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

# Typer reads annotations at run time; Optional stays readable for it on every Python we support.
ProjectOption = Annotated[
    Optional[Path],  # noqa: UP045
    typer.Option("--project", metavar="DIR", help="The folder that holds annotations/."),
]
EncodingOption = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--encoding", metavar="NAME", help="Read the source in this encoding."),
]
WorkersOption = Annotated[
    Optional[int],  # noqa: UP045
    typer.Option("--workers", min=1, metavar="N", help="Processes at once; all cores else."),
]
CodersOption = Annotated[
    Optional[list[str]],  # noqa: UP045
    typer.Option("--coder", metavar="NAME", help="Only this coder (may be given again)."),
]
ArticlesArgument = Annotated[
    Optional[list[str]],  # noqa: UP045
    typer.Argument(metavar="[ARTICLE]...", help="Articles by name; all, if none is given."),
]


def _version(asked: bool) -> None:
    if asked:
        from .. import __version__

        typer.echo(f"qa-annotate {__version__}")
        raise typer.Exit


@app.callback()
def top(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version.")
    ] = False,
) -> None:
    """Label claims in interview articles, with provenance and inter-coder agreement."""


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
    project: ProjectOption = None,
    encoding: EncodingOption = None,
) -> None:
    """Label an article's claims in a session."""
    left = command("open")(
        article, coder=coder, project=project, encoding=encoding, ask=_ask, tell=_tell
    )
    state = "finished" if left.finished else "open"
    _tell(f"{left.claims} claims, {left.decided} of {left.units} units decided, {state}.")
    if left.claims or left.decided:
        _tell(f"Saved in {left.path}")


def _ask(question: str, offer: str) -> str:
    return str(typer.prompt(question, default=offer, err=True))


def _tell(sentence: str) -> None:
    from ..core.text import visible

    typer.echo(visible(sentence), err=True)


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
    _one_of(form, ("tree", "json", "yaml"))
    if out is not None:
        _parse_all(files, out, form, encoding, workers)
    elif len(files) > 1:
        raise typer.BadParameter("Several sources need a folder to write to: --out DIR")
    elif why:
        console().show_reasons(*command("why")(files[0], encoding=encoding))
    else:
        _parse_one(files[0], form, encoding)


def _parse_one(file: str, form: str, encoding: str | None) -> None:
    parsed = command("parse")(file, encoding=encoding)
    for warning in parsed.warnings:
        _tell(warning)
    if form == "tree":
        console().show_parsed(parsed)
    else:
        sys.stdout.write(to_text(parsed, form))


def _parse_all(
    files: list[str], out: Path, form: str, encoding: str | None, workers: int | None
) -> None:
    if form == "yaml":
        raise typer.BadParameter("--out writes JSON: use --format json")
    with console().progress() as progress:
        batch = command("parse-all")(
            files, out, encoding=encoding, workers=workers, progress=progress
        )
    console().show_batch(batch)
    if batch.counts["refused"]:
        raise typer.Exit(1)


def _one_of(form: str, known: tuple[str, ...]) -> None:
    if form not in known:
        raise typer.BadParameter(f"'{form}' is not one of {', '.join(known)}.")


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
    project: ProjectOption = None,
) -> None:
    """Correct how an article was read: roles, speakers, where blocks are cut."""
    done = command("structure")(article, coder=coder, force=force, project=project)
    _tell(f"{done.corrections} corrections stand, {done.pairs} pairs, {done.units} units.")
    if done.corrections:
        _tell(f"Saved in {done.path}")


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
    with console().progress() as progress:
        batch = command("add-all")(
            sources, project=project, encoding=encoding, workers=workers, progress=progress
        )
    _show_batch(batch)


def _add_one(
    sources: list[str], name: str | None, project: Path | None, encoding: str | None
) -> None:
    if len(sources) > 1:
        raise typer.BadParameter("--name is for one source.")
    added = command("add")(sources[0], project=project, name=name, encoding=encoding)
    for notice in added.notices:
        _tell(notice)
    verb = "added" if added.new else "known already"
    _tell(f"{added.article}: {verb}. Next: qa-annotate open {added.article}")


def _show_batch(batch: Any) -> None:
    console().show_batch(batch)
    if batch.counts["refused"]:
        raise typer.Exit(1)


@app.command()
def check(
    project: ProjectOption = None,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Find every problem in the project's files."""
    problems = command("check")(project)
    if json:
        sys.stdout.write(to_text(problems, "json"))
    else:
        from ..core.text import visible

        for problem in problems:
            typer.echo(visible(str(problem)))
    if problems:
        raise typer.Exit(1)
    if not json:
        _tell("No problems.")


@app.command()
def status(
    articles: ArticlesArgument = None,
    project: ProjectOption = None,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Show how far each coder is with each article."""
    found = command("status")(project, articles or ())
    for notice in found.notices:
        _tell(notice)
    if json:
        sys.stdout.write(to_text(found, "json"))
    else:
        console().show_status(found)


@app.command()
def export(
    articles: ArticlesArgument = None,
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="yaml, jsonl or csv.")
    ] = "yaml",
    coder: CodersOption = None,
    out: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("--out", metavar="FILE", help="Write to a file, not to standard output."),
    ] = None,
    project: ProjectOption = None,
) -> None:
    """Export labelled claims with their articles and provenance."""
    done = command("export")(
        form, project=project, articles=articles or (), coders=coder or (), out=out
    )
    for notice in done.notices:
        _tell(notice)
    if done.out is None:
        sys.stdout.write(done.text)
    else:
        _tell(f"{done.claims} claims written to {done.out}")


@app.command()
def agreement(
    articles: ArticlesArgument = None,
    coder: CodersOption = None,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
    project: ProjectOption = None,
) -> None:
    """Report how far coders agree, and where they don't."""
    report = command("agreement")(articles or (), project=project, coders=coder or ())
    for notice in report.notices:
        _tell(notice)
    if json:
        sys.stdout.write(to_text(report, "json"))
    else:
        console().show_agreement(report)


@app.command()
def schema(
    name: Annotated[str, typer.Argument(help="article, annotation, codebook, history, project.")],
) -> None:
    """Print the JSON Schema of one of the project's files."""
    sys.stdout.write(command("schema")(name))
