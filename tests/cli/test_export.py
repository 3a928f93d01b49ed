from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from roundtable_tui.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Iterator

LIBRARY = Path(__file__).parents[1] / "golden"
SECTION = "ja-1.1-九十脚の内訳.md"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the empty folder that the command is called in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def export(*argv: str, library: Path = LIBRARY) -> int:
    return main(["--library", str(library), "export", *argv])


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_section_becomes_a_file_here_and_its_path_is_printed(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export("ja#1.1") == 0
    assert capsys.readouterr() == (f"{SECTION}\n", "")
    assert names(here) == [SECTION]
    assert "九十脚と聞きました。" in (here / SECTION).read_text("utf-8")


def test_nothing_is_overwritten_unless_forced(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / SECTION).write_text("mine")
    assert export("ja#1.1") == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert f"{SECTION} already exists and was not replaced" in err
    assert "--force" in err
    assert (here / SECTION).read_text() == "mine"
    assert export("ja#1.1", "--force") == 0
    assert (here / SECTION).read_text("utf-8").startswith("---\ntitle: ")
    assert names(here) == [SECTION]


def test_the_output_is_a_file_or_a_folder_for_one(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "quotes").mkdir()
    for output, path in {"quotes": f"quotes/{SECTION}", "a.md": "a.md", "quotes/b": "quotes/b"}.items():
        assert export("ja#1.1", "-o", output) == 0
        assert capsys.readouterr().out == f"{Path(path)}\n"
        assert (here / path).is_file()


def test_a_folder_that_is_not_there_is_not_made(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for output in ("nowhere/", "nowhere/a.md"):
        assert export("ja#1.1", "-o", output) == 2
        assert "the folder nowhere does not exist" in capsys.readouterr().err
    assert names(here) == []


def test_the_format_is_asked_for_or_follows_from_the_name(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export("ja#2", "-o", "a.JSON") == 0
    assert json.loads((here / "a.JSON").read_text("utf-8"))["anchor"] == "ja#2"
    assert export("ja#2", "-o", "a.txt") == 0
    assert (here / "a.txt").read_text("utf-8").startswith("図書館に置く")
    assert export("ja#2", "-o", "b.txt", "--format", "md") == 0
    assert (here / "b.txt").read_text("utf-8").startswith("---\n")
    assert export("ja#2", "--format", "json") == 0
    assert (here / "ja-2-座る人を数える.json").exists()
    assert export("ja#2", "--format", "docx") == 2
    assert "md, json, txt" in capsys.readouterr().err


def test_a_hyphen_is_stdout(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export("ja#1.1", "-o", "-") == 0
    printed = capsys.readouterr().out
    assert export("ja#1.1") == 0
    assert printed == (here / SECTION).read_text("utf-8")


def test_an_unknown_piece_is_told_the_nearest(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export("jaa#1") == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "there is no piece jaa; the nearest: ja" in err
    assert names(here) == []


def test_an_unknown_section_is_told_the_sections_there_are(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export("ja#4") == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [
        "roundtable: ja has no section 4",
        "  ja#1 椅子を数える",
        "    ja#1.1 九十脚の内訳 #",
        "    ja#1.2 開架と椅子",
        "  ja#2 座る人を数える",
    ]
    assert names(here) == []


def test_an_unknown_turn_and_a_zero_are_refused(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export("ja:99") == 2
    assert "ja has no turn 99; it has 10 of them" in capsys.readouterr().err
    assert export("ja:0") == 2
    assert "counted from 1" in capsys.readouterr().err
    for place in ("ja#研修", "ja#", "ja:3-4"):
        assert export(place) == 2
        err = capsys.readouterr().err
        assert f"'{place}' is no place" in err
        assert "counted from 1" in err
    assert names(here) == []


def test_an_id_that_ends_like_a_place_is_an_id(here: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    library = tmp_path_factory.mktemp("library")
    source = (LIBRARY / "ja.yaml").read_text("utf-8")
    (library / "talk#1.yaml").write_text(source, "utf-8")
    assert export("talk#1", "-o", "whole.json", library=library) == 0
    assert export("talk#1#2", "-o", "section.json", library=library) == 0
    assert json.loads((here / "whole.json").read_text("utf-8"))["anchor"] == "talk#1"
    assert json.loads((here / "section.json").read_text("utf-8"))["anchor"] == "talk#1#2"


def test_a_piece_with_errors_is_exported_and_one_that_cannot_be_opened_is_not(
    here: Path, capsys: pytest.CaptureFixture[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert export("en", "-o", "en.md") == 0
    out, err = capsys.readouterr()
    assert out == "en.md\n"
    assert "en has errors" in err
    library = tmp_path_factory.mktemp("library")
    (library / "broken.yaml").write_text("roundtable: 1\ntitle: [", "utf-8")
    assert export("broken", "-o", "broken.md", library=library) == 2
    assert "broken.yaml:" in capsys.readouterr().err
    assert names(here) == ["en.md"]


def test_names_can_be_left_out(here: Path) -> None:
    assert export("ja", "--no-names", "-o", "a.md") == 0
    document = (here / "a.md").read_text("utf-8")
    assert "**水屋町 図書館長(司書)**\n\n一脚ずつ" in document
    assert "水野" not in document


def test_a_control_sequence_in_a_piece_reaches_neither_file_nor_stdout(
    here: Path, capsys: pytest.CaptureFixture[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    library = tmp_path_factory.mktemp("library")
    sections = '[{heading: h, turns: [{A: "b\\e[31m\\u009b"}]}]'
    text = f'roundtable: 1\ntitle: "a\\e]0;x\\a\\u202e"\nparticipants: {{A: {{}}}}\nsections: {sections}\n'
    (library / "a.yaml").write_text(text, "utf-8")
    for chosen in ("md", "txt", "json"):
        assert export("a", "-o", "-", "--format", chosen, library=library) == 0
        assert export("a", "--format", chosen, library=library) == 0
    written = capsys.readouterr().out + "".join(path.read_text("utf-8") for path in here.iterdir())
    assert not {"\x1b", "\x07", "\u202e", "\x9b"} & set(written)
    assert "b␛[31m␦" in written
    assert json.loads((here / "a-a]0;x.json").read_text("utf-8"))["transcript"]["title"] == "a\x1b]0;x\x07\u202e"


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_a_terminal_is_shown_the_export_safely(tmp_path_factory: pytest.TempPathFactory) -> None:
    import pty

    library = tmp_path_factory.mktemp("library")
    sections = '[{heading: h, turns: [{A: "葛\U000e0100城\\t。"}]}]'
    text = f"roundtable: 1\ntitle: t\nparticipants: {{A: {{}}}}\nsections: {sections}\n"
    (library / "a.yaml").write_text(text, "utf-8")
    master, slave = pty.openpty()
    command = [sys.executable, "-c", "from roundtable_tui.cli.main import main; raise SystemExit(main())"]
    argv = ["--library", str(library), "export", "a", "-o", "-"]
    with os.fdopen(slave, "w") as terminal:
        subprocess.run([*command, *argv], stdout=terminal, check=True, timeout=60)
        shown = os.read(master, 65536).decode()
    os.close(master)
    # A variation selector and a tab are in the file, but a terminal is shown what the reader shows.
    assert "葛城    。\r\n" in shown


def test_exporting_imports_no_textual(here: Path) -> None:
    script = (
        "import sys; from roundtable_tui.cli.main import main; code = main();"
        "bad = [name for name in sys.modules if name.split('.')[0] in ('textual', 'rich')]; sys.exit(code or bad or 0)"
    )
    argv = ["--library", str(LIBRARY), "export", "ja"]
    done = subprocess.run([sys.executable, "-c", script, *argv], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


def exported(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    assert export(*argv) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def spoken(document: str) -> list[int]:
    return [turn["number"] for section in sections(json.loads(document)["transcript"]) for turn in section["turns"]]


def sections(inside: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for section in inside["sections"]:
        yield section
        yield from sections(section)


@pytest.mark.parametrize(
    ("options", "numbers"),
    [
        (("ja", "--turns", "3-5"), [3, 4, 5]),
        (("ja", "--turns", "9-"), [9, 10]),
        (("ja#1.1", "--turns", "1-3"), [2, 3]),
        (("ja", "--speaker", "水野 汀"), [3, 8]),
        (("ja", "--speaker", "水野", "--turns", "5-"), [8]),
        (("ja", "--query", "椅子"), [7, 4]),
        (("ja", "--query", "椅子", "--speaker", "司会"), [7]),
        (("ja:8", "--question"), [7, 8, 9, 10]),
    ],
)
def test_options_choose_the_turns_that_go_out(
    here: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], numbers: list[int]
) -> None:
    found = spoken(exported(capsys, *options, "-o", "-", "--format", "json"))
    assert found == sorted(numbers)


@pytest.mark.parametrize(
    ("options", "code", "message"),
    [
        (("ja", "--turns", "12"), 2, "--turns: there is no turn 12; the piece has turns 1 to 10"),
        (("ja", "--turns", "x"), 2, "--turns: 'x' names no turns"),
        (("ja", "--speaker", "青木"), 1, "nobody in ja is called 青木"),
        (("ja#2", "--turns", "1-3"), 1, "no turn of ja#2 is left: 1–3番目の発言"),
        (("ja", "--speaker", "岸", "--turns", "3"), 1, "no turn of ja is left: 3番目の発言、岸 凪子の発言"),
        (("ja", "--query", "ペンギンの行進"), 1, "no turn of ja is left"),
        (("ja", "--query", "-椅子"), 2, "--query: in '-椅子', column 1: add a word that is to be found"),
        (("ja", "--query", " "), 2, "there is nothing to search for"),
        (("ja", "--question"), 2, "--question is about a turn; write ja:7"),
        (("ja:1", "--question"), 1, "nobody asks anything in ja up to turn 1"),
        (("ja", "--bom"), 2, "--bom is for --format csv; md has none"),
        (("ja", "--cite", "--format", "txt"), 2, "--cite gives Markdown, not txt"),
    ],
)
def test_what_keeps_no_turn_is_1_and_what_means_nothing_is_2(
    here: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], code: int, message: str
) -> None:
    assert export(*options) == code
    out, err = capsys.readouterr()
    assert (out, message in err) == ("", True), err
    assert names(here) == []


def test_an_extract_says_what_it_is_and_its_file_is_named_after_that(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exported(capsys, "ja", "--speaker", "堤") == "ja-堤-航平の発言.md\n"
    text = (here / "ja-堤-航平の発言.md").read_text("utf-8")
    assert 'excerpt: "堤 航平の発言"' in text
    assert "- 抜粋: 堤 航平の発言" in text
    assert "抜粋: 2–3番目の発言" in exported(capsys, "ja", "--turns", "2-3", "-o", "-", "--format", "txt")


def test_an_extract_without_names_gives_no_name_away(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = exported(capsys, "ja", "--speaker", "堤", "--no-names", "-o", "-")
    assert "抜粋: 水屋町総務課 主任の発言" in text
    assert "堤" not in text


def test_csv_is_a_format_like_the_others_and_has_a_byte_order_mark_on_request(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exported(capsys, "ja", "-o", "turns.csv", "--bom") == "turns.csv\n"
    text = (here / "turns.csv").read_bytes()
    assert text.startswith(b"\xef\xbb\xbfanchor,turn,")
    assert exported(capsys, "ja", "-o", "-", "--format", "csv").encode() == text[3:]


def test_a_citation_goes_to_stdout_and_has_who_what_and_where(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert exported(capsys, "ja:9", "--cite") == (
        "**堤**（堤 航平（つつみ こうへい）、水屋町総務課 主任）\n\n"
        "> 滞在時間を測ると、平日は48分でした。\n\n"
        "出典: 「図書館に置く椅子は何脚か\\~水屋町×県の円卓①\\~ 前編　数える」、椅子の円卓 第3回（全2回の1）、"
        "月刊こしかけ、令和4年10月4日（2022年10月4日）、ja:9 座る人を数える、<https://example.jp/koshikake/n003-1>\n"
    )
    assert names(here) == []
    assert exported(capsys, "ja:9", "--cite", "-o", "a.md") == "a.md\n"


def test_the_end_of_a_pipe_ends_an_export_quietly(here: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    long = tmp_path_factory.mktemp("lib") / "long.yaml"
    words = "".join(f"      - 甲: {'長い話です。' * 50}\n" for _ in range(300))
    long.write_text(
        f"roundtable: 1\ntitle: 長\nparticipants: {{甲: {{}}}}\nsections:\n  - turns:\n{words}", encoding="utf-8"
    )
    for options in ([], ["--format", "csv"], ["--cite"]):
        argv = [sys.executable, "-m", "roundtable_tui", "--library", str(long.parent), "export", "long", "-o", "-"]
        with subprocess.Popen([*argv, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.read(10)
            process.stdout.close()
            assert (process.wait(60), process.stderr.read()) == (141, b"")
