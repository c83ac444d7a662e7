"""The other levels at which documents can be compared: claims, characters, pairs, attributes.

Sentences as units stand in `reliability`; a level is a way of cutting, a `Measure` what is compared
there. Everything comes back as reliability data, except characters, which are a continuum.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from qa_annotate.core.model import Article, Pair, Sentence, Span
from qa_annotate.core.outline import is_read
from qa_annotate.core.records import Attribute, Claim, Codebook, CodebookRef, Document

from .continua import Continuum, continuum
from .counts import Label
from .distances import Level
from .matching import THRESHOLD, likeness
from .reliability import (
    NO_CLAIM,
    NOT_READ,
    ORPHANED,
    Cell,
    LeftOut,
    Measure,
    Measured,
    Rating,
    Reliability,
    Unit,
    assembled,
    by_label,
    coder_names,
    context,
    filled,
    missing,
    pair_finder,
    unfit,
)
from .tables import Matrix

NO_MATCH = "no matching claim"
UNFINISHED = "document not finished"
CANNOT_TELL = "cannot be judged"
NOT_GIVEN = "attribute not given"


# ---- what a codebook declares -------------------------------------------------------------------


def declared(codebook: Codebook) -> tuple[str, ...]:
    """Every value a unit can have: the codebook's labels in order, then "no claim"."""
    return (*(label.id for label in codebook.labels), NO_CLAIM)


def parents(codebook: Codebook) -> Mapping[Label, str | None]:
    """Each label's group."""
    return {label.id: label.parent for label in codebook.labels}


def by_attribute(attribute: Attribute) -> Measure:
    """Compares an attribute of the deciding claim; values that mean "cannot tell" are missing."""

    def measure(claim: Claim | None, labels: tuple[str, ...]) -> Measured:
        del labels
        if claim is None:
            return None, NO_CLAIM
        found = claim.attributes.get(attribute.id)
        if found is None:
            return None, NOT_GIVEN
        return (None, CANNOT_TELL) if str(found) in attribute.missing else (found, "")

    return measure


_MEASUREMENT: Mapping[str, Level] = {"ordinal": "ordinal", "number": "interval"}


def measurement(attribute: Attribute) -> Level:
    """The level at which an attribute is compared."""
    return _MEASUREMENT.get(attribute.level, "nominal")


def attribute_values(attribute: Attribute, data: Reliability) -> tuple[Rating, ...]:
    """The values an attribute may take: those declared, in order, else those that occur, sorted."""
    listed: tuple[Rating, ...] = tuple(v for v in attribute.values if v not in attribute.missing)
    if listed:
        return listed
    found = {value for row in data.rows for value in row if value is not None}
    return tuple(sorted(found, key=lambda v: (str(type(v)), v) if isinstance(v, str) else ("", v)))


# ---- pairs --------------------------------------------------------------------------------------


def by_any(claim: Claim | None, labels: tuple[str, ...]) -> Measured:
    """Whether there is any claim."""
    del labels
    return (NO_CLAIM if claim is None else "claim"), ""


def by_set(claim: Claim | None, labels: tuple[str, ...]) -> Measured:
    """All labels, as a set; empty where there is no claim."""
    del claim
    return frozenset(labels), ""


def qa_pairs(
    article: Article,
    text: str,
    documents: Sequence[Document],
    sentences: Sequence[Sentence],
    *,
    codebook: CodebookRef | None = None,
    orphaned: Collection[str] = (),
    measure: Measure = by_label,
) -> Reliability:
    """Reliability data with question/answer pairs as units.

    A coder has read a pair who has read every unit of its answer. `by_label` compares the label
    that most claims of the answer have (a tie goes to the label met first), `by_any` whether there
    is a claim, `by_set` the set of labels.
    """
    held = _answer_sentences(article.pairs, sentences)
    columns = [
        _pair_column(held, document, unfit(document, text, codebook), orphaned, measure)
        for document in documents
    ]
    built = [
        _pair_unit(article, text, pair, cells)
        for (pair, _), cells in zip(held, zip(*columns, strict=True), strict=False)
    ]
    return assembled("pairs", coder_names(documents), built)


def _answer_sentences(
    pairs: Iterable[Pair], sentences: Iterable[Sentence]
) -> list[tuple[Pair, list[Span]]]:
    """Each pair with the units of its answer; pairs without one are no units."""
    find = pair_finder(pairs)
    held: dict[str, tuple[Pair, list[Span]]] = {}
    for sentence in sentences:
        pair = find((sentence.start, sentence.end)) if sentence.unit else None
        if pair is not None and not pair.question[0] <= sentence.start < pair.question[1]:
            held.setdefault(pair.id, (pair, []))[1].append((sentence.start, sentence.end))
    return list(held.values())


