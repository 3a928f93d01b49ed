"""The index brought up to date before a command uses it, with a word on how far that is."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from roundtable_tui.config.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from roundtable_tui.cli.output import Output
    from roundtable_tui.library import Library
    from roundtable_tui.search.index.cache import Cache
    from roundtable_tui.search.index.passes import Progress
    from roundtable_tui.search.readings.analyser import Analyser

_TELL_SECONDS = 0.2
"""Between two words about how far it is."""


def update_index(library: Library, cache: Cache, out: Output) -> bool:
    """Make `cache` what `library` is now; return whether it is. A stderr that is a terminal says how far it is.

    Where readings were due and no analyser is there to make them, stderr says so; the next time none are due. Raises
    OSError where the folder of the library cannot be read.
    """
    names = {"text": _("reading the files"), "readings": _("reading how words sound")}

    def show(done: int, total: int, stage: str) -> None:
        if total:
            out.progress(f"{names[stage]}: {done}/{total}")

    try:
        whole, unread = run_update(library, cache, show)
    finally:
        out.progress("")
    if unread:
        out.error(_("nothing is installed that reads kanji, so words are found as they are written, not as they sound"))
    return whole


def run_update(
    library: Library, cache: Cache, show: Progress, cancelled: Callable[[], bool] = lambda: False
) -> tuple[bool, bool]:
    """Make `cache` what `library` is now; return whether it is, and whether pieces have no readings for want of one.

    `show` is told how far it is, at most every fifth of a second and at the end of each pass.
    """
    from roundtable_tui.search.index.update import update
    from roundtable_tui.search.readings.analyser import find_analyser

    told = 0.0
    due = 0
    asked: list[bool] = []

    def progress(done: int, total: int, stage: str) -> None:
        nonlocal told, due
        due = total if stage == "readings" else due
        if done == total or monotonic() - told >= _TELL_SECONDS:
            told = monotonic()
            show(done, total, stage)

    def find() -> Analyser | None:
        analyser = find_analyser()
        asked.append(analyser is not None)
        return analyser

    whole = update(library, cache, find, cancelled, progress)
    return whole, due > 0 and asked[-1:] == [False]
