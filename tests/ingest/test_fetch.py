"""The one place that uses the network, against a server of our own."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from qa_annotate.errors import SourceError
from qa_annotate.ingest.fetch import fetch

PAGE = "<p>Why? ميل</p>".encode()


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/page")
            self.end_headers()
        elif self.path == "/away":
            self.send_response(302)
            self.send_header("Location", "file:///etc/hostname")
            self.end_headers()
        elif self.path == "/ftp":
            self.send_response(302)
            self.send_header("Location", "ftp://127.0.0.1/a")
            self.end_headers()
        elif self.path in ("/page", "/packed"):
            body = gzip.compress(PAGE) if self.path == "/packed" else PAGE
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            if self.path == "/packed":
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(body)
        else:
            self.send_error(404)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("no_proxy", "*")
    server = HTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("path", ["/page", "/moved", "/packed"])
def test_a_page_comes_byte_for_byte_with_its_headers(site: str, path: str) -> None:
    data, headers, final = fetch(site + path)
    assert data == PAGE
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert final == site + ("/packed" if path == "/packed" else "/page")


@pytest.mark.parametrize(
    "url", ["file:///etc/hostname", "ftp://x.org/a", "x.org", "", "http://", "http://[", "data:,a"]
)
def test_only_the_web(url: str) -> None:
    with pytest.raises(SourceError, match="not a web address"):
        fetch(url)


def test_what_goes_wrong_is_one_sentence(site: str) -> None:
    with pytest.raises(SourceError, match="answered 404"):
        fetch(site + "/none")
    with pytest.raises(SourceError, match="answered 302"):
        fetch(site + "/away")
    with pytest.raises(SourceError, match="not a web address"):
        fetch(site + "/ftp")
    with pytest.raises(SourceError, match="larger than"):
        fetch(site + "/page", most=4)
    with pytest.raises(SourceError, match="larger than"):
        fetch(site + "/packed", most=16)
    with pytest.raises(SourceError, match="cannot be fetched"):
        fetch("http://127.0.0.1:9/", timeout=2)
