# ruff: noqa: ARG001, ARG005, E501  (layouts take what they need of a turn)
"""Every layout in every language: one invented interview a language, set in each way that editors
set interviews; and texts of many kinds that are none.

`voices.txt` holds the interviews. A line "@code|title|introduction|asker|respondent|outlet|labels"
opens one; "Q" lines ask and "A" lines answer, their paragraphs parted by bars. `others.txt` holds
the other texts, each below a line "@name suffix".
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass, replace
from html import escape
from itertools import pairwise
from pathlib import Path

import pytest

from qa_annotate.core.parse import parse
from qa_annotate.ingest import read

HERE = Path(__file__).parent
UNSPACED = frozenset(("ja", "zh"))
WITHOUT_CASE_OR_SPACES = frozenset(("ja", "zh", "ko"))


@dataclass(frozen=True, kw_only=True)
class Voice:
    """One interview: its pairs, and all that a layout may need to set them."""

    code: str
    title: str
    intro: str
    asker: str
    respondent: str
    outlet: str
    labels: tuple[tuple[str, str], ...]
    pairs: tuple[tuple[str, tuple[str, ...]], ...]

    def said(self, who: str, what: str) -> str:
        """What somebody says, with a label."""
        return f"{who}：{what}" if self.code in UNSPACED else f"{who}: {what}"


def _voices() -> dict[str, Voice]:
    found = {}
    for part in re.split(r"(?m)^@", (HERE / "voices.txt").read_text(encoding="utf-8"))[1:]:
        head, *lines = part.strip().split("\n")
        code, title, intro, asker, respondent, outlet, labels = head.split("|")
        turns = [line[2:] for line in lines]
        found[code] = Voice(
            code=code,
            title=title,
            intro=intro,
            asker=asker,
            respondent=respondent,
            outlet=outlet,
            labels=tuple(_two(label) for label in labels.split(";")),
            pairs=tuple(
                (ask, tuple(reply.split("|")))
                for ask, reply in zip(turns[::2], turns[1::2], strict=True)
            ),
        )
    return found


def _two(labels: str) -> tuple[str, str]:
    first, second = re.fullmatch(r"(.+?(?: ?:|：|\.)) ?(.+)", labels).groups()
    return first, second


VOICES = _voices()
Layout = Callable[[Voice], str]


def turns(
    ask: Callable[[Voice, int, str], str] = lambda v, i, q: q,
    reply: Callable[[Voice, int, str], str] = lambda v, i, a: a,
    gap: str = "\n\n",
    head: bool = True,
) -> Layout:
    """A layout whose turns stand one below the other."""

    def layout(voice: Voice) -> str:
        parts = [voice.title, voice.intro] if head else []
        for i, (q, (first, *more)) in enumerate(voice.pairs):
            parts += [ask(voice, i, q), reply(voice, i, first), *more]
        return gap.join(parts) + "\n"

    return layout


def labels(which: int, **how: object) -> Layout:
    """Both sides labelled with letters (0, 1), words (2) or a role and a name (3)."""
    return turns(
        lambda v, i, q: f"{v.labels[which][0]} {q}",
        lambda v, i, a: f"{v.labels[which][1]} {a}",
        **how,  # type: ignore[arg-type]
    )


def signs(ask: str, reply: str = "", **how: object) -> Layout:
    """A sign before the questions, and one or none before the answers."""
    return turns(lambda v, i, q: ask + q, lambda v, i, a: reply + a, **how)  # type: ignore[arg-type]


def numbers(form: str, **how: object) -> Layout:
    return turns(lambda v, i, q: form.format(i + 1) + q, **how)  # type: ignore[arg-type]


def names(form: str = "{}", **how: object) -> Layout:
    return turns(
        lambda v, i, q: v.said(form.format(v.asker), q),
        lambda v, i, a: v.said(form.format(v.respondent), a),
        **how,  # type: ignore[arg-type]
    )


def wrapped(layout: Layout, width: int, gap: str) -> Layout:
    """The same with its lines wrapped, as mail and old sites have them."""

    def wrap(voice: Voice) -> str:
        parts = layout(voice).strip().split("\n\n")
        return gap.join(_wrap(voice, part, width) for part in parts) + "\n"

    return wrap


def _wrap(voice: Voice, text: str, width: int) -> str:
    if voice.code in WITHOUT_CASE_OR_SPACES:
        return "\n".join(text[i : i + width // 2] for i in range(0, len(text), width // 2))
    return textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False)


def page(pair: Callable[[str, list[str]], str]) -> Layout:
    """An HTML page."""

    def layout(voice: Voice) -> str:
        body = "".join(pair(escape(q), [escape(a) for a in answer]) for q, answer in voice.pairs)
        head = f"<h1>{escape(voice.title)}</h1><p>{escape(voice.intro)}</p>"
        return f"<html><body><article>{head}{body}</article></body></html>"

    return layout


def paragraphs(answer: list[str]) -> str:
    return "".join(f"<p>{part}</p>" for part in answer)


def quoted(voice: Voice, i: int, answer: str) -> str:
    opening, closing = {"ja": "「」", "de": "„“", "fr": "«»", "ru": "«»"}.get(voice.code, "“”")
    return f"{opening}{answer}{closing}"


LAYOUTS: dict[str, tuple[str, Layout]] = {
    "letters with a full stop": ("txt", labels(0)),
    "letters with a colon, one line end": ("txt", labels(1, gap="\n")),
    "words": ("txt", labels(2)),
    "a role and a name": ("txt", labels(3)),
    "letters, nothing above": ("txt", labels(1, head=False)),
    "names": ("txt", names()),
    "names, one line end": ("txt", names(gap="\n")),
    "names and times": ("txt", names("[00:01:12] {}")),
    "names on lines of their own": (
        "txt",
        turns(lambda v, i, q: f"{v.asker}:\n{q}", lambda v, i, a: f"{v.respondent}:\n{a}"),
    ),
    "names and dashes": (
        "txt",
        turns(lambda v, i, q: f"{v.asker} – {q}", lambda v, i, a: f"{v.respondent} – {a}"),
    ),
    "the outlet asks": (
        "txt",
        turns(lambda v, i, q: v.said(v.outlet, q), lambda v, i, a: v.said(v.respondent, a)),
    ),
    "only answers labelled": ("txt", turns(reply=lambda v, i, a: v.said(v.respondent, a))),
    "only questions labelled": ("txt", turns(ask=lambda v, i, q: v.said(v.outlet, q))),
    "a letter before questions": ("txt", turns(ask=lambda v, i, q: f"{v.labels[1][0]} {q}")),
    "dash before questions": ("txt", signs("– ")),
    "dash before both": ("txt", signs("— ", "— ")),
    "tight dash before both": ("txt", signs("-", "-")),
    "dash before both, nothing above": ("txt", signs("– ", "– ", head=False)),
    "dash before answers": ("txt", signs("", "– ")),
    "bullet before questions": ("txt", signs("• ", gap="\n")),
    "square before questions": ("txt", signs("■")),
    "numbers": ("txt", numbers("{}. ")),
    "numbers in brackets": ("txt", numbers("({}) ")),
    "numbers with a sign": ("txt", numbers("#{} ", gap="\n")),
    "numbers with a bracket": ("txt", numbers("{}) ", gap="\n")),
    "numbered letters": ("txt", numbers("Q{}. ")),
    "nothing but sense": ("txt", turns()),
    "nothing but sense, one line end": ("txt", turns(gap="\n")),
    "nothing but sense, double spaced": ("txt", turns(gap="\n\n\n\n")),
    "answers in quotation marks": ("txt", turns(reply=quoted)),
    "wrapped": ("txt", wrapped(turns(), 72, "\n\n")),
    "wrapped labels, no blank lines": ("txt", wrapped(labels(1), 72, "\n")),
    "wrapped names, no blank lines": ("txt", wrapped(names(), 72, "\n")),
    "wrapped dashes, no blank lines": ("txt", wrapped(signs("– ", "– "), 66, "\n")),
    "bold": ("md", turns(lambda v, i, q: f"**{q}**")),
    "italics": ("md", turns(lambda v, i, q: f"*{q}*")),
    "headings": ("md", turns(lambda v, i, q: f"### {q}")),
    "bold labels": ("md", turns(lambda v, i, q: f"**{v.asker}:** {q}",
                                lambda v, i, a: f"**{v.respondent}:** {a}")),
    "quoted answers": ("md", turns(reply=lambda v, i, a: f"> {a}")),
    "strong": ("html", page(lambda q, a: f"<p><strong>{q}</strong></p>{paragraphs(a)}")),
    "strong and a break": (
        "html", page(lambda q, a: f"<p><b>{q}</b><br>{a[0]}</p>{paragraphs(a[1:])}")
    ),
    "terms": ("html", page(lambda q, a: f"<dl><dt>{q}</dt><dd>{paragraphs(a)}</dd></dl>")),
    "classes": ("html", page(lambda q, a: f"<p class='question'>{q}</p>{paragraphs(a)}")),
    "headings in HTML": ("html", page(lambda q, a: f"<h3>{q}</h3>{paragraphs(a)}")),
}  # fmt: skip

UNREAD: dict[str, set[str]] = {
    "wrapped labels, no blank lines": {"ja"},
    "wrapped names, no blank lines": {"ja", "zh"},
}
"""Where a pair or two are lost. A language that is read after all has to leave this table."""


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def question_letters(text: str) -> str:
    return re.sub(r"^q?\d+", "", letters(text))


def is_read(voice: Voice, suffix: str, layout: Layout) -> bool:
    """Whether exactly the voice's pairs come out."""
    extraction = read(layout(voice).encode(), name=f"a.{suffix}")
    text = extraction.text
    found = [
        (question_letters(text[slice(*p.question)]), letters("".join(text[slice(*a)] for a in p.answer)))
        for p in parse(extraction).pairs
    ]  # fmt: skip
    return found == [(question_letters(q), letters("".join(a))) for q, a in voice.pairs]


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layout_in_every_language(name: str) -> None:
    suffix, layout = LAYOUTS[name]
    missed = {code for code, voice in VOICES.items() if not is_read(voice, suffix, layout)}
    assert missed == UNREAD.get(name, set())


