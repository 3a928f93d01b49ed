"""From declared commands to what Textual knows: bindings, and the methods that carry them out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.binding import Binding, BindingsMap

from roundtable_tui.config.language import _
from roundtable_tui.tui.commands import COMMANDS
from roundtable_tui.tui.commands.in_force import any_chosen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from textual.screen import Screen

    from roundtable_tui.tui.commands import Command, Scope

_BY_ID = {command.id: command for command in COMMANDS}


_UNDER_IT = {"app", "reader", "list"}
"""Scopes whose keys come up to the app by themselves; a dialog lets no key through."""


def bindings(*scopes: Scope) -> Iterator[Binding]:
    """Yield a binding for each declared key of each command of the scopes; its id is the command's.

    A screen that lies over the reader hears the keys that work everywhere too. What the user chose instead of the
    declared keys comes in when a target is made.
    """
    return _bindings(scopes, lambda command: command.declared)


def _bindings(scopes: Sequence[str], keys: Callable[[Command], tuple[str, ...]]) -> Iterator[Binding]:
    heard = scopes if _UNDER_IT.issuperset(scopes) else [*scopes, "app"]
    # Those of the first scope first: of two on one key, the first that can run does.
    found = [command for command in COMMANDS if command.scope in heard and keys(command)]
    for command in sorted(found, key=lambda command: heard.index(command.scope)):
        action = f"do('{command.id}')" if command.scope in scopes else f"app.do('{command.id}')"
        yield Binding(",".join(keys(command)), action, command.name, show=False, priority=command.always, id=command.id)


def is_open(screen: Screen[Any]) -> bool:
    """Return whether `screen` is there with all its widgets: what a thread or a timer brings may come after the end.

    A screen that is being closed leaves the stack of screens first and says of itself that it is mounted to the last.
    """
    return screen.is_mounted and screen.app.is_running and screen in screen.app.screen_stack


class CommandTarget:
    """A screen, a widget or the app that carries out commands by methods named after them.

    The command `turn.next` calls `do_turn_next`; where there is a `can_turn_next`, it says whether the command is
    available now.
    """

    _bindings: BindingsMap

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if any_chosen():
            self._take_chosen_keys()

    def _take_chosen_keys(self) -> None:
        """Replace the declared keys of the commands that are heard here by those in force."""
        bound = [(key, binding) for key, binding in self._bindings if binding.id not in _BY_ID]
        scopes = [scope for scope in self.scopes() if scope != "app" or isinstance(self, App)]
        self._bindings = BindingsMap(_bindings(scopes, lambda command: command.keys))
        for _key, binding in bound:
            self._bindings._add_binding(binding)

    @classmethod
    def scopes(cls) -> list[Scope]:
        """Return the scopes of the commands that are bound here: the class's own first, `app` last."""
        declared: list[object] = [each for base in cls.__mro__ for each in base.__dict__.get("BINDINGS", ())]
        bound = [binding.id for binding in declared if isinstance(binding, Binding) and binding.id in _BY_ID]
        found = dict.fromkeys(_BY_ID[each].scope for each in bound)
        return sorted(found, key=lambda scope: scope == "app")

    @classmethod
    def declares(cls, key: str) -> bool:
        """Return whether a command that is heard here is declared with `key`, whoever has the key now."""
        scopes = cls.scopes()
        return any(key in command.declared for command in COMMANDS if command.scope in scopes)

    async def action_do(self, command: str) -> None:
        """Carry out the command with that id."""
        result = getattr(self, f"do_{_BY_ID[command].method}")()
        if result is not None:
            await result
        self.note_use(command)

    def note_use(self, command: str) -> None:
        """Note that the command with that id was carried out; the app does."""
        app: Any = self.app  # type: ignore[attr-defined]
        if app is not self and isinstance(app, CommandTarget):
            app.note_use(command)

    def can_do(self, command: Command) -> bool:
        """Return whether this target carries out `command`, and can now."""
        if not hasattr(self, f"do_{command.method}"):
            return False
        able = getattr(self, f"can_{command.method}", None)
        return able is None or bool(able())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell Textual whether a command may run now."""
        if action == "do" and parameters:
            return self.can_do(_BY_ID[str(parameters[0])])
        return True


def footer_commands(*targets: CommandTarget) -> list[tuple[Command, str]]:
    """Return the commands for the footer with their translated names, most important first, each available now."""
    found = [
        command for command in COMMANDS if command.footer and command.keys and any(t.can_do(command) for t in targets)
    ]
    return [(command, _(command.name)) for command in sorted(found, key=lambda command: command.footer)]
