"""The command line as scripts and people meet it: exit codes, one clear sentence, JSON."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "isis-regime-close-in-on-deir-e-zor-rebels.txt"
NAME = SEED.stem

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Call the program in a folder of its own."""
    state = tmp_path / "state"

    def call(*words: str, cwd: Path = tmp_path, stdin: bytes = b"") -> object:
        env = {**os.environ, "XDG_STATE_HOME": str(state), "COLUMNS": "80", "PYTHONUTF8": "1"}
        env.pop("QA_ANNOTATE_CODER", None)
        done = subprocess.run(
            [sys.executable, "-m", "qa_annotate", *words],
            cwd=cwd,
            env=env,
            input=stdin,
            capture_output=True,
            check=False,
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
        )

    return call  # type: ignore[return-value]


@pytest.fixture
def coded(tmp_path: Path) -> Path:
    """A copy of the project with its two sample codings."""
    for name in ("seeds", "annotations", "schemas"):
        shutil.copytree(ROOT / name, tmp_path / "p" / name)
    return tmp_path / "p"


# ---- bad input ----------------------------------------------------------------------------------

LATIN = "Q: caf\xe9?\n\nOui, bien s\xfbr.\n".encode("latin-1")
BAD = {
    "missing.txt": (None, "There is no file missing.txt"),
    "folder": ("folder", "is a folder"),
    "empty.txt": (b"", "holds no text"),
    "latin1.txt": (LATIN, "--encoding"),
    "binary.txt": (bytes(range(256)) * 20, "binary"),
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("words", [("parse",), ("parse", "--format", "json"), ("add",)])
def test_a_bad_source_gets_one_sentence_and_nothing_is_written(run, tmp_path, name, words):
    content, sentence = BAD[name]
    if content == "folder":
        (tmp_path / name).mkdir()
    elif content is not None:
        (tmp_path / name).write_bytes(content)
    done = run(*words, name)
    if (content, words) == ("folder", ("add",)):
        assert "name no source" in done.stderr  # a folder's sources are added; this one has none
        return
    assert done.returncode == 1
    assert done.stdout == ""
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.glob("annotations/*/article.yaml"))


def test_encoding_reads_what_utf8_can_not(run, tmp_path):
    (tmp_path / "latin1.txt").write_bytes(LATIN)
    done = run("parse", "latin1.txt", "--encoding", "latin-1", "--format", "json")
    assert "café" in json.loads(done.stdout)["text"]


def test_no_question_is_said_and_the_text_can_still_be_coded(run, tmp_path):
    (tmp_path / "plain.txt").write_text("A road was closed. Nobody said why.\n")
    done = run("add", "plain.txt")
    assert done.returncode == 0
    assert "No question was found" in done.stderr
    assert "can still be opened" in done.stderr


def test_open_without_a_terminal_says_so(run, tmp_path):
    shutil.copy(SEED, tmp_path / "a.txt")
    done = run("open", "a.txt", "--coder", "amal")
    assert done.returncode == 2
    assert done.stderr.startswith("qa-annotate: A labelling session needs a terminal")
    assert "qa-annotate parse FILE" in done.stderr
    assert not (tmp_path / "annotations").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [(["adjudicate"], "Settling disagreements"), (["structure", "a"], "Correcting a structure")],
)
def test_every_session_names_itself_where_there_is_no_terminal(run, tmp_path, words, said):
    shutil.copy(SEED, tmp_path / "a.txt")
    run("add", "a.txt")
    done = run(*words)
    assert done.returncode == 2
    assert done.stderr.startswith(f"qa-annotate: {said} needs a terminal")


def test_no_project_says_how_to_start_one(run):
    for words in (("status",), ("check",), ("export",), ("agreement",)):
        done = run(*words)
        assert done.returncode == 1
        assert "qa-annotate open FILE" in done.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder(run, tmp_path):
    (tmp_path / "locked").mkdir()
    shutil.copy(SEED, tmp_path / "locked" / "a.txt")
    (tmp_path / "locked").chmod(0o500)
    done = run("add", "a.txt", cwd=tmp_path / "locked")
    assert done.returncode == 1
    assert "cannot be made" in done.stderr


BROKEN = {
    "a: &a [x]\nb: *a": ":1: yaml:",
    'claims: !!python/object/apply:os.system ["true"]': ":1: yaml:",
    "a: 1\na: 2": ":2: yaml:",
    "a: 1\n---\nb: 2": ":2: yaml:",
    "x: [": ":2: yaml:",
    "format: qa-annotate/annotation/99": ":1: format:",
    "just words": ":1: schema:",
}


@pytest.mark.parametrize("text", BROKEN)
def test_a_file_that_is_not_ours_is_refused_with_its_line(run, coded, text):
    path = coded / "annotations" / NAME / "coders" / "sample-a.yaml"
    path.write_text(text + "\n")
    shown = f"annotations/{NAME}/coders/sample-a.yaml{BROKEN[text]}"
    checked = run("check", cwd=coded)
    assert checked.returncode == 1
    assert shown in checked.stdout
    for words in (("status",), ("export",), ("agreement",)):
        refused = run(*words, cwd=coded)
        assert refused.returncode == 1
        assert shown in refused.stderr
    assert path.read_text() == text + "\n"


def test_wrong_calls_exit_with_2(run, coded):
    assert run("parse").returncode == 2
    assert run("no-such-command").returncode == 2
    assert run("export", "--format", "xml", cwd=coded).returncode == 2
    assert run("parse", "--format", "xml", str(SEED)).returncode == 2


# ---- what others parse --------------------------------------------------------------------------


