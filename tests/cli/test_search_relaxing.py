"""What `roundtable search` says where it finds nothing, or is asked what cannot be asked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from roundtable_tui.cli.main import main
from roundtable_tui.text.cells import width

if TYPE_CHECKING:
    from pathlib import Path

    Capture = pytest.CaptureFixture[str]

TURNS = [
    {"長谷": "紙の会議はどのくらい減りましたか。"},
    {"青木": "半分ほどです。テレワークの端末を配りました。会議の前に紙を配る人もいます。"},
    {"長谷": "チャットも？"},
]


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "lib"
    root.mkdir()
    people = {"青木": {"name": "青木 千尋", "role": "総務部長"}, "長谷": {"name": "長谷 実"}}
    for issue, held in ((14, "2021-11-10"), (15, "2022")):
        whole = {
            "roundtable": 1,
            "title": f"第{issue}回",
            "issue": issue,
            "held": held,
            "participants": people,
            "sections": [{"heading": "まずは会議から", "turns": TURNS}],
        }
        (root / f"{issue:03}.yaml").write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
    monkeypatch.setenv("ROUNDTABLE_LIBRARY", str(root))
    return root


def told(capsys: Capture, *args: str, code: int = 1) -> list[str]:
    """Return what stderr says of a search that ends with `code` and prints nothing."""
    assert main(["search", *args]) == code
    out, err = capsys.readouterr()
    assert out == ""
    return err.splitlines()


def test_one_filter_too_many_is_counted_with_and_without(library: Path, capsys: Capture) -> None:
    assert told(capsys, "チャット", "--speaker", "田村") == [
        "nothing found for チャット",
        "0 with speaker:田村, 2 without",
    ]
    assert told(capsys, "役職:市長 チャット")[1:] == ["0 with role:市長, 2 without"]


def test_each_of_several_filters_is_left_out_alone_and_then_all_of_them(library: Path, capsys: Capture) -> None:
    assert told(capsys, "チャット", "--speaker", "青木", "--issue", "15") == [
        "nothing found for チャット",
        "0 with speaker:青木, 1 without",
        "0 with speaker:青木 issue:15, 2 without",
    ]


def test_a_filter_that_changes_nothing_is_not_named(library: Path, capsys: Capture) -> None:
    assert told(capsys, "箱庭療法", "--issue", "14") == ["nothing found for 箱庭療法"]


def test_each_word_is_counted_alone(library: Path, capsys: Capture) -> None:
    assert told(capsys, "紙", "箱") == ["nothing found for 紙 箱", "4 hits for 紙 alone", "0 hits for 箱 alone"]


def test_words_that_occur_are_named_for_one_that_does_not(library: Path, capsys: Capture) -> None:
    # As a phrase, since a word by itself would be looked for with its errors at once.
    assert told(capsys, '"テレワーグ"') == ['nothing found for "テレワーグ"', "words like テレワーグ: テレワーク (2)"]


def test_no_near_word_is_named_where_the_filter_alone_is_in_the_way(library: Path, capsys: Capture) -> None:
    assert told(capsys, "テレワーク", "--until", "2019")[1:] == ["0 with until:2019, 2 without"]


def test_what_a_filter_says_never_reaches_the_terminal_as_a_command(library: Path, capsys: Capture) -> None:
    lines = told(capsys, "紙", "--speaker", "\x1b[31m\u202e")
    assert lines[1].startswith("0 with speaker:\u241b[31m")
    assert not {"\x1b", "\u202e"} & set("".join(lines))


@pytest.mark.parametrize(
    ("query", "column"), [("紙 issue:十四", 3), ("ﾃﾞｽｸ -", 6), ("チャット since:きのう", 6), ('話者: ""', 1)]
)
def test_a_caret_stands_under_what_is_wrong_with_a_query(
    library: Path, query: str, column: int, capsys: Capture
) -> None:
    message, shown, caret, hint = told(capsys, "--", query, code=2)
    assert f"column {column}: " in message
    assert shown == f"  {query}"
    assert caret.endswith("^")
    assert width(caret) - 1 == width(shown[: column + 1])
    assert "--help" in hint
