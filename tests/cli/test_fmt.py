"""`roundtable fmt`."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from roundtable_tui.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

UNTIDY = "roundtable:  1\ntitle: 紙  # why\nparticipants: {青木: {}}\nsections:\n- turns:\n  - 青木: はい。\n"
TIDY = """\
# yaml-language-server: $schema=../schema/roundtable-1.schema.json
roundtable: 1
title: 紙  # why

participants:
  青木: {}

sections:
  - turns:
      - 青木: はい。
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "001.yaml"
    path.write_text(UNTIDY, encoding="utf-8")
    return path


def test_a_file_is_set_out_anew_and_named_once(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fmt", str(file)]) == 0
    assert capsys.readouterr().out == f"{file}\n"
    assert file.read_text("utf-8") == TIDY
    assert main(["fmt", str(file)]) == 0
    assert capsys.readouterr().out == ""


def test_check_writes_nothing_and_says_what_would_change(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fmt", "--check", str(file.parent)]) == 1
    assert capsys.readouterr().out == f"{file}\n"
    assert file.read_text("utf-8") == UNTIDY


def test_a_file_with_errors_is_named_and_does_not_stop_the_others(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = file.with_name("000.yaml")
    bad.write_text("roundtable: 1\ntilte: 紙\n", encoding="utf-8")
    assert main(["fmt", str(file.parent), str(file.parent / "none.yaml")]) == 2
    out, err = capsys.readouterr()
    assert out == f"{file}\n"
    assert f"{bad}:2:1: error" in err
    assert "none.yaml" in err
    assert bad.read_text("utf-8") == "roundtable: 1\ntilte: 紙\n"


def test_a_dash_is_stdin_to_stdout(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(UNTIDY.encode())))
    assert main(["fmt", "-"]) == 0
    assert capsys.readouterr().out == TIDY
