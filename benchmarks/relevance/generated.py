"""A library that is made, and cases over it: rare words among what is said in the bundled talks, typed in many ways."""

from __future__ import annotations

import random
from itertools import islice
from typing import TYPE_CHECKING

from benchmarks.library import piece
from benchmarks.relevance.cases import Case
from benchmarks.relevance.spelling import (
    half_width,
    hepburn,
    hiragana,
    kunrei,
    old_kanji,
    slip,
    without_long_vowels,
)
from benchmarks.words import turns

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PIECES, TURNS, SEED = 30, 40, 8
KANJI = (
    "灯籠流し とうろうながし 水琴窟 すいきんくつ 天文台 てんもんだい 盆踊り ぼんおどり 消防団 しょうぼうだん "
    "紙芝居 かみしばい 凧揚げ たこあげ 除雪車 じょせつしゃ 郵便局 ゆうびんきょく "
    "陶芸教室 とうげいきょうしつ 水門 すいもん 遊覧船 ゆうらんせん 獣害 じゅうがい 空き家 あきや "
    "商店街 しょうてんがい 住民投票 じゅうみんとうひょう 果樹園 かじゅえん 下水道 げすいどう "
    "橋梁点検 きょうりょうてんけん 奨学金 しょうがくきん 通学路 つうがくろ 学童保育 がくどうほいく "
    "広報紙 こうほうし 里山 さとやま 石灯籠 いしどうろう 献血 けんけつ 納税 のうぜい 国勢調査 こくせいちょうさ "
    "七夕 たなばた お土産 おみやげ 時計台 とけいだい 雪崩 なだれ 人力車 じんりきしゃ 三味線 しゃみせん 八百屋 やおや "
    "風呂敷 ふろしき 河川敷 かせんじき 酒蔵 さかぐら 朝市 あさいち 手話通訳 しゅわつうやく 認知症 にんちしょう "
    "介護施設 かいごしせつ 待機児童 たいきじどう 避雷針 ひらいしん 太陽光発電 たいようこうはつでん 蓄電池 ちくでんち "
    "脱炭素 だつたんそ 防潮堤 ぼうちょうてい 土砂崩れ どしゃくずれ 液状化 えきじょうか 公営住宅 こうえいじゅうたく "
    "指定管理者 していかんりしゃ 入札 にゅうさつ 随意契約 ずいいけいやく 滞納 たいのう 印鑑登録 いんかんとうろく "
    "戸籍謄本 こせきとうほん 婚姻届 こんいんとどけ 母子手帳 ぼしてちょう 予防接種 よぼうせっしゅ "
    "救命胴衣 きゅうめいどうい 日本酒 にほんしゅ 団扇 うちわ 生糸 きいと"
)
KATAKANA = (
    "キャンピングカー ソーラーパネル ハザードマップ ドローン ロープウェイ サイクリング ワークショップ ボランティア "
    "コミュニティ スケートリンク プラネタリウム キオスク トロッコ ハーモニカ"
)
_PLANTED = (
    "それで、{word}のことを思い出しました。",
    "実は{word}の話が、そのあとに続くのです。",
    "去年は{word}にも予算が付きました。",
    "みなさん、{word}についてはどうお考えですか。",
)


def write_library(folder: Path) -> None:
    """Write the pieces to `folder`; each word is planted in two of their turns. The same bytes every time."""
    rng = random.Random(SEED)
    said = list(islice(turns(SEED, 110), PIECES * TURNS))
    words = [surface for surface, _ in _words()] * 2
    for at, word in zip(rng.sample(range(len(said)), len(words)), words, strict=True):
        said[at] += rng.choice(_PLANTED).format(word=word)
    folder.mkdir(parents=True, exist_ok=True)
    all_said = iter(said)
    for index in range(PIECES):
        text = piece(index // 2 + 1, index % 2 + 1, TURNS, all_said)
        (folder / f"{index // 2 + 1:03d}-{index % 2 + 1}.yaml").write_text(text, encoding="utf-8")


def generated_cases() -> tuple[Case, ...]:
    """Return cases for each word, typed in three of the ways that suit it."""
    rng = random.Random(SEED)
    found = []
    for surface, kana in _words():
        ways = dict.fromkeys(_katakana_ways(surface, rng) if surface == kana else _kanji_ways(surface, kana, rng))
        for kind, query in rng.sample(sorted(ways), 3):
            found.append(Case(kind, query, words=((surface,),)))
    return tuple(found)


def _words() -> list[tuple[str, str]]:
    kanji = KANJI.split()
    return [*zip(kanji[::2], kanji[1::2], strict=True), *((word, word) for word in KATAKANA.split())]


def _kanji_ways(surface: str, kana: str, rng: random.Random) -> Iterator[tuple[str, str]]:
    yield "exact", surface
    yield "hiragana-reading", kana
    yield "romaji-hepburn", hepburn(kana)
    yield "romaji-kunrei", kunrei(kana)
    if (left_out := without_long_vowels(hepburn(kana))) != hepburn(kana):
        yield "romaji-typed", left_out
    if len(kana) >= 4:
        yield "romaji-half-typed", hepburn(kana)[:-1]
    if old_kanji(surface) != surface:
        yield "kanji-variants", old_kanji(surface)
    if len(surface) >= 4:
        yield "typos-kanji", slip(surface, rng)


def _katakana_ways(surface: str, rng: random.Random) -> Iterator[tuple[str, str]]:
    kana = hiragana(surface)
    yield "exact", surface
    yield "folded", kana
    yield "folded", half_width(surface)
    yield "romaji-hepburn", hepburn(kana)
    if not set(kana) & set("ぁぃぅぇぉ"):  # Kunrei has no way to write those
        yield "romaji-kunrei", kunrei(kana)
    yield "typos-kana", slip(surface, rng)
