"""Whether the index is what the library is: asked at every search, so it is quick and writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.library.scan import Stamp
from roundtable_tui.search.index.records import packed_name

if TYPE_CHECKING:
    from roundtable_tui.library.scan import Snapshot
    from roundtable_tui.search.index.reader import Reader

_DONE = "(NOT readable OR (readings IS NOT NULL AND hash != x''))"
"""Says of a piece that both passes have seen it, and that its rows are not in doubt."""


def stale_names(reader: Reader, present: Snapshot, *, settled: bool = True) -> set[str | bytes]:
    """Return the names of files that are new, changed or gone since they were indexed, or that no second pass has seen.

    `present` is what `Library.snapshot` gives. With `settled`, files that had just changed when they were indexed count
    too, and `update` looks at them once more: they may have changed again within one tick of the clock.
    """
    query = f"SELECT name, {', '.join(Stamp._fields)} FROM piece WHERE settled >= ? AND {_DONE}"
    known = {values[0]: values[1:] for values in reader.database.execute(query, (settled,))}
    every = {name for (name,) in reader.database.execute("SELECT name FROM piece")}
    if known == present and len(every) == len(known):
        return set()  # nearly always, and at a tenth of the cost
    names = {packed_name(name): stamp for name, stamp in present.items()}
    return {name for name, stamp in names.items() if known.get(name) != stamp} | (every - names.keys())


def needs_update(reader: Reader, present: Snapshot) -> bool:
    """Return whether `update` has anything to do: stale files, or readings that no analyser has made."""
    unread = reader.database.execute("SELECT 1 FROM piece WHERE readable AND readings = '' LIMIT 1").fetchone()
    return unread is not None or bool(stale_names(reader, present))
