"""`add`: a source becomes an article of the project. `open` uses the same steps."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from ..core.model import Article
from ..core.names import slug, with_digest
from ..core.text import sha256_bytes
from ..errors import StoreError, UsageError
from ..store import project as store
from ..store.project import Project
from .finding import Found
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
    """Take a source (a file, or `-`) into the project, recording who did it and when."""
    home, notices = project_for(project)
    who = named_coder(by) or likely_coder()
    retrieved = Retrieved(at=now(), by=who)
    added = add_source(home, path, name=name, encoding=encoding, retrieved=retrieved)
    return Added(
        article=added.article, new=added.new, project=home, notices=(*notices, *added.notices)
    )


def take_in(path: str, *, project: Path | None = None, encoding: str | None = None) -> Found:
    """An article that `open` found no project to have; nobody's name and no time is recorded."""
    home, notices = project_for(project)
    added = add_source(home, path, encoding=encoding)
    return Found(home=home, name=added.article, notices=(*notices, *added.notices))


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
    return take(project, data, path, slug(name or Path(path).stem), encoding, retrieved, name)


def take(
    project: Project,
    data: bytes,
    path: str,
    wanted: str,
    encoding: str | None,
    retrieved: Retrieved | None,
    name: str | None,
) -> Added:
    known = store.article_of(project, sha256_bytes(data), wanted)
    if known is not None:
        return Added(article=known, new=False, project=project)
    media_type = retrieved.headers.get("content-type") if retrieved else None
    found = read_bytes(data, path, encoding, media_type)
    wanted = free_name(project, wanted, found.name, path, renamed=name is not None)
    article = written(project, wanted, found, path, retrieved or Retrieved())
    none = () if article.pairs else (NO_QUESTION,)
    return Added(
        article=wanted, new=True, project=project, notices=(*found.extraction.warnings, *none)
    )


def free_name(
    project: Project, wanted: str, source: str, path: str, *, renamed: bool = False
) -> str:
    """The article's name; refused where another text of this name was labelled already."""
    if not (project.folder(wanted) / "article.yaml").exists():
        return wanted
    other = store.load_article(project, wanted).article
    if renamed or other.custody.name == source:
        raise StoreError(
            f"{path} differs from the text that the article '{wanted}' was made from.",
            hint=f"To code it as an article of its own: qa-annotate add {path} --name NEW-NAME",
        )
    return with_digest(wanted, source)


def written(project: Project, name: str, found: Read, path: str, retrieved: Retrieved) -> Article:
    """Write what is missing: source copy, text, record."""
    source = _source(project, name, path, found.data)
    article = make_article(found, name, source, retrieved)
    store.write_article(project, article, found.text)
    store.prepare(project)
    return article


def _source(project: Project, name: str, path: str, data: bytes) -> str:
    """Where the source lies: inside the project, else in the copy made beside the article."""
    if path != "-" and not is_url(path):
        place = Path(path).resolve()
        if place.is_relative_to(project.root):
            return str(place.relative_to(project.root))
    suffix = PurePosixPath(urlsplit(path).path).suffix.lower() if path != "-" else ""
    fallback = ".html" if is_url(path) else ".txt"
    return project.shown(store.copy_source(project, name, suffix or fallback, data))


def is_url(path: str) -> bool:
    """Whether a path is an address on the web."""
    return path.lower().startswith(("http://", "https://"))