def _pair_column(
    held: Sequence[tuple[Pair, list[Span]]],
    document: Document,
    whole: str,
    orphaned: Collection[str],
    measure: Measure,
) -> list[Cell]:
    cells = []
    for _, spans in held:
        claims = [claim for claim in _in_order(document.claims) if _touches(claim, spans)]
        read = all(is_read(document.read, span) for span in spans)
        none = missing(claims, read=read, unfit=whole, orphaned=orphaned)
        cells.append(none or _frequent(claims, measure))
    return cells


def _in_order(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda claim: claim.position[0])


def _touches(claim: Claim, spans: Iterable[Span]) -> bool:
    return any(claim.position[0] < end and start < claim.position[1] for start, end in spans)


def _frequent(claims: Sequence[Claim], measure: Measure) -> Cell:
    """A cell whose deciding claim is the first with the most frequent label."""
    often = Counter(claim.label for claim in claims)
    ordered = sorted(claims, key=lambda claim: -often[claim.label])
    labels = tuple(dict.fromkeys(claim.label for claim in ordered))
    value, missing = measure(ordered[0] if ordered else None, labels)
    return Cell(value=value, missing=missing, labels=labels, claims=tuple(ordered))


def _pair_unit(article: Article, text: str, pair: Pair, cells: tuple[Cell, ...]) -> Unit:
    span = (pair.answer[0][0], pair.answer[-1][1])
    return Unit(
        article=article.id,
        span=span,
        place=pair.id,
        words=text[span[0] : span[1]],
        context=context(text, span),
        question=text[pair.question[0] : pair.question[1]],
        cells=cells,
    )


# ---- claims -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Owned:
    coder: int
    claim: Claim


def claims(
    article: Article,
    text: str,
    documents: Sequence[Document],
    *,
    threshold: float = THRESHOLD,
    codebook: CodebookRef | None = None,
    orphaned: Collection[str] = (),
    measure: Measure = by_label,
) -> Reliability:
    """Reliability data with matched claims as units: at most one claim a coder in each.

    Claims match when they share `threshold` of the characters that either covers; the likest are
    joined first, and a group takes in a further coder's claim while that is like one of its own.
    Only labels are compared: a claim that nobody matches is left out and counted, and so is every
    claim of a document that can't be compared, or named in `orphaned`.
    """
    why = [unfit(document, text, codebook) for document in documents]
    owned = [
        _Owned(coder, claim)
        for coder, document in enumerate(documents)
        for claim in _in_order(document.claims)
        if not why[coder] and claim.id not in orphaned
    ]
    place = pair_finder(article.pairs)
    tests = [partial(is_read, document.read) for document in documents]
    built = [
        _claim_unit(article, text, group, place, tests, measure)
        for group in _groups(owned, threshold)
    ]
    names = coder_names(documents)
    lost = (
        LeftOut(unit=_lost_unit(article, len(names), coder, claim, reason), reason=reason)
        for coder, document in enumerate(documents)
        for claim in document.claims
        if (reason := why[coder] or (ORPHANED if claim.id in orphaned else ""))
    )
    made = assembled("claims", names, built)
    return replace(made, left_out=(*made.left_out, *lost))


def _lost_unit(article: Article, coders: int, coder: int, claim: Claim, reason: str) -> Unit:
    """A claim that can't be matched, since its words have no place or count by another codebook."""
    own = Cell(value=None, missing=reason, claims=(claim,))
    return Unit(
        article=article.id,
        span=claim.position,
        place="",
        words=claim.quote,
        cells=tuple(
            own if at == coder else Cell(value=None, missing=NO_MATCH) for at in range(coders)
        ),
    )


def _groups(owned: Sequence[_Owned], threshold: float) -> list[list[_Owned]]:
    """Claims joined best first, never two of one coder; sorted by place."""
    group_of = {at: [at] for at in range(len(owned))}
    for _, a, b in sorted(_like(owned, threshold)):
        first, second = group_of[a], group_of[b]
        coders = [owned[at].coder for at in first + second]
        if first is not second and len(set(coders)) == len(coders):
            joined = first + second
            group_of.update(dict.fromkeys(joined, joined))
    groups = {id(group): [owned[at] for at in group] for group in group_of.values()}
    return sorted(groups.values(), key=lambda group: _hull(group))


