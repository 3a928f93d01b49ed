"""A small library of our own writing, and the reader on it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from textual.worker import WorkerCancelled

from roundtable_tui.config.language import set_language
from roundtable_tui.config.settings import Settings
from roundtable_tui.library.library import Library
from roundtable_tui.model import Anchor
from roundtable_tui.state.places import Places
from roundtable_tui.tui.app import RoundtableApp
from roundtable_tui.tui.session import Session

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator
    from pathlib import Path

    from textual.pilot import Pilot

FIRST = """\
roundtable: 1
title: 橋の話①
series: 川べり座談会
issue: 3
part: 1
parts: 2
next: 003-2
held: 2024-05-10
lead: 架空の川と、架空の人の話です。
notes: {検分: 見てまわること。}
honorifics: 敬称略
participants:
  水野: {name: 水野 汐, org: 川べり町, role: 土木課長}
  金子: {name: 金子 岳, org: 川べり町, role: 船頭, aliases: [金子さん]}
  Ruth: {name: Ruth Ó Hara, role: visitor}
sections:
  - heading: 橋をかける
    sections:
      - heading: 渡し舟のころ
        turns:
          - 水野: |
              橋ができる前は、渡し舟でした。
              朝の一便に乗りおくれると、学校に遅刻します。
          - 金子: わたしの祖父が、その舟をこいでいました。チャットも電話もない時代です。
          - ―: 川の音。
      - heading: 橋のねだん
        turns:
          - 水野: 見積もりは三億円でした。議会は三回、否決しました。
          - Ruth: Three times? In my town it took eleven.
  - heading: 橋のあと
    turns:
      - 金子: 舟は今、観光に使っています。予約はチャットで受けます。
      - figure: {src: images/boat.png, alt: 岸につないだ舟, caption: 観光の舟}
      - 水野: 橋のたもとに、舟の切符売り場が残っています。
closing: 後編に続きます。
credits: [{role: 文, name: 岸 ひなた}]
back_numbers: [002]
"""

SECOND = """\
roundtable: 1
title: 橋の話②
series: 川べり座談会
issue: 3
part: 2
parts: 2
previous: 003-1
held: 2024-05-10
participants:
  水野: {name: 水野 汐, org: 川べり町, role: 土木課長}
sections:
  - heading: 夜の橋
    turns:
      - 水野: 夜は灯りをともします。ﾁｬｯﾄで知らせます。
"""

OLDER = """\
roundtable: 1
title: 堤防の話
series: 川べり座談会
issue: 2
held: 2023-04-01
titel: まちがい
participants:
  水野: {name: 水野 汐}
sections:
  - heading: 土を積む
    turns:
      - 水野: 堤防は、土の学校でした。
"""


TALKS = {
    "001": """\
roundtable: 1
title: 市場の話
series: 三つ橋座談会
issue: 1
held: 2021-04
participants:
  青木: {name: 青木 千尋, kana: あおき ちひろ, org: 三つ橋市, role: 係長}
  高橋市長: {name: 高橋 房江, org: 三つ橋市, role: 市長, aliases: [市長]}
  高橋: {name: 高橋 湊, org: 三つ橋市商工会, role: 会長}
  髙橋: {name: 髙橋 房江, org: 三つ橋新聞}
  司会: {}
sections:
  - heading: 朝の市
    turns:
      - 司会: 朝の市はいつからですか。
      - 青木: 二十年前からです。魚と野菜を売っています。
      - ―: 市長に伺います。
      - 市長: {as: 高橋, text: 市場はまちの台所です。魚がよく売れます。}
      - 高橋: 商工会も手伝っています。
      - 髙橋: 新聞でも書きました。
  - heading: 夜の市
    turns:
      - 高橋: 夜の市も始めました。
      - 髙橋: 夜は写真がよく撮れます。
      - 青木: 夜は灯りが要ります。
      - ―: 拍手。
""",
    "002": """\
roundtable: 1
title: 灯りの話
series: 三つ橋座談会
issue: 2
held: 2022-04
participants:
  青木部長: {name: 青木　千尋, kana: あおき ちひろ, org: 三つ橋市, role: 部長}
  青木: {name: 青木 弦, org: 灯り工房}
  司会: {}
sections:
  - heading: 灯り
    turns:
      - 司会: 灯りをどう選びましたか。
      - 青木部長: 明るすぎない灯りを選びました。
      - 青木: わたしの工房で作りました。
""",
    "003": """\
roundtable: 1
title: 聞いていた人の話
series: 三つ橋座談会
issue: 3
held: 2023-04
participants:
  青木千尋: {name: 青木千尋, org: 三つ橋市, role: 副市長}
  高橋: {name: 高橋 湊, org: 三つ橋市商工会, role: 会長}
sections:
  - heading: 席
    turns:
      - 高橋: 副市長は聞いておられます。
""",
    "101": """\
roundtable: 1
title: よその町の話
series: 山の座談会
issue: 1
held: 2022-10
participants:
  青木: {name: 青木 千尋, org: 山の町, role: 猟師}
sections:
  - heading: 山
    turns:
      - 青木: 山には魚がいません。
""",
}
"""Two 高橋 and a 髙橋 in one piece; a 青木 with three labels, another 青木, and a namesake in another series."""


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    """Return a folder of pieces in which labels and people are not the same."""
    folder = tmp_path / "talks"
    folder.mkdir()
    for name, text in TALKS.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with three sound pieces, one of them with a problem, and one that cannot be read."""
    for name, text in {"003-1": FIRST, "003-2": SECOND, "002": OLDER}.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "001.yaml").write_text("roundtable: 1\ntitle: [\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def reader(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., RoundtableApp]]:
    """Return a function that makes the reader on the small library; all readers of a test share one state."""
    state = tmp_path_factory.mktemp("state") / "state.sqlite3"
    sessions = []

    def make(place: str = "003-1", *, lang: str = "en", root: Path = folder, **settings: object) -> RoundtableApp:
        set_language(lang)
        session = Session(Library(root), Settings(**settings), Places(state))  # type: ignore[arg-type]
        sessions.append(session)
        return RoundtableApp(session, Anchor.parse(place) if place else None)

    yield make
    for session in sessions:
        session.close()
    set_language("en")


@pytest.fixture(autouse=True)
def pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody wait for a pause in the typing, nor for the cursor to rest on a hit, nor for another process."""
    monkeypatch.setattr("roundtable_tui.tui.indexing.BESIDE", False)
    monkeypatch.setattr("roundtable_tui.tui.screens.opening.INDEX_AFTER", 0.001)
    monkeypatch.setattr("roundtable_tui.tui.screens.asking.PAUSE", 0.001)
    monkeypatch.setattr("roundtable_tui.tui.screens.previewing.FOLLOW_AFTER", 0.001)


@pytest.fixture
def look() -> Callable[[RoundtableApp], list[str]]:
    """Return a function that gives the lines on the screen, without colours and without blanks at their ends."""

    def lines(app: RoundtableApp) -> list[str]:
        strips = app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    return lines


@pytest.fixture
def settle() -> Callable[[Pilot[int]], Awaitable[None]]:
    """Return a function that waits until threads are done and everything is drawn."""

    async def wait(pilot: Pilot[int]) -> None:
        # What a worker or a timer brings may start another one.
        idle = 0
        while idle < 4:
            idle = 0 if any(not worker.is_finished for worker in pilot.app.workers) else idle + 1
            with suppress(WorkerCancelled):  # an answer that nobody asks for any more
                await pilot.app.workers.wait_for_complete()
            await pilot.pause(0.005)

    return wait
