"""A list that draws only the rows in view, however many items there are."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from textual.message import Message

from roundtable_tui.tui.command_target import CommandTarget, bindings
from roundtable_tui.tui.widgets.line_widget import LineWidget

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.style import Style
    from textual import events
    from textual.binding import BindingType
    from textual.geometry import Size

    from roundtable_tui.tui.display import Part

Item = TypeVar("Item")


class RowList(CommandTarget, LineWidget, Generic[Item], can_focus=True):
    """A list of items with a cursor. A subclass says how many rows an item has and what stands on each."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("list")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--cursor",
        "list--quiet",
        "list--strong",
        "list--current",
        "list--caption",
    }
    DEFAULT_CSS = """
    RowList { height: 1fr; background: $surface; color: $foreground;
        & > .list--cursor { background: $cursor; }
        & > .list--quiet { color: $quiet; }
        & > .list--caption { color: $secondary; text-style: bold; }
        & > .list--strong { color: $foreground; text-style: bold; }
        & > .list--current { color: $accent; text-style: bold; }
    }
    RowList:nocolor:focus > .list--cursor, RowList:ansi:focus > .list--cursor { text-style: reverse; }
    """

    class Chosen(Message):
        """An item was chosen, by Enter or a click."""

        def __init__(self, rows: RowList[Any], index: int) -> None:
            super().__init__()
            self.rows = rows
            self.index = index

        @property
        def control(self) -> RowList[Any]:
            """The list."""
            return self.rows

    class Highlighted(Chosen):
        """The cursor came to an item."""

    def __init__(self, caption: str = "", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.caption = caption
        self.items: Sequence[Item] = ()
        self.cursor = 0
        self._first = 0
        self._ends: list[int] = []

    # What a subclass says

    def rows_of(self, item: Item) -> int:
        """Return how many rows `item` has, 1 or more."""
        return 1

    def can_choose(self, item: Item) -> bool:
        """Return whether the cursor may stand on `item`."""
        return True

    def item_parts(self, item: Item, row: int, width: int) -> Iterable[Part]:
        """Return the runs of row `row` of `item`, counted from 0."""
        raise NotImplementedError

    # Size

    @property
    def head(self) -> int:
        """The rows above the items: 1 for a caption."""
        return 1 if self.caption else 0

    @property
    def room(self) -> int:
        """The rows there are for items."""
        return max(0, self.content_size.height - self.head)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the rows that caption and items need."""
        return self.head + (self._ends[-1] if self._ends else 0)

    # Items and cursor

    def show(self, items: Sequence[Item], cursor: int = 0) -> None:
        """Show other items with the cursor at index `cursor`."""
        self.items = items
        self._ends = list(accumulate(self.rows_of(item) for item in items))
        self._first = 0
        self.cursor = self._nearest(cursor, 1)
        self.reveal()
        # A list that is as high as its items asks for room again, and only such a list.
        self.refresh(layout=self.styles.is_auto_height)

    def _nearest(self, index: int, step: int) -> int:
        """Return the index from `index` on in direction `step` that can be chosen, else the other way."""
        index = max(0, min(index, len(self.items) - 1))
        for way in (step, -step):
            probe = index
            while 0 <= probe < len(self.items):
                if self.can_choose(self.items[probe]):
                    return probe
                probe += way
        return index

    def set_cursor(self, index: int, step: int = 1) -> None:
        """Move the cursor to `index`, or past it in direction `step` to what can be chosen."""
        wanted = self._nearest(index, step)
        if wanted != self.cursor:
            self.cursor = wanted
            self.post_message(self.Highlighted(self, wanted))
        self.reveal()
        self.refresh()

    def move_cursor(self, step: int) -> None:
        """Move the cursor by one item that can be chosen, or by `step` items."""
        self.set_cursor(self.cursor + step, 1 if step > 0 else -1)

    def page_rows(self) -> int:
        """Return how many items a page key passes."""
        tallest = max((self.rows_of(item) for item in self.items[:50]), default=1)
        return max(1, self.room // tallest - 1)

    def choose(self) -> None:
        """Choose the item under the cursor."""
        if self.items and self.can_choose(self.items[self.cursor]):
            self.post_message(self.Chosen(self, self.cursor))

    def reveal(self) -> None:
        """Scroll as little as needed to show the item under the cursor, and the heading right above it.

        Nothing is left blank below the last item while there is something above the first one shown.
        """
        height = self.room
        if not self._ends or not height:
            return
        above = self.cursor
        while above and not self.can_choose(self.items[above - 1]):
            above -= 1
        top = self._ends[above - 1] if above else 0
        bottom = self._ends[self.cursor]
        start = self._ends[self.cursor - 1] if self.cursor else 0
        if top < self._first:
            self._first = top
        if bottom > self._first + height:
            self._first = min(bottom - height, start)
        self._first = max(0, min(self._first, self._ends[-1] - height))

    def scroll_rows(self, rows: int) -> None:
        """Scroll without moving the cursor."""
        last = max(0, (self._ends[-1] if self._ends else 0) - self.room)
        self._first = max(0, min(self._first + rows, last))
        self.refresh()

    # Drawing

    def item_at(self, y: int) -> tuple[int, int] | None:
        """Return the item in line `y` of the content and which of its rows that is, or None."""
        row = self._first + y - self.head
        if y < self.head or not self._ends or row >= self._ends[-1]:
            return None
        index = bisect_right(self._ends, row)
        return index, row - (self._ends[index - 1] if index else 0)

    def parts(self, y: int, width: int) -> Iterable[Part] | None:
        """Return the runs of line `y`."""
        if y < self.head:
            return [(self.caption, self.look("list--caption"))]
        found = self.item_at(y)
        if found is None:
            return None
        index, row = found
        parts = self.item_parts(self.items[index], row, width)
        if not self._at_cursor(index):
            return parts
        cursor, plain = self.fill(y), self.rich_style.bgcolor
        # The cursor lies under what has a ground of its own, such as a mark.
        return [(text, style + cursor if style.bgcolor == plain else style) for text, style in parts]

    def _at_cursor(self, index: int) -> bool:
        return index == self.cursor and self.can_choose(self.items[index])

    def fill(self, y: int) -> Style:
        """Return the style of the rest of line `y`: the cursor's, if it stands there."""
        found = self.item_at(y)
        if found is None or not self._at_cursor(found[0]):
            return self.rich_style
        return self.get_component_rich_style("list--cursor", partial=True)

    # Commands

    def do_list_down(self) -> None:
        """Go to the next item."""
        self.move_cursor(1)

    def do_list_up(self) -> None:
        """Go to the item before."""
        self.move_cursor(-1)

    def do_list_page_down(self) -> None:
        """Go a screen down."""
        self.move_cursor(self.page_rows())

    def do_list_page_up(self) -> None:
        """Go a screen up."""
        self.move_cursor(-self.page_rows())

    def do_list_first(self) -> None:
        """Go to the first item."""
        self.set_cursor(0)

    def do_list_last(self) -> None:
        """Go to the last item."""
        self.set_cursor(len(self.items) - 1, -1)

    def do_list_choose(self) -> None:
        """Choose the item under the cursor."""
        self.choose()

    # Mouse

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        found = self.item_at(event.y)
        if found is not None and self.can_choose(self.items[found[0]]):
            event.stop()
            self.set_cursor(found[0])
            self.choose()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll three rows."""
        event.stop()
        self.scroll_rows(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll three rows back."""
        event.stop()
        self.scroll_rows(-3)

    def on_resize(self) -> None:
        """Keep the cursor in view, also where a list had no room before: its first frame may be drawn already."""
        before = self._first
        self.reveal()
        if self._first != before:
            self.refresh()
