"""What relaxing a query that finds nothing would give."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from roundtable_tui.library import Library
from roundtable_tui.library.find import bundled
from roundtable_tui.search.index_engine import IndexEngine
from roundtable_tui.search.query import parse_query
from roundtable_tui.tui.searching.suggestions import people_named, relaxed

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[IndexEngine]:
    engine = IndexEngine(Library(bundled()), tmp_path_factory.mktemp("cache"))
    engine.fill()
    yield engine
    engine.close()


@pytest.mark.parametrize(
    "typed", ["speaker:三枝 判子屋", "speaker:三枝 判子", "判子屋 ペンギン", "issue:3 テレワワーク", "窓口 判子屋"]
)
def test_every_suggestion_finds_exactly_as_much_as_it_says(engine: IndexEngine, typed: str) -> None:
    assert engine.search(parse_query(typed)).total == 0
    found = list(relaxed(engine, parse_query(typed)))
    assert found
    for suggestion in found:
        assert suggestion.finds == engine.search(parse_query(suggestion.text)).total > 0


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("saegusa", ["三枝 怜子"]),
        ("久我氏", ["久我 すみれ"]),
        ("kugasan", ["久我 すみれ"]),
        ("テレワーク", []),
        ("たくさん", []),
    ],
)
def test_a_name_with_or_without_a_title_names_who_is_offered(engine: IndexEngine, typed: str, names: list[str]) -> None:
    query = parse_query(typed)
    assert [each.full_name for each in people_named(query, engine.search(query).hits).values()] == names
