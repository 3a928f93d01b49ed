"""Words typed as one that stand apart in the text: 相良係長, 研修アンケート, 髙橋房江, パブリックコメント."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.search.patterns.asking import ask_all, ask_any, tokens_of
from roundtable_tui.search.patterns.fit import FUZZY, Fit, joined
from roundtable_tui.search.patterns.spelling import Spelling
from roundtable_tui.search.slips import is_kanji

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from roundtable_tui.search.patterns.fit import Pattern, Span
    from roundtable_tui.search.patterns.row_text import RowText

_LEAST = 2
_MOST = 3
_SIGNS = " ・"
_NAMES = range(4, 11)
_KANJI_OF_NAME = range(2, 8)
_LETTERS = 3
"""Code points that each word has at least, words that one is taken apart into at most, what may part them,
how many kana and kanji a full name has, and how many letters a Latin word that is typed as one with another."""


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


class Together(NamedTuple):
    """Parts of one word, each with the `patterns` it may stand for, all of them somewhere in the row: umehara部長."""

    parts: tuple[tuple[Pattern, ...], ...]

    @property
    def best(self) -> int:
        """The tier: fuzzy."""
        return FUZZY

    def ask(self) -> str | None:
        """Return what every row with all the parts answers to."""
        asked = [ask_any([pattern.ask() for pattern in part]) for part in self.parts]
        return " AND ".join(filter(None, asked)) or None

    def fit(self, row: RowText) -> Fit | None:
        """Return how a row fits that has them all."""
        if all(any(pattern.fit(row) for pattern in part) for part in self.parts):
            return Fit(FUZZY, max(len(self.parts) - 1, 1))
        return None

    def spans(self, row: RowText) -> list[Span]:
        """Return every place of each of the parts, those that overlap as one; none where a part is missing."""
        places = [[place for pattern in part for place in pattern.spans(row)] for part in self.parts]
        return joined(place for each in places for place in each) if all(places) else []


def hyphened(folded: str) -> Iterator[str]:
    """Yield how a folded Latin word with hyphens may stand in print without: egg timer and eggtimer for egg-timer."""
    if "-" in folded.strip("-") and folded.isascii() and folded.replace("-", "").isalpha():
        yield folded.replace("-", " ")
        yield folded.replace("-", "")


def letters_apart(folded: str, is_word: Callable[[str], bool]) -> Iterator[str]:
    """Yield how a folded Latin word may stand in print as two words of the library: egg timer, egg-timer for eggtimer.

    Such words have three letters and more, as any word begins with a short one.
    """
    if not (folded.isascii() and folded.isalpha()):
        return
    for cut in range(_LETTERS, len(folded) - _LETTERS + 1):
        if is_word(folded[:cut]) and is_word(folded[cut:]):
            yield f"{folded[:cut]} {folded[cut:]}"
            yield f"{folded[:cut]}-{folded[cut:]}"


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
