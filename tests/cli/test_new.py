"""`roundtable new`."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from roundtable_tui.cli.main import main
from roundtable_tui.source.load import load

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


class _Answers(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_options_make_a_file_that_has_no_problem(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--title", "紙の話", "--series", "円卓", "--number", "14", "--part", "2", "--parts", "2"]
    options += ["--held", "令和3年11月10日", "--speaker", "青木 千尋/架空市/部長", "--speaker", "Ann Quill"]
    assert main(["new", *options, "--section", "まず", "--section", "つぎ", "-o", "talks"]) == 0
    assert capsys.readouterr().out == "talks/014-2.yaml\n"
    loaded = load(here / "talks" / "014-2.yaml")
    assert loaded.problems == ()
    piece = loaded.transcript
    assert piece is not None
    assert (piece.title, piece.held, [section.heading for section in piece.sections]) == (
        *("紙の話", "2021-11-10"),
        ["まず", "つぎ"],
    )
    assert [(one.label, one.name, one.org, one.role) for one in piece.participants] == [
        ("青木", "青木 千尋", "架空市", "部長"),
        ("Ann Quill", "", "", ""),
    ]


def test_questions_are_asked_until_they_are_answered(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", _Answers("\n紙の話\n円卓\nx\n7\nsome day\n2021-11\n青木 千尋//部長\n\nまず\n\n"))
    assert main(["new"]) == 0
    out, err = capsys.readouterr()
    assert out == "007.yaml\n"
    assert "'x' is no number" in err
    assert "'some day' is no date" in err
    loaded = load(here / "007.yaml")
    assert loaded.problems == ()
    assert loaded.transcript is not None
    assert loaded.transcript.participants[0].role == "部長"


def test_without_a_title_and_somebody_to_ask_it_says_what_is_missing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert main(["new"]) == 2
    assert "--title" in capsys.readouterr().err


def test_questions_that_end_write_nothing(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", _Answers("紙の話\n円卓"))
    assert main(["new"]) == 2
    assert list(here.iterdir()) == []


def test_a_file_that_is_there_stays_unless_forced(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.yaml").write_text("mine")
    assert main(["new", "--title", "紙", "-o", "a.yaml"]) == 2
    assert "already exists" in capsys.readouterr().err
    assert (here / "a.yaml").read_text() == "mine"
    assert main(["new", "--title", "紙", "-o", "a.yaml", "--force"]) == 0
    assert load(here / "a.yaml").transcript is not None


@pytest.mark.parametrize(
    "options",
    [["--part", "3", "--parts", "2"], ["--held", "2021-13-45"], ["--number", "0"], ["--speaker", "―"]],
)
def test_what_cannot_be_is_refused(here: Path, options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "--title", "紙", *options]) == 2
    assert capsys.readouterr().err
    assert list(here.glob("*.yaml")) == []


def test_a_dash_is_stdout(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "--title", "紙", "-o", "-"]) == 0
    assert "title: 紙\n" in capsys.readouterr().out
    assert list(here.iterdir()) == []
