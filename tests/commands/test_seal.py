"""A seal: what it covers, how it is signed and stamped, and that every change is found."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qa_annotate.commands import seal as sealing
from qa_annotate.commands.seal import attach_token, seal, verify
from qa_annotate.core.sealing import manifest, parse_manifest
from qa_annotate.errors import FileError, LockedError, StoreError
from qa_annotate.store.project import Project

Sit = Callable[..., Any]
AID = "Aid entered last month."
YES = "Yes, this has happened many times."
TORTURE = bool(os.environ.get("QA_ANNOTATE_TORTURE"))

needs_ssh = pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="needs ssh-keygen")
needs_openssl = pytest.mark.skipif(not shutil.which("openssl"), reason="needs openssl")


@pytest.fixture(autouse=True)
def _no_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's own key is used."""
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))


@pytest.fixture
def root(project: Project, sit: Sit) -> Path:
    """A project with Amal's work in it."""
    amal = sit("amal")
    amal.label(AID, "unverified")
    amal.leave()
    return project.root


@pytest.fixture
def key(tmp_path: Path) -> Path:
    path = tmp_path / "key"
    call = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(path)]
    subprocess.run(call, check=True)
    return path


def found(root: Path, **how: Any) -> list[tuple[str, str]]:
    return [(problem.path, problem.rule) for problem in verify(root, **how).problems]


def log_of(root: Path) -> Path:
    return next(root.glob("annotations/*/coders/amal.history.jsonl"))


def shown(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()


# ---- what it covers -----------------------------------------------------------------------------


def test_an_untouched_project_verifies(root: Path) -> None:
    done = seal(root, by="amal")
    assert (done.files, done.logs, done.signer) == (8, 1, None)
    told = verify(root)
    assert told.problems == ()
    assert told.proved[0].startswith("8 files are, byte for byte, what was sealed on ")


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="needs sha256sum")
def test_sha256sum_reads_the_manifest(root: Path) -> None:
    odd = root / "annotations" / "a\\b\nc.txt"
    odd.write_text("x", encoding="utf-8")
    seal(root)
    subprocess.run(["sha256sum", "--check", "--strict", "MANIFEST.sha256"], cwd=root, check=True)
    assert found(root) == []


def test_it_covers_sources_texts_documents_logs_and_settings(root: Path, seed_name: str) -> None:
    (root / "annotations" / "project.yaml").write_text("format: qa-annotate/project/1\n", "utf-8")
    seal(root)
    files, damaged = parse_manifest((root / "MANIFEST.sha256").read_text(encoding="utf-8"))
    assert damaged == []
    assert set(files) == {
        f"seeds/{seed_name}.txt",
        "annotations/SEAL.yaml",
        "annotations/project.yaml",
        f"annotations/{seed_name}/article.txt",
        f"annotations/{seed_name}/article.yaml",
        f"annotations/{seed_name}/coders/amal.yaml",
        f"annotations/{seed_name}/coders/amal.history.jsonl",
        "annotations/codebook.yaml",
        "annotations/.gitignore",
    }


def test_locks_and_ignored_files_are_not_covered(root: Path, seed_name: str) -> None:
    (root / "annotations" / ".gitignore").write_text("drafts/\n*.bak\n", encoding="utf-8")
    seal(root)
    folder = root / "annotations" / seed_name
    (folder / "drafts").mkdir()
    for name in ("drafts/a.txt", "a.bak", "coders/.omar.lock", "coders/.amal.yaml.tmp"):
        (folder / name).write_text("x", encoding="utf-8")
    (root / "annotations" / "people.yaml").write_text("x", encoding="utf-8")
    assert found(root) == []
    (folder / "a.txt").write_text("x", encoding="utf-8")
    assert found(root) == [(f"annotations/{seed_name}/a.txt", "seal-uncovered")]


def test_a_broken_chain_is_not_sealed(root: Path) -> None:
    lines = log_of(root).read_bytes().splitlines(keepends=True)
    log_of(root).write_bytes(b"".join(lines[1:]))
    with pytest.raises(FileError, match="chain is broken"):
        seal(root)
    assert not (root / "MANIFEST.sha256").exists()


def test_nothing_is_sealed_while_a_session_is_open(root: Path, sit: Sit) -> None:
    sit("amal")
    with pytest.raises(LockedError):
        seal(root)


def test_a_project_without_a_seal_says_how_to_make_one(root: Path) -> None:
    with pytest.raises(StoreError, match="has not been sealed"):
        verify(root)


def test_a_new_seal_names_the_one_before(root: Path) -> None:
    seal(root)
    first = (root / "annotations" / "SEAL.yaml").read_text(encoding="utf-8")
    seal(root)
    second = (root / "annotations" / "SEAL.yaml").read_text(encoding="utf-8")
    assert "previous: null" in first
    assert "previous: null" not in second
    assert found(root) == []


# ---- tampering ----------------------------------------------------------------------------------


