"""Words for generated pieces: what is said in the bundled back issues, cut anew."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import TYPE_CHECKING

from roundtable_tui.source.load import load

if TYPE_CHECKING:
    from collections.abc import Iterator

BUNDLED = Path(__file__).resolve().parent.parent / "transcripts"
_SENTENCE = re.compile(r"[^。！？]*[。！？]?[」』）]*")
_PLACES = ("灯ヶ浦", "八重霧", "水屋", "汐見", "白帆", "朝霧", "若葉", "千鳥")


def sentences() -> list[str]:
    """Return every sentence of every Japanese turn, in the order of the files."""
    found: list[str] = []
    for path in sorted(BUNDLED.glob("*.yaml")):
        transcript = load(path).transcript
        if transcript is not None and transcript.lang.startswith("ja"):
            for turn in transcript.turns:
                found += filter(None, _SENTENCE.findall(turn.text.replace("\n", "")))
    return found


def turns(seed: int, characters: int) -> Iterator[str]:
    """Yield without end distinct turns of about `characters` code points; the same seed gives the same turns."""
    rng = random.Random(seed)
    source = sentences()
    serial = 0
    while True:
        goal = max(4, int(rng.lognormvariate(0, 0.7) * characters * 0.78))
        at = rng.randrange(len(source))
        said = ""
        while len(said) < goal:
            said += source[at % len(source)]
            at += 1
        serial += 1
        yield f"{rng.choice(_PLACES)}の{serial}番めの話です。{said[:goal]}"
