"""Which words of a library are worth comparing with a misspelt one: said so that a database can pick them."""

from typing import NamedTuple

from roundtable_tui.search.slips import begins_so, errors_in_reading, errors_in_word


class Bounds(NamedTuple):
    """Words, or readings, of `least` to `most` letters that begin with one of `firsts` or end with one of `lasts`."""

    least: int
    most: int
    firsts: str
    lasts: str = ""


def word_bounds(folded: str) -> Bounds | None:
    """Return the bounds of what `Vocabulary.near` may give for a folded word; None where that is nothing."""
    errors = errors_in_word(len(folded))
    lasts = "" if begins_so(folded) else folded[-2:]
    return Bounds(len(folded) - errors, len(folded) + errors, folded[:2], lasts) if errors else None


def reading_bounds(sound: str) -> Bounds | None:
    """Return the bounds of the readings that `Vocabulary.near_reading` may take for `sound`, kana without long vowels.

    None where there are none.
    """
    errors = errors_in_reading(len(sound))
    return Bounds(len(sound) - errors, len(sound) + errors, sound[:2]) if errors else None
