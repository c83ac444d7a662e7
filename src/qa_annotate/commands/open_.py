"""`open`: a labelling session on an article, found or made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic

from ..core.codebook import key_clashes
from ..core.model import Codebook
from ..core.names import slug
from ..core.text import visible
from ..errors import FileError, Problem, QaAnnotateError, StoreError
from ..session.app import Session, require_terminal
from ..session.keys import taken
from ..session.labelling import LABELLING
from ..session.layout import scrolled
from ..session.plain import PlainSession, Read
from ..session.state import Setting, State, decided, progress
from ..store import project as store
from ..store.documents import Desk, Paths
from ..store.place import Memory, Place, recall
from ..store.project import Opened, Project
from .add import add_source, project_for
from .choosing import Ask, desk_at
from .who import likely_coder, named_coder
from .world import here, now

Tell = Callable[[str], None]
"""Tell the person something before the session begins."""

Lines = tuple[Read, Tell]
"""What reads a line behind a prompt, and what writes one: for a session without a screen."""

INSTEAD = (
    "Run it in a terminal, or add --plain for a session of lines and prompts; "
    "to see the structure alone: qa-annotate parse FILE"
)


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


def open_(
    article: str | None,
    *,
    coder: str | None = None,
    project: Path | None = None,
    encoding: str | None = None,
    plain: Lines | None = None,
    ask: Ask,
    tell: Tell,
) -> Left:
    """Open an article (a path, a name, or none: the last one) in a session, until it is left.

    With `plain` it is a session of lines and prompts, which needs no terminal.
    """
    if plain is None:
        require_terminal(INSTEAD)
    memory = recall()
    home, name, notices = _article(article, project, encoding, memory)
    opened = store.load_article(home, name)
    store.prepare(home)
    codebook = _codebook(home)
    who = named_coder(coder) or _remembered_coder(memory, ask)
    begun = monotonic()
    left = _session(
        home, opened, codebook, who, memory, lambda told: _tell_all(tell, notices, told), ask, plain
    )
    return replace(left, minutes=round((monotonic() - begun) / 60))


def _tell_all(tell: Tell, notices: tuple[str, ...], last: str) -> None:
    """Everything there is to tell, when the session is about to be painted."""
    for notice in (*notices, *([last] if last else [])):
        tell(notice)


# ---- what to open -------------------------------------------------------------------------------


def _article(
    wanted: str | None, chosen: Path | None, encoding: str | None, memory: Memory
) -> tuple[Project, str, tuple[str, ...]]:
    """The project, the article's name, and what to tell about how it was found."""
    if wanted is None:
        home = store.need_project(chosen, here())
        return home, _last_or_only(home, memory), ()
    known = _known_name(wanted, chosen)
    if known is not None:
        return (*known, ())
    home, notices = project_for(chosen)
    added = add_source(home, wanted, encoding=encoding)
    return home, added.article, (*notices, *added.notices)


def _known_name(wanted: str, chosen: Path | None) -> tuple[Project, str] | None:
    """The article of that name, where the words name no file."""
    if Path(wanted).exists():
        return None
    home = store.find_project(chosen.resolve() if chosen else here())
    if home is None:
        return None
    names = home.articles()
    if wanted in names:
        return home, wanted
    if names and not Path(wanted).suffix and "/" not in wanted:
        raise StoreError(
            f"There is neither a file nor an article '{wanted}'.",
            hint="The articles here: " + ", ".join(names),
        )
    return None


def _last_or_only(home: Project, memory: Memory) -> str:
    names = home.articles()
    last = memory.last.get(str(home.root))
    if last in names and last is not None:
        return last
    if len(names) == 1:
        return names[0]
    if not names:
        raise StoreError("This project has no article yet.", hint="Open one: qa-annotate open FILE")
    raise StoreError(
        "Which article? There are several: " + ", ".join(names),
        hint=f"Name one: qa-annotate open {names[0]}",
    )


def _codebook(home: Project) -> Codebook:
    """The codebook, refused where a label's key is one that the session needs."""
    codebook = store.load_codebook(home)
    clashes = key_clashes(codebook, taken())
    if clashes:
        path = home.shown(home.codebook_path)
        raise FileError(
            Problem(path, 1, "label-key", clashes[0][1]), hint="Give the label another key."
        )
    return codebook


def _remembered_coder(memory: Memory, ask: Ask) -> str:
    """Who codes, asked once and remembered."""
    if memory.coder is None:
        memory.coder = slug(ask("Your name as a coder", likely_coder()).strip() or likely_coder())
        memory.keep()
    return memory.coder


# ---- the session --------------------------------------------------------------------------------


def _session(
    home: Project,
    opened: Opened,
    codebook: Codebook,
    coder: str,
    memory: Memory,
    tell: Tell,
    ask: Ask,
    plain: Lines | None,
) -> Left:
    name = opened.article.id
    paths = Paths(home, name, coder)
    desk = desk_at(paths, opened, codebook, ask)
    _same_text(desk, opened)
    place = Place(project=str(home.root), article=name, coder=coder)
    setting = Setting(
        title=opened.article.metadata.title or name,
        outline=opened.outline,
        codebook=codebook,
        coder=coder,
        people=tuple(person.name for person in opened.article.people)[:9],
        language=opened.article.metadata.language,
    )
    cursor = _cursor(opened, memory.positions.get(place.key))
    state = State(
        setting=setting, history=desk.history, cursor=cursor, logged=desk.seq, synced=desk.seq
    )
    state = scrolled(replace(state, message=desk.notice))
    tell(desk.notice)
    try:
        if plain is not None:
            state = PlainSession(state, desk, now, *plain).run()
        else:
            state = Session(LABELLING, state, desk, now).run()
    except StoreError as error:
        raise QaAnnotateError(
            f"{error.message} What was acknowledged is in {home.shown(paths.log)}.",
            hint=error.hint,
        ) from None
    finally:
        desk.close()
    if state.sentence is not None:
        memory.positions[place.key] = state.sentence.start
    memory.last[str(home.root)] = name
    memory.keep()
    done, of = progress(state)
    return Left(
        article=name,
        coder=visible(coder),
        claims=len(state.document.claims),
        decided=done,
        units=of,
        finished=state.document.finished,
        passages_left=_passages_left(state),
        path=home.shown(paths.document),
    )


def _passages_left(state: State) -> int:
    """How many passages still hold an undecided unit."""
    outline = state.setting.outline
    units = (outline.sentences[i] for i in outline.units)
    return len({unit.passage for unit in units if not decided(state.document, unit)})


def _same_text(desk: Desk, opened: Opened) -> None:
    """Refuse to code on another text than the document was begun on: positions mean that one."""
    if desk.history.document.text_sha256 != opened.article.custody.text_sha256:
        desk.close()
        raise StoreError(
            f"{desk.paths.document.name} was labelled on another version of article.txt.",
            hint="Put that text back, or code under another name with --coder.",
        )


def _cursor(opened: Opened, position: int | None) -> int:
    """The sentence where the reader left off, else the first unit."""
    outline = opened.outline
    if position is not None:
        found = outline.sentences_in((position, position + 1))
        if found:
            return found[0].index
    return outline.units[0] if outline.units else 0
