"""What a session knows at one moment, as a value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from ..core.codebook import lacks
from ..core.editing import Hand
from ..core.fitting import stands
from ..core.history import History
from ..core.model import Sentence, Span
from ..core.outline import Outline, Tally, is_read
from ..core.placing import Placed, Placing
from ..core.records import Claim, Codebook, Document
from ..core.results import Proposal
from .keys import TABLE, Bidi, Key, Mode
from .lines import TextLine


@dataclass(frozen=True, kw_only=True, eq=False)
class Setting:
    """What stays the same as long as the session lasts."""

    title: str
    outline: Outline
    codebook: Codebook
    coder: str
    people: tuple[str, ...] = ()
    language: str | None = None
    table: tuple[Key, ...] = TABLE
    read_only: bool = False
    bidi: Bidi = "off"
    proposals: Mapping[str, Sequence[Proposal]] = field(default_factory=dict)
    """Where claims without a place may stand, by their ids."""
    placing: Placing = field(default_factory=Placing)
    tally: Tally = field(default_factory=Tally)


Purpose: TypeAlias = Literal[
    "note",
    "reason",
    "why",
    "speaker",
    "relays",
    "blames",
    "evidence",
    "bearing",
    "independent",
    "evidence-why",
    "attribute",
    "attribute-value",
    "gloss",
    "memo",
    "search",
    "palette",
    "help",
]


@dataclass(frozen=True, kw_only=True, slots=True)
class Line(TextLine):
    """A line being written: what it is for, and on which claim."""

    purpose: Purpose
    claim: str = ""
    label: str = ""  # the label that a new decision gives, the attribute or language written
    told: tuple[str, ...] = ()  # the answers to the questions before this one
    earlier: int = 0  # how far back in the earlier answers


@dataclass(frozen=True, kw_only=True, slots=True)
class Top:
    """The first row on screen: a block of the article, and a row in it."""

    block: int = 0
    row: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class State:
    """The session: the document with its history, the cursor, and what is on screen."""

    setting: Setting
    history: History
    cursor: int  # a sentence's index
    chosen: Span | None = None  # what is selected, where it isn't the sentence under the cursor
    everything: bool = False  # step through all sentences, not the units alone
    mode: Mode = "text"
    line: Line | None = None
    top: Top = field(default_factory=Top)
    help_row: int = 0
    size: tuple[int, int] = (24, 80)  # rows, columns
    asked: Literal["finish", "leave", "place"] = "finish"  # what a confirmation is about
    orphan: str = ""  # the claim without a place that is at hand
    proposal: int = 0  # which of its proposals is shown
    hint_start: int | None = None  # the word that hints picked first
    came_from: int = 0  # the cursor before a search began
    searched: str = ""
    codebook_shown: bool = False
    cues_shown: bool = False
    last_label: str = ""
    answers: Mapping[str, Sequence[str]] = field(default_factory=dict)  # by purpose, newest first
    message: str = ""
    logged: int = 0  # the last entry handed to the log
    synced: int = 0  # the last entry that the disk has
    trouble: str = ""  # why the disk does not take it

    @property
    def document(self) -> Document:
        """The document as it stands."""
        return self.history.document

    @property
    def sentence(self) -> Sentence | None:
        """The sentence under the cursor; None in a text that has none."""
        sentences = self.setting.outline.sentences
        return sentences[self.cursor] if sentences else None

    @property
    def selection(self) -> Span | None:
        """What a label key would label."""
        if self.chosen is not None:
            return self.chosen
        return (self.sentence.start, self.sentence.end) if self.sentence else None


# ---- derived ------------------------------------------------------------------------------------


def hand(state: State, at: str) -> Hand:
    """Who edits, and when."""
    setting = state.setting
    return Hand(coder=setting.coder, at=at, codebook=setting.codebook, outline=setting.outline)


def decided(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence was read to its end, labelled or not."""
    return is_read(document.read, (sentence.start, sentence.end))


def progress(state: State) -> tuple[int, int]:
    """Units decided, and units in all."""
    outline = state.setting.outline
    return state.setting.tally.of(outline, state.document.read), len(outline.units)


def draws(state: State, claim: Claim) -> bool:
    """Whether a claim's words still stand at its position: only then is it drawn there."""
    return stands(claim, state.setting.outline.text)


def placed(state: State) -> Placed:
    """The claims by where they stand."""
    return state.setting.placing.of(state.document.claims)


def orphan_place(state: State) -> int | None:
    """Where in the list the claim without a place stands that is being looked at, if one is."""
    if not state.orphan:
        return None
    return next((i for i, c in enumerate(state.document.claims) if c.id == state.orphan), None)


def claims_in(state: State, span: Span) -> tuple[Claim, ...]:
    """Claims that share a character with a span and whose words stand there."""
    return tuple(claim for claim in placed(state).touching(span) if draws(state, claim))


def claim_here(state: State) -> Claim | None:
    """The claim under the cursor: at exactly the selection, else the shortest that touches it."""
    if state.orphan and state.mode != "text":
        return next((c for c in state.document.claims if c.id == state.orphan), None)
    if state.selection is None:
        return None
    near = claims_in(state, state.selection)
    exact = [claim for claim in near if claim.position == state.selection]
    return min(exact or near, key=lambda c: c.position[1] - c.position[0], default=None)


def incomplete(state: State) -> tuple[Claim, ...]:
    """Claims whose label still lacks something."""
    codebook = state.setting.codebook
    return tuple(claim for claim in state.document.claims if lacks(claim, codebook))
