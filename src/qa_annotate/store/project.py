"""A project: any folder that holds `annotations/`. Where its files lie, and reading them whole."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import TypeVar

from ..adapters import yaml
from ..adapters.codec import ShapeError, from_plain, to_plain
from ..core.history import Timeline
from ..core.model import ARTICLE_FORMAT, Article
from ..core.outline import Outline, outline
from ..core.project import PROJECT_FORMAT, Settings
from ..core.records import CODEBOOK_FORMAT, Codebook
from ..core.structuring import CorrectionError, Shape, paired, shaped
from ..core.text import sha256_text
from ..errors import FileError, Problem, StoreError
from .changing import finish
from .files import make_folder, read_bytes, read_text, write_if_missing
from .journal import read_log

T = TypeVar("T")

DOUBTFUL = 0.6
"""A reading below this confidence is called doubtful."""

DEFAULT_PRESET = "claims-evidence"
_COPY = re.compile(r"sync-conflict|conflicted copy|\(", re.IGNORECASE)
"""What synced folders put into the name of a file that they kept twice."""
_IGNORED = ".*.lock\n.*.tmp\npeople.yaml\n"


@dataclass(frozen=True)
class Project:
    """The folder that holds `annotations/`."""

    root: Path

    @property
    def annotations(self) -> Path:
        """Where everything the project records lies."""
        return self.root / "annotations"

    @property
    def codebook_path(self) -> Path:
        """The codebook, written from a preset on first use."""
        return self.annotations / "codebook.yaml"

    @property
    def settings_path(self) -> Path:
        """The optional settings."""
        return self.annotations / "project.yaml"

    @property
    def people_path(self) -> Path:
        """The optional list of people who must stay hidden."""
        return self.annotations / "people.yaml"

    @property
    def log_path(self) -> Path:
        """What was purged, renamed and put aside, on record."""
        return self.annotations / "project.history.jsonl"

    def folder(self, article: str) -> Path:
        """An article's folder."""
        return self.annotations / article

    def articles(self) -> list[str]:
        """The names of the articles, sorted."""
        if not self.annotations.is_dir():
            return []
        found = self.annotations.glob("*/article.yaml")
        return sorted(path.parent.name for path in found)

    def coders(self, article: str) -> list[str]:
        """Who has a document or a log about an article, sorted."""
        folder = self.folder(article) / "coders"
        names = {p.name.removesuffix(".yaml") for p in folder.glob("[!.]*.yaml")}
        names |= {p.name.removesuffix(".history.jsonl") for p in folder.glob("[!.]*.history.jsonl")}
        return sorted(name for name in names if not _COPY.search(name))

    def shown(self, path: Path) -> str:
        """A path as messages name it: from the project's folder, where it lies inside."""
        return str(path.relative_to(self.root)) if path.is_relative_to(self.root) else str(path)


def find_project(start: Path) -> Project | None:
    """The project around a folder, walking up. A change that was cut short is finished first."""
    for folder in (start, *start.parents):
        if (folder / "annotations").is_dir():
            finish(folder)
            return Project(folder)
    return None


def need_project(chosen: Path | None, here: Path) -> Project:
    """The project that was named, or the one around `here`. Raises StoreError when there is none.

    A named folder needn't hold `annotations/` yet only where `make_project` follows.
    """
    if chosen is not None:
        if not (chosen / "annotations").is_dir():
            raise StoreError(
                f"{chosen} is no project: it holds no folder annotations.",
                hint="Name the folder that holds it, or start one with: qa-annotate open FILE",
            )
        finish(chosen.resolve())
        return Project(chosen.resolve())
    found = find_project(here)
    if found is None:
        raise StoreError(
            f"There is no project here: neither {here} nor a folder above it holds annotations.",
            hint="Start one with: qa-annotate open FILE",
        )
    return found


def make_project(root: Path) -> Project:
    """Make `annotations/` in a folder."""
    project = Project(root)
    make_folder(project.annotations)
    return project


