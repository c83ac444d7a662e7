"""The checks of an annotation document, as a tuple of functions of one signature.

Each takes a `Coding` and yields findings: the place in the document (a path of keys and indices),
the rule, and a message. Whoever knows the file turns them into problems with lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from .attributes import fault
from .codebook import find, lacks
from .outline import Outline
from .records import Claim, Codebook, Document
from .revising import renamed

Path = tuple[str | int, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """Something wrong at a place of a document."""

    path: Path
    rule: str
    message: str


@dataclass(frozen=True, kw_only=True)
class Coding:
    """One document with what it is checked against."""

    document: Document
    codebook: Codebook
    outline: Outline
    text_sha256: str
    article: str


def check(coding: Coding) -> Iterator[Finding]:
    """Every finding of every check."""
    for rule in CHECKS:
        yield from rule(coding)


def _each(coding: Coding) -> Iterator[tuple[int, Claim]]:
    return iter(enumerate(coding.document.claims))


def _standing(coding: Coding) -> Iterator[tuple[int, Claim]]:
    """The claims that stand on words of the text."""
    return (item for item in _each(coding) if item[1].orphaned is None)


def claims_have_a_place(coding: Coding) -> Iterator[Finding]:
    """A claim whose words went with an earlier text waits for a person."""
    for place, claim in _each(coding):
        if claim.orphaned is not None:
            words = (
                "its words have no certain place in the text: see the proposals with "
                f"qa-annotate reanchor {coding.article} --json"
            )
            yield Finding(path=("claims", place), rule="orphaned", message=words)


def refers_to_article(coding: Coding) -> Iterator[Finding]:
    """The document must belong to the article it lies beside."""
    if coding.document.article != coding.article:
        words = f"this is for article '{coding.document.article}', not '{coding.article}'"
        yield Finding(path=("article",), rule="wrong-article", message=words)


def text_is_the_same(coding: Coding) -> Iterator[Finding]:
    """Positions count only in the text that the document was made on."""
    if coding.document.text_sha256 != coding.text_sha256:
        words = (
            "labelled on another version of article.txt: positions may not fit; bring it up with "
            f"qa-annotate reanchor {coding.article}"
        )
        yield Finding(path=("text_sha256",), rule="text-hash", message=words)


def codebook_is_the_same(coding: Coding) -> Iterator[Finding]:
    """A document names the codebook it was labelled with."""
    have = coding.document.codebook
    if have.id != coding.codebook.id:
        words = f"labelled with codebook '{have.id}', the project's is '{coding.codebook.id}'"
        yield Finding(path=("codebook",), rule="wrong-codebook", message=words)
    elif have.version != coding.codebook.version:
        words = (
            f"labelled with version {have.version} of the codebook, the project's is "
            f"{coding.codebook.version}: see qa-annotate codebook check"
        )
        yield Finding(path=("codebook",), rule="older-codebook", message=words)


def quote_stands_at_position(coding: Coding) -> Iterator[Finding]:
    """The quote is the text at the position, to the character."""
    text = coding.outline.text
    for place, claim in _standing(coding):
        start, end = claim.position
        if not 0 <= start < end <= len(text):
            words = f"[{start}, {end}] is no stretch of a text of {len(text)} characters"
            yield Finding(path=("claims", place, "position"), rule="position", message=words)
        elif text[start:end] != claim.quote:
            words = f"the text at [{start}, {end}] is not the quote, but: {_short(text[start:end])}"
            yield Finding(path=("claims", place, "quote"), rule="quote", message=words)


def label_is_known(coding: Coding) -> Iterator[Finding]:
    """Every label stands in the codebook."""
    known = [label.id for label in coding.codebook.labels]
    for place, claim in _each(coding):
        if claim.label not in known and renamed(coding.codebook, claim.label) is None:
            near = get_close_matches(claim.label, known, n=1)
            hint = f" (did you mean '{near[0]}'?)" if near else f" ({', '.join(known)})"
            words = f"'{_short(claim.label)}' is not in the codebook{hint}"
            yield Finding(path=("claims", place, "label"), rule="unknown-label", message=words)


def label_is_in_use(coding: Coding) -> Iterator[Finding]:
    """No claim wears a label that was renamed or retired since."""
    for place, claim in _each(coding):
        label, other = find(coding.codebook, claim.label), renamed(coding.codebook, claim.label)
        path: Path = ("claims", place, "label")
        if other is not None:
            words = f"'{claim.label}' is called '{other.id}' now: qa-annotate codebook migrate"
            yield Finding(path=path, rule="renamed-label", message=words)
        elif label is not None and label.retired:
            words = f"'{claim.label}' is retired: decide anew with qa-annotate decide {claim.id}"
            yield Finding(path=path, rule="retired-label", message=words)


def attributes_fit(coding: Coding) -> Iterator[Finding]:
    """Every attribute is one of the codebook's, its value one that its level takes."""
    known = {attribute.id: attribute for attribute in coding.codebook.attributes}
    for place, claim in _each(coding):
        for name, value in claim.attributes.items():
            path: Path = ("claims", place, "attributes", name)
            if name not in known:
                words = f"'{_short(name)}' is no attribute of the codebook"
                yield Finding(path=path, rule="attribute", message=words)
            elif wrong := fault(known[name], value):
                words = f"'{_short(str(value))}' {wrong}"
                yield Finding(path=path, rule="attribute", message=words)


