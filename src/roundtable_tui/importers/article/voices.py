"""Who a speaker label names."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from roundtable_tui.importers.article.lines import COLONS
from roundtable_tui.importers.article.names import same, without_title
from roundtable_tui.importers.article.positions import split_position
from roundtable_tui.model import NARRATION, Participant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roundtable_tui.importers.article.cast import Person

GENERIC = frozenset(
    {"司会", "司会者", "進行", "進行役", "聞き手", "質問者", "編集部", "記者", "事務局"}
    | {"一同", "参加者一同", "全員", "会場"}
    | {"インタビュアー", "インタビューアー", "ファシリテーター", "モデレーター"}
)
"""Labels that name nobody and stand in no cast."""

_TOGETHER = frozenset({"一同", "全員", "参加者一同", "会場"})
_RESERVED = frozenset({NARRATION, "narration", "figure"})
_WRAPPERS = re.compile(r"[【〔［\[<＜〈《「『●○◯◎■□◆◇▪▼▶►・\s]*(.+?)[】〕］\]>＞〉》」』\s]*")


@dataclass(slots=True)
class Voice:
    """One who may speak: somebody of the cast, or a `label` that recurs without being in it."""

    person: Person | None
    label: str = ""
    printed: Counter[str] = field(default_factory=Counter)

    @property
    def name(self) -> str:
        """The name as printed, or the label."""
        return self.person.name if self.person else self.label

    @property
    def family(self) -> str:
        """The family name, or the whole name where it is not divided."""
        return self.name.split(None, 1)[0]


def core(label: str) -> str:
    """Return what of `label` names somebody, spelt for comparing: no brackets around, no colon behind."""
    found = _WRAPPERS.fullmatch(label.rstrip(COLONS).strip())
    return same(found[1]) if found else same(label)


class Voices:
    """Everybody who may speak; finds the one whom a label names."""

    def __init__(self, people: Sequence[Person]) -> None:
        self.all: list[Voice] = [Voice(person) for person in people]
        self._found: dict[str, Voice | None] = {}

    def add(self, label: str) -> None:
        """Let `label`, which is in no cast, name somebody too."""
        found = _WRAPPERS.fullmatch(label)
        self.all.append(Voice(None, found[1] if found else label))
        self._found.clear()

    def find(self, label: str) -> Voice | None:
        """Return who `label` names, None where nobody or more than one can be meant."""
        if label not in self._found:
            self._found[label] = self._find(core(label))
        return self._found[label]

    def _find(self, wanted: str) -> Voice | None:
        if not wanted:
            return None
        for names in (self._exactly, self._with_position):
            found = [voice for voice in self.all if names(voice, wanted)]
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def _exactly(self, voice: Voice, wanted: str) -> bool:
        """Return whether `wanted` is the family name or the full name, with or without a title of courtesy."""
        names = {same(voice.family), same(voice.name)}
        if wanted in names or without_title(wanted) in names:
            return True
        # 青木千尋 does not say where the family name ends; a label of two characters or more may be it.
        return (
            voice.person is not None
            and " " not in voice.name
            and len(wanted) >= 2
            and same(voice.name).startswith(wanted)
        )

    def _with_position(self, voice: Voice, wanted: str) -> bool:
        """Return whether `wanted` is a name with the position, or a part of it, before or behind."""
        if voice.person is None or not voice.person.position:
            return False
        position = re.sub(r"\W", "", same(voice.person.position))
        for name in (same(voice.name), same(voice.family)):
            for bare in (wanted, without_title(wanted)):
                rest = bare.removesuffix(name) if bare.endswith(name) else bare.removeprefix(name)
                rest = re.sub(r"\W", "", rest)
                if len(bare) > len(name) and rest != re.sub(r"\W", "", bare) and rest and rest in position:
                    return True
        return False

    def participants(self, sides: Sequence[str]) -> dict[int, Participant]:
        """Return the participants by `id()` of their voices, in order; each has the label it is mostly printed with.

        `sides` are the names of the sides of the talk as printed (架空市, 県).
        """
        found: dict[int, Participant] = {}
        taken: set[str] = set()
        side_of = self._sides(sides)
        for voice in self.all:
            label = next((label for label in self._labels(voice) if label not in taken), None)
            if label is None:
                label = f"{voice.name} {len(taken) + 1}"
            taken.add(label)
            person = voice.person
            if person is None:
                found[id(voice)] = Participant(label, collective=same(label) in _TOGETHER)
                continue
            org, role = split_position(person.position)
            found[id(voice)] = Participant(label, person.name, person.kana, org, role, side_of.get(id(voice), ""))
        return found

    def _labels(self, voice: Voice) -> list[str]:
        """Return the labels that `voice` may have, the best first: as mostly printed, family name, full name."""
        printed = [label for label, _times in voice.printed.most_common() if core(label) == same(label)]
        shared = sum(same(other.family) == same(voice.family) for other in self.all) > 1
        names = [voice.name] if shared else [voice.family, voice.name]
        # A position before the name makes no label: the next turn may print another.
        short = [
            label for label in printed if self._exactly(voice, same(label)) and not (shared and label == voice.family)
        ]
        position = f"{voice.person.position} {voice.name}" if voice.person else voice.name
        return [label for label in (*short, *names, position) if label not in _RESERVED]

    def _sides(self, sides: Sequence[str]) -> dict[int, str]:
        """Return the side of each voice where every one of the cast belongs to exactly one, else nothing."""
        found: dict[int, str] = {}
        for voice in self.all:
            if voice.person is None:
                continue
            fitting = [side for side in sides if side and voice.person.position.startswith(side)]
            if len(fitting) != 1:
                return {}
            found[id(voice)] = fitting[0]
        return found if len(set(found.values())) > 1 else {}
