"""The command palette: what can be done now, found by name, sentence, key or id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from textual.containers import Vertical
from textual.screen import ModalScreen

from roundtable_tui.config.language import LANGUAGES, _, in_language
from roundtable_tui.text import cells
from roundtable_tui.text.fold import fold_text
from roundtable_tui.tui.command_target import CommandTarget, bindings
from roundtable_tui.tui.commands import key_label
from roundtable_tui.tui.commands.key_names import key_named
from roundtable_tui.tui.display import plain
from roundtable_tui.tui.focus_chain import Able, able
from roundtable_tui.tui.widgets.key_bar import KeyBar
from roundtable_tui.tui.widgets.query_input import QueryInput
from roundtable_tui.tui.widgets.row_list import RowList
from roundtable_tui.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.screen import Screen

    from roundtable_tui.tui.display import Part

LOW = 20
"""Rows of a screen below which the palette takes all of them."""


class Entry(NamedTuple):
    """A command that can run, and the folded words by which it is found: a text each, the best to be found by first."""

    able: Able
    words: tuple[str, ...]


def entry(each: Able) -> Entry:
    """Return `each` with its words: names and sentences in every language of the interface, its group, and its id."""
    command = each.command
    said = (command.name, command.description, command.group)
    spoken = [in_language(message, tag) for message in said for tag in LANGUAGES]
    return Entry(each, tuple(fold_text(text) for text in (command.id, *spoken)))


def found(query: str, entries: Iterable[Entry]) -> list[Entry]:
    """Return those of `entries` that `query` means, the best first; all in their order for an empty one.

    A key finds its commands. Else every word has to be in the words of the command, wherever; those come first in
    whose words one begins with the first word of the query.
    """
    words = fold_text(query).split()
    if not words:
        return list(entries)
    named = key_named(query.strip())
    ranked = []
    for each in entries:
        if named in each.able.command.keys:
            rank = 0
        elif all(any(word in text for text in each.words) for word in words):
            begins = any(part.startswith(words[0]) for text in each.words for part in text.split())
            rank = 1 if begins else 2
        else:
            continue
        ranked.append((rank, each))
    return [each for _rank, each in sorted(ranked, key=lambda pair: pair[0])]


class CommandList(RowList[Entry], can_focus=False):
    """Commands, each with its sentence, its keys and its id."""

    KEYS = 14
    """Cells of the column of keys."""

    def item_parts(self, item: Entry, row: int, width: int) -> Iterable[Part]:
        """Return the keys, the sentence and, where there is room, the id."""
        command = item.able.command
        keys = cells.fit(" ".join(map(key_label, command.keys)), self.KEYS - 2)
        yield cells.pad(keys, self.KEYS), self.look("list--strong")
        sentence = _(command.description)
        yield sentence, self.rich_style
        space = width - self.KEYS - cells.width(sentence) - cells.width(command.id)
        if space > 1:
            yield " " * space + command.id, self.look("list--quiet")


class PaletteScreen(CommandTarget, ModalScreen[Able | None]):
    """Asks for a command that can run on the screen `under` now, and returns the one that was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("palette")]
    DEFAULT_CSS = """
    PaletteScreen { align: center top; background: $background 60%;
        & > Vertical { width: 90%; max-width: 100; height: 80%; margin: 1 0; background: $surface;
            border: round $primary; border-title-color: $primary; padding: 0 1; }
        & CommandList { height: 1fr; }
    }
    PaletteScreen.-low > Vertical { height: 100%; margin: 0; }
    """

    def __init__(self, under: Screen[Any]) -> None:
        super().__init__(name="palette")
        # The palette itself is no help in finding another command.
        self._entries = [entry(each) for each in able(under) if each.command.id != "app.palette"]

    def compose(self) -> ComposeResult:
        """Compose the box, the commands and the keys."""
        with Vertical():
            yield QueryInput(placeholder=_("a name, in Japanese or English, or a key"), id="query")
            yield StatusLine(id="count")
            yield CommandList(id="commands")
            yield KeyBar()

    def on_mount(self) -> None:
        """List every command that can run."""
        self.query_one(Vertical).border_title = _("Find a command by its name")
        self.query_one(QueryInput).focus()
        self.call_after_refresh(self.on_input_changed)

    def on_resize(self) -> None:
        """Take the whole height of a low screen, which would show a single command otherwise."""
        self.set_class(self.size.height < LOW, "-low")

    def on_input_changed(self) -> None:
        """List the commands that are meant by what stands in the box now."""
        self._show(found(self.query_one(QueryInput).value, self._entries))

    def _show(self, entries: Sequence[Entry]) -> None:
        self._list.show(entries)
        query = self.query_one(QueryInput).value.strip()
        words = _("{count} commands can run now").format(count=len(self._entries))
        if query and not entries:
            words = _("No command that can run now is called {query}").format(query=plain(query))
        self.query_one("#count", StatusLine).show(words)

    @property
    def _list(self) -> CommandList:
        return self.query_one(CommandList)

    def on_row_list_chosen(self) -> None:
        """Return the command that was clicked."""
        self.do_palette_choose()

    def do_palette_choose(self) -> None:
        """Return the command under the cursor."""
        if self._list.items:
            self.dismiss(self._list.items[self._list.cursor].able)

    def do_palette_close(self) -> None:
        """Return without a command."""
        self.dismiss(None)

    def do_palette_down(self) -> None:
        """Go to the next command."""
        self._list.do_list_down()

    def do_palette_up(self) -> None:
        """Go to the command before."""
        self._list.do_list_up()

    def do_palette_page_down(self) -> None:
        """Go a screen of commands down."""
        self._list.do_list_page_down()

    def do_palette_page_up(self) -> None:
        """Go a screen of commands up."""
        self._list.do_list_page_up()
