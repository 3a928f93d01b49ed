from __future__ import annotations

import pytest

from roundtable_tui.importers import IMPORTERS, NotImportedError, importer_named, recognise


def test_every_format_is_found_by_its_name_and_names_are_unique() -> None:
    assert [importer_named(one.name) for one in IMPORTERS] == list(IMPORTERS)
    assert all(one.name == one.name.lower() and one.summary for one in IMPORTERS)


def test_an_unknown_format_is_answered_with_the_known_ones() -> None:
    with pytest.raises(LookupError, match=r"'word'.*article"):
        importer_named("word")


def test_a_format_is_recognised_from_what_the_source_contains() -> None:
    assert recognise("紙の話\n\n" + "田村\nどこへですか。\n\n長谷\n箱の中です。\n\n" * 2).name == "article"


@pytest.mark.parametrize(
    ("text", "why"), [("", "empty"), (" \n\t\n", "empty"), ("昔々、紙がありました。\n", "article")]
)
def test_what_is_like_no_format_is_refused_with_a_reason(text: str, why: str) -> None:
    with pytest.raises(NotImportedError, match=why):
        recognise(text)


def test_a_format_that_is_certain_is_taken_without_asking_the_slower_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    slow = IMPORTERS[-1]
    monkeypatch.setattr(type(slow), "likeness", lambda _self, text: asked.append(text) or 0)
    assert recognise("WEBVTT\n\n00:01.000 --> 00:02.000\n<v 青木>はい。\n").name == "vtt"
    assert asked == []
