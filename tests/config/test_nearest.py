from __future__ import annotations

from roundtable_tui.config.nearest import nearest


def test_a_slip_finds_what_was_meant() -> None:
    commands = ["list", "read", "search", "export"]
    assert nearest("serach", commands) == ["search"]
    assert nearest("LIST", commands) == ["list"]
    assert nearest("zzz", commands) == []


def test_an_abbreviation_finds_what_it_is_short_for() -> None:
    assert nearest("--lib", ["--lang", "--library"]) == ["--library"]
    assert nearest("00", ["00500-2", "x"], 3) == ["00500-2"]


def test_as_many_as_asked_for_the_nearest_first_and_none_twice() -> None:
    assert sorted(nearest("014-3", ["014-1", "other", "014-2", "014-1"], 3)) == ["014-1", "014-2"]
    assert len(nearest("014", [f"014-{n}" for n in range(9)], 3)) == 3
    assert nearest("", ["a", "b"]) == []
