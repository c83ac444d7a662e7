"""The clock, the folder we stand in, and who we are: what commands are given, in one place."""

from __future__ import annotations

import getpass
import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from .. import __version__
from ..core.model import Tool
from ..core.names import slug

TOOL = Tool(name="qa-annotate", version=__version__)


def now() -> str:
    """The time, in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def here() -> Path:
    """The folder that the command was called in."""
    return Path.cwd()


def named_coder(option: str | None) -> str | None:
    """The coder that an option or the environment names, as a slug."""
    name = option or os.environ.get("QA_ANNOTATE_CODER")
    return slug(name) if name and name.strip() else None


def likely_coder() -> str:
    """What a person who gave no name is probably called: their git name, else their login."""
    try:
        told = subprocess.run(
            ["git", "config", "user.name"], capture_output=True, text=True, timeout=5, check=False
        ).stdout.strip()
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        told = ""
    if not told:
        try:
            told = getpass.getuser()
        except (OSError, KeyError):
            told = "coder"
    return slug(told)
