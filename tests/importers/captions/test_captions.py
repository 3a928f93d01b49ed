"""WebVTT and SubRip as programs write them; every sample is of our own writing."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.importers import NotImportedError, recognise
from roundtable_tui.importers.captions import SrtImporter, VttImporter

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable

    from roundtable_tui.importers import Imported

ZOOM = """\
WEBVTT

1
00:00:03.120 --> 00:00:06.000
Chihiro Aoki: 紙の会議は、どのくらい減りましたか。

2
00:00:06.500 --> 00:00:09.000
Minoru Nagaya: 半分ほどです。

3
00:00:09.000 --> 00:00:12.000
ただ、探す時間が短くなりました。

4
00:00:16.000 --> 00:00:18.000
Minoru Nagaya: 反対もありました。

5
00:00:20.000 --> 00:00:21.000
Chihiro Aoki: 12:30ですね。
"""

TEAMS = """\
WEBVTT

0ac1f0b2-11aa-42cd-9cde-0123456789ab/14-0
00:00:01.000 --> 00:00:03.000
<v Aoki, Chihiro>Good morning.</v>

0ac1f0b2-11aa-42cd-9cde-0123456789ab/14-1
00:00:03.000 --> 00:00:05.000
<v Aoki, Chihiro>Shall we begin?</v>

