"""What every pattern promises, whatever is written and whatever is typed."""

from __future__ import annotations

import sqlite3
from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from roundtable_tui.search.grams import edge_tokens, filter_tokens, is_letter, text_tokens
from roundtable_tui.search.patterns.fit import EXACT, FOLDED, READING
from roundtable_tui.search.patterns.row_text import RowText
from roundtable_tui.search.patterns.spelling import Spelling
from roundtable_tui.search.patterns.wanted import last_patterns, patterns, wider_patterns
from roundtable_tui.search.present import marks
from roundtable_tui.search.query import QueryError, Term, parse_query
from roundtable_tui.search.readings.words import Word, encode
from roundtable_tui.search.vocabulary.vocabulary import Vocabulary
from roundtable_tui.search.vocabulary.words import vocabulary_words
from roundtable_tui.text.fold import fold_text
from roundtable_tui.text.graphemes import boundaries
from roundtable_tui.text.kana import collapse, hiragana

if TYPE_CHECKING:
    from collections.abc import Callable

    from roundtable_tui.search.patterns.fit import Pattern

_WORDS = """
研修=けんしゅう 會議=かいぎ 会議=かいぎ 人々=ひとびと 打ち合わせ=うちあわせ 打合せ=うちあわせ 日本=にほん
東京都=とうきょうと 髙橋=たかはし 渡邊=わたなべ 神=かみ 葛\U000e0100飾=かつしか 情報=じょうほう 処理=しょり
三ヶ月=さんかげつ 上=うえ 下=した 縮む=ちぢむ 地=じ 鼻血=はなぢ 続く=つづく 𠮷野家=よしのや 行う=おこなう
議事録=ぎじろく 学校=がっこう 納税=のうぜい 日本=にほん
"""

_SIGNS = """
けんしゅう カタカナ ﾃﾚﾜｰｸ テレワーク シミュレーション サーバー サーバ ヴァイオリン いすゞ が ガ か\u3099 ｶﾞ ﾊﾟ っ ッ ゃ
゛ ﾞ ー ｰ - 々 ゝ ヴ ァ ㌔ ㈱ ﬁ ‥ … ß ẞ é e\u0301 Café İ ſ Ａ a b ab abc DX dx AI Wi-Fi naïve Ωμέγα Привет 각 ㄱ
👨\u200d👩\u200d👧 🇯🇵 👍🏽 😀 𝔸 1 480台 令和3年 % & ' " \\ * . ・ 、 。 （ ） は の を です ました お ご typo
ふるさと やさしい 廻 4.8 四・八 2時間16分 egg-timer timer
prototype x\u0308 \u200b \u00ad \u200d ２ ① Ⅳ
"""

WORDS = dict(pair.split("=") for pair in _WORDS.split())
"""Words with kanji, and how they are read."""

SIGNS = [*_SIGNS.split(), " ", "\u3000", "\n"]


class Known(Vocabulary):
    """The words of one text."""

    def is_word(self, folded: str) -> bool:
        return self.count(folded) > 0

    def is_name(self, kana: str) -> bool:
        return kana in WORDS.values()


class Written(NamedTuple):
    """A text and the words in it that have a reading."""

    text: str
    words: tuple[Word, ...]

    @property
    def row(self) -> RowText:
        return RowText(self.text, encode(self.words))

    @property
    def known(self) -> Known:
        counts = Counter(vocabulary_words(self.text, self.words))
        return Known((word, reading, count) for (word, reading), count in counts.items())

    def answers(self, asked: str | None) -> bool:
        """Whether FTS5 says that a row with this text answers."""
        tokens = f"{text_tokens(fold_text(self.text))} {edge_tokens(self.text, self.words)} {filter_tokens(1, 2, 0)}"
        with closing(sqlite3.connect(":memory:")) as database:
            database.execute(
                "CREATE VIRTUAL TABLE gram USING fts5(b, content='', detail=none, columnsize=0, tokenize='ascii')"
            )
            database.execute("INSERT INTO gram (rowid, b) VALUES (7, ?)", (tokens,))
            found = "SELECT rowid FROM gram WHERE gram MATCH ?"
            return asked is None or database.execute(found, (asked,)).fetchall() == [(7,)]


def written(parts: list[str]) -> Written:
    text = ""
    words = []
    for part in parts:
        if part in WORDS:
            words.append(Word(len(text), len(text) + len(part), WORDS[part]))
        text += part
    return Written(text, tuple(words))


texts = st.lists(st.sampled_from([*WORDS, *SIGNS]) | st.characters(exclude_categories=["Cs"]), min_size=1, max_size=10)


def term(typed: str, *, phrase: bool = False) -> Term | None:
    """`typed` as one word of a query, or None where it is none."""
    try:
        query = parse_query(f'"{typed}"' if phrase else typed)
    except QueryError:
        return None
    terms = query.terms
    return terms[0] if len(terms) == 1 and not query.filters and not terms[0].unwanted else None


