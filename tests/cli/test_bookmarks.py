from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from roundtable_tui.cli.main import main
from roundtable_tui.cli.output import Output
from roundtable_tui.state.bookmarks import Bookmarks, Shown
from roundtable_tui.state.place import Place, turn_hash
from roundtable_tui.state.store import Store
from roundtable_tui.state.words import Words
from roundtable_tui.text.cells import width

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from roundtable_tui.library import Library

    Capture = pytest.CaptureFixture[str]


@pytest.fixture
def library(tmp_path: Path, write_piece: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> Library:
    """Return a library of one piece with a bookmark in its second turn and one in its lead, and one in a lost piece."""
    from roundtable_tui.library import Library

    root = tmp_path / "lib"
    write_piece(root / "014.yaml", title="紙の束", lead="はじめに。", held="2021-11-10", lang="ja")
    library = Library(root)
    transcript = library.load("014").transcript
    assert transcript is not None
    with closing(Store()) as store:
        kept = Bookmarks(store)
        kept.add(library.root, Place("gone", 3), "なくした\x1b[2J", Shown("消えた号", "甲", "もうない言葉。"))
        kept.add(library.root, Place("014", part="lead", number=1, words=Words("", "はじめに。")), "", Shown())
        kept.add(
            library.root, Place("014", 2, offset=2, turn_hash=turn_hash(transcript.turns[1])), "ここを引く", Shown()
        )
        kept.add("/another", Place("014", 1), "ほかの蔵書", Shown())
    monkeypatch.setenv("ROUNDTABLE_LIBRARY", str(root))
    return library


@pytest.mark.usefixtures("library")
def test_bookmarks_are_listed_newest_first_with_their_notes(capsys: Capture) -> None:
    assert main(["bookmarks"]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        "014:2  田村: 時間が短くなりました。",
        "  ここを引く",
        "014  はじめに。",
        "gone:3  (no longer there) 甲: もうない言葉。",
        "  なくした␛[2J",
    ]
    assert err == ""


@pytest.mark.usefixtures("library")
def test_json_lines_say_where_each_is_and_what_stands_there(capsys: Capture) -> None:
    assert main(["bookmarks", "--json"]) == 0
    turn, lead, gone = map(json.loads, capsys.readouterr().out.splitlines())
    made = turn.pop("made")
    assert turn == {
        "v": 1,
        "id": "014",
        "turn": 2,
        "anchor": "014:2",
        "title": "紙の束",
        "section": ["紙をやめてみた"],
        "speaker": "田村",
        "field": "text",
        "note": "ここを引く",
        "found": True,
        "offset": 2,
        "text": "探す時間が短くなりました。",
    }
    assert len(made) == len("2026-01-31")
    assert (lead["turn"], lead["anchor"], lead["field"], lead["text"]) == (None, "014", "lead", "はじめに。")
    assert (gone["found"], gone["title"], gone["text"]) == (False, "消えた号", "もうない言葉。")


@pytest.mark.usefixtures("library")
def test_citations_are_written_with_their_notes_and_stderr_says_what_is_left_out(capsys: Capture) -> None:
    assert main(["bookmarks", "-o", "-"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("# Bookmarks\n\n- **田村**（田村 航）\n\n  > 探す時間が短くなりました。\n")
    assert "014:2 紙をやめてみた" in out
    assert "ここを引く" in out
    assert "- **lead**\n\n  > はじめに。\n" in out
    assert "1 bookmarks are left out" in err


@pytest.mark.usefixtures("library")
def test_a_file_is_replaced_only_when_forced(tmp_path: Path, capsys: Capture) -> None:
    assert main(["bookmarks", "-o", str(tmp_path)]) == 0
    written = tmp_path / "bookmarks.md"
    assert capsys.readouterr().out == f"{written}\n"
    written.write_text("mine", encoding="utf-8")
    assert main(["bookmarks", "-o", str(written)]) == 2
    assert written.read_text(encoding="utf-8") == "mine"
    assert main(["bookmarks", "-o", str(written), "--force"]) == 0
    assert "ここを引く" in written.read_text(encoding="utf-8")


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize("columns", [30, 60])
def test_no_line_is_wider_than_the_terminal(columns: int, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Output, "width", columns)
    main(["bookmarks"])
    assert max(map(width, capsys.readouterr().out.splitlines())) <= max(columns, 38)


def test_without_bookmarks_it_says_how_to_set_one(
    tmp_path: Path, write_piece: Callable[..., Path], capsys: Capture
) -> None:
    write_piece(tmp_path / "a.yaml")
    for argv in ([], ["--json"], ["-o", "-"]):
        assert main(["--library", str(tmp_path), "bookmarks", *argv]) == 1
        out, err = capsys.readouterr()
        assert out == ""
        assert "m sets one" in err


@pytest.mark.usefixtures("library")
def test_two_ways_at_once_are_refused(capsys: Capture) -> None:
    assert main(["bookmarks", "--json", "-o", "-"]) == 2
    assert "--json" in capsys.readouterr().err
