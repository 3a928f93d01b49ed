"""What can be found in a piece."""

from __future__ import annotations

from roundtable_tui.model import Credit, Figure, Link, Note, Participant, Section, Transcript, Turn
from roundtable_tui.search.rows import rows_of

AOKI = Participant("青木", "青木 千尋", kana="あおき ちひろ", org="架空市", role="情報課長", aliases=("千尋さん",))
CHAIR = Participant("司会", "星川 杏")
FIGURE = Figure("a.png", alt="棒の図", caption="紙の枚数", credit="撮影 架空")
TALK = Transcript(
    "014-2",
    "題",
    subtitle="後編",
    series="座談会",
    publication="架空新聞",
    source="架空社",
    licence="CC0",
    image=Figure("b.png", alt="会場"),
    tags=("紙",),
    lead="はじめに\nひとこと",
    notes=(Note("CIO", "情報の責任者"), Note("", "注"), Note("語", "")),
    agenda=("一つめ",),
    honorifics="敬称略",
    participants=(AOKI, CHAIR),
    sections=(
        Section((1,), "大", (Turn(1, "speech", "青木", "紙", AOKI), Turn(2, "speech", "青木", "", AOKI))),
        Section(
            (2,),
            "",
            (),
            (
                Section(
                    (2, 1),
                    "小",
                    (
                        Turn(3, "narration", "―", "拍手"),
                        Turn(4, "figure", "figure", "紙の枚数", figure=FIGURE),
                        Turn(5, "figure", "figure", "", figure=Figure("c.png")),
                    ),
                ),
            ),
        ),
    ),
    closing="おわり",
    credits=(Credit("文", "架空 花子", "架空社"),),
    previous=Link(id="014-1", title="この中にある題"),
    back_numbers=(Link(title="よその題", url="https://example.org/"), Link(title="よその題")),
)


def test_every_word_a_reader_sees_is_in_one_row_in_reading_order() -> None:
    assert [(row.field, row.text) for row in rows_of(TALK)] == [
        ("series", "座談会"),
        ("series", "架空新聞"),
        ("title", "題"),
        ("title", "後編"),
        ("picture", "会場"),
        ("lead", "はじめに\nひとこと"),
        ("agenda", "一つめ"),
        ("note", "CIO: 情報の責任者"),
        ("note", "注"),
        ("note", "語"),
        ("speaker", "青木 千尋 / あおき ちひろ / 架空市 情報課長 / 千尋さん"),
        ("speaker", "星川 杏 / 司会"),
        ("speaker", "敬称略"),
        ("heading", "大"),
        ("text", "紙"),
        ("heading", "小"),
        ("text", "拍手"),
        ("text", "紙の枚数"),
        ("picture", "棒の図 / 撮影 架空"),
        ("closing", "おわり"),
        ("credit", "文 / 架空 花子 / 架空社"),
        ("link", "よその題"),
        ("tag", "紙"),
        ("source", "架空社"),
        ("source", "CC0"),
    ]


def test_a_turn_brings_its_section_and_its_speaker() -> None:
    said = [row for row in rows_of(TALK) if row.turn and row.field == "text"]
    assert [(row.turn.number if row.turn else 0, row.section_path, row.speaker) for row in said] == [
        (1, (1,), AOKI),
        (3, (2, 1), None),
        (4, (2, 1), None),
    ]


def test_what_a_picture_shows_stands_where_the_picture_does_and_is_said_by_nobody() -> None:
    shown = [row for row in rows_of(TALK) if row.field == "picture"]
    assert [(row.turn.number if row.turn else None, row.section_path, row.speaker) for row in shown] == [
        (None, (), None),
        (4, (2, 1), None),
    ]
