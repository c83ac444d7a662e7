"""`agreement`: how far two or more coders agree, and where they don't."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..agreement import (
    DRAWS,
    SEED,
    Against,
    SpansAgainst,
    against,
    matrix,
    of_matrix,
    parents,
    pooled_spans,
    report,
    span_intervals,
    spans_against,
)
from ..core.agreed import Agreement, Caution
from ..core.names import coder_slug, person, round_of
from ..core.records import Codebook
from ..errors import StoreError, UsageError
from ..formats import AGREEMENT_WRITERS
from ..store.files import read_text, write_whole
from .blind import allow
from .coding import Coded, Gathered, gather, with_reference
from .comparing import CHARACTERS, TOLD_CHARACTERS, Compared, beside, compared, of_characters
from .reported import of_spans, reported

MEASURES = ("nominal", "ordinal", "interval", "ratio")


def agreement(
    articles: Sequence[str] = (),
    *,
    project: Path | None = None,
    coders: Sequence[str] = (),
    level: str = "units",
    attribute: str | None = None,
    sets: bool = False,
    confidence: float = 0.95,
    draws: int | None = None,
    seed: int | None = None,
    reference: str | None = None,
    unblind: str | None = None,
) -> Agreement:
    """Compare the coders of some articles (all, if none is named); several are pooled.

    `level` is units, claims, characters or pairs; `attribute` compares one of the codebook's
    instead of labels; `reference` ("adjudicated", or a coder) is what each coder is held against.
    Raises StoreError where fewer than two coders recorded anything, UsageError for what can't be
    asked, BlindError where a blind project isn't finished and `unblind` gives no reason.
    """
    gathered = gather(project, articles, coders)
    told = allow(gathered, "agreement", unblind)
    asked = Asked(level=level, attribute=attribute, sets=sets, reference=reference)
    done = agreement_of(gathered, asked, Drawing.of(confidence, draws, seed))
    return replace(done, notices=(*told, *done.notices))


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is to be compared."""

    level: str = "units"
    attribute: str | None = None
    sets: bool = False
    reference: str | None = None

    @property
    def as_sets(self) -> bool | None:
        """Whether labels are compared as sets too: where asked for, or where it tells something of
        what is compared, which of an attribute it doesn't."""
        return self.sets or (None if self.attribute is None else False)


def agreement_of(gathered: Gathered, asked: Asked, drawing: Drawing) -> Agreement:
    """Compare the coders of articles that were gathered."""
    level, attribute, reference = asked.level, asked.attribute, asked.reference
    coded = [found for found in gathered.articles if found.documents]
    held = () if reference is None else with_reference(gathered, coded, reference)
    if reference is None:
        _need_two(coded)
    codebook = gathered.codebook
    if level == CHARACTERS:
        _labels_only(asked)
        done = _spans(coded, codebook, drawing)
    else:
        made = compared(coded, codebook, level, attribute)
        done = _computed(made, codebook, drawing, asked, held=held)
    cautions = (*done.cautions, *_about_rounds(done.coders))
    return replace(done, cautions=cautions, notices=gathered.notices)


def _about_rounds(coders: Sequence[str]) -> Iterator[Caution]:
    """What to beware of where a person was compared with themselves."""
    people, again = {person(coder) for coder in coders}, [c for c in coders if round_of(c) > 1]
    if again and len(people) == 1:
        words = f"These are rounds of {', '.join(people)} alone: how steady one coder is, not how"
        yield Caution(code="rounds", message=f"{words} far coders agree.")
    elif again:
        words = f"{', '.join(again)}: later rounds of coders who are compared too, which raises"
        hint = " ".join(f"--coder {name}" for name in coders if name not in again)
        yield Caution(code="rounds", message=f"{words} the figures. Without them: {hint}")


def _need_two(coded: Sequence[Coded]) -> None:
    names = sorted({d.coder for found in coded for d in found.documents})
    if len(names) < 2 and not any(len(found.documents) > 1 for found in coded):
        raise StoreError(
            f"Agreement needs two coders; there is {names[0] if names else 'nobody'} here.",
            hint="Have a second person code: qa-annotate open ARTICLE --coder NAME",
        )


def _labels_only(asked: Asked) -> None:
    if asked.attribute is not None or asked.sets or asked.reference is not None:
        raise UsageError(
            "Characters are compared by their labels alone.",
            hint="Use --level units with --attribute, --sets or --against.",
        )


