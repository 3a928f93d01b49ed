"""Filters to choose from, a line for each field, with how many hits each would leave."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.message import Message

from roundtable_tui.text import cells
from roundtable_tui.tui.searching.offers import field_words, offer_words
from roundtable_tui.tui.widgets.line_widget import LineWidget

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual import events
    from textual.geometry import Size

    from roundtable_tui.tui.display import Part
    from roundtable_tui.tui.searching.offers import Offer, Row

GAP = 2
"""Cells between two offers."""

LINES_FROM = 30
"""A screen at least this many rows high has room for a line for every field; a lower one while offers are chosen."""


class Shown(NamedTuple):
    """An offer on the screen, in line `y` from cell `x` to cell `end`, the latter not included."""

    row: int
    at: int
    offer: Offer
    y: int
    x: int
    end: int


class OfferBar(LineWidget):
    """Shows offers; `chosen` is the row and the place in it of the one that Enter would apply, or None."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"offers--field", "offers--count", "offers--chosen", "offers--applied"}
    DEFAULT_CSS = """
    OfferBar { height: auto; background: $surface; color: $foreground;
        & > .offers--field { color: $secondary; text-style: bold; }
        & > .offers--count { color: $quiet; }
        & > .offers--applied { color: $accent; text-style: bold; }
        & > .offers--chosen { background: $cursor; text-style: bold; }
    }
    OfferBar:nocolor > .offers--chosen, OfferBar:ansi > .offers--chosen { text-style: reverse bold; }
    """

    class Applied(Message):
        """An offer was clicked."""

        def __init__(self, offer: Offer) -> None:
            super().__init__()
            self.offer = offer

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.rows: Sequence[Row] = ()
        self.chosen: tuple[int, int] | None = None
        self._height = 0

    # What is offered

    def show(self, rows: Sequence[Row]) -> None:
        """Show other offers; the one that is chosen stays so, if it is among them."""
        if rows != self.rows:
            before = self.offer
            self.rows = rows
            places = [(y, x) for y, row in enumerate(rows) for x in range(len(row.offers))]
            same = [(y, x) for y, x in places if before and rows[y].offers[x][:2] == before[:2]]
            self.choose(same[0] if same else None)

    def choose(self, chosen: tuple[int, int] | None) -> None:
        """Choose an offer by its row and its place there, or none."""
        self.chosen = chosen
        height = self._wanted_height()
        self.refresh(layout=height != self._height)
        self._height = height

    @property
    def offer(self) -> Offer | None:
        """The offer that is chosen."""
        return None if self.chosen is None else self.rows[self.chosen[0]].offers[self.chosen[1]]

    def step(self, step: int) -> None:
        """Choose the next offer or the one before, from row to row; before the first one, none."""
        places = [(y, x) for y, row in enumerate(self.rows) for x in range(len(row.offers))]
        if not places:
            return
        at = places.index(self.chosen) + step if self.chosen in places else (0 if step > 0 else len(places) - 1)
        self.choose(places[at] if 0 <= at < len(places) else None)

    def step_row(self, step: int) -> bool:
        """Choose the offer above or below; return whether there is one."""
        if self.chosen is None or not 0 <= self.chosen[0] + step < len(self.rows):
            return False
        row = self.chosen[0] + step
        self.choose((row, min(self.chosen[1], len(self.rows[row].offers) - 1)))
        return True

    # Size

    def _wanted_height(self) -> int:
        roomy = self.app.size.height >= LINES_FROM or self.chosen is not None
        return len(self.rows) if roomy else min(1, len(self.rows))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return a line for each field, where there is room, else one for all."""
        self._height = self._wanted_height()
        return self._height

    # Drawing

    def _lines(self) -> list[list[int]]:
        """Return which rows stand on each line."""
        if self.content_size.height >= len(self.rows):
            return [[row] for row in range(len(self.rows))]
        return [list(range(len(self.rows)))]

    def _fitting(self, y: int, width: int) -> Iterator[Shown | tuple[int, int]]:
        """Yield what stands on line `y`: (row, cell) for the name of a field, and offers, as many as fit."""
        x = 0
        rows = self._lines()[y]
        for number, row in enumerate(rows):
            offers = self.rows[row].offers
            x += GAP if number else 0
            # On a line that fields share, each gets its part of it.
            room = width if len(rows) == 1 else x + max((width - x) // (len(rows) - number), 12)
            start, first = x, True
            x += self._name_width(row) + 1
            begin = self._first_shown(row, width - x)
            for index in range(begin, len(offers)):
                size = cells.width(_words(offers[index]))
                gap = 0 if first else GAP
                if x + gap + size > min(room, width):
                    break
                if first:
                    yield row, start
                yield Shown(row, index, offers[index], y, x + gap, x + gap + size)
                x += gap + size
                first = False
            if first:
                x = start

    def _name_width(self, row: int) -> int:
        if len(self._lines()) == 1:
            return cells.width(field_words(self.rows[row].field))
        return max(cells.width(field_words(each.field)) for each in self.rows)

    def _first_shown(self, row: int, room: int) -> int:
        """Return the first offer to show of `row`, so that the chosen one is in view."""
        if self.chosen is None or self.chosen[0] != row:
            return 0
        used, first = 0, self.chosen[1]
        for index in range(self.chosen[1], -1, -1):
            used += cells.width(_words(self.rows[row].offers[index])) + GAP
            if used > room + GAP:
                break
            first = index
        return first

    def parts(self, y: int, width: int) -> Iterable[Part] | None:
        """Return the runs of line `y`."""
        if y >= len(self._lines()) or not self.rows:
            return None
        return self._parts(y, width)

    def _parts(self, y: int, width: int) -> Iterator[Part]:
        at = 0
        for each in self._fitting(y, width):
            start = each.x if isinstance(each, Shown) else each[1]
            if start > at:
                yield " " * (start - at), self.rich_style
            if isinstance(each, Shown):
                yield from self._offer(each)
                at = each.end
            else:
                name = field_words(self.rows[each[0]].field)
                yield name, self.look("offers--field")
                at = start + cells.width(name)

    def _offer(self, shown: Shown) -> Iterator[Part]:
        offer = shown.offer
        chosen = (shown.row, shown.at) == self.chosen
        ground = self.get_component_rich_style("offers--chosen", partial=True) if chosen else None
        for text, style in (
            (_name(offer), self.look("offers--applied") if offer.applied else self.rich_style),
            (_count(offer), self.look("offers--count")),
        ):
            if text:
                yield text, style + ground if ground else style

    # Mouse

    def on_click(self, event: events.Click) -> None:
        """Apply the offer that was clicked."""
        if not self.rows or event.y >= len(self._lines()):
            return
        for each in self._fitting(event.y, self.content_size.width):
            if isinstance(each, Shown) and each.x <= event.x < each.end:
                event.stop()
                self.post_message(self.Applied(each.offer))
                return


def _name(offer: Offer) -> str:
    return f"× {offer_words(offer)}" if offer.applied else offer_words(offer)


def _count(offer: Offer) -> str:
    return "" if offer.leaves is None else f" {offer.leaves:,}"


def _words(offer: Offer) -> str:
    return _name(offer) + _count(offer)