def label_is_complete(coding: Coding) -> Iterator[Finding]:
    """A claim carries what its label requires."""
    for place, claim in _each(coding):
        for missing in lacks(claim, coding.codebook):
            words = f"'{claim.label}' still lacks {missing}"
            yield Finding(path=("claims", place, "label"), rule="incomplete", message=words)


def positions_differ(coding: Coding) -> Iterator[Finding]:
    """No two claims have one position."""
    seen: dict[tuple[int, int], str] = {}
    for place, claim in _standing(coding):
        if claim.position in seen:
            words = f"claim {seen[claim.position]} stands at the same position"
            yield Finding(path=("claims", place), rule="same-position", message=words)
        seen.setdefault(claim.position, claim.id)


def passage_fits(coding: Coding) -> Iterator[Finding]:
    """The passage written for the reader's eye is the one the claim stands in, and just one."""
    for place, claim in _standing(coding):
        start, end = claim.position
        if not 0 <= start < end <= len(coding.outline.text):
            continue
        passage = coding.outline.passage_of(claim.position)
        path: Path = ("claims", place, "passage")
        if passage is None:
            yield Finding(path=path, rule="passage", message="the claim runs over two passages")
        elif coding.outline.crosses_break(claim.position):
            words = "the claim runs over a caption, a note or another speaker"
            yield Finding(path=path, rule="passage", message=words)
        elif passage.id != claim.passage:
            words = f"the claim stands in '{passage.id}', not in '{_short(claim.passage)}'"
            yield Finding(path=path, rule="passage", message=words)


def read_is_in_order(coding: Coding) -> Iterator[Finding]:
    """Read spans lie inside the text, sorted, and don't overlap."""
    last = 0
    for place, (start, end) in enumerate(coding.document.read):
        if not last <= start < end <= len(coding.outline.text):
            words = f"[{start}, {end}] is out of order, empty, or outside the text"
            yield Finding(path=("read", place), rule="read", message=words)
        last = max(last, end)


def redactions_are_in_the_text(coding: Coding) -> Iterator[Finding]:
    """What is marked as not to be published stands in the text."""
    for place, (start, end) in enumerate(coding.document.redactions):
        if not 0 <= start < end <= len(coding.outline.text):
            words = f"[{start}, {end}] is empty, or outside the text"
            yield Finding(path=("redactions", place), rule="redaction", message=words)


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


CHECKS: tuple[Callable[[Coding], Iterator[Finding]], ...] = (
    refers_to_article,
    text_is_the_same,
    codebook_is_the_same,
    claims_have_a_place,
    quote_stands_at_position,
    label_is_known,
    label_is_in_use,
    attributes_fit,
    label_is_complete,
    positions_differ,
    passage_fits,
    read_is_in_order,
    redactions_are_in_the_text,
)
