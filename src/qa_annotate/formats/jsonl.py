"""JSON Lines: a claim a line, each with its article and its provenance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..adapters.codec import to_plain, to_safe_json
from .exporting import Export, ExportedArticle


def write(export: Export) -> str:
    """The claims of an export, one JSON object a line, in the order of the text."""
    mark = {"redacted": True} if export.redacted else {}
    lines = (line for article in export.articles for line in _lines(article, mark))
    return "".join(f"{line}\n" for line in lines)


def _lines(article: ExportedArticle, mark: Mapping[str, bool]) -> Iterator[str]:
    about = {
        "article": article.id,
        "title": article.metadata.title,
        "publisher": article.metadata.publisher,
        "published": article.metadata.published,
        "source_sha256": article.custody.source_sha256,
        "text_sha256": article.custody.text_sha256,
    }
    for exported in article.claims:
        claim = to_plain(exported.claim)
        told = {
            "id": claim.pop("id"),
            "coder": exported.coder,
            **claim,
            "question": exported.question,
            "finished": exported.finished,
            "codebook": to_plain(exported.codebook),
            **({"settled": to_plain(exported.settled)} if exported.settled else {}),
            **about,
            **mark,
        }
        yield to_safe_json(told)
