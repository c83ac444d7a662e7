"""`people.yaml`: who must stay hidden. Private: git leaves it out unless the project says not."""

from __future__ import annotations

from dataclasses import replace

from ..adapters import yaml
from ..adapters.codec import to_plain
from ..core.project import PEOPLE_FORMAT, People
from .files import read_text, write_whole
from .project import Project, load_file, load_settings, schema_header

_IGNORED = "people.yaml"


def load_people(project: Project) -> People:
    """The people of a project; none where it has no list. Raises FileError if it can't be used."""
    if not project.people_path.exists():
        return People()
    return load_file(project, project.people_path, People, PEOPLE_FORMAT)


def write_people(project: Project, people: People) -> None:
    """Write the list, its other lines and comments kept; git is told to leave it out first."""
    if load_settings(project).people == "private":
        _ignore(project)
    path = project.people_path
    data = to_plain(people)
    if path.exists():
        body = yaml.update(read_text(path), data, items="people")
    else:
        body = yaml.dump(data, header=schema_header(project, path, "people"))
    write_whole(path, body.encode())
    path.chmod(0o600)


def _ignore(project: Project) -> None:
    path = project.annotations / ".gitignore"
    have = read_text(path) if path.exists() else ""
    if _IGNORED not in have.splitlines():
        end = "" if not have or have.endswith("\n") else "\n"
        write_whole(path, f"{have}{end}{_IGNORED}\n".encode())


def without_person(project: Project, people: People, id_: str) -> bytes:
    """The list as it is written without one person."""
    kept = replace(people, people=tuple(p for p in people.people if p.id != id_))
    text = read_text(project.people_path, project.shown(project.people_path))
    return yaml.update(text, to_plain(kept), items="people").encode()
