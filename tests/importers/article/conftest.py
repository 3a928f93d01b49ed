"""Where each line of a source went: an account of an import that trusts nothing but the source and the result."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from roundtable_tui.importers import Imported

_STRUCTURE = re.compile(r"[\s:：=＝|｜/／※＊*()（）〔〕［］\[\]・●○◯◎■□◆◇▪•―─—–\-－ー、,，.．0-9０-９]|https?")


def squeezed(text: str) -> str:
    """Return `text` without what the fields of a file stand for: colons, brackets, marks of notes and lists, dashes."""
    return _STRUCTURE.sub("", text)


def _streams(imported: Imported) -> list[list[str]]:
    """Return the words of each part of the result in order; a line of the source is one item of one of them."""
    piece = imported.transcript
    talk: list[str] = []
    for section in piece.all_sections:
        talk += [section.heading] if section.heading else []
        for turn in section.turns:
            talk += [turn.shown_label] if turn.kind == "speech" else []
            talk += turn.paragraphs
    people = [(person, person.org + person.role) for person in piece.participants if person.name]
    for group in (squeezed(one.text[1:-1]) for one in imported.set_aside if one.reason.startswith("where the part")):
        people = [(person, squeezed(position).removeprefix(group)) for person, position in people]
    return [
        [piece.title] if piece.title else [],
        [piece.subtitle] if piece.subtitle else [],
        piece.lead.split("\n") if piece.lead else [],
        [note.term + note.text for note in piece.notes],
        list(piece.agenda),
        ["".join(sorted(squeezed(one.name + one.kana + position))) for one, position in people],
        talk,
        piece.closing.split("\n") if piece.closing else [],
        [one.role + one.name + one.org for one in piece.credits],
        [link.title + link.url for link in piece.back_numbers],
        [one.text for one in imported.set_aside],
    ]


def _links(imported: Imported) -> list[str]:
    piece = imported.transcript
    return [link.title for link in (piece.previous, piece.next) if link] + [piece.honorifics]


def _steps(line: str, stream: Sequence[str], at: int) -> Iterator[int]:
    """Yield where `stream` can be after `line` was taken from it at `at`: one item, or a label and its text."""
    if at < len(stream) and (line == stream[at] or squeezed(line) == squeezed(stream[at])):
        yield at + 1
    if at < len(stream) and "".join(sorted(squeezed(line))) == stream[at]:
        yield at + 1
    if at + 1 < len(stream) and squeezed(line) == squeezed(stream[at] + stream[at + 1]):
        yield at + 2


def unaccounted(source: str, imported: Imported) -> str:
    """Return the first line of `source` that is not in the result in its order, or what the result has too much."""
    streams = _streams(imported)
    links = {squeezed(text) for text in _links(imported)}
    lines = [line.strip() for line in re.split(r"\r\n|\r|\n", source.removeprefix("\ufeff")) if line.strip()]
    states = {tuple(0 for _ in streams)}
    for line in lines:
        after = {
            (*state[:place], step, *state[place + 1 :])
            for state in states
            for place, stream in enumerate(streams)
            for step in _steps(line, stream, state[place])
        }
        if squeezed(line) in links:
            after |= states
        if not after:
            return f"lost: {line!r}"
        states = after
    ends = tuple(map(len, streams))
    return "" if ends in states else f"invented or repeated: {ends} against {sorted(states)[-1]}"


@pytest.fixture(scope="session")
def account() -> Callable[[str, Imported], str]:
    """Return `unaccounted`: empty where each line of the source is in the result once and in order."""
    return unaccounted
