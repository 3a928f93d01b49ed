"""Debates in Akoma Ntoso; of our own writing."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.importers import NotImportedError, recognise
from roundtable_tui.importers.minutes import AkomaImporter

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable

    from roundtable_tui.importers import Imported

DEBATE = """\
<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><debate>
<meta><identification><FRBRWork><FRBRdate date="2021-11-10" name="sitting"/></FRBRWork>
<FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression></identification>
<references><TLCPerson eId="ann" showAs="Ann Quill"/><TLCRole eId="chair" showAs="Chair"/></references></meta>
<preface><p><docTitle>On Paper</docTitle></p><p>Printed by order</p></preface>
<debateBody><debateSection name="opening"><heading>Opening</heading>
<narrative>The Chair took the seat.</narrative>
<speech by="#ann" as="#chair"><from>The Chair (Ann Quill):</from>
<p>Good morning. <remark>[Laughter]</remark></p><scene>(Applause)</scene><p>We begin.</p></speech>
<debateSection><num>1.</num><heading>Forms</heading>
<question by="#ben"><from>Mr Ben Fold</from><p>How many?</p></question>
<answer by="#ann"><p>Half.</p></answer></debateSection>
</debateSection></debateBody></debate></akomaNtoso>
"""


def test_a_debate_with_its_sections_speakers_roles_and_narrative() -> None:
    assert recognise(DEBATE).name == "akoma"
    imported = AkomaImporter().read(DEBATE)
    piece = imported.transcript
    assert (piece.title, piece.held, piece.lang) == ("On Paper", "2021-11-10", "en")
    assert [(section.path, section.heading) for section in piece.all_sections] == [
        ((1,), "Opening"),
        ((1, 1), "1. Forms"),
    ]
    assert [(turn.shown_label, turn.text, turn.at) for turn in piece.turns] == [
        ("―", "The Chair took the seat.", ""),
        ("The Chair (Ann Quill):", "Good morning. [Laughter]", ""),
        ("―", "(Applause)", ""),
        ("The Chair (Ann Quill):", "We begin.", ""),
        ("Mr Ben Fold", "How many?", ""),
        ("Ann Quill", "Half.", ""),
    ]
    assert [(one.name, one.role) for one in piece.participants] == [("Ann Quill", "Chair"), ("", "")]
    assert [one.text for one in imported.set_aside] == ["Printed by order"]


@pytest.mark.parametrize(
    "text",
    ["<akomaNtoso><act/></akomaNtoso>", "<akomaNtoso><debate><debateBody/></debate></akomaNtoso>", "<akomaNtoso>"],
)
def test_what_is_no_debate_is_refused(text: str) -> None:
    with pytest.raises(NotImportedError):
        AkomaImporter().read(text)


TAGS = ["p", "speech><p", "narrative", "debateSection><heading", "speech><from>A</from><p", "summary", "unknown"]


@given(parts=st.lists(st.tuples(st.sampled_from(TAGS), st.text("紙Aa.& ()", max_size=8)), min_size=1, max_size=6))
def test_nothing_that_stands_in_the_body_is_lost(
    parts: list[tuple[str, str]],
    lost: Callable[[str, Imported], Counter[str]],
    in_order: Callable[[str, Imported], bool],
) -> None:
    body = ""
    for tags, words in parts:
        names = [one.partition(">")[0] for one in tags.replace("<from>A</from>", "").split("><")]
        opened = tags.replace("speech><from>A</from><p", "speech><from>A</from><p")
        body += f"<{opened}>{escape(words)}" + "".join(f"</{name}>" for name in reversed(names))
    said = "".join(words for _tags, words in parts)
    try:
        imported = AkomaImporter().read(f"<akomaNtoso><debate><debateBody>{body}</debateBody></debate></akomaNtoso>")
    except NotImportedError:
        assert not said.strip() or all("heading" in tags or not words.strip() for tags, words in parts)
        return
    assert not lost(said, imported)
    assert in_order(said, imported)
