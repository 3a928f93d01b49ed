"""Programs as whole processes: how long they run, how much memory they hold."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

BARE = (sys.executable, "-c", "pass")
"""What every command of ours is compared with: a Python that does nothing."""

_EXIT_CODES = (0, 1)


def timed(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> Callable[[], float]:
    """Return a function that runs `command` in `folder` and returns its seconds from start to end.

    Its output goes to a pipe that is read. The function raises RuntimeError where it ends with neither 0 nor 1.
    """

    def run() -> float:
        began = perf_counter()
        done = subprocess.run(command, env=environment, cwd=folder, capture_output=True, check=False)
        taken = perf_counter() - began
        if done.returncode not in _EXIT_CODES:
            raise RuntimeError(f"{command} ended with {done.returncode}: {done.stderr.decode(errors='replace')}")
        return taken

    return run


def peak_memory(pid: int) -> int:
    """Return the most memory in bytes that the process held so far (resident set, Linux only; else 0)."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    return 0


def bare_memory(environment: Mapping[str, str]) -> int:
    """Return the peak memory in bytes of a Python that does nothing but wait."""
    waiting = (sys.executable, "-c", "print(flush=True); input()")
    with subprocess.Popen(waiting, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        held = peak_memory(process.pid)
        process.communicate(b"\n")
    return held
