"""The cues of a file of captions, and whatever else stands between them (WebVTT, 4 Syntax; SubRip has no standard)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TIME = r"(?:(?P<{0}h>[0-9]{{1,9}}):)?(?P<{0}m>[0-9]{{1,2}}):(?P<{0}s>[0-9]{{1,2}})(?:[.,](?P<{0}f>[0-9]{{1,3}}))?"
_TIMING = re.compile(rf"\s*{_TIME.format('b')}\s*-+>\s*{_TIME.format('e')}(?P<settings>(?:\s.*)?)")
_SETTINGS = re.compile(r"(?:\s+(?:vertical|line|position|size|align|region|[XY][12]):\S+)*\s*")
_NUMBER = re.compile(r"[0-9]+|[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?:[/-][0-9]+)*")
"""What counts cues and says nothing: a number, or the identifiers that Teams writes."""

_BLOCKS = ("NOTE", "STYLE", "REGION")


@dataclass(frozen=True, slots=True)
class Text:
    """A line of a cue's text and its number in the source, from 1."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Cue:
    """What is shown from `begin` to `end`, in milliseconds from the beginning of the recording."""

    line: int
    begin: int
    end: int
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Rest:
    """A line that belongs to no cue's text, and what it is."""

    number: int
    text: str
    reason: str


def read_cues(text: str) -> Iterator[Cue | Rest]:
    """Yield the cues of `text`, and each other line that says something, in the order of the source.

    A cue ends at a blank line; where blank lines were lost, or stand inside a cue, at the next line of times.
    """
    lines = re.split(r"\r\n|\r|\n", text)
    timings = [(place, found) for place, line in enumerate(lines) if (found := _TIMING.fullmatch(line))]
    starts = [_start(lines, place) for place, _found in timings] + [len(lines)]
    yield from _around(lines, 0, starts[0])
    previous = starts[0]
    for (place, timing), end in zip(timings, starts[1:], strict=True):
        yield from _identifier(lines, previous, place)
        if not _SETTINGS.fullmatch(timing["settings"]):
            yield Rest(place + 1, timing["settings"].strip(), "stands behind the times of a cue")
        texts, rest = _body(lines, place + 1, end)
        yield Cue(place + 1, _milliseconds(timing, "b"), _milliseconds(timing, "e"), tuple(texts))
        yield from _around(lines, rest, end)
        previous = end


def _start(lines: Sequence[str], timing: int) -> int:
    """Return where the cue begins whose times stand at `timing`: at its identifier, if it has one."""
    above = lines[timing - 1].strip() if timing else ""
    alone = timing < 2 or not lines[timing - 2].strip()
    has_identifier = above and (_NUMBER.fullmatch(above) or (alone and not above.startswith(("WEBVTT", *_BLOCKS))))
    return timing - 1 if has_identifier else timing


def _identifier(lines: Sequence[str], start: int, timing: int) -> Iterator[Rest]:
    for place in range(start, timing):
        name = lines[place].strip()
        if name and not _NUMBER.fullmatch(name):
            yield Rest(place + 1, name, "the identifier of a cue")


def _body(lines: Sequence[str], start: int, end: int) -> tuple[list[Text], int]:
    """Return the text of a cue and where it ends: before a block of another kind, else at the next cue."""
    texts: list[Text] = []
    for place in range(start, end):
        line = lines[place].strip()
        if line.split(maxsplit=1)[:1] in [[name] for name in _BLOCKS] and not lines[place - 1].strip():
            return texts, place
        if line:
            texts.append(Text(place + 1, line))
    return texts, end


def _around(lines: Sequence[str], start: int, end: int) -> Iterator[Rest]:
    """Yield the lines of a part of the source in which no cue stands."""
    reason = ""
    for place in range(start, end):
        line = lines[place].strip()
        if not line:
            reason = ""
            continue
        if not reason:
            reason = _reason(line.removeprefix("\ufeff"))
        yield Rest(place + 1, line, reason)


def _reason(line: str) -> str:
    word = line.split(maxsplit=1)[0]
    names = {"WEBVTT": "the head of the file", "NOTE": "a comment", "STYLE": "a style sheet", "REGION": "a region"}
    return names.get(word, "stands outside of every cue")


def _milliseconds(timing: re.Match[str], which: str) -> int:
    hours, minutes, seconds = (int(timing[which + unit] or 0) for unit in "hms")
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + int((timing[which + "f"] or "0").ljust(3, "0"))
