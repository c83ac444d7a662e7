"""Subtitles and transcripts with times."""

from __future__ import annotations

import pytest

from qa_annotate.core.model import Extraction
from qa_annotate.errors import SourceError
from qa_annotate.ingest import read


def times(found: Extraction) -> list[tuple[str, str]]:
    return [(m.value.removeprefix("time="), found.text[m.start : m.end]) for m in found.marks]


def test_srt_cues_of_one_speaker_flow_together() -> None:
    found = read(
        b"1\n00:00:01,000 --> 00:00:03,500\n<i>ADA: When did</i>\nyou come?\n\n"
        b"2\n00:00:04,000 --> 00:00:06,000\nBO: At noon.\n\n"
        b"3\n00:00:06,100 --> 00:00:08,000\n{\\an8}It was hot.\n"
        b"4\n01:00:08,100 --> 01:00:09,000\n- Really?\n- Yes.\n",
        name="a.srt",
    )
    assert (
        found.text == "ADA: When did you come?\n\nBO: At noon. It was hot.\n\n- Really?\n\n- Yes."
    )
    assert times(found) == [
        ("00:00:01.000", "ADA: When did you come?"),
        ("00:00:04.000", "BO: At noon."),
        ("00:00:06.100", "It was hot."),
        ("01:00:08.100", "- Really?"),
        ("01:00:08.100", "- Yes."),
    ]
    assert {m.kind for m in found.marks} == {"class"}
    assert found.media_type == "application/x-subrip"


def test_webvtt_voices_become_labels() -> None:
    found = read(
        b"WEBVTT - a talk\n\nNOTE not this\nnor this\n\nSTYLE\n::cue { color: red }\n\n"
        b"intro\n00:01.000 --> 00:02.000 align:start\n<v Ada Lee>Why &amp; how?</v>\n\n"
        b"00:02.000 --> 00:03.000\n<v.loud Bo>Because.\n\n"
        b"00:03.000 --> 00:05.000\n<v Bo>And <b>so</b>.\n",
        name="a.vtt",
    )
    assert found.text == "Ada Lee: Why & how?\n\nBo: Because. And so."
    assert times(found)[0] == ("00:00:01.000", "Why & how?")
    assert found.media_type == "text/vtt"


def test_a_pause_ends_a_paragraph_and_a_rolling_line_is_not_said_twice() -> None:
    cue = "{}\n00:00:{:02d},000 --> 00:00:{:02d},000\n{}\n\n"
    found = read(
        (
            cue.format(1, 1, 2, "We came.")
            + cue.format(2, 2, 3, "We came.\nWe saw.")
            + cue.format(3, 30, 31, "Then we left.")
        ).encode(),
        name="a.srt",
    )
    assert found.text == "We came. We saw.\n\nThen we left."


def test_japanese_cues_join_without_a_space() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\n駅で\n\n2\n00:00:02,000 --> 00:00:03,000\n待った。\n"
    assert read(text.encode(), name="a.srt").text == "駅で待った。"


def test_a_transcript_with_times_before_the_turns() -> None:
    found = read(
        b"Talk with Bo\n\n[00:00:01] ADA: Why?\n\n[00:00:05] BO: Because\nof rain.\n"
        b"[00:01:10] And sun.\n\n[00:02:00] ADA: Oh.\n",
        name="talk.txt",
    )
    assert found.text == "Talk with Bo\n\nADA: Why?\n\nBO: Because\nof rain. And sun.\n\nADA: Oh."
    assert times(found)[1] == ("00:00:05.000", "BO: Because\nof rain.")
    assert found.media_type == "text/plain"


def test_a_transcript_with_times_after_the_names() -> None:
    found = read(
        b"Ada Lee (00:01):\nWhy?\n\nBo (00:03):\nBecause.\n\nAda Lee (00:12):\nOh.\n",
        name="talk.txt",
    )
    assert found.text == "Ada Lee:\nWhy?\n\nBo:\nBecause.\n\nAda Lee:\nOh."


@pytest.mark.parametrize("data", [b"Why? Because.", b"1\n\n2\n", b"WEBVTT\n\nNOTE only\n"])
def test_a_file_without_cues_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match="no subtitles"):
        read(data, name="a.srt")
