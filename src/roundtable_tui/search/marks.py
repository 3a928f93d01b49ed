"""Where in the original the words of a query stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.search.altered import altered
from roundtable_tui.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from roundtable_tui.search.altered import Altered
    from roundtable_tui.search.form import Form
    from roundtable_tui.search.matching import Word
    from roundtable_tui.text.fold import Folded


def marks(text: str, words: Sequence[Word]) -> tuple[tuple[int, int], ...] | None:
    """Return the places of all `words` in `text` as [start, end) code points, in order, never inside a grapheme.

    A word that stands there without errors is marked only so. Marks of different words that overlap become one. None
    when one of the words is not there.
    """
    folded = fold(text)
    bits = altered([folded])
    found: list[tuple[int, int]] = []
    for word in words:
        right = [form for form in word if not form.errors]
        places = _places(folded, bits, right) or _places(folded, bits, word)
        if not places:
            return None
        found += places
    return tuple(_joined(sorted(found)))


def _places(folded: Folded, bits: Altered, forms: Iterable[Form]) -> list[tuple[int, int]]:
    """The places of `forms` in the original of `folded`; those of one form do not overlap."""
    found = []
    for form in forms:
        free = 0
        for start, _ in form.places(folded.text, bits, 0, len(folded.text)):
            if start >= free:
                free = start + len(form.text)
                found.append(folded.span(start, free))
    return found


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """`spans`, sorted, with those that overlap made one; those that only touch stay two."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
