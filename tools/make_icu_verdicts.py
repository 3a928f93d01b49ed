#!/usr/bin/env python3
"""Write `tests/text/icu_verdicts.json`: where ICU's strict Japanese line iterator breaks our samples.

    python tools/make_icu_verdicts.py

Needs PyICU (`pip install PyICU`). The samples are the lines of `tests/text/break_samples.txt`, and every pair of
`CHARACTERS` between two kana. With the table, tests hold our rules to ICU's on machines that have none.
"""

from __future__ import annotations

import json
from pathlib import Path

import icu  # type: ignore[import-untyped]

FOLDER = Path(__file__).resolve().parent.parent / "tests/text"
CHARACTERS = (
    "漢アー々っ、。，．」）・：！？‼「（【…―‥—％℃￥№～〜／＜＞≪≫１Ａ－第年万かヶ※①ｱ｡､｢｣"
    "Aa1,.:;!?/-+$%(){}|~'\"“”‘’«» 　\u00a0\u2060\u200b\u00ad–한é🐢"
)


def breaks(text: str) -> list[int]:
    """Return the offsets (code points) inside `text` at which ICU allows a line to end."""
    iterator = icu.BreakIterator.createLineInstance(icu.Locale("ja@lb=strict"))
    iterator.setText(icu.UnicodeString(text))
    units = [0]
    for character in text:
        units.append(units[-1] + len(character.encode("utf-16-le")) // 2)
    return [units.index(unit) for unit in iterator if 0 < unit < units[-1]]


def _rows(table: dict[str, object]) -> str:
    """Return a JSON object with one row for each of its entries."""
    return "{\n" + ",\n".join(f"{_json(key)}: {_json(value)}" for key, value in table.items()) + "\n}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def main() -> None:
    """Write the table."""
    samples = (FOLDER / "break_samples.txt").read_text(encoding="utf-8").splitlines()
    pairs = {
        first: "".join("÷" if 2 in breaks(f"あ{first}{second}い") else "×" for second in CHARACTERS)
        for first in CHARACTERS
    }
    about = {"icu": icu.ICU_VERSION, "unicode": icu.UNICODE_VERSION, "locale": "ja@lb=strict"}
    (FOLDER / "icu_verdicts.json").write_text(
        f'{{"about": {_json(about)},\n"characters": {_json(CHARACTERS)},\n'
        f'"pairs": {_rows(dict(pairs))},\n"samples": {_rows({text: breaks(text) for text in samples})}}}\n',
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
