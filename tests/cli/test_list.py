from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from roundtable_tui.cli.main import main
from roundtable_tui.cli.output import Output
from roundtable_tui.text.cells import set_ambiguous_wide, width

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Capture = pytest.CaptureFixture[str]


@pytest.fixture
def library(tmp_path: Path, write_piece: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "lib"
    write_piece(root / "014-1.yaml", title="前", series="座談会", issue=14, part=1, parts=2, held="2021-11-10")
    write_piece(root / "014-2.yaml", title="後", series="座談会", issue=14, part=2, parts=2, held="2021-11-10")
    write_piece(root / "日本.yaml", title="\x1b[31m長い題" * 40, published="2022")
    write_piece(root / "line\nbreak.yaml", title="改行")
    (root / "broken.yaml").write_text("roundtable: 1\ntitle: [\n")
    monkeypatch.setenv("ROUNDTABLE_LIBRARY", str(root))
    return root


def test_the_back_issues_are_listed_newest_first_with_their_problems(library: Path, capsys: Capture) -> None:
    assert main(["list"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    lines = out.splitlines()
    assert [line.split()[0] for line in lines if not line.startswith(" ")] == [
        "日本",
        "014-2",
        "014-1",
        "line␊break",
        "broken",
    ]
    assert "error: " in lines[-1]
    assert "\x1b" not in out


def test_the_columns_stand_under_one_another(library: Path, capsys: Capture) -> None:
    main(["list"])
    lines = capsys.readouterr().out.splitlines()
    assert {width(line[: line.index(title)]) for line in lines for title in ("前", "後", "改行") if title in line} == {
        len("line␊break") + 2 + len("2021-11-10") + 2
    }


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_no_line_is_wider_than_the_terminal(
    library: Path, columns: int, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Output, "width", columns)
    main(["list"])
    lines = capsys.readouterr().out.splitlines()
    assert max(map(width, lines)) <= columns
    assert columns < 200 or max(map(width, lines)) > 150


def test_json_says_everything_once(library: Path, capsys: Capture) -> None:
    assert main(["list", "--json", "--color", "always"]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    objects = [json.loads(line) for line in out.splitlines()]
    assert objects[2] == {
        "v": 1,
        "id": "014-1",
        "title": "前",
        "series": "座談会",
        "issue": 14,
        "part": 1,
        "parts": 2,
        "held": "2021-11-10",
        "published": "",
        "path": str(library / "014-1.yaml"),
        "turns": 2,
        "sections": 1,
        "participants": ["青木 千尋", "田村 航"],
        "problems": 0,
        "first_problem": "",
    }
    assert objects[0]["title"] == "\x1b[31m長い題" * 40
    assert objects[3]["id"] == "line\nbreak"
    assert objects[4]["problems"] > 0
    assert "error" in objects[4]["first_problem"]
    assert objects[4]["issue"] is None


def test_an_empty_library_says_so_and_exits_with_1(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "empty").mkdir()
    for argv in (["list"], ["list", "--json"]):
        assert main([*argv, "--library", str(tmp_path / "empty")]) == 1
        out, err = capsys.readouterr()
        assert out == ""
        assert argv[1:] or str(tmp_path / "empty") in err


def test_colour_is_only_there_when_asked_for(library: Path, capsys: Capture) -> None:
    main(["list", "--color", "always"])
    coloured = capsys.readouterr().out
    main(["list", "--color", "auto"])
    assert "\x1b[" in coloured
    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.parametrize(("setting", "blanks"), [("narrow", 6), ("auto", 6), ("wide", 4)])
def test_columns_are_set_for_a_terminal_that_is_said_to_draw_wide(
    setting: str,
    blanks: int,
    library: Path,
    capsys: Capture,
    monkeypatch: pytest.MonkeyPatch,
    write_piece: Callable[..., Path],
) -> None:
    for path in library.iterdir():
        path.unlink()
    write_piece(library / "①②.yaml", title="丸つき", held="2020")
    write_piece(library / "long-id.yaml", title="長い名前", held="2021")
    monkeypatch.setenv("ROUNDTABLE_AMBIGUOUS", setting)
    try:
        assert main(["list"]) == 0
    finally:
        set_ambiguous_wide(False)
    line = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("①"))
    blank = len(line.removeprefix("①②")) - len(line.removeprefix("①②").lstrip())
    assert blank - 1 == blanks
