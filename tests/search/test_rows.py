"""What can be found in a piece."""

from __future__ import annotations

from roundtable_tui.model import Note, Participant, Section, Transcript, Turn
from roundtable_tui.search.rows import rows_of

AOKI = Participant("青木", "青木 千尋", kana="あおき ちひろ")
CHAIR = Participant("司会", "星川 杏")
TALK = Transcript(
    "014-2",
    "題",
    subtitle="後編",
    lead="はじめに\nひとこと",
    notes=(Note("CIO", "情報の責任者"), Note("", "注"), Note("語", "")),
    participants=(AOKI, CHAIR),
    sections=(
        Section((1,), "大", (Turn(1, "speech", "青木", "紙", AOKI), Turn(2, "speech", "青木", "", AOKI))),
        Section((2,), "", (), (Section((2, 1), "小", (Turn(3, "narration", "―", "拍手"),)),)),
    ),
    closing="おわり",
)


def test_every_word_a_reader_sees_is_in_one_row_in_reading_order() -> None:
    assert [(row.field, row.text) for row in rows_of(TALK)] == [
        ("title", "題"),
        ("title", "後編"),
        ("lead", "はじめに\nひとこと"),
        ("note", "CIO: 情報の責任者"),
        ("note", "注"),
        ("note", "語"),
        ("speaker", "青木 千尋"),
        ("speaker", "あおき ちひろ"),
        ("speaker", "星川 杏"),
        ("speaker", "司会"),
        ("heading", "大"),
        ("text", "紙"),
        ("heading", "小"),
        ("text", "拍手"),
        ("closing", "おわり"),
    ]


def test_a_turn_brings_its_section_and_its_speaker() -> None:
    said = [row for row in rows_of(TALK) if row.turn]
    assert [(row.turn.number if row.turn else 0, row.section_path, row.speaker) for row in said] == [
        (1, (1,), AOKI),
        (3, (2, 1), None),
    ]
