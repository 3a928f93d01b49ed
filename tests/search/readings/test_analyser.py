"""The analyser that is installed finds words where they stand, whatever the text holds."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.search.readings.analyser import Analyser, find_analyser
from roundtable_tui.search.readings.kanji import has_kanji, reading_of
from roundtable_tui.search.readings.portions import MOST, portions

KINDS = [
    pytest.param(name, marks=pytest.mark.skipif(find_spec(name) is None, reason=f"{name} is not installed"))
    for name in ("lindera", "sudachipy")
]
needs_analyser = pytest.mark.skipif(find_analyser() is None, reason="no analyser is installed")


@pytest.fixture(scope="module", params=KINDS)
def analyser(request: pytest.FixtureRequest) -> Analyser:
    if request.param == "lindera":
        from roundtable_tui.search.readings.ipadic import LinderaAnalyser

        return LinderaAnalyser()
    from roundtable_tui.search.readings.sudachi import SudachiAnalyser

    return SudachiAnalyser()


def _words(analyser: Analyser, text: str) -> list[tuple[str, str]]:
    return [(text[start:end], reading) for start, end, reading in analyser.words(text)]


def test_words_with_kanji_have_their_place_and_reading(analyser: Analyser) -> None:
    assert [tuple(word) for word in analyser.words("😀 の研修、\n\ufeff職員")] == [
        (3, 5, "けんしゅう"),
        (8, 10, "しょくいん"),
    ]


def test_a_word_has_its_okurigana(analyser: Analyser) -> None:
    assert _words(analyser, "打ち合わせを受け入れる") == [("打ち合わせ", "うちあわせ"), ("受け入れる", "うけいれる")]


def test_old_kanji_are_read_as_the_usual_ones(analyser: Analyser) -> None:
    assert _words(analyser, "髙橋の學校、﨑山") == [("髙橋", "たかはし"), ("學校", "がっこう"), ("﨑山", "さきやま")]


def test_a_month_is_read_with_its_figure(analyser: Analyser) -> None:
    assert any(word.endswith("月") and reading.endswith("がつ") for word, reading in _words(analyser, "3月に"))


def test_signs_that_stand_for_a_kanji_are_read_with_it(analyser: Analyser) -> None:
    assert ("時々", "ときどき") in _words(analyser, "時々は")
    assert ("〆切", "しめきり") in _words(analyser, "〆切は")


def test_kana_letters_and_empty_texts_have_no_words(analyser: Analyser) -> None:
    for text in ("", " \n\u3000", "これはテストです", "DX 2021", "\ud800\udfff"):
        assert analyser.words(text) == []


@given(text=st.text(alphabet="研修職員髙橋一3ヶ月の 　\n\t\r\u2028😀\ufeffが\u3099𠮷\ud800ー、。A\x00鬱", max_size=40))
def test_every_word_lies_where_it_is_spelled(analyser: Analyser, text: str) -> None:
    end = 0
    for word in analyser.words(text):
        assert end <= word.start < word.end <= len(text)
        end = word.end
        spelled = text[word.start : word.end]
        assert has_kanji(spelled)
        assert not any(sign.isspace() for sign in spelled)
        assert reading_of(word.reading) == word.reading


def test_a_megabyte_is_read_as_its_sentences_are(analyser: Analyser) -> None:
    sentence = "職員の研修を受け付けました。"
    once = analyser.words(sentence)
    many = 1_000_000 // len(sentence.encode())
    words = analyser.words(sentence * many)
    assert len(words) == len(once) * many
    assert [word.start % len(sentence) for word in words[: 3 * len(once)]] == [word.start for word in once] * 3


def test_text_without_any_break_is_read_to_its_end(analyser: Analyser) -> None:
    assert analyser.words("ﷺ" * 5000 + "。研修")[-1][:2] == (5001, 5003)
    assert analyser.words("研修" * 10_000)[-1].end == 20_000


def test_portions_are_the_whole_text_in_order() -> None:
    text = ("職員の研修です。" * 2000) + "學3\udc80"
    parts = list(portions(text))
    assert "".join(part for _, part in parts) == text[:-3] + "学３\ufffd"
    assert [start for start, _ in parts] == [sum(len(part) for _, part in parts[:n]) for n in range(len(parts))]
    assert max(len(part) for _, part in parts) <= MOST
    assert all(part.endswith("。") for _, part in parts[:-1])


@needs_analyser
def test_the_name_says_which_analyser_in_which_version() -> None:
    found = find_analyser()
    assert found is not None
    name, version = found.name.split(",")[0].split(" ")
    assert name in ("lindera", "sudachi")
    assert version[0].isdigit()


def test_without_any_analyser_installed_there_is_none() -> None:
    program = (
        "import sys; sys.modules['lindera'] = sys.modules['sudachipy'] = None\n"
        "from roundtable_tui.search.readings.analyser import find_analyser\n"
        "assert find_analyser() is None"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_reading_words_that_are_kept_imports_no_analyser() -> None:
    program = (
        "import sys\n"
        "import roundtable_tui.search.readings.given, roundtable_tui.search.readings.analyser\n"
        "import roundtable_tui.search.vocabulary.vocabulary\n"
        "assert not {'lindera', 'sudachipy', 'rapidfuzz'} & sys.modules.keys()"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_a_reading_is_kana_alone() -> None:
    assert reading_of("ケンシュー") == "けんしゅー"
    assert reading_of("*") == reading_of("") == reading_of("ケン・シュウ") == reading_of("研") == ""
