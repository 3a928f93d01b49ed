"""How fast transcripts are loaded, against a bare loop over the same parser's events, in one run.

    python benchmarks/load.py [--library DIR] [--megabytes N] [--pure]

Without `--library` a library is made: talks of 40 turns of about 150 characters, cut from what is said in the bundled
back issues, and written as `dump` writes them. Prints the best of several rounds of each, taken in turn so that a busy
machine slows them alike:

- `events`: PyYAML's C event stream and nothing else, the yardstick;
- `tree`: the nodes with their lines, limits and refusals checked;
- `load`: from the text to a transcript with every problem found;
- `load from disk`: the same with reading and decoding the file.

The budgets: events 45 MB/s, load 25 MB/s, and load at least at 0.35 of the speed of events.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from roundtable_tui.model import Participant, Section, Transcript, Turn
from roundtable_tui.source.events import event_source
from roundtable_tui.source.load import load, load_text
from roundtable_tui.source.report import Report
from roundtable_tui.source.tree import build
from roundtable_tui.source.write import dump

if TYPE_CHECKING:
    from collections.abc import Callable

BUNDLED = Path(__file__).resolve().parent.parent / "transcripts"
TURNS = 40
EVENTS_BUDGET = 45.0
LOAD_BUDGET = 25.0
RATIO_BUDGET = 0.35


def made(megabytes: float) -> list[str]:
    """Return the texts of a library of `megabytes` in all, cut from what is said in the bundled transcripts."""
    bundled = [load(path).transcript for path in sorted(BUNDLED.glob("*.yaml"))]
    said = "".join(turn.text for piece in bundled if piece and piece.lang != "en" for turn in piece.turns)
    words = cycle(said.replace("\n", ""))
    people = tuple(
        Participant(label, name=f"{label} 葵", org="架空市", role="係長") for label in ("青木", "石田", "上野", "遠藤")
    )
    found: list[str] = []
    size = 0
    while size < megabytes * 1e6:
        turns = tuple(
            Turn(number, "speech", people[number % 4].label, "".join(islice(words, 90 + number * 37 % 120)))
            for number in range(1, TURNS + 1)
        )
        sections = tuple(
            Section((place + 1,), f"話題{place}", turns[place * 10 : place * 10 + 10]) for place in range(4)
        )
        piece = Transcript(
            str(len(found)), f"座談会その{len(found)}", held="2021-11-10", participants=people, sections=sections
        )
        found.append(dump(piece))
        size += len(found[-1].encode())
    return found


def texts_of(folder: Path, megabytes: float) -> list[str]:
    """Return the files of `folder`, one after another and again, until they are `megabytes` in all."""
    files = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.yaml"))]
    if not files:
        raise SystemExit(f"no transcripts in {folder}")
    found: list[str] = []
    size = 0
    for text in cycle(files):
        found.append(text)
        size += len(text.encode())
        if size >= megabytes * 1e6:
            break
    return found


def events(texts: list[str], *, pure: bool) -> None:
    end = yaml.StreamEndEvent
    for text in texts:
        next_event = event_source(text, pure=pure)
        while next_event().__class__ is not end:
            pass


def tree(texts: list[str], *, pure: bool) -> None:
    for text in texts:
        build(event_source(text, pure=pure), Report("x", text))


def whole(texts: list[str], *, pure: bool) -> None:
    for text in texts:
        if load_text(text, id="x", path="x", pure=pure).transcript is None:
            raise SystemExit("a transcript that cannot be opened is no measure")


def from_disk(paths: list[Path], *, pure: bool) -> None:
    for path in paths:
        load(path, pure=pure)


def best(work: dict[str, Callable[[], None]], rounds: int) -> dict[str, float]:
    """Return the seconds of the fastest round of each, taken in turn."""
    seconds = dict.fromkeys(work, float("inf"))
    for _ in range(rounds):
        for name, run in work.items():
            start = time.perf_counter()
            run()
            seconds[name] = min(seconds[name], time.perf_counter() - start)
    return seconds


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--library", type=Path, help="a folder of transcripts")
    parser.add_argument("--megabytes", type=float, default=4.0, help="how much to load in each round")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--pure", action="store_true", help="the parser written in Python; no budget holds for it")
    args = parser.parse_args()
    texts = texts_of(args.library, args.megabytes) if args.library else made(args.megabytes)
    size = sum(len(text.encode()) for text in texts)
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"{number}.yaml") for number in range(len(texts))]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8")
        work: dict[str, Callable[[], None]] = {
            "events": lambda: events(texts, pure=args.pure),
            "tree": lambda: tree(texts, pure=args.pure),
            "load": lambda: whole(texts, pure=args.pure),
            "load from disk": lambda: from_disk(paths, pure=args.pure),
        }
        seconds = best(work, args.rounds)
    print(f"{len(texts)} files, {size / 1e6:.1f} MB")
    speed = {name: size / taken / 1e6 for name, taken in seconds.items()}
    for name, taken in seconds.items():
        a_file, ratio = taken / len(texts) * 1e6, seconds["events"] / taken
        print(f"{name:<15}{speed[name]:7.1f} MB/s {a_file:8.0f} µs a file  {ratio:5.2f} of events")
    if args.pure:
        return 0
    kept = (
        speed["events"] >= EVENTS_BUDGET,
        speed["load"] >= LOAD_BUDGET,
        speed["load"] >= RATIO_BUDGET * speed["events"],
    )
    for holds, budget in zip(kept, ("events 45 MB/s", "load 25 MB/s", "load 0.35 of events"), strict=True):
        print(f"{'kept' if holds else 'MISSED':<7} {budget}")
    return 0 if kept[1] and kept[2] else 1


if __name__ == "__main__":
    sys.exit(main())
