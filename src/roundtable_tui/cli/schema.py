"""Where an editor finds the JSON Schema from a folder of transcripts."""

from __future__ import annotations

from pathlib import Path

from roundtable_tui.source.write import SCHEMA

NAME = "roundtable-1.schema.json"


def installed_schema() -> Path | None:
    """Return the schema that comes with the program, in the package or in the checkout it runs from, else None."""
    package = Path(__file__).parent.parent
    places = (package / "schema" / NAME, package.parent.parent / "schema" / NAME)
    return next((place for place in places if place.is_file()), None)


def schema_for(folder: Path) -> str:
    """Return the address of the schema for the modeline of a file in `folder`.

    That is `../schema` where it is there. Else the schema that comes with the program is copied into `folder`, unless
    one is there already. Raises WriteError where it cannot be written.
    """
    if (folder / SCHEMA).is_file():
        return SCHEMA
    if (folder / NAME).exists():
        return NAME
    schema = installed_schema()
    if schema is None:
        return SCHEMA
    from roundtable_tui.export.file import write_atomically

    write_atomically(folder / NAME, schema.read_text(encoding="utf-8"))
    return NAME
