"""Who made the piece: `編集:星野 惇(同上)`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roundtable_tui.importers.lines import CLOSING, OPENING, trailing_bracket
from roundtable_tui.model import Credit

if TYPE_CHECKING:
    from roundtable_tui.importers.article.draft import Draft
    from roundtable_tui.importers.lines import Line

_ROLE = (
    "(?:執筆|文責?|文章|編集|編集協力|取材|構成|撮影|写真|写真提供|画像|画像提供|イラスト|挿絵|聞き手|司会|進行|企画|制作|製作|監修|翻訳|記録"
    "|デザイン|校正|校閲|協力|取材協力|撮影協力|ライター|カメラ|カメラマン|フォトグラファー|エディター|文字起こし|提供|発行|発行元|問い?合わせ先?"
    "|text|words?|photos?|photograph(?:y|s)?|edit(?:ed|or|ing)?|writ(?:ten|er)|interview(?:er)?)(?:者|担当)?(?: by)?"
)
_CREDIT = re.compile(
    rf"(?P<role>{_ROLE}(?:\s*[・/／&＆、と]\s*{_ROLE})*)\s*[:：=＝|｜/／]\s*(?P<names>\S.*)", re.IGNORECASE
)
_IN_BRACKETS = re.compile(
    rf"[(（](?P<role>{_ROLE}(?:[・/／&＆、と]{_ROLE})*)\s*[:：=＝|｜/／・\s]\s*(?P<names>[^()（）]+)[)）]",
    re.IGNORECASE,
)
_LONGEST = 60


def is_credit(text: str) -> bool:
    """Return whether `text` is a role, a dividing sign and who had it."""
    return _match(text) is not None


def take_credit(line: Line, draft: Draft) -> bool:
    """Put the credits that `line` gives into the draft; return whether it gives any."""
    found = _match(line.text)
    if found is None:
        return False
    for one in _divided(found["names"]):
        name, org = trailing_bracket(one)
        draft.credits.append(Credit(found["role"], name, org) if name else Credit(found["role"], one))
    return True


def _match(text: str) -> re.Match[str] | None:
    found = _IN_BRACKETS.fullmatch(text) or _CREDIT.fullmatch(text)
    sentence = found is None or len(found["names"]) > _LONGEST or re.search("[。!！?？]$", found["names"])
    return None if sentence else found


def _divided(names: str) -> list[str]:
    """Return the names in `names`, divided at commas outside brackets."""
    depth = start = 0
    found = []
    for place, character in enumerate(names):
        depth += (character in OPENING) - (character in CLOSING)
        if character in "、,，" and depth <= 0:
            found.append(names[start:place].strip())
            start = place + 1
    found.append(names[start:].strip())
    return [name for name in found if name]
