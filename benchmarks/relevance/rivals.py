"""Programs that people search text with today, over the same rows: a line for each."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

from benchmarks.relevance.answer import SCREENFUL, Found

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.relevance.answer import Side
    from benchmarks.relevance.expect import Line

_ALIKE = 75
"""Below this similarity, of 100, rapidfuzz gives no row: without a limit it answers every query with something."""


def rivals(lines: Sequence[Line]) -> list[Side]:
    """Return the others over `lines`, as far as they are installed."""
    installed: list[Side] = [side(lines) for program, side in _programs().items() if shutil.which(program)]
    return [*installed, Rapidfuzz(lines)]


def missing() -> list[str]:
    """Return a sentence for each program that is not installed."""
    return [f"{program} is not installed, so it has no column" for program in _programs() if not shutil.which(program)]


def _programs() -> dict[str, type[Fzf] | type[Ripgrep]]:
    return {"fzf": Fzf, "rg": Ripgrep}


class _Filter:
    """A program that reads lines and prints those that match, in an order of its own."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._key_of: dict[str, list[str]] = {}
        for line in lines:
            self._key_of.setdefault(" ".join(line.original.split()), []).append(line.key)
        self._text = "".join(f"{text}\n" for text in self._key_of).encode()

    def _print(self, *command: str) -> Sequence[Found]:
        done = subprocess.run(command, input=self._text, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
        printed = done.stdout.decode().splitlines()[:SCREENFUL]
        return [Found(key) for text in printed for key in self._key_of[text]]


class Fzf(_Filter):
    """`fzf --filter`, best first; quotes and minus are put in its own words."""

    name = "fzf"

    def ask(self, query: str) -> Sequence[Found]:
        """Return the lines it prints."""
        return self._print("fzf", f"--filter={in_fzf(query)}")


class Ripgrep(_Filter):
    """`rg -iF`, in the order of the lines; the query is one string to it."""

    name = "rg -iF"

    def ask(self, query: str) -> Sequence[Found]:
        """Return the lines it prints."""
        return self._print("rg", "-iF", "--no-line-number", "--color=never", "--regexp", query, "-")


class Rapidfuzz:
    """rapidfuzz's `partial_ratio` against every line, without regard to case."""

    name = "rapidfuzz"

    def __init__(self, lines: Sequence[Line]) -> None:
        self._keys = [line.key for line in lines]
        self._texts = [line.original.casefold() for line in lines]

    def ask(self, query: str) -> Sequence[Found]:
        """Return the most similar lines."""
        from rapidfuzz import fuzz, process

        best = process.extract(
            query.casefold(), self._texts, scorer=fuzz.partial_ratio, limit=SCREENFUL, score_cutoff=_ALIKE
        )
        return [Found(self._keys[index], f"{score:.0f}") for _text, score, index in best]


def in_fzf(query: str) -> str:
    """Return `query` as fzf writes it: a phrase as 'the\\ phrase, -word as !word, the rest as it is."""
    out = []
    rest = query.translate({0x201C: '"', 0x201D: '"', 0xFF0D: "-"}).strip()
    while rest:
        minus, rest = (rest[0] == "-", rest[1:] if rest[0] == "-" else rest)
        if rest.startswith('"'):
            word, _, rest = rest[1:].partition('"')
            word = word.replace(" ", "\\ ")
            word = word if minus else f"'{word}"
        else:
            word, rest = (*rest.split(None, 1), "")[:2]
        out.append(f"!{word}" if minus else word)
        rest = rest.strip()
    return " ".join(out)
