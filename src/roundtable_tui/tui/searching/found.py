"""What a search found, in the order of its list: by piece, the piece of the best hit first."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.config.language import _

if TYPE_CHECKING:
    from roundtable_tui.search.engine import Order, Results
    from roundtable_tui.search.hit import Hit, PieceLabel

Place = tuple[object, ...]
"""Which hit a hit is, however well it matched this time."""


WHOLE = 1_000
"""Hits of a whole answer; more are fetched, ten times as many each time, where the reader comes to their end."""


class Group(NamedTuple):
    """The hits of one piece, in the order of the results."""

    piece: PieceLabel
    hits: tuple[Hit, ...]


def hits_counted(count: int) -> str:
    """Return how many hits there are, in words."""
    return _("1 hit") if count == 1 else _("{count} hits").format(count=f"{count:,}")


def place_of(hit: Hit) -> Place:
    """Return what tells `hit` from every other hit of a search, and stays when the search is made again."""
    return hit.piece.id, hit.field, hit.turn, hit.section_path, hit.text


class Found:
    """The `results` of one search, made in `order`. `unfolded` holds the ids of pieces whose every hit is listed."""

    def __init__(self, results: Results, order: Order) -> None:
        self.results = results
        self.order = order
        self.unfolded: set[str] = set()
        by_piece: dict[str, list[Hit]] = {}
        for hit in results.hits:
            by_piece.setdefault(hit.piece.id, []).append(hit)
        self.groups = tuple(Group(hits[0].piece, tuple(hits)) for hits in by_piece.values())
        self.hits = tuple(hit for group in self.groups for hit in group.hits)

    @cached_property
    def _numbers(self) -> dict[Place, int]:
        return {place_of(hit): number for number, hit in reversed(list(enumerate(self.hits)))}

    def number_of(self, hit: Hit) -> int | None:
        """Return the number of `hit` in the order of the list, from 0, or None where it is no longer found."""
        return self._numbers.get(place_of(hit))

    def in_piece(self, piece: str) -> tuple[Hit, ...]:
        """Return the hits in the piece with that id, as far as they were fetched."""
        return next((group.hits for group in self.groups if group.piece.id == piece), ())

    @property
    def all_here(self) -> bool:
        """Whether every hit there is has been fetched."""
        return self.results.complete and len(self.hits) >= self.results.total
