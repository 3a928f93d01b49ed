"""The seam between a query, the matching behind it and the screen in front of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from roundtable_tui.model.person import Person
    from roundtable_tui.search.first_hits import FirstHits
    from roundtable_tui.search.frequency import Frequency
    from roundtable_tui.search.hit import Hit
    from roundtable_tui.search.query import Query, Term
    from roundtable_tui.search.record import Record
    from roundtable_tui.search.tally import Tally

Order = Literal["relevance", "date"]


class Results(NamedTuple):
    """The hits of one query, best first.

    `total` counts all hits, `hits` may hold fewer. `searched` of `pieces` pieces were looked through: fewer while the
    library is still being read. `unreadable` of those are files that cannot be opened and have nothing to search.
    `stopped` is true where the search was cancelled and the hits are not to be shown. Where it is not `complete`, the
    time for it was up: `hits` are the best of those looked at, newest first, and `total` is the least there are.
    """

    query: Query
    hits: tuple[Hit, ...]
    total: int
    searched: int
    pieces: int
    unreadable: int = 0
    stopped: bool = False
    complete: bool = True


class Spoken(NamedTuple):
    """A turn as context of a hit: whose it is, as printed, and its words, unchanged."""

    label: str
    text: str


class Engine(Protocol):
    """Anything that answers queries over a library. Methods may be called from any thread, at the same time too."""

    def fill(self, cancelled: Callable[[], bool] = lambda: False) -> bool:
        """Read what is new or changed in the library since the last time; return whether all of it is read now.

        Searches meanwhile answer from what is there. `cancelled` is asked before every file; what was read by then
        stays. Raises OSError where the folder of the library cannot be read.
        """
        ...

    def prepare(self) -> None:
        """Read what would else hold up the first search that needs it; for a thread that has time."""
        ...

    def search(
        self,
        query: Query,
        *,
        limit: int | None = None,
        order: Order = "relevance",
        within: float | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Results:
        """Return the hits of `query`, at most `limit` of them; look at `cancelled` often and stop when it says so.

        After `within` seconds it comes back with what it has, which need not be complete; None waits for all.
        """
        ...

    def tally(self, query: Query, cancelled: Callable[[], bool] = lambda: False) -> Tally:
        """Return who says what `query` looks for, and where, counted over all its hits."""
        ...

    def record(
        self,
        person: Person,
        cancelled: Callable[[], bool] = lambda: False,
        progress: Callable[[int, int], None] = lambda done, total: None,
    ) -> Record:
        """Return every piece that `person` takes part in, as far as the library has been read.

        `progress` is told how many of how many pieces are looked through; after `cancelled` only those are there.
        """
        ...

    def frequencies(self, query: Query, cancelled: Callable[[], bool] = lambda: False) -> tuple[Frequency, ...]:
        """Return how often `query` is said in every piece that can be opened, oldest first; in no turn is 0 times.

        Every mark in what is said counts. Of a query of filters alone, every turn that passes counts once.
        """
        ...

    def before(self, hit: Hit) -> Spoken | None:
        """Return the turn before that of `hit` in its piece, or None where there is none."""
        ...

    def near_words(self, term: Term) -> tuple[tuple[str, int], ...]:
        """Return words of the library that resemble `term`, the nearest first, with the number of pieces or turns."""
        ...

    def search_piece(
        self,
        query: Query,
        piece: str,
        *,
        cancelled: Callable[[], bool] = lambda: False,
        first: FirstHits | None = None,
    ) -> tuple[Hit, ...]:
        """Return every hit of `query` in the piece with that id, in reading order; none once `cancelled` says so.

        Where there are many, `first` is told some of them before.
        """
        ...
