"""What the selection covers: the sentence, more sentences, or fewer words of one.

The selection is always there and always follows the cursor; there is no mode in which to select.
"""

from __future__ import annotations

from dataclasses import replace

from ..core.model import Span
from ..core.words import candidates, words
from .state import State

HINTS = "asdfghjklqwertyuiopzxcvbnmASDFGHJKLQWERTYUIOPZXCVBNM"
"""Letters for the words that `s` offers, those under the fingers first."""


def whole(state: State) -> State:
    """The selection is the sentence again."""
    return replace(state, chosen=None)


def _turn(state: State) -> Span:
    """The stretch that a claim may cover: the blocks of one role and speaker around the cursor."""
    outline = state.setting.outline
    if state.sentence is None:
        return (0, 0)
    here = state.sentence.block
    first = last = here
    same = (outline.blocks[here].role, outline.blocks[here].speaker)
    passage = outline.passages[state.sentence.passage]
    while first > 0 and _is(outline.blocks[first - 1], same):
        first -= 1
    while last + 1 < len(outline.blocks) and _is(outline.blocks[last + 1], same):
        last += 1
    start = max(outline.blocks[first].start, passage.start)
    return start, min(outline.blocks[last].end, passage.end)


def _is(block: object, same: tuple[object, object]) -> bool:
    return (getattr(block, "role", None), getattr(block, "speaker", None)) == same


def extend_down(state: State) -> State:
    """Take the next sentence in."""
    if state.selection is None:
        return state
    start, end = state.selection
    turn = _turn(state)
    after = [s for s in state.setting.outline.sentences_in((end, turn[1])) if s.start >= end]
    if not after:
        return replace(state, message="the turn ends here: a claim stays inside one")
    return replace(state, chosen=(start, after[0].end))


def extend_up(state: State) -> State:
    """Give the last sentence back; where there is only one, take the one before in."""
    if state.selection is None:
        return state
    start, end = state.selection
    inside = state.setting.outline.sentences_in((start, end))
    if len(inside) > 1:
        return replace(state, chosen=(start, inside[-2].end))
    before = state.setting.outline.sentences_in((_turn(state)[0], start))
    if not before:
        return replace(state, message="the turn begins here: a claim stays inside one")
    return replace(state, chosen=(before[-1].start, end))


# ---- words --------------------------------------------------------------------------------------


def trim_left(state: State) -> State:
    """A word less at the left end."""
    inside = _words(state)
    return _to(state, (inside[1][0], _end(state))) if len(inside) > 1 else _last_word(state)


def trim_right(state: State) -> State:
    """A word less at the right end."""
    inside = _words(state)
    return _to(state, (_start(state), inside[-2][1])) if len(inside) > 1 else _last_word(state)


def _last_word(state: State) -> State:
    return replace(state, message="one word is left")


def grow_left(state: State) -> State:
    """A word more at the left end, as far as the turn goes."""
    start = _start(state)
    turn = _turn(state)
    before = words(state.setting.outline.text, (turn[0], start))
    if not before:
        return replace(state, message="the turn begins here")
    return _to(state, (_snapped_start(state, before[-1][0]), _end(state)))


def grow_right(state: State) -> State:
    """A word more at the right end, as far as the turn goes."""
    end = _end(state)
    turn = _turn(state)
    after = words(state.setting.outline.text, (end, turn[1]))
    if not after:
        return _to(state, (_start(state), turn[1]))
    return _to(state, (_start(state), _snapped_end(state, after[0][1])))


def _snapped_start(state: State, position: int) -> int:
    """A sentence's own start, where the first word of it was taken in."""
    for sentence in state.setting.outline.sentences_in((position, position + 1)):
        first = words(state.setting.outline.text, (sentence.start, sentence.end))
        if first and first[0][0] == position:
            return sentence.start
    return position


def _snapped_end(state: State, position: int) -> int:
    """A sentence's own end, with its full stop, where the last word of it was taken in."""
    for sentence in state.setting.outline.sentences_in((position - 1, position)):
        last = words(state.setting.outline.text, (sentence.start, sentence.end))
        if last and last[-1][1] == position:
            return sentence.end
    return position


def _words(state: State) -> tuple[Span, ...]:
    return words(state.setting.outline.text, state.selection or (0, 0))


def _start(state: State) -> int:
    return state.selection[0] if state.selection else 0


def _end(state: State) -> int:
    return state.selection[1] if state.selection else 0


def _to(state: State, span: Span) -> State:
    whole_sentence = state.sentence and span == (state.sentence.start, state.sentence.end)
    return replace(state, chosen=None if whole_sentence else span)


# ---- candidates and hints -----------------------------------------------------------------------


def candidate(state: State, step: int) -> State:
    """The next likely stretch of the sentence: the whole, its clauses, its quotations."""
    if state.sentence is None or state.selection is None:
        return state
    sentence = (state.sentence.start, state.sentence.end)
    found = candidates(state.setting.outline.text, sentence)
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
    return _snapped_start(state, start), _snapped_end(state, end)
