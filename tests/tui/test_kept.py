"""Places of a page are found again: unchanged where the file is, at the same words where it was edited."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from roundtable_tui.model import Credit, Figure, Note, Participant, Section, Transcript, Turn
from roundtable_tui.source.load import Loaded
from roundtable_tui.state.place import Place as KeptPlace
from roundtable_tui.tui.kept import TOP, found_again, is_there, kept_place
from roundtable_tui.tui.page.page import START, Place
from roundtable_tui.tui.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

MIZUNO = Participant("水野", name="水野 汐", org="川べり町")
LINES = st.text("橋舟川のはをにでした、。ab", min_size=6, max_size=90)


def turns_of(texts: Sequence[str]) -> tuple[Turn, ...]:
    """Return a turn for each text: speech, narration or a figure, as its length has it."""
    made: list[Turn] = []
    for number, text in enumerate(texts, 1):
        if len(text) % 5 == 0:
            figure = Figure("a.png", alt=f"絵に見えるもの {text}", caption=text, credit="岸")
            made.append(Turn(number, "figure", "figure", text, figure=figure))
        elif len(text) % 5 == 1:
            made.append(Turn(number, "narration", "―", text))
        else:
            made.append(Turn(number, "speech", "水野", text, MIZUNO))
    return tuple(made)


def piece(texts: Sequence[str], lead: str = "はじめに橋の話をします。", notes: int = 2) -> Transcript:
    half = len(texts) // 2
    turns = turns_of(texts)
    return Transcript(
        "003",
        "橋の話",
        series="川べり座談会",
        lead=lead,
        notes=tuple(Note(f"語{number}", f"{number}番目の語の意味です。") for number in range(notes)),
        participants=(MIZUNO, Participant("金子", name="金子 岳", role="船頭")),
        agenda=("橋", "舟"),
        sections=(
            Section((1,), "橋をかける", turns[:half]),
            Section((2,), "橋のあと", (), (Section((2, 1), "舟のゆくえ", turns[half:]),)),
        ),
        closing="またお会いしましょう。後編に続きます。",
        credits=(Credit("文", "岸 ひなた"), Credit("写真", "岡 わたる")),
        source="https://example.org/3",
    )


def reading_of(transcript: Transcript) -> Reading:
    return Reading(Loaded(transcript, ()), transcript, {}, {})


@settings(max_examples=40, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=12), st.data())
def test_every_place_of_an_unchanged_piece_is_found_exactly(texts: list[str], data: st.DataObject) -> None:
    """In lead, notes, cast, agenda, headings, turns, figures, closing and credits; blank rows above them, too."""
    reading = reading_of(piece(texts))
    for index, block in enumerate(reading.blocks):
        offset = data.draw(st.integers(START - block.gap, len(block.text)))
        place = Place(index, offset)
        assert found_again(reading, kept_place(reading, place)) == place
        assert is_there(reading, kept_place(reading, place))


@settings(max_examples=60, deadline=None)
@given(st.lists(LINES, min_size=2, max_size=12, unique=True), st.data())
def test_an_edit_elsewhere_leaves_every_place_at_its_words(texts: list[str], data: st.DataObject) -> None:
    before = reading_of(piece(texts))
    index = data.draw(st.integers(0, len(before.blocks) - 1))
    block = before.blocks[index]
    offset = data.draw(st.integers(0, len(block.text)))
    other = data.draw(st.integers(1, len(texts)).filter(lambda number: number != block.turn))
    edited = [*texts]
    edited[other - 1] = data.draw(st.sampled_from(["", edited[other - 1][:3], f"{edited[other - 1]}加筆です。"]))
    edited[other - 1 : other - 1] = data.draw(st.lists(st.text("新加筆", min_size=6, max_size=9), max_size=2))
    after = reading_of(piece(edited, notes=2 + (block.kind != "note")))
    found = found_again(after, kept_place(before, Place(index, offset)))
    there = after.blocks[found.block]
    assert (there.kind, there.label) == (block.kind, block.label)
    assert (there.text[: found.offset], there.text[found.offset :]) == (block.text[:offset], block.text[offset:])


def edited_at(old: str, offset: int, new: str) -> tuple[str, str]:
    """Return what stands from the kept place on, before and after an edit of the turn in which it is."""
    texts = ["むかしの話です。", old, "いまの話です。"]
    before = reading_of(piece(texts))
    block = before.stops.of_turn[2]
    kept = kept_place(before, Place(block, offset))
    after = reading_of(piece([texts[0], new, texts[2]]))
    found = found_again(after, kept)
    assert found.block == after.stops.of_turn[2]
    return old[offset:], new[found.offset :]


def test_inside_an_edited_turn_the_reader_stays_at_the_same_words() -> None:
    old = "橋ができる前は、渡し舟でした。朝の一便に乗りおくれると、学校に遅刻します。わたしは三度、泳ぎました。"
    offset = old.index("朝の一便")
    for new in (
        "ずっとむかし、" + old,
        old.replace("渡し舟でした。", "渡し舟でした。舟は二艘ありました。"),
        old.replace("橋ができる前は、", ""),
        old.replace("わたしは三度、泳ぎました。", ""),
    ):
        _before, after = edited_at(old, offset, new)
        assert after.startswith("朝の一便に乗りおくれると、")
    _before, after = edited_at(old, offset, old.replace("朝の一便に乗りおくれると、", ""))
    assert after.startswith("学校に遅刻します。")


@given(LINES, st.integers(0, 90), st.integers(0, 90), st.text("甲乙丙", max_size=12))
def test_inside_an_edited_turn_the_words_at_the_place_are_found_as_far_as_they_are_there(
    old: str, at: int, cut: int, new: str
) -> None:
    old = f"{old}一二三四五六七八九十百千万億兆京{old}"  # the words at the place stand nowhere else
    offset = old.index("一二三") + at % 12
    cut = cut % (old.index("一二三") + 1)
    _before, after = edited_at(old, offset, old[:cut] + new + old[cut:])
    assert after == old[offset:]


def test_a_turn_that_moved_and_was_edited_is_found_by_its_words() -> None:
    texts = ["ひとつめの話です。", "橋のたもとに、舟の切符売り場が残っています。", "みっつめの話です。"]
    before = reading_of(piece(texts))
    kept = kept_place(before, Place(before.stops.of_turn[2], 7))
    after = reading_of(piece(["新しい話。", "また新しい話。", texts[0], f"{texts[1]}いまも。", texts[2]]))
    found = found_again(after, kept)
    assert after.blocks[found.block].text[found.offset :].startswith("舟の切符売り場が残っています。いまも。")


def test_what_is_gone_is_known_to_be_gone_and_its_number_counts() -> None:
    before = reading_of(piece(["ひとつめの話です。", "橋のたもとに売り場が残っています。"]))
    kept = kept_place(before, Place(before.stops.of_turn[2], 3))
    after = reading_of(piece(["ひとつめの話です。", "まるで違うことを言う。"]))
    assert not is_there(after, kept)
    assert found_again(after, kept) == Place(after.stops.of_turn[2], 3)
    lead = kept_place(before, Place(next(i for i, b in enumerate(before.blocks) if b.kind == "lead"), 2))
    nothing = reading_of(replace(piece(["話。"]), lead="", closing=""))
    assert found_again(nothing, lead) == TOP
    closing = kept_place(before, Place(next(i for i, b in enumerate(before.blocks) if b.kind == "closing"), 2))
    assert found_again(nothing, closing) == Place(len(nothing.blocks) - 1, START)


def test_places_kept_by_earlier_versions_are_found() -> None:
    reading = reading_of(piece(["ひとつめの話です。", "ふたつめの話です。"]))
    assert found_again(reading, None) == TOP
    assert found_again(reading, KeptPlace("003")) == TOP
    assert found_again(reading, KeptPlace("003", 2)) == Place(reading.stops.of_turn[2], 0)
    assert found_again(reading, KeptPlace("003", section=(2,))) == Place(reading.stops.of_section[2,], START)
