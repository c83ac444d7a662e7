"""Every noun of the project, as plain frozen data.

All positions are Unicode code points in an article's canonical text, first included, end excluded.
Times are ISO 8601 in UTC with seconds ("2026-11-22T10:04:11Z"). Digests are SHA-256 in lower-case
hex.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, get_args

Span: TypeAlias = tuple[int, int]
"""A stretch of an article's text: start and end in code points, end excluded."""

Role: TypeAlias = Literal[
    "headline", "meta", "intro", "question", "answer", "caption", "note", "boilerplate"
]
ROLES: tuple[Role, ...] = get_args(Role)

ARTICLE_FORMAT = "qa-annotate/article/1"


# ---- what is read from a source -----------------------------------------------------------------


@dataclass(frozen=True, kw_only=True, slots=True)
class Tool:
    """A program or library that made something, and its version."""

    name: str
    version: str


MarkKind: TypeAlias = Literal[
    "bold",
    "italic",
    "heading",  # level 1 to 6
    "list_item",  # level is the depth from 1, value the marker as written ("1.", "-")
    "quote",  # a block quotation
    "code",
    "table",
    "term",  # <dt>
    "definition",  # <dd>
    "image",  # alternative text
    "caption",
    "link",  # value is the target
    "box",  # an aside, an info box
    "rule",  # a thematic break stands above; the mark is on what follows
    "class",  # value holds the CSS classes of a block element
]


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """How a stretch of the reading text was set in its source."""

    start: int
    end: int
    kind: MarkKind
    level: int = 0
    value: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Metadata:
    """What an article says about itself; None where it does not say."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None  # ISO 8601, as precise as the page is
    language: str | None = None  # BCP 47
    url: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Extraction:
    """A source turned into canonical text, with the marks and metadata its format carried."""

    text: str
    marks: tuple[Mark, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    media_type: str
    encoding: str
    extractor: Tool
    warnings: tuple[str, ...] = ()


# ---- an article ---------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """A paragraph-like stretch with one role.

    `label` is the speaker label or question marker at its head ("Q:", "RV:"), inside the block but
    no part of what was said. `sentences` are cut inside the rest.
    """

    start: int
    end: int
    role: Role
    speaker: str | None = None
    label: Span | None = None
    sentences: tuple[Span, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """One question and its answer. Spans leave out labels and markers."""

    id: str
    question: Span
    answer: tuple[Span, ...] = ()
    asker: str | None = None
    respondent: str | tuple[str, ...] | None = None


PersonRole: TypeAlias = Literal["interviewer", "interviewee", "author", "other"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """Somebody an article names, as fully as it names them."""

    name: str
    role: PersonRole = "other"
    description: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """Which convention an article was read by, and how clearly it won.

    `confidence` is between 0 and 1: the chosen reading's score against the next best.
    """

    parser: Tool
    convention: str
    confidence: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Structure:
    """What the parser makes of a text: blocks that cover it, and the pairs they form."""

    metadata: Metadata
    people: tuple[Person, ...]
    reading: Reading
    blocks: tuple[Block, ...]
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Custody:
    """Where an article's source came from and what was done with it.

    `source` is the path of the untouched original: relative to the project where it lies inside it,
    else the copy beside the article. `retrieved_at` and `retrieved_by` are written by `add` alone.
    """

    source: str
    name: str
    url: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)  # what the server said of it
    retrieved_at: str | None = None
    retrieved_by: str | None = None
    tool: Tool | None = None
    media_type: str
    encoding: str
    bytes: int
    source_sha256: str
    text_sha256: str
    extractor: Tool
    archives: tuple[str, ...] = ()
    notes: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Article:
    """What `article.yaml` holds; the text itself lies beside it in `article.txt`.

    `blocks` and `pairs` are as the parser read them, with every correction that people made.
    """

    format: str = ARTICLE_FORMAT
    id: str
    custody: Custody
    metadata: Metadata
    people: tuple[Person, ...] = ()
    reading: Reading
    segmenter: Tool
    structure: int = 0  # the last entry of the structure's log that the blocks contain
    blocks: tuple[Block, ...]
    pairs: tuple[Pair, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """A pair, or a run of narrative between pairs; derived, never stored on its own."""

    id: str
    start: int
    end: int
    pair: Pair | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """A sentence of an article in its place; `unit` tells whether agreement counts it."""

    index: int
    start: int
    end: int
    block: int
    passage: int
    role: Role
    unit: bool
