"""Words of the page an article was copied from, not of the article: buttons, places of lost pictures, rules."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from roundtable_tui.importers.lines import composed

if TYPE_CHECKING:
    from roundtable_tui.importers.article.draft import Draft
    from roundtable_tui.importers.lines import Line

_PICTURE = re.compile(
    r"(?:見出し|ヘッダー?|アイキャッチ|サムネイル|トップ|カバー)?(?:画像|写真|イメージ)[0-9０-９]*|image\s*[0-9]*", re.I
)
_BUTTON = re.compile(
    r"(?:この)?(?:記事|ページ|クリエイター|著者)(?:が気に入|が参考に|をシェア|を共有|を印刷|をサポート|のサポート|をフォロー).{0,40}"
    r"|サポート(?:する|をする|をしてみませんか|お願いします).{0,20}|チップで応援.{0,10}|いつも応援.{0,20}"
    r"|(?:スキ|いいね!?|フォロー|フォローする|フォロー中|シェア|シェアする|ツイート|ポスト|コメント|コメントする|ログイン|会員登録"
    r"|新規登録|目次を?(?:開く|閉じる)|もっと(?:見る|読む)|続きを(?:見る|読む)|リンクをコピー|コピー|印刷|ダウンロード|ページ(?:の)?トップへ(?:戻る)?"
    r"|関連記事|おすすめ記事|人気記事|この記事をシェア)(?:\s*[0-9０-９,]+)?"
)
_RULE = re.compile(r"[-‐-―─━=＝_＿*＊・･.…‥~～〜◇◆■□●○☆★#＃\s]{3,}|[*＊◇◆■□●○☆★](?:\s*[*＊◇◆■□●○☆★])*")


def is_rule(text: str) -> bool:
    """Return whether `text` is a line of signs that divides one thing from another."""
    return bool(_RULE.fullmatch(text))


def is_furniture(text: str) -> bool:
    """Return whether the whole of `text` is a word of the page, a place of a picture, or a rule."""
    text = composed(text)
    return bool(_PICTURE.fullmatch(text) or _BUTTON.fullmatch(text) or is_rule(text))


def take_furniture(line: Line, draft: Draft) -> bool:
    """Set `line` aside where it is furniture; return whether it was."""
    text = composed(line.text)
    if is_rule(text):
        draft.report.set_aside(line, "a rule")
    elif _PICTURE.fullmatch(text):
        draft.report.set_aside(line, "stands for a picture that is not in the text")
    elif _BUTTON.fullmatch(text):
        draft.report.set_aside(line, "words of the page, not of the article")
    else:
        return False
    return True
