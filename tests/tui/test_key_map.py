"""The user's own keys: what holds, what is wrong, and that everything follows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from roundtable_tui.config.key_table import KeyLine, key_lines
from roundtable_tui.tui.commands import COMMANDS
from roundtable_tui.tui.commands.in_force import use_keys
from roundtable_tui.tui.commands.key_map import KeyMap, read_key_lines
from roundtable_tui.tui.screens.export import ExportScreen
from roundtable_tui.tui.screens.reader import ReaderScreen
from roundtable_tui.tui.widgets.query_input import QueryInput

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.pilot import Pilot

    from roundtable_tui.tui.app import RoundtableApp

    Reader = Callable[..., RoundtableApp]
    Look = Callable[[RoundtableApp], list[str]]
    Settle = Callable[[Pilot[int]], Awaitable[None]]


def read(**table: object) -> KeyMap:
    """Return what a table means whose ids are written with __ for a dot."""
    return read_key_lines([KeyLine(name.replace("__", "."), keys, lambda: "c:1") for name, keys in table.items()])


def test_a_key_or_a_list_of_keys_is_taken_as_people_write_them() -> None:
    assert read(turn__next=["ß", "Ctrl+Y"], part__next="PgDn", issue__next=[]).keys["turn.next"] == ("ß", "ctrl+y")
    assert read(issue__next=[]) == KeyMap({"issue.next": ()}, ())


def test_commands_may_change_places() -> None:
    swapped = read(turn__next="]", section__next="}")
    assert swapped.keys == {"turn.next": ("right_square_bracket",), "section.next": ("right_curly_bracket",)}
    assert swapped.problems == ()


def test_ids_without_quotation_marks_are_the_same() -> None:
    (line,) = key_lines({"turn": {"next": ["ß"]}}, lambda path: ".".join(path))
    assert (line.id, line.found, line.place()) == ("turn.next", ["ß"], "keys.turn.next")


@pytest.mark.parametrize(
    ("table", "said", "kept"),
    [
        ({"trun__next": "ß"}, ["there is no command trun.next; did you mean turn.next?"], {}),
        ({"zzz": "ß"}, ["there is no command zzz"], {}),
        ({"turn__next": ["ß", "PgDwn"]}, ["no terminal sends a key PgDwn; did you mean pgdown?"],
         {"turn.next": ("ß",)}),
        ({"turn__next": "ctrl+shift+j"}, ["no terminal sends a key ctrl+shift+j"], {}),
        ({"turn__next": 3}, ['turn.next is to be a list of keys, as in ["j", "down"]'], {}),
        ({"turn__next": ["ß", 3]}, ['turn.next is to be a list of keys, as in ["j", "down"]'], {}),
        ({"app__suspend": "ß"}, ["app.suspend works while text is typed, so ß could not be typed any more"], {}),
        # Two on one key: the first that was chosen has it, and a chosen one goes before a declared one.
        ({"turn__next": "ß", "section__next": ["ß", "]"]}, ["ß is a key of turn.next already, and not of section.next"],
         {"turn.next": ("ß",), "section.next": ("right_square_bracket",)}),
        ({"turn__next": "d"}, ["d is a key of half.down, and now of turn.next alone"],
         {"turn.next": ("d",), "half.down": ("ctrl+d",)}),
        ({"turn__next": "]"},
         ["] is a key of section.next, and now of turn.next alone", "section.next has no key left"],
         {"turn.next": ("right_square_bracket",), "section.next": ()}),
        # Heard together from different places.
        ({"list__choose": ["enter", "o"]}, ["in a list o is list.choose, so pane.contents cannot be reached by a key"
         " there"], {"list.choose": ("enter", "o")}),
        ({"pane__contents": "f6", "list__choose": "f6"}, ["in a list F6 is list.choose, so pane.contents cannot be"
         " reached by a key there"], {"pane.contents": ("f6",), "list.choose": ("f6",)}),
        ({"search__count": "o"}, ["in the search o goes to the box where text is typed, so search.count cannot be"
         " reached by a key"], {"search.count": ("o",)}),
        ({"search__order": "ctrl+a"}, ["in the search ^A goes to the box where text is typed, so search.order cannot be"
         " reached by a key"], {"search.order": ("ctrl+a",)}),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_and_the_rest_holds(
    table: dict[str, object], said: list[str], kept: dict[str, tuple[str, ...]]
) -> None:
    found = read(**table, piece__top="f7")
    assert found.problems == tuple(f"c:1: {message}" for message in said)
    assert found.keys == {**kept, "piece.top": ("f7",)}


def test_the_declared_keys_are_no_problem() -> None:
    table = {command.id.replace(".", "__"): list(command.declared) for command in COMMANDS}
    assert read(**table).problems == ()


async def test_bindings_footer_palette_and_help_follow_the_chosen_keys(
    reader: Reader, look: Look, settle: Settle
) -> None:
    use_keys(
        read(
            turn__next="ß",
            section__next="É",
            list__down="ß",
            dialog__accept="ctrl+y",
            app__palette="f5",
            app__help="f9",
        ).keys
    )
    app = reader("003-1:1")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        assert "É section" in look(app)[-1]
        top = screen.view.top
        await pilot.press("}", "]")
        assert screen.view.top == top
        await pilot.press("ß")
        assert screen.view.top > top
        await pilot.press("i")
        before = screen.focused.cursor  # type: ignore[union-attr]
        await pilot.press("ß")
        assert screen.focused.cursor != before  # type: ignore[union-attr]
        await pilot.press("escape", "f9", "slash", "É")
        await settle(pilot)
        assert any("+ É " in line for line in look(app))
        await pilot.press("escape", "escape", "f5", *"turn.next")
        await settle(pilot)
        assert any(" ß  " in line and "turn.next" in line for line in look(app))
        await pilot.press("escape", "e")
        await settle(pilot)
        assert isinstance(app.screen, ExportScreen)
        app.screen.query_one(QueryInput).value = ""
        await pilot.press("enter")
        assert "Name a file" not in "\n".join(look(app))
        await pilot.press("ctrl+y")
        assert "Name a file" in "\n".join(look(app))


async def test_a_reader_without_a_single_key_still_draws(reader: Reader, look: Look, settle: Settle) -> None:
    use_keys({command.id: () for command in COMMANDS})
    app = reader()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.press("q", "?", "j", "ctrl+q")
        assert app.return_code is None
        for show in (app.do_app_help, app.do_app_palette):
            show()
            await settle(pilot)
            assert look(app)[-1].strip() == ""
            app.pop_screen()
