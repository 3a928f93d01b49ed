"""Which failures of SQLite mean that a file is broken, and which that it cannot be used now."""

_UNUSABLE = frozenset({3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15, 17, 22, 23})
"""SQLite's PERM, ABORT, BUSY, LOCKED, NOMEM, READONLY, INTERRUPT, IOERR, FULL, CANTOPEN, PROTOCOL, SCHEMA, NOLFS and
AUTH: the file may be sound, but not for us, not now."""


def is_damage(error: Exception) -> bool:
    """Return whether `error` means that the file is broken or foreign, rather than busy, full, or closed to us.

    What comes without a code of SQLite's is damage too: text that is no UTF-8, a table that is not there.
    """
    code = getattr(error, "sqlite_errorcode", None)
    return not isinstance(error, OSError) and (code is None or code & 0xFF not in _UNUSABLE)
