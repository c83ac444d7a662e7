"""The command line's own app, the options that several commands share, and how they speak."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Optional

import typer

from ..core.text import visible
from ..errors import Problem
from .loading import to_text

app = typer.Typer(
    name="qa-annotate",
    help="Label claims in interview articles, with provenance and inter-coder agreement.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

JsonOption = Annotated[bool, typer.Option("--json", help="As JSON.")]

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
UnblindOption = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--unblind", metavar="REASON", help="Though coding is blind; goes on record."),
]
RedactOption = Annotated[
    bool, typer.Option("--redact", help="With pseudonyms for the names in people.yaml.")
]
IncludeSensitiveOption = Annotated[
    bool, typer.Option("--include-sensitive", help="Even people whom it may endanger.")
]
BidiOption = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(
        "--bidi",
        metavar="WHO",
        envvar="QA_ANNOTATE_BIDI",
        show_envvar=False,
        help="Who arranges Arabic or Hebrew: app, terminal, off.",
    ),
]
ReadOnlyOption = Annotated[
    bool, typer.Option("--read-only", help="Look only: nothing is locked, nothing written.")
]
ArticlesArgument = Annotated[
    Optional[list[str]],  # noqa: UP045
    typer.Argument(metavar="[ARTICLE]...", help="Articles by name; all, if none is given."),
]


def read_line(prompt: str) -> str | None:
    """A line from standard input; None at its end."""
    try:
        return input(prompt)
    except EOFError:
        return None


def ask(question: str, offer: str) -> str:
    """Ask the person something, offering an answer."""
    return str(typer.prompt(question, default=offer, err=True))


def tell(sentence: str) -> None:
    """Tell the person something, on standard error."""
    typer.echo(visible(sentence), err=True)


def tell_hidden(documents: tuple[str, ...]) -> None:
    """Tell which documents a blind project keeps out of sight."""
    if documents:
        tell(f"Not shown, since this project is coded blind: {', '.join(documents)}")


def confirming() -> Callable[[str], str] | None:
    """What asks for words in a terminal; None where nobody can type them."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return None
    return lambda question: str(
        typer.prompt(visible(question), default="", show_default=False, err=True)
    )


def write(text: str) -> None:
    """Write a result to standard output; on a terminal, nothing in it may steer the screen."""
    sys.stdout.write(visible(text, keep_newlines=True) if sys.stdout.isatty() else text)


def write_problems(problems: Sequence[Problem], json: bool) -> None:
    """Write problems, one a line or as JSON; exits with 1 where there is any."""
    if json:
        write(to_text(problems, "json"))
    else:
        for problem in problems:
            typer.echo(visible(str(problem)))
    if problems:
        raise typer.Exit(1)
    if not json:
        tell("No problems.")


def one_of(form: str, known: tuple[str, ...]) -> None:
    """Refuse a format that isn't known."""
    if form not in known:
        raise typer.BadParameter(f"'{form}' is not one of {', '.join(known)}.")
