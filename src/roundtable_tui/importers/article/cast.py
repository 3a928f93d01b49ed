"""The block that names those who take part."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from roundtable_tui.importers.article.notes import is_note
from roundtable_tui.importers.lines import COLONS, Line, colons, composed, ends_as_prose, trailing_bracket
from roundtable_tui.importers.speakers.names import is_full_name, is_name, is_reading
from roundtable_tui.importers.speakers.person import Person
from roundtable_tui.importers.speakers.positions import is_position, is_unit
from roundtable_tui.importers.speakers.voices import DEFINES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HEADER = re.compile(
    r"[\W_]*(?:(?:座談会|対談|鼎談|本日|今回|当日)の?)?"
    r"(?:参加者|出席者|登壇者|出演者|対談者|発言者|話し手|語り手|話者|参加メンバー|出席メンバー|メンバー|顔ぶれ|プロフィール|participants|speakers)"
    r"(?:の?(?:紹介|一覧|名簿|プロフィール|みなさん|皆さん))?[\W_]*",
    re.IGNORECASE,
)
_HONORIFICS = re.compile(r"敬称|順不同|五十音|50音")
_FRAMED = re.compile(r"[【〔［\[＜<《〈「■□●◆◇▼]\s*(.+?)\s*[】〕］\]＞>》〉」■□●◆◇▼]?")
_LONGEST = 120
"""The longest line, in code points, that names somebody of the cast."""

_BULLETS = re.compile(r"^[・●○◯◎■□◆◇▪•]\s*")
_GROUP = re.compile(r"[【〔［\[＜<〈《]\s*([^【】〔〕［］\[\]＜＞<>〈〉《》]{1,40}?)\s*[】〕］\]＞>〉》]")
_COMMA = re.compile(r"\s*([,，、])\s*")
_DIVIDERS = " \t\u3000/／|｜"
"""What may stand between a position and a name and belongs to neither."""


@dataclass(frozen=True, slots=True)
class Cast:
    """The cast block: `[start, end)` are places in the sequence of lines.

    `unread` are lines in it that name nobody, or somebody again; `groups` are those such as 【架空市】, which say where
    the people below them belong.
    """

    start: int
    end: int
    header: Line | None = None
    honorifics: str = ""
    people: tuple[Person, ...] = ()
    unread: tuple[Line, ...] = ()
    groups: tuple[Line, ...] = ()

    @property
    def strays(self) -> tuple[Person, ...]:
        """Those with neither a position nor a name in two words where everybody else has both: perhaps no people."""
        sure = [person for person in self.people if person.position and is_full_name(person.name)]
        others = tuple(person for person in self.people if not person.position and not is_full_name(person.name))
        return others if len(sure) > 1 and len(sure) + len(others) == len(self.people) else ()


def is_cast_header(text: str) -> bool:
    """Return whether `text` is a heading such as 参加者(敬称略)."""
    return _cast_header(text) is not None


def _cast_header(text: str) -> str | None:
    """Return what stands in brackets in a heading of participants, or None where `text` is none."""
    text = text.rstrip(COLONS)
    framed = _FRAMED.fullmatch(text)
    header, bracket = trailing_bracket(framed[1] if framed else text)
    return bracket if _HEADER.fullmatch(composed(header)) else None


def find_cast(lines: Sequence[Line]) -> Cast | None:
    """Return the cast block: lines under a heading such as 参加者, or else lines that can be nothing else."""
    for place, line in enumerate(lines):
        bracket = _cast_header(line.text)
        if bracket is not None:
            honorifics = bracket if _HONORIFICS.search(bracket) else ""
            found = _block_from(lines, place + 1, place, line, honorifics)
            if found is not None:
                return found
    for place, line in enumerate(lines):
        if line.first and (surely(line) or not line.last):
            start = place if surely(line) else place + 1
            found = _block_from(lines, start, place, line if start > place else None, "")
            if found is None or len(found.people) < 2 or not all(surely(person.line) for person in found.people):
                continue
            if not any(person.called for person in found.people) or not any(map(_is_prose, found.unread)):
                return found
    return None


def _block_from(lines: Sequence[Line], start: int, at: int, header: Line | None, honorifics: str) -> Cast | None:
    """Return the cast whose first person stands at `start`; after a blank line only sure lines go on with it."""
    people: list[Person] = []
    unread: list[Line] = []
    groups: list[Line] = []
    end, group = start, ""
    for place in range(start, len(lines)):
        line = lines[place]
        named = _group(lines, place)
        goes_on = named or (surely(line) and not _speaks(lines, place))
        if line.first and place > start and not goes_on:
            break
        person = None if named else read_person(line)
        if person is None and not named and (line.first or not people):
            break
        if named:
            group = named
            groups.append(line)
        elif person is None or any(_same_person(person, other) for other in people):
            unread.append(line)
        else:
            people.append(replace(person, position=f"{group} {person.position}".strip()) if group else person)
        end = place + 1
    return Cast(at, end, header, honorifics, tuple(people), tuple(unread), tuple(groups)) if people else None


def _group(lines: Sequence[Line], place: int) -> str:
    """Return what 【架空市】 at `place` says of the people right below it, nothing where it stands above none."""
    found = _GROUP.fullmatch(lines[place].text)
    below = lines[place + 1] if place + 1 < len(lines) else None
    if not found or not is_unit(found[1]) or below is None or below.first or not surely(below):
        return ""
    return found[1]


def _same_person(one: Person, other: Person) -> bool:
    return (one.name, one.position) == (other.name, other.position)


def _is_prose(line: Line) -> bool:
    """Return whether `line` is said by the one named above it: where labels are defined, that line may be a label."""
    return ends_as_prose(line.text) and not trailing_bracket(line.text)[1]


def _speaks(lines: Sequence[Line], place: int) -> bool:
    """Return whether the line at `place` defines a label, and what its owner says stands right below it."""
    line = lines[place]
    return bool(DEFINES.search(line.text)) and not line.last and _is_prose(lines[place + 1])


def surely(line: Line) -> bool:
    """Return whether `line` names a position and a person with family and given name."""
    person = read_person(line)
    if person is None or not person.position or not is_position(person.position):
        return False
    return is_full_name(person.name) or bool(person.called)


def read_person(line: Line) -> Person | None:
    """Return whom `line` names: `position:name`, `position name`, `name (position)`, `name position` or a name."""
    text = _BULLETS.sub("", line.text)
    if len(text) > _LONGEST or is_note(line.text):
        return None
    defines = DEFINES.search(text)
    if defines and not text[defines.end() :].strip():
        person = read_person(replace(line, text=text[: defines.start()].rstrip()))
        return replace(person, line=line, called=defines[1]) if person else None
    stem, bracket = trailing_bracket(text)
    if bracket and is_reading(bracket, stem):
        found = next(_readings(stem), None)
        return _person(line, *found, bracket) if found else None
    found = next(_readings(text), None)
    return _person(line, *found) if found else None


def defined_in(line: Line) -> Person | None:
    """Return the one whose label `line` defines at its start, before what is said: 部長:青木(以下「青木」)　はい。"""
    defines = DEFINES.search(line.text[:_LONGEST])
    person = read_person(replace(line, text=line.text[: defines.end()])) if defines else None
    return replace(person, line=line) if person else None


def _person(line: Line, name: str, position: str, kana: str = "") -> Person:
    """Return a person whose name has one space between its words, whatever white space was printed."""
    return Person(line, " ".join(name.split()), position.strip(_DIVIDERS), " ".join(kana.split()))


def _readings(text: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to take `text` for a name and a position, the likeliest first."""
    stem, bracket = trailing_bracket(text)
    if bracket and is_name(stem):
        yield stem, bracket
    label = next(colons(stem), None)
    if bracket and label and is_full_name(stem[label + 1 :]):
        # 司会：市村 花子（課長): what stands around the name is the position as printed.
        yield stem[label + 1 :], stem[:label] + text[len(stem) :]
    if bracket and is_position(bracket) and not is_name(stem):
        # 市村課長 花子(司会): the same without a colon, where the position stands before the name.
        for name, position in _readings(stem):
            if position and is_full_name(name) and stem.endswith(name):
                yield name, f"{position}{text[len(stem) :]}"
    for place in reversed(list(colons(text))):
        before, after = text[:place].rstrip(), text[place + 1 :].lstrip()
        if is_full_name(before) and is_position(after):
            yield before, after
        if before and is_name(after) and (is_position(before) or not is_name(before) or is_full_name(after)):
            yield after, before
        if is_name(before) and is_position(after) and len(after.split()) == 1:
            yield before, after
    before, comma, after = _COMMA.split(text, maxsplit=1) if _COMMA.search(text) else (text, "", "")
    if comma and is_full_name(before) and (before.isascii() or is_position(after)):
        yield before, after
    words = re.split(r"(\s+)", text)
    tail, head = "".join(words[-3:]), "".join(words[:-4])
    if head and is_full_name(tail) and not is_name(head):
        yield tail, head
    head, tail = "".join(words[:3]), "".join(words[4:])
    if tail and is_full_name(head) and is_position(tail):
        yield head, tail
    if len(words) == 3 and is_name(words[2]) and is_position(words[0]):
        yield words[2], words[0]
    if len(words) == 3 and is_name(words[0]) and is_position(words[2]):
        yield words[0], words[2]
    if is_name(text):
        yield text, ""
