"""Which labels of a talk mean somebody who is listed, before it is known which labels there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.importers.lines import trailing_bracket
from roundtable_tui.importers.speakers import spellings
from roundtable_tui.importers.speakers.labelling import question_or_answer
from roundtable_tui.importers.speakers.names import same
from roundtable_tui.importers.speakers.together import names_several

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from roundtable_tui.model import Participant


class Calling:
    """Knows those whom a source lists as taking part by every usual spelling of their names."""

    def __init__(self, people: Sequence[Participant]) -> None:
        self.people = tuple(people)
        self._names = {name for one in people for name in (*spellings.exact(one), *spellings.usual(one))}

    def knows(self, label: str) -> bool:
        """Return whether `label` may mean one of those listed, or several of them at once."""
        return self._is_listed(label) or names_several(label, self._is_listed)

    def _is_listed(self, label: str) -> bool:
        return any(name in self._names for name in spellings.wanted(label))


def shortened(labels: Iterable[str]) -> dict[str, str]:
    """Return the label that is meant by each of `labels` which says more: Q1 is Q, and Ann (host) is Ann if Ann speaks.

    What is meant may be spelt by nobody; it is a participant's label then.
    """
    printed = list(dict.fromkeys(labels))
    spelt = {same(label): label for label in printed}
    found: dict[str, str] = {}
    for label in printed:
        asked = question_or_answer(label)
        bare = same(trailing_bracket(label)[0])
        if asked and asked != label:
            found[label] = asked
        elif bare and bare != same(label) and bare in spelt:
            found[label] = spelt[bare]
    return found
