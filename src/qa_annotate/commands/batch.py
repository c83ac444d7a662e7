"""Many sources at once: `parse --out DIR` and `add` over files, folders and globs, in all cores.

The result depends neither on the number of workers nor on the order. One bad source never stops the
rest, and what was done already (same bytes, same parser) is passed over, so a broken run goes on
where it was.
"""

from __future__ import annotations

import glob
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from ..adapters.codec import ShapeError, from_json, to_plain, to_safe_json
from ..core.model import Tool
from ..core.parse import PARSER
from ..core.results import Batch, Outcome, Parsed, Verdict
from ..core.text import sha256_bytes
from ..errors import QaAnnotateError, UsageError
from ..store.files import make_folder, write_whole
from .parse import parse
from .reading import source_bytes

DOUBTFUL = 0.6
"""A reading below this confidence is called doubtful."""

SUFFIXES = frozenset(
    [
        ".txt",
        ".md",
        ".markdown",
        ".html",
        ".htm",
        ".xhtml",
        ".docx",
        ".pdf",
        ".epub",
        ".srt",
        ".vtt",
    ]
)
"""What is taken from a folder; a file that is named itself is always tried."""


@dataclass(frozen=True, kw_only=True)
class Stored:
    """A parsed source on disk: what it was made from and by, then what `parse` gives."""

    source: str
    source_sha256: str
    parser: Tool


Progress = Callable[[int, int], None]
"""Told how many of how many sources are done."""


def parse_all(
    paths: Sequence[str],
    out: Path,
    *,
    encoding: str | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
) -> Batch:
    """Parse each source into `out`/STEM.json.

    Raises UsageError where the paths name nothing, StoreError where `out` can't be made.
    """
    sources = expanded(paths)
    if not sources:
        raise UsageError("These paths name no source.", hint="Name files, folders or globs.")
    make_folder(out)
    jobs = [(path, str(out / name), encoding) for path, name in targets(sources)]
    done = list(_in_parallel(jobs, workers or os.cpu_count() or 1, progress))
    return Batch(outcomes=tuple(sorted(done, key=lambda outcome: outcome.path)))


def expanded(paths: Iterable[str]) -> list[str]:
    """Files that the paths name: files as they are, folders and globs opened, each once, sorted."""
    found: set[str] = set()
    for path in paths:
        place = Path(path)
        if place.is_dir():
            found |= {str(p) for p in place.rglob("*") if p.suffix.lower() in SUFFIXES}
        elif place.exists() or not glob.has_magic(path):
            found.add(path)
        else:
            found |= {p for p in glob.glob(path, recursive=True) if Path(p).is_file()}  # noqa: PTH207
    return sorted(found)


def targets(sources: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each source with the name of its file: STEM.json, or NAME.json where two share a stem."""
    stems = Counter(Path(path).stem.casefold() for path in sources)
    names = Counter(Path(path).name.casefold() for path in sources)
    for path in sources:
        place = Path(path)
        if stems[place.stem.casefold()] == 1:
            yield path, f"{place.stem}.json"
        elif names[place.name.casefold()] == 1:
            yield path, f"{place.name}.json"
        else:
            yield path, f"{place.name}.{sha256_bytes(path.encode())[:8]}.json"


def parse_one(path: str, target: str, encoding: str | None) -> Outcome:
    """Parse one source into one file; never raises for what the source is."""
    try:
        digest = sha256_bytes(source_bytes(path))
        if _done(Path(target), digest):
            return Outcome(path=path, verdict="known")
        parsed = parse(path, encoding=encoding)
        _write(Path(target), path, digest, parsed)
    except QaAnnotateError as error:
        return Outcome(path=path, verdict="refused", message=_sentence(error))
    except (RecursionError, MemoryError) as error:
        return Outcome(path=path, verdict="refused", message=f"too deep or too large: {error}")
    return _outcome(path, parsed)


def _outcome(path: str, parsed: Parsed) -> Outcome:
    verdict: Verdict = "read"
    if not parsed.pairs:
        verdict = "no questions"
    elif parsed.reading.confidence < DOUBTFUL or parsed.warnings:
        verdict = "doubtful"
    words = "; ".join(parsed.warnings) if verdict == "doubtful" else ""
    return Outcome(path=path, verdict=verdict, pairs=len(parsed.pairs), message=words)


def _sentence(error: QaAnnotateError) -> str:
    return f"{error.message} {error.hint or ''}".strip()


def _done(target: Path, digest: str) -> bool:
    """Whether the file was made from these bytes by this parser already."""
    try:
        stored = from_json(target.read_bytes(), Stored)
    except (OSError, ShapeError):
        return False
    return stored.source_sha256 == digest and stored.parser == PARSER


def _write(target: Path, path: str, digest: str, parsed: Parsed) -> None:
    stored = Stored(source=Path(path).name, source_sha256=digest, parser=PARSER)
    write_whole(target, (to_safe_json({**to_plain(stored), **to_plain(parsed)}) + "\n").encode())


# ---- workers ------------------------------------------------------------------------------------

Job = tuple[str, str, str | None]


def _in_parallel(jobs: Sequence[Job], workers: int, progress: Progress | None) -> Iterator[Outcome]:
    """Every job's outcome as it comes. A job that takes its worker down is refused alone."""
    if workers == 1 or len(jobs) == 1:
        for count, job in enumerate(jobs, start=1):
            yield parse_one(*job)
            _tell(progress, count, len(jobs))
        return
    left = list(jobs)
    while left:
        finished: list[Job] = []
        try:
            for job, outcome in _pool(left, workers):
                finished.append(job)
                yield outcome
                _tell(progress, len(jobs) - len(left) + len(finished), len(jobs))
        except BrokenProcessPool:
            left = [job for job in left if job not in finished]
            yield _alone(left.pop(0))
            continue
        left = []


def _pool(jobs: Sequence[Job], workers: int) -> Iterator[tuple[Job, Outcome]]:
    """Jobs through a pool of processes, never more waiting than twice the workers."""
    waiting: dict[Future[Outcome], Job] = {}
    queue = iter(jobs)
    with ProcessPoolExecutor(max_workers=min(workers, len(jobs))) as pool:
        for job in queue:
            waiting[pool.submit(parse_one, *job)] = job
            if len(waiting) >= 2 * workers:
                yield from _finished(waiting)
        while waiting:
            yield from _finished(waiting)


def _finished(waiting: dict[Future[Outcome], Job]) -> Iterator[tuple[Job, Outcome]]:
    done, _ = wait(waiting, return_when=FIRST_COMPLETED)
    for future in done:
        yield waiting.pop(future), future.result()


def _alone(job: Job) -> Outcome:
    """A job in a process of its own, since one of its kind took its worker down."""
    try:
        with ProcessPoolExecutor(max_workers=1) as pool:
            return pool.submit(parse_one, *job).result()
    except BrokenProcessPool:
        words = "the reader for this kind of file crashed on it"
        return Outcome(path=job[0], verdict="refused", message=words)


def _tell(progress: Progress | None, done: int, of: int) -> None:
    if progress is not None:
        progress(done, of)
