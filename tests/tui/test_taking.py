"""What is copied and exported from the reader, and what it says about that."""

from __future__ import annotations

import base64
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from roundtable_tui.export.citations import citation, quotations_of
from roundtable_tui.export.selection import select
from roundtable_tui.tui.screens.bookmarks import BookmarksScreen
from roundtable_tui.tui.screens.citing import CitingScreen
from roundtable_tui.tui.screens.export import ExportScreen
from roundtable_tui.tui.screens.reader import ReaderScreen
from roundtable_tui.tui.taking import clipboard
from roundtable_tui.tui.taking.copies import sentence
from roundtable_tui.tui.widgets.query_input import QueryInput

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.pilot import Pilot

    from roundtable_tui.tui.app import RoundtableApp

    Reader = Callable[..., RoundtableApp]
    Look = Callable[[RoundtableApp], list[str]]
    Settle = Callable[[Pilot[int]], Awaitable[None]]

TURN = "橋ができる前は、渡し舟でした。\n朝の一便に乗りおくれると、学校に遅刻します。"


@pytest.fixture(autouse=True)
def outside_tmux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TMUX", raising=False)


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list that gets every sequence written to the terminal for a clipboard."""
    found: list[str] = []
    monkeypatch.setattr("roundtable_tui.tui.taking.app.CopyingApp._send", lambda app, text: found.append(text))
    return found


def decoded(sequence: str) -> str:
    found = re.fullmatch("\x1b]52;c;([A-Za-z0-9+/=]*)\a", sequence)
    assert found is not None
    return base64.b64decode(found[1]).decode()


def screen_of(pilot: Pilot[int]) -> ReaderScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ReaderScreen)
    return screen


def kept(home: Path) -> str:
    return (home / "xdg_state_home" / "roundtable" / "copied.txt").read_text("utf-8")


async def test_the_turn_being_read_is_copied_to_the_terminal_and_to_a_file_and_both_are_named(
    reader: Reader, settle: Settle, written: list[str], home: Path
) -> None:
    app = reader("003-1:1")
    async with app.run_test(size=(140, 30)) as pilot:
        await settle(pilot)
        await pilot.press("y")
        await settle(pilot)
        assert list(map(decoded, written)) == [TURN]
        assert app.clipboard == TURN
        message = screen_of(pilot).status.message
        assert message == f"{len(TURN)} characters copied by OSC 52; also in ~/xdg_state_home/roundtable/copied.txt"
    assert kept(home) == TURN + "\n"


async def test_at_a_heading_it_is_the_turn_below_and_not_the_one_above(
    reader: Reader, settle: Settle, written: list[str]
) -> None:
    app = reader("003-1#1.2")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("y")
        await settle(pilot)
        assert list(map(decoded, written)) == ["見積もりは三億円でした。議会は三回、否決しました。"]


async def test_a_selection_over_several_turns_is_copied_under_the_names_of_the_speakers(
    reader: Reader, settle: Settle, written: list[str]
) -> None:
    app = reader("003-1:1")
    async with app.run_test(size=(60, 30)) as pilot:
        await settle(pilot)
        await pilot.press("x", *["right_curly_bracket"] * 3, "y")
        await settle(pilot)
        assert list(map(decoded, written)) == [
            f"水野　{TURN}\n\n金子　わたしの祖父が、その舟をこいでいました。チャットも電話もない時代です。\n\n―川の音。"
        ]
        assert screen_of(pilot).view.selected is None


async def test_ctrl_c_copies_the_selection_and_keeps_it(reader: Reader, settle: Settle, written: list[str]) -> None:
    app = reader("003-1:1")
    async with app.run_test(size=(60, 30)) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+c")
        await settle(pilot)
        assert written == []
        await pilot.press("x", "ctrl+c", "right", "ctrl+c")
        await settle(pilot)
        assert decoded(written[-1]) == "橋が"
        assert screen_of(pilot).view.selected is not None


async def test_a_citation_is_the_one_that_the_command_line_prints(
    reader: Reader, settle: Settle, written: list[str]
) -> None:
    app = reader("003-1:2")
    async with app.run_test(size=(60, 30)) as pilot:
        await settle(pilot)
        await pilot.press("Y")
        await settle(pilot)
        reading = screen_of(pilot).reading
        assert reading is not None
        assert decoded(written[0]) == citation(quotations_of(select(reading.transcript, turn=2)))
        await pilot.press("x", "Y")
        await settle(pilot)
        assert "> わたしの\n" in decoded(written[1])
        assert "**金子**（金子 岳、川べり町 船頭）" in decoded(written[1])


async def test_what_is_too_long_for_a_terminal_is_kept_in_the_file_and_said(
    reader: Reader, settle: Settle, written: list[str], home: Path, folder: Path
) -> None:
    long = "長" * 25_000
    text = (folder / "003-1.yaml").read_text("utf-8").replace("川の音。", long)
    (folder / "003-1.yaml").write_text(text, encoding="utf-8")
    app = reader("003-1:3")
    async with app.run_test(size=(180, 30)) as pilot:
        await settle(pilot)
        await pilot.press("y")
        await settle(pilot)
        assert written == []
        message = screen_of(pilot).status.message
        assert message.startswith("25000 characters: more than a terminal's clipboard takes (74994 bytes); only in ~/")
    assert kept(home) == long + "\n"


async def test_a_file_that_cannot_be_written_is_said_and_the_clipboard_has_the_words(
    reader: Reader, settle: Settle, written: list[str], home: Path
) -> None:
    (home / "xdg_state_home").mkdir(exist_ok=True)
    (home / "xdg_state_home" / "roundtable").write_text("in the way")
    app = reader("003-1:1")
    async with app.run_test(size=(140, 30)) as pilot:
        await settle(pilot)
        await pilot.press("y")
        await settle(pilot)
        assert list(map(decoded, written)) == [TURN]
        assert "copied by OSC 52; in no file: " in screen_of(pilot).status.message


TMUX = """\
#!/bin/sh
echo "$@" >> "$LOG"
case "$*" in *-w*) [ -n "$OLD" ] && exit 1;; esac
cat > "$LOG.text"
"""


@pytest.mark.parametrize(
    ("old", "commands", "said"),
    [
        ("", ["load-buffer -w -"], "copied through tmux"),
        ("1", ["load-buffer -w -", "load-buffer -"], "copied into tmux's own buffer"),
    ],
)
async def test_inside_tmux_it_is_tmux_that_gets_the_words(
    reader: Reader, settle: Settle, written: list[str], tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch, old: str, commands: list[str], said: str,
) -> None:  # fmt: skip
    tools = tmp_path_factory.mktemp("bin")
    (tools / "tmux").write_text(TMUX)
    (tools / "tmux").chmod(0o755)
    for name, value in {"TMUX": "/tmp/x,1,0", "PATH": f"{tools}:/bin:/usr/bin", "LOG": str(tools / "log")}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("OLD", old)
    app = reader("003-1:1")
    async with app.run_test(size=(140, 30)) as pilot:
        await settle(pilot)
        await pilot.press("y")
        await settle(pilot)
        assert said in screen_of(pilot).status.message
    assert written == []
    assert (tools / "log").read_text().splitlines() == commands
    assert (tools / "log.text").read_text("utf-8") == TURN


async def test_without_a_tmux_to_ask_the_terminal_is_asked(
    reader: Reader, settle: Settle, written: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMUX", "/tmp/x,1,0")
    monkeypatch.setenv("PATH", str(tmp_path))
    app = reader("003-1:1")
    async with app.run_test(size=(140, 30)) as pilot:
        await settle(pilot)
        await pilot.press("y")
        await settle(pilot)
        assert list(map(decoded, written)) == [TURN]


def test_the_sentence_names_no_file_where_there_is_none() -> None:
    assert sentence("二字", "tmux", None, "read-only\x1b") == "2 characters copied through tmux; in no file: read-only␛"


def test_the_longest_text_makes_a_sequence_of_100_000_bytes() -> None:
    assert len(clipboard.osc52("x" * clipboard.LONGEST)) == 100_000
    assert clipboard.way_for("x" * clipboard.LONGEST, {}) == "osc52"
    assert clipboard.way_for("x" * (clipboard.LONGEST + 1), {}) == "none"


async def test_more_offers_the_turn_its_speaker_the_sections_the_piece_and_the_hits(
    reader: Reader, look: Look, settle: Settle, tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    out = tmp_path_factory.mktemp("out")
    monkeypatch.chdir(out)
    app = reader("003-1:5")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("X")
        await settle(pilot)
        shown = "\n".join(look(app))
        for words in (
            "the turn of Ruth: Three times? In my town it took eleven.",
            "the question “Three times? In my town it took eleven.” with its answers (turns: 4)",
            "all that Ruth Ó Hara says (turns: 1)",
            "橋をかける › 橋のねだん",
            "the whole piece",
        ):
            assert words in shown
        assert app.screen.query_one(QueryInput).value == str(out / "003-1-turn-5.md")
        await pilot.press("down", "down")
        assert Path(app.screen.query_one(QueryInput).value).name == "003-1-Ruth-Ó-Haraの発言.md"
        await pilot.press("enter")
        await settle(pilot)
    text = (out / "003-1-Ruth-Ó-Haraの発言.md").read_text("utf-8")
    assert "Three times?" in text
    assert "見積もり" not in text
    assert "- 抜粋: Ruth Ó Haraの発言" in text


@pytest.mark.parametrize(
    ("ending", "begins"), [("csv", "anchor,turn,"), ("json", "{"), ("txt", "橋の話①"), ("md", "---")]
)
async def test_the_ending_of_the_name_is_the_format(
    reader: Reader, settle: Settle, tmp_path: Path, ending: str, begins: str
) -> None:
    app = reader("003-1:1")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("e")
        app.screen.query_one(QueryInput).value = str(tmp_path / f"a.{ending}")
        await pilot.press("enter")
        await settle(pilot)
    assert (tmp_path / f"a.{ending}").read_text("utf-8").startswith(begins)


async def test_the_hits_of_a_search_are_on_offer_and_have_their_own_dialog(
    reader: Reader, look: Look, settle: Settle
) -> None:
    app = reader("003-1:1")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("s")
        await settle(pilot)
        await pilot.press(*"舟", "enter")
        await settle(pilot)
        await pilot.press("X", *["down"] * 12, "up")
        await settle(pilot)
        assert isinstance(app.screen, ExportScreen)
        assert "the hits of 舟 as a list of citations" in "\n".join(look(app))
        assert app.screen.query_one(QueryInput).value == ""
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, CitingScreen)


async def test_what_the_lens_looks_at_is_on_offer_first_and_bookmarks_last(
    reader: Reader, look: Look, settle: Settle
) -> None:
    app = reader("003-1:2")
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await pilot.press("f", "g", "}", "X")
        await settle(pilot)
        assert isinstance(app.screen, ExportScreen)
        shown = [line for line in look(app) if "says (turns:" in line or "the turn of" in line]
        assert "▶ all that 金子 岳 says (turns: 2)" in shown[0]
        assert "the turn of 水野" in shown[1]
        assert "all that 水野 汐 says (turns: 3)" in shown[2]
        await pilot.press(*["down"] * 12, "enter")
        await settle(pilot)
        assert isinstance(app.screen, BookmarksScreen)


async def test_on_the_smallest_screen_the_menu_still_shows_where_it_goes(
    reader: Reader, look: Look, settle: Settle, tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path_factory.mktemp("o"))
    app = reader("003-1:5")
    async with app.run_test(size=(40, 10)) as pilot:
        await settle(pilot)
        await pilot.press("X")
        await settle(pilot)
        lines = look(app)
        assert any("▶ the turn of Ruth" in line for line in lines)
        assert any("003-1-turn-5.md" in line for line in lines)
