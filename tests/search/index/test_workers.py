"""Rows read by several processes."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest

from roundtable_tui.search.index import workers

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    from roundtable_tui.search.index.cache import Cache

    Open = Callable[..., Cache]
    Update = Callable[..., bool]
    Held = Callable[[Cache], dict[str, object]]
    Fresh = Callable[[Path], dict[str, object]]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """Let any number of rows be read by two processes; return those that were started."""
    made: list[subprocess.Popen[bytes]] = []
    start = workers._start

    def start_and_tell() -> subprocess.Popen[bytes] | None:
        worker = start()
        assert worker is not None
        made.append(worker)
        return worker

    monkeypatch.setattr(workers, "_FEWEST_ROWS", 0)
    monkeypatch.setattr(workers, "_processors", lambda: 2)
    monkeypatch.setattr(workers, "_start", start_and_tell)
    return made


def test_several_processes_read_what_one_does(
    filled: Path, opened: Open, updated: Update, held: Held, fresh: Fresh, monkeypatch: pytest.MonkeyPatch,
    started: list[subprocess.Popen[bytes]],
) -> None:  # fmt: skip
    cache = opened(filled)
    assert updated(filled, cache)
    assert len(started) == 2
    assert all(worker.returncode is not None for worker in started)
    monkeypatch.setattr(workers, "_processors", lambda: 1)
    assert held(cache) == fresh(filled)
    assert len(started) == 2


def test_processes_that_die_cost_time_and_nothing_else(
    filled: Path, opened: Open, updated: Update, held: Held, fresh: Fresh, monkeypatch: pytest.MonkeyPatch,
    started: list[subprocess.Popen[bytes]],
) -> None:  # fmt: skip
    done: list[int] = []

    def progress(number: int, _total: int, stage: str) -> None:
        if stage == "readings" and number in (1, 4):
            os.kill(started[len(done)].pid, signal.SIGTERM)
            done.append(number)

    cache = opened(filled)
    assert updated(filled, cache, progress=progress)
    assert len(done) == 2
    monkeypatch.setattr(workers, "_processors", lambda: 1)
    assert held(cache) == fresh(filled)


def test_a_cancelled_update_leaves_no_process_behind(
    filled: Path, opened: Open, updated: Update, held: Held, fresh: Fresh, monkeypatch: pytest.MonkeyPatch,
    started: list[subprocess.Popen[bytes]],
) -> None:  # fmt: skip
    left = iter(range(15))
    cache = opened(filled)
    assert not updated(filled, cache, cancelled=lambda: next(left, None) is None)
    assert [worker.returncode is not None for worker in started] == [True, True]
    monkeypatch.setattr(workers, "_processors", lambda: 1)
    assert updated(filled, cache)
    assert held(cache) == fresh(filled)
