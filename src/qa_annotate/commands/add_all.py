"""`add` of many sources at once: read in all cores, written one after another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..core.names import slug
from ..core.results import Batch, Outcome
from ..core.text import sha256_bytes
from ..errors import QaAnnotateError
from ..store import project as store
from ..store.project import Project
from .add import free_name, project_for, written
from .parallel import Progress, each
from .reading import Read, read_bytes, source_bytes
from .recording import Retrieved
from .sources import CRASHED, expanded, read, refused
from .who import likely_coder, named_coder
from .world import now


@dataclass(frozen=True)
class Job:
    """A source to read; None in place of what is known already."""

    path: str
    encoding: str | None


def add_all(
    paths: Sequence[str],
    *,
    project: Path | None = None,
    encoding: str | None = None,
    by: str | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
) -> Batch:
    """Take many sources in: read in all cores, written one after another in the paths' order."""
    sources = expanded(paths)
    home, _ = project_for(project)
    retrieved = Retrieved(at=now(), by=named_coder(by) or likely_coder())
    known = store.sources(home)
    fresh = [Job(path, encoding) for path in sources if _digest(path) not in known]
    done = each(_read_one, fresh, crashed=_crashed, workers=workers, progress=progress)
    found = {job.path: result for job, result in zip(fresh, done, strict=True)}
    outcomes = [_added_one(home, path, found.get(path), retrieved) for path in sources]
    return Batch(outcomes=tuple(outcomes))


def _digest(path: str) -> str | None:
    try:
        return sha256_bytes(source_bytes(path))
    except QaAnnotateError:
        return None


def _read_one(job: Job) -> Read | Outcome:
    try:
        return read_bytes(source_bytes(job.path), job.path, job.encoding)
    except QaAnnotateError as error:
        return refused(job.path, error)


def _crashed(job: Job) -> Read | Outcome:
    return Outcome(path=job.path, verdict="refused", message=CRASHED)


def _added_one(
    project: Project, path: str, found: Read | Outcome | None, retrieved: Retrieved
) -> Outcome:
    if found is None:
        return Outcome(path=path, verdict="known")
    if isinstance(found, Outcome):
        return found
    try:
        name = free_name(project, slug(Path(path).stem), found.name, path)
        article = written(project, name, found, path, retrieved)
    except QaAnnotateError as error:
        return refused(path, error)
    warnings = found.extraction.warnings
    return read(path, len(article.pairs), article.reading.confidence, warnings)
