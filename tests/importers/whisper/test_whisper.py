"""The JSON that programs write which listen; every sample is of our own writing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.importers import NotImportedError, recognise
from roundtable_tui.importers.whisper import WhisperImporter

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable

    from roundtable_tui.importers import Imported


def read(document: object, **options: Any) -> Imported:
    text = json.dumps(document, **options)
    assert recognise(text).name == "whisper"
    return WhisperImporter().read(text)


def said(imported: Imported) -> list[tuple[str, str, str]]:
    return [(turn.shown_label, turn.text, turn.at) for turn in imported.transcript.turns]


def test_whisper_knows_no_speaker_and_pauses_make_paragraphs() -> None:
    imported = read(
        {
            "text": " 紙は減りました。 半分です。 ただ、",
            "language": "ja",
            "segments": [
                {"id": 0, "start": 0.0, "end": 1.5, "text": " 紙は減りました。", "tokens": [1, 2]},
                {"id": 1, "start": 1.5, "end": 2.0, "text": " 半分です。"},
                {"id": 2, "start": 9.25, "end": 10.0, "text": " ただ、"},
            ],
        }
    )
    assert said(imported) == [("?", "紙は減りました。半分です。\nただ、", "0:00:00")]
    assert imported.transcript.lang == "ja"
    assert imported.set_aside == ()
    assert len(imported.doubts) == 1


def test_whisperx_names_speakers_by_number() -> None:
    segments = [
        {"start": 0.5, "end": 1.5, "text": " How much less?", "speaker": "SPEAKER_00"},
        {"start": 1.5, "end": 2.0, "text": " Half.", "speaker": "SPEAKER_01"},
        {"start": 2.0, "end": 3.0, "text": " Or so.", "speaker": "SPEAKER_01"},
        {"start": 3.0, "end": 4.0, "text": " Who says this?"},
    ]
    imported = read({"segments": segments, "word_segments": [], "language": "en"}, indent=1)
    assert said(imported) == [
        ("SPEAKER_00", "How much less?", "0:00:00.500"),
        ("SPEAKER_01", "Half. Or so.", "0:00:01.500"),
        ("?", "Who says this?", "0:00:03"),
    ]
    assert [(doubt.line, doubt.text) for doubt in imported.doubts] == [(24, "Who says this?")]


def test_two_who_speak_in_one_segment_are_told_apart_by_their_words() -> None:
    words = [
        {"word": "Now?", "start": 1.0, "end": 1.2, "speaker": "A"},
        {"word": "Now.", "start": 1.3, "end": 1.4, "speaker": "B"},
        {"word": "Well."},
    ]
    imported = read([{"start": 1.0, "end": 2.0, "text": "Now? Now. Well.", "speaker": "A", "words": words}])
    assert said(imported) == [("A", "Now?", "0:00:01"), ("B", "Now. Well.", "0:00:01.300")]


def test_words_that_are_not_those_of_the_segment_decide_nothing() -> None:
    words = [{"word": "Now?", "speaker": "A"}, {"word": "Then.", "speaker": "B"}]
    imported = read([{"start": 1.0, "text": "Now? Then, perhaps.", "speaker": "A", "words": words}])
    assert said(imported) == [("A", "Now? Then, perhaps.", "0:00:01")]


def test_whisper_cpp_and_pyannote_have_lists_of_their_own() -> None:
    cpp = {
        "result": {"language": "ja"},
        "transcription": [{"timestamps": {"from": "00:00:01,000", "to": "00:00:02,000"}, "text": " はい。"}],
    }
    assert said(read(cpp)) == [("?", "はい。", "0:00:01")]
    turn = {"start": 61.2, "end": 62.0, "text": "はい。", "speaker": "SPEAKER_02"}
    assert said(read({"jobId": "x", "output": {"turnLevelTranscription": [turn]}})) == [
        ("SPEAKER_02", "はい。", "0:01:01.200")
    ]


def test_who_speaks_when_without_the_words_is_no_transcript() -> None:
    with pytest.raises(NotImportedError, match="but not what"):
        WhisperImporter().read('{"diarization": [{"start": 0, "end": 1, "speaker": "A"}]}')


@pytest.mark.parametrize("text", ['{"segments": []}', '{"segments": [{"start": 1}]}', '{"segments": 3}', "[", "[[[["])
def test_what_has_no_words_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(NotImportedError):
        WhisperImporter().read(text)


def test_a_text_that_the_segments_do_not_say_is_set_aside() -> None:
    imported = read({"text": "Yes. No.", "segments": [{"start": 0, "end": 1, "text": "Yes.", "speaker": "A"}]})
    assert [(one.text, one.reason) for one in imported.set_aside] == [("Yes. No.", "`text`, beside the segments")]


SEGMENT = st.fixed_dictionaries(
    {"text": st.text("紙Aa1。 !(♪", max_size=8)},
    optional={
        "speaker": st.sampled_from(["A", "SPEAKER_01", "青木", ""]),
        "start": st.floats(0, 1e6),
        "end": st.floats(0, 1e6),
        "words": st.lists(
            st.fixed_dictionaries(
                {"word": st.text("紙Aa", max_size=3)}, optional={"speaker": st.sampled_from(["A", "青木"])}
            ),
            max_size=3,
        ),
    },
)


@given(segments=st.lists(SEGMENT, min_size=1, max_size=6))
def test_nothing_that_is_said_is_lost(
    segments: list[dict[str, Any]],
    lost: Callable[[str, Imported], Counter[str]],
    in_order: Callable[[str, Imported], bool],
) -> None:
    words = "".join(segment["text"] for segment in segments)
    try:
        imported = WhisperImporter().read(json.dumps({"segments": segments}))
    except NotImportedError:
        assert not words.strip()
        return
    assert not lost(words, imported)
    assert in_order(words, imported)


def test_the_transcripts_of_podcasts_have_names_of_their_own() -> None:
    segment = {"speaker": "Ann", "startTime": 0.5, "endTime": 0.75, "body": "Yes."}
    assert said(read({"version": "1.0.0", "segments": [segment]})) == [("Ann", "Yes.", "0:00:00.500")]
