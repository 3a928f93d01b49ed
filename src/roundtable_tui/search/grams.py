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
from functools import cache, lru_cache
from operator import add
from typing import TYPE_CHECKING
from unicodedata import category

from roundtable_tui.text.kana import collapse, hiragana

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from roundtable_tui.search.readings.words import Word

EDGE, START, SYMBOL, PIECE, VOICE, FIELD = "\ue100\ue101\ue102\ue103\ue104\ue105"
"""What stands before a beginning by sound, a beginning by letters, an ASCII sign, and the numbers of a row."""

EDGES = (5, 3, 2, 1)
"""How many kana a beginning by sound has."""

_SOUND = 2 * EDGES[0] + 1
"""Kana that are looked at for one beginning: without long vowels about half of them are left, at least."""

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
    """Yield how `text` sounds from the beginning of each of its words on, for some kana, in any order."""
    begun = {word[0]: word for word in reversed(words)}
    known: dict[int, str] = {}
    # From the end backwards, what follows a word is known when it is its turn.
    for _start, end, reading in sorted((*words, *katakana_words(text), *polite_words(text, words)), reverse=True):
        yield (reading + _sound_from(text, end, begun, known))[:_SOUND]


def katakana_words(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the katakana words of `text` as (start, end, hiragana)."""
    for run in re.finditer(_KATAKANA_RUN, text):
        yield run.start(), run.end(), hiragana(run.group())


def polite_words(text: str, words: Iterable[Word]) -> Iterator[tuple[int, int, str]]:
    """Yield `words` of `text` that have a polite お or ご before them, with it, as (start, end, hiragana)."""
    for start, end, reading in words:
        if start and text[start - 1] in "おご":
            yield start - 1, end, text[start - 1] + reading


@cache
def _kana_run() -> re.Pattern[str]:
    return re.compile("[ぁ-ゖァ-ヺー]+")


def _sound_from(text: str, at: int, begun: Mapping[int, Word], known: dict[int, str]) -> str:
    """Return how `text` sounds from `at` on, as far as that is known; `begun` are the words by their beginnings.

    What was found is put into `known`, which spares looking at anything twice.
    """
    places = []
    kana_run = _kana_run().match
    while at not in known:
        if at in begun:
            _start, end, sound = begun[at]
        elif run := kana_run(text, at):
            end, sound = run.end(), hiragana(run.group())
        else:
            known[at] = ""
            break
        places.append((at, sound))
        at = end
    following = known[at]
    for place, sound in reversed(places):
        known[place] = following = (sound + following)[:_SOUND]
    return following


def words_at(words: Sequence[Word], at: int) -> Iterable[Word]:
    """Return those of `words`, which are in order, that begin at `at`."""
    from bisect import bisect_left

    first = bisect_left(words, (at,))
    for number in range(first, len(words)):
        if words[number][0] != at:
            break
        yield words[number]
