"""`assign`: who codes what, balanced, with a reliability sample drawn at random and recorded."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from fractions import Fraction
from pathlib import Path

from ..core.assigned import Assigned, Share
from ..core.assigning import Load, Plan, drawn
from ..core.names import coder_slug, person, round_of
from ..core.project import Assignment, Draw, Settings
from ..core.wording import count
from ..errors import StoreError, UsageError
from ..store import project as store
from ..store.project import Project
from ..store.settings import write_assignments
from .coding import article_name
from .who import who_edits
from .world import TOOL, here, now

_SEEDS = 10**6


def assign(
    articles: Sequence[str] = (),
    *,
    coders: Sequence[str] = (),
    per_article: int | None = None,
    overlap: str | None = None,
    seed: int | None = None,
    new_coders: bool = False,
    dry_run: bool = False,
    by: str | None = None,
    project: Path | None = None,
) -> Assigned:
    """Give the articles that nobody is to code yet (or some of them) to coders.

    What stands in `project.yaml` already stays. What isn't asked for is as it was drawn last; the
    first time, every article is coded by two. Raises UsageError for what can't be asked, StoreError
    where the articles don't suffice, or a coder isn't known and `new_coders` is false.
    """
    home = store.need_project(project, here())
    settings = store.load_settings(home)
    plan = _plan(settings.draws, coders, per_article, overlap, seed)
    _know(home, settings, plan.coders, new_coders=new_coders)
    load = _load(home)
    new = _unassigned(home, settings, articles)
    added = drawn(plan, new, settings.assignments, load)
    every = (*settings.assignments, *added)
    _something_for_all(plan.coders, every)
    if added and not dry_run:
        draw = _draw(plan, added, person(who_edits(by)))
        write_assignments(home, every, (*settings.draws, draw))
    made = _assigned(every, added, plan, load.units)
    return replace(made, path=home.shown(home.settings_path), dry_run=dry_run)


# ---- what is asked for --------------------------------------------------------------------------


def _plan(
    draws: Sequence[Draw],
    coders: Sequence[str],
    per_article: int | None,
    overlap: str | None,
    seed: int | None,
) -> Plan:
    """What is asked for, the rest as it was drawn last. Raises UsageError for what can't be."""
    last = draws[-1] if draws else None
    names = tuple(map(_coder, coders)) or (last.coders if last else ())
    _several(names)
    number = per_article if per_article is not None else last.per_article if last else 2
    if not 1 <= number <= len(names):
        raise UsageError(
            f"An article can't be coded by {number} of {count(len(names), 'coder')}.",
            hint=f"--per-article takes 1 to {len(names)} here; or name more --coders.",
        )
    share = _share(overlap or (last.overlap if last and number > 1 else None), number)
    if seed is not None and seed < 0:
        raise UsageError("--seed is a whole number, 0 or more.")
    chance = secrets.randbelow(_SEEDS) if seed is None else seed
    return Plan(coders=names, per_article=number, overlap=share, seed=chance)


def _coder(name: str) -> str:
    if not name.strip():
        raise UsageError("A coder needs a name.", hint="As in: --coders amal,omar,lina")
    slugged = coder_slug(name)
    if round_of(slugged) > 1:
        raise UsageError(
            f"'{name}' is a second round, and rounds are not assigned.",
            hint=f"Name {person(slugged)}; they open it again with: qa-annotate open --round 2",
        )
    return slugged


def _several(names: Sequence[str]) -> None:
    if not names:
        raise UsageError("Who codes?", hint="Say it: --coders amal,omar,lina")
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise UsageError(f"{twice[0]} is named twice.", hint="Name each coder once.")


