"""How often something is said, piece by piece, and how often that is for what is said there."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.search.hit import FIELDS, PieceLabel
from roundtable_tui.search.patterns.row_text import RowText
from roundtable_tui.search.present import marks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from roundtable_tui.search.found import Found
    from roundtable_tui.search.index.reader import Reader
    from roundtable_tui.search.patterns.fit import Pattern

_TEXT = FIELDS.index("text")

PER = 10_000
"""Characters that a rate is for."""


class Frequency(NamedTuple):
    """How often something is said in a piece: so many `times` in so many of its turns.

    All its turns have so many `characters` (code points); what stands outside turns is not counted. `date` is when the
    talk was held, or else published (ISO 8601, perhaps of reduced precision or empty).
    """

    piece: PieceLabel
    date: str
    times: int
    turns: int
    characters: int


def rate(times: int, characters: int) -> float:
    """Return how many `times` that is for 10,000 characters; 0 for no characters."""
    return PER * times / characters if characters else 0.0


class Said(NamedTuple):
    """How many times something is said in the turns of each piece, and in how many of them, by the piece's number."""

    times: Counter[int]
    turns: Counter[int]


def said(found: Found, reader: Reader, words: Sequence[Sequence[Pattern]], check: Callable[[], None]) -> Said:
    """Return how often `words` are said in the rows `found`; where there are none, a turn counts once.

    `check` is called for every row, and may raise to end it.
    """
    times: Counter[int] = Counter()
    turns: Counter[int] = Counter()
    for number, piece in found.rows():
        check()
        for row in reader.rows((number,)):
            if row.field == _TEXT:
                turns[piece] += 1
                times[piece] += len(marks(RowText(row.text, row.words), words)) if words else 1
    return Said(times, turns)


def issue_key(piece: PieceLabel) -> tuple[object, ...]:
    """Return what the parts of one issue have in common: series and number, or the piece alone where it has none."""
    return (piece.series, piece.issue) if piece.issue is not None else ("", piece.id)


def by_issue(frequencies: Iterable[Frequency]) -> tuple[tuple[Frequency, ...], ...]:
    """Return the parts of each issue together, in the order in which the issues come first."""
    issues: dict[tuple[object, ...], list[Frequency]] = {}
    for each in frequencies:
        issues.setdefault(issue_key(each.piece), []).append(each)
    return tuple(map(tuple, issues.values()))
