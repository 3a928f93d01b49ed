"""What is wrong with the file of a piece."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.config.language import _
from roundtable_tui.tui.screens.sheet import SheetLine, SheetScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roundtable_tui.source.problem import Problem


class ProblemsScreen(SheetScreen):
    """Shows each problem with its place in the file."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        path = problems[0].path if problems else ""
        levels = {"error": _("error"), "warning": _("warning")}
        lines = [SheetLine(f"{each.line}:{each.column}", f"{levels[each.level]}: {each.message}") for each in problems]
        super().__init__(_("Problems"), [SheetLine(text=path, heading=True), *lines])
