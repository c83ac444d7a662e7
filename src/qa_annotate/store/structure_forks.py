"""Corrections of one article's structure on two machines: their two logs made one.

The log that `article.yaml` stands on stays; the other is kept whole under `forks/`, a `merge` entry
names it, and its corrections are made here, each by an entry of its own. Where both sides corrected
the same words otherwise, what stands here stays, and a person is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..core.records import Correction, Entry, Merged, StructureEdit
from ..core.structuring import in_force, taken_in
from ..core.text import sha256_bytes
from ..errors import StoreError
from .files import make_folder, read_bytes, write_if_missing, write_whole
from .forks import Chain, Joined, chains
from .journal import read_log, saves
from .lock import Lock, acquire
from .project import Project, load_article, structure_log
from .structures import StructureDesk


def join_structure(
    project: Project, name: str, other: Path | None, *, by: str, at: str, tool: str
) -> Joined:
    """Join an article's log of corrections with its own other chains, and with another file's.

    Raises StoreError where there is nothing to join or the two are about different texts.
    """
    lock = acquire(project.folder(name) / ".structure.lock", since=at)
    try:
        return _joined(project, name, other, lock, by=by, at=at, tool=tool)
    finally:
        lock.release()


def _joined(
    project: Project, name: str, other: Path | None, lock: Lock, *, by: str, at: str, tool: str
) -> Joined:
    path = structure_log(project, name)
    own = chains(read_bytes(path), project.shown(path))
    theirs = () if other is None else chains(read_bytes(other), str(other))
    if not own or (other is not None and not theirs):
        raise StoreError("There is no entry in one of the two logs.", hint="Nothing was changed.")
    main = _main(project, name, own)
    forks = [fork for fork in (*own, *theirs) if not _holds(main, fork)]
    if not forks:
        raise StoreError(
            "There is nothing to join: the log holds every entry of the other.",
            hint="Nothing was changed.",
        )
    for fork in forks:
        _same_text(main, fork)
    if len(forks) == 1 and main.head in forks[0].digests:
        write_whole(path, forks[0].data)
        more = len(forks[0].lines) - len(main.lines)
        words = "The other log goes on from where this one ends: nothing forked."
        return Joined(entries=more, both=(), kept=(), notices=(words,))
    kept = tuple(_keep(project, name, fork) for fork in forks)
    write_whole(path, main.data)
    opened, log = load_article(project, name), read_log(path, project.shown(path))
    desk = StructureDesk(project, opened, log, lock, coder=by, tool=tool)
    both: list[str] = []
    for fork, file in zip(forks, kept, strict=True):
        both += _take_in(desk, main, fork, file, opened.text, at)
    desk.flush()
    desk.sync()
    desk.save((desk.seq, desk.shape.document), at)
    taken = sum(len(fork.lines) - _common(main, fork) for fork in forks)
    return Joined(entries=taken, both=tuple(both), kept=kept)


def _main(project: Project, name: str, own: Sequence[Chain]) -> Chain:
    """The chain that `article.yaml` was written by; else the one that stands first."""
    now = sha256_bytes(read_bytes(project.folder(name) / "article.yaml"))
    known = (c for c in own if now in {save.sha256 for save in saves(c.entries)})
    return next(known, own[0])


def _holds(main: Chain, other: Chain) -> bool:
    joined = {e.structure.merged.head for e in main.entries if e.structure and e.structure.merged}
    return other.head in main.digests or other.head in joined


def _same_text(main: Chain, fork: Chain) -> None:
    """Corrections speak of a text: that of both logs' first entries."""
    first, second = main.entries[0].begun, fork.entries[0].begun
    if first is None or second is None or first.text_sha256 != second.text_sha256:
        raise StoreError(
            "The two logs are about different texts of the article, or different articles.",
            hint="Bring the other machine to the same text first: qa-annotate reanchor",
        )


def _keep(project: Project, name: str, fork: Chain) -> Path:
    path = project.folder(name) / "forks" / f"structure-{fork.head[:12]}.history.jsonl"
    make_folder(path.parent)
    write_if_missing(path, fork.data)
    return path


def _common(main: Chain, fork: Chain) -> int:
    """How many entries a fork shares with the main chain."""
    have = set(main.digests)
    return sum(digest in have for digest in fork.digests)


def _take_in(
    desk: StructureDesk, main: Chain, fork: Chain, kept: Path, text: str, at: str
) -> list[str]:
    """The merge entry and the fork's corrections; what a person must settle, in words."""
    common = _common(main, fork)
    ours, theirs = _since(main.entries, common), _since(fork.entries, common)
    why = f"joined from {kept.name}"
    found = taken_in(desk.shape.document, theirs, ours, text, why)
    both = [*map(_words, found.left), *_taken_back(fork.entries, common)]
    about = Merged(
        head=fork.head,
        entries=len(fork.lines),
        common=common,
        file=f"forks/{kept.name}",
        both=tuple(both),
    )
    desk.take(StructureEdit(action="merge", index=0, before=(), after=(), merged=about), at)
    for edit in found.edits:
        desk.take(edit, at)
    return both


def _since(entries: Sequence[Entry], common: int) -> tuple[Correction, ...]:
    """The corrections made after the common part and not taken back."""
    return in_force([(e.seq, e.structure) for e in entries[common:] if e.structure is not None])


def _words(correction: Correction) -> str:
    start, end = correction.span
    value = f" {correction.value}" if correction.value else ""
    return f"{correction.kind}{value} at {start}–{end}"


def _taken_back(entries: Sequence[Entry], common: int) -> list[str]:
    """Corrections of the common part that the fork took back: they stand here."""
    shared = {entry.seq for entry in entries[:common]}
    edits = [entry.structure for entry in entries[common:] if entry.structure is not None]
    return [f"undo of {edit.undoes}" for edit in edits if edit.undoes in shared]
