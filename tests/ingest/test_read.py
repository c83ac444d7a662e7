"""The door: which reader, which encoding, and what is refused with which words."""

from __future__ import annotations

import codecs
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from qa_annotate import ingest
from qa_annotate.errors import SourceError
from qa_annotate.ingest import READERS, read
from qa_annotate.ingest.kinds import kind_of
from qa_annotate.ingest.source import Source

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def refused(data: bytes, name: str = "talk.txt", **options: str) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read(data, name=name, **options)
    assert caught.value.hint
    assert "\n" not in str(caught.value)
    return caught.value


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_a_seed_comes_through_byte_for_byte(path: Path) -> None:
    found = read(path.read_bytes(), name=str(path))
    assert found.text.encode() == path.read_bytes()
    assert found.marks == ()
    assert found.encoding == "utf-8"
    assert found.extractor.name == "plain"


# ---- encodings ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides(mark: bytes, codec: str) -> None:
    found = read(mark + "Why? Darum, sagte Jörg.\r\n".encode(codec), name="talk.txt")
    assert found.text == "Why? Darum, sagte Jörg.\n"
    assert found.encoding == codec


def test_plain_text_that_is_not_utf8_is_refused_with_a_guess() -> None:
    error = refused("Où est le café ?".encode("windows-1252"))
    assert "talk.txt is not UTF-8" in str(error)
    assert "line 1" in str(error)
    assert "--encoding windows-1252" in str(error.hint)


@pytest.mark.parametrize(
    ("words", "codec"),
    [
        ("سألناه عن الحصار في المدينة", "windows-1256"),
        ("Мы спросили его, почему он ушёл", "windows-1251"),
        ("שאלנו אותו מדוע עזב", "windows-1255"),
    ],
)
def test_the_guess_tells_scripts_apart(words: str, codec: str) -> None:
    assert f"--encoding {codec}" in str(refused(words.encode(codec)).hint)


def test_encoding_forces() -> None:
    found = read("Où ?".encode("windows-1252"), name="a.txt", encoding="windows-1252")
    assert (found.text, found.encoding) == ("Où ?", "cp1252")


@pytest.mark.parametrize("name", ["no-such", "hex", "rot13", "idna", "unicode_escape", "a\0b"])
def test_an_encoding_that_is_none(name: str) -> None:
    assert "no text encoding" in str(refused(b"word", encoding=name))


def test_a_forced_encoding_that_does_not_fit() -> None:
    assert "cannot be read as ascii" in str(refused("é".encode(), encoding="ascii"))


def test_utf16_without_a_mark_is_named() -> None:
    error = refused("Why did you go?".encode("utf-16-le"))
    assert "UTF-16" in str(error)
    assert "--encoding utf-16-le" in str(error.hint)


def test_a_page_says_its_own_encoding() -> None:
    page = '<meta charset="windows-1256"><body><p>لماذا غادرت المدينة؟</p>'.encode("windows-1256")
    found = read(page, name="a.html")
    assert "لماذا غادرت المدينة؟" in found.text
    assert found.encoding == "cp1256"


def test_latin1_on_the_web_is_windows_1252() -> None:
    page = '<meta charset="iso-8859-1"><p>“Why?” she asked me then.</p>'.encode("windows-1252")
    assert "“Why?”" in read(page, name="a.html").text


def test_the_servers_word_counts() -> None:
    page = "<p>Où est le café, s’il vous plaît ?</p>".encode("windows-1252")
    found = read(page, name="http://x.org/a", media_type="text/html; charset=windows-1252")
    assert "Où est le café" in found.text


def test_a_few_broken_bytes_in_a_page_are_replaced_and_told() -> None:
    page = b'<meta charset="utf-8"><p>' + b"Some words here. " * 60 + b"\xff</p>"
    found = read(page, name="a.html")
    assert "\ufffd" in found.text
    assert any("U+FFFD" in warning for warning in found.warnings)


@pytest.mark.parametrize(
    ("tag", "words", "codec"),
    [
        ('<html lang="fr">', "Nous avons demandé à la boulangère où elle était née.", "cp1252"),
        ('<html lang="pl">', "Zapytaliśmy ją, dlaczego wyjechała z miasta do żony.", "cp1250"),
        ("<html>", "لماذا غادرت المدينة؟ قال إن الحصار طويل", "cp1256"),
        ("<html>", "Мы спросили его, почему он ушёл", "cp1251"),
    ],
)
def test_a_page_that_does_not_say_is_guessed_and_told(tag: str, words: str, codec: str) -> None:
    found = read(f"{tag}<body><p>{(words + ' ') * 5}</p>".encode(codec), name="a.html")
    assert words in found.text
    assert any("guessed" in warning for warning in found.warnings)


