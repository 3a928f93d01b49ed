"""Common words that some write in kanji and others in kana: 子供 and 子ども, 一人暮らし and ひとり暮らし.

Which way is official has changed more than once, and newspapers and offices differ to this day, so a library of some
years has both. Only words of two letters and more stand here: 事 for こと would match half of all text.
"""

from __future__ import annotations

from functools import cache, lru_cache

from roundtable_tui.text.fold import fold_text

MOST = 6
"""Other ways that are given for one word, at most."""

_WAYS = """
子供 子ども こども
一人 ひとり 1人
二人 ふたり 2人
友達 友だち ともだち
私達 私たち
人達 人たち
出来る できる
出来た できた
出来な できな
下さい ください
頂く いただく
頂き いただき
頂いて いただいて
致しま いたしま
有難う 有り難う ありがとう
宜しく よろしく
全て すべて 総て
既に すでに
更に さらに
特に とくに
直ぐ すぐ
直ちに ただちに
主に おもに
様々 さまざま
色々 いろいろ
沢山 たくさん
殆ど ほとんど
概ね おおむね
予め あらかじめ
改めて あらためて
初めて はじめて 始めて
例えば たとえば
従って したがって
及び および
並びに ならびに
又は または
若しくは もしくは
但し ただし
尚更 なおさら
何故 なぜ
今年 ことし
大人 おとな
皆様 皆さま みなさま
皆さん みなさん
お年寄 おとしより
障害 障がい 障碍
癌検診 がん検診
片付 片づ かたづ
気付 気づ
近付 近づ
名付け 名づけ なづけ
見付け 見つけ みつけ
基づ もとづ
分かり わかり 判り 解り
分かる わかる 判る 解る
分から わから 判ら 解ら
作る つくる 造る 創る
作り つくり 造り 創り
町づくり まちづくり 街づくり 町作り 街作り
手助け てだすけ
手伝い てつだい
引き籠 引きこ ひきこ 引き篭
見守り みまもり
困り事 困りごと
願い事 願いごと
繋が つなが
繋ぐ つなぐ
繋ぎ つなぎ
取り敢えず とりあえず
当たり前 あたりまえ
面白 おもしろ
難し むずかし
優しい やさしい 易しい
嬉しい うれしい
綺麗 きれい 奇麗
駄目 だめ ダメ
無駄 むだ ムダ
真面目 まじめ
馬鹿 ばか バカ
判子 はんこ ハンコ
煙草 たばこ タバコ
御飯 ご飯 ごはん
御協力 ご協力
御意見 ご意見
御相談 ご相談
御説明 ご説明
御覧 ご覧
御礼 お礼
御願 お願
組合せ 組み合わせ 組合わせ
仕組み しくみ
飼い主 飼主
林檎 りんご リンゴ
玉葱 玉ねぎ 玉ネギ たまねぎ
人参 にんじん ニンジン
ゴミ ごみ 塵芥
携帯 ケータイ けいたい
面倒臭 面倒くさ めんどうくさ めんどくさ
斉藤 斎藤
email e-mail
wifi wi-fi
"""


@cache
def _groups() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(dict.fromkeys(line.split())) for line in fold_text(_WAYS).split("\n") if line)


@lru_cache(maxsize=256)
def written_ways(folded: str) -> tuple[str, ...]:
    """Return other ways to write a folded word, or a word with another one in it, at most MOST; folded."""
    found: dict[str, None] = {}
    for group in _groups():
        for way in group:
            if way in folded:
                found |= dict.fromkeys(folded.replace(way, other) for other in group if other != way)
                break
    found.pop(folded, None)
    return tuple(found)[:MOST]
