"""What sentences say about the piece as a whole: its number in a series, its part, the series, the publication."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roundtable_tui.importers.article.links import parts_in
from roundtable_tui.importers.numerals import NUMBER, number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roundtable_tui.importers.article.draft import Draft
    from roundtable_tui.importers.lines import Line

TALK = re.compile(
    r"座談会|対談|鼎談|会談|トーク|ミーティング|インタビュー|円卓|シンポジウム|パネルディスカッション|round table|talk",
    re.I,
)
"""What a round table may call itself."""

_NTH = re.compile(rf"第\s*(?P<n>{NUMBER})\s*[回号弾]|(?:\bvol\.?|\bno\.?|№|[#＃])\s*(?P<m>[0-9０-９]+)", re.IGNORECASE)
_QUOTED = re.compile(r"[「『]([^「」『』]+)[」』]")
_PUBLISHED = re.compile(r"[「『]([^「」『』]+)[」』](?:という[^「」。、]{0,8})?を(?:発行|配信|刊行|創刊)")
_PERIODICAL = re.compile(
    r"[「『]([^「」『』]*(?:マガジン|通信|だより|便り|新聞|ニュース|レター|ジャーナル|広報|magazine|journal))[」』]",
    re.I,
)
_PARTS = (
    (re.compile(rf"[(（〔［\[]\s*({NUMBER})\s*[/／]\s*({NUMBER})\s*[)）〕］\]]"), None),
    (re.compile(r"[①-⑳]"), None),
    (re.compile(rf"(?:その|パート|part\.?|pt\.)\s*({NUMBER})", re.IGNORECASE), None),
    (re.compile(r"前[編篇半]|[(（【〔\[]上[)）】〕\]]"), 1),
    (re.compile(r"中[編篇]|[(（【〔\[]中[)）】〕\]]"), 2),
    (re.compile(r"後[編篇半]|[(（【〔\[]下[)）】〕\]]"), None),
)
_LONE_NUMBER = re.compile(rf"[(（〔［\[【]\s*({NUMBER})\s*[)）〕］\]】]|([Ⅰ-Ⅻ])")
"""What says which part it is where a number of parts is printed, and may be the number of the issue elsewhere."""

_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"


def read_facts(title: Sequence[Line], lead: Sequence[Line], draft: Draft) -> None:
    """Fill in what the lines of the title and of the lead say; what a line of its own has said already stays."""
    _read_part(title, draft)
    if draft.parts is None:
        draft.parts = next(filter(None, (parts_in(line.text) for line in (*title, *lead))), None)
    if draft.part is None and title:
        _read_last_part(title, draft)
    if draft.part is None and draft.parts is not None:
        _read_lone_number(title, draft)
    _check_parts(title, draft)
    _read_issue(title, lead, draft)
    for pattern in (_PUBLISHED, _PERIODICAL):
        names = [found[1] for line in lead for found in pattern.finditer(line.text)]
        draft.publication = draft.publication or next(iter(names), "")


def _read_part(title: Sequence[Line], draft: Draft) -> None:
    for pattern, part in _PARTS[:-1]:
        for line in title:
            found = pattern.search(line.text)
            if found is None or draft.part is not None:
                continue
            draft.part = part or number(found[1] if pattern.groups else found[0]) or None
            if pattern.groups > 1 and draft.parts is None:
                draft.parts = number(found[2]) or None


def _read_last_part(title: Sequence[Line], draft: Draft) -> None:
    """Read 後編, which is the last part, however many there are."""
    line = next((line for line in title if _PARTS[-1][0].search(line.text)), None)
    if line is None:
        return
    if draft.parts is None:
        draft.parts = 2
        draft.report.doubt(line, "the last part; read as part 2 of 2, because no number of parts is printed")
    draft.part = draft.parts


def _read_lone_number(title: Sequence[Line], draft: Draft) -> None:
    """Read (2) and Ⅱ in the title of one part of several; else say that the number of the part is unknown."""
    found = next(filter(None, (_LONE_NUMBER.search(line.text) for line in title)), None)
    if found is not None:
        draft.part = (_ROMAN.index(found[2]) + 1 if found[2] else number(found[1])) or None
    elif title:
        draft.report.doubt(title[0], f"one of {draft.parts} parts, but which one is not printed; add `part: `")


def _check_parts(title: Sequence[Line], draft: Draft) -> None:
    if draft.part is not None and draft.parts is not None and draft.part > draft.parts:
        draft.report.doubt(title[0], f"part {draft.part} of {draft.parts} cannot be; the number of parts was left out")
        draft.parts = None


def _read_issue(title: Sequence[Line], lead: Sequence[Line], draft: Draft) -> None:
    """Read the number in the series: named with the talk in quotes, else in the title, else first in the lead."""
    quoted = [
        (line, name, nth)
        for line in (*title, *lead)
        for name in _QUOTED.findall(line.text)
        if TALK.search(name)
        for nth in _NTH.finditer(name)
    ]
    if quoted and not draft.series:
        _line, name, nth = quoted[0]
        before, after = name[: nth.start()].rstrip(" \u3000"), name[nth.end() :].lstrip(" \u3000")
        draft.series = before + after
    found = [(line, _value(nth)) for line, _name, nth in quoted]
    found += [(line, _value(nth)) for line in (*title, *lead) for nth in _NTH.finditer(line.text)]
    numbers = [(line, value) for line, value in found if value is not None]
    if not numbers or draft.issue is not None:
        return
    line, draft.issue = numbers[0]
    if len({value for _line, value in numbers}) > 1:
        draft.report.doubt(line, f"more than one number of an issue; {draft.issue} was taken")


def _value(nth: re.Match[str]) -> int | None:
    return number(nth["n"] or nth["m"])
