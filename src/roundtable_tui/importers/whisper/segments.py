"""The segments in the JSON of several programs, each with its words, its times and perhaps its speaker."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from roundtable_tui.importers.failure import NotImportedError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LISTS = ("segments", "transcription", "turnLevelTranscription", "utterances")
"""Where the segments are: Whisper and whisperX, whisper.cpp, pyannote, others."""

_CLOCK = re.compile(r"(?:([0-9]{1,9}):)?([0-9]{1,2}):([0-9]{1,2})[.,]([0-9]{1,3})")


@dataclass(frozen=True, slots=True)
class Segment:
    """What `speaker` says (empty where it is not known) from `begin` to `end`, in milliseconds."""

    speaker: str
    text: str
    begin: int
    end: int


def segments_of(document: object) -> list[object]:
    """Return the segments of `document` as they stand. Raises NotImportedError where it has none with text."""
    found = _list(document)
    if found is None and isinstance(document, dict) and isinstance(document.get("output"), dict):
        found = _list(document["output"])
    if found is None:
        if isinstance(document, dict) and ("diarization" in document or "diarization" in str(document.get("output"))):
            raise NotImportedError("it says who speaks when, but not what; import what was made of it and the words")
        raise NotImportedError(f"it has no list of segments; known are {', '.join(LISTS)}")
    return found


def _list(value: object) -> list[object] | None:
    if isinstance(value, list):
        return value
    if isinstance(value, dict):
        return next((value[name] for name in LISTS if isinstance(value.get(name), list)), None)
    return None


def read_segment(value: object, place: int) -> Iterator[Segment]:
    """Yield what is said in the segment at `place` in the list, word by word where two speak in it.

    The transcripts of podcasts (podcast namespace) have `body`, `startTime` and `endTime`.

    Raises NotImportedError for what is no segment.
    """
    if isinstance(value, dict) and "text" not in value and isinstance(value.get("body"), str):
        value = {**value, "text": value["body"], "start": value.get("startTime"), "end": value.get("endTime")}
    if not isinstance(value, dict) or not isinstance(value.get("text"), str):
        raise NotImportedError(f"segment {place + 1} has no text")
    begin, end = _times(value)
    speaker = _speaker(value)
    words = value.get("words")
    spoken = [_speaker(word) for word in words if isinstance(word, dict)] if isinstance(words, list) else []
    if len({name for name in spoken if name}) > 1 and isinstance(words, list):
        runs = list(_runs(words, speaker))
        if "".join("".join(text for _name, text, _b, _e in runs).split()) == "".join(value["text"].split()):
            for name, text, first, last in runs:
                yield Segment(name, text, begin if first is None else first, end if last is None else last)
            return
    yield Segment(speaker, value["text"].strip(), begin, end)


def _runs(words: list[Any], speaker: str) -> Iterator[tuple[str, str, int | None, int | None]]:
    """Yield the words of a segment by speaker; a word without one is said by whoever said the word before."""
    name, text = speaker, ""
    begin: int | None = None
    end: int | None = None
    for word in words:
        if not isinstance(word, dict):
            continue
        says = _speaker(word) or name
        if says != name and text.strip():
            yield name, text.strip(), begin, end
            text, begin = "", None
        name = says
        written = str(word.get("word", word.get("text", "")))
        text += (" " if text and written[:1].isascii() and not written.startswith(" ") else "") + written
        if isinstance(word.get("start"), int | float):
            begin = _milliseconds(word["start"]) if begin is None else begin
            end = _milliseconds(word.get("end", word["start"]))
    if text.strip():
        yield name, text.strip(), begin, end


def _speaker(value: Mapping[str, Any]) -> str:
    speaker = value.get("speaker")
    return str(speaker).strip() if isinstance(speaker, str | int) and not isinstance(speaker, bool) else ""


def _times(value: Mapping[str, Any]) -> tuple[int, int]:
    """Return begin and end: seconds, or times as whisper.cpp writes them; what is not said is 0, or the begin."""
    offsets = value.get("offsets")
    if isinstance(offsets, dict) and isinstance(offsets.get("from"), int):
        end = offsets.get("to")
        return offsets["from"], end if isinstance(end, int) else offsets["from"]
    stamps = value.get("timestamps")
    if isinstance(stamps, dict):
        return _clock(str(stamps.get("from"))), _clock(str(stamps.get("to")))
    begin = _milliseconds(value.get("start"))
    return begin, _milliseconds(value.get("end")) or begin


def _clock(text: str) -> int:
    found = _CLOCK.fullmatch(text.strip())
    if not found:
        return 0
    hours, minutes, seconds = (int(part or 0) for part in found.groups()[:3])
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + int(found[4].ljust(3, "0"))


def _milliseconds(seconds: object) -> int:
    return round(seconds * 1000) if isinstance(seconds, int | float) and 0 <= seconds < 1e8 else 0