@st.composite
def cut(draw: st.DrawFn) -> tuple[Written, int, int]:
    """A text and a part of it between two of its signs, with nothing around that it is folded together with."""
    whole = written(draw(texts))
    places = boundaries(whole.text)
    start, end = sorted((draw(st.sampled_from(places)), draw(st.sampled_from(places))))
    before, part, after = whole.text[:start], whole.text[start:end], whole.text[end:]
    assume(fold_text(before) + fold_text(part) + fold_text(after) == fold_text(whole.text))
    assume(part.strip() == part and fold_text(part[:1]) and fold_text(part[-1:]))
    return whole, start, end


@st.composite
def asked(draw: st.DrawFn) -> tuple[Written, Term]:
    """A text, and a word that somebody may type who looks for it or for something like it."""
    whole = written(draw(texts))
    places = boundaries(whole.text)
    start, end = sorted((draw(st.sampled_from(places)), draw(st.sampled_from(places))))
    typed = whole.text[start:end]
    change = draw(st.integers(0, 9))
    if change == 1 and whole.words:
        typed = draw(st.sampled_from(whole.words)).reading
    elif change == 2:
        typed = hiragana(normalize("NFKC", typed))
    elif change == 3 and len(typed) > 1:
        at = draw(st.integers(0, len(typed) - 2))
        typed = typed[:at] + typed[at + 1] + typed[at] + typed[at + 2 :]
    elif change == 4:
        at = draw(st.integers(0, len(typed)))
        typed = typed[:at] + draw(st.sampled_from([*WORDS.values(), *SIGNS, "", "kenshuu", "kaig"])) + typed[at + 1 :]
    elif change == 5:
        typed = "".join(WORDS.get(part, part) for part in draw(st.lists(st.sampled_from([*WORDS, "の"]), max_size=3)))
    elif change == 6:
        typed = draw(st.sampled_from(["ふるさと", "やさしい", "です", "ふるさ"])) + draw(
            st.sampled_from(sorted(WORDS.values()))
        )
        typed = typed[: draw(st.integers(2, len(typed)))]
    elif change == 7:
        typed += draw(st.sampled_from(["さん", "san", "部長", "課"]))
    # Half of 々々 stands for something else than both.
    assume("々々" not in whole.text)
    wanted = term(typed.strip(), phrase=draw(st.integers(0, 7)) == 0)
    assume(wanted is not None)
    assert wanted is not None
    return whole, wanted


def every_pattern(whole: Written, wanted: Term) -> list[Pattern]:
    return [*patterns(wanted, whole.known), *wider_patterns(wanted, whole.known), *last_patterns(wanted, whole.known)]


@given(asked())
@example((Written("Привет修しょ", ()), Term("ет修しょ", "ет修しょ")))
@example((Written("Ωμέγα」ァ", ()), Term("Ωέμγα」", "ωεμγα」")))
@example((Written("いすゞ修", ()), Term("すゞ修", "すず修")))
def test_whatever_fits_answers_to_what_is_asked_of_the_index(case: tuple[Written, Term]) -> None:
    whole, wanted = case
    for pattern in every_pattern(whole, wanted):
        if pattern.fit(whole.row) is not None:
            assert whole.answers(pattern.ask()), pattern


@given(asked())
def test_a_row_fits_exactly_where_something_in_it_is_marked(case: tuple[Written, Term]) -> None:
    whole, wanted = case
    for pattern in every_pattern(whole, wanted):
        fit = pattern.fit(whole.row)
        assert (fit is not None) == bool(pattern.spans(whole.row)), pattern
        assert fit is None or fit.tier >= pattern.best, pattern


@given(asked())
def test_marks_lie_between_signs_in_order_and_apart(case: tuple[Written, Term]) -> None:
    whole, wanted = case
    signs = set(boundaries(whole.text))
    found = every_pattern(whole, wanted)
    for spans in (*(pattern.spans(whole.row) for pattern in found), marks(whole.row, [found])):
        ends = [end for span in spans for end in span]
        assert ends == sorted(ends)
        assert all(start < end for start, end in spans)
        assert signs.issuperset(ends)


@given(asked())
def test_what_is_marked_as_spelt_folds_to_the_spelling(case: tuple[Written, Term]) -> None:
    whole, wanted = case
    folded = fold_text(whole.text)
    for pattern in every_pattern(whole, wanted):
        if not isinstance(pattern, Spelling):
            continue
        for start, end in pattern.spans(whole.row):
            first, last = len(fold_text(whole.text[:start])), len(fold_text(whole.text[:end]))
            assert pattern.folded in folded[first:last]


