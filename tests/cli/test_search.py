"""`roundtable search`."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from roundtable_tui.cli.main import main
from roundtable_tui.cli.output import Output
from roundtable_tui.text.cells import width

if TYPE_CHECKING:
    from pathlib import Path

    Capture = pytest.CaptureFixture[str]

AOKI = {"name": "青木 千尋", "org": "架空市", "role": "総務部長"}
TURNS = [
    {"長谷": "紙の会議はどのくらい減りましたか。"},
    {"青木": "半分ほどです。\nテレワークの端末を配りました。会議の前に紙を配る人もいます。"},
    {"―": "(一同、端末を開く)"},
    {"長谷": "チャットも？"},
    {"青木": "ちゃっとやりました。"},
]


def piece(turns: list[dict[str, str]] = TURNS, **fields: Any) -> str:
    inner = {"heading": "まずは会議から", "turns": turns}
    whole = {
        "roundtable": 1,
        "title": "紙の束を減らすには",
        "participants": {"青木": AOKI, "長谷": {"name": "長谷 実"}},
        "sections": [{"heading": "やめてみた", "sections": [inner]}],
    }
    return json.dumps(whole | fields, ensure_ascii=False)


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "lib"
    root.mkdir()
    (root / "014-2.yaml").write_text(piece(issue=14, part=2, held="2021-11-10"), encoding="utf-8")
    (root / "015.yaml").write_text(
        piece([{"青木": "チャットは便利です。"}], title="次の号", issue=15, held="2022"), encoding="utf-8"
    )
    monkeypatch.setenv("ROUNDTABLE_LIBRARY", str(root))
    return root


def search(capsys: Capture, *args: str, code: int = 0) -> tuple[str, str]:
    assert main(["search", *args]) == code
    out, err = capsys.readouterr()
    return out, err


def objects(capsys: Capture, *args: str) -> list[dict[str, Any]]:
    out, err = search(capsys, *args, "--json")
    assert err == ""
    return [json.loads(line) for line in out.splitlines()]


def test_hits_stand_under_their_pieces_with_anchor_speaker_section_and_sentence(library: Path, capsys: Capture) -> None:
    out, err = search(capsys, "チャット")
    assert err == ""
    assert out == (
        "No. 15  2022  次の号\n"
        "  015:1  青木  架空市 総務部長  やめてみた › まずは会議から\n"
        "    チャットは便利です。\n"
        "\n"
        "No. 14  2021-11-10  紙の束を減らすには\n"
        "  014-2:4  長谷  やめてみた › まずは会議から\n"
        "    チャットも？\n"
        "  014-2:5  青木  架空市 総務部長  やめてみた › まずは会議から  spelt differently\n"
        "    ちゃっとやりました。\n"
    )


def test_a_piece_is_named_once_though_its_hits_come_apart(library: Path, capsys: Capture) -> None:
    (library / "016.yaml").write_text(piece([{"青木": "ちゃっと。"}], title="新しい号", held="2023"), encoding="utf-8")
    out, _ = search(capsys, "チャット")
    assert [line for line in out.splitlines() if line and not line.startswith(" ")] == [
        "No. 15  2022  次の号",
        "No. 14  2021-11-10  紙の束を減らすには",
        "2023  新しい号",
    ]


def test_hits_outside_the_turns_are_said_to_be_titles_headings_and_names(library: Path, capsys: Capture) -> None:
    assert "  014-2  title\n    紙の束を減らすには\n" in search(capsys, "束")[0]
    assert "  014-2#1.1  heading\n    まずは会議から\n" in search(capsys, "まずは")[0]
    assert "  014-2  青木  架空市 総務部長\n    青木 千尋 / 架空市 総務部長\n" in search(capsys, "千尋")[0]


def test_only_the_match_is_coloured_and_nothing_is_added_without_colour(library: Path, capsys: Capture) -> None:
    plain, _ = search(capsys, "便利")
    coloured, _ = search(capsys, "便利", "--color", "always")
    assert "    チャットは便利です。\n" in plain
    assert "    チャットは\x1b[1;33m便利\x1b[0mです。\n" in coloured


@pytest.mark.parametrize("columns", [40, 80])
def test_a_sentence_is_cut_to_the_terminal_and_left_whole_in_a_pipe(
    library: Path, columns: int, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = f"{'あ' * 60}目印{'い' * 60}"
    (library / "016.yaml").write_text(piece([{"青木": long}]), encoding="utf-8")
    assert f"    {long}\n" in search(capsys, "目印")[0]
    monkeypatch.setattr(Output, "width", columns)
    sentence = search(capsys, "目印")[0].splitlines()[-1]
    assert width(sentence) <= columns
    assert sentence.startswith("    …あ")
    assert sentence.endswith("い…")
    assert "目印" in sentence


def test_context_is_the_turns_before_and_after_whole(library: Path, capsys: Capture) -> None:
    out, _ = search(capsys, "一同", "-C", "1")
    assert out.splitlines()[1:] == [
        "  014-2:3  ―  やめてみた › まずは会議から",
        "    青木: 半分ほどです。",
        "    テレワークの端末を配りました。会議の前に紙を配る人もいます。",
        "    (一同、端末を開く)",
        "    長谷: チャットも？",
    ]


def test_context_ends_with_the_piece(library: Path, capsys: Capture) -> None:
    out, _ = search(capsys, "どのくらい", "-C9")
    assert len(out.splitlines()) == 2 + 1 + 5
    assert "    青木 千尋 / 架空市 総務部長\n" in search(capsys, "千尋", "-C", "2", "--issue", "15")[0]


def test_json_has_the_whole_turn_and_the_offsets_of_the_words(library: Path, capsys: Capture) -> None:
    assert objects(capsys, "端末", "テレワク") == [
        {
            "v": 1,
            "id": "014-2",
            "title": "紙の束を減らすには",
            "issue": 14,
            "part": 2,
            "held": "2021-11-10",
            "turn": 2,
            "anchor": "014-2:2",
            "section": ["やめてみた", "まずは会議から"],
            "speaker": "青木 千尋",
            "org": "架空市",
            "role": "総務部長",
            "field": "text",
            "match": "reading",
            "score": 90.0,
            "text": TURNS[1]["青木"],
            "spans": [[8, 13], [14, 16]],
        }
    ]


def test_json_of_a_heading_has_no_turn_and_no_speaker(library: Path, capsys: Capture) -> None:
    (hit,) = objects(capsys, "まずは", "--issue", "15")
    assert (hit["turn"], hit["speaker"], hit["anchor"], hit["field"]) == (None, "", "015#1.1", "heading")


@pytest.mark.parametrize(
    ("args", "anchors"),
    [
        (["チャット", "--speaker", "青木"], ["015:1", "014-2:5"]),
        (["チャット", "--speaker", "長谷"], ["014-2:4"]),
        (["speaker:長谷", "チャット"], ["014-2:4"]),
        (["チャット", "--issue", "14"], ["014-2:4", "014-2:5"]),
        (["チャット", "--since", "令和4年"], ["015:1"]),
        (["チャット", "--until", "2021"], ["014-2:4", "014-2:5"]),
        (["チャット", "--section", "会議から", "--limit", "1"], ["015:1"]),
        (["チャット", "--sort", "date"], ["015:1", "014-2:4", "014-2:5"]),
        (["--speaker", "長谷"], ["014-2:1", "014-2:4"]),
        (["チャット", "--role", "部長"], ["015:1", "014-2:5"]),
        (["チャット", "--org", "架空市", "--issue", "14"], ["014-2:5"]),
        (["チャット", "--title", "次の"], ["015:1"]),
    ],
)
def test_options_narrow_and_order_the_hits(library: Path, args: list[str], anchors: list[str], capsys: Capture) -> None:
    out, _ = search(capsys, *args, "--json")
    assert [json.loads(line)["anchor"] for line in out.splitlines()] == anchors


def test_words_to_leave_out_come_after_two_dashes(library: Path, capsys: Capture) -> None:
    out, _ = search(capsys, "--json", "--issue", "14", "--", "会議", "-紙")
    assert [json.loads(line)["field"] for line in out.splitlines()] == ["heading"]


def test_a_limit_says_how_many_there_are(library: Path, capsys: Capture) -> None:
    _, err = search(capsys, "チャット", "--limit", "2")
    assert err == "2 of 3 hits; a higher --limit shows more\n"
    assert search(capsys, "チャット", "--limit", "3")[1] == ""


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ([], "nothing to search for"),
        (["　"], "nothing to search for"),
        (["紙", "issue:十四"], "column 3: '十四' is no number"),
        (["--since", "きのう", "紙"], "--since: 'きのう' is no date"),
        (["--limit", "0", "紙"], "--limit: '0' is no whole number from 1"),
        (["-C", "x", "紙"], "-C: 'x' is no whole number from 0"),
        (["--issue", "十四", "紙"], "--issue: '十四' is no number"),
        (["--sort", "data", "紙"], "did you mean date?"),
        (["--speker", "青木", "紙"], "did you mean --speaker?"),
        (["--", "-紙"], "column 1: add a word"),
        (["紙", "--issue", "1", "issue:2"], "twice"),
    ],
)
def test_what_cannot_be_asked_is_2_and_says_what_would_be_right(
    library: Path, args: list[str], words: str, capsys: Capture
) -> None:
    out, err = search(capsys, *args, code=2)
    assert out == ""
    assert words in err


def test_a_broken_file_is_told_on_stderr_and_hides_nothing(library: Path, capsys: Capture) -> None:
    (library / "016.yaml").write_text("roundtable: 1\ntitle: [\n", encoding="utf-8")
    out, err = search(capsys, "便利")
    assert "チャットは便利です。" in out
    assert err.startswith("roundtable: files that cannot be opened and were not searched: 1\n")


def test_nothing_in_a_file_or_a_query_reaches_the_terminal_as_a_command(library: Path, capsys: Capture) -> None:
    evil = "\x1b]52;c;eA==\x07\u202e\x9b31m目印"
    (library / "016.yaml").write_text(
        piece([{"青木": evil}, {"evil\x1b": evil}], title=evil, closing=evil), encoding="utf-8"
    )
    for args in (["目印"], ["目印", "--json"], ["目印", "-C", "1", "--color", "never"]):
        out, err = search(capsys, *args)
        assert "目印" in out
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(out + err)
    _, err = search(capsys, "\x1b[31mない", code=1)
    assert "\x1b" not in err


@pytest.mark.parametrize(("query", "libraries"), [("便利", set()), ("テレワク", set()), ("紙の会木は", {"rapidfuzz"})])
def test_searching_loads_no_textual_and_the_matching_of_slips_only_where_it_is_needed(
    library: Path, query: str, libraries: set[str]
) -> None:
    for number in range(20, 40):
        (library / f"{number}.yaml").write_text(piece([{"青木": "便利です。"}]), encoding="utf-8")
    code = (
        f"import sys; from roundtable_tui.cli.main import main; main(['search', {query!r}]);"
        "print(*{name.split('.')[0] for name in sys.modules} & {'textual', 'rich', 'rapidfuzz'})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(done.stdout.splitlines()[-1].split()) == libraries


def test_hits_can_be_printed_as_citations_each_turn_whole_and_once(library: Path, capsys: Capture) -> None:
    out, err = search(capsys, "会議", "--cite")
    assert err == ""
    assert out.startswith("# 会議: 4 citations\n\n- **")
    assert out.count("  > 半分ほどです。\n  >\n  > テレワークの端末を配りました。会議の前に紙を配る人もいます。\n") == 1
    assert "- **青木**（青木 千尋、架空市 総務部長）" in out
    assert "014-2:2 やめてみた › まずは会議から" in out


def test_citations_and_json_are_not_asked_for_at_once(library: Path, capsys: Capture) -> None:
    assert "ask for one of them" in search(capsys, "会議", "--cite", "--json", code=2)[1]


def test_the_end_of_a_pipe_ends_the_hits_quietly(library: Path) -> None:
    (library / "016.yaml").write_text(piece([{"青木": f"会議{'の話' * 300}です。"}] * 300), encoding="utf-8")
    for form in ("--json", "--cite"):
        argv = [sys.executable, "-m", "roundtable_tui", "search", "会議", form]
        with subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.readline()
            process.stdout.close()
            assert (process.wait(60), process.stderr.read()) == (141, b"")
