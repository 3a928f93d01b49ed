"""Plays and debates in TEI; of our own writing."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.importers import NotImportedError, recognise
from roundtable_tui.importers.tei import TeiImporter

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable

    from roundtable_tui.importers import Imported

PLAY = """\
<?xml version="1.0"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="eng"><teiHeader><fileDesc><titleStmt>
<title type="main">The Stamp</title><title type="sub">A play in one act</title></titleStmt>
<publicationStmt><licence target="https://example.jp/cc0">CC0</licence></publicationStmt>
<sourceDesc><date type="print" when="1921">1921</date></sourceDesc></fileDesc>
<particDesc><listPerson><person xml:id="clerk"><persName>The Clerk</persName></person>
<person xml:id="mayor"><persName><surname>Quill</surname>, <forename>Ann</forename></persName></person>
<personGrp xml:id="all"><name>All</name></personGrp></listPerson></particDesc></teiHeader>
<text><front><docTitle><titlePart>The Stamp</titlePart></docTitle>
<castList><castItem>The Clerk</castItem></castList></front>
<body><div type="act"><head>Act I</head><stage>An office. Rain.</stage>
<div type="scene"><head>Scene 1</head>
<sp who="#clerk"><speaker>CLERK.</speaker><p>Sign here, <stage>pointing</stage> please.</p><stage>He waits.</stage>
<lg><l>One line,</l><l>another.</l></lg></sp>
<sp who="#mayor #clerk"><speaker>BOTH.</speaker><p>No!</p></sp>
<sp who="#all"><p>Oh.</p></sp>
</div></div></body></text></TEI>
"""

SITTING = """\
<TEI xml:lang="en"><teiHeader><profileDesc><settingDesc><setting><date when="2021-11-10"/></setting></settingDesc>
<particDesc><listOrg><org xml:id="party.P"><orgName>Paper Party</orgName></org></listOrg>
<listPerson><person xml:id="QuillAnn"><persName><surname>Quill</surname><forename>Ann</forename></persName>
<affiliation role="member" ref="#party.P"/></person></listPerson></particDesc></profileDesc></teiHeader>
<text><body><div type="debateSection"><head>Forms</head>
<note type="speaker">The Chair, Ann Quill:</note>
<u who="#QuillAnn" ana="#chair"><seg>Order. <vocal><desc>Noise</desc></vocal> Order.</seg><seg>We begin.</seg></u>
<note type="time">9.05</note>
<u who="#FoldBen"><seg>Half.</seg></u>
</div></body></text></TEI>
"""


def said(imported: Imported) -> list[tuple[str, str]]:
    return [(turn.shown_label, turn.text) for turn in imported.transcript.turns]


def test_a_play_with_its_acts_directions_and_people() -> None:
    assert recognise(PLAY).name == "tei"
    imported = TeiImporter().read(PLAY)
    piece = imported.transcript
    assert (piece.title, piece.subtitle, piece.held, piece.licence) == (
        *("The Stamp", "A play in one act", "1921"),
        "https://example.jp/cc0",
    )
    assert [(section.path, section.heading) for section in piece.all_sections] == [((1,), "Act I"), ((1, 1), "Scene 1")]
    assert said(imported) == [
        ("―", "An office. Rain."),
        ("CLERK", "Sign here, (pointing) please."),
        ("―", "He waits."),
        ("CLERK", "One line,\nanother."),
        ("BOTH", "No!"),
        ("All", "Oh."),
    ]
    assert [(one.label, one.aliases, one.collective) for one in piece.participants] == [
        ("The Clerk", ("CLERK",), False),
        ("Quill Ann", (), False),
        ("Quill Ann・The Clerk", ("BOTH",), True),
        ("All", (), True),
    ]
    assert [one.text for one in imported.set_aside] == ["The Stamp", "The Clerk"]


def test_a_sitting_of_a_parliament_with_groups_and_notes() -> None:
    imported = TeiImporter().read(SITTING)
    assert said(imported) == [
        ("The Chair, Ann Quill", "Order. (Noise) Order.\nWe begin."),
        ("―", "9.05"),
        ("#FoldBen", "Half."),
    ]
    chair = imported.transcript.participants[0]
    assert (chair.name, chair.org, chair.role) == ("Quill Ann", "Paper Party", "member")
    assert imported.transcript.held == "2021-11-10"


def test_a_document_in_which_nobody_speaks_is_refused() -> None:
    with pytest.raises(NotImportedError, match="nobody speaks"):
        TeiImporter().read("<TEI><text><body><div/></body></text></TEI>")


TAGS = ["p", "stage", "sp><p", "sp><l", "u><seg", "note", "head", "div><head", "sp><stage", "lg><l", "sp><lg><l", "odd"]


@given(parts=st.lists(st.tuples(st.sampled_from(TAGS), st.text("紙Aa.& ", max_size=8)), min_size=1, max_size=6))
def test_nothing_that_stands_in_the_body_is_lost(
    parts: list[tuple[str, str]], lost: Callable[[str, Imported], Counter[str]]
) -> None:
    body = ""
    for tags, words in parts:
        body += f"<{tags}>{escape(words)}" + "".join(f"</{name}>" for name in reversed(tags.split("><")))
    words = "".join(words for _tags, words in parts)
    try:
        imported = TeiImporter().read(f"<TEI><text><body><div>{body}</div></body></text></TEI>")
    except NotImportedError:
        assert all("head" in tags or not words.strip() for tags, words in parts)
        return
    assert not lost(words, imported)
