"""The nearest of some words to one that was misspelt."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(word: str, choices: Iterable[str], count: int = 1) -> list[str]:
    """Return at most `count` of `choices` that `word` may be a slip for, the nearest first; perhaps none.

    A choice that `word` begins counts as near however long it is, so that an abbreviation finds what it is short for.
    """
    from difflib import get_close_matches

    known = list(dict.fromkeys(choices))
    lowered = word.lower()
    begun = [choice for choice in known if len(lowered.strip("-")) > 0 and choice.lower().startswith(lowered)]
    close = get_close_matches(lowered, known, n=max(count, 1), cutoff=0.6)
    return list(dict.fromkeys([*begun, *close]))[:count]
