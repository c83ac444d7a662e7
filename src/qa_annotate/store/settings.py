"""Changing `project.yaml`: what people wrote by hand, comments and unknown keys, stays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..adapters import yaml
from ..adapters.codec import to_plain
from ..core.project import PROJECT_FORMAT, Assignment, Draw
from .files import make_folder, read_text, write_whole
from .project import Project, schema_header


def write_assignments(
    project: Project, assignments: Sequence[Assignment], draws: Sequence[Draw]
) -> None:
    """Put assignments and how they were drawn into the settings.

    Raises StoreError where the file can't be written; then it stands as it was.
    """
    path = project.settings_path
    data = {
        "format": PROJECT_FORMAT,
        "assignments": [told(assignment) for assignment in assignments],
        "draws": to_plain(list(draws)),
    }
    if path.exists():
        text = yaml.update(read_text(path, project.shown(path)), data, items="assignments")
    else:
        text = yaml.dump(data, header=schema_header(project, path, "project"))
    make_folder(path.parent)
    write_whole(path, text.encode())


def told(assignment: Assignment) -> dict[str, Any]:
    """An assignment as it is written: most articles are in no sample, and don't say so."""
    plain: dict[str, Any] = to_plain(assignment)
    if not assignment.sample:
        del plain["sample"]
    return plain
