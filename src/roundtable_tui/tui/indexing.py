"""Bringing the search up to date beside the reading, and how far that is.

A process of its own does it, at low priority: reading thousands of files in a thread would hold up every key. It is
ended with the reader, and ends by itself when nobody reads any more what it says.
"""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

if TYPE_CHECKING:
    from collections.abc import Callable
    from subprocess import Popen

    from textual.app import App

    from roundtable_tui.tui.session import Session

TELL_EVERY = 0.3
"""Seconds between two words about how far it is."""

BESIDE = True
"""Whether another process does it, where there is anything to do."""


class Indexing:
    """Lets the engine of `session` read what is new or changed; `start` it whenever the library may have changed.

    `finished` is whether everything has been read since it was last started; `failure` says why it could not be.
    `progress` is how much is done, of how much, and of what (`text`, `readings`), where that is known. `listener` is
    told, in the app's own thread, when there is news.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._app: App[int] | None = None
        self._again = False
        self._told = 0.0
        self._child: Popen[str] | None = None
        self._stopped = False
        self.running = False
        self.finished = False
        self.failure = ""
        self.progress: tuple[int, int, str] | None = None
        self.listener: Callable[[], None] | None = None

    def start(self, app: App[int]) -> None:
        """Begin, in a thread, unless it is under way already: then once more after that."""
        self._app = app
        if self.running:
            self._again = True
        elif not self._stopped:
            self.running, self.failure = True, ""
            app.run_worker(self._work, thread=True, group="index")

    def start_once(self, app: App[int]) -> None:
        """Begin, unless it was done or is under way."""
        if not self.finished and not self.running:
            self.start(app)

    def stop(self) -> None:
        """End it for good; what was read by now stays."""
        self._stopped = True
        if self._child is not None:
            self._child.terminate()

    def _work(self) -> None:
        """Look, in a thread, whether there is anything to do, and do it or have it done."""
        worker = get_current_worker()

        def cancelled() -> bool:
            if monotonic() - self._told >= TELL_EVERY:
                self._told = monotonic()
                self._from_thread(self._tell)
            return worker.is_cancelled or self._stopped

        failure = ""
        try:
            # Told to stop at once, the engine only says whether there is anything to read.
            if BESIDE and not self._session.engine.fill(cancelled=lambda: True) and not cancelled():
                self._let_child()
            if not cancelled() and self._session.engine.fill(cancelled=cancelled):
                self._session.engine.prepare()
        except OSError as error:
            failure = error.strerror or str(error)
        if not worker.is_cancelled:
            self._from_thread(self._done, failure)

    def _let_child(self) -> None:
        """Let another process do it, and tell what it says; what it cannot do is left to be done here."""
        import subprocess

        root = str(self._session.library.root)
        command = [sys.executable, "-m", "roundtable_tui", "index", "--background", "--library", root]
        null = subprocess.DEVNULL
        try:
            self._child = subprocess.Popen(
                command, stdin=null, stdout=subprocess.PIPE, stderr=null, encoding="utf-8", errors="replace"
            )
        except OSError:  # no memory for another process, or no interpreter to start
            return
        with self._child as child:
            if self._stopped:
                child.terminate()
            for line in child.stdout or ():
                done, _space, rest = line.partition(" ")
                total, _space, stage = rest.strip().partition(" ")
                if done.isdecimal() and total.isdecimal():
                    self._from_thread(self._went, (int(done), int(total), stage))
        self._child = None

    def _from_thread(self, work: Callable[..., None], *arguments: object) -> None:
        if self._app is not None and self._app.is_running and not self._stopped:
            self._app.call_from_thread(work, *arguments)

    def _went(self, progress: tuple[int, int, str]) -> None:
        self.progress = progress
        self._tell()

    def _tell(self) -> None:
        if self.listener is not None:
            self.listener()

    def _done(self, failure: str) -> None:
        self.running = False
        self.progress = None
        self.failure = failure
        self.finished = not self._again
        if self._again and self._app is not None:
            self._again = False
            self.start(self._app)
        self._tell()
