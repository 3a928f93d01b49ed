from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from roundtable_tui.state.choices import Choices
from roundtable_tui.state.store import Store

if TYPE_CHECKING:
    from pathlib import Path


def test_a_choice_stays_from_run_to_run_and_the_last_one_counts(tmp_path: Path) -> None:
    for value in ("paper", "dark"):
        with closing(Store(tmp_path / "state.sqlite3")) as store:
            Choices(store).keep("theme", value)
    with closing(Store(tmp_path / "state.sqlite3")) as store:
        assert Choices(store).kept("theme") == "dark"
        assert Choices(store).kept("measure") == ""


def test_without_a_file_nothing_is_kept_and_nothing_breaks(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with closing(Store(tmp_path / "file" / "state.sqlite3")) as store:
        Choices(store).keep("theme", "paper")
        assert Choices(store).kept("theme") == ""
