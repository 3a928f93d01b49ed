"""What a command of the reader is: one declaration that feeds keys, footer, help, palette and `roundtable keys`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Scope = Literal["app", "reader", "list", "find", "search", "counts", "dialog", "export"]
"""Where a command's keys work: everywhere, in the transcript, in a list, in the box that finds in a piece, in the
search, in its counts, in a dialog, in the export."""


def N_(message: str) -> str:  # noqa: N802
    """Return `message` unchanged; marks text that is translated where it is shown."""
    return message


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    `id` is its stable name, used in a key map. `keys` are Textual's names of keys, the first shown. `name` is a short
    phrase for the footer, `description` a sentence for help and palette, both in English and translated where shown.
    `footer` ranks the command in the footer: 0 keeps it out, 1 is most important. The keys of a command that is
    `always` there work in dialogs and while text is typed, too.
    """

    id: str
    keys: tuple[str, ...]
    name: str
    description: str
    group: str
    scope: Scope
    footer: int = 0
    always: bool = False

    @property
    def method(self) -> str:
        """The name of the method that carries the command out, without its `do_` or `can_`."""
        return self.id.replace(".", "_").replace("-", "_")
