from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from roundtable_tui.state.words import CONTEXT, Found, around, find_words

texts = st.text("かきくけこ、。ab", min_size=1, max_size=80)


@given(texts, st.integers(0, 80))
def test_words_are_found_where_they_stood(text: str, offset: int) -> None:
    offset %= len(text)
    found = find_words([text], around(text, offset), 0, offset)
    assert found == Found(0, offset)


@given(texts, texts, texts, st.data())
def test_an_edit_outside_the_words_moves_the_place_along(before: str, here: str, new: str, data: st.DataObject) -> None:
    """Whatever is put in or taken out beyond what is kept on both sides, the same words are found again."""
    kept = (here * 2 * CONTEXT)[: 2 * CONTEXT]
    text, offset = before + kept, len(before) + CONTEXT
    cut = data.draw(st.integers(0, len(before)))
    edited = before[:cut] + new + kept
    found = find_words([edited], around(text, offset), 0, offset)
    assert found is not None
    assert edited[found.offset - CONTEXT : found.offset + CONTEXT] == kept


def test_where_something_was_put_in_between_what_followed_counts() -> None:
    text = "橋のたもとに売り場がありました。そこで切符を買いました。"
    offset = text.index("そこで")
    edited = text[:offset] + "古い小屋です。屋根は赤い色でした。" + text[offset:]
    found = find_words([edited], around(text, offset), 0, offset)
    assert found == Found(0, edited.index("そこで"))


def test_where_the_words_are_gone_what_stood_before_them_counts() -> None:
    text = "橋のたもとに売り場がありました。そこで切符を買いました。"
    offset = text.index("そこで")
    edited = "むかしの話です。" + text[:offset] + "いまは何もありません。"
    found = find_words([edited], around(text, offset), 0, offset)
    assert found == Found(0, edited.index("いまは"))


def test_words_are_found_in_the_text_that_has_most_of_them() -> None:
    text = "わたしの祖父が、その舟をこいでいました。"
    others = ["わたしの家は山にあります。", "祖父が、その舟をこいでいましたね。", text + "朝も夜も。"]
    assert find_words(others, around(text, 8), 0, 8) == Found(2, 8)
    assert find_words(others[:2], around(text, 8), 0, 8) == Found(1, 4)


def test_of_texts_alike_the_nearest_is_meant_and_then_the_nearest_offset() -> None:
    words = around("はい、そうです。", 0)
    assert find_words(["はい、そうです。", "", "はい、そうです。"], words, 2, 0) == Found(2, 0)
    assert find_words(["はい、そうです。はい、そうです。"], around("そうです。", 0), 0, 12) == Found(0, 11)


def test_nothing_is_found_where_hardly_anything_is_the_same() -> None:
    assert find_words(["ほかの話です。"], around("橋の話でした。", 3), 0, 3) is None
    assert find_words([], around("橋", 0), 0, 0) is None
    assert find_words(["橋"], around("", 0), 0, 0) is None
