"""Zip archives opened with care: DOCX and EPUB files are zips, and zips can be bombs."""

from __future__ import annotations

import io
import zipfile
import zlib

from qa_annotate.errors import SourceError

from .source import Source

_MOST_FILES = 20_000
_LARGEST = 64 * 1024 * 1024  # of one file that is read, unpacked
_TIMES = 200  # unpacked size against packed size, beyond the first megabyte
_AGAIN = "Fetch or save it again; if it opens in its own program, export it as plain text."


class Archive:
    """A zip archive held in memory; every failure is a SourceError that names the source."""

    def __init__(self, source: Source) -> None:
        self._source = source
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(source.data))
            self.names = frozenset(self._zip.namelist())
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise damaged(source) from error
        if len(self.names) > _MOST_FILES:
            raise self._too_large()

    def read(self, name: str) -> bytes:
        """One file of the archive, unpacked."""
        try:
            info = self._zip.getinfo(name)
            if info.file_size > min(_LARGEST, 2**20 + _TIMES * max(info.compress_size, 1)):
                raise self._too_large()
            return self._zip.read(info)
        except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise damaged(self._source) from error
        except (RuntimeError, NotImplementedError) as error:
            raise SourceError(
                f"{self._source.shown} is encrypted or packed in a way that cannot be read.",
                hint="Save it without a password.",
            ) from error

    def check(self) -> None:
        """Refuse an archive whose files would unpack to an absurd size."""
        for info in self._zip.infolist():
            if info.file_size > 2**20 + _TIMES * max(info.compress_size, 1):
                raise self._too_large()
        if sum(info.file_size for info in self._zip.infolist()) > 16 * _LARGEST:
            raise self._too_large()

    def _too_large(self) -> SourceError:
        return SourceError(
            f"{self._source.shown} unpacks to far more than it should (a zip bomb?).",
            hint="Do not open it unless you know where it comes from.",
        )


def damaged(source: Source) -> SourceError:
    """What to say of a file that its own format cannot make sense of."""
    return SourceError(f"{source.shown} is damaged and cannot be read.", hint=_AGAIN)
