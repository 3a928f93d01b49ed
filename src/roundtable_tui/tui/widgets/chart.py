"""What all charts have in common: a cursor, and a sentence about what it is on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from textual.message import Message

from roundtable_tui.text import cells
from roundtable_tui.tui.display import plain
from roundtable_tui.tui.widgets.line_widget import LineWidget

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.style import Style
    from textual import events

    from roundtable_tui.tui.display import Part
    from roundtable_tui.tui.page.axis import Bound
    from roundtable_tui.tui.page.page import Place
    from roundtable_tui.tui.page.spots import Spot


class Goal(NamedTuple):
    """What a chart leads to: a `place` in the open piece, a `spot` found in it, or a piece of the library by id."""

    place: Place | None = None
    spot: Spot | None = None
    piece: str = ""


class Chart(LineWidget, can_focus=True):
    """A chart made of cells. A subclass draws it and moves the cursor; none depends on colour alone."""

    DEFAULT_CSS = """
    Chart { height: 1fr; background: $background; color: $foreground; }
    """

    class Moved(Message):
        """The cursor is on something else."""

    class Chosen(Message):
        """What the cursor is on was clicked."""

    def draw(self, width: int, height: int) -> Sequence[Sequence[Part]]:
        """Return the lines of the chart, at most `height` of them, in at most `width` cells."""
        raise NotImplementedError

    def words(self) -> str:
        """Return the exact figures of what the cursor is on."""
        raise NotImplementedError

    def goal(self) -> Goal | None:
        """Return what the cursor is on, or None for nothing."""
        raise NotImplementedError

    @property
    def empty(self) -> bool:
        """Whether there is nothing to go to."""
        return self.goal() is None

    def move(self, across: int, down: int) -> None:
        """Move the cursor to the right and down, to the left and up when negative."""
        raise NotImplementedError

    def move_to_end(self, step: int) -> None:
        """Move the cursor to the end, or to the beginning when `step` is negative."""
        raise NotImplementedError

    def point(self, x: int, y: int) -> bool:
        """Move the cursor to what stands at a cell of the content; return whether there is anything."""
        raise NotImplementedError

    # What they share

    _drawn: tuple[object, Sequence[Sequence[Any]]] | None = None

    def changed(self) -> None:
        """Draw again, and tell."""
        self._drawn = None
        self.refresh()
        self.post_message(self.Moved())

    def on_resize(self) -> None:
        """Draw for the new room."""
        self.changed()

    def parts(self, y: int, width: int) -> Iterable[Part] | None:
        """Return the runs of line `y`."""
        height = self.content_size.height
        # The lines depend on each other; styles change with the theme.
        key = width, height, self.rich_style
        if self._drawn is None or self._drawn[0] != key:
            self._drawn = key, self.draw(width, height) if width > 0 and height > 0 else ()
        lines = self._drawn[1]
        return lines[y] if y < len(lines) else None

    def on_click(self, event: events.Click) -> None:
        """Go to what was clicked."""
        event.stop()
        at = event.get_content_offset(self)
        if at is not None and self.point(at.x, at.y):
            self.changed()
            self.post_message(self.Chosen())


def ticks(bounds: Sequence[Bound], columns: int, cursor: int) -> str:
    """Return the line under a chart, one cell a column: where sections begin, and where the cursor is."""
    line = [cells.sign("─", "-")] * columns
    for bound in bounds:
        line[bound.column] = cells.sign("┼", "+") if len(bound.path) == 1 else cells.sign("┴", "+")
    if 0 <= cursor < columns:
        line[cursor] = cells.sign("▲", "^")
    return "".join(line)


def headings(bounds: Sequence[Bound], columns: int) -> str:
    """Return the headings of the outer sections, each from its column on and cut before the next; not wider."""
    outer = [bound for bound in bounds if len(bound.path) == 1]
    return labels([(bound.column, plain(bound.heading)) for bound in outer], columns)


def labels(places: Sequence[tuple[int, str]], columns: int, *, cut: bool = True) -> str:
    """Return a line of labels, each from its cell on, one cell short of the next; not wider than `columns`.

    A label is cut to its room, or left out where it may not be `cut`, and where there is hardly any.
    """
    line = ""
    for number, (column, label) in enumerate(places):
        end = next((after for after, _label in places[number + 1 :] if after > column), columns + 1)
        room = min(end - 1, columns) - column
        used = cells.width(line)
        if used <= column and (room >= 4 or cells.width(label) <= room) and (cut or cells.width(label) <= room):
            line += " " * (column - used) + cells.fit(label, room)
    return line


def lit(style: Style, here: bool, look: Style) -> Style:
    """Return `style`, under the cursor's `look` if the cursor is `here`."""
    return style + look if here else style
