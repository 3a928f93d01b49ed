"""The values of a piece: what is not as it should be is left empty, never guessed."""

from __future__ import annotations

from typing import Any

import pytest

from roundtable_tui.source.load import load_text


@pytest.mark.parametrize("key", ["roundtable", "title", "participants", "sections"])
def test_each_required_key_is_missed(key: str) -> None:
    whole = {"roundtable": "1", "title": "題", "participants": "{青木: {}}", "sections": "[{turns: [{青木: はい}]}]"}
    text = "".join(f"{name}: {value}\n" for name, value in whole.items() if name != key)
    codes = [problem.code for problem in load_text(text, id="x", path="x").problems]
    assert codes[0] == "missing-key"
    assert set(codes) <= {"missing-key", "unknown-label"}
    assert load_text(text, id="x", path="x").transcript is not None


@pytest.mark.parametrize(
    ("part", "field", "value", "codes"),
    [
        ("issue: 14\n", "issue", 14, []),
        ("issue: '014'\n", "issue", 14, []),
        ("issue: 0\n", "issue", 0, []),
        ("issue: 第14回\n", "issue", None, ["not-a-number"]),
        ("issue: １４\n", "issue", None, ["not-a-number"]),
        ("issue: -1\n", "issue", None, ["not-a-number"]),
        ("issue: 1.5\n", "issue", None, ["not-a-number"]),
        (f"issue: {'9' * 5000}\n", "issue", None, ["not-a-number"]),
        ("issue: [14]\n", "issue", None, ["wrong-kind"]),
        ("part: 0\n", "part", None, ["not-a-number"]),
        ("part: 2\nparts: 2\n", "part", 2, []),
        ("part: 3\nparts: 2\n", "part", 3, ["part-beyond-parts"]),
        ("published: 2021-13-45\n", "published", "", ["bad-date"]),
        ("published: 2021-02-29\n", "published", "", ["bad-date"]),
        ("published: 2020-02-29\n", "published", "2020-02-29", []),
        ("published: 2021-11\n", "published", "2021-11", []),
        ("published: 2021\n", "published", "2021", []),
        ("published: 2021-1-1\n", "published", "2021-01-01", ["bad-date"]),
        ("published: 令和3年\n", "published", "2021", ["bad-date"]),
        ("published: 2021-11-10T09:00:00\n", "published", "2021-11-10", ["bad-date"]),
        ("lang: ja\n", "lang", "ja", []),
        ("lang: zh-Hant-TW\n", "lang", "zh-Hant-TW", []),
        ("lang: 日本語\n", "lang", "", ["bad-lang"]),
        ("lang: ja_JP\n", "lang", "", ["bad-lang"]),
        ("tags: 研修\n", "tags", ("研修",), ["wrong-kind"]),
        ("tags: [研修, ' ']\n", "tags", ("研修", " "), ["empty-value"]),
        ("tags:\n  - 研修\n  -\n", "tags", ("研修",), ["empty-value"]),
        ("tags: [[a, b], c]\n", "tags", ("[a, b]", "c"), ["wrong-kind"]),
        ("tags:\n", "tags", (), []),
        ("subtitle:\n", "subtitle", "", []),
        ("subtitle: [前編]\n", "subtitle", "[前編]", ["wrong-kind"]),
        ("subtitle: NO\n", "subtitle", "NO", []),
        ("subtitle: 12:30\n", "subtitle", "12:30", []),
        ("subtitle: 0x1F\n", "subtitle", "0x1F", []),
        ("notes: 用語\n", "notes", (), ["wrong-kind"]),
        ("roundtable: 2\n", "title", "紙の束を減らすには", ["unknown-format"]),
        ("roundtable: 01\n", "title", "紙の束を減らすには", ["unknown-format"]),
    ],
)
def test_a_value_is_as_written_or_a_problem(
    load_part: Any, part: str, field: str, value: object, codes: list[str]
) -> None:
    loaded = load_part(part)
    assert getattr(loaded.transcript, field) == value
    assert [problem.code for problem in loaded.problems] == codes


