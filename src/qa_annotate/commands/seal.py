"""`seal` and `verify`: what a project was at a time, provable later without a network."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from ..adapters.signing import (
    Key,
    SigningError,
    own_key,
    public_key,
    request_token,
    sign,
    signed_by,
    stamped_at,
)
from ..core.project import Seal, Signer
from ..core.sealing import MANIFEST, NAMESPACE, SIGNATURE, TOKEN
from ..core.text import sha256_bytes
from ..errors import FileError, Problem, StoreError, UsageError
from ..store import project as store
from ..store.files import read_bytes, write_whole
from ..store.project import Project
from ..store.sealing import Draft, SealPaths, compared, drafted, heads, read_seal, write_seal
from .locking import all_locked
from .who import likely_coder, named_coder
from .world import TOOL, here, now


@dataclass(frozen=True, kw_only=True)
class Sealed:
    """A seal that was made, or a token that was put beside it."""

    files: int
    logs: int
    signer: Signer | None
    stamped: str | None
    notices: tuple[str, ...] = ()


def seal(
    project: Path | None = None,
    *,
    key: Path | None = None,
    signing: bool = True,
    by: str | None = None,
    url: str | None = None,
) -> Sealed:
    """Seal a project: write the manifest, sign it where there is a key, have it time-stamped.

    Raises FileError where a log's chain is broken, LockedError while a session is open, StoreError
    where the named key or authority doesn't do its part.
    """
    home, who = store.need_project(project, here()), named_coder(by) or likely_coder()
    with all_locked(home):
        made = _make(home, who, key, signing)
    if url is None:
        return made
    data = read_bytes(SealPaths(home.root).manifest)
    with _as_refusal("The seal stands, but has no time stamp"):
        token = request_token(data, url)
        return replace(made, stamped=_stamp(home, data, token))


@contextmanager
def _as_refusal(start: str) -> Iterator[None]:
    try:
        yield
    except SigningError as error:
        raise StoreError(f"{start}: {error}.") from None


def _make(home: Project, who: str, key: Path | None, signing: bool) -> Sealed:
    paths = SealPaths(home.root)
    before = sha256_bytes(read_bytes(paths.manifest)) if paths.manifest.exists() else None
    plain = Seal(at=now(), by=who, tool=TOOL, previous=before, heads=heads(home))
    if key is not None:
        with _as_refusal("Nothing was sealed"):
            return _signed(home, plain, key, public_key(key))
    found = own_key() if signing else None
    if found is None:
        return _unsigned(home, plain, "no SSH key" if signing else "")
    try:
        return _signed(home, plain, found, public_key(found))
    except SigningError as error:
        return _unsigned(home, plain, str(error))


def _signed(home: Project, plain: Seal, key: Path, public: Key) -> Sealed:
    signer = Signer(name=plain.by, key=public.fingerprint)
    draft = drafted(home, replace(plain, signer=signer), public.line)
    write_seal(home, draft, sign(draft.manifest, key, NAMESPACE))
    return _told(plain, draft, signer)


def _unsigned(home: Project, plain: Seal, why: str) -> Sealed:
    draft = drafted(home, plain)
    write_seal(home, draft, None)
    notices = (f"Sealed without a signature ({why}); sign with: --key FILE",) if why else ()
    return replace(_told(plain, draft, None), notices=notices)


def _told(made: Seal, draft: Draft, signer: Signer | None) -> Sealed:
    count = _count(draft.manifest)
    return Sealed(files=count, logs=len(made.heads), signer=signer, stamped=None)


def _count(data: bytes) -> int:
    return data.count(b"\n")


# ---- time stamps --------------------------------------------------------------------------------


def attach_token(token: Path, project: Path | None = None) -> Sealed:
    """Put a time-stamp token that somebody got for the manifest beside it.

    Raises StoreError where there is no seal, or the token isn't about it.
    """
    home = store.need_project(project, here())
    made = read_seal(home)
    data = read_bytes(SealPaths(home.root).manifest)
    with _as_refusal(f"{token} does not fit {MANIFEST}"):
        stamped = _stamp(home, data, read_bytes(token))
    return Sealed(files=_count(data), logs=len(made.heads), signer=made.signer, stamped=stamped)


def _stamp(home: Project, data: bytes, token: bytes) -> str:
    paths = SealPaths(home.root)
    stamped = stamped_at(data, token, _trusted(paths))
    write_whole(paths.token, token)
    return stamped


def _trusted(paths: SealPaths) -> Path | None:
    return paths.authorities if paths.authorities.exists() else None


# ---- verifying ----------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Verified:
    """What holding a project against its seal gave: every problem, and what was proved."""

    problems: tuple[Problem, ...]
    proved: tuple[str, ...]


def verify(project: Path | None = None, *, signers: Path | None = None) -> Verified:
    """Hold every file against the seal. `signers` may name a list kept elsewhere.

    Raises StoreError where the project has no seal.
    """
    home = store.need_project(project, here())
    if signers is not None and not signers.is_file():
        raise UsageError(f"There is no file {signers}.", hint="Name a list of allowed signers.")
    problems: list[Problem] = []
    made = _seal_of(home, problems)
    problems += compared(home, made)
    proved = [_files(home, made)] if not problems else []
    for problem, words in (_signature(home, made, signers), _token(home)):
        problems += [problem] if problem else []
        proved += [words] if words else []
    return Verified(problems=tuple(sorted(set(problems))), proved=tuple(proved))


def _seal_of(home: Project, problems: list[Problem]) -> Seal | None:
    try:
        return read_seal(home)
    except FileError as error:
        problems.append(error.problem)
        return None


def _files(home: Project, made: Seal | None) -> str:
    count = _count(read_bytes(SealPaths(home.root).manifest))
    who = f" on {made.at} by {made.by}" if made else ""
    who += f", less what went ({'; '.join(made.changed)})" if made and made.changed else ""
    return f"{count} files are, byte for byte, what was sealed{who}."


def _signature(
    home: Project, made: Seal | None, elsewhere: Path | None
) -> tuple[Problem | None, str]:
    """What the signature is worth: a problem, or what it proves."""
    paths = SealPaths(home.root)
    if not paths.signature.exists():
        if made is not None and made.signer is not None:
            words = f"the seal says that {made.signer.name} signed it, and this is missing"
            return Problem(SIGNATURE, 1, "signature", words), ""
        return None, "It carries no signature: who made the seal is not proved."
    try:
        data = read_bytes(paths.manifest)
        name, key = signed_by(data, paths.signature, elsewhere or paths.signers, NAMESPACE)
    except SigningError as error:
        return Problem(SIGNATURE, 1, "signature", str(error)), ""
    if made is not None and made.signer is not None and made.signer.name != name:
        words = f"the seal says that {made.signer.name} signed it, but it is by {name}"
        return Problem(SIGNATURE, 1, "signature", words), ""
    trust = "" if elsewhere else "; the keys that count are the project's own"
    return None, f"Signed by {name} with the key {key}{trust}."


def _token(home: Project) -> tuple[Problem | None, str]:
    paths = SealPaths(home.root)
    if not paths.token.exists():
        return None, ""
    try:
        at = stamped_at(read_bytes(paths.manifest), read_bytes(paths.token), _trusted(paths))
    except SigningError as error:
        return Problem(TOKEN, 1, "timestamp", str(error)), ""
    trust = "" if _trusted(paths) else " by an authority that nobody here has named as trusted"
    return None, f"Time-stamped {at}{trust}."
