"""From what is said bit by bit in a recording to turns: who speaks on, who begins, and where a paragraph ends."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LONGEST = 10_000 * 3_600_000

PAUSE = 3_000
"""Milliseconds of silence after which a paragraph of its own begins, if a sentence has ended before it."""

_ENDS = tuple('.!?。．！？…♪」』）)"”')
_NARRATED = re.compile(r"(?:[\[(（［【〔][^\[\](（）)［］【】〔〕]+[\])）］】〕]\s*)+|[♪♫].*")
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")


@dataclass(slots=True)
class Spoken:
    """A turn: `label` as printed, None for narration; `begin` is in milliseconds, `line` in the source from 1."""

    label: str | None
    begin: int
    line: int
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words, a paragraph a line."""
        return "".join(self.parts)

    @property
    def at(self) -> str:
        """When the turn begins, as `Turn.at`."""
        return clock(self.begin)


@dataclass(frozen=True, slots=True)
class Utterance:
    """A bit of what is said, from `begin` to `end` in milliseconds; `line` is its line in the source.

    `label` is empty where it does not say who speaks; `changes` says that somebody begins.
    """

    label: str
    text: str
    begin: int
    end: int
    line: int
    changes: bool = False


def turns(said: Iterable[Utterance]) -> Iterator[Spoken]:
    """Yield the turns that utterances make: those of one speaker that follow one another are one turn."""
    current: Spoken | None = None
    speaker = ""
    ended = 0
    for one in said:
        if not one.label and _NARRATED.fullmatch(one.text):
            if current is not None:
                yield current
            yield Spoken(None, one.begin, one.line, [one.text])
            current = None
            continue
        if one.changes:
            goes_on = bool(one.label) and one.label == speaker
            speaker = one.label
        else:
            goes_on = True
        if current is None or not goes_on:
            if current is not None:
                yield current
            current = Spoken(speaker, one.begin, one.line)
        _append(current, one, ended)
        ended = one.end
    if current is not None:
        yield current


def _append(current: Spoken, one: Utterance, ended: int) -> None:
    """Add what `one` says to the turn that is going on; the utterance before it `ended` then."""
    if not one.text:
        return
    if current.parts:
        before = current.parts[-1]
        if one.begin - ended >= PAUSE and before.endswith(_ENDS):
            current.parts.append("\n")
        elif not _WIDE.match(before[-1]) and not _WIDE.match(one.text[0]):
            current.parts.append(" ")
    current.parts.append(one.text)


def clock(milliseconds: int) -> str:
    """Return a time as `Turn.at` has it: `0:01:23`, or `0:01:23.400` where there is a fraction.

    Nothing for one that no recording has, below 0 or of more than 9,999 hours, since no file holds it.
    """
    if not 0 <= milliseconds < _LONGEST:
        return ""
    seconds, fraction = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" + (f".{fraction:03}" if fraction else "")
