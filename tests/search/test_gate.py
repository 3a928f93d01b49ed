"""Filters over more pieces and people than are asked for by number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.search.gate import _MOST_ASKED
from roundtable_tui.search.index_engine import IndexEngine
from roundtable_tui.search.query import parse_query

if TYPE_CHECKING:
    from collections.abc import Callable

    from roundtable_tui.library.library import Library

MANY = 105


def test_a_filter_that_many_pieces_pass_narrows_as_one_that_few_do(
    library: Callable[[dict[str, str]], Library], document: Callable[..., str]
) -> None:
    pieces = {
        f"{number:03}": document(
            [(f"話者{number}", "紙です"), ("記者", "紙ですか")],
            title="春" if number % 3 else "秋",
            issue=number,
            held=f"{1900 + (number * 37) % MANY}",
            heading=f"第{number}部",
        )
        for number in range(MANY)
    }
    engine = IndexEngine(library(pieces))
    engine.fill()

    def found(query: str) -> list[int]:
        return [hit.piece.issue or 0 for hit in engine.search(parse_query(query)).hits if hit.field == "text"]

    spring = [number for number in range(MANY) if number % 3]
    assert len(spring) > _MOST_ASKED > MANY - len(spring)
    for query, expected in (("春", spring), ("秋", [number for number in range(MANY) if not number % 3])):
        assert sorted(found(f"紙 題名:{query}")) == sorted(expected * 2)
        assert sorted(found(f"紙 題名:{query} 話者:話者")) == sorted(expected)
    assert sorted(found("紙 話者:話者")) == list(range(MANY))
    assert found("紙 話者:話者1 節:第1部") == [1]
    newest_first = sorted(range(MANY), key=lambda number: (number * 37) % MANY, reverse=True)
    assert found("紙 話者:話者") == newest_first
    assert found("号:7 話者:記者") == [7]
    assert found("紙 since:1990 until:1991") == [
        number for number in newest_first if (number * 37) % MANY in (90, 91) for _ in "ab"
    ]
