"""The list of people, and who may be missing in it, as people read them."""

from __future__ import annotations

from collections.abc import Sequence

from ..core.project import Protected
from ..core.protecting.people import Suggestion
from .base import console, plain, print_indented


def show_people(found: Sequence[Protected]) -> None:
    """Everybody with id, pseudonym and sensitivity; names under it."""
    out = console()
    for person in found:
        role = f", {person.role}" if person.role else ""
        head = f"{person.id} “{person.pseudonym}”{role}: {person.sensitivity}"
        out.print(plain(head, style="bold"))
        names = (*person.names, *person.aliases, *person.spellings, *person.initials)
        print_indented(out, plain(" · ".join(names)))
    if not found:
        out.print("Nobody is listed. Add somebody with: qa-annotate people add NAME")


def show_suggestions(found: Sequence[Suggestion]) -> None:
    """Whom articles name and the list doesn't, with where."""
    out = console()
    for person in found:
        out.print(plain(f"{person.name} ({person.role})", style="bold"))
        about = [person.description] if person.description else []
        about += [f"also {', '.join(person.aliases)}"] if person.aliases else []
        print_indented(out, plain("; ".join([*about, f"in {', '.join(person.articles)}"])))
    if not found:
        out.print("Everybody whom articles name is listed.")
