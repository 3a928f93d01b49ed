"""A typed session: what each key is answered with, and when."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.figures import Budget, Row, percentile
from benchmarks.search.queries import QUERIES, strokes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchmarks.search.queries import Stroke
    from benchmarks.search.searcher import Answer, Searcher

KEY_STROKE = {10_000: Budget(8, "measured"), 100_000: Budget(16, "measured"), 1_000_000: Budget(50, "measured")}


class Typed(NamedTuple):
    """A key stroke, the `first` answer to it, and the last, which is the same where the first was complete."""

    stroke: Stroke
    first: Answer
    last: Answer

    @property
    def whole(self) -> float:
        """Milliseconds until all hits were there."""
        return (self.first.seconds + (0 if self.first.complete else self.last.seconds)) * 1000


def type_all(searcher: Searcher) -> list[Typed]:
    """Type every query, a key at a time, as the reader would ask if everyone waited for every answer."""
    typed = []
    for stroke in strokes():
        first = searcher.ask("first", stroke.text)
        typed.append(Typed(stroke, first, first if first.complete else searcher.ask("all", stroke.text)))
    return typed


def rows(typed: Sequence[Typed], turns: int) -> Iterable[Row]:
    """Yield the rows of the key strokes `typed` in a library of so many turns."""
    first = [each.first.seconds * 1000 for each in typed]
    yield Row(f"key stroke to first hits, p95 of {len(typed)}", percentile(first, 0.95), budget=KEY_STROKE.get(turns))
    yield Row("key stroke to first hits, p50", median(first))
    yield Row("key stroke to all hits, p95", percentile([each.whole for each in typed], 0.95))
    yield Row("key stroke to all hits, p50", median(each.whole for each in typed))
    yield Row("key strokes whose first hits were not all", sum(not each.first.complete for each in typed), "")
    yield Row("… and showed nothing though there is something", sum(map(_showed_nothing, typed)), "")
    for kind in QUERIES:
        own = [each.whole for each in typed if each.stroke.kind == kind]
        yield Row(f"  {kind}, all hits, p95 of {len(own)}", percentile(own, 0.95))


def _showed_nothing(typed: Typed) -> bool:
    return typed.first.total == 0 < typed.last.total


def notes(typed: Sequence[Typed]) -> Iterable[str]:
    """Yield what the figures mean, and which whole queries were answered otherwise than they ought to be."""
    queries = sum(map(len, QUERIES.values()))
    yield (
        f"key stroke: one search in a process that does nothing else; {queries} queries of {len(QUERIES)} classes are "
        "typed letter by letter, each key after the answer to the one before; first hits as the reader asks for them"
    )
    whole = {each.stroke.text: each for each in typed if each.stroke.whole}.values()
    if odd := [each.stroke.text for each in whole if (each.last.total == 0) != (each.stroke.kind == "nothing")]:
        yield f"of {len(whole)} whole queries these find nothing, or something and ought not to: {', '.join(odd)}"
