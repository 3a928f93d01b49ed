"""The file that holds what must not be lost: opened late, never deleted, left alone where it is not understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.config.language import _
from roundtable_tui.database.aside import set_aside
from roundtable_tui.database.connection import closes_itself
from roundtable_tui.database.damage import is_damage
from roundtable_tui.database.log import log_ahead

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

APPLICATION = 0x526F7553
"""SQLite's application id of a state file ("RouS")."""

SCHEMA: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE place (
            library NOT NULL, piece NOT NULL, turn INTEGER, section TEXT NOT NULL, offset INTEGER NOT NULL,
            turn_hash TEXT NOT NULL, saved_at INTEGER NOT NULL, PRIMARY KEY (library, piece)
        ) WITHOUT ROWID""",
        "CREATE TABLE last_piece (library PRIMARY KEY NOT NULL, piece NOT NULL) WITHOUT ROWID",
    ),
    (
        """CREATE TABLE speaker (
            series NOT NULL, name NOT NULL, colour INTEGER NOT NULL, PRIMARY KEY (series, name)
        ) WITHOUT ROWID""",
    ),
    # Numbered, not timed: a clock that goes backwards would put the newest query last.
    (
        """CREATE TABLE query (
            number INTEGER PRIMARY KEY AUTOINCREMENT, library NOT NULL, text NOT NULL, UNIQUE (library, text)
        )""",
    ),
    # A name is one however it is spaced; of two colours that its spellings had, one stays.
    (
        """UPDATE OR IGNORE speaker SET name = replace(replace(name, ' ', ''), '\u3000', '')
            WHERE typeof(name) = 'text'""",
    ),
    # What was chosen while reading, such as a theme.
    ("CREATE TABLE choice (name PRIMARY KEY NOT NULL, value NOT NULL) WITHOUT ROWID",),
    # What stands around a place, and places outside the turns. Visits are numbered for the same reason as queries.
    (
        "ALTER TABLE place ADD COLUMN part NOT NULL DEFAULT ''",
        "ALTER TABLE place ADD COLUMN number INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE place ADD COLUMN before NOT NULL DEFAULT ''",
        "ALTER TABLE place ADD COLUMN after NOT NULL DEFAULT ''",
        "ALTER TABLE place ADD COLUMN visit INTEGER NOT NULL DEFAULT 0",
        "UPDATE place SET visit = saved_at",
        "CREATE INDEX place_visit ON place (visit)",
        """CREATE TABLE jump (
            library NOT NULL, position INTEGER NOT NULL, piece NOT NULL, turn INTEGER, section TEXT NOT NULL,
            offset INTEGER NOT NULL, turn_hash TEXT NOT NULL, part NOT NULL, number INTEGER NOT NULL,
            before NOT NULL, after NOT NULL, PRIMARY KEY (library, position)
        ) WITHOUT ROWID""",
        "CREATE TABLE jumped (library PRIMARY KEY NOT NULL, position INTEGER NOT NULL) WITHOUT ROWID",
        """CREATE TABLE bookmark (
            id INTEGER PRIMARY KEY AUTOINCREMENT, library NOT NULL, piece NOT NULL, turn INTEGER,
            section TEXT NOT NULL, offset INTEGER NOT NULL, turn_hash TEXT NOT NULL, part NOT NULL,
            number INTEGER NOT NULL, before NOT NULL, after NOT NULL, note NOT NULL, title NOT NULL,
            label NOT NULL, text NOT NULL, made_at INTEGER NOT NULL
        )""",
        "CREATE INDEX bookmark_piece ON bookmark (library, piece)",
        """CREATE TABLE progress (
            library NOT NULL, piece NOT NULL, spans TEXT NOT NULL, seen INTEGER NOT NULL, turns INTEGER NOT NULL,
            PRIMARY KEY (library, piece)
        ) WITHOUT ROWID""",
    ),
)
"""What leads from one version of the schema to the next; `user_version` counts the steps a file has taken.

A step is never changed once it was released; what comes later is a step of its own.
"""

_BUSY_SECONDS = 1.0


class NewerSchemaError(Exception):
    """The file was made by a later version of the program."""


class ForeignError(Exception):
    """The file is a database of another program."""


def open_database(path: Path, warn: Callable[[str], None]) -> sqlite3.Connection | None:
    """Return the database at `path`, made or brought up to date where needed, or None where it cannot be used.

    A damaged file is set aside as `….broken-<n>` and begun anew; a newer one, a read-only one and one that is locked
    for longer than a second are left alone. `warn` is told about each in one line.
    """
    import sqlite3

    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            return _open(path)
        except (sqlite3.Error, ForeignError) as error:
            if not is_damage(error):
                raise
            replace_damaged(path, warn)
            return _open(path)
    except NewerSchemaError:
        warn(_("{path} was written by a newer roundtable and is left alone; nothing is kept").format(path=path))
    except (OSError, sqlite3.Error, ForeignError) as error:
        warn(_("{path} cannot be used, so nothing is kept: {reason}").format(path=path, reason=error))
    return None


def replace_damaged(path: Path, warn: Callable[[str], None]) -> None:
    """Set the file at `path` aside and tell `warn`. Raises OSError."""
    aside = set_aside(path)
    warn(_("{path} was damaged; it is kept as {aside} and a new one is begun").format(path=path, aside=aside.name))


def _open(path: Path) -> sqlite3.Connection:
    import sqlite3

    # Autocommit, with transactions spelt out; the owner serialises the threads.
    database = sqlite3.connect(
        path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False, factory=closes_itself()
    )
    try:
        # One look at one instant: another process may be making the file just now.
        database.execute("BEGIN")
        version = _version(database)
        database.execute("COMMIT")
        if version < len(SCHEMA):
            _upgrade(database)
        database.execute("PRAGMA synchronous = NORMAL")
    except BaseException:
        database.close()
        raise
    return database


def _version(database: sqlite3.Connection) -> int:
    """Return how many steps the file has taken; ask within a transaction. Raises ForeignError and NewerSchemaError."""
    version: int = database.execute("PRAGMA user_version").fetchone()[0]
    if database.execute("PRAGMA application_id").fetchone() != (APPLICATION,):
        if version or database.execute("SELECT count(*) FROM sqlite_schema").fetchone() != (0,):
            raise ForeignError("a database of another program")
        return 0
    if version > len(SCHEMA):
        raise NewerSchemaError
    return version


def _upgrade(database: sqlite3.Connection) -> None:
    log_ahead(database, _BUSY_SECONDS)
    database.execute("BEGIN IMMEDIATE")
    try:
        for step in SCHEMA[_version(database) :]:
            for statement in step:
                database.execute(statement)
        database.execute(f"PRAGMA application_id = {APPLICATION}")
        database.execute(f"PRAGMA user_version = {len(SCHEMA)}")
        database.execute("COMMIT")
    except BaseException:
        database.execute("ROLLBACK")
        raise
