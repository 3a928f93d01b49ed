"""Reads the sections of a piece."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.model import Section
from roundtable_tui.source.fields import Fields
from roundtable_tui.source.nodes import Mapping, Sequence, kind_of

if TYPE_CHECKING:
    from roundtable_tui.source.nodes import Node
    from roundtable_tui.source.report import Report
    from roundtable_tui.source.turns import TurnReader

SECTION_KEYS = ("heading", "turns", "sections")


def read_sections(node: Node, turns: TurnReader, report: Report, path: tuple[int, ...] = ()) -> tuple[Section, ...]:
    """Return the sections listed in `node`, those inside `path`; the depth of a file bounds the recursion."""
    if not isinstance(node, Sequence):
        message = f"`sections` must be a list, each item beginning with `- `, but is {kind_of(node)}"
        report.error(node.start_mark, "wrong-kind", message)
    items = node.items if isinstance(node, Sequence) else [node]
    if not items:
        report.error(node.start_mark, "empty-section", "`sections` has no section")
    found: list[Section] = []
    for item in items:
        if isinstance(item, Mapping):
            found.append(_section(item, turns, report, (*path, len(found) + 1)))
        elif isinstance(node, Sequence):
            message = f"a section must be a mapping with `heading` and `turns`, but is {kind_of(item)}"
            report.error(item.start_mark, "wrong-kind", message)
    return tuple(found)


def _section(node: Mapping, turns: TurnReader, report: Report, path: tuple[int, ...]) -> Section:
    fields = Fields(node, SECTION_KEYS, report)
    spoken, inner = fields.get("turns"), fields.get("sections")
    if (spoken is None or _has_none(spoken)) and inner is None:
        report.error(node.start_mark, "empty-section", "this section has neither `turns` nor `sections`")
    if spoken and inner and spoken.start_mark.index > inner.start_mark.index:
        message = "`turns` must stand before `sections`, for that is how they are read"
        report.error(fields.marks["turns"], "turns-after-sections", message)
    return Section(
        path,
        fields.text("heading"),
        turns.read(spoken) if spoken else (),
        read_sections(inner, turns, report, path) if inner else (),
        node.start_mark.line + 1,
    )


def _has_none(node: Node) -> bool:
    return isinstance(node, Sequence) and not node.items
