"""`qa-annotate open` as a person meets it: on a terminal, killed, reopened, refused."""

from __future__ import annotations

import json
import random
import signal
import time
from pathlib import Path

import pytest

SEED_FIRST = "The largely opposition-held city of Deir"


def log_of(folder: Path, coder: str = "amal") -> list[dict]:
    path = folder / "desk/annotations/a/coders" / f"{coder}.history.jsonl"
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def labels_in(log: list[dict]) -> list[str]:
    changes = [c for e in log for c in e.get("edit", {}).get("claims", [])]
    return [change["after"]["label"] for change in changes if "after" in change]


def test_a_first_sitting_from_an_unknown_file_to_labelled_yaml(terminal, tmp_path):
    here = terminal("open", "a.txt", "--coder", "amal")
    here.wait("saved 0/17")
    assert SEED_FIRST in here.text
    here.send("]")
    here.wait("q1  Has ISIS gained")
    here.send("ua")
    here.wait("saved 2/17")
    here.send("q")
    assert here.end() == 0
    written = (tmp_path / "desk/annotations/a/coders/amal.yaml").read_text()
    assert 'quote: "Yes, this has happened many times."' in written
    assert "decided: {by: amal, at:" in written


def test_the_footer_names_the_labels_and_help_opens(terminal):
    here = terminal("open", "a.txt", "--coder", "amal")
    here.wait("v verified  u unverified  a allegation")
    here.send("?")
    here.wait("next question's answer")
    here.send("redo")
    here.wait(lambda seen: "next question's answer" not in seen and "redo" in seen)
    here.send("\x1b")
    here.wait(SEED_FIRST[:30])


def test_quit_and_come_back_to_the_same_place(terminal):
    here = terminal("open", "a.txt", "--coder", "amal")
    here.wait("saved 0/17")
    here.send("]]")
    here.wait("q2  Which areas")
    here.send("uq")
    assert here.end() == 0
    again = terminal("open", "--coder", "amal")
    again.wait("q2  Which areas")


def test_a_coder_is_asked_once_and_remembered(terminal):
    here = terminal("open", "a.txt")
    here.wait("Your name as a coder")
    here.send("Amal K.\r")
    here.wait("saved 0/17")
    here.send("u")
    here.wait("saved 1/17")
    here.send("q")
    assert here.end() == 0
    again = terminal("open")
    again.wait("saved 1/17")


def test_kill_loses_nothing_that_was_called_saved(terminal, tmp_path):
    chance = random.Random(20261124)
    seen = 0
    for _ in range(6):
        here = terminal("open", "a.txt", "--coder", "amal")
        here.wait("saved ")
        keys = [chance.choice("uaz") for _ in range(chance.randint(1, 6))]
        for key in keys:
            here.send(key)
            here.read(chance.random() / 10)
        here.read(chance.random() / 20)
        here.kill(signal.SIGKILL)
        log = log_of(tmp_path)
        assert len(log) >= seen
        assert [entry["seq"] for entry in log] == list(range(1, len(log) + 1))
        seen = len(log)


def test_what_was_saved_before_a_kill_is_there_again(terminal):
    here = terminal("open", "a.txt", "--coder", "amal")
    here.wait("saved 0/17")
    here.send("]u")
    here.wait("saved 1/17")
    here.kill(signal.SIGKILL)
    again = terminal("open", "a.txt", "--coder", "amal")
    again.wait("saved 1/17")
    again.wait("u  q1")
    again.wait("this is where the last edit was")
    again.send("z")
    again.wait("saved 0/17")  # undo reaches back over the crash


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_polite_signal_leaves_saved_work_and_a_sane_terminal(terminal, tmp_path, number):
    here = terminal("open", "a.txt", "--coder", "amal")
    here.wait("saved 0/17")
    here.send("u")
    here.wait("saved 1/17")
    here.kill(number)
    assert b"\x1b[?1049l" in here.output
    assert (tmp_path / "desk/annotations/a/coders/amal.yaml").exists()


def test_a_second_session_is_refused_with_the_first_one_named(terminal):
    here = terminal("open", "a.txt", "--coder", "amal")
    here.wait("saved 0/17")
    second = terminal("open", "a.txt", "--coder", "amal")
    second.wait("Another session has this document open")
    assert f"process {here.pid}" in second.text.replace("\n", " ")
    assert second.end() == 1


