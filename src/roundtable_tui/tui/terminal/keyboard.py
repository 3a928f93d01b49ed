"""From the bytes of a terminal to keys, whatever the bytes are."""

from __future__ import annotations

import os
import re
import selectors
from codecs import getincrementaldecoder
from typing import TYPE_CHECKING

from textual._time import get_time
from textual._xterm_parser import XTermParser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from textual.message import Message

_REPORTS = re.compile("\x1b[]P_^X][^\x07\x1b]*(?:\x07|\x1b\\\\)")
"""Strings of commands (ECMA-48: OSC, DCS, APC, PM, SOS) that have an end: what a terminal reports late, or to others.

Textual would take their letters for keys.
"""

AT_ONCE = 1 << 16
"""Bytes read at a time: what a fast paste brings."""


class Keyboard:
    """Reads the file descriptor `descriptor` until there is a byte to read from `wake`."""

    def __init__(self, descriptor: int, wake: int, *, debug: bool = False) -> None:
        self._descriptor = descriptor
        self._wake = wake
        self._debug = debug
        self._parser = XTermParser(debug)
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
                if self._descriptor in ready and not self._read(hand_out):
                    return False
                for message in self._messages(self._parser.tick()):
                    hand_out(message)

    def _patience(self) -> float | None:
        """Return the seconds after which a sequence that has begun is taken for the key Esc; None for no such."""
        deadline = self._parser._timeout_time
        return None if deadline is None else max(0.0, deadline - get_time())

    def _read(self, hand_out: Callable[[Message], None]) -> bool:
        """Hand out what was typed; return False when there is no terminal any more."""
        try:
            data = os.read(self._descriptor, AT_ONCE)
        except OSError:
            return False
        if text := _REPORTS.sub("", self._decode(data)):
            for message in self._messages(self._parser.feed(text)):
                hand_out(message)
        return bool(data)

    def _messages(self, parsed: Iterable[Message]) -> Iterator[Message]:
        """Yield what was parsed, and begin anew after a sequence that Textual's parser fails on."""
        try:
            yield from parsed
        except Exception:
            self._parser = XTermParser(self._debug)