@pytest.mark.parametrize(
    "name", ["names", "words", "bold", "dash before both", "nothing but sense"]
)
def test_two_pairs_are_enough(name: str) -> None:
    suffix, layout = LAYOUTS[name]
    short = [replace(v, pairs=(v.pairs[0], v.pairs[2])) for v in VOICES.values()]
    assert [v.code for v in short if not is_read(v, suffix, layout)] == []


def _inside(voice: Voice) -> str:
    ask, reply = voice.labels[1]
    parts = [f"{ask} {q} {reply} {' '.join(a)}" for q, a in voice.pairs]
    return "\n\n".join((voice.title, voice.intro, *parts))


def test_labels_inside_paragraphs() -> None:
    assert [v.code for v in VOICES.values() if not is_read(v, "txt", _inside)] == []


OTHERS = {
    head: body
    for part in re.split(r"(?m)^@", (HERE / "others.txt").read_text(encoding="utf-8"))[1:]
    for head, _, body in [part.partition("\n")]
}
TAKEN_FOR_INTERVIEWS = {"novel_dialogue_fr txt", "parliament txt"}


@pytest.mark.parametrize("name", OTHERS)
def test_other_texts_give_no_pairs(name: str) -> None:
    pairs = parse(read(OTHERS[name].encode(), name=f"a.{name.split()[1]}")).pairs
    assert bool(pairs) == (name in TAKEN_FOR_INTERVIEWS)


def test_a_voice_changes_its_language_only() -> None:
    sizes = {len(v.pairs) for v in VOICES.values()}
    assert sizes == {6}
    assert all(one.title != two.title for one, two in pairwise(VOICES.values()))
