from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roundtable_tui.export.csv import COLUMNS, document, harmless, unharmed
from roundtable_tui.export.selection import select
from roundtable_tui.export.visible import visible

if TYPE_CHECKING:
    from roundtable_tui.model import Transcript


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_turn_is_a_row_with_its_place_its_speaker_and_its_words(piece: Transcript) -> None:
    found = rows(document(select(piece)))
    assert [row["anchor"] for row in found] == [f"014-2:{number}" for number in range(1, 7)]
    assert {key: found[2][key] for key in ("turn", "section", "heading", "kind", "label", "name", "org", "role")} == {
        "turn": "3",
        "section": "1.1",
        "heading": "紙をやめてみた › 会議から",
        "kind": "speech",
        "label": "青木",
        "name": "青木 千尋",
        "org": "架空市",
        "role": "総務部長",
    }
    assert found[2]["text"] == "半分に。\nただし。"
    assert (found[0]["kind"], found[0]["label"], found[0]["name"]) == ("narration", "", "")
    assert (found[3]["text"], found[3]["picture"]) == ("短い", "図: 絵（b.png、写真・図版: 田村）")
    assert (found[5]["label"], found[5]["name"]) == ("山本", "")


def test_only_the_selected_turns_are_there_and_names_can_be_left_out(piece: Transcript) -> None:
    found = rows(document(select(piece, (2,), names=False)))
    assert [row["turn"] for row in found] == ["5", "6"]
    assert "長谷" not in document(select(piece, (2,), names=False)).replace("長谷です", "")


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+81-3",
        "-2",
        "@SUM(A1)",
        "＝１",
        "－２",
        "  =1",
        "\t=1",
        "\r=1",
        "\n=1",
        "'=1",
        " '@x",
        "'quoted",
        "\tx",
    ],
)
def test_what_a_spreadsheet_would_run_begins_with_an_apostrophe(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "はい。", "―笑い", "ー", "1-2", "a=b", " はい", "‐", "(=1)"])
def test_other_words_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


@given(st.text(st.sampled_from("=+-@＝'　 \t\na1"), max_size=8) | st.text(max_size=8))
def test_taking_the_apostrophe_away_gives_every_text_back(text: str) -> None:
    cell = harmless(text)
    assert unharmed(cell) == text
    assert not re.match(r"[=+\-@\t\r]", cell)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_every_word_of_any_piece_comes_back_from_its_rows(
    any_piece: st.SearchStrategy[Transcript], data: st.DataObject
) -> None:
    piece = data.draw(any_piece)
    text = document(select(piece))
    table = list(csv.reader(io.StringIO(text, newline="")))
    assert table[0] == list(COLUMNS)
    found = rows(text)
    assert [unharmed(row["text"]) for row in found] == [visible(turn.text) for turn in piece.turns]
    labels = [visible(turn.shown_label) if turn.kind == "speech" else "" for turn in piece.turns]
    assert [unharmed(row["label"]) for row in found] == labels
    assert not [cell for row in table[1:] for cell in row if re.match(r"[=+\-@\t\r＝＋－＠]", cell)]
    text.encode()
