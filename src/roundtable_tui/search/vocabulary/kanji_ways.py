"""Words that print writes with either of two kanji: 見回り and 見廻り, 付属 and 附属, 18歳 and 18才, 霞が関 and 霞ヶ関.

Most pairs are those of the rewriting of 1956 (同音の漢字による書きかえ), by which newspapers and offices put a common
kanji for a rarer one; the rarer one never went out of use. Left out is what tells names apart (智子, 知子).
Both are words of today, so folding leaves them apart.
"""

from __future__ import annotations

import re
from functools import lru_cache

from roundtable_tui.search.slips import is_kanji

MOST = 4
"""Other ways that are given for one word, at most."""

_PAIRS = """
廻回 聯連 輯集 蒐収 劃画 訣決 讃賛 撒散 銓選 煽扇 蝕食 慾欲 篇編 抛放 拋放 昏混 渾混 兇凶 掩援 稀希 誼義 吃喫 絃弦
嶮険 叉差 曠広 亢高 坐座 萎委 屍死 滲浸 訊尋 棲生 牴抵 觝抵 頽退 註注 蕃番 諷風 庖包 繃包 厖膨 熔溶 鎔溶 諒了 輛両 煉練
摧砕 佚逸 掠略 彎湾 臆憶 闇暗 苑園 疏疎 沮阻 附付 碍害 才歳 巾幅 悧利 駿俊 綜総 聚集 醇純 誡戒 翰簡 潰壊
"""
_OTHERS: dict[str, str] = {}
for _pair in _PAIRS.split():
    for _sign, _other in ((_pair[0], _pair[1]), (_pair[1], _pair[0])):
        _OTHERS[_sign] = _OTHERS.get(_sign, "") + _other

_COUNTED = "0-9〇一二三四五六七八九十百千数何"
_SMALL_KE = f"(?<=[{_COUNTED}])[けか箇](?=[月所国年村条件])"
"""ヶ, which folds to け, where something is counted: 三ヶ月, 三か月, 三箇月."""


@lru_cache(maxsize=256)
def kanji_ways(folded: str) -> tuple[str, ...]:
    """Return other ways to write a folded word of two signs and more, one place of it at a time; at most MOST."""
    if len(folded) < 2:
        return ()
    found = [
        folded[:at] + other + folded[at + 1 :] for at, sign in enumerate(folded) for other in _OTHERS.get(sign, "")
    ]
    found += (
        f"{folded[:at]}{'け' if folded[at] == 'が' else 'が'}{folded[at + 1 :]}"
        for at in range(1, len(folded) - 1)
        if folded[at] in "がけ" and is_kanji(folded[at - 1]) and is_kanji(folded[at + 1])  # 霞ヶ関 and 霞が関
    )
    if any(sign in folded for sign in "けか箇"):
        found += (re.sub(_SMALL_KE, other, folded) for other in "けか箇")
    return tuple(way for way in dict.fromkeys(found) if way != folded)[:MOST]
