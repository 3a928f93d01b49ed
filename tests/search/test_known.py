"""What a search knows of the words of a library, read whole or looked up one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.library import Library
from roundtable_tui.library.find import bundled
from roundtable_tui.search.index_engine import IndexEngine
from roundtable_tui.search.known import Known
from roundtable_tui.search.shared_words import SharedWords

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roundtable_tui.search.index.reader import Reader


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """The index of the bundled pieces."""
    engine = IndexEngine(Library(bundled()), tmp_path_factory.mktemp("cache"))
    engine.fill()
    found: list[Reader] = []
    engine.cache.read(found.append)
    yield found[0]
    engine.close()


@pytest.fixture(scope="module")
def words(reader: Reader) -> list[tuple[str, str, int]]:
    return list(reader.words())


@pytest.fixture(scope="module")
def whole(reader: Reader) -> Known:
    return Known(reader, SharedWords())


@pytest.fixture(scope="module")
def brief(reader: Reader) -> Known:
    return Known(reader, SharedWords(), brief=True)


def spoilt(text: str, data: st.DataObject) -> str:
    """Return `text` with an error or two."""
    for _ in range(data.draw(st.integers(1, 2))):
        at = data.draw(st.integers(0, len(text)))
        change = data.draw(st.sampled_from(["swap", "lose", "add", "replace"]))
        other = data.draw(st.sampled_from("あしん-研会aet"))
        if change == "swap":
            text = text[:at] + text[at : at + 2][::-1] + text[at + 2 :]
        else:
            text = text[:at] + ("" if change == "lose" else other) + text[at + (change != "add") :]
    return text


@given(data=st.data())
def test_near_words_are_the_same_looked_up_as_read_whole(
    data: st.DataObject, words: list[tuple[str, str, int]], whole: Known, brief: Known
) -> None:
    word, reading, _ = data.draw(st.sampled_from(words))
    typed = spoilt(word, data) or word
    assert brief.near(typed) == whole.near(typed)
    assert brief.is_word(typed) == whole.is_word(typed)
    assert brief.is_word(word)
    if reading:
        sounds = spoilt(reading, data) or reading
        assert brief.near_reading(sounds) == whole.near_reading(sounds)


def test_slips_are_found_at_all(words: list[tuple[str, str, int]], brief: Known) -> None:
    swapped = [(word, word[0] + word[2] + word[1] + word[3:]) for word, _, _ in words if len(word) > 5]
    assert any(word in [near.word for near in brief.near(typed)] for word, typed in swapped)
    wrong = [(word, reading[:3] + reading[4:]) for word, reading, _ in words if len(reading) > 5]
    assert any(word in [near.word for near in brief.near_reading(typed)] for word, typed in wrong)


def test_looking_words_up_reads_no_vocabulary(reader: Reader) -> None:
    shared = SharedWords()
    known = Known(reader, shared, brief=True)
    known.near("てれわ-ぐ")
    known.near_reading("かいぎしす")
    known.variants("ちやつと")
    assert shared.now(reader) is None


def test_the_words_inside_a_longer_one_are_found_the_longest_first_and_none_inside_another(whole: Known) -> None:
    found = whole.inside("議事録研修会場費")
    assert [near.word for near in found] == ["議事", "研修", "会場"]
    assert all(near.count for near in found)
    assert whole.inside("ぬゑ") == ()
    assert not {near.word for near in whole.inside("noticeboardsthat")} & {"no", "at", "that"}
    assert whole.inside("noticeboards")[0].word == "noticeboard"
