"""`adjudicate`: a session in which a person settles what coders disagree on."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from ..core.cases import blanks, standings
from ..core.editing import Hand, is_empty
from ..core.records import Codebook
from ..core.settling import Bench, take_over
from ..core.text import sha256_text
from ..core.wording import count
from ..errors import FileError, LockedError, QaAnnotateError, StoreError
from ..session.keys import Bidi, Key
from ..session.settling.keys import TABLE
from ..session.settling.plain import SPOKEN
from ..session.settling.program import SETTLING
from ..session.settling.state import Setting, State, hidden, progress
from ..session.terminal import require_terminal
from ..store import project as store
from ..store.documents import ADJUDICATED, Desk, Paths
from ..store.project import Opened, Project
from .blind import allow
from .choosing import Ask, desk_at, same_text
from .claiming import record
from .coding import article_name, gather
from .seat import Lines, Tell, arranges, codebook_for, own_keys, sat
from .settled import Adjudication, adjudication, arranged
from .who import who_edits
from .world import here, now


@dataclass(frozen=True, kw_only=True)
class Adjudicated:
    """A session that has ended: what to say about it."""

    article: str
    settled: int
    cases: int
    agreed: int
    claims: int
    finished: bool
    path: str


@dataclass(frozen=True, kw_only=True)
class Seat:
    """How whoever settles sits down: their keys, and who arranges rows."""

    table: tuple[Key, ...]
    bidi: Bidi


@dataclass(frozen=True, kw_only=True)
class Court:
    """Who settles what of whom, and what the coders are called."""

    home: Project
    codebook: Codebook
    found: Adjudication
    adjudicator: str
    names: Mapping[str, str]
    anonymous: bool
    seat: Seat

    @property
    def paths(self) -> Paths:
        """Where the adjudicated document lies."""
        return Paths(self.home, self.found.opened.article.id, ADJUDICATED)


def adjudicate(
    article: str | None = None,
    *,
    between: Sequence[str] = (),
    anonymous: bool = False,
    coder: str | None = None,
    unblind: str | None = None,
    plain: Lines | None = None,
    mouse: bool = True,
    bidi: str | None = None,
    project: Path | None = None,
    ask: Ask,
    tell: Tell,
) -> Adjudicated:
    """Settle an article's disagreements in a session, until it is left.

    `between` names the coders (all, if none is named), `coder` who settles. With `anonymous` no
    coder is named anywhere, in errors neither. Without an article: the first that has something
    open. Raises StoreError where there is nothing to settle, BlindError where a blind project is
    not finished, UsageError without a terminal (`plain` needs none).
    """
    if plain is None:
        require_terminal(
            "Settling disagreements",
            "Without a terminal, and in scripts: qa-annotate adjudicate --plain",
        )
    home = store.need_project(project, here())
    seat = Seat(table=own_keys(TABLE, "while you settle"), bidi=arranges(bidi))
    with _hiding(home if anonymous else None):
        court, told = _court(home, article, between, coder, unblind, seat, anonymous=anonymous)
        for notice in told:
            tell(_without_names(home, notice) if anonymous else notice)
        return _sitting(court, plain, ask, mouse=mouse)


# ---- what it takes ------------------------------------------------------------------------------


def _court(
    home: Project,
    article: str | None,
    between: Sequence[str],
    coder: str | None,
    unblind: str | None,
    seat: Seat,
    *,
    anonymous: bool,
) -> tuple[Court, tuple[str, ...]]:
    """Everything that a session needs, and what to tell before it."""
    codebook = codebook_for(home, seat.table)
    name = article_name(home, article) if article else _next(home, codebook)
    gathered = gather(home.root, [name], between)
    told = allow(gathered, "adjudicate", unblind)
    coded = gathered.articles[0]
    opened = coded.opened
    found = adjudication(home, opened, codebook, [d.coder for d in coded.documents])
    names = {source.coder: source.coder for source in found.sources}
    if anonymous:
        names = aliases(opened.article.custody.text_sha256, list(names))
        order = sorted(found.sources, key=lambda source: names[source.coder])
        ordered, how = arranged(tuple(order), found.document, opened)
        found = replace(found, sources=tuple(order), cases=ordered, standings=how)
    court = Court(
        home=home,
        codebook=codebook,
        found=found,
        adjudicator=who_edits(coder),
        names=names,
        anonymous=anonymous,
        seat=seat,
    )
    return court, (*told, *found.notices, *_unfinished(found))


def aliases(seed: str, coders: Sequence[str]) -> dict[str, str]:
    """What coders are called where nobody is to be named: in an order of the digests of their
    names with a seed, so that it tells nothing, and is the same every time.

    >>> aliases("a", ["amal", "ben"]) == aliases("a", ["ben", "amal"])
    True
    >>> sorted(aliases("a", ["amal", "ben"]).values())
    ['coder A', 'coder B']
    """
    order = sorted(coders, key=lambda coder: sha256_text(f"{seed}\n{coder}"))
    letters = [
        chr(ord("A") + place) if place < 26 else str(place + 1) for place in range(len(order))
    ]
    return {coder: f"coder {letter}" for coder, letter in zip(order, letters, strict=True)}


def _unfinished(found: Adjudication) -> Iterator[str]:
    for source in found.sources:
        if not source.document.finished:
            yield f"{source.coder} has not finished this article."


def _next(home: Project, codebook: Codebook) -> str:
    """The first article with something open; else the only one that two coders have."""
    several = [name for name in home.articles() if len(home.coders(name)) > 1]
    if not several:
        raise StoreError(
            "No article here has two coders: there is nothing to settle.",
            hint="Have a second person code: qa-annotate open ARTICLE --coder NAME",
        )
    for name in several:
        done, of = adjudication(home, store.load_article(home, name), codebook).progress
        if done < of:
            return name
    if len(several) > 1:
        raise StoreError(
            f"Everything is settled here: {', '.join(several)}.",
            hint="Name the article to look at: qa-annotate adjudicate ARTICLE",
        )
    return several[0]


# ---- nobody named -------------------------------------------------------------------------------


@contextmanager
def _hiding(home: Project | None) -> Iterator[None]:
    """Let no error name a coder of a project."""
    if home is None:
        yield
        return
    try:
        yield
    except QaAnnotateError as error:
        hint = _without_names(home, error.hint) if error.hint else None
        said = type(error) if not isinstance(error, FileError) else StoreError
        raise said(_without_names(home, error.message), hint=hint) from None


def _without_names(home: Project, words: str) -> str:
    coders = {coder for name in home.articles() for coder in home.coders(name)}
    return hidden(words, dict.fromkeys(coders, "a coder"))


# ---- the session --------------------------------------------------------------------------------


def _sitting(court: Court, plain: Lines | None, ask: Ask, *, mouse: bool) -> Adjudicated:
    opened = court.found.opened
    try:
        desk = desk_at(court.paths, opened, court.codebook, ask, by=court.adjudicator)
    except LockedError as error:
        raise LockedError(error.message, hint="Leave that session first (q).") from None
    try:
        same_text(desk.history.document, opened)
        state = sat(SETTLING, SPOKEN, _begun(court, desk), desk, plain, mouse=mouse)
    finally:
        desk.close()
    return _ended(court, state)


def _begun(court: Court, desk: Desk) -> State:
    """The state in which a session begins: what is agreed taken over, the first open case shown."""
    found, opened = court.found, court.found.opened
    over = _take_over(court, desk)
    ordered, _ = arranged(found.sources, desk.history.document, opened)
    ordered = (*ordered, *blanks(found.sources, opened.outline))
    how = standings(ordered, desk.history.document, found.sources)
    setting = Setting(
        title=opened.article.metadata.title or opened.article.id,
        outline=opened.outline,
        codebook=court.codebook,
        adjudicator=court.adjudicator,
        sources=found.sources,
        cases=ordered,
        names=court.names,
        anonymous=court.anonymous,
        table=court.seat.table,
        bidi=court.seat.bidi,
        people=tuple(person.name for person in opened.article.people)[:9],
    )
    both = enumerate(zip(ordered, how, strict=True))
    first = next((place for place, (case, s) in both if s.open and case.kind != "blank"), 0)
    told = f"{count(over, 'agreed case')} taken over" if over else desk.notice
    return State(
        setting=setting,
        history=desk.history,
        standings=how,
        cursor=first,
        logged=desk.seq,
        synced=desk.seq,
        message=told,
    )


def _take_over(court: Court, desk: Desk) -> int:
    """Take over what nobody differs on, where that is new; how many cases."""
    document, found = desk.history.document, court.found
    if document.finished:
        return 0
    hand = _hand(court.adjudicator, found.opened, court.codebook)
    bench = Bench(hand=hand, sources=found.sources, fresh=secrets.randbits(50))
    edit = take_over(document, found.cases, bench)
    if not is_empty(edit):
        record(desk, edit, hand.at, found.opened.text)
    return len(edit.settled)


def _hand(who: str, opened: Opened, codebook: Codebook) -> Hand:
    return Hand(coder=who, at=now(), codebook=codebook, outline=opened.outline)


def _ended(court: Court, state: State) -> Adjudicated:
    done, of = progress(state)
    return Adjudicated(
        article=court.found.opened.article.id,
        settled=done,
        cases=of,
        agreed=sum(case.kind == "agreed" for case in state.setting.cases),
        claims=len(state.document.claims),
        finished=state.document.finished,
        path=court.home.shown(court.paths.document),
    )
