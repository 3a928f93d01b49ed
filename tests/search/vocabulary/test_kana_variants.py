"""サーバ and サーバー are one word, デスク and ディスク are two."""

from __future__ import annotations

import pytest

from roundtable_tui.search.vocabulary.kana_variants import first_letters, kana_keys
from roundtable_tui.text.fold import fold_text

SAME = """
サーバ/サーバー コンピュータ/コンピューター ダイヤ/ダイア ヴァイオリン/バイオリン ヴィジョン/ビジョン
シミュレーション/シュミレーション コミュニケーション/コミニュケーション デジタル/ディジタル ウィンドウ/ウィンドー
インターフェイス/インターフェース インタフェース/インターフェイス マネージャー/マネジャー マネージメント/マネジメント
ファイル/フアイル プラスチック/プラスティック ミヅ/ミズ ウイルス/ウィルス スマートフォン/スマートホン
インタヴュー/インタビュー アイデア/アイディア イタリア/イタリヤ モニタ/モニター ユーザ/ユーザー プレイヤー/プレーヤー
セキュリティ/セキュリティー ディスカッション/ディスカション レインボウ/レインボー
"""

TWO = """
デスク/ディスク ドラマ/ドラマー ラッパ/ラッパー ハッカ/ハッカー パスタ/パスター カバ/カバー ビル/ビール コピ/コピー
コーチング/コーティング フィーリング/フィリング リービング/リビング シリコン/シリコーン ホールディング/フォールディング
トレンド/トレインド ショッピング/シッピング シール/シル ハウンド/ファウンド アマチュア/アーマチュア レンギョ/レンギョウ
"""


@pytest.mark.parametrize("pair", SAME.split())
def test_spellings_of_one_word_have_a_key_in_common(pair: str) -> None:
    one, other = map(fold_text, pair.split("/"))
    assert not kana_keys(one).isdisjoint(kana_keys(other))
    assert other[0] in first_letters(one)
    assert one[0] in first_letters(other)


@pytest.mark.parametrize("pair", TWO.split())
def test_two_words_have_none(pair: str) -> None:
    one, other = map(fold_text, pair.split("/"))
    assert kana_keys(one).isdisjoint(kana_keys(other))
