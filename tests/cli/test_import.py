from __future__ import annotations

import io
import json
import re
import sys
from dataclasses import fields, is_dataclass
from pathlib import Path

import pyte
import pytest

from roundtable_tui.cli.main import main
from roundtable_tui.cli.schema import NAME, installed_schema
from roundtable_tui.export.json import to_json
from roundtable_tui.model import Section, Transcript, Turn
from roundtable_tui.source.load import load

ARTICLE = """\
見出し画像

紙の話~架空市CIO×県CIO座談会②~

「架空座談会第14回」を2021年11月10日に行いました。

参加者(敬称略)
架空市CIO:青木 千尋
県CIO:長谷 実

会議

青木
紙は減りましたか。

長谷
半分になりました。
"""
JSON = to_json(Transcript("014", "紙", sections=(Section((1,), "", (Turn(1, "narration", "―", "雨。"),)),)))
FOLDER = Path(__file__).parents[2].parent / "shared" / "articles"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that the command is called in, which holds one article."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def run(*argv: str) -> int:
    return main(["import", *argv])


def test_an_article_becomes_a_file_named_after_issue_and_part(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("a.txt", "-o", "new/folder") == 0
    path = Path("new/folder/014-2.yaml")
    out, err = capsys.readouterr()
    assert out == f"{path}\n"
    assert err.splitlines() == [
        "a.txt:1: set aside: 見出し画像 — stands for a picture that is not in the text",
        "a.txt:7: set aside: 参加者(敬称略) — the heading of the participants",
        "pieces: 1, sections: 1, turns: 2, speakers: 2, lines set aside: 2, doubts: 0",
    ]
    loaded = load(path)
    assert loaded.problems == ()
    assert loaded.transcript is not None
    assert loaded.transcript.title == "紙の話~架空市CIO×県CIO座談会②~"


def test_the_file_begins_with_the_schema_and_ends_with_what_was_set_aside(here: Path) -> None:
    assert run("a.txt", "-o", ".") == 0
    lines = (here / "014-2.yaml").read_text("utf-8").splitlines()
    assert lines[0] == f"# yaml-language-server: $schema={NAME}"
    assert lines[-3:] == [
        "# Lines of a.txt that stand in no field as printed:",
        "# line 1: 見出し画像 — stands for a picture that is not in the text",
        "# line 7: 参加者(敬称略) — the heading of the participants",
    ]


def test_doubts_are_reported_and_stand_in_the_file(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.txt").write_text(ARTICLE + "\n深町\n私もです。\n\n青木\nはい。\n", encoding="utf-8")
    assert run("a.txt", "-o", ".") == 0
    err = capsys.readouterr().err
    assert "a.txt:19: doubtful: 深町 — " in err
    assert "doubts: 1\n" in err
    assert "# Doubtful:\n# line 19: 深町 — " in (here / "014-2.yaml").read_text("utf-8")


def test_the_schema_beside_the_folder_is_used_where_there_is_one(here: Path) -> None:
    (here / "schema").mkdir()
    (here / "schema" / NAME).write_text("{}")
    assert run("a.txt", "-o", "transcripts") == 0
    assert (
        (here / "transcripts" / "014-2.yaml")
        .read_text("utf-8")
        .startswith(f"# yaml-language-server: $schema=../schema/{NAME}\n")
    )
    assert not (here / "transcripts" / NAME).exists()


def test_the_schema_of_the_program_is_copied_once_and_never_replaced(here: Path) -> None:
    schema = installed_schema()
    assert schema is not None
    assert run("a.txt", "-o", "one") == 0
    assert (here / "one" / NAME).read_text("utf-8") == schema.read_text("utf-8")
    (here / "one" / NAME).write_text('{"mine": true}')
    assert run("a.txt", "-o", "one", "--force") == 0
    assert json.loads((here / "one" / NAME).read_text("utf-8")) == {"mine": True}


@pytest.mark.parametrize("output", [(), ("-o", "-"), ("--output=-",)])
def test_one_transcript_goes_to_stdout_where_no_folder_is_named(
    here: Path, capsys: pytest.CaptureFixture[str], output: tuple[str, ...]
) -> None:
    assert run("a.txt", *output) == 0
    out, _err = capsys.readouterr()
    (here / "b.yaml").write_text(out, encoding="utf-8")
    assert load(here / "b.yaml").problems == ()
    assert sorted(path.name for path in here.iterdir()) == ["a.txt", "b.yaml"]


def test_several_sources_need_a_folder(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "b.txt").write_text(ARTICLE, encoding="utf-8")
    for output in ((), ("-o", "-")):
        assert run("a.txt", "b.txt", *output) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert "-o" in err


def test_a_dash_is_stdin(here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.replace("第14回", "").encode())))
    assert run("-", "-o", ".") == 0
    out, err = capsys.readouterr()
    assert out == "紙の話~架空市CIO×県CIO座談会②~.yaml\n"
    assert "stdin:1: set aside" in err
    assert (here / out.strip()).is_file()


