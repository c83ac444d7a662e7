"""The table of conventions: each looks at a page and proposes ways to read it.

A convention only says which segments carry its markers (a `Hint` for each). Whether the page makes
sense that way is the decoder's business, and whether it is an interview at all `judgement`'s.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise, product
from typing import NamedTuple, TypeAlias

from .cues import GREETINGS
from .decoder import Hint, Reading
from .features import QUOTED
from .habits import looks, strangeness
from .heads import DASHES
from .page import Page
from .speakers import ANSWERER, ASKER

Hints: TypeAlias = list[Hint]
QUESTION_STYLES = frozenset(("bold", "italic", "heading", "term"))
MOST_SPEAKERS = 6  # speakers that are tried as the asker
EAST = "\u2e80"  # names in scripts without spaces are short
SURELY_ASKS = 2.0
FEWEST_QUOTED = 3  # answers in quotation marks that make a convention
MOST_APART = 1.4  # lines without quotation marks for each of them
SHORTEST_QUOTED, LONGEST_QUOTED = 4, 5  # characters, and segments, of a quotation
MOST_PAIRS = 8  # pairs of speakers that are tried as two askers


class Convention(NamedTuple):
    """One layout that editors use."""

    name: str
    prior: float
    propose: Callable[[Page, Convention], Iterator[Reading]]


def readings(page: Page) -> list[Reading]:
    """Everything that any convention makes of the page."""
    proposed = (r for convention in CONVENTIONS for r in convention.propose(page, convention))
    seen = looks(page.features, page.styles)
    return [r._replace(strange=strangeness(r.hints, seen)) for r in proposed]


# ---- labels -------------------------------------------------------------------------------------


def _labelled(page: Page, convention: Convention) -> Iterator[Reading]:
    """Somebody's label asks, the others' answer."""
    for askers in _asker_choices(page):
        hints = _label_hints(page, askers)
        asks, replies = hints.count(Hint.ASK), hints.count(Hint.REPLY)
        if asks:
            hints = _same_style(page, _unsigned(page, _first_turn(page, hints)))
            yield Reading(
                convention=convention.name,
                prior=convention.prior,
                hints=tuple(hints),
                bare_reply=replies < 0.6 * asks,
                askers=frozenset(askers),
                unanswered=not replies and _side_by_side(hints) > 0.6 * asks,
            )


def _same_style(page: Page, hints: Hints) -> Hints:
    """An unlabelled paragraph below a question and set like all questions is a part of it."""
    asked = [page.styles[i] for i, hint in enumerate(hints) if hint is Hint.ASK]
    counts = Counter(name for styles in asked for name in styles & QUESTION_STYLES)
    usual = {name for name, n in counts.items() if n > 0.7 * len(asked)}
    rest = [s for s, hint in zip(page.styles, hints, strict=True) if hint is not Hint.ASK]
    usual = {name for name in usual if sum(name in s for s in rest) < 0.3 * len(asked) + 1}
    for i in range(1, len(hints)):
        follows = hints[i] is Hint.BARE and hints[i - 1] in (Hint.ASK, Hint.STYLED)
        if follows and not usual.isdisjoint(page.styles[i]):
            hints[i] = Hint.STYLED
    return hints


def _unsigned(page: Page, hints: Hints) -> Hints:
    """A question between two signed answers that lacks a sign of its own."""
    side = Hint.BARE  # whose sign came last
    for i, (hint, after) in enumerate(pairwise(hints)):
        row = page.features[i]
        follows = hint is Hint.BARE and side is Hint.REPLY and after is Hint.REPLY
        if follows and row.marked and row.asks > SURELY_ASKS:
            hints[i] = Hint.ASK
        side = hints[i] if hints[i] is not Hint.BARE else side
    return hints


def _side_by_side(hints: Hints) -> int:
    """How many questions follow right upon another."""
    return sum(one is Hint.ASK and two is Hint.ASK for one, two in pairwise(hints))


def _asker_choices(page: Page) -> list[tuple[int, ...]]:
    """Which speakers may be the ones who ask: the generic one, or any of the busiest, or two."""
    counts = page.cast.counts
    if counts[ASKER]:
        at = next((i for i, who in enumerate(page.cast.who) if who), 0)
        first = page.cast.who[at][:1]
        opens = (
            first and first != (ASKER,) and counts[first[0]] == 1 and page.features[at].asks > 0.5
        )
        return [(ASKER,), (ASKER, *first)] if opens else [(ASKER,)]
    busiest = sorted(range(2, len(counts)), key=lambda i: -counts[i])[:MOST_SPEAKERS]
    busy = [i for i in busiest if counts[i] > 1]
    choices: list[tuple[int, ...]] = [(i,) for i in busy]
    if len(busiest) > 2:
        asking = {i for i in busiest if _asks(page, i) > 0.2}
        choices += [
            (a, b) for n, a in enumerate(busy) for b in busiest[n + 1 :] if asking >= {a, b}
        ][:MOST_PAIRS]
    return choices


def _asks(page: Page, speaker: int) -> float:
    """How much a speaker's turns sound like questions on the whole."""
    turns = [f.asks for f, who in zip(page.features, page.cast.who, strict=True) if speaker in who]
    return sum(turns) / max(1, len(turns))


