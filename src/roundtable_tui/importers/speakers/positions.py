"""What a person does and where: `架空市情報課課長` is the organisation 架空市情報課 and the role 課長."""

from __future__ import annotations

import re

_HEADS = (
    "部|課|係|局|室|所|署|校|園|館|院|会|社|議|市|区|町|村|班|次|理事|事務|総|学|店|センター|団|組|座|委員|本部|隊|機構"
)
_ROLES = re.compile(
    rf"(?:(?:{_HEADS})長|C[A-Z]O|知事|補佐官?|担当|代表|理事|監事|取締役|教授|講師|助教|教諭|主任|主査|主事|主幹|参事|参与"
    r"|議員|委員|職員|社員|隊員|協力員|研究員|補佐員|記者|編集者?|弁護士|医師|アドバイザー|マネー?ジャー|ディレクター"
    r"|リーダー|エンジニア|デザイナー|コーディネーター|プロデューサー|アナリスト|コンサルタント|ライター|司会者?|進行役?|事務局|(?:責任|担当|関係)者)"
    r"(?:代理|補佐|心得|待遇|級|補)?$"
)
_UNIT = re.compile(
    r"都|(?<=北海)道|府|県|市|区|町|村|庁|省|局|部|課|室|係|署|所|院|園|館|(?<=[員議協審商工合究])会|(?<=会)社|団"
    r"|大学|センター|機構|協会|組合|連合|財団|法人|学校|研究科|支店|支社|グループ|チーム"
)
_COMPOUNDS = re.compile(
    r"区?市町村|都道府県|都市|市民|県民|区民|町民|村民|府民|都民|市場|市街|市立|県立|区立|町立|村立|県土|都心|町並|町内|村内"
    r"|^(?:株式|有限|合同|合資)会社|^(?:一般|公益)?(?:社団|財団)法人|^(?:学校|医療|社会福祉)法人|^NPO法人"
    r"|部[門品会]|局[地面]|課[題税]|室内|係[数争]|庁舎|省エネ|所[得有属管在]|館内|園芸|院内|団[地体]|地区|区画|社[会内]|場所|住所"
)
"""Words in which the name of a unit is part of another word."""

_BRACKETS = re.compile(r"[(（〔\[［][^)）〕\]］]*[)）〕\]］]?")
_SEPARATORS = " \t\u3000:：・/／"


def is_position(text: str) -> bool:
    """Return whether `text` ends as a role does (部長, CIO) or, longer than a name's part, as an organisation does."""
    plain = re.sub(r"[(（].*?[)）]", "", text).strip()
    if any(_ROLES.search(word) for word in re.split(r"[\s:：・/／、]+", plain) if word):
        return True
    return len(plain) > 4 and is_unit(plain)


def is_unit(text: str) -> bool:
    """Return whether `text` ends as an organisation or a place does: 架空市, 県デジタル局."""
    return any(found.end() == len(text) for found in _UNIT.finditer(text))


def split_position(text: str) -> tuple[str, str]:
    """Return the organisation and the role of the position `text`; either may be empty.

    No character is lost or added: what stood between the two is at most white space or one dividing sign.
    Where it is not clear how far the organisation goes, all is role.
    """
    outside = _BRACKETS.sub(lambda found: "\0" * len(found[0]), text)
    stem = re.split("[:：]", outside, maxsplit=1)[0]
    masked = _COMPOUNDS.sub(lambda found: "\0" * len(found[0]), stem)
    ends = [found.end() for found in _UNIT.finditer(masked) if stem[found.end() : found.end() + 1] not in {"長", "員"}]
    if not ends:
        return _split_at_space(text, stem)
    org, role = text[: ends[-1]], text[ends[-1] :]
    if role and role[0] in _SEPARATORS:
        role = role[1:].lstrip()
    if _is_head_of_a_place(role):
        return "", text
    return org, role


def _split_at_space(text: str, stem: str) -> tuple[str, str]:
    if text.isascii():
        return "", text  # no language but Japanese and Chinese puts the role last for sure
    space = max(stem.rfind(" "), stem.rfind("\u3000"))
    return (text[:space].rstrip(), text[space + 1 :]) if space > 0 else ("", text)


def _is_head_of_a_place(role: str) -> bool:
    """Return whether `role` is such as 田市長, left over from 町田市長 by taking 町 for the place."""
    return bool(re.fullmatch(r".+[市区町村]長", role)) and not re.fullmatch(r"(?:副|前|元|新)?[市区町村]長", role)
