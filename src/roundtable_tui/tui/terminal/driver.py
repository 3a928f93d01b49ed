"""Textual's driver for Unix terminals, mended where a reader that is open all day would notice.

Stock behaviour, measured: a byte that is no UTF-8 kills the app, and so does a key with a number that is no character;
a terminal that goes away leaves it running at full load; leaving takes up to 0.2 seconds; SIGTERM and SIGHUP leave the
terminal in the alternate screen; SIGCONT after SIGSTOP starts everything a second time; a shell that did not start the
reader itself never hears that it was suspended.
"""

from __future__ import annotations

import fcntl
import os
import signal
import struct
import sys
import termios
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.drivers.linux_driver import LinuxDriver
from textual.events import Resize

from roundtable_tui.tui.terminal.answers import PICTURES, WIDTH, Answers
from roundtable_tui.tui.terminal.keyboard import Keyboard
from roundtable_tui.tui.terminal.output import TerminalOutput

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App
    from textual.message import Message

ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
"""The signals that end the reader as if its user had left."""

LAST_SECONDS = 1.5
"""Seconds that a signal leaves to end in good order."""

FALLBACK = (80, 24)
"""The size of a terminal, in cells, that does not know its own."""


class ReaderDriver(LinuxDriver):
    """Reads the keyboard and hands the terminal back whole.

    Signals are only noted when they arrive, and answered by the event loop: a handler that wrote to the terminal would
    wait for a lock that the code it interrupted may hold.
    """

    def __init__(
        self, app: App[int], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        # Textual draws on stderr; someone who sends error messages to a file still wants to see the reader.
        screen = next(stream for stream in (sys.__stdout__, sys.__stderr__) if stream is not None and stream.isatty())
        self._screen = screen.fileno()
        self._file = TerminalOutput(self._screen)  # type: ignore[assignment]
        self._wake_read, self._wake_write = os.pipe()
        self._answers = Answers(self.process_message)
        self._ask_width = getattr(app, "ask_width", False)
        for number in ENDING:
            if signal.getsignal(number) != signal.SIG_IGN:  # nohup means it
                signal.signal(number, self._ended)

    # Taking the terminal and giving it back

    @property
    def _taken(self) -> bool:
        return self._writer_thread is not None

    def start_application_mode(self) -> None:
        """Take the terminal; in the background, wait until the shell brings the reader to the front."""
        if self._taken:
            return
        with suppress(termios.error):
            termios.tcsetattr(self.fileno, termios.TCSANOW, termios.tcgetattr(self.fileno))
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._ask_width and self._get_terminal_size()[1] > 1:
            self._ask_width = False  # once: to ask again after Ctrl+Z would mean to lay out again
            self._answers.asked("width")
            self.write(WIDTH)

    def ask_pictures(self) -> None:
        """Ask which pictures the terminal can draw; `Told` brings each answer."""
        self._answers.asked("graphics", "cell", "device")
        self.write(PICTURES)

    def write(self, data: str) -> None:
        """Write `data` to the terminal, or nowhere while the shell has it."""
        if self._writer_thread is not None:
            self._writer_thread.write(data)

    def disable_input(self) -> None:
        """Stop reading at once, and drop what was typed and not read."""
        if self._key_thread is None:
            return
        signal.signal(signal.SIGWINCH, signal.SIG_DFL)
        self._disable_mouse_support()
        os.write(self._wake_write, b"\0")
        self._key_thread.join()
        self._key_thread = None
        with suppress(termios.error):
            termios.tcflush(self.fileno, termios.TCIFLUSH)

    def close(self) -> None:
        """Wait until everything is written."""
        super().close()
        self._writer_thread = None

    def _get_terminal_size(self) -> tuple[int, int]:
        """Return columns and rows of the terminal itself, whatever the environment says."""
        try:
            width, height = os.get_terminal_size(self._screen)
        except OSError:
            width, height = 0, 0
        return width or FALLBACK[0], height or FALLBACK[1]

    def cell_pixels(self) -> tuple[int, int] | None:
        """Return the pixels of a cell, across and down, as far as the system knows them from the terminal, or None.

        A remote login hands them on; some terminals tell them only when they are asked, and others only here.
        """
        try:
            sizes = fcntl.ioctl(self._screen, termios.TIOCGWINSZ, bytes(8))
        except OSError:
            return None
        rows, columns, width, height = struct.unpack("4H", sizes)
        return (width // columns, height // rows) if rows and columns and width and height else None

    def _query_in_band_window_resize(self) -> None:
        """Do not ask the terminal to send its size among the keys: SIGWINCH tells, and a paste cannot forge it."""

    # Signals

    def _soon(self, work: Callable[[], None]) -> None:
        with suppress(RuntimeError):  # the loop has ended
            self._loop.call_soon_threadsafe(work)

    def _ended(self, number: int, _frame: object) -> None:
        """End the app as if the reader had left, with the exit code of a program ended by that signal."""
        self._leave(128 + number)
        signal.signal(signal.SIGALRM, lambda *_: self._give_up(128 + number))
        signal.setitimer(signal.ITIMER_REAL, LAST_SECONDS)

    def _give_up(self, code: int) -> None:
        """End the process, because the app cannot: the terminal takes nothing more, or a thread does not end."""
        if self._taken and self.attrs_before is not None:
            with suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
        os._exit(code)

    def _leave(self, code: int) -> None:
        self._soon(lambda: self._app.exit(code, return_code=code))

    def _sigtstp_application(self, *_: object) -> None:
        self._soon(self._suspend)

    def _suspend(self) -> None:
        """Give the terminal back, stop, and take it again when the shell says so."""
        if not self._taken:
            return
        self.suspend_application_mode()
        handlers = {number: signal.signal(number, signal.SIG_DFL) for number in (signal.SIGTSTP, signal.SIGCONT)}
        # The whole group, as the terminal itself would do it: else a shell that started the reader by way of another
        # program does not notice. Where no shell could wake the group, the system does not let it stop.
        os.kill(0, signal.SIGTSTP)
        for number, handler in handlers.items():
            signal.signal(number, handler)
        self._must_signal_resume = True
        self.resume_application_mode()

    def _sigcont_application(self, *_: object) -> None:
        self._soon(self._continue)

    def _continue(self) -> None:
        """Take the terminal anew after SIGSTOP, which left no time to give it back."""
        if not self._taken:
            return
        before = self.attrs_before
        self.disable_input()
        self.close()
        self._must_signal_resume = True
        self.start_application_mode()
        self.attrs_before = before

    # Keys

    def process_message(self, message: Message) -> None:
        """Hand `message` to the app, but no size that came among the keys: none was asked for."""
        if not isinstance(message, Resize):
            super().process_message(message)

    def run_input_thread(self) -> None:
        """Read and hand out keys until woken; end the app when the terminal is gone."""
        keyboard = Keyboard(self.fileno, self._wake_read, answers=self._answers, debug=self._debug)
        if not keyboard.listen(self.process_message):
            self._leave(128 + signal.SIGHUP)

    def _run_input_thread(self) -> None:
        try:
            self.run_input_thread()
        except Exception as error:
            self._soon(lambda error=error: self._app._handle_exception(error))  # type: ignore[misc]
