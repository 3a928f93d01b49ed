"""What a page in HTML says for certain, and what of it is of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from roundtable_tui.importers import NotImportedError, recognise
from roundtable_tui.importers.html import HtmlImporter
from roundtable_tui.model import NARRATION, Figure, Link
from roundtable_tui.source.load import load_text
from roundtable_tui.source.write import dump

if TYPE_CHECKING:
    from collections.abc import Callable

    from roundtable_tui.importers import Imported
    from roundtable_tui.model import Transcript

PAGE = """\
<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8"><title>紙の束を減らすには②｜架空マガジン</title>
<meta property="og:site_name" content="架空マガジン"><link rel="canonical" href="https://example.jp/n/1">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite"},
{"@type": "Article", "headline": "紙の束を減らすには②", "datePublished": "2022-01-14T10:00:00+09:00"}]}</script>
<style>p { color: red }</style></head>
<body><header><nav><ul><li><a href="/">ホーム</a></li><li>記事</li></ul></nav></header>
<main><article>
<h1>紙の束を減らすには②</h1>
<div><a href="/u">架空市の人</a> <time datetime="2022-01-15">2022年1月15日</time></div>
<figure><img src="images/014.jpg" alt="会議室"><figcaption>話す五人</figcaption></figure>
<p>令和3年11月10日に「架空フォーラム第14回座談会」を行いました。
読んで<ruby>下<rp>(</rp><rt>くだ</rt><rp>)</rp></ruby>さい。</p>
<h2>参加者（敬称略）</h2>
<ul><li>架空市CIO：総務部長 青木 千尋</li><li>田村 航：架空市情報課課長</li></ul>
<h2>議題</h2><ol><li>紙</li><li>研修</li></ol>
<h2>紙をやめてみた</h2>
<h3>まずは会議から</h3>
<p><strong>――紙は減りましたか。</strong></p>
<p><b>青木</b>　半分です。<br>棚も<ruby>研修<rt>けんしゅう</rt></ruby>も。</p>
<p>続きます<sup><a href="#n">1</a></sup>。</p>
<figure><img src="https://example.jp/b.jpg" alt="棚"><figcaption>棚の前で</figcaption></figure>
<p>さらに続きます。</p>
<p><strong>田村：</strong>はい&amp;どうぞ。</p>
<img src="images/014-b.png" alt="端末">
<div class="post-sns-share"><button>スキ</button><a href="#">シェア</a></div>
<h3>次に窓口</h3>
<p><strong>青木</strong><br>窓口です。</p>
<h2>学びつづける</h2>
<p><strong>次は何ですか？</strong></p>
<p><strong>青木</strong> 研修です。</p>
<p><strong>―時間です。</strong></p>
<p>今後も続けます。次回もお楽しみに！</p>
<p>文：久保 蓮（県広報課）</p>
<p><a href="/back">直近のバックナンバー</a></p>
</article><aside><h2>関連記事</h2><p>ほかの話</p></aside></main>
<footer><p>© 架空市</p></footer></body></html>
"""


@pytest.fixture(scope="module")
def imported() -> Imported:
    assert recognise(PAGE).name == "html"
    return recognise(PAGE).read(PAGE)


def read(text: str) -> Imported:
    return HtmlImporter().read(text)


def said(piece: Transcript) -> list[tuple[str, str]]:
    return [(turn.shown_label, turn.text) for turn in piece.turns]


def test_what_the_head_says_of_the_piece(imported: Imported) -> None:
    piece = imported.transcript
    assert (piece.title, piece.publication, piece.published) == ("紙の束を減らすには②", "架空マガジン", "2022-01-14")
    assert (piece.source, piece.lang, piece.id) == ("https://example.jp/n/1", "ja", "014-2")
    assert piece.image == Figure("images/014.jpg", "会議室", "話す五人")


def test_headings_have_the_depth_that_is_marked(imported: Imported) -> None:
    assert [(one.path, one.heading) for one in imported.transcript.all_sections] == [
        ((1,), "紙をやめてみた"),
        ((1, 1), "まずは会議から"),
        ((1, 2), "次に窓口"),
        ((2,), "学びつづける"),
    ]


def test_bold_labels_questions_ruby_breaks_and_pictures(imported: Imported) -> None:
    assert said(imported.transcript) == [
        (NARRATION, "紙は減りましたか。"),
        ("青木", "半分です。\n棚も研修（けんしゅう）も。\n続きます[1]。"),
        (NARRATION, "棚の前で"),
        ("青木", "さらに続きます。"),
        ("田村", "はい&どうぞ。"),
        ("figure", ""),
        ("青木", "窓口です。"),
        (NARRATION, "次は何ですか？"),
        ("青木", "研修です。"),
        (NARRATION, "時間です。"),
    ]
    assert imported.transcript.turns[5].figure == Figure("images/014-b.png", "端末")


def test_lists_are_the_cast_and_the_agenda_and_links_are_back_numbers(imported: Imported) -> None:
    piece = imported.transcript
    assert [(one.name, one.org, one.role) for one in piece.participants] == [
        ("青木 千尋", "架空市", "CIO：総務部長"),
        ("田村 航", "架空市情報課", "課長"),
    ]
    assert (piece.agenda, piece.honorifics) == (("紙", "研修"), "敬称略")
    assert piece.lead.endswith("行いました。読んで下（くだ）さい。")
    assert piece.back_numbers == (Link(title="直近のバックナンバー", url="https://example.jp/back"),)
    assert (piece.closing, piece.credits[0].name) == ("今後も続けます。次回もお楽しみに！", "久保 蓮")


def test_the_page_is_set_aside_with_line_and_reason(imported: Imported) -> None:
    assert [(one.line, one.text, one.reason) for one in imported.set_aside] == [
        (2, "紙の束を減らすには②｜架空マガジン", "the title of the window"),
        (4, "<script>", "no words, but what the page does"),
        (6, "<style>", "no words, but what the page does"),
        (7, "ホーム", "the navigation of the page"),
        (7, "記事", "the navigation of the page"),
        (10, "架空市の人 2022年1月15日", "who published the page, and when"),
        (14, "参加者（敬称略）", "the heading of the participants"),
        (16, "議題", "the heading of the agenda"),
        (26, "スキシェア", "words of the page, not of the article"),
        (36, "関連記事", "stands beside the article"),
        (36, "ほかの話", "stands beside the article"),
        (37, "© 架空市", "the foot of the page"),
    ]
    assert imported.doubts == ()


def test_the_file_has_no_problem_and_turns_know_their_lines(imported: Imported) -> None:
    loaded = load_text(dump(imported.transcript), id="014-2", path="014-2.yaml")
    assert loaded.problems == ()
    assert [turn.line for turn in imported.transcript.turns][:5] == [19, 20, 22, 23, 24]


PODCAST = """\
<h1>紙の番組 第3回</h1>
<cite>Kevin:</cite>
<time>0:00</time>
<p>Hello there.</p>
<p>More of it.</p>
<cite>Jane Smith:</cite><time>1:02:03.5</time><p>Hi.</p>
<h2>Paper</h2>
<cite>Kevin:</cite><time>62:30</time><p>Bye.</p>
"""


def test_a_podcast_says_with_cite_and_time_who_speaks_and_when() -> None:
    imported = recognise(PODCAST).read(PODCAST)
    assert [(turn.label, turn.at, turn.text) for turn in imported.transcript.turns] == [
        ("Kevin", "0:00:00", "Hello there.\nMore of it."),
        ("Jane Smith", "1:02:03.500", "Hi."),
        ("Kevin", "1:02:30", "Bye."),
    ]
    assert [section.heading for section in imported.transcript.all_sections] == ["", "Paper"]
    assert (imported.transcript.title, imported.set_aside) == ("紙の番組 第3回", ())


def test_minutes_have_the_citation_and_the_words_in_one_paragraph() -> None:
    text = "<h1>Minutes</h1><p><cite>Ann:</cite> Hello.</p><p>A note.</p><p><cite>Bob:</cite> Hi.<br>… and more.</p>"
    assert said(read(text).transcript) == [("Ann", "Hello."), (NARRATION, "A note."), ("Bob", "Hi.\n… and more.")]


def test_a_page_of_minutes_in_which_one_speaks_is_read_by_its_citation() -> None:
    text = "<h1>Minutes</h1>" + "<p>A summary of it.</p>" * 9 + "<p><cite>Ann</cite> Hello.</p>"
    assert said(read(text).transcript)[-1] == ("Ann", "Hello.")


def test_books_that_are_cited_do_not_speak() -> None:
    talk = (
        "<p><cite>紙の本</cite>は厚い。</p><p><cite>箱の本</cite>は薄い。</p>"
        + "<p>青木：はい。</p><p>田村：ええ、はい。</p>" * 9
    )
    assert {turn.label for turn in read(f"<h1>本の話</h1><h2>棚</h2>{talk}").transcript.turns} <= {
        "青木",
        "田村",
        NARRATION,
    }


def test_a_definition_list_and_a_table_say_who_speaks() -> None:
    dl = "<h1>話</h1><dl><dt>青木<dd>紙は減りました。<dt>田村<dd>半分です。<p>棚もです。"
    dl += "<dt>青木<dd>次は？<dt>田村<dd>窓。</dl>"
    assert said(read(dl).transcript)[:2] == [("青木", "紙は減りました。"), ("田村", "半分です。\n棚もです。")]
    rows = "".join(f"<tr><td>{who}</td><td>紙が{who}の所にあります。</td></tr>" for who in ("青木", "田村") * 2)
    assert said(read(f"<h1>紙の話</h1><table>{rows}</table>").transcript)[1] == ("田村", "紙が田村の所にあります。")


def test_labels_may_be_headings_or_bold_and_of_any_length_that_names_have() -> None:
    talk = "".join(f"<p><b>{who}</b> I kept {who}.</p>" for who in ("Katherine Johnson", "Tom") * 2)
    piece = read(f"<h1>Paper</h1>{talk}").transcript
    assert [turn.label for turn in piece.turns] == ["Katherine Johnson", "Tom"] * 2
    talk = "".join(f"<h3>{who}</h3><p>紙が{who}の所にあります。</p>" for who in ("青木", "田村") * 2)
    assert said(read(f"<h1>紙の話</h1><h2>棚の前</h2>{talk}").transcript)[3] == ("田村", "紙が田村の所にあります。")


def test_a_label_that_stands_once_is_one_where_others_are_printed_so() -> None:
    talk = (
        "<p><b>青木</b>：紙は減りましたか。</p><p><b>青木：</b>棚もですか。</p><p><b>田村：</b>はい、減りました。</p>"
    )
    assert said(read(f"<h1>紙の話</h1>{talk}").transcript)[2] == ("田村", "はい、減りました。")


def test_bold_words_amid_what_somebody_says_are_no_label_and_no_question() -> None:
    talk = (
        "<p><b>青木</b>　はい。<b>大事</b>です。</p><p><b>ここが大事です。</b></p><p><b>田村</b>　ええ、はい。</p>" * 2
    )
    assert said(read(f"<h1>紙の話</h1>{talk}").transcript)[0] == ("青木", "はい。大事です。\nここが大事です。")


def test_breaks_instead_of_paragraphs_are_an_article_without_blank_lines() -> None:
    talk = "<br>".join(
        f"{who}<br>この話は長いので、{place}回に分けます。" for place, who in enumerate(("青木", "田村") * 3)
    )
    imported = read(f"<h1>紙の話</h1><p>{talk}</p>")
    assert [turn.label for turn in imported.transcript.turns] == ["青木", "田村"] * 3
    assert "no blank lines" in imported.doubts[0].reason


def test_the_navigation_that_holds_the_talk_is_the_article() -> None:
    talk = "<p>青木：紙は減りましたか。</p><p>田村：半分になりました。</p>" * 3
    assert len(read(f"<h1>紙の話</h1><aside class='sidebar'>{talk}</aside>").transcript.turns) == 6
    assert len(read(f"<body class='has-sidebar'><h1>紙の話</h1>{talk}").transcript.turns) == 6


def test_what_is_hidden_or_a_control_is_set_aside() -> None:
    talk = "<p>青木：紙は減りましたか。</p><p>田村：半分になりました。</p>" * 2
    page = f"<h1>紙の話</h1>{talk}<p hidden>隠</p><p style='display:none'>消</p>"
    page += "<select><option>選</select><noscript>無</noscript>"
    assert [(one.text, one.reason) for one in read(page).set_aside] == [
        ("隠", "hidden on the page"),
        ("消", "hidden on the page"),
        ("選", "a control of the page"),
        ("無", "shown only where scripts do not run"),
    ]


def test_a_piece_of_a_page_is_recognised_and_text_with_a_tag_in_it_is_none() -> None:
    assert HtmlImporter().likeness("<p>青木：はい。</p><p>田村：ええ。</p><p>青木：では。</p>") == 92
    assert HtmlImporter().likeness("青木：<b>はい。</b>\n" * 5) == 0
    assert (
        HtmlImporter().likeness("<TEI></TEI>") == HtmlImporter().likeness("WEBVTT") == HtmlImporter().likeness("") == 0
    )


@pytest.mark.parametrize("page", ["<html>", "<p></p><p></p><p></p>", "<!doctype html><p>ひとり。</p>"])
def test_a_page_in_which_nobody_speaks_is_refused(page: str) -> None:
    with pytest.raises(NotImportedError):
        read(page)


TALK = "<p>青木：紙は減りましたか。</p><p>田村：半分になりました。</p>" * 2


@pytest.mark.parametrize(
    "bit",
    [
        "<div>",
        "<b>",
        "<p>",
        "<li>",
        "</p>",
        "<dt>",
        "<figure>",
        "<img>",
        "<ruby><rt>あ",
        "<nav>",
        "<article>",
        "<sup><a href=#>1",
        "<!--",
        "<a b='",
        "<br>",
        "<td>あ",
        "<script>",
        "<pre>\n",
        "<svg>",
        "<cite>あ",
    ],
)
def test_twice_as_much_of_anything_broken_costs_twice_as_much(
    bit: str, steps: Callable[[Callable[[], object], int], int]
) -> None:
    once = steps(lambda: read(f"<h1>紙の話</h1>{TALK}" + bit * 150), 1_000_000)
    assert steps(lambda: read(f"<h1>紙の話</h1>{TALK}" + bit * 300), 1_000_000) <= 2.2 * once
