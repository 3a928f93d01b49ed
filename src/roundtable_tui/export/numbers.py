"""Which turns `12-18` means, and how a set of turns is written."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from roundtable_tui.config.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable

_RANGE = r"(?P<first>[0-9]*)\s*(?P<to>-?)\s*(?P<last>[0-9]*)"
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−〜~", "-"))


class NumbersError(ValueError):
    """A text names no turns; `str()` says what was found and what would be right."""


def read_numbers(text: str, count: int) -> frozenset[int]:
    """Return the turns that `text` names in a piece with `count` of them, numbered from 1.

    `7`, `12-18`, `12-` (to the last), `-18` (from the first), and several of them with commas between. Full-width
    digits and the dashes and tildes that stand for a hyphen in print are taken for what they look like. Raises
    NumbersError, also for a turn that the piece does not have.
    """
    found: set[int] = set()
    for part in unicodedata.normalize("NFKC", text).translate(_DASHES).replace("、", ",").split(","):
        read = re.fullmatch(_RANGE, part.strip())
        if read is None or not (read["first"] or read["last"]):
            raise NumbersError(_("{text} names no turns; write 7, 12-18, 12- or 3,5-7").format(text=repr(text)))
        first = int(read["first"] or 1)
        last = int(read["last"] or count) if read["to"] else first
        if first > last:
            raise NumbersError(_("{first}-{last} goes backwards; turns count upwards").format(first=first, last=last))
        if not 1 <= first <= last <= count:
            message = _("there is no turn {number}; the piece has turns 1 to {count}")
            raise NumbersError(message.format(number=last if last > count else 0, count=count))
        found.update(range(first, last + 1))
    return frozenset(found)


def write_numbers(numbers: Iterable[int]) -> str:
    """Return `numbers` in order, runs as ranges: `3, 5–7`."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)
