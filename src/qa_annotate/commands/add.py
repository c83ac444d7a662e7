"""`add`: a source becomes an article of the project. `open` uses the same steps."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..core.model import Article
from ..core.names import slug, with_digest
from ..core.text import sha256_bytes
from ..errors import StoreError, UsageError
from ..store import project as store
from ..store.project import Project
from .parse import NO_QUESTION
from .reading import Read, read_bytes, source_bytes
from .recording import Retrieved, make_article
from .who import likely_coder, named_coder
from .world import here, now


@dataclass(frozen=True, kw_only=True)
class Added:
    """An article of the project: what it is called, whether it is new, and what to tell."""

    article: str
    new: bool
    project: Project
    notices: tuple[str, ...] = ()


def add(
    path: str,
    *,
    project: Path | None = None,
    name: str | None = None,
    encoding: str | None = None,
    by: str | None = None,
) -> Added:
    """Take a source into the project, with a custody record of who did it and when."""
    home, notices = project_for(project)
    retrieved = Retrieved(at=now(), by=named_coder(by) or likely_coder())
    added = add_source(home, path, name=name, encoding=encoding, retrieved=retrieved)
    return Added(
        article=added.article, new=added.new, project=home, notices=(*notices, *added.notices)
    )


def project_for(chosen: Path | None) -> tuple[Project, tuple[str, ...]]:
    """The project to work in; where there is none around, one is made here, and said so."""
    found = Project(chosen.resolve()) if chosen else store.find_project(here())
    if found is None or not found.annotations.is_dir():
        root = chosen.resolve() if chosen else here()
        if not root.is_dir():
            raise StoreError(f"There is no folder {root}.")
        made = store.make_project(root)
        return made, (f"There was no project here: {made.annotations} is made.",)
    return found, ()


def add_source(
    project: Project,
    path: str,
    *,
    name: str | None = None,
    encoding: str | None = None,
    retrieved: Retrieved | None = None,
) -> Added:
    """The article made from a source: the known one where its bytes are known, else a new one."""
    if path == "-" and name is None:
        raise UsageError("An article from standard input needs a name.", hint="Give one: --name")
    data = source_bytes(path)
    wanted = slug(name or Path(path).stem)
    known = store.article_of(project, sha256_bytes(data), wanted)
    if known is not None:
        return Added(article=known, new=False, project=project)
    found = read_bytes(data, path, encoding)
    wanted = _free_name(project, wanted, found, path, renamed=name is not None)
    article = _written(project, wanted, found, path, retrieved or Retrieved())
    none = () if article.pairs else (NO_QUESTION,)
    return Added(
        article=wanted, new=True, project=project, notices=(*found.extraction.warnings, *none)
    )


def _free_name(project: Project, wanted: str, found: Read, path: str, *, renamed: bool) -> str:
    """The article's name; refused where another text of this name was labelled already."""
    if not (project.folder(wanted) / "article.yaml").exists():
        return wanted
    other = store.load_article(project, wanted).article
    if renamed or other.custody.name == found.name:
        raise StoreError(
            f"{path} differs from the text that the article '{wanted}' was made from.",
            hint=f"To code it as an article of its own: qa-annotate add {path} --name NEW-NAME",
        )
    return with_digest(wanted, found.name)


def _written(project: Project, name: str, found: Read, path: str, retrieved: Retrieved) -> Article:
    """Write what is missing: source copy, text, record."""
    place = Path(path).resolve()
    if path != "-" and place.is_relative_to(project.root):
        source = str(place.relative_to(project.root))
    else:
        suffix = Path(path).suffix.lower() or ".txt"
        copy = store.copy_source(project, name, suffix, found.data)
        source = project.shown(copy)
    article = make_article(found, name, source, retrieved)
    store.write_article(project, article, found.text)
    store.prepare(project)
    return article
