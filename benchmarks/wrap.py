#!/usr/bin/env python3
"""Our line breaking against Rich's `divide_line`, both in one run on the same paragraphs.

    python benchmarks/wrap.py [LIBRARY] [--characters 1500000] [--paragraph 150] [--cells 80] [--rounds 5]

The text is that of all Japanese turns in a library (the bundled back issues unless another folder is given), laid end
to end, again from the start when it runs out, and cut into paragraphs. The best of the rounds counts for either side.
"""

from __future__ import annotations

import argparse
import re
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from rich._wrap import divide_line

from roundtable_tui.source.load import load
from roundtable_tui.text.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Callable

BUNDLED = Path(__file__).resolve().parent.parent / "transcripts"
BUDGET = 0.3
"""At most this share of Rich's time: 150 ms of 510 ms."""


def japanese(library: Path) -> str:
    """Return the text of every turn with kana in it, without line breaks."""
    texts = []
    for path in sorted(library.rglob("*.yaml")):
        transcript = load(path).transcript
        texts += [turn.text.replace("\n", "") for turn in transcript.turns] if transcript else []
    return "".join(text for text in texts if re.search("[ぁ-ん]", text))


def seconds(step: Callable[[str, int], object], paragraphs: list[str], cells: int) -> float:
    started = perf_counter()
    for paragraph in paragraphs:
        step(paragraph, cells)
    return perf_counter() - started


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("library", nargs="?", type=Path, default=BUNDLED)
    parser.add_argument("--characters", type=int, default=1_500_000)
    parser.add_argument("--paragraph", type=int, default=150, help="characters in a paragraph")
    parser.add_argument("--cells", type=int, default=80)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    source = japanese(args.library)
    if not source:
        parser.error(f"no Japanese turn in {args.library}")
    text = "".join(islice(cycle(source), args.characters))
    paragraphs = [text[at : at + args.paragraph] for at in range(0, len(text), args.paragraph)]
    ours, theirs = [], []
    for _ in range(args.rounds):
        ours.append(seconds(wrap, paragraphs, args.cells))
        theirs.append(seconds(divide_line, paragraphs, args.cells))
    ratio = min(ours) / min(theirs)
    print(f"{len(text):,} characters in {len(paragraphs):,} paragraphs at {args.cells} cells, best of {args.rounds}")
    print(f"(drawn from {len(source):,} characters of {args.library.name})")
    print(f"ours  {min(ours) * 1000:7.1f} ms")
    print(f"Rich  {min(theirs) * 1000:7.1f} ms")
    print(f"ratio {ratio:7.2f}    budget {BUDGET:.2f}")
    return 0 if ratio <= BUDGET else 1


if __name__ == "__main__":
    raise SystemExit(main())
