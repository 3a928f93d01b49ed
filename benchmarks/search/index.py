"""The index on disk: how fast `roundtable index` makes it, and how large it is."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.figures import Budget, Row
from benchmarks.workshop import roundtable
from roundtable_tui.cli.commands import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from benchmarks.search.text import Text
    from benchmarks.workshop import Workshop

SIZE = Budget(4)
WITH_READINGS = Budget(1_500, "measured", least=True)
WITHOUT_READINGS = Budget(9_000, "measured", least=True)
_ANALYSERS = ("lindera", "sudachipy")
_LARGE = 300_000
"""Turns from which on nothing is indexed twice."""


class Built(NamedTuple):
    """An index of `size` bytes in the files named; making it took `seconds`, and `processor` seconds of all cores."""

    files: list[str]
    size: int
    seconds: float
    processor: float


def has_index() -> bool:
    """Say whether this version of the program keeps an index."""
    return "index" in COMMANDS


def built(workshop: Workshop, library: Path, home: str, *, readings: bool = True) -> Built:
    """Return the index of `library` in the environment `home`, made unless it was by an earlier run and still fits.

    Without `readings` no analyser can be imported, as on a machine that has none.
    """
    environment = workshop.environment(home)
    record = workshop.folder / home / "built.json"
    if not readings:
        environment["PYTHONPATH"] = str(_no_analyser(workshop.folder / "no-analyser"))
    if not record.is_file():
        shutil.rmtree(environment["XDG_CACHE_HOME"], ignore_errors=True)
    seconds, processor = _run(roundtable("index", "--library", library), environment, workshop.empty)
    files = _files(environment)
    index = Built([path.name for path in files], sum(path.stat().st_size for path in files), seconds, processor)
    if record.is_file():
        earlier = Built(**json.loads(record.read_text(encoding="utf-8")))
        if earlier.files == index.files:
            return earlier._replace(size=index.size)
    record.write_text(json.dumps(index._asdict()), encoding="utf-8")
    return index


def rows(workshop: Workshop, library: Path, text: Text, index: Built) -> Iterator[Row]:
    """Yield the rows of `index`, whose turns are those of `text`."""
    yield Row("index, against the text of the turns", index.size / 2**20, "MiB", text.size / 2**20, SIZE)
    yield Row("indexing", index.seconds, "s")
    yield Row("indexing, turns a second a core", text.turns / index.processor, "", budget=WITH_READINGS)
    if text.turns < _LARGE:
        home = f"without-readings-{library.name}"
        plain = built(workshop, library, home, readings=False)
        speed = text.turns / plain.processor
        yield Row("indexing without readings, turns a second a core", speed, "", budget=WITHOUT_READINGS)
        yield Row("index without readings, against the text", plain.size / 2**20, "MiB", text.size / 2**20)


def _run(command: Sequence[str], environment: Mapping[str, str], folder: Path) -> tuple[float, float]:
    """Run `command`; return its seconds, and the processor seconds of it and of the processes it started."""
    began = perf_counter()
    process = subprocess.Popen(command, env=environment, cwd=folder, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command} ended with {process.returncode}")
    return perf_counter() - began, used.ru_utime + used.ru_stime


def _files(environment: Mapping[str, str]) -> list[Path]:
    """The files of the newest index in the caches of `environment`, its log included."""
    found = sorted(Path(environment["XDG_CACHE_HOME"]).rglob("search-*.sqlite3"), key=lambda path: path.stat().st_mtime)
    if not found:
        raise RuntimeError("`roundtable index` has left no index in the cache folder")
    return sorted(found[-1].parent.glob(f"{found[-1].name}*"))


def _no_analyser(folder: Path) -> Path:
    """Make `folder` one in which Python finds the analysers first, and that they are not there."""
    folder.mkdir(exist_ok=True)
    for name in _ANALYSERS:
        (folder / f"{name}.py").write_text("raise ImportError('left out to measure without it')\n", encoding="utf-8")
    return folder