def test_nothing_is_replaced_unless_forced(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "014-2.yaml").write_text("mine")
    assert run("a.txt", "-o", ".") == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "014-2.yaml already exists" in err
    assert "--force" in err
    assert (here / "014-2.yaml").read_text() == "mine"
    assert run("a.txt", "-o", ".", "--force") == 0
    assert load(here / "014-2.yaml").problems == ()


def test_two_sources_with_one_name_never_replace_each_other(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "b.txt").write_text(ARTICLE.replace("半分", "三割"), encoding="utf-8")
    assert run("a.txt", "b.txt", "-o", ".", "--force") == 2
    assert "b.txt: 014-2.yaml has just been written from a.txt" in capsys.readouterr().err
    assert "半分" in (here / "014-2.yaml").read_text("utf-8")


def test_bad_sources_are_named_and_never_stop_the_others(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "sjis.txt").write_bytes("紙".encode("cp932"))
    (here / "picture.txt").write_bytes(bytes(range(256)) * 4)
    (here / "story.txt").write_text("昔々、紙がありました。\n", encoding="utf-8")
    (here / "empty.txt").write_text("")
    bad = ["sjis.txt", "picture.txt", "story.txt", "empty.txt", "missing.txt", "."]
    assert run(*bad, "a.txt", "-o", "new") == 2
    out, err = capsys.readouterr()
    assert out == f"{Path('new/014-2.yaml')}\n"
    reasons = {"sjis.txt": "save", "picture.txt": "binary", "story.txt": "recognised", "empty.txt": "empty"}
    reasons |= {"missing.txt": "no such file", ".": "a folder"}
    for name, reason in reasons.items():
        assert re.search(rf"^roundtable: {re.escape(name)}: .*{reason}", err, re.MULTILINE), name
    assert "pieces: 1," in err


