"""How magazines and blogs print a round table: every habit of theirs that a reader would call a quirk."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pytest

from roundtable_tui.importers.article import ArticleImporter
from roundtable_tui.model import NARRATION
from roundtable_tui.source.load import load_text
from roundtable_tui.source.write import dump

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable

    from roundtable_tui.importers import Imported
    from roundtable_tui.model import Transcript

CAST = "紙の話①\n\n参加者\n架空市総務部長:青木 千尋\n県情報課課長:田村 航\n\n"
TALK = "紙をやめてみた\n\n青木\n紙は減りました。\n\n田村さん\n半分になりました。\n"


def read(text: str) -> Imported:
    imported = ArticleImporter().read(text)
    loaded = load_text(dump(imported.transcript), id="x", path="x.yaml")
    assert loaded.transcript is not None
    assert [turn.text for turn in loaded.transcript.turns] == [turn.text for turn in imported.transcript.turns]
    assert [one.message for one in loaded.problems if one.level == "error"] == []
    return imported


def said(piece: Transcript) -> list[tuple[str, str]]:
    """Return who says what; a narration's speaker is the dash."""
    return [(turn.speaker.label if turn.speaker else turn.label, turn.text) for turn in piece.turns]


def test_cast_lines_in_both_orders_of_the_colon_with_two_none_and_in_brackets() -> None:
    cast = "紙の話\n\n【参加者(敬称略)】\n架空市CIO:総務部長(情報担当) 青木 千尋\n田村 航：架空市情報課課長\n"
    imported = read(
        f"{cast}県戦略部長 長谷 実\n市川 蓮（県情報課主任）\n\n議題の前に\n\n青木\nはい。\n\n市川\nどうも。\n"
    )
    piece = imported.transcript
    assert [(one.label, one.name, one.org, one.role) for one in piece.participants] == [
        ("青木", "青木 千尋", "架空市", "CIO:総務部長(情報担当)"),
        ("田村", "田村 航", "架空市情報課", "課長"),
        ("長谷", "長谷 実", "県", "戦略部長"),
        ("市川", "市川 蓮", "県情報課", "主任"),
    ]
    assert piece.honorifics == "敬称略"
    assert [one.text for one in imported.set_aside] == ["【参加者(敬称略)】"]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_an_agenda_with_circled_numbers_is_no_row_of_headings(between: str) -> None:
    imported = read(f"{CAST}議題{between}①紙を減らす\n②研修\n③窓口\n\n{TALK}")
    assert imported.transcript.agenda == ("紙を減らす", "研修", "窓口")
    assert [section.heading for section in imported.transcript.all_sections] == ["紙をやめてみた"]
    assert ("議題", "the heading of the agenda") in [(one.text, one.reason) for one in imported.set_aside]


def test_a_label_that_the_cast_defines_is_used_from_then_on(lost: Callable[[str, Imported], Counter[str]]) -> None:
    cast = "紙の話\n\n参加者\n架空市総務部長:青木 千尋(以下「青木」)\n県情報課課長：田村（以下「田村課長」という）\n\n"
    text = f"{cast}青木\n紙は減りました。\n\n田村課長\n半分です。\n"
    imported = read(text)
    assert said(imported.transcript) == [("青木", "紙は減りました。"), ("田村課長", "半分です。")]
    assert [one.role for one in imported.transcript.participants] == ["総務部長", "課長"]
    assert not lost(text, imported)


@pytest.mark.parametrize("divided", ["\n", "\u3000", "：", ""])
def test_a_label_may_be_defined_where_its_owner_first_speaks(divided: str) -> None:
    first = "架空市総務部長：青木（以下「青木」）"
    text = f"紙の話\n\n{first}{divided}紙は減りました。\n\n県情報課課長：田村（以下、田村）{divided}半分です。\n\n"
    piece = read(f"{text}青木\n棚も減りました。\n\n田村\nはい、そうですよね。\n").transcript
    assert said(piece)[0::2] == [("青木", "紙は減りました。"), ("青木", "棚も減りました。")]
    assert [(one.label, one.org, one.role) for one in piece.participants] == [
        ("青木", "架空市", "総務部長"),
        ("田村", "県情報課", "課長"),
    ]
    assert piece.turns[0].printed == first


def test_a_label_that_is_defined_for_somebody_of_the_cast_makes_nobody_else() -> None:
    text = f"{CAST}架空市総務部長:青木(以下「青木」)\n紙は減りました。\n\n田村\n半分です。\n\n青木\n棚もです。\n"
    piece = read(text).transcript
    assert [one.name for one in piece.participants] == ["青木 千尋", "田村 航"]
    assert said(piece) == [("青木", "紙は減りました。"), ("田村", "半分です。"), ("青木", "棚もです。")]


