"""Searching an index in which something is not what was written: nothing untrue is shown, and nothing fails."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from roundtable_tui.search.index_engine import IndexEngine
from roundtable_tui.search.query import parse_query

if TYPE_CHECKING:
    from collections.abc import Callable

    from roundtable_tui.library.library import Library

TEXTS = ("新人の研修をテレワークでやりました。", "研修の打ち合わせです。", "紙を減らす。")
QUERIES = (
    "研修",
    "kenshuu",
    "紙 節:研修",
    "話者:青木 号:2",
    "テレワーグ",
    "あおき",
    "研しゅう -紙",
    "題名:集 紙",
    "since:2021 研修",
)


@pytest.fixture
def engine(library: Callable[[dict[str, str]], Library], document: Callable[..., str]) -> IndexEngine:
    people = {"青木": {"name": "青木 千尋", "kana": "あおき ちひろ", "aliases": ["千尋"]}}
    pieces = {
        f"{number:03}": document(
            [("青木", text) for text in TEXTS], participants=people, issue=number, held="2021-01", heading="研修の話"
        )
        for number in range(3)
    }
    made = IndexEngine(library(pieces))
    made.fill()
    return made


def look(engine: IndexEngine) -> list[str]:
    """The texts of everything that is found in any way."""
    shown = []
    for query in map(parse_query, QUERIES):
        hits = (*engine.search(query).hits, *engine.search_piece(query, "001"))
        assert all(0 <= start < end <= len(hit.text) for hit in hits for start, end in hit.spans)
        shown += [hit.text for hit in hits if hit.field == "text"]
        engine.tally(query)
        for term in query.wanted:
            engine.near_words(term)
    return shown


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE row SET words = x'ff'",
        "UPDATE row SET words = x'010009002b'",
        "UPDATE row SET words = x'01ff2b'",
        "UPDATE row SET words = 'abc'",
        "UPDATE row SET text = 5",
        "UPDATE row SET text = x'ff00'",
        "UPDATE row SET text = NULL",
        "UPDATE row SET text = '研修という嘘'",
        "UPDATE row SET piece = 999",
        "UPDATE row SET piece = 'x'",
        "UPDATE row SET voice = 77",
        "UPDATE row SET section = 9",
        "UPDATE row SET section = 'a'",
        "UPDATE row SET field = 99",
        "UPDATE row SET field = NULL",
        "DELETE FROM piece",
        "DELETE FROM voice",
        "DELETE FROM row",
        "UPDATE piece SET sections = 'x'",
        "UPDATE piece SET held = 5",
        "UPDATE piece SET held = 'x', title = NULL",
        "UPDATE piece SET issue = 'x'",
        "UPDATE voice SET aliases = '['",
        "UPDATE word SET crc = 0",
    ],
)
def test_what_is_damaged_is_left_out_and_stops_no_search(engine: IndexEngine, damage: str) -> None:
    whole = look(engine)
    assert set(whole) == set(TEXTS)
    with closing(sqlite3.connect(engine.cache.path)) as database:
        database.execute(damage)
        database.commit()
    assert set(look(engine)) <= set(TEXTS)


def test_a_row_that_is_none_is_read_again(engine: IndexEngine) -> None:
    with closing(sqlite3.connect(engine.cache.path)) as database:
        database.execute("UPDATE row SET text = 5 WHERE text LIKE '%打ち合わせ%'")
        database.commit()
    query = parse_query("打ち合わせ")
    assert engine.search(query).total == 0
    engine.fill()
    assert engine.search(query).total == 3


def test_a_damaged_piece_is_not_believed_because_a_row_of_it_is_doubted(engine: IndexEngine) -> None:
    with closing(sqlite3.connect(engine.cache.path)) as database:
        database.execute("UPDATE piece SET title = '嘘'")
        database.execute("UPDATE row SET text = 5 WHERE text LIKE '%打ち合わせ%'")
        database.commit()
    assert engine.search(parse_query("打ち合わせ")).total == 0
    assert engine.search(parse_query("紙")).hits == ()
    engine.fill()
    assert {hit.piece.title for hit in engine.search(parse_query("紙")).hits} == {"集まり"}