def test_a_format_can_be_named_and_an_unknown_one_is_refused(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("a.txt", "--format", "article", "-o", ".") == 0
    assert run("a.txt", "--format", "artikel", "-o", ".") == 2
    assert "article" in capsys.readouterr().err


def test_the_folder_may_not_be_a_file(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("a.txt", "-o", "a.txt") == 2
    assert "a.txt" in capsys.readouterr().err
    assert (here / "a.txt").read_text("utf-8") == ARTICLE


def test_what_steers_a_terminal_in_a_source_is_made_visible(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.txt").write_text("スキ\x1b[31m\n\n" + ARTICLE + "\n次\x1b]0;x\x07\n", encoding="utf-8")
    assert run("a.txt", "-o", ".") == 0
    out, err = capsys.readouterr()
    assert "\x1b" not in out + err
    assert "\x07" not in out + err


@pytest.mark.skipif(not FOLDER.is_dir(), reason="../shared/articles, which is no part of the project, is missing")
def test_the_published_articles_become_transcripts_without_a_problem(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sources = sorted(map(str, FOLDER.glob("*.txt")))
    assert run(*sources, "-o", "new") == 0
    paths = capsys.readouterr().out.split()
    assert len(paths) == len(sources)
    assert [load(here / path).problems for path in paths] == [()] * len(sources)


def test_an_exported_piece_is_imported_as_the_same_transcript(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library = Path(__file__).parents[2] / "transcripts"
    for path in sorted(library.glob("*.yaml")):
        exported = f"{path.stem}.json"
        assert main(["--library", str(library), "export", path.stem, "-o", exported]) == 0
        assert run(exported, "-o", "back") == 0
        before, after = load(path).transcript, load(Path("back", path.name)).transcript
        assert (before, after) != (None, None)
        assert without_lines(after) == without_lines(before)
    assert "set aside" not in capsys.readouterr().err.replace("lines set aside: 0, doubts: 0", "")


def without_lines(value: object) -> object:
    """Return what a transcript holds without the lines of its file."""
    if isinstance(value, tuple) and not hasattr(value, "_asdict"):
        return [without_lines(item) for item in value]
    found = value._asdict() if hasattr(value, "_asdict") else None
    if is_dataclass(value):
        found = {field.name: getattr(value, field.name) for field in fields(value)}
    if found is None:
        return value
    return {name: without_lines(inner) for name, inner in found.items() if name != "line"}


def test_what_no_file_can_hold_is_said_of_the_source(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = json.loads(JSON)
    document["transcript"]["title"] = "\ud800"
    Path("half.json").write_text(json.dumps(document), encoding="utf-8")
    assert run("half.json") == 2
    assert "half.json: character 1 is half of a surrogate pair" in capsys.readouterr().err


def test_speakers_that_are_only_numbered_are_named_by_a_map(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, names = tmp_path / "talk.json", tmp_path / "map.toml"
    source.write_text('{"segments": [{"start": 1, "end": 2, "text": "はい。", "speaker": "SPEAKER_00"}]}')
    names.write_text('SPEAKER_00 = "青木 千尋"\n', encoding="utf-8")
    assert main(["import", str(source), "--speakers", str(names)]) == 0
    out = capsys.readouterr().out
    assert "青木: {name: 青木 千尋}" in out
    assert "- 青木:" in out
    names.write_text('SPEAKER_0 = "青木 千尋"\n', encoding="utf-8")
    assert main(["import", str(source), "--speakers", str(names)]) == 2
    assert "SPEAKER_00" in capsys.readouterr().err


def test_an_article_in_an_older_encoding_is_read_and_said_to_be(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "sjis.txt").write_bytes(ARTICLE.encode("cp932"))
    assert run("sjis.txt", "-o", "new") == 0
    assert run("a.txt", "-o", "same") == 0
    assert "sjis.txt: read as Shift_JIS\n" in capsys.readouterr().err
    names = ("new", "same")
    texts = [(here / name / "014-2.yaml").read_text("utf-8").partition("\n# Lines of")[0] for name in names]
    assert texts[0] == texts[1]


def test_a_correction_by_hand_stays_and_what_would_change_is_shown(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("a.txt", "-o", ".") == 0
    file = here / "014-2.yaml"
    corrected = file.read_text("utf-8").replace("半分になりました。", "三分の一になりました。")
    file.write_text(corrected, encoding="utf-8")
    capsys.readouterr()
    assert run("a.txt", "-o", ".") == 2
    changes = [line for line in capsys.readouterr().err.splitlines() if line.startswith(("+", "-"))]
    assert [line.strip() for line in changes[2:]] == [
        "-      - 長谷: 三分の一になりました。",
        "+      - 長谷: 半分になりました。",
    ]
    assert file.read_text("utf-8") == corrected


def test_to_import_the_same_again_changes_nothing(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("a.txt", "-o", ".") == 0
    file = here / "014-2.yaml"
    before = file.stat()
    assert run("a.txt", "-o", ".") == 0
    assert capsys.readouterr().out == "014-2.yaml\n" * 2
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_strict_writes_nothing_of_which_anything_is_doubtful(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "talk.vtt").write_text("WEBVTT\n\n00:01.000 --> 00:02.000\nはい。\n", encoding="utf-8")
    assert run("a.txt", "talk.vtt", "-o", "new", "--strict") == 2
    out, err = capsys.readouterr()
    assert out == f"{Path('new/014-2.yaml')}\n"
    assert "talk.vtt:4: doubtful: はい。" in err
    assert "roundtable: talk.vtt: not written" in err
    assert [path.name for path in (here / "new").glob("*.yaml")] == ["014-2.yaml"]


def test_what_has_no_title_is_named_after_its_source(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "朝の会議.vtt").write_text("WEBVTT\n\n00:01.000 --> 00:02.000\n<v 青木>はい。\n", encoding="utf-8")
    assert run("朝の会議.vtt", "-o", "new") == 0
    assert capsys.readouterr().out == f"{Path('new/朝の会議.yaml')}\n"
    piece = load(here / "new" / "朝の会議.yaml").transcript
    assert piece is not None
    assert piece.title == "朝の会議"


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_how_far_an_import_is_stands_on_a_terminal_and_goes_again(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(3):
        text = f"WEBVTT\n\n00:01.000 --> 00:02.000\n<v 青木>{number}。\n"
        (here / f"{number}.vtt").write_text(text, encoding="utf-8")
    stderr = _Terminal()
    monkeypatch.setattr(sys, "stderr", stderr)
    assert run("0.vtt", "1.vtt", "2.vtt", "-o", "new") == 0
    screen = pyte.Screen(80, 24)
    stream = pyte.Stream(screen)
    stream.feed(stderr.getvalue().replace("\n", "\r\n"))
    assert "importing: 2/3" in stderr.getvalue()
    assert not any("importing" in line for line in screen.display)
    assert screen.display[3].startswith("pieces: 3")


class _Answers(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


DOUBTFUL = """\
WEBVTT

00:01.000 --> 00:02.000
Aoki Chihiro: 減りましたか。

00:03.000 --> 00:04.000
Nagaya Minoru: 半分です。

00:05.000 --> 00:06.000
Aoki Chihiro: なるほど。

00:07.000 --> 00:08.000
Naga: はい。

00:09.000 --> 00:10.000
たとえば: 会議です。
"""


def test_a_review_asks_about_each_doubtful_label(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "talk.vtt").write_text(DOUBTFUL, encoding="utf-8")
    answers = "a\nm\n9\nm\nNagaya Minoru\nn\n"
    monkeypatch.setattr(sys, "stdin", _Answers(io.BytesIO(answers.encode())))
    assert run("talk.vtt", "-o", "new", "--review") == 0
    err = capsys.readouterr().err
    assert "talk.vtt: vtt" in err
    assert "2 of 3: Naga, 1 turns" in err
    piece = load(here / "new" / "talk.yaml").transcript
    assert piece is not None
    assert [(turn.shown_label, turn.text) for turn in piece.turns] == [
        ("Aoki Chihiro", "減りましたか。"),
        ("Nagaya Minoru", "半分です。"),
        ("Aoki Chihiro", "なるほど。"),
        ("Naga", "はい。\nたとえば: 会議です。"),
    ]
    assert [one.label for one in piece.participants] == ["Aoki Chihiro", "Nagaya Minoru"]


def test_a_review_without_a_terminal_is_refused(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_terminal(*_names: object, **_options: object) -> None:
        raise OSError

    monkeypatch.setattr(sys, "stdin", io.StringIO())
    monkeypatch.setattr("builtins.open", no_terminal)
    assert run("a.txt", "--review") == 2
    assert "--review asks questions" in capsys.readouterr().err
