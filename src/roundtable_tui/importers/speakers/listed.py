"""One of a list of those who take part, as a line of it names them: `青木 千尋（架空市 課長）`, `Ann Lee, head`."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from roundtable_tui.importers.article.cast import is_cast_header, read_person
from roundtable_tui.importers.lines import trailing_bracket
from roundtable_tui.importers.speakers.labelling import may_be_label
from roundtable_tui.importers.speakers.names import is_reading
from roundtable_tui.importers.speakers.positions import is_position, split_position
from roundtable_tui.importers.speakers.together import is_together
from roundtable_tui.model import Participant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roundtable_tui.importers.lines import Line

_CAST = re.compile(
    r"hosts?|guests?|panel(?:l?ists)?|featuring|attendees|present|in this episode|people|司会|ゲスト|与会者|出席",
    re.IGNORECASE,
)
_INLINE = re.compile(r"(?P<header>[^:：]{2,30})[:：]\s*(?P<names>\S.*)")
_DESCRIBED = re.compile(r"\s*(?:[:：]|\s[-–—―]\s|、|,)\s*")


def participant_of(line: Line, label: str = "") -> Participant:
    """Return whom `line` names. Every word of it is in the participant.

    `label` is what stands before the turns where the list says it. A Japanese name in two words is known by the first.
    """
    person = read_person(line)
    if person is not None:
        org, role = split_position(person.position)
        return Participant(label or _label(person.name), person.name, person.kana, org, role)
    text, bracket = trailing_bracket(line.text)
    if bracket and text:
        return Participant(label or _label(text), text, role=bracket)
    name, *rest = _DESCRIBED.split(line.text, maxsplit=1)
    if name and rest and rest[0]:
        return Participant(label or _label(name), name, role=rest[0])
    return Participant(label or line.text, line.text)


def described(label: str, text: str) -> Participant:
    """Return the participant of `label` whom `text` describes as `roundtable export` does.

    In Japanese that is `青木 千尋（あおき ちひろ）、架空市 課長`, in English `Ann Lee, head, Harbour Library`.
    """
    name, rest = "", text
    if found := re.match(
        r"(?P<name>[^、,（(]{1,60})(?:（(?P<wide>[^（）]{1,80})）| \((?P<slim>[^()]{1,80})\))?(?:[、,]\s*|$)", text
    ):
        reading = found["wide"] or found["slim"] or ""
        if not is_position(found["name"]) and (not reading or is_reading(reading, found["name"])):
            name, rest = found["name"].strip(), text[found.end() :]
            return _standing(Participant(label, name, reading), rest)
    return _standing(Participant(label, name), rest)


def distinct(people: Sequence[Participant]) -> list[Participant]:
    """Return `people` each with a label of their own: two of one family name are known by their full names.

    Who is listed twice stands there once, as the first time.
    """
    once: dict[tuple[str, str], Participant] = {}
    for one in people:
        once.setdefault((one.label, one.name), one)
    shared = Counter(label for label, _name in once)
    apart = (one._replace(label=one.full_name) if shared[one.label] > 1 else one for one in once.values())
    return [one._replace(collective=True) if is_together(one.label) else one for one in apart]


def _standing(person: Participant, text: str) -> Participant:
    if ", " in text and not re.search("[぀-ヿ㐀-鿿]", text):
        role, _comma, org = text.rpartition(", ")
        return person._replace(org=org, role=role)
    org, role = split_position(text)
    if f"{org} {role}".strip() != text:  # it was divided within a word, but here a space divides
        org, _space, role = text.rpartition(" ")
    return person._replace(org=org, role=role)


def _label(name: str) -> str:
    """Return what stands before the turns of somebody of that name, as long as nothing else is known."""
    words = name.split()
    return words[0] if len(words) == 2 and not re.match("[A-Za-zÀ-ɏ]", name) else name


def is_cast_title(text: str) -> bool:
    """Return whether `text` is what stands above a list of those who take part: 参加者(敬称略), Guests."""
    return is_cast_header(text) or bool(_CAST.fullmatch(trailing_bracket(text)[0].strip()))


def named_in_line(text: str) -> list[str]:
    """Return the names in `参加者：青木 千尋、田村 航`, nothing where `text` is no such line."""
    found = _INLINE.fullmatch(text) if len(text) < 300 else None
    if found is None or not is_cast_title(found["header"].strip()):
        return []
    names = [name.strip() for name in re.split(r"[、，,;；/／]|\s+and\s+", found["names"]) if name.strip()]
    return names if all(may_be_label(name) for name in names) else []
