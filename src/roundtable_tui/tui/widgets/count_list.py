"""Who says it most, and where: names with bars and exact numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from roundtable_tui.text import cells
from roundtable_tui.tui.page.bars import along, eighths
from roundtable_tui.tui.searching.offers import Offer, field_words, offer_words
from roundtable_tui.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from roundtable_tui.search.tally import Tally
    from roundtable_tui.tui.display import Part

LONGEST_NAME = 28
"""Cells that a name gets at most."""


class CountList(RowList[Offer | str]):
    """Speakers, roles, issues and years with how many hits each has; an item narrows the search to it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"counts--bar"}
    DEFAULT_CSS = """
    CountList { & > .counts--bar { color: $primary; } }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._most: dict[str, int] = {}
        self._name_cells = 0

    def show_tally(self, tally: Tally) -> None:
        """Show the counts of `tally`, under the names of their columns."""
        items: list[Offer | str] = []
        columns = {"speaker": tally.speakers, "role": tally.roles, "issue": tally.issues, "year": tally.years}
        for field, counts in columns.items():
            if counts:
                offers = [Offer(field, name, count) for name, count in counts]
                items += [field_words(field), *offers]
                self._most[field] = max(count for _name, count in counts)
        self._name_cells = max((cells.width(offer_words(item)) for item in items if isinstance(item, Offer)), default=0)
        self.show(items)

    def can_choose(self, item: Offer | str) -> bool:
        """Return whether `item` is a count."""
        return isinstance(item, Offer)

    def can_list_choose(self) -> bool:
        """Return False: to narrow the search is a command of the screen around it, and says so."""
        return False

    def item_parts(self, item: Offer | str, row: int, width: int) -> Iterable[Part]:
        """Return the name, a bar and the number."""
        if isinstance(item, str):
            return [(item, self.look("list--caption"))]
        return self._count(item, width)

    def _count(self, item: Offer, width: int) -> Iterator[Part]:
        count = item.leaves or 0
        number = max(len(f"{each:,}") for each in self._most.values())
        name = min(self._name_cells, LONGEST_NAME, max(4, width // 2 - number))
        room = max(1, (width - 2 - name - 1 - number - 1))
        yield "  " + cells.pad(cells.fit(offer_words(item), name), name) + " ", self.rich_style
        yield f"{count:>{number},} ", self.look("list--strong")
        yield along(eighths(count, self._most[item.field], room)), self.look("counts--bar")
