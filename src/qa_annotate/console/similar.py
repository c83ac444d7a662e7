"""Claims that resemble each other, side by side, and the origins of statements."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from rich.console import Console

from ..core.corroborating import Corroboration
from ..core.similar import Alike, Owned
from .base import console, plain, print_indented


class Proposed(Protocol):
    """A claim with those that resemble it."""

    @property
    def of(self) -> Owned:
        """The claim."""

    @property
    def found(self) -> tuple[Alike, ...]:
        """What resembles it."""


class Pair(Protocol):
    """Two claims, and what tells them apart."""

    @property
    def one(self) -> Owned:
        """The one."""

    @property
    def other(self) -> Owned:
        """The other."""

    @property
    def differs(self) -> tuple[str, ...]:
        """What differs."""


def show_similar(claims: Sequence[Proposed]) -> None:
    """Each claim with its look-alikes; what differs stands under each."""
    out = console()
    for proposed in claims:
        _claim(out, proposed.of, style="bold")
        for one in proposed.found:
            tied = f", tied as {one.linked}" if one.linked else ""
            print_indented(out, plain(f"{one.likeness:.2f}{tied} {_told(one.other)}"))
            _differs(out, one.differs)
        if not proposed.found:
            print_indented(out, plain("nothing in other articles resembles it"))
    if not claims:
        out.print("No claim resembles one of another article.")
    else:
        out.print(
            plain("Likeness ties nothing: qa-annotate similar CLAIM OTHER --as TIE --why TEXT")
        )


def show_pair(pair: Pair) -> None:
    """Two claims one under the other."""
    out = console()
    _claim(out, pair.one)
    _claim(out, pair.other)
    _differs(out, pair.differs)
    for link in pair.one.claim.links:
        if link.claim == pair.other.claim.id:
            out.print(plain(f"tied as {link.how} by {link.linked.by}, {link.linked.at}"))


def _claim(out: Console, owned: Owned, style: str = "") -> None:
    out.print(plain(_told(owned), style=style))


def _told(owned: Owned) -> str:
    claim = owned.claim
    voice = claim.attributed_to or claim.speaker
    says = f", says {voice}" if voice else ""
    return f"{claim.id} {claim.label} ({owned.article}, {owned.coder}{says}): {claim.quote}"


def _differs(out: Console, differs: Sequence[str]) -> None:
    words = "; ".join(differs) if differs else "no number, negation, doubt, date or name differs"
    print_indented(out, plain(f"  {words}"))


def show_corroboration(statements: Sequence[Corroboration]) -> None:
    """Each statement with its origins, and what isn't known."""
    out = console()
    for found in statements:
        count = "1 independent origin" if found.independent == 1 else None
        words = count or f"{found.independent} independent origins"
        head = f"{found.claims[0]}: {words} in {found.appearances} appearances: {found.quote}"
        out.print(plain(head, style="bold"))
        for origin in found.origins:
            things = ", ".join((*origin.claims, *origin.evidence))
            print_indented(out, plain(f"{origin.who}: {things}"))
        if found.unknown:
            print_indented(out, plain(f"not known to be independent: {', '.join(found.unknown)}"))
        if found.contradicted:
            print_indented(out, plain(f"contradicted by: {', '.join(found.contradicted)}"))
    if not statements:
        out.print("No statement appears more than once: tie claims with qa-annotate similar.")
