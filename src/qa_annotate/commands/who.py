"""Who codes: named by an option or the environment, else what the machine calls them."""

from __future__ import annotations

import getpass
import os
import subprocess

from ..core.names import coder_slug


def named_coder(option: str | None) -> str | None:
    """The coder that an option or the environment names, as a slug."""
    name = option or os.environ.get("QA_ANNOTATE_CODER")
    return coder_slug(name) if name and name.strip() else None


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
    return coder_slug(told)
