from __future__ import annotations

import pytest

from roundtable_tui.cli.errors import CommandError
from roundtable_tui.cli.parser import CommandParser, one_of


@pytest.fixture
def parser() -> CommandParser:
    parser = CommandParser("roundtable try", "try it")
    parser.add_argument("words", nargs="*")
    parser.add_argument("-o", "--output")
    parser.add_argument("-f", "--force", action="store_true")
    parser.add_argument("-q", action="store_true")
    parser.add_argument("--format", type=one_of("md", "json"))
    return parser


def values(parser: CommandParser, *argv: str) -> dict[str, object]:
    return vars(parser.values(parser.scan(argv)))


@pytest.mark.parametrize(
    ("argv", "words", "output", "force"),
    [
        (["a", "-o", "x", "b"], ["a", "b"], "x", False),
        (["-ox", "a", "--force"], ["a"], "x", True),
        (["--output=x=y", "a"], ["a"], "x=y", False),
        (["-fo", "x"], [], "x", True),
        (["-fqox"], [], "x", True),
        (["-o", "-", "-"], ["-"], "-", False),
        (["--", "-f", "--force", "-"], ["-f", "--force", "-"], None, False),
        (["a", "--", "b", "-o"], ["a", "b", "-o"], None, False),
        (["-f", "--"], [], None, True),
        (["--output=", "-o="], [], "=", False),
        (["-o", "-5", "日本 語"], ["日本 語"], "-5", False),
        (["", "-o", ""], [""], "", False),
    ],
)
def test_options_and_operands_in_any_order(
    parser: CommandParser, argv: list[str], words: list[str], output: str | None, force: bool
) -> None:
    found = values(parser, *argv)
    assert (found["words"], found["output"], found["force"]) == (words, output, force)


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["--outptu", "x"], "there is no option --outptu; did you mean --output?"),
        (["--out", "x"], "there is no option --out; did you mean --output?"),
        (["--forc"], "there is no option --forc; did you mean --force?"),
        (["-z"], "there is no option -z"),
        (["-fz"], "there is no option -z"),
        (["--zzzzz"], "there is no option --zzzzz"),
        (["--output"], "--output needs a value"),
        (["-o", "--force"], "-o needs a value"),
        (["-o", "--", "x"], "-o needs a value"),
        (["--force=yes"], "--force takes no value"),
        (["--format", "jsn"], "'jsn' is none of md, json; did you mean json?"),
    ],
)
def test_a_mistake_says_what_was_found_and_what_is_near(parser: CommandParser, argv: list[str], message: str) -> None:
    with pytest.raises(CommandError) as caught:
        values(parser, *argv)
    assert message in caught.value.message
    assert caught.value.code == 2
    assert "roundtable try --help" in caught.value.hint


def test_a_word_too_many_and_a_word_too_few_are_named() -> None:
    parser = CommandParser("roundtable try", "")
    parser.add_argument("one")
    parser.add_argument("more", metavar="MORE", nargs="+")
    parser.add_argument("--format", type=one_of("md"))
    with pytest.raises(CommandError, match=r"^one is missing"):
        values(parser)
    with pytest.raises(CommandError, match=r"^MORE is missing"):
        values(parser, "a")
    assert values(parser, "a", "b", "c") == {"one": "a", "more": ["b", "c"], "format": None}
    with pytest.raises(CommandError, match=r"^--format: 'x' is none of md"):
        values(parser, "a", "b", "--format", "x")
    with pytest.raises(CommandError, match="one word too many: 'b'"):
        values(CommandParser("roundtable try", ""), "b")


def test_reading_can_stop_before_the_first_operand(parser: CommandParser) -> None:
    assert parser.scan(["-f", "a", "-z"], stop_at_operand=True) == (["-f"], [], ["a", "-z"])
    assert parser.scan(["-f", "--", "-a", "-z"], stop_at_operand=True) == (["-f"], [], ["-a", "--", "-z"])
    assert parser.scan(["--"], stop_at_operand=True) == ([], [], [])


@pytest.mark.parametrize("columns", ["20", "40", "80", "500", "none"])
def test_help_fits_the_terminal(parser: CommandParser, columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    parser.add_argument("--long-option", metavar="VALUE", help="a sentence that is long enough to be broken " * 4)
    room = max(50, min(int(columns), 100)) if columns.isdigit() else 80
    assert max(map(len, parser.format_help().splitlines())) <= room


def test_japanese_help_is_broken_by_cells(parser: CommandParser, monkeypatch: pytest.MonkeyPatch) -> None:
    from roundtable_tui.text.cells import width

    monkeypatch.setenv("COLUMNS", "60")
    parser.add_argument("--long", help="とても長い説明の文章が続くので、行を折り返さなければ収まりません。" * 3)
    lines = parser.format_help().splitlines()
    assert max(map(width, lines)) <= 60
    assert "とても長い説明" in parser.format_help()
    assert lines[0].startswith("usage: ")


def test_the_usage_stands_in_line_behind_japanese_words(monkeypatch: pytest.MonkeyPatch) -> None:
    from roundtable_tui.config.language import set_language
    from roundtable_tui.text.cells import width

    monkeypatch.setenv("COLUMNS", "50")
    set_language("ja")
    parser = CommandParser("roundtable try", "")
    for name in ("--first", "--second", "--third", "--fourth", "--fifth", "--sixth"):
        parser.add_argument(name, metavar="X")
    first, *others = parser.format_usage().rstrip().splitlines()
    assert others
    assert max(map(width, (first, *others))) <= 50
    assert {len(line) - len(line.lstrip()) for line in others} == {width(first[: first.index("[")])}
