"""The importer of articles: parts the lines into what stands before, in and behind the talk, and puts all together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roundtable_tui.importers.article.body import Body
from roundtable_tui.importers.article.breaks import are_lost, restored
from roundtable_tui.importers.article.cast import find_cast, is_cast_header
from roundtable_tui.importers.article.draft import Draft
from roundtable_tui.importers.article.facts import TALK
from roundtable_tui.importers.article.front import read_front
from roundtable_tui.importers.article.hits import find_hits
from roundtable_tui.importers.article.tail import read_tail
from roundtable_tui.importers.article.talk import Talk
from roundtable_tui.importers.failure import NotImportedError
from roundtable_tui.importers.imported import Imported
from roundtable_tui.importers.lines import split_lines
from roundtable_tui.importers.report import Report
from roundtable_tui.importers.speakers.participants import participants
from roundtable_tui.importers.speakers.positions import split_position
from roundtable_tui.importers.speakers.voices import Voice
from roundtable_tui.model import Note, Transcript
from roundtable_tui.text.scripts import has_kana

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roundtable_tui.importers.article.cast import Cast
    from roundtable_tui.importers.article.hits import Hit
    from roundtable_tui.importers.lines import Line

_VERSUS = re.compile(r"([^\s~～〜―─—|｜「」『』【】:：]+)[×✕✖xX]([^\s~～〜―─—|｜「」『』【】:：]+)")
_LONGEST_TITLE = 200
"""How much of a title, in code points, is looked at for the sides of a talk."""

_SAMPLE = 50_000
"""How much of a source, in code points, is looked at to tell whether it is an article: more than most of them have."""


class ArticleImporter:
    """Reads an article as plain text; see `Importer` for what each member does."""

    name = "article"
    summary = "an article as plain text, with the name of each speaker above or before the words"

    def likeness(self, text: str) -> int:
        """Return 90 where participants are listed and speak, 50 where names recur like labels, else 0."""
        cast, lines = _without_cast(_with_blocks(split_lines(text[:_SAMPLE]), Report()))
        hits = find_hits(lines, cast, Report())
        if len(hits) < 2 or len({id(hit.voice) for hit in hits.values()}) < 2:
            return 0
        return 90 if cast is not None else 50

    def read(self, text: str) -> Imported:
        """Return the transcript of the article `text`; raises NotImportedError where nobody speaks in it."""
        return read_article(split_lines(text), Draft())


def read_article(lines: Sequence[Line], draft: Draft) -> Imported:
    """Return the transcript of the article that `lines` are; what `draft` says already stays.

    Raises NotImportedError where nobody speaks in it.
    """
    cast, lines = _without_cast(_with_blocks(lines, draft.report))
    hits = find_hits(lines, cast, draft.report)
    if not hits:
        raise NotImportedError(
            "no line names a speaker; an article has a list such as 参加者 and a participant's name above each turn"
        )
    talk = Talk()
    _read_around(lines, cast, hits, talk, draft)
    return _imported(cast, hits, talk, draft)


def _with_blocks(lines: Sequence[Line], report: Report) -> Sequence[Line]:
    return restored(lines, report) if are_lost(lines) else lines


def _without_cast(lines: Sequence[Line]) -> tuple[Cast | None, Sequence[Line]]:
    cast = find_cast(lines)
    return cast, lines if cast is None else [*lines[: cast.start], *lines[cast.end :]]


def _read_around(lines: Sequence[Line], cast: Cast | None, hits: dict[int, Hit], talk: Talk, draft: Draft) -> None:
    """Read `lines`, from which the cast was taken out, in the order front, talk, tail."""
    body = Body(lines, hits)
    start = body.start(cast.start if cast is not None and cast.start <= body.first else None)
    read_front(lines[:start], frozenset(line.text for line in lines[start:]), draft)
    if not draft.title:
        draft.report.doubt(lines[0], "no line above the talk can be the title; the transcript has none")
    end = body.read(start, talk, draft)
    read_tail(lines[end:], talk, draft, apart=body.is_compact_after(talk))
    if cast is None:
        _doubt_headers(lines, draft)
    else:
        _account_for(cast, hits, draft)


def _doubt_headers(lines: Sequence[Line], draft: Draft) -> None:
    for line in lines:
        if is_cast_header(line.text):
            draft.report.doubt(line, "seems to be the heading of the participants, but nobody could be read below it")


def _account_for(cast: Cast, hits: dict[int, Hit], draft: Draft) -> None:
    """Report the lines of the cast that are in no field, and those that may name no person."""
    draft.honorifics = draft.honorifics or cast.honorifics
    if cast.header is not None:
        draft.report.set_aside(cast.header, "the heading of the participants")
    for line in cast.unread:
        draft.report.set_aside(line, "stands among the participants but names nobody else")
    for person in cast.people:
        if person.called:
            draft.report.set_aside(person.line, f"read as a participant, called {person.called} from here on")
    for line in cast.groups:
        draft.report.set_aside(line, "where the participants below it belong; read as the first part of their position")
    speaking = {hit.voice.person.line.number for hit in hits.values() if hit.voice.person}
    for person in cast.strays:
        if person.line.number not in speaking:
            draft.report.doubt(person.line, "read as a participant, but without a position and silent; is it a name?")


def _imported(cast: Cast | None, hits: dict[int, Hit], talk: Talk, draft: Draft) -> Imported:
    sides = [side for found in _VERSUS.findall(draft.title[:_LONGEST_TITLE]) for side in map(_side, found)]
    people = participants(_voices(cast, hits), sides)
    sections = talk.sections(people, draft.report)
    _doubt_what_is_empty(talk, draft)
    transcript = Transcript(
        id=_id(draft),
        title=draft.title,
        subtitle=draft.subtitle,
        series=draft.series,
        publication=draft.publication,
        issue=draft.issue,
        part=draft.part,
        parts=draft.parts,
        previous=draft.previous,
        next=draft.next,
        held=draft.held,
        held_label=draft.held_label,
        published=draft.published,
        lang="ja" if _is_japanese(talk) else "",
        lead="\n".join(draft.lead),
        notes=tuple(Note(term, meaning) for term, meaning in draft.notes.items()),
        agenda=tuple(draft.agenda),
        honorifics=draft.honorifics,
        image=draft.image,
        participants=tuple(people.values()),
        sections=sections,
        closing="\n".join(draft.closing),
        credits=tuple(draft.credits),
        back_numbers=tuple(draft.back_numbers),
    )
    return Imported(transcript, draft.report.all_set_aside, draft.report.all_doubts)


def _voices(cast: Cast | None, hits: dict[int, Hit]) -> list[Voice]:
    """Return everybody of the cast in its order, then everybody else in the order of their first turn."""
    spoken = list({id(hit.voice): hit.voice for _, hit in sorted(hits.items())}.values())
    by_line = {voice.person.line.number: voice for voice in spoken if voice.person}
    listed = [by_line.get(person.line.number) or Voice(person) for person in (cast.people if cast else ())]
    return listed + [voice for voice in spoken if voice not in listed]


def _is_japanese(talk: Talk) -> bool:
    return any(has_kana(text) for run in talk.runs for part in run.parts for text in part.paragraphs)


def _side(printed: str) -> str:
    """Return the place that one side of `架空市CIO×県CIO座談会` is named for."""
    return split_position(TALK.sub("", printed))[0]


def _doubt_what_is_empty(talk: Talk, draft: Draft) -> None:
    first = talk.runs[0] if talk.runs else None
    if first is not None and not first.headings and first.parts:
        draft.report.doubt(first.parts[0].line, "no heading stands above the first turn; the section has none")
    for run in talk.runs:
        if run.headings and not run.parts:
            draft.report.doubt(run.headings[-1], "a heading with no turn below it")
        for part in run.parts:
            if not part.paragraphs:
                draft.report.doubt(part.line, "a label with no text below it")


def _id(draft: Draft) -> str:
    """Return the id of the piece, `014-2` or `014`; empty where the number of the issue is unknown."""
    if draft.issue is None:
        return ""
    return f"{draft.issue:03d}" + (f"-{draft.part}" if draft.part is not None else "")
