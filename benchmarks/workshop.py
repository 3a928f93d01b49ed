"""The folders of a run, its environment, and its libraries: nothing of the user's is read or touched."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.library import make_library, make_long_piece

if TYPE_CHECKING:
    from collections.abc import Sequence

TURNS_EACH = 100
"""Turns in each piece of a library that is measured in turns."""

_PASSED_ON = ("PATH", "LANGUAGE", "SYSTEMROOT", "TMPDIR")


@dataclass(frozen=True)
class Workshop:
    """What every part of a run shares.

    `folder` is temporary unless it was named, `generator` makes libraries (None for our own), `quick` asks for few
    runs, `sizes` are the turns in the libraries that are searched, `worst` how many badly answered queries are listed.
    `rounds` is how often each side runs.
    """

    folder: Path
    generator: Path | None = None
    quick: bool = False
    sizes: tuple[int, ...] = ()
    worst: int = 0

    @property
    def rounds(self) -> int:
        """How often each side is run."""
        return 3 if self.quick else 9

    def library(self, issues: int) -> Path:
        """Return a library of so many files, made at the first call."""
        return make_library(self.folder / f"library-{issues}", issues, self.generator)

    def library_of_turns(self, turns: int) -> Path:
        """Return a library of so many turns, a hundred in each piece, made at the first call."""
        made_by = self.generator.stem if self.generator else "ours"
        folder = self.folder / f"library-{turns}-turns-{made_by}"
        return make_library(folder, turns // TURNS_EACH, self.generator, turns_each=TURNS_EACH)

    def long_piece(self, turns: int) -> Path:
        """Return a library of one piece with so many turns, made at the first call."""
        return make_long_piece(self.folder / f"piece-{turns}", turns)

    @cached_property
    def empty(self) -> Path:
        """A folder to start programs in, so that no `./transcripts` is found."""
        path = self.folder / "empty"
        path.mkdir(exist_ok=True)
        return path

    def environment(self, name: str = "home") -> dict[str, str]:
        """Return an environment whose home, settings, caches and places are below the folder of that name."""
        home = self.folder / name
        home.mkdir(exist_ok=True)
        kept = {variable: os.environ[variable] for variable in _PASSED_ON if variable in os.environ}
        folders = {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "CACHE", "STATE", "DATA")}
        terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
        return {**kept, **folders, **terminal, "HOME": str(home)}


def roundtable(*arguments: str | Path) -> Sequence[str]:
    """Return the command line of the installed `roundtable`, or of its module where it is not installed."""
    script = Path(sys.executable).with_name("roundtable")
    start = [str(script)] if script.exists() else [sys.executable, "-m", "roundtable_tui"]
    return [*start, *map(str, arguments)]


def bare_app() -> Sequence[str]:
    """Return the command line of the bare Textual app."""
    return [sys.executable, str(Path(__file__).with_name("bare_app.py"))]
