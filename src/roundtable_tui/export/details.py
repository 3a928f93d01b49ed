"""What a reader has to know about a piece to quote it, as phrases in the language of the piece."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.export.words import JAPANESE

if TYPE_CHECKING:
    from roundtable_tui.export.selection import Selection
    from roundtable_tui.export.words import Words
    from roundtable_tui.model import Credit, Figure, Participant, Transcript

PATH_SEPARATOR = " › "
"""Between the headings that lead to a place."""


def issue(transcript: Transcript, words: Words) -> str:
    """Return series, issue and part as one phrase: まちの円卓 第4回（全2回の1）."""
    number = "" if transcript.issue is None else words.issue.format(issue=transcript.issue)
    if transcript.part is None:
        part = ""
    else:
        pattern = words.one_part if transcript.parts is None else words.part
        part = pattern.format(part=transcript.part, parts=transcript.parts)
    counted = number + words.remark(part) if number else part
    return " ".join(filter(None, (transcript.series, counted)))


def date(transcript: Transcript, words: Words) -> str:
    """Return the day of the talk in both calendars, as printed first: 令和3年11月10日（2021年11月10日）."""
    from roundtable_tui.text.dates import both_calendars

    printed, other = both_calendars(transcript.held, transcript.held_label, "ja" if words is JAPANESE else "en")
    return f"{printed}{words.remark(other)}" if printed else other


def described(person: Participant, words: Words) -> str:
    """Return name, reading, organisation and role of `person` as one phrase, nothing where only the label is known."""
    name = person.name if person.name != person.label else ""
    if name or person.kana:
        name = (name or person.label) + words.remark(person.kana)
    standing = [person.position] if words is JAPANESE else [person.role, person.org]
    if person.position == person.label:  # as `export.anonymous` calls people
        standing = []
    return words.comma.join(filter(None, [name, *standing]))


def pictured(figure: Figure | None, words: Words) -> str:
    """Return what a figure shows, where it is and whose it is, without its caption: 図: 会議室（images/1.png）."""
    if figure is None:
        return words.figure
    shown = ": ".join(filter(None, (words.figure, figure.alt)))
    credit = words.photo.format(credit=figure.credit) if figure.credit else ""
    return shown + words.remark(words.comma.join(filter(None, (figure.src, credit))))


def credited(credit: Credit, words: Words) -> str:
    """Return one of those who made the piece: 文: 久保 蓮（県デジタル局）."""
    who = credit.name + words.remark(credit.org) if credit.name else credit.org
    return ": ".join(filter(None, (credit.role, who)))


def cited(selection: Selection, words: Words) -> str:
    """Return the reference that belongs under a quotation, without the address of the piece."""
    transcript = selection.transcript
    title = " ".join(filter(None, (transcript.title, transcript.subtitle)))
    parts = [
        words.quote.format(text=title) if title else "",
        issue(transcript, words),
        transcript.publication,
        date(transcript, words),
    ]
    return words.comma.join(filter(None, parts))


def place(selection: Selection) -> str:
    """Return where in the piece the selection is: `014-2#1.1 紙をやめてみた › まずは会議から`."""
    path = PATH_SEPARATOR.join(filter(None, selection.headings))
    return " ".join(filter(None, (str(selection.anchor), path)))
