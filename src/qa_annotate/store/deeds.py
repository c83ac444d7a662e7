"""`project.history.jsonl`: what was purged, renamed and put aside; chained as all logs are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from ..adapters import yaml
from ..core.project import Assignment
from ..core.records import Entry
from ..core.text import sha256_bytes
from .files import read_bytes, read_text
from .journal import FIRST, as_bytes, chained, prove_log, read_log
from .project import Project, load_settings
from .sealing import SealPaths
from .settings import told


def recorded(project: Project, entry: Entry) -> dict[str, bytes]:
    """The project's log with an entry more, by its path. Raises FileError where it is damaged."""
    log = read_log(project.log_path, project.shown(project.log_path))
    return {project.shown(project.log_path): as_bytes(chained(log, [entry]))}


def plain_entry(at: str, by: str, tool: str) -> Entry:
    """An entry that has no place in a log yet."""
    return Entry(seq=1, at=at, coder=by, tool=tool, previous=FIRST)


def old_heads(project: Project, logs: Iterable[Path]) -> tuple[str, ...]:
    """The digests of the last entries of some logs."""
    return tuple(prove_log(path, project.shown(path))[1] for path in sorted(logs))


def old_manifest(project: Project) -> str | None:
    """The digest of the seal's manifest, where there is one."""
    path = SealPaths(project.root).manifest
    return sha256_bytes(read_bytes(path)) if path.exists() else None


def reassigned(project: Project, names: Mapping[str, str | None]) -> dict[str, bytes]:
    """The settings with other names of articles and coders in their assignments; None: nobody's.

    Nothing where that changes nothing.
    """
    before = load_settings(project).assignments
    after = tuple(_reassigned(before, names))
    if after == before:
        return {}
    path = project.settings_path
    data = {"assignments": [told(assignment) for assignment in after]}
    text = yaml.update(read_text(path, project.shown(path)), data, items="assignments")
    return {project.shown(path): text.encode()}


def _reassigned(
    found: Sequence[Assignment], names: Mapping[str, str | None]
) -> Iterator[Assignment]:
    for item in found:
        article = names.get(item.id, item.id)
        coders = [c for who in item.coders if (c := names.get(who, who)) is not None]
        if article is not None:
            yield Assignment(id=article, coders=tuple(coders), sample=item.sample)
