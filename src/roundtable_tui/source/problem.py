"""One thing that is wrong with a file, and where."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Problem(NamedTuple):
    """A problem of a transcript file; problems sort by their places.

    `line` and `column` count from 1 (columns in code points); 0 means the file as a whole. `level` is `error` where
    something could not be read as meant, `warning` where text may have been lost or is doubtful. `code` is a short
    stable name such as `unknown-key`; `message` says what was found and what would be right.
    """

    path: str
    line: int
    column: int
    level: Literal["error", "warning"]
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.level}: {self.message}"
