"""The spellings in the library that a misspelt word may have meant."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from roundtable_tui.search.form import Form, is_letter
from roundtable_tui.search.indexed import BREAK
from roundtable_tui.search.slips import edges_hold, errors_in_stretch, errors_in_word, is_slip, may_begin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from roundtable_tui.search.indexed import IndexedPiece
    from roundtable_tui.search.query import Term

MOST_SPELLINGS = 12
"""Spellings that are looked for instead of one word, at most: each costs a look through the library."""

_KANA = re.compile("[ぁ-ゖ-]+")
_KATAKANA = re.compile("[ァ-ヺーヽヾｦ-ﾟ]+")


def near_forms(
    term: Term, words: Mapping[str, int], pieces: Iterable[IndexedPiece], cancelled: Callable[[], bool]
) -> tuple[Form, ...]:
    """Return the nearest spellings of `term` other than its own, the rarest first, at most MOST_SPELLINGS.

    `words` are the library's Latin and katakana words with the number of pieces that hold each; all else is looked
    for in the unspaced text of `pieces`. Only spellings with the fewest errors are returned: whoever typed one error
    did not mean a word two errors away. Phrases have none. Once `cancelled` says so, the answer means nothing.
    """
    typed = term.folded
    if term.phrase or errors_in_word(len(typed)) == 0:
        return ()
    found = []
    latin = all(map(is_letter, typed))
    if latin or _KANA.fullmatch(typed):
        found = list(_near_words(typed, words, latin))
    if not found and not latin and not _KATAKANA.fullmatch(term.text):
        found = list(_near_stretches(typed, pieces, cancelled))
    fewest = min((form.errors for form in found), default=0)
    nearest = sorted((form for form in found if form.errors == fewest), key=lambda form: (form.pieces, form.text))
    return tuple(nearest[:MOST_SPELLINGS])


def _near_words(typed: str, words: Mapping[str, int], latin: bool) -> Iterator[Form]:
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    matches = extract(typed, words.keys(), scorer=OSA.distance, score_cutoff=errors_in_word(len(typed)), limit=None)
    for word, errors, _ in matches:
        if errors and is_slip(typed, word, errors, word=True) and is_letter(word[0]) == latin:
            yield Form.near(word, errors, words[word], word=True)


def _near_stretches(typed: str, pieces: Iterable[IndexedPiece], cancelled: Callable[[], bool]) -> Iterator[Form]:
    """Spellings of `typed` within unspaced text. An error spoils one of the seeds, so another one stands unspoilt."""
    errors = errors_in_stretch(typed)
    if not errors:
        return
    seeds = tuple(_seeds(typed, errors))
    distances: dict[str, int] = {}
    counts: dict[str, int] = {}
    for piece in pieces:
        if cancelled():
            return
        here: set[str] = set()
        for seed, offset in seeds:
            if seed in piece.text:
                here.update(_stretches(typed, piece.text, seed, offset, errors, distances))
        for stretch in here:
            counts[stretch] = counts.get(stretch, 0) + 1
    for stretch, count in counts.items():
        yield Form.near(stretch, distances[stretch], count, word=False)


def _seeds(typed: str, errors: int) -> Iterator[tuple[str, int]]:
    """Parts of `typed` with their places, one of which any stretch with so many errors still holds.

    Of `errors` + 1 parts side by side one is whole, unless two letters were swapped across the border of two parts;
    a swap at each border is therefore a seed too. Three letters are too few to cut; their pairs are the seeds.
    """
    if len(typed) == 3:
        yield from ((typed[:2], 0), (typed[1:], 1))
    borders = [len(typed) * step // (errors + 1) for step in range(errors + 2)]
    if len(typed) > 3:
        for start, end in pairwise(borders):
            yield typed[start:end], start
    swaps = range(1, 3) if len(typed) == 3 else borders[1:-1]
    for border in swaps:
        start = max(border - 2, 0)
        end = min(border + 2, len(typed))
        yield typed[start : border - 1] + typed[border] + typed[border - 1] + typed[border + 1 : end], start


def _stretches(typed: str, text: str, seed: str, offset: int, errors: int, distances: dict[str, int]) -> Iterator[str]:
    """Every stretch of `text` that holds `seed` where `typed` has it and may be meant by `typed`.

    `distances` remembers the errors of every stretch that was weighed, a large number for one that is not near.
    """
    at = text.find(seed)
    while at >= 0:
        begin = at - offset
        starts = range(max(begin - errors, 0), min(begin + errors, at) + 1)
        ends = range(max(begin + len(typed) - errors, at + len(seed)), begin + len(typed) + errors + 1)
        for start in starts:
            for end in ends if may_begin(typed, text[start : start + 2]) else ():
                stretch = text[start:end]
                if _weigh(typed, stretch, distances) <= errors:
                    yield stretch
        at = text.find(seed, at + 1)


def _weigh(typed: str, stretch: str, distances: dict[str, int]) -> int:
    """The errors in `stretch` as a spelling of `typed`; a large number where it is none, or is the word itself."""
    if stretch not in distances:
        from rapidfuzz.distance import OSA

        errors = OSA.distance(typed, stretch)
        near = errors > 0 and BREAK not in stretch and edges_hold(typed, stretch)
        near = near and is_slip(typed, stretch, errors, word=False)
        distances[stretch] = errors if near else len(typed) + len(stretch)
    return distances[stretch]
