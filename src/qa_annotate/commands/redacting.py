"""What goes out without the names of those who must stay hidden; or, with them, only on purpose.

Redaction fails closed: what was written is searched once more before it takes its place, and
nothing is left where it was to be if anybody is told in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from ..core.model import Span
from ..core.project import People
from ..core.protecting.leaking import Guard, Leak, leaks
from ..core.protecting.people import HOPELESS, names_of
from ..core.protecting.replacing import cast
from ..core.protecting.walking import Scope, Walk, keys_of, scope
from ..errors import FileError, StoreError
from ..store import project as store
from ..store.people import load_people
from ..store.project import Opened, Project
from .coding import Coded, Gathered, gather, settled_document
from .people import problems

T = TypeVar("T")
Confirm = Callable[[str], str]
"""Shows a question in a terminal and gives what was typed."""

_MOST = 8
"""How many places a refusal names."""
ENDANGERED = frozenset({"endangers source", "endangers third party"})
_WORDS = "include sensitive names"


@dataclass(frozen=True, kw_only=True)
class Redaction:
    """How everything that goes out is redacted, and what to tell of it."""

    people: People
    walk: Walk
    notices: tuple[str, ...]

    def over(self, value: T) -> T:
        """The value without names."""
        return self.walk.over(value)

    def about(self, article: str, value: T) -> T:
        """Something about an article that doesn't name it itself."""
        return self.walk.over(value, self.walk.scopes[article])

    def guard(self, value: object, own: Sequence[str] = ()) -> Guard:
        """What to search files for that were written of a redacted value; `own` are our words."""
        who = self.walk.who
        return Guard(people=self.people, patterns=who.patterns, keys=keys_of(value), own=own)


def redaction(gathered: Gathered) -> Redaction:
    """How the articles of some gathered work are redacted: by the project's people, and by what any
    coder marked in them.

    Raises FileError where the list of people is of no use, StoreError where there is nobody to hide
    or marks stand on an earlier text.
    """
    home = gathered.project
    people = _usable(home)
    whole = gather(home.root, [coded.opened.article.id for coded in gathered.articles])
    marks = {c.opened.article.id: tuple(_marks(home, c)) for c in whole.articles}
    if not people.people and not any(marks.values()):
        raise StoreError(
            "There is nobody to hide: no annotations/people.yaml, and nothing is marked.",
            hint="List people with: qa-annotate people add NAME; m marks words in a session.",
        )
    opened = [coded.opened for coded in whole.articles]
    words = (o.text[slice(*mark)] for o in opened for mark in marks[o.article.id])
    who = cast(people, words, _names(home))
    scopes = {o.article.id: scope(o.article, o.text, marks[o.article.id], who) for o in opened}
    return Redaction(
        people=people,
        walk=Walk(who=who, scopes=scopes),
        notices=tuple(_notices(home, opened, scopes)),
    )


def _usable(home: Project) -> People:
    people = load_people(home)
    hopeless = [problem for problem in problems(home) if problem.rule in HOPELESS]
    if hopeless:
        raise FileError(hopeless[0], hint="Mend annotations/people.yaml, then try again.")
    return people


def _marks(home: Project, coded: Coded) -> Iterator[Span]:
    """What anybody marked in an article, whoever's work is asked for."""
    article = coded.opened.article
    documents = list(coded.documents)
    settled = settled_document(home, coded.opened, store.load_codebook(home))
    documents += [settled] if settled is not None else []
    for document in documents:
        if document.redactions and document.text_sha256 != article.custody.text_sha256:
            raise StoreError(
                f"{document.coder} marked words on an earlier text of {article.id}.",
                hint=f"Bring the marks to the text there is: qa-annotate reanchor {article.id}",
            )
        yield from document.redactions


def _names(home: Project) -> Iterator[str]:
    """The names of articles and coders, which stay told apart when they change."""
    for name in home.articles():
        yield name
        yield from home.coders(name)


def _notices(home: Project, opened: Sequence[Opened], scopes: Mapping[str, Scope]) -> Iterator[str]:
    hidden = sum(len(found.replaced.old) for found in scopes.values())
    yield f"Replaced in the texts: {hidden} stretches; positions are those of the redacted text."
    copies = sum(len(list((home.folder(o.article.id) / "evidence").glob("*"))) for o in opened)
    words = f" and {copies} copies of evidence" if copies else ""
    yield f"Left out, since they can't be checked: {len(opened)} sources{words}, and all digests."
    if any(o.article.custody.url or o.article.metadata.url for o in opened):
        yield "Addresses of sources stay, without names: whoever follows them reads the original."
    yield "Descriptions can tell who somebody is: a person must read it before it goes out."


# ---- proving it ---------------------------------------------------------------------------------


def prove(files: Mapping[str, bytes], guard: Guard) -> None:
    """Refuse files in which anybody is told, and paths that tell. Raises StoreError with the
    places, people by their ids."""
    found = [leak for path, data in files.items() for leak in leaks(path, data, guard)]
    for number, path in enumerate(files, start=1):
        found += [
            replace(leak, path=f"the name of file {number}")
            for leak in leaks("", path.encode(), replace(guard, own=()))
        ]
    if found:
        raise StoreError(
            f"Nothing was written: after redaction there is still {_told(found)}.",
            hint="List the spelling in annotations/people.yaml (or give such a person `parts: "
            "false`, where a name is an everyday word); and report this: it should not happen.",
        )


def _told(found: Sequence[Leak]) -> str:
    places = [f"{leak.person or 'marked words'} in {leak.path}:{leak.line}" for leak in found]
    more = f" and {len(places) - _MOST} more" if len(places) > _MOST else ""
    return ", ".join(places[:_MOST]) + more


# ---- sending names on purpose -------------------------------------------------------------------


def on_purpose(
    home: Project, files: Mapping[str, bytes], include: bool, confirm: Confirm | None
) -> None:
    """Let files with names of people in danger go out only if that is meant.

    Raises StoreError where it isn't confirmed.
    """
    people = load_people(home)
    known = [p for p in people.people if p.sensitivity in ENDANGERED]
    if include or not known:
        return
    told = _told_in(files.values(), replace(people, people=tuple(known)))
    if not told:
        return
    who = ", ".join(told)
    if confirm is not None:
        asked = f"This names people who may be endangered by it ({who}). To go on, type: {_WORDS}"
        if confirm(asked).strip().casefold() == _WORDS:
            return
    raise StoreError(
        f"Nothing was written: it names people who may be endangered by it ({who}).",
        hint="Replace them with --redact; or, if it must be, add --include-sensitive.",
    )


def _told_in(files: Iterable[bytes], people: People) -> list[str]:
    """The ids of those who are told in some files."""
    guard = Guard(people=people, patterns=names_of(people))
    found = {leak.person for data in files for leak in leaks("", data, guard)}
    return [person.id for person in people.people if person.id in found]
