"""Somebody whom a source names as taking part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roundtable_tui.importers.lines import Line


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in a list of participants. `position` is organisation and role as printed, `name` as printed."""

    line: Line
    name: str
    position: str = ""
    kana: str = ""