def test_a_page_that_could_be_two_things_is_refused() -> None:
    words = "Nous avons demandé à la boulangère où elle était née. " * 5
    assert "not UTF-8" in str(refused(f"<p>{words}</p>".encode("cp1252"), "a.html"))


# ---- refusals -----------------------------------------------------------------------------------


@pytest.mark.parametrize("data", [b"", b"  \n\t", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, b"\n" * 9])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "-"])
def test_nothing_is_no_text(data: bytes, name: str) -> None:
    assert "holds no text" in str(refused(data, name))


@pytest.mark.parametrize("name", ["a.md", "a.html", "-"])
def test_markup_alone_is_no_text(name: str) -> None:
    assert "holds no text" in str(refused(b"<html><body><script>let a = 1</script>", name))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"Why?\0Because.", "binary data"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "PNG"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", "old Office"),
        (b"{\\rtf1\\ansi Why?}", "RTF"),
        (b"\x1f\x8b\x08\0\0\0", "gzip"),
        (b"\0\0\0\x20ftypisom\0", "video"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.docx", "-"])
def test_binary_data_is_named(data: bytes, words: str, name: str) -> None:
    if name == "a.docx" and words == "binary data":
        words = "damaged"
    assert words in str(refused(data, name))


def test_other_zip_files_are_named(make_zip: Callable[..., bytes]) -> None:
    assert "neither DOCX nor EPUB" in str(refused(make_zip({"a.txt": "Why?"}), "a.zip"))
    assert "OpenDocument" in str(refused(make_zip({"content.xml": "<x/>"}), "a.odt"))
    assert "damaged" in str(refused(b"PK\x03\x04 and then nothing", "a.docx"))


def test_standard_input_is_called_that_and_names_are_made_safe() -> None:
    assert str(refused(b"", "-")).startswith("standard input holds")
    assert "\x1b" not in str(refused(b"", "\x1b[31m.txt"))


def test_a_missing_extra_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(f"No module named {name!r}", name="trafilatura")

    monkeypatch.setattr(ingest, "import_module", missing)
    error = refused(b"<html><p>Why?", "a.html")
    assert error.hint == "pip install 'qa-annotate[html]'"
    assert "HTML" in str(error)


# ---- which reader -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("talk.txt", b"**Why?**\n\n# Because", "plain"),
        ("talk.md", b"Why?", "markdown"),
        ("Talk.HTM", b"Why?", "html"),
        ("https://x.org/talk.html?print=1", b"Why?", "html"),
        ("https://x.org/talk", b"<!doctype html><p>Why?", "html"),
        ("-", b"\n<!-- a -->\n<html><p>Why?", "html"),
        ("-", b"---\ntitle: A talk\n---\nWhy?", "markdown"),
        ("-", b"**Why?**\n\nNo.\n\n**Where?**\n\nHere.", "markdown"),
        ("-", b"Q: Why?\nBecause 2 * 3 * 4 is 24.", "plain"),
        ("-", b"WEBVTT\n\n00:01.000 --> 00:02.000\nWhy?", "subtitles"),
        ("-", b"1\n00:00:01,000 --> 00:00:02,000\nWhy?", "subtitles"),
        ("-", b"%PDF-1.4", "pdf"),
        ("talk.unknown", b"Why?", "plain"),
        ("t.txt", b"[00:01] A: Why?\n[00:04] B: No.\n[00:09] A: Oh.\n", "subtitles"),
        ("t.txt", b"[10:01] A: Why?\n[10:04] B: No.\n[10:09] A: Oh.\n", "plain"),
    ],
)
def test_the_reader_for(name: str, data: bytes, kind: str) -> None:
    assert kind_of(Source(data=data, name=name), None) == kind


def test_the_servers_media_type_goes_before_the_suffix() -> None:
    source = Source(data=b"Why?", name="https://x.org/talk.txt")
    assert kind_of(source, "text/html; charset=utf-8") == "html"
    assert kind_of(source, "text/plain") == "plain"


def test_every_kind_has_a_reader() -> None:
    assert set(READERS) == {"plain", "markdown", "html", "docx", "pdf", "epub", "subtitles"}


def test_plain_text_loads_nothing_heavy() -> None:
    program = (
        "import sys; from qa_annotate.ingest import read; read(b'Q: Why?', name='a.txt');"
        "heavy = {'lxml', 'trafilatura', 'mammoth', 'pypdf', 'pdfplumber', 'markdown_it',"
        " 'charset_normalizer', 'urllib.request'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
