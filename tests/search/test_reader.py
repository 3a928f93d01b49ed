"""The thread in which a library is read while searches go on."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from roundtable_tui.search import reader as module
from roundtable_tui.search.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest


def test_waking_reads_once_until_it_is_stale(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [100.0]
    monkeypatch.setattr(module, "monotonic", lambda: clock[0])
    runs = []
    reader = Reader(runs.append)
    for later, expected in ((0, 1), (1, 1), (module.FRESH, 2), (0, 2)):
        clock[0] += later
        reader.wake()
        if reader._thread:
            reader._thread.join()
        assert len(runs) == expected


def test_a_reader_that_is_busy_is_left_alone_and_can_be_stopped() -> None:
    begun, runs = Event(), []

    def fill(stopped: Callable[[], bool]) -> None:
        runs.append(1)
        begun.set()
        while not stopped():
            pass

    reader = Reader(fill)
    reader.wake()
    assert begun.wait(5)
    reader.wake()
    reader.stop()
    reader.wake()
    assert runs == [1]


def test_what_somebody_else_has_just_read_is_not_read_again() -> None:
    runs: list[object] = []
    reader = Reader(runs.append)
    reader.rest()
    reader.wake()
    reader.stop()
    assert runs == []


def test_an_error_of_the_file_system_ends_one_run_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FRESH", 0.0)
    runs = []

    def fill(stopped: Callable[[], bool]) -> None:
        runs.append(1)
        raise FileNotFoundError

    reader = Reader(fill)
    for expected in (1, 2):
        reader.wake()
        assert reader._thread is not None
        reader._thread.join()
        assert len(runs) == expected
