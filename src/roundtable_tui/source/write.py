"""From a transcript to YAML that is pleasant to edit and reads back to the same transcript."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from roundtable_tui.source import scalars
from roundtable_tui.source.cast import RESERVED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from roundtable_tui.model import Credit, Figure, Link, Note, Participant, Section, Transcript, Turn

SCHEMA = "../schema/roundtable-1.schema.json"
"""Where an editor finds the JSON Schema from a folder of transcripts beside `schema`, as in FORMAT."""

_FLOW_LINE = 120
"""The longest line, in code points, on which `{…}` or `[…]` is still easy to read."""

_PLAIN_LINE = 60
"""The longest text, in code points, that stays on the line of its key; longer ones go into a `|` block."""

_LONGEST_KEY = 1000
"""A key on the line of its value may have 1024 characters in YAML; longer ones need the `? key` form."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def dump(transcript: Transcript, *, schema: str = SCHEMA, comments: Iterable[str] = ()) -> str:
    """Return `transcript` as the text of a file that `load_text` reads back to an equal transcript.

    `id` is the file's stem and is not written; `line` fields count lines of the file they came from. `schema` is the
    address in the modeline. `comments` follow at the end, a line each.

    Raises ValueError for what the format cannot hold: two participants or two notes of one name, a participant with
    a reserved label, a lone surrogate.
    """
    _refuse_what_cannot_be_held(transcript)
    written = [scalars.comment(f"yaml-language-server: $schema={schema}"), "roundtable: 1", *_heads(transcript)]
    for group in (_front(transcript), _participants(transcript), _sections(transcript), _end(transcript)):
        if group:
            written += ["", *group]
    remarks = [scalars.comment(remark) for remark in comments]
    if remarks:
        written += ["", *remarks]
    return "\n".join(written) + "\n"


def _refuse_what_cannot_be_held(transcript: Transcript) -> None:
    labels = [participant.label for participant in transcript.participants]
    for names, what in ((labels, "participant"), ([note.term for note in transcript.notes], "note")):
        times = Counter(names)
        twice = next((name for name in names if times[name] > 1), None)
        if twice is not None:
            raise ValueError(f"two of the {what}s are {twice!r}; a file can hold only one")
    reserved = set(RESERVED).intersection(labels)
    if reserved:
        raise ValueError(f"{min(reserved)!r} is a reserved label and no participant can have it")


def _heads(transcript: Transcript) -> list[str]:
    """Return the lines from `title` to `tags`."""
    texts = (("title", transcript.title), ("subtitle", transcript.subtitle), ("series", transcript.series))
    written = [f"{key}: {scalars.inline(text)}" for key, text in texts if text or key == "title"]
    written += _texts(("publication", transcript.publication))
    numbers = (("issue", transcript.issue), ("part", transcript.part), ("parts", transcript.parts))
    written += [f"{key}: {number}" for key, number in numbers if number is not None]
    links = (("previous", transcript.previous), ("next", transcript.next))
    written += [f"{key}: {_link(link)}" for key, link in links if link is not None]
    written += _date("held", transcript.held) + _texts(("held_label", transcript.held_label))
    written += _date("published", transcript.published)
    written += _texts(("lang", transcript.lang), ("source", transcript.source), ("licence", transcript.licence))
    if transcript.image is not None:
        written += [f"image: {_figure(transcript.image)}"]
    return written + _list("tags", transcript.tags)


def _front(transcript: Transcript) -> list[str]:
    written = _text("lead", transcript.lead) if transcript.lead else []
    if transcript.notes:
        written += ["notes:", *_notes(transcript.notes)]
    return written + _list("agenda", transcript.agenda) + _texts(("honorifics", transcript.honorifics))


def _notes(notes: Sequence[Note]) -> list[str]:
    return [line for note in notes for line in _text(note.term, note.text, 2)]


def _participants(transcript: Transcript) -> list[str]:
    if not transcript.participants:
        return ["participants: {}"]
    return ["participants:", *(line for one in transcript.participants for line in _participant(one))]


def _participant(participant: Participant) -> list[str]:
    texts = ("name", "kana", "org", "role", "side")
    fields = [(name, scalars.inline(getattr(participant, name), flow=True)) for name in texts]
    fields = [(name, text) for name, text in fields if text != '""']
    if participant.aliases:
        fields.append(("aliases", _flow_list(scalars.inline(alias, flow=True) for alias in participant.aliases)))
    if participant.collective:
        fields.append(("collective", "true"))
    flow = "{" + ", ".join(f"{name}: {text}" for name, text in fields) + "}"
    if len(participant.label) + len(flow) <= _FLOW_LINE:
        return _pair(participant.label, [flow], 2)
    return _pair(participant.label, ["", *(f"    {name}: {text}" for name, text in fields)], 2)


