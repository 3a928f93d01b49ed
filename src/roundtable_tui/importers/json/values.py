"""Values of a JSON document with their paths, read strictly: another kind of value is named with its place."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any, TypeVar

from roundtable_tui.importers.failure import NotImportedError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

Made = TypeVar("Made")

_KINDS = {dict: "an object", list: "a list", str: "text", bool: "true or false", int: "a whole number"}


def parse(text: str) -> object:
    """Return what the JSON document `text` (RFC 8259) holds; raises NotImportedError, with the line, where it is none.

    So it does for a key that stands twice in one object, since one of the two values would be lost, for a document that
    is nested too deeply, and for a number of thousands of digits.
    """
    try:
        return json.loads(text, object_pairs_hook=_once)
    except NotImportedError:
        raise
    except json.JSONDecodeError as error:
        raise NotImportedError(f"line {error.lineno}: this is no JSON: {error.msg}") from None
    except ValueError:
        raise NotImportedError("a number in the JSON has more digits than any that is read") from None
    except RecursionError:
        raise NotImportedError("the JSON is nested too deeply") from None


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        times = Counter(name for name, _value in pairs)
        twice = next(name for name in times if times[name] > 1)
        raise NotImportedError(f"the key {twice!r} stands twice in one object")
    return found


class Value:
    """A value of a document and where it stands, such as `transcript.sections[0].heading`."""

    def __init__(self, value: object, path: str = "") -> None:
        self._value = value
        self.path = path

    def fields(self, names: Collection[str], later: Collection[str] = ()) -> dict[str, Value]:
        """Return the values of an object by name, which has to have exactly the keys `names`.

        Those of them in `later` may be missing: older documents do not have them.
        """
        found = self._of(dict)
        for name in names:
            if name not in found and name not in later:
                raise NotImportedError(f"`{self._inside(name)}` is missing")
        for name in found:
            if name not in names:
                raise NotImportedError(f"`{self._inside(name)}` is no key that is known there")
        return {name: Value(value, self._inside(name)) for name, value in found.items()}

    def get(self, name: str) -> object:
        """Return the value of an object at `name` as it is; None where there is none."""
        found: object = self._of(dict).get(name)
        return found

    def items(self) -> Iterator[Value]:
        """Yield the values of a list."""
        for index, value in enumerate(self._of(list)):
            yield Value(value, f"{self.path}[{index}]")

    def text(self) -> str:
        """Return text."""
        found: str = self._of(str)
        return found

    def texts(self) -> tuple[str, ...]:
        """Return a list of texts."""
        return tuple(item.text() for item in self.items())

    def truth(self) -> bool:
        """Return true or false."""
        found: bool = self._of(bool)
        return found

    def number(self) -> int:
        """Return a whole number."""
        found: int = self._of(int)
        return found

    def optional(self, read: Callable[[Value], Made]) -> Made | None:
        """Return what `read` makes of the value, None where it is null."""
        return None if self._value is None else read(self)

    def fail(self, message: str) -> NotImportedError:
        """Return the failure `message` about this value."""
        where = f"`{self.path}`" if self.path else "the document"
        return NotImportedError(f"{where} {message}")

    def _of(self, kind: type[Any]) -> Any:
        # type() rather than isinstance(): true is no number.
        if type(self._value) is not kind:
            found = "null" if self._value is None else _KINDS.get(type(self._value), "a number with a fraction")
            raise self.fail(f"must be {_KINDS[kind]}, but is {found}")
        return self._value

    def _inside(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name
