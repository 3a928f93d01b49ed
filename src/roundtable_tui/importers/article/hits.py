"""Where the turns begin: the lines that name a speaker."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from roundtable_tui.importers.article.credits import is_credit
from roundtable_tui.importers.article.furniture import is_furniture
from roundtable_tui.importers.article.headings import mark_of
from roundtable_tui.importers.article.lines import COLONS, Line, colons
from roundtable_tui.importers.article.notes import is_note
from roundtable_tui.importers.article.voices import GENERIC, Voice, Voices, core

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from roundtable_tui.importers.article.cast import Cast
    from roundtable_tui.importers.article.report import Report

LONGEST = 60
"""The longest label, in code points: a full title and a name."""

_SHORT = 12
"""The longest label, in code points, of somebody who is in no cast."""

_NO_LABEL = re.compile(r"[。、，．,.!！?？…「」『』※＊*#＃/／~～〜→]|^[\W\d_]+$|^[-‐-―─━]|[0-9]{2}")
_SENTENCE = re.compile(r"[。！？!?」）)…]$")


@dataclass(frozen=True, slots=True)
class Hit:
    """A line that begins a turn of `voice`: the label as printed, and the text that follows it on the line."""

    voice: Voice
    printed: str
    text: str = ""


def find_hits(lines: Sequence[Line], cast: Cast | None, report: Report) -> dict[int, Hit]:
    """Return the beginnings of turns by their place in `lines`, the cast block left out.

    A label is a declared name, or a short line that recurs (or 司会, 一同 …); one in no cast is reported as doubtful.
    """
    voices = Voices(cast.people if cast else ())
    inside = range(cast.start, cast.end) if cast else range(0)
    outside = {place: line for place, line in enumerate(lines) if place not in inside and place}
    declared = {place: hit for place, line in outside.items() if (hit := _hit(line, voices))}
    for label, line, times in _recurring(lines, outside, declared, inline=False):
        voices.add(label)
        report.doubt(line, f"read as the label of a speaker who is in no list of participants ({_times(times)})")
    if not voices.all:
        for label, line, times in _recurring(lines, outside, declared, inline=True):
            voices.add(label)
            report.doubt(line, f"{label}: read as a speaker, though no participants are listed ({_times(times)})")
    found = {place: hit for place, line in outside.items() if (hit := _hit(line, voices))}
    for hit in found.values():
        hit.voice.printed[hit.printed] += 1
    return found


def _times(times: int) -> str:
    return "once" if times == 1 else f"{times} times"


def _hit(line: Line, voices: Voices) -> Hit | None:
    """Return the turn that begins at `line`: a label alone, or a label, a colon and text."""
    if is_note(line.text):
        return None
    if len(line.text) <= LONGEST:
        voice = voices.find(line.text)
        if voice is not None:
            return Hit(voice, line.text.rstrip(COLONS).rstrip())
    for place in reversed([place for place in colons(line.text) if place <= LONGEST]):
        voice = voices.find(line.text[:place])
        text = line.text[place + 1 :].lstrip()
        if voice is not None and text:
            return Hit(voice, line.text[:place].rstrip(), text)
    return None


def _recurring(
    lines: Sequence[Line], outside: Mapping[int, Line], declared: Mapping[int, Hit], *, inline: bool
) -> list[tuple[str, Line, int]]:
    """Return labels in no cast with their first line and how often they occur: alone on a line, or before a colon."""
    first: dict[str, Line] = {}
    times: Counter[str] = Counter()
    for place, line in outside.items():
        if place in declared:
            continue
        label = _before_colon(line) if inline else _alone(lines, place)
        if label:
            times[core(label)] += 1
            first.setdefault(core(label), line)
    enough = {name for name in times if times[name] > 1 or (name in GENERIC and not inline)}
    return [(_label(first[name], inline=inline), first[name], times[name]) for name in first if name in enough]


def _label(line: Line, *, inline: bool) -> str:
    label = line.text[: next(colons(line.text))] if inline else line.text
    return label.rstrip(COLONS).strip()


def _alone(lines: Sequence[Line], place: int) -> str:
    """Return the line at `place` where it stands as labels do: short, and right above text."""
    line = lines[place]
    text = line.text.rstrip(COLONS)
    below = lines[place + 1] if place + 1 < len(lines) else None
    if below is None or not line.first or not _may_be_label(text):
        return ""
    directly = not below.first and len(below.text) > len(text)
    generic = core(text) in GENERIC
    return text if directly or (generic and _SENTENCE.search(below.text)) else ""


def _before_colon(line: Line) -> str:
    place = next(colons(line.text), None)
    if place is None or is_credit(line.text) or not line.text[place + 1 :].strip():
        return ""
    return line.text[:place] if _may_be_label(line.text[:place]) else ""


def _may_be_label(text: str) -> bool:
    return (
        0 < len(text) <= _SHORT
        and not _NO_LABEL.search(text)
        and not is_furniture(text)
        and (mark_of(text) is None or core(text) in GENERIC)
    )
