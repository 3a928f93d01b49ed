from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roundtable_tui.export.extract import of_exchange
from roundtable_tui.export.question import Exchange, asker_of, asks, exchange_from, exchanges_at
from roundtable_tui.export.selection import select
from roundtable_tui.model import NARRATION, Participant, Section, Transcript, Turn


def talk(*turns: tuple[str, str], roles: dict[str, str] | None = None, split: int | None = None) -> Transcript:
    """Return a piece of the turns, each a label and its words; `split` begins a second section before that index."""
    people = {label: Participant(label, role=(roles or {}).get(label, "")) for label, _ in turns if label not in "―？"}
    made = []
    for number, (label, text) in enumerate(turns, start=1):
        kind = "narration" if label == NARRATION else "speech"
        made.append(Turn(number, kind, label, text, people.get(label)))  # type: ignore[arg-type]
    cut = len(made) if split is None else split
    sections = [Section((1,), "一", tuple(made[:cut]))]
    if split is not None:
        sections.append(Section((2,), "二", tuple(made[cut:])))
    return Transcript("001", "話", lang="ja", participants=tuple(people.values()), sections=tuple(sections))


INTERVIEW = talk(
    (NARRATION, "はじめに、橋ができる前のことを教えてください。"),
    ("水野", "渡し舟でした。"),
    ("金子", "祖父がこいでいました。"),
    (NARRATION, "（水野さん、写真を出す）"),
    ("水野", "「舟は出ますか」と聞かれたものです。"),
    (NARRATION, "――その写真は、いつのものでしょうか。"),
    ("金子", "昭和四十年です。"),
    split=4,
)
MODERATED = talk(
    ("司会", "本日はありがとうございます。"),
    ("司会", "水野さん、橋はいくらでしたか。"),
    ("水野", "三億円です。高いと思われますか？"),
    ("司会", "そうですか。"),
    ("金子", "舟なら百そう買えます。"),
    ("司会", "では金子さん、舟はどうなりましたか。"),
    ("金子", "観光に使っています。"),
    roles={"司会": "司会"},
)
EQUALS = talk(
    ("甲", "舟は好きですか。"),
    ("乙", "好きです。あなたは？"),
    ("甲", "酔います。"),
    ("乙", "では橋は？"),
    ("甲", "渡るのに、勇気がいりますか。"),
)


@pytest.mark.parametrize(
    "text",
    [
        "紙はどのくらい減りましたか。",
        "どうなさったんですか",
        "ほんとうに？",
        "では、研修についてはいかがでしょうか。長谷さん。",
        "そのころの話を聞かせてください。",
        "いきさつをうかがいたいと思います。",
        "――どこで使うのですか――",
        "What did Pip cost?",
        "一つめの段落。\n二つめは、だれのものだろうか。",
    ],
)
def test_a_question_is_known_by_how_a_sentence_of_it_ends(text: str) -> None:
    assert asks(text)


@pytest.mark.parametrize(
    "text",
    [
        "半分になりました。",
        "そうですか。",
        "なるほどですか。",
        "「いつ来ますか」と聞かれました。",
        "川か海かで迷いました。",
        "たしかに。",
        "しかし、そうは思いません。",
        'She said "why?" and left.',
        "",
    ],
)
def test_what_is_quoted_or_said_on_hearing_an_answer_is_no_question(text: str) -> None:
    assert not asks(text)


def test_in_an_interview_the_asker_is_the_narration() -> None:
    assert asker_of(INTERVIEW) == NARRATION


def test_who_has_the_office_of_asking_is_the_asker() -> None:
    assert asker_of(MODERATED) == MODERATED.people["司会"]


def test_among_equals_there_is_no_asker_and_one_stage_direction_with_a_question_makes_none() -> None:
    assert asker_of(EQUALS) is None
    assert asker_of(talk((NARRATION, "雨だろうか。"), ("甲", "はい。"), ("乙", "寒いですか。"))) is None


def test_a_question_has_its_answers_up_to_the_next_question_of_its_asker_across_headings_and_remarks() -> None:
    assert exchange_from(INTERVIEW, 1) == Exchange(1, 5)
    assert exchange_from(INTERVIEW, 6) == Exchange(6, 7)
    assert exchange_from(MODERATED, 2) == Exchange(2, 5)
    assert exchange_from(EQUALS, 2) == Exchange(2, 3)


def test_a_turn_that_asks_nothing_and_a_turn_that_is_not_there_begin_no_exchange() -> None:
    assert exchange_from(INTERVIEW, 2) is None
    assert exchange_from(INTERVIEW, 8) is None
    assert exchange_from(INTERVIEW, 0) is None


def test_an_answer_belongs_to_the_asker_s_question_and_one_asked_back_is_offered_after_it() -> None:
    assert exchanges_at(INTERVIEW, 5) == (Exchange(1, 5),)
    assert exchanges_at(MODERATED, 3) == (Exchange(2, 5), Exchange(3, 7))
    assert exchanges_at(MODERATED, 1) == ()


def test_one_person_under_two_labels_is_one_asker() -> None:
    piece = talk(("甲", "いつですか。"), ("乙", "昨日です。"), ("甲", "どこでですか。"))
    first = piece.turns[0]
    assert first.speaker is not None
    other = first.speaker._replace(label="甲さん", name="甲")
    renamed = Turn(1, "speech", "甲さん", first.text, other)
    people = (other, *(person._replace(name=person.label) for person in piece.participants))
    piece = Transcript("001", "話", participants=people, sections=(Section((1,), "", (renamed, *piece.turns[1:])),))
    assert exchange_from(piece, 1) == Exchange(1, 2)


def test_the_export_of_an_exchange_says_what_it_is() -> None:
    extract = of_exchange(INTERVIEW, Exchange(1, 5))
    selection = select(INTERVIEW, keep=extract.keeps, only=extract.words)
    assert [turn.number for turn in selection.turns] == [1, 2, 3, 4, 5]
    assert [block.heading for block in selection.blocks] == ["一", "二"]
    assert selection.only == "質問と答え（1–5番目の発言）"


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_the_exchanges_of_one_asker_part_what_follows_the_first_question_without_gap_or_overlap(
    data: st.DataObject,
) -> None:
    words = st.sampled_from(["はい。", "いつですか。", "どこ？", "そうですか。"])
    piece = talk(*data.draw(st.lists(st.tuples(st.sampled_from("甲乙―"), words), min_size=1, max_size=12)))
    for asker in "甲乙―":
        own = [turn.number for turn in piece.turns if turn.label == asker]
        found = [exchange for number in own if (exchange := exchange_from(piece, number))]
        covered = [number for exchange in found for number in range(exchange.first, exchange.last + 1)]
        assert covered == list(range(found[0].first if found else len(piece.turns) + 1, len(piece.turns) + 1))
    for number in range(1, len(piece.turns) + 1):
        assert all(number in exchange for exchange in exchanges_at(piece, number))