# ---- files of the project -----------------------------------------------------------------------


def schema_header(project: Project, path: Path, name: str) -> str:
    """The line that tells editors where the schema lies, where the project has it."""
    schema = project.root / "schemas" / f"{name}.schema.json"
    if not schema.exists():
        return ""
    up = "../" * len(path.relative_to(project.root).parents[:-1])
    return f"# yaml-language-server: $schema={up}schemas/{name}.schema.json"


def load_file(project: Project, path: Path, kind: type[T], form: str) -> T:
    """One YAML file of the project. Raises FileError, with the line, where it can't be used."""
    text = read_text(path, project.shown(path))
    data = yaml.load(text, project.shown(path))
    require_format(data, form, project.shown(path), text)
    try:
        return from_plain(data, kind)
    except ShapeError as error:
        line = yaml.Lines(text).of(error.path)
        where = ".".join(map(str, error.path))
        words = f"{where}: {error.message}" if where else error.message
        raise FileError(Problem(project.shown(path), line, "schema", words)) from None


def require_format(data: object, form: str, path: str, text: str) -> None:
    """Refuse what isn't a map, another kind of file, and a newer version of the format."""
    if not isinstance(data, dict):
        raise FileError(Problem(path, 1, "schema", f"this is no {form.split('/')[1]} file"))
    have = data.get("format")
    if have == form:
        return
    line = yaml.Lines(text).of(("format",))
    if isinstance(have, str) and have.rpartition("/")[0] == form.rpartition("/")[0]:
        words = f"the format is '{have}', this version of qa-annotate reads '{form}'"
        raise FileError(Problem(path, line, "format", words), hint="Update qa-annotate.")
    raise FileError(Problem(path, line, "format", f"the first key must be: format: {form}"))


def preset(name: str) -> str:
    """The text of a codebook that ships with the program."""
    return (resources.files(__package__) / "presets" / f"{name}.yaml").read_text("utf-8")


def presets() -> tuple[Codebook, ...]:
    """The codebooks that ship with the program."""
    folder = resources.files(__package__) / "presets"
    names = sorted(p.name for p in folder.iterdir() if p.name.endswith(".yaml"))
    found = (preset(name.removesuffix(".yaml")) for name in names)
    return tuple(from_plain(yaml.load(text, "preset"), Codebook) for text in found)


def load_codebook(project: Project) -> Codebook:
    """The project's codebook; the default preset where it has none yet."""
    if project.codebook_path.exists():
        return load_file(project, project.codebook_path, Codebook, CODEBOOK_FORMAT)
    return default_codebook()


def default_codebook() -> Codebook:
    """The codebook that a project gets where it has none."""
    return from_plain(yaml.load(preset(DEFAULT_PRESET), DEFAULT_PRESET), Codebook)


def prepare(project: Project) -> None:
    """Write what every project has, where it is missing: the codebook, and what git leaves out."""
    make_folder(project.annotations)
    write_if_missing(project.annotations / ".gitignore", _IGNORED.encode())
    body = preset(DEFAULT_PRESET).partition("\n")[2]
    header = schema_header(project, project.codebook_path, "codebook")
    text = f"{header}\n{body}" if header else body
    write_if_missing(project.codebook_path, text.encode())


def load_settings(project: Project) -> Settings:
    """The project's settings; the defaults where it has none."""
    if not project.settings_path.exists():
        return Settings()
    return load_file(project, project.settings_path, Settings, PROJECT_FORMAT)


@dataclass(frozen=True, kw_only=True)
class Opened:
    """An article with its text and its outline."""

    article: Article
    text: str
    outline: Outline


