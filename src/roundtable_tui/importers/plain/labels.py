"""The labels of turns in plain text: how they are printed, and which of them are names."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.importers.article.credits import is_credit
from roundtable_tui.importers.speakers.labelling import (
    LONGEST,
    is_common,
    may_be_label,
    names_nobody,
    question_or_answer,
)
from roundtable_tui.importers.speakers.names import is_name, same
from roundtable_tui.importers.speakers.together import names_several
from roundtable_tui.importers.stamps import STAMP, TIME, as_at, bare_time, trailing_stamp

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from roundtable_tui.importers.lines import Line
    from roundtable_tui.importers.speakers.calling import Calling

_BEFORE = re.compile(rf"(?:{STAMP}|{TIME}(?=[\s\u3000]))[\s\u3000]*[-–—|]?[\s\u3000]*")
_ASKED = re.compile(
    r"(?P<label>(?:[QＱAＡ問答]|質問|回答)[0-9０-９]{0,3})"
    r"(?:\s[-–—](?=\s)|\s{0,3}[.．:：、)）]|[\u3000\t]|\s(?=[^\sa-zA-Z]))[\s\u3000]*"
)
_COLON = re.compile(rf"(?P<label>[^\s:：][^:：\n]{{0,{LONGEST - 1}}}?)\s{{0,3}}[:：](?!//)[\s\u3000]*")
_STAMPED = re.compile(
    rf"(?P<label>[^\s:：(（\[［][^:：(（\[［\n]{{0,{LONGEST - 1}}}?)[\s\u3000]{{0,9}}(?P<stamp>{STAMP})"
    r"\s{0,3}[:：][\s\u3000]*"
)
_TIMED = re.compile(rf"(?P<label>\S.{{0,{LONGEST - 1}}}?)(?:\s+|\t+)(?P<stamp>{TIME})")
_QUOTE = re.compile(r"(?P<label>[^\s「『:：。、（(]{1,20}(?:[（(][^（）()]{1,20}[)）])?)(?=[「『])")
_WIDE = re.compile(r"(?P<label>\S(?:[^\u3000\t\n]{0,29}?\S)?)(?:\u3000|\t| {2,})[\u3000\t ]*(?=\S)")
_PARTICLE = re.compile(r"[はがもとをにでやへ]$|から$|という$|まで$|した$|って$|[るた]の$")
_ENDS = re.compile(r"[。．.!！?？…♪、,」』]$")


class Beginning(NamedTuple):
    """What may be the beginning of a turn: how the label is printed, the label, its time, and the text behind it.

    `again` is a second time beside the label.
    """

    style: str
    label: str
    at: str
    text: str
    again: str = ""


def beginnings(line: Line, below: Line | None) -> Iterator[Beginning]:
    """Yield the ways in which `line` may begin a turn, the likeliest first; `below` is the next line."""
    before = _BEFORE.match(line.text)
    at = as_at(before[0]) if before else ""
    text = line.text[before.end() :] if before and at else line.text
    start = text[: LONGEST + 40]
    for style, pattern in (("asked", _ASKED), ("colon", _STAMPED), ("colon", _COLON), ("quote", _QUOTE)):
        found = pattern.match(start)
        if found is None:
            continue
        label, inner = trailing_stamp(found["label"])
        own = as_at(found.groupdict().get("stamp") or "") or inner
        if ("stamp" in found.groupdict() and not own) or not _may_be(label, style):
            continue
        rest = text[found.end() :]
        if rest or style == "colon":
            bare = bare_time(rest)
            times = [time for time in (own, at, bare) if time]
            alone = "timed" if times else "headed"
            words = "" if bare else rest
            yield Beginning(style if words else alone, label, "".join(times[:1]), words, " ".join(times[1:]))
    if (found := _WIDE.match(start)) and is_name(found["label"]) and not _TIMED.fullmatch(start):
        yield Beginning("wide", found["label"], at, text[found.end() :])
    yield from _alone(line, text, at, below)


def _may_be(label: str, style: str) -> bool:
    if style == "quote" and (_PARTICLE.search(label) or not may_be_label(label)):
        return False
    return style == "asked" or may_be_label(label)


def _alone(line: Line, text: str, at: str, below: Line | None) -> Iterator[Beginning]:
    """Yield the label that all of `text` may be: right above other lines, or with a time."""
    timed = _TIMED.fullmatch(text) if len(text) < LONGEST + 20 else None
    if timed is not None and as_at(timed["stamp"]) and may_be_label(timed["label"]):
        yield Beginning("timed", timed["label"], as_at(timed["stamp"]), "", at)
        return
    label, inner = trailing_stamp(text) if len(text) < LONGEST + 20 else (text, "")
    if not may_be_label(label) or _ENDS.search(label):
        return
    if inner or at:
        yield Beginning("timed", label, inner or at, "", at if inner else "")
    elif line.first and below is not None and not below.first and len(below.text) > len(label):
        yield Beginning("alone", label, "", "")


class Labels:
    """Decides which labels name speakers: those listed, and those that recur in the way most labels are printed."""

    def __init__(self, lines: Sequence[Line], calling: Calling) -> None:
        self._calling = calling
        self._times: dict[str, Counter[str]] = {}
        total: Counter[str] = Counter()
        for line, below in zip(lines, [*lines[1:], None], strict=True):
            found = list(beginnings(line, below))
            total.update({_key(one.label) for one in found})
            for one in found:
                self._times.setdefault(one.style, Counter())[_key(one.label)] += 1
        self._main = self._main_style(total)
        labelled = self._times.get(self._main, Counter())
        self._known = {label for label in labelled if total[label] > 1}
        self._dense = self._main in ("colon", "timed") and labelled.total() * 2 >= len(lines)

    def _main_style(self, total: Counter[str]) -> str:
        """Return the way in which most labels that recur or are listed are printed, empty where none has two."""
        best: tuple[int, str] = (0, "")
        for style, times in self._times.items():
            sure = [label for label in times if total[label] > 1 or self._calling.knows(label)]
            spoken = sum(times[label] for label in sure)
            if len(sure) > 1 and spoken > max(1, best[0]):
                best = (spoken, style)
        return best[1]

    @property
    def style(self) -> str:
        """The way in which most labels are printed, empty where there are none."""
        return self._main

    def find(self, line: Line, below: Line | None) -> Beginning | None:
        """Return the beginning of a turn that `line` is, None where it is none."""
        for one in beginnings(line, below):
            if self._is_speaker(one) or (self._may_speak_once(one) and not is_credit(line.text)):
                return one
        return None

    def _is_speaker(self, one: Beginning) -> bool:
        if self._calling.knows(one.label):
            return True
        if one.style != self._main:
            return _key(one.label) in self._known and one.style in ("colon", "timed", "alone", "headed", "asked")
        return self._is_sure(one)

    def _is_sure(self, one: Beginning) -> bool:
        label = one.label
        return _key(label) in self._known or names_nobody(label) or names_several(label, self._is_known)

    def _may_speak_once(self, one: Beginning) -> bool:
        """Return whether `one` stands before a turn in a text full of labels, and can be nothing but a name."""
        return self._dense and one.style == self._main and is_name(one.label) and not is_common(one.label)

    def _is_known(self, name: str) -> bool:
        return _key(name) in self._known or self._calling.knows(name)

    def begins_with_name(self, text: str) -> bool:
        """Return whether `text`, a line without a label where most have one, begins with a speaker's name."""
        return self._dense and _key(text.split(None, 1)[0].rstrip(",.;")) in self._known

    def is_doubtful(self, one: Beginning) -> bool:
        """Return whether `one`, which was taken for a speaker's, stands in the text once and nowhere in a list."""
        return not (self._is_sure(one) or self._calling.knows(one.label))


def _key(label: str) -> str:
    """Return how labels are compared: Q1 is as good as Q."""
    return same(question_or_answer(label) or label)
