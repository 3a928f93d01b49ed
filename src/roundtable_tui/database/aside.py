"""Broken files keep lying where they are found, under another name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PARTS = ("-wal", "-shm", "-journal", "")
"""What the names of SQLite's files end with, the database last: a log left behind is played into the next file."""


def set_aside(path: Path) -> Path:
    """Rename the file at `path`, and what belongs to it, to the next free `….broken-<n>`; return its new path.

    Raises OSError.
    """
    count = 1
    while (aside := path.with_name(f"{path.name}.broken-{count}")).exists():
        count += 1
    for suffix in PARTS:
        part = path.with_name(path.name + suffix)
        if part.exists():
            part.rename(aside.with_name(aside.name + suffix))
    return aside


def delete(path: Path) -> None:
    """Delete the file at `path` and what belongs to it, whatever of it is there. Raises OSError."""
    for suffix in PARTS:
        path.with_name(path.name + suffix).unlink(missing_ok=True)
