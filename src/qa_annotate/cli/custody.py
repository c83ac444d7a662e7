"""Commands of custody: log, seal, verify, merge-log, reanchor, import."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Optional

import typer

from ..core.text import visible
from .loading import command, show, to_text
from .options import EncodingOption, JsonOption, ProjectOption, app, tell, tell_hidden

CoderOption = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--coder", metavar="NAME", help="Only this coder."),
]
ArticleArgument = Annotated[
    Optional[str],  # noqa: UP045
    typer.Argument(metavar="[ARTICLE]", help="An article by name; all, if none is given."),
]


@app.command()
def log(
    article: ArticleArgument = None,
    coder: CoderOption = None,
    claim: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--claim", metavar="ID", help="Only what happened to this claim."),
    ] = None,
    since: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--since", metavar="TIME", help="Only from this day or time on."),
    ] = None,
    as_of: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--as-of", metavar="TIME", help="The document as it stood then, as YAML."),
    ] = None,
    json: JsonOption = False,
    project: ProjectOption = None,
) -> None:
    """Show what happened: who, when, what, from, to, why."""
    if as_of is not None:
        if claim is not None or since is not None or json:
            raise typer.BadParameter("--as-of shows a document: use it without the others.")
        tell_hidden(command("out-of-sight")(project))
        document = command("as-of")(as_of, article, coder=coder, project=project)
        sys.stdout.write(visible(document, keep_newlines=True))
        return
    tell_hidden(command("out-of-sight")(project))
    found = command("log")(article, coder=coder, claim=claim, since=since, project=project)
    if json:
        sys.stdout.write(to_text(found, "json"))
    else:
        show("log").show_log(found)


@app.command()
def seal(
    key: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("--key", metavar="FILE", help="Sign with this SSH key."),
    ] = None,
    no_sign: Annotated[
        bool, typer.Option("--no-sign", help="Don't sign, even where there is an SSH key.")
    ] = False,
    coder: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--coder", metavar="NAME", help="Who seals."),
    ] = None,
    token: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("--timestamp-token", metavar="FILE", help="Put a token beside the seal."),
    ] = None,
    url: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--timestamp-url", metavar="URL", help="Have this authority stamp the seal."),
    ] = None,
    project: ProjectOption = None,
) -> None:
    """Write down what every file is now, signed and time-stamped where that can be done."""
    if key is not None and no_sign:
        raise typer.BadParameter("--key and --no-sign contradict each other.")
    if token is not None:
        if key is not None or url is not None:
            raise typer.BadParameter("--timestamp-token is for a seal that stands already.")
        done = command("attach-token")(token, project)
    else:
        done = command("seal")(project, key=key, signing=not no_sign, by=coder, url=url)
    for notice in done.notices:
        tell(notice)
    signed = f", signed by {done.signer.name} ({done.signer.key})" if done.signer else ""
    stamped = f", time-stamped {done.stamped}" if done.stamped else ""
    tell(f"Sealed: {done.files} files, {done.logs} logs{signed}{stamped}. See MANIFEST.sha256")


@app.command()
def verify(
    signers: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("--signers", metavar="FILE", help="Allowed signers kept elsewhere."),
    ] = None,
    json: JsonOption = False,
    project: ProjectOption = None,
) -> None:
    """Hold every file, chain, signature and token against the seal, offline."""
    found = command("verify")(project, signers=signers)
    if json:
        sys.stdout.write(to_text(found, "json"))
    else:
        for problem in found.problems:
            typer.echo(visible(str(problem)))
        for words in found.proved:
            tell(words)
    if found.problems:
        raise typer.Exit(1)


@app.command("merge-log")
def merge_log(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="An article by name.")],
    other: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Argument(metavar="[FILE]", help="The other log; none where one file holds both."),
    ] = None,
    coder: Annotated[
        str, typer.Option("--coder", metavar="NAME", help="Whose log was written twice.")
    ] = "",
    structure: Annotated[
        bool, typer.Option("--structure", help="The log of the article's structure; not a coder's.")
    ] = False,
    project: ProjectOption = None,
) -> None:
    """Join the logs of one coder who worked on two machines."""
    if structure:
        done = command("merge-structure")(article, other, coder=coder or None, project=project)
    elif coder.strip():
        done = command("merge-log")(article, other, coder=coder, project=project)
    else:
        raise typer.BadParameter("Whose log? --coder NAME, or --structure")
    for notice in done.notices:
        tell(notice)
    for path in done.kept:
        tell(f"Kept: {path}")
    tell(f"{done.entries} entries were taken in.")
    if done.both and structure:
        tell(
            f"Corrected on both sides, ours stands: {'; '.join(done.both)}. Look at them with: "
            f"qa-annotate structure {article}"
        )
    elif done.both:
        tell(
            f"Changed on both sides, both versions stand: {', '.join(done.both)}. Look at them "
            "in a session; qa-annotate check names their lines."
        )


@app.command()
def reanchor(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="An article by name.")],
    source: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Argument(metavar="[NEWFILE]", help="The new version; none to catch up."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would become of each claim.")
    ] = False,
    accept: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--accept", metavar="CLAIM", help="Put an orphaned claim on a proposal."),
    ] = None,
    choose: Annotated[
        int, typer.Option("--choose", metavar="N", help="Which proposal, counted from 1.")
    ] = 1,
    words: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--words", metavar="TEXT", help="The words it stands on, where none fits."),
    ] = None,
    coder: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--coder", metavar="NAME", help="Who does it."),
    ] = None,
    json: JsonOption = False,
    project: ProjectOption = None,
    encoding: EncodingOption = None,
) -> None:
    """Give an article a new text; claims go with their words, or wait for a person."""
    if accept is not None:
        if source is not None or dry_run or json:
            raise typer.BadParameter("--accept is for an article that was re-anchored already.")
        done = command("place")(accept, choose, words=words, coder=coder, project=project)
        tell(f"{done.claim.id} stands on: {done.claim.quote}")
        return
    found = command("reanchor")(
        article, source, project=project, coder=coder, encoding=encoding, dry_run=dry_run
    )
    for notice in found.notices:
        tell(notice)
    tell_hidden(found.hidden)
    if json:
        sys.stdout.write(to_text(found, "json"))
    elif found.claims or not found.hidden:
        show("reanchor").show_reanchoring(found.claims)


@app.command("import")
def import_(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Files with claims.")],
    article: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--article", metavar="NAME", help="The article that the claims are about."),
    ] = None,
    into: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--into", metavar="NAME", help="All into this coder's document."),
    ] = None,
    label: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--label", metavar="LABEL", help="The label of claims whose tag is none."),
    ] = None,
    coder: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--coder", metavar="NAME", help="Who imports."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would become of each claim.")
    ] = False,
    json: JsonOption = False,
    project: ProjectOption = None,
) -> None:
    """Take claims from exports or W3C Web Annotations, put on their words."""
    found = command("import")(
        files,
        article=article,
        into=into,
        label=label,
        coder=coder,
        dry_run=dry_run,
        project=project,
    )
    for notice in found.notices:
        tell(notice)
    if json:
        sys.stdout.write(to_text(found, "json"))
        return
    if found.claims:
        show("reanchor").show_reanchoring(found.claims)
    told = {"new": "new", "both": "beside another version", "known": "there already"}
    tell(", ".join(f"{found.fates.get(fate, 0)} {words}" for fate, words in told.items()) + ".")
