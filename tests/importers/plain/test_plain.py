"""Transcripts as plain text; every sample is of our own writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roundtable_tui.importers import NotImportedError, recognise
from roundtable_tui.importers.plain import PlainImporter

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable

    from roundtable_tui.importers import Imported


def read(text: str) -> Imported:
    return PlainImporter().read(text)


def said(imported: Imported) -> list[tuple[str, str]]:
    return [(turn.shown_label, turn.text) for turn in imported.transcript.turns]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n"])
@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ("Ann Lee: Is it loud?\nBen Ode: It is.\nAnn Lee: 12:30, then.\nBen Ode: Yes.\n",
         [("Ann Lee", "Is it loud?"), ("Ben Ode", "It is."), ("Ann Lee", "12:30, then."), ("Ben Ode", "Yes.")]),
        ("青木：減りましたか。\n田村：半分です。\n青木：なるほど。\n田村：はい。\n",
         [("青木", "減りましたか。"), ("田村", "半分です。"), ("青木", "なるほど。"), ("田村", "はい。")]),
        ("青木「減りましたか」\n田村「半分です」\n青木「なるほど」\n田村「はい」\n",
         [("青木", "「減りましたか」"), ("田村", "「半分です」"), ("青木", "「なるほど」"), ("田村", "「はい」")]),
        ("青木　減りましたか。\n田村　半分です。\n青木　なるほど。\n田村　はい。\n",
         [("青木", "減りましたか。"), ("田村", "半分です。"), ("青木", "なるほど。"), ("田村", "はい。")]),
        ("Q：減りましたか。\nA：半分です。\nQ：なぜ。\nA：さあ。\n",
         [("Q", "減りましたか。"), ("A", "半分です。"), ("Q", "なぜ。"), ("A", "さあ。")]),
        ("問1　減りましたか。\n答1　半分です。\n問2　なぜ。\n答2　さあ。\n",
         [("問1", "減りましたか。"), ("答1", "半分です。"), ("問2", "なぜ。"), ("答2", "さあ。")]),
        ("Q - How many?\nA - Half.\nQ - Why?\nA - Ah.\n",
         [("Q", "How many?"), ("A", "Half."), ("Q", "Why?"), ("A", "Ah.")]),
        ("Q1. 減りましたか。\nA1. 半分です。\nQ2. なぜ。\nA2. さあ。\n",
         [("Q1", "減りましたか。"), ("A1", "半分です。"), ("Q2", "なぜ。"), ("A2", "さあ。")]),
    ],
)  # fmt: skip
def test_a_name_and_the_words_on_one_line_are_a_turn(text: str, turns: list[tuple[str, str]], end: str) -> None:
    text = "\ufeff" + text.replace("\n", end)
    assert recognise(text).name == "text"
    imported = recognise(text).read(text)
    assert said(imported) == turns
    assert {one.reason for one in imported.doubts} <= {
        "no line above the talk can be the title; the transcript has none"
    }


def test_a_numbered_question_is_asked_by_the_one_who_asks_them_all() -> None:
    imported = read("Q1. 減りましたか。\nA1. 半分です。\nQ2. なぜ。\nA2. さあ。\n")
    assert [(one.label, one.aliases) for one in imported.transcript.participants] == [
        ("Q", ("Q1", "Q2")),
        ("A", ("A1", "A2")),
    ]


def test_a_label_alone_on_its_line_stands_above_the_words() -> None:
    text = "青木\n会議は減りましたか。\n\n田村\n半分になりました。\n\n"
    text += "青木\nなるほど、そうですか。\n\n田村\nはい、そうです。\n"
    assert said(read(text))[:2] == [("青木", "会議は減りましたか。"), ("田村", "半分になりました。")]


@pytest.mark.parametrize(
    ("lines", "times"),
    [
        ("[00:00:01] Ann: One.\n[00:00:05] Ben: Two.\n[00:00:09] Ann: Three.\n", ["00:00:01", "00:00:05", "00:00:09"]),
        ("Ann: [0:01] One.\nBen: (0:05) Two.\nAnn: (1:09) Three.\n", ["0:00:01", "0:00:05", "0:01:09"]),
        ("Ann  0:01\nOne.\n\nBen  0:05\nTwo.\n\nAnn  1:09\nThree.\n", ["0:00:01", "0:00:05", "0:01:09"]),
        ("Ann (0:01): One.\nBen (0:05): Two.\nAnn (1:09): Three.\n", ["0:00:01", "0:00:05", "0:01:09"]),
        ("Ann (0:00:01):\nOne.\n\nBen (0:00:05):\nTwo.\n\nAnn (0:01:09):\nThree.\n", ["0:00:01", "0:00:05", "0:01:09"]),
        ("Ann: 0:00:01\nOne.\n\nBen: 0:00:05\nTwo.\n\nAnn: 0:01:09\nThree.\n", ["0:00:01", "0:00:05", "0:01:09"]),
        ("00:01:01 Ann\nOne.\n00:02:01 Ben\nTwo.\n00:03:01 Ann\nThree.\n", ["00:01:01", "00:02:01", "00:03:01"]),
    ],
)
def test_a_time_beside_the_label_is_when_the_turn_begins(lines: str, times: list[str]) -> None:
    imported = read(lines + "Ben: Four.\n")
    assert [turn.at for turn in imported.transcript.turns][:3] == times
    assert [text for _label, text in said(imported)][:3] == ["One.", "Two.", "Three."]


def test_dashes_and_brackets_are_narration_and_what_has_no_label_below_them_is_a_doubt() -> None:
    text = (
        "――まず数を教えてください。\n青木：九十です。\n田村：はい。\n\n（一同笑う）\n\nそれから、棚も。\n\n"
        "――なぜですか。\n\nさあ。\n青木：広いから。\n"
        "田村：ええ。\n"
    )
    imported = read("椅子の話\n\n" + text)
    assert imported.transcript.title == "椅子の話"
    assert said(imported) == [
        ("―", "まず数を教えてください。"), ("青木", "九十です。"), ("田村", "はい。"), ("―", "（一同笑う）"),
        ("田村", "それから、棚も。"), ("―", "なぜですか。"), ("―", "さあ。"), ("青木", "広いから。"),
        ("田村", "ええ。"),
    ]  # fmt: skip
    assert [one.text for one in imported.doubts] == ["それから、棚も。", "さあ。"]


def test_a_name_without_its_colon_is_a_doubt() -> None:
    imported = read("Ann: One.\nBen: Two.\nAnn Really?\nBen: Three.\nAnn: Four.\n")
    assert ("Ben", "Two.\nAnn Really?") in said(imported)
    assert "Ann Really?" in [one.text for one in imported.doubts]


def test_no_label_is_cut_at_the_colon_of_what_is_no_time() -> None:
    imported = read("Ann: One.\nBen: Two.\nAnn (01:99:00): Three.\nBen: Four.\nAnn: Five.\n")
    assert {label for label, _text in said(imported)} == {"Ann", "Ben"}


def test_music_between_stars_is_narration() -> None:
    imported = read("Ann: One.\nBen: Two.\n\n*Intro Music*\n\nAnn: Three.\nBen: Four.\n")
    assert ("―", "*Intro Music*") in said(imported)


def test_front_matter_is_left_to_markdown() -> None:
    text = "---\ntitle: Keys\nspeakers: [Ann Lee]\n---\n\nQ - How?\n\nA - So.\n\nQ - Why?\n\nA - Ah.\n"
    assert PlainImporter().likeness(text) == 0
    assert recognise(text).name == "markdown"
    assert said(recognise(text).read(text)) == [("Q", "How?"), ("A", "So."), ("Q", "Why?"), ("A", "Ah.")]


def test_a_name_counts_only_if_it_recurs_or_is_listed() -> None:
    text = "青木：九十です。\n田村：はい。\n青木：結論から言うと：広いから。\n補足：狭い。それから、\n"
    text += "田村：ええ。\nもう一つ：机。\n長い話が\n続きます。\nまだ続きます。\n"
    imported = read(text)
    assert {label for label, _text in said(imported)} == {"青木", "田村"}
    listed = read("参加者：青木 千尋、補足 太郎\n\n" + text)
    assert ("補足", "狭い。それから、") in said(listed)


def test_a_single_label_among_many_is_taken_and_doubted() -> None:
    imported = read("Ann: One.\nBen: Two.\nAnn: Three.\nBen: Four.\nCleo: Five.\n")
    assert said(imported)[-1] == ("Cleo", "Five.")
    assert "Cleo" in [one.text for one in imported.doubts]


def test_words_in_quotation_marks_behind_a_sentence_begin_no_turn() -> None:
    text = "彼は「紙」と言った。\n彼は「本」と言った。\n私も「机」と言った。\n私も「棚」と言った。\n"
    assert PlainImporter().likeness(text) == 0
    with pytest.raises(NotImportedError, match="no line names a speaker"):
        read(text)


def test_those_listed_are_known_by_honorific_role_and_reading_and_several_at_once_are_collective() -> None:
    text = (
        "参加者\n架空市総務部長：青木 千尋（あおき ちひろ）\n架空市情報課長：田村 航\n\n"
        "青木さん：一。\n青木部長：二。\nあおき：三。\n田村：四。\n一同：五。\n青木・田村：六。\n"
    )
    imported = read(text)
    people = {one.label: one for one in imported.transcript.participants}
    assert people["青木"].aliases == ("青木さん", "青木部長", "あおき")
    assert [one.label for one in people.values() if one.collective] == ["一同", "青木・田村"]
    assert imported.doubts == ()


def test_two_of_one_surname_stay_two() -> None:
    imported = read("参加者：青木 千尋、青木 実\n\n青木千尋：一。\n青木実：二。\n青木：三。\n青木千尋：四。\n")
    speakers = [turn.speaker.label for turn in imported.transcript.turns if turn.speaker]
    assert speakers == ["青木 千尋", "青木 実", "青木", "青木 千尋"]
    assert "青木" in [one.text for one in imported.doubts]


def test_headings_with_a_mark_are_sections_and_credits_at_the_end_are_credits() -> None:
    text = "椅子の話\n\n■数\n\n青木：九十です。\n田村：はい。\n\n"
    text += "■棚\n\n青木：広い。\n田村：ええ。\n\n文：久保 蓮\n写真：星川 杏\n"
    piece = read(text).transcript
    assert [one.heading for one in piece.all_sections] == ["■数", "■棚"]
    assert [(one.role, one.name) for one in piece.credits] == [("文", "久保 蓮"), ("写真", "星川 杏")]


def test_what_an_article_or_markdown_says_of_itself_is_left_to_them() -> None:
    article = "紙の話\n\n参加者\n架空市CIO：青木 千尋\n県CIO：田村 航\n\n"
    article += "青木\nどこへですか。\n\n田村\n箱の中です。\n\n青木\nはい。\n"
    assert recognise(article).name == "article"
    assert recognise("# 紙\n\n**青木:** 一。\n\n**田村:** 二。\n\n**青木:** 三。\n").name == "markdown"
    assert recognise("---\ntitle: 紙\n---\n青木: 一。\n\n田村: 二。\n\n青木: 三。\n\n田村: 四。\n").name == "markdown"


LEADS = [
    "青木：",
    "田村「",
    "田村：",
    "Q：",
    "――",
    "（",
    "■",
    "",
    "青木　",
    "一同：",
    "参加者：",
    "[00:01] 青木：",
    "※",
]
WORDS = st.text("紙へるAb1。.!「」：:　 ()、・", min_size=1, max_size=12)


@settings(max_examples=120)
@given(
    rows=st.lists(st.tuples(st.sampled_from(LEADS), WORDS), min_size=1, max_size=8),
    end=st.sampled_from(["\n", "\r\n", "\n\n"]),
)
def test_no_word_is_lost_and_all_is_in_order(
    rows: list[tuple[str, str]],
    end: str,
    lost: Callable[[str, Imported], Counter[str]],
    in_order: Callable[[str, Imported], bool],
) -> None:
    text = "青木：一。\n田村：二。\n青木：三。\n田村：四。\n" + end.join(lead + words for lead, words in rows)
    imported = read(text)
    assert set(lost(text, imported)) <= set("：:―[]※()（）、，・■")
    assert in_order(text, imported)


@pytest.mark.parametrize(
    "unit",
    ["青木：", "青木：一。\n", "青木\n一。\n\n", "「", "青木「", "　", "　一", "(1:23) ", "[00:01] a\n", "――a\n",
     "Q", "Q：a\n", ":", "\n", "■a\n\n", "（a）\n\n", "参加者\n", "参加者：青木\n", "a b  c\n", "a・"],
)  # fmt: skip
def test_no_text_takes_more_steps_than_its_length_allows(
    unit: str, steps: Callable[[Callable[[], object], int], int]
) -> None:
    def work(times: int) -> Callable[[], object]:
        text = "青木：一。\n田村：二。\n青木：三。\n田村：四。\n" + unit * times
        return lambda: (PlainImporter().likeness(text), read(text))

    once = steps(work(200), 2 * 10**6)
    assert steps(work(800), 4 * 10**6) < 5 * once + 4000
