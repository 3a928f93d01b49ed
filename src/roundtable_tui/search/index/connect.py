"""Opening the file of an index: made where it is missing, refused where it is somebody else's."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING
from unicodedata import unidata_version

from roundtable_tui import __version__
from roundtable_tui.database.connection import closes_itself
from roundtable_tui.search.index.schema import APPLICATION, VERSION, statements

if TYPE_CHECKING:
    import sqlite3

READ_SECONDS = 10.0
"""How long a reader waits for a file that is locked: only for an instant, but for an index in memory."""
_WRITE_SECONDS = 60.0


class ForeignError(Exception):
    """The file is a database of another program."""


class OtherVersionError(Exception):
    """The file is an index, but of another library, version or Python."""


class UndoneError(Exception):
    """A writer was killed while it made the file, and only another writer may undo what it left half done."""


class DamagedError(Exception):
    """A checksum does not fit what the index cannot do without."""


class UnmadeError(Exception):
    """The file is empty: its tables are still to be made."""


REFUSALS = (ForeignError, OtherVersionError, UnmadeError, UndoneError, DamagedError, UnicodeDecodeError)
"""What opening raises besides errors of SQLite; a damaged file can make SQLite say things that are no text."""


def has_fts5() -> bool:
    """Return whether this Python's SQLite has FTS5."""
    import sqlite3

    with closing(sqlite3.connect(":memory:")) as database:
        return database.execute("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'").fetchone() is not None


def origin(root: str, grams: bool) -> str:
    """Return what an index of the library at `root` says of how it was made; Unicode's version decides the folding."""
    return ascii((__version__, VERSION, unidata_version, grams, root))


def uri(path: str, mode: str) -> str:
    """Return `path` as SQLite's URI with the `mode` ro, rw or rwc."""
    quoted = path.replace("\\", "/") if "\\" in path and path[1:2] == ":" else path
    for sign, code in (("%", "%25"), ("?", "%3f"), ("#", "%23")):
        quoted = quoted.replace(sign, code)
    return f"file:{'' if quoted.startswith('/') else '/'}{quoted}?mode={mode}"


def open_reading(name: str, made_by: str) -> sqlite3.Connection:
    """Return a read-only connection to the index at the URI `name`.

    Raises OtherVersionError, ForeignError, UndoneError, and sqlite3.Error where it is missing, damaged or closed to us.
    """
    import sqlite3

    database = sqlite3.connect(
        name,
        timeout=READ_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        factory=closes_itself(),
        uri=True,
    )
    try:
        database.execute("PRAGMA query_only = 1")
        check(database, made_by)
    except sqlite3.OperationalError as error:
        database.close()
        if error.sqlite_errorcode in (sqlite3.SQLITE_READONLY_ROLLBACK, sqlite3.SQLITE_READONLY_RECOVERY):
            raise UndoneError("a writer was killed") from error
        raise
    except BaseException:
        database.close()
        raise
    return database


def open_writing(name: str, made_by: str, grams: bool) -> sqlite3.Connection:
    """Return a connection to the index at the URI `name`, made where it is missing or empty. Raises as above."""
    import sqlite3

    from roundtable_tui.database.log import log_ahead

    database = sqlite3.connect(
        name,
        timeout=_WRITE_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        factory=closes_itself(),
        cached_statements=256,
        uri=True,
    )
    try:
        database.execute("BEGIN")
        made = _is_ours(database)  # before anything of another program's file is changed
        database.execute("COMMIT")
        if not made:
            database.execute("PRAGMA auto_vacuum = 0")
        if "vfs=memdb" not in name:
            log_ahead(database, _WRITE_SECONDS)
            database.execute("PRAGMA synchronous = NORMAL")
            database.execute("PRAGMA wal_autocheckpoint = 8000")
        database.execute("PRAGMA secure_delete = 0")
        database.execute("PRAGMA cache_size = -32000")
        if not made:
            _make(database, made_by, grams)
        check(database, made_by)
    except BaseException:
        database.close()
        raise
    return database


def has_its_tables(database: sqlite3.Connection, grams: bool) -> bool:
    """Return whether the tables are those of an index, and the one with the grams can be asked for something."""
    import sqlite3

    select = "SELECT type, name, sql FROM sqlite_schema ORDER BY name"
    with closing(sqlite3.connect(":memory:")) as model:
        for statement in statements(grams):
            model.execute(statement)
        same = model.execute(select).fetchall() == database.execute(select).fetchall()
    if same and grams:
        database.execute("SELECT rowid FROM gram WHERE gram MATCH 'x' LIMIT 1").fetchall()
    return same


def _make(database: sqlite3.Connection, made_by: str, grams: bool) -> None:
    """Make the tables, unless another process was faster."""
    database.execute("BEGIN IMMEDIATE")
    if not _is_ours(database):
        for statement in statements(grams):
            database.execute(statement)
        database.execute("INSERT INTO origin VALUES (?)", (made_by,))
        database.execute(f"PRAGMA application_id = {APPLICATION}")
    database.execute("COMMIT")


def check(database: sqlite3.Connection, made_by: str) -> None:
    """Raise ForeignError or OtherVersionError where the file is not the index that `made_by` describes.

    Raises UnmadeError where nothing is in it yet.
    """
    database.execute("BEGIN")
    try:
        if not _is_ours(database):
            raise UnmadeError("nothing is in it yet")
        if database.execute("SELECT made_by FROM origin").fetchall() != [(made_by,)]:
            raise OtherVersionError("made by another version")
    finally:
        database.execute("ROLLBACK")


def _is_ours(database: sqlite3.Connection) -> bool:
    """Return whether the file is an index and not empty; ask within a transaction. Raises ForeignError for others."""
    if database.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (0,):
        return False
    if database.execute("PRAGMA application_id").fetchone() != (APPLICATION,):
        raise ForeignError("a database of another program")
    return True
