"""Our breaks against those of ICU's strict Japanese line iterator, each difference with its reason.

The committed table of verdicts needs no ICU; where PyICU is installed, any text is held to it.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roundtable_tui.text.break_classes import TAILORED
from roundtable_tui.text.breaks import may_break
from roundtable_tui.text.graphemes import boundaries, is_boundary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

VERDICTS: dict[str, Any] = json.loads(Path(__file__).with_name("icu_verdicts.json").read_text(encoding="utf-8"))

DIGIT = "[0-9０-９]"
COUNTER = f"[{TAILORED['KC']}{TAILORED['KG']}]"
MULTIPLE = "[十百千万億兆]"

# Each expression is searched in the text with ¦ at the place in question.
WE_BREAK_WHERE_ICU_DOES_NOT = {
    "‘ « and ’ » open and close, like “ and ” in ICU's Japanese (UAX #14 revision 53, LB19a; JIS X 4051)": (
        r"[^ ]¦[‘‹«]|[’›»] +¦|[　\t]¦[‘‹«]|[’›»]\W*¦\w|[’›»]\W*¦[｢「『（【〔［｛《〈＜≪〝－]|[’›»]\W*¦[^\x00-\u3000]"
    ),
    "≪ and ≫ are brackets in Japanese, not signs of mathematics": r"≫\W*¦|¦≪",
    "a bracket behind a unit begins anew, a number in it or not": r"[%％℃‰°]\W*¦[｢「『（【〔［｛《〈＜≪]",
}
WE_REFUSE_WHERE_ICU_BREAKS = {
    "a number keeps its counter, its multiples and its 第": (
        rf"{DIGIT}{MULTIPLE}*¦({COUNTER}|{MULTIPLE})|{DIGIT}{MULTIPLE}+¦{DIGIT}|{DIGIT}{MULTIPLE}*[かカケ箇ヵヶ]¦.|第¦{DIGIT}"
    ),
    "a full-width number is one": rf"{DIGIT}[．，：／－]?¦{DIGIT}",
    "a range of numbers is one": rf"{DIGIT}–¦{DIGIT}",
    "full-width letters and digits make words": r"[０-９Ａ-Ｚａ-ｚ－＿＠][．，：／]?¦[０-９Ａ-Ｚａ-ｚ－＿＠]",
    "a Latin word, path or address is whole": r"[!-~]¦[!-~]",
    "a word with another sign in it is whole": r"[\w―①]¦—|[/-]¦[é―①]|[”’»›]¦[!-~é–]",
    "quotation marks outside Japanese bind on both sides": r"[!-~—–]¦“|”¦[―—①￥№“]|[«‹] ¦",
    "white space is never divided": r" ¦　|\u200b¦　",
    "wave dashes, slashes and closing brackets of every kind start no line": r"¦[～~／＼＞≫]",
    "units start no line": r"¦[%％‰℃°′″]|[0-9０-９] ¦[%％℃‰]",
    "prefixes end no line": r"[$￥€£+№\\±]¦",
    "opening brackets of every kind end no line": r"[＜≪]¦",
    "a reference mark keeps to its word": r"※¦|¦※",
    "an indent is no line": r"^[ 　\t]+¦",
    "no-start characters start none behind white space either": r"[ 　\t]¦[、。っゃー々：；・！？‼％℃～／〜’”»›]",
    "a soft hyphen is broken only where a word is longer than a line": r"\u00ad¦",
    "non-breaking space binds on both sides": r"¦\u00a0",
}


def difference(text: str, at: int, icu_breaks: bool) -> str | None:
    """Return which side breaks alone and no reason, the reason, or None where both agree."""
    ours = may_break(text, at)
    if ours == icu_breaks:
        return None
    reasons = WE_BREAK_WHERE_ICU_DOES_NOT if ours else WE_REFUSE_WHERE_ICU_BREAKS
    marked = f"{text[:at]}¦{text[at:]}"
    for reason, expression in reasons.items():
        if re.search(expression, marked):
            return reason
    return f"only {'we' if ours else 'ICU'} break {marked!r}"


def differences(text: str, breaks: Iterable[int]) -> Iterator[str]:
    """Yield what `difference` says of every place in `text` where a grapheme ends."""
    allowed = set(breaks)
    for at in boundaries(text)[1:-1]:
        found = difference(text, at, at in allowed)
        if found:
            yield found


REASONS = {*WE_BREAK_WHERE_ICU_DOES_NOT, *WE_REFUSE_WHERE_ICU_BREAKS}


def differing_pairs() -> Iterator[str]:
    characters = VERDICTS["characters"]
    for first, row in VERDICTS["pairs"].items():
        for second, verdict in zip(characters, row, strict=True):
            text = f"あ{first}{second}い"
            found = difference(text, 2, verdict == "÷") if is_boundary(text, 2) else None
            if found:
                yield found


def differing_samples() -> Iterator[str]:
    for text, breaks in VERDICTS["samples"].items():
        yield from differences(text, breaks)


def test_every_pair_of_characters_breaks_as_in_icu_or_for_a_reason() -> None:
    assert len(VERDICTS["pairs"]) > 60
    assert sorted({*differing_pairs()} - REASONS) == []


def test_every_sample_breaks_as_in_icu_or_for_a_reason() -> None:
    assert len(VERDICTS["samples"]) > 100
    assert sorted({*differing_samples()} - REASONS) == []


def test_every_reason_to_differ_is_met() -> None:
    assert REASONS - {*differing_pairs(), *differing_samples()} == set()


def test_the_committed_verdicts_cover_the_samples() -> None:
    samples = Path(__file__).with_name("break_samples.txt").read_text(encoding="utf-8").splitlines()
    assert [*VERDICTS["samples"]] == samples
    assert [*VERDICTS["pairs"]] == [*VERDICTS["characters"]]


def icu_breaks(text: str) -> list[int]:
    icu = pytest.importorskip("icu", reason="PyICU is not installed; the committed verdicts are held all the same")
    iterator = icu.BreakIterator.createLineInstance(icu.Locale("ja@lb=strict"))
    iterator.setText(icu.UnicodeString(text))
    units = [0]
    for character in text:
        units.append(units[-1] + len(character.encode("utf-16-le", "surrogatepass")) // 2)
    return [units.index(unit) for unit in iterator]


# no forced line breaks (a paragraph has none) and no Thai, which ICU divides by a dictionary
WRITTEN = st.characters(
    codec="utf-8", exclude_categories=["Cs", "Co", "Cn", "Cc", "Zl", "Zp"], max_codepoint=0xFFFF
) | st.sampled_from(VERDICTS["characters"] + "\u0301\u3099\U000e0100🇯🇵👍🏽\t")
TEXTS = st.text(WRITTEN, max_size=20) | st.lists(
    st.sampled_from([*VERDICTS["samples"]]).flatmap(lambda text: st.integers(0, len(text)).map(lambda at: text[at:])),
    max_size=3,
).map("".join)


@settings(max_examples=1000)
@given(TEXTS)
def test_we_never_break_where_icu_does_not_without_a_reason(text: str) -> None:
    found = {*differences(text, icu_breaks(text))} - REASONS
    assert [note for note in found if note.startswith("only we")] == []


def test_the_bundled_transcripts_break_as_in_icu_or_for_a_reason() -> None:
    files = sorted((Path(__file__).parents[2] / "transcripts").glob("*.yaml"))
    assert files
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines() if line]
    assert sorted({note for line in lines for note in differences(line, icu_breaks(line))} - REASONS) == []
