"""Searching as one types, in the text, in notes and in speakers."""

from __future__ import annotations

import re
from dataclasses import replace

from ..core.model import Span
from .state import Line, State
from .writing import ask, close

STEP = 50_000
"""Characters looked through at once on the way back."""


# ---- search -------------------------------------------------------------------------------------


def begin(state: State) -> State:
    """Write what to search for."""
    line = Line(purpose="search", prompt="search")
    return ask(replace(state, came_from=state.cursor), line)


def as_typed(state: State) -> State:
    """Go to the first match from where the search began."""
    words = state.line.text if state.line else ""
    if not words:
        return replace(state, cursor=state.came_from, chosen=None)
    found = _match(state, words, state.came_from, 1, here_too=True)
    message = "" if found is not None else "nothing like that"
    return replace(
        state,
        searched=words,
        chosen=None,
        cursor=state.came_from if found is None else found,
        message=message,
    )


def accept(state: State) -> State:
    """Stay at the match."""
    words = state.line.text if state.line else ""
    return close(state, f"n and N go through “{words}”" if words else "")


def cancel(state: State) -> State:
    """Back to where the search began."""
    return close(replace(state, cursor=state.came_from, chosen=None), "left as it was")


def again(state: State, step: int) -> State:
    """To the next match, or the one before."""
    if not state.searched:
        return replace(state, message="search for something first: /")
    found = _match(state, state.searched, state.cursor, step, here_too=False)
    if found is None:
        return replace(state, message=f"nothing like “{state.searched}”")
    return replace(state, cursor=found, chosen=None)


def _match(state: State, words: str, start: int, step: int, *, here_too: bool) -> int | None:
    """The nearest sentence that matches, going round at the ends."""
    found = [*_in_text(state, words, start, step, here_too), *_in_claims(state, words)]
    ahead = [i for i in found if (i - start) * step > 0 or (here_too and i == start)]
    if ahead:
        return min(ahead) if step > 0 else max(ahead)
    return (min(found) if step > 0 else max(found)) if found else None


def _in_text(state: State, words: str, start: int, step: int, here_too: bool) -> list[int]:
    """The nearest match ahead in the text, and the first from the other end."""
    outline = state.setting.outline
    sentence = outline.sentences[start]
    if step > 0:
        place = sentence.start if here_too else sentence.end
        spans = [_first(outline.text, words, place), _first(outline.text, words, 0)]
    else:
        spans = [_last(outline.text, words, sentence.start), _last(outline.text, words, None)]
    return [i for span in spans if span for i in _sentences(state, span)[:1]]


def _first(text: str, words: str, start: int) -> Span | None:
    found = re.compile(re.escape(words), re.IGNORECASE).search(text, start)
    return found.span() if found else None


def _last(text: str, words: str, end: int | None) -> Span | None:
    """The last match before a position, looked for in steps from there back."""
    pattern = re.compile(re.escape(words), re.IGNORECASE)
    stop = len(text) if end is None else end
    while stop > 0:
        start = max(0, stop - STEP)
        found = list(pattern.finditer(text, start, min(len(text), stop + len(words) - 1)))
        if found:
            return found[-1].span()
        stop = start
    return None


def _in_claims(state: State, words: str) -> list[int]:
    """Sentences of the claims whose note, speaker or other people match."""
    wanted = words.casefold()
    found = []
    for claim in state.document.claims:
        told_ = (claim.note, claim.speaker, claim.attributed_to, claim.against)
        if any(wanted in text.casefold() for text in told_ if text):
            found += _sentences(state, claim.position)[:1]
    return found


def _sentences(state: State, span: Span) -> list[int]:
    return [sentence.index for sentence in state.setting.outline.sentences_in(span)]
