from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from roundtable_tui.export.text import to_text
from roundtable_tui.export.visible import visible
from roundtable_tui.text.safe import unsafe_code_points

if TYPE_CHECKING:
    from roundtable_tui.model import Transcript

WHOLE = """\
紙の束を減らすには
後編
県の円卓 第14回（全2回の2）
円卓マガジン
令和3年11月10日（2021年11月10日）

[図: 会議室（images/a.jpg、写真・図版: 青木 千尋）]
机の上

市と県が話しました。
二度めです。

議題:
紙
研修

※CIO: 情報の責任者。
二つめの段落。
※端末: 机の上の機械。

参加者（敬称略）:
青木: 青木 千尋（あおき ちひろ）、架空市 総務部長
長谷: 長谷 実、県デジタル局 課長
田村: 田村 航、県デジタル局 課長
一同

#1 紙をやめてみた

―青木部長から始まる。

#1.1 会議から

長谷
減りましたか。

青木
半分に。
ただし。

#1.2 端末

[図: 絵（b.png、写真・図版: 田村）]
短い

#2 学ぶ

県デジタル局課長:長谷
窓口です。

山本
はい。

――――
次回もどうぞ。
文: 久保 蓮（県）
編集: 星川 杏（同上）

――――
出典: 「紙の束を減らすには 後編」、県の円卓 第14回（全2回の2）、円卓マガジン、令和3年11月10日（2021年11月10日）、https://example.jp/n/n0
ライセンス: CC0-1.0
箇所: 014-2
"""


def test_a_piece_as_plain_text(piece: Transcript) -> None:
    assert to_text(piece) == WHOLE


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_every_paragraph_is_a_line_under_its_label(
    any_piece: st.SearchStrategy[Transcript], data: st.DataObject
) -> None:
    piece = data.draw(any_piece)
    document = to_text(piece)
    at = 0
    for turn in piece.turns:
        paragraphs = [visible(paragraph) for paragraph in turn.paragraphs]
        if turn.kind == "speech":
            block = [visible(turn.shown_label.replace("\n", " ")), *paragraphs]
        else:
            block = ["―" + paragraph for paragraph in paragraphs] if turn.kind == "narration" else paragraphs
        if block:
            found = document.find("\n" + "\n".join(block) + "\n", at)
            assert found >= 0
            at = found + 1
    assert unsafe_code_points(document) == ()
