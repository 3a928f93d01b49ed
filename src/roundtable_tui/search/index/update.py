"""Bringing the index up to date with the folder: what is new, changed or gone, the newest first."""

from __future__ import annotations

from functools import partial
from time import time_ns
from typing import TYPE_CHECKING

from roundtable_tui.library.scan import scan
from roundtable_tui.search.index.cache import failures
from roundtable_tui.search.index.freshness import needs_update

if TYPE_CHECKING:
    from collections.abc import Callable

    from roundtable_tui.library.library import Library
    from roundtable_tui.search.index.cache import Cache
    from roundtable_tui.search.index.passes import Progress
    from roundtable_tui.search.readings.analyser import Analyser

_ROUNDS = 4
"""How often what failed is mended and tried again, and what proved doubtful is read again."""


def update(
    library: Library,
    cache: Cache,
    find_analyser: Callable[[], Analyser | None],
    cancelled: Callable[[], bool] = lambda: False,
    progress: Progress = lambda done, total, stage: None,
) -> bool:
    """Make `cache` what `library` is now; return whether it is, which it is not where `cancelled` said so.

    The first pass makes every new or changed file findable by what is written, newest first as far as the names of
    files tell; the second adds how it sounds, as the analyser reads it that `find_analyser` gives. A file whose stamp
    has changed but not its content costs a look at it. Where another process is writing, this waits for it.
    `cancelled` is asked before every file and while waiting: what was done by then stays. `progress` is told how many
    pieces are done, of how many, and of which pass. Raises OSError where the folder of the library cannot be read.
    """
    for _round in range(_ROUNDS):
        present = scan(library.folder)
        lock = None
        mended = cache.mended
        try:
            if not cache.read(partial(needs_update, present=present)):
                return True
            # Imported where there is something to do: a search whose index is fresh spares all that writes one.
            from roundtable_tui.search.index.passes import Passes
            from roundtable_tui.search.index.store import Store

            lock = cache.writers_lock()
            if lock and not lock.acquire(cancelled):
                return False
            with cache.write() as database:
                passes = Passes(Store(database, cache.has_grams), cache.where == "memory", cancelled, progress)
                # Seen anew: much may have changed while somebody else was writing.
                now = time_ns()
                if not passes.text(cache.root, scan(library.folder), now) or not passes.readings(find_analyser):
                    return False
                passes.finish()
                if not passes.in_doubt:
                    return True
        except failures() as error:
            from roundtable_tui.search.index.trouble import remedy

            if not cache.mend(error, mended):
                if remedy(error) == "use memory":
                    return False  # `cache` has said so
                raise
        finally:
            if lock:
                lock.release()
    return False