@pytest.mark.parametrize(
    ("part", "held", "label", "codes"),
    [
        ("held: 2021-11-10\n", "2021-11-10", "令和3年11月10日", []),
        ("held: 2021\n", "2021", "令和3年", []),
        ("held: 2021-11-10\nlang: en\n", "2021-11-10", "10 November 2021", []),
        ("held: 2021-11\nlang: en-GB\n", "2021-11", "November 2021", []),
        ("held: 2021-11-10\ntitle: Paper\n", "2021-11-10", "10 November 2021", []),
        ("held: 2021-11-10\ntitle: Paper\nlang: ja\n", "2021-11-10", "令和3年11月10日", []),
        ("held_label: 令和3年11月10日\n", "2021-11-10", "令和3年11月10日", []),
        ("held_label: 2021年11月\n", "2021-11", "2021年11月", []),
        ("held_label: 10 November 2021\n", "2021-11-10", "10 November 2021", []),
        ("held_label: 令和3年秋\n", "", "令和3年秋", ["no-date-in-label"]),
        ("held: 2021-11-10\nheld_label: 令和3年秋\n", "2021-11-10", "令和3年秋", []),
        ("held: 2021-11-10\nheld_label: 令和3年11月\n", "2021-11-10", "令和3年11月", []),
        ("held: 2021\nheld_label: 令和3年11月10日\n", "2021", "令和3年11月10日", []),
        ("held: 2021-11-10\nheld_label: 令和4年11月10日\n", "2021-11-10", "令和4年11月10日", ["dates-disagree"]),
        ("held: 2021-1\nheld_label: 令和3年1月\n", "2021-01", "令和3年1月", ["bad-date"]),
        ("held: 2021-13-45\n", "", "2021-13-45", ["bad-date"]),
        ("held: 令和3年11月10日\n", "2021-11-10", "令和3年11月10日", ["bad-date"]),
        ("held: 昨日\n", "", "昨日", ["bad-date"]),
        ("held: [2021]\n", "", "", ["wrong-kind"]),
        ("subtitle: 一\n", "", "", []),
    ],
)
def test_each_of_the_two_dates_is_made_from_the_other(
    load_part: Any, part: str, held: str, label: str, codes: list[str]
) -> None:
    loaded = load_part(part)
    assert (loaded.transcript.held, loaded.transcript.held_label) == (held, label)
    assert [problem.code for problem in loaded.problems] == codes


def test_a_bad_date_names_the_one_that_seems_meant(load_part: Any) -> None:
    (problem,) = load_part("published: 令和3年11月10日\n").problems
    assert problem.message == "`published` is '令和3年11月10日', which is no date; write 2021-11-10"


@pytest.mark.parametrize(
    ("credits_", "codes"),
    [
        ("[{role: 文, name: 久保}]", []),
        ("[{name: 久保}]", []),
        ("[{role: 協力, org: 市}]", []),
        ("[{role: 文}]", ["missing-key"]),
        ("[久保]", ["wrong-kind"]),
        ("{role: 文, name: 久保}", ["wrong-kind"]),
        ("[{role: 文, nmae: 久保}]", ["missing-key", "unknown-key"]),
    ],
)
def test_a_credit_names_somebody(codes_of: Any, credits_: str, codes: list[str]) -> None:
    assert codes_of(f"credits: {credits_}\n") == codes


@pytest.mark.parametrize("text", ["services: {web: 1}\n", "a\n", "- a\n", "'x'\n", "[]\n", "{}\n"])
def test_yaml_that_is_something_else_is_no_transcript(text: str) -> None:
    loaded = load_text(text, id="x", path="x")
    assert loaded.transcript is None
    assert [problem.code for problem in loaded.problems] == ["not-a-transcript"]


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "\ufeff"])
def test_an_empty_file_is_said_to_be_empty(text: str) -> None:
    for pure in (False, True):
        loaded = load_text(text, id="x", path="x", pure=pure)
        assert [(problem.code, problem.line) for problem in loaded.problems] == [("empty-file", 0)]


@pytest.mark.parametrize(
    ("key", "nearest"),
    [
        ("subtitel", "subtitle"),
        ("Title", "title"),
        ("license", "licence"),
        ("honorific", "honorifics"),
        ("ｉｓｓｕｅ", "issue"),
    ],
)
def test_an_unknown_key_names_the_nearest_known_one(load_part: Any, key: str, nearest: str) -> None:
    (problem,) = load_part(f"{key}: x\n").problems
    assert (problem.code, problem.line, problem.column) == ("unknown-key", 5, 1)
    assert problem.message.endswith(f"; the nearest is '{nearest}'")
