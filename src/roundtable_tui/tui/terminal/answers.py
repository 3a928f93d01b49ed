"""What the reader asks the terminal, and the answers, which come among the keys.

Nobody waits for an answer: the first frame is drawn as for a terminal that does not answer, and drawn again where an
answer says otherwise. An answer that comes late, in pieces, or to another program's question is no key either.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

Subject = Literal["width", "device", "cell", "graphics"]

WIDTH = "\x1b[2;1H…\x1b[6n\x1b[2K\x1b[H"
"""Draws an East Asian ambiguous character and asks where the cursor is then (DSR 6), on a screen that is still empty.

In the second line, because the answer from the first, `CSI 1 ; 2 R`, is what xterm also sends for Shift+F3.
"""

PICTURES = "\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\\x1b[16t\x1b[c"
"""Asks for kitty's graphics with a picture of one pixel, for the pixels of a cell, and for what the terminal is (DA1).

Every terminal answers the last, so that its answer says that the others will not come any more.
"""

_ANSWER = re.compile(
    r"\x1b\[2;(?P<width>\d{1,4})R|\x1b\[\?(?P<device>[\d;]{0,64})c|\x1b\[6;(?P<cell>\d{1,5};\d{1,5})t"
    r"|\x1b_G(?P<graphics>[^\x07\x1b]{0,256})\x1b\\"
)
_BEGINNING = re.compile(r"\x1b\[(?:2(?:;\d{0,4})?|\?[\d;]{0,64}|6(?:;\d{0,5}){0,2})?\Z|\x1b_[^\x07\x1b]{0,256}\x1b?\Z")
"""What may be the beginning of an answer. A lone ESC is not held back: Esc is pressed often and this comes once."""


class Told(Message):
    """The terminal answered a question."""

    def __init__(self, subject: Subject, answer: str) -> None:
        super().__init__()
        self.subject = subject
        self.answer = answer


class Answers:
    """Takes answers out of what is typed and gives each to `told`, but only those that were asked for."""

    def __init__(self, told: Callable[[Told], None]) -> None:
        self._told = told
        self._open: set[str] = set()
        self.held = ""

    def asked(self, *subjects: Subject) -> None:
        """Expect an answer about each of `subjects`, the first that comes."""
        self._open.update(subjects)

    def sift(self, typed: str) -> str:
        """Return `typed` without answers. While one is expected, what may be its beginning is held until the rest."""
        typed, self.held = self.held + typed, ""
        typed = _ANSWER.sub(self._take, typed)
        if self._open and (beginning := _BEGINNING.search(typed)):
            typed, self.held = typed[: beginning.start()], beginning.group()
        return typed

    def release(self) -> str:
        """Return what is held, because the rest does not come: it was typed."""
        held, self.held = self.held, ""
        return held

    def _take(self, found: re.Match[str]) -> str:
        subject: Subject = found.lastgroup  # type: ignore[assignment]
        if subject in self._open:
            self._open.discard(subject)
            if subject == "device":  # the last
                self._open -= {"cell", "graphics"}
            self._told(Told(subject, found[subject]))
        return ""
