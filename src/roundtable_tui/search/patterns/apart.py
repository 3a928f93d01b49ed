"""Words typed as one that stand apart in the text: 相良係長, 研修アンケート, 髙橋房江, パブリックコメント."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.search.patterns.asking import ask_all, tokens_of
from roundtable_tui.search.patterns.fit import FUZZY, Fit, joined
from roundtable_tui.search.patterns.spelling import Spelling
from roundtable_tui.search.slips import is_kanji

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from roundtable_tui.search.patterns.fit import Span
    from roundtable_tui.search.patterns.row_text import RowText

_LEAST = 2
_MOST = 3
_SIGNS = " ・"
_NAMES = range(4, 11)
_KANJI_OF_NAME = range(2, 8)
"""Code points that each word has at least, words that one is taken apart into at most, what may part them,
and how many kana and kanji a full name has."""


class Apart(NamedTuple):
    """The folded `words`, all of which stand in the row."""

    words: tuple[str, ...]

    @classmethod
    def of(cls, folded: str, is_word: Callable[[str], bool]) -> Apart | None:
        """Return the pattern for a folded word, taken apart into as few others as may be; None where it cannot be."""
        found = [parts for parts in _taken_apart(folded, is_word, _MOST) if len(parts) > 1]
        return cls(min(found, key=len)) if found else None

    @property
    def best(self) -> int:
        """The tier: fuzzy."""
        return FUZZY

    def ask(self) -> str | None:
        """Return what every row with all the words answers to."""
        return ask_all(list(dict.fromkeys(token for word in self.words for token in tokens_of(word))))

    def fit(self, row: RowText) -> Fit | None:
        """Return how a row fits that has them all."""
        return Fit(FUZZY, len(self.words) - 1) if all(Spelling(word).fit(row) for word in self.words) else None

    def spans(self, row: RowText) -> list[Span]:
        """Return every place of each of the words, those that overlap as one; none where a word is missing."""
        places = [Spelling(word).spans(row) for word in self.words]
        return joined(place for each in places for place in each) if all(places) else []


def parted(folded: str, is_word: Callable[[str], bool]) -> Iterator[str]:
    """Yield how a folded foreign word may stand in print, made of words: パブリック・コメント for パブリックコメント.

    Of a short one each half is taken for a word, as in a name.
    """
    if not all("ぁ" <= sign <= "ゖ" or sign == "-" for sign in folded):
        return
    ways = [parts for parts in _taken_apart(folded, is_word, _MOST) if len(parts) > 1]
    if len(folded) in _NAMES:
        ways += [(folded[:cut], folded[cut:]) for cut in range(_LEAST, len(folded) - _LEAST + 1)]
    for sign in _SIGNS:
        yield from dict.fromkeys(sign.join(parts) for parts in ways)


def names_apart(folded: str) -> Iterator[str]:
    """Yield how a folded full name of kanji, typed as one, may stand in print: 髙橋 房江 for 髙橋房江."""
    if len(folded) in _KANJI_OF_NAME and all(map(is_kanji, folded)):
        yield from (f"{folded[:cut]} {folded[cut:]}" for cut in range(1, len(folded)))


def _taken_apart(folded: str, is_word: Callable[[str], bool], most: int) -> list[tuple[str, ...]]:
    """Every way to take `folded` apart into up to `most` words."""
    found: list[tuple[str, ...]] = [(folded,)] if is_word(folded) else []
    for cut in range(_LEAST, len(folded) - _LEAST + 1) if most > 1 else ():
        if is_word(folded[:cut]):
            found += [(folded[:cut], *rest) for rest in _taken_apart(folded[cut:], is_word, most - 1)]
    return found
