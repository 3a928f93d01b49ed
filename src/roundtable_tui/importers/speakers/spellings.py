"""The ways in which one person's label may be printed: 青木 千尋, 青木, 青木さん, あおき, 青木部長, Jane."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roundtable_tui.importers.lines import trailing_bracket
from roundtable_tui.importers.speakers.names import is_full_name, is_reading, same, without_title
from roundtable_tui.importers.speakers.positions import is_position

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roundtable_tui.model import Participant

_EPITHETS = frozenset(
    {"first", "second", "third", "fourth", "other", "another", "old", "young", "elder", "younger"}
    | {"a", "an", "the", "mr", "mrs", "ms", "dr"}
)
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")


def exact(person: Participant) -> Iterator[str]:
    """Yield, spelt by `same`, what the source itself calls `person`."""
    yield from (same(name) for name in (person.label, person.name, *person.aliases) if name)


def usual(person: Participant) -> Iterator[str]:
    """Yield, spelt by `same`, what `person` may be called besides: a part of the name, its reading, with the role.

    Another may be called so too: who is meant is certain only where one person alone can be.
    """
    families = []
    for name in (person.full_name, person.kana):
        words = name.split()
        yield same(name)
        if len(words) > 1:
            families.append(words[0])
            yield same(words[0])
            if _LATIN.match(name):
                yield same(words[-1])
    for name in (*families, person.full_name, person.label):
        for position in (person.role, person.position, *_ends(person.role)):
            if position:
                yield same(name + position)
                yield same(position + name)


def _ends(role: str) -> Iterator[str]:
    """Yield the shorter roles that `role` ends with: 部長 of 総務部長(情報担当)."""
    stem = trailing_bracket(role)[0]
    for end in range(1, min(3, len(stem))):
        if is_position(stem[-1 - end :]):
            yield stem[-1 - end :]


def wanted(printed: str) -> Iterator[str]:
    """Yield, spelt by `same`, whom `printed` may name, the likeliest first: as it stands, without title or brackets."""
    spelt = same(printed)
    yield spelt
    yield without_title(spelt)
    stem, bracket = trailing_bracket(printed)
    if stem and bracket and (is_position(bracket) or is_reading(bracket, stem)):
        yield same(stem)
        yield without_title(same(stem))


def is_divided(label: str) -> bool:
    """Return whether `label` is a name in two words or more, and not such as First Lord, who is one Lord of several."""
    return is_full_name(label) and same(label.split()[0]) not in _EPITHETS


def is_part(short: str, full: str) -> bool:
    """Return whether the label `short` is a part of the name `full`: its first word, or a Latin name's last."""
    words = full.split()
    if len(words) < 2:
        return False
    spelt = without_title(same(short))
    return spelt == same(words[0]) or (bool(_LATIN.match(full)) and spelt == same(words[-1]))


def is_with_role(label: str, name: str) -> bool:
    """Return whether `label` is `name` with a role behind it: 青木部長, 青木 部長."""
    spelt, bare = same(label), without_title(same(name))
    return spelt.startswith(bare) and spelt != bare and is_position(spelt.removeprefix(bare)) and not is_position(bare)
