"""An agreement report as data: JSON with everything in it, CSV with a figure a row.

The reliability data themselves are a table of units by coders, tab-separated, that R reads and
`agreement --matrix` takes back; the diagnosis is the same with words and flags.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace

from ..adapters.codec import to_safe_json
from ..core.agreed import Agreement, Figure, Rated, Scored
from ..core.text import visible
from ..errors import UsageError
from .csv import harmless

AGREEMENT_FORMAT = "qa-annotate/agreement/1"


def json(report: Agreement) -> str:
    """Every number with its n, the definitions, and the tool's version; one line.

    The units stand in the formats `reliability` and `diagnosis`.
    """
    body = to_safe_json(replace(report, units=()))
    return f'{{"format":"{AGREEMENT_FORMAT}",{body[1:]}\n'


# ---- a figure a row -----------------------------------------------------------------------------

COLUMNS = (
    "part",
    "of",
    "coefficient",
    "value",
    "low",
    "high",
    "level",
    "standard_error",
    "n",
    "undefined_because",
)


def figures_csv(report: Agreement) -> str:
    """Every figure of a report, a row each, as CSV with a header line."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for part, of, item in _figures(report):
        writer.writerow([part, harmless(visible(of)), *_cells(item)])
    return out.getvalue()


def _figures(report: Agreement) -> Iterator[tuple[str, str, Figure]]:
    for item in report.headline:
        yield "headline", "", item
    for item in report.further:
        yield "further", item.name.partition("/")[2], item
    for label in report.by_label:
        yield from (("label", label.label, f) for f in (label.specific_agreement, label.alpha))
    groups = (("level", report.by_level), ("article", report.by_article), ("time", report.by_time))
    for part, found in groups:
        for group in found:
            yield from ((part, group.name, f) for f in (group.percent_agreement, group.alpha))
    for pair in report.pairs:
        of = "-".join(pair.coders)
        yield from (("pair", of, f) for f in (pair.percent_agreement, pair.cohen_kappa))
    for coder in report.by_coder:
        yield "coder", coder.coder, coder.with_others
        yield "coder", coder.coder, coder.kappa_with_others
        yield "without coder", coder.coder, coder.alpha_without
    for scored in report.against:
        yield f"against {report.reference}", scored.coder, scored.accuracy
        for way, scores in scored.ways:
            for score in scores:
                yield from _scores(f"against {report.reference} {way}", scored.coder, score)


def _scores(part: str, coder: str, score: Scored) -> Iterator[tuple[str, str, Figure]]:
    for item in (score.precision, score.recall, score.f1):
        yield part, f"{coder}: {score.label}", item


def _cells(item: Figure) -> list[str]:
    interval = item.interval
    numbers = (
        item.value,
        interval.low if interval else None,
        interval.high if interval else None,
        interval.level if interval else None,
        item.se,
    )
    told = ["" if found is None else repr(found) for found in numbers]
    return [item.name, *told, str(item.n), item.reason]


# ---- units by coders ----------------------------------------------------------------------------


def reliability(report: Agreement) -> str:
    """What the coefficients are computed from: units by coders, empty where missing.

    `qa-annotate agreement --matrix` of it gives the same figures; in R, `read.delim` reads it.
    """
    rows = [["unit", *map(_cell, report.coders)]]
    for number, unit in enumerate(_units(report), start=1):
        if any(value is not None for value in unit.values):
            rows.append([_name(unit, number), *(_cell(value or "") for value in unit.values)])
    return "".join("\t".join(row) + "\n" for row in rows)


def _name(unit: Rated, number: int) -> str:
    if not unit.article:
        return _cell(unit.words) or f"unit {number}"
    return _cell(f"{unit.article} {unit.span[0]}-{unit.span[1]}")


def _cell(text: str) -> str:
    """A cell without tabs and line ends, and without what a spreadsheet would evaluate."""
    flat = visible(" ".join(text.split()))
    return flat if _is_number(flat) else harmless(flat)


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def diagnosis(report: Agreement) -> str:
    """One row a unit, one column a coder, and whether the unit was used, or why not; as CSV."""
    out = io.StringIO()
    writer = csv.writer(out)
    coders = [harmless(visible(coder)) for coder in report.coders]
    writer.writerow(
        ["article", "start", "end", "place", "words", *coders, "used", "left_out_because", "differ"]
    )
    for unit in _units(report):
        writer.writerow(_diagnosed(unit))
    return out.getvalue()


def _diagnosed(unit: Rated) -> list[str]:
    pairs = zip(unit.values, unit.missing, strict=True)
    cells = [f"({missing})" if value is None else value for value, missing in pairs]
    return [
        unit.article,
        str(unit.span[0]),
        str(unit.span[1]),
        unit.place,
        harmless(visible(unit.words, keep_newlines=True)),
        *(harmless(visible(cell)) for cell in cells),
        "yes" if unit.used else "no",
        unit.reason,
        "yes" if unit.differs else "no",
    ]


def _units(report: Agreement) -> tuple[Rated, ...]:
    if report.level == "characters":
        raise UsageError(
            "At the level of characters there are no units.", hint="Use --level units or claims."
        )
    return report.units
