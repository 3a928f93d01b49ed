"""What the elements of HTML do to the flow of text, and which of them are of the page rather than of the article."""

from __future__ import annotations

import re

HEADINGS = {f"h{level}": level for level in range(1, 7)}

BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl"}
    | {"dt", "fieldset", "figcaption", "figure", "footer", "form", "head", "header", "hgroup", "hr", "html", "legend"}
    | {"li", "main", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "tbody", "tfoot", "thead", "tr"}
    | {"ul", *HEADINGS}
)
"""Elements that begin and end lines of their own."""

HELD = frozenset(
    {"button", "select", "svg", "math", "audio", "video", "object", "canvas", "template", "noscript", "map"}
)
"""Elements that are no blocks and yet hold what is not of the text around them."""

VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "param"}
)
"""Elements that have no end."""

CLOSES_P = BLOCKS - {"head", "html", "body", "li", "dd", "dt", "tr", "tbody", "thead", "tfoot", "caption"}
"""Elements whose start ends a paragraph that was left open."""

CLOSED_BY = {
    "li": frozenset({"li", "p"}),
    "dt": frozenset({"dt", "dd", "p"}),
    "dd": frozenset({"dt", "dd", "p"}),
    "tr": frozenset({"tr", "p"}),
    "tbody": frozenset({"tr", "thead", "tbody", "p"}),
    "option": frozenset({"option"}),
}
"""What an element closes, as long as it is the innermost open one."""

_PARTS = {
    "nav": "the navigation of the page",
    "footer": "the foot of the page",
    "aside": "stands beside the article",
    "dialog": "a window of the page",
    "search": "a control of the page",
}
_SHARE = "words of the page, not of the article"
_CLASS = re.compile(
    r"(?:^|[\s_-])(?:shar(?:e|ing)|sns|social|related|recommend\w*|breadcrumbs?|cookie|sidebar|pagination|pager|newsletter|subscribe"
    r"|adsense|advertisement|ads?|banner|global-?nav|site-?nav|toc-?toggle|like-?button|follow-?button|sr-only"
    r"|post-?navigation|page-?top)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)

_CONTENT = re.compile(
    r"(?:^|\s)(?:entry-content|post-content|article-body|article-content|article__body|post-body|post_body|entry-body|content-body"
    r"|note-common-styles__textnote-body|o-noteContentText|transcript|transcription|interview|taidan|zadankai)(?:$|\s)",
    re.IGNORECASE,
)


def held_reason(name: str, attributes: dict[str, str]) -> str:
    """Return why what stands inside of an element can never be of the article, empty where it may be."""
    if name in {"button", "select", "textarea"}:
        return "a control of the page"
    if name == "noscript":
        return "shown only where scripts do not run"
    if name in HELD or name in {"iframe", "xmp", "noembed", "noframes"}:
        return f"inside of <{name}>, not of the text"
    hidden = "hidden" in attributes and attributes["hidden"].lower() != "until-found"
    return "hidden on the page" if hidden or _HIDDEN.search(attributes.get("style", "")) else ""


def page_reason(name: str, attributes: dict[str, str]) -> str:
    """Return why what stands inside of an element is of the page rather than of the article, empty where it may not."""
    role = attributes.get("role", "").strip().lower()
    if name in _PARTS or role in {"navigation", "contentinfo", "complementary", "search", "banner"}:
        return _PARTS.get(name, "a part of the page")
    if name in {"html", "body", "main", "article"} or name in HEADINGS:
        return ""
    # A camel in a class is two words of it: shareButton.
    classes = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", f"{attributes.get('class', '')} {attributes.get('id', '')}"[:400])
    return _SHARE if _CLASS.search(classes) else ""


def may_be_all(name: str, attributes: dict[str, str]) -> bool:
    """Return whether an element says of itself that the article is what stands inside of it."""
    return (
        name in {"article", "main"}
        or attributes.get("role", "").strip().lower() in {"main", "article"}
        or attributes.get("itemprop", "") == "articleBody"
        or bool(_CONTENT.search(attributes.get("class", "")[:400]))
    )
