"""Somebody who takes part in a talk."""

from typing import NamedTuple


class Participant(NamedTuple):
    """One participant of a piece, speaking or not.

    `label` is what is printed before each turn and is the participant's key in the file. `name` is the full
    name, family name first and a space between where the source has one; it falls back to the label.
    `collective` marks several voices at once (一同). `line` is the 1-based line in the file, 0 if made otherwise.
    """

    label: str
    name: str = ""
    kana: str = ""
    org: str = ""
    role: str = ""
    side: str = ""
    aliases: tuple[str, ...] = ()
    collective: bool = False
    line: int = 0

    @property
    def full_name(self) -> str:
        """The name, or the label where no name is given."""
        return self.name or self.label

    @property
    def family(self) -> str:
        """The family name: what stands before the first space of a Japanese name, or the label."""
        parts = self.name.split(None, 1)
        return parts[0] if len(parts) == 2 else self.label

    @property
    def given(self) -> str:
        """The given name, or nothing where the name has no space."""
        parts = self.name.split(None, 1)
        return parts[1] if len(parts) == 2 else ""

    @property
    def position(self) -> str:
        """Organisation and role as one phrase, joined by a space where both are there."""
        return " ".join(filter(None, (self.org, self.role)))
