"""Start the reader in a real pseudo-terminal: `terminal.py COMMAND…`.

Waits until the newest bundled issue is on the screen, types q, and expects exit code 0 and the terminal given back.
Standard library only, for an environment in which nothing but the reader is installed. Not for Windows.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import sys
import tempfile
import termios
from pathlib import Path
from time import monotonic

PATIENCE = 180.0
"""Seconds for the command, which may be one that installs the reader first."""

ROWS, COLUMNS = 40, 120
LEAVE_SCREEN, SHOW_CURSOR = b"\x1b[?1049l", b"\x1b[?25h"
COOKED = termios.ECHO | termios.ICANON


def newest_title() -> str:
    """Return the title of the bundled issue held last, the later part of it: what a new reader is shown."""
    pieces = [path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parents[1].glob("transcripts/*.yaml"))]
    newest = max(pieces, key=lambda piece: re.findall(r"^held: \"?([0-9-]+)", piece, re.MULTILINE))
    title: str = re.findall(r"^title: (.+)$", newest, re.MULTILINE)[0]
    return title.rstrip("①②③")


def environment(folder: str) -> dict[str, str]:
    """Return the surroundings of somebody who has never used the reader; what it keeps goes into `folder`."""
    ours = ("ROUNDTABLE_", "LC_", "LANG", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TEXTUAL")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    homes = {f"XDG_{name}_HOME": f"{folder}/{name.lower()}" for name in ("CONFIG", "CACHE", "STATE", "DATA")}
    return {**kept, **homes, "LANG": "C.UTF-8", "TERM": "xterm-256color"}


def start(command: list[str], surroundings: dict[str, str]) -> tuple[int, int]:
    """Start `command` in a terminal and return its process and our end of the terminal."""
    process, terminal = pty.fork()
    if process == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        os.execvpe(command[0], command, surroundings)
    return process, terminal


def output(terminal: int, seconds: float) -> bytes | None:
    """Return what is written to `terminal` within `seconds`, perhaps nothing; None when it is closed."""
    if not select.select([terminal], [], [], seconds)[0]:
        return b""
    try:
        return os.read(terminal, 65536) or None
    except OSError:
        return None


def leave(terminal: int, title: str) -> bytes:
    """Type q once `title` is on the screen; return all that was written. Raises SystemExit when patience ends."""
    written, typed, end = b"", False, monotonic() + PATIENCE
    while monotonic() < end:
        part = output(terminal, 0.2)
        if part is None:
            return written
        written += part
        if not typed and not part and title.encode() in written:
            os.write(terminal, b"q")
            typed = True
    raise SystemExit(
        f"after {PATIENCE} s {'it has not ended' if typed else f'{title} is not shown'}: {written[-2000:]!r}"
    )


def faults(written: bytes, title: str, code: int, modes: int) -> list[str]:
    """Return what is wrong, judged by all that was `written`, the exit code and the local modes of the terminal."""
    left = written.rpartition(LEAVE_SCREEN)
    checks = {
        f"{title} is never shown": title.encode() in written,
        f"its exit code is {code}": code == 0,
        "it does not leave its screen": bool(left[1]),
        "it does not show the cursor again": SHOW_CURSOR in left[2],
        "the terminal does not echo lines any more": modes & COOKED == COOKED,
    }
    return [fault for fault, fine in checks.items() if not fine]


def main(command: list[str]) -> int:
    """Run `command`, print what is wrong and return 1, or return 0."""
    title = newest_title()
    with tempfile.TemporaryDirectory() as folder:
        process, terminal = start(command, environment(folder))
        written = leave(terminal, title)
        code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    wrong = faults(written, title, code, termios.tcgetattr(terminal)[3])
    if wrong:
        print("\n".join([*wrong, repr(written[-2000:])]))
        return 1
    print(f"the reader shows {title}, leaves at q and gives the terminal back")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
