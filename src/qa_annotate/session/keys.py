"""The key table: what each key means, where. The bindings, the footer, the help screen, the palette
and the manual's list are all drawn from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from ..core.records import Codebook, Label

Bidi = Literal["app", "terminal", "off"]
"""Who arranges text that runs from right to left."""

Mode = Literal["text", "list", "line", "hints", "help", "confirm", "place"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Key:
    """One command of the session: its name, its keys, where it works, and one line about it.

    `short` is its word in the footer; without one it stands only in the help.
    """

    name: str
    keys: tuple[str, ...]
    modes: tuple[Mode, ...] = ("text",)
    line: str
    short: str = ""


_BOTH: tuple[Mode, ...] = ("text", "list")
_WRITING: tuple[Mode, ...] = ("line", "help")

TABLE: tuple[Key, ...] = (
    # reading
    Key(name="read", keys=("space",), short="no claim", line="no claim here: read, go on"),
    Key(name="next", keys=("j", "down"), short="next", line="next sentence"),
    Key(name="previous", keys=("k", "up"), short="back", line="previous sentence"),
    Key(name="next-question", keys=("]",), short="question", line="next question's answer"),
    Key(name="previous-question", keys=("[",), line="previous question's answer"),
    Key(name="next-undecided", keys=("}",), line="next undecided sentence"),
    Key(name="previous-undecided", keys=("{",), line="previous undecided sentence"),
    Key(name="read-passage", keys=("R",), line="read the rest of the passage: no claims there"),
    # the selection
    Key(name="extend-down", keys=("J",), line="take the next sentence in"),
    Key(name="extend-up", keys=("K",), line="give it back, or take the one before in"),
    Key(name="trim-left", keys=("l", "right"), short="trim", line="a word less at the left end"),
    Key(name="trim-right", keys=("h", "left"), line="a word less at the right end"),
    Key(name="grow-right", keys=("L", "s-right"), line="a word more at the right end"),
    Key(name="grow-left", keys=("H", "s-left"), line="a word more at the left end"),
    Key(
        name="candidate",
        keys=("tab",),
        line="next part that is likely a claim: the whole, clauses, quotations",
    ),
    Key(name="candidate-back", keys=("s-tab",), line="the part before"),
    Key(
        name="hints",
        keys=("s",),
        short="span",
        line="pick first and last word by letters; a digit labels from the first to the end",
    ),
    Key(name="hint-end", keys=("S",), line="pick the last word by its letter"),
    # claims
    Key(name="repeat", keys=(".",), line="repeat the last labelling here"),
    Key(name="delete", keys=("x",), modes=_BOTH, short="delete", line="delete the claim here"),
    Key(name="note", keys=("c",), modes=_BOTH, short="note", line="write a note on the claim"),
    Key(
        name="reason",
        keys=("r",),
        modes=_BOTH,
        short="reason",
        line="give the reason of the claim's label",
    ),
    Key(
        name="people",
        keys=("p",),
        modes=_BOTH,
        line="say who speaks, whom that voice relays, whom the claim blames",
    ),
    Key(name="evidence", keys=("e",), modes=_BOTH, line="add evidence to the claim"),
    Key(name="attribute", keys=("A",), modes=_BOTH, line="answer the codebook's further questions"),
    Key(name="gloss", keys=("T",), modes=_BOTH, line="write a translation of the quote"),
    Key(name="reshape", keys=("=",), line="the claim here is the words that are selected now"),
    Key(name="redact", keys=("m",), line="not to be published: mark these words, or unmark them"),
    Key(name="next-incomplete", keys=("i",), modes=_BOTH, line="next claim that lacks something"),
    Key(name="place", keys=("P",), modes=_BOTH, line="where a claim without a place may stand"),
    # looking
    Key(name="search", keys=("/",), modes=_BOTH, line="search in text, notes and speakers"),
    Key(name="next-match", keys=("n",), modes=_BOTH, line="next place that was searched for"),
    Key(name="previous-match", keys=("N",), modes=_BOTH, line="the place before"),
    Key(name="first", keys=("g", "home"), modes=_BOTH, line="first sentence"),
    Key(name="last", keys=("G", "end"), modes=_BOTH, line="last sentence"),
    Key(name="page-down", keys=("pagedown",), line="a screen further"),
    Key(name="page-up", keys=("pageup",), line="a screen back"),
    Key(
        name="other-text",
        keys=("o",),
        line="step through all text (questions, captions …), or through the units only",
    ),
    Key(name="codebook", keys=("b",), modes=_BOTH, line="the codebook beside the text"),
    Key(name="cues", keys=("W",), line="mark words such as claimed, reportedly"),
    Key(name="list", keys=("w", "enter"), short="list", line="to the list of claims"),
    # the document
    Key(name="undo", keys=("z",), modes=_BOTH, short="undo", line="undo, as far as the log goes"),
    Key(name="redo", keys=("Z",), modes=_BOTH, line="redo"),
    Key(name="memo", keys=("M",), line="write the document's memo"),
    Key(name="finish", keys=("F",), short="finish", line="finish the document"),
    Key(name="palette", keys=(":",), modes=_BOTH, line="every command by its name"),
    Key(
        name="help",
        keys=("?",),
        modes=_BOTH,
        short="help",
        line="the keys of this place; type to find one",
    ),
    Key(name="suspend", keys=("c-z",), modes=_BOTH, line="to the shell; fg comes back"),
    Key(name="quit", keys=("q", "c-c"), modes=_BOTH, short="leave", line="leave; all is saved"),
    # the list of claims
    Key(name="next-claim", keys=("j", "down"), modes=("list",), short="next", line="next claim"),
    Key(
        name="previous-claim", keys=("k", "up"), modes=("list",), short="back", line="claim before"
    ),
    Key(
        name="to-text",
        keys=("enter", "w", "escape"),
        modes=("list",),
        short="text",
        line="back to the text, at this claim",
    ),
    # a claim without a place
    Key(name="put", keys=("y", "enter"), modes=("place",), short="here", line="it stands here"),
    Key(
        name="next-proposal",
        keys=("n", "j", "down"),
        modes=("place",),
        short="other proposal",
        line="the next proposal for this claim",
    ),
    Key(
        name="next-orphan",
        keys=("]", "space"),
        modes=("place",),
        short="next claim",
        line="leave this one without a place; the next one",
    ),
    Key(
        name="leave-orphans",
        keys=("escape", "q", "c-c"),
        modes=("place",),
        short="leave it",
        line="leave the rest without a place; back to the text",
    ),
    Key(
        name="by-hand",
        keys=("=",),
        modes=("place",),
        short="by hand",
        line="none of these: select its words in the text, then =",
    ),
    # a line being written
    Key(name="accept", keys=("enter",), modes=("line",), short="keep", line="keep what is written"),
    Key(
        name="cancel",
        keys=("escape", "c-c"),
        modes=("line", "confirm", "hints"),
        short="leave it",
        line="leave it as it was",
    ),
    Key(name="earlier", keys=("up",), modes=("line",), short="earlier", line="an earlier answer"),
    Key(name="later", keys=("down",), modes=("line",), line="a later answer"),
    Key(name="erase", keys=("backspace",), modes=_WRITING, line="erase the letter before"),
    Key(name="erase-all", keys=("c-u",), modes=_WRITING, line="erase all that is written"),
    Key(name="left", keys=("left",), modes=_WRITING, line="one letter left"),
    Key(name="right", keys=("right",), modes=_WRITING, line="one letter right"),
    Key(name="start", keys=("home", "c-a"), modes=_WRITING, line="to the start"),
    Key(name="end", keys=("end", "c-e"), modes=_WRITING, line="to the end"),
    # questions and help
    Key(name="yes", keys=("y",), modes=("confirm",), short="yes", line="yes, all the same"),
    Key(name="no", keys=("n",), modes=("confirm",), short="go on coding", line="go on coding"),
    Key(
        name="close-help",
        keys=("escape", "enter", "?", "c-c"),
        modes=("help",),
        short="back",
        line="back to the text",
    ),
    Key(name="help-down", keys=("down", "pagedown"), modes=("help",), line="scroll the help down"),
    Key(name="help-up", keys=("up", "pageup"), modes=("help",), line="scroll the help up"),
)

_SHOWN = MappingProxyType(
    {
        "down": "↓",
        "up": "↑",
        "left": "←",
        "right": "→",
        "s-left": "⇧←",
        "s-right": "⇧→",
        "escape": "Esc",
        "enter": "Enter",
        "tab": "Tab",
        "s-tab": "⇧Tab",
        "pagedown": "PgDn",
        "pageup": "PgUp",
        "home": "Home",
        "end": "End",
        "backspace": "⌫",
        "c-c": "Ctrl-C",
        "c-a": "Ctrl-A",
        "c-e": "Ctrl-E",
        "c-u": "Ctrl-U",
        "c-z": "Ctrl-Z",
    }
)


def key_name(key: str) -> str:
    """A key as people read it."""
    return _SHOWN.get(key, key)


def taken(table: Sequence[Key] = TABLE) -> Mapping[str, str]:
    """Each key of the text, and what it does: a codebook's label may use none of them."""
    return {key: f"'{entry.line}'" for entry in in_mode("text", table) for key in entry.keys}


