"""From annotation documents to reliability data: units by coders, and what was left out and why.

Nothing is computed here; `coefficients` does that. What is kept out: files, and any choice of which
documents to compare.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from qa_annotate.core.model import Article, Pair, Sentence, Span
from qa_annotate.core.outline import is_read
from qa_annotate.core.records import Claim, CodebookRef, Document
from qa_annotate.core.text import overlap, sha256_text

NO_CLAIM = "no claim"
"""The value of a unit that was read and left blank: a category like any other."""

NOT_READ = "not read"
ORPHANED = "orphaned claim"
OLDER_CODEBOOK = "older codebook"
OUTDATED_TEXT = "outdated text"
BY_ONE = "read by one coder only"
BY_NOBODY = "read by nobody"

Rating: TypeAlias = str | int | float | bool | frozenset[str]
"""What a coder said of a unit: a label, an attribute's value, or a set of labels."""

Measured: TypeAlias = tuple[Rating | None, str]
"""A rating, or None with the reason why there is none."""

Measure: TypeAlias = Callable[[Claim | None, tuple[str, ...]], Measured]
"""From a unit's deciding claim (None: read and left blank) and all its labels to a rating."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    """What one coder recorded in one unit.

    `value` is None where it cannot be compared, and `missing` then says why. `labels` are the
    different labels the unit held, `claims` the claims that touch it, the deciding one first.
    """

    value: Rating | None
    missing: str = ""
    labels: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()

    @property
    def rated(self) -> bool:
        """Whether there is something to compare."""
        return self.value is not None


@dataclass(frozen=True, kw_only=True, slots=True)
class Unit:
    """A unit of analysis with one cell a coder.

    `place` is the pair's id, or the block's role outside pairs; `question` the words of the pair's
    question; `context` what stands before and after in the text, at most 60 code points each.
    """

    article: str
    span: Span
    place: str
    words: str
    context: tuple[str, str] = ("", "")
    question: str = ""
    cells: tuple[Cell, ...]

    @property
    def values(self) -> tuple[Rating | None, ...]:
        """One rating a coder, None where missing."""
        return tuple(cell.value for cell in self.cells)


@dataclass(frozen=True, kw_only=True, slots=True)
class LeftOut:
    """A unit that could not be compared, and why."""

    unit: Unit
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Reliability:
    """Reliability data: the units that at least two coders rated, and those left out."""

    level: str
    coders: tuple[str, ...]
    units: tuple[Unit, ...]
    left_out: tuple[LeftOut, ...] = ()

    @property
    def rated(self) -> tuple[Unit, ...]:
        """The units that can be compared, then those with a single rating.

        A single rating joins no pair, but Gwet's coefficients count it in a label's frequency.
        """
        single = (left.unit for left in self.left_out if any(c.rated for c in left.unit.cells))
        return self.units + tuple(single)

    @property
    def rows(self) -> tuple[tuple[Rating | None, ...], ...]:
        """`rated` by coders, None where missing: what `agreement.labels` takes."""
        return tuple(unit.values for unit in self.rated)

    @property
    def sets(self) -> tuple[tuple[frozenset[str] | None, ...], ...]:
        """The same with all labels a unit held, as sets: what `agreement.sets` takes."""
        return tuple(tuple(map(_label_set, unit.cells)) for unit in self.rated)

    @property
    def articles(self) -> tuple[str, ...]:
        """The article of each row."""
        return tuple(unit.article for unit in self.rated)

    @property
    def left_out_by_reason(self) -> Mapping[str, int]:
        """How many units were left out, by reason."""
        return Counter(left.reason for left in self.left_out)

    @property
    def several_labels(self) -> int:
        """How many units held more than one label of the same coder."""
        return sum(any(len(cell.labels) > 1 for cell in unit.cells) for unit in self.units)


def _label_set(cell: Cell) -> frozenset[str] | None:
    return None if cell.value is None else frozenset(cell.labels)


# ---- building -----------------------------------------------------------------------------------


def by_label(claim: Claim | None, labels: tuple[str, ...]) -> Measured:
    """The deciding claim's label, or "no claim"."""
    del labels
    return (NO_CLAIM if claim is None else claim.label), ""


