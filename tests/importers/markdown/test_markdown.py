"""Transcripts in Markdown as people write them; every sample is of our own writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roundtable_tui.importers import NotImportedError, recognise
from roundtable_tui.importers.markdown import MarkdownImporter

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable

    from roundtable_tui.importers import Imported


def read(text: str) -> Imported:
    return MarkdownImporter().read(text)


def said(imported: Imported) -> list[tuple[str, str]]:
    return [(turn.shown_label, turn.text) for turn in imported.transcript.turns]


def timed(imported: Imported) -> list[tuple[str, str, str]]:
    return [(turn.shown_label, turn.text, turn.at) for turn in imported.transcript.turns]


TWO = [("青木", "紙は半分です。"), ("田村", "はい。"), ("青木", "ええ。")]


@pytest.mark.parametrize(
    "text",
    [
        "**青木:** 紙は半分です。\n\n**田村:** はい。\n\n**青木:** ええ。\n",
        "**青木：**紙は半分です。\n\n**田村：**はい。\n\n**青木：**ええ。\n",
        "**青木**：紙は半分です。\n**田村**：はい。\n**青木**：ええ。\n",
        "__青木:__ 紙は半分です。\n\n__田村:__ はい。\n\n__青木:__ ええ。\n",
        "__青木__ 紙は半分です。\n\n__田村__ はい。\n\n__青木__ ええ。\n\n__田村__ うん。\n",
        "### 青木：\n紙は半分です。\n\n### 田村：\nはい。\n\n### 青木：\nええ。\n",
        "### 青木\n\n紙は半分です。\n\n### 田村\n\nはい。\n\n### 青木\n\nええ。\n\n### 田村\n\nうん。\n",
        "青木\n: 紙は半分です。\n\n田村\n: はい。\n\n青木\n: ええ。\n\n田村\n: うん。\n",
        "**青木**\n\n紙は半分です。\n\n**田村**\n\nはい。\n\n**青木**\n\nええ。\n\n**田村**\n\nうん。\n",
        "- **青木:** 紙は半分です。\n- **田村:** はい。\n- **青木:** ええ。\n- **田村:** うん。\n",
        "**青木:**\n\n紙は半分です。\n\n**田村:**\n\nはい。\n\n**青木:**\n\nええ。\n",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_labels_are_read_by_their_pattern_however_they_are_printed(text: str, end: str) -> None:
    text = "\ufeff" + text.replace("\n", end)
    assert recognise(text).name == "markdown"
    imported = recognise(text).read(text)
    assert said(imported)[:3] == TWO
    assert imported.doubts == ()


def test_headings_that_name_no_speaker_are_sections_as_deep_as_they_are_printed() -> None:
    text = (
        "# 紙の話\n\n## 会議\n\n### まず\n\n**青木:** 紙。\n\n**田村:** はい。\n\n## 研修\n\n**青木:** 学ぶ。\n\n"
        "つぎに\n------\n\n**田村:** ええ。\n"
    )
    piece = read(text).transcript
    assert piece.title == "紙の話"
    assert [(one.path, one.heading) for one in piece.all_sections] == [
        ((1,), "会議"),
        ((1, 1), "まず"),
        ((2,), "研修"),
        ((3,), "つぎに"),
    ]


def test_a_heading_with_a_colon_over_others_is_a_section_and_one_over_words_a_speaker_in_doubt() -> None:
    speakers = "### Ann:\nYes.\n\n### Ben:\nNo.\n\n### Ann:\nWell.\n"
    assert [one.heading for one in read(f"## Part one:\n\n{speakers}").transcript.all_sections] == ["Part one:"]
    imported = read(f"## Cleo:\nFirst.\n\n{speakers}")
    assert said(imported)[0] == ("Cleo", "First.")
    assert [doubt.text for doubt in imported.doubts] == ["Cleo"]


def test_front_matter_fills_the_fields_and_what_has_none_is_set_aside() -> None:
    text = (
        "---\ntitle: '椅子: 九十脚'\nseries: 椅子の円卓\nepisode: 7\ndate: 2024-05-02\nlayout: post\n"
        "tags: [椅子, 図書館]\nparticipants:\n  - 青木 千尋（架空市 課長）\n  - 田村 航\n---\n\n"
        "# 椅子: 九十脚\n\n青木: 九十脚。\n\n田村: はい。\n"
    )
    imported = read(text)
    piece = imported.transcript
    assert (piece.title, piece.series, piece.issue, piece.id, piece.held) == (
        "椅子: 九十脚", "椅子の円卓", 7, "007", "2024-05-02",
    )  # fmt: skip
    assert piece.tags == ("椅子", "図書館")
    assert [(one.label, one.name, one.org, one.role) for one in piece.participants] == [
        ("青木", "青木 千尋", "架空市", "課長"),
        ("田村", "田村 航", "", ""),
    ]
    assert said(imported) == [("青木", "九十脚。"), ("田村", "はい。")]
    assert (6, "layout: post") in [(one.line, one.text) for one in imported.set_aside]
    assert [(one.line, one.text) for one in imported.doubts] == [(5, "2024-05-02")]


@pytest.mark.parametrize("bad", ["a: [", "a: b: c", "a: &x 1\nb: *x", "a: 1\na: 2", "a: !!python/object x"])
def test_front_matter_that_cannot_be_read_is_set_aside_whole(bad: str) -> None:
    imported = read(f"---\n{bad}\n---\n**Ann:** Yes.\n**Ben:** No.\n**Ann:** Well.\n")
    assert [one.text for one in imported.set_aside] == bad.split("\n")
    assert "front matter" in imported.doubts[0].reason
    assert said(imported) == [("Ann", "Yes."), ("Ben", "No."), ("Ann", "Well.")]


def test_footnotes_are_notes_and_their_marks_stay_in_the_text() -> None:
    text = "**青木:** 紙[^1]です。\n\n**田村:** はい。\n\n**青木:** ええ。\n\n"
    text += "[^1]: 半分の紙。\n    二行目。\n[^1]: もう一度。\n"
    imported = read(text)
    assert said(imported)[0] == ("青木", "紙[^1]です。")
    assert [(note.term, note.text) for note in imported.transcript.notes] == [("[^1]", "半分の紙。二行目。")]
    assert [(one.line, one.text) for one in imported.set_aside] == [(9, "[^1]: もう一度。")]


def test_a_definition_list_of_terms_that_nobody_is_called_by_gives_notes() -> None:
    text = "CIO\n: 情報の責任者。\n\n**青木:** 紙。\n\n**田村:** はい。\n\n**青木:** ええ。\n"
    imported = read(text)
    assert [(note.term, note.text) for note in imported.transcript.notes] == [("CIO", "情報の責任者。")]
    assert said(imported)[0] == ("青木", "紙。")


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("**Ann:** \\[12:34\\] Yes.", "0:12:34"),
        ("**Ann:** [00:01:23] Yes.", "00:01:23"),
        ("**Ann:** \\[01:00:05.09\\] Yes.", "01:00:05.09"),
        ("**Ann** (1:23): Yes.", "0:01:23"),
        ("**Ann [1:23]:** Yes.", "0:01:23"),
        ("[00:01:23] **Ann:** Yes.", "00:01:23"),
        ("**[00:01:23] Ann:** Yes.", "00:01:23"),
        ("00:01:23 **Ann:** Yes.", "00:01:23"),
        ("**Ann:** [\\[15:32\\]](https://example.jp/a) Yes.", "0:15:32"),
        ("**Ann:** 1:23\n\nYes.", "0:01:23"),
        ("**Ann:** Yes.", ""),
    ],
)
def test_a_time_before_the_words_or_beside_the_label_is_when_the_turn_begins(line: str, at: str) -> None:
    imported = read(f"**Ben:** Now?\n\n{line}\n\n**Ben:** Well.\n\n**Ann:** Bye.\n")
    assert timed(imported)[1] == ("Ann", "Yes.", at)


def test_what_is_no_time_or_stands_within_the_words_stays_in_them() -> None:
    imported = read("**Ann:** [99:99] a\n\n\\[12:34\\] b (1:30) c\n\n**Ben:** \\[laughs\\] d\n\n**Ann:** e\n")
    assert said(imported)[:2] == [("Ann", "[99:99] a\n[12:34] b (1:30) c"), ("Ben", "[laughs] d")]


def test_breaks_and_jingles_are_narration_with_their_time() -> None:
    text = (
        "**Ann:** One.\n\n**Ben:** Two.\n\n**Break:** [\\[15:32\\]](https://example.jp/15)\n\n**Ann:** Three.\n\n"
        "**Jingle**: \\[16:00\\] to \\[16:20\\]\n\n**Ben:** Four.\n\nOutro: \\[20:00\\]\n"
    )
    imported = read(text)
    assert [turn for turn in timed(imported) if turn[0] == "―"] == [
        ("―", "Break", "0:15:32"),
        ("―", "Jingle: [16:00] to [16:20]", "0:16:00"),
        ("―", "Outro", "0:20:00"),
    ]
    assert {person.label for person in imported.transcript.participants} == {"Ann", "Ben"}
    assert [one.text for one in imported.set_aside] == ["https://example.jp/15"]


def test_quotes_and_italics_are_narration_and_whoever_was_interrupted_goes_on_in_doubt() -> None:
    imported = read("**Ann:** One.\n\n> (laughs)\n\nTwo.\n\n**Ben:** Three.\n\n*All rise.*\n\n**Ann:** Four.\n")
    assert said(imported) == [
        ("Ann", "One."), ("―", "(laughs)"), ("Ann", "Two."), ("Ben", "Three."), ("―", "All rise."), ("Ann", "Four."),
    ]  # fmt: skip
    assert [(one.line, one.text) for one in imported.doubts] == [(5, "Two.")]


def test_text_below_a_section_heading_is_given_to_nobody() -> None:
    imported = read("**Ann:** One.\n\n**Ben:** Two.\n\n## Later\n\nA door opens.\n\n**Ann:** Three.\n")
    assert ("―", "A door opens.") in said(imported)
    assert [one.reason for one in imported.doubts] == ["no label below a heading; read as narration"]


def test_links_keep_their_words_and_pictures_beside_the_file_are_figures() -> None:
    text = (
        '**Ann:** See [the *list*](https://example.jp/a "A") and [more][m] and <https://example.jp/c>.\n\n'
        '![chairs](images/a.png "Ninety")\n\n**Ben:** ![far](https://example.jp/b.png)\n\n**Ann:** Yes.\n\n'
        "[m]: https://example.jp/m\n"
    )
    imported = read(text)
    piece = imported.transcript
    assert piece.turns[0].text == "See the list and more and https://example.jp/c."
    figure = piece.turns[1].figure
    assert figure is not None
    assert (figure.src, figure.alt, figure.caption) == ("images/a.png", "chairs", "Ninety")
    assert piece.turns[2].text == "far"
    assert [one.text for one in imported.set_aside] == [
        'https://example.jp/a "A"', "[m]", "https://example.jp/b.png", "[m]: https://example.jp/m",
    ]  # fmt: skip


@pytest.mark.parametrize("src", ["/etc/a.png", "../a.png", "https://example.jp/a.png", "data:image/png,AA", "a\\b.png"])
def test_a_picture_that_does_not_lie_beside_the_file_is_no_figure(src: str) -> None:
    imported = read(f"**Ann:** One.\n\n![x]({src})\n\n**Ben:** Two.\n\n**Ann:** Three.\n")
    assert all(turn.kind != "figure" for turn in imported.transcript.turns)
    assert any(src in one.text for one in imported.set_aside)


def test_labels_that_are_not_sure_are_doubts_or_no_labels() -> None:
    text = "**Ann:** One.\n\n**Ben:** Two.\n\n**Cleo:** Three.\n\n**Ann:** Note: four.\n\nTip: five.\n\n"
    imported = read(text + "**Ben:** So.\n\n**Ann:** Yes.\n\n" * 3)
    assert said(imported)[3] == ("Ann", "Note: four.\nTip: five.")
    assert [(one.line, one.text) for one in imported.doubts] == [(5, "Cleo")]


def test_names_with_honorifics_or_a_position_are_aliases_of_who_is_listed() -> None:
    text = (
        "## 参加者（敬称略）\n\n- **青木**: 青木 千尋（あおき ちひろ）、架空市 課長\n- **田村**: 田村 航\n\n## 話\n\n"
        "**青木さん:** 一。\n\n**青木課長:** 二。\n\n**あおきちひろ:** 三。\n\n**田村:** 四。\n\n"
        "**一同:** 五。\n\n**青木・田村:** 六。\n"
    )
    imported = read(text)
    people = {one.label: one for one in imported.transcript.participants}
    assert people["青木"].aliases == ("青木さん", "青木課長", "あおきちひろ")
    assert [one.label for one in people.values() if one.collective] == ["一同", "青木・田村"]
    assert [label for label, _text in said(imported)][:3] == ["青木さん", "青木課長", "あおきちひろ"]
    assert imported.transcript.honorifics == "敬称略"
    assert imported.doubts == ()


def test_two_of_one_surname_stay_two_and_the_surname_alone_is_a_doubt() -> None:
    text = "参加者：青木 千尋、青木 実、田村 航\n\n**青木千尋:** 一。\n\n**青木実:** 二。\n\n"
    text += "**青木:** 三。\n\n**田村:** 四。\n"
    imported = read(text)
    speakers = [turn.speaker.label for turn in imported.transcript.turns if turn.speaker]
    assert speakers == ["青木 千尋", "青木 実", "青木", "田村"]
    assert [one.text for one in imported.doubts] == ["青木"]


def test_without_a_list_a_part_of_a_name_is_the_same_speaker_in_doubt() -> None:
    imported = read("**Ann Lee:** One.\n\n**Ann:** Two.\n\n**Ann Lee:** Three.\n\n**Ann:** Four.\n")
    assert [(one.label, one.aliases) for one in imported.transcript.participants] == [("Ann Lee", ("Ann",))]
    assert [one.text for one in imported.doubts] == ["Ann"]


def test_a_label_with_something_in_brackets_is_the_one_without() -> None:
    imported = read("**Ann Lee (host):** One.\n\n**Ben:** Two.\n\n**Ann Lee:** Three.\n")
    assert [(one.label, one.aliases) for one in imported.transcript.participants] == [
        ("Ann Lee", ("Ann Lee (host)",)),
        ("Ben", ()),
    ]


def test_closing_words_below_the_last_rule_are_doubted_and_credits_are_read() -> None:
    imported = read(
        "**Ann:** One.\n\n**Ben:** Two.\n\n**Ann:** Three.\n\n---\n\nThanks to all.\n\n- 文：久保 蓮（県）\n"
    )
    assert imported.transcript.closing == "Thanks to all."
    assert [(one.role, one.name, one.org) for one in imported.transcript.credits] == [("文", "久保 蓮", "県")]
    assert [one.text for one in imported.doubts] == ["Thanks to all."]


def test_code_comments_and_raw_tags_are_kept_or_set_aside() -> None:
    text = (
        "<!-- a\nb -->\n**Ann:** Run `a * b` and\n```sh\nls *\n```\n\n**Ben:** <b>Yes</b><br>no <x-y> &amp; 5 < 6\n\n"
    )
    text += "**Ann:** ok\n"
    imported = read(text)
    assert said(imported)[:2] == [("Ann", "Run a * b and\nls *"), ("Ben", "Yes\nno <x-y> & 5 < 6")]
    assert [one.text for one in imported.set_aside] == ["<!-- a", "b -->", "sh"]


@pytest.mark.parametrize("text", ["# Only a title\n\nAnd prose.\n", "- a\n- b\n", "**Note**\n\nprose\n"])
def test_markdown_in_which_nobody_speaks_is_refused(text: str) -> None:
    assert MarkdownImporter().likeness(text) == 0
    with pytest.raises(NotImportedError, match="no line names a speaker"):
        read(text)


WORDS = st.text("紙へAb1。.!*_`~[]()<>&#:：\\|>-+ ", min_size=1, max_size=14)
LEADS = st.sampled_from(
    [
        "**青木:** ",
        "**田村：**",
        "### 青木：\n",
        "> ",
        "- ",
        "1. ",
        "",
        "## ",
        "[^1]: ",
        ": ",
        "**青木・田村:** ",
        "*",
        "```\n",
    ]
)
MARKS = set("*_`~[]()<>&#\\:：!-+^")
"""What may be a mark and no word; the tests above say where it is one."""


@settings(max_examples=120)
@given(rows=st.lists(st.tuples(LEADS, WORDS), min_size=1, max_size=7), end=st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_no_word_is_lost_and_all_is_in_order(
    rows: list[tuple[str, str]],
    end: str,
    lost: Callable[[str, Imported], Counter[str]],
    in_order: Callable[[str, Imported], bool],
) -> None:
    text = "**青木:** 始め。\n\n**田村:** 次。\n\n" + end.join(lead + words for lead, words in rows)
    imported = read(text)
    assert set(lost(text, imported)) <= MARKS
    assert in_order(text, imported)


@pytest.mark.parametrize(
    "unit",
    ["*a ", "**", "_a", "[", "](", "[a](b", "`", "``a`", "<", "<!--", "<a ", "&a", "> ", "- ", "#", "a\n: b\n",
     "[^1]: a\n", "\\", "![", "~~a", "[a]: b\n", "**a:** b\n", "### a:\n", "---\n", "```\n",
     "(1:23) ", "\n", "a:", " ", "|"],
)  # fmt: skip
def test_no_text_takes_more_steps_than_its_length_allows(
    unit: str, steps: Callable[[Callable[[], object], int], int]
) -> None:
    def work(times: int) -> Callable[[], object]:
        text = "**Ann:** One.\n\n**Ben:** Two.\n\n**Ann:** " + unit * times
        return lambda: (MarkdownImporter().likeness(text), read(text))

    once = steps(work(300), 10**6)
    assert steps(work(1200), 10**6) < 5 * once + 2000


def test_who_is_listed_twice_takes_part_once_and_what_is_said_again_is_set_aside() -> None:
    cast = "- 青木 千尋（架空市 部長）\n- 長谷 実\n- 青木 千尋（架空市 委員）\n"
    imported = read(f"# 紙の話\n\n参加者\n\n{cast}\n**青木:** はい。\n\n**長谷:** ええ。\n")
    assert [(one.name, one.position) for one in imported.transcript.participants][:2] == [
        ("青木 千尋", "架空市 部長"),
        ("長谷 実", ""),
    ]
    assert [(one.line, one.text) for one in imported.set_aside if "again" in one.reason] == [
        (7, "青木 千尋　架空市 委員")
    ]
