from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.export.excerpt import Kind, Passage, excerpt
from roundtable_tui.export.words import ENGLISH, JAPANESE

TALK = (
    Passage("speech", "九十脚と聞きました。", "岸"),
    Passage("speech", "座ってみました。\n　がたつきます。", "水野"),
)


@pytest.mark.parametrize("kind", ["speech", "heading", "narration", "figure", "other"])
def test_one_passage_alone_is_its_words(kind: Kind) -> None:
    assert excerpt([Passage(kind, "一。\n\n　二。\n", "岸")], JAPANESE) == "一。\n　二。"


def test_each_speech_of_several_begins_with_the_name_of_its_speaker() -> None:
    assert excerpt(TALK, JAPANESE) == "岸　九十脚と聞きました。\n\n水野　座ってみました。\n　がたつきます。"
    assert excerpt(TALK, ENGLISH) == "岸: 九十脚と聞きました。\n\n水野: 座ってみました。\n　がたつきます。"


def test_one_speaker_s_two_turns_are_named_twice_since_somebody_may_have_spoken_between() -> None:
    assert excerpt([TALK[0], TALK[0]], JAPANESE).count("岸　") == 2


def test_what_nobody_says_is_marked_as_what_it_is() -> None:
    several = [Passage("heading", "開架と椅子"), TALK[0], Passage("narration", "音楽。"), Passage("figure", "椅子の図")]
    assert excerpt(several, JAPANESE) == "■ 開架と椅子\n\n岸　九十脚と聞きました。\n\n―音楽。\n\n[図: 椅子の図]"


def test_what_is_printed_around_the_talk_is_parted_from_it() -> None:
    several = [Passage("other", "題"), TALK[0], Passage("other", "次回も。"), Passage("other", "文　沖")]
    assert excerpt(several, JAPANESE) == "題\n\n――――\n\n岸　九十脚と聞きました。\n\n――――\n\n次回も。\n\n文　沖"


def test_words_under_no_label_are_not_left_to_the_speaker_before() -> None:
    assert excerpt([TALK[0], Passage("speech", "はい。")], JAPANESE).endswith("\n\n？　はい。")


def test_a_passage_without_words_is_no_passage() -> None:
    assert excerpt([Passage("speech", "\n", "水野"), TALK[0]], JAPANESE) == "九十脚と聞きました。"
    assert excerpt([], JAPANESE) == ""


KINDS = st.sampled_from(["heading", "speech", "narration", "figure", "other"])
PASSAGES = st.builds(Passage, KINDS, st.text("あ。a\n　", min_size=1, max_size=9), st.sampled_from(["岸", "水野", ""]))


@given(st.lists(PASSAGES, max_size=6))
def test_every_block_of_several_says_whose_it_is_or_that_it_is_nobody_s(passages: list[Passage]) -> None:
    with_words = [passage for passage in passages if passage.text.strip("\n")]
    blocks = [block for block in excerpt(passages, JAPANESE).split("\n\n") if block and block != "――――"]
    assert len(blocks) == len(with_words)
    for block, passage in zip(blocks, with_words, strict=True):
        begins = {
            "speech": f"{passage.label or '？'}　",
            "heading": "■ ",
            "narration": "―",
            "figure": "[図: ",
            "other": "",
        }
        if len(with_words) > 1:
            assert block.startswith(begins[passage.kind])
        assert "".join(passage.text.split()) in "".join(block.translate({ord(c): None for c in "―[]"}).split()).replace(
            "図:", ""
        )
