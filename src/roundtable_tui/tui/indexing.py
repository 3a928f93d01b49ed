"""Bringing the search up to date beside the reading, and how far that is."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App

    from roundtable_tui.tui.session import Session

TELL_EVERY = 0.3
"""Seconds between two words about how far it is."""


class Indexing:
    """Lets the engine of `session` read what is new or changed; `start` it whenever the library may have changed.

    `finished` is whether everything has been read since it was last started; `failure` says why it could not be.
    `progress` is how much is done, of how much, where that is known apart from what a search says of it. `listener` is
    told, in the app's own thread, when there is news.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._app: App[int] | None = None
        self._again = False
        self._told = 0.0
        self.running = False
        self.finished = False
        self.failure = ""
        self.progress: tuple[int, int] | None = None
        self.listener: Callable[[], None] | None = None

    def start(self, app: App[int]) -> None:
        """Begin, in a thread, unless it is under way already: then once more after that."""
        self._app = app
        if self.running:
            self._again = True
            return
        self.running, self.failure = True, ""
        app.run_worker(self._fill, thread=True, group="index", exit_on_error=True)

    def start_once(self, app: App[int]) -> None:
        """Begin, unless it was done or is under way."""
        if not self.finished and not self.running:
            self.start(app)

    def _fill(self) -> None:
        """Let the engine read; it asks before every file whether to go on, and so says how far it is."""
        worker = get_current_worker()

        def cancelled() -> bool:
            if monotonic() - self._told >= TELL_EVERY and not worker.is_cancelled:
                self._told = monotonic()
                self._from_thread(self._tell)
            return worker.is_cancelled

        failure = ""
        try:
            self._session.engine.fill(cancelled=cancelled)
        except OSError as error:
            failure = error.strerror or str(error)
        if not worker.is_cancelled:
            self._from_thread(self._done, failure)

    def _from_thread(self, work: Callable[..., None], *arguments: object) -> None:
        if self._app is not None and self._app.is_running:
            self._app.call_from_thread(work, *arguments)

    def _tell(self) -> None:
        if self.listener is not None:
            self.listener()

    def _done(self, failure: str) -> None:
        self.running = False
        self.failure = failure
        self.finished = not self._again
        if self._again and self._app is not None:
            self._again = False
            self.start(self._app)
        self._tell()
