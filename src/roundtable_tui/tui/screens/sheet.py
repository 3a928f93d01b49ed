"""A sheet of lines to read: the help, or the problems of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.containers import Vertical
from textual.screen import ModalScreen

from roundtable_tui.text import cells
from roundtable_tui.text.phrases import wrap_heading
from roundtable_tui.text.wrap import wrap
from roundtable_tui.tui.command_target import CommandTarget, bindings
from roundtable_tui.tui.widgets.key_bar import KeyBar
from roundtable_tui.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from roundtable_tui.tui.display import Part


class SheetLine(NamedTuple):
    """A line of a sheet: a `name` in a column of its own and a text; with neither, a blank line.

    A heading has no name; what is `quiet` matters less.
    """

    name: str = ""
    text: str = ""
    heading: bool = False
    quiet: bool = False


class SheetList(RowList[SheetLine]):
    """The lines of a sheet, long ones wrapped."""

    _column = 14
    """Cells of the column of names."""

    def show(self, items: Sequence[SheetLine], cursor: int = 0) -> None:
        """Show other lines; the column of names is as wide as they are, and half of the list at most."""
        widest = max((cells.width(item.name) for item in items), default=0)
        self._column = max(8, min(widest + 2, self.content_size.width // 2))
        super().show(items, cursor)

    def _wrapped(self, item: SheetLine) -> list[str]:
        width = max(4, self.content_size.width - (0 if item.heading else self._column))
        lines = wrap_heading if item.heading else wrap
        return [item.text[start:end] for start, end in lines(item.text, width)]

    def rows_of(self, item: SheetLine) -> int:
        """Return the rows of the wrapped text."""
        return len(self._wrapped(item))

    def item_parts(self, item: SheetLine, row: int, width: int) -> Iterable[Part]:
        """Return the name and a row of the text."""
        lines = self._wrapped(item)
        if item.heading:
            yield lines[row], self.look("list--current")
            return
        quiet = self.look("list--quiet")
        name = cells.pad(cells.fit(item.name, self._column - 1) if row == 0 else "", self._column)
        yield name, quiet if item.quiet else self.look("list--strong")
        yield lines[row], quiet if item.quiet else self.rich_style

    def can_choose(self, item: SheetLine) -> bool:
        """Return False: a sheet is read, not chosen from."""
        return False

    def move_cursor(self, step: int) -> None:
        """Scroll by `step` rows."""
        self.scroll_rows(step)

    def set_cursor(self, index: int, step: int = 1) -> None:
        """Scroll to where the line at `index` is the first on the screen; `step` is of no account."""
        self.scroll_rows(sum(map(self.rows_of, self.items[:index])) - self._first)

    def page_rows(self) -> int:
        """Return how many rows a page key passes."""
        return max(1, self.room - 1)

    def on_resize(self) -> None:
        """Wrap again for the new width."""
        self.show(self.items)


class SheetScreen(CommandTarget, ModalScreen[None]):
    """Shows lines under a caption until Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("dialog")]
    DEFAULT_CSS = """
    SheetScreen { align: center middle; background: $background 60%;
        & > Vertical { width: 90%; max-width: 100; height: 90%; background: $surface;
            border: round $primary; padding: 0 1; }
        & > Vertical > SheetList { height: 1fr; }
    }
    """

    def __init__(self, caption: str, lines: Sequence[SheetLine], *, name: str | None = None) -> None:
        super().__init__(name=name)
        self._caption = caption
        self._lines = lines

    def compose(self) -> ComposeResult:
        """Compose the sheet and its keys."""
        with Vertical():
            yield SheetList(self._caption)
            yield from self.below()
            yield KeyBar()

    def below(self) -> ComposeResult:
        """Compose what a subclass has between the lines and the keys."""
        yield from ()

    @property
    def sheet(self) -> SheetList:
        """The lines."""
        return self.query_one(SheetList)

    def on_mount(self) -> None:
        """Show the lines, once the width is known."""
        self.sheet.focus()
        self.call_after_refresh(lambda: self.sheet.show(self._lines))

    def do_dialog_close(self) -> None:
        """Close the sheet."""
        self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        """Close the sheet when what lies behind it is clicked."""
        if self.get_widget_at(event.screen_x, event.screen_y)[0] is self:
            self.dismiss(None)
