"""From the lines that a page shows to those of its source: a line of HTML may show many, or a part of one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roundtable_tui.importers.imported import Imported
    from roundtable_tui.model import Section


def in_lines(imported: Imported, lines: Sequence[int]) -> Imported:
    """Return `imported`, whose line n is line `lines[n - 1]` of the source, with the lines of the source."""
    sections = tuple(_section(section, lines) for section in imported.transcript.sections)
    return replace(
        imported,
        transcript=replace(imported.transcript, sections=sections),
        set_aside=tuple(replace(one, line=lines[one.line - 1]) for one in imported.set_aside),
        doubts=tuple(replace(one, line=lines[one.line - 1]) for one in imported.doubts),
    )


def _section(section: Section, lines: Sequence[int]) -> Section:
    return replace(
        section,
        turns=tuple(replace(turn, line=lines[turn.line - 1] if turn.line else 0) for turn in section.turns),
        sections=tuple(_section(inner, lines) for inner in section.sections),
    )
