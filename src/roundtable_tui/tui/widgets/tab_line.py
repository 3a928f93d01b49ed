"""The names of several charts on one line, the one that is shown standing out."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from roundtable_tui.text import cells
from roundtable_tui.tui.widgets.line_widget import LineWidget

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events

    from roundtable_tui.tui.display import Part


class TabLine(LineWidget):
    """Shows `names`, each after its number; in little room those that are not shown are numbers alone."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"tabs--shown", "tabs--number"}
    DEFAULT_CSS = """
    TabLine { height: 1; background: $surface; color: $quiet; padding: 0 1;
        & > .tabs--shown { color: $accent; text-style: bold underline; }
        & > .tabs--number { color: $accent; text-style: bold; }
    }
    """

    class Chosen(Message):
        """The name with that `number`, from 0, was clicked."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._names = names
        self._shown = 0

    def show(self, shown: int) -> None:
        """Let another name stand out."""
        self._shown = shown
        self.refresh()

    def _tabs(self, width: int) -> list[tuple[int, str]]:
        """Return each number with the name that there is room for."""
        whole = sum(2 + cells.width(name) + 3 for name in self._names) <= width + 3
        names = [name if whole or number == self._shown else "" for number, name in enumerate(self._names)]
        return list(enumerate(names))

    def parts(self, y: int, width: int) -> Iterable[Part]:
        """Return the runs of the line."""
        for number, name in self._tabs(width):
            if number:
                yield "   ", self.rich_style
            yield f"{number + 1} ", self.look("tabs--number")
            yield name, self.look("tabs--shown") if number == self._shown else self.rich_style

    def on_click(self, event: events.Click) -> None:
        """Tell which name was clicked."""
        event.stop()
        x = self.styles.padding.left
        for number, name in self._tabs(self.content_size.width):
            x += 2 + cells.width(name) + 3
            if event.x < x:
                self.post_message(self.Chosen(number))
                return
