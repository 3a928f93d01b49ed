"""A process that reads rows for another one: `python -m roundtable_tui.search.index.worker`.

Asked through stdin, it answers through stdout, in pickles; first it says which analyser it has. It ends with its stdin.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys

from roundtable_tui.search.index.read_rows import read_rows
from roundtable_tui.search.readings.analyser import find_analyser

_NICE = 10


def main() -> None:
    """Answer until stdin ends, at low priority; an interrupt is for whoever asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(_NICE)
    analyser = find_analyser()
    answers = sys.stdout.buffer
    pickle.dump(analyser.name if analyser else "", answers)
    answers.flush()
    while True:
        try:
            texts, people = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        pickle.dump(read_rows(texts, people, analyser), answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()


if __name__ == "__main__":
    main()