def test_family_names_alone_with_honorific_kana_and_role_are_one_person_each_and_become_aliases() -> None:
    cast = "紙の話\n\n参加者\n架空市総務部長 青木 千尋（あおき ちひろ）\n県情報課課長 田村 航（たむら わたる）\n\n"
    labels = ["青木", "田村課長", "あおき", "田村さん", "青木 千尋", "県情報課課長:田村", "青木"]
    piece = read(cast + "\n".join(f"{label}\nはい、そうです。\n" for label in labels)).transcript
    assert [(one.label, one.aliases) for one in piece.participants] == [
        ("青木", ("あおき", "青木 千尋")),
        ("田村さん", ("田村課長",)),
    ]
    assert [turn.shown_label for turn in piece.turns] == labels
    assert [turn.printed for turn in piece.turns if turn.printed] == ["県情報課課長:田村"]


def test_several_at_once_are_collective() -> None:
    piece = read(f"{CAST}{TALK}\n青木・田村\n本当です。\n\n一同\nそうです。\n").transcript
    assert [(one.label, one.collective) for one in piece.participants][2:] == [("青木・田村", True), ("一同", True)]


@pytest.mark.parametrize("dash", ["―", "──", "―――", "――", "— ", "ーー", "-"])
def test_what_stands_behind_a_dash_is_narration(dash: str) -> None:
    piece = read(
        f"{CAST}{dash}紙はどうですか。\n\n青木\n減りました。\n\n{dash}次は何ですか?\n\n田村\n棚です。\n"
    ).transcript
    narrated = [turn.text for turn in piece.turns if turn.label == NARRATION]
    assert narrated == ["紙はどうですか。", "次は何ですか?"]


@pytest.mark.parametrize(
    "caption",
    [
        "写真：端末を見る青木さん",
        "写真1　会議室のようす",
        "▲端末を使うようす",
        "左から、青木氏、田村氏",
        "(左から)青木氏、田村氏",
    ],
)
def test_a_caption_that_stands_as_a_paragraph_is_nobodys_words_and_no_heading(caption: str) -> None:
    imported = read(f"{CAST}青木\n紙は減りました。\n\n{caption}\n\n田村\n棚も減りました。\n")
    assert [turn.label for turn in imported.transcript.turns] == ["青木", NARRATION, "田村"]
    assert imported.transcript.turns[1].text == caption
    assert len(imported.transcript.all_sections) == 1


@pytest.mark.parametrize(
    ("title", "part", "parts"),
    [
        ("紙の話①", 1, None),
        ("紙の話 ②", 2, None),
        ("紙の話 前編", 1, None),
        ("紙の話【後編】", 2, 2),
        ("紙の話 part2", 2, None),
        ("紙の話 Part.2", 2, None),
        ("紙の話(全2回の後半)", 2, 2),
        ("紙の話（２）全３回", 2, 3),
    ],
)
def test_the_title_says_which_part_it_is(title: str, part: int, parts: int | None) -> None:
    piece = read(CAST.replace("紙の話①", title) + TALK).transcript
    assert (piece.title, piece.part, piece.parts) == (title, part, parts)


FULL = (
    f"見出し画像\n\n{CAST}※この記事は全2回です。後半はこちら\n\n紙をやめる\n\nまずは会議から\n\n青木\n紙は減りました。会議も短くなりました。\n"
    "棚も減りました。次は何でしょうね。\n\n田村\n半分になりました。残りは来年です。\n\n―時間になりました。\n\n"
    "今後も続けます。次回もお楽しみに!\n\n文:久保 蓮(県広報課)\n編集:同上\n\n直近のバックナンバー\n\nフォローする\n"
)


def test_an_article_whose_blank_lines_were_lost_is_read_as_if_it_had_them_and_says_so() -> None:
    imported = read(re.sub("\n+", "\n", FULL))
    assert dump(imported.transcript) == dump(read(FULL).transcript)
    assert [(doubt.line, "no blank lines" in doubt.reason) for doubt in imported.doubts] == [(1, True)]


def test_without_blank_lines_labels_that_recur_are_enough() -> None:
    talk = "\n".join(
        f"{name}\nこの話は長いので、{place}回に分けます。" for place, name in enumerate(["青木", "田村"] * 3)
    )
    piece = read(f"紙の話\n棚の前で\n{talk}\n").transcript
    assert [turn.label for turn in piece.turns] == ["青木", "田村"] * 3
    assert [section.heading for section in piece.all_sections] == ["棚の前で"]


def test_letters_in_two_code_points_are_recognised_and_kept_as_they_are() -> None:
    text = FULL.replace("田村 航", "ガードナー 航").replace("田村", "ガードナー")
    apart = unicodedata.normalize("NFD", text)
    plain, found = read(text), read(apart)
    assert [unicodedata.normalize("NFC", turn.text) for turn in found.transcript.turns] == [
        turn.text for turn in plain.transcript.turns
    ]
    assert found.transcript.turns[0].text in apart
    assert [one.title for one in found.transcript.back_numbers] == [
        unicodedata.normalize("NFD", "直近のバックナンバー")
    ]
    assert [one.reason for one in found.set_aside] == [one.reason for one in plain.set_aside]
