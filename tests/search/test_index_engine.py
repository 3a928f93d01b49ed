"""The engine over the index: what a reader finds, in which order, and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from roundtable_tui.search.first_hits import FirstHits
from roundtable_tui.search.hit import PieceLabel
from roundtable_tui.search.index_engine import IndexEngine
from roundtable_tui.search.lookup import ROOM
from roundtable_tui.search.query import parse_query

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from roundtable_tui.library.library import Library
    from roundtable_tui.search.engine import Order

    Make = Callable[..., IndexEngine]
    Write = Callable[[Mapping[str, str]], Library]

TALK = [
    "チャットがあると、自席にいるのと同じです。",
    "テレワークの端末は480台です。",
    "ちゃっとやってみました。ＢＹＯＤも考えました。",
    "シミュレーションの結果を見ましょう。",
    "BYODとは、自分の端末を使うことです。",
    "There was a typo in the prototype.",
]


def found(engine: IndexEngine, query: str, order: Order = "relevance") -> list[tuple[str, str, list[str]]]:
    """Anchor, tier and marked words of every hit."""
    hits = engine.search(parse_query(query), order=order).hits
    return [(str(hit.anchor), hit.match, [hit.text[slice(*span)] for span in hit.spans]) for hit in hits]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("チャット", [("001:1", "exact", ["チャット"]), ("001:3", "folded", ["ちゃっと"])]),
        ("ﾁｬｯﾄ", [("001:1", "folded", ["チャット"]), ("001:3", "folded", ["ちゃっと"])]),
        ("ちゃっと", [("001:3", "exact", ["ちゃっと"]), ("001:1", "folded", ["チャット"])]),
        ("byod", [("001:3", "folded", ["ＢＹＯＤ"]), ("001:5", "folded", ["BYOD"])]),
        ("ＢＹＯＤ", [("001:3", "exact", ["ＢＹＯＤ"]), ("001:5", "folded", ["BYOD"])]),
        ("BYOD", [("001:5", "exact", ["BYOD"]), ("001:3", "folded", ["ＢＹＯＤ"])]),
        ("テレワク", [("001:2", "reading", ["テレワーク"])]),
        ("テレワーグ", [("001:2", "fuzzy", ["テレワーク"])]),
        ("シュミレーション", [("001:4", "folded", ["シミュレーション"])]),
        ("たんまつ", [("001:2", "reading", ["端末"]), ("001:5", "reading", ["端末"])]),
        ("kekka", [("001:4", "reading", ["結果"])]),
        ("tyop", [("001:6", "fuzzy", ["typo"])]),
        ("typo", [("001:6", "exact", ["typo"])]),
        ("端末 テレワク", [("001:2", "reading", ["テレワーク", "端末"])]),
        ("端末", [("001:2", "exact", ["端末"]), ("001:5", "exact", ["端末"])]),
        ("端末 -480", [("001:5", "exact", ["端末"])]),
        ('"端末は480"', [("001:2", "exact", ["端末は480"])]),
        ("台", [("001:2", "exact", ["台"])]),
    ],
)
def test_a_reader_finds_what_was_said(engine: Make, query: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert found(engine(TALK), query) == expected


@pytest.mark.parametrize(
    "query", ["量子暗号", "クジラ", "xyzzy", "チャンド", "端束", "空飛ぶ車", '"テレワク"', "2022年", "端末 箱"]
)
def test_a_query_that_matches_nothing_finds_nothing(engine: Make, query: str) -> None:
    assert found(engine(TALK), query) == []


def test_exact_comes_before_folded_before_fuzzy_whatever_is_newer(engine: Make) -> None:
    made = engine(["テレワーク"], ["てれわーく"], ["テレワーグ"])
    assert [(hit, tier) for hit, tier, _ in found(made, "テレワーク")] == [
        ("001:1", "exact"),
        ("002:1", "folded"),
        ("003:1", "fuzzy"),
    ]


def test_whole_words_come_before_parts_and_within_both_the_newer_piece(engine: Make) -> None:
    made = engine(["the net"], ["internet"], ["a net", "cabinets"])
    assert [hit for hit, _, _ in found(made, "net")] == ["003:1", "001:1", "003:2", "002:1"]


def test_a_rarer_misspelling_comes_before_a_commoner_one(engine: Make) -> None:
    made = engine(["カラーワズ"], ["カラズ"], ["カラーワズ"])
    assert [hit for hit, _, _ in found(made, "カラーズ")] == ["002:1", "003:1", "001:1"]


def test_by_date_the_newest_piece_comes_first_and_inside_it_the_order_of_reading(engine: Make) -> None:
    made = engine(["かみ", "紙"], ["カミ", "紙"])
    assert [hit for hit, _, _ in found(made, "紙 ", "date")] == ["002:2", "001:2"]
    assert [(hit, tier) for hit, tier, _ in found(made, "かみ", "date")] == [
        ("002:1", "folded"),
        ("002:2", "reading"),
        ("001:1", "exact"),
        ("001:2", "reading"),
    ]


def test_a_limit_keeps_the_best_and_the_total_counts_all(engine: Make) -> None:
    results = engine(["紙"] * 3, ["紙"] * 2).search(parse_query("紙"), limit=3)
    assert [str(hit.anchor) for hit in results.hits] == ["002:1", "002:2", "001:1"]
    assert results.total == 5
    assert engine(["紙"]).search(parse_query("紙"), limit=0).hits == ()


def test_slips_are_looked_for_only_while_there_is_room(engine: Make) -> None:
    few, many = ["テレワーグ"] * (ROOM - 1), ["テレワーグ"] * ROOM
    assert ("001:20", "fuzzy", ["テレワーク"]) in found(engine([*few, "テレワーク"]), "テレワーグ")
    assert {tier for _, tier, _ in found(engine([*many, "テレワーク"]), "テレワーグ")} == {"exact"}


def test_a_word_that_occurs_often_is_no_slip_beside_a_rarer_word(engine: Make) -> None:
    made = engine([*["テレワーグ"] * ROOM, "テレワーグと紙", "テレワークと紙"])
    assert [tier for _, tier, _ in found(made, "テレワーグ 紙")] == ["exact"]


def test_a_spelling_that_the_letters_alone_do_not_tell_is_settled_by_the_original(engine: Make) -> None:
    made = engine(["ｂｙｏｄ", "Ｂｙｏｄ"], ["ＢＹＯＤ"])
    assert found(made, "ｂｙｏｄ") == [
        ("001:1", "exact", ["ｂｙｏｄ"]),
        ("002:1", "folded", ["ＢＹＯＤ"]),
        ("001:2", "folded", ["Ｂｙｏｄ"]),
    ]


def test_what_draws_nothing_in_a_text_keeps_no_word_from_being_exact(engine: Make) -> None:
    assert found(engine(["葛\U000e0100飾区", "テレ\xadワーク"]), "葛")[0][1:] == ("exact", ["葛\U000e0100"])
    assert [tier for _, tier, _ in found(engine(["葛飾区"]), "葛\U000e0100")] == ["folded"]


def test_everything_that_can_be_read_is_found_and_said_to_be_what_it_is(
    engine: Make, document: Callable[..., str]
) -> None:
    whole = document(
        [("長谷", "紙の話"), ("―", "紙が配られる")],
        title="紙を減らす",
        subtitle="紙の前編",
        lead="紙について。",
        closing="紙は続く。",
        notes={"紙": "木から作る。"},
        participants={"長谷": {"name": "紙谷 実", "kana": "はせ みのる"}},
        heading="紙をやめる",
    )
    hits = engine(whole).search(parse_query("紙"), order="date").hits
    assert [(hit.field, str(hit.anchor), hit.turn, hit.text, hit.label) for hit in hits] == [
        ("title", "001", None, "紙を減らす", ""),
        ("title", "001", None, "紙の前編", ""),
        ("lead", "001", None, "紙について。", ""),
        ("note", "001", None, "紙: 木から作る。", ""),
        ("speaker", "001", None, "紙谷 実 / 長谷 / はせ みのる", "長谷"),
        ("heading", "001#1", None, "紙をやめる", ""),
        ("text", "001:1", 1, "紙の話", "長谷"),
        ("text", "001:2", 2, "紙が配られる", "―"),
        ("closing", "001", None, "紙は続く。", ""),
    ]


def test_the_caption_of_a_figure_is_found_and_nobody_says_it(engine: Make, document: Callable[..., str]) -> None:
    figure = {"figure": {"src": "images/a.png", "alt": "会議室", "caption": "端末だけの会議"}}
    (hit,) = engine(document([], sections=[{"heading": "図", "turns": [figure]}])).search(parse_query("端末")).hits
    assert (hit.text, hit.turn, hit.label, hit.speaker) == ("端末だけの会議", 1, "", None)


def test_a_hit_says_where_it_is_from_and_who_said_it(engine: Make, document: Callable[..., str]) -> None:
    whole = document(
        [],
        title="題",
        series="円卓",
        issue=14,
        part=2,
        parts=2,
        held="2021-11-10",
        sections=[
            {
                "heading": "大",
                "sections": [{"heading": "小", "turns": [{"長谷": {"as": "県:長谷", "text": "紙\n箱"}}]}],
            },
        ],
        participants={"長谷": {"name": "長谷 実", "org": "県", "role": "課長"}},
    )
    (hit,) = engine(whole).search(parse_query("箱")).hits
    assert hit.piece == PieceLabel("001", "題", "円卓", 14, 2, "2021-11-10")
    assert (hit.section, hit.section_path) == (("大", "小"), (1, 1))
    assert (hit.label, hit.text, hit.spans, hit.score) == ("県:長谷", "紙\n箱", ((2, 3),), 100.0)
    assert hit.speaker is not None
    assert hit.speaker.position == "県 課長"


FILTERED = {
    "一": {"held": "2020-12-01", "issue": 1, "heading": "紙の研修"},
    "二": {"held": "2021", "issue": 2, "heading": "箱"},
    "三": {"published": "2022-01-14", "issue": 3, "title": "紙と箱", "heading": "束"},
    "四": {"issue": 4, "heading": "紐"},
}


@pytest.mark.parametrize(
    ("filters", "pieces"),
    [
        ("issue:2", ["二"]),
        ("until:2021", ["一", "二"]),
        ("since:2021-06", ["二", "三"]),
        ("since:2021 until:2021", ["二"]),
        ("since:2022-01-14", ["三"]),
        ("節:ケンシュウ", []),
        ("節:の研修", ["一"]),
        ("題名:箱", ["三"]),
        ("speaker:髙橋", ["一", "三", "二", "四"]),
        ("speaker:高橋", []),
    ],
)
def test_a_filter_leaves_only_what_it_names(
    library: Write, document: Callable[..., str], filters: str, pieces: list[str]
) -> None:
    said = [("髙橋", "議題です"), ("青木", "議題ですね")]
    engine = IndexEngine(library({name: document(said, **fields) for name, fields in FILTERED.items()}))
    engine.fill()
    hits = engine.search(parse_query(f"議題 {filters}")).hits
    assert {hit.piece.id for hit in hits} == set(pieces)


def test_a_filter_by_speaker_never_shows_what_somebody_else_says(engine: Make, document: Callable[..., str]) -> None:
    people = {
        "髙橋": {"name": "髙橋 房江", "aliases": ["房江さん"], "role": "課長"},
        "高橋": {"name": "高橋 湊", "role": "係長"},
        "高": {"name": "高 遼"},
    }
    turns = [("高橋", "紙1"), ("髙橋", "紙2"), ("房江さん", "紙3"), ("高", "紙4"), ("―", "紙5"), ("記者", "紙6")]
    made = engine(document(turns, participants=people, title="紙", heading="紙", lead="紙"))

    def said(filters: str) -> list[str]:
        return [hit.text for hit in made.search(parse_query(f"紙 {filters}"), order="date").hits]

    assert said("speaker:高橋") == ["紙1"]
    assert said("speaker:髙橋") == said("speaker:房江さん") == said("役職:課長") == ["紙2", "紙3"]
    assert said("speaker:高") == ["紙4"]
    assert said("speaker:記者") == ["紙6"]
    assert said("speaker:―") == []
    assert [hit.text for hit in made.search(parse_query("高 speaker:高橋")).hits] == ["高橋 湊 / 係長"]


def test_filters_alone_bring_every_turn_that_passes_with_nothing_marked(engine: Make) -> None:
    made = engine(["紙", "箱"], ["束"])
    assert found(made, "issue:1") == [("001:1", "exact", []), ("001:2", "exact", [])]
    assert found(made, "issue:1 -紙") == [("001:2", "exact", [])]
    assert found(made, "") == []


def test_a_broken_file_never_hides_the_others(library: Write, document: Callable[..., str]) -> None:
    good = document([("青木", "紙の話")])
    engine = IndexEngine(
        library({"001": good, "002": "roundtable: 1\ntitle: [", "003": "", "004": good.replace('"title"', '"titel"')})
    )
    engine.fill()
    results = engine.search(parse_query("紙"))
    assert [hit.piece.id for hit in results.hits] == ["004", "001"]
    assert (results.searched, results.pieces, results.unreadable) == (4, 4, 2)


def test_what_was_read_is_found_until_it_is_read_again_and_then_only_words_that_are_there(
    library: Write, folder: Path, document: Callable[..., str]
) -> None:
    pieces = {f"{number:03}": document([("青木", "紙の話"), ("青木", "束")]) for number in range(3)}
    engine = IndexEngine(library(pieces))
    engine.fill()
    (folder / "001.yaml").write_text(document([("青木", "箱の話")]), encoding="utf-8")
    (folder / "002.yaml").unlink()
    assert engine.search(parse_query("紙")).total == 3
    engine.fill()
    assert [hit.piece.id for hit in engine.search(parse_query("紙")).hits] == ["000"]
    assert [hit.piece.id for hit in engine.search(parse_query("箱")).hits] == ["001"]


def test_a_cancelled_search_stops_and_says_so(engine: Make) -> None:
    made = engine(*[["紙の話"]] * 40)
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > 2

    results = made.search(parse_query("紙"), cancelled=cancelled)
    assert results.stopped
    assert results.hits == ()
    assert asked <= 5


def test_in_one_piece_every_hit_comes_in_the_order_of_reading(engine: Make) -> None:
    made = engine(["かみ", "紙", "箱", "カミ"], ["かみ"])
    hits = made.search_piece(parse_query("カミ"), "001")
    assert [(hit.turn, hit.match) for hit in hits] == [(1, "folded"), (2, "reading"), (4, "exact")]


def test_in_one_piece_slips_are_looked_for_only_where_nothing_is_better(engine: Make) -> None:
    made = engine(["テレワーグ", "テレワーク"], ["テレワーク"])
    assert [hit.turn for hit in made.search_piece(parse_query("テレワーグ"), "001")] == [1]
    assert [hit.match for hit in made.search_piece(parse_query("テレワーグ"), "002")] == ["fuzzy"]


def test_a_piece_can_be_searched_before_the_library_is_read(library: Write, document: Callable[..., str]) -> None:
    people = {"青木": {"name": "青木 千尋", "kana": "あおき ちひろ"}}
    whole = document([("青木", "紙の話"), ("青木", "箱の話")], participants=people)
    engine = IndexEngine(library({"001": whole, "002": "["}))
    (hit,) = engine.search_piece(parse_query("紙"), "001")
    assert (str(hit.anchor), hit.match, hit.spans, hit.label) == ("001:1", "exact", ((0, 1),), "青木")
    assert [hit.field for hit in engine.search_piece(parse_query("aoki"), "001")] == ["speaker"]
    assert engine.search_piece(parse_query("紙"), "002") == ()
    assert engine.search_piece(parse_query("紙"), "nowhere") == ()


def test_a_search_before_anything_is_read_finds_nothing_and_says_how_much_was_read(
    library: Write, document: Callable[..., str]
) -> None:
    engine = IndexEngine(library({"001": document([("青木", "紙の話")])}))
    assert engine.search(parse_query("紙")).searched == 0
    assert not engine.fill(lambda: True)
    engine.fill()
    results = engine.search(parse_query("紙"))
    assert (results.total, results.searched, results.pieces) == (1, 1, 1)


def test_a_folder_that_is_gone_ends_no_search(library: Write, folder: Path, document: Callable[..., str]) -> None:
    engine = IndexEngine(library({"001": document([("青木", "紙の話")])}))
    engine.fill()
    (folder / "001.yaml").unlink()
    folder.rmdir()
    with pytest.raises(OSError, match=folder.name):
        engine.fill()
    assert engine.search(parse_query("紙")).total == 1
    assert engine.search_piece(parse_query("紙"), "002") == ()


@pytest.mark.parametrize("typed", ["ヴ", "ヴァ", "ヴァイ", "バイ", "vaio", "サンサーヴ"])
def test_a_half_typed_sound_loses_no_hit_on_the_way(engine: Make, typed: str) -> None:
    text = "サンサーヴェイでヴァイオリンを弾く"
    assert [hit.text for hit in engine([text]).search(parse_query(typed)).hits] == [text]


def test_a_piece_that_is_not_indexed_is_read_once_for_all_the_keys_of_a_query(
    library: Write, folder: Path, document: Callable[..., str]
) -> None:
    made = IndexEngine(library({"001": document([("青木", "紙の話"), ("青木", "箱と紙")])}))
    for typed, turns in (("紙", [1, 2]), ("紙の", [1]), ("箱", [2])):
        assert [hit.turn for hit in made.search_piece(parse_query(typed), "001")] == turns
    alone = made._alone_now()
    assert alone.made == 1
    (folder / "001.yaml").write_text(document([("青木", "紙はもうない、という長い話")]), encoding="utf-8")
    assert [hit.turn for hit in made.search_piece(parse_query("紙"), "001")] == [1]
    assert alone.made == 2
    made.close()


def test_in_one_piece_the_words_are_those_of_its_file_now_whatever_the_index_has(
    engine: Make, folder: Path, document: Callable[..., str]
) -> None:
    made = engine(["紙の話"])
    (folder / "001.yaml").write_text(document([("青木", "箱"), ("青木", "この紙")]), encoding="utf-8")
    (hit,) = made.search_piece(parse_query("紙"), "001")
    assert (hit.turn, hit.text) == (2, "この紙")


@pytest.mark.parametrize(("turn", "before", "turns"), [(1, 0, [1, 2]), (5, 2, [5, 7]), (8, 0, [1, 2])])
def test_in_one_piece_the_hits_from_a_turn_on_come_before_all_the_others(
    engine: Make, turn: int, before: int, turns: list[int]
) -> None:
    made = engine(["紙", "紙", "箱", "箱", "紙", "箱", "紙", "箱"])
    told: list[tuple[int, int, list[int | None]]] = []
    first = FirstHits(turn, lambda total, start, hits: told.append((total, start, [hit.turn for hit in hits])), most=2)
    assert [hit.turn for hit in made.search_piece(parse_query("紙"), "001", first=first)] == [1, 2, 5, 7]
    assert told == [(4, before, turns)]
    assert len(made.search_piece(parse_query("箱"), "001", first=first._replace(most=4))) == 4
    assert len(told) == 1


def test_a_search_in_one_piece_that_nobody_waits_for_any_more_stops(engine: Make) -> None:
    made = engine(["紙"] * 200)
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > 2

    assert made.search_piece(parse_query("紙"), "001", cancelled=cancelled) == ()
    assert asked == 3
