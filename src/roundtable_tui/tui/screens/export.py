"""The dialog that exports a section or the piece to a Markdown file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.containers import Vertical
from textual.screen import ModalScreen

from roundtable_tui.config.language import _
from roundtable_tui.tui.command_target import CommandTarget, bindings
from roundtable_tui.tui.display import plain
from roundtable_tui.tui.widgets.key_bar import KeyBar
from roundtable_tui.tui.widgets.query_input import QueryInput
from roundtable_tui.tui.widgets.row_list import RowList
from roundtable_tui.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from roundtable_tui.model import Transcript
    from roundtable_tui.tui.display import Part


class Extent(NamedTuple):
    """How much is exported: the section at `path`, or the piece where it is empty, and how that is called."""

    path: tuple[int, ...]
    words: str


def extents(transcript: Transcript, path: tuple[int, ...]) -> Iterator[Extent]:
    """Yield what can be exported around the section at `path`: it, the sections around it, and the piece."""
    for depth in range(len(path), 0, -1):
        yield Extent(path[:depth], " › ".join(transcript.headings(path[:depth])))
    yield Extent((), _("the whole piece"))


class ExtentList(RowList[Extent]):
    """What can be exported, from small to large."""

    def item_parts(self, item: Extent, row: int, width: int) -> Iterable[Part]:
        """Return the words of the extent, with a sign before the chosen one."""
        chosen = item is self.items[self.cursor]
        yield "▶ " if chosen else "  ", self.look("list--current")
        yield item.words, self.look("list--strong") if chosen else self.rich_style


class ExportScreen(CommandTarget, ModalScreen[Path | None]):
    """Asks what to export and where to; returns the path written, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("dialog", "export")]
    DEFAULT_CSS = """
    ExportScreen { align: center middle; background: $background 60%;
        & > Vertical { width: 90%; max-width: 100; height: auto; max-height: 100%; background: $surface;
            border: round $primary; border-title-color: $primary; padding: 0 1; }
        & ExtentList { height: auto; max-height: 8; }
        & #said { color: $warning; }
    }
    """

    def __init__(self, transcript: Transcript, path: tuple[int, ...], *, whole: bool = False) -> None:
        super().__init__()
        self._transcript = transcript
        self._extents = list(extents(transcript, path))
        self._start = len(self._extents) - 1 if whole else 0
        self._refused: Path | None = None

    def compose(self) -> ComposeResult:
        """Compose the choice, the path and the keys."""
        with Vertical():
            yield ExtentList(_("Export as Markdown (↑ ↓ chooses)"), id="extents")
            yield StatusLine(_("To the file:"))
            yield QueryInput(id="path")
            yield StatusLine(id="said")
            yield KeyBar()

    def on_mount(self) -> None:
        """Offer the section being read, under a name made from its heading."""
        self.query_one(Vertical).border_title = _("Export")
        self.query_one(ExtentList).show(self._extents, self._start)
        self.query_one(QueryInput).focus()
        self._offer()

    @property
    def _extent(self) -> Extent:
        return self._extents[self.query_one(ExtentList).cursor]

    def _offer(self) -> None:
        from roundtable_tui.export.names import export_name

        self.query_one(QueryInput).value = str(Path.cwd() / export_name(self._transcript, self._extent.path, ".md"))

    def do_export_up(self) -> None:
        """Choose less."""
        self.query_one(ExtentList).move_cursor(-1)
        self._offer()

    def do_export_down(self) -> None:
        """Choose more."""
        self.query_one(ExtentList).move_cursor(1)
        self._offer()

    def on_input_submitted(self) -> None:
        """Write the file."""
        self.do_dialog_accept()

    def do_dialog_accept(self) -> None:
        """Write the file; a second Enter on a file that exists replaces it."""
        from roundtable_tui.export.file import write_atomically
        from roundtable_tui.export.markdown import markdown

        typed = self.query_one(QueryInput).value.strip()
        said = self.query_one("#said", StatusLine)
        if not typed:
            said.show(_("Name a file to write."))
            return
        try:
            path = Path(typed).expanduser()
        except RuntimeError:
            said.show(_("There is nobody of that name, so no home folder either."))
            return
        try:
            write_atomically(path, markdown(self._transcript, self._extent.path), overwrite=path == self._refused)
        except FileExistsError:
            self._refused = path
            said.show(_("The file exists. Enter again replaces it; another name keeps it."))
        except OSError as error:
            # The box above shows the whole path; here it would push the reason out of the line.
            said.show(plain((error.strerror or str(error)).replace(str(path), path.name)))
        else:
            self.dismiss(path)

    def do_dialog_close(self) -> None:
        """Close without writing."""
        self.dismiss(None)
