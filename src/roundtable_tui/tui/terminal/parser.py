"""Textual's parser of what a terminal sends, without the keys that it makes of what nobody typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual._xterm_parser import XTermParser
from textual.events import Key
from textual.keys import Keys

if TYPE_CHECKING:
    from collections.abc import Iterator

_WHOLE = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")
_MEANT = re.compile(r"\x1b\[(?:\[|.*[Mm]|.*\$y)")
"""The beginning of a function key of the Linux console, mouse reports, and reports of modes: Textual reads them."""


class Parser(XTermParser):
    """Passes over control sequences (ECMA-48, CSI …) that it does not know, such as an answer to another program.

    Textual types them out: `CSI ? 6 c` would ask for the help.
    """

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterator[Key]:
        """Yield the keys that `sequence` stands for, or one that is ignored."""
        try:
            keys = list(super()._sequence_to_key_events(sequence, alt))
        except (ValueError, OverflowError):  # the number of a key that is no character
            keys = []
        if not keys and _WHOLE.fullmatch(sequence) and not _MEANT.fullmatch(sequence):
            yield Key(Keys.Ignore, sequence)
        yield from keys
