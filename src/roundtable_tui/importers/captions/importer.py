"""The importers of captions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roundtable_tui.importers.captions.cues import Cue, read_cues
from roundtable_tui.importers.captions.labels import Labels
from roundtable_tui.importers.captions.markup import pieces_of
from roundtable_tui.importers.captions.rolling import without_repeats
from roundtable_tui.importers.captions.said import utterances
from roundtable_tui.importers.failure import NotImportedError
from roundtable_tui.importers.gathering import Gathering
from roundtable_tui.importers.utterances import turns
from roundtable_tui.text.scripts import has_kana

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roundtable_tui.importers.imported import Imported

_HEAD = re.compile(r"\ufeff?WEBVTT(?:[ \t]+(?:-+\s*)?(?P<title>[^\r\n]*\S))?[ \t]*(?:[\r\n]|$)")
_SRT = re.compile(r"(?:^|[\r\n])[0-9]+[ \t]*(?:\r\n|\r|\n)[ \t]*[0-9]+:[0-9]+:[0-9]+,[0-9]+[ \t]*-->")
_TIMES = re.compile(r"(?:^|[\r\n])[ \t]*(?:[0-9]+:)?[0-9]{1,2}:[0-9]{2}[.,][0-9]{1,3}[ \t]*-->")


class VttImporter:
    """Reads WebVTT, as Zoom, Teams and YouTube write it; see `Importer` for what each member does."""

    name = "vtt"
    summary = "captions in WebVTT"

    def likeness(self, text: str) -> int:
        """Return 100 for what begins as WebVTT does, 60 for other cues whose times have a point or no hours."""
        return 100 if _HEAD.match(text) else 60 if _TIMES.search(text) else 0

    def read(self, text: str) -> Imported:
        """Return the transcript of the captions `text`; raises NotImportedError where nobody says anything in them."""
        return _read(text)


class SrtImporter:
    """Reads SubRip captions; see `Importer` for what each member does."""

    name = "srt"
    summary = "captions in SubRip (.srt)"

    def likeness(self, text: str) -> int:
        """Return 95 where numbered cues have their times with a comma, else 0."""
        return 95 if _SRT.search(text) else 0

    def read(self, text: str) -> Imported:
        """Return the transcript of the captions `text`; raises NotImportedError where nobody says anything in them."""
        return _read(text)


def _read(text: str) -> Imported:
    gathering = Gathering()
    cues = []
    title = ""
    for found in read_cues(text):
        if isinstance(found, Cue):
            cues.append(found)
        elif found.number == 1 and (head := _HEAD.match(text)):
            title = head["title"] or ""
        else:
            gathering.report.leave(found.number, found.text, found.reason)
    for repeated in without_repeats(cues):
        gathering.report.leave(repeated.number, repeated.text, repeated.reason)
    labels = Labels(_beginnings(cues))
    _gather(cues, labels, gathering)
    if not gathering.has_turns:
        raise NotImportedError("no cue says anything; a cue is a line such as 00:01:02.000 --> 00:01:05.000, and text")
    japanese = any(has_kana(line.text) for cue in cues for line in cue.texts)
    return gathering.imported(id="", title=title, lang="ja" if japanese else "")


def _beginnings(cues: list[Cue]) -> Iterator[str]:
    """Yield the words with which each line begins that may name its speaker."""
    for cue in cues:
        for line in cue.texts:
            for piece in pieces_of(line.text)[:1]:
                if piece.voice is None:
                    yield piece.text


def _gather(cues: list[Cue], labels: Labels, gathering: Gathering) -> None:
    doubted: set[str] = set()
    unnamed = True
    for spoken in turns(utterances(cues, labels)):
        if spoken.label is None:
            gathering.narrate(spoken.text, at=spoken.at, line=spoken.line)
            continue
        if not spoken.text:
            gathering.report.leave(spoken.line, spoken.label, "names a speaker who says nothing")
            continue
        if not spoken.label and unnamed:
            gathering.report.wonder(spoken.line, spoken.text[:40], "no cue up to here names its speaker; shown as ?")
        elif labels.is_doubtful(spoken.label) and spoken.label not in doubted:
            gathering.report.wonder(spoken.line, spoken.label, "stands before a single cue; read as a speaker")
            doubted.add(spoken.label)
        unnamed = False
        gathering.speak(spoken.label, spoken.text, at=spoken.at, line=spoken.line)
