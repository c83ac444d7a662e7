"""The texts that an article had before, and putting a new one in its place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ..core.model import ARTICLE_FORMAT, Article
from ..core.text import sha256_bytes, sha256_text
from .files import make_folder, read_bytes, write_if_missing, write_whole
from .project import Project, article_body, load_file


def keep_text(project: Project, article: str, text: str) -> Path:
    """Keep a text under its digest."""
    path = project.folder(article) / "texts" / f"{sha256_text(text)}.txt"
    make_folder(path.parent)
    write_if_missing(path, text.encode())
    return path


def replace_article(project: Project, article: Article, text: str, source: Path) -> None:
    """A new source, text and record; the old text must be kept before.

    Cut short between the two files, `restore_text` puts the old text back.
    """
    folder = project.folder(article.id)
    custody = replace(article.custody, source=_source(project, folder, source))
    write_whole(folder / "article.txt", text.encode())
    body = article_body(project, replace(article, custody=custody))
    write_whole(folder / "article.yaml", body.encode())


def _source(project: Project, folder: Path, source: Path) -> str:
    """Where the new source lies: inside the project, else a copy named by its digest."""
    place = source.resolve()
    if place.is_relative_to(project.root.resolve()):
        return place.relative_to(project.root.resolve()).as_posix()
    data = read_bytes(source)
    copy = folder / f"source-{sha256_bytes(data)[:12]}{source.suffix.lower() or '.txt'}"
    write_if_missing(copy, data)
    return project.shown(copy)


def restore_text(project: Project, article: str) -> None:
    """Put back the text that `article.yaml` describes, where a change was cut short."""
    folder = project.folder(article)
    record, text = folder / "article.yaml", folder / "article.txt"
    if not record.exists() or not text.exists():
        return
    digest = load_file(project, record, Article, ARTICLE_FORMAT).custody.text_sha256
    kept = folder / "texts" / f"{digest}.txt"
    if sha256_bytes(read_bytes(text)) != digest and kept.exists():
        write_whole(text, read_bytes(kept))
