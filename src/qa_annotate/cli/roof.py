"""Where errors become words: the one place that catches them."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from pathlib import Path

import typer

from ..core.text import visible
from ..errors import QaAnnotateError, UsageError
from .app import loaded


def run() -> int:
    """Run the command line; the exit code: 0 done, 1 problems or refused, 2 called wrongly."""
    try:
        loaded(sys.argv[1:])(prog_name="qa-annotate")
    except QaAnnotateError as error:
        return _refused(error)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except OSError as error:
        if error.errno == errno.EIO:
            return 129  # the terminal is gone, and with it whoever could read a sentence
        return _our_fault(error)
    except typer.Exit as done:
        return int(done.exit_code)
    except Exception as fault:
        return _our_fault(fault)
    return 0


def _our_fault(fault: Exception) -> int:
    """A mistake of ours: a sentence for the person, the traceback in a file for who mends it."""
    told = f"qa-annotate: this is a fault in qa-annotate itself ({type(fault).__name__})."
    try:
        path = Path(os.environ.get("TMPDIR", "/tmp")) / f"qa-annotate-fault-{os.getpid()}.txt"
        path.write_text("".join(traceback.format_exception(fault)), encoding="utf-8")
        told += f"\n  What was saved is safe. Please report it, with {path}"
    except OSError:
        pass
    print(visible(told, keep_newlines=True), file=sys.stderr)
    return 70


def _refused(error: QaAnnotateError) -> int:
    hint = f"\n  {error.hint}" if error.hint else ""
    told = visible(f"qa-annotate: {error.message}{hint}", keep_newlines=True)
    print(told, file=sys.stderr)
    return 2 if isinstance(error, UsageError) else 1
