"""Gathers the problems of one file while it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.source.nodes import end_of
from roundtable_tui.source.problem import Problem

if TYPE_CHECKING:
    from roundtable_tui.source.nodes import Mark, Node


class Report:
    """The problems of the file at `path`, whose text is `text`.

    `refused` is true once something was found for which the file must not be opened. `stand_ins` maps a code point of
    `text` to what the file holds in its place (see `standins`).
    """

    def __init__(self, path: str, text: str = "", stand_ins: dict[int, str] | None = None) -> None:
        self.path = path
        self.text = text
        self.stand_ins = stand_ins or {}
        self.problems: list[Problem] = []
        self.refused = False
        self.may_have_comments = " #" in text or "\t#" in text

    def error(self, mark: Mark, code: str, message: str) -> None:
        """Add an error at `mark`: something could not be read as meant."""
        self.add(mark.line + 1, mark.column + 1, code, message)

    def warn(self, mark: Mark, code: str, message: str) -> None:
        """Add a warning at `mark`: text may have been lost or is doubtful."""
        self.add(mark.line + 1, mark.column + 1, code, message, warning=True)

    def refuse(self, mark: Mark, code: str, message: str) -> None:
        """Add an error at `mark` for which the file is not opened."""
        self.error(mark, code, message)
        self.refused = True

    def refuse_at(self, line: int, column: int, code: str, message: str) -> None:
        """Add an error at `line` and `column`, counted from 1, for which the file is not opened."""
        self.add(line, column, code, message)
        self.refused = True

    def add(self, line: int, column: int, code: str, message: str, *, warning: bool = False) -> None:
        """Add a problem at `line` and `column`, counted from 1; both 0 for the file as a whole."""
        self.problems.append(Problem(self.path, line, column, "warning" if warning else "error", code, message))

    def as_written(self, node: Node) -> str:
        """Return what the file holds where `node` stands, each line without its indentation."""
        written = self.text[node.start_mark.index : end_of(node)]
        return "\n".join(line.strip() for line in written.split("\n")).translate(self.stand_ins)

    def sorted(self) -> tuple[Problem, ...]:
        """Return the problems in the order of their places."""
        return tuple(sorted(self.problems))
