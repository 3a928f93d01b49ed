"""`roundtable import --review`: the doubtful labels, one by one, on the terminal."""

from __future__ import annotations

import re
import sys
from collections import Counter
from typing import TYPE_CHECKING

from roundtable_tui.cli.errors import CommandError
from roundtable_tui.config.language import _
from roundtable_tui.importers.reviewing import accepted, apart, merged, uncertain, unspoken

if TYPE_CHECKING:
    from typing import TextIO

    from roundtable_tui.cli.output import Output
    from roundtable_tui.importers import Imported
    from roundtable_tui.importers.reviewing import Uncertain

SHOWN = 60
"""How much of a turn is shown, in code points."""


def asking() -> TextIO:
    """Return what the answers are read from: stdin, or the terminal where the source comes from stdin.

    Raises CommandError where there is nobody to ask.
    """
    if sys.stdin is not None and sys.stdin.isatty():
        return sys.stdin
    try:
        return open("/dev/tty", encoding="utf-8", errors="replace")  # noqa: PTH123  (as long as the process)
    except OSError:
        raise CommandError(_("--review asks questions and needs a terminal")) from None


def review(imported: Imported, text: str, answers: TextIO, out: Output) -> Imported:
    """Ask about each doubtful label of `imported`, which was read from `text`; return what the answers make of it.

    Raises CommandError where no more is answered.
    """
    lines = re.split(r"\r\n|\r|\n", text)
    out.note(_recognised(imported))
    imported, read_as = apart(imported)
    doubtful = uncertain(imported, read_as)
    for place, one in enumerate(doubtful, start=1):
        others = [person.label for person in imported.transcript.participants if person.label != one.label]
        _show(one, place, len(doubtful), out)
        while True:
            answer = _answer(_("[a]ccept, [m]erge with somebody, [n]ot a speaker?"), answers, out).lower()
            if answer in ("a", ""):
                accept = merged(imported, one.label, one.read_as) if one.read_as else accepted(imported, one.label)
                imported = accept
                break
            if answer == "n":
                imported = unspoken(imported, one.label, lines)
                break
            if answer == "m" and others and (into := _choose(others, answers, out)):
                imported = merged(imported, one.label, into)
                break
    return imported


def _recognised(imported: Imported) -> str:
    """Return who speaks in `imported` and how often."""
    times = Counter(turn.speaker.label for turn in imported.transcript.turns if turn.speaker is not None)
    return "  " + ", ".join(f"{label} ({number})" for label, number in times.items())


def _show(one: Uncertain, place: int, total: int, out: Output) -> None:
    out.note(_("{place} of {total}: {label}, {turns} turns").format(
        place=place, total=total, label=one.label, turns=one.turns,
    ))  # fmt: skip
    out.note(f"  {one.reason}")
    out.note(f"  {one.first.text[:SHOWN]}{'…' if len(one.first.text) > SHOWN else ''}")


def _choose(others: list[str], answers: TextIO, out: Output) -> str:
    """Return one of `others`, chosen by number or name; nothing where none is."""
    for number, label in enumerate(others, start=1):
        out.note(f"  {number}  {label}")
    answer = _answer(_("With whom? A number or a name, nothing to go back"), answers, out)
    if answer.isdecimal() and 1 <= int(answer) <= len(others):
        return others[int(answer) - 1]
    return answer if answer in others else ""


def _answer(question: str, answers: TextIO, out: Output) -> str:
    out.stderr.write(f"{question} ")
    out.stderr.flush()
    line = answers.readline()
    if not line:
        raise CommandError(_("nothing was written"))
    return line.strip()
