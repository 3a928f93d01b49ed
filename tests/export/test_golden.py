"""Exports as files. After a wanted change: `roundtable --library tests/golden export ja -o tests/golden --force` …"""

from __future__ import annotations

from pathlib import Path

import pytest

from roundtable_tui.cli.main import main

GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.mark.parametrize(
    ("place", "options", "name"),
    [
        ("ja", [], "ja-図書館に置く椅子は何脚か~水屋町×県の円卓①~.md"),
        ("ja#1.1", [], "ja-1.1-九十脚の内訳.md"),
        ("ja:5", [], "ja-turn-5.md"),
        ("ja", ["--no-names", "-o", "ja-nameless.md"], "ja-nameless.md"),
        ("ja", ["-o", "ja.json"], "ja.json"),
        ("ja#2", ["-o", "ja-2.json"], "ja-2.json"),
        ("ja#1.1", ["-o", "ja-1.1.txt"], "ja-1.1.txt"),
        ("en", [], "en-Quiet,-please-three-libraries-talk.md"),
    ],
)
def test_an_export_is_the_golden_file(
    place: str,
    options: list[str],
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["--library", str(GOLDEN), "export", place, *options]) == 0
    assert capsys.readouterr().out == f"{name}\n"
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_text("utf-8") == (GOLDEN / name).read_text("utf-8")
