"""Selecting with the mouse: pressing, dragging, also beyond the edge, and clicking twice or three times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

from roundtable_tui.tui.page.selected import Selected, all_of, word_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.timer import Timer

    from roundtable_tui.tui.page.block import Block
    from roundtable_tui.tui.page.page import Place

SCROLL_EVERY = 0.05
"""Seconds between two rows while the mouse is held beyond the first or the last line."""

LEFT = 1


class Dragging(Widget):
    """A widget in which words are selected as in a terminal: every character between press and pointer, both included.

    A character of two cells is selected by either of them. Textual's own selection would go over into other widgets,
    and would take the first character of the next row for the empty cells behind a row.
    """

    ALLOW_SELECT = False

    _pressed: tuple[Place, Place] | None = None
    _pointer = (0, 0)
    _dragged = False
    _scrolling: Timer | None = None

    # What the widget says and does

    @property
    def blocks(self) -> Sequence[Block]:
        """The blocks of the page."""
        raise NotImplementedError

    def touched(self, x: int, y: int) -> tuple[Place, Place]:
        """Return the start and end of the character at cell `x` of line `y`."""
        raise NotImplementedError

    def select(self, selected: Selected | None) -> None:
        """Select, or nothing with None."""
        raise NotImplementedError

    def move(self, rows: int) -> None:
        """Scroll down by `rows`, up when negative."""
        raise NotImplementedError

    def follow_link(self, y: int) -> None:
        """Follow the link on line `y`, if there is one."""
        raise NotImplementedError

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to select."""
        if event.button == LEFT and self.blocks:
            self._pressed = self.touched(event.x, event.y)
            self._pointer = (event.x, event.y)
            self._dragged = False
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select up to the pointer; beyond the edge the text scrolls to meet it."""
        if self._pressed is None or (event.x, event.y) == self._pointer:
            return
        self._pointer = (event.x, event.y)
        self._dragged = True
        self.drag_on()
        beyond = not 0 <= event.y < self.size.height
        if beyond and self._scrolling is None:
            self._scrolling = self.set_interval(SCROLL_EVERY, self._scroll_on)
        elif not beyond:
            self._stop_scrolling()

    def drag_on(self) -> None:
        """Select up to the pointer again: other words have come under it."""
        if self._pressed is not None and self._dragged:
            start, end = self.touched(*self._pointer)
            if start < self._pressed[0]:
                self.select(Selected(self._pressed[1], start))
            else:
                self.select(Selected(self._pressed[0], max(end, self._pressed[1])))

    def _scroll_on(self) -> None:
        self.move(-1 if self._pointer[1] < 0 else 1)
        self.drag_on()

    def _stop_scrolling(self) -> None:
        if self._scrolling is not None:
            self._scrolling.stop()
            self._scrolling = None

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End the dragging; a click alone ends the selection."""
        self._stop_scrolling()
        if self._pressed is not None:
            self.release_mouse()
            if not self._dragged:
                self.select(None)
            self._pressed = None

    def on_click(self, event: events.Click) -> None:
        """Follow a link; a double click selects the word, a triple one the turn."""
        event.stop()
        if self._dragged or not self.blocks:
            return
        start, _end = self.touched(event.x, event.y)
        if event.chain == 1:
            self.follow_link(event.y)
        elif event.chain == 2:
            self.select(word_at(self.blocks, start))
        else:
            self.select(all_of(self.blocks, start.block))
