"""Who a speaker label names."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from roundtable_tui.importers.lines import COLONS
from roundtable_tui.importers.speakers.names import same, without_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roundtable_tui.importers.speakers.person import Person

GENERIC = frozenset(
    {"司会", "司会者", "進行", "進行役", "聞き手", "質問者", "編集部", "記者", "事務局"}
    | {"一同", "参加者一同", "出席者一同", "全員", "会場", "all", "everyone"}
    | {"インタビュアー", "インタビューアー", "ファシリテーター", "モデレーター"}
)
"""Labels that name nobody and stand in no cast."""

DEFINES = re.compile(
    r"[(（]\s*以[下後][、,]?\s*[「『“\"]?\s*([^「」『』“”\"()（）。]{1,20}?)\s*[」』”\"]?(?:と[^()（）]{0,8})?[)）]"
)
"""What defines a label: (以下「青木」), (以下、青木)."""

_WRAPPERS = re.compile(r"[【〔［\[<＜〈《「『●○◯◎■□◆◇▪▼▶►・―─—–\s]*(.+?)[】〕］\]>＞〉》」』\s]*")


@dataclass(slots=True)
class Voice:
    """One who may speak: somebody of the cast, or a `label` that recurs without being in it, of `several` perhaps.

    `printed` counts the labels that name this voice in the talk.
    """

    person: Person | None
    label: str = ""
    several: bool = False
    printed: Counter[str] = field(default_factory=Counter)
    _names: tuple[str, ...] = field(init=False)
    _starts: tuple[str, ...] = field(init=False)
    _position: str = field(init=False)

    def __post_init__(self) -> None:
        kana = self.person.kana.split() if self.person else []
        called = [self.person.called] if self.person and self.person.called else []
        latin = self.name.split() if re.match("[A-Za-zÀ-ɏ]", self.name) else []
        names = (self.name, self.family, *called, *latin, "".join(kana), *kana[:1])
        self._names = tuple(dict.fromkeys(same(name) for name in names if name))
        # 青木千尋 does not say where the family name ends: each beginning may be it.
        divided = self.person is None or " " in self.name
        self._starts = () if divided else tuple(same(self.name)[:end] for end in range(1, len(same(self.name))))
        self._position = _letters(same(self.person.position)) if self.person else ""

    @property
    def name(self) -> str:
        """The name as printed, or the label."""
        return self.person.name if self.person else self.label

    @property
    def family(self) -> str:
        """The family name, which stands last in Latin letters; the whole name where it is not divided."""
        words = self.name.split()
        return words[-1] if re.match("[A-Za-zÀ-ɏ]", words[-1]) else words[0]

    def is_labelled(self, wanted: str) -> bool:
        """Return whether `wanted`, spelt by `same`, is the whole name, with or without a title of courtesy."""
        return same(self.name) in {wanted, without_title(wanted)}

    def is_named(self, wanted: str) -> bool:
        """Return whether `wanted`, spelt by `same`, is the family or full name, with or without a title of courtesy."""
        if wanted in self._names or without_title(wanted) in self._names:
            return True
        return any(wanted == start or without_title(wanted) == start for start in self._starts)

    def is_named_with_position(self, wanted: str) -> bool:
        """Return whether `wanted`, spelt by `same`, is a name with the position, or a part of it, before or behind."""
        for bare in {wanted, without_title(wanted)} if self._position else ():
            for name in (*self._names, *self._starts):
                for rest in (bare.removesuffix(name), bare.removeprefix(name)):
                    if rest != bare and _letters(rest) and _letters(rest) in self._position:
                        return True
        return False


def core(label: str) -> str:
    """Return what of `label` names somebody, spelt for comparing: no brackets around, no colon behind."""
    found = _WRAPPERS.fullmatch(DEFINES.sub("", label).rstrip(COLONS).strip())
    return same(found[1]) if found else same(label)


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text)


class Voices:
    """Everybody who may speak; finds the one whom a label names."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._all: list[Voice] = [Voice(person) for person in people]
        self._found: dict[str, Voice | None] = {}

    def add(self, label: str, *, several: bool = False) -> None:
        """Let `label`, which is in no cast, name somebody too, or `several` at once."""
        found = _WRAPPERS.fullmatch(label)
        self._all.append(Voice(None, found[1] if found else label, several))
        self._found.clear()

    def join(self, person: Person) -> None:
        """Let `person`, who is named where they first speak, take part."""
        self._all.append(Voice(person))
        self._found.clear()

    def find(self, label: str) -> Voice | None:
        """Return who `label` names, None where nobody or more than one can be meant."""
        if label not in self._found:
            meant = self._meant(core(label))
            self._found[label] = meant[0] if len(meant) == 1 else None
        return self._found[label]

    def sharing(self, label: str) -> tuple[Voice, ...]:
        """Return those of the cast who can be meant by `label` where it does not say which of them, else nothing."""
        meant = () if self.find(label) else self._meant(core(label))
        return tuple(meant)

    def _meant(self, wanted: str) -> list[Voice]:
        if not wanted:
            return []
        added = [voice for voice in self._all if voice.person is None and voice.is_labelled(wanted)]
        if added:
            return added[:1]
        for names in (Voice.is_named, Voice.is_named_with_position):
            found = [voice for voice in self._all if names(voice, wanted)]
            if found:
                return found
        return []
