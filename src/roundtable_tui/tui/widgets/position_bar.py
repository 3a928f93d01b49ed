"""The bar at the right of the transcript: where in the piece the screen is, and where sections begin."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from roundtable_tui.text import cells
from roundtable_tui.tui.widgets.line_widget import LineWidget

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events

    from roundtable_tui.tui.display import Part


class PositionBar(LineWidget):
    """One cell wide; a click or a drag goes to that share of the piece."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"bar--thumb", "bar--mark"}
    DEFAULT_CSS = """
    PositionBar { width: 1; height: 1fr; background: $surface; color: $quiet;
        & > .bar--thumb { color: $secondary; }
        & > .bar--mark { color: $mark; }
    }
    """

    class Asked(Message):
        """The reader asked for the place with `share` of the piece above it, 0 to 1."""

        def __init__(self, share: float) -> None:
            super().__init__()
            self.share = share

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._from = 0.0
        self._to = 1.0
        self._marks: tuple[float, ...] = ()

    def show(self, start: float, end: float, marks: Iterable[float] = ()) -> None:
        """Show that the screen holds what lies between the shares `start` and `end`; `marks` are shares with hits."""
        before = self._lines()
        self._from, self._to, self._marks = start, end, tuple(marks)
        if self._lines() != before:
            self.refresh()

    def _lines(self) -> tuple[range, frozenset[int]]:
        """Return the lines of the thumb, and those with a mark."""
        height = max(1, self.size.height)
        first = min(int(self._from * height), height - 1)
        last = max(first, min(height - 1, round(self._to * height) - 1))
        return range(first, last + 1), frozenset(int(mark * height) for mark in self._marks)

    def parts(self, y: int, width: int) -> Iterable[Part]:
        """Return the one cell of line `y`."""
        thumb, marks = self._lines()
        if y in marks:
            return [(cells.sign("◆", "*"), self.look("bar--mark"))]
        return (
            [(cells.sign("┃", "#"), self.look("bar--thumb"))]
            if y in thumb
            else [(cells.sign("│", "|"), self.rich_style)]
        )

    def _ask(self, y: int) -> None:
        self.post_message(self.Asked(min(1.0, max(0.0, y / max(1, self.size.height - 1)))))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Go there, and follow the mouse until it is let go."""
        event.stop()
        self.capture_mouse()
        self._ask(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow a drag."""
        if self.app.mouse_captured is self:
            self._ask(event.y)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End a drag."""
        event.stop()
        self.release_mouse()
