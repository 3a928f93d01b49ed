from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from roundtable_tui.state.place import Place
from roundtable_tui.state.places import Places
from roundtable_tui.state.progress import Progress, Share
from roundtable_tui.state.visits import Visits

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_what_was_read_last_comes_first_whatever_the_clock_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Places(tmp_path / "state.sqlite3")) as places:
        for second, piece in ((300, "a"), (200, "b"), (100, "c"), (50, "a")):
            monkeypatch.setattr("roundtable_tui.state.places.time", lambda second=second: second)
            places.save("/library", Place(piece, second))
        places.save("/other", Place("d", 1))
        Progress(places.store).mark("/library", "b", 7, read=True)
        found = Visits(places.store).newest("/library")
    assert [(each.place.piece, each.place.turn, each.when) for each in found] == [
        ("a", 50, 50),
        ("c", 100, 100),
        ("b", 200, 200),
    ]
    assert [each.share for each in found] == [None, None, Share(7, 7)]
