"""The catalogue on disk: what was learnt of each file, so that a large library opens without reading it again.

It can be deleted at any time and is deleted at any doubt; nothing but time is lost with it.
"""

from __future__ import annotations

import gc
import os
from binascii import crc32
from contextlib import closing, suppress
from typing import TYPE_CHECKING, TypeVar

from roundtable_tui import __version__
from roundtable_tui.config.folders import cache_folder
from roundtable_tui.config.language import _
from roundtable_tui.library.entry import Entry
from roundtable_tui.library.identity import stem
from roundtable_tui.library.learnt import Learnt
from roundtable_tui.library.scan import Stamp

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Mapping

VERSION = 1
"""Raised with every change of the table or of what is learnt; it is part of the file's name."""

_APPLICATION = 0x526F7543
"""SQLite's application id of a catalogue ("RouC"), so that another program's file is not taken for one."""

_BUSY_SECONDS = 2.0
_FACTS = Entry._fields[2:-2]
_COLUMNS = ("name", *_FACTS, *Stamp._fields)
_SELECT = f"SELECT name, NULL, {', '.join(_COLUMNS[1:])} FROM piece"
"""The columns in the order of an entry's fields, and the rest of the stamp after them."""
_PARTICIPANTS = Entry._fields.index("participants")

Result = TypeVar("Result")


class NotOursError(Exception):
    """The file is no catalogue of this library made by this version."""


class Catalogue:
    """The catalogue of the library at `root` (a resolved path), in `folder`, or the platform's cache folder for None.

    Every call opens the file and closes it again, so any thread and any number of processes may use it. Where it
    cannot be used, nothing is remembered: `warn` is told so once, in one line, and `read` returns nothing.
    """

    def __init__(self, root: str, folder: str | os.PathLike[str] | None, warn: Callable[[str], None]) -> None:
        self._root = root
        self._made_by = ascii((__version__, root, _COLUMNS))
        self._warn = warn
        self._usable = True
        try:
            name = f"catalogue-{VERSION}-{crc32(os.fsencode(root)):08x}.sqlite3"
            self.path = os.path.join(folder or cache_folder(), name)  # noqa: PTH118
        except OSError as error:
            self.path = os.devnull
            self._give_up(error)

    def read(self) -> dict[str, Learnt]:
        """Return what is known of the library's files, by file name; their ids are their stems."""
        if not self._usable or not os.path.exists(self.path):  # noqa: PTH110
            return {}
        return self._attempt(self._select) or {}

    def write(self, learnt: Mapping[str, Learnt], gone: Iterable[str] = ()) -> None:
        """Remember what is settled of `learnt`, by file name, and forget the files `gone`, in one transaction."""
        self._attempt(lambda database: self._replace(database, learnt, gone))

    def _attempt(self, work: Callable[[sqlite3.Connection], Result]) -> Result | None:
        """Return what `work` does with the open file, which is begun anew once if it is damaged or not ours."""
        import sqlite3

        for last in (False, True):
            if not self._usable:
                break
            try:
                return self._with_database(work)
            except (OSError, sqlite3.Error, NotOursError, TypeError, ValueError) as error:
                from roundtable_tui.database.damage import is_damage

                if last or not is_damage(error):
                    self._give_up(error)
                else:
                    self._discard()
        return None

    def _with_database(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        import sqlite3

        os.makedirs(os.path.dirname(self.path), mode=0o700, exist_ok=True)  # noqa: PTH103, PTH120
        with closing(sqlite3.connect(self.path, timeout=_BUSY_SECONDS, isolation_level=None)) as database:
            if database.execute("PRAGMA application_id").fetchone() != (_APPLICATION,):
                self._create(database)
            if database.execute("SELECT made_by FROM origin").fetchall() != [(self._made_by,)]:
                raise NotOursError(self.path)
            return work(database)

    def _create(self, database: sqlite3.Connection) -> None:
        """Make the tables of an empty file. Raises NotOursError where the file holds something else."""
        database.execute("BEGIN IMMEDIATE")
        if database.execute("PRAGMA application_id").fetchone() == (_APPLICATION,):
            database.execute("ROLLBACK")  # another process was faster
            return
        if database.execute("SELECT count(*) FROM sqlite_schema").fetchone() != (0,):
            raise NotOursError(self.path)
        database.execute(f"CREATE TABLE piece ({_COLUMNS[0]} PRIMARY KEY, {', '.join(_COLUMNS[1:])}) WITHOUT ROWID")
        database.execute("CREATE TABLE origin (made_by TEXT)")
        database.execute("INSERT INTO origin VALUES (?)", (self._made_by,))
        database.execute(f"PRAGMA application_id = {_APPLICATION}")
        database.execute("COMMIT")

    def _select(self, database: sqlite3.Connection) -> dict[str, Learnt]:
        known = {}
        folder = os.path.join(self._root, "")  # noqa: PTH118
        collecting = gc.isenabled()
        gc.disable()  # all of it stays, and looking through it again and again costs a tenth of a large library
        try:
            for row in database.execute(_SELECT):
                fields = list(row)
                name = row[0] if isinstance(row[0], str) else os.fsdecode(row[0])
                fields[0] = stem(name)
                fields[1] = folder + name
                fields[_PARTICIPANTS] = _unpacked(row[_PARTICIPANTS])
                known[name] = Learnt(Stamp._make(row[-4:]), Entry._make(fields[:-2]))
        finally:
            if collecting:
                gc.enable()
        return known

    def _replace(self, database: sqlite3.Connection, learnt: Mapping[str, Learnt], gone: Iterable[str]) -> None:
        database.execute("BEGIN IMMEDIATE")
        database.executemany("DELETE FROM piece WHERE name = ?", [(_key(name),) for name in (*gone, *learnt)])
        insert = f"INSERT INTO piece ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"
        for name, (stamp, entry, settled) in learnt.items():
            if not settled:
                continue
            facts = entry._replace(participants=_packed(entry.participants))[2:-2]  # type: ignore[arg-type]
            # A number beyond 64 bits or a lone surrogate cannot be kept: that file is read again the next time.
            with suppress(OverflowError, UnicodeEncodeError):
                database.execute(insert, (_key(name), *facts, *stamp))
        database.execute("COMMIT")

    def _discard(self) -> None:
        """Delete the file, its journal first: a journal left behind would be played into the next file."""
        from roundtable_tui.database.aside import PARTS

        for suffix in PARTS:
            try:
                os.unlink(self.path + suffix)  # noqa: PTH108
            except FileNotFoundError:
                continue
            except OSError as error:
                self._give_up(error)

    def _give_up(self, error: Exception) -> None:
        if self._usable:
            self._usable = False
            message = _("the catalogue {path} cannot be used, so every file is read: {reason}")
            self._warn(message.format(path=self.path, reason=error))


def _key(name: str) -> str | bytes:
    """Return the file name as SQLite can keep it: its bytes where it is no Unicode text."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return os.fsencode(name)
    return name


def _packed(texts: tuple[str, ...]) -> str:
    r"""Return `texts` as one text, a line each; a line break inside one is written `\n` and a backslash `\\`."""
    return "\n".join(text.replace("\\", "\\\\").replace("\n", "\\n") for text in texts) + ("\n" if texts else "")


def _unpacked(text: str) -> tuple[str, ...]:
    """Return what `_packed` packed."""
    if not text:
        return ()
    lines = text[:-1].split("\n")
    if "\\" not in text:
        return tuple(lines)
    return tuple("\\".join(part.replace("\\n", "\n") for part in line.split("\\\\")) for line in lines)
