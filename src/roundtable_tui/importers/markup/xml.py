"""Reading XML 1.0 with expat: entities are refused, nothing outside is fetched, and every element has its line."""

from __future__ import annotations

from typing import Any
from xml.parsers import expat

from roundtable_tui.importers.failure import NotImportedError
from roundtable_tui.importers.markup.element import Element

MAX_DEPTH = 200
"""How many elements may lie inside one another."""


def parse_xml(text: str) -> Element:
    """Return the root element of the document `text`, which is decoded whatever its declaration says.

    Raises NotImportedError, with the line, for what is no XML, for a document that declares entities (which could grow
    without end, or name files), and for one that is nested too deeply.
    """
    return _Reader().read(text)


class _Reader:
    def __init__(self) -> None:
        self._parser = expat.ParserCreate("utf-8")
        self._parser.buffer_text = True
        self._parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        self._parser.EntityDeclHandler = self._entity
        self._parser.SkippedEntityHandler = self._skipped
        self._root: Element | None = None
        self._open: list[Element] = []

    def read(self, text: str) -> Element:
        try:
            self._parser.Parse(text.removeprefix("\ufeff").encode("utf-8", "surrogatepass"), True)
        except expat.ExpatError as error:
            raise NotImportedError(f"line {error.lineno}: this is no XML: {expat.ErrorString(error.code)}") from None
        assert self._root is not None
        return self._root

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        line = self._parser.CurrentLineNumber
        if len(self._open) == MAX_DEPTH:
            raise NotImportedError(f"line {line}: more than {MAX_DEPTH} elements lie inside one another")
        element = Element(_local(name), {_local(key): value for key, value in attributes.items()}, line)
        if self._open:
            self._open[-1].inside.append(element)
        else:
            self._root = element
        self._open.append(element)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _characters(self, text: str) -> None:
        self._open[-1].inside.append(text)

    def _entity(self, name: str, *_rest: Any) -> None:
        line = self._parser.CurrentLineNumber
        raise NotImportedError(f"line {line}: it declares the entity {name!r}; write out what stands for it")

    def _skipped(self, name: str, _is_parameter: bool) -> None:
        # A document that names an external DTD may use entities declared there, which is not looked at.
        line = self._parser.CurrentLineNumber
        raise NotImportedError(f"line {line}: the entity &{name}; is not declared in it; write out what stands for it")


def _local(name: str) -> str:
    return name.rpartition(":")[2]
