"""What an import gives: a transcript, and a report of everything that is not in it or not certain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from roundtable_tui.model import Transcript


@dataclass(frozen=True, slots=True)
class SetAside:
    """A line of the source that stands in no field of the transcript as printed, and why.

    `line` counts from 1; `text` is the line without the white space around it.
    """

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """A line that is in the transcript but may have been read wrongly: `reason` says how it was read."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Imported:
    """One source read: every word of it is in `transcript` or in `set_aside`, both in the order of the source.

    `transcript.id` is `014-2` for part 2 of issue 14, and empty where no issue number was found.
    """

    transcript: Transcript
    set_aside: tuple[SetAside, ...] = ()
    doubts: tuple[Doubt, ...] = ()
