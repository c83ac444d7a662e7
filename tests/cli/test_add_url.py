"""A page from the web, kept byte for byte with time and headers. The server is in this process."""

from __future__ import annotations

import http.server
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from ruamel.yaml import YAML

PAGE = (
    b"<html lang='en'><head><title>Salt</title></head><body><article><h1>Salt</h1>"
    b"<p><b>Ann Roe: Who makes the salt?</b></p><p>My mother did, until the sea took the pans.</p>"
    b"<p><b>And now?</b></p><p>Nobody does. It is bought in town, and it is grey.</p>"
    b"</article></body></html>"
)


class Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        found = self.path == "/salt.html"
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Set-Cookie", "who=you")
        self.end_headers()
        self.wfile.write(PAGE if found else b"")

    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def server() -> Iterator[str]:
    made = http.server.HTTPServer(("127.0.0.1", 0), Page)
    thread = threading.Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{made.server_port}"
    made.shutdown()
    made.server_close()


def add(folder: Path, url: str) -> subprocess.CompletedProcess[str]:
    pytest.importorskip("trafilatura")
    env = {**os.environ, "XDG_STATE_HOME": str(folder / "state"), "QA_ANNOTATE_CODER": "amal"}
    words = [sys.executable, "-m", "qa_annotate", "add", url]
    return subprocess.run(words, cwd=folder, env=env, capture_output=True, text=True, check=False)


def test_a_page_is_kept_byte_for_byte_with_time_and_headers(server: str, tmp_path: Path) -> None:
    done = add(tmp_path, f"{server}/salt.html")
    assert done.returncode == 0, done.stderr
    folder = tmp_path / "annotations" / "salt"
    assert (folder / "source.html").read_bytes() == PAGE
    custody = YAML(typ="safe").load(folder / "article.yaml")["custody"]
    assert custody["url"] == f"{server}/salt.html"
    assert custody["retrieved_by"] == "amal"
    assert custody["retrieved_at"].endswith("Z")
    assert custody["headers"]["content-type"] == "text/html; charset=utf-8"
    assert "set-cookie" not in custody["headers"]


def test_a_page_that_is_not_there_gets_one_sentence(server: str, tmp_path: Path) -> None:
    done = add(tmp_path, f"{server}/nothing.html")
    assert done.returncode == 1
    assert "answered 404" in done.stderr
    assert not list(tmp_path.glob("annotations/*/article.yaml"))