def units(
    article: Article,
    text: str,
    documents: Sequence[Document],
    sentences: Sequence[Sentence],
    *,
    codebook: CodebookRef | None = None,
    orphaned: Collection[str] = (),
    measure: Measure = by_label,
    level: str = "units",
) -> Reliability:
    """Reliability data of one article, a unit being a sentence whose `unit` is true.

    A coder has read a unit if and only if one span of `document.read` covers it. The unit's value
    is that of the claim that covers most of its characters, a tie going to the earlier claim (by
    start, then by place in the file), else "no claim"; a claim over two sentences counts in both.

    Not comparable are documents about another `text`, those of another `codebook` version (where
    one is given), and what a claim named in `orphaned` (ids) once covered, read again or not.
    Several documents of one coder (second rounds) count as coders of their own, `NAME.2` and so on.
    """
    spans = [(s.start, s.end) for s in sentences if s.unit]
    columns = [
        _column(spans, document, unfit(document, text, codebook), orphaned, measure)
        for document in documents
    ]
    frames = _frames(article, text, [s for s in sentences if s.unit])
    built = [frame(cells) for frame, cells in zip(frames, zip(*columns, strict=True), strict=False)]
    return assembled(level, coder_names(documents), built)


def assembled(level: str, coders: Sequence[str], built: Iterable[Unit]) -> Reliability:
    """Units that at least two coders rated, apart from the rest with its reasons."""
    kept: list[Unit] = []
    left: list[LeftOut] = []
    for unit in built:
        reason = _why_left_out(unit)
        if reason:
            left.append(LeftOut(unit=unit, reason=reason))
        else:
            kept.append(unit)
    return Reliability(level=level, coders=tuple(coders), units=tuple(kept), left_out=tuple(left))


def coder_names(documents: Sequence[Document]) -> tuple[str, ...]:
    """A name for each document: its coder's, with `.2`, `.3` … for later rounds of the same one."""
    seen: Counter[str] = Counter()
    names = []
    for document in documents:
        seen[document.coder] += 1
        round_ = seen[document.coder]
        names.append(document.coder if round_ == 1 else f"{document.coder}.{round_}")
    return tuple(names)


def pooled(parts: Sequence[Reliability]) -> Reliability:
    """Several articles as one: units side by side, a coder who did not code an article missing.

    Coders stand in the order of their names, whoever coded the first article.
    """
    coders = tuple(sorted({coder for part in parts for coder in part.coders}))
    return Reliability(
        level=parts[0].level if parts else "units",
        coders=coders,
        units=tuple(_widened(u, part.coders, coders) for part in parts for u in part.units),
        left_out=tuple(
            LeftOut(unit=_widened(left.unit, part.coders, coders), reason=left.reason)
            for part in parts
            for left in part.left_out
        ),
    )


_NOT_READ = Cell(value=None, missing=NOT_READ)


def _widened(unit: Unit, coders: tuple[str, ...], wanted: tuple[str, ...]) -> Unit:
    if coders == wanted:
        return unit
    cells = dict(zip(coders, unit.cells, strict=True))
    return Unit(
        article=unit.article,
        span=unit.span,
        place=unit.place,
        words=unit.words,
        context=unit.context,
        question=unit.question,
        cells=tuple(cells.get(coder, _NOT_READ) for coder in wanted),
    )


def _why_left_out(unit: Unit) -> str:
    """Why fewer than two coders can be compared on a unit; empty if two or more can."""
    rated = sum(cell.rated for cell in unit.cells)
    if rated > 1:
        return ""
    others = [c.missing for c in unit.cells if c.value is None and c.missing != NOT_READ]
    if ORPHANED in others:
        return ORPHANED
    if others and rated + len(others) > 1:
        return others[0]
    return BY_ONE if rated + len(others) == 1 else BY_NOBODY


def unfit(document: Document, text: str, codebook: CodebookRef | None) -> str:
    """Why a whole document cannot be compared; empty if it can."""
    if document.text_sha256 != sha256_text(text):
        return OUTDATED_TEXT
    if codebook is not None and document.codebook != codebook:
        return OLDER_CODEBOOK
    return ""


