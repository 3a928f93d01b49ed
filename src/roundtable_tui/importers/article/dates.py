"""Dates in an article: when the talk was held, and when the article was published."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roundtable_tui.text.dates import parse_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roundtable_tui.importers.article.draft import Draft
    from roundtable_tui.importers.lines import Line

_N = r"[0-9０-９〇一二三四五六七八九十元]{1,4}"
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = re.compile(
    rf"(?:(?:明治|大正|昭和|平成|令和|西暦)\s*)?{_N}\s*年(?:[(（][^()（）]{{2,8}}年[)）])?"
    rf"(?:\s*{_N}\s*月(?:\s*{_N}\s*日)?)?"
    r"|(?<![0-9])[12][0-9]{3}[-/.][0-9]{1,2}(?:[-/.][0-9]{1,2})?(?![0-9])"
    rf"|[0-9]{{1,2}}(?:st|nd|rd|th)? {_MONTH},? [12][0-9]{{3}}|{_MONTH} [0-9]{{1,2}},? [12][0-9]{{3}}"
)
_AROUND = r"[\s(（)）月火水木金土日祝曜・0-9:：~～〜\-–時分からまで]*"
_HELD_LABEL = re.compile(
    r"[\W_]*(?:開催日時?|開催|日時|実施日時?|収録日?|対談日|座談会実施日|日程|date)\s*[:：|｜/／\s]\s*(?=\S)", re.I
)
_PUBLISHED_LABEL = re.compile(
    r"[\W_]*(?:公開日?|掲載日?|発行日?|配信日?|投稿日?|published)\s*[:：|｜/／\s]?\s*(?=\S)", re.I
)
_HELD_VERB = re.compile(
    r"実施|開催|行(?:い|っ|わ|な)|おこな|収録|開(?:き|い|か)|集ま|取材|対談し|座談会をし|held", re.I
)


def dates_in(text: str) -> list[tuple[str, str]]:
    """Return each date in `text` as printed and in ISO 8601; what no calendar has is left out."""
    found = ((match[0], parse_date(match[0])) for match in _DATE.finditer(text))
    return [(printed, iso) for printed, iso in found if iso]


def is_date(text: str) -> bool:
    """Return whether `text` is a date and nothing else but a weekday or a time."""
    dates = dates_in(text)
    return bool(dates) and bool(re.fullmatch(_AROUND, text.replace(dates[0][0], "", 1)))


def take_date_line(line: Line, draft: Draft) -> bool:
    """Read a line that is only a date, or a date with a label (開催日, 公開日); return whether `line` is one.

    What is more than the date as printed is kept by setting the line aside.
    """
    for pattern, field in ((_HELD_LABEL, "held"), (_PUBLISHED_LABEL, "published")):
        label = pattern.match(line.text)
        if label and is_date(line.text[label.end() :]):
            printed, iso = dates_in(line.text[label.end() :])[0]
            if getattr(draft, field):
                draft.report.set_aside(line, f"a second date for {field}")
                return True
            setattr(draft, field, iso)
            if field == "held":
                draft.held_label = printed
            draft.report.set_aside(line, f"read as {field}: {iso}")
            return True
    if not is_date(line.text):
        return False
    draft.report.set_aside(line, "a date that does not say of what: held or published?")
    return True


def read_held(lines: Sequence[Line], draft: Draft) -> None:
    """Read from sentences such as `令和3年11月10日に…実施しました` when the talk was held."""
    found = [
        (line, printed, iso)
        for line in lines
        for sentence in re.split(r"(?<=[。!！?？])", line.text)
        if _HELD_VERB.search(sentence)
        for printed, iso in dates_in(sentence)
    ]
    if not found or draft.held:
        return
    line, draft.held_label, draft.held = found[0]
    if len({iso for _line, _printed, iso in found}) > 1:
        draft.report.doubt(line, f"more than one date; {draft.held_label} was read as the day of the talk")
