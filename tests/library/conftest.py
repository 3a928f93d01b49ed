from __future__ import annotations

import time
from typing import TYPE_CHECKING, Protocol

import pytest

from roundtable_tui.library import Entry, Library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Open(Protocol):
    def __call__(self, root: Path, warn: Callable[[str], None] = ...) -> Library: ...


def later() -> int:
    """The clock once every file written by the test has settled."""
    return time.time_ns() + 3_600_000_000_000


@pytest.fixture
def open_library(tmp_path: Path) -> Open:
    """Open a library as a new process would, with its catalogue in a folder of the test."""

    def refuse(message: str) -> None:
        raise AssertionError(message)

    def opened(root: Path, warn: Callable[[str], None] = refuse) -> Library:
        return Library(root, cache=tmp_path / "cache", warn=warn, now=later)

    return opened


@pytest.fixture
def make_entry() -> Callable[..., Entry]:
    """Return a function that makes an entry from an id and what matters of the rest."""

    def make(piece: str, **fields: object) -> Entry:
        blank = dict.fromkeys(Entry._fields, "") | dict.fromkeys(("issue", "part", "parts"))
        numbers = dict.fromkeys(("turns", "sections", "characters", "errors", "warnings", "size", "mtime_ns"), 0)
        return Entry(**{**blank, **numbers, "participants": (), "id": piece, **fields})  # type: ignore[arg-type]

    return make
