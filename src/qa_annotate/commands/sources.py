"""Which sources some paths name, and how what became of each is told."""

from __future__ import annotations

import glob
from collections.abc import Iterable
from pathlib import Path

from ..core.results import Outcome, Verdict
from ..errors import QaAnnotateError, UsageError

DOUBTFUL = 0.6
"""A reading below this confidence is called doubtful."""

_TEXT = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".srt", ".vtt")
SUFFIXES = frozenset((*_TEXT, ".docx", ".pdf", ".epub"))
"""What is taken from a folder; a file that is named itself is always tried."""

CRASHED = "reading it failed, by a fault of qa-annotate or of the reader for this kind of file"


def expanded(paths: Iterable[str]) -> list[str]:
    """Files that the paths name: files as they are, folders and globs opened, each once, sorted.

    Raises UsageError where they name nothing.
    """
    found: set[str] = set()
    for path in paths:
        place = Path(path)
        if place.is_dir():
            inside = (p for p in place.rglob("*") if p.suffix.lower() in SUFFIXES)
            found |= {str(p) for p in inside if p.is_file()}
        elif place.exists() or not glob.has_magic(path):
            found.add(path)
        else:
            found |= {p for p in glob.glob(path, recursive=True) if Path(p).is_file()}  # noqa: PTH207
    if not found:
        raise UsageError("These paths name no source.", hint="Name files, folders or globs.")
    return sorted(found)


def refused(path: str, error: QaAnnotateError) -> Outcome:
    """The outcome of a source that can't be read."""
    message = f"{error.message} {error.hint or ''}".strip()
    return Outcome(path=path, verdict="refused", message=message)


def read(path: str, pairs: int, confidence: float, warnings: tuple[str, ...]) -> Outcome:
    """The outcome of a source that was read."""
    verdict: Verdict = "read"
    words = "; ".join(warnings)
    if not pairs:
        verdict = "no questions"
    elif confidence < DOUBTFUL or warnings:
        verdict = "doubtful"
        words = words or f"confidence {confidence:.2f}"
    return Outcome(path=path, verdict=verdict, pairs=pairs, message=words)
