"""The nouns of what people record: codebooks, annotation documents, edit logs.

Positions, times and digests are as in `model`, which holds the nouns of articles.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from .model import Block, Span

ANNOTATION_FORMAT = "qa-annotate/annotation/1"
CODEBOOK_FORMAT = "qa-annotate/codebook/1"


# ---- the codebook -------------------------------------------------------------------------------

Requirement: TypeAlias = Literal[
    "independent_evidence", "no_open_contradiction", "reason", "against", "attributed_to", "note"
]


@dataclass(frozen=True, kw_only=True, slots=True)
class Label:
    """A category of the codebook, with what a claim must carry to wear it.

    `was` holds the ids it had in earlier versions; a retired label is kept for what wears it still.
    """

    id: str
    key: str
    definition: str
    rule: str = ""
    examples: tuple[str, ...] = ()
    color: str = ""
    parent: str | None = None
    requires: tuple[Requirement, ...] = ()
    reasons: tuple[str, ...] = ()
    default_reason: str | None = None
    was: tuple[str, ...] = ()
    retired: bool = False


AttributeLevel: TypeAlias = Literal[
    "nominal", "ordinal", "text", "number", "date", "person", "place"
]


@dataclass(frozen=True, kw_only=True, slots=True)
class Attribute:
    """A further question about each claim. `values` stand in order; `missing`: cannot tell."""

    id: str
    level: AttributeLevel
    definition: str = ""
    values: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Codebook:
    """Labels with definitions and rules; `basis` says what "verified" is measured against."""

    format: str = CODEBOOK_FORMAT
    id: str
    version: str
    title: str = ""
    basis: Literal["evidence", "text"]
    labels: tuple[Label, ...]
    attributes: tuple[Attribute, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class CodebookRef:
    """Which codebook, in which version, a document was labelled with."""

    id: str
    version: str


# ---- annotation documents -----------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True, slots=True)
class Decided:
    """Who decided, and when."""

    by: str
    at: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Superseded:
    """An earlier decision on a claim, and why a later one replaced it."""

    label: str
    reason: str | None = None
    decided: Decided
    why: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """Something that bears on a claim: what it is, where it is kept, and whose it is."""

    id: str
    kind: str
    locator: str
    archive: str | None = None
    sha256: str | None = None
    obtained_at: str | None = None
    obtained_by: str | None = None
    bearing: Literal["supports", "contradicts", "context"]
    independent: Literal["yes", "no", "unknown"] = "unknown"
    why: str = ""
    open: bool = True  # a contradiction that nobody has settled yet


AttributeValue: TypeAlias = str | int | float | bool | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Orphaned:
    """Where a claim stood last: in the text of that digest; it has no place in a later one."""

    text_sha256: str
    position: Span


LinkKind: TypeAlias = Literal["same", "supports", "contradicts", "repeats"]
"""How a claim stands to one elsewhere. A claim repeats another where it has no other source."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """A claim elsewhere that a person has tied to this one, and why."""

    claim: str
    how: LinkKind
    linked: Decided
    why: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """A span of the article that asserts something checkable, with one label.

    An orphaned claim has the empty position (0, 0): it stands on no words until a person says
    where.
    """

    id: str
    label: str
    quote: str
    position: Span
    context: tuple[str, str] = ("", "")
    passage: str = ""
    speaker: str | None = None
    attributed_to: str | None = None
    against: str | None = None
    reason: str | None = None
    decided: Decided
    attributes: Mapping[str, AttributeValue] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    note: str = ""
    gloss: Mapping[str, str] = field(default_factory=dict)
    superseded: tuple[Superseded, ...] = ()
    orphaned: Orphaned | None = None
    links: tuple[Link, ...] = ()


Way: TypeAlias = Literal["agreed", "side", "union", "parts", "anew", "no_claim"]
"""How a case was settled: nobody differed; one coder's side; the spans joined, or cut where they
differ; decided anew; no claim at all."""

ErrorKind: TypeAlias = Literal["missed", "span", "label", "codebook_unclear", "slip"]
"""What lay behind a disagreement, as the person who settled it sees it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Original:
    """What a coder had said when a case was settled, and where the coder's log stood then.

    Without a claim: the coder had read these words and claimed nothing there. `sha256` is the
    digest of the claim as it was, its place and words left out; `head` that of the log's entry
    `revision`.
    """

    coder: str
    claim: str | None = None
    label: str | None = None
    reason: str | None = None
    position: Span | None = None
    decided: Decided | None = None
    sha256: str | None = None
    revision: int
    head: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Settlement:
    """One case of an adjudication: what the coders had said, and what stands now.

    `claims` are the ids of the claims that it made, here in the document; none: no claim is made
    there. `side` is the coder whose side was taken. Positions of originals count in the text of
    that digest.
    """

    id: str
    how: Way
    side: str | None = None
    claims: tuple[str, ...] = ()
    decided: Decided
    why: str = ""
    error: ErrorKind | None = None
    text_sha256: str
    originals: tuple[Original, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """An annotation document: everything one coder recorded about one article.

    `coder` is the person, in a later round with its number behind (`amal.2`); files name the person
    alone, their own names tell the round. `revision` is the last entry of the edit log that the
    document contains.
    `read` holds what has been read to the end, as sorted spans that do not touch; `redactions` what
    is marked as not to be published, sorted.
    `settled` is for adjudications: where each of their claims comes from.
    """

    format: str = ANNOTATION_FORMAT
    kind: Literal["coder", "adjudication"] = "coder"
    article: str
    text_sha256: str
    codebook: CodebookRef
    coder: str
    revision: int = 0
    finished: bool = False
    read: tuple[Span, ...] = ()
    redactions: tuple[Span, ...] = ()
    memo: str = ""
    claims: tuple[Claim, ...] = ()
    settled: tuple[Settlement, ...] = ()


# ---- the edit log -------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True, slots=True)
class ClaimChange:
    """A claim came (before is None), went (after is None) or changed."""

    id: str
    before: Claim | None = None
    after: Claim | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class SettlementChange:
    """A case was settled (before is None), is open again (after is None), or settled otherwise."""

    id: str
    before: Settlement | None = None
    after: Settlement | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadChange:
    """Stretches that became read (after is true) or unread; none of them was so before."""

    spans: tuple[Span, ...]
    after: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class RedactionChange:
    """Stretches that were marked as not to be published (after is true), or are so no more."""

    spans: tuple[Span, ...]
    after: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class FieldChange:
    """A field of the whole document changed."""

    field: Literal["finished", "memo", "codebook"]
    before: str | bool | CodebookRef
    after: str | bool | CodebookRef


@dataclass(frozen=True, kw_only=True, slots=True)
class Merged:
    """Another log of the same coder, joined with this one.

    `common` is how many entries the two share, `file` where the other is kept, `both` the claims
    that the two had changed each in its way: both versions stand.
    """

    head: str
    entries: int
    common: int
    file: str
    both: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Reanchored:
    """The article's text became another, and what was read and marked with it.

    The digests tell the texts.
    """

    before: str
    after: str
    read_before: tuple[Span, ...] = ()
    read_after: tuple[Span, ...] = ()
    redactions_before: tuple[Span, ...] = ()
    redactions_after: tuple[Span, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Edit:
    """One accepted edit: what a person did, and every value it changed. The unit of undo.

    `evidence` names the items that a decision rests on. Of what was done outside, `between` tells
    the times between which it was, `file` the digest of the file that it was taken from.
    """

    action: str
    claims: tuple[ClaimChange, ...] = ()
    settled: tuple[SettlementChange, ...] = ()
    read: tuple[ReadChange, ...] = ()
    redactions: tuple[RedactionChange, ...] = ()
    fields: tuple[FieldChange, ...] = ()
    undoes: int | None = None  # the entry that this edit takes back
    redoes: int | None = None  # the entry that this edit brings back
    why: str = ""
    evidence: tuple[str, ...] = ()
    between: tuple[str, str] | None = None
    file: str | None = None
    merged: Merged | None = None
    reanchored: Reanchored | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Saved:
    """The document's YAML was written: which revision it holds, and its digest."""

    revision: int
    sha256: str


CorrectionKind: TypeAlias = Literal[
    "role", "speaker", "label", "split", "join", "split-sentence", "join-sentences"
]


@dataclass(frozen=True, kw_only=True, slots=True)
class Correction:
    """What a person says about an article's structure, in terms of its text alone.

    `span` is the stretch it is about; `value` the role or speaker ("" for nobody); `position` where
    a block or sentence is split, or where a block's label ends (None: it has none).
    """

    kind: CorrectionKind
    span: Span
    value: str = ""
    position: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class StructureEdit:
    """A run of blocks replaced by another, from the block numbered `index` on, and why."""

    action: str
    correction: Correction | None = None
    index: int
    before: tuple[Block, ...]
    after: tuple[Block, ...]
    why: str = ""  # given where somebody had read part of the article already
    undoes: int | None = None
    redoes: int | None = None
    merged: Merged | None = None  # another log of corrections, joined with this one


@dataclass(frozen=True, kw_only=True, slots=True)
class Begun:
    """The first entry of every log: which text it is about, and which codebook it began with."""

    article: str
    text_sha256: str
    codebook: CodebookRef | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Unblinded:
    """Somebody looked at others' labels in a blind project before those concerned had finished.

    `shown` are the documents that were looked at, `unfinished` those that were not finished, or not
    even begun, each as ARTICLE/CODER.
    """

    command: str
    why: str
    shown: tuple[str, ...]
    unfinished: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Purged:
    """Something was taken out for good, and nothing of it is told: why, and what stood before.

    `heads` are the digests of the last entries of the logs that it ended or replaced, `manifest`
    that of the seal.
    """

    what: Literal["article", "person"]
    why: str
    heads: tuple[str, ...] = ()
    manifest: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Renamed:
    """An article or a coder has another name; or was put aside, then `after` is where."""

    what: Literal["article", "coder"]
    before: str
    after: str
    article: str | None = None  # whose coder, where it is one article's
    removed: bool = False
    why: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One line of a log. `previous` is the digest of the line before, newline left out."""

    seq: int
    at: str
    coder: str
    tool: str
    previous: str
    begun: Begun | None = None
    edit: Edit | None = None
    structure: StructureEdit | None = None
    saved: Saved | None = None
    unblinded: Unblinded | None = None
    purged: Purged | None = None
    renamed: Renamed | None = None
