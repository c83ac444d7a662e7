"""Keystrokes per claim in scripted codings of the seed, navigation counted.

    python benchmarks/keystrokes.py

Whole-sentence claims are those of the first sample coding: each sentence gets its label, or space.
Part-sentence claims are a list of stretches of the seed; each is reached by the shortest of three
ways: likely parts (Tab), letters on words (s), trimming words.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

from qa_annotate.core.history import Timeline
from qa_annotate.core.model import Span
from qa_annotate.core.records import CodebookRef, Document
from qa_annotate.session.actions import Append, Logged, Press
from qa_annotate.session.selecting import HINTS, hint_words
from qa_annotate.session.state import Setting, State
from qa_annotate.session.update import update
from qa_annotate.store import project as store
from qa_annotate.store.documents import Paths, read_document
from qa_annotate.store.project import Project

ROOT = Path(__file__).parents[1]
ARTICLE = "isis-regime-close-in-on-deir-e-zor-rebels"

PARTS = (
    "The largely opposition-held city of Deir e-Zor faces a two-pronged siege",
    "The city has been blockaded since June 3",
    "the regime and ISIS do not fight each other",
    "Rebels fended off attacks on the central Deir e-Zor neighborhood of Huweiqa Tuesday night",
    "as the regime bombarded the area with artillery fire",
    "four top rebel commanders in Deir e-Zor have defected from the opposition",
    "heavy weaponry taken from the Iraqi army",
    "Clashes broke out between ISIS and the rebels",
    "the rebels were expelled from the area",
    "All the neighborhoods in the city are under blockade",
    "Airplanes and artillery continually bombard the blockaded neighborhoods",
    "The aid was delivered to organizations",
)


def begun() -> State:
    """A session on the seed, before its first key."""
    opened = store.load_article(Project(ROOT), ARTICLE)
    setting = Setting(
        title="", outline=opened.outline, codebook=store.default_codebook(), coder="a"
    )
    document = Document(
        article=ARTICLE, text_sha256="", codebook=CodebookRef(id="x", version="1"), coder="a"
    )
    first = opened.outline.units[0]
    return State(setting=setting, history=Timeline(document=document), cursor=first)


def press(state: State, keys: list[str]) -> State:
    """The state after some keys."""
    for key in keys:
        seq = state.logged + 1
        state, effects = update(state, Press(key=key, fresh=seq), "2026-01-01T00:00:00Z")
        for effect in effects:
            if isinstance(effect, Append):
                state, _ = update(state, Logged(seq, effect.edit), "2026-01-01T00:00:00Z")
    return state


def whole_sentences() -> tuple[int, int]:
    """Keys and claims of the first sample coding, sentence by sentence."""
    project = Project(ROOT)
    opened = store.load_article(project, ARTICLE)
    codebook = store.load_codebook(project)
    sample = read_document(Paths(project, ARTICLE, "sample-a"), opened, codebook)
    claims = {claim.position: claim.label for claim in sample.history.document.claims}
    keys = {label.id: label.key for label in codebook.labels}
    units = [opened.outline.sentences[i] for i in opened.outline.units]
    pressed = [keys[claims[s]] if (s := (u.start, u.end)) in claims else "space" for u in units]
    state = press(begun(), pressed)
    made = {(claim.position, claim.label) for claim in state.document.claims}
    assert made == set(claims.items())
    return len(pressed), len(made)


def parts() -> tuple[int, int]:
    """Keys and claims where each claim is a part of a sentence; the way to it counted."""
    state, keys = begun(), 0
    for words in PARTS:
        start = state.setting.outline.text.index(words)
        wanted = (start, start + len(words))
        state, used = _at(state, wanted)
        way = min(_ways(state, wanted), key=len)
        state = press(state, [*way, "u"])
        keys += used + len(way) + 1
    assert len(state.document.claims) == len(PARTS)
    return keys, len(PARTS)


def _at(state: State, wanted: Span) -> tuple[State, int]:
    """The cursor on the sentence that holds a stretch, and how many keys that took."""
    for used in itertools.count():
        sentence = state.sentence
        if sentence and sentence.start <= wanted[0] < sentence.end:
            return state, used
        forward = sentence is not None and sentence.start < wanted[0]
        state = press(state, ["space" if forward else "k"])
    raise AssertionError


def _ways(state: State, wanted: Span) -> Iterator[list[str]]:
    """The ways to select a stretch of the sentence under the cursor."""
    for count in range(1, 8):
        if press(state, ["tab"] * count).selection == wanted:
            yield ["tab"] * count
        if press(state, ["s-tab"] * count).selection == wanted:
            yield ["s-tab"] * count
    offered = hint_words(state)
    first = next((i for i, word in enumerate(offered) if word[0] == wanted[0]), None)
    last = next((i for i, word in enumerate(offered) if word[1] == wanted[1]), None)
    if first is not None and last is not None:
        yield ["s", HINTS[first], HINTS[last]]
    if first == 0 and last is not None:
        yield ["S", HINTS[last]]
    for left, right in itertools.product(range(20), repeat=2):
        way = ["l"] * left + ["h"] * right
        if len(way) < 4 and press(state, way).selection == wanted:
            yield way


def main() -> None:
    """Print keys, claims and their ratio for both."""
    for name, (keys, claims) in (("whole sentences", whole_sentences()), ("parts", parts())):
        print(f"{name:16} {keys:3} keys, {claims:3} claims: {keys / claims:.2f} keys a claim")


if __name__ == "__main__":
    main()
