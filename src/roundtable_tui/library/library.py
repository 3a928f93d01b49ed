"""A library: a folder of transcript files."""

from __future__ import annotations

import os
import sys
from _thread import allocate_lock
from time import time_ns
from typing import TYPE_CHECKING

from roundtable_tui.library.identity import identities, is_transcript_name
from roundtable_tui.library.scan import is_settled, names_in, scan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from roundtable_tui.library.catalogue import Catalogue
    from roundtable_tui.library.entry import Entry
    from roundtable_tui.library.learnt import Learnt
    from roundtable_tui.library.scan import Snapshot, Stamp
    from roundtable_tui.source.load import Loaded

_BATCH = 100
"""How many files are learnt between two writes to the catalogue."""


class Library:
    """The transcripts in the folder `root`. Nothing is read before it is asked for.

    `cache` is the folder of the catalogue, by default the platform's; `warn` is told in one line where it cannot be
    used. `now` is the clock, in nanoseconds since 1970. `parsed` counts the files read so far. Every method may be
    called from any thread.
    """

    def __init__(
        self,
        root: str | os.PathLike[str],
        *,
        cache: str | os.PathLike[str] | None = None,
        warn: Callable[[str], None] = lambda message: None,
        now: Callable[[], int] = time_ns,
    ) -> None:
        self.parsed = 0
        self._folder = os.path.realpath(root)
        self._now = now
        self._cache = cache
        self._warn = warn
        self._catalogue: Catalogue | None = None
        self._known: dict[str, Learnt] | None = None
        self._lock = allocate_lock()

    @property
    def folder(self) -> str:
        """The folder, resolved, for whoever needs no `pathlib`, which costs a third of a bare Python start."""
        return self._folder

    @property
    def root(self) -> Path:
        """The folder, resolved."""
        return self._path("")

    def entries(
        self,
        *,
        progress: Callable[[int, int], None] = lambda done, total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> tuple[Entry, ...]:
        """Return the entries of all files as they are now, newest first, those that cannot be opened among them.

        Only files that are new or changed are read. `progress` is told how many of them are done, of how many, before
        each and at the end; `cancelled` is asked before each: what was learnt until then is remembered, and only the
        entries known by then are returned. Raises OSError where the folder cannot be read.
        """
        from roundtable_tui.library.clash import told_apart
        from roundtable_tui.library.order import newest_first

        with self._lock:
            now = self._now()
            present = scan(self._folder)
            catalogue = self._open_catalogue()
            known = catalogue.read() if self._known is None else self._known
            fresh = {name: known[name] for name, stamp in present.items() if name in known and known[name].holds(stamp)}
            gone = known.keys() - present.keys()
            if gone:
                catalogue.write({}, gone)
            if len(fresh) < len(present):
                changed = {name: stamp for name, stamp in present.items() if name not in fresh}
                for batch in self._learnt(changed, now, progress, cancelled):
                    catalogue.write(batch)
                    fresh |= batch
            self._known = fresh
        return tuple(newest_first(told_apart({name: learnt.entry for name, learnt in fresh.items()})))

    def snapshot(self) -> Snapshot:
        """Return the state of the folder, to be compared with a later one by `scan.changes`; no file is opened."""
        return scan(self._folder)

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all files, in no order; no file is opened. Raises OSError as `path` does."""
        return tuple(self._names())

    def path(self, piece: str) -> Path | None:
        """Return the path of the piece with that id, or None. Raises OSError where the folder cannot be read."""
        name = self._usual_name(piece)
        if name is None:
            names = self._names()
            from roundtable_tui.library.unknown import spelt

            name = names.get(spelt(piece, names) or "")
        return None if name is None else self._path(name)

    def load(self, piece: str, *, warnings: bool = True) -> Loaded:
        """Return the transcript with that id, read now, and its problems; without `warnings` only the errors.

        Raises UnknownPiece where there is none, OSError where the folder cannot be read.
        """
        from roundtable_tui.source.load import load

        usual = self._usual_name(piece)
        if usual is not None:
            self.parsed += 1
            return load(self._joined(usual), warnings=warnings)
        from roundtable_tui.library.clash import as_piece
        from roundtable_tui.library.unknown import UnknownPiece, spelt

        names = self._names()
        known = spelt(piece, names)
        if known is None:
            raise UnknownPiece(piece, names)
        path = self._path(names[known])
        self.parsed += 1
        return as_piece(load(path, warnings=warnings), path, {name: own for own, name in names.items()})

    def _open_catalogue(self) -> Catalogue:
        if self._catalogue is None:
            from roundtable_tui.library.catalogue import Catalogue

            self._catalogue = Catalogue(self._folder, self._cache, self._warn)
        return self._catalogue

    def _path(self, name: str) -> Path:
        from pathlib import Path  # a tenth of what `list` costs, which needs none while the catalogue is fresh

        return Path(self._folder, name)

    def _joined(self, name: str) -> str:
        return os.path.join(self._folder, name)  # noqa: PTH118

    def _usual_name(self, piece: str) -> str | None:
        """Return the name of the file that has the stem `piece` before any other, if there; no folder is read.

        Only where a path names exactly one file: elsewhere `A.yaml` would open `a.yaml` under an id that it has not.
        """
        name = f"{piece}.yaml"
        if sys.platform != "linux" or "/" in piece or "\0" in piece or not is_transcript_name(name):
            return None
        return name if os.path.isfile(self._joined(name)) else None  # noqa: PTH113

    def _names(self) -> dict[str, str]:
        """Return the name of each file by its id."""
        return {piece: name for name, piece in identities(names_in(self._folder)).items()}

    def _learnt(
        self,
        files: Mapping[str, Stamp],
        now: int,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> Iterator[dict[str, Learnt]]:
        """Read `files` and yield what was learnt, a batch at a time; their stamps were taken at `now` or later."""
        from roundtable_tui.library.learn import learn
        from roundtable_tui.library.learnt import Learnt

        batch: dict[str, Learnt] = {}
        # Names mostly count upwards: the newest are read first, so that a cancelled reading has the newest.
        for done, name in enumerate(sorted(files, reverse=True)):
            if cancelled():
                break
            progress(done, len(files))
            stamp = files[name]
            batch[name] = Learnt(stamp, learn(self._path(name), stamp), is_settled(stamp, now))
            self.parsed += 1
            if len(batch) == _BATCH:
                yield batch
                batch = {}
        else:
            progress(len(files), len(files))
        if batch:
            yield batch
