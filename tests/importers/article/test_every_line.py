"""No line is lost, invented, repeated or moved: what comes out of generated articles, printed in every way we know."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roundtable_tui.importers import NotImportedError
from roundtable_tui.importers.article import ArticleImporter
from roundtable_tui.model import NARRATION

if TYPE_CHECKING:
    from collections.abc import Callable

    from roundtable_tui.importers import Imported

    Account = Callable[[str, Imported], str]

FAMILIES = ["青木", "長谷部", "三枝", "髙橋", "野々村", "森", "市村", "中町"]
GIVEN = ["千尋", "実", "怜子", "房江", "凪", "一二三", "みなと", "ケイ"]
PLACES = ["架空市", "白帆町総務部情報課", "汐見県", "県", "灯ヶ浦市都市整備局"]
ROLES = ["CIO", "課長", "戦略部長", "副知事(CIO)", "管理担当係長", "主任", "CIO:総務部長(情報担当)"]
HEADINGS = [
    "紙をやめてみた",
    "まずは会議から",
    "チャットという道具",
    "学びの場",
    "窓口のいま",
    "これからの十年",
    "箱はどこへ行くのか",
]
PROSE = st.text("あいうえおかきくけこ山川紙箱窓口A1、「」", min_size=12, max_size=70).map(lambda text: f"話{text}。")
SPACES = ["", " ", "\t", "\u3000", " \t "]


@dataclass
class Article:
    """A generated article, and what ought to be read from it."""

    blocks: list[list[str]] = field(default_factory=list)
    title: str = ""
    lead: list[str] = field(default_factory=list)
    people: list[tuple[str, str]] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    turns: list[tuple[str, str]] = field(default_factory=list)
    closing: str = ""

    def source(self, *, line_end: str, margin: str, bom: bool) -> str:
        rows = [row for block in self.blocks for row in (*(line + margin for line in block), margin)]
        return "\ufeff" * bom + line_end.join(rows)


def cast_line(draw: st.DrawFn, name: str, position: str) -> str:
    form = draw(st.sampled_from(["{p}:{n}", "{p}：{n}", "{n}（{p}）", "{n}({p})", "{p} {n}", "・{p}:{n}"]))
    if ":" in position and form in {"{p}:{n}", "{p}：{n}", "・{p}:{n}"}:
        form = "{p} {n}"
    return form.format(p=position, n=name)


def cast(draw: st.DrawFn, article: Article) -> list[str]:
    families = draw(st.lists(st.sampled_from(FAMILIES), min_size=2, max_size=5, unique=True))
    for family in families:
        position = draw(st.sampled_from(PLACES)) + draw(st.sampled_from(ROLES))
        article.people.append((f"{family} {draw(st.sampled_from(GIVEN))}", position))
    header = draw(
        st.sampled_from(["参加者", "出席者（敬称略）", "登壇者(敬称略):", "座談会参加者", "【参加メンバー】"])
    )
    return [header, *(cast_line(draw, name, position) for name, position in article.people)]


def turn(draw: st.DrawFn, article: Article, *, inline: bool) -> list[str]:
    name, position = draw(st.sampled_from(article.people))
    family = name.split()[0]
    spoken = draw(st.lists(PROSE, min_size=1, max_size=3))
    article.turns.append((family, "\n".join(spoken)))
    if inline:
        return [f"{family}{draw(st.sampled_from(':：'))}{spoken[0]}", *spoken[1:]]
    printed = draw(st.sampled_from([family, family, family, name, f"{position}:{family}", f"{family}："]))
    return [printed, *spoken]


def talk(draw: st.DrawFn, article: Article) -> list[list[str]]:
    found: list[list[str]] = []
    pairs, inline = draw(st.booleans()), draw(st.booleans())
    marks = draw(st.sampled_from([("", ""), ("■", "●"), ("1. ", "(1) ")]))
    headings = iter(draw(st.permutations(HEADINGS)))
    for _ in range(draw(st.integers(1, 3))):
        for mark in marks if pairs else marks[:1]:
            article.headings.append(mark + next(headings))
            found.append([article.headings[-1]])
        found += [turn(draw, article, inline=inline) for _ in range(draw(st.integers(1, 4)))]
        if draw(st.booleans()):
            told = draw(PROSE)
            article.turns.append((NARRATION, told))
            found.append([draw(st.sampled_from(["―", "――", "——", "─", "-", "―― "])) + told])
            found.append(turn(draw, article, inline=inline))
    return found


@st.composite
def articles(draw: st.DrawFn) -> Article:
    article = Article(
        title=draw(st.sampled_from(["紙の束を減らすには～架空市CIO×県CIO座談会②～", "窓口の四十七分(前編)"]))
    )
    if draw(st.booleans()):
        article.blocks.append(["見出し画像"])
    article.blocks.append([article.title])
    article.lead = draw(st.lists(PROSE, max_size=3))
    around = [[paragraph] for paragraph in article.lead]
    notes = [f"※CIO{draw(st.sampled_from(':：'))}情報の責任者", f"＊発券機：{draw(PROSE)}"]
    around += [[note] for note in notes if draw(st.booleans())]
    if draw(st.booleans()):
        around.append(["※この記事は全2回です。後半はこちら"])
    people = cast(draw, article)
    article.blocks += [people, *around] if draw(st.booleans()) else [*around, people]
    article.blocks += talk(draw, article)
    if draw(st.booleans()):
        article.closing = "次回もお楽しみに!"
        article.blocks.append([article.closing])
    extra = [
        ["編集：星川 杏（県広報課）", "写真:同上"],
        ["直近のバックナンバー"],
        ["全てのバックナンバー"],
        ["フォローする"],
    ]
    article.blocks += [block for block in extra if draw(st.booleans())]
    return article


SOURCES = st.fixed_dictionaries(
    {"line_end": st.sampled_from(["\n", "\r\n", "\r"]), "margin": st.sampled_from(SPACES), "bom": st.booleans()}
)
QUICK = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@given(article=articles(), how=SOURCES)
@QUICK
def test_an_article_is_read_as_it_was_meant(article: Article, how: dict[str, object], account: Account) -> None:
    source = article.source(**how)  # type: ignore[arg-type]
    imported = ArticleImporter().read(source.removeprefix("\ufeff"))
    piece = imported.transcript
    assert piece.title == article.title
    assert piece.lead.split("\n") == (article.lead or [""])
    assert [(one.name, one.org + one.role) for one in piece.participants] == article.people
    assert [section.heading for section in piece.all_sections] == article.headings
    assert [(turn.speaker.family if turn.speaker else turn.label, turn.text) for turn in piece.turns] == article.turns
    assert piece.closing == article.closing
    assert account(source, imported) == ""


WILD = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n\ufeff"), max_size=30)
SHORT = [
    "青木",
    "【青木】",
    "司会",
    "一同:(笑)",
    "深町",
    "深町：まだです。",
    "なるほど",
    "まとめ",
    "はい。",
    "・箱",
    "A:B",
    "画像",
]
SIGNS = [
    "―",
    "***",
    "目次",
    "参加者",
    "議題",
    "2021年3月4日",
    "第2回 紙の話",
    "※注の印だけ",
    "※CIO:二つ目",
    "前半はこちら",
]
TAILS = ["(一同、笑う)", "バックナンバー", "文:久保"]
LINES = st.sampled_from([*SHORT, *SIGNS, *TAILS])


@st.composite
def spoilt(draw: st.DrawFn) -> str:
    """Return an article with lines taken out, put in, doubled and run together."""
    lines = draw(articles()).source(line_end="\n", margin="", bom=False).split("\n")
    for _ in range(draw(st.integers(1, 8))):
        place = draw(st.integers(0, len(lines)))
        what = draw(st.sampled_from(["out", "in", "twice", "blank"]))
        if what == "out":
            del lines[place : place + 1]
        elif what == "in":
            lines.insert(place, draw(LINES | WILD))
        elif what == "twice":
            lines[place:place] = lines[place : place + 1]
        else:
            lines.insert(place, "")
    return "\n".join(lines)


@st.composite
def heaps(draw: st.DrawFn) -> str:
    """Return lines such as articles have in no order at all."""
    usual = st.sampled_from(
        ["", "", "青木", "長谷", *HEADINGS, "架空市CIO:青木 千尋", "長谷 実（県局長）", "※BYOD:私物", "全2回"]
    )
    lines = draw(
        st.lists(usual | PROSE | LINES | st.builds("{}:{}".format, st.sampled_from(["青木", "文", "司会"]), PROSE))
    )
    return "\n".join(lines)


@given(source=heaps() | spoilt())
@QUICK
def test_no_line_is_lost_whatever_the_order(source: str, account: Account) -> None:
    try:
        imported = ArticleImporter().read(source)
    except NotImportedError:
        return
    assert account(source, imported) == ""


@pytest.mark.slow
@given(source=heaps() | spoilt())
@settings(max_examples=3000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_line_of_thousands_is_lost_whatever_the_order(source: str, account: Account) -> None:
    try:
        imported = ArticleImporter().read(source)
    except NotImportedError:
        return
    assert account(source, imported) == ""
