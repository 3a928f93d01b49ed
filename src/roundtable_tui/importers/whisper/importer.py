"""The importer of recognised speech."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roundtable_tui.importers.failure import NotImportedError
from roundtable_tui.importers.gathering import Gathering
from roundtable_tui.importers.json.source_lines import SourceLines
from roundtable_tui.importers.json.values import parse
from roundtable_tui.importers.utterances import Utterance, turns
from roundtable_tui.importers.whisper.segments import LISTS, read_segment, segments_of
from roundtable_tui.text.scripts import has_kana

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roundtable_tui.importers.imported import Imported

_BEGINS = re.compile(r"\s*[\[{]")
_NAMES = re.compile(
    rf'"(?:{"|".join(LISTS)}|diarization)"\s*:\s*[\[{{]|^\s*\[\s*\{{[^{{}}]*"(?:start|startTime|speaker)"\s*:'
)
_ISO = re.compile("[a-z]{2,3}")


class WhisperImporter:
    """Reads the JSON of Whisper, whisper.cpp, whisperX and pyannote; see `Importer` for what each member does."""

    name = "whisper"
    summary = "recognised speech as JSON (Whisper, whisper.cpp, whisperX, pyannote)"

    def likeness(self, text: str) -> int:
        """Return 96 for JSON that has a list of segments, else 0."""
        return 96 if _BEGINS.match(text) and _NAMES.search(text) else 0

    def read(self, text: str) -> Imported:
        """Return the transcript of what was recognised; a speaker whom nobody named is `?`.

        Raises NotImportedError where the JSON has no segments, or nobody says anything in them.
        """
        document = parse(text)
        segments = segments_of(document)
        gathering = Gathering()
        for spoken in turns(_utterances(segments, SourceLines(text))):
            if spoken.label is None:
                gathering.narrate(spoken.text, at=spoken.at, line=spoken.line)
                continue
            if not spoken.label:
                gathering.report.wonder(spoken.line, spoken.text[:40], "it is not known who says this; shown as ?")
            gathering.speak(spoken.label, spoken.text, at=spoken.at, line=spoken.line)
        if not gathering.has_turns:
            raise NotImportedError("nobody says anything in it")
        if isinstance(document, dict):
            _leave_the_rest(document, segments, gathering)
        return gathering.imported(id="", title="", lang=_language(document, text))


def _utterances(segments: list[object], lines: SourceLines) -> Iterator[Utterance]:
    known = ""
    for place, value in enumerate(segments):
        for segment in read_segment(value, place):
            changes = segment.speaker != known or not place
            known = segment.speaker
            if segment.text:
                line = lines.of(segment.text)
                yield Utterance(segment.speaker, segment.text, segment.begin, segment.end, line, changes=changes)


def _leave_the_rest(document: dict[str, object], segments: list[object], gathering: Gathering) -> None:
    """Set aside the texts beside the segments that say something else than the segments do."""
    said = "".join(str(one.get("text", "")) for one in segments if isinstance(one, dict))
    for name, value in document.items():
        if isinstance(value, str) and name != "language" and "".join(value.split()) != "".join(said.split()):
            gathering.report.leave(1, value, f"`{name}`, beside the segments")


def _language(document: object, text: str) -> str:
    """Return the language that the program recognised, or Japanese where there are kana."""
    result = document.get("result") if isinstance(document, dict) else None
    for place in (document, result):
        if isinstance(place, dict) and _ISO.fullmatch(str(place.get("language", ""))):
            return str(place["language"])
    return "ja" if has_kana(text) else ""
