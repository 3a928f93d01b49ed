"""How well a row fits a word of a query, and where the word stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from roundtable_tui.search.hit import Tier
    from roundtable_tui.search.patterns.row_text import RowText

TIERS: tuple[Tier, ...] = ("exact", "folded", "reading", "fuzzy")
EXACT, FOLDED, READING, FUZZY = range(4)

Span = tuple[int, int]
"""Code points [start, end) of the original text."""


class Fit(NamedTuple):
    """How a row fits; a smaller one is better.

    `tier` is an index into TIERS. `errors` are counted over all words. `part` is 0 for whole words, more where a word
    goes on before or behind what was found. `common` is how often the commonest word stands in the library that was
    taken for a misspelt one; in better tiers 1 where a word is spelt in another way than it was typed, else 0.
    """

    tier: int
    errors: int = 0
    part: int = 0
    common: int = 0

    def with_word(self, other: Fit) -> Fit:
        """Return the fit of a row that holds two words: no better than the worse of them."""
        return Fit(
            max(self.tier, other.tier),
            self.errors + other.errors,
            max(self.part, other.part),
            max(self.common, other.common),
        )


PERFECT = Fit(EXACT)


def joined(spans: Iterable[Span]) -> list[Span]:
    """Return `spans` in order, those that overlap as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


class Pattern(Protocol):
    """One way in which a word of a query may stand in a text."""

    @property
    def best(self) -> int:
        """The best tier that it can have."""
        ...

    def ask(self) -> str | None:
        """Return an FTS5 expression that every row which fits answers to; None where every row must be looked at."""
        ...

    def fit(self, row: RowText) -> Fit | None:
        """Return how `row` fits, or None where it does not."""
        ...

    def spans(self, row: RowText) -> list[Span]:
        """Return every place in the original text of `row`, without overlap; none exactly where `fit` is None."""
        ...
