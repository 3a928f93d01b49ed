"""Sources that no honest program writes: each ends in a transcript or a sentence, and soon."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from roundtable_tui.importers import NotImportedError, importer_named
from roundtable_tui.importers.captions.markup import pieces_of
from roundtable_tui.importers.json.source_lines import MISSES, SourceLines
from roundtable_tui.importers.json.values import parse
from roundtable_tui.importers.speakers.resolving import resolve
from roundtable_tui.importers.utterances import clock

if TYPE_CHECKING:
    from collections.abc import Callable

    Steps = Callable[[Callable[[], object], int], int]

DIGITS = "1" * 5000


@pytest.mark.parametrize("name", ["json", "kokkai", "whisper"])
@pytest.mark.parametrize(("value", "reason"), [(DIGITS, "more digits"), ("[" * 100_000, "nested too deeply")])
def test_json_that_cannot_be_held_is_refused_by_every_importer(name: str, value: str, reason: str) -> None:
    with pytest.raises(NotImportedError, match=reason):
        importer_named(name).read(f'{{"segments": {value}')


def test_a_key_that_stands_twice_among_many_is_found_in_one_look() -> None:
    pairs = ", ".join(f'"key {number}": 0' for number in range(200_000))
    with pytest.raises(NotImportedError, match="'again' stands twice"):
        parse(f'{{{pairs}, "again": 1, "again": 2}}')


@pytest.mark.parametrize("name", ["vtt", "srt"])
def test_a_time_of_thousands_of_digits_is_no_time(name: str) -> None:
    with pytest.raises(NotImportedError, match="cue"):
        importer_named(name).read(f"1\n{DIGITS}:00:00,000 --> {DIGITS}:00:02,000\nはい。\n")


def test_a_voice_tag_of_many_dots_is_looked_at_once() -> None:
    tag = "<v" + "." * 200
    assert [piece.text for piece in pieces_of(f"{tag} はい")] == [f"{tag} はい"]
    assert [(piece.voice, piece.text) for piece in pieces_of("<v.loud.first 青木>はい")] == [("青木", "はい")]


def test_a_time_that_no_recording_has_is_left_out() -> None:
    last = 10_000 * 3_600_000 - 1
    assert [clock(-1), clock(0), clock(last), clock(last + 1)] == ["", "0:00:00", "9999:59:59.999", ""]


def test_every_turn_may_have_a_speaker_of_its_own(steps: Steps) -> None:
    voices = {(f"SPEAKER_{number}", ""): 1 for number in range(1000)}
    steps(lambda: resolve(voices, []), 400_000)


def test_what_a_parser_does_not_tell_is_not_looked_for_for_ever() -> None:
    class Source(str):
        __slots__ = ("looked",)
        looked: int

        def find(self, *where: object) -> int:
            self.looked += 1
            return super().find(*where)  # type: ignore[arg-type]

    source = Source('[\n"紙",\n"\\u7d19\\u306e\\u675f",\n"端末"]')
    source.looked = 0
    lines = SourceLines(source)
    assert [lines.of(text) for text in ("紙", "紙の束", "端末")] == [2, 3, 4]
    assert {lines.of(f"no such text {number}") for number in range(2 * MISSES)} == {4}
    assert source.looked <= 2 * MISSES + 6
