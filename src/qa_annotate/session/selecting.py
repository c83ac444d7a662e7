"""What the selection covers: the sentence, more sentences, or fewer words of one.

The selection is always there and always follows the cursor; there is no mode in which to select.
"""

from __future__ import annotations

from dataclasses import replace

from ..core.model import Span
from ..core.words import candidates, words
from . import spans
from .state import State

HINTS = "asdfghjklqwertyuiopzxcvbnmASDFGHJKLQWERTYUIOPZXCVBNM"
"""Letters for the words that `s` offers, those under the fingers first."""


def whole(state: State) -> State:
    """The selection is the sentence again."""
    return replace(state, chosen=None)


def _moved(state: State, name: str) -> State:
    """The selection after one of the moves of `spans`; where it can't be made, why."""
    if state.selection is None:
        return state
    found = spans.MOVES[name](state.setting.outline, state.selection)
    return replace(state, message=found) if isinstance(found, str) else _to(state, found)


def extend_down(state: State) -> State:
    """Take the next sentence in."""
    return _moved(state, "extend-down")


def extend_up(state: State) -> State:
    """Give the last sentence back; where there is only one, take the one before in."""
    return _moved(state, "extend-up")


def trim_left(state: State) -> State:
    """A word less at the left end."""
    return _moved(state, "trim-left")


def trim_right(state: State) -> State:
    """A word less at the right end."""
    return _moved(state, "trim-right")


def grow_left(state: State) -> State:
    """A word more at the left end, as far as the turn goes."""
    return _moved(state, "grow-left")


def grow_right(state: State) -> State:
    """A word more at the right end, as far as the turn goes."""
    return _moved(state, "grow-right")


def _to(state: State, span: Span) -> State:
    whole_sentence = state.sentence and span == (state.sentence.start, state.sentence.end)
    return replace(state, chosen=None if whole_sentence else span)


# ---- candidates and hints -----------------------------------------------------------------------


def candidate(state: State, step: int) -> State:
    """The next likely stretch of the sentence: the whole, its clauses, its quotations."""
    if state.sentence is None or state.selection is None:
        return state
    sentence = (state.sentence.start, state.sentence.end)
    found = candidates(state.setting.outline.text, sentence, state.setting.language)
    if len(found) == 1:
        return replace(state, message="this sentence has no clauses or quotations")
    at = found.index(state.selection) if state.selection in found else 0
    place = (at + step) % len(found)
    words_ = ("whole sentence", *[f"part {i} of {len(found) - 1}" for i in range(1, len(found))])
    return replace(_to(state, found[place]), message=words_[place])


def hint_words(state: State) -> tuple[Span, ...]:
    """The words that hints stand on: those of the sentence."""
    if state.sentence is None:
        return ()
    span = (state.sentence.start, state.sentence.end)
    return words(state.setting.outline.text, span)[: len(HINTS)]


def begin_hints(state: State, start: int | None = None) -> State:
    """Offer a letter on each word: the first picks the start, the second the end.

    With a `start`, a word's number, only the end is picked.
    """
    if len(hint_words(state)) < 2:
        return replace(state, message="there is only one word here")
    what = "first" if start is None else "last"
    message = f"the letter on the {what} word of the claim"
    return replace(state, mode="hints", hint_start=start, message=message)


def pick_hint(state: State, key: str) -> State:
    """A letter was pressed; Enter and space keep the end that there is."""
    offered = hint_words(state)
    place = HINTS.find(key) if len(key) == 1 else -1
    if state.hint_start is not None and key in ("enter", "space"):
        place = len(offered) - 1
    if not 0 <= place < len(offered):
        return replace(state, mode="text", hint_start=None, message="no word has that letter")
    if state.hint_start is None:
        return begin_hints(state, place)
    first, last = sorted((state.hint_start, place))
    return _to(closed_hints(state), _snapped(state, offered[first][0], offered[last][1]))


def to_the_end(state: State) -> State:
    """From the word that was picked to the end of the sentence."""
    if state.hint_start is None or state.sentence is None:
        return closed_hints(state)
    start = hint_words(state)[state.hint_start][0]
    return _to(closed_hints(state), _snapped(state, start, state.sentence.end))


def closed_hints(state: State) -> State:
    """Back to the text."""
    return replace(state, mode="text", hint_start=None, message="")


def _snapped(state: State, start: int, end: int) -> Span:
    outline = state.setting.outline
    return spans.snapped_start(outline, start), spans.snapped_end(outline, end)
