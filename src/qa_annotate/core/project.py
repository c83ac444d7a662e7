"""The nouns of a project as a whole: its seal, the people who must stay hidden, its settings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from .model import Role, Tool

SEAL_FORMAT = "qa-annotate/seal/1"
PROJECT_FORMAT = "qa-annotate/project/1"
PEOPLE_FORMAT = "qa-annotate/people/1"


# ---- the seal -----------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True, slots=True)
class Head:
    """How long a log was, and the digest of its last entry."""

    log: str
    entries: int
    sha256: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Signer:
    """Who signs a seal, and with which key (its fingerprint)."""

    name: str
    key: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Seal:
    """What `SEAL.yaml` holds: when and by whom a project was sealed, and where its logs stood.

    `previous` is the digest of the manifest that this seal takes the place of. `changed` tells what
    was purged, renamed or put aside since: the manifest is that of then, less what went.
    """

    format: str = SEAL_FORMAT
    at: str
    by: str
    tool: Tool
    signer: Signer | None = None
    previous: str | None = None
    heads: tuple[Head, ...] = ()
    changed: tuple[str, ...] = ()


# ---- people who must stay hidden ----------------------------------------------------------------

Sensitivity: TypeAlias = Literal[
    "none", "personal", "endangers source", "endangers third party", "legal"
]


@dataclass(frozen=True, kw_only=True, slots=True)
class Protected:
    """A person whom the project knows by name, and what stands for them where names must not.

    `spellings` are the names in other scripts and transliterations. With `parts`, each part of a
    name counts alone too (the surname, the given name).
    """

    id: str
    names: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    pseudonym: str
    role: str = ""
    sensitivity: Sensitivity = "personal"
    parts: bool = True
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class People:
    """What `people.yaml` holds; private to those who work with the project."""

    format: str = PEOPLE_FORMAT
    people: tuple[Protected, ...] = ()


# ---- the project --------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True, slots=True)
class Assignment:
    """Who is to code an article (`id`), and whether it belongs to the reliability sample."""

    id: str
    coders: tuple[str, ...]
    sample: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Draw:
    """How articles were shared out once: what was asked for, the seed, and how many there were.

    `sample` is how many of them joined the reliability sample.
    """

    at: str
    by: str
    tool: str
    coders: tuple[str, ...]
    per_article: int
    overlap: str  # a share, as "20%"
    seed: int
    articles: int
    sample: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """What `project.yaml` may set.

    In a `blind` project nobody sees others' labels before the documents concerned are finished.
    """

    format: str = PROJECT_FORMAT
    units: tuple[Role, ...] = ("answer", "intro")
    people: Literal["private", "shared"] = "private"  # whether git and seals take in people.yaml
    blind: bool = False
    assignments: tuple[Assignment, ...] = ()
    draws: tuple[Draw, ...] = ()
