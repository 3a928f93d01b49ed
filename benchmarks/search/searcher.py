"""The process that searches, from outside."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, Self

from benchmarks.processes import peak_memory

if TYPE_CHECKING:
    from collections.abc import Mapping

_TOP = Path(__file__).resolve().parents[2]


class Answer(NamedTuple):
    """What a search came back with after so many `seconds`: hits in all, or the least there are if not `complete`."""

    seconds: float
    total: int
    complete: bool


class Searcher:
    """An engine over `library` in a process of its own. `opened` is how many seconds the engine took to be filled.

    To be used in a `with` statement, after which the process has ended.
    """

    def __init__(self, library: Path, environment: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.search.searching", str(library)],
            env=environment,
            cwd=_TOP,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        self.opened = float(self._line().split()[1])

    def ask(self, kind: Literal["first", "all"], query: str) -> Answer:
        """Return the answer to `query`: what there is after the reader's patience, or all."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{kind} {query}\n")
        self._process.stdin.flush()
        seconds, total, complete = self._line().split()
        return Answer(float(seconds), int(total), complete == "1")

    def memory(self) -> int:
        """Return the most bytes that the process held so far."""
        return peak_memory(self._process.pid)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()

    def _line(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"the process that searches ended with {self._process.wait()}")
        return line
