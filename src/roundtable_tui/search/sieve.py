"""Which pieces, and which rows of them, the filters of a query let through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.search.filters import in_period
from roundtable_tui.search.voice import heard
from roundtable_tui.text.fold import fold_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from roundtable_tui.search.filters import Filters
    from roundtable_tui.search.indexed import IndexedPiece
    from roundtable_tui.search.voice import Voice


class Sieve:
    """`Filters` made ready: names are looked up among all `voices` of the library once."""

    def __init__(self, filters: Filters, voices: Iterable[Voice]) -> None:
        self._filters = filters
        self._section = fold_text(filters.section)
        self._title = fold_text(filters.title)
        self._heard = heard(voices, filters) if filters.narrow_voices else None

    def rows(self, piece: IndexedPiece) -> Callable[[int], bool] | None:
        """Return what says of a row of `piece` whether it passes, or None where no row can."""
        if not self._passes(piece):
            return None
        if self._heard is None and not self._section:
            return lambda row: True
        speaking = [self._heard is None or voice in self._heard for voice in piece.voices]
        speaking.append(self._heard is None)  # the row of nobody, whose index is -1
        inside = [self._section in heading for heading in piece.headings]
        inside.append(not self._section)
        if not any(speaking) or not any(inside):
            return None
        return lambda row: speaking[piece.speakers[row]] and inside[piece.sections[row]]

    def _passes(self, piece: IndexedPiece) -> bool:
        filters = self._filters
        return (
            (filters.issue is None or filters.issue == piece.label.issue)
            and in_period(piece.date, filters.since, filters.until)
            and self._title in piece.title
        )
