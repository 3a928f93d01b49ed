"""A dialog that asks for the name of a file and writes it, never over another one unasked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.screen import ModalScreen

from roundtable_tui.config.language import _
from roundtable_tui.tui.command_target import CommandTarget
from roundtable_tui.tui.display import plain
from roundtable_tui.tui.widgets.key_bar import KeyBar
from roundtable_tui.tui.widgets.query_input import QueryInput
from roundtable_tui.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget


class SavingScreen(CommandTarget, ModalScreen[Path | None]):
    """Asks where to write what a subclass makes; returns the path written, or None."""

    DEFAULT_CSS = """
    SavingScreen { align: center middle; background: $background 60%;
        & > Vertical { width: 90%; max-width: 100; height: auto; max-height: 100%; background: $surface;
            border: round $primary; border-title-color: $primary; padding: 0 1; }
        & #said { color: $warning; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._refused: Path | None = None

    # What a subclass says

    def above(self) -> Widget:
        """Return what stands above the name of the file."""
        raise NotImplementedError

    def name_offered(self) -> str:
        """Return the name, without a folder, that is offered for the file."""
        raise NotImplementedError

    def text(self) -> str:
        """Return what is to be written."""
        raise NotImplementedError

    # The dialog

    def compose(self) -> ComposeResult:
        """Compose what a subclass puts above, the path and the keys."""
        with Vertical():
            yield self.above()
            yield StatusLine(_("To the file:"))
            yield QueryInput(id="path")
            yield StatusLine(id="said")
            yield KeyBar()

    def on_mount(self) -> None:
        """Offer a name."""
        self.query_one(Vertical).border_title = _("Export")
        self.query_one("#path", QueryInput).focus()
        self.offer()

    def offer(self) -> None:
        """Put the path of a file of the offered name, in the folder where the program was started, into the box."""
        self.query_one("#path", QueryInput).value = str(Path.cwd() / name) if (name := self.name_offered()) else ""

    @property
    def path_typed(self) -> str:
        """The path in the box."""
        return self.query_one("#path", QueryInput).value.strip()

    def say(self, message: str) -> None:
        """Say `message` under the path."""
        self.query_one("#said", StatusLine).show(message)

    def do_dialog_accept(self) -> None:
        """Write the file; a second Enter on a file that exists replaces it."""
        from roundtable_tui.export.file import write_atomically

        typed = self.path_typed
        if not typed:
            self.say(_("Name a file to write."))
            return
        try:
            path = Path(typed).expanduser()
        except RuntimeError:
            self.say(_("There is nobody of that name, so no home folder either."))
            return
        try:
            write_atomically(path, self.text(), overwrite=path == self._refused)
        except FileExistsError:
            self._refused = path
            self.say(_("The file exists. Enter again replaces it; another name keeps it."))
        except OSError as error:
            # The box above shows the whole path; here it would push the reason out of the line.
            self.say(plain((error.strerror or str(error)).replace(str(path), path.name)))
        else:
            self.dismiss(path)

    def do_dialog_close(self) -> None:
        """Close without writing."""
        self.dismiss(None)
