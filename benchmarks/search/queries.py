"""Sixty queries of all classes, in words that generated libraries of either kind hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.search.query import QueryError, parse_query

if TYPE_CHECKING:
    from collections.abc import Iterator

QUERIES: dict[str, tuple[str, ...]] = {
    "exact": ("電話", "図書館", "相談", "窓口", "仕事", "先生", "約束", "声", "一人で"),
    "folded": ("學校", "圖書館", "ﾁｬｯﾄ", "ちゃっと", "しすてむ", "豫算", "ﾃﾚﾜｰｸ"),
    "variant": ("打合わせ", "引越し", "申込み", "気持ち", "支払い"),
    "reading": ("けんしゅう", "でんわ", "としょかん", "やくそく", "がっこう", "せんせい", "まどぐち"),
    "romaji": (
        "denwa",
        "kenshuu",
        "kensyuu",
        "toshokan",
        "tosyokan",
        "yakusoku",
        "sensei",
        "gakko",
        "sōdan",
        "madoguti",
    ),
    "error": (
        "チャツト",
        "テレワワーク",
        "シズテム",
        "図書舘",
        "セキリュティ",
        "お母んさん",
        "標準可",
        "オプーンデータ",
    ),
    "several words": ("電話 先生", "窓口　相談", "手紙 denwa", "仕事 じかん", '"相談がありました"', "先生 -電話"),
    "filters": (
        "role:課長 窓口",
        "speaker:野 電話",
        "issue:12 先生",
        "since:2001-03 約束",
        "section:防災 sensei",
        "title:図書館 手紙",
    ),
    "nothing": ("qzxqzx", "ゔぁぷるりゃ"),
}
"""Queries by class. Those of `nothing` stand nowhere, those of `error` not as they are typed."""


class Stroke(NamedTuple):
    """What stands in the box after one key: a beginning of a query of the class `kind`, or all of it."""

    kind: str
    text: str
    whole: bool


def strokes() -> Iterator[Stroke]:
    """Yield every beginning of every query as it is typed.

    Left out are beginnings that the reader does not search: those in which the query parser finds an error
    (`issue:` before its number), and a last space.
    """
    for kind, queries in QUERIES.items():
        for query in queries:
            for end in range(1, len(query) + 1):
                if _is_searched(query[:end]):
                    yield Stroke(kind, query[:end], end == len(query))


def _is_searched(text: str) -> bool:
    try:
        return bool(parse_query(text)) and text == text.rstrip()
    except QueryError:
        return False
