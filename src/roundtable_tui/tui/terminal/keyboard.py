"""From the bytes of a terminal to keys, whatever the bytes are."""

from __future__ import annotations

import os
import re
import selectors
from codecs import getincrementaldecoder
from typing import TYPE_CHECKING

from textual._time import get_time
from textual.events import Paste

from roundtable_tui.tui.terminal.answers import Answers
from roundtable_tui.tui.terminal.parser import Parser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from textual.message import Message

_REPORTS = re.compile("\x1b[]P_^X][^\x07\x1b]*(?:\x07|\x1b\\\\)")
"""Strings of commands (ECMA-48: OSC, DCS, APC, PM, SOS) that have an end: what a terminal reports late, or to others.

Textual would take their letters for keys.
"""

PASTE_BEGINS, PASTE_ENDS = "\x1b[200~", "\x1b[201~"
"""What a terminal puts around a paste (xterm's bracketed paste)."""

REST = 0.25
"""Seconds that the rest of an answer may take; one that comes over a slow line may be cut anywhere."""

AT_ONCE = 1 << 16
"""Bytes read at a time: what a fast paste brings."""


class Keyboard:
    """Reads the file descriptor `descriptor` until there is a byte to read from `wake`.

    `answers` takes what the terminal answers out of what is typed.
    """

    def __init__(self, descriptor: int, wake: int, *, answers: Answers | None = None, debug: bool = False) -> None:
        self._descriptor = descriptor
        self._wake = wake
        self._answers = answers or Answers(lambda told: None)
        self._debug = debug
        self._parser = Parser(debug)
        self._paste: str | None = None
        self._decode = getincrementaldecoder("utf-8")("replace").decode

    def listen(self, hand_out: Callable[[Message], None]) -> bool:
        """Call `hand_out` with each key, paste, mouse event and report; return False when the terminal is gone."""
        with selectors.DefaultSelector() as selector:
            selector.register(self._descriptor, selectors.EVENT_READ)
            selector.register(self._wake, selectors.EVENT_READ)
            while True:
                ready = {key.fd for key, _events in selector.select(self._patience())}
                if self._wake in ready:
                    os.read(self._wake, 1)
                    return True
                if self._descriptor in ready:
                    if not self._read(hand_out):
                        return False
                elif self._answers.held:
                    for message in self._messages(self._parser.feed(self._answers.release())):
                        hand_out(message)
                for message in self._messages(self._parser.tick()):
                    hand_out(message)

    def _patience(self) -> float | None:
        """Return the seconds after which a sequence that has begun is taken for the key Esc; None for no such."""
        if self._answers.held:
            return REST
        deadline = self._parser._timeout_time
        return None if deadline is None else max(0.0, deadline - get_time())

    def _read(self, hand_out: Callable[[Message], None]) -> bool:
        """Hand out what was typed; return False when there is no terminal any more."""
        try:
            data = os.read(self._descriptor, AT_ONCE)
        except OSError:
            return False
        for message in self._heard(self._decode(data)):
            hand_out(message)
        return bool(data)

    def _heard(self, text: str) -> Iterator[Message]:
        """Yield what `text` means. A paste is one message, whatever stands in it.

        Textual's parser makes keys of the sequences in a paste, and takes an order to change the size out of it.
        """
        while text:
            if self._paste is None:
                typed, begins, text = text.partition(PASTE_BEGINS)
                if typed := _REPORTS.sub("", self._answers.sift(typed)):
                    yield from self._messages(self._parser.feed(typed))
                self._paste = "" if begins else None
            else:
                # The end may have come in two pieces.
                pasted, ends, text = (self._paste + text).partition(PASTE_ENDS)
                self._paste = None if ends else pasted
                if ends:
                    yield Paste(pasted.replace("\0", ""))

    def _messages(self, parsed: Iterable[Message]) -> Iterator[Message]:
        """Yield what was parsed, and begin anew after a sequence that Textual's parser fails on."""
        try:
            yield from parsed
        except Exception:
            self._parser = Parser(self._debug)
