"""`import`: claims that lie in files, ours or other programs', into coders' documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from ..adapters.matching import MATCHER
from ..core.editing import is_empty
from ..core.folding import Folded
from ..core.joining import Arrived, Join, join
from ..core.moving import Moved, selector_of
from ..core.names import coder_slug
from ..core.proposing import propose_quote
from ..core.reanchoring import Texts, locate, place
from ..core.records import Codebook, Decided, Document
from ..core.text import sha256_text
from ..errors import StoreError, UsageError
from ..formats.importing import Incoming
from ..formats.reading import READERS, kind_of
from ..store import project as store
from ..store.documents import Paths, earlier_texts, open_desk, read_document
from ..store.files import read_text
from ..store.project import Opened, Project
from .choosing import same_text
from .claiming import record
from .coding import article_name
from .who import who_edits
from .world import TOOL, here, now


@dataclass(frozen=True, kw_only=True)
class Imported:
    """What became of a file's claims: by fate, and each one that was taken in."""

    fates: Mapping[str, int]
    claims: tuple[Moved, ...]
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a person says about an import, where the file leaves it open."""

    article: str | None
    into: str | None
    label: str | None
    by: str
    at: str


def import_(
    files: Sequence[Path],
    *,
    article: str | None = None,
    into: str | None = None,
    label: str | None = None,
    coder: str | None = None,
    dry_run: bool = False,
    project: Path | None = None,
) -> Imported:
    """Take the claims of files in; each stays with its coder, or goes to `into`.

    `coder` is who imports. Raises FileError for a file that holds no claims, UsageError where it
    isn't said what a claim is about or which label it has, LockedError while a session is open.
    """
    home = store.need_project(project, here())
    codebook = store.load_codebook(home)
    wanted = Wanted(article=article, into=into, label=label, by=who_edits(coder), at=now())
    found = [(path, one) for path in files for one in _read(path)]
    labelled = [(path, _labelled(one, wanted, codebook)) for path, one in found]
    fates: Counter[str] = Counter()
    claims: list[Moved] = []
    for name, who in dict.fromkeys(_goes_to(home, one, wanted) for _, one in labelled):
        part = [(p, one) for p, one in labelled if _goes_to(home, one, wanted) == (name, who)]
        case = Case(home, store.load_article(home, name), codebook, who, wanted, dry_run)
        told, made = _taken_in(case, part)
        claims += told
        fates.update(fate for fate, _ in made.fates)
    return Imported(
        fates=fates, claims=tuple(claims), notices=tuple(_notices(labelled, codebook, fates))
    )


# ---- what the files say -------------------------------------------------------------------------


def _read(path: Path) -> tuple[Incoming, ...]:
    if not path.is_file():
        raise StoreError(f"There is no file {path}.", hint="Check the name and the folder.")
    text = read_text(path, str(path))
    return READERS[kind_of(text)](text, str(path))


def _labelled(one: Incoming, wanted: Wanted, codebook: Codebook) -> Incoming:
    """A claim of another program with a label of ours, and who decided when."""
    if one.coder is not None:
        return one
    known = {label.id.casefold(): label.id for label in codebook.labels if not label.retired}
    label = known.get(one.claim.label.casefold()) or wanted.label
    if label is None or label not in known.values():
        raise UsageError(
            f"The tag '{one.claim.label}' of “{one.claim.quote[:40]}” names no label.",
            hint=f"Say which label such claims have: --label {next(iter(known.values()))}",
        )
    decided = Decided(by=one.claim.decided.by or wanted.by, at=one.claim.decided.at or wanted.at)
    reason = next(item.default_reason for item in codebook.labels if item.id == label)
    return replace(one, claim=replace(one.claim, label=label, reason=reason, decided=decided))


def _goes_to(home: Project, one: Incoming, wanted: Wanted) -> tuple[str, str]:
    """Which article a claim is about, and in whose document it goes."""
    named = wanted.article or one.article or _only(home)
    name = article_name(home, named) if named else None
    if name is None or name not in home.articles():
        known = ", ".join(home.articles()) or "none yet"
        words = f"'{named}' is no article here" if named else "The file doesn't say its article"
        raise UsageError(f"{words}.", hint=f"Name it: --article NAME (there are: {known})")
    return name, coder_slug(wanted.into or one.coder or wanted.by)


def _only(home: Project) -> str | None:
    """The only article there is."""
    names = home.articles()
    return names[0] if len(names) == 1 else None


def _notices(
    found: Sequence[tuple[Path, Incoming]], codebook: Codebook, fates: Mapping[str, int]
) -> Iterator[str]:
    known = {label.id for label in codebook.labels}
    for label in sorted({one.claim.label for _, one in found} - known):
        near = get_close_matches(label, known, n=1)
        meant = f" (did you mean '{near[0]}'?)" if near else ""
        yield f"'{label}' is not in the codebook{meant}: qa-annotate check names its claims."
    if fates.get("both"):
        yield (
            f"{fates['both']} claims differ from what stands there: both versions stand. "
            "qa-annotate check names their lines."
        )


# ---- taking in ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Case:
    """An article and a coder whose document takes claims in."""

    home: Project
    opened: Opened
    codebook: Codebook
    coder: str
    wanted: Wanted
    dry_run: bool

    @property
    def paths(self) -> Paths:
        """Where the document lies."""
        return Paths(self.home, self.opened.article.id, self.coder)


def _taken_in(case: Case, part: Sequence[tuple[Path, Incoming]]) -> tuple[list[Moved], Join]:
    """Put claims into one document: locked, logged under who imports, and saved."""
    arrived = _arrived(case, [one for _, one in part])
    names = ", ".join(dict.fromkeys(path.name for path, _ in part))
    salt = sha256_text("\n".join(one.claim.id + one.claim.label for _, one in part))
    used = _used_elsewhere(case)
    if case.dry_run:
        document = read_document(case.paths, case.opened, case.codebook).history.document
        made = join(document, arrived, case.opened.outline, used, salt)
        return list(_told(case, arrived, made)), made
    wanted = case.wanted
    desk = open_desk(
        case.paths, case.opened, case.codebook, at=wanted.at, tool=TOOL.version, by=wanted.by
    )
    try:
        document = desk.history.document
        same_text(document, case.opened)
        made = join(document, arrived, case.opened.outline, used, salt)
        if not is_empty(made.edit):
            edit = replace(made.edit, why=f"from {names}")
            record(desk, edit, wanted.at, case.opened.text)
    finally:
        desk.close()
    return list(_told(case, arrived, made)), made


def _arrived(case: Case, incoming: Sequence[Incoming]) -> list[Arrived]:
    text, earlier = Folded(case.opened.text), earlier_texts(case.home, case.opened.article.id)
    folded = {digest: Texts(Folded(old), text) for digest, old in earlier.items()}
    return [_one(case, one, text, folded) for one in incoming]


def _one(case: Case, one: Incoming, text: Folded, earlier: Mapping[str, Texts]) -> Arrived:
    """Where a claim stands: by the text that it refers to where that is kept, else by its quote."""
    at, digest = one.selector.position, one.text_sha256 or ""
    texts = earlier.get(digest)
    if at is not None and texts is not None and texts.old.text[slice(*at)] == one.selector.quote:
        placed = place(texts, at)
    else:
        placed = locate(one.selector, text)
    return Arrived(
        claim=replace(one.claim, orphaned=None),
        placed=placed,
        text_sha256=digest or case.opened.article.custody.text_sha256,
        position=at,
        foreign=one.coder is None,
    )


def _used_elsewhere(case: Case) -> set[str]:
    """The claim ids that other documents of the project use."""
    return {
        claim.id
        for name in case.home.articles()
        for coder in case.home.coders(name)
        if (name, coder) != (case.opened.article.id, case.coder)
        for claim in _document(case, name, coder).claims
    }


def _document(case: Case, name: str, coder: str) -> Document:
    here_ = name == case.opened.article.id
    opened = case.opened if here_ else store.load_article(case.home, name)
    found = read_document(Paths(case.home, name, coder), opened, case.codebook)
    return found.history.document


def _told(case: Case, arrived: Sequence[Arrived], made: Join) -> Iterator[Moved]:
    """What became of each claim that was taken in."""
    text = Folded(case.opened.text)
    for one, (fate, id_) in zip(arrived, made.fates, strict=True):
        if fate != "known":
            yield _moved(case, one, id_, text)


def _moved(case: Case, one: Arrived, id_: str, text: Folded) -> Moved:
    lost = one.placed.position is None
    proposals = propose_quote(selector_of(one.claim), text, MATCHER) if lost else ()
    return Moved(
        coder=case.coder,
        claim=id_,
        outcome=one.placed.outcome,
        quote=one.claim.quote,
        before=one.position or (0, 0),
        after=one.placed.position,
        similarity=1.0 if not lost else (proposals[0].similarity if proposals else 0.0),
        proposals=proposals,
    )
