"""What the header of a TEI document says of the document, and of those who speak in it (TEI P5, 2 and 16)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from roundtable_tui.model import Participant

if TYPE_CHECKING:
    from roundtable_tui.importers.markup.element import Element

_DAY = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_READINGS = frozenset({"kana", "reading", "yomi"})
_LANGUAGES = {"jpn": "ja", "eng": "en", "ger": "de", "deu": "de", "fre": "fr", "fra": "fr"}


def read_fields(root: Element) -> dict[str, Any]:
    """Return the fields of a transcript that the header of the document gives."""
    header = root.first("teiHeader")
    fields: dict[str, Any] = {"id": "", "title": "", "lang": _language(root)}
    if header is None:
        return fields
    titles = [one for one in header.all("titleStmt") for one in one.all("title") if one.text()]
    main = next((one for one in titles if one.get("type") in ("", "main")), titles[0] if titles else None)
    sub = next((one for one in titles if one.get("type") == "sub" and one is not main), None)
    fields["title"] = main.text() if main is not None else ""
    fields["subtitle"] = sub.text() if sub is not None else ""
    fields["held"] = _held(header)
    licence = header.first("licence")
    fields["licence"] = (licence.get("target") or licence.text()) if licence is not None else ""
    return fields


def _language(root: Element) -> str:
    own = next((one.get("lang") for one in root.walk() if one.name in ("TEI", "text") and one.get("lang")), "")
    return _LANGUAGES.get(own, own) if re.fullmatch("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", own) else ""


def _held(header: Element) -> str:
    """Return the day of the sitting that was recorded, by `setting` or else by the source."""
    for place in ("settingDesc", "sourceDesc"):
        for part in header.all(place):
            for one in part.all("date"):
                if one.get("type") in ("", "print", "written") and _DAY.fullmatch(one.get("when")):
                    return one.get("when")
    return ""


def read_people(root: Element) -> dict[str, Participant]:
    """Return the participants that the document names, by their `xml:id`."""
    found: dict[str, Participant] = {}
    organisations = {one.get("id"): _name(one) for one in root.all("org") if one.get("id")}
    for one in root.all("person", "personGrp"):
        own = one.get("id")
        name = _name(one)
        if not own or not name:
            continue
        group = next((a.get("ref").removeprefix("#") for a in one.all("affiliation") if a.get("ref")), "")
        roles = (affiliation.get("role") or affiliation.text() for affiliation in one.all("affiliation", "occupation"))
        role = next(filter(None, roles), "")
        reading = next((other.text() for other in one.all("persName", "name") if other.get("type") in _READINGS), "")
        org = organisations.get(group, "")
        found[own] = Participant(name, name, reading, org, role, collective=one.name == "personGrp")
    return _told_apart(found)


def _name(element: Element) -> str:
    for one in element.all("persName", "orgName", "name"):
        if one.get("type") not in _READINGS and one.text():
            family, given = one.first("surname"), one.first("forename")
            return f"{family.text()} {given.text()}" if family is not None and given is not None else one.text()
    return ""


def _told_apart(people: dict[str, Participant]) -> dict[str, Participant]:
    """Return `people` with labels of their own: two of one name are two."""
    taken: set[str] = set()
    found = {}
    for own, person in people.items():
        label, number = person.label, 1
        while label in taken:
            number += 1
            label = f"{person.label} ({number})"
        taken.add(label)
        found[own] = person._replace(label=label)
    return found
