"""Transcripts that are put together turn by turn."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.importers.gathering import Gathering
from roundtable_tui.model import Figure, Participant
from roundtable_tui.source.load import load_text
from roundtable_tui.source.write import dump


def test_turns_come_in_the_order_of_the_source_under_their_headings() -> None:
    gathering = Gathering()
    gathering.head("紙の話")
    gathering.speak("青木", "半分になりました。", at="0:00:03")
    gathering.head("まず会議", depth=2)
    gathering.narrate("(一同笑う)")
    gathering.show(Figure("a.png", caption="会議室"))
    gathering.speak("長谷", "何が。")
    piece = gathering.imported(id="1", title="円卓").transcript
    assert [(turn.number, turn.label, turn.text, turn.at) for turn in piece.turns] == [
        (1, "青木", "半分になりました。", "0:00:03"),
        (2, "―", "(一同笑う)", ""),
        (3, "figure", "会議室", ""),
        (4, "長谷", "何が。", ""),
    ]
    assert [section.heading for section in piece.all_sections] == ["紙の話", "まず会議"]
    assert [person.label for person in piece.participants] == ["青木", "長谷"]


def test_without_a_heading_the_turns_stand_in_a_section_that_has_none() -> None:
    gathering = Gathering()
    gathering.speak("Ann", "Hello.")
    gathering.head("Later")
    gathering.speak("Ben", "Bye.")
    piece = gathering.imported(id="1", title="Two").transcript
    assert [section.heading for section in piece.all_sections] == ["", "Later"]


def test_whoever_was_declared_and_never_speaks_takes_part() -> None:
    gathering = Gathering()
    gathering.declare(Participant("田村", "田村 航"))
    gathering.speak("青木", "はい。")
    piece = gathering.imported(id="1", title="円卓").transcript
    assert [person.label for person in piece.participants] == ["田村", "青木"]


LABELS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs", "S"]), max_size=6)
SAID = st.tuples(LABELS, st.text("紙はへる。aA", min_size=1, max_size=8))


@given(st.lists(SAID, min_size=1, max_size=8))
def test_whatever_the_labels_are_the_file_reads_back_with_every_word_and_every_label_as_printed(
    said: list[tuple[str, str]],
) -> None:
    gathering = Gathering()
    for label, text in said:
        gathering.speak(label, text)
    piece = gathering.imported(id="1", title="円卓").transcript
    loaded = load_text(dump(piece), id="1", path="1.yaml")
    assert loaded.transcript is not None
    assert [turn.text for turn in loaded.transcript.turns] == [text for _label, text in said]
    assert all(turn.speaker is not None for turn in loaded.transcript.turns)
    for turn, (label, _text) in zip(piece.turns, said, strict=True):
        assert turn.shown_label == label.strip() or not label.strip()


def test_a_heading_with_nothing_under_it_is_kept_as_narration_and_doubted() -> None:
    gathering = Gathering()
    gathering.head("一", line=1)
    gathering.head("二", depth=2, line=2)
    gathering.head("三", depth=2, line=3)
    gathering.speak("青木", "はい。", line=4)
    gathering.head("四", line=5)
    gathering.head("", line=6)  # says nothing, and is nothing
    imported = gathering.imported(id="1", title="円卓")
    piece = imported.transcript
    assert [
        (section.path, section.heading, [turn.text for turn in section.turns]) for section in piece.all_sections
    ] == [
        ((1,), "一", []),
        ((1, 1), "", ["二"]),
        ((1, 2), "三", ["はい。"]),
        ((2,), "", ["四"]),
    ]
    assert [(doubt.line, doubt.text) for doubt in imported.doubts] == [(2, "二"), (5, "四")]
    assert load_text(dump(piece), id="1", path="1.yaml").problems == ()
