"""The tokens that a row is indexed under: what its words are found by, without a dictionary.

A row becomes one bag of tokens in one column of an SQLite FTS5 table with the `ascii` tokenizer, to which every code
point beyond ASCII is a letter. Kinds of tokens are told apart by a private-use code point in front:

- signs that stand by themselves (kanji, kana, digits, symbols) singly and in pairs of neighbours: 研 研修;
- letters of alphabets in threes, and one and two letters at the beginning of a word: wor ork, w wo;
- what a word sounds like from its beginning on, in one, two, three and five kana, without long vowels: EDGE + けんし;
- the piece, the speaker and the field: PIECE + number.

Pairs and threes say only that a row may hold a word; whoever asks looks at its text to be sure.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from operator import add
from typing import TYPE_CHECKING
from unicodedata import category

from roundtable_tui.search.ways import KANA, ways_of, ways_on
from roundtable_tui.text.kana import collapse, hiragana

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from roundtable_tui.search.readings.words import Word

EDGE, START, SYMBOL, PIECE, VOICE, FIELD = "\ue100\ue101\ue102\ue103\ue104\ue105"
"""What stands before a beginning by sound, a beginning by letters, an ASCII sign, and the numbers of a row."""

EDGES = (KANA, 3, 2, 1)
"""How many kana a beginning by sound has."""

_LETTERS = "[a-zß-öø-ʯͰ-ԯ]+"
_COMMON = frozenset("、。・「」 \n\u3000")
_KATAKANA_RUN = "[ァ-ヺ][ァ-ヺー]+"
_BREAK = "\n"


class _Signs(dict[int, str]):
    """Maps what makes no pairs (letters, punctuation, white space) to a space, everything else to itself."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        apart = is_letter(character) or category(character)[0] in "PZC" or (code < 0x80 and not character.isdigit())
        self[code] = kept = " " if apart else character
        return kept


_SIGNS = _Signs()


def is_letter(character: str) -> bool:
    """Return whether a folded code point is a letter of an alphabet, whose words are set apart by spaces."""
    return "a" <= character <= "z" or ("ß" <= character <= "ʯ" and character != "÷") or "Ͱ" <= character <= "ԯ"


def text_tokens(folded: str) -> str:
    """Return the tokens of a folded text, joined by spaces, each once."""
    signs = folded.translate(_SIGNS)
    tokens = set(map(add, signs, signs[1:]))  # a pair with a space is read as a single sign, which is no harm
    tokens.update(map(_SINGLES.__getitem__, {*folded} - _COMMON))
    for word in {*re.findall(_LETTERS, folded)}:
        tokens.update(_letter_tokens(word))
    return " ".join(tokens)


class _Singles(dict[str, str]):
    """Maps a sign to the token it has by itself, none for letters and white space."""

    def __missing__(self, sign: str) -> str:
        if sign >= "\x80" and not is_letter(sign):
            token = sign
        else:
            token = sign if sign.isdigit() else "" if sign.isspace() or is_letter(sign) else SYMBOL + f"{ord(sign):x}"
        self[sign] = token
        return token


_SINGLES = _Singles()


@lru_cache(maxsize=4096)
def _letter_tokens(word: str) -> tuple[str, ...]:
    threes = (word[at : at + 3] for at in range(len(word) - 2))
    return (START + word[:1], START + word[:2], *threes)


def filter_tokens(piece: int, voice: int | None, field: int) -> str:
    """Return the tokens of a row's piece, speaker (None where nobody speaks) and field, given by their numbers."""
    voices = "" if voice is None else f" {VOICE}{voice}"
    return f"{PIECE}{piece} {FIELD}{field}{voices}"


def edge_tokens(text: str, words: Sequence[Word]) -> str:
    """Return the tokens of how the words of `text` sound, joined by spaces, each once.

    `words` are those with a reading, which may share a span; katakana words need none.
    """
    tokens: set[str] = set()
    for sound in {*sounds(text, words)}:
        tokens.update(_edges(sound))
    return " ".join(tokens)


@lru_cache(maxsize=65536)
def _edges(sound: str) -> tuple[str, ...]:
    collapsed = collapse(sound)
    return tuple({EDGE + collapsed[:size] for size in EDGES})


def sounds(text: str, words: Sequence[Word]) -> Iterator[str]:
    """Yield how `text` may sound from the beginning of each of its words (in order) on, for some kana, in any order."""
    found = ways_of(text, words)
    yield from chain.from_iterable(found.values())
    for _start, end, reading in (*katakana_words(text), *polite_words(text, words)):
        yield from ways_on(text, end, reading, found)


def katakana_words(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the katakana words of `text` as (start, end, hiragana)."""
    for run in re.finditer(_KATAKANA_RUN, text):
        yield run.start(), run.end(), hiragana(run.group())


def polite_words(text: str, words: Iterable[Word]) -> Iterator[tuple[int, int, str]]:
    """Yield `words` of `text` that have a polite お or ご before them, with it, as (start, end, hiragana)."""
    for start, end, reading in words:
        if start and text[start - 1] in "おご":
            yield start - 1, end, text[start - 1] + reading


def words_at(words: Sequence[Word], at: int) -> Iterable[Word]:
    """Return those of `words`, which are in order, that begin at `at`."""
    from bisect import bisect_left

    first = bisect_left(words, (at,))
    for number in range(first, len(words)):
        if words[number][0] != at:
            break
        yield words[number]