@given(asked())
def test_the_same_word_and_text_give_the_same_answer(case: tuple[Written, Term]) -> None:
    whole, wanted = case
    first, again = every_pattern(whole, wanted), every_pattern(whole, wanted)
    assert [pattern.ask() for pattern in first] == [pattern.ask() for pattern in again]
    assert [pattern.spans(whole.row) for pattern in first] == [pattern.spans(whole.row) for pattern in again]


def begins_inside_a_word(whole: Written, start: int, typed: str) -> bool:
    """Whether one or two letters begin `typed` and another letter stands before them in the text."""
    folded, before = fold_text(typed), fold_text(whole.text[:start])
    letters = next((at for at, sign in enumerate(folded) if not is_letter(sign)), len(folded))
    return 0 < letters < 3 and is_letter(before[-1:] or " ")


@given(cut(), st.booleans())
def test_any_part_of_a_text_is_found_exactly(case: tuple[Written, int, int], phrase: bool) -> None:
    whole, start, end = case
    typed = whole.text[start:end]
    wanted = term(typed, phrase=phrase)
    assume(wanted is not None and wanted.text == typed and not begins_inside_a_word(whole, start, typed))
    assert wanted is not None
    fits = [fit for pattern in patterns(wanted, whole.known) if (fit := pattern.fit(whole.row))]
    assert min(fits).tier == EXACT
    assert whole.answers(Spelling(wanted.folded, wanted.text).ask())


SAME: dict[str, Callable[[str], str]] = {
    "width": lambda text: normalize("NFKC", text),
    "parts": lambda text: normalize("NFD", text),
    "capitals": str.upper,
    "script": hiragana,
    "old kanji": lambda text: text.translate(str.maketrans("会橋国学体沢辺", "會𣘺國學體澤邉")),
    "marks": lambda text: text.replace("人々", "人人").replace("いすゞ", "いすず"),
    "small kana": lambda text: text.translate(str.maketrans("ゃゅょっァ", "やゆよつア")),
    "half width": lambda text: text.replace("サーバー", "ｻｰﾊﾞｰ").replace("テレワーク", "ﾃﾚﾜｰｸ"),
}


@given(cut(), st.sampled_from(sorted(SAME)))
def test_a_part_written_otherwise_is_found_as_well(case: tuple[Written, int, int], change: str) -> None:
    whole, start, end = case
    part = whole.text[start:end]
    typed = SAME[change](part)
    wanted = term(typed)
    assume(wanted is not None and wanted.text == typed and fold_text(typed) == fold_text(part))
    assume(not begins_inside_a_word(whole, start, typed))
    assert wanted is not None
    fits = [fit for pattern in patterns(wanted, whole.known) if (fit := pattern.fit(whole.row))]
    assert min(fits).tier <= FOLDED


ROMAJI = {
    "研修": "kenshuu kensyuu kenshū kenshu kensh KENSHUU",
    "会議": "kaigi kaig",
    "打ち合わせ": "uchiawase utiawase uchiawas",
    "東京都": "toukyouto tokyoto tōkyōto tôkyôto tookyooto",
    "情報": "jouhou johou zyouhou jōhō joho",
    "議事録": "gijiroku giziroku gijirok",
    "学校": "gakkou gakkō gakko gakk",
    "続く": "tsuzuku tuduku",
    "鼻血": "hanadi hanaji hanazi",
}


@pytest.mark.parametrize(("word", "typed"), [(word, typed) for word, ways in ROMAJI.items() for typed in ways.split()])
def test_a_word_is_found_by_how_it_sounds_in_romaji(word: str, typed: str) -> None:
    whole = written(["の", word, "です"])
    wanted = term(typed)
    assert wanted is not None
    found = [pattern for pattern in patterns(wanted, Vocabulary([])) if pattern.fit(whole.row)]  # type: ignore[arg-type]
    assert {pattern.best for pattern in found} == {READING}
    assert marks(whole.row, [found]) == ((1, 1 + len(word)),)
    assert all(whole.answers(pattern.ask()) for pattern in found)


@given(texts, st.sampled_from(sorted(WORDS)), st.data())
def test_a_word_is_found_by_any_beginning_of_its_reading(parts: list[str], word: str, data: st.DataObject) -> None:
    whole = written([*parts, "の", word])
    reading = WORDS[word]
    typed = reading[: data.draw(st.integers(2, max(2, len(reading))))]
    assume(len(collapse(typed)) > 1)
    wanted = term(data.draw(st.sampled_from([typed, "".join(chr(ord(kana) + 0x60) for kana in typed)])))
    assert wanted is not None
    (sound,) = (pattern for pattern in patterns(wanted, Vocabulary([])) if pattern.best == READING)  # type: ignore[arg-type]
    assert sound.fit(whole.row) is not None
    assert any(end == len(whole.text) for _, end in sound.spans(whole.row)) or typed != reading
    assert whole.answers(sound.ask())
