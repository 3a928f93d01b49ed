"""How the rows of one piece sound: what the second pass works out, in this process or in another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.search.grams import edge_tokens
from roundtable_tui.search.readings.given import stated_readings
from roundtable_tui.search.readings.read import read
from roundtable_tui.search.readings.words import encode
from roundtable_tui.search.vocabulary.words import vocabulary_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roundtable_tui.model import Participant
    from roundtable_tui.search.readings.analyser import Analyser


class RowReading(NamedTuple):
    """How one row sounds: its words as `readings.encode` keeps them, its tokens, and its words in the vocabulary."""

    words: bytes
    tokens: str
    vocabulary: tuple[tuple[str, str], ...]


def read_rows(texts: Sequence[str], people: Sequence[Participant], analyser: Analyser | None) -> list[RowReading]:
    """Return how `texts` sound, the rows of one piece with the participants `people`."""
    stated = stated_readings(people, texts, analyser)
    found = []
    for text in texts:
        words = read(text, analyser, stated)
        vocabulary = tuple(dict.fromkeys(vocabulary_words(text, words)))
        found.append(RowReading(encode(words), edge_tokens(text, words), vocabulary))
    return found
