"""`open`: a labelling session on an article, found or made."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from time import monotonic

from ..core.history import last_place
from ..core.names import person, slug
from ..core.records import Codebook, Document
from ..core.results import Proposal
from ..core.text import visible
from ..core.wording import count
from ..session.keys import TABLE, Bidi, Key
from ..session.labelling import LABELLING
from ..session.layout import scrolled
from ..session.plain import LABELLING as SPOKEN
from ..session.state import Setting, State, decided, progress
from ..store import project as store
from ..store.documents import Desk, Paths
from ..store.looking import Look, look
from ..store.place import Memory, Place, Spot, recall
from ..store.project import Opened, Project
from .choosing import Ask, desk_at, same_text
from .finding import Found
from .rounds import in_this_round, require_first_round
from .seat import Lines, Tell, arranges, codebook_for, own_keys, sat
from .who import likely_coder, named_coder

Propose = Callable[[Project, Opened, Document], Mapping[str, Sequence[Proposal]]]
"""Where claims without a place may stand; asked only where there are any."""

RESUMED = "this is where the last edit was · z undoes it"


@dataclass(frozen=True, kw_only=True)
class Left:
    """A session that has ended: what to say about it."""

    article: str
    coder: str
    claims: int
    decided: int
    units: int
    finished: bool
    passages_left: int
    path: str
    minutes: int = 0


@dataclass(frozen=True, kw_only=True)
class Sitting:
    """Who is about to code what, with which codebook and which keys."""

    home: Project
    opened: Opened
    codebook: Codebook
    coder: str
    table: tuple[Key, ...]
    bidi: Bidi

    @property
    def paths(self) -> Paths:
        """Where the coder's files about the article lie."""
        return Paths(self.home, self.opened.article.id, self.coder)

    @property
    def place(self) -> Place:
        """The name under which the coder's place is remembered."""
        return Place(project=str(self.home.root), article=self.opened.article.id, coder=self.coder)


def open_(
    found: Found,
    *,
    coder: str | None = None,
    round_: int | None = None,
    plain: Lines | None = None,
    mouse: bool = True,
    read_only: bool = False,
    bidi: str | None = None,
    ask: Ask,
    tell: Tell,
    propose: Propose,
) -> Left:
    """Open an article that was found in a session, until it is left.

    With `plain` it is a session of lines and prompts, which needs no terminal. `round_` names the
    coder's own second round, or a later one: a document that knows nothing of the one before. With
    `read_only` nothing is locked or written: it can be looked at while another session has it.
    """
    memory = recall()
    home = found.home
    opened = store.load_article(home, found.name)
    if not read_only:
        store.prepare(home)
    table = own_keys(TABLE, "in a labelling session")
    codebook = codebook_for(home, table)
    who = in_this_round(named_coder(coder) or _remembered_coder(memory, ask), round_)
    require_first_round(home, opened, codebook, who)
    sitting = Sitting(
        home=home, opened=opened, codebook=codebook, coder=who, table=table, bidi=arranges(bidi)
    )
    if read_only:
        desk: Desk | Look = look(sitting.paths, opened, codebook)
    else:
        desk = desk_at(sitting.paths, opened, codebook, ask)
    begun = monotonic()
    try:
        same_text(desk.history.document, opened)
        state = _begun(sitting, desk, memory.spots.get(sitting.place.key), propose)
        for notice in (*found.notices, *filter(None, [desk.notice])):
            tell(notice)
        state = sat(LABELLING, SPOKEN, state, desk, plain, mouse=mouse)
    finally:
        desk.close()
    _remember(memory, sitting, state, desk.seq)
    return _left(sitting, state, minutes=round((monotonic() - begun) / 60))


# ---- what it takes ------------------------------------------------------------------------------


def _remembered_coder(memory: Memory, ask: Ask) -> str:
    """Who codes, asked once and remembered."""
    if memory.coder is None:
        memory.coder = slug(ask("Your name as a coder", likely_coder()).strip() or likely_coder())
        memory.keep()
    return memory.coder


# ---- the session --------------------------------------------------------------------------------


def _begun(sitting: Sitting, desk: Desk | Look, spot: Spot | None, propose: Propose) -> State:
    """The state in which a session begins: where the reader left off, else at the first unit.

    Where the log holds more than when they left (a killed session, another machine), that is where
    the last edit was.
    """
    opened, document = sitting.opened, desk.history.document
    orphaned = sum(claim.orphaned is not None for claim in document.claims)
    setting = Setting(
        title=opened.article.metadata.title or opened.article.id,
        outline=opened.outline,
        codebook=sitting.codebook,
        coder=person(sitting.coder),
        people=tuple(person.name for person in opened.article.people)[:9],
        language=opened.article.metadata.language,
        table=sitting.table,
        read_only=isinstance(desk, Look),
        bidi=sitting.bidi,
        proposals=propose(sitting.home, opened, document) if orphaned else {},
    )
    waiting = f"{count(orphaned, 'claim')} without a place in the text: P shows where to put each"
    left = spot.position if spot else None
    resumed = last_place(desk.history) if spot is None or spot.seq < desk.seq else None
    state = State(
        setting=setting,
        history=desk.history,
        cursor=_cursor(opened, left if resumed is None else resumed),
        logged=desk.seq,
        synced=desk.seq,
        message=desk.notice or (waiting if orphaned else "" if resumed is None else RESUMED),
    )
    return scrolled(state)


def _cursor(opened: Opened, position: int | None) -> int:
    outline = opened.outline
    found = () if position is None else outline.sentences_in((position, position + 1))
    if found:
        return found[0].index
    return outline.units[0] if outline.units else 0


def _remember(memory: Memory, sitting: Sitting, state: State, seq: int) -> None:
    """Keep the place, and that this article was the last."""
    if state.sentence is not None:
        memory.spots[sitting.place.key] = Spot(state.sentence.start, seq)
    memory.last[str(sitting.home.root)] = sitting.opened.article.id
    memory.keep()


def _left(sitting: Sitting, state: State, *, minutes: int) -> Left:
    done, of = progress(state)
    return Left(
        article=sitting.opened.article.id,
        coder=visible(sitting.coder),
        claims=len(state.document.claims),
        decided=done,
        units=of,
        finished=state.document.finished,
        passages_left=_passages_left(state),
        path=sitting.home.shown(sitting.paths.document),
        minutes=minutes,
    )


def _passages_left(state: State) -> int:
    """How many passages still hold an undecided unit."""
    outline = state.setting.outline
    units = (outline.sentences[i] for i in outline.units)
    return len({unit.passage for unit in units if not decided(state.document, unit)})
