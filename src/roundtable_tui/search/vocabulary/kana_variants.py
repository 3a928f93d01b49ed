"""Spellings of one foreign word in kana: サーバ and サーバー, ヴァイオリン and バイオリン.

Every word has keys; two words with one key in common are spellings of one. The bolder a rule is, the longer what is
left of a word has to be: デジタル may be ディジタル, but デスク is never ディスク.
"""

from __future__ import annotations

import re

_LARGE = str.maketrans("ぁぃぅぇぉっゃゅょゎゕゖぢづ", "あいうえおつやゆよわかけじず")
_V = (("ゔあ", "ば"), ("ゔい", "び"), ("ゔえ", "べ"), ("ゔお", "ぼ"), ("ゔゆ", "びゆ"), ("ゔ", "ぶ"))
_FIRST = {letter: group for group in ("ゔばびべぼぶ", "ふはほ", "てち", "ずづ", "じぢ") for letter in group}

_FOR_SURE = 3
_BOLD = 4
_BOLDEST = 6
"""Letters that have to be left of a word for the rules of each kind."""

_AFTER_I = re.compile("(?<=い)や|(?<=[りにぎびぴ])や$")
_FAIRLY_SURE = (("しゆみれ", "しみゆれ"), ("みにゆけ", "みゆにけ"), ("ふお", "ほ"), ("ふあ", "は"), ("でい", "で"))
_E = re.compile("(?<=[えけげせぜねへべぺめれ])い")
_O = re.compile("(?<=[おこごそぞとどのほぼぽもよろゆ])う")
_DOUBLED = re.compile("(?<=.)つ(?=[かきくけこさしすせそたちてとぱぴぷぺぽがぎぐげござじずぜぞだでどばびぶべぼ])")


def first_letters(word: str) -> str:
    """Return the letters that a spelling of `word` may begin with."""
    return _FIRST.get(word[0], word[0])


def kana_keys(word: str) -> set[str]:
    """Return the keys of a folded word that is written in kana alone; the figure in front keeps kinds apart."""
    plain = word.translate(_LARGE)
    for written, same in _V if "ゔ" in plain else ():
        plain = plain.replace(written, same)
    keys = {"0" + plain}
    short = _AFTER_I.sub("あ", plain.rstrip("-"))
    if len(short) >= _FOR_SURE:
        keys.add("1" + short)
    bold = short.replace("-", "")
    for written, same in _FAIRLY_SURE:
        bold = bold.replace(written, same)
    bold = _O.sub("", bold)
    for ti in ("て", "ち") if "てい" in bold else ("",):
        left = _E.sub("", bold.replace("てい", ti) if ti else bold)
        if len(left) >= _BOLD:
            keys.add("2" + left)
            left = _DOUBLED.sub("", left)
            if len(left) >= _BOLDEST:
                keys.add("3" + left)
    return keys
