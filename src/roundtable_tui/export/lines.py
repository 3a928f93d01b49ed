"""A selection as lines of plain text with what each of them is: the text export writes them, `show` styles them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from roundtable_tui.export import details
from roundtable_tui.export.words import words_for
from roundtable_tui.model import NARRATION, Anchor, paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roundtable_tui.export.selection import Block, Selection
    from roundtable_tui.export.words import Words
    from roundtable_tui.model import Turn

Kind = Literal["title", "detail", "heading", "label", "text", "narration", "figure", "rule", "blank"]


class Line(NamedTuple):
    """One line, unsanitised and unwrapped; a paragraph is one line."""

    kind: Kind
    text: str = ""


BLANK = Line("blank")
RULE = Line("rule", NARRATION * 4)


def lines(selection: Selection) -> Iterator[Line]:
    """Yield the lines of `selection`: what the piece is, its talk, and for a whole piece what stands around it.

    Every turn stands between blank lines under the label of its speaker. Narration begins with ― as in print, a figure
    with what it shows in brackets, so that neither can be taken for a speaker's words.
    """
    words = words_for(selection.transcript)
    yield from _top(selection, words)
    for block in selection.blocks:
        yield from _block(block, selection.transcript.id, words)
    if selection.whole:
        yield from _bottom(selection, words)


def reference(selection: Selection) -> Iterator[Line]:
    """Yield the lines that belong under a quotation: source, licence and place."""
    transcript = selection.transcript
    words = words_for(transcript)
    yield BLANK
    yield RULE
    source = words.comma.join(filter(None, (details.cited(selection, words), transcript.source)))
    yield Line("detail", f"{words.source}: {_one_line(source)}")
    if transcript.licence:
        yield Line("detail", f"{words.licence}: {_one_line(transcript.licence)}")
    yield Line("detail", f"{words.place}: {_one_line(details.place(selection))}")
    if selection.only:
        yield Line("detail", f"{words.excerpt}: {_one_line(selection.only)}")
    if not selection.names:
        yield Line("detail", words.nameless)


def _top(selection: Selection, words: Words) -> Iterator[Line]:
    transcript = selection.transcript
    yield Line("title", _one_line(transcript.title))
    yield from _paragraphs("title", transcript.subtitle)
    for phrase in (details.issue(transcript, words), transcript.publication, details.date(transcript, words)):
        yield from _paragraphs("detail", _one_line(phrase))
    if selection.whole:
        if transcript.image:
            yield BLANK
            yield Line("figure", f"[{_one_line(details.pictured(transcript.image, words))}]")
            yield from _paragraphs("text", transcript.image.caption)
        yield from _group("", transcript.lead)
        yield from _group(words.agenda, "\n".join(map(_one_line, transcript.agenda)))
    notes = (f"※{_one_line(note.term)}: {note.text}" for note in selection.notes)
    yield from _group("", "\n".join(notes))
    people = (
        ": ".join(filter(None, (_one_line(person.label), _one_line(details.described(person, words)))))
        for person in selection.cast
    )
    yield from _group(words.participants + words.remark(transcript.honorifics), "\n".join(people))


def _block(block: Block, piece: str, words: Words) -> Iterator[Line]:
    yield BLANK
    number = str(Anchor(piece, block.path)).removeprefix(piece)
    yield Line("heading", " ".join(filter(None, (number, _one_line(block.heading)))))
    for turn in block.turns:
        yield BLANK
        yield from _turn(turn, words)


def _turn(turn: Turn, words: Words) -> Iterator[Line]:
    if turn.kind == "figure":
        yield Line("figure", f"[{_one_line(details.pictured(turn.figure, words))}]")
        yield from _paragraphs("text", turn.text)
    elif turn.kind == "narration":
        yield from (Line("narration", NARRATION + paragraph) for paragraph in turn.paragraphs)
    else:
        yield Line("label", _one_line(turn.shown_label))
        yield from _paragraphs("text", turn.text)


def _bottom(selection: Selection, words: Words) -> Iterator[Line]:
    transcript = selection.transcript
    made_by = (_one_line(details.credited(credit, words)) for credit in transcript.credits)
    text = "\n".join(filter(None, (transcript.closing, *made_by)))
    if text:
        yield BLANK
        yield RULE
        yield from _paragraphs("text", text)


def _group(title: str, text: str) -> Iterator[Line]:
    """Yield a blank line, a title where there is one, and the paragraphs of `text`; nothing for no text."""
    if text:
        yield BLANK
        if title:
            yield Line("detail", f"{_one_line(title)}:")
        yield from _paragraphs("text", text)


def _paragraphs(kind: Kind, text: str) -> Iterator[Line]:
    yield from (Line(kind, text[start:end]) for start, end in paragraphs_of(text))


def _one_line(text: str) -> str:
    return text.replace("\n", " ")
