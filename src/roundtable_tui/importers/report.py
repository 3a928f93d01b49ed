"""What the importer has to say about the lines it read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.importers.imported import Doubt, SetAside

if TYPE_CHECKING:
    from roundtable_tui.importers.lines import Line


class Report:
    """Collects what was set aside and what is doubtful; each comes out in the order of the source."""

    def __init__(self) -> None:
        self._set_aside: dict[tuple[int, str], SetAside] = {}
        self._doubts: list[Doubt] = []

    def set_aside(self, line: Line, reason: str) -> None:
        """Say that `line` stands in no field as printed."""
        self.leave(line.number, line.text, reason)

    def leave(self, number: int, text: str, reason: str) -> None:
        """Say that `text`, all or a part of the line with that number, stands in no field as printed."""
        self._set_aside[number, text] = SetAside(number, text, reason)

    def doubt(self, line: Line, reason: str) -> None:
        """Say that `line` was read in a way that may be wrong."""
        self.wonder(line.number, line.text, reason)

    def wonder(self, number: int, text: str, reason: str) -> None:
        """Say that `text`, all or a part of the line with that number, was read in a way that may be wrong."""
        self._doubts.append(Doubt(number, text, reason))

    @property
    def all_set_aside(self) -> tuple[SetAside, ...]:
        """Everything set aside, by line."""
        return tuple(sorted(self._set_aside.values(), key=lambda one: one.line))

    @property
    def all_doubts(self) -> tuple[Doubt, ...]:
        """Every doubt, by line."""
        return tuple(sorted(self._doubts, key=lambda doubt: doubt.line))
