"""The YAML of an annotation document: what a person reads, and may have edited by hand.

Comments, unknown keys and every line that doesn't change stay as they are. A session saves often,
so what its last save wrote is remembered in pieces, and the next writes the changed ones alone.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ..adapters import yaml
from ..adapters.codec import to_plain
from ..adapters.yaml import Pieces
from ..core.names import person
from ..core.records import Claim, Document
from .files import read_text
from .project import Project, schema_header

_LIST = "claims"
_LISTS = (_LIST, "settled")
_MARKS: Mapping[str, Any] = MappingProxyType({"orphaned": None, "links": []})
"""What a claim's lines tell only where there is something to tell, and its value where not."""
_REDACTIONS = "redactions"


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """What stands in a file: the document that it says, and its lines in pieces."""

    document: Document
    pieces: Pieces


def written(document: Document, text: str) -> Written | None:
    """A file whose document is known; None where it can't be changed piece by piece."""
    if not document.claims or document.kind != "coder":
        return None
    pieces = yaml.cut(text, _LIST, len(document.claims))
    return None if pieces is None else Written(document=document, pieces=pieces)


def rewritten(
    project: Project, path: Path, last: Written | None, document: Document
) -> tuple[str, Written | None]:
    """The text of a document's file anew; `last` is what stands there now, where that is known."""
    if not path.exists():
        text = yaml.dump(plainly(document), header=schema_header(project, path, "annotation"))
        return text, written(document, text)
    if last is not None:
        try:
            now = _in_pieces(last, document)
            return now.pieces.text, now
        except yaml.LayoutError:
            pass  # a person has written more into these very lines: all is compared
    text = read_text(path)
    marked = _marked(text, project.shown(path))
    marked |= {_REDACTIONS} if f"\n{_REDACTIONS}:" in text else set()
    data = plainly(document, marked)
    text = yaml.update(text, data, items=_LISTS)
    return text, written(document, text)


def _in_pieces(last: Written, document: Document) -> Written:
    if bool(last.document.redactions) != bool(document.redactions):
        raise yaml.LayoutError  # a key comes, or is emptied
    before, after = (plainly(replace(d, claims=())) for d in (last.document, document))
    changed = {name: value for name, value in after.items() if before[name] != value}
    pieces = yaml.with_values(last.pieces, before, changed)
    pieces = yaml.with_items(pieces, _items(last, document))
    return Written(document=document, pieces=pieces)


def _items(last: Written, document: Document) -> list[str]:
    """The lines of every claim: those that changed are written anew."""
    stood = zip(last.document.claims, last.pieces.items, strict=True)
    have: dict[str, tuple[Claim | None, str]] = {claim.id: (claim, at) for claim, at in stood}
    found = []
    for claim in document.claims:
        before, lines = have.pop(claim.id, (None, ""))
        same = before is claim or before == claim
        found.append(lines if same else _item(last.pieces, lines, before, claim))
    if any(lines.lstrip().startswith("#") for _, lines in have.values()):
        raise yaml.LayoutError  # remarks above a claim that goes stay
    return found


def _item(pieces: Pieces, lines: str, before: Claim | None, after: Claim) -> str:
    new: dict[str, Any] = to_plain(after)
    for mark, nothing in _MARKS.items():
        if new[mark] == nothing and f"{mark}:" not in lines:
            del new[mark]
    return yaml.with_item(pieces, lines, to_plain(before), new)


# ---- as plain data ------------------------------------------------------------------------------


def plainly(document: Document, marked: Container[str] = ()) -> dict[str, Any]:
    """A document as its file holds it, in plain data: by a person, whichever round it is.

    What most documents lack is left out: `orphaned` and `links` stand only in claims that have
    them, or had (ID.KEY is among the `marked`); `settled` in adjudications; `redactions` where
    there are any, or were.
    """
    plain: dict[str, Any] = to_plain(replace(document, coder=person(document.coder)))
    if document.kind == "coder":
        del plain["settled"]
    if not document.redactions and _REDACTIONS not in marked:
        del plain[_REDACTIONS]
    for claim in plain[_LIST]:
        for mark, nothing in _MARKS.items():
            if claim[mark] == nothing and f"{claim['id']}.{mark}" not in marked:
                del claim[mark]
    return plain


def _marked(text: str, shown: str) -> set[str]:
    """The keys of a file's claims that most lack, each with its claim's id before it."""
    if not any(f"{mark}:" in text for mark in _MARKS):
        return set()
    claims = yaml.load(text, shown)[_LIST]
    return {f"{claim['id']}.{mark}" for claim in claims for mark in _MARKS if mark in claim}
