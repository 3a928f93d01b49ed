"""The file of the index: opened, shared, set aside when it is broken, and replaced by memory where no disk takes it."""

from __future__ import annotations

import os
from _thread import RLock, allocate_lock
from binascii import crc32
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING, Literal, TypeVar

from roundtable_tui.config.folders import cache_folder
from roundtable_tui.config.language import _
from roundtable_tui.search.index import connect
from roundtable_tui.search.index.reader import Reader
from roundtable_tui.search.index.schema import VERSION

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator

    from roundtable_tui.search.index.lock import FileLock

Result = TypeVar("Result")

_TRIES = 3


class Cache:
    """The index of the library at `root` (a resolved path), in `folder`, or in the platform's cache folder for None.

    It is made where it is missing. A damaged or foreign file in its place is set aside, one of another version is
    made anew, and where the disk takes nothing the index is in memory (`where`), for this process alone: `warn` is
    told about each in one line. `has_grams` is false where SQLite has no FTS5 (`fts5` says so for a test): then there
    is no table `gram` and every row has to be looked at. Any thread may call any method.
    """

    def __init__(
        self,
        root: str,
        folder: str | os.PathLike[str] | None = None,
        warn: Callable[[str], None] = lambda message: None,
        *,
        fts5: bool | None = None,
    ) -> None:
        self.root = root
        self.where: Literal["disk", "memory"] = "disk"
        self._warn = warn
        self.has_grams = connect.has_fts5() if fts5 is None else fts5
        if not self.has_grams:
            warn(_("this Python's SQLite has no FTS5, so every search looks through all of the text"))
        self._made_by = connect.origin(root, self.has_grams)
        self._lock = allocate_lock()
        self._mending = RLock()
        self._said_stays = False
        self._mended = 0
        self._idle: list[Reader] = []
        self._doubtful: set[int] = set()
        self._generation = 0
        self._inode = -1
        self._memory: sqlite3.Connection | None = None
        self._uri = ""
        self.path = ""
        try:
            plain = "" if self.has_grams else "-plain"
            name = f"search-{VERSION}-{crc32(os.fsencode(root)):08x}{plain}.sqlite3"
            self.path = os.path.join(folder or cache_folder(), name)  # noqa: PTH118
            os.makedirs(os.path.dirname(self.path), mode=0o700, exist_ok=True)  # noqa: PTH103, PTH120
        except OSError as error:
            self._into_memory(error)

    def __enter__(self) -> Cache:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection that is not in use; those in use are closed when they are given back."""
        self._forget()
        last, self._memory = self._memory, None
        if last:
            last.close()

    def read(self, work: Callable[[Reader], Result]) -> Result:
        """Return what `work` does with a reader that nobody else has meanwhile.

        Where the file turns out to be damaged it is set aside, and `work` is done again on a new, empty one. Raises
        sqlite3.OperationalError where `work` was interrupted.
        """
        left = _TRIES
        while True:
            left -= 1
            mended = self._mended
            try:
                return self._read(work)
            except failures() as error:
                if not left or not self.mend(error, mended):
                    raise

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """Give a connection for writing, open for as long as the caller needs it; what is not committed is undone.

        Raises what `mend` takes.
        """
        database = self._open_writing()
        try:
            yield database
        finally:
            if database.in_transaction:
                with suppress(*failures()):
                    database.execute("ROLLBACK")
            database.close()

    def writers_lock(self) -> FileLock | None:
        """Return the lock that one writer holds at a time; None in memory, which has no other."""
        from roundtable_tui.search.index.lock import FileLock

        return FileLock(self.path + ".lock") if self.where == "disk" else None

    @property
    def mended(self) -> int:
        """How often another index has been begun; `mend` is to know what it was before something failed."""
        return self._mended

    def mend(self, error: Exception, mended: int) -> bool:
        """Do what helps against `error`, which reading or writing raised; return whether to try again.

        A damaged file is set aside, one of another version deleted, and where the disk takes nothing the index is in
        memory from now on, with what the disk has. One too large for that stays as it is.
        """
        from roundtable_tui.search.index.trouble import is_general, remedy

        with self._mending:
            if mended != self._mended:
                return True  # another thread has just done it
            what = remedy(error)
            if is_general(error):
                what = "raise" if self._is_sound() else "set aside"
            if what == "use memory":
                return self._into_memory(error)
            if what in ("set aside", "make anew"):
                self._replace(keep=what == "set aside")
            return what != "raise"

    def _read(self, work: Callable[[Reader], Result]) -> Result:
        generation, reader = self._take()
        try:
            reader.database.execute("BEGIN")  # all that `work` sees is of one instant
            return work(reader)
        finally:
            with suppress(*failures()):
                reader.database.execute("COMMIT")
            with self._lock:
                keep = generation == self._generation
                if keep:
                    self._idle.append(reader)
            if not keep:
                reader.database.close()
            self._mark_doubtful()

    def _take(self) -> tuple[int, Reader]:
        """Return a reader and the generation of files it belongs to."""
        if self.where == "disk" and self._inode != _inode(self.path):
            self._forget()
        with self._lock:
            generation = self._generation
            if self._idle:
                return generation, self._idle.pop()
        database = self._open_reading()
        with self._lock:
            if generation == self._generation:
                self._inode = _inode(self.path)
        return generation, Reader(database, self.has_grams, self._doubtful.add)

    def _open_reading(self) -> sqlite3.Connection:
        if self.where == "memory" or os.path.exists(self.path):  # noqa: PTH110
            with suppress(connect.UnmadeError, connect.UndoneError):
                return connect.open_reading(self._name("ro"), self._made_by)
        self._open_writing().close()
        if self.where == "disk":
            from roundtable_tui.search.index.clear import clear_earlier

            with suppress(OSError):
                clear_earlier(self.path)
        return connect.open_reading(self._name("ro"), self._made_by)

    def _open_writing(self) -> sqlite3.Connection:
        return connect.open_writing(self._name("rwc"), self._made_by, self.has_grams)

    def _name(self, mode: str) -> str:
        return connect.uri(self.path, mode) if self.where == "disk" else self._uri

    def _forget(self) -> None:
        """Close the idle readers; those in use are closed when they come back."""
        with self._lock:
            self._generation += 1
            idle, self._idle = self._idle, []
        for reader in idle:
            reader.database.close()

    def _is_sound(self) -> bool:
        """Return whether the tables of the file are there as they were made."""
        try:
            with closing(connect.open_reading(self._name("ro"), self._made_by)) as database:
                return connect.has_its_tables(database, self.has_grams)
        except failures():
            return False

    def _replace(self, *, keep: bool) -> None:
        """Make room for a new file, unless another process has just done so; `keep` the old one under another name."""
        from pathlib import Path

        from roundtable_tui.database.aside import delete, set_aside
        from roundtable_tui.search.index.lock import FileLock

        seen = self._inode
        self._mended += 1
        self._forget()
        if self.where == "memory":
            self._open_memory()
            return
        path = Path(self.path)
        guard = FileLock(self.path + ".guard")
        try:
            guard.acquire(lambda: False)
            if seen in (-1, _inode(self.path)):
                if keep:
                    aside = set_aside(path)
                    message = _("{path} was damaged; it is kept as {aside} and a new one is begun")
                    self._warn(message.format(path=path, aside=aside.name))
                else:
                    delete(path)
                    self._warn(_("{path} was made by another version and is made anew").format(path=path))
            self._open_writing().close()
        except failures() as error:
            self._into_memory(error)
        finally:
            guard.release()

    def _into_memory(self, error: Exception) -> bool:
        """Go on in memory; return whether that is done, which it is not where the index is too large for it."""
        from roundtable_tui.search.index import memory

        disk = self._name("ro")
        readable = self.where == "disk" and memory.can_be_read(disk, self._made_by)
        if self.where == "memory" or (readable and os.path.getsize(self.path) > memory.LARGEST):  # noqa: PTH202
            if not self._said_stays:
                self._said_stays = True
                message = _("the search index {path} cannot be written and stays as it is: {reason}")
                self._warn(message.format(path=self.path, reason=error))
            return False
        self._mended += 1
        self._forget()
        self.where = "memory"
        message = _("the search index {path} cannot be written, so it is in memory: {reason}")
        self._warn(message.format(path=self.path, reason=error))
        self._open_memory(disk if readable else "")
        return True

    def _open_memory(self, disk: str = "") -> None:
        """Begin an index in memory, with what the one at the URI `disk` holds; it lasts as long as this connection."""
        from roundtable_tui.search.index import memory

        before, self._memory = self._memory, None
        self._uri = memory.new_name()
        self._memory = self._open_writing()
        if disk:
            memory.take_over(self._uri, disk, self._made_by)
        if before:
            before.close()

    def _mark_doubtful(self) -> None:
        """Let the pieces be read again whose rows are not what was written; the next reader tries what fails here."""
        if self._doubtful:
            from roundtable_tui.search.index.doubt import doubt_rows

            rows, self._doubtful = self._doubtful, set()
            with suppress(*failures()), self.write() as database:
                database.execute("PRAGMA busy_timeout = 200")
                doubt_rows(database, rows)


def failures() -> tuple[type[Exception], ...]:
    """What reading and writing may raise that `mend` knows."""
    import sqlite3

    return (OSError, sqlite3.Error, *connect.REFUSALS)


def _inode(path: str) -> int:
    """Return the number of the file at `path`, -1 where there is none."""
    try:
        return os.stat(path).st_ino  # noqa: PTH116
    except OSError:
        return -1
