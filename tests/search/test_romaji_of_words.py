"""Every word of the bundled pieces is found by its reading, in kana and in each way to write romaji."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from roundtable_tui.library import Library
from roundtable_tui.library.find import bundled
from roundtable_tui.search.index_engine import IndexEngine
from roundtable_tui.search.patterns.row_text import RowText
from roundtable_tui.search.patterns.wanted import patterns
from roundtable_tui.search.query import parse_query
from roundtable_tui.search.vocabulary.vocabulary import Vocabulary
from roundtable_tui.text.kana import collapse

if TYPE_CHECKING:
    from roundtable_tui.search.index.reader import Reader
    from roundtable_tui.search.index.records import StoredRow

_KUNREI = """
a i u e o ka ki ku ke ko sa si su se so ta ti tu te to na ni nu ne no ha hi hu he ho ma mi mu me mo ya yu yo ra ri ru re
ro wa wo ga gi gu ge go za zi zu ze zo da zi zu de do ba bi bu be bo pa pi pu pe po
"""
_KANA = "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわを"
_KANA += "がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽ"
KUNREI = dict(zip(_KANA, _KUNREI.split(), strict=True))
HEPBURN = KUNREI | {"し": "shi", "ち": "chi", "つ": "tsu", "ふ": "fu", "じ": "ji", "ぢ": "ji"}
_PALATAL = {"ゃ": "ya", "ゅ": "yu", "ょ": "yo"}
_MACRON = str.maketrans("aiueo", "āīūēō")


def romaji(kana: str, table: dict[str, str], *, long: str) -> str:
    """`kana` in romaji; long vowels as they are spelt, with a macron, or left out, as `long` says."""
    typed = ""
    for at, one in enumerate(kana):
        if one in _PALATAL:
            typed = typed[:-1] + (_PALATAL[one][1:] if typed.endswith(("shi", "chi", "ji")) else _PALATAL[one])
        elif one == "っ":
            continue
        elif one == "ん":
            typed += "n" if kana[at + 1 : at + 2] not in tuple("あいうえおやゆよなにぬねの") else "n'"
        elif one == "ー" or (one == "う" and typed[-1:] in ("o", "u") and long != "spelt"):
            typed = typed if long == "left out" else typed[:-1] + typed[-1].translate(_MACRON)
        else:
            syllable = table[one]
            typed += ("t" if syllable[0] == "c" else syllable[0]) * (kana[at - 1 : at] == "っ") + syllable
    return typed


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> list[StoredRow]:
    engine = IndexEngine(
        Library(bundled(), cache=tmp_path_factory.mktemp("catalogue")), tmp_path_factory.mktemp("index")
    )
    engine.fill()

    def work(reader: Reader) -> list[StoredRow]:
        return list(reader.all_rows())

    found = engine.cache.read(work)
    engine.close()
    return found


@pytest.mark.parametrize("long", ["spelt", "macron", "left out"])
@pytest.mark.parametrize("table", [HEPBURN, KUNREI], ids=["hepburn", "kunrei"])
def test_every_word_is_found_in_romaji(rows: list[StoredRow], table: dict[str, str], long: str) -> None:
    missed = set()
    tried = 0
    for stored in rows[::3]:
        row = RowText(stored.text, stored.words)
        for word in row.words:
            if len(collapse(word.reading)) < 2 or not set(word.reading) <= {*_KANA, *_PALATAL, *"っんー"}:
                continue
            if word.reading[0] in "ーん" or word.reading[-1] == "っ":
                continue
            typed = romaji(word.reading, table, long=long)
            (term,) = parse_query(typed).terms
            tried += 1
            spans = [span for pattern in patterns(term, Vocabulary([])) for span in pattern.spans(row)]  # type: ignore[arg-type]
            if not any(start <= word.start < end for start, end in spans):
                missed.add((stored.text[word.start : word.end], word.reading, typed))
    assert tried or not any(row.words for row in rows)
    assert missed == set()
