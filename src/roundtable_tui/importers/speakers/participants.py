"""From those who may speak to the participants of the transcript."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from roundtable_tui.importers.speakers.names import same
from roundtable_tui.importers.speakers.positions import split_position
from roundtable_tui.importers.speakers.together import is_together
from roundtable_tui.importers.speakers.voices import core
from roundtable_tui.model import Participant
from roundtable_tui.source.cast import RESERVED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from roundtable_tui.importers.speakers.voices import Voice

_LONGEST_ALIAS = 24
"""In code points: a name in Latin letters may have as many, one in kanji with a full title has more."""


def participants(voices: Sequence[Voice], sides: Sequence[str]) -> dict[int, Participant]:
    """Return the participants by the `id()` of their voices, in order; each has the label it is mostly printed with.

    `sides` are the names of the sides of the talk as printed (架空市, 県).
    """
    found: dict[int, Participant] = {}
    taken = set(RESERVED)
    families = Counter(same(voice.family) for voice in voices)
    side_of = _sides(voices, sides)
    for voice in voices:
        labels = _labels(voice, shared=families[same(voice.family)] > 1)
        label = next(label for label in labels if label not in taken)
        taken.add(label)
        person = voice.person
        if person is None:
            found[id(voice)] = Participant(label, collective=voice.several or is_together(label))
            continue
        org, role = split_position(person.position)
        found[id(voice)] = Participant(label, person.name, person.kana, org, role, side_of.get(id(voice), ""))
    return _with_aliases(found, voices)


def _with_aliases(people: dict[int, Participant], voices: Sequence[Voice]) -> dict[int, Participant]:
    """Return `people` with every short name as an alias by which a turn calls one of them and no other.

    A label with a full title stays one as printed: nobody would look for it among the names.
    """
    claims = Counter(label for voice in voices for label in {*voice.printed, people[id(voice)].label})
    found = {}
    for voice in voices:
        person = people[id(voice)]
        aliases = [
            label
            for label in voice.printed
            if label != person.label and claims[label] == 1 and _is_name(label) and label not in RESERVED
        ]
        defined = voice.person.called if voice.person else ""
        if defined and defined not in (*aliases, person.label) and not claims[defined]:
            aliases.append(defined)
        found[id(voice)] = person._replace(aliases=tuple(aliases))
    return found


def _is_name(label: str) -> bool:
    """Return whether `label` is such as 青木さん, 青木 千尋 or 青木部長: short, without a sign around or in it."""
    return len(label) <= _LONGEST_ALIAS and core(label) == same(label) and not re.search("[:：()（）]", label)


def _labels(voice: Voice, *, shared: bool) -> list[str]:
    """Return the labels that `voice` may have, the best first; `shared` says that another has the family name too.

    First as mostly printed without a position, for the next turn may print another: then family name and full name.
    """
    printed = [voice.person.called] if voice.person and voice.person.called in voice.printed else []
    printed += [
        label
        for label, _times in voice.printed.most_common()
        if core(label) == same(label) and voice.is_named(same(label)) and not (shared and label == voice.family)
    ]
    position = voice.person.position if voice.person else ""
    longer = [f"{position} {voice.name}"] if position else []
    return [*printed, *([] if shared else [voice.family]), voice.name, *longer, f"{voice.name} (2)"]


def _sides(voices: Sequence[Voice], sides: Sequence[str]) -> dict[int, str]:
    """Return the side of each voice where every one of the cast belongs to exactly one, else nothing."""
    found: dict[int, str] = {}
    for voice in voices:
        if voice.person is None:
            continue
        fitting = [side for side in sides if side and voice.person.position.startswith(side)]
        if len(fitting) != 1:
            return {}
        found[id(voice)] = fitting[0]
    return found if len(set(found.values())) > 1 else {}
