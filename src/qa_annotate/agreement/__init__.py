"""Inter-coder agreement: reliability data, coefficients, intervals, disagreements.

The door: `labels`, `sets` and `spans` take plain data and give a mapping from coefficient name to
`Value`; `krippendorff_alpha` takes a large array. `units`, `qa_pairs`, `claims` and `characters`
make such data from annotation documents; `report` computes everything at once. `matrix` reads
anyone's table, and `of_matrix` makes reliability data of it.
"""

from __future__ import annotations

from .against import Against, Score, SpansAgainst, against, spans_against
from .catalogue import ALL, Coefficient, described
from .continua import Continuum, Marked, continuum
from .disagreements import Choice, Disagreement, disagreements
from .door import labels, sets
from .fast import alpha_interval, krippendorff_alpha
from .figures import Figure, OfCoder, OfGroup, OfLabel, OfPair, Report, Warn
from .gamma import gamma_observed_disorder
from .intervals import DRAWS, SEED, Interval
from .levels import (
    Characters,
    attribute_values,
    by_any,
    by_attribute,
    by_set,
    characters,
    claims,
    declared,
    measurement,
    of_matrix,
    parents,
    qa_pairs,
)
from .reliability import (
    NO_CLAIM,
    Cell,
    LeftOut,
    Measure,
    Rating,
    Reliability,
    Unit,
    by_label,
    coder_names,
    pooled,
    units,
)
from .reporting import report
from .span_door import pooled_spans, span_intervals, spans
from .tables import Matrix, matrix
from .values import Value

__all__ = [
    "ALL",
    "DRAWS",
    "NO_CLAIM",
    "SEED",
    "Against",
    "Cell",
    "Characters",
    "Choice",
    "Coefficient",
    "Continuum",
    "Disagreement",
    "Figure",
    "Interval",
    "LeftOut",
    "Marked",
    "Matrix",
    "Measure",
    "OfCoder",
    "OfGroup",
    "OfLabel",
    "OfPair",
    "Rating",
    "Reliability",
    "Report",
    "Score",
    "SpansAgainst",
    "Unit",
    "Value",
    "Warn",
    "against",
    "alpha_interval",
    "attribute_values",
    "by_any",
    "by_attribute",
    "by_label",
    "by_set",
    "characters",
    "claims",
    "coder_names",
    "continuum",
    "declared",
    "described",
    "disagreements",
    "gamma_observed_disorder",
    "krippendorff_alpha",
    "labels",
    "matrix",
    "measurement",
    "of_matrix",
    "parents",
    "pooled",
    "pooled_spans",
    "qa_pairs",
    "report",
    "sets",
    "span_intervals",
    "spans",
    "spans_against",
    "units",
]
