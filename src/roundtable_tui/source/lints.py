"""Finds where YAML loses or alters text without a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roundtable_tui.source.nodes import Node
    from roundtable_tui.source.report import Report


def check_text(node: Node, report: Report) -> None:
    """Warn where the free text of `node` is cut off by a comment or gets spaces from being folded."""
