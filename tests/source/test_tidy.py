"""Files set out anew: the same transcript, the same comments."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roundtable_tui.source.load import load_text
from roundtable_tui.source.tidy import UntidyError, tidy

BUNDLED = sorted((Path(__file__).parents[2] / "transcripts").glob("*.yaml"))

UNTIDY = """\
# yaml-language-server: $schema=x.json
# invented
roundtable:   1
title:    紙の話   # working title
participants:
    青木:   # the chair
        name:  青木 千尋
        role: "部長"

    # nobody knows who this is
    長谷: {}
sections:
- heading: まず
  turns:
  # the question
  - 青木:
      text: 減りましたか。  # asked twice
  - 長谷: |   # answered once
          半分です。
          # これは本文です。


  - 青木: "そう # ですか"
# the end
"""

TIDY = """\
# yaml-language-server: $schema=x.json
# invented
roundtable: 1
title: 紙の話  # working title

participants:
  青木: {name: 青木 千尋, role: 部長}  # the chair

  # nobody knows who this is
  長谷: {}

sections:
  - heading: まず
    turns:
      # the question
      - 青木: 減りましたか。  # asked twice
      - 長谷: |  # answered once
          半分です。
          # これは本文です。

      - 青木: "そう # ですか"
# the end
"""


def test_a_file_is_set_out_with_every_comment_where_it_was() -> None:
    assert tidy(UNTIDY, path="x") == TIDY


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: path.stem)
def test_what_is_tidy_stays_as_it_is(path: Path) -> None:
    once = tidy(path.read_text("utf-8"), path=str(path))
    assert tidy(once, path=str(path)) == once


def test_a_file_with_errors_is_left_alone() -> None:
    with pytest.raises(UntidyError) as raised:
        tidy("roundtable: 1\ntitle: x\nparticipants: {}\nsectoins: []\n", path="x")
    assert {problem.code for problem in raised.value.problems} >= {"unknown-key"}


def test_a_date_that_is_derived_is_not_written() -> None:
    dated = UNTIDY.replace("participants:", "held: 2021-11-10\nparticipants:")
    assert "held_label" not in tidy(dated, path="x")


REMARK = st.text("紙a #:|>'\"-", max_size=6).map(str.strip)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(remarks=st.lists(st.tuples(st.integers(1, 21), st.booleans(), REMARK), max_size=6))
def test_no_comment_is_lost_wherever_it_stands(remarks: list[tuple[int, bool, str]]) -> None:
    lines = TIDY.splitlines()
    for number, alone, remark in sorted(remarks, reverse=True):
        if alone:
            margin = lines[number][: len(lines[number]) - len(lines[number].lstrip())]
            lines.insert(number, f"{margin}# {remark}")
        elif lines[number].strip() and "text" not in lines[number]:
            lines[number] += f"  # {remark}"
    text = "\n".join(lines) + "\n"
    before = load_text(text, id="x", path="x")
    if any(problem.level == "error" for problem in before.problems):
        return
    after = tidy(text, path="x")
    assert after.count("#") == text.count("#")
    now = load_text(after, id="x", path="x").transcript
    assert before.transcript is not None
    assert now is not None
    assert [turn.text for turn in now.turns] == [turn.text for turn in before.transcript.turns]
