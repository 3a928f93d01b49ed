"""The least that Textual can show, against which the start of the reader is measured: Header, Static, Footer."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, Static


class BareApp(App[None]):
    """Shows one line."""

    def compose(self) -> ComposeResult:
        """Compose the screen."""
        yield Header()
        yield Static("Nothing but a line of text.")
        yield Footer()


if __name__ == "__main__":
    BareApp().run()
