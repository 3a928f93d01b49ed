"""Libraries of any size to measure with, the same on every run."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path
from time import sleep, time
from typing import TYPE_CHECKING

from benchmarks.words import turns

if TYPE_CHECKING:
    from collections.abc import Iterator

NEXT_DOOR = Path(__file__).resolve().parents[2] / "shared" / "tools" / "make_library.py"
"""Where a generator may lie that makes libraries from other words; the project does without."""

_NAMES = ("真壁", "三枝", "速水", "髙橋", "野々村", "灰谷")
_TOPICS = ("在宅勤務", "チャット", "職員研修", "窓口の混雑", "紙とはんこ", "標準化", "防災", "図書館")
_SETTLES = 2.5
"""Seconds after which the library's catalogue believes that a file is left alone."""


def make_library(folder: Path, issues: int, generator: Path | None, *, turns_each: int = 40) -> Path:
    """Write `issues` files of `turns_each` turns to `folder`, unless they are there; return the folder.

    `generator` is a program called as `generator FOLDER --issues N --turns N`; None takes our own.
    """
    if not folder.is_dir():
        half = folder.with_name(f"{folder.name}.part")  # a run that was stopped leaves no half library for the next
        shutil.rmtree(half, ignore_errors=True)
        if generator is not None:
            size = ("--issues", str(issues), "--turns", str(turns_each))
            subprocess.run([sys.executable, generator, half, *size], check=True)
        else:
            half.mkdir(parents=True)
            words = turns(1, 150)
            for index in range(issues):
                path = half / f"{index // 2 + 1:05d}-{index % 2 + 1}.yaml"
                path.write_text(piece(index // 2 + 1, index % 2 + 1, turns_each, words), encoding="utf-8")
        half.rename(folder)
    _let_settle(folder)
    return folder


def make_long_piece(folder: Path, number_of_turns: int) -> Path:
    """Write a library of one piece with so many turns, a section every 20, to `folder`; return the folder."""
    if not folder.is_dir():
        folder.mkdir(parents=True)
        (folder / "1-1.yaml").write_text(piece(1, 1, number_of_turns, turns(1, 150)), encoding="utf-8")
    _let_settle(folder)
    return folder


def piece(issue: int, part: int, number_of_turns: int, words: Iterator[str]) -> str:
    """Return one transcript file with a section every 20 turns."""
    held = date(2001, 1, 5) + timedelta(days=3 * issue)
    rng = random.Random(issue * 10 + part)
    lines = [
        "roundtable: 1",
        f"title: {_TOPICS[issue % len(_TOPICS)]}を語る、第{issue}回{'①②③④'[part - 1]}",
        f"series: 測るための円卓\nissue: {issue}\npart: {part}\nparts: 2\nheld: {held}",
        "participants:",
        *(f"  {name}: {{name: {name} 一, org: 汐見県, role: 課長}}" for name in _NAMES),
        "sections:",
    ]
    topics = cycle(_TOPICS)
    for number, text in zip(range(number_of_turns), words, strict=False):
        if number % 20 == 0:
            lines += [f"  - heading: {next(topics)} {number // 20 + 1}", "    turns:"]
        cut = len(text) // 2 if len(text) > 120 and number % 3 == 0 else len(text)
        said = "".join(f"          {half}\n" for half in (text[:cut], text[cut:]) if half).rstrip("\n")
        lines.append(f"      - {rng.choice(_NAMES)}: |\n{said}")
    return "\n".join(lines) + "\n"


def _let_settle(folder: Path) -> None:
    """Wait until the newest file of `folder` is old enough for the catalogue."""
    newest = max(file.stat().st_ctime for file in os.scandir(folder))
    sleep(max(0.0, newest + _SETTLES - time()))


def generator_for(asked: Path | None) -> Path | None:
    """Return the generator to use: the one asked for, the one next door where there is one, or None for our own."""
    if asked is not None:
        return asked
    return NEXT_DOOR if NEXT_DOOR.is_file() else None