0ac1f0b2-11aa-42cd-9cde-0123456789ab/15-0
00:00:05.250 --> 00:00:08.000
<v Nagaya, Minoru (県)>Yes &amp; please.</v>
"""


def said(imported: Imported) -> list[tuple[str, str, str]]:
    return [(turn.shown_label, turn.text, turn.at) for turn in imported.transcript.turns]


def test_zoom_names_the_speaker_in_the_text_and_leaves_it_out_where_the_same_one_goes_on() -> None:
    imported = VttImporter().read(ZOOM)
    assert said(imported) == [
        ("Chihiro Aoki", "紙の会議は、どのくらい減りましたか。", "0:00:03.120"),
        (
            "Minoru Nagaya",
            "半分ほどです。ただ、探す時間が短くなりました。\n反対もありました。",
            "0:00:06.500",
        ),
        ("Chihiro Aoki", "12:30ですね。", "0:00:20"),
    ]
    assert imported.doubts == ()
    assert imported.transcript.lang == "ja"


def test_teams_has_voice_tags_and_identifiers_of_its_own() -> None:
    imported = VttImporter().read(TEAMS)
    assert said(imported) == [
        ("Aoki, Chihiro", "Good morning. Shall we begin?", "0:00:01"),
        ("Nagaya, Minoru (県)", "Yes & please.", "0:00:05.250"),
    ]
    assert imported.set_aside == ()


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ("<v.loud.first Ann>Hello <i>there</i>", [("Ann", "Hello there")]),
        ("<v Ann>One <v Ben>Two", [("Ann", "One"), ("Ben", "Two")]),
        ("<v Ann>One</v> <v Ben>Two</v>", [("Ann", "One"), ("Ben", "Two")]),
        ("<v Ann>One\nmore", [("Ann", "One more")]),
        ("<v Ann>One</v>\n<v Ben>Two</v>", [("Ann", "One"), ("Ben", "Two")]),
        ("<v 青木><ruby>研修<rt>けんしゅう</rt></ruby>です", [("青木", "研修（けんしゅう）です")]),
        ("<v Ann>a &lt;b&gt; c<00:00:01.500> d<c.yellow>e</c>", [("Ann", "a <b> c de")]),
        ("(laughter)", [("―", "(laughter)")]),
        ("♪ 鐘の音 ♪", [("―", "♪ 鐘の音 ♪")]),
        ("<v Ann>No tag <3 is <no such tag> lost", [("Ann", "No tag <3 is <no such tag> lost")]),
    ],
)
def test_the_text_of_a_cue(text: str, turns: list[tuple[str, str]]) -> None:
    imported = VttImporter().read(f"WEBVTT\n\n00:01.000 --> 00:02.000\n{text}\n")
    assert [(label, words) for label, words, _at in said(imported)] == turns


def test_a_mark_of_byte_order_other_line_ends_and_times_without_hours_are_read() -> None:
    text = "\ufeffWEBVTT - 円卓の夜\r\n\r\n00:01.000 --> 00:02.000 align:start position:10%\r\n<v 青木>はい。\r\n"
    imported = recognise(text).read(text)
    assert imported.transcript.title == "円卓の夜"
    assert said(imported) == [("青木", "はい。", "0:00:01")]


def test_subrip_is_known_by_its_numbers_and_commas() -> None:
    text = "1\n00:00:01,500 --> 00:00:02,000\n青木：はい。\n\n2\n00:00:02,500 --> 00:00:03,000\n青木：{\\an8}ええ。\n"
    assert isinstance(recognise(text), SrtImporter)
    assert said(recognise(text).read(text)) == [("青木", "はい。ええ。", "0:00:01.500")]


def test_two_who_speak_in_one_cue_are_two() -> None:
    text = (
        "1\n00:00:01,500 --> 00:00:02,000\n- Ann: Now?\n- Ben: Now.\n\n2\n00:00:02,500 --> 00:00:03,000\nAnn: Well.\n"
    )
    assert [(label, words) for label, words, _at in said(SrtImporter().read(text))] == [
        ("Ann", "Now?"),
        ("Ben", "Now."),
        ("Ann", "Well."),
    ]


def test_a_colon_in_a_sentence_names_nobody() -> None:
    cues = ["結論から言うと:紙です。", "もう一度言うと、紙です。", "時刻は 12:30 です。", "https://example.jp/ です。"]
    text = "WEBVTT\n\n" + "\n\n".join(f"00:0{n}.000 --> 00:0{n}.900\n{cue}" for n, cue in enumerate(cues))
    imported = VttImporter().read(text)
    assert {turn.shown_label for turn in imported.transcript.turns} == {"?"}
    assert [doubt.reason for doubt in imported.doubts] == ["no cue up to here names its speaker; shown as ?"]


def test_a_name_that_stands_once_in_a_file_of_names_is_taken_and_doubted() -> None:
    text = ZOOM + "\n6\n00:00:22.000 --> 00:00:23.000\nWataru Tamura: いいえ。\n"
    imported = VttImporter().read(text)
    assert said(imported)[-1][:2] == ("Wataru Tamura", "いいえ。")
    assert [(doubt.line, doubt.text) for doubt in imported.doubts] == [(25, "Wataru Tamura")]


def test_what_is_no_cue_is_set_aside_with_its_line() -> None:
    text = "WEBVTT\nKind: captions\n\nNOTE\n書き起こし 久保\n\nSTYLE\n::cue {}\n\nintro\n00:01.0 --> 00:02.0\n<v A>Hi"
    imported = VttImporter().read(text)
    assert [(one.line, one.text, one.reason) for one in imported.set_aside] == [
        (2, "Kind: captions", "the head of the file"),
        (4, "NOTE", "a comment"),
        (5, "書き起こし 久保", "a comment"),
        (7, "STYLE", "a style sheet"),
        (8, "::cue {}", "a style sheet"),
        (10, "intro", "the identifier of a cue"),
    ]


def test_captions_that_roll_say_everything_once() -> None:
    lines = ["one two", "three four", "five six", "seven eight", "nine ten"]
    cues = [lines[:1], *([before, line] for before, line in pairwise(lines))]
    text = "WEBVTT\n\n" + "\n\n".join(
        f"00:0{number}.000 --> 00:0{number}.900\n" + "\n".join(cue) for number, cue in enumerate(cues)
    )
    imported = VttImporter().read(text)
    assert "".join(words for _label, words, _at in said(imported)) == " ".join(lines)
    assert [one.text for one in imported.set_aside] == lines[:-1]


@pytest.mark.parametrize("words", ["", "<v Ann>", ">>", "<c>"])
def test_captions_in_which_nobody_says_anything_are_refused(words: str) -> None:
    with pytest.raises(NotImportedError, match="no cue says anything"):
        VttImporter().read(f"WEBVTT\n\n00:01.000 --> 00:02.000\n{words}\n")


LEADS = ["", "<v Ann>", "<v 青木>", "Ann: ", "青木：", "- ", ">> "]
WORDS = st.text("紙Aa1。.!?<>&-(♪,、 ", min_size=1, max_size=10).map(str.strip)


@given(
    cues=st.lists(st.tuples(st.sampled_from(LEADS), WORDS), min_size=1, max_size=8),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_nothing_that_a_cue_says_is_lost(
    cues: list[tuple[str, str]],
    end: str,
    lost: Callable[[str, Imported], Counter[str]],
    in_order: Callable[[str, Imported], bool],
) -> None:
    text = "WEBVTT\n\n" + "\n\n".join(
        f"00:0{number}.000 --> 00:0{number}.900\n{lead}{words}" for number, (lead, words) in enumerate(cues)
    )
    said = "".join(words for _lead, words in cues)
    try:
        imported = VttImporter().read(text.replace("\n", end))
    except NotImportedError:
        assert not said.strip(">")  # >> says that somebody else begins, and nothing more
        return
    assert set(lost(said, imported)) <= {">"}
    assert in_order("".join(lead + words for lead, words in cues), imported)


def test_a_file_without_a_cue_is_refused() -> None:
    with pytest.raises(NotImportedError, match="no cue says anything"):
        VttImporter().read("WEBVTT\n\nNOTE\nnothing\n")
