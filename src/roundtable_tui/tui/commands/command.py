"""What a command of the reader is: one declaration that feeds keys, footer, help, palette and `roundtable keys`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from roundtable_tui.tui.commands.in_force import keys_in_force
from roundtable_tui.tui.commands.keys import key_label

Scope = Literal[
    "app", "reader", "list", "library", "cast", "find", "charts", "search", "counts", "dialog", "export", "help",
    "palette", "filter", "bookmarks", "note",
]  # fmt: skip
"""Where a command's keys work: everywhere, in the transcript, in a list, in the list of back issues, in the list of
speakers, in the box that finds in a piece, in the charts, in the search, in its counts, in a dialog, in the export,
in the help, in the palette, in a list that is filtered by typing, in that of bookmarks, and in a note.
`contexts.CONTEXTS` says which are heard together."""


def N_(message: str) -> str:  # noqa: N802
    """Return `message` unchanged; marks text that is translated where it is shown."""
    return message


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    `id` is its stable name, used in a key map. `declared` are Textual's names of its keys; `keys` are those in force,
    which the user may have chosen, the first shown, and there may be none. `name` is a short phrase for the footer,
    `description` a sentence for help and palette, both in English and translated where shown.
    `footer` ranks the command in the footer: 0 keeps it out, 1 is most important. The keys of a command that is
    `always` there work in dialogs and while text is typed, too.
    """

    id: str
    declared: tuple[str, ...]
    name: str
    description: str
    group: str
    scope: Scope
    footer: int = 0
    always: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """Textual's names of the keys that the command has now."""
        return keys_in_force(self.id, self.declared)

    @property
    def key(self) -> str:
        """The first key as it is printed, or nothing where the command has none."""
        return key_label(self.keys[0]) if self.keys else ""

    @property
    def method(self) -> str:
        """The name of the method that carries the command out, without its `do_` or `can_`."""
        return self.id.replace(".", "_").replace("-", "_")
