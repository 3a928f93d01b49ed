"""Copying: the words to the clipboard and to a file, in a thread, and a sentence about which way they took."""

from __future__ import annotations

import os
from _thread import allocate_lock
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.worker import get_current_worker

from roundtable_tui.config.language import _
from roundtable_tui.export.visible import visible
from roundtable_tui.tui.display import plain
from roundtable_tui.tui.taking import clipboard, copied

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.app import App

    from roundtable_tui.tui.taking.clipboard import Way


class Copies:
    """Copies for `app`; the last one that was asked for is the last to arrive."""

    def __init__(self, app: App[Any], send: Callable[[str], None]) -> None:
        self._app = app
        self._send = send
        self._lock = allocate_lock()

    def copy(self, text: str, tell: Callable[[str], None]) -> str:
        """Copy `text` as an export would write it, and return that: pasted into a terminal, it steers nothing.

        Half a surrogate, which no clipboard takes, is made visible with the rest. `tell` gets the sentence.
        """
        shown = visible(text)
        self._app.run_worker(partial(self._copy, shown, tell), thread=True, exclusive=True, group="copy")
        return shown

    def _copy(self, text: str, tell: Callable[[str], None]) -> None:
        worker = get_current_worker()
        with self._lock:
            if worker.is_cancelled:
                return
            path: Path | None = None
            trouble = ""
            try:
                path = copied.keep(text)
            except OSError as error:
                trouble = error.strerror or str(error)
            way = clipboard.way_for(text, os.environ)
            if way == "tmux":
                way = clipboard.to_tmux(text)
            if way == "osc52":
                self._app.call_from_thread(self._send, clipboard.osc52(text))
        self._app.call_from_thread(tell, sentence(text, way, path, trouble))


def sentence(text: str, way: Way, path: Path | None, trouble: str) -> str:
    """Return what became of `text`: which way it took, and in which file it is, or why in none."""
    ways = {
        "osc52": _("{count} characters copied by OSC 52"),
        "tmux": _("{count} characters copied through tmux"),
        "buffer": _("{count} characters copied into tmux's own buffer"),
        "none": _("{count} characters: more than a terminal's clipboard takes ({limit} bytes)"),
    }
    said = ways[way].format(count=len(text), limit=clipboard.LONGEST)
    if path is None:
        return said + "; " + _("in no file: {reason}").format(reason=plain(trouble))
    also = _("only in {path}") if way == "none" else _("also in {path}")
    return said + "; " + also.format(path=plain(copied.short(path)))
