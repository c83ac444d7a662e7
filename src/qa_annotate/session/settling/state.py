"""What a session that settles disagreements knows at one moment."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from ...core.cases import Case, Source, Standing, of_case, progressed
from ...core.editing import Hand
from ...core.history import History
from ...core.model import Span
from ...core.names import person
from ...core.outline import Outline
from ...core.records import Claim, Codebook, Document, ErrorKind, Settlement
from ...core.settling import Bench
from ..keys import Bidi, Key, Mode
from ..lines import TextLine
from .keys import TABLE


@dataclass(frozen=True, kw_only=True, eq=False)
class Setting:
    """What stays the same: the coders' documents and what there is to settle in them.

    `names` says what each coder is called on the screen; with hidden names nobody else is named.
    """

    title: str
    outline: Outline
    codebook: Codebook
    adjudicator: str
    sources: tuple[Source, ...]
    cases: tuple[Case, ...]  # in the order in which they are shown
    names: Mapping[str, str]
    anonymous: bool = False
    people: tuple[str, ...] = ()
    table: tuple[Key, ...] = TABLE
    bidi: Bidi = "off"

    @cached_property
    def claimed(self) -> int:
        """How many cases somebody claims something in; units that nobody claims come behind."""
        return sum(case.kind != "blank" for case in self.cases)


Purpose = Literal[
    "anew",
    "why",
    "error",
    "union",
    "reason",
    "speaker",
    "relays",
    "blames",
    "memo",
    "palette",
    "help",
]


@dataclass(frozen=True, kw_only=True, slots=True)
class Line(TextLine):
    """A line being written: what it is for, and what was told before."""

    purpose: Purpose
    label: str = ""
    told: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class State:
    """The session: the adjudicated document with its history, and the case under the cursor."""

    setting: Setting
    history: History
    standings: tuple[Standing, ...] = ()
    cursor: int = 0  # a case
    chosen: Span | None = None  # what is selected, where it isn't the case's own words
    why: str = ""  # written before the case is settled
    error: ErrorKind | None = None  # marked before the case is settled
    mode: Mode = "text"
    line: Line | None = None
    below: int = 0  # rows of the sides that stand above the screen
    help_row: int = 0
    size: tuple[int, int] = (24, 80)
    asked: Literal["finish", "leave"] = "finish"
    codebook_shown: bool = False
    message: str = ""
    logged: int = 0
    synced: int = 0
    trouble: str = ""

    @property
    def document(self) -> Document:
        """The adjudicated document as it stands."""
        return self.history.document

    @property
    def case(self) -> Case | None:
        """The case under the cursor; None where there is nothing to settle."""
        cases = self.setting.cases
        return cases[self.cursor] if cases else None

    @property
    def standing(self) -> Standing:
        """How the case under the cursor stands."""
        return self.standings[self.cursor] if self.standings else Standing()

    @property
    def selection(self) -> Span | None:
        """What a label key would label."""
        if self.chosen is not None or self.case is None:
            return self.chosen
        made = self.made
        return made[0].position if made else likely(self.case)

    @property
    def made(self) -> tuple[Claim, ...]:
        """The claims that the case's settlement made."""
        settlement = self.standing.settlement
        ids = settlement.claims if settlement else ()
        if not ids:
            return ()
        return tuple(claim for claim in self.document.claims if claim.id in ids)


def likely(case: Case) -> Span:
    """The words that most coders claim; of several the longest, then the first."""
    spans = [claim.position for claim in case.claims] or [case.span]
    return min(spans, key=lambda s: (-spans.count(s), s[0] - s[1], s[0]))


def candidates(state: State) -> tuple[Span, ...]:
    """Words to choose from: each claim's, all of them joined, those that all claims share."""
    case = state.case
    if case is None:
        return ()
    found = [claim.position for claim in (*state.made, *case.claims)]
    shared = (max(s for s, _ in found), min(e for _, e in found)) if found else (0, 0)
    extra = [case.span, *([shared] if shared[0] < shared[1] else [])]
    sentences = [(s.start, s.end) for s in state.setting.outline.sentences_in(case.span)]
    return tuple(dict.fromkeys([likely(case), *found, *extra, *sentences]))


def bench(state: State, at: str, fresh: int) -> Bench:
    """Who settles, and when."""
    setting = state.setting
    hand = Hand(
        coder=setting.adjudicator, at=at, codebook=setting.codebook, outline=setting.outline
    )
    return Bench(hand=hand, sources=setting.sources, fresh=fresh)


def progress(state: State) -> tuple[int, int]:
    """Cases that were settled by a person, and those that have to be; agreed ones don't count."""
    return progressed(state.setting.cases, state.standings)


def settlements(state: State) -> tuple[Settlement, ...]:
    """The settlements of the case under the cursor."""
    return of_case(state.case, state.document) if state.case else ()


def name_of(setting: Setting, coder: str) -> str:
    """What a coder is called on the screen."""
    return setting.names.get(coder, "somebody" if setting.anonymous else coder)


def masked(setting: Setting, text: str) -> str:
    """What a person wrote, with coders' names hidden where they are to be."""
    return hidden(text, setting.names) if setting.anonymous else text


def hidden(text: str, names: Mapping[str, str]) -> str:
    """Text with every coder's name replaced by what the coder is called; a round counts as one.

    >>> hidden("Amal H. and amal-h.2, not Amalia", {"amal-h": "coder A", "amal-h.2": "coder B"})
    'coder A. and coder B, not Amalia'
    >>> hidden("a says what coder says", {"a": "coder B", "coder": "coder A"})
    'coder B says what coder A says'
    """
    known = sorted({*names, *map(person, names)}, key=len, reverse=True)
    if not known:
        return text
    spelt = [r"[\W_]+".join(map(re.escape, coder.split("-"))) for coder in known]
    called = [names.get(c) or next(n for k, n in names.items() if person(k) == c) for c in known]
    anybody = "|".join(f"({pattern})" for pattern in spelt)
    return re.sub(
        rf"(?<!\w)(?:{anybody})(?!\w)",
        lambda found: called[(found.lastindex or 1) - 1],
        text,
        flags=re.IGNORECASE,
    )