def test_parse_reads_standard_input(run):
    done = run("parse", "-", "--format", "json", stdin=SEED.read_bytes())
    found = json.loads(done.stdout)
    assert [pair["id"] for pair in found["pairs"]] == ["q1", "q2", "q3", "q4"]
    assert list(found)[:6] == ["text", "metadata", "people", "reading", "blocks", "pairs"]


def test_json_and_yaml_hold_no_character_that_steers_a_terminal(run, tmp_path):
    text = "Q: Why\u202e\x1b]0;pwned\x07?\n\nBecause\x9b31m of\u200b \u2066this.\n"
    (tmp_path / "b.txt").write_text(text)
    for form in ("tree", "json", "yaml"):
        done = run("parse", "b.txt", "--format", form)
        assert done.returncode == 0
        assert not set(done.stdout) & set("\x1b\x07\x9b\u202e\u2066\u200b")
    found = json.loads(run("parse", "b.txt", "--format", "json").stdout)
    assert found["text"] == text


def test_markup_in_an_article_is_text(run, tmp_path):
    (tmp_path / "m.txt").write_text(
        "Q: Is [red]this[/red] :smile: [/b] text?\n\nYes [link=x]it[/]\n"
    )
    done = run("parse", "m.txt")
    assert "[red]this[/red] :smile: [/b]" in done.stdout.replace("\n", " ")


def test_check_json(run, coded):
    path = coded / "annotations" / NAME / "coders" / "sample-a.yaml"
    path.write_text(path.read_text().replace('label: "unverified"', 'label: "unverifed"', 1))
    done = run("check", "--json", cwd=coded)
    assert done.returncode == 1
    rules = {problem["rule"] for problem in json.loads(done.stdout)}
    assert "unknown-label" in rules


def test_check_finds_nothing_in_the_project_itself(run):
    done = run("check", cwd=ROOT)
    assert (done.returncode, done.stdout) == (0, "")


def test_agreement_json_has_figures_and_differences(run, coded):
    found = json.loads(run("agreement", "--json", cwd=coded).stdout)
    figures = {figure["name"]: figure["value"] for figure in found["headline"]}
    assert figures["percent_agreement"] == pytest.approx(12 / 17)
    assert len(found["differences"]) == 5


def test_agreement_in_every_format_and_to_a_file(run, coded):
    for form in ("text", "csv", "md", "latex", "reliability", "diagnosis"):
        done = run("agreement", "--format", form, "--out", f"a.{form}", cwd=coded)
        assert (done.returncode, done.stdout) == (0, "")
        assert (coded / f"a.{form}").stat().st_size > 100
    again = run("agreement", "--matrix", "a.reliability", "--methods", cwd=coded)
    assert "rated by two coders or more" in " ".join(again.stdout.split())
    for words in (
        ("--format", "pdf"),
        ("--labels", "a,b"),
        ("--matrix", "a.reliability", "--coder", "amal"),
        ("--level", "words"),
    ):
        assert run("agreement", *words, cwd=coded).returncode == 2


def test_report_writes_pages(run, coded):
    done = run("report", "--out", "pages", "--figures", cwd=coded)
    assert done.returncode == 0
    assert "Open pages/index.html" in done.stderr
    assert (coded / "pages" / "index.html").exists()
    assert (coded / "pages" / "figures" / "coefficients.pdf").exists()


def test_export_to_a_file(run, coded):
    done = run("export", "--format", "jsonl", "--out", "x.jsonl", cwd=coded)
    assert done.returncode == 0
    lines = (coded / "x.jsonl").read_text().splitlines()
    assert len(lines) == 28
    assert run("export", "--out", "nowhere/x.yaml", cwd=coded).returncode == 1


def test_several_sources_at_once(run, tmp_path):
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "one.txt").write_bytes(SEED.read_bytes())
    (texts / "two.md").write_text("**Why?**\n\nBecause.\n")
    (texts / "two.txt").write_text("Q: Why?\n\nBecause.\n")
    (texts / "bad.txt").write_bytes(b"\x00\x01" * 50)
    done = run("parse", "--format", "json", "--out", "out", "texts")
    assert done.returncode == 1
    assert "bad.txt: refused" in done.stderr
    made = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert made == ["one.json", "two.md.json", "two.txt.json"]
    again = run("parse", "--format", "json", "--out", "out", "texts")
    assert "3 known" in again.stderr
    one = run("parse", "--format", "json", "--out", "alone", "--workers", "1", "texts")
    assert one.returncode == 1
    for name in made:
        assert (tmp_path / "alone" / name).read_bytes() == (tmp_path / "out" / name).read_bytes()


# ---- what is loaded -----------------------------------------------------------------------------

UNUSED = {
    ("parse", str(SEED), "--format", "json"): (
        "rich",
        "prompt_toolkit",
        "numpy",
        "ruamel",
        "trafilatura",
        "jsonschema_rs",
    ),
    ("status", "--project", str(ROOT)): ("prompt_toolkit", "numpy", "jsonschema_rs", "markdown_it"),
    ("export", "--project", str(ROOT)): ("rich", "prompt_toolkit", "numpy", "jsonschema_rs"),
    ("agreement", "--json", "--project", str(ROOT)): ("rich", "prompt_toolkit", "jsonschema_rs"),
    ("--help",): ("typer", "re", "dataclasses"),
    ("--version",): ("typer", "re", "dataclasses"),
}


@pytest.mark.parametrize("words", UNUSED, ids=lambda words: words[0])
def test_a_command_pays_only_for_what_it_uses(words):
    code = (
        "import sys; before = set(sys.modules); from qa_annotate.__main__ import main\n"
        f"sys.argv[1:] = {list(words)!r}; main()\n"
        "print('LOADED', *sorted({m.split('.')[0] for m in set(sys.modules) - before}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.rpartition("LOADED")[2].split())
    assert not loaded & set(UNUSED[words])
