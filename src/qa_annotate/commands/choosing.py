"""Where a document and its log disagree, the person says which is right before a session begins."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from ..core.records import Codebook, Document
from ..core.text import visible
from ..errors import FileError, LockedError, StoreError
from ..store.documents import OLDER, TWICE, Choice, Desk, Paths, open_desk
from ..store.project import Opened
from .world import TOOL, now

Ask = Callable[[str, str], str]
"""Ask the person a question, offering an answer; what they say."""

_CHOICES: Mapping[str, tuple[Choice, ...]] = MappingProxyType(
    {OLDER: ("log", "file"), TWICE: ("log", "file", "both")}
)
_LEAVE = "leave"
_LEAVE_FIRST = "Leave that session first (q), or code under another name with --coder."


def desk_at(
    paths: Paths, opened: Opened, codebook: Codebook, ask: Ask, by: str | None = None
) -> Desk:
    """A desk at a document; where file and log disagree, the person is asked which is right.

    `by` is who edits, where it isn't the coder.
    """
    try:
        return open_desk(paths, opened, codebook, at=now(), tool=TOOL.version, by=by)
    except LockedError as error:
        hint = f"{_LEAVE_FIRST} To look at it meanwhile: add --read-only to open."
        raise LockedError(error.message, hint=hint) from None
    except FileError as error:
        if error.problem.rule not in _CHOICES:
            raise
        choice = _chosen(error, _CHOICES[error.problem.rule], ask)
    return open_desk(paths, opened, codebook, at=now(), tool=TOOL.version, by=by, choice=choice)


def same_text(document: Document, opened: Opened) -> None:
    """Refuse to go on with another text than a document was made on: positions mean that one."""
    if document.text_sha256 != opened.article.custody.text_sha256:
        raise StoreError(
            f"{document.coder} labelled {opened.article.id} on an earlier text of it.",
            hint=f"Bring it to the text there is now: qa-annotate reanchor {opened.article.id}",
        )


def _chosen(error: FileError, choices: tuple[Choice, ...], ask: Ask) -> Choice:
    """What the person says; leaving changes nothing."""
    words = visible(f"{error.message}\n{error.hint or ''}", keep_newlines=True)
    answers = ", ".join((*choices, _LEAVE))
    said = ask(f"{words}\nWhich is right? ({answers})", _LEAVE).strip().lower()
    while said not in (*choices, _LEAVE):
        said = ask(f"One of {answers}", _LEAVE).strip().lower()
    if said == _LEAVE:
        raise error
    return next(choice for choice in choices if choice == said)