def in_mode(mode: Mode, table: Sequence[Key] = TABLE) -> tuple[Key, ...]:
    """The entries that work in a mode."""
    return tuple(entry for entry in table if mode in entry.modes)


def command_of(
    mode: Mode, key: str, codebook: Codebook | None, table: Sequence[Key] = TABLE
) -> str | None:
    """The command that a key means in a mode; labels are `label:ID`, digits pick them in order."""
    if mode in ("text", "list") and codebook is not None:
        label = _label_of(key, codebook)
        if label:
            return f"label:{label}"
    return next((entry.name for entry in in_mode(mode, table) if key in entry.keys), None)


def _label_of(key: str, codebook: Codebook) -> str | None:
    labels = _in_use(codebook)
    if len(key) == 1 and key in "123456789" and int(key) <= len(labels):
        return labels[int(key) - 1].id
    return next((label.id for label in labels if label.key == key), None)


def _in_use(codebook: Codebook) -> tuple[Label, ...]:
    """The labels that can be given: those that weren't retired."""
    return tuple(label for label in codebook.labels if not label.retired)


def footer(
    mode: Mode, codebook: Codebook | None, table: Sequence[Key] = TABLE
) -> tuple[tuple[str, str], ...]:
    """Keys and their words, in the order they matter."""
    known = _in_use(codebook) if codebook is not None and mode in ("text", "list") else ()
    labels = [(label.key, label.id) for label in known]
    named = [(key_name(e.keys[0]), e.short) for e in in_mode(mode, table) if e.short and e.keys]
    return (*labels, *named)


