"""A page from the web, byte for byte: the only place in the program that touches the network.

Called when a user names a URL, and by nothing else; reading never fetches.
"""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
import zlib
from typing import IO
from urllib.parse import urlsplit

from qa_annotate.core.text import visible
from qa_annotate.errors import SourceError

TIMEOUT = 30.0  # seconds without an answer
MOST = 64 * 1024 * 1024  # bytes of a page
_SCHEMES = ("http", "https")
_AGENT = "qa-annotate (reads pages that its user names)"
_SAVE = "Open it in a browser, save the page, and add the saved file."


class _OnlyWeb(urllib.request.HTTPRedirectHandler):
    """Follows redirects to web addresses alone."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        _check(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def fetch(
    url: str, *, timeout: float = TIMEOUT, most: int = MOST
) -> tuple[bytes, dict[str, str], str]:
    """The bytes of a page, its headers (names in lower case) and the address it came from at last.

    Only http and https; SourceError where the page cannot be had, or is larger than `most` bytes.
    """
    _check(url)
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _OnlyWeb(),
    ):
        opener.add_handler(handler)
    request = urllib.request.Request(url, headers={"User-Agent": _AGENT, "Accept": "*/*"})
    try:
        with opener.open(request, timeout=timeout) as answer:
            data = answer.read(most + 1)
            headers = {name.lower(): value for name, value in answer.headers.items()}
            final = answer.geturl()
    except urllib.error.HTTPError as error:
        raise SourceError(f"{visible(url)} answered {error.code}.", hint=_SAVE) from error
    except (urllib.error.URLError, OSError, http.client.HTTPException, ValueError) as error:
        reason = visible(str(getattr(error, "reason", error)) or type(error).__name__)
        raise SourceError(f"{visible(url)} cannot be fetched ({reason}).", hint=_SAVE) from error
    if len(data) > most:
        raise _too_large(url, most)
    return _unpacked(url, data, headers, most), headers, final


def _check(url: str) -> None:
    try:
        parts = urlsplit(url)
    except ValueError:
        parts = None
    if parts is None or parts.scheme.lower() not in _SCHEMES or not parts.hostname:
        raise SourceError(
            f"{visible(url)} is not a web address that can be fetched.",
            hint="Give an address that begins with https:// or http://.",
        )


def _unpacked(url: str, data: bytes, headers: dict[str, str], most: int) -> bytes:
    """The page itself where a server packed it for the way without being asked."""
    if headers.get("content-encoding", "").lower() not in ("gzip", "x-gzip", "deflate"):
        return data
    try:
        page = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32).decompress(data, most + 1)
    except zlib.error as error:
        raise SourceError(f"{visible(url)} sent a damaged page.", hint=_SAVE) from error
    if len(page) > most:
        raise _too_large(url, most)
    return page


def _too_large(url: str, most: int) -> SourceError:
    return SourceError(f"{visible(url)} is larger than {most // 2**20} MB.", hint=_SAVE)
