"""What has been read of an article so far, except the talk itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from roundtable_tui.importers.report import Report

if TYPE_CHECKING:
    from roundtable_tui.model import Credit, Figure, Link


@dataclass(slots=True)
class Draft:
    """The fields of a transcript around its sections, filled line by line; what is empty was not printed."""

    report: Report = field(default_factory=Report)
    title: str = ""
    subtitle: str = ""
    series: str = ""
    publication: str = ""
    issue: int | None = None
    part: int | None = None
    parts: int | None = None
    previous: Link | None = None
    next: Link | None = None
    held: str = ""
    held_label: str = ""
    published: str = ""
    honorifics: str = ""
    image: Figure | None = None
    lead: list[str] = field(default_factory=list)
    notes: dict[str, str] = field(default_factory=dict)
    agenda: list[str] = field(default_factory=list)
    closing: list[str] = field(default_factory=list)
    credits: list[Credit] = field(default_factory=list)
    back_numbers: list[Link] = field(default_factory=list)
