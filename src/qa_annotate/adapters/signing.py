"""Signatures by OpenSSH (`ssh-keygen -Y`) and time-stamp tokens by OpenSSL: what their tools say.

Both work offline; `request_token` alone goes to the network, to the authority that was named.
"""

from __future__ import annotations

import http.client
import shutil
import subprocess
import tempfile
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from ..core.text import sha256_bytes, visible

_SHA256_IMPRINT = bytes.fromhex("0609608648016503040201")
TIMEOUT = 30.0  # seconds without an answer
MOST = 2**20  # bytes of a token


class SigningError(ValueError):
    """A signature or token that can't be made or isn't right; the message ends a sentence."""


def _run(words: list[str | Path], *, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """A program's run; SigningError where it isn't there."""
    tool = str(words[0])
    if shutil.which(tool) is None:
        raise SigningError(f"the program {tool} is not installed here")
    called = [str(word) for word in words]
    return subprocess.run(called, input=stdin, capture_output=True, check=False)


def _told(done: subprocess.CompletedProcess[bytes]) -> str:
    lines = (done.stderr or done.stdout).decode(errors="replace").strip().splitlines()
    return visible(lines[-1].rstrip(".")) if lines else "it did not say why"


# ---- signatures ---------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Key:
    """A public key: its line without a comment, and its fingerprint."""

    line: str
    fingerprint: str


def own_key() -> Path | None:
    """The SSH key that a person has where SSH looks for one, the newest kind first."""
    folder = Path.home() / ".ssh"
    names = ("id_ed25519", "id_ecdsa", "id_rsa")
    return next((folder / name for name in names if (folder / name).is_file()), None)


def public_key(key: Path) -> Key:
    """The public half of a key that is named by either half."""
    public = key if key.suffix == ".pub" else key.with_name(f"{key.name}.pub")
    if not public.exists():
        raise SigningError(f"there is no public key {public}")
    done = _run(["ssh-keygen", "-l", "-E", "sha256", "-f", public])
    parts = public.read_text(encoding="utf-8", errors="replace").split()
    if done.returncode or len(parts) < 2:
        raise SigningError(f"{public} is no public key of SSH")
    return Key(line=" ".join(parts[:2]), fingerprint=done.stdout.decode().split()[1])


def sign(data: bytes, key: Path, namespace: str) -> bytes:
    """A signature over some bytes; a passphrase is asked for where the key has one."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "data"
        path.write_bytes(data)
        done = _run(["ssh-keygen", "-q", "-Y", "sign", "-f", key, "-n", namespace, path])
        if done.returncode:
            raise SigningError(f"ssh-keygen could not sign with {key}: {_told(done)}")
        return path.with_name("data.sig").read_bytes()


def signed_by(data: bytes, signature: Path, signers: Path, namespace: str) -> tuple[str, str]:
    """Who of the allowed signers made a signature, and with which key (its fingerprint).

    Raises SigningError where none of them did, or it is of something else.
    """
    if not signers.exists():
        raise SigningError(f"there is no list of allowed signers ({signers.name})")
    about: list[str | Path] = ["-n", namespace, "-s", signature, "-f", signers]
    found = _run(["ssh-keygen", "-Y", "find-principals", "-s", signature, "-f", signers])
    names = found.stdout.decode(errors="replace").split()
    if found.returncode or not names:
        raise SigningError("it is by nobody among the allowed signers, or damaged")
    done = _run(["ssh-keygen", "-Y", "verify", "-I", names[0], *about], stdin=data)
    if done.returncode:
        raise SigningError("it does not fit the manifest")
    return names[0], done.stdout.decode(errors="replace").strip().rpartition(" ")[2]


# ---- time-stamp tokens (RFC 3161) ---------------------------------------------------------------


def request_token(data: bytes, url: str) -> bytes:
    """A token for some bytes from an authority; only their digest is sent."""
    if urlsplit(url).scheme not in ("http", "https"):
        raise SigningError(f"{visible(url)} is no web address")
    query = _query(data)
    kind = {"Content-Type": "application/timestamp-query"}
    request = urllib.request.Request(url, data=query, headers=kind)
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:
            return bytes(answer.read(MOST))
    except (urllib.error.URLError, OSError, http.client.HTTPException, ValueError) as error:
        reason = visible(str(getattr(error, "reason", error)) or type(error).__name__)
        raise SigningError(f"{visible(url)} gave no time stamp ({reason})") from None


def _query(data: bytes) -> bytes:
    digest = ["-digest", sha256_bytes(data), "-sha256", "-cert"]
    done = _run(["openssl", "ts", "-query", *digest])
    if done.returncode:
        raise SigningError(f"openssl could not ask: {_told(done)}")
    return done.stdout


def stamped_at(data: bytes, token: bytes, authorities: Path | None) -> str:
    """The time in a token that stands for some bytes. SigningError where it doesn't.

    Without a file of trusted authorities, the token's own signature is proved and no more.
    """
    imprint = bytes.fromhex(sha256_bytes(data))
    if _SHA256_IMPRINT not in token or b"\x04\x20" + imprint not in token:
        raise SigningError("it is not about this manifest")
    with tempfile.TemporaryDirectory() as folder:
        whole, bare = Path(folder) / "token.tsr", Path(folder) / "token.der"
        whole.write_bytes(token)
        _bare(whole, bare)
        _prove(bare, sha256_bytes(data), authorities)
        text = _run(["openssl", "ts", "-reply", "-token_in", "-in", bare, "-text"])
    lines = text.stdout.decode(errors="replace").splitlines()
    return next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("Time stamp:")), "?"
    )


def _bare(whole: Path, bare: Path) -> None:
    """The token alone, from an authority's answer or from a file that holds nothing else."""
    out: list[str | Path] = ["-out", bare]
    done = _run(["openssl", "ts", "-reply", "-in", whole, "-token_out", *out])
    if done.returncode:
        done = _run(["openssl", "ts", "-reply", "-token_in", "-in", whole, "-token_out", *out])
    if done.returncode:
        raise SigningError("it is no time-stamp token")


def _prove(bare: Path, digest: str, authorities: Path | None) -> None:
    about: list[str | Path]
    if authorities is not None:
        about = ["-token_in", "-in", bare, "-digest", digest, "-CAfile", authorities]
        done = _run(["openssl", "ts", "-verify", *about])
    else:
        about = ["-inform", "DER", "-in", bare, "-noverify", "-binary", "-out", "/dev/null"]
        done = _run(["openssl", "cms", "-verify", *about])
    if done.returncode:
        raise SigningError(f"openssl does not accept it: {_told(done)}")
