"""The clock, the folder we stand in, and the program's own name, in one place."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from .. import __version__
from ..core.model import Tool

TOOL = Tool(name="qa-annotate", version=__version__)


def now() -> str:
    """The time, in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def here() -> Path:
    """The folder that the command was called in."""
    return Path.cwd()
