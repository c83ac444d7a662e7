"""`agreement`: how far two or more coders agree, over the units that at least two have read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..agreement import NO_CLAIM, Disagreement, Reliability, disagreements, labels, pooled, units
from ..core.model import Codebook
from ..core.results import Agreement, Choice, Difference, Figure
from ..errors import StoreError
from .coding import Coded, gather


def agreement(
    articles: Sequence[str] = (), *, project: Path | None = None, coders: Sequence[str] = ()
) -> Agreement:
    """Compare the coders of some articles (all, if none is named); several are pooled.

    Raises StoreError where fewer than two coders recorded anything.
    """
    gathered = gather(project, articles, coders)
    coded = [found for found in gathered.articles if found.documents]
    names = sorted({d.coder for found in coded for d in found.documents})
    if len(names) < 2:
        raise StoreError(
            f"Agreement needs two coders; there is {names[0] if names else 'nobody'} here.",
            hint="Have a second person code: qa-annotate open ARTICLE --coder NAME",
        )
    data = pooled([_units(found) for found in coded])
    categories = _categories(gathered.codebook, data)
    return Agreement(
        articles=tuple(found.opened.article.id for found in coded),
        coders=data.coders,
        codebook=f"{gathered.codebook.id} {gathered.codebook.version}",
        categories=categories,
        level=data.level,
        units_used=len(data.units),
        units_with_several_labels=data.several_labels,
        left_out=data.left_out_by_reason,
        figures=_figures(data, categories),
        differences=tuple(map(_difference, disagreements(data))),
        notices=gathered.notices,
    )


def _units(coded: Coded) -> Reliability:
    opened = coded.opened
    return units(opened.article, opened.text, coded.documents, opened.outline.sentences)


def _categories(codebook: Codebook, data: Reliability) -> tuple[str, ...]:
    """The codebook's labels and "no claim", then what was used without being declared."""
    declared = [label.id for label in codebook.labels] + [NO_CLAIM]
    used = {str(value) for row in data.rows for value in row if value is not None}
    return (*declared, *sorted(used - set(declared)))


_TITLES = {
    "percent_agreement": "percent agreement",
    "krippendorff_alpha_nominal": "Krippendorff's alpha (nominal)",
    "cohen_kappa": "Cohen's kappa",
}


def _figures(data: Reliability, categories: Sequence[str]) -> tuple[Figure, ...]:
    """The headline, and Cohen's kappa for each pair of coders."""
    found = labels(data.rows, categories, coders=data.coders)
    kappas = [name for name in found if name.startswith("cohen_kappa/")] or ["cohen_kappa"]
    wanted = ("percent_agreement", "krippendorff_alpha_nominal", *kappas)
    return tuple(
        Figure(
            name=name,
            title=_title(name),
            value=found[name].value,
            n=found[name].n,
            reason=found[name].reason,
        )
        for name in wanted
        if name in found
    )


def _title(name: str) -> str:
    base, _, of = name.partition("/")
    return f"{_TITLES[base]} {of}".rstrip()


def _difference(item: Disagreement) -> Difference:
    choices = tuple(
        Choice(
            coder=choice.coder,
            value=str(choice.value),
            reasons=choice.reasons,
            notes=tuple(claim.note for claim in choice.claims if claim.note),
        )
        for choice in item.choices
    )
    return Difference(
        article=item.article,
        span=item.span,
        place=item.place,
        words=item.words,
        context=item.context,
        question=item.question,
        choices=choices,
        differing=item.differing,
        pairs=item.pairs,
    )
