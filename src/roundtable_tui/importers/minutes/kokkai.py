"""The importer of what the API of the Diet's minutes answers (国会会議録検索システム, `recordPacking=json`)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from roundtable_tui.importers.failure import NotImportedError
from roundtable_tui.importers.gathering import Gathering
from roundtable_tui.importers.json.source_lines import SourceLines
from roundtable_tui.importers.json.values import parse
from roundtable_tui.importers.minutes.speech import split_speech
from roundtable_tui.model import Participant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roundtable_tui.importers.imported import Imported

_OURS = re.compile(r'\s*\{.*?"(?:meetingRecord|speechRecord)"\s*:\s*\[', re.DOTALL)
_NOBODY = "会議録情報"
"""The speaker that the API gives to what stands before the first speech: who is present, and the agenda."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class KokkaiImporter:
    """Reads what the API answers to `meeting` and to `speech`; see `Importer` for what each member does."""

    name = "kokkai"
    summary = "minutes of the Diet of Japan as the JSON of their API"

    def likeness(self, text: str) -> int:
        """Return 99 for an object that has a list of meetings or speeches, else 0."""
        return 99 if _OURS.match(text[:5000]) else 0

    def read(self, text: str) -> Imported:
        """Return the transcript of the speeches, each meeting a section where there are several.

        Raises NotImportedError where there is no speech in it.
        """
        meetings = list(_meetings(parse(text)))
        if not any(speeches for _meeting, speeches in meetings):
            raise NotImportedError("it holds no speech; ask the API for `meeting` or `speech`, not for `meeting_list`")
        gathering = Gathering()
        lines = SourceLines(text)
        for meeting, speeches in meetings:
            if len(meetings) > 1:
                gathering.head(_title(meeting))
            for speech in speeches:
                _gather(speech, lines.of(_text(speech, "speechID")), gathering)
        if not gathering.has_turns:
            raise NotImportedError("nobody says anything in its speeches")
        if len(meetings) > 1:
            names = "、".join(_title(meeting) for meeting, _speeches in meetings)
            gathering.report.wonder(1, names, "several meetings in one source; each is a section of one piece")
        return gathering.imported(**_fields(meetings[0][0], several=len(meetings) > 1))


def _meetings(document: object) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Yield each meeting with its speeches. Speeches of several meetings are put together by meeting."""
    if not isinstance(document, dict):
        raise NotImportedError("it is no object")
    for meeting in _objects(document.get("meetingRecord")):
        yield meeting, _objects(meeting.get("speechRecord"))
    by_issue: dict[str, list[dict[str, Any]]] = {}
    for speech in _objects(document.get("speechRecord")):
        by_issue.setdefault(_text(speech, "issueID"), []).append(speech)
    for speeches in by_issue.values():
        yield speeches[0], sorted(speeches, key=_order)


def _objects(value: object) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _order(speech: dict[str, Any]) -> int:
    order = speech.get("speechOrder")
    return order if isinstance(order, int) else 0


def _text(value: dict[str, Any], name: str) -> str:
    found = value.get(name)
    return str(found).strip() if isinstance(found, str | int) else ""


def _title(meeting: dict[str, Any]) -> str:
    session = _text(meeting, "session")
    parts = (
        f"第{session}回国会" if session else "",
        *(_text(meeting, name) for name in ("nameOfHouse", "nameOfMeeting")),
    )
    return " ".join(filter(None, (*parts, _text(meeting, "issue"))))


def _fields(meeting: dict[str, Any], *, several: bool) -> dict[str, Any]:
    day = _text(meeting, "date")
    return {
        "id": "",
        "title": "国会会議録" if several else _title(meeting),
        "publication": "国会会議録",
        "held": day if _DAY.fullmatch(day) and not several else "",
        "lang": "ja",
        "source": "" if several else _text(meeting, "meetingURL") or _text(meeting, "speechURL"),
    }


def _gather(speech: dict[str, Any], line: int, gathering: Gathering) -> None:
    speaker, words = _text(speech, "speaker"), str(speech.get("speech") or "")
    if not words.strip():
        return
    if speaker in ("", _NOBODY):
        for paragraph in filter(None, map(str.strip, words.splitlines())):
            gathering.narrate(paragraph, line=line)
        return
    position = "　".join(filter(None, (_text(speech, "speakerPosition"), _text(speech, "speakerRole"))))
    label, parts = split_speech(words, speaker)
    person = Participant(speaker, speaker, _text(speech, "speakerYomi"), _text(speech, "speakerGroup"), position)
    gathering.declare(person)
    if not any(narrated is False for narrated, _text_ in parts):
        gathering.report.leave(line, label, "names a speaker who says nothing")
    for narrated, text in parts:
        if narrated:
            gathering.narrate(text, line=line)
        else:
            gathering.speak(label, text, who=speaker, line=line)
