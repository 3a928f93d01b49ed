"""Whatever may be typed into the box: names, filters, phrases, signs, and what another program would choke on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roundtable_tui.search.index.cache import Cache
from roundtable_tui.search.index_engine import IndexEngine
from roundtable_tui.search.lookup import Lookup
from roundtable_tui.search.query import QueryError, parse_query

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from roundtable_tui.library.library import Library

    Document = Callable[..., str]
    Steps = Callable[[Callable[[], object], int], int]

PEOPLE = {
    "梅原": {"name": "梅原 千尋", "kana": "うめはら ちひろ", "org": "架空市", "role": "情報課長"},
    "髙橋": {"name": "髙橋 湊", "kana": "たかはし みなと", "org": "見本県", "role": "ＣＩＯ"},
}
FIRST = [
    ("梅原", "新人の研修をテレワークでやりました。C++も使います。"),
    ("髙橋", "八重霧町（やえぎりちょう）の打ち合わせは、100%紙でした。"),
    ("梅原", "八重霧町のサーバーは😀です…。a AND b、NEAR(x)とも言う。"),
    ("―", "拍手 ☆ 人々"),
]
SECOND = [("髙橋", "研修の紙を、働き方 改革のために減らす。"), ("記者", "紙、ですか。")]


@pytest.fixture
def talks(library: Callable[[dict[str, str]], Library], document: Document) -> Library:
    first = document(FIRST, participants=PEOPLE, issue=1, held="2021-10-05", heading="研修の話", title="紙を減らす")
    second = document(SECOND, participants=PEOPLE, issue=2, held="2022-01", heading="まとめ", title="箱")
    return library({"001": first, "002": second})


@pytest.fixture
def engine(talks: Library) -> IndexEngine:
    made = IndexEngine(talks)
    made.fill()
    return made


@pytest.fixture
def plain(talks: Library, tmp_path: Path) -> IndexEngine:
    """The same without FTS5."""
    made = IndexEngine(talks)
    made.cache = Cache(str(talks.root), tmp_path / "plain", fts5=False)
    made.fill()
    return made


def found(engine: IndexEngine, query: str) -> list[tuple[str, str, str, list[str]]]:
    """Anchor, field, tier and marked words of every hit."""
    hits = engine.search(parse_query(query)).hits
    return [(str(hit.anchor), hit.field, hit.match, [hit.text[slice(*span)] for span in hit.spans]) for hit in hits]


def turns(engine: IndexEngine, query: str) -> set[str]:
    return {anchor for anchor, field, _, _ in found(engine, query) if field == "text"}


@pytest.mark.parametrize("query", ["umehara", "うめはら", "ウメハラ", "umehar", "うめ"])
def test_a_speaker_is_found_by_how_the_name_sounds(engine: IndexEngine, query: str) -> None:
    speakers = [(anchor, marked[0]) for anchor, field, _, marked in found(engine, query) if field == "speaker"]
    assert [anchor for anchor, _ in speakers] == ["002", "001"]
    assert {marked for _, marked in speakers} <= {"梅原", "うめはら", "うめ"}


@pytest.mark.parametrize(
    "query", ["梅原さん", "うめはらさん", "umeharasan", "梅原先生", "umehara課長", "うめはら情報課長"]
)
def test_a_name_with_a_title_behind_it_finds_the_speaker_where_nobody_says_it(engine: IndexEngine, query: str) -> None:
    speakers = [(anchor, tier) for anchor, field, tier, _ in found(engine, query) if field == "speaker"]
    assert speakers == [("002", "fuzzy"), ("001", "fuzzy")]


def test_a_name_with_a_title_never_finds_somebody_else(engine: IndexEngine) -> None:
    assert found(engine, "梅田さん") == []
    assert found(engine, "梅沢氏") == []


@pytest.mark.parametrize("query", ["たくさん", "おとうさん", "けんさん", "artisan"])
def test_what_only_ends_like_a_title_finds_nothing(engine: IndexEngine, query: str) -> None:
    assert found(engine, query) == []


@pytest.mark.parametrize("query", ["やえぎりちょう", "yaegiricho", "yaegirichou", "ヤエギリ", "yaegi"])
def test_a_reading_given_in_the_text_holds_for_the_whole_piece(engine: IndexEngine, query: str) -> None:
    assert {("001:3", "reading", ("八重霧町",))} <= {
        (anchor, tier, tuple(marked)) for anchor, _, tier, marked in found(engine, query)
    }


def test_a_phrase_is_found_by_neither_reading_nor_slip_nor_another_spelling(engine: IndexEngine) -> None:
    assert found(engine, '"働き方 改革"') == [("002:1", "text", "exact", ["働き方 改革"])]
    for typed in ("けんしゅう", "kenshuu", "テレワーグ", "打合せ"):
        assert turns(engine, typed) - turns(engine, f'"{typed}"'), typed
    assert turns(engine, '"打合せ"') == turns(engine, '"kenshuu"') == turns(engine, '"テレワーグ"') == set()


def test_an_unwanted_word_leaves_out_its_spellings_too(engine: IndexEngine) -> None:
    assert turns(engine, "紙") == {"001:2", "002:1", "002:2"}
    assert turns(engine, "紙 -研修") == {"001:2", "002:2"}
    assert turns(engine, "紙 -打合せ") == {"002:1", "002:2"}
    assert turns(engine, '紙 -"打合せ"') == {"001:2", "002:1", "002:2"}
    assert turns(engine, '紙 -"働き方 改革"') == {"001:2", "002:2"}


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ("話者：梅原", set()),
        ("発言者:髙橋", {"001:2", "002:1"}),
        ("speaker:高橋", set()),  # 髙橋 is another name
        ("speaker:たかはし", {"001:2", "002:1"}),
        ("役職:cio", {"001:2", "002:1"}),
        ("所属:見本", {"001:2", "002:1"}),
        ("号:1", {"001:2"}),
        ("回：２", {"002:1", "002:2"}),
        ("節:研修", {"001:2"}),
        ("題名:紙", {"001:2"}),
        ("since:2021-11", {"002:1", "002:2"}),
        ("until:令和3年", {"001:2"}),
        ("話者:髙橋 号:2", {"002:1"}),
        ("号:3", set()),
    ],
)
def test_a_filter_has_a_japanese_name_too(engine: IndexEngine, filters: str, expected: set[str]) -> None:
    assert turns(engine, f"紙 {filters}") == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("町", {"001:2", "001:3"}),
        ("の", {"001:1", "001:2", "001:3", "002:1"}),
        ("サ", {"001:3"}),
        ("😀", {"001:3"}),
        ("☆", {"001:4"}),
        ("…", {"001:3"}),
        ("...", set()),
        ("%", {"001:2"}),
        ("１００％", {"001:2"}),
        ("C++", {"001:1"}),
        ("c", {"001:1"}),
        ("++", {"001:1"}),
        ("（", {"001:2", "001:3"}),
        ("、", {"001:2", "001:3", "002:1", "002:2"}),
        ("😀😀", set()),
        ("★", set()),
        ("", set()),
        ("　", set()),
    ],
)
def test_one_sign_and_signs_alone_are_found_like_any_word(engine: IndexEngine, query: str, expected: set[str]) -> None:
    assert turns(engine, query) == expected


_ODD = """
" * NEAR( OR ^ a* a"b "a ( ) + a:b rowid:1 {a} ' ';-- x'OR'1'='1 _ \\ NOT 々 ー ٣ ﷺ 🇯 が\u3099 \u0301 \u202eab
\ue100けん \ue1031 \ufffe \U0010ffff \u200d a\0b
"""
ODD = [*_ODD.split(), "NEAR(a b)", "a AND b", "x' OR '1'='1", "紙 NOT 研修", "\0"]


@pytest.mark.parametrize("query", ODD)
def test_nothing_that_is_typed_is_taken_for_a_command_of_the_database(
    engine: IndexEngine, plain: IndexEngine, query: str
) -> None:
    try:
        wanted = parse_query(query)
    except QueryError:
        return
    for hit in engine.search(wanted).hits:
        assert hit.spans
    assert found(engine, query) == found(plain, query)
    engine.tally(wanted)
    engine.search_piece(wanted, "001")
    for term in wanted.wanted:
        engine.near_words(term)


def test_operators_of_the_database_are_words(engine: IndexEngine) -> None:
    assert turns(engine, "a AND b") == {"001:3"}
    assert turns(engine, "NEAR(") == {"001:3"}
    assert turns(engine, "紙 OR 研修") == set()


@pytest.mark.parametrize(
    "query", ["-", '""', "研\ud800", "-研修", "issue:x", "since:99", "話者:", "-号:1", "\u200b", "紙 -"]
)
def test_what_cannot_be_understood_is_said_to_be_so(query: str) -> None:
    with pytest.raises(QueryError):
        parse_query(query)


LONG = [
    "研",
    "けん",
    "ken",
    "a",
    "kensh",
    "研けん",
    "研ken",
    "!",
    "研 ",
    "けん ",
    "テレワーク",
    "（",
    "々",
    "n",
    "a-",
    "ヴァ",
]
LONG += ["か\u3099", "\u0301", "研修会議情報処理"]


@pytest.mark.parametrize("part", LONG)
def test_ten_thousand_characters_take_a_hundred_steps_each(steps: Steps, engine: IndexEngine, part: str) -> None:
    wanted = parse_query(part * (10_000 // len(part)))

    def answer() -> None:
        engine.search(wanted)
        engine.search_piece(wanted, "001")
        engine.tally(wanted)

    assert steps(answer, 1_000_000) > 0


def test_ten_times_the_words_are_answered_in_ten_times_the_steps(steps: Steps, engine: IndexEngine) -> None:
    def taken(words: int) -> int:
        wanted = parse_query(" ".join(chr(0x4E00 + number) for number in range(words)))
        found = []
        count = steps(lambda: found.append(engine.search(wanted).total), 5_000 * words)
        assert found == [0]
        return count

    assert taken(4_000) < 15 * taken(400)
    assert turns(engine, "紙 " + " ".join(f"-{chr(0x4E00 + number)}" for number in range(50))) == turns(engine, "紙")


_QUERIES = """
研修 けんしゅう kenshuu うめはら 打合せ サーバ テレワーグ 号:1 話者:髙橋 八重ぎり yaegi 100%
人人 働方 情報か長 研修テレワーク c
の 議事禄
"""
QUERIES = [*_QUERIES.split(), "紙 -研修", '"働き方 改革"', "紙 話者:髙橋", "節:研修 紙"]


@pytest.mark.parametrize("query", QUERIES)
def test_without_fts5_the_answer_is_the_same(engine: IndexEngine, plain: IndexEngine, query: str) -> None:
    assert not plain.cache.has_grams
    assert found(plain, query) == found(engine, query)
    for piece in ("001", "002"):
        wanted = parse_query(query)
        assert plain.search_piece(wanted, piece) == engine.search_piece(wanted, piece)
    assert plain.tally(wanted) == engine.tally(wanted)


TYPED = "研修けんしゅうkenshu紙サーバテレワ町の-\"＂ :：\u3000a％+'*()😀々ーゔゞ\0\n12"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text(st.sampled_from(TYPED), max_size=12) | st.text(max_size=8))
def test_every_query_is_answered_alike_with_and_without_fts5(
    engine: IndexEngine, plain: IndexEngine, query: str
) -> None:
    try:
        wanted = parse_query(query)
    except QueryError:
        return
    hits = engine.search(wanted).hits
    assert hits == plain.search(wanted).hits
    assert hits == engine.search(wanted).hits
    for hit in hits:
        assert bool(hit.spans) == bool(wanted.wanted)


def test_a_search_without_time_comes_back_at_once_and_says_that_it_is_not_complete(
    library: Callable[[dict[str, str]], Library], document: Document
) -> None:
    engine = IndexEngine(library({"001": document([("青木", f"紙{number}") for number in range(200)])}))
    engine.fill()
    wanted = parse_query("紙")
    hurried = engine.search(wanted, within=0)
    whole = engine.search(wanted)
    assert (hurried.complete, hurried.stopped) == (False, False)
    assert hurried.total < 200
    assert set(hurried.hits) < set(whole.hits)
    assert (whole.complete, whole.total) == (True, 200)


def test_what_was_found_stays_found_where_the_time_is_up_while_looking_further(
    library: Callable[[dict[str, str]], Library], document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = ["テレワーグ", *["テレワーク"] * 100]
    engine = IndexEngine(library({"001": document([("青木", text) for text in texts])}))
    engine.fill()
    wanted = parse_query("テレワーグ")
    widen = Lookup._widen
    over = False

    def slowly(lookup: Lookup) -> bool:
        nonlocal over
        over = True
        return widen(lookup)

    monkeypatch.setattr(Lookup, "_widen", slowly)
    monkeypatch.setattr(Lookup, "_is_over", lambda lookup, found: over)
    results = engine.search(wanted, within=1)
    assert ([hit.text for hit in results.hits], results.complete) == (["テレワーグ"], False)


def test_a_cancelled_search_is_said_to_be_stopped_and_a_cancelled_tally_counts_nothing(engine: IndexEngine) -> None:
    for query in ("紙", "号:1", "ん", "紙 話者:髙橋"):
        results = engine.search(parse_query(query), cancelled=lambda: True)
        assert (results.stopped, results.hits, results.total) == (True, (), 0)
        assert engine.tally(parse_query(query), lambda: True).total == 0
    assert engine.search(parse_query("紙")).total


def test_near_words_are_those_of_the_library_as_it_is_now(
    library: Callable[[dict[str, str]], Library], document: Document
) -> None:
    engine = IndexEngine(library({"001": document([("青木", "テレワークの話")])}))
    engine.fill()
    engine.prepare()
    library({"001": document([("青木", "サテライトの話でした")])})
    engine.fill()
    assert engine.near_words(parse_query("サテライド").wanted[0]) == (("サテライト", 1),)
    assert engine.near_words(parse_query("テレワーグ").wanted[0]) == ()
