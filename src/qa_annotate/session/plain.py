"""The session as lines and prompts: for screen readers, dumb terminals and scripts.

The same state and the same keys as on the full screen, one sentence at a time. A line of letters is
pressed key by key; what a question asks for is the next line. Nothing is drawn over anything.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from ..core.codebook import lacks
from ..core.text import visible
from ..errors import StoreError
from . import lines
from .actions import Action, Append, Effect, Failed, Keeper, Leave, Logged, Pasted, Press, Synced
from .keys import footer, help_lines
from .palette import commands, listed, told
from .placing import told as told_of_orphan
from .state import State, claim_here, progress
from .update import update

Read = Callable[[str], str | None]
"""Show a prompt and read a line; None at the end of what there is to read."""

Write = Callable[[str], None]


S = TypeVar("S", bound=Any)
"""The state of any session: it has a mode, a line and a message."""


@dataclass(frozen=True, kw_only=True)
class Spoken(Generic[S]):
    """A kind of session as lines: its functions over its own state."""

    update: Callable[[S, Action, str], tuple[S, tuple[Effect, ...]]]
    keys: Callable[[S], Sequence[tuple[str, str]]]
    help: Callable[[S], Sequence[tuple[str, str]]]
    place: Callable[[S], Iterator[str]]  # where the cursor stands
    moved: Callable[[S, S], bool]  # whether that is to be told again
    prompt: Callable[[S], str]
    saved: Callable[[S], object]


class PlainSession(Generic[S]):
    """A session on lines: the state, and what reads, writes and keeps."""

    def __init__(
        self,
        spoken: Spoken[S],
        state: S,
        keeper: Keeper,
        clock: Callable[[], str],
        read: Read,
        write: Write,
    ) -> None:
        self.state = state
        self._spoken = spoken
        self._keeper = keeper
        self._clock = clock
        self._read = read
        self._write = write
        self._left = False

    def run(self) -> S:
        """Read and answer until the person leaves or there is nothing more to read."""
        keys = self._spoken.keys(self.state)
        self._say("keys: " + ", ".join(f"{key} {word}" for key, word in keys))
        self._show_place()
        while not self._left:
            line = self._read(visible(self._spoken.prompt(self.state)))
            if line is None:
                break
            self._take(line)
        self._keeper.flush()
        self._keeper.sync()
        self._keeper.save(self._spoken.saved(self.state), self._clock())
        return self.state

    def _take(self, line: str) -> None:
        before = self.state
        if self.state.mode == "line" and self.state.line is not None:
            if line:  # an answer takes the place of what stands; an empty line keeps it
                self.state = replace(self.state, line=lines.emptied(self.state.line))
            self._do(Pasted(line))
            self._press("enter")
        else:
            self._keys(line)
        self._answer(before)

    def _keys(self, line: str) -> None:
        """Each letter as a key; behind `:`, `/` and `?` the rest of the line is their answer."""
        for place, letter in enumerate(line):
            self._press("space" if letter == " " else letter)
            rest = line[place + 1 :]
            if self._left or self.state.mode == "help":
                self._do(Pasted(rest))
                return
            if self.state.mode == "line" and rest:
                self._do(Pasted(rest))
                self._press("enter")
                return

    def _press(self, key: str) -> None:
        self._do(Press(key=key, fresh=secrets.randbits(50)))

    def _do(self, action: Action) -> None:
        self.state, effects = self._spoken.update(self.state, action, self._clock())
        for effect in effects:
            if isinstance(effect, Append):
                self._append(effect)
            elif isinstance(effect, Leave):
                self._left = True

    def _append(self, effect: Append) -> None:
        seq = self._keeper.append(effect.edit, self._clock())
        self._do(Logged(seq, effect.edit))
        try:
            self._keeper.flush()
            self._do(Synced(self._keeper.sync()))
        except StoreError as error:
            self._do(Failed(error.message))

    # ---- what is said

    def _answer(self, before: S) -> None:
        if self.state.mode == "help":
            for keys, line in listed(self.state.line, self._spoken.help(self.state)):
                self._say(f"{keys}: {line}")
            self._press("escape")
        if self.state.message:
            self._say(self.state.message)
        if self._left:
            return
        if self.state.mode == "line" and self.state.line is not None:
            for number, choice in enumerate(self.state.line.choices, start=1):
                self._say(f"{number} {choice}")
            if self.state.line.purpose == "palette":
                for entry in commands(self.state.line, self.state.setting.table):
                    self._say(told(entry))
            return
        if self._spoken.moved(before, self.state):
            self._show_place()

    def _show_place(self) -> None:
        for line in self._spoken.place(self.state):
            self._say(line)

    def _say(self, line: str) -> None:
        self._write(visible(" ".join(line.split())))


def place(state: State) -> Iterator[str]:
    """Where the cursor stands: the question, the sentence, its claim, and how far one is."""
    outline = state.setting.outline
    if state.mode == "place":
        yield from told_of_orphan(state)
        return
    if state.sentence is None or state.selection is None:
        yield "This article holds no text."
        return
    passage = outline.passages[state.sentence.passage]
    if passage.pair is not None:
        start, end = passage.pair.question
        yield f"{passage.id}: {outline.text[start:end]}"
    start, end = state.selection
    yield f"{state.sentence.role}: {outline.text[start:end]}"
    for first, last in state.document.redactions:
        if first < end and start < last:
            yield f"not to be published: {outline.text[first:last]}"
    claim = claim_here(state)
    if claim is not None:
        lacking = "".join(f"; lacks {words}" for words in lacks(claim, state.setting.codebook))
        note = f"; note: {claim.note}" if claim.note else ""
        yield f"claim: {claim.label}{lacking}{note}"


def asked(line: lines.TextLine) -> str:
    """The question of a line, with what stands there already."""
    return f"{line.prompt} [{line.text}]: " if line.text else f"{line.prompt}: "


def prompt(state: State) -> str:
    """What is asked for now: the state of saving and the keys, or the question of a line."""
    if state.mode == "line" and state.line is not None:
        return asked(state.line)
    if state.mode == "confirm":
        return "y or n: "
    if state.mode == "place":
        return "y puts it there, n another, ] next claim, = by hand, q leaves: "
    done, of = progress(state)
    saved = "saved" if state.synced >= state.logged else "NOT SAVED"
    saved = "read only" if state.setting.read_only else saved
    return f"[{saved} {done}/{of}] "


def _moved(before: State, after: State) -> bool:
    shown = (before.orphan, before.proposal, before.mode == "place")
    return (
        before.selection != after.selection
        or before.document != after.document
        or shown != (after.orphan, after.proposal, after.mode == "place")
    )


def _keys(state: State) -> tuple[tuple[str, str], ...]:
    return footer(state.mode, state.setting.codebook, state.setting.table)


LABELLING: Spoken[State] = Spoken(
    update=update,
    keys=_keys,
    help=lambda state: help_lines(state.setting.codebook, "text", state.setting.table),
    place=place,
    moved=_moved,
    prompt=prompt,
    saved=lambda state: state.document,
)
"""The labelling session as lines."""