def load_article(project: Project, name: str) -> Opened:
    """An article, proved to stand on its text. Raises FileError or StoreError where it doesn't."""
    folder = project.folder(name)
    if not (folder / "article.yaml").exists():
        known = ", ".join(project.articles()) or "none yet"
        raise StoreError(f"There is no article '{name}' in this project (there are: {known}).")
    article = load_file(project, folder / "article.yaml", Article, ARTICLE_FORMAT)
    text = read_text(folder / "article.txt", project.shown(folder / "article.txt"))
    if sha256_text(text) != article.custody.text_sha256:
        path = project.shown(folder / "article.txt")
        words = "the text is not the one that article.yaml describes: positions would not fit"
        raise FileError(
            Problem(path, 1, "text-hash", words),
            hint="Restore article.txt from a copy or from version control. Where the new text is "
            f"meant, give it then as a file of its own: qa-annotate reanchor {name} NEWFILE",
        )
    article = with_corrections(project, article)
    units = load_settings(project).units
    return Opened(article=article, text=text, outline=outline(article, text, units))


def structure_log(project: Project, name: str) -> Path:
    """The log of the corrections of an article's structure."""
    return project.folder(name) / "structure.history.jsonl"


def with_corrections(project: Project, article: Article) -> Article:
    """An article with the corrections of its log that its file doesn't hold yet."""
    path = structure_log(project, article.id)
    log = read_log(path, project.shown(path))
    tail = [e for e in log.entries if e.structure is not None and e.seq > article.structure]
    if not tail:
        return article
    shape: Shape = Timeline(document=article.blocks)
    try:
        for entry in tail:
            if entry.structure is not None:
                shape = shaped(shape, entry.seq, entry.structure)
    except CorrectionError as error:
        words = f"the corrections don't fit article.yaml: {error}"
        raise FileError(Problem(project.shown(path), tail[0].seq, "structure", words)) from None
    blocks = shape.document
    return replace(article, structure=tail[-1].seq, blocks=blocks, pairs=paired(blocks))


def write_article(project: Project, article: Article, text: str) -> bool:
    """Write an article's text and record, each only where it is missing; whether it was new."""
    folder = project.folder(article.id)
    make_folder(folder)
    _keep_first(folder / "article.txt", text.encode())
    return write_if_missing(folder / "article.yaml", article_body(project, article).encode())


def article_body(project: Project, article: Article) -> str:
    """The text of an `article.yaml`."""
    path = project.folder(article.id) / "article.yaml"
    plain = to_plain(article)
    plain["blocks"] = [_told(block) for block in plain["blocks"]]
    return yaml.dump(plain, header=schema_header(project, path, "article"))


def _told(block: dict[str, object]) -> dict[str, object]:
    """A block without what it doesn't have, so that most take one line."""
    return {key: value for key, value in block.items() if value not in (None, [])}


def copy_source(project: Project, article: str, suffix: str, data: bytes) -> Path:
    """Keep a source from outside the project beside its article, byte for byte."""
    path = project.folder(article) / f"source{suffix}"
    make_folder(path.parent)
    _keep_first(path, data)
    return path


def _keep_first(path: Path, data: bytes) -> None:
    """Write a file of a new article; refused where other bytes lie there from an earlier try."""
    if not write_if_missing(path, data) and read_bytes(path) != data:
        raise StoreError(
            f"{path} is left over from another source.",
            hint="Move that folder away, or give the article another name with --name.",
        )


def sources(project: Project) -> dict[str, str]:
    """The articles by the digests of their sources."""
    found = {}
    for name in project.articles():
        head = read_text(project.folder(name) / "article.yaml").partition("\nblocks:")[0]
        digest = re.search(r'^  source_sha256: "([0-9a-f]{64})"', head, re.MULTILINE)
        if digest:
            found[digest[1]] = name
    return found


def article_of(project: Project, source_sha256: str, likely: str) -> str | None:
    """The article that was made from a source with this digest; `likely` is looked at first."""
    for name in (likely, *project.articles()):
        path = project.folder(name) / "article.yaml"
        if path.exists() and f'source_sha256: "{source_sha256}"' in read_text(path):
            return name
    return None
