"""Which of the words before a colon, at the beginning of a cue, are names."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.importers.speakers.names import is_full_name, same
from roundtable_tui.importers.speakers.together import TOGETHER

if TYPE_CHECKING:
    from collections.abc import Iterable

_LABEL = re.compile(
    r"(?:>>+\s*|[-–]\s+)?(?P<name>[^\s:：、。，．,!?！？…「」『』\"“”][^:：。．!?！？…「」『』\"“”]{0,47}?)\s*[:：]\s*(?=\S|$)"
)
_BRACKETED = re.compile(r"(?:>>+\s*)?[\[【［〔](?P<name>[^\]】］〕]{1,48})[\]】］〕]\s*[:：]?\s*(?=\S)")
_CHANGE = re.compile(r">>+\s*")
_NO_NAME = re.compile(r"[0-9\s.,/:-]+|https?|mailto", re.IGNORECASE)
_SOUNDS = re.compile(
    r"(?:[♪♫\s]|music|applause|laugh(?:s|ter|ing)?|inaudible|unintelligible|crosstalk|silence|noise|cheer(?:s|ing)"
    r"|音楽|拍手|笑(?:い|う|い声)?|歓声|無音|雑音|聞き取れず|聞き取り不能|沈黙)+",
    re.IGNORECASE,
)
"""What brackets hold that name a sound."""

_MOST_WORDS = 6


class Labelled(NamedTuple):
    """The beginning of a cue: who is named, the words behind the name, and whether a new speaker begins at all."""

    label: str
    rest: str
    changes: bool


class Labels:
    """Knows which labels are names: those that recur, and in a file where many cues are labelled also the others."""

    def __init__(self, beginnings: Iterable[str]) -> None:
        self._times: Counter[str] = Counter()
        cues = named = 0
        for text in beginnings:
            cues += 1
            for name in _candidates(text):
                self._times[same(name)] += 1
                named += is_full_name(name)
        labelled = max(named, sum(times for times in self._times.values() if times > 1))
        self._most = cues > 0 and labelled * 3 >= cues

    def split(self, text: str) -> Labelled:
        """Return the speaker named at the beginning of `text`, an empty label where there is none, and the rest."""
        for pattern in (_LABEL, _BRACKETED):
            found = pattern.match(text)
            if found and self._is_name(found["name"], bracketed=pattern is _BRACKETED):
                return Labelled(found["name"].strip(), text[found.end() :], True)
        change = _CHANGE.match(text)
        return Labelled("", text[change.end() :], True) if change else Labelled("", text, False)

    def is_doubtful(self, label: str) -> bool:
        """Return whether `label` was taken for a name although it stands before no more than one cue."""
        return self._times[same(label)] == 1 and same(label) not in TOGETHER

    def _is_name(self, name: str, *, bracketed: bool) -> bool:
        if not _may_be_name(name):
            return False
        times = self._times[same(name)]
        return times > 1 or same(name) in TOGETHER or (self._most and not bracketed)


def _candidates(text: str) -> Iterable[str]:
    for pattern in (_LABEL, _BRACKETED):
        if (found := pattern.match(text)) and _may_be_name(found["name"]):
            yield found["name"]


def _may_be_name(name: str) -> bool:
    return len(name.split()) <= _MOST_WORDS and not _NO_NAME.fullmatch(name) and not _SOUNDS.fullmatch(name)
