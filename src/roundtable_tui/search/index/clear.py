"""Taking indexes off the disk: this one, and those that earlier versions left behind."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from roundtable_tui.search.index.schema import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roundtable_tui.search.index.cache import Cache

_NAME = re.compile(r"search-(?P<version>[0-9]+)-(?P<library>[0-9a-f]{8})(?:-plain)?\.sqlite3(?P<rest>.*)", re.DOTALL)


def clear(cache: Cache) -> int:
    """Delete every index of the library of `cache`, and what was set aside; return how many bytes that were.

    Whoever reads it meanwhile begins a new one. Raises OSError where a file cannot be deleted.
    """
    cache.close()
    freed = 0
    for version, file in _of_library(Path(cache.path)):
        if version < VERSION or not file.name.endswith((".lock", ".guard")):
            freed += file.stat().st_size
            file.unlink(missing_ok=True)
    return freed


def clear_earlier(path: str) -> None:
    """Delete the indexes that earlier versions made of the library with the index at `path`. Raises OSError."""
    for version, file in _of_library(Path(path)):
        if version < VERSION:
            file.unlink(missing_ok=True)


def _of_library(path: Path) -> Iterator[tuple[int, Path]]:
    """Yield the files of every version, logs before their databases, which would be empty without but not broken."""
    own = _NAME.fullmatch(path.name)
    if own is None or not path.parent.is_dir():
        return
    for file in sorted(path.parent.iterdir(), reverse=True):
        name = _NAME.fullmatch(file.name)
        if name and name["library"] == own["library"]:
            yield int(name["version"]), file
