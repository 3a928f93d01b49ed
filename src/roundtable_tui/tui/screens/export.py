"""The dialog that exports a section or the piece to a Markdown file."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from roundtable_tui.config.language import _
from roundtable_tui.text import cells
from roundtable_tui.tui.command_target import bindings
from roundtable_tui.tui.screens.saving import SavingScreen
from roundtable_tui.tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
        yield cells.pad("▶" if chosen else "", 2), self.look("list--current")
        yield item.words, self.look("list--strong") if chosen else self.rich_style


class ExportScreen(SavingScreen):
    """Asks what to export and where to; returns the path written, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("dialog", "export")]
    DEFAULT_CSS = """
    ExportScreen ExtentList { height: auto; max-height: 8; }
    """

    def __init__(self, transcript: Transcript, path: tuple[int, ...], *, whole: bool = False) -> None:
        super().__init__()
        self._transcript = transcript
        self._extents = list(extents(transcript, path))
        self._start = len(self._extents) - 1 if whole else 0

    def above(self) -> ExtentList:
        """Return the choice of what is exported."""
        return ExtentList(_("Export as Markdown (↑ ↓ chooses)"), id="extents")

    def on_mount(self) -> None:
        """Offer the section being read, under a name made from its heading."""
        self.query_one(ExtentList).show(self._extents, self._start)
        self.offer()

    @property
    def _extent(self) -> Extent:
        return self._extents[self.query_one(ExtentList).cursor]

    def name_offered(self) -> str:
        """Return a name made from the heading or the title."""
        from roundtable_tui.export.names import export_name

        chosen = self._extent if self.query_one(ExtentList).items else self._extents[self._start]
        return export_name(self._transcript, chosen.path, ".md")

    def text(self) -> str:
        """Return the piece, or the section, as Markdown."""
        from roundtable_tui.export.markdown import markdown

        return markdown(self._transcript, self._extent.path)

    def do_export_up(self) -> None:
        """Choose less."""
        self.query_one(ExtentList).move_cursor(-1)
        self.offer()

    def do_export_down(self) -> None:
        """Choose more."""
        self.query_one(ExtentList).move_cursor(1)
        self.offer()
