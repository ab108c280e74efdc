"""The words by which sheets and columns are known, Japanese and English, in one place.

Every word is compared by its key (`names.key`), so case, width and spaces do not matter.
"""

from collections.abc import Mapping
from typing import TypeVar

from procscore.model.bids import Status
from procscore.names import key

T = TypeVar("T")
Words = Mapping[str, tuple[str, ...]]

SHEETS: Words = {
    "procurement": ("案件", "Procurement"),
    "vendors": ("提案者", "Vendors"),
    "evaluators": ("審査委員", "Evaluators"),
    "secretariat": ("事務局", "Secretariat"),
    "consensus": ("合議", "Consensus"),
    "marks": ("採点", "Marks"),
}
EVALUATOR_SHEET_PREFIXES = ("採点_", "Marks_")

PROCUREMENT: Words = {
    "title": ("件名", "title"),
    "criteria": ("審査基準", "criteria"),
    "ceiling": ("予定価格", "上限額", "ceiling"),
    "investigation": ("調査基準価格", "investigation"),
    "estimate": ("基準額", "estimate"),
    "currency": ("通貨", "currency"),
    "opened": ("開札日", "opened"),
}
VENDORS: Words = {
    "id": ("記号", "id"),
    "name": ("名称", "提案者名", "name"),
    "status": ("状態", "status"),
    "reason": ("理由", "reason"),
    "lot": ("くじ番号", "lot"),
    "code": ("業者コード", "code"),
    "arrival": ("受付番号", "受付順", "arrival"),
    "reading": ("フリガナ", "ふりがな", "reading"),
    "decision": ("決定順位", "decision"),
}
EVALUATORS: Words = {
    "id": ("記号", "id"),
    "name": ("氏名", "name"),
    "attendance": ("出欠", "attendance"),
    "recused": ("除斥", "recused"),
    "panel": ("審査班", "担当", "panel"),
    "role": ("役割", "role"),
}
GRID: Words = {
    "id": ("ID", "項目ID"),
    "criterion": ("審査項目", "評価項目", "criterion", "item"),
    "points": ("配点", "points"),
    "other": (
        "備考",
        "note",
        "notes",
        "remarks",
        "合計",
        "total",
        "小計",
        "subtotal",
        "所見",
        "comment",
    ),
}
COMMENT_SUFFIXES = ("所見", "comment")
TABLE: Words = {
    "evaluator": ("審査委員", "委員", "evaluator"),
    "vendor": ("提案者", "vendor"),
    "criterion": ("審査項目", "項目", "criterion", "ID"),
    "mark": ("点数", "採点", "評点", "mark"),
    "comment": ("所見", "comment"),
}

TOTAL_ROWS = ("合計", "総合計", "合計点", "総計", "計", "total", "grand total", "sum")
"""What stands in the row of a score sheet that adds up all marks."""

OWN_RANK_ROWS = ("順位", "rank")
"""What stands as ID of the row of a score sheet in which its evaluator ranks the vendors."""

STATUSES: Mapping[str, Status] = {
    "": Status.ELIGIBLE,
    "有効": Status.ELIGIBLE,
    "valid": Status.ELIGIBLE,
    "辞退": Status.WITHDRAWN,
    "withdrawn": Status.WITHDRAWN,
    "失格": Status.DISQUALIFIED,
    "disqualified": Status.DISQUALIFIED,
    "無効": Status.INVALID,
    "invalid": Status.INVALID,
}
ATTENDANCE: Mapping[str, bool] = {
    "": True,
    "出席": True,
    "代理出席": True,
    "present": True,
    "欠席": False,
    "absent": False,
}
ROLES: Mapping[str, bool] = {
    "": False,
    "委員": False,
    "副委員長": False,
    "副会長": False,
    "member": False,
    "委員長": True,
    "会長": True,
    "chair": True,
}
"""Whether an evaluator of this role chairs the panel."""


def look_up(words: Words, written: str) -> str | None:
    """Return what `written` means among `words`, or None."""
    wanted = key(written)
    for meaning, spellings in words.items():
        if any(key(spelling) == wanted for spelling in spellings):
            return meaning
    return None


def find_word(words: Mapping[str, T], written: str) -> T | None:
    """Return what `written` stands for in a dict of words, or None."""
    wanted = key(written)
    return next((meant for word, meant in words.items() if key(word) == wanted), None)


def evaluator_of(sheet_name: str) -> str | None:
    """Return the evaluator's name in `採点_<evaluator>`, or None for any other sheet."""
    folded = sheet_name.replace("＿", "_").strip()
    for prefix in EVALUATOR_SHEET_PREFIXES:
        if folded.casefold().startswith(prefix.casefold()) and folded[len(prefix) :].strip():
            return folded[len(prefix) :].strip()
    return None
