"""What was read: when, how much of it, and where reading stopped."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from roundtable_tui.config.language import _
from roundtable_tui.text import cells
from roundtable_tui.tui.page.words import number_words
from roundtable_tui.tui.widgets.read_sign import sign_column
from roundtable_tui.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roundtable_tui.library.entry import Entry
    from roundtable_tui.state.visits import Visit
    from roundtable_tui.tui.display import Part

WHEN = 18
"""Cells of the column that says when."""


class Visited(NamedTuple):
    """A visit and the piece that was read, None where it is not in the library any more."""

    visit: Visit
    entry: Entry | None

    @property
    def when(self) -> str:
        """When reading stopped, in the time of the place, to the minute."""
        try:
            return datetime.fromtimestamp(self.visit.when).astimezone().strftime("%Y-%m-%d %H:%M")
        except (OverflowError, OSError, ValueError):  # a clock that stood anywhere
            return ""

    @property
    def title(self) -> str:
        """The title of the piece."""
        return self.entry.shown_title if self.entry is not None else self.visit.place.piece


class VisitList(RowList[Visited]):
    """Pieces that were read, of two rows each."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"visits--piece", "visits--gone"}
    DEFAULT_CSS = """
    VisitList > .visits--piece { color: $primary; text-style: bold; }
    VisitList > .visits--gone { color: $warning; }
    VisitList:nocolor > .list--cursor, VisitList:ansi > .list--cursor { text-style: reverse; }
    """

    def rows_of(self, item: Visited) -> int:
        """Return 2 rows."""
        return 2

    def item_parts(self, item: Visited, row: int, width: int) -> Iterable[Part]:
        """Return the piece in the first row; when it was read and how far in the second."""
        entry, visit = item.entry, item.visit
        if row == 0:
            yield sign_column(visit.share), self.look("list--quiet")
            number = number_words(entry.issue, entry.part, entry.parts) if entry is not None else ""
            yield "  ".join(filter(None, (number, item.title))), self.look("visits--piece")
            if entry is None:
                yield "  " + _("not in this library"), self.look("visits--gone")
            return
        yield " " * cells.width(sign_column(None)), self.rich_style
        yield cells.pad(item.when, WHEN), self.look("list--quiet")
        read = visit.share.part if visit.share is not None else 0.0
        words = _("{share} read").format(share=f"{read:.0%}")
        if visit.place.turn is not None and entry is not None and entry.turns:
            words += "  " + _("at turn {turn} of {turns}").format(turn=visit.place.turn, turns=entry.turns)
        yield words, self.rich_style