def _share(words: str | None, per_article: int) -> Fraction:
    """A share as it was written; everything where articles are coded by several, else nothing.

    A bare number above 1 could mean anything: it is refused.
    """
    if words is None:
        return Fraction(per_article > 1)
    try:
        number = words.strip().removesuffix("%").strip()
        share = Fraction(number) / (100 if words.strip().endswith("%") else 1)
    except (ValueError, ZeroDivisionError):
        share = Fraction(-1)
    if not 0 <= share <= 1:
        raise UsageError(f"'{words}' is no share.", hint="Write --overlap 20%, or 0.2")
    if share and per_article < 2:
        raise UsageError(
            "A reliability sample is coded by two coders at least.",
            hint="--per-article 2 (or more), or no --overlap.",
        )
    return share


def _know(home: Project, settings: Settings, coders: Sequence[str], *, new_coders: bool) -> None:
    """Refuse a name that nobody here has, once work has been shared out: it may be a slip."""
    known = {coder for a in settings.assignments for coder in a.coders}
    if new_coders or not known:
        return
    known |= {person(coder) for name in home.articles() for coder in home.coders(name)}
    for coder in coders:
        if coder not in known:
            near = get_close_matches(coder, sorted(known), n=1)
            mean = (
                f" Did you mean {near[0]}?" if near else f" There are: {', '.join(sorted(known))}."
            )
            raise StoreError(
                f"There is no coder {coder} in this project.{mean}",
                hint=f"If {coder} is new, say so: --new-coders",
            )


# ---- what there is ------------------------------------------------------------------------------


def _unassigned(home: Project, settings: Settings, wanted: Sequence[str]) -> list[str]:
    """The articles that are to be given away. Raises StoreError for one that isn't there."""
    there = home.articles()
    if not there:
        raise StoreError(
            "This project has no article to assign.", hint="Add some: qa-annotate add FILE..."
        )
    names = [article_name(home, name) for name in wanted] or there
    for name in names:
        if name not in there:
            raise StoreError(f"There is no article '{name}' in this project.")
    given = {assignment.id for assignment in settings.assignments}
    return [name for name in dict.fromkeys(names) if name not in given]


def _load(home: Project) -> Load:
    """How long the articles are, and who has begun which."""
    names = home.articles()
    opened = {name: store.load_article(home, name) for name in names}
    return Load(
        units={name: len(found.outline.units) for name, found in opened.items()},
        begun={name: {person(coder) for coder in home.coders(name)} for name in names},
    )


def _something_for_all(coders: Sequence[str], every: Sequence[Assignment]) -> None:
    idle = [c for c in coders if not any(c in assignment.coders for assignment in every)]
    if idle:
        codings = sum(len(assignment.coders) for assignment in every)
        raise StoreError(
            f"There is too little to share out: {codings} codings leave nothing for "
            f"{', '.join(idle)}.",
            hint="Add articles, name fewer --coders, or raise --per-article or --overlap.",
        )


# ---- what came of it ----------------------------------------------------------------------------


def _draw(plan: Plan, added: Sequence[Assignment], who: str) -> Draw:
    return Draw(
        at=now(),
        by=who,
        tool=f"{TOOL.name} {TOOL.version}",
        coders=plan.coders,
        per_article=plan.per_article,
        overlap=f"{float(plan.overlap * 100):g}%",
        seed=plan.seed,
        articles=len(added),
        sample=sum(assignment.sample for assignment in added),
    )


def _assigned(
    every: Sequence[Assignment],
    added: Sequence[Assignment],
    plan: Plan,
    units: Mapping[str, int],
) -> Assigned:
    names = dict.fromkeys((*plan.coders, *(c for a in every for c in a.coders)))
    return Assigned(
        added=tuple(added),
        standing=len(every) - len(added),
        sample=sum(assignment.sample for assignment in every),
        seed=plan.seed,
        shares=tuple(_share_of(name, every, added, units) for name in names),
        path="",
    )


def _share_of(
    coder: str,
    every: Sequence[Assignment],
    added: Sequence[Assignment],
    units: Mapping[str, int],
) -> Share:
    own = [assignment for assignment in every if coder in assignment.coders]
    return Share(
        coder=coder,
        articles=len(own),
        added=sum(coder in assignment.coders for assignment in added),
        sample=sum(assignment.sample for assignment in own),
        units=sum(units.get(assignment.id, 0) for assignment in own),
    )