# ---- one coder's column -------------------------------------------------------------------------


def _column(
    spans: Sequence[Span],
    document: Document,
    unfit: str,
    orphaned: Collection[str],
    measure: Measure,
) -> list[Cell]:
    """One cell a unit. `spans` are sorted and do not overlap."""
    touching = claims_by_unit(document.claims, spans)
    return [
        missing(claims, read=is_read(document.read, span), unfit=unfit, orphaned=orphaned)
        or filled(claims, span, measure)
        for span, claims in zip(spans, touching, strict=True)
    ]


def missing(
    claims: Sequence[Claim], *, read: bool, unfit: str, orphaned: Collection[str]
) -> Cell | None:
    """The cell of a unit where its claims can't be compared, with the reason; None where they can.

    Of what an orphaned claim once covered nobody can say that it holds no claim, read or not.
    """
    if any(claim.id in orphaned for claim in claims):
        return Cell(value=None, missing=unfit or ORPHANED, claims=tuple(claims))
    if not read:
        return _NOT_READ
    return Cell(value=None, missing=unfit, claims=tuple(claims)) if unfit else None


def claims_by_unit(claims: Iterable[Claim], spans: Sequence[Span]) -> list[list[Claim]]:
    """For each unit the claims that share a character with it, earlier claims first."""
    ends = [end for _, end in spans]
    starts = [start for start, _ in spans]
    touching: list[list[Claim]] = [[] for _ in spans]
    for claim in sorted(claims, key=lambda c: c.position[0]):
        start, end = claim.position
        if start < end:
            for at in range(bisect_right(ends, start), bisect_left(starts, end)):
                touching[at].append(claim)
    return touching


def filled(claims: Sequence[Claim], span: Span, measure: Measure) -> Cell:
    """A cell of a unit that was read. `claims` touch it, earlier ones first."""
    ordered = sorted(claims, key=lambda c: -overlap(c.position, span))
    labels = tuple(dict.fromkeys(claim.label for claim in ordered))
    value, missing = measure(ordered[0] if ordered else None, labels)
    return Cell(value=value, missing=missing, labels=labels, claims=tuple(ordered))


# ---- where a unit stands ------------------------------------------------------------------------

CONTEXT = 60
"""Code points of context on either side of a unit."""


def _frames(
    article: Article, text: str, sentences: Sequence[Sentence]
) -> list[Callable[[tuple[Cell, ...]], Unit]]:
    """For each sentence, what makes its unit once the cells are known."""
    place = pair_finder(article.pairs)
    return [
        _frame(article, text, (s.start, s.end), place((s.start, s.end)), s.role) for s in sentences
    ]


def _frame(
    article: Article, text: str, span: Span, pair: Pair | None, role: str
) -> Callable[[tuple[Cell, ...]], Unit]:
    def unit(cells: tuple[Cell, ...]) -> Unit:
        return Unit(
            article=article.id,
            span=span,
            place=pair.id if pair else role,
            words=text[span[0] : span[1]],
            context=context(text, span),
            question=text[pair.question[0] : pair.question[1]] if pair else "",
            cells=cells,
        )

    return unit


def context(text: str, span: Span) -> tuple[str, str]:
    """What stands before and after a span, at most `CONTEXT` code points each."""
    return text[max(0, span[0] - CONTEXT) : span[0]], text[span[1] : span[1] + CONTEXT]


def pair_finder(pairs: Iterable[Pair]) -> Callable[[Span], Pair | None]:
    """From a span to the pair whose question or answer holds its start."""
    stretches = sorted(
        ((span, pair) for pair in pairs for span in (pair.question, *pair.answer)),
        key=lambda found: found[0],
    )
    starts = [span[0] for span, _ in stretches]

    def find(span: Span) -> Pair | None:
        at = bisect_right(starts, span[0]) - 1
        if at < 0:
            return None
        (_, end), pair = stretches[at]
        return pair if span[0] < end else None

    return find