def _label_hints(page: Page, askers: Sequence[int]) -> Hints:
    """Labels of the askers ask, those of other speakers answer, chance colons say nothing.

    A label is a speaker's when it comes back, when the page knows the name, or when it is set in
    capitals like those that come back.
    """
    counts, names = page.cast.counts, page.cast.names
    capitals = any(
        n > 1 and len(name) > 2 and name.isupper() for n, name in zip(counts, names, strict=True)
    )
    speaks = [
        i == ANSWERER or n > 1 or _known(page, i) or (capitals and names[i].isupper())
        for i, n in enumerate(counts)
    ]
    sides: dict[tuple[int, ...], Hint] = {(): Hint.BARE}
    for who in set(page.cast.who) - {()}:
        other = Hint.REPLY if any(speaks[i] for i in who) else Hint.BARE
        sides[who] = Hint.ASK if set(who) & set(askers) else other
    return [sides[who] for who in page.cast.who]


def _known(page: Page, speaker: int) -> bool:
    """Whether a speaker's label names somebody whom the page mentions elsewhere near its head."""
    words = [w for w in page.cast.names[speaker].split() if len(w) > 2 or w > EAST]
    near = page.text[:4000]
    return bool(words) and all(near.count(w) > 1 for w in words)


def _first_turn(page: Page, hints: Hints) -> Hints:
    """The first turn may lack its label: a question or a greeting right before the first label."""
    first = next((i for i, hint in enumerate(hints) if hint is not Hint.BARE), 0)
    if not first:
        return hints
    before, feature = page.segments[first - 1], page.features[first - 1]
    said = page.text[before.content : before.content + 40].casefold()
    asks = feature.asks > 0.3 if hints[first] is Hint.REPLY else before.head.kind == "marker"
    if feature.noise <= 0 and (asks or (feature.you and said.startswith(GREETINGS))):
        hints[first - 1] = Hint.ASK
    return hints


def _answers_labelled(page: Page, convention: Convention) -> Iterator[Reading]:
    """Bare questions, labelled answers."""
    hints = _label_hints(page, ())
    if hints.count(Hint.REPLY) > 1:
        yield Reading(
            convention=convention.name, prior=convention.prior, hints=tuple(hints), bare_ask=True
        )


def _first_labels(page: Page, convention: Convention) -> Iterator[Reading]:
    """Labels on the first question and the first answer, none after."""
    turns = [(i, who) for i, who in enumerate(page.cast.who) if who]
    for (i, one), (j, two) in pairwise(turns):
        if any(row.marked for row in page.features[:i]):
            return  # the talk has begun without labels
        if one != two and len(turns) <= 4 and j <= i + 2:
            hints = [Hint.BARE] * len(page.segments)
            hints[i], hints[j] = Hint.ASK, Hint.REPLY
            yield from _by_sense(convention, hints, frozenset(one))
            return


def _by_sense(
    convention: Convention, hints: Hints, askers: frozenset[int] = frozenset()
) -> Iterator[Reading]:
    """Bare turns, told apart by their sense, at either pace and with either care for "?"."""
    for brisk, strict in product((False, True), repeat=2):
        yield Reading(
            convention=convention.name,
            prior=convention.prior,
            hints=tuple(hints),
            bare_ask=True,
            bare_reply=True,
            askers=askers,
            brisk=brisk,
            strict=strict,
        )


# ---- markers ------------------------------------------------------------------------------------