def help_lines(
    codebook: Codebook, mode: Mode = "text", table: Sequence[Key] = TABLE
) -> tuple[tuple[str, str], ...]:
    """Every key of a place and its line; the labels first, with their definitions."""
    rows = [(label.key, f"{label.id}: {label.definition}") for label in _in_use(codebook)]
    rows.append(("1 … 9", "the codebook's labels in order, whatever their keys"))
    entries = in_mode(mode, table)
    rows += [(" ".join(map(key_name, e.keys)), e.line) for e in entries if e.keys]
    return tuple(rows)


# ---- remapping ----------------------------------------------------------------------------------


class RemapError(ValueError):
    """A remapping that can't be: an unknown command, or a key that would mean two things."""


def remapped(changes: Mapping[str, Sequence[str]], table: Sequence[Key] = TABLE) -> tuple[Key, ...]:
    """The table with other keys for some commands.

    Raises RemapError, naming both, where a key would mean two things in one place.
    """
    names = {entry.name for entry in table}
    unknown = sorted(set(changes) - names)
    if unknown:
        raise RemapError(f"there is no command '{unknown[0]}'")
    made = tuple(_with_keys(entry, changes.get(entry.name)) for entry in table)
    seen: dict[tuple[Mode, str], str] = {}
    for entry in made:
        for mode in entry.modes:
            for key in entry.keys:
                other = seen.setdefault((mode, key), entry.name)
                if other != entry.name:
                    raise RemapError(f"'{key}' would mean both '{other}' and '{entry.name}'")
    return made


def _with_keys(entry: Key, keys: Sequence[str] | None) -> Key:
    if keys is None:
        return entry
    return Key(
        name=entry.name,
        keys=tuple(keys),
        modes=entry.modes,
        line=entry.line,
        short=entry.short,
    )
