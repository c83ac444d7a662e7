"""A project as pages: what each page shows, and its text by its path.

Every text that a page shows goes through `visible` and is escaped; a page holds its style and its
few lines of script, and says so in a policy that forbids everything else.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ..core import wording
from ..core.agreed import Difference
from ..core.published import Site, ToldArticle
from ..core.text import visible
from .colors import Look, looks
from .inplace import direction, sections
from .plots import MOST_PAIRS, Plot, plots

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "sd", "ug", "yi", "dv", "ckb", "ku-arab"})


def pages(site: Site) -> Mapping[str, str]:
    """The text of every page by its path in the folder."""
    look = _looks(site)
    drawn = tuple(plots(site.agreement, look)) if site.agreement else ()
    common: dict[str, Any] = {"site": site, "looks": look, "look_of": {k.label: k for k in look}}
    found = {
        "index.html": _page("index.html", common, here="index.html", up=""),
        "agreement.html": _page(
            "agreement.html", common, here="agreement.html", up="", plots=drawn
        ),
        "disagreements.html": _page(
            "disagreements.html", common, here="disagreements.html", up="", **_listed(site)
        ),
    }
    for told in site.articles:
        found[article_path(told.article.id)] = _article(told, common)
    return found


def figures(site: Site) -> Iterator[tuple[str, bytes]]:
    """Every plot as an SVG and a PDF file, by its path in the folder."""
    for plot in plots(site.agreement, _looks(site)) if site.agreement else ():
        yield f"figures/{plot.name}.svg", plot.as_svg()
        yield f"figures/{plot.name}.pdf", plot.as_pdf()


def own_words() -> Iterator[str]:
    """What the pages hold of our own: style, script and templates."""
    made = _environment()
    for name in made.list_templates():
        yield _own_file(made, name)


def article_path(name: str) -> str:
    """Where an article's page lies."""
    return f"articles/{name}.html"


def _looks(site: Site) -> tuple[Look, ...]:
    used = [told.claim.label for article in site.articles for told in article.claims]
    categories = site.agreement.categories if site.agreement else ()
    return looks(site.codebook.labels, [*categories, *used])


def _article(told: ToldArticle, common: Mapping[str, Any]) -> str:
    language = told.article.metadata.language or ""
    return _page(
        "article.html",
        common,
        here="",
        up="../",
        told=told,
        article=told.article,
        sections=tuple(sections(told)),
        language=language,
        side=_side(language, told.text),
    )


def _side(language: str, text: str) -> str:
    """The direction of an article: its language's, where that is known, else its letters'."""
    if language.partition("-")[0].lower() in RIGHT_TO_LEFT:
        return "rtl"
    return direction(text[:2000])


# ---- the list of disagreements ------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Filter:
    """One choice among the disagreements: what it is called, and which items it leaves."""

    name: str
    title: str
    options: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Item:
    """A disagreement with the places of its answers in the filters' options."""

    difference: Difference
    marks: tuple[tuple[str, int], ...]


def _listed(site: Site) -> dict[str, Any]:
    """The disagreements and the filters that tell them apart."""
    found = site.agreement.differences if site.agreement else ()
    filters = []
    answers: dict[str, list[tuple[str, ...]]] = {}
    for name, (title, answer) in _FILTERS.items():
        answers[name] = [answer(difference) for difference in found]
        options = _options(answers[name])
        if len(options) > 1:
            filters.append(Filter(name=name, title=title, options=options))
    items = [
        Item(
            difference=difference,
            marks=tuple((f.name, at) for f in filters for at in _places(f, answers[f.name][row])),
        )
        for row, difference in enumerate(found)
    ]
    return {"items": items, "filters": filters}


_FILTERS: Mapping[str, tuple[str, Callable[[Difference], tuple[str, ...]]]] = {
    "article": ("Article", lambda d: (d.article,)),
    "labels": ("Labels given", lambda d: (" / ".join(sorted({c.value for c in d.choices})),)),
    "coder": ("Rated by", lambda d: tuple(c.coder for c in d.choices)),
    "place": ("Where", lambda d: ("questions" if d.question else "other text",)),
    "pairs": ("Pairs of coders who differ", lambda d: (f"{d.differing} of {d.pairs}",)),
}
"""By what disagreements can be told apart: a title, and what a disagreement answers to it."""

MOST_OPTIONS = 60
OTHERS = "all others"


def _options(answers: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The different answers, sorted; the rarest are one where there are many.

    What every disagreement answers tells none apart, and is left out.
    """
    times = Counter(answer for row in answers for answer in row)
    found = [name for name, n in times.most_common() if n < len(answers)]
    rest = (OTHERS,) if len(found) > MOST_OPTIONS else ()
    return (*sorted(found[:MOST_OPTIONS]), *rest)


def _places(found: Filter, answers: tuple[str, ...]) -> Iterator[int]:
    """The numbers of the options that hold a disagreement with these answers."""
    for answer in answers:
        if answer in found.options:
            yield found.options.index(answer)
        elif OTHERS in found.options:
            yield found.options.index(OTHERS)


# ---- templates ----------------------------------------------------------------------------------


def _page(template: str, common: Mapping[str, Any], **more: Any) -> str:
    return _environment().get_template(template).render(**common, **more)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("qa_annotate.report"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style, script = (_own_file(made, name) for name in ("style.css", "script.js"))
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    made.globals.update(
        style=Markup(style),  # our own files, not a project's
        script=Markup(script),
        policy=f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'",
        article_href=lambda up, name: up + quote(article_path(name)),
        direction=direction,
        cut=wording.cut,
        most_pairs=MOST_PAIRS,
    )
    made.filters.update(
        figure=wording.figure,
        bounds=wording.bounds,
        percent=wording.percent,
        left_out=wording.left_out,
        inline=_inline,
        link=_link,
        moment=_moment,
    )
    return made


def _own_file(environment: Environment, name: str) -> str:
    """A file that lies beside the templates, as it is."""
    assert environment.loader is not None
    return environment.loader.get_source(environment, name)[0]


def _shown(value: Any) -> Any:
    """What any expression of a template puts on a page: control characters made visible."""
    return visible(value, keep_newlines=True) if type(value) is str else value


def _inline(plot: Plot) -> Markup:
    """A plot's SVG: matplotlib has escaped the texts in it, and they were made visible before."""
    return Markup(plot.on_page())


def _link(address: str) -> str:
    """An address that may be a link; "" for every scheme but http and https."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    safe = parts.scheme in ("http", "https") and parts.netloc
    return quote(address.strip(), safe="%/:?#[]@!$&'()*+,;=~-._") if safe else ""


def _moment(at: str | None) -> str:
    """A time without its seconds."""
    return (at or "").replace("T", " ")[:16]
