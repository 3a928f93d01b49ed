"""Our breaks against those of ICU's strict Japanese line iterator, each difference with its reason.

The committed table of verdicts needs no ICU; where PyICU is installed, any text is held to it.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from benchmarks.words import turns
from hypothesis import given, settings
from hypothesis import strategies as st

from roundtable_tui.model import paragraphs_of
from roundtable_tui.source.load import load
from roundtable_tui.text.break_classes import CLASSES, MARKS, TAILORED
from roundtable_tui.text.breaks import may_break
from roundtable_tui.text.graphemes import boundaries, is_boundary
from roundtable_tui.text.phrases import phrases
from roundtable_tui.text.wrap import wrap
from roundtable_tui.tui.page.blocks import blocks_of

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
    "no-start characters start none behind white space either": r"[ 　\t]¦[、。っゃヵヶー々：；・！？‼％℃～／〜’”»›]",
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


TRANSCRIPTS = Path(__file__).parents[2] / "transcripts"
GENERATOR = Path(__file__).parents[3] / "shared" / "tools" / "make_library.py"


def paragraphs(folder: Path) -> list[str]:
    """Return every paragraph that the pages of the pieces in `folder` show."""
    found: dict[str, None] = {}
    for path in sorted(folder.glob("*.yaml")):
        transcript = load(path).transcript
        assert transcript is not None
        for block in blocks_of(transcript, {}):
            found.update(dict.fromkeys(block.text[start:end] for start, end in paragraphs_of(block.text)))
    assert len(found) > 100
    return [*found]


def unexplained_lines(texts: Iterable[str]) -> Iterator[str]:
    """Yield where a line of one of `texts`, at widths from a narrow pane to a wide page, ends without ICU's leave."""
    for text in texts:
        allowed = set(icu_breaks(text))
        for cells in (20, 34, 58, 80):
            for _start, end in wrap(text, cells)[:-1]:
                # What is longer than a line and has no place to break is cut where it is full.
                if end not in allowed and may_break(text, end) and difference(text, end, False) not in REASONS:
                    yield f"{text[:end]}¦{text[end:]}"
        for _start, end in phrases(text)[:-1]:
            if end not in allowed and difference(text, end, False) not in REASONS and text[end] not in "~～":
                yield f"{text[:end]}¦{text[end:]} (a phrase)"


def test_every_pair_of_classes_in_the_bundled_pieces_is_in_the_committed_verdicts() -> None:
    known = {CLASSES[character] for character in VERDICTS["characters"]}
    met = {CLASSES[character] for text in paragraphs(TRANSCRIPTS) for character in text}
    assert met - MARKS <= known


def test_the_bundled_pieces_break_as_in_icu_or_for_a_reason() -> None:
    texts = paragraphs(TRANSCRIPTS)
    assert sorted({note for text in texts for note in differences(text, icu_breaks(text))} - REASONS) == []
    assert [*unexplained_lines(texts)] == []


def test_generated_pieces_break_as_in_icu_or_for_a_reason() -> None:
    texts = [*islice(turns(7, 150), 200)]
    assert sorted({note for text in texts for note in differences(text, icu_breaks(text))} - REASONS) == []
    assert [*unexplained_lines(texts)] == []


@pytest.mark.skipif(not GENERATOR.is_file(), reason="the generator of other words is not here")
def test_pieces_made_of_other_words_break_as_in_icu_or_for_a_reason(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    size = ("--issues", "6", "--turns", "30")
    subprocess.run([sys.executable, str(GENERATOR), str(folder), *size], check=True, capture_output=True)
    texts = paragraphs(folder)
    assert sorted({note for text in texts for note in differences(text, icu_breaks(text))} - REASONS) == []
    assert [*unexplained_lines(texts)] == []
