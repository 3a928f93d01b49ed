"""A list of what was kept, filtered by typing, over the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from textual.containers import Vertical
from textual.screen import ModalScreen

from roundtable_tui.tui.command_target import CommandTarget, is_open
from roundtable_tui.tui.narrowing import Narrowing
from roundtable_tui.tui.widgets.key_bar import KeyBar
from roundtable_tui.tui.widgets.query_input import QueryInput
from roundtable_tui.tui.widgets.row_list import RowList
from roundtable_tui.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult

Item = TypeVar("Item")

FULL_BELOW = 100
"""A screen narrower than this is the list's alone, without a frame."""


class FilteringScreen(CommandTarget, ModalScreen[Item | None], Generic[Item]):
    """Shows what a subclass gives it; returns the item that was chosen, or None.

    A subclass says what its list is, what can be found of an item, and what stands in the line under the box.
    """

    DEFAULT_CSS = """
    FilteringScreen { align: center middle; background: $background 60%;
        & > Vertical { width: 94%; max-width: 130; height: 90%; background: $background; border: round $primary;
            border-title-color: $primary; padding: 0 1; }
        & RowList { height: 1fr; background: $background; }
        & #said { color: $quiet; }
    }
    FilteringScreen.-narrow > Vertical { width: 100%; height: 100%; border: none; }
    """

    caption = ""
    placeholder = ""

    def __init__(self) -> None:
        super().__init__()
        self.all: tuple[tuple[Item, str], ...] | None = None

    # What a subclass says

    def make_list(self) -> RowList[Any]:
        """Return the list, empty."""
        raise NotImplementedError

    def words(self, shown: int, total: int) -> str:
        """Return what the line under the box says where `shown` of `total` items are listed."""
        raise NotImplementedError

    # The screen

    def compose(self) -> ComposeResult:
        """Compose the box, the count, the list and the keys."""
        with Vertical():
            yield QueryInput(placeholder=self.placeholder, id="filter")
            yield StatusLine(id="said")
            yield self.make_list()
            yield KeyBar()

    def on_mount(self) -> None:
        """Let typing filter from the first key on."""
        self.set_class(self.app.size.width < FULL_BELOW, "-narrow")
        self.query_one(Vertical).border_title = self.caption
        self.box.focus()

    def on_resize(self, event: events.Resize) -> None:
        """Use the room that there is."""
        self.set_class(event.size.width < FULL_BELOW, "-narrow")

    @property
    def box(self) -> QueryInput:
        """The box."""
        return self.query_one("#filter", QueryInput)

    @property
    def listed(self) -> RowList[Any]:
        """The list."""
        return self.query_one(RowList)

    @property
    def item(self) -> Item | None:
        """The item under the cursor."""
        found: Item | None = self.listed.items[self.listed.cursor] if self.listed.items else None
        return found

    def show_all(self, items: Sequence[tuple[Item, str]]) -> None:
        """Show `items`, each with its text as `folded_text` gives it, as far as they are not filtered out."""
        if is_open(self):
            self.all = tuple(items)
            self.narrow(self.listed.cursor)

    def narrow(self, cursor: int = 0) -> None:
        """Show the items that stay, with the cursor on that with index `cursor`."""
        narrowing = Narrowing(self.box.value)
        stay = [item for item, text in self.all or () if narrowing.keeps(text)]
        self.listed.show(stay, cursor)
        self.say(self.words(len(stay), len(self.all or ())))
        self.query_one(KeyBar).look_again()

    def say(self, words: str) -> None:
        """Say `words` under the box."""
        self.query_one("#said", StatusLine).show(words)

    def on_input_changed(self) -> None:
        """Filter by what stands in the box now."""
        if self.all is not None:
            self.narrow()

    def on_input_submitted(self) -> None:
        """Return the item under the cursor."""
        self.do_filter_choose()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Return what was clicked."""
        self.dismiss(event.rows.items[event.index])

    def on_click(self, event: events.Click) -> None:
        """Go back when what lies behind is clicked."""
        if self.get_widget_at(event.screen_x, event.screen_y)[0] is self:
            self.dismiss(None)

    # Commands

    def do_filter_down(self) -> None:
        """Go to the next item."""
        self.listed.move_cursor(1)

    def do_filter_up(self) -> None:
        """Go to the item before."""
        self.listed.move_cursor(-1)

    def do_filter_page_down(self) -> None:
        """Go a screen down."""
        self.listed.move_cursor(self.listed.page_rows())

    def do_filter_page_up(self) -> None:
        """Go a screen up."""
        self.listed.move_cursor(-self.listed.page_rows())

    def can_filter_choose(self) -> bool:
        """Return whether anything is listed."""
        return self.item is not None

    def do_filter_choose(self) -> None:
        """Return the item under the cursor."""
        if self.item is not None:
            self.dismiss(self.item)

    def do_filter_close(self) -> None:
        """Empty the box; go back from an empty one."""
        if self.box.value:
            self.box.replace_value("")
        else:
            self.dismiss(None)
