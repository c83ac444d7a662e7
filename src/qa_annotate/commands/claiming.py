"""One claim of one coder's document, edited outside a session: locked, logged, saved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from ..core.editing import Hand, is_empty
from ..core.fitting import misfits, trouble
from ..core.history import step
from ..core.names import person
from ..core.records import Claim, Codebook, Document, Edit
from ..errors import StoreError
from ..store.documents import Desk, Paths, open_desk
from ..store.project import Opened, Project
from .coding import Gathered, each_document, gather, settled_document
from .who import who_edits
from .world import TOOL, now


@dataclass(frozen=True, kw_only=True)
class Held:
    """A claim where it stands: its document, article and project."""

    project: Project
    codebook: Codebook
    opened: Opened
    document: Document
    claim: Claim


Make = Callable[[Document, Claim, Hand], Edit]
"""What is to be done with a claim, by whom and when."""


@dataclass(frozen=True, kw_only=True)
class Edited:
    """A claim after an edit, and what to tell of its document."""

    article: str
    claim: Claim
    path: str
    notice: str = ""


def hold(claim: str, project: Path | None = None) -> Held:
    """Find a claim by its id. Raises StoreError where no document holds it."""
    gathered = gather(project)
    for opened, document in (*each_document(gathered), *_settled(gathered)):
        for found in document.claims:
            if found.id == claim:
                return Held(
                    project=gathered.project,
                    codebook=gathered.codebook,
                    opened=opened,
                    document=document,
                    claim=found,
                )
    raise StoreError(f"There is no claim {claim} in this project.", hint=_near(gathered, claim))


def _settled(gathered: Gathered) -> Iterator[tuple[Opened, Document]]:
    for coded in gathered.articles:
        document = settled_document(gathered.project, coded.opened, gathered.codebook)
        if document is not None:
            yield coded.opened, document


def _near(gathered: Gathered, claim: str) -> str:
    ids = [c.id for _, document in each_document(gathered) for c in document.claims]
    near = get_close_matches(claim, ids, n=1)
    return f"Did you mean {near[0]}?" if near else "See the ids with: qa-annotate export"


def edit_claim(held: Held, coder: str | None, make: Make) -> Edited:
    """Edit a claim in its document: locked, logged and saved.

    Raises StoreError where somebody else would write into a coder's document; what was settled is
    anybody's who settles.
    """
    who = who_edits(coder)
    settled = held.document.kind == "adjudication"
    owner = person(who) if settled else person(held.document.coder)
    if person(who) != owner:
        raise StoreError(
            f"Claim {held.claim.id} stands in {owner}'s document, and you are {who}.",
            hint=f"If you are {owner}, say so: --coder {owner}",
        )
    _refuse_misfit(held)
    paths, at = Paths(held.project, held.opened.article.id, held.document.coder), now()
    desk = open_desk(paths, held.opened, held.codebook, at=at, tool=TOOL.version, by=owner)
    try:
        claim = _made(desk, held, make, owner, at)
    finally:
        desk.close()
    return Edited(
        article=held.opened.article.id,
        claim=claim,
        path=held.project.shown(paths.document),
        notice=desk.notice,
    )


def _refuse_misfit(held: Held) -> None:
    """Nothing is decided on a claim whose words aren't where it says."""
    article = held.opened.article
    elsewhere = held.document.text_sha256 != article.custody.text_sha256
    if elsewhere or held.claim in misfits(held.document, held.opened.text):
        words = trouble(held.document, held.opened.text, article.custody.text_sha256, article.id)
        raise StoreError(f"{words}.", hint="Nothing was changed.")


def _made(desk: Desk, held: Held, make: Make, who: str, at: str) -> Claim:
    document = desk.history.document
    claim = next((c for c in document.claims if c.id == held.claim.id), None)
    if claim is None:
        raise StoreError(f"Claim {held.claim.id} was deleted meanwhile.")
    hand = Hand(
        coder=who,
        at=at,
        codebook=held.codebook,
        outline=held.opened.outline,
    )
    edit = make(document, claim, hand)
    if is_empty(edit):
        return claim
    after = record(desk, edit, at, held.opened.text)
    return next(c for c in after.claims if c.id == claim.id)


def record(desk: Desk, edit: Edit, at: str, text: str) -> Document:
    """Put an edit into a document's log, then save the document."""
    seq = desk.append(edit, at)
    desk.flush()
    desk.sync()
    desk.history = step(desk.history, seq, edit, text)
    desk.save(desk.history.document, at)
    return desk.history.document
