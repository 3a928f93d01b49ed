"""Reads a transcript from the tree of its file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roundtable_tui.model import Credit, Link, Note, Transcript
from roundtable_tui.source.cast import Cast
from roundtable_tui.source.dates import read_date, read_held
from roundtable_tui.source.fields import Fields, free_text, wrong_kind
from roundtable_tui.source.nodes import Mapping, kind_of
from roundtable_tui.source.phrases import quoted
from roundtable_tui.source.references import read_figure, read_link
from roundtable_tui.source.sections import read_sections
from roundtable_tui.source.turns import TurnReader

if TYPE_CHECKING:
    from roundtable_tui.model import Section
    from roundtable_tui.source.nodes import Node
    from roundtable_tui.source.report import Report

FORMAT = "1"
REQUIRED = ("roundtable", "title", "participants", "sections")
KEYS = (
    *("roundtable", "title", "subtitle", "series", "publication", "issue", "part", "parts", "previous", "next"),
    *("held", "held_label", "published", "lang", "source", "licence", "image", "tags", "lead", "notes", "agenda"),
    *("honorifics", "participants", "sections", "closing", "credits", "back_numbers"),
)
CREDIT_KEYS = ("role", "name", "org")
_LANG = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"


def read_transcript(root: Node, piece: str, report: Report) -> Transcript | None:
    """Return what can be read of the transcript in `root`, with the id `piece`; None where it is something else."""
    if not isinstance(root, Mapping):
        message = f"a transcript is a mapping that begins with `roundtable: 1`, but this is {kind_of(root)}"
        report.refuse(root.start_mark, "not-a-transcript", message)
        return None
    if not any(key.value in REQUIRED for key, _ in root.pairs):
        message = "no transcript: `roundtable`, `title`, `participants` and `sections` are all missing"
        report.refuse(root.start_mark, "not-a-transcript", message)
        return None
    fields = Fields(root, KEYS, report)
    fields.require(*REQUIRED)
    _check_format(fields)
    title, lang = fields.text("title"), _lang(fields)
    held, held_label = read_held(fields, lang, title)
    part, parts = _parts(fields)
    cast, sections = _talk(fields)
    image = fields.get("image")
    return Transcript(
        id=piece,
        title=title,
        subtitle=fields.text("subtitle"),
        series=fields.text("series"),
        publication=fields.text("publication"),
        issue=fields.number("issue"),
        part=part,
        parts=parts,
        previous=_link(fields, "previous"),
        next=_link(fields, "next"),
        held=held,
        held_label=held_label,
        published=read_date(fields, "published"),
        lang=lang,
        source=fields.text("source"),
        licence=fields.text("licence"),
        image=read_figure(image, report, "`image`") if image else None,
        tags=fields.texts("tags"),
        lead=fields.text("lead"),
        notes=_notes(fields),
        agenda=fields.texts("agenda"),
        honorifics=fields.text("honorifics"),
        participants=tuple(cast.participants),
        sections=sections,
        closing=fields.text("closing"),
        credits=_credits(fields),
        back_numbers=_links(fields, "back_numbers"),
    )


def _check_format(fields: Fields) -> None:
    written = fields.plain("roundtable")
    if written not in (None, FORMAT):
        message = f"`roundtable` is {quoted(str(written))}, but this program reads format {FORMAT}"
        fields.report.error(fields.nodes["roundtable"].start_mark, "unknown-format", message)


def _lang(fields: Fields) -> str:
    written = fields.plain("lang")
    if written is None or re.fullmatch(_LANG, written):
        return written or ""
    message = f"`lang` is {quoted(written)}; write a language tag (BCP 47) such as ja, en or en-GB"
    fields.report.error(fields.nodes["lang"].start_mark, "bad-lang", message)
    return ""


def _parts(fields: Fields) -> tuple[int | None, int | None]:
    part, parts = fields.number("part", least=1), fields.number("parts", least=1)
    if part and parts and part > parts:
        mark = fields.nodes["part"].start_mark
        fields.report.error(mark, "part-beyond-parts", f"part {part} of {parts} cannot be; `part` goes up to `parts`")
    return part, parts


def _talk(fields: Fields) -> tuple[Cast, tuple[Section, ...]]:
    cast = Cast(fields.report)
    people, sections = fields.get("participants"), fields.get("sections")
    if people is not None:
        cast.read(people)
    if sections is None:
        return cast, ()
    return cast, read_sections(sections, TurnReader(cast, fields.report), fields.report)


def _link(fields: Fields, name: str) -> Link | None:
    node = fields.get(name)
    return None if node is None else read_link(node, fields.report, f"`{name}`")


def _links(fields: Fields, name: str) -> tuple[Link, ...]:
    links = (read_link(node, fields.report, f"an item of `{name}`") for node in fields.items(name))
    return tuple(link for link in links if link)


def _notes(fields: Fields) -> tuple[Note, ...]:
    node = fields.mapping("notes")
    if node is None:
        return ()
    notes = []
    for term, value in node.pairs:
        text = free_text(value, fields.report, f"the note {quoted(term.value)}")
        if not text.strip():
            fields.report.error(term.start_mark, "empty-value", f"the note {quoted(term.value)} has no text")
        notes.append(Note(term.value, text))
    return tuple(notes)


def _credits(fields: Fields) -> tuple[Credit, ...]:
    found = []
    for node in fields.items("credits"):
        if not isinstance(node, Mapping):
            wrong_kind(node, fields.report, "an item of `credits`", "a mapping such as {role: …, name: …}")
            found.append(Credit("", free_text(node, fields.report, "a credit")))
            continue
        inner = Fields(node, CREDIT_KEYS, fields.report)
        if not inner.has("name") and not inner.has("org"):
            fields.report.error(node.start_mark, "missing-key", "a credit must have a `name` or an `org`")
        found.append(Credit(inner.text("role"), inner.text("name"), inner.text("org")))
    return tuple(found)
