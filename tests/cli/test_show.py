from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from roundtable_tui.cli.main import main
from roundtable_tui.text.cells import width

LIBRARY = Path(__file__).parents[1] / "golden"


def show(*argv: str, library: Path = LIBRARY) -> int:
    return main(["--library", str(library), "show", *argv])


@pytest.fixture
def namesakes(tmp_path: Path) -> Path:
    """Return a library with two families whose names differ in one variant, and two people of one family."""
    people = "{髙橋: {name: 髙橋 房江}, 高橋: {name: 高橋 湊}, 町長: {name: 渡邊 巌}, 保健師: {name: 渡邊 小夜}}"
    turns = "".join(f"  - {label}: {label}の言葉。\n" for label in ("髙橋", "高橋", "町長", "保健師", "髙橋"))
    text = f"roundtable: 1\ntitle: 題\nparticipants: {people}\nsections:\n- heading: 話\n  turns:\n{turns}"
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    return tmp_path


def test_a_section_is_shown_with_its_headings_and_speakers(capsys: pytest.CaptureFixture[str]) -> None:
    assert show("ja#1.2") == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.endswith(
        "#1 椅子を数える\n\n#1.2 開架と椅子\n\n司会\n開架が広がると、椅子は減りますか。\n\n"
        "水野館長\n減りません。本は<立って>選び、座って読むものです。[笑]\n"
    )
    assert "※開架: 本を手に取って選べる棚のこと。\n" in out


def test_a_piece_is_shown_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert show("ja") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "図書館に置く椅子は何脚か~水屋町×県の円卓①~"
    for line in (
        "「椅子は何脚いりますか」。その一言から、話が始まりました。",
        "椅子の話は後編につづきます。",
        "―ここで閉館の音楽が流れる。",
    ):
        assert line in lines


def test_a_turn_is_shown_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert show("ja:2") == 0
    out = capsys.readouterr().out
    assert out.endswith("\n岸\n九十脚と聞きました。多いのですか、少ないのですか。\n")
    assert "一脚ずつ" not in out


@pytest.mark.parametrize("name", ["堤", "堤 航平", "堤航平", "水屋町総務課:堤"])
def test_one_speaker_is_shown_and_nobody_else(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert show("ja", "--speaker", name) == 0
    out = capsys.readouterr().out
    assert "修理は一脚~1,200円~。" in out
    assert "滞在時間を測ると、平日は48分でした。" in out
    for other in ("九十脚と聞きました", "一脚ずつ", "短い脚は", "おお。", "倉庫から", "その一言から", "音楽", "開架が"):
        assert other not in out


def test_two_who_differ_in_one_variant_are_never_mixed(namesakes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert show("a", "--speaker", "髙橋", library=namesakes) == 0
    out = capsys.readouterr().out
    assert out.count("髙橋の言葉。") == 2
    assert "高橋の言葉" not in out
    assert show("a", "--speaker", "渡邊", library=namesakes) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "町長, 保健師" in err


def test_a_speaker_who_says_nothing_there_is_nothing_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert show("ja#2", "--speaker", "岸") == 1
    assert capsys.readouterr() == ("", "roundtable: 岸 says nothing in ja#2\n")
    assert show("ja", "--speaker", "海野") == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "nobody in ja is called 海野; its speakers: 水野, 堤, 岸, 司会, 一同" in err


def test_places_that_are_not_there_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert show("nowhere") == 2
    assert show("ja#9") == 2
    assert "  ja#2 座る人を数える\n" in capsys.readouterr().err
    assert show("ja#9", "--speaker", "堤") == 2
    assert show() == 2


def test_a_paragraph_is_one_line_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    assert show("en") == 0
    assert "We did; the hush itself was *louder* than the readers.\n" in capsys.readouterr().out


def in_terminal(columns: int, *argv: str) -> str:
    """Return what `roundtable` with `argv` writes to a terminal of that width, line ends as `\\n`."""
    import fcntl
    import pty
    import struct
    import termios

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    command = [sys.executable, "-c", "from roundtable_tui.cli.main import main; raise SystemExit(main())", *argv]
    with subprocess.Popen(command, stdout=slave) as process:
        os.close(slave)
        parts = []
        while True:
            try:
                part = os.read(master, 65536)
            except OSError:  # what Linux says once the other side has gone
                break
            if not part:
                break
            parts.append(part)
        assert process.wait(60) == 0
    os.close(master)
    return b"".join(parts).decode().replace("\r\n", "\n")


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("columns", [10, 20, 41])
def test_a_terminal_gets_lines_of_its_own_width_and_every_word(
    columns: int, capsys: pytest.CaptureFixture[str]
) -> None:
    argv = ["--library", str(LIBRARY), "show", "ja#1.1"]
    shown = in_terminal(columns, *argv, "--color", "never")
    assert max(map(width, shown.split("\n"))) <= columns
    assert main(argv) == 0
    piped = capsys.readouterr().out
    assert "".join(shown.split()) == "".join(piped.split())
    assert len(shown.splitlines()) > len(piped.splitlines())


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_colour_marks_speakers_in_a_terminal_and_not_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    argv = ["--library", str(LIBRARY), "show", "ja:2"]
    assert "\x1b[36m岸\x1b[0m\n" in in_terminal(80, *argv)
    assert main(argv) == 0
    assert "\x1b" not in capsys.readouterr().out


def test_what_could_steer_a_terminal_is_shown_not_sent(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sections = '[{heading: h, turns: [{A: "b\\e[31m\\u202e"}]}]'
    text = f'roundtable: 1\ntitle: "a\\e]0;x\\a"\nparticipants: {{A: {{}}}}\nsections: {sections}\n'
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    assert show("a", library=tmp_path) == 0
    out = capsys.readouterr().out
    assert "a␛]0;x␇\n" in out
    assert "b␛[31m␦\n" in out
