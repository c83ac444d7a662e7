"""Where a coder's claims without a place may stand: what a session shows of them."""

from __future__ import annotations

from ..adapters.matching import MATCHER
from ..core.folding import Folded
from ..core.moving import proposed
from ..core.records import Document
from ..core.results import Proposal
from ..store.documents import earlier_texts
from ..store.project import Opened, Project


def proposals(home: Project, opened: Opened, document: Document) -> dict[str, tuple[Proposal, ...]]:
    """The proposals for each claim of a document that has no place, by its id."""
    earlier, text = earlier_texts(home, opened.article.id), Folded(opened.text)
    return {
        claim.id: proposed(claim, earlier, text, MATCHER)
        for claim in document.claims
        if claim.orphaned is not None
    }
