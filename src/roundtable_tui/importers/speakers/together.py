"""Labels of several voices at once: 一同, All, 青木・田村, Jane and Tom."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roundtable_tui.importers.speakers.names import same

if TYPE_CHECKING:
    from collections.abc import Callable

TOGETHER = frozenset(
    {"一同", "全員", "全員で", "みんな", "みな", "皆", "参加者一同", "出席者一同", "参加者全員", "出席者全員", "会場"}
    | {"all", "both", "together", "everyone", "everybody", "audience", "alltogether"}
)
"""Labels, spelt by `same`, that mean several by themselves."""

_BETWEEN = re.compile(r"\s*[・、,，/／&＆+＋×]\s*|\s+(?:and|und|et|with)\s+|(?<=[^ぁ-ん])と(?=[^ぁ-ん])", re.IGNORECASE)
_MOST = 12
"""How many may speak at once under one label; more names in a line are a list."""


def is_together(label: str) -> bool:
    """Return whether `label` means several voices by itself, as 一同 does."""
    return same(label) in TOGETHER


def names_several(label: str, is_known: Callable[[str], bool]) -> bool:
    """Return whether `label` is two names or more, each of which `is_known` says is somebody's own."""
    names = [name for name in _BETWEEN.split(label)[: _MOST + 1] if name]
    return 1 < len(names) <= _MOST and len({same(name) for name in names}) > 1 and all(map(is_known, names))
