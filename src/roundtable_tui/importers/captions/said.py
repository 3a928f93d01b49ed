"""What is said in cues, part by part, and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from roundtable_tui.importers.captions.markup import open_voice, pieces_of
from roundtable_tui.importers.utterances import Utterance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from roundtable_tui.importers.captions.cues import Cue
    from roundtable_tui.importers.captions.labels import Labels


def utterances(cues: Iterable[Cue], labels: Labels) -> Iterator[Utterance]:
    """Yield what is said in `cues`, part by part."""
    for cue in cues:
        voice: str | None = None
        for line in cue.texts:
            for number, piece in enumerate(pieces_of(line.text, voice)):
                if piece.voice:
                    yield Utterance(piece.voice, piece.text, cue.begin, cue.end, line.number, changes=True)
                    continue
                said = labels.split(piece.text)
                begins = said.changes and not number
                label, text = (said.label, said.rest) if begins else ("", piece.text)
                yield Utterance(label, text, cue.begin, cue.end, line.number, changes=begins)
            voice = open_voice(line.text, voice)