def _spans(coded: Sequence[Coded], codebook: Codebook, drawing: Drawing) -> Agreement:
    texts = of_characters(coded, codebook)
    continua = [text.continuum for text in texts]
    intervals = span_intervals(
        continua, draws=drawing.draws, seed=drawing.seed, confidence=drawing.confidence
    )
    done = of_spans(
        pooled_spans(continua),
        texts,
        intervals=intervals,
        told=TOLD_CHARACTERS,
        codebook=_named(codebook),
    )
    return replace(done, draws=drawing.draws, seed=drawing.seed, confidence=drawing.confidence)


def _scores(
    held: Sequence[Coded], codebook: Codebook, asked: Asked
) -> tuple[tuple[Against, ...], Mapping[str, SpansAgainst]]:
    """Each coder against the reference, by units and (where labels are asked for) by spans."""
    if asked.reference is None:
        return (), {}
    made = compared(held, codebook, asked.level, asked.attribute)
    name = coder_slug(asked.reference)
    scores = against(made.data, made.labels, name)
    if asked.attribute is not None:
        return scores, {}
    labels = [label for label in made.labels if isinstance(label, str)]
    texts = {score.coder: beside(held, score.coder, name) for score in scores}
    return scores, {coder: spans_against(found, labels) for coder, found in texts.items()}


def of_table(
    path: Path,
    *,
    labels: Sequence[str] = (),
    measure: str = "nominal",
    confidence: float = 0.95,
    draws: int | None = None,
    seed: int | None = None,
) -> Agreement:
    """The same for anyone's table of units by coders (tab-separated; see `agreement.matrix`)."""
    if measure not in MEASURES:
        raise UsageError(f"There is no measure '{measure}'.", hint="One of: " + ", ".join(MEASURES))
    table = matrix(read_text(path), labels)
    made = Compared(
        data=of_matrix(table),
        labels=table.labels,
        measurement=measure,
        told=f"Units and labels are those of {path.name}; labels are compared as {measure}.",
    )
    return _computed(made, None, Drawing.of(confidence, draws, seed), Asked())


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """How intervals are made."""

    confidence: float
    draws: int
    seed: int

    @classmethod
    def of(
        cls, confidence: float = 0.95, draws: int | None = None, seed: int | None = None
    ) -> Drawing:
        """With what was not asked for as the agreement wing has it."""
        if not 0 < confidence < 1:
            raise UsageError("--confidence lies between 0 and 1, as 0.95 does.")
        if draws is not None and draws < 1:
            raise UsageError("--draws is how often to resample: 1 or more.")
        if seed is not None and seed < 0:
            raise UsageError("--seed is a whole number, 0 or more.")
        return cls(
            confidence=confidence,
            draws=DRAWS if draws is None else draws,
            seed=SEED if seed is None else seed,
        )


def _computed(
    made: Compared,
    codebook: Codebook | None,
    drawing: Drawing,
    asked: Asked,
    *,
    held: Sequence[Coded] = (),
) -> Agreement:
    found = report(
        made.data,
        made.labels,
        measurement=made.measurement,
        parents=parents(codebook) if codebook else None,
        draws=drawing.draws,
        seed=drawing.seed,
        confidence=drawing.confidence,
        sets=asked.as_sets,
    )
    scores, as_spans = _scores(held, codebook, asked) if codebook else ((), {})
    return reported(
        found,
        made.data,
        told=made.told,
        codebook=_named(codebook) if codebook else "",
        against=scores,
        as_spans=as_spans,
        reference=asked.reference or "",
    )


def _named(codebook: Codebook) -> str:
    return f"{codebook.id} {codebook.version}"


# ---- as data ------------------------------------------------------------------------------------


def written(report: Agreement, form: str) -> str:
    """The text of a report in one of the formats of `formats.AGREEMENT_WRITERS`."""
    return AGREEMENT_WRITERS[form](report)


def put(out: Path, text: str) -> None:
    """Write a report's text to a file. Raises StoreError where it can't be."""
    if out.is_dir():
        raise StoreError(f"{out} is a folder.", hint="Name a file to write.")
    if not out.parent.is_dir():
        raise StoreError(f"There is no folder {out.parent}.", hint="Make it first.")
    write_whole(out, text.encode("utf-8"))
