"""`add`: sources become articles of the project. `open` uses the same steps for one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from ..core.model import Article
from ..core.names import slug, with_digest
from ..core.results import Batch, Outcome
from ..core.text import sha256_bytes
from ..errors import QaAnnotateError, StoreError, UsageError
from ..store import project as store
from ..store.project import Project
from .finding import Found
from .parallel import Progress, each
from .parse import NO_QUESTION
from .reading import Read, read_bytes, source_bytes
from .recording import Retrieved, make_article
from .sources import CRASHED, expanded, read, refused
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
    wanted = _free_name(project, wanted, found.name, path, renamed=name is not None)
    article = _written(project, wanted, found, path, retrieved or Retrieved())
    none = () if article.pairs else (NO_QUESTION,)
    return Added(
        article=wanted, new=True, project=project, notices=(*found.extraction.warnings, *none)
    )


def _free_name(
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


def _written(project: Project, name: str, found: Read, path: str, retrieved: Retrieved) -> Article:
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


# ---- many at once -------------------------------------------------------------------------------


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
        name = _free_name(project, slug(Path(path).stem), found.name, path)
        article = _written(project, name, found, path, retrieved)
    except QaAnnotateError as error:
        return refused(path, error)
    warnings = found.extraction.warnings
    return read(path, len(article.pairs), article.reading.confidence, warnings)
