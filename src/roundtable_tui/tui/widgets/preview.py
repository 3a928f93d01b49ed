"""A hit's turn with the turns around it, beside the list of hits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from roundtable_tui.tui.page.marks import marks_of, shown_at
from roundtable_tui.tui.page.page import Place
from roundtable_tui.tui.widgets.transcript_view import TranscriptView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events

    from roundtable_tui.search.hit import Hit
    from roundtable_tui.tui.reading import Reading


class Preview(TranscriptView, can_focus=False):
    """Shows a piece around a hit. It scrolls with the mouse; a click opens the hit."""

    DEFAULT_CSS = """
    Preview { border-left: vkey $panel; padding: 0; }
    """

    class Opened(Message):
        """The preview was clicked."""

    def __init__(self, measure: int, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(measure, id=id)
        self._reading: Reading | None = None

    def show_hit(self, reading: Reading, hit: Hit, hits: Iterable[Hit]) -> None:
        """Show `hit` of the piece `reading` a third down, with the marks of all `hits` of the piece."""
        if reading is not self._reading:
            self._reading = reading
            self.show(reading.blocks, reading.colours, Place(0))
        found = shown_at(hit, reading.blocks, reading.stops)
        self.mark(marks_of([*hits, hit], reading.blocks, reading.stops), found.block if found else None)
        if found is not None:
            self.go(Place(found.block, found.offset), above=self.size.height // 3)

    def show_nothing(self) -> None:
        """Show nothing."""
        if self._reading is not None:
            self._reading = None
            self.show((), {}, Place(0))

    def on_click(self, event: events.Click) -> None:
        """Ask for the hit to be opened."""
        event.stop()
        self.post_message(self.Opened())
