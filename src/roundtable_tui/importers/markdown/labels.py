"""The labels of turns in Markdown: how they are printed, and which of them are names."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from roundtable_tui.importers.markdown.blocks import OVER, Block
from roundtable_tui.importers.markdown.inline import words_of
from roundtable_tui.importers.speakers.labelling import is_sound, may_be_label, names_nobody
from roundtable_tui.importers.speakers.names import is_name, same
from roundtable_tui.importers.speakers.together import names_several
from roundtable_tui.importers.stamps import STAMP, TIME, as_at, bare_time, leading_stamp, trailing_stamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from roundtable_tui.importers.speakers.calling import Calling

_BEFORE = rf"(?P<before>(?:\[?{STAMP}(?:\]?\([^\s()]{{0,300}}\))?|{TIME}\s*[-–—|]?)\s*)?"
_MARKED = re.compile(
    rf"{_BEFORE}(?P<mark>\*\*\*|\*\*|__|\*|_)(?P<label>(?:\\.|[^*_\\\n]){{1,90}}?)(?P=mark)"
    rf"(?P<stamp>\s{{0,3}}{STAMP})?(?P<colon>\s{{0,3}}[:：])?\s*"
)
_PLAIN = re.compile(rf"{_BEFORE}(?P<label>[^\s:：*_`>|][^:：\n]{{0,59}}?)\s{{0,3}}[:：](?!//)\s*")
_STAMPED = re.compile(
    rf"(?P<label>[^\s:：*_`>|\[(（][^:：\n\[(（]{{0,59}}?)\s{{0,3}}(?P<stamp>{STAMP})(?P<colon>\s{{0,3}}[:：])?\s*"
)
_ASKED = re.compile(r"(?P<label>(?:[QＱAＡ問答])[0-9０-９]{0,3})\s[-–—]\s+")
_COLON = re.compile(r"\s*[:：]\s*$")

_FEW = 8
"""So many turns must be labelled in one way that a label which stands there once is a surprise."""

STRONG = frozenset({"bold:", "heading:"})
"""Ways to print a label that nothing else in a text has: in bold or as a heading, with a colon."""


class Labelled(NamedTuple):
    """What may be the beginning of a turn: the label, when it begins (as `Turn.at`), and the text behind it.

    `style` says how the label is printed. `rest` is still Markdown; `whole` is what of the line is before it, and
    `again` are times in it beside the one that counts.
    """

    style: str
    label: str
    at: str
    rest: str
    whole: str
    again: str = ""


def labelled(text: str, *, listed: bool = False) -> Labelled | None:
    """Return what may be the beginning of a turn in the line `text`, None where it can be none; `listed`: in a list."""
    for pattern, plain in ((_MARKED, False), (_ASKED, True), (_STAMPED, True), (_PLAIN, True)):
        found = pattern.match(text[:700])
        if found is None:
            continue
        parts = found.groupdict()
        if parts.get("before") and not as_at(parts["before"]):
            continue
        label, first = _label(found["label"])
        colon = bool(_COLON.search(label)) or bool(parts.get("colon")) or pattern in (_PLAIN, _ASKED)
        label, inner = trailing_stamp(_COLON.sub("", label))
        end, stamp = found.end(), parts.get("stamp") or ""
        if stamp and not as_at(stamp):
            if plain or parts.get("colon"):
                continue
            end = found.start("stamp")
        if not may_be_label(label):
            continue
        rest = text[end:]
        times = [time for time in (as_at(stamp), as_at(parts.get("before") or ""), first, inner) if time]
        if colon and (alone := bare_time(rest)):
            times, rest, end = [*times, alone], "", len(text)
        if plain:
            style = "plain:" if colon else "stamped"
        else:
            style = ("bold" if len(found["mark"]) > 1 else "italic") + (":" if colon else "" if rest.strip() else "|")
        if style == "stamped" and rest.strip():
            continue
        style += "-" if listed else ""
        return Labelled(style, label, times[0] if times else "", rest, text[:end], " ".join(times[1:]))
    return None


def headed(block: Block) -> Labelled | None:
    """Return the label that the heading `block` may be, None where it can be none."""
    raw = block.rows[0].text
    label, at = _label(raw)
    colon = bool(_COLON.search(label))
    label, inner = trailing_stamp(_COLON.sub("", label))
    if not may_be_label(label):
        return None
    style = "heading:" if colon and block.mark != OVER else "heading"
    return Labelled(style + str(block.level), label, at or inner, "", raw, inner if at else "")


def _label(raw: str) -> tuple[str, str]:
    """Return a label without the marks of Markdown, and the time that stands before it."""
    at, label = leading_stamp(words_of(raw).text.replace("\n", " ").strip())
    return label.strip(), at


def candidates(blocks: Iterable[Block]) -> Iterator[Labelled]:
    """Yield everything in `blocks` that may be a label."""
    for block in blocks:
        if block.kind == "heading":
            found = headed(block)
            if found is not None:
                yield found
        elif block.kind == "definition":
            term = words_of(block.rows[0].text).text.strip()
            label, at = trailing_stamp(_COLON.sub("", term))
            if may_be_label(label):
                yield Labelled("definition", label, at, "", block.rows[0].text)
        elif block.kind in ("text", "item"):
            for row in block.rows:
                found = labelled(row.text, listed=block.kind == "item")
                if found is not None:
                    yield found


def _behind_time(said: str) -> str:
    return leading_stamp(words_of(said).text.strip())[1].strip()


class Labels:
    """Decides which labels name speakers: those listed or recurring, and in a text full of labels also the others."""

    def __init__(self, found: Sequence[Labelled], calling: Calling, *, exported: bool = False) -> None:
        self._calling = calling
        self._exported = exported
        self._times: dict[str, Counter[str]] = {}
        for one in found:
            self._times.setdefault(one.style, Counter())[same(one.label)] += 1
        self._strong = {style for style in self._times if style.rstrip("0123456789") in STRONG and self._holds(style)}
        if exported:  # it prints each label alone in bold
            self._strong = {"bold|"}
            self._times.setdefault("bold|", Counter())
        self._sure = {label for style in self._strong for label in self._times[style]}
        self._weak = set() if self._strong else self._weak_styles()
        self._known = {label for times in self._times.values() for label in times if times[label] > 1} | self._sure

    def _holds(self, style: str) -> bool:
        """Return whether the labels printed in this way are labels of turns: one recurs, or there are several."""
        times = self._times[style]
        return sum(times.values()) > 1

    def _weak_styles(self) -> set[str]:
        """Return the ways of printing in which two labels recur, or which print most labels; the likeliest alone."""
        best: tuple[int, str] = (0, "")
        for style, times in self._times.items():
            recurring = [label for label, number in times.items() if number > 1]
            spoken = sum(times[label] for label in recurring)
            dense = not style.startswith("heading") or spoken * 2 > sum(times.values()) > 3
            if len(recurring) > 1 and dense and spoken > best[0]:
                best = (spoken, style)
        return {best[1]} if best[1] else set()

    def is_speaker(self, one: Labelled, *, first: bool = True) -> bool:
        """Return whether `one` names a speaker; `first` says that it stands at the beginning of a paragraph."""
        spelt = same(one.label)
        if self._exported:
            return one.style in self._strong
        if one.style in self._strong or (self.any and is_sound(one.label) and not _behind_time(one.rest)):
            return True
        if one.style.startswith("heading:") and self.by_heading and is_name(one.label):
            return True
        if one.style.startswith("heading"):
            return self._calling.knows(one.label) or (one.style in self._weak and self._times[one.style][spelt] > 1)
        if one.style in self._weak:
            times = self._times[one.style][spelt]
            listed = self._calling.knows(one.label) or names_nobody(one.label)
            return times > 1 or listed or names_several(one.label, self._is_known)
        if not first or one.style.startswith("italic"):
            return False
        return spelt in self._sure or self._calling.knows(one.label)

    def is_doubtful(self, one: Labelled) -> bool:
        """Return whether `one`, taken for a speaker's, stands before a single turn and is listed nowhere."""
        times = sum(counter[same(one.label)] for counter in self._times.values())
        sure = self._calling.knows(one.label) or names_nobody(one.label) or names_several(one.label, self._is_known)
        headings = (
            one.style.startswith("heading:")
            and one.style in self._strong
            and one.style.replace(":", "") not in self._times
        )
        few = not one.style.startswith("heading") and sum(self._times.get(one.style, Counter()).values()) < _FEW
        return times == 1 and not sure and not headings and not few and not self._exported

    def _is_known(self, name: str) -> bool:
        return same(name) in self._known or self._calling.knows(name)

    def is_sound(self, one: Labelled, said: str) -> bool:
        """Return whether `one`, before which nothing but `said` stands, names a break or a jingle."""
        return is_sound(one.label) and (one.style in self._strong or not _behind_time(said))

    @property
    def any(self) -> bool:
        """Whether there is a way of printing labels in this text."""
        return bool(self._strong or self._weak)

    @property
    def by_heading(self) -> bool:
        """Whether labels are headings, so that all below one is said by one speaker."""
        return any(style.startswith("heading") for style in self._strong | self._weak)
