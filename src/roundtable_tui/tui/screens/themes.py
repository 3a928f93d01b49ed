"""The list of themes, each shown as the cursor comes to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.screen import ModalScreen

from roundtable_tui.config.language import _
from roundtable_tui.config.themes import THEME_NAMES
from roundtable_tui.text import cells
from roundtable_tui.tui.command_target import CommandTarget, bindings
from roundtable_tui.tui.theme import BY_NAME, NAME_OF
from roundtable_tui.tui.widgets.key_bar import KeyBar
from roundtable_tui.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from roundtable_tui.tui.display import Part


def theme_words(name: str) -> str:
    """Return what a theme is like."""
    return {
        "dark": _("a dark ground"),
        "paper": _("ink on paper"),
        "high-contrast": _("white on black"),
        "high-contrast-light": _("black on white"),
        "colour-blind": _("safe colours, dark"),
        "colour-blind-light": _("safe colours, light"),
        "terminal": _("the terminal's own colours"),
    }[name]


class ThemeList(RowList[str]):
    """The names of the themes with what each is like."""

    def item_parts(self, item: str, row: int, width: int) -> Iterable[Part]:
        """Return the name, and what the theme is like where there is room."""
        yield cells.pad(item, max(map(len, THEME_NAMES)) + 2), self.look("list--strong")
        yield theme_words(item), self.look("list--quiet")


class ThemesScreen(CommandTarget, ModalScreen[str | None]):
    """Shows the theme under the cursor on all that lies behind; returns the name that was chosen.

    Esc gives back the theme there was.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("dialog")]
    DEFAULT_CSS = """
    ThemesScreen { align: right bottom; background: $background 0%;
        & > Vertical { width: 52; max-width: 100%; height: auto; max-height: 100%; background: $surface;
            border: round $primary; border-title-color: $primary; padding: 0 1; margin-bottom: 2; }
        & ThemeList { height: auto; max-height: 50vh; }
    }
    """

    def compose(self) -> ComposeResult:
        """Compose the names and the keys."""
        with Vertical():
            yield ThemeList()
            yield KeyBar()

    def on_mount(self) -> None:
        """Show the names, the cursor on the theme there is."""
        self._before = self.app.theme
        self.query_one(Vertical).border_title = _("Theme")
        names = self.query_one(ThemeList)
        names.show(THEME_NAMES, THEME_NAMES.index(NAME_OF[self.app.theme]))
        names.focus()

    def on_row_list_highlighted(self, event: RowList.Highlighted) -> None:
        """Show the theme that the cursor came to."""
        self.app.theme = BY_NAME[THEME_NAMES[event.index]].name

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Return what was chosen."""
        self.dismiss(THEME_NAMES[event.index])

    def do_dialog_accept(self) -> None:
        """Return the theme under the cursor."""
        self.query_one(ThemeList).choose()

    def do_dialog_close(self) -> None:
        """Leave the colours as they were."""
        self.app.theme = self._before
        self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        """Leave the colours as they were when what lies behind is clicked."""
        if self.get_widget_at(event.screen_x, event.screen_y)[0] is self:
            self.do_dialog_close()
