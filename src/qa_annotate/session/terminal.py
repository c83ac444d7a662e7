"""Whether there is a terminal to paint on; asked before anything that takes time is loaded."""

from __future__ import annotations

import os
import sys

from ..errors import UsageError


def require_terminal(session: str, instead: str) -> None:
    """Refuse to paint where there is nobody to read it: which session, and the next step."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            f"{session} needs a terminal, and this is none (a pipe, or no input).",
            hint=instead,
        )
    if os.environ.get("TERM", "dumb") in ("", "dumb"):
        raise UsageError(
            f"{session} needs a terminal that can place its cursor; TERM says it can't.",
            hint="Set TERM (xterm-256color, say) to what your terminal is.",
        )