def _like(owned: Sequence[_Owned], threshold: float) -> Iterable[tuple[float, int, int]]:
    """Pairs of claims of different coders that may match, with what they are sorted by."""
    order = sorted(range(len(owned)), key=lambda at: owned[at].claim.position)
    for rank, a in enumerate(order):
        end = owned[a].claim.position[1]
        for b in order[rank + 1 :]:
            if owned[b].claim.position[0] >= end:
                break
            like = likeness(owned[a].claim.position, owned[b].claim.position)
            if owned[a].coder != owned[b].coder and like and like >= threshold:
                yield -like, a, b


def _hull(group: Sequence[_Owned]) -> Span:
    spans = [one.claim.position for one in group]
    return min(start for start, _ in spans), max(end for _, end in spans)


def _claim_unit(
    article: Article,
    text: str,
    group: Sequence[_Owned],
    place: Callable[[Span], Pair | None],
    tests: Sequence[Callable[[Span], bool]],
    measure: Measure,
) -> Unit:
    span = _hull(group)
    of_coder = {one.coder: one.claim for one in group}
    cells = [
        filled([of_coder[coder]], span, measure)
        if coder in of_coder
        else Cell(value=None, missing=NO_MATCH if read(span) else NOT_READ)
        for coder, read in enumerate(tests)
    ]
    pair = place(span)
    return Unit(
        article=article.id,
        span=span,
        place=pair.id if pair else "",
        words=text[span[0] : span[1]],
        context=context(text, span),
        question=text[pair.question[0] : pair.question[1]] if pair else "",
        cells=tuple(cells),
    )


# ---- characters ---------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True, slots=True)
class Characters:
    """One article as a continuum of its units' characters, laid end to end.

    `outside` counts claims that touch no unit, `orphaned` those without a place; `left` tells why
    whole documents are left out.
    """

    article: str
    continuum: Continuum
    outside: int
    orphaned: int
    left: tuple[str, ...]


def characters(
    article: Article,
    text: str,
    documents: Sequence[Document],
    sentences: Sequence[Sentence],
    *,
    codebook: CodebookRef | None = None,
    orphaned: Collection[str] = (),
) -> Characters:
    """The claims of the coders who finished an article, as spans of its units' characters.

    What lies between two units of one block belongs to the continuum; other text (questions,
    captions) does not, since agreeing to mark nothing there says nothing.
    """
    runs = _runs(sentences)
    fit: dict[str, list[tuple[int, int, str]]] = {}
    left, outside, lost = [], 0, 0
    for name, document in zip(coder_names(documents), documents, strict=True):
        why = unfit(document, text, codebook) or ("" if document.finished else UNFINISHED)
        if why:
            left.append(why)
            continue
        lost += sum(claim.id in orphaned for claim in document.claims)
        moved = [
            (*_moved(c.position, runs), c.label) for c in document.claims if c.id not in orphaned
        ]
        fit[name] = [span for span in moved if span[0] < span[1]]
        outside += len(moved) - len(fit[name])
    length = sum(end - start for start, end in runs)
    return Characters(
        article=article.id,
        continuum=continuum(fit, begin=0, length=length),
        outside=outside,
        orphaned=lost,
        left=tuple(left),
    )


def _runs(sentences: Iterable[Sentence]) -> list[Span]:
    """Stretches of units that follow each other in one block."""
    runs: list[tuple[int, int, int, int]] = []
    for s in sentences:
        if not s.unit:
            continue
        if runs and runs[-1][2] == s.block and runs[-1][3] == s.index - 1:
            runs[-1] = (runs[-1][0], s.end, s.block, s.index)
        else:
            runs.append((s.start, s.end, s.block, s.index))
    return [(start, end) for start, end, _, _ in runs]


def _moved(span: Span, runs: Iterable[Span]) -> Span:
    """Where a span lies once the runs are laid end to end; empty if it touches none."""
    start = end = 0
    for first, last in runs:
        start += min(max(span[0] - first, 0), last - first)
        end += min(max(span[1] - first, 0), last - first)
    return start, end


# ---- anyone's table -----------------------------------------------------------------------------


def of_matrix(table: Matrix) -> Reliability:
    """Reliability data from a table of units by coders."""
    cells: dict[str | None, Cell] = {None: Cell(value=None, missing=NOT_READ)}
    cells.update({k: Cell(value=k, labels=(k,)) for k in table.labels})
    built = (
        Unit(
            article="",
            span=(at, at + 1),
            place="",
            words=name,
            cells=tuple(cells[value] for value in row),
        )
        for at, (name, row) in enumerate(zip(table.units, table.rows, strict=True))
    )
    return assembled("units", table.coders, built)
