"""Where errors become words: the one place that catches them."""

from __future__ import annotations

import os
import sys

import typer

from ..core.text import visible
from ..errors import QaAnnotateError, UsageError
from .app import app


def run() -> int:
    """Run the command line; the exit code: 0 done, 1 problems or refused, 2 called wrongly."""
    try:
        app()
    except QaAnnotateError as error:
        return _refused(error)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except typer.Exit as done:
        return int(done.exit_code)
    return 0


def _refused(error: QaAnnotateError) -> int:
    hint = f"\n  {error.hint}" if error.hint else ""
    told = visible(f"qa-annotate: {error.message}{hint}", keep_newlines=True)
    print(told, file=sys.stderr)
    return 2 if isinstance(error, UsageError) else 1
