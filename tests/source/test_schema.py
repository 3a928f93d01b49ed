"""The JSON Schema and the loader agree: what the one refuses has an error from the other.

A schema sees the values that a YAML 1.2 reader makes of a file (numbers, truth values, nothing), the loader sees what
is written. A schema cannot say everything: those codes are listed, and each must be needed.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roundtable_tui.source.cast import PARTICIPANT_KEYS, RESERVED
from roundtable_tui.source.events import event_source
from roundtable_tui.source.load import load_text
from roundtable_tui.source.nodes import Mapping, Node, Sequence
from roundtable_tui.source.references import FIGURE_KEYS, LINK_KEYS
from roundtable_tui.source.report import Report
from roundtable_tui.source.sections import SECTION_KEYS
from roundtable_tui.source.transcript import CREDIT_KEYS, KEYS, REQUIRED
from roundtable_tui.source.tree import build
from roundtable_tui.source.turns import LONG_KEYS

SCHEMA = json.loads((Path(__file__).parents[2] / "schema" / "roundtable-1.schema.json").read_text(encoding="utf-8"))
VALID = jsonschema.Draft7Validator(SCHEMA)

BEYOND_A_SCHEMA = {
    "unknown-label": "labels are compared with the participants",
    "ambiguous-label": "aliases are compared with one another",
    "alias-taken": "aliases are compared with one another",
    "part-beyond-parts": "two values are compared",
    "turns-after-sections": "keys have no order",
    "key-not-text": "JSON has no keys but text",
    "bad-date": "a calendar is more than a pattern",
}
"""The codes of errors in files that the schema may accept, and why it cannot know."""

WORDS = {"": None, "~": None, "null": None, "Null": None, "NULL": None}
TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


def as_json(node: Node) -> Any:
    """Return what a reader of the YAML 1.2 core schema makes of `node`."""
    if isinstance(node, Mapping):
        return {key.value: as_json(value) for key, value in node.pairs}
    if isinstance(node, Sequence):
        return [as_json(item) for item in node.items]
    text = node.value
    if node.style:
        return text
    if text in WORDS or text in TRUTH:
        return {**WORDS, **TRUTH}[text]
    if re.fullmatch(r"[-+]?[0-9]{1,4000}", text):
        return int(text)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?", text):
        return float(text)
    return text


def schema_accepts(text: str) -> bool:
    root = build(event_source(text), Report("x", text))
    assert root is not None
    return bool(VALID.is_valid(as_json(root)))


def errors(text: str) -> set[str]:
    return {problem.code for problem in load_text(text, id="x", path="x").problems if problem.level == "error"}


def agree(text: str) -> None:
    found = errors(text)
    assert schema_accepts(text) or found, "the schema refuses what the loader accepts"
    assert not schema_accepts(text) or found <= BEYOND_A_SCHEMA.keys(), "the loader refuses what the schema accepts"


NEEDED = {
    "roundtable": "1",
    "title": "題",
    "participants": "{青木: {name: 青木 千尋, aliases: [部長]}, 田村: }",
    "sections": "[{heading: 一, turns: [{青木: はい}, {―: (笑)}, {figure: {src: a.png}}]}]",
}
TEXT = ["x", "", "1", "1.5", "true", "'1'", "2021-11-10", "''", "' '", "[x]", "{x: y}", "[]", "{}"]
LIST = ["[x, y]", "[]", "", "x", "[1, true]", "['']", "[' ']", "[[x]]", "[{x: y}]", "{x: y}", "[x, ]", "1"]
VALUES: dict[str, list[str]] = {
    "roundtable": ["1", "'1'", "2", "''", "one", "[1]", ""],
    "title": TEXT,
    "issue": ["0", "14", "'14'", "014", "", "-1", "1.5", "十四", "[1]", "999999999", "9999999999", "true", "''"],
    "part": ["1", "'2'", "0", "'0'", "x", "", "'001'", "[1]", "{a: b}"],
    "parts": ["1", "0", "x"],
    "previous": [
        *(
            "014-1",
            "14",
            "1.5",
            "",
            "''",
            "' '",
            "a/b",
            "'a\\b'",
            "[a]",
            "{}",
            "{title: x}",
            "{title: }",
            "{title: ' '}",
        ),
        *(
            "{url: 'https://x.jp'}",
            "{title: x, url: 'https://x.jp/a'}",
            "{title: x, url: www.x.jp}",
            "{title: x, url: }",
        ),
        *("{id: a}", "{id: }", "{id: a/b}", "{id: a, x: y}", "{title: x, url: 'HTTPS://x.jp'}", "{title: [x]}", "true"),
        *("{id: 14}", "{title: x, url: 'https:///x'}", "{id: [a]}", "{title: x, url: [a]}", "{title: x, id: }"),
    ],
    "held": [
        "2021-11-10",
        "2021-11",
        "2021",
        "'2021'",
        "",
        "2021-1",
        "2021-13-01",
        "x",
        "[a]",
        "0800",
        "800",
        "20211110",
    ],
    "published": ["2021-00", "2021-01-32", "2021-12-31", "令和3年", "1.5"],
    "lang": ["ja", "en-GB", "zh-Hant-TW", "", "''", "日本語", "ja_JP", "j", "[ja]", "1"],
    "image": [
        *(
            "{src: a.png}",
            "{src: a.png, alt: x, caption: y, credit: z}",
            "{}",
            "{src: }",
            "{src: ''}",
            "{src: ' '}",
            "a.png",
        ),
        *(
            "{src: /a.png}",
            "{src: ../a.png}",
            "{src: a/../b.png}",
            "{src: a..b.png}",
            "{src: ..}",
            "{src: a/..}",
            "[a]",
            "",
        ),
        *(
            "{src: 'https://x/a.png'}",
            "{src: 'C:/a.png'}",
            "{src: 'a\\b.png'}",
            "{src: ~/a.png}",
            "{src: 1}",
            "{src: [a]}",
        ),
        *(
            "{src: a.png, size: 3}",
            "{src: ./a.png}",
            "{src: images/会 議.png}",
            '{src: "a\\tb"}',
            "{src: true}",
            "{alt: x}",
        ),
    ],
    "tags": LIST,
    "agenda": LIST,
    "notes": ["{CIO: x}", "{}", "", "{CIO: }", "{CIO: ''}", "{CIO: [x]}", "[x]", "x", "{1: 2}"],
    "participants": [
        *(
            "{青木: {}}",
            "{青木: }",
            "{}",
            "",
            "[青木]",
            "[{青木: {}}]",
            "青木",
            "{青木: 千尋}",
            "{青木: {nmae: x}}",
            "{'': {}}",
        ),
        *(
            "{―: {}}",
            "{narration: }",
            "{figure: {}}",
            "{青木: {aliases: [―]}}",
            "{青木: {aliases: [figure, x]}}",
            "{' ': {}}",
        ),
        *(
            "{青木: {aliases: x}}",
            "{青木: {aliases: }}",
            "{青木: {aliases: ['']}}",
            "{青木: {aliases: [[x]]}}",
            "{1: {}}",
        ),
        *(
            "{青木: {collective: true}}",
            "{青木: {collective: yes}}",
            "{青木: {collective: 'true'}}",
            "{青木: {collective: }}",
        ),
        *(
            "{青木: {name: [x]}}",
            "{青木: {name: }, kana: {}}",
            "{青木: {collective: False}}",
            "{青木: {aliases: {a: b}}}",
        ),
    ],
    "sections": [
        *("", "[]", "{}", "x", "[x]", "[{}]", "[{heading: 一}]", "[{turns: []}]", "[{turns: }]", "[{sections: []}]"),
        *(
            "[{turns: [{青木: はい}]}]",
            "[{turns: [{青木: はい}], sections: []}]",
            "[{turns: [{青木: はい}], sections: }]",
        ),
        *(
            "[{turns: [], sections: [{turns: [{青木: はい}]}]}]",
            "[{turns: {青木: はい}}]",
            "[{turns: [はい]}]",
            "[{turns: [{}]}]",
        ),
        *(
            "[{turns: [{青木: はい, 田村: いいえ}]}]",
            "[{turns: [{青木: }]}]",
            "[{turns: [{青木: ''}]}]",
            "[{turns: [{青木: ' '}]}]",
        ),
        *("[{turns: [{青木: [笑]}]}]", "[{turns: [{青木: {text: はい}}]}]", "[{turns: [{青木: {as: x, text: はい}}]}]"),
        *("[{turns: [{青木: {as: x}}]}]", "[{turns: [{青木: {text: }}]}]", "[{turns: [{青木: {text: はい, x: y}}]}]"),
        *("[{turns: [{青木: {text: [はい]}}]}]", "[{turns: [{青木: {as: , text: はい}}]}]", "[{turns: [{青木: 1}]}]"),
        *("[{turns: [{figure: {src: a.png}}]}]", "[{turns: [{figure: a.png}]}]", "[{turns: [{figure: {alt: x}}]}]"),
        *(
            "[{turns: [{―: {text: x}}]}]",
            "[{turns: [{narration: x}]}]",
            "[{turns: [{'': x}]}]",
            "[{turns: [{青木: true}]}]",
        ),
        *(
            "[{turns: [{青木: はい}], heading: [x]}]",
            "[{turns: [{青木: はい}], headng: x}]",
            "[{heading: , turns: [{青木: はい}]}]",
        ),
        *(
            "[{turns: [ , {青木: はい}]}]"[:0] or "[{turns: ['', {青木: はい}]}]",
            "[{turns: [{青木: {}}]}]",
            "[{turns: はい}]",
        ),
    ],
    "credits": [
        *(
            "[{role: 文, name: 久保}]",
            "[{name: 久保}]",
            "[{org: 市}]",
            "[{role: 文}]",
            "[{}]",
            "[]",
            "",
            "久保",
            "[久保]",
        ),
        *(
            "[{role: 文, name: }]",
            "[{role: 文, name: ''}]",
            "[{name: [x]}]",
            "[{name: x, x: y}]",
            "{name: x}",
            "[{name: 1}]",
        ),
    ],
    "back_numbers": [
        "[013-2, 013-1]",
        "[13]",
        "[{title: x}]",
        "[{}]",
        "[a/b]",
        "013",
        "",
        "[[x]]",
        "{title: x}",
        "['']",
    ],
    **dict.fromkeys(("subtitle", "series", "publication", "held_label", "source", "licence", "lead"), TEXT),
    **dict.fromkeys(("honorifics", "closing", "unknown"), TEXT),
    "next": ["014-3", "[a]", "{title: x}"],
}
SAMPLES = [(key, value) for key, values in VALUES.items() for value in values]


def written(changes: dict[str, str]) -> str:
    return "".join(f"{key}: {value}\n" for key, value in {**NEEDED, **changes}.items())


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(("key", "value"), SAMPLES)
def test_schema_and_loader_agree_on_a_value(key: str, value: str) -> None:
    agree(written({key: value}))


@pytest.mark.parametrize("key", NEEDED)
def test_schema_and_loader_agree_on_what_is_required(key: str) -> None:
    text = "".join(f"{name}: {value}\n" for name, value in NEEDED.items() if name != key)
    assert not schema_accepts(text)
    assert errors(text)


@settings(deadline=None, max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(SAMPLES), max_size=4))
def test_schema_and_loader_agree_on_several_values(changes: list[tuple[str, str]]) -> None:
    agree(written(dict(changes)))


def test_both_accept_what_uses_the_whole_format(good: Any) -> None:
    assert schema_accepts(good.text)
    assert not errors(good.text)


def test_both_refuse_what_the_documentation_calls_a_problem(example: Any) -> None:
    if load_text(example.text, id="x", path="x").transcript is not None:
        agree(example.text)


@pytest.mark.parametrize("code", BEYOND_A_SCHEMA)
def test_each_exception_is_needed(code: str) -> None:
    texts = {
        "unknown-label": written({"sections": "[{turns: [{青本: はい}]}]"}),
        "ambiguous-label": written(
            {"participants": "{一: {aliases: [甲]}, 二: {aliases: [甲]}}", "sections": "[{turns: [{甲: はい}]}]"}
        ),
        "alias-taken": written({"participants": "{青木: {aliases: [田村]}, 田村: {}}"}),
        "part-beyond-parts": written({"part": "3", "parts": "2"}),
        "turns-after-sections": written({"sections": "[{sections: [{turns: [{青木: 二}]}], turns: [{青木: 一}]}]"}),
        "key-not-text": written({"notes": "{[CIO]: x}"}),
        "bad-date": written({"held": "2021-02-30"}),
    }
    assert code in errors(texts[code])
    assert schema_accepts(texts[code])


def test_the_schema_has_exactly_the_keys_of_the_loader() -> None:
    parts = SCHEMA["definitions"]
    assert tuple(SCHEMA["properties"]) == KEYS
    assert tuple(SCHEMA["required"]) == REQUIRED
    assert tuple(parts["participant"]["properties"]) == PARTICIPANT_KEYS
    assert tuple(parts["figure"]["properties"]) == FIGURE_KEYS
    assert tuple(parts["section"]["properties"]) == SECTION_KEYS
    assert tuple(parts["credit"]["properties"]) == CREDIT_KEYS
    assert tuple(parts["link"]["anyOf"][1]["properties"]) == LINK_KEYS
    assert tuple(parts["speech"]["anyOf"][1]["properties"]) == LONG_KEYS
    assert tuple(parts["turn"]["properties"]) == RESERVED
    assert tuple(parts["label"]["not"]["enum"]) == RESERVED


def properties(schema: Any) -> list[tuple[str, Any]]:
    """Every property anywhere in the schema that an editor may offer."""
    if isinstance(schema, list):
        return [found for part in schema for found in properties(part)]
    if not isinstance(schema, dict):
        return []
    own = list(schema["properties"].items()) if "additionalProperties" in schema and "properties" in schema else []
    return own + [found for part in schema.values() for found in properties(part)]


def test_an_editor_has_something_to_show_for_every_key() -> None:
    found = properties(SCHEMA)
    assert len(found) > 50
    assert [name for name, schema in found if not schema.get("description", "").endswith((".", "。"))] == []


def test_no_reference_hides_its_neighbours() -> None:
    def lone(schema: Any) -> bool:
        if isinstance(schema, list):
            return all(map(lone, schema))
        if not isinstance(schema, dict):
            return True
        return ("$ref" not in schema or len(schema) == 1) and all(map(lone, schema.values()))

    assert lone(SCHEMA)
