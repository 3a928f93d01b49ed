"""What the importer has to say about the lines it read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.importers.imported import Doubt, SetAside

if TYPE_CHECKING:
    from roundtable_tui.importers.article.lines import Line


class Report:
    """Collects what was set aside and what is doubtful; each comes out in the order of the source."""

    def __init__(self) -> None:
        self._set_aside: dict[int, SetAside] = {}
        self._doubts: list[Doubt] = []

    def set_aside(self, line: Line, reason: str) -> None:
        """Say that `line` stands in no field as printed."""
        self._set_aside[line.number] = SetAside(line.number, line.text, reason)

    def doubt(self, line: Line, reason: str) -> None:
        """Say that `line` was read in a way that may be wrong."""
        self._doubts.append(Doubt(line.number, line.text, reason))

    @property
    def all_set_aside(self) -> tuple[SetAside, ...]:
        """Everything set aside, by line."""
        return tuple(self._set_aside[number] for number in sorted(self._set_aside))

    @property
    def all_doubts(self) -> tuple[Doubt, ...]:
        """Every doubt, by line."""
        return tuple(sorted(self._doubts, key=lambda doubt: doubt.line))
