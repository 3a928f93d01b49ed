from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.model import Participant, Section, Transcript, Turn
from roundtable_tui.model.share import shares_of

AOKI = Participant("青木", "青木 千尋")
CHIEF = Participant("青木部長", "青木　千尋", role="部長")
SATO = Participant("佐藤", "佐藤 実")
SPEAKERS = {"青木": AOKI, "青木部長": CHIEF, "佐藤": SATO, "記者": None}

spoken = st.lists(st.tuples(st.sampled_from(list(SPEAKERS)), st.text(max_size=9)), max_size=12)


def piece_of(*said: tuple[str, str]) -> Transcript:
    turns = tuple(Turn(n, "speech", label, text, SPEAKERS[label]) for n, (label, text) in enumerate(said, 1))
    narration = Turn(len(turns) + 1, "narration", "―", "拍手がわく。")
    section = Section((1,), "節", (*turns, narration))
    return Transcript("001", "題", participants=(AOKI, CHIEF, SATO), sections=(section,))


def test_whoever_is_listed_under_two_labels_has_one_share() -> None:
    first, second = shares_of(piece_of(("青木", "一二三"), ("青木部長", "四"), ("佐藤", "五六七八")))
    assert (first.participant, first.turns, first.characters, first.total) == (AOKI, 2, 4, 8)
    assert (second.participant, second.part) == (SATO, 0.5)


def test_what_a_label_without_a_participant_says_counts_in_the_total() -> None:
    assert [share.part for share in shares_of(piece_of(("記者", "一二"), ("佐藤", "三四")))] == [0.0, 0.5]


@given(spoken)
def test_shares_add_up_to_what_participants_say(said: list[tuple[str, str]]) -> None:
    shares = shares_of(piece_of(*said))
    assert sum(share.characters for share in shares) == sum(len(text) for label, text in said if label != "記者")
    assert {share.total for share in shares} == {sum(len(text) for _label, text in said)}
    assert all(0.0 <= share.part <= 1.0 for share in shares)
