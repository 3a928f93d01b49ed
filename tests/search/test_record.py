"""One speaker through the whole library: pieces, roles, shares, turns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roundtable_tui.library.library import Library
from roundtable_tui.model.person import Person
from roundtable_tui.model.share import shares_of
from roundtable_tui.search.filters import Filters
from roundtable_tui.search.index_engine import IndexEngine
from roundtable_tui.search.query import Query, parse_query
from roundtable_tui.search.record import Tenure

if TYPE_CHECKING:
    from collections.abc import Callable

SERIES = "三つ橋座談会"
AOKI = Person(SERIES, "青木千尋")

CLERK = {"青木": {"name": "青木 千尋", "kana": "あおき ちひろ", "org": "三つ橋市", "role": "係長"}}
CHIEF = {"青木部長": {"name": "青木　千尋", "org": "三つ橋市", "role": "部長"}, "青木": {"name": "青木 弦"}}
LISTENER = {"青木千尋": {"name": "青木千尋", "org": "三つ橋市", "role": "部長"}, "岸": {"name": "岸 実"}}


@pytest.fixture
def talks(engine: Callable[..., IndexEngine], document: Callable[..., str]) -> IndexEngine:
    """Three pieces of a series with one 青木 under three labels, another 青木, and a namesake in another series."""

    def piece(
        turns: list[tuple[str, str]], people: dict[str, Any], issue: int, series: str = SERIES, **more: Any
    ) -> str:
        held = f"202{issue}-04"
        return document(turns, participants=people, series=series, issue=issue, held=held, **more)

    return engine(
        piece([("青木", "魚と野菜"), ("―", "拍手。"), ("司会", "どうも"), ("青木", "はい")], CLERK, 1),
        piece([("青木部長", "明るい灯り"), ("青木", "工房の魚です")], CHIEF, 2),
        piece([("岸", "魚の話")], LISTENER, 3),
        piece([("青木", "山に魚はいない")], CLERK, 1, "山の座談会"),
    )


def test_every_piece_is_there_with_role_and_exact_share_also_where_nothing_is_said(talks: IndexEngine) -> None:
    record = talks.record(AOKI)
    assert [(each.piece.id, each.date, each.positions) for each in record.appearances] == [
        ("003", "2023-04", ("三つ橋市 部長",)),
        ("002", "2022-04", ("三つ橋市 部長",)),
        ("001", "2021-04", ("三つ橋市 係長",)),
    ]
    assert [(each.turns, each.characters, each.total) for each in record.appearances] == [
        (0, 0, 3),
        (1, 5, 11),
        (2, 6, 9),
    ]
    assert (record.turns, record.characters, record.total) == (3, 11, 23)
    assert record.part == pytest.approx(11 / 23)
    assert (record.name, record.kana) == ("青木千尋", "あおき ちひろ")
    assert [each.piece.id for each in record.speaking] == ["002", "001"]
    assert record.tenures == (
        Tenure("三つ橋市 係長", "2021-04", "2021-04", 1),
        Tenure("三つ橋市 部長", "2022-04", "2023-04", 2),
    )


def test_a_namesake_in_another_series_and_another_of_the_surname_are_other_people(talks: IndexEngine) -> None:
    assert [each.piece.id for each in talks.record(Person("山の座談会", "青木千尋")).appearances] == ["004"]
    assert [each.piece.id for each in talks.record(Person(SERIES, "青木弦")).appearances] == ["002"]
    assert talks.record(Person(SERIES, "青木")).appearances == ()


def test_of_a_label_alone_only_the_piece_it_stands_in_is_known(talks: IndexEngine) -> None:
    (only,) = talks.record(Person(SERIES, "司会", "001")).appearances
    assert (only.piece.id, only.turns, only.characters, only.participants) == ("001", 1, 3, ())
    assert talks.record(Person(SERIES, "司会", "002")).appearances == ()


@pytest.mark.parametrize(
    ("typed", "found"),
    [("", [("002", 1), ("001", 1), ("001", 4)]), ("魚", [("001", 1)]), ("さかな", [("001", 1)]), ("工房", [])],
)
def test_the_turns_of_one_person_are_searched_as_everything_is(
    talks: IndexEngine, typed: str, found: list[tuple[str, int]]
) -> None:
    query = parse_query(typed, Filters(person=AOKI))
    hits = talks.search(query, order="date").hits
    assert [(hit.piece.id, hit.turn) for hit in hits if hit.field == "text"] == found


def test_counting_can_be_stopped_and_says_how_far_it_is(talks: IndexEngine) -> None:
    told: list[tuple[int, int]] = []
    asked = iter([False, True])
    record = talks.record(AOKI, lambda: next(asked), lambda done, total: told.append((done, total)))
    assert len(record.appearances) == 1
    assert told[0] == (0, 4)


names = st.sampled_from(["青木 千尋", "青木千尋", "青木 弦", ""])
people = st.dictionaries(st.sampled_from(["青木", "青木部長", "高橋"]), names, min_size=1)
turns = st.lists(
    st.tuples(st.sampled_from(["青木", "青木部長", "高橋", "記者", "―"]), st.text("魚の話。", min_size=1)), max_size=6
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=st.lists(st.tuples(people, turns), min_size=1, max_size=4))
def test_the_index_counts_what_the_pieces_themselves_count(
    made: list[Any], document: Callable[..., str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("talks")
    for number, (cast, said) in enumerate(made):
        listed = {label: {"name": name} if name else {} for label, name in cast.items()}
        text = document(said, participants=listed, series=SERIES)
        (folder / f"{number}.yaml").write_text(text, encoding="utf-8")
    library = Library(folder)
    engine = IndexEngine(library, folder / "cache")
    engine.fill()
    expected: dict[Person, dict[str, tuple[int, int, int]]] = {}
    for piece in library.ids():
        transcript = library.load(piece).transcript
        assert transcript is not None
        for share in shares_of(transcript):
            expected.setdefault(share.person, {})[piece] = (share.turns, share.characters, share.total)
    for person, pieces in expected.items():
        record = engine.record(person)
        assert {each.piece.id: (each.turns, each.characters, each.total) for each in record.appearances} == pieces
        found = engine.search(Query("", (), Filters(person=person)))
        assert found.total == record.turns
    engine.close()
