"""Blank lines that were lost: where the blocks of an article begin, told from the lines themselves."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from roundtable_tui.importers.article.cast import is_cast_header, read_person
from roundtable_tui.importers.article.credits import is_credit
from roundtable_tui.importers.article.furniture import is_furniture
from roundtable_tui.importers.article.headings import heads
from roundtable_tui.importers.article.hits import labels_at
from roundtable_tui.importers.article.links import is_back_numbers
from roundtable_tui.importers.article.notes import is_note
from roundtable_tui.importers.article.pictures import is_caption
from roundtable_tui.importers.article.tail import NOTICE
from roundtable_tui.importers.article.talk import told
from roundtable_tui.importers.lines import ends_as_prose
from roundtable_tui.importers.speakers.voices import GENERIC, Voices, core

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roundtable_tui.importers.lines import Line
    from roundtable_tui.importers.report import Report
    from roundtable_tui.importers.speakers.person import Person

_FEWEST = 8
"""An article of fewer lines may do without a blank one."""

_SHORT = 12
"""The longest label, in code points, of somebody who is in no cast."""


def are_lost(lines: Sequence[Line]) -> bool:
    """Return whether no blank line divides `lines`, though there are many."""
    return len(lines) >= _FEWEST and not any(line.first for line in lines[1:])


def restored(lines: Sequence[Line], report: Report) -> Sequence[Line]:
    """Return `lines` with the blocks they had as far as can be told: above labels, headings, notes and narration."""
    breaks = _Breaks(lines)
    if not breaks.labels:
        return lines
    begins = {0, *(place for place in range(1, len(lines)) if breaks.begins(place))}
    ends = {place - 1 for place in begins} | {len(lines) - 1}
    report.doubt(lines[0], "the source has no blank lines; where turns, headings and notes end was told from the lines")
    return [replace(line, first=place in begins, last=place in ends) for place, line in enumerate(lines)]


class _Breaks:
    """What each line is, told without any block: one of the cast, a label, a heading, or none of them."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._cast = _cast(lines)
        people = [person for place in self._cast[1:] if (person := read_person(lines[place]))]
        self.labels = _labels(lines, people, set(self._cast))
        self._first, self._last = min(self.labels, default=0), max(self.labels, default=0)

    def begins(self, place: int) -> bool:
        """Return whether a block begins at `place`, which is not the first."""
        before, line = self._lines[place - 1], self._lines[place]
        if place in self._cast:
            return place == self._cast[0]
        if place in self.labels or place - 1 in self._cast or place < self._first:
            return True
        if place - 1 in self.labels and self.labels[place - 1]:
            return False
        if _is_apart(line) or _is_apart(before) or self._is_heading(place) or self._is_heading(place - 1):
            return True
        if is_credit(line.text) and place > self._last:
            return not is_credit(before.text)
        return place > self._last and bool(NOTICE.search(line.text) or is_credit(before.text))

    def _is_heading(self, place: int) -> bool:
        """Return whether headings alone stand from `place` to a label."""
        while place < len(self._lines) and place not in self.labels:
            line = self._lines[place]
            if place - 1 in self.labels and self.labels[place - 1]:
                return False
            if not heads(line, strict=True) or ends_as_prose(line.text):
                return False
            place += 1
        return place < len(self._lines) and place in self.labels


def _is_apart(line: Line) -> bool:
    text = line.text
    return is_note(text) or is_furniture(text) or told(line) is not None or is_back_numbers(text) or is_caption(text)


def _cast(lines: Sequence[Line]) -> range:
    """Return where the heading of the cast and its lines are; nothing where there is no such heading."""
    start = next((place for place, line in enumerate(lines) if is_cast_header(line.text)), None)
    if start is None:
        return range(0)
    end = start + 1
    placed = False
    while end < len(lines) and (person := read_person(lines[end])) is not None:
        if placed and not person.position:
            break  # those with a position are listed, and this is the first heading
        placed = bool(person.position)
        end += 1
    return range(start, end)


def _labels(lines: Sequence[Line], people: Sequence[Person], cast: set[int]) -> dict[int, bool]:
    """Return where turns begin, and whether the label is all that stands there."""
    voices = Voices(people)
    rest = [place for place in range(1, len(lines)) if place not in cast]
    short = Counter(core(lines[place].text) for place in rest if _is_short(lines, place))
    for label, times in short.items():
        if label and (times > 1 or label in GENERIC) and voices.find(label) is None:
            voices.add(label)
    found: dict[int, bool] = {}
    for place in rest:
        for label, _text in labels_at(lines[place]):
            if voices.find(label):
                found[place] = label == lines[place].text
                break
    return found


def _is_short(lines: Sequence[Line], place: int) -> bool:
    text = lines[place].text
    below = lines[place + 1].text if place + 1 < len(lines) else ""
    return len(text) <= _SHORT < len(below) and not ends_as_prose(text) and not is_furniture(text)
