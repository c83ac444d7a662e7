"""Subtitles (SRT, WebVTT) and transcripts with times, to paragraphs that keep their times.

Consecutive cues of one speaker flow into one paragraph; each cue's words carry a mark of kind
"class" with the value "time=00:01:23.000". A speaker named by a WebVTT voice tag is written out as
a label, because the reading text is all the parser has.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from qa_annotate.core.model import Extraction, Tool
from qa_annotate.core.text import canonical
from qa_annotate.errors import SourceError

from .builder import Builder
from .decoding import decode
from .source import Source

TOOL = Tool(name="subtitles", version="1")

_CLOCK = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?"
_TIMING = re.compile(rf"{_CLOCK}[ \t]*+-->[ \t]*+{_CLOCK}")
_STAMP_FIRST = re.compile(rf"(?:[\[(]{_CLOCK}[\])]|{_CLOCK}(?=\s|$))[ \t]*[-–—]?[ \t]*")
_STAMP_LAST = re.compile(rf"(\S[^\n]{{0,60}}?)[ \t]*[\[(]{_CLOCK}[\])][ \t]*:?[ \t]*$")
_VOICE = re.compile(r"<v(?:\.[^\s<>]*+)?\s++([^<>]*+)>")
_MARKUP = re.compile(r"<[^<>]*+>|\{\\[^{}]*+\}")
_DASH = re.compile(r"[-–—]\s*\S")
_LABEL = re.compile(
    r"(?:>>|[-–—]\s|\[)?\s*[^\W\d_a-z][^\s:：]*(?: [^\s:：]+){0,3}\s?(?::(?=\s|$)|：)|>>"
)
_SENTENCE_END = re.compile(r"[.!?。！？؟…]['\"”’»)\]]*$")
_NO_SPACE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef]")
_PAUSE = 4.0  # seconds without a word that end a paragraph
_LONG = 600  # characters after which a paragraph may end with its sentence


@dataclass(frozen=True, kw_only=True, slots=True)
class Cue:
    """Words with their time in seconds; `voice` is the speaker that the format itself names."""

    start: float | None
    end: float | None = None
    text: str
    voice: str = ""


def read(source: Source) -> Extraction:
    """A transcript as paragraphs, each cue marked with its time."""
    decoded = decode(source)
    text = canonical(decoded.text)
    is_vtt = text.lstrip().startswith("WEBVTT")
    has_timings = _TIMING.search(text) is not None
    cues = _timed_cues(text) if has_timings else _stamped_cues(text)
    if not any(cue.start is not None for cue in cues):
        raise SourceError(
            f"{source.shown} holds no subtitles (no line such as 00:01:02,000 --> 00:01:04,000).",
            hint="If it is plain text, give it the suffix .txt.",
        )
    builder = Builder()
    _write(builder, _without_repeats(cues))
    words, marks = builder.finish()
    kind = "text/vtt" if is_vtt else "application/x-subrip" if has_timings else "text/plain"
    return Extraction(
        text=words,
        marks=marks,
        media_type=kind,
        encoding=decoded.encoding,
        extractor=TOOL,
        warnings=decoded.warnings,
    )


def clock(seconds: float) -> str:
    """Seconds as hours, minutes, seconds and thousandths.

    >>> clock(83.5)
    '00:01:23.500'
    """
    whole, thousandths = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}.{thousandths:03d}"


# ---- reading ------------------------------------------------------------------------------------


def _timed_cues(text: str) -> list[Cue]:
    """Cues of SRT and WebVTT: the lines after a timing, up to a blank line or the next timing."""
    cues: list[Cue] = []
    lines: list[str] | None = None
    timing: re.Match[str] | None = None
    for line in [*text.split("\n"), ""]:
        found = _TIMING.match(line.lstrip())
        if timing is not None and lines is not None and (found or not line.strip()):
            if found and lines and lines[-1].strip().isdigit():
                lines.pop()  # the number of the next cue, with no blank line before it
            cues.extend(_spoken(timing, lines))
            timing = lines = None
        if found:
            timing, lines = found, []
        elif lines is not None:
            lines.append(line.strip())
    return cues


def _spoken(timing: re.Match[str], lines: list[str]) -> Iterator[Cue]:
    """One cue, or one for each speaker where dashes or voices part them."""
    start, end = _seconds(timing.groups()[:4]), _seconds(timing.groups()[4:])
    dashed = sum(_DASH.match(line) is not None for line in lines) > 1
    voice = ""
    parts: list[tuple[str, list[str]]] = []
    for line in lines:
        found = _VOICE.search(line)
        changed = found is not None and found[1].strip() != voice
        voice = found[1].strip() if found else voice
        words = html.unescape(_MARKUP.sub("", line)).strip()
        if not words:
            continue
        if not parts or changed or (dashed and _DASH.match(words)):
            parts.append((voice, [words]))
        else:
            parts[-1][1].append(words)
    for who, said in parts:
        yield Cue(start=start, end=end, text=_flowing(said), voice=who)


def _stamped_cues(text: str) -> list[Cue]:
    """Cues of a transcript whose lines begin (or speakers' lines end) with a time."""
    cues: list[tuple[float | None, list[str]]] = []
    fresh = True  # whether a blank line came before
    for line in map(str.strip, text.split("\n")):
        first, last = _STAMP_FIRST.match(line), _STAMP_LAST.match(line)
        if first:
            cues.append((_first_time(first), [line[first.end() :].strip()]))
        elif last:
            cues.append((_seconds(last.groups()[1:]), [last[1].rstrip(": ") + ":"]))
        elif line and cues and cues[-1][0] is not None and (not fresh or cues[-1][1] == [""]):
            cues[-1][1].append(line)
        elif line:
            cues.append((None, [line]))
        fresh = not line
    return [Cue(start=start, text="\n".join(filter(None, lines))) for start, lines in cues]


def _first_time(found: re.Match[str]) -> float:
    groups = found.groups()
    return _seconds(groups[:4] if groups[1] is not None else groups[4:])


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, fraction = parts
    part = int((fraction or "0").ljust(3, "0")) / 1000
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0) + part


