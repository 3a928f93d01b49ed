"""The pair rules of line breaking: may a line end between a character of one class and a character of another?

UAX #14 (revision 50) in its strict form (CJ as NS), and JIS X 4051 where it asks for more. The first rule that fits
decides. Where the pair alone does not tell, the answer is None and `breaks` looks further around. Beyond the standard:

- nothing that may not start a line (％ 々 ー ・ ！ …) starts one behind other punctuation either, and nothing that may
  not end one (￥ № 第14) ends it; a reference mark ※ keeps to what it stands behind or, first of a note, before;
- numbers keep their counters (50人, 3年, 4万2千円): a number read without what it counts is read wrong, and it costs no
  more than two cells of a ragged edge;
- Latin words, paths and addresses stay whole, slashes included; full-width letters and digits like the narrow ones;
- directional quotation marks break on their outer side beside Japanese, as in revision 53 (LB19a) and JIS X 4051.

Left out: hyphens in Hebrew (LB21a), and dictionaries for Thai, Lao, Khmer and Burmese, whose words are split like
any other that is longer than a line.
"""

from __future__ import annotations

from roundtable_tui.text.break_classes import CLASSES

Verdict = bool | None
_ANY = ""
RULES: tuple[tuple[str, str, Verdict], ...] = (
    # classes before, classes behind, may the line break between them
    (_ANY, "SP BL ZW", False),  # LB7
    ("ZW", _ANY, True),  # LB8
    ("ZJ", _ANY, False),  # LB8a
    (_ANY, "CM ZJ", False),  # LB9
    ("CM", _ANY, None),  # LB9, LB10: as what the mark stands on
    (_ANY, "WJ", False),  # LB11
    ("WJ GL", _ANY, False),  # LB11, LB12
    ("SP BL", "CL CP EX IS SY NS KS QF", False),  # LB13, LB16, never at a line start
    ("BL", "BA HY SH IN QU", False),  # U+3000 is BA in the standard: LB19, LB21, LB22 hold behind it
    ("SP BL", _ANY, None),  # LB14-LB18
    (_ANY, "GL CL CP EX IS SY", False),  # LB12a, LB13
    ("OP OW", _ANY, False),  # LB14
    (_ANY, "QU QF", False),  # LB19
    ("QU QI", _ANY, False),  # LB19
    ("ID NS CL OW DW LW KC KG KS KM KP EX IN PO", "QI", True),  # LB19a
    (_ANY, "QI", False),
    ("QF", "ID OW DW LW KC KG KM KP", True),  # LB19a
    ("QF", _ANY, False),
    (_ANY, "NS KS BA HY SH IN PO TL", False),  # LB21, LB22, LB23a, LB24, LB25
    ("CL EX", "RF", True),
    (_ANY, "RF", False),
    ("RF", "AL NU DW PR OP", False),
    ("RF", _ANY, None),
    ("KP", "NU DW", False),
    ("BB PR SH", _ANY, False),  # LB21, LB23a-LB25
    ("B2 AL NU", "B2", False),  # LB17
    ("PO", "AL NU", False),  # LB24, LB25
    ("PO", "OP", None),  # LB25
    ("CP", "AL NU", False),  # LB30
    ("CL CP IS SY", "PR", None),  # LB25
    ("TL AL NU", "AL NU PR OP", False),  # LB23-LB25, LB28, LB30
    ("NU DW", "KC KG KM", False),
    ("KM", "KC KG KM NU DW", None),
    ("KG KS", "ID KC", None),
    ("DW LW", "DW LW", False),
    ("IS SY HY", "NU", False),  # LB25
    ("IS SY", "AL", False),  # LB29
    ("HY", "AL", None),
    ("CL CP EX BA IS SY HY", "AL NU OP PR DW LW", None),
    ("NS", "NU DW LW", None),
    (_ANY, _ANY, True),  # LB31
)
_SPLIT = tuple((frozenset(before.split()), frozenset(behind.split()), verdict) for before, behind, verdict in RULES)


def verdict(before: str, behind: str) -> Verdict:
    """Return whether a line may break between two classes; None when it depends on what stands around them."""
    for first, second, answer in _SPLIT:
        if (not first or before in first) and (not second or behind in second):
            return answer
    raise AssertionError("the last rule fits everything")


class _Row(dict[str, Verdict]):
    """The verdicts behind one class, by the class that follows."""

    def __init__(self, before: str) -> None:
        self._before = before

    def __missing__(self, behind: str) -> Verdict:
        answer = self[behind] = verdict(self._before, behind)
        return answer


class _ByClass(dict[str, dict[str, Verdict]]):
    def __missing__(self, before: str) -> dict[str, Verdict]:
        row = self[before] = _Row(before)
        return row


class _ByCharacter(dict[str, dict[str, Verdict]]):
    def __missing__(self, character: str) -> dict[str, Verdict]:
        row = self[character] = BEHIND_CLASS[CLASSES[character]]
        return row


BEHIND_CLASS: dict[str, dict[str, Verdict]] = _ByClass()
"""class → class that follows → verdict, every class there is."""
BEHIND: dict[str, dict[str, Verdict]] = _ByCharacter()
"""character → class of the character that follows → verdict: `BEHIND[text[i - 1]][CLASSES[text[i]]]`."""
