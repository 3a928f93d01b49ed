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
        """The reader asked for the place with `share` of the piece above it, 0 to 1; `dragged` after the first."""

        def __init__(self, share: float, *, dragged: bool = False) -> None:
            super().__init__()
            self.share = share
            self.dragged = dragged

    class MarkChosen(Asked):
        """The reader asked for the first hit among those marked in a line."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._from = 0.0
        self._to = 1.0
        self._begun = -1
        self._marks: tuple[float, ...] = ()
        self._marked: dict[int, float] = {}
        self._marked_for: tuple[object, int] | None = None

    def show(self, start: float, end: float, marks: tuple[float, ...] = ()) -> None:
        """Show that the screen holds what lies between the shares `start` and `end`; `marks` are shares with hits."""
        before = self._thumb(), self._mark_lines()
        self._from, self._to, self._marks = start, end, marks
        if (self._thumb(), self._mark_lines()) != before:
            self.refresh()

    def _thumb(self) -> range:
        """Return the lines of what is on the screen."""
        height = max(1, self.size.height)
        first = min(int(self._from * height), height - 1)
        last = max(first, min(height - 1, round(self._to * height) - 1))
        return range(first, last + 1)

    def _mark_lines(self) -> dict[int, float]:
        """Return the lines with a mark, each with the share of its first; there may be ten thousand marks."""
        height = max(1, self.size.height)
        if self._marked_for is None or self._marked_for[0] is not self._marks or self._marked_for[1] != height:
            self._marked = {min(int(mark * height), height - 1): mark for mark in reversed(self._marks)}
            self._marked_for = self._marks, height
        return self._marked

    def parts(self, y: int, width: int) -> Iterable[Part]:
        """Return the one cell of line `y`."""
        if y in self._mark_lines():
            return [(cells.sign("◆", "*"), self.look("bar--mark"))]
        if y in self._thumb():
            return [(cells.sign("┃", "#"), self.look("bar--thumb"))]
        return [(cells.sign("│", "|"), self.rich_style)]

    def _ask(self, y: int, *, dragged: bool = False) -> None:
        share = min(1.0, max(0.0, y / max(1, self.size.height - 1)))
        self.post_message(self.Asked(share, dragged=dragged))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Go there, or to the hit marked there, and follow the mouse until it is let go."""
        event.stop()
        self.capture_mouse()
        mark = self._mark_lines().get(event.y)
        if mark is None:
            self._ask(event.y)
        else:
            self._begun = event.y
            self.post_message(self.MarkChosen(mark))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow a drag."""
        if self.app.mouse_captured is self and event.y != self._begun:
            self._begun = -1
            self._ask(event.y, dragged=True)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End a drag."""
        event.stop()
        self._begun = -1
        self.release_mouse()
