"""The words that the page adds to a piece: its number, its dates, the captions of its lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.config.language import _
from roundtable_tui.text.dates import both_calendars

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    printed, other = both_calendars(transcript.held, transcript.held_label, transcript.lang)
    held = _bracketed(printed, other, transcript.lang)
    published = _("published {date}").format(date=transcript.published) if transcript.published else ""
    return "  ".join(filter(None, (held, published)))


def cast_caption(transcript: Transcript) -> str:
    """Return the caption over the list of participants, with the note on honorifics as printed."""
    return _bracketed(_("Participants"), transcript.honorifics, transcript.lang)


def _bracketed(text: str, remark: str, lang: str) -> str:
    """Return `text` with `remark` in the brackets of the language, or either alone."""
    if not text or not remark:
        return text or remark
    return f"{text} ({remark})" if lang.lower().startswith("en") else f"{text}（{remark}）"


def link_words(link: Link, titles: Mapping[str, str]) -> str:
    """Return how a link to another piece is shown: id and title, the latter from `titles` by id, and its address."""
    return " ".join(filter(None, (link.id, link.title or titles.get(link.id, ""), link.url)))
