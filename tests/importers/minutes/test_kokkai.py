"""What the API of the Diet's minutes answers; the sittings here never were."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.importers import NotImportedError, recognise
from roundtable_tui.importers.minutes import KokkaiImporter
from roundtable_tui.source.load import load_text
from roundtable_tui.source.write import dump

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable

    from roundtable_tui.importers import Imported


def speech(order: int, speaker: str | None, words: str, **more: object) -> dict[str, Any]:
    return {"speechID": f"x_{order:03}", "speechOrder": order, "speaker": speaker, "speech": words, **more}


SPEECHES = [
    speech(0, "会議録情報", "令和三年三月十六日\r\n　　午前九時開議\r\n　　　―――――――――"),
    speech(
        1,
        "雲井太郎",
        "○雲井委員長　これより会議を開きます。\r\n　紙を減らす件を議題といたします。\r\n"
        "　　〔委員長退席、空野委員着席〕",
        speakerYomi="くもいたろう",
        speakerGroup="架空の会",
        speakerPosition="委員長",
        speakerRole=None,
    ),
    speech(2, "空野花子", "○空野委員　はい。（拍手）\r\n（拍手）\r\n　では。", speakerGroup="空想の会"),
    speech(3, "雲井太郎", "○雲井委員長　以上です。", speakerGroup="架空の会", speakerPosition="委員長"),
]
MEETING = {
    "issueID": "x",
    "session": 204,
    "nameOfHouse": "衆議院",
    "nameOfMeeting": "紙委員会",
    "issue": "第3号",
    "date": "2021-03-16",
    "speechRecord": SPEECHES,
    "meetingURL": "https://example.jp/x",
}


def read(document: object) -> Imported:
    text = json.dumps(document, ensure_ascii=False, indent=1)
    assert recognise(text).name == "kokkai"
    return KokkaiImporter().read(text)


def test_a_meeting_with_its_speakers_their_groups_positions_and_readings() -> None:
    imported = read({"numberOfRecords": 1, "meetingRecord": [MEETING]})
    piece = imported.transcript
    assert (piece.title, piece.held, piece.source) == (
        "第204回国会 衆議院 紙委員会 第3号",
        "2021-03-16",
        "https://example.jp/x",
    )
    assert [(one.label, one.kana, one.org, one.role, one.aliases) for one in piece.participants] == [
        ("雲井太郎", "くもいたろう", "架空の会", "委員長", ("雲井委員長",)),
        ("空野花子", "", "空想の会", "", ("空野委員",)),
    ]
    assert [(turn.shown_label, turn.text) for turn in piece.turns] == [
        ("―", "令和三年三月十六日"),
        ("―", "午前九時開議"),
        ("―", "―――――――――"),
        ("雲井委員長", "これより会議を開きます。\n紙を減らす件を議題といたします。"),
        ("―", "〔委員長退席、空野委員着席〕"),
        ("空野委員", "はい。（拍手）"),
        ("―", "（拍手）"),
        ("空野委員", "では。"),
        ("雲井委員長", "以上です。"),
    ]
    assert load_text(dump(piece), id="x", path="x").problems == ()


def test_speeches_alone_are_put_together_by_meeting() -> None:
    about = {name: value for name, value in MEETING.items() if name != "speechRecord"}
    speeches = [{**about, **one} for one in reversed(SPEECHES)]
    speeches.append({**about, "issueID": "y", "issue": "第4号", **speech(0, "雲井太郎", "○雲井太郎君　おはよう。")})
    imported = read({"speechRecord": speeches})
    assert [section.heading for section in imported.transcript.sections] == [
        "第204回国会 衆議院 紙委員会 第3号",
        "第204回国会 衆議院 紙委員会 第4号",
    ]
    assert imported.transcript.turns[-1].shown_label == "雲井太郎君"
    assert len(imported.doubts) == 1


@pytest.mark.parametrize(
    "text", ['{"meetingRecord": []}', '{"meetingRecord": [{"speechRecord": [{"speech": ""}]}]}', "[]"]
)
def test_where_nobody_speaks_there_is_no_transcript(text: str) -> None:
    with pytest.raises(NotImportedError):
        KokkaiImporter().read(text)


WORDS = st.text("紙Aa。（）〔〕― 　\n", min_size=1, max_size=20)


@given(said=st.lists(st.tuples(st.sampled_from(["雲井太郎", "空野花子", "会議録情報"]), WORDS), min_size=1, max_size=5))
def test_nothing_that_is_said_is_lost(
    said: list[tuple[str, str]],
    lost: Callable[[str, Imported], Counter[str]],
    in_order: Callable[[str, Imported], bool],
) -> None:
    speeches = [speech(order, who, words) for order, (who, words) in enumerate(said)]
    words = "".join(words for _who, words in said)
    try:
        imported = KokkaiImporter().read(json.dumps({"meetingRecord": [{**MEETING, "speechRecord": speeches}]}))
    except NotImportedError:
        assert not words.strip()
        return
    assert not lost(words, imported)
    assert in_order(words, imported)
