"""Every command is reached by its key and by the palette, from a state in which it can run.

A new command belongs to the first of `WAYS` that leads to where it can run. Where none does, add a way of its own: the
shortest keys from a reader that has just opened, and the commands that can run there.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, NamedTuple

import pytest
from textual.events import Key

from roundtable_tui.tui.command_target import CommandTarget
from roundtable_tui.tui.commands import COMMANDS
from roundtable_tui.tui.commands.contexts import BOX_KEYS, CONTEXTS
from roundtable_tui.tui.commands.key_names import typed_character
from roundtable_tui.tui.screens.palette import CommandList, PaletteScreen
from roundtable_tui.tui.widgets.query_input import QueryInput

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from textual.pilot import Pilot

    from roundtable_tui.tui.app import RoundtableApp
    from roundtable_tui.tui.commands import Command

    Reader = Callable[..., RoundtableApp]
    Settle = Callable[[Pilot[int]], Awaitable[None]]


class Way(NamedTuple):
    """A state of the reader: the piece that is open, the keys pressed there, and what can be done then.

    `scopes` are those whose commands can all run, but for the ids in `not_here`, which have a way of their own; `also`
    are single commands. Each text in `press` is one key, or `text:…` for words that are typed.
    """

    name: str
    press: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    not_here: tuple[str, ...] = ()
    place: str = "003-1:2"


SELECTING = ("select.right", "select.left", "select.word-right", "select.word-left", "copy.selection")

WAYS = (
    Way(
        "the text of a first part",
        scopes=("reader", "app"),
        not_here=(
            *("pane.text", "hit.next", "hit.previous", "part.previous", "issue.next", "problems.show", "lens.open"),
            *("jump.back", "jump.forward"),
            *SELECTING,
        ),
    ),
    Way("the text with turns hidden", ("F",), also=("lens.open",)),
    Way("the text of a second part", also=("part.previous",), place="003-2"),
    Way("the text of an older issue with a problem", also=("issue.next", "problems.show"), place="002"),
    Way("a hit", ("s", "text:舟", "enter"), also=("pane.text", "hit.next", "hit.previous")),
    Way("a selection", ("x",), also=SELECTING),
    Way("a list", ("i",), scopes=("list",)),
    Way("the list of speakers", ("w",), scopes=("cast",)),
    Way("finding in the piece", ("slash", "text:橋"), scopes=("find",)),
    Way("the search", ("s", "text:舟"), scopes=("search",)),
    Way("the counts", ("s", "text:舟", "ctrl+t"), scopes=("counts",)),
    Way("the export", ("e",), scopes=("dialog", "export")),
    Way("the pictures", ("v",), scopes=("charts",)),
    Way("the help", ("question_mark",), scopes=("help",)),
    Way("the palette", ("ctrl+p",), scopes=("palette",)),
    Way("between two jumps", ("right_square_bracket", "G", "H"), also=("jump.back", "jump.forward")),
    Way("the back issues", ("i",), scopes=("library",)),
    Way("a filtered list", ("h",), scopes=("filter",)),
    Way("the bookmarks", ("m", "enter", "M"), scopes=("bookmarks",)),
    Way("a bookmark's note", ("m", "enter", "m"), scopes=("note",)),
)

BY_ID = {command.id: command for command in COMMANDS}
NAMES = [way.name for way in WAYS]
HOW = f"see what {__name__.rpartition('.')[2]}.py says at its top"


def commands_of(way: Way) -> list[str]:
    """Return the ids of the commands that can run at the end of `way`."""
    found = [each.id for each in COMMANDS if each.scope in way.scopes and each.id not in way.not_here]
    return [*found, *way.also]


async def go(way: Way, pilot: Pilot[int], settle: Settle) -> None:
    """Go along `way`."""
    await settle(pilot)
    for step in way.press:
        if step.startswith("text:"):
            pilot.app.screen.query_one(QueryInput).replace_value(step.removeprefix("text:"))
        else:
            await pilot.press(step)
        await settle(pilot)


class Asked:
    """The ids of the commands that were asked for, which were not carried out but for those in `through`."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.through: set[str] = set()


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def listen(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Return a function that from then on lets no command be carried out, but noted in `asked`."""

    def noting(carry_out: Callable[[CommandTarget, str], Awaitable[None]]) -> Callable[..., Awaitable[None]]:
        async def note(target: CommandTarget, command: str) -> None:
            assert target.can_do(BY_ID[command])
            if command in asked.through:
                await carry_out(target, command)
            else:
                asked.ids.append(command)

        return note

    def listen() -> None:
        waiting = [CommandTarget]
        while waiting:
            kind = waiting.pop()
            waiting += kind.__subclasses__()
            if "action_do" in kind.__dict__:
                monkeypatch.setattr(kind, "action_do", noting(kind.action_do))

    return listen


async def press(app: RoundtableApp, key: str) -> None:
    """Press `key` and wait until it was carried out; the pilot would wait longer, for the whole app to be idle."""
    await app._typed.take(Key(key, typed_character(key) or None))
    while app._typed._route is not None:
        await asyncio.sleep(0)


def can_run(app: RoundtableApp) -> set[str]:
    """Return the ids of the commands whose bindings Textual would carry out now, whatever their keys."""
    found: set[str] = set()
    around = app.screen.focused.ancestors_with_self if app.screen.focused is not None else [app.screen, app]
    for node in around:
        bound = {binding.id: binding.action for _key, binding in node._bindings if binding.id in BY_ID}
        found |= {command for command, action in bound.items() if app._check_action_state(action, node)}
        if node.is_modal:
            break
    return found


def test_every_command_has_a_way() -> None:
    ways = {command for way in WAYS for command in commands_of(way)}
    assert BY_ID.keys() - ways == set(), f"no test knows a state in which these can run: {HOW}"
    assert ways - BY_ID.keys() == set(), f"there are no such commands: {HOW}"


def test_every_scope_is_known_to_the_key_map() -> None:
    known = {scope for context in CONTEXTS for scope in (context.scope, *context.heard)}
    assert {command.scope for command in COMMANDS} == known, "add the place to CONTEXTS in tui/commands/contexts.py"


@pytest.mark.parametrize("way", WAYS, ids=NAMES)
async def test_each_command_is_reached_by_its_keys_and_by_the_palette(
    way: Way, reader: Reader, settle: Settle, asked: Asked, listen: Callable[[], None]
) -> None:
    app = reader(way.place)
    async with app.run_test(size=(120, 40)) as pilot:
        await go(way, pilot, settle)
        listen()
        for command in commands_of(way):
            await by_keys(app, asked, BY_ID[command])
        if way.scopes != ("palette",):
            await by_palette(app, pilot, settle, asked, commands_of(way))


async def by_keys(app: RoundtableApp, asked: Asked, command: Command) -> None:
    """Check that every key of `command` asks for it, but for those that a box in which text is typed keeps."""
    heard = []
    for key in command.keys:
        box = app.focused if isinstance(app.focused, QueryInput) else None
        before = box.value if box is not None else ""
        asked.ids.clear()
        await press(app, key)
        kept = box is not None and not asked.ids and (key in BOX_KEYS or typed_character(key))
        assert kept or asked.ids == [command.id], f"{key} is to be {command.id}, and was {asked.ids}: {HOW}"
        heard += asked.ids
        if box is not None:
            box.replace_value(before)
    assert heard, f"{command.id} has no key that is heard here: {HOW}"


async def by_palette(
    app: RoundtableApp, pilot: Pilot[int], settle: Settle, asked: Asked, commands: Sequence[str]
) -> None:
    """Check that the palette lists exactly what can run, finds each command by its id, and carries one out."""
    expected = can_run(app) - {"app.palette"}
    missing = set(commands) - expected - {"app.palette"}
    assert not missing, f"these cannot run here: {HOW}"
    palette = await open_palette(app, asked)
    shown = palette.query_one(CommandList)
    await settle(pilot)
    assert {item.able.command.id for item in shown.items} == expected
    listed = {}
    for command in expected & set(commands):
        palette.query_one(QueryInput).replace_value(command)
        palette.on_input_changed()
        listed[command] = shown.items[0].able
        assert listed[command].command.id == command, f"the palette does not find {command} by its id"
    await press(app, "escape")
    for command, able in listed.items():
        asked.ids.clear()
        await app._carry_out(able)
        assert asked.ids == [command]


async def open_palette(app: RoundtableApp, asked: Asked) -> PaletteScreen:
    """Open the palette over whatever is open."""
    asked.through = {"app.palette", "palette.close", "palette.choose"}
    await press(app, "f2")
    assert isinstance(app.screen, PaletteScreen)
    return app.screen


async def test_enter_in_the_palette_carries_out_what_is_found(
    reader: Reader, settle: Settle, asked: Asked, listen: Callable[[], None]
) -> None:
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        await go(next(way for way in WAYS if way.name == "a list"), pilot, settle)
        listen()
        for words, command in [
            ("文字の一覧", ""),
            ("last item", "list.last"),
            ("末尾の項目", "list.last"),
            ("G", "list.last"),
            ("Search every back", "search.open"),
            ("すべてのバックナンバー", "search.open"),
            ("^Z", "app.suspend"),
            ("Esc", "pane.text"),
        ]:
            asked.ids.clear()
            await open_palette(app, asked)
            app.screen.query_one(QueryInput).replace_value(words)
            await settle(pilot)
            await press(app, "enter")
            await settle(pilot)
            assert asked.ids == ([command] if command else [])
            if not command:
                await press(app, "escape")
