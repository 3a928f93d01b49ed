"""The small dialog that asks for the note of a bookmark."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.containers import Vertical
from textual.screen import ModalScreen

from roundtable_tui.config.language import _
from roundtable_tui.tui.command_target import CommandTarget, bindings
from roundtable_tui.tui.widgets.key_bar import KeyBar
from roundtable_tui.tui.widgets.query_input import QueryInput
from roundtable_tui.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class Noted(NamedTuple):
    """What was decided: to keep the bookmark with `note`, or to `remove` it."""

    note: str = ""
    remove: bool = False


class NotingScreen(CommandTarget, ModalScreen[Noted | None]):
    """Asks for a note on `words`; returns what was decided, or None where everything stays as it was.

    `note` is that of a bookmark that is there already, None for a new one.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("note")]
    DEFAULT_CSS = """
    NotingScreen { align: center middle; background: $background 60%;
        & > Vertical { width: 90%; max-width: 80; height: auto; max-height: 100%; background: $surface;
            border: round $primary; border-title-color: $primary; padding: 0 1; }
        & #said { color: $warning; }
    }
    """

    def __init__(self, words: str, note: str | None = None) -> None:
        super().__init__()
        self._words = words
        self._note = note
        self._warned = False

    def compose(self) -> ComposeResult:
        """Compose the words, the box for the note and the keys."""
        with Vertical():
            yield StatusLine(self._words)
            yield QueryInput(self._note or "", placeholder=_("a note, or nothing"), id="note", select_on_focus=False)
            yield StatusLine(id="said")
            yield KeyBar()

    def on_mount(self) -> None:
        """Let the note be typed at once."""
        self.query_one(Vertical).border_title = _("Bookmark") if self._note is None else _("Bookmark set before")
        box = self.query_one(QueryInput)
        box.focus()
        box.cursor_position = len(box.value)

    def on_input_submitted(self) -> None:
        """Keep the bookmark."""
        self.do_note_keep()

    def do_note_keep(self) -> None:
        """Keep the bookmark with what stands in the box."""
        self.dismiss(Noted(self.query_one(QueryInput).value.strip()))

    def do_note_leave(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)

    def can_note_remove(self) -> bool:
        """Return whether there is a bookmark to remove."""
        return self._note is not None

    def do_note_remove(self) -> None:
        """Remove the bookmark; where something is noted, only when asked twice."""
        if self._note and not self._warned:
            self._warned = True
            self.query_one("#said", StatusLine).show(_("Again removes the bookmark and its note."))
        else:
            self.dismiss(Noted(remove=True))