def _marked_questions(page: Page, convention: Convention) -> Iterator[Reading]:
    """A dash, a sign or a number before each question, nothing before the answers."""
    labelled = _label_hints(page, ())
    for kind in ("dash", "marker", "number"):
        counts = Counter(s.head.key for s in page.segments if s.head.kind == kind)
        for key, count in counts.most_common(3):
            if count > 1:
                hints = _where(page, kind, key, Hint.ASK)
                least = 1.0 if kind == "number" else 0.0 if _alternate(page, hints, key) else 0.8
                if _mean_asks(page, hints) > least:
                    yield _bare_replies(convention, hints)
                    if labelled.count(Hint.REPLY) > 1:
                        yield _with_labels(convention, hints, labelled)


def _alternate(page: Page, hints: Hints, key: str) -> bool:
    """Whether each paragraph with the sign is followed by one without any, as answers are."""
    marked = [i for i, hint in enumerate(hints[:-1]) if hint is Hint.ASK]
    bare = sum(not page.segments[i + 1].head.kind for i in marked)
    return key[0] in DASHES and bare > 0.9 * len(marked)


def _marked_turns(page: Page, convention: Convention) -> Iterator[Reading]:
    """The same dash before every turn, or one sign for each side."""
    signs = [s.head.key for s in page.segments if s.head.kind in ("dash", "marker")]
    common = [key for key, count in Counter(signs).most_common(2) if count > 1]
    for key in common:
        hints = [Hint.TURN if s.head.key == key else Hint.BARE for s in page.segments]
        yield Reading(convention=convention.name, prior=convention.prior, hints=tuple(hints))
    for ask, reply in (common, common[::-1]) if len(common) == 2 else ():
        side = {ask: Hint.ASK, reply: Hint.REPLY}
        hints = _unsigned(page, [side.get(s.head.key, Hint.BARE) for s in page.segments])
        yield Reading(convention=convention.name, prior=convention.prior, hints=tuple(hints))


def _marked_answers(page: Page, convention: Convention) -> Iterator[Reading]:
    """Bare questions, and a dash or a sign before each answer."""
    for kind in ("dash", "marker"):
        signs = Counter(s.head.key for s in page.segments if s.head.kind == kind)
        for key, count in signs.most_common(1):
            hints = _where(page, kind, key, Hint.REPLY)
            above = [i - 1 for i, hint in enumerate(hints) if hint is Hint.REPLY and i]
            asked = sum(page.features[i].asks > 1.0 and hints[i] is Hint.BARE for i in above)
            if count > 1 and asked > 0.6 * count:
                yield Reading(
                    convention=convention.name,
                    prior=convention.prior,
                    hints=tuple(hints),
                    bare_ask=True,
                )


# ---- quotation marks ----------------------------------------------------------------------------


