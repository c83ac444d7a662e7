"""`reanchor`: a new text for an article; every coder's claims go with their words, or wait."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from ..adapters.matching import MATCHER, alike
from ..core.editing import Hand, is_empty
from ..core.folding import Folded
from ..core.model import Article, Custody
from ..core.moving import Move, Moved, Versions, carried, mended, move, proposed
from ..core.outline import outline
from ..core.placing import claim_at
from ..core.reanchoring import Texts
from ..core.records import Claim, Codebook, Document, Edit
from ..core.results import Proposal
from ..core.standing import accept
from ..core.structuring import made_again, paired
from ..errors import StoreError, UsageError
from ..store import project as store
from ..store.documents import Desk, documents_of, earlier_texts, open_desk, read_document
from ..store.project import Opened, Project
from ..store.structures import standing
from ..store.texts import keep_text, replace_article, restore_text
from .blind import out_of_sight
from .claiming import Edited, Held, edit_claim, hold, record
from .coding import article_name
from .reading import read_source
from .recording import Retrieved, make_article
from .who import who_edits
from .world import TOOL, here, now


@dataclass(frozen=True, kw_only=True)
class Reanchoring:
    """What became of an article's claims; `new` tells whether its text is another now.

    Claims of documents that are out of sight (`hidden`) went along and are not told of.
    """

    article: str
    new: bool
    claims: tuple[Moved, ...]
    notices: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()


def reanchor(
    article: str,
    source: Path | None = None,
    *,
    project: Path | None = None,
    coder: str | None = None,
    encoding: str | None = None,
    dry_run: bool = False,
) -> Reanchoring:
    """Make a new file the article's text, and move every document to it.

    Without a file, documents that still stand on an earlier text (of a run that was cut short, or
    from another machine) are moved to the text as it is. Raises SourceError for a file that can't
    be read, LockedError while a session is open.
    """
    home = store.need_project(project, here())
    name = article_name(home, article)
    restore_text(home, name)
    before = store.load_article(home, name)
    hidden = out_of_sight(home.root, [name])
    who = who_edits(coder)
    after, failed = _newer(home, before, source, encoding, who)
    new = after.text != before.text
    earlier = {**earlier_texts(home, name), _digest(before): before.text}
    versions = Versions(earlier, after.outline)
    why = f"new text from {source.name}" if source and new else "brought to the article's text"
    if dry_run:
        moves = [_move(document, versions, why) for document in _documents(home, before)]
    else:
        with ExitStack() as stack:
            desks = _desks(home, before, who, stack)
            moves = [_move(desk.history.document, versions, why) for desk in desks]
            _write(home, before, after, source, desks, moves)
    notices = (f"{failed} corrections of the structure must be made again.",) if failed else ()
    told = (claim for made in moves for claim in made.claims)
    claims = tuple(claim for claim in told if f"{name}/{claim.coder}" not in hidden)
    return Reanchoring(article=name, new=new, claims=claims, notices=notices, hidden=hidden)


def _digest(opened: Opened) -> str:
    return opened.article.custody.text_sha256


def _newer(
    home: Project, before: Opened, source: Path | None, encoding: str | None, who: str
) -> tuple[Opened, int]:
    """The article as the new file makes it, and how many corrections no longer fit."""
    if source is None:
        return before, 0
    found = read_source(str(source), encoding)
    if found.text == before.text:
        return before, 0
    name = before.article.id
    made = make_article(found, name, str(source), Retrieved(at=now(), by=who))
    texts = Texts(Folded(before.text), Folded(found.text))
    corrections = standing(home, name)
    fitting = [c for c in carried(corrections, texts) if c is not None]
    blocks, failed = made_again(made.blocks, fitting, found.text)
    if fitting:
        made = replace(made, blocks=blocks, pairs=paired(blocks))
    made = replace(made, structure=before.article.structure, custody=_custody(made, before))
    units = store.load_settings(home).units
    view = outline(made, found.text, units)
    lost = len(corrections) - len(fitting) + len(failed)
    return Opened(article=made, text=found.text, outline=view), lost


def _custody(made: Article, before: Opened) -> Custody:
    """The new custody record, which names what it takes the place of."""
    old = before.article.custody
    words = (
        f"Takes the place of {old.source} (sha256:{old.source_sha256}, text "
        f"sha256:{old.text_sha256})."
    )
    notes = f"{old.notes}\n{words}".strip()
    return replace(made.custody, notes=notes, archives=old.archives, url=old.url)


def _desks(home: Project, before: Opened, who: str, stack: ExitStack) -> list[Desk]:
    """A desk at every document: nobody writes meanwhile."""
    codebook: Codebook = store.load_codebook(home)
    desks = []
    for paths in documents_of(home, before.article.id):
        desk = open_desk(paths, before, codebook, at=now(), tool=TOOL.version, by=who)
        stack.callback(desk.close)
        desks.append(desk)
    return desks


def _documents(home: Project, before: Opened) -> Iterator[Document]:
    """Every document as it stands; nothing is written."""
    codebook = store.load_codebook(home)
    for paths in documents_of(home, before.article.id):
        yield read_document(paths, before, codebook).history.document


def _move(document: Document, versions: Versions, why: str) -> Move:
    """A document's way to the text; what doesn't fit is mended where it stands on it already."""
    if document.text_sha256 == versions.digest:
        return mended(document, versions, MATCHER)
    if versions.since(document.text_sha256) is None:
        raise StoreError(
            f"{document.coder} labelled this article on a text that is not kept here.",
            hint="Bring that text from where it was labelled into the article's folder texts/.",
        )
    return move(document, versions, MATCHER, why)


def _write(
    home: Project,
    before: Opened,
    after: Opened,
    source: Path | None,
    desks: Sequence[Desk],
    moves: Sequence[Move],
) -> None:
    """The old text kept, the new one put in its place, then document after document."""
    if after.text != before.text and source is not None:
        keep_text(home, before.article.id, before.text)
        replace_article(home, after.article, after.text, source)
    for desk, made in zip(desks, moves, strict=True):
        if not is_empty(made.edit):
            record(desk, made.edit, now(), after.text)


# ---- accepting ----------------------------------------------------------------------------------


def place(
    claim: str,
    choice: int = 1,
    *,
    words: str | None = None,
    coder: str | None = None,
    project: Path | None = None,
) -> Edited:
    """Put an orphaned claim on one of its proposals, counted from 1, or on words of the text.

    Raises UsageError where the claim has a place, there is no such proposal, or the words don't
    stand just once in the text.
    """
    held = hold(claim, project)
    proposals = proposals_of(held)
    chosen = _chosen(held, proposals, choice) if words is None else _at(held, words)

    def make(document: Document, found: Claim, hand: Hand) -> Edit:
        if claim_at(document.claims, chosen.position) is not None:
            raise UsageError(
                f"Another claim stands on just these words: {chosen.quote}",
                hint="Delete one of the two in a session, or name other words: --words TEXT",
            )
        why = f"similarity {chosen.similarity:.2f}"
        return accept(document, found, chosen.position, hand, why)

    return edit_claim(held, coder, make)


def _chosen(held: Held, proposals: Sequence[Proposal], choice: int) -> Proposal:
    if not 1 <= choice <= len(proposals):
        raise UsageError(
            f"Claim {held.claim.id} has {len(proposals)} proposals.",
            hint=f"See them with: qa-annotate reanchor {held.opened.article.id} --json; or name "
            "the words it stands on: --words TEXT",
        )
    return proposals[choice - 1]


def _at(held: Held, words: str) -> Proposal:
    """The place that a person names."""
    count = held.opened.text.count(words) if words.strip() else 0
    if count != 1:
        raise UsageError(
            f"These words stand {count} times in the text.",
            hint="Give words that stand there once.",
        )
    start = held.opened.text.index(words)
    span = (start, start + len(words))
    return Proposal(position=span, quote=words, similarity=alike(held.claim.quote, words))


def proposals_of(held: Held) -> tuple[Proposal, ...]:
    """Where an orphaned claim may belong. Raises UsageError where it has a place."""
    if held.claim.orphaned is None:
        raise UsageError(
            f"Claim {held.claim.id} has its place.", hint="There is nothing to accept."
        )
    texts = earlier_texts(held.project, held.opened.article.id)
    return proposed(held.claim, texts, Folded(held.opened.text), MATCHER)
