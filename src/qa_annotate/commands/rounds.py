"""Rounds: a person who codes an article again, to be compared with themselves.

The second round is a document of its own, `CODER.2.yaml`, and the session that makes it reads
nothing of the first but whether it is finished.
"""

from __future__ import annotations

from ..core.names import in_round, person, round_of
from ..core.records import Codebook
from ..errors import StoreError, UsageError
from ..store.documents import Paths, read_document
from ..store.project import Opened, Project


def in_this_round(coder: str, round_: int | None) -> str:
    """A coder's name in a round. Raises UsageError where the name is of another round already."""
    if round_ is None:
        return coder
    if round_of(coder) not in (1, round_):
        raise UsageError(
            f"'{coder}' is round {round_of(coder)}, and --round says {round_}.",
            hint=f"Give one of them: --coder {person(coder)} --round {round_}",
        )
    return in_round(person(coder), round_)


def require_first_round(home: Project, opened: Opened, codebook: Codebook, coder: str) -> None:
    """Refuse to begin a round before the one before is finished: it would be no second reading."""
    name, number = opened.article.id, round_of(coder)
    if number == 1 or coder in home.coders(name):
        return
    before = in_round(person(coder), number - 1)
    paths = Paths(home, name, before)
    if before not in home.coders(name):
        raise StoreError(
            f"{person(coder)} has no round {number - 1} of {name} to code again.",
            hint=f"Code it first: qa-annotate open {name} --coder {before}",
        )
    if not read_document(paths, opened, codebook).history.document.finished:
        raise StoreError(
            f"Round {number - 1} of {name} is not finished.",
            hint="Finish it in its session first (F); then code it again.",
        )
