"""What can stand before a turn and name who speaks: words that may be a label, and those that name no speaker."""

from __future__ import annotations

import re

from roundtable_tui.importers.lines import trailing_bracket
from roundtable_tui.importers.speakers.names import same
from roundtable_tui.importers.speakers.together import is_together
from roundtable_tui.importers.speakers.voices import GENERIC

LONGEST = 60
"""The longest label, in code points: a full title and a name."""

_NO_LABEL = re.compile(
    r"[。！？!?…「」『』“”\"<>{}|\\]|https?:|//|www\.|(?<!\w\w)[、，,]\s*$|^[^\w]|(?<![A-Za-z\d])\d{3}"
)
_ABBREVIATED = re.compile(r"(?:^|[\s.])\w{1,4}\.")
_SOUNDS = frozenset(
    {"break", "adbreak", "outro", "intro", "jingle", "music", "ad", "ads", "advert", "advertisement", "sponsor"}
    | {"sponsors", "promo", "thememusic", "theme", "applause", "laughter", "clip", "audioclip", "videoclip", "extract"}
    | {"休憩", "音楽", "ジングル", "広告", "cm", "効果音", "挿入曲", "拍手", "映像", "ナレーション"}
)
_COMMON = frozenset(
    {
        "補足",
        "注",
        "例",
        "参考",
        "備考",
        "追記",
        "結論",
        "理由",
        "前提",
        "課題",
        "目的",
        "背景",
        "条件",
        "問題",
        "要点",
        "対策",
    }
    | {"note", "tip", "example", "update", "edit", "warning", "summary", "source", "date", "time", "place", "subject"}
)
"""Words that stand before a colon and are nobody's name, although each of their letters could be in one."""

_QUESTION = re.compile(r"(?:[QＱ問]|質問|question)[\s.．]?[0-9０-９]{0,3}|[QＱ]\s*&\s*[AＡ]", re.IGNORECASE)
_ANSWER = re.compile(r"(?:[AＡ答]|回答|answer)[\s.．]?[0-9０-９]{0,3}", re.IGNORECASE)


def may_be_label(text: str) -> bool:
    """Return whether `text` can be the label of a turn: short, with a letter, and no sentence."""
    if not 0 < len(text) <= LONGEST or not re.search(r"[^\W\d_]", text) or _NO_LABEL.search(text):
        return False
    if sum(map(text.count, "(（[［【")) != sum(map(text.count, ")）]］】")):
        return False  # it was cut within brackets, as at the colon of a time
    bare = trailing_bracket(text)[0]
    return len(bare.split()) <= 7 and "." not in _ABBREVIATED.sub("", bare)


def is_sound(label: str) -> bool:
    """Return whether `label` names what is heard or shown and nobody who speaks: Break, 音楽."""
    return same(label).strip("[]()【】") in _SOUNDS


def is_common(label: str) -> bool:
    """Return whether `label`, which looks like a name, may as well begin a sentence: 補足, たとえば, Note, so."""
    if same(label) in _COMMON or (re.fullmatch("[^A-ZÀ-Þ]+", label) and label[:1].isascii()):
        return True
    return len(label.split()) == 1 and bool(re.search("[ぁ-ゖ]", label))


def names_nobody(label: str) -> bool:
    """Return whether `label` is one of those that need not recur to be labels: 司会, 一同, Q, 答."""
    return is_together(label) or label in GENERIC or bool(question_or_answer(label))


def question_or_answer(label: str) -> str:
    """Return the label without its number where it says no more than that a question or an answer follows, Q1 → Q."""
    if _QUESTION.fullmatch(label) or _ANSWER.fullmatch(label):
        return label.rstrip("0123456789０１２３４５６７８９ .．")
    return ""
