"""Finding words again in a text that was edited, by what stood around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CONTEXT = 24
"""Code points that are kept on either side of a place."""

_SEED = 4
"""Code points that must stand as they stood for a text to be looked at; fewer are found everywhere."""


class Words(NamedTuple):
    """What stood around a place: at most `CONTEXT` code points `before` it, and as many from it on."""

    before: str = ""
    after: str = ""


class Found(NamedTuple):
    """Where words stand: in which of several texts, counted from 0, and at which offset."""

    number: int
    offset: int


NO_WORDS = Words()


def around(text: str, offset: int) -> Words:
    """Return the words around `offset`, in code points; one that is above the text (below 0) means its beginning."""
    at = max(0, offset)
    return Words(text[max(0, at - CONTEXT) : at], text[at : at + CONTEXT])


def find_words(texts: Iterable[str], words: Words, number: int, offset: int) -> Found | None:
    """Return where in `texts` most of `words` stands, or None where hardly anything of it does.

    What followed the place counts more than what stood in front of it. Of places that agree as much the nearest to the
    text numbered `number` is meant, then the nearest to `offset`.
    """
    found = ((at, *best) for at, text in enumerate(texts) if (best := _best(text, words, offset)) is not None)
    nearest = max(found, key=lambda each: (each[2], each[3], -abs(each[0] - number)), default=None)
    return None if nearest is None else Found(nearest[0], nearest[1])


def _best(text: str, words: Words, offset: int) -> tuple[int, int, int] | None:
    """Return the offset in `text` where most agrees, how much that is, and how many code points follow it."""
    rated = ((place, *_agreement(text, words, place)) for place in set(_candidates(text, words)))
    return max(rated, key=lambda each: (each[1], each[2], -abs(each[0] - offset)), default=None)


def _candidates(text: str, words: Words) -> Iterator[int]:
    """Yield the offsets at which the next code points, or the last ones, are those that were kept."""
    after, before = words.after[:_SEED], words.before[-_SEED:]
    # A short text is all the context there is; a short end of a longer one is not enough.
    if len(after) == _SEED or (after and not before):
        yield from _occurrences(text, after)
    if len(before) == _SEED or (before and not after):
        yield from (start + len(before) for start in _occurrences(text, before))
    if after and before and len(after) < _SEED and len(before) < _SEED:
        yield from (start + len(before) for start in _occurrences(text, before + after))


def _occurrences(text: str, part: str) -> Iterator[int]:
    start = text.find(part)
    while start >= 0:
        yield start
        start = text.find(part, start + 1)


def _agreement(text: str, words: Words, place: int) -> tuple[int, int]:
    """Return how much around `place` agrees with `words`, and how many code points that follow it do.

    Those count twice: where something was put in at the place, they are what was being read.
    """
    following = _common(text[place : place + CONTEXT], words.after)
    leading = _common(text[max(0, place - CONTEXT) : place][::-1], words.before[::-1])
    return leading + 2 * following, following


def _common(one: str, other: str) -> int:
    """Return the length of what both begin with."""
    length = min(len(one), len(other))
    return next((at for at in range(length) if one[at] != other[at]), length)
