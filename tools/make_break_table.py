#!/usr/bin/env python3
"""Write `src/roundtable_tui/text/break_table.py`: the Line_Break classes that do not follow from `unicodedata`.

    python tools/make_break_table.py

Needs PyICU (`pip install PyICU`). Only what differs from `break_classes.usual_class` is written, as ranges; code points
that are not assigned belong to whatever range they stand in. Run it when the rules of `usual_class` change.
"""

from __future__ import annotations

import textwrap
from pathlib import Path
from unicodedata import category

import icu  # type: ignore[import-untyped]

from roundtable_tui.text.break_classes import usual_class

TARGET = Path(__file__).resolve().parent.parent / "src/roundtable_tui/text/break_table.py"
MERGED = {
    # UAX #14 LB1: ambiguous, unknown and complex-context characters are letters, small kana cannot start a line
    "AI": "AL", "XX": "AL", "SG": "AL", "SA": "AL", "CJ": "NS",
    # told apart only by rules that `break_rules` has no need of
    "HL": "AL", "H2": "ID", "H3": "ID", "JL": "ID", "JV": "ID", "JT": "ID",
    "EB": "ID", "EM": "CM", "RI": "ID", "CB": "ID",
    # forced breaks are no matter of one paragraph: drawn as pictures that cling to what stands before them
    "BK": "CM", "CR": "CM", "LF": "CM", "NL": "CM",
    "ZWJ": "ZJ",
}  # fmt: skip
HEAD = '''"""The Line_Break classes (UAX #14, Unicode {version}) that do not follow from `unicodedata`, generated.

Written by tools/make_break_table.py; do not edit. Derived from the Unicode Character Database, © Unicode, Inc.,
Unicode Licence v3. Each class with its ranges of code points in hexadecimal, first-last or one alone.
"""

EXCEPTIONS: dict[str, str] = {{
'''


def standard_class(code: int) -> str:
    """Return the class of a code point as the tables of ICU have it, merged as above."""
    value = icu.Char.getIntPropertyValue(chr(code), icu.UProperty.LINE_BREAK)
    name = icu.Char.getPropertyValueName(icu.UProperty.LINE_BREAK, value, icu.UPropertyNameChoice.SHORT_PROPERTY_NAME)
    kind = category(chr(code))
    if name == "SA" and kind in ("Mn", "Mc"):
        return "CM"
    if name == "QU" and kind in ("Pi", "Pf"):
        return "QI" if kind == "Pi" else "QF"
    if name == "OP" and usual_class(chr(code)) == "OW":
        return "OW"
    if name == "BA" and usual_class(chr(code)) == "BL":
        return "BL"
    return str(MERGED.get(name, name))


def exceptions() -> dict[str, list[tuple[int, int]]]:
    """Return for each class the ranges (first and last code point) where it is not the usual one."""
    found: dict[str, list[tuple[int, int]]] = {}
    current = ""
    for code in range(0x110000):
        if category(chr(code)) in ("Cn", "Co", "Cs"):
            continue
        name = standard_class(code)
        name = "" if name == usual_class(chr(code)) else name
        if name and name == current:
            found[name][-1] = (found[name][-1][0], code)
        elif name:
            found.setdefault(name, []).append((code, code))
        current = name
    return found


def main() -> None:
    """Write the table."""
    lines = [HEAD.format(version=icu.UNICODE_VERSION)]
    for name, ranges in sorted(exceptions().items()):
        text = " ".join(f"{first:x}" if first == last else f"{first:x}-{last:x}" for first, last in ranges)
        rows = textwrap.wrap(text, 105)
        if len(rows) == 1:
            lines.append(f'    "{name}": "{rows[0]}",\n')
            continue
        lines.append(f'    "{name}": (\n')
        lines += [f'        "{row} "\n' for row in rows[:-1]] + [f'        "{rows[-1]}"\n', "    ),\n"]
    TARGET.write_text("".join(lines) + "}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
