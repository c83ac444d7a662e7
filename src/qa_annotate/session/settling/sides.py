"""The coders' sides of a case in words: side by side where there is room, else below each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...core.cases import Case, Kind, Side, Standing
from ...core.codebook import lacks
from ...core.records import Claim, Codebook
from ..arranging import MARK, each_alone
from ..cells import shown, wrap
from ..drawing import Row, padded
from .state import Setting, State, masked, name_of

KINDS: dict[Kind, str] = {
    "label": "labels differ",
    "span": "words differ",
    "missed": "claimed by some",
    "details": "details differ",
    "alone": "read by one alone",
    "gone": "claimed no more",
    "agreed": "agreed",
    "blank": "claimed by nobody",
}
"""How the sides of a case differ, in words."""

NARROWEST = 36
"""Cells that a side needs to stand beside others."""


def side_rows(state: State, columns: int) -> list[Row]:
    """Everybody's side, then how the case is settled and what has changed since."""
    case = state.case
    if case is None:
        return [(("list", " these coders claim nothing: there is nothing to settle"),)]
    beside = columns // max(1, len(case.sides)) >= NARROWEST
    rows = _beside(state, case, columns) if beside else _below(state, case, columns)
    return [*rows, *_seen(state, _settled(state, columns))]


def _beside(state: State, case: Case, columns: int) -> list[Row]:
    wide = (columns - len(case.sides) + 1) // len(case.sides)
    blocks = [_seen(state, _side(state, n, s, wide - 1)) for n, s in enumerate(case.sides, start=1)]
    height = max(map(len, blocks))
    filled = [[*block, *([()] * (height - len(block)))] for block in blocks]
    between = f"{MARK}│{MARK}" if state.setting.bidi == "terminal" else "│"
    lines = zip(*filled, strict=True)
    return [_joined([padded(row, wide) for row in line], between) for line in lines]


def _joined(cells: Sequence[Row], between: str) -> Row:
    out: list[tuple[str, str]] = []
    for place, cell in enumerate(cells):
        out += [("rule", between)] if place else []
        out += cell
    return tuple(out)


def _below(state: State, case: Case, columns: int) -> list[Row]:
    return [
        row
        for n, side in enumerate(case.sides, start=1)
        for row in _seen(state, _side(state, n, side, columns - 1))
    ]


def _seen(state: State, rows: Iterable[Row]) -> list[Row]:
    """Rows of words about the article, as they are read."""
    return [each_alone(row) if state.setting.bidi == "app" else row for row in rows]


def _side(state: State, number: int, side: Side, columns: int) -> Iterator[Row]:
    title = f"{number} {shown(name_of(state.setting, side.coder))}"
    if not side.claims:
        yield (("list-title", title), ("list", f"  {blank(side)}"))
        return
    yield (("list-title", title),)
    for claim in side.claims:
        own = None if state.case and claim.position == state.case.span else claim.quote
        yield from _claim(state.setting, claim, own, columns)


def blank(side: Side) -> str:
    """What there is to say of a side without a claim."""
    return "no claim (has read it)" if side.read else "has not read it"


def _claim(setting: Setting, claim: Claim, own: str | None, columns: int) -> Iterator[Row]:
    """A claim; `own` are its words, where they aren't those of the whole case."""
    style, letter = letter_of(setting.codebook, claim.label)
    yield ((style, f" {letter}"), ("list", f" {shown(claim.label)}"))
    if own is not None:
        yield from _words(f"“{own}”", columns, "list")
    for line in details(setting, claim):
        yield from _words(line, columns, "note")


def _words(text: str, columns: int, style: str) -> Iterator[Row]:
    for start, end in wrap(text, (0, len(text)), max(8, columns - 3)):
        yield ((style, f"   {shown(text[start:end])}"),)


def details(setting: Setting, claim: Claim) -> Iterator[str]:
    """What else a claim says, a line each."""
    told = (
        ("reason", claim.reason),
        ("speaker", claim.speaker),
        ("relays", claim.attributed_to),
        ("blames", claim.against),
        *((name, value) for name, value in claim.attributes.items()),
        *((f"evidence {item.bearing}", item.locator) for item in claim.evidence),
        *((f"in {language}", words) for language, words in claim.gloss.items()),
    )
    yield from (f"{name}: {value}" for name, value in told if value not in (None, ""))
    if claim.note:
        yield f"note: {masked(setting, claim.note)}"


def letter_of(codebook: Codebook, label: str) -> tuple[str, str]:
    """The style and the key of a label."""
    for place, known in enumerate(codebook.labels):
        if known.id == label:
            return f"letter-{place % 6}", shown(known.key)
    return "letter-unknown", "?"


# ---- how it is settled --------------------------------------------------------------------------


def _settled(state: State, columns: int) -> Iterator[Row]:
    for style, line in settled_lines(state):
        for start, end in wrap(line, (0, len(line)), max(8, columns - 2)):
            yield ((style, f" {shown(line[start:end])}"),)


def settled_lines(state: State) -> Iterator[tuple[str, str]]:
    """How the case stands, with the style of each line."""
    standing, setting = state.standing, state.setting
    settlement = standing.settlement
    if settlement is None:
        waiting = [f"why: {state.why}"] if state.why else []
        waiting += [f"error: {state.error.replace('_', ' ')}"] if state.error else []
        if waiting:
            yield "note", f"with the decision: {'; '.join(waiting)}"
        return
    yield "list-title", how(setting, standing)
    for claim in state.made:
        lacking = "".join(f"; lacks {words}" for words in lacks(claim, setting.codebook))
        told = "".join(f"; {line}" for line in details(setting, claim))
        letter = letter_of(setting.codebook, claim.label)[1]
        yield "list", f"{letter} {claim.label} “{claim.quote}”{told}{lacking}"
    for since in standing.since:
        name = f"{name_of(setting, since.coder)} " if since.coder else ""
        yield "trouble", f"since then: {name}{since.what}"


_HOW = {
    "agreed": "taken over: nobody differs",
    "union": "settled: the words joined",
    "parts": "settled: in parts",
    "anew": "decided anew",
    "no_claim": "settled: no claim",
}


def how(setting: Setting, standing: Standing) -> str:
    """How a case was settled, by whom, why, and what lay behind it."""
    settlement = standing.settlement
    if settlement is None:
        return "open"
    side = f"settled: the side of {name_of(setting, settlement.side or '')}"
    words = _HOW.get(settlement.how, side)
    if settlement.how == "side" and not settlement.claims:
        words += ": no claim"
    by = "" if setting.anonymous else f" by {settlement.decided.by}"
    error = f"; error: {settlement.error.replace('_', ' ')}" if settlement.error else ""
    why = f"; why: {masked(setting, settlement.why)}" if settlement.why else ""
    return f"{words}{by}{error}{why}"


def number_of(state: State) -> str:
    """Which case it is, of how many; what nobody claims is counted by itself."""
    claimed, every = state.setting.claimed, len(state.setting.cases)
    if state.cursor < claimed:
        return f"{state.cursor + 1} of {claimed}"
    return f"unit {state.cursor - claimed + 1} of {every - claimed}"


def state_of(case: Case, standing: Standing) -> str:
    """A word for how a case stands."""
    if standing.settlement is None:
        return "blank" if case.kind == "blank" else "open"
    return "CHANGED" if standing.since else "settled"