def _without_repeats(cues: Iterable[Cue]) -> Iterator[Cue]:
    """Rolling captions show a line twice; the second time goes."""
    previous = ""
    for cue in cues:
        text = cue.text
        if previous and cue.start is not None and text.startswith(previous):
            text = text[len(previous) :].strip()
        previous = cue.text
        if text or cue.start is None:
            yield replace(cue, text=text)


# ---- writing ------------------------------------------------------------------------------------


def _write(builder: Builder, cues: Iterable[Cue]) -> None:
    previous: Cue | None = None
    begun = 0
    for cue in cues:
        if not cue.text:
            continue
        if previous is None or _breaks(previous, cue, builder.length - begun):
            builder.block()
            begun = builder.length
            if cue.voice and not _LABEL.match(cue.text[:80]):
                builder.text(f"{cue.voice}: ")
        elif _wants_space(previous.text, cue.text):
            builder.text(" ")
        mark = None
        if cue.start is not None:
            mark = builder.open("class", value=f"time={clock(cue.start)}")
        builder.text(cue.text)
        if mark is not None:
            builder.close(mark)
        previous = cue


def _breaks(previous: Cue, cue: Cue, length: int) -> bool:
    """Whether a cue begins a new paragraph."""
    if cue.voice != previous.voice or cue.start is None or previous.start is None:
        return True
    if _LABEL.match(cue.text[:80]) or _DASH.match(cue.text):
        return True
    ended = _SENTENCE_END.search(previous.text[-20:]) is not None
    if previous.end is not None and cue.start - previous.end > _PAUSE and ended:
        return True
    return length > _LONG and ended


def _wants_space(before: str, after: str) -> bool:
    return not (_NO_SPACE.match(before[-1:]) and _NO_SPACE.match(after[:1]))


def _flowing(lines: list[str]) -> str:
    """Lines as one, parted by a space in the scripts that have one."""
    parts = lines[:1]
    for before, after in pairwise(lines):
        parts += [" ", after] if _wants_space(before, after) else [after]
    return "".join(parts)
