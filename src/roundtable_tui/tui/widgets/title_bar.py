"""The first line of the screen: what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from roundtable_tui.config.language import _
from roundtable_tui.tui.page.words import number_words
from roundtable_tui.tui.widgets.line_widget import LineWidget

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roundtable_tui.model import Transcript
    from roundtable_tui.tui.display import Part


class TitleBar(LineWidget):
    """Shows the program, the piece and its date."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"title--program", "title--piece", "title--quiet"}
    DEFAULT_CSS = """
    TitleBar { height: 1; background: $panel; color: $foreground; padding: 0 1;
        & > .title--program { color: $primary; text-style: bold; }
        & > .title--piece { color: $foreground; text-style: bold; }
        & > .title--quiet { color: $quiet; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._transcript: Transcript | None = None

    def show(self, transcript: Transcript | None) -> None:
        """Show the title and date of `transcript`."""
        self._transcript = transcript
        self.refresh()

    def parts(self, y: int, width: int) -> Iterable[Part]:
        """Return the runs of the line."""
        yield _("Roundtable"), self.look("title--program")
        piece = self._transcript
        if piece is not None:
            number = number_words(piece.issue, piece.part, piece.parts)
            facts = "  ".join(filter(None, (number, piece.held)))
            yield f"  {facts}  " if facts else "  ", self.look("title--quiet")
            yield piece.title, self.look("title--piece")
