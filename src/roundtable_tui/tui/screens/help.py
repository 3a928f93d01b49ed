"""The help: every key, from the declarations of the commands, those of what has the focus first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from roundtable_tui.config.language import _
from roundtable_tui.text.fold import fold_text
from roundtable_tui.tui.command_target import bindings
from roundtable_tui.tui.commands import COMMANDS, key_label
from roundtable_tui.tui.commands.contexts import CONTEXTS, place_name
from roundtable_tui.tui.commands.key_names import key_named
from roundtable_tui.tui.display import plain
from roundtable_tui.tui.focus_chain import able, scopes_heard
from roundtable_tui.tui.screens.sheet import SheetLine, SheetScreen
from roundtable_tui.tui.widgets.query_input import QueryInput

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.screen import Screen

    from roundtable_tui.tui.commands import Command

NOW = "+ "
"""What stands before the keys of a command that can run now."""


def help_lines(heard: Iterable[str], able_now: set[str], wanted: str = "") -> Iterator[SheetLine]:
    """Yield a line for each command that `wanted` means, under what it belongs to.

    `heard` are the scopes whose keys work where the focus is, the nearest first: their commands come first, those that
    work everywhere after them, and those of other places last. The commands in `able_now` are marked.
    """
    near = [scope for scope in heard if scope != "app"]
    headings = {scope: _("Here: {place}").format(place=_(place_name(scope))) for scope in near}
    headings["app"] = _("Everywhere")
    for context in CONTEXTS:
        headings.setdefault(context.scope, _("Elsewhere: {place}").format(place=_(context.name)))
    for scope, heading in headings.items():
        yield from _part(heading, [command for command in COMMANDS if command.scope == scope], able_now, wanted)


def _part(heading: str, commands: Iterable[Command], able_now: set[str], wanted: str) -> Iterator[SheetLine]:
    """Yield `heading`, the commands that are wanted under the groups they belong to, and a blank line."""
    group = ""
    found = [command for command in commands if _is_wanted(command, wanted)]
    for command in sorted(found, key=lambda command: _groups().index(command.group)):
        if not group:
            yield SheetLine(text=heading, heading=True)
        if command.group != group:
            group = command.group
            yield SheetLine(text=_(group), quiet=True)
        keys = " ".join(map(key_label, command.keys))
        can = command.id in able_now
        yield SheetLine((NOW if can else "  ") + keys, _(command.description), quiet=not can)
    if group:
        yield SheetLine()


def _is_wanted(command: Command, wanted: str) -> bool:
    """Return whether `wanted` is a key of the command, or all of its words are in what the help says of it."""
    if not wanted.strip() or key_named(wanted.strip()) in command.keys:
        return True
    text = fold_text(f"{_(command.description)} {_(command.name)} {_(command.group)} {command.id}")
    return all(word in text for word in fold_text(wanted).split())


def _groups() -> list[str]:
    return list(dict.fromkeys(command.group for command in COMMANDS))


class HelpScreen(SheetScreen):
    """Shows every key, as seen from the screen `under`; what is typed after `help.find` leaves those that it means."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("help", "dialog")]
    DEFAULT_CSS = """
    HelpScreen QueryInput { display: none; }
    HelpScreen.-finding QueryInput { display: block; }
    """

    def __init__(self, under: Screen[Any]) -> None:
        self._heard = scopes_heard(under)
        self._able = {each.command.id for each in able(under)}
        super().__init__(_("Keys   + can be used now"), list(help_lines(self._heard, self._able)), name="help")

    def below(self) -> ComposeResult:
        """Compose the box for what is looked for."""
        yield QueryInput(placeholder=_("a word or a key"), id="wanted")

    @property
    def box(self) -> QueryInput:
        """The box for what is looked for."""
        return self.query_one(QueryInput)

    def do_help_find(self) -> None:
        """Let a word or a key be typed."""
        self.add_class("-finding")
        self.box.focus()

    def can_help_find(self) -> bool:
        """Return whether nothing is being typed yet."""
        return not self.box.has_focus

    def on_input_changed(self) -> None:
        """Leave only what is wanted."""
        wanted = self.box.value
        lines = list(help_lines(self._heard, self._able, wanted))
        self.sheet.show(lines or [SheetLine(text=_("No command for {query}").format(query=plain(wanted)))])

    def do_dialog_accept(self) -> None:
        """Go back from the box to the lines that are left."""
        self.sheet.focus()

    def can_dialog_accept(self) -> bool:
        """Return whether something is being typed."""
        return self.box.has_focus

    def do_dialog_close(self) -> None:
        """Close the help; while something is looked for, show all of it again."""
        if self.has_class("-finding"):
            self.remove_class("-finding")
            self.box.value = ""
            self.sheet.focus()
        else:
            super().do_dialog_close()
