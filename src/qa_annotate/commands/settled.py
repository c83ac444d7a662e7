"""An article's adjudication: coders' documents with their logs, the cases, and what is open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..adapters.codec import to_lean_json
from ..core.cases import Case, Source, Standing, cases, gone, in_order, progressed, standings
from ..core.checking import Finding
from ..core.records import Claim, Codebook, Document, Original
from ..core.text import sha256_bytes
from ..errors import StoreError
from ..store.documents import ADJUDICATED, Paths, Reconciled, read_document
from ..store.journal import Log, read_log
from ..store.project import Opened, Project
from .choosing import same_text


@dataclass(frozen=True, kw_only=True)
class Adjudication:
    """What coders said about an article, and what was settled of it.

    Cases stand in the order in which a person wants to see them; `document` is empty where nothing
    was settled yet.
    """

    opened: Opened
    sources: tuple[Source, ...]
    document: Document
    cases: tuple[Case, ...]
    standings: tuple[Standing, ...]
    notices: tuple[str, ...] = ()

    @property
    def progress(self) -> tuple[int, int]:
        """How many cases that are a person's to decide are settled, and how many there are."""
        return progressed(self.cases, self.standings)


def adjudication(
    home: Project, opened: Opened, codebook: Codebook, coders: Sequence[str] = ()
) -> Adjudication:
    """Read an article's adjudication. Writes nothing.

    `coders` names the documents that take part, second rounds by their own names; all, if none.

    Raises StoreError where fewer than two coders recorded anything, or on an earlier text.
    """
    name = opened.article.id
    wanted = coders or home.coders(name)
    found = [_read(home, opened, codebook, coder) for coder in wanted]
    sources = tuple(_source(reconciled) for reconciled in found)
    if len(sources) < 2:
        who = sources[0].coder if sources else "nobody"
        raise StoreError(
            f"Settling needs two coders; there is {who} at {name}.",
            hint=f"Have a second person code: qa-annotate open {name} --coder NAME",
        )
    recorded = read_document(Paths(home, name, ADJUDICATED), opened, codebook)
    document = recorded.history.document
    ordered, how = arranged(sources, document, opened)
    return Adjudication(
        opened=opened,
        sources=sources,
        document=document,
        cases=ordered,
        standings=how,
        notices=tuple(filter(None, [*(r.notice for r in found), recorded.notice])),
    )


def arranged(
    sources: tuple[Source, ...], document: Document, opened: Opened
) -> tuple[tuple[Case, ...], tuple[Standing, ...]]:
    """The cases in the order in which they are settled, and how each stands."""
    found = cases(sources, opened.outline)
    found = (*found, *gone(found, document, sources, opened.outline))
    ordered = in_order(found, standings(found, document, sources))
    return ordered, standings(ordered, document, sources)


def _read(home: Project, opened: Opened, codebook: Codebook, coder: str) -> Reconciled:
    paths = Paths(home, opened.article.id, coder)
    if not paths.exists:
        raise StoreError(f"There is nothing by {coder} at {opened.article.id}.")
    found = read_document(paths, opened, codebook)
    same_text(found.history.document, opened)
    return found


def _source(found: Reconciled) -> Source:
    document = found.history.document
    return Source(
        document=document,
        revision=len(found.log.entries),
        head=found.log.head,
        digests={claim.id: claim_digest(claim) for claim in document.claims},
    )


def claim_digest(claim: Claim) -> str:
    """The digest of everything that a claim says, its place and its words left out: a text that
    moved changes those."""
    said = replace(
        claim,
        quote="",
        position=(0, 0),
        context=("", ""),
        passage="",
        orphaned=None,
        attributes=dict(sorted(claim.attributes.items())),
        gloss=dict(sorted(claim.gloss.items())),
    )
    return sha256_bytes(to_lean_json(said))


# ---- what is wrong with it ----------------------------------------------------------------------


def settled_faults(home: Project, opened: Opened, codebook: Codebook) -> Iterator[Finding]:
    """What is wrong in an article's adjudicated document beyond what any document may have wrong:
    originals that changed since, logs that are not those it was made from, claims of no case."""
    document = read_document(
        Paths(home, opened.article.id, ADJUDICATED), opened, codebook
    ).history.document
    yield from _loose_ends(document)
    coders = home.coders(opened.article.id)
    logs = {coder: read_log(Paths(home, opened.article.id, coder).log) for coder in coders}
    for place, settlement in enumerate(document.settled):
        for original in settlement.originals:
            wrong = _pointer(original, logs.get(original.coder))
            if wrong:
                path = ("settled", place)
                yield Finding(path=path, rule="settled-log", message=wrong)
    yield from _since(home, opened, codebook, document)


def _loose_ends(document: Document) -> Iterator[Finding]:
    """Every claim comes from one settlement, and every settlement's claims are there."""
    made = [id_ for settlement in document.settled for id_ in settlement.claims]
    there = {claim.id for claim in document.claims}
    for place, settlement in enumerate(document.settled):
        for id_ in settlement.claims:
            if id_ not in there:
                words = f"the claim {id_} of this case is not here"
                yield Finding(path=("settled", place), rule="settled", message=words)
    for place, claim in enumerate(document.claims):
        if made.count(claim.id) != 1:
            words = "no case" if claim.id not in made else "more than one case"
            message = f"this claim comes from {words}"
            yield Finding(path=("claims", place), rule="settled", message=message)


def _pointer(original: Original, log: Log | None) -> str:
    """How a pointer into a coder's log fails; nothing where it holds."""
    if log is None:
        return f"{original.coder} has nothing here any more"
    if original.revision > len(log.entries):
        return f"made from entry {original.revision} of {original.coder}'s log, which ends before"
    whole = original.revision == len(log.entries)
    head = log.head if whole else log.entries[original.revision].previous
    if head != original.head:
        return f"{original.coder}'s log is not the one that this was made from"
    return ""


def _since(
    home: Project, opened: Opened, codebook: Codebook, document: Document
) -> Iterator[Finding]:
    """What coders have changed since a case was settled."""
    coders = {o.coder for s in document.settled for o in s.originals} & set(
        home.coders(opened.article.id)
    )
    if len(coders) < 2:
        return
    try:
        found = adjudication(home, opened, codebook, sorted(coders))
    except StoreError:
        return  # on another text, which is a problem of its own
    numbers = {settlement.id: place for place, settlement in enumerate(document.settled)}
    for standing in found.standings:
        for told in standing.since if standing.settlement else ():
            place = numbers[standing.settlement.id] if standing.settlement else 0
            words = f"since this was settled, {told.coder or 'it is so that'} {told.what}"
            message = f"{words}: qa-annotate adjudicate {opened.article.id}"
            yield Finding(path=("settled", place), rule="settled-since", message=message)
