"""The seal of a project: what it covers, writing it, and holding the files against it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ..adapters import yaml
from ..adapters.codec import to_plain
from ..core.model import ARTICLE_FORMAT, Article
from ..core.project import SEAL_FORMAT, Head, Seal
from ..core.sealing import (
    MANIFEST,
    NAMESPACE,
    SIGNATURE,
    TOKEN,
    Pattern,
    ignored,
    manifest,
    parse_manifest,
    patterns,
)
from ..core.text import sha256_bytes
from ..errors import FileError, Problem, StoreError
from .changing import Change
from .files import read_bytes, read_text, write_whole
from .journal import prove_log
from .project import Project, load_file, load_settings, schema_header

_ALWAYS_OUT = ".*.lock\n.*.tmp\n/.change/\n"
"""Never covered, whatever a project's own `.gitignore` says: locks and half-written files."""
_PRIVATE = f"{_ALWAYS_OUT}/people.yaml\n"
"""Nor who must stay hidden, unless the project says so."""


@dataclass(frozen=True)
class SealPaths:
    """Where the files of a seal lie."""

    root: Path

    @property
    def manifest(self) -> Path:
        """Every covered file with its digest."""
        return self.root / MANIFEST

    @property
    def signature(self) -> Path:
        """The signature over the manifest."""
        return self.root / SIGNATURE

    @property
    def token(self) -> Path:
        """The time-stamp token over the manifest."""
        return self.root / TOKEN

    @property
    def seal(self) -> Path:
        """Who sealed, when, and where the logs stood; the manifest covers it."""
        return self.root / "annotations" / "SEAL.yaml"

    @property
    def signers(self) -> Path:
        """The keys whose signatures count, as `ssh-keygen -Y verify` reads them."""
        return self.root / "annotations" / "allowed_signers"

    @property
    def authorities(self) -> Path:
        """The certificates of the time-stamp authorities that are trusted."""
        return self.root / "annotations" / "timestamp_authorities.pem"


# ---- what is covered ----------------------------------------------------------------------------


def covered(project: Project) -> list[str]:
    """The paths of the files that a seal covers, sorted: `annotations/` and every source."""
    lines = _left_out(project)
    inside = (p for p in project.annotations.rglob("*") if p.is_file())
    found = {p.relative_to(project.root).as_posix() for p in inside}
    return sorted({p for p in found if not ignored(p, lines)} | set(_sources(project)))


def _left_out(project: Project) -> tuple[Pattern, ...]:
    private = load_settings(project).people == "private"
    lines = list(patterns(_PRIVATE if private else _ALWAYS_OUT, "annotations/"))
    for folder in (project.root, project.annotations):
        path = folder / ".gitignore"
        if path.exists():
            base = "" if folder == project.root else "annotations/"
            lines += patterns(read_text(path, project.shown(path)), base)
    return tuple(lines)


def _sources(project: Project) -> Iterator[str]:
    """The sources that articles refer to inside the project."""
    for name in project.articles():
        path = project.folder(name) / "article.yaml"
        source = load_file(project, path, Article, ARTICLE_FORMAT).custody.source
        inside = (project.root / source).resolve().is_relative_to(project.root.resolve())
        if inside and (project.root / source).is_file():
            yield source


def digests(project: Project, paths: list[str]) -> dict[str, str]:
    """The digests of some files, by their paths."""
    return {path: sha256_bytes(read_bytes(project.root / path)) for path in paths}


def logs(project: Project) -> list[Path]:
    """Every edit log of the project, those of structures and kept forks included."""
    return sorted(project.annotations.rglob("*.history.jsonl"))


def heads(project: Project) -> tuple[Head, ...]:
    """Where every log stands. Raises FileError where a chain is broken."""
    found = []
    for path in logs(project):
        shown = path.relative_to(project.root).as_posix()
        entries, head = prove_log(path, shown)
        found.append(Head(log=shown, entries=entries, sha256=head))
    return tuple(found)


# ---- writing ------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A seal that isn't written yet: its own files, and the manifest that will cover them."""

    own: Mapping[Path, bytes]
    manifest: bytes


def drafted(project: Project, seal: Seal, public_key: str | None = None) -> Draft:
    """A seal of the project as it stands; the signer's key is put among the allowed ones."""
    paths = SealPaths(project.root)
    body = yaml.dump(to_plain(seal), header=schema_header(project, paths.seal, "seal"))
    own = {paths.seal: body.encode()}
    if seal.signer is not None and public_key is not None:
        own[paths.signers] = _allowed(paths.signers, seal.signer.name, public_key)
    new = {path.relative_to(project.root).as_posix(): data for path, data in own.items()}
    kept = [path for path in covered(project) if path not in new]
    files = digests(project, kept) | {path: sha256_bytes(data) for path, data in new.items()}
    return Draft(own=own, manifest=manifest(files).encode())


def _allowed(path: Path, name: str, key: str) -> bytes:
    """The list of allowed signers with a key in it."""
    have = read_text(path) if path.exists() else ""
    line = f'{name} namespaces="{NAMESPACE}" {key}\n'
    return (have if line in have else f"{have}{line}").encode()


def write_seal(project: Project, draft: Draft, signature: bytes | None) -> None:
    """Write a seal, its manifest, and the signature; an older signature or token goes."""
    paths = SealPaths(project.root)
    for path, data in draft.own.items():
        write_whole(path, data)
    for stale in (paths.signature, paths.token):
        stale.unlink(missing_ok=True)
    write_whole(paths.manifest, draft.manifest)
    if signature is not None:
        write_whole(paths.signature, signature)


