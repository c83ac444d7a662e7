"""What sharing out the work gave, as values."""

from __future__ import annotations

from dataclasses import dataclass

from .project import Assignment


@dataclass(frozen=True, kw_only=True)
class Share:
    """What one coder is to do: articles, those just added, those of the sample, and their units."""

    coder: str
    articles: int
    added: int
    sample: int
    units: int


@dataclass(frozen=True, kw_only=True)
class Assigned:
    """Who is to code what: what was added to the assignments that stood, and everybody's share.

    `sample` counts the articles of the reliability sample, those that stood included.
    """

    added: tuple[Assignment, ...]
    standing: int
    sample: int
    seed: int
    shares: tuple[Share, ...]
    path: str
    dry_run: bool = False
