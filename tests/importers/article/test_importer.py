"""An article of our own, printed as differently from the published one as articles may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from roundtable_tui.importers import NotImportedError
from roundtable_tui.importers.article import ArticleImporter
from roundtable_tui.model import NARRATION, Credit, Link, Note, Participant
from roundtable_tui.source.load import load_text
from roundtable_tui.source.write import dump

if TYPE_CHECKING:
    from collections.abc import Callable

    from roundtable_tui.importers import Imported

ARTICLE = """\
汐見県公式ノート
窓口は待たせない～三つ橋市長×汐見県CIO鼎談①～
掲載日：2022年3月1日

出席者（順不同・敬称略）：
・尾形　周一（三つ橋市情報政策課　課長）
・三枝　怜子（汐見県　副知事（CIO））
・齋藤　潔（三つ橋市長）

　本誌「汐見だより」では、まちの話を続けてお届けしています。
　令和四年二月三日（木）に「汐見円卓座談会第３回」を三つ橋市役所で行いました。

※発券機：番号の札を出す機械
＊ことづて：県と市町村のチャット。https://example.jp/x を参照
※この記事は全３回です。続きはこちら

■窓口の前で
●番号札は要るか

三枝：番号札はまだ要りますか。
尾形：要ります。12:30には列ができます。
　札がないと、順番でもめるのです。

――札を配る人はいますか。

齋藤：います。
尾形課長：一人だけ。

●電話はどうするか

三枝：電話は？

司会：そろそろ次の話へ。

一同：（笑）

■紙のゆくえ
●箱を数える

齋藤：箱は九百あります。

─この日はここまで。

＊　＊　＊

次回は箱の話です。お楽しみに！

取材・文：久保　蓮（汐見県広報課）、星川　杏（同上）
写真＝久保　蓮

バックナンバー
第1回　円卓を買う
第2回　窓を開ける https://example.jp/2

