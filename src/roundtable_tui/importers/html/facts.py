"""What a page says of the article in its head: title, address, date, publication, language."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urljoin

from roundtable_tui.importers.lines import ends_as_prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from roundtable_tui.importers.html.flow import Head

_WEB = re.compile(r"https?://[^\s]+")
_DAY = re.compile(r"[12][0-9]{3}-[01][0-9](?:-[0-3][0-9])?(?![0-9])")
_LONGEST_BYLINE = 60
_ARTICLES = re.compile(r"Article|BlogPosting|Report|Interview|Episode|WebPage|CreativeWork", re.IGNORECASE)


class Facts(NamedTuple):
    """Every text is empty where the page does not say it; `published` is ISO 8601."""

    title: str = ""
    publication: str = ""
    published: str = ""
    source: str = ""
    lang: str = ""

    def with_byline(self, text: str, dated: str) -> Facts | None:
        """Return what is known with the day `dated` of the line `text`, None where that line is no byline.

        A byline is short, no sentence, and says which day the page was published.
        """
        day = _DAY.match(dated)
        if day is None or len(text) > _LONGEST_BYLINE or ends_as_prose(text):
            return None
        return self if self.published else self._replace(published=day[0])

    def address(self, url: str) -> str:
        """Return `url` as a whole address, empty where only the address of the page would tell."""
        try:
            whole = urljoin(self.source, url)
        except ValueError:
            return ""
        return whole if _WEB.fullmatch(whole) else ""


def read_facts(head: Head) -> Facts:
    """Return what `head` says; what stands in JSON-LD counts before `meta`, and that before the title of the window."""
    found: dict[str, str] = {}
    for data in head.data:
        for name, text in _said(data):
            found.setdefault(name, text)
    for name, attributes in head.elements:
        for field, text in _marked(name, attributes):
            found.setdefault(field, text)
    day = _DAY.match(found.get("published", ""))
    source = found.get("source", "")
    return Facts(
        title=found.get("title", "") or head.title,
        publication=found.get("publication", ""),
        published=day[0] if day else "",
        source=source if _WEB.fullmatch(source) else "",
        lang=found.get("lang", "").strip().replace("_", "-"),
    )


def _marked(name: str, attributes: dict[str, str]) -> Iterator[tuple[str, str]]:
    content = " ".join(attributes.get("content", "").split())
    if name == "meta" and content:
        key = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").lower()
        field = {
            "og:title": "title",
            "og:site_name": "publication",
            "og:url": "source",
            "article:published_time": "published",
            "datepublished": "published",
            "dc.date": "published",
            "dc.title": "title",
        }.get(key)
        if field:
            yield field, content
    elif name == "link" and "canonical" in attributes.get("rel", "").lower().split():
        yield "source", attributes.get("href", "").strip()
    elif name == "html" and attributes.get("lang"):
        yield "lang", attributes["lang"]
    elif name == "time" and (attributes.get("itemprop") == "datePublished" or "pubdate" in attributes):
        yield "published", attributes.get("datetime", "").strip()


def _said(data: str) -> Iterator[tuple[str, str]]:
    """Yield what JSON-LD says of the first article in it; what is no JSON says nothing."""
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError):
        return
    for one in _objects(whole):
        if not _ARTICLES.search(str(one.get("@type", ""))) or not (one.get("headline") or one.get("datePublished")):
            continue
        yield from _texts("title", one.get("headline") or one.get("name"))
        yield from _texts("published", one.get("datePublished"))
        publisher = one.get("publisher")
        yield from _texts("publication", publisher.get("name") if isinstance(publisher, dict) else publisher)
        page = one.get("mainEntityOfPage")
        yield from _texts("source", one.get("url") or (page.get("@id") if isinstance(page, dict) else page))
        return


def _texts(name: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, str) and value.strip():
        yield name, " ".join(value.split())


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every object of a list or a graph of objects."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            yield one
            graph = one.get("@graph")
            yield from (inner for inner in graph if isinstance(inner, dict)) if isinstance(graph, list) else ()
