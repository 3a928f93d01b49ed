"""Markdown (CommonMark 0.31 with YAML front matter) that can be quoted: every word, who said it, and where it is from.

Each paragraph of a turn is one paragraph. A speaker's label stands before the turn in bold, alone in its paragraph;
narration is in italics and a figure in a block quote, so that neither can be taken for a speaker's words, and
a horizontal rule ends the talk. Headings are those of the piece.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.export import commonmark, details
from roundtable_tui.export.front_matter import front_matter
from roundtable_tui.export.selection import select
from roundtable_tui.export.visible import visible
from roundtable_tui.export.words import words_for
from roundtable_tui.model import paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from roundtable_tui.export.selection import Selection
    from roundtable_tui.export.words import Words
    from roundtable_tui.model import Figure, Transcript, Turn

_RULE = "---"


def markdown(
    transcript: Transcript, section: tuple[int, ...] = (), *, turn: int | None = None, names: bool = True
) -> str:
    """Return the piece, or the section at `section`, or the turn numbered `turn`, as Markdown.

    Without `names` the personal names are left out, see `export.anonymous`. Raises `selection.UnknownPlaceError`.
    """
    return document(select(transcript, section, turn=turn, names=names))


def document(selection: Selection) -> str:
    """Return `selection` as a Markdown document that ends in a line break."""
    words = words_for(selection.transcript)
    blocks = [*_before(selection, words), *_talk(selection, words), *_after(selection, words)]
    return front_matter(selection) + "\n" + "\n\n".join(filter(None, blocks)) + "\n"


def _before(selection: Selection, words: Words) -> Iterator[str]:
    """Yield what stands before the talk, block by block: title, date, lead, agenda, notes, speakers."""
    transcript = selection.transcript
    if transcript.title:
        yield commonmark.heading(1, visible(transcript.title))
    yield from _paragraphs(transcript.subtitle)
    about = (details.issue(transcript, words), transcript.publication, details.date(transcript, words))
    yield commonmark.paragraph(_one_line(" · ".join(filter(None, about))))
    if selection.whole:
        if transcript.image:
            yield _figure(transcript.image, transcript.image.caption, words)
        yield from _paragraphs(transcript.lead)
        yield from _list(words.agenda, map(_item, transcript.agenda))
    yield from _list(words.notes, (_definition(note.term, note.text) for note in selection.notes))
    people = words.participants + words.remark(transcript.honorifics)
    cast = ((person.label, details.described(person, words)) for person in selection.cast)
    yield from _list(people, (_definition(label, described) for label, described in cast))


def _talk(selection: Selection, words: Words) -> Iterator[str]:
    for block in selection.blocks:
        yield commonmark.heading(len(block.path) + 1, visible(block.heading))
        for turn in block.turns:
            yield from _turn(turn, words)


def _turn(turn: Turn, words: Words) -> Iterator[str]:
    if turn.kind == "figure":
        yield _figure(turn.figure, turn.text, words)
    elif turn.kind == "narration":
        yield from (commonmark.emphasis_paragraph(visible(paragraph)) for paragraph in turn.paragraphs)
    else:
        yield commonmark.strong(visible(turn.shown_label))
        yield from _paragraphs(turn.text)


def _after(selection: Selection, words: Words) -> Iterator[str]:
    """Yield what stands after the talk: closing, credits, and the reference to quote it by."""
    transcript = selection.transcript
    yield _RULE
    if selection.whole and (transcript.closing or transcript.credits):
        yield from _paragraphs(transcript.closing)
        yield _bullets(_item(details.credited(credit, words)) for credit in transcript.credits)
        yield _RULE
    yield _bullets(_reference(selection, words))


def _reference(selection: Selection, words: Words) -> Iterator[str]:
    transcript = selection.transcript
    address = commonmark.link(_one_line(transcript.source)) if transcript.source else ""
    source = words.comma.join(filter(None, (_phrase(details.cited(selection, words)), address)))
    yield f"{words.source}: {source}"
    if transcript.licence:
        yield f"{words.licence}: {_phrase(transcript.licence)}"
    yield f"{words.place}: {_phrase(details.place(selection))}"
    if selection.only:
        yield f"{words.excerpt}: {_phrase(_one_line(selection.only))}"
    if not selection.names:
        yield words.nameless


def _paragraphs(text: str) -> Iterator[str]:
    for start, end in paragraphs_of(text):
        yield commonmark.paragraph(visible(text[start:end]))


def _figure(figure: Figure | None, caption: str, words: Words) -> str:
    parts = [commonmark.paragraph(_one_line(details.pictured(figure, words))), *_paragraphs(caption)]
    return "\n>\n".join(f"> {part}" for part in parts)


def _list(title: str, items: Iterable[str]) -> Iterator[str]:
    """Yield a line and the list under it, or nothing for no items."""
    listed = _bullets(items)
    if listed:
        yield f"{_phrase(title)}:"
        yield listed


def _bullets(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items if item)


def _definition(term: str, text: str) -> str:
    """Return a list item: the term in bold, the first paragraph after it, the others under it."""
    name, paragraphs = commonmark.strong(visible(term)), list(_paragraphs(text))
    if name and paragraphs:
        start, end = paragraphs_of(text)[0]
        paragraphs[0] = f"{name}: {_phrase(text[start:end])}"
    return "\n\n  ".join(paragraphs or [name])


def _item(text: str) -> str:
    return commonmark.paragraph(visible(text))


def _phrase(text: str) -> str:
    return commonmark.phrase(visible(text))


def _one_line(text: str) -> str:
    return visible(text).replace("\n", " ")
