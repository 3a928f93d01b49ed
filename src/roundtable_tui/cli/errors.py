"""What ends a command early: one message, one exit code."""

from __future__ import annotations

NOTHING_FOUND = 1
USAGE = 2
INTERRUPTED = 130
CLOSED_PIPE = 141


class CommandError(Exception):
    """Raised by a command that cannot go on; `main` prints the message to stderr and exits with `code`.

    The message is plain text in the language of the interface and says what was found and what would be right.
    `hint` is a second line, such as the command that would help.
    """

    def __init__(self, message: str, *, code: int = USAGE, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.hint = hint
