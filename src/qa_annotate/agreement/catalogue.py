"""The table of coefficients: name, formula, what it needs, what it says.

One place for the library door, the report and `--explain`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from . import coefficients as c
from . import variance as v
from .counts import Counts
from .values import (
    LABEL_NOT_USED,
    NO_SHARED_TEXT,
    NO_VARIATION,
    NOTHING_MARKED,
    ONE_LABEL,
    Floats,
)

Formula: TypeAlias = Callable[[Counts, Floats], Floats]
Needs: TypeAlias = Literal[
    "two coders", "exactly two coders", "no gaps", "ordered labels", "numbers"
]


@dataclass(frozen=True, kw_only=True, slots=True)
class Coefficient:
    """A coefficient: `explain` is for the reader of a report, `source` for its reviewer."""

    name: str
    title: str
    explain: str
    source: str
    needs: Needs = "two coders"
    undefined: str = NO_VARIATION


@dataclass(frozen=True, kw_only=True, slots=True)
class Counted(Coefficient):
    """A coefficient of rating patterns; `formula` also takes many draws of weights at once."""

    formula: Formula
    se: Callable[[Counts], float] | None = None


COUNTED: tuple[Counted, ...] = (
    Counted(
        name="percent_agreement",
        title="Percent agreement",
        explain="Of two coders picked at random on a unit, how often both gave the same label. "
        "It says nothing about luck: with one label on nearly everything it is always high.",
        source="Gwet (2014), p_a; mean over units",
        formula=c.percent_agreement,
    ),
    Counted(
        name="percent_agreement_pooled_pairs",
        title="Percent agreement (pooled pairs)",
        explain="All agreeing pairs of coders over all pairs. Units with more coders count more.",
        source="pairs pooled over units",
        formula=c.percent_agreement_pooled_pairs,
    ),
    Counted(
        name="percent_agreement_alpha_weighted",
        title="Percent agreement (as alpha weighs it)",
        explain="The agreement that Krippendorff's alpha starts from: each unit weighs as much as "
        "it has ratings.",
        source="Krippendorff (2011), 1 - D_o",
        formula=c.percent_agreement_alpha_weighted,
    ),
    Counted(
        name="krippendorff_alpha_nominal",
        title="Krippendorff's alpha",
        explain="How far the coders' labels are from chance: 1 is full agreement, 0 is what "
        "shuffling all labels would give, below 0 is worse. Takes any number of coders and gaps. "
        "Customary limits: 0.800 to rely on, 0.667 for tentative conclusions.",
        source="Krippendorff (2011); Krippendorff (2019), ch. 12",
        formula=c.alpha_nominal,
        se=v.alpha_nominal_se,
    ),
    Counted(
        name="fleiss_kappa_gwet",
        title="Fleiss' kappa (gaps allowed)",
        explain="As if every coder drew labels from one common pool; compares what coders did "
        "with that. The same as Fleiss' kappa where there are no gaps.",
        source="Fleiss (1971); with gaps Gwet (2014), ch. 2",
        formula=c.fleiss_kappa_gwet,
        se=lambda counts: v.gwet_se(counts, c.expected_of_distances, v.fleiss_slope),
    ),
    Counted(
        name="gwet_ac1",
        title="Gwet's AC1",
        explain="Counts as chance only what coders could not decide, which it takes to be little "
        "where one label is on nearly everything. Stays high where kappa falls; more labels "
        "declared, higher figure.",
        source="Gwet (2008); Gwet (2014), ch. 4",
        undefined=ONE_LABEL,
        formula=c.gwet_ac1,
        se=lambda counts: v.gwet_se(counts, c.expected_of_spread, v.gwet_slope),
    ),
    Counted(
        name="brennan_prediger",
        title="Brennan-Prediger",
        explain="As if chance gave every declared label equally often. Depends on how many labels "
        "the codebook declares.",
        source="Brennan & Prediger (1981); Bennett, Alpert & Goldstein (1954)",
        undefined=ONE_LABEL,
        formula=c.brennan_prediger,
        se=lambda counts: v.gwet_se(counts, c.expected_of_labels, v.uniform_slope),
    ),
)

BENNETT_S = Counted(
    name="bennett_s",
    title="Bennett's S",
    explain="Brennan-Prediger by its older name.",
    source="Bennett, Alpert & Goldstein (1954)",
    undefined=ONE_LABEL,
    formula=c.brennan_prediger,
)

PER_LABEL: tuple[Counted, ...] = (
    Counted(
        name="specific_agreement",
        title="Agreement on the label",
        explain="If one coder gave this label, how likely another one did on the same unit.",
        source="Cicchetti & Feinstein (1990); Uebersax (1982)",
        undefined=LABEL_NOT_USED,
        formula=c.specific_agreement,
    ),
    Counted(
        name="krippendorff_alpha_label",
        title="Alpha of the label",
        explain="Krippendorff's alpha of this label against all the others together.",
        source="Krippendorff (2019), ch. 12",
        formula=c.alpha_labels,
    ),
)

OTHERS: tuple[Coefficient, ...] = (
    Coefficient(
        name="percent_agreement_all_listwise",
        title="All agree",
        explain="Share of the units rated by every coder on which all gave the same label.",
        source="R irr::agree",
    ),
    Coefficient(
        name="krippendorff_alpha_ordinal",
        title="Krippendorff's alpha (ordinal)",
        explain="Alpha for ordered labels: labels further apart in order count as more different.",
        source="Krippendorff (2011), section D",
        needs="ordered labels",
    ),
    Coefficient(
        name="krippendorff_alpha_interval",
        title="Krippendorff's alpha (interval)",
        explain="Alpha for numbers whose differences mean something.",
        source="Krippendorff (2011), section D",
        needs="numbers",
    ),
    Coefficient(
        name="krippendorff_alpha_ratio",
        title="Krippendorff's alpha (ratio)",
        explain="Alpha for numbers with a true zero: the difference counts beside the size.",
        source="Krippendorff (2011), section D",
        needs="numbers",
    ),
    Coefficient(
        name="gwet_ac2_linear",
        title="Gwet's AC2 (linear)",
        explain="AC1 for ordered labels, a step costing the same everywhere.",
        source="Gwet (2014), ch. 5",
        needs="ordered labels",
        undefined=ONE_LABEL,
    ),
    Coefficient(
        name="gwet_ac2_quadratic",
        title="Gwet's AC2 (quadratic)",
        explain="AC1 for ordered labels, large steps costing more than their share.",
        source="Gwet (2014), ch. 5",
        needs="ordered labels",
        undefined=ONE_LABEL,
    ),
    Coefficient(
        name="scott_pi",
        title="Scott's pi",
        explain="Two coders drawing labels from one common pool, compared with what they did.",
        source="Scott (1955)",
        needs="exactly two coders",
    ),
    Coefficient(
        name="cohen_kappa",
        title="Cohen's kappa",
        explain="Two coders, each with habits of their own, compared with what two such people "
        "would agree on by luck.",
        source="Cohen (1960)",
    ),
    Coefficient(
        name="cohen_kappa_linear",
        title="Cohen's kappa (linear weights)",
        explain="Cohen's kappa for ordered labels, a step costing the same everywhere.",
        source="Cohen (1968)",
        needs="ordered labels",
    ),
    Coefficient(
        name="cohen_kappa_quadratic",
        title="Cohen's kappa (quadratic weights)",
        explain="Cohen's kappa for ordered labels, large steps costing more than their share.",
        source="Cohen (1968)",
        needs="ordered labels",
    ),
    Coefficient(
        name="mean_pairwise_cohen_kappa",
        title="Mean of Cohen's kappas",
        explain="The plain mean of Cohen's kappa over all pairs of coders.",
        source="Light (1971)",
    ),
    Coefficient(
        name="mean_pairwise_cohen_kappa_linear",
        title="Mean of Cohen's kappas (linear weights)",
        explain="The plain mean of Cohen's weighted kappa over all pairs of coders.",
        source="Light (1971); Cohen (1968)",
        needs="ordered labels",
    ),
    Coefficient(
        name="conger_kappa",
        title="Conger's kappa",
        explain="Cohen's kappa for any number of coders, each with habits of their own.",
        source="Conger (1980); with gaps Gwet (2014), ch. 2",
    ),
    Coefficient(
        name="fleiss_kappa",
        title="Fleiss' kappa",
        explain="As if every coder drew labels from one common pool. Needs every coder on every "
        "unit.",
        source="Fleiss (1971)",
        needs="no gaps",
    ),
    Coefficient(
        name="fleiss_kappa_listwise",
        title="Fleiss' kappa (complete units)",
        explain="Fleiss' kappa of the units that every coder rated; the others are dropped.",
        source="Fleiss (1971)",
        needs="no gaps",
    ),
    Coefficient(
        name="fleiss_kappa_label",
        title="Fleiss' kappa of the label",
        explain="Fleiss' kappa of this label against all the others together.",
        source="Fleiss (1971)",
        needs="no gaps",
    ),
)

SETS: tuple[Coefficient, ...] = (
    Coefficient(
        name="krippendorff_alpha_jaccard",
        title="Alpha of sets (Jaccard)",
        explain="Alpha where a unit may have several labels: two sets differ by the share of their "
        "labels that they do not have in common.",
        source="Krippendorff (2011) with distance 1 - |A & B| / |A | B|",
    ),
    Coefficient(
        name="krippendorff_alpha_masi",
        title="Alpha of sets (MASI)",
        explain="As with Jaccard, but a set within the other counts as nearer than two that "
        "merely overlap.",
        source="Passonneau (2006)",
    ),
)

SPANS: tuple[Coefficient, ...] = (
    Coefficient(
        name="u_alpha",
        title="u-alpha",
        explain="Alpha of where spans begin and end and how they are labelled, unmarked text "
        "included.",
        source="Krippendorff, Mathet, Bouvry & Widloecher (2016); Krippendorff (2019), 12.6",
    ),
    Coefficient(
        name="u_alpha_binary",
        title="|u-alpha",
        explain="Whether coders mark the same text, whatever the label.",
        source="Krippendorff et al. (2016)",
    ),
    Coefficient(
        name="cu_alpha",
        title="cu-alpha",
        explain="Whether coders give the same label to text that both have marked.",
        source="Krippendorff et al. (2016)",
        undefined=NO_SHARED_TEXT,
    ),
    Coefficient(
        name="cu_coverage",
        title="Coverage of cu-alpha",
        explain="The share of the text that cu-alpha rests on.",
        source="Krippendorff et al. (2016)",
    ),
    Coefficient(
        name="ku_alpha",
        title="(k)u-alpha of the label",
        explain="Whether text with this label, where another coder marked it too, has the same "
        "label there.",
        source="Krippendorff et al. (2016)",
        undefined=NO_SHARED_TEXT,
    ),
    Coefficient(
        name="ku_coverage",
        title="Coverage of (k)u-alpha",
        explain="The share of the text with this label that another coder marked too.",
        source="Krippendorff et al. (2016)",
    ),
    Coefficient(
        name="alphaU2004",
        title="alpha_U (older)",
        explain="The predecessor of u-alpha, for comparison with older studies; not for more than "
        "two coders.",
        source="Krippendorff (1995, 2004)",
    ),
    Coefficient(
        name="span_f1_exact",
        title="Span F1 (exact)",
        explain="Spans with the same start, end and label, as a share of both coders' spans.",
        source="2 common / (|A| + |B|)",
        undefined=NOTHING_MARKED,
    ),
    Coefficient(
        name="span_f1_boundaries",
        title="Span F1 (boundaries)",
        explain="Spans with the same start and end, whatever the label.",
        source="2 common / (|A| + |B|)",
        undefined=NOTHING_MARKED,
    ),
    Coefficient(
        name="span_f1_overlap",
        title="Span F1 (overlap)",
        explain="Spans of one label that share at least half of what either covers, matched one to "
        "one.",
        source="2 common / (|A| + |B|)",
        undefined=NOTHING_MARKED,
    ),
    Coefficient(
        name="position_alpha_nominal",
        title="Alpha by position",
        explain="Nominal alpha with every character a unit; long unmarked stretches weigh much.",
        source="Krippendorff (2011)",
    ),
    Coefficient(
        name="position_cohen_kappa",
        title="Cohen's kappa by position",
        explain="Cohen's kappa with every character a unit.",
        source="Cohen (1960)",
    ),
    Coefficient(
        name="position_f1_labelled",
        title="F1 by position (label)",
        explain="Characters on which both give the same label, as a share of what both mark.",
        source="2 common / (|A| + |B|)",
        undefined=NOTHING_MARKED,
    ),
    Coefficient(
        name="position_f1_marked",
        title="F1 by position (marked)",
        explain="Characters that both mark, as a share of what both mark.",
        source="2 common / (|A| + |B|)",
        undefined=NOTHING_MARKED,
    ),
    Coefficient(
        name="gamma_observed_disorder",
        title="Observed disorder of gamma",
        explain="What it costs to line up the coders' spans in the cheapest way; 0 is identical.",
        source="Mathet, Widloecher & Metivier (2015)",
        undefined=NOTHING_MARKED,
    ),
)

ALL: tuple[Coefficient, ...] = (*COUNTED, BENNETT_S, *PER_LABEL, *OTHERS, *SETS, *SPANS)

_ENDINGS = (
    "_se",
    "_ci95_low",
    "_ci95_high",
    "_boot95_low",
    "_boot95_high",
    "_without",
    "_mean_pairwise",
)


def described(name: str) -> Coefficient | None:
    """The table's line for a coefficient as the door names it (`cohen_kappa/A-B`), or None.

    Errors, bounds, and alpha without a coder have the line of their coefficient.
    """
    stem = name.split("/")[0]
    for ending in _ENDINGS:
        stem = stem.removesuffix(ending)
    return next((line for line in ALL if line.name == stem), None)
