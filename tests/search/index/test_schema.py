"""An index whose tokens were made by other rules is not found by the rules of today."""

from __future__ import annotations

from binascii import crc32

from roundtable_tui.search.grams import edge_tokens, filter_tokens, text_tokens
from roundtable_tui.search.hit import FIELDS
from roundtable_tui.search.index.schema import PIECE, ROW, VERSION, VOICE
from roundtable_tui.search.readings.words import Word, encode
from roundtable_tui.search.vocabulary.words import vocabulary_words
from roundtable_tui.text.fold import fold_text

SAMPLE = (
    "御研修（けんしゅう）で、學會の髙﨑さんと人々がサーバーの Café Straße、ﾃﾚﾜｰｸ を㌔々言ゝ、①2３! お茶〜ABCd・水琴窟"
)
WORDS = (
    *(Word(0, 3, "ごけんしゅう"), Word(1, 3, "けんしゅう"), Word(12, 14, "がっかい"), Word(15, 17, "たかさき")),
    *(Word(66, 67, reading) for reading in ("すい", "みず")),
    *(Word(67, 68, reading) for reading in ("きん", "こと")),
    Word(68, 69, "くつ"),
)

MADE = {2: 1087975960, 3: 4082568550}
"""What `_made` is for each version; a version that was released keeps its number."""


def _made() -> int:
    """What the rules make of the sample, as one number."""
    folded = fold_text(SAMPLE)
    found = f"{text_tokens(folded)} {edge_tokens(SAMPLE, WORDS)} {filter_tokens(1, 2, 3)}"
    tokens = sorted({*found.split()})
    words = sorted(vocabulary_words(SAMPLE, WORDS))
    return crc32(repr((PIECE, VOICE, ROW, FIELDS, folded, tokens, words, encode(WORDS))).encode())


def test_other_rules_have_another_version() -> None:
    made = _made()
    assert MADE.get(VERSION) == made, f"raise VERSION in search/index/schema.py, and add it here with {made}"
