"""Quotations from many pieces as a Markdown list: every word, who said it, and where each is from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.export import commonmark, details
from roundtable_tui.export.selection import Selection
from roundtable_tui.export.visible import visible
from roundtable_tui.export.words import words_for
from roundtable_tui.model import paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from roundtable_tui.export.words import Words
    from roundtable_tui.model import Anchor, Transcript


class Quotation(NamedTuple):
    """Words of `transcript` at `anchor`, quoted as they stand there.

    A turn is quoted whole. `kind` says what other words are, such as a heading; it is empty for a turn.
    """

    transcript: Transcript
    anchor: Anchor
    text: str
    kind: str = ""


def citations(title: str, quotations: Iterable[Quotation]) -> str:
    """Return a Markdown document (CommonMark 0.31): `title` as its heading, then an item for each quotation.

    An item names the speaker with name, organisation and role, quotes paragraph by paragraph, and says title, issue,
    part, date, anchor, headings and source of the piece, in the language of the piece.
    """
    heading = commonmark.heading(1, visible(title).replace("\n", " "))
    return "\n\n".join([heading, *map(_item, quotations)]) + "\n"


def _item(quotation: Quotation) -> str:
    words = words_for(quotation.transcript)
    quoted = "\n>\n".join(f"> {paragraph}" for paragraph in _paragraphs(quotation))
    blocks = filter(None, (_speaker(quotation, words), quoted, _reference(quotation, words)))
    lines = "\n\n".join(blocks).split("\n")
    return "\n".join(["- " + lines[0], *(f"  {line}" if line else "" for line in lines[1:])])


def _speaker(quotation: Quotation, words: Words) -> str:
    """Return who speaks, or what is quoted where nobody does; nothing for narration."""
    turn = quotation.transcript.turn(quotation.anchor.turn) if quotation.anchor.turn else None
    if quotation.kind or turn is None:
        return commonmark.strong(visible(quotation.kind))
    if turn.kind == "figure":
        return commonmark.paragraph(_one_line(details.pictured(turn.figure, words)))
    if turn.kind != "speech":
        return ""
    described = details.described(turn.speaker, words) if turn.speaker else ""
    return commonmark.strong(visible(turn.shown_label)) + commonmark.phrase(_one_line(words.remark(described)))


def _paragraphs(quotation: Quotation) -> Iterator[str]:
    turn = quotation.transcript.turn(quotation.anchor.turn) if quotation.anchor.turn else None
    told = turn is not None and turn.kind == "narration" and not quotation.kind
    for start, end in paragraphs_of(quotation.text):
        text = visible(quotation.text[start:end])
        yield commonmark.emphasis_paragraph(text) if told else commonmark.paragraph(text)


def _reference(quotation: Quotation, words: Words) -> str:
    selection = Selection(quotation.transcript, quotation.anchor, ())
    source = _one_line(quotation.transcript.source)
    parts = (
        commonmark.phrase(_one_line(details.cited(selection, words))),
        commonmark.phrase(_one_line(details.place(selection))),
        commonmark.link(source) if source else "",
    )
    return f"{words.source}: " + words.comma.join(filter(None, parts))


def _one_line(text: str) -> str:
    return visible(text).replace("\n", " ")
