"""Who codes: named by an option or the environment, else what the machine calls them."""

from __future__ import annotations

import getpass
import os
import subprocess

from ..core.names import coder_slug, person
from ..errors import UsageError
from ..store.documents import ADJUDICATED
from ..store.place import recall


def named_coder(option: str | None) -> str | None:
    """The coder that an option or the environment names, as a slug.

    Raises UsageError for the name that adjudicated documents have.
    """
    name = option or os.environ.get("QA_ANNOTATE_CODER")
    coder = coder_slug(name) if name and name.strip() else None
    if coder is not None and person(coder) == ADJUDICATED:
        raise UsageError(
            f"'{ADJUDICATED}' is no name for a person here: what was settled is called so.",
            hint="Say who you are: --coder NAME",
        )
    return coder


def who_edits(coder: str | None) -> str:
    """The person at the keyboard: named, remembered from sessions, or what the machine says."""
    return named_coder(coder) or recall().coder or likely_coder()


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
