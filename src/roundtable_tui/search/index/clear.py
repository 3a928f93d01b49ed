"""Taking the index off the disk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roundtable_tui.search.index.cache import Cache


def clear(cache: Cache) -> int:
    """Delete the index that `cache` keeps, and what was set aside of it; return how many bytes that were.

    Whoever reads it meanwhile begins a new one. Raises OSError where a file cannot be deleted.
    """
    path = Path(cache.path)
    cache.close()
    freed = 0
    # A log goes before its database, which would be empty without it but not broken.
    for part in sorted(path.parent.glob("*"), key=lambda part: part.name, reverse=True) if path.parent.is_dir() else ():
        if part.name.startswith(path.name) and not part.name.endswith((".lock", ".guard")):
            freed += part.stat().st_size
            part.unlink(missing_ok=True)
    return freed
