"""The line under the transcript: how far, in which section, and what just happened."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from roundtable_tui.text import cells
from roundtable_tui.tui.widgets.line_widget import LineWidget

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from roundtable_tui.tui.display import Part

GAP = 3
"""Cells between two hints."""

SPEAKS_FOR = 6.0
"""Seconds that a message stays."""


class StatusBar(LineWidget):
    """Shows the share read, the section, and at the right a message or the state of search."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"status--share", "status--warning", "status--message"}
    DEFAULT_CSS = """
    StatusBar { height: 1; background: $panel; color: $quiet; padding: 0 1;
        & > .status--share { color: $foreground; }
        & > .status--warning { color: $warning; text-style: bold; }
        & > .status--message { color: $accent; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._share = ""
        self._section = ""
        self._warning = ""
        self._right = ""
        self._message = ""
        self._hints: list[tuple[str, str]] = []

    def suggest(self, hints: list[tuple[str, str]]) -> None:
        """Show, where nothing else is to be said, as many of `hints` as there is room for: keys and what they do."""
        if hints != self._hints:
            self._hints = hints
            self.refresh()

    def show(self, share: float, section: str, warning: str = "", right: str = "") -> None:
        """Show that `share` (0 to 1) is read, the section's heading, a warning about the file, and `right`."""
        shown = (f"{share:4.0%}", section, warning, right)
        if shown != (self._share, self._section, self._warning, self._right):
            self._share, self._section, self._warning, self._right = shown
            self.refresh()

    def say(self, message: str) -> None:
        """Show `message` for some seconds."""
        self._message = message
        self.set_class(bool(message), "-speaking")
        self.refresh()
        self.set_timer(SPEAKS_FOR, lambda: self._hush(message))

    def _hush(self, message: str) -> None:
        if self._message == message:
            self._message = ""
            self.remove_class("-speaking")
            self.refresh()

    @property
    def message(self) -> str:
        """What is being said, or nothing."""
        return self._message

    def parts(self, y: int, width: int) -> Iterable[Part]:
        """Return the runs of the line."""
        right = self._message or self._right
        room = max(0, width - cells.width(right) - 2) if right else width
        yield f"{self._share}  ", self.look("status--share")
        used = cells.width(self._share) + 2
        if self._warning:
            yield f"{self._warning}  ", self.look("status--warning")
            used += cells.width(self._warning) + 2
        if self._section:
            section = cells.fit(f"§ {self._section}", max(0, room - used))
            yield section, self.rich_style
            used += cells.width(section)
        if right:
            yield " " * max(1, width - used - cells.width(right)), self.rich_style
            yield right, self.look("status--message")
        else:
            yield from self._hinted(width - used)

    def _hinted(self, room: int) -> Iterator[Part]:
        """Yield the hints that fit into `room` cells with some air before each, at its right end."""
        sizes = [cells.width(f"{key} {words}") + GAP for key, words in self._hints]
        count = next((n for n in range(len(sizes), 0, -1) if sum(sizes[:n]) <= room), 0)
        if count:
            yield " " * (room - sum(sizes[:count])), self.rich_style
        for key, words in self._hints[:count]:
            yield " " * GAP, self.rich_style
            yield key, self.look("status--share")
            yield f" {words}", self.rich_style
