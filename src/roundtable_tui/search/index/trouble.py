"""What is to be done about a failure of SQLite."""

from __future__ import annotations

from typing import Literal

from roundtable_tui.search.index.connect import DamagedError, ForeignError, OtherVersionError, UndoneError, UnmadeError

Remedy = Literal["set aside", "make anew", "use memory", "try again", "raise"]

_DAMAGE = frozenset({11, 12, 16, 18, 19, 20, 24, 26})
"""CORRUPT, NOTFOUND, EMPTY, TOOBIG, CONSTRAINT, MISMATCH, FORMAT and NOTADB: what is there is not what we wrote."""
_CLOSED = frozenset({3, 8, 10, 13, 14, 15, 22, 23})
"""PERM, READONLY, IOERR, FULL, CANTOPEN, PROTOCOL, NOLFS and AUTH: the disk does not take it, or not from us."""
_BUSY = frozenset({5, 6, 17})
"""BUSY, LOCKED and SCHEMA: others are at it."""
_ERROR = 1


def remedy(error: Exception) -> Remedy:
    """Return what helps against `error`.

    What SQLite calls ERROR may be a broken schema or a wrong statement; it is damage for whoever looked at the file
    and could not read it, see `is_general`.
    """
    import sqlite3

    if isinstance(error, OtherVersionError):
        return "make anew"
    if isinstance(error, (DamagedError, ForeignError, UnicodeDecodeError)):
        return "set aside"
    if isinstance(error, (UnmadeError, UndoneError)):
        return "try again"
    if isinstance(error, OSError):
        return "use memory"
    if isinstance(error, (sqlite3.ProgrammingError, sqlite3.InterfaceError)):
        return "raise"
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:  # text that is no UTF-8
        return "set aside"
    return _remedy(code & 0xFF)


def _remedy(code: int) -> Remedy:
    if code in _DAMAGE:
        return "set aside"
    if code in _CLOSED:
        return "use memory"
    return "try again" if code in _BUSY else "raise"


def is_general(error: Exception) -> bool:
    """Return whether `error` is SQLite's ERROR, which says little."""
    return getattr(error, "sqlite_errorcode", None) == _ERROR