def flips(data: bytes, chance: random.Random, most: int) -> list[tuple[int, int]]:
    """Which bit of which byte is flipped: of every byte where there is time, else of some."""
    places = range(len(data)) if TORTURE else chance.sample(range(len(data)), min(most, len(data)))
    return [(place, 1 << chance.randrange(8)) for place in places]


def test_every_flipped_byte_is_found(root: Path) -> None:
    """In every covered file, and in the manifest itself."""
    seal(root)
    files, _ = parse_manifest((root / "MANIFEST.sha256").read_text(encoding="utf-8"))
    chance = random.Random(7)
    for path in (root / name for name in (*files, "MANIFEST.sha256")):
        kept = path.read_bytes()
        for place, bit in flips(kept, chance, 12):
            changed = bytearray(kept)
            changed[place] ^= bit
            path.write_bytes(changed)
            assert verify(root).problems, f"{path}: byte {place} ^ {bit}"
        path.write_bytes(kept)
    assert found(root) == []


@pytest.mark.parametrize("change", [lambda b: b[:-1], lambda b: b + b"\n", lambda _: b""])
def test_every_file_cut_or_grown_is_named(root: Path, change: Callable[[bytes], bytes]) -> None:
    seal(root)
    files, _ = parse_manifest((root / "MANIFEST.sha256").read_text(encoding="utf-8"))
    for name in files:
        kept = (root / name).read_bytes()
        (root / name).write_bytes(change(kept))
        assert (name, "seal-differs") in found(root)
        (root / name).unlink()
        assert name in {path for path, _ in found(root)}
        (root / name).write_bytes(kept)


def test_a_log_that_grew_is_told_from_one_that_was_changed(root: Path, sit: Sit) -> None:
    seal(root)
    amal = sit("amal")
    amal.label(YES, "allegation")
    amal.leave()
    words = {p.path: p.message for p in verify(root).problems}
    told = words[shown(root, log_of(root))]
    assert told == "2 entries came after the seal; what was sealed stands unchanged"
    lines = log_of(root).read_bytes().splitlines(keepends=True)
    log_of(root).write_bytes(b"".join(lines[:2]))
    assert (shown(root, log_of(root)), "seal-head") in found(root)


def test_a_log_written_anew_with_a_chain_of_its_own_is_found(root: Path, sit: Sit) -> None:
    """The chain proves nothing alone: who can write can chain. The sealed head does."""
    seal(root)
    log_of(root).unlink()
    next(root.glob("annotations/*/coders/amal.yaml")).unlink()
    amal = sit("amal")
    amal.label(AID, "allegation")
    amal.leave()
    rules = {rule for path, rule in found(root) if path == shown(root, log_of(root))}
    assert rules == {"seal-differs", "seal-head"}


def test_a_manifest_is_read_as_it_was_written() -> None:
    files = {"b": "0" * 64, "a\nc": "1" * 64, "\\": "2" * 64}
    assert parse_manifest(manifest(files)) == (files, [])


# ---- signatures ---------------------------------------------------------------------------------


@needs_ssh
def test_a_signed_seal_names_its_signer(root: Path, key: Path) -> None:
    done = seal(root, key=key, by="amal")
    assert done.signer is not None
    told = verify(root)
    assert told.problems == ()
    assert told.proved[1].startswith(f"Signed by amal with the key {done.signer.key}")


@needs_ssh
def test_a_signature_of_another_manifest_is_found(root: Path, key: Path) -> None:
    seal(root, key=key, by="amal")
    older = (root / "MANIFEST.sha256.sig").read_bytes()
    (root / "annotations" / "note.txt").write_text("x", encoding="utf-8")
    seal(root, key=key, by="amal")
    (root / "MANIFEST.sha256.sig").write_bytes(older)
    assert found(root) == [("MANIFEST.sha256.sig", "signature")]


@needs_ssh
def test_a_signature_that_was_taken_away_is_missed(root: Path, key: Path) -> None:
    seal(root, key=key, by="amal")
    (root / "MANIFEST.sha256.sig").unlink()
    assert found(root) == [("MANIFEST.sha256.sig", "signature")]


@needs_ssh
def test_a_stranger_who_seals_anew_is_not_among_signers_kept_elsewhere(
    root: Path, key: Path, tmp_path: Path
) -> None:
    seal(root, key=key, by="amal")
    known = tmp_path / "signers"
    shutil.copy(root / "annotations" / "allowed_signers", known)
    other = tmp_path / "other"
    call = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(other)]
    subprocess.run(call, check=True)
    seal(root, key=other, by="amal")
    assert found(root) == []
    assert found(root, signers=known) == [("MANIFEST.sha256.sig", "signature")]


