"""The one published article that lies beside the project: where each of its lines went, and what was read from it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from roundtable_tui.importers import decode, recognise
from roundtable_tui.model import Credit, Link, Participant
from roundtable_tui.source.load import load_text
from roundtable_tui.source.write import dump

if TYPE_CHECKING:
    from collections.abc import Callable

    from roundtable_tui.importers import Imported

FOLDER = Path(__file__).parents[3].parent / "shared" / "articles"
ARTICLES = sorted(FOLDER.glob("000_*.txt"))

pytestmark = pytest.mark.skipif(not ARTICLES, reason="../shared/articles, which is no part of the project, is missing")


@pytest.fixture(scope="module")
def source() -> str:
    return decode(ARTICLES[0].read_bytes()).text


@pytest.fixture(scope="module")
def imported(source: str) -> Imported:
    return recognise(source).read(source)


WHERE = {
    1: "set aside",
    3: "title",
    5: "lead 1",
    6: "lead 2",
    8: "note 1",
    9: "note 2",
    11: "set aside",
    13: "lead 3",
    15: "set aside",
    **{16 + place: f"participant {place + 1}" for place in range(5)},
    22: "heading 1",
    24: "heading 1.1",
    26: "label 1",
    27: "turn 1.1",
    29: "label 2",
    30: "turn 2.1",
    31: "turn 2.2",
    33: "label 3",
    34: "turn 3.1",
    35: "turn 3.2",
    37: "label 4",
    38: "turn 4.1",
    39: "turn 4.2",
    41: "label 5",
    42: "turn 5.1",
    44: "label 6",
    45: "turn 6.1",
    47: "heading 2",
    49: "heading 2.1",
    51: "label 7",
    52: "turn 7.1",
    54: "label 8",
    55: "turn 8.1",
    57: "label 9",
    58: "turn 9.1",
    60: "label 10",
    61: "turn 10.1",
    63: "narration 11",
    65: "closing 1",
    67: "credit 1",
    68: "credit 2",
    70: "back number 1",
    72: "back number 2",
    74: "set aside",
}
"""Where each line that is not blank went, by its number."""


def fields(imported: Imported) -> dict[str, str]:
    """Return every field of the transcript that holds printed words, as the article prints it."""
    piece = imported.transcript
    found = {"title": piece.title}
    for name, paragraphs in (("lead", piece.lead.split("\n")), ("closing", piece.closing.split("\n"))):
        found |= {f"{name} {place}": text for place, text in enumerate(paragraphs, 1)}
    found |= {f"note {place}": f"※{note.term}:{note.text}" for place, note in enumerate(piece.notes, 1)}
    for place, one in enumerate(piece.participants, 1):
        # The colon stands before the name, but for the one whose position has a colon itself.
        found[f"participant {place}"] = f"{one.org}{one.role}{' ' if ':' in one.role else ':'}{one.name}"
    for section in piece.all_sections:
        found[f"heading {'.'.join(map(str, section.path))}"] = section.heading
    for turn in piece.turns:
        if turn.kind == "narration":
            found[f"narration {turn.number}"] = f"―{turn.text}"
            continue
        found[f"label {turn.number}"] = turn.shown_label
        found |= {f"turn {turn.number}.{place}": text for place, text in enumerate(turn.paragraphs, 1)}
    found |= {f"credit {place}": f"{one.role}:{one.name}({one.org})" for place, one in enumerate(piece.credits, 1)}
    found |= {f"back number {place}": link.title for place, link in enumerate(piece.back_numbers, 1)}
    return found


@pytest.mark.parametrize("number", range(1, 75))
def test_each_line_stands_where_it_belongs(number: int, source: str, imported: Imported) -> None:
    line = source.split("\n")[number - 1]
    where = WHERE.get(number)
    if where is None:
        assert line == ""
    elif where == "set aside":
        assert [one.text for one in imported.set_aside if one.line == number] == [line]
    else:
        assert fields(imported)[where] == line


def test_nothing_stands_in_the_transcript_that_is_not_in_the_article(imported: Imported) -> None:
    assert sorted(fields(imported)) == sorted(where for where in WHERE.values() if where != "set aside")
    assert len(imported.set_aside) == list(WHERE.values()).count("set aside")


def test_the_article_has_no_other_lines(source: str) -> None:
    assert source.count("\n") == 73


def test_what_was_read_about_the_piece(imported: Imported) -> None:
    piece = imported.transcript
    assert (piece.id, piece.issue, piece.part, piece.parts) == ("014-2", 14, 2, 2)
    assert piece.title == "チャットでスムーズなテレワークを~荒川区CIO×都CIO座談会②~"
    assert piece.series == "東京都・区市町村CIOフォーラム座談会"
    assert piece.publication == "東京都・区市町村CIOフォーラムマガジン"
    assert (piece.held, piece.held_label) == ("2021-11-10", "令和3年11月10日")
    assert (piece.published, piece.subtitle, piece.lang, piece.honorifics) == ("", "", "ja", "敬称略")
    assert (piece.previous, piece.next) == (Link(title="前半はこちら"), None)
    assert [note.term for note in piece.notes] == ["CIO(情報統括責任者)", "東京都・区市町村CIOフォーラム"]
    assert piece.credits == (
        Credit("執筆者", "山岸 玲司", "デジタルサービス局戦略部戦略課"),
        Credit("編集", "星野 惇", "同上"),
    )
    assert piece.back_numbers == (Link(title="直近のバックナンバー"), Link(title="全てのバックナンバー"))


def test_everybody_who_took_part_is_there_speaking_or_not(imported: Imported) -> None:
    ward, city = "荒川区", "都"
    section = "荒川区管理部情報システム課"
    assert imported.transcript.participants == (
        Participant("梅原", "梅原 一彦", org=ward, role="CIO:管理部長(情報システム所管)", side=ward),
        Participant("小堀", "小堀 純", org=section, role="課長", side=ward),
        Participant("堀口", "堀口 大輔", org=section, role="管理担当係長", side=ward),
        Participant("宮坂", "宮坂 学", org=city, role="CIO", side=city),
        Participant("深井", "深井 稔", org="都デジタルサービス局", role="戦略部長", side=city),
    )
    spoken = [turn.speaker.label for turn in imported.transcript.turns if turn.speaker]
    assert spoken == ["宮坂", "梅原", "宮坂", "梅原", "宮坂", "梅原", "宮坂", "梅原", "深井", "梅原"]
    assert [turn.printed for turn in imported.transcript.turns if turn.printed] == ["都デジタルサービス局戦略部長:深井"]


def test_nothing_is_doubtful_and_the_reasons_say_what_the_other_lines_are(imported: Imported) -> None:
    assert imported.doubts == ()
    assert [(one.line, one.reason) for one in imported.set_aside] == [
        (1, "stands for a picture that is not in the text"),
        (11, "read as parts: 2 and previous"),
        (15, "the heading of the participants"),
        (74, "words of the page, not of the article"),
    ]


def test_the_file_has_no_problem_and_reads_back_to_the_same_words(imported: Imported) -> None:
    text = dump(imported.transcript)
    loaded = load_text(text, id="014-2", path="014-2.yaml")
    assert loaded.problems == ()
    assert loaded.transcript is not None
    assert dump(loaded.transcript) == text


@pytest.mark.parametrize("end", ["\r\n", "\r", " \t\n", "\u3000\r\n"])
def test_line_ends_and_blanks_behind_the_lines_change_nothing(end: str, source: str, imported: Imported) -> None:
    changed = source.replace("\n", end)
    assert recognise(changed).read(changed) == imported


def test_no_line_is_lost_or_moved(source: str, imported: Imported, account: Callable[[str, Imported], str]) -> None:
    assert account(source, imported) == ""
