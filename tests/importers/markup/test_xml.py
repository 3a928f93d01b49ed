"""XML from anywhere: read with lines, and nothing outside of it is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from roundtable_tui.importers import NotImportedError
from roundtable_tui.importers.markup.xml import MAX_DEPTH, parse_xml

if TYPE_CHECKING:
    from pathlib import Path


def test_elements_have_names_without_prefix_and_lines() -> None:
    root = parse_xml(
        '\ufeff<?xml version="1.0" encoding="Shift_JIS"?>\n<a:x xmlns:a="u" a:id="1">\n紙<y/> と&amp;\n</a:x>'
    )
    assert (root.name, root.attributes["id"], root.line) == ("x", "1", 2)
    assert root.text() == "紙 と&"
    assert [(one.name, one.line) for one in root.walk()] == [("x", 2), ("y", 3)]


def test_what_was_not_said_is_bracketed() -> None:
    root = parse_xml("<p>Yes <stage>aside</stage>and<lb/>no <note>[4]</note>.</p>")
    assert root.text(asides={"stage", "note"}) == "Yes (aside) and no [4]."
    assert root.text(without={"stage", "note"}) == "Yes and no ."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<a><b></a>", "line 1: this is no XML"),
        ("<a>\n&amp", "line 2"),
        ("", "no XML"),
        ('<!DOCTYPE a [<!ENTITY b "bbbb">]>\n<a>&b;</a>', "line 1: it declares the entity 'b'"),
        ('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "declares the entity"),
        ('<!DOCTYPE a [<!ENTITY % b SYSTEM "http://example.jp/b"> %b;]><a/>', "declares the entity"),
        ('<!DOCTYPE a SYSTEM "a.dtd"><a>&b;</a>', "the entity &b; is not declared"),
        ("<a>" * (MAX_DEPTH + 1), "line 1: more than"),
        ("<a>\ud800</a>", "no XML"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(text: str, message: str) -> None:
    with pytest.raises(NotImportedError, match=message):
        parse_xml(text)


def test_a_file_that_a_document_names_is_never_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.dtd"
    secret.write_text('<!ENTITY b "secret">')
    with pytest.raises(NotImportedError, match="is not declared"):
        parse_xml(f'<!DOCTYPE a SYSTEM "{secret.as_uri()}"><a>&b;</a>')
