"""Textual's driver for Unix terminals, mended where a reader that is open all day would notice.

Stock behaviour, measured: a byte that is no UTF-8 kills the app; a terminal that goes away leaves it running at full
load; leaving takes up to 0.2 seconds; SIGTERM and SIGHUP leave the terminal in the alternate screen.
"""

from __future__ import annotations

import os
import selectors
import signal
import sys
from codecs import getincrementaldecoder
from contextlib import suppress
from typing import TYPE_CHECKING

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App

TICK = 0.05
"""Seconds after which a lone Esc is no longer taken for the beginning of a sequence of keys."""


class ReaderDriver(LinuxDriver):
    """Reads the keyboard and hands the terminal back whole."""

    def __init__(
        self, app: App[int], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        # Textual draws on stderr; someone who sends error messages to a file still wants to see the reader.
        if sys.__stdout__ is not None and sys.__stdout__.isatty():
            self._file = sys.__stdout__
        self._wake_read, self._wake_write = os.pipe()

    def start_application_mode(self) -> None:
        """Take the terminal, and hear the signals that end a program."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._ended)

    def _ended(self, number: int, _frame: object) -> None:
        """End the app as if the reader had left, with the exit code of a program ended by that signal."""
        self._leave(128 + number)

    def _leave(self, code: int) -> None:
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(lambda: self._app.exit(code, return_code=code))

    def disable_input(self) -> None:
        """Stop reading at once rather than at the next look at the clock."""
        with suppress(OSError):
            os.write(self._wake_write, b"\0")
        super().disable_input()

    def run_input_thread(self) -> None:
        """Read bytes and hand out keys until told to stop; end the app when the terminal is gone."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(self._wake_read, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                ready = {key.fd for key, _mask in selector.select(TICK)}
                if self.fileno in ready and not self._read(parser, decode):
                    self._leave(129)
                    break
                for event in parser.tick():
                    self.process_message(event)
        with suppress(EOFError, ParseError):
            for _event in parser.feed(""):
                pass

    def _read(self, parser: XTermParser, decode: Callable[[bytes], str]) -> bool:
        """Hand out what was typed; return False when there is no terminal any more."""
        try:
            data = os.read(self.fileno, 4096)
        except OSError:
            return False
        if not data:
            return False
        if text := decode(data):
            for event in parser.feed(text):
                self.process_message(event)
        return True
