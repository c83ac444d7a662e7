"""`parse --out DIR`: many sources at once. What was done already (same bytes, same parser) is
passed over, so a broken run goes on where it was; one bad source never stops the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..adapters.codec import ShapeError, from_json, to_plain, to_safe_json
from ..core.model import Tool
from ..core.parse import PARSER
from ..core.results import Batch, Outcome
from ..core.text import sha256_bytes
from ..errors import QaAnnotateError
from ..store.files import make_folder, write_whole
from .parallel import Progress, each
from .parse import parse
from .reading import source_bytes
from .sources import CRASHED, expanded, read, refused


@dataclass(frozen=True, kw_only=True)
class Stored:
    """What a parsed source on disk was made from and by; what `parse` gives stands behind it."""

    source: str
    source_sha256: str
    parser: Tool


@dataclass(frozen=True)
class Job:
    """A source, and the file that its structure goes to."""

    path: str
    target: Path
    encoding: str | None


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
    make_folder(out)
    jobs = [Job(path, out / name, encoding) for path, name in targets(sources)]
    done = each(_parse_one, jobs, crashed=_crashed, workers=workers, progress=progress)
    return Batch(outcomes=tuple(done))


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


def _parse_one(job: Job) -> Outcome:
    """Parse one source into its file; never raises for what the source is."""
    try:
        digest = sha256_bytes(source_bytes(job.path))
        if _is_done(job.target, digest):
            return Outcome(path=job.path, verdict="known")
        parsed = parse(job.path, encoding=job.encoding)
        stored = Stored(source=Path(job.path).name, source_sha256=digest, parser=PARSER)
        text = to_safe_json({**to_plain(stored), **to_plain(parsed)})
        write_whole(job.target, f"{text}\n".encode())
    except QaAnnotateError as error:
        return refused(job.path, error)
    return read(job.path, len(parsed.pairs), parsed.reading.confidence, parsed.warnings)


def _is_done(target: Path, digest: str) -> bool:
    """Whether the file was made from these bytes by this parser already."""
    try:
        stored = from_json(target.read_bytes(), Stored)
    except (OSError, ShapeError):
        return False
    return stored.source_sha256 == digest and stored.parser == PARSER


def _crashed(job: Job) -> Outcome:
    return Outcome(path=job.path, verdict="refused", message=CRASHED)
