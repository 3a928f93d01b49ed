"""Gathers the problems of one file while it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from roundtable_tui.source.nodes import end_of
from roundtable_tui.source.problem import Problem

if TYPE_CHECKING:
    from roundtable_tui.source.nodes import Mark, Node


MAX_PROBLEMS = 1000
"""How many problems of one file are listed; a file with more is not mended by reading on."""


class Report:
    """The problems of the file at `path`, whose text is `text`.

    `refused` is true once something was found for which the file must not be opened. `stand_ins` maps a code point of
    `text` to what the file holds in its place (see `standins`). Without `warnings` none is taken, and nobody need look
    for what only warns. `may_have_comments` and `may_have_escapes` are false where nobody need look for those: because
    of that, or because one look at the whole text has shown that no scalar has one.
    """

    def __init__(
        self, path: str, text: str = "", stand_ins: dict[int, str] | None = None, *, warnings: bool = True
    ) -> None:
        self.path = path
        self.warnings = warnings
        self.text = text
        self.stand_ins = stand_ins or {}
        self.problems: list[Problem] = []
        self.unlisted = 0
        self.unlisted_errors = False
        self.refused = False
        self.may_have_escapes = warnings and "\\" in text
        self.may_have_comments = warnings and (" #" in text or "\t#" in text)

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
        if warning and not self.warnings:
            return
        if self.is_full:
            self.unlisted += 1
            self.unlisted_errors |= not warning
        else:
            self.problems.append(Problem(self.path, line, column, "warning" if warning else "error", code, message))

    @property
    def is_full(self) -> bool:
        """Whether `MAX_PROBLEMS` are listed; what is added then is only counted."""
        return len(self.problems) >= MAX_PROBLEMS

    def as_written(self, node: Node) -> str:
        """Return what the file holds where `node` stands, each line without its indentation."""
        written = self.text[node.start_mark.index : end_of(node)]
        return "\n".join(line.strip() for line in written.split("\n")).translate(self.stand_ins)

    def finish(self) -> tuple[Problem, ...]:
        """Return the problems in the order of their places; one of the file as a whole tells of those not listed."""
        if self.unlisted:
            level: Literal["error", "warning"] = "error" if self.unlisted_errors else "warning"
            message = f"the file has more than {MAX_PROBLEMS:,} problems; the others are not listed"
            self.problems.append(Problem(self.path, 0, 0, level, "too-many-problems", message))
        return tuple(sorted(self.problems))
