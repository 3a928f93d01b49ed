"""Headings: what looks like one, and how deep each lies."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from roundtable_tui.importers.article.pictures import is_caption
from roundtable_tui.importers.lines import composed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roundtable_tui.importers.lines import Line

LONGEST = 45
"""The longest heading, in code points, that has no mark before it."""

_SPOKEN = re.compile(
    r"(?:です|ます|でした|ました|ません|でしょう|ましょう|ください|ますか|ですか|下さい|ございます|いたします|ですね|ますね|よね|ですよ|ますよ"
    r"|だね|だよ|かな|なあ|なぁ|そうか|はい|ええ|いえ|いいえ|なるほど|確かに|たしかに|もちろん|同感|了解)[。．.!！?？…♪」』)）]*"
)
_ENDS_A_SENTENCE = re.compile(r"[。．…♪、,]$")
_ENDS_DOUBTFULLY = re.compile(r"[!！?？」』)）.]$")
_MARKS = (
    r"[■□▪]",
    r"[●○◯]",
    r"[◆◇]",
    r"[▼▽▲△▶►]",
    r"[★☆]",
    r"#(?!#)",
    r"##+",
    r"【.*】$",
    r"[<＜〈《].*[>＞〉》]$",
    r"第[0-9０-９一二三四五六七八九十]+[章部節]",
    r"(?:chapter|section)\s+[0-9]+",
    r"[0-9０-９]+[.．、]\s*(?=\D)",
    r"[(（][0-9０-９]+[)）]",
    r"[①-⑳]",
    r"[IVXⅠ-Ⅻ]+[.．]",
)
_MARKED = tuple(re.compile(mark, re.IGNORECASE) for mark in _MARKS)


def mark_of(text: str) -> int | None:
    """Return which kind of mark (■, 【…】, 1. …) `text` has as headings do, None where it has none."""
    if len(text) > 2 * LONGEST or _ENDS_A_SENTENCE.search(text) or not re.search(r"\w", text):
        return None
    return next((kind for kind, mark in enumerate(_MARKED) if mark.match(text)), None)


def heads(line: Line, *, strict: bool) -> bool:
    """Return whether `line` is a heading where that is marked, or else can be one by its shape."""
    if line.marks.depth or line.marks.plain or line.marks.figure or is_caption(line.text):
        return line.marks.depth > 0
    return looks_like_heading(line.text, strict=strict)


def looks_like_heading(text: str, *, strict: bool) -> bool:
    """Return whether `text` can be a heading by its shape; `strict` leaves out what a speaker may have said too."""
    text = composed(text)
    if mark_of(text) is not None:
        return True
    if len(text) > LONGEST or "。" in text or _ENDS_A_SENTENCE.search(text) or not re.search(r"\w", text):
        return False
    if re.match(r"[・※＊*(（~～〜]|[-‐-―─━ー]", text):
        return False
    if strict:
        return not _SPOKEN.search(text[-8:]) and not _ENDS_DOUBTFULLY.search(text)
    return not (_SPOKEN.fullmatch(text) or re.search(r"(?:です|ます|ました|ません|ございます|ください)[!！]?$", text))


def depths(runs: Sequence[Sequence[str]]) -> tuple[list[list[int]], list[bool]]:
    """Return how deep each heading lies (1 is outermost), and for each run whether that is doubtful.

    A run is the headings that stand together without a turn between. Where all have marks of two kinds or more, the
    kinds decide, outermost first, unless a heading had nothing below it then. Else the first of a run lies outermost
    and each next one deeper; a heading alone after runs of two or more is taken for one of the deeper ones.
    """
    kinds = [mark_of(text) for run in runs for text in run]
    order = list(dict.fromkeys(kind for kind in kinds if kind is not None))
    if None not in kinds and len(order) > 1:
        by_mark = without_gaps([[order.index(mark_of(text) or 0) + 1 for text in run] for run in runs])
        if all(outer < inner for run in by_mark for outer, inner in pairwise(run)):
            return by_mark, [False] * len(runs)
    found: list[list[int]] = []
    doubtful: list[bool] = []
    paired = False
    for run in runs:
        alone_after_pairs = paired and len(run) == 1
        found.append([2] if alone_after_pairs else list(range(1, len(run) + 1)))
        doubtful.append(alone_after_pairs)
        paired = paired or len(run) > 1
    return found, doubtful


def without_gaps(found: list[list[int]]) -> list[list[int]]:
    """Return `found`, the depths of headings, so that none lies more than one deeper than the one before it."""
    before = 0
    for run in found:
        for place, depth in enumerate(run):
            run[place] = before = min(depth, before + 1)
    return found
