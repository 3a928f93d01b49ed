"""The seam between a query, the matching behind it and the screen in front of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from roundtable_tui.search.hit import Hit
    from roundtable_tui.search.query import Query

Order = Literal["relevance", "date"]


@dataclass(frozen=True, slots=True)
class Results:
    """The hits of one query, best first.

    `total` counts all hits, `hits` may hold fewer. `searched` of `pieces` pieces were looked through: fewer while the
    library is still being read. `unreadable` of those are files that cannot be opened and have nothing to search.
    `stopped` is true where the search was cancelled and the hits are not to be shown.
    """

    query: Query
    hits: tuple[Hit, ...]
    total: int
    searched: int
    pieces: int
    unreadable: int = 0
    stopped: bool = False


class Engine(Protocol):
    """Anything that answers queries over a library. Methods may be called from any thread, at the same time too."""

    def fill(self, cancelled: Callable[[], bool] = lambda: False) -> bool:
        """Read what is new or changed in the library since the last time; return whether all of it is read now.

        Searches meanwhile answer from what is there. `cancelled` is asked before every file; what was read by then
        stays. Raises OSError where the folder of the library cannot be read.
        """
        ...

    def search(
        self,
        query: Query,
        *,
        limit: int | None = None,
        order: Order = "relevance",
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Results:
        """Return the hits of `query`, at most `limit` of them; look at `cancelled` often and stop when it says so."""
        ...

    def search_piece(self, query: Query, piece: str) -> tuple[Hit, ...]:
        """Return every hit of `query` in the piece with that id, in reading order."""
        ...
