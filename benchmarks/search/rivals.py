"""What people search text with today, each on the same text: every turn a line, in a file or in memory."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.figures import Budget, Row, interleaved, paired_ratio
from benchmarks.search.queries import QUERIES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks.search.searcher import Searcher

    Search = Callable[[str], float]

FASTER_THAN_RG = {10_000: Budget(1), 100_000: Budget(round(1 / 3, 3)), 1_000_000: Budget(round(1 / 5, 3))}
FASTER_THAN_FZF = {10_000: Budget(1 / 50), 100_000: Budget(round(1 / 300, 5)), 1_000_000: Budget(1 / 500)}
_LARGE = 300_000
"""Turns from which on every query is tried once: fzf takes many seconds for each."""


def rows(searcher: Searcher, text: Path, turns: int, rounds: int) -> Iterator[Row]:
    """Yield the rows of whole queries, all hits, against ripgrep, fzf and rapidfuzz on the turns in `text`."""
    rounds = 1 if turns >= _LARGE else rounds
    if shutil.which("rg"):
        yield _row(searcher, "exact", "rg -iF", _ripgrep(text), rounds, FASTER_THAN_RG.get(turns))
    partial = _rapidfuzz(text)
    yield _row(searcher, "exact", "partial_ratio", partial, rounds, None)
    yield _row(searcher, "error", "partial_ratio", partial, rounds, None)
    if shutil.which("fzf"):
        yield _row(searcher, "error", "fzf --filter", _fzf(text), rounds, FASTER_THAN_FZF.get(turns))


def missing() -> Iterator[str]:
    """Yield a note for each program that is not installed."""
    for program in ("rg", "fzf"):
        if not shutil.which(program):
            yield f"{program} is not installed, so nothing is compared with it"


def _row(searcher: Searcher, kind: str, name: str, theirs: Search, rounds: int, budget: Budget | None) -> Row:
    """Return the row of the queries of the class `kind`; each is asked of both, one after the other."""
    ours: list[float] = []
    others: list[float] = []
    for query in QUERIES[kind]:
        sides = (lambda query=query: searcher.ask("all", query).seconds, lambda query=query: theirs(query))
        mine, other = interleaved(sides, rounds)
        ours += mine
        others += other
    what = f"{len(QUERIES[kind])} queries ({kind}), all hits, p50, against {name}"
    own, other_p50 = (median(side) * 1000 for side in (ours, others))
    return Row(what, own, "ms", other_p50, budget, paired_ratio(ours, others))


def _ripgrep(text: Path) -> Search:
    return lambda query: _run(["rg", "-iF", "--", query, str(text)], Path(os.devnull))


def _fzf(text: Path) -> Search:
    return lambda query: _run(["fzf", "--filter", query], text)


def _run(command: list[str], stdin: Path) -> float:
    """Return the seconds of `command`; its output is read whole."""
    with stdin.open("rb") as lines:
        began = perf_counter()
        subprocess.run(command, stdin=lines, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
        return perf_counter() - began


def _rapidfuzz(text: Path) -> Search:
    from rapidfuzz import fuzz, process

    turns = text.read_text(encoding="utf-8").split("\n")

    def search(query: str) -> float:
        began = perf_counter()
        process.extract(query, turns, scorer=fuzz.partial_ratio, limit=100, score_cutoff=60)
        return perf_counter() - began

    return search
