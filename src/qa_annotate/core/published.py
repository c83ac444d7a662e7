"""What the pages of a report hold, as values."""

from __future__ import annotations

from dataclasses import dataclass

from .agreed import Agreement
from .model import Article, Passage, Tool
from .records import Claim, Codebook, Document
from .results import Status


@dataclass(frozen=True, kw_only=True)
class Deed:
    """One edit of a claim, from its document's log: what changed, in words."""

    at: str
    by: str
    action: str
    changes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ToldClaim:
    """A claim with whose it is, what its label still lacks, and what was done to it."""

    coder: str
    claim: Claim
    lacks: tuple[str, ...]
    history: tuple[Deed, ...]


@dataclass(frozen=True, kw_only=True)
class ToldArticle:
    """An article with everything that its coders recorded. Claims stand in the text's order."""

    article: Article
    text: str
    passages: tuple[Passage, ...]
    documents: tuple[Document, ...]
    claims: tuple[ToldClaim, ...]


@dataclass(frozen=True, kw_only=True)
class Site:
    """What the pages of a project show. Where there is no agreement, `why_not` says why.

    `redacted` tells that names were replaced and digests left out.
    """

    title: str
    tool: Tool
    made_at: str
    codebook: Codebook
    status: Status
    agreement: Agreement | None
    why_not: str = ""
    articles: tuple[ToldArticle, ...]
    redacted: bool = False


@dataclass(frozen=True, kw_only=True)
class Published:
    """How many pages and figures were written, and what to tell."""

    pages: int
    figures: int
    notices: tuple[str, ...] = ()
