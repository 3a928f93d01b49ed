"""How often something is said, issue by issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.search.frequency import PER, Frequency, by_issue, rate
from roundtable_tui.search.hit import PieceLabel
from roundtable_tui.search.query import parse_query

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from roundtable_tui.library.library import Library
    from roundtable_tui.search.index_engine import IndexEngine

    Make = Callable[..., IndexEngine]
    Write = Callable[[Mapping[str, str]], Library]


def counted(engine: IndexEngine, query: str) -> list[tuple[str, int, int, int]]:
    found = engine.frequencies(parse_query(query))
    return [(each.piece.id, each.times, each.turns, each.characters) for each in found]


def test_every_time_in_every_turn_is_counted_in_every_piece_the_oldest_first(engine: Make) -> None:
    made = engine(["紙と紙", "箱", "紙の箱"], ["箱", "箱と箱"], ["かみ、紙、カミ"])
    assert counted(made, "紙") == [("001", 3, 2, 7), ("002", 0, 0, 4), ("003", 1, 1, 7)]
    assert counted(made, "箱") == [("001", 2, 2, 7), ("002", 3, 2, 4), ("003", 0, 0, 7)]
    assert counted(made, "カミ") == [("001", 3, 2, 7), ("002", 0, 0, 4), ("003", 2, 1, 7)]


def test_what_is_printed_but_not_said_is_not_counted(engine: Make, document: Callable[..., str]) -> None:
    made = engine(document([("青木", "箱です")], title="紙の話", lead="紙について", heading="紙"))
    assert counted(made, "紙") == [("001", 0, 0, 3)]


def test_of_filters_alone_every_turn_that_passes_counts_once(engine: Make, document: Callable[..., str]) -> None:
    made = engine(document([("青木", "箱です"), ("田村", "紙"), ("青木", "はい")]))
    assert counted(made, "speaker:青木") == [("001", 2, 2, 6)]
    assert counted(made, "") == [("001", 0, 0, 6)]


def test_nothing_comes_of_a_count_that_nobody_waits_for(engine: Make) -> None:
    assert engine(["紙"]).frequencies(parse_query("紙"), lambda: True) == ()


def test_the_characters_follow_the_file(engine: Make, folder: Path, document: Callable[..., str]) -> None:
    made = engine(["紙の話", "箱"])
    assert counted(made, "紙") == [("001", 1, 1, 4)]
    (folder / "001.yaml").write_text(document([("青木", "紙の話はもうしない")]), encoding="utf-8")
    made.fill()
    assert counted(made, "紙") == [("001", 1, 1, 9)]


def test_a_rate_is_for_ten_thousand_characters_and_nothing_is_nothing() -> None:
    assert rate(3, 6_000) == 5.0
    assert rate(0, 100) == 0.0
    assert rate(0, 0) == 0.0


PIECES = st.lists(
    st.tuples(st.sampled_from(["円卓", ""]), st.sampled_from([None, 1, 2, 3]), st.integers(0, 9), st.integers(0, 99)),
    max_size=12,
)


@given(PIECES)
def test_the_parts_of_an_issue_come_together_and_none_is_lost(rows: list[tuple[str, int | None, int, int]]) -> None:
    pieces = [
        Frequency(PieceLabel(f"{number:03}", "話", series, issue), "2021", times, times, characters)
        for number, (series, issue, times, characters) in enumerate(rows)
    ]
    issues = by_issue(pieces)
    assert sorted(each for parts in issues for each in parts) == sorted(pieces)
    for parts in issues:
        assert len({(each.piece.series, each.piece.issue) for each in parts}) == 1
        assert len(parts) == 1 or parts[0].piece.issue is not None
        times, total = sum(each.times for each in parts), sum(each.characters for each in parts)
        assert abs(rate(times, total) * total / PER - (times if total else 0)) < 1e-6
    keyed = [(parts[0].piece.series, parts[0].piece.issue) for parts in issues if parts[0].piece.issue is not None]
    assert len(set(keyed)) == len(keyed)
