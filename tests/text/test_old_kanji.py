"""Old and variant kanji: the table itself."""

from __future__ import annotations

from unicodedata import name, normalize

import pytest

from roundtable_tui.text.fold import fold_text
from roundtable_tui.text.old_kanji import USUAL


def test_the_table_is_large_and_no_usual_form_has_another_one() -> None:
    assert len(USUAL) >= 350
    assert not USUAL.keys() & set(USUAL.values())


@pytest.mark.parametrize(("old", "usual"), USUAL.items())
def test_a_usual_form_is_one_that_any_keyboard_writes(old: str, usual: str) -> None:
    assert len(usual.encode("euc_jp")) == 2  # JIS X 0208
    assert name(old).startswith("CJK UNIFIED IDEOGRAPH") or old == "\ufa11"
    assert normalize("NFKC", old) == old  # what NFKC maps needs no entry
    assert fold_text(old) == fold_text(usual) == usual


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("舊字體で印刷された國語辭典", "旧字体で印刷された国語辞典"),
        ("經濟學會の總會", "経済学会の総会"),
        ("縣廳舍の圖書館", "県庁舎の図書館"),
        ("渡邊、渡邉", "渡辺、渡辺"),
        ("齋藤と齊藤", "斎藤と斉藤"),
        ("濵田眞澄、德嶌惠壽", "浜田真澄、徳島恵寿"),
        ("藝術の榮譽", "芸術の栄誉"),
    ],
)
def test_old_print_is_found_by_what_is_typed_today(old: str, new: str) -> None:
    assert fold_text(old) == new