@needs_ssh
def test_a_key_that_cannot_sign_leaves_everything_as_it_was(root: Path, tmp_path: Path) -> None:
    before = sorted(path for path in root.rglob("*") if path.is_file())
    (tmp_path / "bad").write_text("no key\n", encoding="utf-8")
    with pytest.raises(StoreError, match="Nothing was sealed"):
        seal(root, key=tmp_path / "bad")
    assert [p for p in sorted(root.rglob("*")) if p.is_file() and p.suffix != ".lock"] == [
        p for p in before if p.suffix != ".lock"
    ]


@needs_ssh
def test_the_key_in_the_home_folder_signs_unless_told_not_to(root: Path, key: Path) -> None:
    folder = Path.home() / ".ssh"
    folder.mkdir()
    shutil.copy(key, folder / "id_ed25519")
    shutil.copy(f"{key}.pub", folder / "id_ed25519.pub")
    assert seal(root).signer is not None
    assert seal(root, signing=False).signer is None
    assert not (root / "MANIFEST.sha256.sig").exists()


# ---- time stamps --------------------------------------------------------------------------------

AUTHORITY = """
[tsa]
default_tsa = here
[here]
serial = {0}/serial
certs = {0}/cert.pem
signer_cert = {0}/cert.pem
signer_key = {0}/key.pem
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256
accuracy = secs:1
ess_cert_id_chain = no
[ext]
basicConstraints = CA:FALSE
keyUsage = digitalSignature
extendedKeyUsage = critical,timeStamping
[req]
distinguished_name = name
[name]
"""


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A time-stamp authority of our own."""
    folder = tmp_path_factory.mktemp("authority")
    (folder / "conf").write_text(AUTHORITY.format(folder), encoding="utf-8")
    (folder / "serial").write_text("01\n", encoding="utf-8")
    about = ["-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=clock", "-extensions", "ext"]
    files = ["-keyout", f"{folder}/key.pem", "-out", f"{folder}/cert.pem"]
    call = ["openssl", "req", *about, "-config", f"{folder}/conf", *files]
    subprocess.run(call, check=True, capture_output=True)
    return folder


def stamp(authority: Path, data: bytes) -> bytes:
    """The authority's answer about some bytes."""
    (authority / "data").write_bytes(data)
    query = ["openssl", "ts", "-query", "-data", f"{authority}/data", "-sha256", "-cert"]
    subprocess.run([*query, "-out", f"{authority}/q"], check=True, capture_output=True)
    reply = ["openssl", "ts", "-reply", "-config", f"{authority}/conf", "-queryfile"]
    out = [f"{authority}/q", "-out", f"{authority}/r"]
    subprocess.run([*reply, *out], check=True, capture_output=True)
    return (authority / "r").read_bytes()


@needs_openssl
def test_a_token_is_put_beside_the_seal_and_proved(root: Path, authority: Path) -> None:
    seal(root)
    token = authority / "token.tsr"
    token.write_bytes(stamp(authority, (root / "MANIFEST.sha256").read_bytes()))
    assert attach_token(token, root).stamped
    told = verify(root)
    assert told.problems == ()
    assert "nobody here has named as trusted" in told.proved[-1]


@needs_openssl
def test_a_trusted_authority_is_held_against_its_certificate(root: Path, authority: Path) -> None:
    shutil.copy(authority / "cert.pem", root / "annotations" / "timestamp_authorities.pem")
    seal(root)
    token = authority / "token.tsr"
    token.write_bytes(stamp(authority, (root / "MANIFEST.sha256").read_bytes()))
    attach_token(token, root)
    told = verify(root)
    assert told.problems == ()
    assert told.proved[-1].startswith("Time-stamped ")
    assert "trusted" not in told.proved[-1]


@needs_openssl
def test_a_token_about_something_else_is_refused(root: Path, authority: Path) -> None:
    seal(root)
    token = authority / "token.tsr"
    token.write_bytes(stamp(authority, b"something else"))
    with pytest.raises(StoreError, match="it is not about this manifest"):
        attach_token(token, root)
    (root / "MANIFEST.sha256.tsr").write_bytes(token.read_bytes())
    assert found(root) == [("MANIFEST.sha256.tsr", "timestamp")]


@needs_openssl
def test_a_token_whose_signature_was_changed_is_found(root: Path, authority: Path) -> None:
    seal(root)
    data = bytearray(stamp(authority, (root / "MANIFEST.sha256").read_bytes()))
    data[-1] ^= 1
    (root / "MANIFEST.sha256.tsr").write_bytes(data)
    assert found(root) == [("MANIFEST.sha256.tsr", "timestamp")]


@needs_openssl
def test_an_authority_that_does_not_answer_leaves_the_seal(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(StoreError, match="The seal stands, but has no time stamp"):
        seal(root, url="http://127.0.0.1:9/")
    assert found(root) == []
    with pytest.raises(StoreError, match="is no web address"):
        seal(root, url="file:///etc/passwd")
    monkeypatch.setattr(sealing, "request_token", lambda *_: b"no token")
    with pytest.raises(StoreError, match="it is not about this manifest"):
        seal(root, url="http://127.0.0.1:9/")
    assert found(root) == []
