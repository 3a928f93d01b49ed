"""A process that does nothing but search: `python -m benchmarks.search.searching LIBRARY`.

It says `ready` when the engine is filled. Each line of stdin is then `first QUERY` or `all QUERY`, and is answered by a
line of stdout: seconds, hits in all, 1 if these are all of them or else 0. The clock stands while it reads and writes.
"""

from __future__ import annotations

import sys
from time import perf_counter

from benchmarks.search.engine import all_hits, first_hits, open_engine


def main(folder: str) -> None:
    """Answer until stdin ends."""
    began = perf_counter()
    engine = open_engine(folder)
    print(f"ready {perf_counter() - began}", flush=True)
    for line in sys.stdin:
        kind, _, query = line.rstrip("\n").partition(" ")
        ask = first_hits if kind == "first" else all_hits
        began = perf_counter()
        results = ask(engine, query)
        print(perf_counter() - began, results.total, int(results.complete), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
