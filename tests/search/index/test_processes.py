"""Several processes at one index, and processes that are killed while they write it."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from contextlib import ExitStack, contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import IO, TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from roundtable_tui.search.index.cache import Cache

    Open = Callable[..., Cache]
    Update = Callable[..., bool]
    Held = Callable[[Cache], dict[str, object]]
    Fresh = Callable[[Path], dict[str, object]]
    Write = Callable[..., Path]

_WORK = Path(__file__).with_name("working.py")
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be forked and killed")


@contextmanager
def _working(library: Path, folder: Path, *jobs: str) -> Iterator[list[subprocess.Popen[str]]]:
    """Run `working.py` for each of `jobs` until the block ends; give the processes when they are ready."""
    commands = [[sys.executable, str(_WORK), job, str(library), str(folder)] for job in jobs]
    with ExitStack() as stack:
        processes = [
            stack.enter_context(subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True))
            for command in commands
        ]
        for process in processes:
            assert _pipe(process.stdout).readline() == "ready\n"
        yield processes


def _pipe(stream: IO[str] | None) -> IO[str]:
    assert stream is not None
    return stream


def _change(write: Write, chance: random.Random) -> None:
    """Change, remove and add some pieces."""
    for _ in range(chance.randrange(1, 6)):
        number = chance.randrange(1, 25)
        turns = (f"会議は{chance.randrange(1000)}分でした。", "研修の資料を配りました。")
        path = write(f"{number:03}", *turns[: chance.randrange(3)] * chance.randrange(1, 6), held=f"20{number:02}")
        if chance.random() < 0.2:
            path.unlink()


def _kill_and_compare(
    times: int, seed: int, filled: Path, write: Write, opened: Open, updated: Update, held: Held, fresh: Fresh
) -> None:
    chance = random.Random(seed)
    killed = 0
    with _working(filled, filled.parent / "cache", "kill") as [process]:
        for _ in range(times):
            _change(write, chance)
            print(chance.uniform(0, 0.06), file=process.stdin, flush=True)
            answer = _pipe(process.stdout).readline()
            assert answer in ("killed\n", "done\n")
            killed += answer == "killed\n"
            said: list[str] = []
            cache = opened(filled, warn=said.append)
            cache.read(lambda reader: list(reader.all_rows()))
            # Now and then the next one has to go on from what several left behind.
            if chance.random() < 0.5:
                assert updated(filled, cache)
                assert held(cache) == fresh(filled)
            cache.close()
            assert said == []
        _pipe(process.stdin).close()
    assert killed >= times // 3
    cache = opened(filled)
    assert updated(filled, cache)
    assert held(cache) == fresh(filled)


@needs_fork
def test_a_writer_killed_at_any_instant_leaves_an_index_that_goes_on(
    filled: Path, write: Write, opened: Open, updated: Update, held: Held, fresh: Fresh
) -> None:
    _kill_and_compare(10, 1, filled, write, opened, updated, held, fresh)


@pytest.mark.slow
@needs_fork
@pytest.mark.parametrize("seed", range(10, 15))
def test_a_writer_killed_many_times_leaves_an_index_that_goes_on(
    filled: Path, write: Write, opened: Open, updated: Update, held: Held, fresh: Fresh, seed: int
) -> None:
    _kill_and_compare(50, seed, filled, write, opened, updated, held, fresh)


@needs_fork
def test_two_writers_and_four_readers_at_once(
    filled: Path, write: Write, opened: Open, updated: Update, held: Held, fresh: Fresh
) -> None:
    chance = random.Random(7)
    with _working(filled, filled.parent / "cache", *["write"] * 2, *["read"] * 4) as processes:
        until = monotonic() + 1.5
        while monotonic() < until:
            _change(write, chance)
            sleep(0.05)
        answers = [process.communicate()[0] for process in processes]
        assert [process.returncode for process in processes] == [0] * 6
    assert all(answer.strip().isdigit() and int(answer) >= 2 for answer in answers), answers
    said: list[str] = []
    cache = opened(filled, warn=said.append)
    assert updated(filled, cache)
    assert held(cache) == fresh(filled)
    assert said == []


@needs_fork
def test_a_second_writer_waits_for_the_first_or_gives_up_when_told_to(
    filled: Path, opened: Open, updated: Update
) -> None:
    cache = opened(filled)
    lock = cache.writers_lock()
    assert lock is not None
    assert lock.acquire()
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(0)
        return len(asked) == 3

    assert not updated(filled, cache, cancelled=cancelled)
    assert len(asked) == 3

    def free() -> bool:
        lock.release()
        return False

    assert updated(filled, cache, cancelled=free)
