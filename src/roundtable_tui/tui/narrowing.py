"""Filtering a list by typing: every word that was typed has to be there, in kana or romaji too."""

from __future__ import annotations

from roundtable_tui.text.fold import fold_text


class Narrowing:
    """What was typed. A word in romaji stands for its kana as well: `chatto` finds チャット."""

    def __init__(self, typed: str) -> None:
        self._words = [_written(word) for word in fold_text(typed).split()]

    def __bool__(self) -> bool:
        """Return whether anything was typed."""
        return bool(self._words)

    def keeps(self, folded: str) -> bool:
        """Return whether an item stays in the list whose text is `folded`, as `folded_text` gives it."""
        return all(any(way in folded for way in ways) for ways in self._words)


def folded_text(*texts: str) -> str:
    """Return what `Narrowing` looks into for an item that shows `texts`."""
    return fold_text("\n".join(texts))


def _written(word: str) -> tuple[str, ...]:
    """Return the ways in which the folded `word` may be written."""
    if not word.isascii() or not word.strip("0123456789.-/"):
        return (word,)
    from roundtable_tui.text.kana import from_romaji

    ways = (kana + tail for kana, tails in from_romaji(word) for tail in tails or ("",))
    return (word, *map(fold_text, ways))