def read_seal(project: Project) -> Seal:
    """The seal that stands. Raises StoreError where there is none, FileError if it is damaged."""
    paths = SealPaths(project.root)
    if not paths.manifest.exists():
        raise StoreError("This project has not been sealed.", hint="Seal it with: qa-annotate seal")
    if not paths.seal.exists():
        words = "the seal's own record is missing"
        raise FileError(Problem(project.shown(paths.seal), 1, "seal-missing", words))
    return load_file(project, paths.seal, Seal, SEAL_FORMAT)


# ---- holding files against it -------------------------------------------------------------------


def compared(project: Project, seal: Seal | None) -> Iterator[Problem]:
    """Each file that differs from the manifest, is missing, or isn't in it; each broken link."""
    paths = SealPaths(project.root)
    files, damaged = _manifest(project)
    for line in damaged:
        words = "this line is damaged, doubled or out of order"
        yield Problem(MANIFEST, line, "manifest", words)
    known = {head.log: head for head in seal.heads} if seal else {}
    for path, digest in files.items():
        yield from _compared(project, path, digest, known.get(path))
    for path in _present(project):
        if path not in files:
            yield Problem(path, 1, "seal-uncovered", "this file came after the seal")
    if paths.seal.relative_to(project.root).as_posix() not in files:
        yield Problem(MANIFEST, 1, "manifest", "it does not cover the seal's own record")


def _manifest(project: Project) -> tuple[dict[str, str], list[int]]:
    path = SealPaths(project.root).manifest
    try:
        return parse_manifest(read_text(path, MANIFEST))
    except FileError as error:
        return {}, [error.problem.line]


def _present(project: Project) -> list[str]:
    """What a seal would cover now; less the sources, where a damaged article doesn't tell them."""
    try:
        return covered(project)
    except FileError:
        lines = tuple(patterns(_PRIVATE, "annotations/"))
        inside = (p for p in project.annotations.rglob("*") if p.is_file())
        found = (p.relative_to(project.root).as_posix() for p in inside)
        return sorted(path for path in found if not ignored(path, lines))


def _compared(project: Project, path: str, digest: str, head: Head | None) -> Iterator[Problem]:
    place = project.root / path
    if not place.is_file():
        yield Problem(path, 1, "seal-missing", "this file was sealed and is missing")
        return
    data = read_bytes(place)
    if sha256_bytes(data) != digest:
        yield Problem(path, 1, "seal-differs", _how(data, digest, head))
    if path.endswith(".history.jsonl"):
        yield from _chain(place, path, head)


def _how(data: bytes, digest: str, head: Head | None) -> str:
    """In what way a file differs: a log may only have grown."""
    if head is not None:
        lines = data.split(b"\n")
        sealed = b"".join(line + b"\n" for line in lines[: head.entries])
        if len(lines) > head.entries and sha256_bytes(sealed) == digest:
            more = len(lines) - 1 - head.entries
            return f"{more} entries came after the seal; what was sealed stands unchanged"
    return "this is not, byte for byte, what was sealed"


def _chain(place: Path, path: str, head: Head | None) -> Iterator[Problem]:
    try:
        entries, now = prove_log(place, path)
    except FileError as error:
        yield error.problem
        return
    if head is None:
        yield Problem(path, 1, "seal-head", "the seal does not say where this log stood")
    elif entries < head.entries:
        words = f"the seal knows {head.entries} entries, the log holds {entries}"
        yield Problem(path, max(1, entries), "seal-head", words)
    elif entries == head.entries and now != head.sha256:
        words = "the log does not end with the entry that was sealed"
        yield Problem(path, entries, "seal-head", words)


# ---- what a purge or a new name makes of a seal -------------------------------------------------


def resealed(
    project: Project, made: Change, words: str, cleaned: Callable[[str], str] = str
) -> Change:
    """A change with the seal brought along: what goes is out of it, what is written anew is in it.

    Every other digest stays as it was sealed, so that a change made before is still found. A
    signature and a token can't be brought along. `cleaned` is what becomes of the seal's own words.
    """
    paths = SealPaths(project.root)
    if not (paths.manifest.exists() and paths.seal.exists()):
        return made
    files, _ = _manifest(project)
    gone = tuple(f"{path}/" for path in made.deletes)
    kept = {
        path: digest
        for path, digest in files.items()
        if path not in made.deletes and not path.startswith(gone)
    }
    lines = _left_out(project)
    for path, data in made.writes.items():
        before = made.moved.get(path, path)
        known = files.get(before)
        if known is not None and not _as_sealed(project, before, known):
            kept[path] = known
        elif known is not None or (path.startswith("annotations/") and not ignored(path, lines)):
            kept[path] = sha256_bytes(data)
    seal = read_seal(project)
    seal = replace(
        seal, signer=None, changed=(*seal.changed, words), heads=_heads(seal, made, kept)
    )
    told = yaml.dump(to_plain(seal), header=schema_header(project, paths.seal, "seal"))
    body = cleaned(told).encode()
    own = paths.seal.relative_to(project.root).as_posix()
    kept[own] = sha256_bytes(body)
    writes = {**made.writes, own: body, MANIFEST: manifest(kept).encode()}
    return replace(made, writes=writes, deletes=(*made.deletes, SIGNATURE, TOKEN))


def _as_sealed(project: Project, path: str, digest: str) -> bool:
    place = project.root / path
    return place.is_file() and sha256_bytes(read_bytes(place)) == digest


def _heads(seal: Seal, made: Change, kept: Mapping[str, str]) -> tuple[Head, ...]:
    """Where the logs stood that are left, and those that are written anew."""
    found = {head.log: head for head in seal.heads if head.log in kept}
    for path, data in made.writes.items():
        if path.endswith(".history.jsonl"):
            lines = data.split(b"\n")[:-1]
            found[path] = Head(log=path, entries=len(lines), sha256=sha256_bytes(lines[-1]))
    return tuple(found[path] for path in sorted(found))