def _sections(transcript: Transcript) -> list[str]:
    if not transcript.sections:
        return ["sections: []"]
    return ["sections:", *(line for section in transcript.sections for line in _section(section, 2))]


def _section(section: Section, column: int) -> list[str]:
    """Return the lines of `section`, whose `-` stands at `column`."""
    margin = " " * (column + 2)
    written = [f"{margin}heading: {scalars.inline(section.heading)}"] if section.heading else []
    if section.turns:
        written += [f"{margin}turns:", *(line for turn in section.turns for line in _turn(turn, column + 4))]
    if section.sections:
        written += [f"{margin}sections:"]
        written += [line for inner in section.sections for line in _section(inner, column + 4)]
    if not written:
        return [f"{' ' * column}- {{}}"]
    return [f"{' ' * column}- {written[0].lstrip()}", *written[1:]]


def _turn(turn: Turn, column: int) -> list[str]:
    if turn.figure is not None:
        return [f"{' ' * column}- {scalars.inline(turn.label)}: {_figure(turn.figure)}"]
    if not turn.printed and not turn.at:
        return _text(turn.label, turn.text, column + 2, bullet=True)
    inner = _text("as", turn.printed, column + 4) if turn.printed else []
    inner += [" " * (column + 4) + line for line in _texts(("at", turn.at))] + _text("text", turn.text, column + 4)
    return _pair(turn.label, ["", *inner], column + 2, bullet=True)


def _end(transcript: Transcript) -> list[str]:
    written = _text("closing", transcript.closing) if transcript.closing else []
    if transcript.credits:
        written += ["credits:", *(f"  - {_credit(credit)}" for credit in transcript.credits)]
    links = transcript.back_numbers
    if all(link.id and not link.title and not link.url for link in links):
        return written + _list("back_numbers", tuple(link.id for link in links))
    return [*written, "back_numbers:", *(f"  - {_link(link)}" for link in links)]


def _credit(credit: Credit) -> str:
    return _flow_mapping(("role", credit.role), ("name", credit.name), ("org", credit.org))


def _figure(figure: Figure) -> str:
    return _flow_mapping(
        ("src", figure.src), ("alt", figure.alt), ("caption", figure.caption), ("credit", figure.credit)
    )


def _link(link: Link) -> str:
    if link.id and not link.title and not link.url:
        return scalars.inline(link.id, flow=True)
    return _flow_mapping(("id", link.id), ("title", link.title), ("url", link.url))


def _flow_mapping(*fields: tuple[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {scalars.inline(text, flow=True)}" for key, text in fields if text) + "}"


def _flow_list(items: Iterable[str]) -> str:
    return "[" + ", ".join(items) + "]"


def _date(key: str, date: str) -> list[str]:
    """Return the line of a date, a full one without quotes as people write it: every reader here takes it for text."""
    return [f"{key}: {date}"] if _DAY.fullmatch(date) else _texts((key, date))


def _texts(*fields: tuple[str, str]) -> list[str]:
    return [f"{key}: {scalars.inline(text)}" for key, text in fields if text]


def _list(key: str, items: Sequence[str]) -> list[str]:
    if not items:
        return []
    flow = f"{key}: " + _flow_list(scalars.inline(item, flow=True) for item in items)
    return [flow] if len(flow) <= _FLOW_LINE else [f"{key}:", *(f"  - {scalars.inline(item)}" for item in items)]


def _text(key: str, text: str, column: int = 0, *, bullet: bool = False) -> list[str]:
    """Return a key at `column` with a text that may have several lines."""
    long = "\n" in text or len(text) > _PLAIN_LINE
    return _pair(key, scalars.lines(text, column + 2) if long else [scalars.inline(text)], column, bullet=bullet)


def _pair(key: str, value: Sequence[str], column: int, *, bullet: bool = False) -> list[str]:
    """Return a key at `column`, after the `-` of a list where `bullet`, and its value, whose first line follows it."""
    written = scalars.inline(key)
    margin = " " * (column - 2) + "- " if bullet else " " * column
    after = f" {value[0]}" if value[0] else ""
    if len(written) <= _LONGEST_KEY:
        return [f"{margin}{written}:{after}", *value[1:]]
    return [f"{margin}? {written}", f"{' ' * column}:{after}", *value[1:]]
