"""What each key means while coders' disagreements are settled.

A codebook's labels may use any key that the labelling session doesn't, so every key here is one
that the labelling session uses too: no label can be shut out. Digits take sides.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...core.records import Codebook
from ..keys import TABLE as LABELLING
from ..keys import Key, Mode, in_mode, key_name

_BOTH: tuple[Mode, ...] = ("text", "list")
_DIGITS = tuple("123456789")


def _labelling(*names: str) -> tuple[Key, ...]:
    """The keys of commands that are the same in the labelling session."""
    return tuple(entry for name in names for entry in LABELLING if entry.name == name)


TABLE: tuple[Key, ...] = (
    # settling
    Key(name="side", keys=_DIGITS, modes=_BOTH, short="side", line="take that coder's side"),
    Key(name="no-claim", keys=("space",), short="no claim", line="no claim is made here"),
    Key(name="union", keys=("=",), short="join", line="one claim on all the words, joined"),
    Key(
        name="parts",
        keys=("S",),
        short="parts",
        line="the parts: cut wherever a claim begins or ends, each as the shortest claim there",
    ),
    Key(
        name="error",
        keys=("e",),
        short="error",
        line="mark what lay behind it: missed, span, label, codebook unclear, slip",
    ),
    Key(name="why", keys=("c",), short="why", line="write why it is settled so"),
    Key(name="reason", keys=("r",), line="give the reason of the settled claim's label"),
    Key(name="people", keys=("p",), line="say who speaks, whom that voice relays, whom it blames"),
    Key(name="open-again", keys=("x",), line="take the decision away: the case is open again"),
    # the words
    Key(name="candidate", keys=("tab",), line="the next coder's words, all words, shared words"),
    Key(name="candidate-back", keys=("s-tab",), line="the words before"),
    *_labelling("trim-left", "trim-right", "grow-right", "grow-left", "extend-down", "extend-up"),
    # going about
    Key(name="next", keys=("j", "down"), modes=_BOTH, short="next", line="next case"),
    Key(name="previous", keys=("k", "up"), modes=_BOTH, short="back", line="case before"),
    Key(name="next-open", keys=("}",), modes=_BOTH, line="next case that is open or has changed"),
    Key(name="previous-open", keys=("{",), modes=_BOTH, line="open or changed case before"),
    Key(
        name="next-blank",
        keys=("]",),
        modes=_BOTH,
        line="next unit that nobody claims: a label's key adds the claim that all missed",
    ),
    Key(name="previous-blank", keys=("[",), modes=_BOTH, line="unit before that nobody claims"),
    Key(name="first", keys=("g", "home"), modes=_BOTH, line="first case"),
    Key(name="last", keys=("G", "end"), modes=_BOTH, line="last case: what is agreed comes last"),
    Key(name="page-down", keys=("pagedown",), line="the claims further down"),
    Key(name="page-up", keys=("pageup",), line="the claims further up"),
    Key(name="list", keys=("w", "enter"), short="list", line="all cases, the agreed ones too"),
    Key(name="to-text", keys=("enter", "w", "escape"), modes=("list",), short="case", line="back"),
    Key(name="codebook", keys=("b",), modes=_BOTH, line="the codebook in place of the text"),
    # the document
    *_labelling("undo", "redo", "memo"),
    Key(name="finish", keys=("F",), short="finish", line="finish the document, or open it again"),
    *_labelling("palette", "help", "suspend", "quit"),
    # a line being written
    *_labelling("accept", "cancel", "erase", "erase-all", "left", "right", "start", "end"),
    # questions and help
    *_labelling("yes"),
    Key(name="no", keys=("n",), modes=("confirm",), short="go on", line="go on settling"),
    Key(
        name="close-help",
        keys=("escape", "enter", "?", "c-c"),
        modes=("help",),
        short="back",
        line="back to the case",
    ),
    *_labelling("help-down", "help-up"),
)


def command_of(
    mode: Mode, key: str, codebook: Codebook, table: Sequence[Key] = TABLE
) -> str | None:
    """The command that a key means in a mode: labels are `label:ID`, sides `side:N` from 0."""
    entry = next((entry for entry in in_mode(mode, table) if key in entry.keys), None)
    if entry is not None and entry.name == "side":
        return f"side:{entry.keys.index(key)}"
    if mode == "text":
        label = next((label.id for label in codebook.labels if label.key == key), None)
        if label:
            return f"label:{label}"
    return entry.name if entry else None


def footer(
    mode: Mode, codebook: Codebook, sides: int, table: Sequence[Key] = TABLE
) -> tuple[tuple[str, str], ...]:
    """Keys and their words, in the order they matter; as many digits as there are sides."""
    shown = in_mode(mode, table)
    keys = [(_keys(e, sides)[0], e.short) for e in shown if e.short and e.keys]
    if mode != "text":
        return tuple(keys)
    return (*keys[:2], *((label.key, label.id) for label in codebook.labels), *keys[2:])


def help_lines(
    codebook: Codebook, sides: int, table: Sequence[Key] = TABLE
) -> tuple[tuple[str, str], ...]:
    """Every key of a case and its line; the labels first, with their definitions."""
    labels = [
        (label.key, f"decide anew: {label.id}: {label.definition}") for label in codebook.labels
    ]
    entries = in_mode("text", table)
    return (*labels, *((" ".join(_keys(e, sides)), e.line) for e in entries if e.keys))


def _keys(entry: Key, sides: int) -> Sequence[str]:
    if entry.keys == _DIGITS:
        return (f"1…{min(9, sides)}",)
    return tuple(map(key_name, entry.keys))
