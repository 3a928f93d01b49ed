"""A word typed partly as it is written and partly as it sounds: 情報しょり, 情報shori, けん修."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.search.grams import START
from roundtable_tui.search.patterns.asking import ask_all, ask_any, edge, tokens_of
from roundtable_tui.search.patterns.fit import READING, Fit
from roundtable_tui.search.patterns.scripts import runs_of, ways_to_say
from roundtable_tui.search.patterns.sound import WRITTEN_OTHERWISE, next_units
from roundtable_tui.text.fold import fold_text
from roundtable_tui.text.graphemes import extends, widen
from roundtable_tui.text.kana import collapse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roundtable_tui.search.patterns.fit import Span
    from roundtable_tui.search.patterns.row_text import RowText

_MOST = 8
"""Stretches of one word at most: nobody types more, and each may stand in several ways."""


class Stretch(NamedTuple):
    """A part of the word: how it is spelt, folded, and how it may sound, without long vowels (nothing for kanji)."""

    folded: str
    sounds: tuple[str, ...] = ()


class Mixed(NamedTuple):
    """A word of several `stretches`, some of which may be spelt another way than they were typed."""

    stretches: tuple[Stretch, ...]

    @classmethod
    def of(cls, text: str) -> Mixed | None:
        """Return the pattern for `text` as typed, or None where it is all of one kind."""
        stretches = []
        for run in runs_of(text):
            sounds = tuple(dict.fromkeys(filter(None, map(collapse, ways_to_say(run)))))
            if folded := fold_text(run.text):  # what draws nothing says nothing
                stretches.append(Stretch(folded, sounds))
        return (
            cls(tuple(stretches))
            if 1 < len(stretches) <= _MOST and any(stretch.sounds for stretch in stretches)
            else None
        )

    @property
    def best(self) -> int:
        """The tier: reading."""
        return READING

    def ask(self) -> str | None:
        """Return what every row with the stretches that can only be spelt so answers to, or else with the first."""
        spelt = [stretch for stretch in self.stretches if not stretch.sounds]
        if spelt:
            return ask_all(list(dict.fromkeys(token for stretch in spelt for token in _sure_tokens(stretch.folded))))
        first = self.stretches[0]
        return ask_any([ask_all(_sure_tokens(first.folded)), *(f'"{edge(sound)}"' for sound in first.sounds)])

    def fit(self, row: RowText) -> Fit | None:
        """Return how the first place in `row` fits."""
        return Fit(READING) if next(self._places(row), None) else None

    def spans(self, row: RowText) -> list[Span]:
        """Return every place in the original of `row`."""
        return list(self._places(row))

    def _places(self, row: RowText) -> Iterator[Span]:
        done = 0
        for start in self._starts(row):
            if start >= done:
                end = max(self._ends(row, start, self.stretches), default=0)
                if end > start:
                    _, done = place = widen(row.text, start, end)
                    yield place

    def _starts(self, row: RowText) -> list[int]:
        """Where the first stretch may begin in the original."""
        first = self.stretches[0]
        firsts = {sound[0] for sound in first.sounds} | WRITTEN_OTHERWISE
        starts = {word.start for word in row.words if word.reading[0] in firsts} if first.sounds else set()
        at = row.folded.find(first.folded)
        while at >= 0:
            starts.add(row.span(at, at + len(first.folded))[0])
            at = row.folded.find(first.folded, at + 1)
        return sorted(starts)

    def _ends(self, row: RowText, at: int, stretches: tuple[Stretch, ...]) -> Iterator[int]:
        """Where `stretches`, beginning at `at`, may end."""
        if not stretches:
            yield at
            return
        first, *rest = stretches
        after = set(self._spelt(row, at, first.folded))
        for sound in first.sounds:
            after.update(_heard(row, at, sound, last=not rest))
        for end in after:
            yield from self._ends(row, end, tuple(rest))

    def _spelt(self, row: RowText, at: int, folded: str) -> Iterator[int]:
        end = min(at + len(folded), len(row.text))
        if fold_text(row.text[at:end]) == folded:
            yield end


def _sure_tokens(folded: str) -> list[str]:
    """The tokens of a stretch that a row has whatever stands before the stretch there.

    In the row it may begin inside a word of letters, and what leans on the sign before, or repeats it, is folded with
    that sign.
    """
    alone = "".join(" " if _hangs_on(sign) else sign for sign in folded)
    return [token for token in tokens_of(alone) if token[0] != START]


def _hangs_on(sign: str) -> bool:
    return sign in "々ゝゞ" or extends(sign)


def _heard(row: RowText, at: int, sound: str, *, last: bool) -> Iterator[int]:
    """Where a stretch may end that sounds like `sound` from `at` on; the `last` one may be the beginning of a word."""
    yield from _end_of_word(row, at, sound, last=last)
    ways = [(at, "")]
    while ways:
        at, heard = ways.pop()
        for word in row.words:
            if word.start == at and len(word.reading) > 1 and not last:
                # けん in けん修: a beginning of the sound for a beginning of the kanji.
                rest = collapse(heard + word.reading)
                if rest.startswith(sound) and rest != sound:
                    yield from range(at + 1, word.end)
        for after, more in next_units(row.text, row.words, at):
            so_far = collapse(heard + more)
            # What goes on beyond the whole sound is another word, unless it only makes it long.
            if so_far == sound or (last and so_far.startswith(sound) and collapse(heard) != sound):
                yield after
            if len(so_far) <= len(sound) and sound.startswith(so_far):
                ways.append((after, heard + more))


def _end_of_word(row: RowText, at: int, sound: str, *, last: bool) -> Iterator[int]:
    """Where a stretch may end that begins inside a word and sounds like its end: しゅう in 研しゅう."""
    for word in row.words:
        if not word.start < at < word.end:
            continue
        heard = collapse(word.reading)
        for cut in range(1, len(heard)):
            rest = heard[cut:]
            if rest == sound or (last and rest.startswith(sound)):
                yield word.end
            elif sound.startswith(rest):
                yield from _heard(row, word.end, sound[len(rest) :], last=last)
