"""What comes in, whatever its format: a claim with how its words are found, and whose it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..adapters.codec import PlainPath, ShapeError, from_plain
from ..core.reanchoring import Selector
from ..core.records import Claim
from ..errors import FileError, Problem


@dataclass(frozen=True, kw_only=True, slots=True)
class Incoming:
    """One claim as a file tells it.

    `article` and `text_sha256` name what it refers to, `coder` whose it is, each where the file
    says so: of no coder is what another program made, and who imports decides on its label.
    """

    claim: Claim
    selector: Selector
    article: str | None = None
    text_sha256: str | None = None
    coder: str | None = None


def incoming(told: dict[str, object], article: object, text_sha256: object) -> Incoming:
    """A claim as our own exports tell it: its keys with the coder among them.

    Raises ShapeError where it is none.
    """
    claim = from_plain(told, Claim)
    before, after = claim.context
    position = claim.orphaned.position if claim.orphaned else claim.position
    digest = claim.orphaned.text_sha256 if claim.orphaned else text_sha256
    return Incoming(
        claim=claim,
        selector=Selector(quote=claim.quote, before=before, after=after, position=position),
        article=article if isinstance(article, str) else None,
        text_sha256=digest if isinstance(digest, str) else None,
        coder=_text(told, "coder"),
    )


def _text(told: dict[str, object], key: str) -> str | None:
    value = told.get(key)
    return value if isinstance(value, str) else None


def refused(path: str, line: int, message: str) -> FileError:
    """A file that is no such thing, with the line."""
    return FileError(Problem(path, line, "import", message))


def misshapen(path: str, line: int, error: ShapeError, at: Sequence[object] = ()) -> FileError:
    """A claim of a file that lacks something, or has it otherwise."""
    place: PlainPath = tuple(str(part) for part in (*at, *error.path))
    where = ".".join(map(str, place))
    return refused(path, line, f"{where}: {error.message}" if where else error.message)
