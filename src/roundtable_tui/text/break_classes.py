"""The line-break class of each character: Line_Break of UAX #14, with what Japanese composition tells apart besides.

The classes are those of the standard, two letters each, except:

==  ====================================================================================================
OW  wide opening brackets (OP that is East Asian wide, LB30)
QI  quotation marks that open, “ ‘ « ‹  (QU of category Pi); QF those that close, ” ’ » ›; QU all others
SP  the space; BL every other blank at which a line may break, first of all U+3000, and the tab
ZJ  zero width joiner; CM also skin tones and controls; ID also Hangul, pictographs and flags
SH  soft hyphen: nothing draws a hyphen at a break, so that a word breaks there only where it has to
DW  full-width digits and LW full-width letters: ID in the standard, but words and numbers stay whole
KC  what counts and measures, behind digits: 年 人 円 ㎡; KM 十 百 千 万 億 兆, which may stand between; KP 第 before;
    KG か カ 箇 and KS ヵ ヶ (NS in the standard), which in 3か所 and 2ヶ月 tie a number to the next character
RF  the reference mark ※, before a note or behind the word that has one
TL  the tilde, which stands for the wave dash in much Japanese text
==  ====================================================================================================
"""

from __future__ import annotations

from roundtable_tui.text.break_table import EXCEPTIONS

TAILORED = {
    "BL": "\t",
    "SH": "\u00ad",
    "TL": "~",
    # wave dash of another encoding, and the slashes that also write the repeat mark ／＼: never at a line start
    "NS": "～／＼",
    # brackets in Japanese text, whatever they are in mathematics
    "OW": "＜≪",
    "CL": "＞≫",
    "RF": "※",
    "DW": "０１２３４５６７８９",
    "LW": "".join(map(chr, (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)))) + "－＿＠",
    "KC": "年月日時分秒週回度歳才代世人名件個円銭点位倍割次期版巻号番章条項節課話冊部枚本台基機組班階区市町村社校店"
    "館園軒戸棟室席口通票問字行列面段桁頁種色曲食杯匹頭羽隻両束袋箱缶玉株足着泊局つ"
    + "".join(map(chr, (*range(0x3300, 0x3358), *range(0x3371, 0x33E0)))),  # squared units: ㌔ ㎏ ㎡
    "KG": "かカケ箇",
    "KS": "ヵヶ",
    "KM": "十百千万億兆",
    "KP": "第",
}
BLANKS = frozenset({"SP", "BL"})
"""The classes of white space: a line breaks behind it, and it takes no room at a line end."""
MARKS = frozenset({"CM", "ZJ"})
"""The classes of what belongs to the character before it (LB9)."""


def usual_class(character: str) -> str:
    """Return the class that the general category and East Asian width of one character suggest.

    What `EXCEPTIONS` and `TAILORED` hold goes before it.
    """
    from unicodedata import category, east_asian_width

    kind = category(character)
    wide = east_asian_width(character) in "WFH"
    if kind[0] == "M" or kind == "Cc":
        return "CM"
    if kind == "Ps":
        return "OW" if wide else "OP"
    if wide and kind not in ("Pe", "Sc", "Zs"):
        return "ID"
    return {"Nd": "NU", "Pe": "CL", "Pi": "QI", "Pf": "QF", "Sc": "PR", "Zs": "BL"}.get(kind, "AL")


class _Table:
    """The tables above, made ready to be asked when the first character comes."""

    def __init__(self) -> None:
        self.tailored = {character: name for name, characters in TAILORED.items() for character in characters}
        ranges = []
        for name, text in EXCEPTIONS.items():
            for part in text.split():
                first, _, last = part.partition("-")
                ranges.append((int(first, 16), int(last or first, 16), name))
        self.ranges = sorted(ranges)

    def find(self, character: str) -> str:
        """Return the class of one character."""
        from bisect import bisect_right

        if character in self.tailored:
            return self.tailored[character]
        code = ord(character)
        place = bisect_right(self.ranges, (code, 0x110000, "")) - 1
        if place >= 0 and code <= self.ranges[place][1]:
            return self.ranges[place][2]
        return usual_class(character)


class _Classes(dict[str, str]):
    """The class of each character, worked out when it is first met."""

    def __init__(self) -> None:
        self._table: _Table | None = None

    def __missing__(self, character: str) -> str:
        self._table = self._table or _Table()
        found = self[character] = self._table.find(character)
        return found


CLASSES: dict[str, str] = _Classes()
"""Character → class. Every code point has one."""
