"""Blind coding: what a project shows before its coders have finished, and to whom."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..core.assigning import assigned_to
from ..core.blinding import awaited
from ..core.names import person
from ..core.records import Document, Unblinded
from ..errors import BlindError, UsageError
from ..store import project as store
from ..store.documents import ADJUDICATED, Paths, read_document
from ..store.unblinding import record_unblinding
from .coding import Coded, Gathered, gather, waiting
from .who import who_edits
from .world import TOOL, here, now

_NAMED = 12
"""How many unfinished documents a refusal names."""


def looker() -> str:
    """Who sits here: named by the environment, remembered, or what the machine says."""
    return person(who_edits(None))


def allow(gathered: Gathered, command: str, unblind: str | None = None) -> tuple[str, ...]:
    """Let a command show the documents it has gathered; what to tell the person.

    In a blind project that needs every document concerned to be finished (`core.blinding` has the
    rule), or a reason in `unblind`, which goes on record before anything is shown. Raises
    BlindError, naming the documents that are not finished; UsageError for a reason without words.
    """
    if unblind is not None and not unblind.strip():
        raise UsageError("--unblind takes the reason why it must be.", hint="--unblind REASON")
    blind = Blind.of(gathered)
    if blind is None:
        return _nothing_blind(unblind)
    shown = {c.opened.article.id: {d.coder for d in c.documents} for c in gathered.articles}
    unfinished = [
        f"{coded.opened.article.id}/{coder}"
        for coded in gathered.articles
        for coder in blind.awaited(coded)
    ]
    if not unfinished:
        return _nothing_blind(unblind)
    if unblind is None:
        raise BlindError(
            f"This project is coded blind, and not finished yet: {_some(unfinished)}.",
            hint="Wait for them; or look all the same, which is recorded: --unblind REASON",
        )
    looked = Unblinded(
        command=command,
        why=unblind.strip(),
        shown=tuple(f"{name}/{coder}" for name, who in shown.items() for coder in sorted(who)),
        unfinished=tuple(unfinished),
    )
    record_unblinding(gathered.project, blind.looker, looked, at=now(), tool=TOOL.version)
    return (f"Recorded as looked at by {blind.looker} before it was finished.",)


def out_of_sight(project: Path | None, articles: Sequence[str] = ()) -> tuple[str, ...]:
    """The documents of a blind project (or of some articles) that the person at the keyboard may
    not see yet, each as ARTICLE/CODER. None in a project that isn't blind."""
    home = store.need_project(project, here())
    return hidden(gather(home.root, articles)) if store.load_settings(home).blind else ()


def hidden(gathered: Gathered) -> tuple[str, ...]:
    """Those of everybody's gathered documents that are out of sight; with any of an article's, what
    was settled of it."""
    blind = Blind.of(gathered)
    found: list[str] = []
    for coded in gathered.articles if blind else ():
        name = coded.opened.article.id
        own = [d.coder for d in coded.documents if blind and not blind.in_sight(coded, d.coder)]
        settled = own and Paths(gathered.project, name, ADJUDICATED).exists
        found += [f"{name}/{coder}" for coder in (*own, *([ADJUDICATED] if settled else []))]
    return tuple(found)


def in_sight(gathered: Gathered) -> Gathered:
    """Of everybody's gathered documents, those that the person at the keyboard may see."""
    out = hidden(gathered)
    return replace(gathered, articles=tuple(_seen(c, out) for c in gathered.articles))


def _seen(coded: Coded, out: Collection[str]) -> Coded:
    name = coded.opened.article.id
    seen = (d for d in coded.documents if f"{name}/{d.coder}" not in out)
    return replace(coded, documents=tuple(seen))


def _nothing_blind(unblind: str | None) -> tuple[str, ...]:
    return () if unblind is None else ("Nothing here is blind: --unblind was not needed.",)


def _some(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")


@dataclass(frozen=True, kw_only=True)
class Blind:
    """A project that is coded blind, and who looks at it."""

    gathered: Gathered
    looker: str

    @classmethod
    def of(cls, gathered: Gathered) -> Blind | None:
        """The project as the person at the keyboard may see it; None where it isn't blind."""
        return cls(gathered=gathered, looker=looker()) if gathered.settings.blind else None

    def awaited(self, coded: Coded) -> tuple[str, ...]:
        """Who must finish an article before its documents may be shown together."""
        name, shown = coded.opened.article.id, {d.coder for d in coded.documents}
        return awaited(
            self._finished(coded),
            shown,
            self.looker,
            assigned=self._assigned(name),
            asked=waiting(self.gathered, name),
        )

    def in_sight(self, coded: Coded, coder: str) -> bool:
        """Whether one document of an article may be shown."""
        name = coded.opened.article.id
        assigned = self._assigned(name)
        return not awaited(self._finished(coded), {coder}, self.looker, assigned=assigned)

    def _assigned(self, article: str) -> tuple[str, ...]:
        return assigned_to(self.gathered.settings.assignments, article)

    def _finished(self, coded: Coded) -> Mapping[str, bool]:
        """Who has finished, of those gathered and of the looker's own documents."""
        return {d.coder: d.finished for d in (*coded.documents, *self._own(coded))}

    def _own(self, coded: Coded) -> Iterator[Document]:
        """What the looker has recorded about an article, where that wasn't gathered."""
        name, there = coded.opened.article.id, {d.coder for d in coded.documents}
        home, codebook = self.gathered.project, self.gathered.codebook
        for coder in home.coders(name):
            if person(coder) == self.looker and coder not in there:
                found = read_document(Paths(home, name, coder), coded.opened, codebook)
                yield found.history.document
