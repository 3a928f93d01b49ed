"""Filters are offered with how many hits each would leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from roundtable_tui.library.library import Library
from roundtable_tui.search.index_engine import IndexEngine
from roundtable_tui.search.query import parse_query
from roundtable_tui.search.tally import Tally
from roundtable_tui.tui.searching.offers import Offer, Row, applied_to, completions, heard_first, names_in, rows_of

if TYPE_CHECKING:
    from pathlib import Path

    from roundtable_tui.search.engine import Engine


@pytest.fixture
def engine(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Engine:
    engine = IndexEngine(Library(folder), tmp_path_factory.mktemp("cache"))
    assert engine.fill()
    return engine


TALLY = Tally((("水野 汐", 5), ("金子 岳", 3)), (("船頭", 3),), (("3", 8),), (("2024", 6), ("2023", 2)), 8)


def test_each_field_has_a_row_and_what_narrows_nothing_is_left_out() -> None:
    rows = rows_of("舟", TALLY)
    assert [(row.field, [(offer.value, offer.leaves) for offer in row.offers]) for row in rows] == [
        ("speaker", [("水野 汐", 5), ("金子 岳", 3)]),
        ("role", [("船頭", 3)]),
        ("year", [("2024", 6), ("2023", 2)]),
    ]


def test_a_filter_that_is_there_is_offered_to_be_taken_out() -> None:
    rows = rows_of("舟 話者:水野 since:2024", TALLY)
    assert [row.field for row in rows] == ["applied", "role"]
    assert rows[0].offers == (
        Offer("speaker", "水野", applied=True),
        Offer("since", "2024", applied=True),
    )
    assert applied_to("舟 話者:水野 since:2024", rows[0].offers[0]) == "舟 since:2024 "


def test_every_offer_leaves_as_many_hits_as_it_says(engine: Engine) -> None:
    query = parse_query("舟")
    rows = rows_of("舟", engine.tally(query))
    offers = [offer for row in rows for offer in row.offers]
    assert len(offers) > 3
    for offer in offers:
        narrowed = parse_query(applied_to("舟", offer))
        assert engine.search(narrowed).total == offer.leaves, offer


def test_what_is_half_typed_is_completed_by_what_begins_so_and_then_by_what_holds_it() -> None:
    tally = Tally((("山田 金子", 9), ("金子 岳", 3), ("水野 汐", 5)))
    assert [offer.value for offer in completions("speaker", "金", tally, ()).offers] == ["金子 岳", "山田 金子"]


def test_years_are_counted_from_or_up_to_each(engine: Engine) -> None:
    for field in ("since", "until"):
        row = completions(field, "", engine.tally(parse_query("水野")), ())
        assert len(row.offers) == 2
        for offer in row.offers:
            assert engine.search(parse_query(applied_to("水野", offer))).total == offer.leaves


def test_a_speaker_is_completed_by_the_reading_of_the_name(folder: Path, tmp_path: Path) -> None:
    file = folder / "003-1.yaml"
    text = file.read_text(encoding="utf-8").replace("name: 水野 汐", "name: 水野 汐, kana: みずの しお")
    file.write_text(text, encoding="utf-8")
    engine = IndexEngine(Library(folder), tmp_path / "cache")
    engine.fill()
    query = parse_query("橋")
    for begun in ("しお", "ミズ", "miz", "mizuno", "sh"):
        row = completions("speaker", begun, engine.tally(query), engine.search(query).hits)
        assert [offer.value for offer in row.offers] == ["水野 汐"], begun


def test_titles_and_sections_are_those_of_the_hits(engine: Engine) -> None:
    query = parse_query("チャット")
    hits = engine.search(query).hits
    assert [offer.value for offer in completions("title", "橋", engine.tally(query), hits).offers] == [
        "橋の話①",
        "橋の話②",
    ]
    assert "渡し舟のころ" in [offer.value for offer in completions("section", "渡", engine.tally(query), hits).offers]


def test_names_of_the_library_are_offered_before_anything_else_is_asked(folder: Path) -> None:
    entries = Library(folder).entries()
    values = {field: [offer.value for offer in names_in(field, "", entries).offers] for field in ("issue", "since")}
    assert values == {"issue": ["3", "2"], "since": ["2024", "2023"]}
    assert [offer.value for offer in names_in("speaker", "水", entries).offers] == ["水野 汐"]


def test_who_is_heard_comes_before_names_that_only_hold_what_is_typed() -> None:
    tally = Tally(total=5, speakers=(("三枝 怜子", 3), ("齋藤 潔", 2)))
    row = heard_first(tally, Row("speaker", (Offer("speaker", "乗客のみなさん"), Offer("speaker", "齋藤 潔", 2))))
    assert [(offer.value, offer.leaves) for offer in row.offers] == [
        ("三枝 怜子", 3),
        ("齋藤 潔", 2),
        ("乗客のみなさん", None),
    ]
