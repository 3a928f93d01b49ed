"""Quotations as Markdown: every word, who said it, and where it is from; one citation, or a list of many."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.export import commonmark, details
from roundtable_tui.export.selection import Selection
from roundtable_tui.export.visible import visible
from roundtable_tui.export.words import words_for
from roundtable_tui.model import Anchor, paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from roundtable_tui.export.words import Words
    from roundtable_tui.model import Transcript


class Quotation(NamedTuple):
    """Words of `transcript` at `anchor`, quoted as they stand there: all of a turn, or a part of it.

    `kind` says what words other than a turn's are, such as a heading; it is empty for a turn. `remark` is a reader's
    own note on the quotation, which stands after it and apart from it.
    """

    transcript: Transcript
    anchor: Anchor
    text: str
    kind: str = ""
    remark: str = ""


def citations(title: str, quotations: Iterable[Quotation]) -> str:
    """Return a Markdown document (CommonMark 0.31): `title` as its heading, then an item for each quotation.

    An item names the speaker with name, organisation and role, quotes paragraph by paragraph, says title, issue,
    part, date, anchor, headings and source of the piece, in the language of the piece, and last the reader's remark.
    """
    heading = commonmark.heading(1, visible(title).replace("\n", " "))
    return "\n\n".join([heading, *map(_item, quotations)]) + "\n"


def citation(quotations: Sequence[Quotation]) -> str:
    """Return quotations of one piece, in its order, as one citation in Markdown that ends in a line break.

    Every quotation stands under its speaker with name, organisation and role; where all of them are from is said once,
    after the last. Raises ValueError for no quotation, and for quotations of several pieces.
    """
    if len({id(quotation.transcript) for quotation in quotations}) != 1:
        raise ValueError("a citation is of one piece")
    words = words_for(quotations[0].transcript)
    blocks = [block for quotation in quotations for block in _quoted(quotation, words)]
    return "\n\n".join([*blocks, _reference(quotations, words)]) + "\n"


def quotations_of(selection: Selection) -> tuple[Quotation, ...]:
    """Return a quotation for each turn of `selection`."""
    transcript = selection.transcript
    return tuple(Quotation(transcript, Anchor(transcript.id, turn=turn.number), turn.text) for turn in selection.turns)


def _item(quotation: Quotation) -> str:
    words = words_for(quotation.transcript)
    remark = [commonmark.paragraph(visible(line)) for line in filter(None, quotation.remark.split("\n"))]
    lines = "\n\n".join([*_quoted(quotation, words), _reference([quotation], words), *remark]).split("\n")
    return "\n".join(["- " + lines[0], *(f"  {line}" if line else "" for line in lines[1:])])


def _quoted(quotation: Quotation, words: Words) -> Iterator[str]:
    """Yield who speaks, where anybody does, and the words as a block quote."""
    quoted = "\n>\n".join(f"> {paragraph}" for paragraph in _paragraphs(quotation))
    yield from filter(None, (_speaker(quotation, words), quoted))


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


def _reference(quotations: Sequence[Quotation], words: Words) -> str:
    first = quotations[0]
    selection = Selection(first.transcript, first.anchor, ())
    source = _one_line(first.transcript.source)
    parts = (
        commonmark.phrase(_one_line(details.cited(selection, words))),
        commonmark.phrase(_one_line(_places(quotations))),
        commonmark.link(source) if source else "",
    )
    return f"{words.source}: " + words.comma.join(filter(None, parts))


def _places(quotations: Sequence[Quotation]) -> str:
    """Return where the quotations stand: `014-2:7`, or `014-2:7–9` for several turns, each run with its headings."""
    transcript = quotations[0].transcript
    numbers = [quotation.anchor.turn for quotation in quotations if quotation.anchor.turn]
    if len(numbers) < len(quotations) or len(numbers) == 1:
        anchors = dict.fromkeys(quotation.anchor for quotation in quotations)
        return "; ".join(details.place(Selection(transcript, anchor, ())) for anchor in anchors)
    from roundtable_tui.export.numbers import write_numbers

    by_section: dict[tuple[int, ...], list[int]] = {}
    for number in numbers:
        by_section.setdefault(transcript.section_of(transcript.turns[number - 1]).path, []).append(number)
    return "; ".join(
        f"{transcript.id}:{write_numbers(own)} {details.PATH_SEPARATOR.join(filter(None, transcript.headings(path)))}"
        for path, own in by_section.items()
    ).rstrip()


def _one_line(text: str) -> str:
    return visible(text).replace("\n", " ")
