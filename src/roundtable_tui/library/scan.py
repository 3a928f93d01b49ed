"""What lies in a folder right now, and how a change of it is noticed without opening a file."""

import os
from collections.abc import Mapping
from typing import NamedTuple

from roundtable_tui.library.identity import is_transcript_name

_MASK = (1 << 63) - 1
"""File systems number files with 64 bits, SQLite's integers have 63 and a sign."""


class Stamp(NamedTuple):
    """What changes when a file does: its size in bytes, when it and its inode changed (nanoseconds), its number.

    The inode's time cannot be set by a program, so a file replaced by one of equal size and time is noticed too.
    """

    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int


SETTLING_NS = 2_000_000_000
"""How long a file is to be left alone before its stamp is believed, in nanoseconds."""

Snapshot = dict[str, Stamp]
"""The transcript files of a folder, by name."""

MISSING = Stamp(-1, 0, 0, 0)
"""The stamp of a name behind which there is no file, as with a symbolic link to nowhere."""


def scan(root: str) -> Snapshot:
    """Return the transcript files directly in the folder `root`. Raises OSError where it cannot be read."""
    found: Snapshot = {}
    with os.scandir(root) as files:
        for file in files:
            if _is_transcript(file):
                try:
                    found[file.name] = _stamp(file.stat())
                except OSError:
                    found[file.name] = MISSING
    return found


def names_in(root: str) -> list[str]:
    """Return the names of the files that `scan` finds, without asking for their stamps. Raises OSError as it does."""
    with os.scandir(root) as files:
        return [file.name for file in files if _is_transcript(file)]


def _is_transcript(file: os.DirEntry[str]) -> bool:
    """Return whether `file` has the name of a transcript and is no folder; a link that leads nowhere is none."""
    try:
        return is_transcript_name(file.name) and not file.is_dir()
    except OSError:
        return True


def signature(path: str | os.PathLike[str]) -> Stamp | None:
    """Return the stamp of one file, to be compared with a later one; None where there is no such file."""
    try:
        return _stamp(os.stat(path))  # noqa: PTH116
    except OSError:
        return None


def _stamp(status: os.stat_result) -> Stamp:
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino & _MASK)


def is_settled(stamp: Stamp, now: int) -> bool:
    """Return whether a file with that stamp, taken at `now` or later, cannot change again and keep the stamp.

    Two changes within one tick of a file system's clock (up to two seconds on FAT) leave the same time.
    """
    changed = stamp.mtime_ns if os.name == "nt" else stamp.ctime_ns
    return now - changed > SETTLING_NS


class Changes(NamedTuple):
    """The names of files that came, changed and went between two scans, each in alphabetical order."""

    added: tuple[str, ...]
    edited: tuple[str, ...]
    removed: tuple[str, ...]

    def __bool__(self) -> bool:
        return any(self)


def changes(before: Mapping[str, Stamp], after: Mapping[str, Stamp]) -> Changes:
    """Return what changed from one scan of a folder to a later one."""
    return Changes(
        added=tuple(sorted(after.keys() - before.keys())),
        edited=tuple(sorted(name for name in after.keys() & before.keys() if after[name] != before[name])),
        removed=tuple(sorted(before.keys() - after.keys())),
    )
