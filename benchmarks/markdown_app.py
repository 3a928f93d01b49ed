"""Textual's own viewer of Markdown, with nothing around it, on the file that is named."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App
from textual.widgets import MarkdownViewer

if TYPE_CHECKING:
    from textual.app import ComposeResult


class MarkdownApp(App[None]):
    """Shows `text`."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """Compose the screen."""
        yield MarkdownViewer(self._text, show_table_of_contents=False)

    def on_mount(self) -> None:
        """Let the keys scroll."""
        self.query_one(MarkdownViewer).focus()


if __name__ == "__main__":
    MarkdownApp(Path(sys.argv[1]).read_text(encoding="utf-8")).run()