スキ 12
フォロー
"""


@pytest.fixture(scope="module")
def imported() -> Imported:
    return ArticleImporter().read(ARTICLE)


def test_what_is_said_about_the_piece(imported: Imported) -> None:
    piece = imported.transcript
    assert piece.title == "窓口は待たせない～三つ橋市長×汐見県CIO鼎談①～"
    assert (piece.id, piece.issue, piece.part, piece.parts) == ("003-1", 3, 1, 3)
    assert (piece.series, piece.publication) == ("汐見円卓座談会", "汐見だより")
    assert (piece.held, piece.held_label, piece.published) == ("2022-02-03", "令和四年二月三日", "2022-03-01")
    assert (piece.next, piece.previous) == (Link(title="続きはこちら"), None)
    assert piece.honorifics == "順不同・敬称略"
    assert piece.lead.split("\n") == [
        "本誌「汐見だより」では、まちの話を続けてお届けしています。",
        "令和四年二月三日（木）に「汐見円卓座談会第３回」を三つ橋市役所で行いました。",
    ]
    assert piece.notes == (
        Note("発券機", "番号の札を出す機械"),
        Note("ことづて", "県と市町村のチャット。https://example.jp/x を参照"),
    )


def test_the_cast_is_read_from_names_with_positions_in_brackets(imported: Imported) -> None:
    assert imported.transcript.participants == (
        Participant("尾形", "尾形 周一", org="三つ橋市情報政策課", role="課長", aliases=("尾形課長",)),
        Participant("三枝", "三枝 怜子", org="汐見県", role="副知事（CIO）"),
        Participant("齋藤", "齋藤 潔", role="三つ橋市長"),
        Participant("司会"),
        Participant("一同", collective=True),
    )


def test_marked_headings_and_turns_with_the_label_before_the_text(imported: Imported) -> None:
    piece = imported.transcript
    assert [(section.path, section.heading) for section in piece.all_sections] == [
        ((1,), "■窓口の前で"),
        ((1, 1), "●番号札は要るか"),
        ((1, 2), "●電話はどうするか"),
        ((2,), "■紙のゆくえ"),
        ((2, 1), "●箱を数える"),
    ]
    assert [(turn.label, turn.printed, turn.text) for turn in piece.turns] == [
        ("三枝", "", "番号札はまだ要りますか。"),
        ("尾形", "", "要ります。12:30には列ができます。\n札がないと、順番でもめるのです。"),
        (NARRATION, "", "札を配る人はいますか。"),
        ("齋藤", "", "います。"),
        ("尾形課長", "", "一人だけ。"),
        ("三枝", "", "電話は？"),
        ("司会", "", "そろそろ次の話へ。"),
        ("一同", "", "（笑）"),
        ("齋藤", "", "箱は九百あります。"),
        (NARRATION, "", "この日はここまで。"),
    ]


def test_what_stands_behind_the_talk(imported: Imported) -> None:
    piece = imported.transcript
    assert piece.closing == "次回は箱の話です。お楽しみに！"
    assert piece.credits == (
        Credit("取材・文", "久保　蓮", "汐見県広報課"),
        Credit("取材・文", "星川　杏", "同上"),
        Credit("写真", "久保　蓮"),
    )
    assert piece.back_numbers == (
        Link(title="バックナンバー"),
        Link(title="第1回　円卓を買う"),
        Link(title="第2回　窓を開ける", url="https://example.jp/2"),
    )


def test_every_other_line_is_reported_with_its_number_and_why(imported: Imported) -> None:
    assert [(one.line, one.text, one.reason) for one in imported.set_aside] == [
        (1, "汐見県公式ノート", "stands before the title"),
        (3, "掲載日：2022年3月1日", "read as published: 2022-03-01"),
        (5, "出席者（順不同・敬称略）：", "the heading of the participants"),
        (15, "※この記事は全３回です。続きはこちら", "read as parts: 3 and next"),
        (44, "＊　＊　＊", "a rule"),
        (55, "スキ 12", "words of the page, not of the article"),
        (56, "フォロー", "words of the page, not of the article"),
    ]
    assert [doubt.line for doubt in imported.doubts] == [33, 35]
    assert all("in no list of participants" in doubt.reason for doubt in imported.doubts)


MISSPELT = """\
渡し舟の話

参加者
課長:尾形 周一
副知事:三枝 怜子

川を渡る

司会
始めます。

三技
舟は残りますか。

尾形
残します。