def _quoted_answers(page: Page, convention: Convention) -> Iterator[Reading]:
    """Answers that stand in quotation marks as a whole, each below a line that does not."""
    quoted = _quotations(page)
    first = next((i for i, is_quoted in enumerate(quoted) if is_quoted), 0)
    heads = [i for i in range(max(1, first), len(quoted)) if quoted[i] and not quoted[i - 1]]
    rest = sum(not is_quoted for is_quoted in quoted[first:])
    if len(heads) < FEWEST_QUOTED or rest > MOST_APART * len(heads):
        return
    asked = sorted(page.features[i - 1].length for i in heads)
    answered = sorted(page.features[i].length for i in heads)
    if asked[len(asked) // 2] > answered[len(answered) // 2]:
        return
    hints = [Hint.BARE] * len(quoted)
    for i in heads:
        hints[i - 1], hints[i] = Hint.ASK, Hint.REPLY
    yield _bare_replies(convention, hints)


def _quotations(page: Page) -> list[bool]:
    """Which segments are quotations as a whole, or together with their neighbours."""
    quoted = [False] * len(page.segments)
    opened = -1  # where a quotation began that no segment has closed yet
    for index, segment in enumerate(page.segments):
        opener, last = page.text[segment.content : segment.content + 1], page.text[segment.end - 1]
        if opener in QUOTED and segment.end - segment.content >= SHORTEST_QUOTED:
            opened = index
        if opened >= 0:
            closers = QUOTED[page.text[page.segments[opened].content]]
            if last in closers:
                quoted[opened : index + 1] = [True] * (index + 1 - opened)
            if last in closers or index - opened > LONGEST_QUOTED:
                opened = -1
    return quoted


def _where(page: Page, kind: str, key: str, hint: Hint) -> Hints:
    return [hint if (s.head.kind, s.head.key) == (kind, key) else Hint.BARE for s in page.segments]


def _mean_asks(page: Page, hints: Hints) -> float:
    asks = [
        f.asks
        for f, hint in zip(page.features, hints, strict=True)
        if hint in (Hint.ASK, Hint.STYLED)
    ]
    return sum(asks) / len(asks) if len(asks) > 1 else -9.0


def _bare_replies(convention: Convention, hints: Hints) -> Reading:
    return Reading(
        convention=convention.name, prior=convention.prior, hints=tuple(hints), bare_reply=True
    )


# ---- styles -------------------------------------------------------------------------------------


def _styled_questions(page: Page, convention: Convention) -> Iterator[Reading]:
    """Questions set in bold, in italics, as headings, as terms, in a class of their own."""
    counts = Counter(
        name for styles in page.styles for name in sorted(styles)
    )  # the same each time
    labelled = _label_hints(page, ())
    for name, count in counts.most_common(12):
        if count < 2 or name in NOT_A_STYLE:
            continue
        hints = [_styled(page, index, name) for index in range(len(page.segments))]
        if _one_label(page, hints):
            continue
        if _mean_asks(page, hints) > (1.5 if name in SELDOM_A_STYLE else 0.6):
            named = convention._replace(name=f"{convention.name}: {name}")
            yield _bare_replies(named, hints)
            if labelled.count(Hint.REPLY) > 1:
                yield _with_labels(named, hints, labelled)


def _below(styles: frozenset[str], name: str) -> bool:
    """Whether a heading is of a lower rank than the one that questions have."""
    if not name.startswith("heading "):
        return False
    return any(style.startswith("heading ") and style > name for style in styles)


def _styled(page: Page, index: int, name: str) -> Hint:
    """A question's style counts for nothing in boxes, captions and links to other pages."""
    row, styles = page.features[index], page.styles[index]
    furniture = row.noise > 2.4 and row.noise_role in ("caption", "boilerplate")
    boxed = "box" in styles and name != "box"
    if name in styles and not furniture and not boxed:
        return Hint.STYLED
    return Hint.PART if _below(styles, name) else Hint.BARE


def _one_label(page: Page, hints: Hints) -> bool:
    """Whether most styled segments carry one speaker's label: then it is the label that counts."""
    who = [page.cast.who[i] for i, hint in enumerate(hints) if hint is Hint.STYLED]
    return bool(who) and any(n > 0.5 * len(who) for w, n in Counter(who).items() if w)


NOT_A_STYLE = frozenset(("heading", "link", "definition", "table", "code", "image"))
SELDOM_A_STYLE = frozenset(("list_item", "quote", "box"))


def _with_labels(convention: Convention, hints: Hints, labelled: Hints) -> Reading:
    """Styled questions whose answers are labelled."""
    both = [
        other if mine is Hint.BARE else mine for mine, other in zip(hints, labelled, strict=True)
    ]
    asked = hints.count(Hint.STYLED) + hints.count(Hint.ASK)
    few = both.count(Hint.REPLY) < 0.6 * asked
    return _bare_replies(convention, both)._replace(bare_reply=few)


# ---- nothing but sense --------------------------------------------------------------------------


def _unmarked(page: Page, convention: Convention) -> Iterator[Reading]:
    """Short paragraphs that ask, paragraphs that answer, and no marker at all."""
    if sum(f.asks > 1.5 for f in page.features) > 0:
        labelled = sum(any(page.cast.counts[i] > 1 for i in who) for who in page.cast.who)
        unsaid = convention._replace(prior=convention.prior - min(6.0, 0.5 * labelled))
        yield from _by_sense(unsaid, [Hint.BARE] * len(page.segments))


CONVENTIONS: tuple[Convention, ...] = (
    Convention(name="labels", prior=2.0, propose=_labelled),
    Convention(name="labelled answers", prior=0.0, propose=_answers_labelled),
    Convention(name="first labels", prior=0.5, propose=_first_labels),
    Convention(name="styled questions", prior=1.0, propose=_styled_questions),
    Convention(name="marked questions", prior=0.5, propose=_marked_questions),
    Convention(name="marked turns", prior=0.5, propose=_marked_turns),
    Convention(name="marked answers", prior=0.0, propose=_marked_answers),
    Convention(name="quoted answers", prior=0.5, propose=_quoted_answers),
    Convention(name="unmarked", prior=-1.0, propose=_unmarked),
)
