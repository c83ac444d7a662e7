"""What a session takes from whoever sits down to it (keys, who arranges rows), and the sitting."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Any, TypeVar, cast, get_args

from ..core.bidi import has_right_to_left
from ..core.codebook import key_clashes
from ..core.records import Codebook
from ..errors import FileError, Problem, QaAnnotateError, StoreError, UsageError
from ..session.app import Program, Session
from ..session.arranging import chosen_by
from ..session.keys import TABLE as LABELLING
from ..session.keys import Bidi, Key, RemapError, remapped, taken
from ..session.plain import PlainSession, Read, Spoken
from ..session.settling.keys import TABLE as SETTLING
from ..store import project as store
from ..store.documents import Desk
from ..store.keymap import keymap_path, load_keymap
from ..store.looking import Look
from ..store.project import Project
from .world import now

Tell = Callable[[str], None]
"""Tell the person something before the session begins."""

Lines = tuple[Read, Tell]
"""What reads a line behind a prompt, and what writes one: for a session without a screen."""

S = TypeVar("S", bound=Any)
"""The state of a session about an annotation document: its setting has an outline and `bidi`."""


def own_keys(table: Sequence[Key], what: str) -> tuple[Key, ...]:
    """A session's keys, with those that the user changed; `what` names the session.

    One file serves all sessions: a command that only another has is left to that one. Raises
    FileError where a command is unknown to all, or a key would mean two things.
    """
    ours = {entry.name for entry in table}
    others = {entry.name for entry in (*LABELLING, *SETTLING)} - ours
    changes = {name: keys for name, keys in load_keymap().items() if name not in others}
    try:
        return remapped(changes, table)
    except RemapError as error:
        problem = Problem(str(keymap_path()), 1, "keys", f"{error}, {what}")
        raise FileError(problem, hint="Mend that file.") from None


def codebook_for(home: Project, table: Sequence[Key]) -> Codebook:
    """The codebook, refused where a label's key is one that the session needs."""
    codebook = store.load_codebook(home)
    clashes = key_clashes(codebook, taken(table))
    if clashes:
        path = home.shown(home.codebook_path)
        raise FileError(
            Problem(path, 1, "label-key", clashes[0][1]), hint="Give the label another key."
        )
    return codebook


def arranges(asked: str | None) -> Bidi:
    """Who arranges text that runs from right to left: as was said, else by the terminal's name."""
    if asked is None:
        return chosen_by(os.environ)
    if asked not in get_args(Bidi):
        raise UsageError(f"--bidi is one of {', '.join(get_args(Bidi))}, not '{asked}'.")
    return cast(Bidi, asked)


def kept_in_order(bidi: Bidi, text: str) -> bool:
    """Whether a terminal that could is to leave the order of a text's letters alone."""
    return bidi != "terminal" and has_right_to_left(text)


def sat(
    program: Program[S],
    spoken: Spoken[S],
    state: S,
    desk: Desk | Look,
    plain: Lines | None,
    *,
    mouse: bool,
) -> S:
    """The state in which a session was left: on the screen, or as lines where `plain` is given."""
    try:
        if plain is not None:
            return PlainSession(spoken, state, desk, now, *plain).run()
        in_order = kept_in_order(state.setting.bidi, state.setting.outline.text)
        return Session(program, state, desk, now, mouse=mouse, in_order=in_order).run()
    except StoreError as error:
        shown = desk.paths.project.shown(desk.paths.log)
        raise QaAnnotateError(
            f"{error.message} What was acknowledged is in {shown}.", hint=error.hint
        ) from None
