"""Reads the bytes of one regular file, and nothing else."""

from __future__ import annotations

import os
import stat

MAX_BYTES = 8 * 1024 * 1024
"""The largest file that is read, in bytes."""


class UnreadableError(Exception):
    """A file cannot be read; `code` is the code of the problem."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """Return the bytes of the regular file at `path`. Raises UnreadableError; never waits for a pipe or a device."""
    try:
        _check(os.stat(path))  # noqa: PTH116
        file = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        try:
            _check(os.fstat(file))  # it may be another file by now
            return _read(file)
        finally:
            os.close(file)
    except FileNotFoundError:
        raise UnreadableError("missing-file", "there is no such file") from None
    except ValueError:  # a NUL in the path
        raise UnreadableError("missing-file", "no file can have this name") from None
    except OSError as error:
        raise UnreadableError("unreadable-file", f"the file cannot be read: {error.strerror or error}") from None


def _check(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableError("not-a-file", f"this is {_kind(status.st_mode)}, not a regular file")
    if status.st_size > MAX_BYTES:
        raise _too_large(f"{status.st_size:,}")


def _read(file: int) -> bytes:
    chunks = []
    room = MAX_BYTES + 1
    while room > 0 and (chunk := os.read(file, room)):
        chunks.append(chunk)
        room -= len(chunk)
    if room <= 0:
        raise _too_large(f"more than {MAX_BYTES:,}")
    return b"".join(chunks)


def _too_large(size: str) -> UnreadableError:
    return UnreadableError("too-large", f"the file has {size} bytes, but may have {MAX_BYTES:,}; split the piece")


def _kind(mode: int) -> str:
    for is_kind, name in (
        (stat.S_ISDIR, "a folder"),
        (stat.S_ISFIFO, "a pipe"),
        (stat.S_ISSOCK, "a socket"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISBLK, "a device"),
    ):
        if is_kind(mode):
            return name
    return "something else"
