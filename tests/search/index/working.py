"""Processes that work on one index: a writer that is killed, or one of several that run until they are told to stop.

`working.py kill LIBRARY CACHE` indexes once for every line of stdin, in a process of its own that is killed after as
many seconds as the line says, and answers `killed` or `done`. `working.py write|read LIBRARY CACHE` works until stdin
ends and answers how often it did; `read` prints every text it was shown that is in no file.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from roundtable_tui.library.library import Library
from roundtable_tui.search.index import passes
from roundtable_tui.search.index.cache import Cache
from roundtable_tui.search.index.update import update
from roundtable_tui.search.readings.analyser import find_analyser

if TYPE_CHECKING:
    from roundtable_tui.search.index.reader import Reader

passes._BATCH_ROWS = 10  # many small transactions, so that there is much to be torn apart


def index(library: Path, folder: Path) -> None:
    """Bring the index up to date."""
    with Cache(str(library.resolve()), folder, sys.stderr.write) as cache:
        assert update(Library(library, cache=folder), cache, lambda: ANALYSER)
        assert cache.where == "disk"


def kill(library: Path, folder: Path) -> None:
    """Index in a process that is killed, once for every line of stdin."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            try:
                index(library, folder)
            except BaseException:
                traceback.print_exc()
                os._exit(1)
            os._exit(0)
        time.sleep(float(line))
        os.kill(child, signal.SIGKILL)
        status = os.waitpid(child, 0)[1]
        answer = "killed" if os.WIFSIGNALED(status) else "done" if status == 0 else "failed"
        print(answer, flush=True)


def told_to_stop() -> bool:
    """Say whether stdin has ended."""
    return bool(select.select([sys.stdin], [], [], 0)[0])


def write(library: Path, folder: Path) -> None:
    """Index again and again."""
    times = 0
    while times < 2 or not told_to_stop():
        index(library, folder)
        times += 1
    print(times)


def read(library: Path, folder: Path) -> None:
    """Look at every row again and again; each text has to be one of some file, which all begin alike."""

    def look(reader: Reader) -> list[str]:
        pieces = reader.pieces()
        shown = [row.text for piece in pieces.values() for row in reader.rows_of(piece)]
        found = reader.database.execute("SELECT rowid FROM gram WHERE gram MATCH '研修'").fetchall()
        return shown + [row.text for row in reader.rows(number for (number,) in found)]

    times = 0
    known = ("研修の", "サーバーは", "紙", "青木", "星川", "拍手", "会議は", "Work style")
    with Cache(str(library.resolve()), folder, sys.stderr.write) as cache:
        while times < 2 or not told_to_stop():
            for text in cache.read(look):
                if not text.startswith(known):
                    print("UNKNOWN", text)
            times += 1
            time.sleep(0.01)  # the writers are to have their share of two processors
        assert cache.where == "disk"
    print(times)


ANALYSER = find_analyser()

if __name__ == "__main__":
    print("ready", flush=True)
    {"kill": kill, "write": write, "read": read}[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
