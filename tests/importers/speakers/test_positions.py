from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.importers.speakers.positions import is_position, split_position


@pytest.mark.parametrize(
    ("position", "org", "role"),
    [
        ("架空市情報課課長", "架空市情報課", "課長"),
        ("架空市情報課管理担当係長", "架空市情報課", "管理担当係長"),
        ("県デジタル局戦略部長", "県デジタル局", "戦略部長"),
        ("県CIO", "県", "CIO"),
        ("架空市CIO:総務部長(情報担当)", "架空市", "CIO:総務部長(情報担当)"),
        ("架空市:総務部情報課長", "架空市", "総務部情報課長"),
        ("架空市都市整備部長", "架空市", "都市整備部長"),
        ("架空市市民部長", "架空市", "市民部長"),
        ("東京都知事", "東京都", "知事"),
        ("白帆町副町長", "白帆町", "副町長"),
        ("架空市議会議長", "架空市議会", "議長"),
        ("架空大学教授", "架空大学", "教授"),
        ("株式会社アオゾラ 代表取締役", "株式会社アオゾラ", "代表取締役"),
        ("（株）アオゾラ　代表", "（株）アオゾラ", "代表"),
        ("町田市長", "", "町田市長"),
        ("総務部長", "", "総務部長"),
    ],
)
def test_the_organisation_ends_where_the_role_begins(position: str, org: str, role: str) -> None:
    assert split_position(position) == (org, role)


@given(st.text("架空都道府県市区町村局部課室係長会社員CIO:：()（） \u3000・/A", max_size=14).map(str.strip))
def test_no_character_of_a_position_is_lost_or_added(position: str) -> None:
    org, role = split_position(position)
    assert re.fullmatch(re.escape(org) + r"[\s:：・/／]?\s*" + re.escape(role), position)


@pytest.mark.parametrize(("text", "expected"), [("戦略部長", True), ("市CIO", True), ("市村", False), ("中町", False)])
def test_a_position_is_told_from_a_name(text: str, expected: bool) -> None:
    assert is_position(text) is expected