def test_other_bytes_under_a_known_name_are_refused(terminal, tmp_path):
    here = terminal("open", "a.txt", "--coder", "amal")
    here.wait("saved 0/17")
    here.send("q")
    here.end()
    (tmp_path / "desk/a.txt").write_text("Q: Another?\n\nQuite another text.\n")
    again = terminal("open", "a.txt", "--coder", "amal")
    again.wait("differs from the text that the article 'a' was made from")
    assert again.end() == 1


def test_resizing_at_any_moment(terminal):
    here = terminal("open", "a.txt", "--coder", "amal")
    here.wait("saved 0/17")
    for rows, columns in ((5, 20), (40, 160), (14, 59), (24, 80)):
        here.resize(rows, columns)
        time.sleep(0.05)
        here.send("j")
        here.wait(lambda text: text.strip() != "")
    here.wait("v verified")


def test_nothing_in_an_article_reaches_the_terminal_as_itself(terminal, tmp_path):
    text = "Q: Why\u202e\x1b]0;pwned\x07?\n\nBecause\x9b31m of \u2066this.\n"
    (tmp_path / "desk/b.txt").write_text(text)
    here = terminal("open", "b.txt", "--coder", "amal")
    here.wait("Because")
    assert b"\x1b]0;pwned" not in here.output
    assert "\u202e".encode() not in here.output
    assert "\u2066".encode() not in here.output
    assert "\x9b".encode() not in here.output


def test_a_pasted_text_labels_nothing(terminal, tmp_path):
    here = terminal("open", "a.txt", "--coder", "amal")
    here.wait("saved 0/17")
    here.send("\x1b[200~vuav\x1b[201~")
    here.send("j")
    here.read(0.5)
    assert labels_in(log_of(tmp_path)) == []


def test_escape_answers_at_once(terminal):
    here = terminal("open", "a.txt", "--coder", "amal")
    here.wait("saved 0/17")
    here.send("uk")
    here.send("c")
    here.wait("note:")
    here.send("\x1b")
    here.wait("left as it was")


def keys_file(tmp_path: Path, text: str) -> dict[str, str]:
    folder = tmp_path / "config" / "qa-annotate"
    folder.mkdir(parents=True)
    (folder / "keys.yaml").write_text(text)
    return {"XDG_CONFIG_HOME": str(tmp_path / "config")}


def test_users_bring_their_own_keys(terminal, tmp_path):
    env = keys_file(tmp_path, 'next-question: n\nnext-match: "]"\nquit: [Q]\n')
    here = terminal("open", "a.txt", "--coder", "amal", **env)
    here.wait("n question")
    here.send("nu")
    here.wait("u  q1")
    here.send("Q")
    assert here.end() == 0


def test_a_key_that_would_mean_two_things_is_refused_naming_both(terminal, tmp_path):
    env = keys_file(tmp_path, "note: [x]\n")
    here = terminal("open", "a.txt", "--coder", "amal", **env)
    assert here.end() == 1
    assert "'x' would mean both 'delete' and 'note'" in here.text.replace("\n", "")


def test_a_label_key_that_the_session_needs_is_refused(terminal, tmp_path):
    here = terminal("add", "a.txt")
    assert here.end() == 0
    path = tmp_path / "desk/annotations/codebook.yaml"
    path.write_text(path.read_text().replace("key: u", "key: j"))
    again = terminal("open", "a", "--coder", "amal")
    assert again.end() == 1
    assert "the key 'j' of label 'unverified' already means" in again.text.replace("\n", "")


def test_the_mouse_clicks_on_a_sentence(terminal):
    here = terminal("open", "a.txt", "--coder", "amal")
    here.wait("saved 0/17")
    row = next(i for i, line in enumerate(here.screen.display) if "The oil-rich" in line)
    here.send(f"\x1b[<0;8;{row + 1}M\x1b[<0;8;{row + 1}m")
    here.wait(lambda text: text.splitlines()[row].startswith("›"))
    here.send("u")
    here.wait("saved 1/17")
    assert b"\x1b[?1000h" in here.output


def test_the_mouse_can_be_left_to_the_terminal(terminal):
    here = terminal("open", "a.txt", "--coder", "amal", "--no-mouse")
    here.wait("saved 0/17")
    assert b"\x1b[?1000h" not in here.output


def test_a_terminal_that_vanishes_leaves_saved_work(terminal, tmp_path):
    here = terminal("open", "a.txt", "--coder", "amal")
    here.wait("saved 0/17")
    here.send("]u")
    here.wait("saved 1/17")
    here.hang_up()
    document = tmp_path / "desk/annotations/a/coders/amal.yaml"
    end = time.monotonic() + 10
    while not document.exists() and time.monotonic() < end:
        time.sleep(0.05)
    assert 'label: "unverified"' in document.read_text()
