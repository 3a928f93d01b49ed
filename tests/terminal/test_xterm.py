"""xterm itself, set narrow and set wide (`-cjk_width`), tells the reader how it draws ambiguous characters."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (shutil.which("xterm") and shutil.which("Xvfb")), reason="xterm and Xvfb are not installed"),
]

PATIENCE = 40.0

# The reader in a terminal of its own, between it and xterm a program that notes what goes to and fro.
BETWEEN = """\
import os, pty, sys
log = open(sys.argv[1], "wb", buffering=0)
def note(descriptor):
    data = os.read(descriptor, 1 << 16)
    log.write(data)
    return data
pty.spawn(sys.argv[2:], note, note)
"""


@pytest.fixture
def display() -> Iterator[str]:
    """Yield the name of a display of this test's own."""
    told, tells = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(tells), "-screen", "0", "800x600x24"],
        pass_fds=[tells],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(tells)
    with os.fdopen(told) as file:
        number = file.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(PATIENCE)


@pytest.mark.parametrize(("flag", "answer", "thumb"), [("+cjk_width", "2", "┃"), ("-cjk_width", "3", "#")])
def test_the_reader_draws_for_the_width_that_xterm_has(
    flag: str, answer: str, thumb: str, display: str, tmp_path: Path
) -> None:
    piece = "roundtable: 1\ntitle: 幅……の話\nparticipants: {青木: {name: 青木 千尋}}\n"
    (tmp_path / "003.yaml").write_text(
        piece + "sections: [{heading: 幅, turns: [{青木: ①まず……}]}]\n", encoding="utf-8"
    )
    log = tmp_path / "log"
    reader = [sys.executable, "-m", "roundtable_tui", "--library", str(tmp_path), "read", "003"]
    between = [sys.executable, "-c", BETWEEN, str(log), *reader]
    command = ["xterm", flag, "-u8", "-fa", "Monospace", "-fs", "8", "-geometry", "80x24", "-e", *between]
    xterm = subprocess.Popen(command, env={**os.environ, "DISPLAY": display, "LC_ALL": "C.UTF-8"})
    try:
        until = time.monotonic() + PATIENCE
        while not (log.exists() and f"\x1b[2;{answer}R".encode() in log.read_bytes()):
            assert time.monotonic() < until, log.read_bytes()[-400:] if log.exists() else "nothing was written"
            time.sleep(0.1)
        while thumb.encode() not in log.read_bytes().rpartition(b"R")[2] and time.monotonic() < until:
            time.sleep(0.1)
        assert thumb in log.read_bytes().decode("utf-8", "replace")
    finally:
        xterm.kill()
        xterm.wait(PATIENCE)
