"""One coder on two machines: two logs with a common beginning, told apart, kept, and joined.

A synced folder keeps both files under two names; a git merge may put both tails into one. Neither
is a chain any more, so the log that the document stands on stays (or is put back), the other is
kept whole under `coders/forks/`, and one `merge` entry takes in what it changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ..core.history import History, fold, step
from ..core.merging import merged
from ..core.records import Codebook, Edit, Entry, Merged
from ..core.text import sha256_bytes
from ..errors import FileError, Problem, StoreError
from .documents import (
    Desk,
    Paths,
    Reconciled,
    blank,
    earlier_texts,
    first_state,
)
from .files import make_folder, read_bytes, write_if_missing, write_whole
from .journal import CONFLICT_MARKS, FIRST, Log, parsed_line, read_log, saves
from .lock import Lock, acquire
from .project import Opened


@dataclass(frozen=True, kw_only=True)
class Chain:
    """Lines that follow each other from a first entry, each with its digest."""

    lines: tuple[bytes, ...]
    digests: tuple[str, ...]
    entries: tuple[Entry, ...]

    @property
    def head(self) -> str:
        """The digest of the last line."""
        return self.digests[-1]

    @property
    def data(self) -> bytes:
        """The lines as a log's bytes."""
        return b"".join(line + b"\n" for line in self.lines)

    @property
    def log(self) -> Log:
        """The chain as a log."""
        return Log(entries=self.entries, head=self.head, size=len(self.data))


def chains(data: bytes, shown: str) -> tuple[Chain, ...]:
    """The chains in the bytes of a log, in the order in which their last lines stand.

    Raises FileError where a line belongs to none.
    """
    parents: dict[str, str] = {}
    lines: dict[str, tuple[bytes, Entry]] = {}
    for number, line in enumerate(data.split(b"\n")[:-1], start=1):
        if line.startswith(CONFLICT_MARKS):
            continue
        entry, digest = parsed_line(line, shown, number), sha256_bytes(line)
        if entry.previous != FIRST and entry.previous not in lines:
            words = "this entry follows none of the lines before it"
            raise FileError(Problem(shown, number, "log", words))
        parents[digest] = entry.previous
        lines.setdefault(digest, (line, entry))
    followed = set(parents.values())
    return tuple(_chain(d, parents, lines) for d in lines if d not in followed)


def _chain(head: str, parents: dict[str, str], lines: dict[str, tuple[bytes, Entry]]) -> Chain:
    digests = []
    while head != FIRST:
        digests.append(head)
        head = parents[head]
    digests.reverse()
    return Chain(
        lines=tuple(lines[d][0] for d in digests),
        digests=tuple(digests),
        entries=tuple(lines[d][1] for d in digests),
    )


def copies(paths: Paths) -> list[Path]:
    """Other logs of the coder that lie beside theirs, as synced folders leave them."""
    start = f"{paths.coder}.history"
    found = paths.folder.glob("*.jsonl") if paths.folder.is_dir() else ()
    return sorted(p for p in found if p.name.startswith(start) and p != paths.log)


@dataclass(frozen=True, kw_only=True)
class Joined:
    """What came of joining logs: the entries taken in, the claims of which both versions stand."""

    entries: int
    both: tuple[str, ...]
    kept: tuple[Path, ...]
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Case:
    """Whose logs are joined, about what, when, and by which version of the program."""

    paths: Paths
    opened: Opened
    codebook: Codebook
    at: str
    tool: str

    def state(self, entries: Sequence[Entry]) -> History:
        """The document after some entries of its log."""
        log = Log(entries=tuple(entries))
        start = first_state(log, None, blank(self.opened, self.codebook, self.paths.coder))
        earlier = earlier_texts(self.paths.project, self.paths.article)
        return fold(start, entries, self.opened.text, earlier)


def join(case: Case, other: Path | None) -> Joined:
    """Join a coder's log with the other chains that it holds, and with another file's.

    Raises StoreError where there is nothing to join or the two have no common beginning.
    """
    lock = acquire(case.paths.lock, since=case.at)
    try:
        return _joined(case, other, lock)
    finally:
        lock.release()


def _joined(case: Case, other: Path | None, lock: Lock) -> Joined:
    paths = case.paths
    own = chains(read_bytes(paths.log), paths.project.shown(paths.log))
    theirs = () if other is None else chains(read_bytes(other), str(other))
    if not own or (other is not None and not theirs):
        raise StoreError("There is no entry in one of the two logs.", hint="Nothing was changed.")
    main = _main(paths, own)
    forks = tuple(c for c in (*own, *theirs) if not _holds(main, c))
    if not forks:
        raise StoreError(
            "There is nothing to join: the log holds every entry of the other.",
            hint="Nothing was changed.",
        )
    for fork in forks:
        _require_common(case, main, fork)
    if len(forks) == 1 and _holds(forks[0], main):
        return _continued(paths, main, forks[0])
    kept = tuple(_keep(paths, ".history.jsonl", fork.head, fork.data) for fork in forks)
    notices = _settle_file(paths, (main, *forks))
    write_whole(paths.log, main.data)
    both = _merged(case, main, tuple(zip(forks, kept, strict=True)), lock)
    taken = sum(len(c.lines) - len(_base(main, c)) for c in forks)
    return Joined(entries=taken, both=both, kept=kept, notices=notices)


