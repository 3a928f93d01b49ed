from __future__ import annotations

from typing import Any

import pytest

from roundtable_tui.model import Link


@pytest.mark.parametrize(
    "src", ["a.png", "images/会 議.png", "a..b.png", "./a.png", "images/..a/b.png", "1", "a:b.png"[2:]]
)
def test_a_path_from_the_folder_of_the_file_is_a_source(load_part: Any, src: str) -> None:
    loaded = load_part(f"image: {{src: '{src}'}}\n")
    assert (loaded.problems, loaded.transcript.image.src) == ((), src)


@pytest.mark.parametrize(
    ("src", "fault"),
    [
        ("/etc/passwd", "not relative"),
        ("//host/a.png", "not relative"),
        ("~/a.png", "not relative"),
        ("../a.png", "leaves the folder"),
        ("images/../../a.png", "leaves the folder"),
        ("images/..", "leaves the folder"),
        ("https://example.jp/a.png", "an address"),
        ("file:///a.png", "an address"),
        ("C:/a.png", "an address"),
        ("data:image/png", "an address"),
        ("images\\a.png", "a backslash"),
        ("..\\a.png", "a backslash"),
        ("a\tb.png", "a control character"),
    ],
)
def test_any_other_source_is_a_problem_and_left_out(load_part: Any, src: str, fault: str) -> None:
    loaded = load_part(f"sections: [{{turns: [{{figure: {{src: '{src}', alt: 庭}}}}]}}]\n")
    (problem,) = loaded.problems
    assert (problem.code, fault in problem.message) == ("bad-src", True)
    figure = loaded.transcript.turns[0].figure
    assert (figure.src, figure.alt) == ("", "庭")


@pytest.mark.parametrize("figure", ["{alt: 庭}", "{src: , alt: 庭}", "{src: ' ', alt: 庭}"])
def test_a_picture_without_a_source_is_a_problem(codes_of: Any, figure: str) -> None:
    assert codes_of(f"image: {figure}\n") == ["missing-key"]


@pytest.mark.parametrize(
    ("written", "link", "codes"),
    [
        ("014-1", Link(id="014-1"), []),
        ("014", Link(id="014"), []),
        ("第14回", Link(id="第14回"), []),
        ("{title: 前編}", Link(title="前編"), []),
        ("{title: 前編, url: https://example.jp/1}", Link(title="前編", url="https://example.jp/1"), []),
        ("{id: 014-1, title: 前編}", Link(id="014-1", title="前編"), []),
        ("{url: https://example.jp/1}", Link(url="https://example.jp/1"), ["missing-key"]),
        ("{title: 前編, url: javascript:alert(1)}", Link(title="前編"), ["bad-url"]),
        ("{title: 前編, url: 'https:// x'}", Link(title="前編"), ["bad-url"]),
        ("{titel: 前編}", None, ["missing-key", "unknown-key"]),
        ("{}", None, ["missing-key"]),
        ("a/b", None, ["bad-id"]),
        ("https://example.jp/1", None, ["bad-id"]),
        ("' '", None, ["bad-id"]),
        ("[014-1]", None, ["wrong-kind"]),
        ("", None, []),
    ],
)
def test_another_piece_is_an_id_or_a_title_and_an_address(
    load_part: Any, written: str, link: Link | None, codes: list[str]
) -> None:
    for key in ("previous", "next"):
        loaded = load_part(f"{key}: {written}\n")
        assert getattr(loaded.transcript, key) == link
        assert sorted(problem.code for problem in loaded.problems) == codes


def test_back_numbers_are_ids_or_titles(load_part: Any) -> None:
    loaded = load_part("back_numbers: [013-2, {title: 第十二回}]\n")
    assert loaded.problems == ()
    assert loaded.transcript.back_numbers == (Link(id="013-2"), Link(title="第十二回"))
