"""Where a command writes: results to stdout, everything else to stderr, nothing unchecked to either."""

import os
from collections.abc import Mapping
from typing import Literal, NamedTuple, TextIO

from roundtable_tui.text.safe import display

Style = Literal["bold", "dim", "match", "speaker", "heading", "error", "warning"]
"""What a part of a line is; the names say the meaning, `_CODES` the look."""

ColorChoice = Literal["auto", "always", "never"]

_CODES: dict[str, str] = {
    "bold": "1",
    "dim": "2",
    "match": "1;33",
    "speaker": "36",
    "heading": "1;34",
    "error": "31",
    "warning": "33",
}
"""SGR parameters (ECMA-48) of each style: the terminal's own 16 colours, so that its theme is respected."""


_BLANK = "\r\x1b[K"
"""Back to the beginning of the line, and the line erased (ECMA-48)."""


class Styled(NamedTuple):
    """A part of a line that is coloured when colour is on."""

    text: str
    style: Style


def wants_color(choice: ColorChoice, stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Return whether to colour `stream`: the flag decides, else NO_COLOR, TERM=dumb and whether it is a terminal."""
    if choice != "auto":
        return choice == "always"
    return not environ.get("NO_COLOR") and environ.get("TERM") != "dumb" and stream.isatty()


class Output:
    """The two streams of one command.

    Everything but `raw` goes through `text.safe`, so nothing in a file or a file name can steer the terminal.
    Raises BrokenPipeError where the reader of stdout has gone; `main` turns that into exit code 141.
    """

    def __init__(self, stdout: TextIO, stderr: TextIO, *, color: bool = False) -> None:
        self.stdout = stdout
        self.stderr = stderr
        self.color = color
        self._shows_progress = False

    def line(self, *parts: str | Styled) -> None:
        """Print one line of `parts`, set one after another without spaces between them."""
        if self._shows_progress:
            self.progress("")
        self.stdout.write("".join(map(self._part, parts)) + "\n")

    def text(self, text: str) -> None:
        """Print each line of `text` as a line of its own; a line break at the very end adds no empty line."""
        for line in text.removesuffix("\n").split("\n"):
            self.line(line)

    def json(self, obj: Mapping[str, object]) -> None:
        """Print `obj` as one line of JSON Lines with `"v": 1` first, never coloured; see `jsonlines.encode`."""
        from roundtable_tui.cli.jsonlines import encode

        self.stdout.write(encode(obj) + "\n")

    def raw(self, text: str) -> None:
        """Write `text` to stdout exactly as it is: an exported document, which is for a file or a pipe."""
        # Line by line: where Python is told not to buffer, a reader who leaves in the middle of a write is not noticed.
        self.stdout.writelines(text.splitlines(keepends=True))

    def error(self, message: str) -> None:
        """Print `message` to stderr as `roundtable: message`, after everything already written to stdout."""
        self.stdout.flush()
        self.note(f"roundtable: {message}")

    def note(self, message: str) -> None:
        """Print `message` to stderr as it is: a summary, a hint."""
        if self._shows_progress:
            self.progress("")
        self.stderr.write(display(message) + "\n")
        self.stderr.flush()

    def progress(self, message: str) -> None:
        """Show `message` in the last line of a terminal on stderr until something else is written there.

        An empty one takes it away. Where stderr is no terminal nothing is shown.
        """
        if self._shows_progress:
            self.stderr.write(_BLANK)
        self._shows_progress = bool(message) and self.stderr.isatty()
        if self._shows_progress:
            self.stdout.flush()
            self.stderr.write(display(message))
        self.stderr.flush()

    @property
    def width(self) -> int | None:
        """The width of the terminal that stdout is, in cells; None where it is none (then nothing needs cutting)."""
        try:
            return os.get_terminal_size(self.stdout.fileno()).columns or None
        except (OSError, ValueError):
            return None

    def _part(self, part: str | Styled) -> str:
        if isinstance(part, str):
            return display(part)
        shown = display(part.text)
        return f"\x1b[{_CODES[part.style]}m{shown}\x1b[0m" if self.color and shown else shown
