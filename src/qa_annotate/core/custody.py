"""What the commands of custody, evidence and codebook give back, as values."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import Problem
from .records import Evidence
from .revising import Outdated


@dataclass(frozen=True, kw_only=True)
class EvidenceItem:
    """An evidence item with the claim that it bears on, and where its copy lies."""

    article: str
    coder: str
    claim: str
    label: str
    quote: str
    evidence: Evidence
    copy: str | None
    stands: bool = True  # whether the claim stands on its words in the text there is now


@dataclass(frozen=True, kw_only=True)
class LeftBehind:
    """The claims of one document that want a look since the codebook changed."""

    article: str
    coder: str
    version: str
    claims: tuple[Outdated, ...]


@dataclass(frozen=True, kw_only=True)
class CodebookCheck:
    """What is wrong in the codebook, and the worklist of claims that it left behind."""

    problems: tuple[Problem, ...]
    worklist: tuple[LeftBehind, ...]
    notices: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()  # documents that are out of sight while coding is blind
