"""Copies of evidence, kept beside the article under the digest of their bytes."""

from __future__ import annotations

import re
from pathlib import Path

from ..core.text import sha256_bytes
from .files import make_folder, read_bytes, write_if_missing
from .project import Project

_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,10}\Z")


def folder(project: Project, article: str) -> Path:
    """Where the copies lie."""
    return project.folder(article) / "evidence"


def keep(project: Project, article: str, data: bytes, suffix: str) -> Path:
    """Keep some bytes, once; where they lie."""
    have = stored(project, article, sha256_bytes(data))
    if have is not None:
        return have
    ending = suffix.lower() if _SUFFIX.match(suffix) else ""
    path = folder(project, article) / f"{sha256_bytes(data)}{ending}"
    make_folder(path.parent)
    write_if_missing(path, data)
    return path


def stored(project: Project, article: str, digest: str) -> Path | None:
    """The copy with that digest in its name, if there is one."""
    place = folder(project, article)
    if not re.fullmatch(r"[0-9a-f]{64}", digest) or not place.is_dir():
        return None
    return next(iter(sorted(place.glob(f"{digest}*"))), None)


def is_whole(path: Path) -> bool:
    """Whether a copy still has the bytes that its name tells."""
    return path.name.startswith(sha256_bytes(read_bytes(path)))
