"""An app that copies by every way there is, also what Textual's own boxes copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

if TYPE_CHECKING:
    from collections.abc import Callable

    from roundtable_tui.tui.taking.copies import Copies


class CopyingApp(App[int]):
    """The base of the reader's app that owns the clipboard."""

    _copies: Copies | None = None

    def copy_to_clipboard(self, text: str) -> None:
        """Copy `text`, as Textual's own boxes ask for it."""
        self.copy(text, lambda _sentence: None)

    def copy(self, text: str, tell: Callable[[str], None]) -> None:
        """Copy `text` to the clipboard and to a file; `tell` gets a sentence about which way it took."""
        from roundtable_tui.tui.taking.copies import Copies

        if self._copies is None:
            self._copies = Copies(self, self._send)
        self._clipboard = self._copies.copy(text, tell)

    def _send(self, sequence: str) -> None:
        """Write `sequence` to the terminal."""
        if self._driver is not None:
            self._driver.write(sequence)
