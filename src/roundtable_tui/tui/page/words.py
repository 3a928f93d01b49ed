"""The words that the page adds to a piece: its number, its dates, the captions of its lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.config.language import _
from roundtable_tui.text.dates import both_calendars

if TYPE_CHECKING:
    from roundtable_tui.model import Link, Transcript


def number_words(issue: int | None, part: int | None, parts: int | None = None) -> str:
    """Return how the number and part of an issue are named, such as `第14回 2/2`; nothing where neither is known."""
    words = []
    if issue is not None:
        words.append(_("No. {issue}").format(issue=issue))
    if part is not None:
        words.append(f"{part}/{parts}" if parts else _("part {part}").format(part=part))
    return " ".join(words)


def series_words(transcript: Transcript) -> str:
    """Return publication, series, number and part on one line, leaving out what the piece does not have."""
    number = number_words(transcript.issue, transcript.part, transcript.parts)
    series = " ".join(filter(None, (transcript.series, number)))
    return " ・ ".join(filter(None, (transcript.publication, series)))


def date_words(transcript: Transcript) -> str:
    """Return when the talk was held, as printed and in the other calendar, and when it was published."""
    printed, other = both_calendars(transcript.held, transcript.held_label)
    held = f"{printed}（{other}）" if printed and other else printed or other
    published = _("published {date}").format(date=transcript.published) if transcript.published else ""
    return "  ".join(filter(None, (held, published)))


def cast_caption(transcript: Transcript) -> str:
    """Return the caption over the list of participants, with the note on honorifics as printed."""
    caption = _("Participants")
    return f"{caption}（{transcript.honorifics}）" if transcript.honorifics else caption


def link_words(link: Link) -> str:
    """Return how a link to another piece is shown: its title as printed, else its id, then its address."""
    return " ".join(filter(None, (link.title or link.id, link.url)))