def _main(paths: Paths, own: Sequence[Chain]) -> Chain:
    """The chain that the document on disk stands on; else the one that stands first."""
    now = sha256_bytes(read_bytes(paths.document)) if paths.document.exists() else ""
    known = (c for c in own if now in {save.sha256 for save in saves(c.entries)})
    return next(known, own[0])


def _holds(chain: Chain, other: Chain) -> bool:
    """Whether a chain holds the whole of another, as it stands or joined by an entry."""
    return other.head in chain.digests or other.head in _heads(chain)


def _heads(chain: Chain) -> set[str]:
    """The heads of the logs that a chain has joined already."""
    return {e.edit.merged.head for e in chain.entries if e.edit and e.edit.merged}


def _require_common(case: Case, main: Chain, fork: Chain) -> None:
    if main.digests[0] != fork.digests[0]:
        name = case.paths.log.name
        raise StoreError(
            f"The two logs have no common beginning: this is not another copy of {name}.",
            hint="To take in what somebody else recorded, give it a coder name of its own.",
        )
    if _text_of(case, main) != _text_of(case, fork):
        raise StoreError(
            "The two logs end on different texts of the article: positions would not fit.",
            hint="Bring the other machine to the same text first: qa-annotate reanchor",
        )


def _text_of(case: Case, chain: Chain) -> str:
    return case.state(chain.entries).document.text_sha256


def _continued(paths: Paths, main: Chain, longer: Chain) -> Joined:
    """The other log goes on where ours ends: its entries follow, and nothing forked."""
    write_whole(paths.log, longer.data)
    more = len(longer.lines) - len(main.lines)
    words = f"The other log goes on from where {paths.log.name} ends: nothing forked."
    return Joined(entries=more, both=(), kept=(), notices=(words,))


def _keep(paths: Paths, suffix: str, digest: str, data: bytes) -> Path:
    """Keep a file of the other machine whole."""
    path = paths.folder / "forks" / f"{paths.coder}-{digest[:12]}{suffix}"
    make_folder(path.parent)
    write_if_missing(path, data)
    return path


def _settle_file(paths: Paths, known: Sequence[Chain]) -> tuple[str, ...]:
    """A YAML that neither log wrote is kept aside, since no log tells what it is a change of."""
    if not paths.document.exists():
        return ()
    data = read_bytes(paths.document)
    digest = sha256_bytes(data)
    if any(digest in {s.sha256 for s in saves(c.entries)} for c in known):
        return ()
    aside = _keep(paths, ".yaml", digest, data)
    paths.document.unlink()
    words = f"{paths.document.name} was written by neither log; it is kept as {aside.name}."
    return (f"{words} Look what it holds beyond the joined document.",)


def _merged(
    case: Case, main: Chain, forks: Sequence[tuple[Chain, Path]], lock: Lock
) -> tuple[str, ...]:
    """One `merge` entry for each fork, then the document saved; the claims that stand twice."""
    history = case.state(main.entries)
    log = read_log(case.paths.log, case.paths.project.shown(case.paths.log))
    found = Reconciled(history=history, log=log, stale=True)
    desk = Desk(case.paths, found, lock, tool=case.tool)
    both: list[str] = []
    for fork, path in forks:
        edit = _edit(case, main, fork, path, history)
        history = step(history, desk.append(edit, case.at), edit, case.opened.text)
        both += edit.merged.both if edit.merged else ()
    desk.save(history.document, case.at)
    desk.close()
    return tuple(both)


def _edit(case: Case, main: Chain, fork: Chain, kept: Path, ours: History) -> Edit:
    """The entry that joins a fork."""
    have = set(main.digests)
    about = Merged(
        head=fork.head,
        entries=len(fork.lines),
        common=sum(digest in have for digest in fork.digests),
        file=kept.relative_to(case.paths.folder).as_posix(),
    )
    base, theirs = case.state(_base(main, fork)), case.state(fork.entries)
    return merged(base.document, ours.document, theirs.document, about, case.opened.text)


def _base(main: Chain, fork: Chain) -> tuple[Entry, ...]:
    """The longest beginning of a fork that the main chain has already, or has joined before."""
    have = {*main.digests, *_heads(main)}
    known = max(place for place, digest in enumerate(fork.digests, 1) if digest in have)
    return fork.entries[:known]
