"""Every command: its name, its module, one line about it. Nothing here imports a command."""

from collections.abc import Callable
from typing import NamedTuple

from roundtable_tui.cli.errors import CommandError
from roundtable_tui.config.language import _

READ = "read"
"""The command that `roundtable` alone runs."""


class Command(NamedTuple):
    """A command: `module` has `add_arguments` and `run`, `summary()` is one line in the language of the interface."""

    module: str
    summary: Callable[[], str]


COMMANDS: dict[str, Command] = {
    READ: Command("roundtable_tui.cli.read", lambda: _("open the reader, at a piece, section or turn if you name one")),
    "list": Command("roundtable_tui.cli.list", lambda: _("list the back issues, newest first")),
    "show": Command("roundtable_tui.cli.show", lambda: _("print a piece, a section or one speaker's turns")),
    "search": Command("roundtable_tui.cli.search", lambda: _("search every back issue")),
    "export": Command("roundtable_tui.cli.export", lambda: _("export a section or a piece")),
    "bookmarks": Command("roundtable_tui.cli.bookmarks", lambda: _("list the bookmarks, or write them as citations")),
    "check": Command("roundtable_tui.cli.check", lambda: _("name every problem of every file")),
    "new": Command("roundtable_tui.cli.new", lambda: _("begin the file of a new piece")),
    "import": Command("roundtable_tui.cli.import_", lambda: _("turn articles, captions, minutes … into YAML")),
    "fmt": Command("roundtable_tui.cli.fmt", lambda: _("set out transcript files anew, comments and all")),
    "index": Command("roundtable_tui.cli.index", lambda: _("bring the search index up to date, or delete it")),
    "keys": Command("roundtable_tui.cli.keys", lambda: _("list the key bindings")),
}
"""The commands in the order of the help."""


def unknown(name: str) -> CommandError:
    """Return the failure for a command of that name, which there is not."""
    from roundtable_tui.cli.parser import did_you_mean

    message = _("there is no command {name}").format(name=name) + did_you_mean(name, COMMANDS)
    return CommandError(message, hint=_("See `{command} --help`.").format(command="roundtable"))


def listing() -> str:
    """Return the commands and their summaries, two columns under a heading."""
    cells = max(map(len, COMMANDS)) + 2
    lines = [f"  {name:<{cells}}{command.summary()}" for name, command in COMMANDS.items()]
    return "\n".join([_("commands:"), *lines])