三技
安心しました。
"""


def test_a_misspelt_label_is_a_speaker_of_its_own_and_the_doubt_names_who_may_be_meant() -> None:
    imported = ArticleImporter().read(MISSPELT)
    assert [turn.label for turn in imported.transcript.turns] == ["司会", "三技", "尾形", "三技"]
    unlisted = "read as a speaker, but in no list of participants"
    assert [doubt.reason for doubt in imported.doubts] == [
        f"司会: {unlisted} (stands there once)",
        f"三技: {unlisted} (stands there 2 times); the nearest is 三枝",
    ]


def test_the_file_has_no_problem(imported: Imported) -> None:
    assert load_text(dump(imported.transcript), id="003-1", path="003-1.yaml").problems == ()


def test_no_line_of_it_is_lost_or_moved(account: Callable[[str, Imported], str]) -> None:
    source = ARTICLE.replace("、星川　杏", "\n取材・文：星川　杏")
    imported = ArticleImporter().read(source)
    assert account(source, imported) == ""
    assert account(source + "\n足した行", imported) == "lost: '足した行'"
    assert account(source.replace("札を配る", "配る"), imported).startswith("lost: '――配る")
    assert account(source.replace("フォロー", ""), imported).startswith("invented")


CAST = "紙の話\n\n参加者\n架空市CIO:青木 千尋\n県局長:長谷 実\n\n"


def turns(text: str) -> list[tuple[str, str]]:
    return [(turn.shown_label, turn.text) for turn in ArticleImporter().read(text).transcript.turns]


def doubts(text: str) -> list[tuple[int, str]]:
    return [(doubt.line, doubt.text) for doubt in ArticleImporter().read(text).doubts]


def test_a_label_in_no_cast_that_stands_once_puts_words_into_no_mouth() -> None:
    text = f"{CAST}会議\n\n青木\nはい。\n\n深町\n箱の中です。\n\n長谷\nそうです。\n"
    assert turns(text) == [("青木", "はい。"), (NARRATION, "深町\n箱の中です。"), ("長谷", "そうです。")]
    assert doubts(text) == [(12, "深町")]


def test_a_label_in_no_cast_that_recurs_speaks_and_is_doubtful() -> None:
    text = f"{CAST}会議\n\n深町\nはい、紙の話です。\n\n青木\n箱。\n\n深町\nそうでしたか、箱か。\n"
    assert [label for label, _text in turns(text)] == ["深町", "青木", "深町"]
    assert doubts(text) == [(9, "深町")]


def test_labels_recur_where_no_cast_is_printed_at_all() -> None:
    text = "紙の話\n\n" + "田村\nどこへ行くのですか。\n\n長谷\n箱の中です。\n\n" * 2
    assert [label for label, _text in turns(text)] == ["田村", "長谷", "田村", "長谷"]
    inline = "紙の話\n\n会議\n\n田村：どこへ行くのですか。\n長谷：箱の中です。\n田村：なるほど。\n長谷：はい。\n"
    assert turns(inline)[1:3] == [("長谷", "箱の中です。"), ("田村", "なるほど。")]
    assert [line for line, _text in doubts(inline)] == [5, 6]


def test_a_turn_that_begins_with_an_unknown_name_and_a_colon_is_no_part_of_the_turn_before() -> None:
    text = f"{CAST}会議\n\n青木：はい。\n深町：箱の中です。\n長谷：そうです。\n"
    assert turns(text) == [("青木", "はい。"), (NARRATION, "深町：箱の中です。"), ("長谷", "そうです。")]
    assert doubts(text) == [(10, "深町：箱の中です。")]


def test_blank_lines_within_turns_keep_the_speaker() -> None:
    text = f"{CAST}会議\n\n青木\n\nはい。\n\nなるほど\n\n箱の話です。\n\n長谷\n\nそうです。\n\nおわりの話です。\n"
    assert turns(text) == [("青木", "はい。\nなるほど\n箱の話です。"), ("長谷", "そうです。\nおわりの話です。")]
    assert doubts(text) == [(21, "おわりの話です。")]


def test_text_without_a_label_is_doubtful_where_turns_are_printed_as_one_block() -> None:
    rest = "".join(f"{name}\nはい、{place}です。\n\n" for place in range(5) for name in ("青木", "長谷"))
    text = f"{CAST}会議\n\n青木\nはい。\n\n続きの段落です。\n\n{rest}"
    assert turns(text)[0] == ("青木", "はい。\n続きの段落です。")
    assert doubts(text) == [(12, "続きの段落です。")]


def test_a_name_and_a_colon_within_a_block_are_doubtful_where_labels_stand_alone() -> None:
    text = f"{CAST}会議\n\n青木\nこう言いました。\n長谷：いいえ。\n\n長谷\nはい。\n"
    assert turns(text) == [("青木", "こう言いました。"), ("長谷", "いいえ。"), ("長谷", "はい。")]
    assert [line for _number, line in doubts(text)] == ["長谷：いいえ。"]
    assert doubts(f"{CAST}会議\n\n青木：はい。\n長谷：いいえ。\n") == []


def test_a_family_name_that_two_share_is_not_guessed() -> None:
    cast = "紙の話\n\n参加者\n県CIO:森 凪\n市CIO:森 実\n\n"
    text = f"{cast}会議\n\n森 凪\nはい。\n\n森\nどちらでしょう。\n\n森 実\n私です。\n"
    imported = ArticleImporter().read(text)
    assert [one.label for one in imported.transcript.participants] == ["森 凪", "森 実", "森"]
    assert turns(text) == [("森 凪", "はい。"), ("森", "どちらでしょう。"), ("森 実", "私です。")]
    assert [doubt.text for doubt in imported.doubts] == ["森"]
    assert "森 凪, 森 実" in imported.doubts[0].reason


@pytest.mark.parametrize("label", ["【{}】", "[{}] ", "＜{}＞", "― {}：", "―{}\n", "◆{}\n"])
def test_a_name_in_brackets_or_behind_a_mark_is_a_label_kept_as_printed(label: str) -> None:
    spoken = [("青木", "はい。"), ("長谷", "いいえ。"), ("青木", "では。")]
    talk = "".join(f"{label.format(name)}{text}\n\n" for name, text in spoken)
    imported = ArticleImporter().read(f"{CAST}会議\n\n{talk}")
    found = imported.transcript.turns
    assert [(turn.label, turn.text) for turn in found] == spoken
    assert found[0].shown_label == label.format("青木").strip().rstrip("：")
    assert imported.doubts == ()


def test_words_below_a_family_name_that_two_share_never_become_the_speakers_before() -> None:
    cast = "紙の話\n\n参加者\n県CIO:森 凪\n市CIO:森 実\n県局長:長谷 実\n\n"
    talk = "".join(
        f"長谷\n{place}ですか。\n\n{label}\n{place}です。\n\n" for place, label in enumerate(["森", "森さん"])
    )
    spoken = [("長谷", "0ですか。"), ("森", "0です。"), ("長谷", "1ですか。"), ("森さん", "1です。")]
    assert turns(f"{cast}会議\n\n{talk}") == spoken
    assert [text for _line, text in doubts(f"{cast}会議\n\n{talk}")] == ["森"]
    inline = "".join(f"{label}:{text}\n" for label, text in spoken)
    assert turns(f"{cast}会議\n\n{inline}") == spoken


def test_a_heading_right_below_the_cast_is_doubtful_as_a_participant() -> None:
    text = "紙の話\n\n参加者\n架空市CIO:青木 千尋\n県局長:長谷 実\n会議のやめ方\n\n青木\nはい。\n\n長谷\nいいえ。\n"
    assert doubts(text) == [(6, "会議のやめ方"), (8, "青木")]


def test_a_heading_of_participants_that_cannot_be_read_is_doubtful() -> None:
    talk = "".join(f"{label}\n{place}はい。\n\n" for place in range(3) for label in ("青木", "長谷"))
    text = f"紙の話\n\n参加者\n青木千尋(架空市)、長谷実\n\n会議\n\n{talk}"
    assert (3, "参加者") in doubts(text)


def test_the_cast_may_stand_behind_the_talk() -> None:
    text = "紙の話\n\n会議\n\n青木\nはい。\n\n長谷\nいいえ。\n\n参加者\n架空市CIO:青木 千尋\n県局長:長谷 実\n"
    imported = ArticleImporter().read(text)
    assert [one.name for one in imported.transcript.participants] == ["青木 千尋", "長谷 実"]
    assert [(turn.label, turn.text) for turn in imported.transcript.turns] == [("青木", "はい。"), ("長谷", "いいえ。")]
    assert imported.transcript.closing == ""


def test_a_table_of_contents_and_an_agenda_are_no_part_of_the_lead() -> None:
    contents = "目次\n1. 会議\n\n議題\n・紙\n・箱\n\n"
    imported = ArticleImporter().read(CAST.replace("参加者", contents + "参加者") + "会議\n\n青木\nはい。\n")
    assert imported.transcript.agenda == ("紙", "箱")
    assert imported.transcript.lead == ""
    assert [one.text for one in imported.set_aside] == ["目次", "1. 会議", "議題", "参加者"]


def test_an_article_in_which_nobody_speaks_is_refused() -> None:
    with pytest.raises(NotImportedError, match="no line names a speaker"):
        ArticleImporter().read("紙の話\n\n紙はどこへ行くのでしょう。\n")


def test_an_article_is_known_by_its_cast_or_its_labels_and_a_story_is_none() -> None:
    labels = "紙の話\n\n" + "田村\nどこへですか。\n\n長谷\n箱の中です。\n\n" * 2
    assert ArticleImporter().likeness(ARTICLE) == 90
    assert ArticleImporter().likeness(labels) == 50
    assert ArticleImporter().likeness("昔々、あるところに紙がありました。\n\n紙は箱に入りました。\n") == 0
    assert ArticleImporter().likeness("") == 0


def test_a_label_and_its_text_may_be_divided_by_a_wide_space_or_stand_in_brackets() -> None:
    text = f"{CAST}◇　◇　◇\n\n会議\n\n青木部長　紙の話です。\n\n【長谷】　そうですか。\n\n【青木】\nはい。\n"
    text = text.replace("架空市CIO", "架空市部長")
    assert turns(text) == [("青木部長", "紙の話です。"), ("【長谷】", "そうですか。"), ("【青木】", "はい。")]
    imported = ArticleImporter().read(text)
    assert [one.label for one in imported.transcript.participants] == ["青木", "長谷"]
    assert [section.heading for section in imported.transcript.all_sections] == ["会議"]


def test_a_name_whose_parts_are_not_divided_is_known_by_its_beginning() -> None:
    cast = "紙の話\n\n参加者\n町長　野々村凪\n課長　森みなと\n\n"
    imported = ArticleImporter().read(f"{cast}会議\n\n野々村\nはい。\n\n森課長\nいいえ。\n\n野々村\nでは。\n")
    assert [(one.label, one.name) for one in imported.transcript.participants] == [
        ("野々村", "野々村凪"),
        ("森みなと", "森みなと"),
    ]
    assert [turn.label for turn in imported.transcript.turns] == ["野々村", "森課長", "野々村"]


def test_an_english_article_is_read_too() -> None:
    cast = "Paper Talk (2/3)\n\nParticipants\nMayor of Kaku: Jane Smith\nKaku CIO: Tom Reed\n\n"
    lead = "Held on 10 November 2021.\n\n"
    imported = ArticleImporter().read(cast + lead + "Less paper\n\nSmith\nDid it shrink?\n\nReed\nBy half.\n")
    piece = imported.transcript
    assert (piece.part, piece.parts, piece.held, piece.held_label) == (2, 3, "2021-11-10", "10 November 2021")
    assert [(one.label, one.name, one.role) for one in piece.participants] == [
        ("Smith", "Jane Smith", "Mayor of Kaku"),
        ("Reed", "Tom Reed", "Kaku CIO"),
    ]
    assert (piece.lang, imported.doubts) == ("", ())


def test_a_date_or_a_subtitle_above_the_talk_is_neither_the_title_nor_a_heading() -> None:
    talk = "会議\n\n" + "田村\nどこへ行くのですか。\n\n長谷\n箱の中です。\n\n" * 2
    piece = ArticleImporter().read(f"2022年1月14日\n\n紙の話\n\n～箱の中から～\n\n{talk}").transcript
    assert (piece.title, piece.subtitle) == ("紙の話", "～箱の中から～")
    assert [section.heading for section in piece.all_sections] == ["会議"]


def test_of_a_very_long_source_only_the_beginning_tells_what_it_is(
    steps: Callable[[Callable[[], object], int], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roundtable_tui.importers.article.importer._SAMPLE", 2_000)
    article = "紙の話\n\n参加者\n部長 青木 千尋\n課長 長谷 実\n\n" + "青木\nはい。\n\n長谷\nいいえ。\n\n" * 150
    importer = ArticleImporter()
    assert importer.likeness(article) == 90
    once = steps(lambda: importer.likeness(article), 1_000_000)
    assert steps(lambda: importer.likeness(article * 20), 1_000_000) < 1.2 * once
