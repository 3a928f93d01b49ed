"""Somebody whom a source names as taking part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roundtable_tui.importers.lines import Line


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in a list of participants. `position` is organisation and role as printed, `name` as printed.

    `called` is the label that is defined with the name: 架空市総務部長:青木(以下「青木」).
    """

    line: Line
    name: str
    position: str = ""
    kana: str = ""
    called: str = ""
